// Package txt reads a text without any format, .txt or pasted, in any encoding that
// package charset tells. A line is a paragraph; lines parted by tabs are a table, as they
// are when a table is copied out of a document. Both come on sheets as those of a .docx.
// Where a line was broken for its width, it stays broken: who reads sentences joins it.
package txt

import (
	"strings"
	"unicode/utf8"
	"unsafe"

	"suanqing/validate/document"
	"suanqing/validate/read/charset"
	"suanqing/validate/read/csv"
	"suanqing/validate/read/docx"
	"suanqing/validate/read/refuse"
)

// Open reads a text, or a table that is a text, from its bytes. The error is a
// *document.Refusal.
func Open(data []byte) (*document.Document, error) {
	if len(data) > maxFile { // the reader of tables says so
		return csv.Open(data)
	}
	decoded, err := charset.Decode(data, "")
	if err != nil {
		return csv.Open(data)
	}
	text := unsafe.String(unsafe.SliceData(decoded), len(decoded)) // nothing writes to decoded
	if !IsWritten(text) {
		return csv.Open(data)
	}
	blocks, refusal := blocksOf(strings.TrimRight(text, "\x1A"))
	if refusal == nil {
		var d *document.Document
		if d, refusal = docx.Lay(blocks); refusal == nil {
			return d, nil
		}
	}
	return nil, refusal
}

// IsWritten tells a text, in UTF-8, that has sentences from a table, which may have some
// in its notes.
func IsWritten(text string) bool {
	table, throughout := csv.Tabular(text)
	if throughout {
		return false
	}
	need := 1
	if table {
		need = manySentences
	}
	for r := (reader{text}); r.rest != ""; {
		if isSentence(r.line()) {
			if need--; need == 0 {
				return true
			}
		}
	}
	return false
}

// isSentence says whether a line is of a written text, and no note on a table.
func isSentence(line string) bool {
	line = strings.Trim(line, blanks)
	return !strings.Contains(line, "\t") && strings.ContainsAny(line, "。；") && utf8.RuneCountInString(line) >= shortSentence &&
		!strings.HasPrefix(line, "注") && !strings.HasPrefix(line, "备注") && !strings.HasPrefix(line, "说明：")
}

// blocksOf parts a text into paragraphs and tables.
func blocksOf(text string) (blocks []docx.Block, refusal *document.Refusal) {
	var rows [][]string
	about, read := false, 0
	cells := 0
	tableEnds := func() {
		if isContents(rows) {
			for _, row := range rows {
				blocks = append(blocks, docx.Block{Text: strings.Join(row, "\t")})
			}
		} else if len(rows) > 0 {
			blocks = append(blocks, docx.Block{Rows: rows})
		}
		rows = nil
	}
	for r := (reader{text}); r.rest != ""; {
		line := r.row()
		if strings.Trim(line, blanks) == "" {
			if strings.Contains(line, "\t") && len(rows) > 0 { // an empty row
				rows = append(rows, nil)
			} else {
				tableEnds()
			}
			continue
		}
		if read++; read > maxLines {
			return nil, refuse.TooComplex("这个文本文件超过 %d 行。", maxLines)
		}
		if len(line) > maxLine {
			return nil, refuse.TooComplex("这个文本文件有一行文字过长。")
		}
		about = about || speaksOfAccounts(line)
		if isRow(line) {
			if cells += strings.Count(line, "\t") + 1; cells > maxCells {
				return nil, refuse.TooComplex("这个文本文件的表格超过 %d 格。", maxCells)
			}
			rows = append(rows, fields(line))
			continue
		}
		tableEnds()
		blocks = append(blocks, docx.Block{Text: strings.Trim(line, blanks)})
	}
	if tableEnds(); !about {
		return nil, refuse.As("csv", "这是一个文本文件，里面没有决算表，也没有决算的文字说明。",
			"请检查决算公开表的 .xlsx，或者含有情况说明的文本；文字说明也可以在 WPS 或 Word 中“另存为”.docx。")
	}
	return blocks, nil
}

// isRow says whether a line is of a table: a tab that only leads a paragraph in, or
// stands between its number and its words, makes none.
func isRow(line string) bool {
	inside := strings.Trim(line, blanks)
	tabs := strings.Count(line, "\t")
	if tabs == 0 || !strings.Contains(inside, "\t") && tabs < leadingTabs {
		return false
	}
	before, after, _ := strings.Cut(inside, "\t")
	return !(tabs == 1 && isLabel(before) && strings.ContainsAny(after, "。；，"))
}

// isContents says whether rows are a list of contents, headings with the pages they are on.
func isContents(rows [][]string) bool {
	for _, row := range rows {
		if len(row) != 2 || len(row[1]) > pageDigits || strings.Trim(row[1], "0123456789") != "" {
			return false
		}
	}
	return len(rows) > 0
}

// isLabel says whether words are the number of an item: 一、 （二） 3.
func isLabel(words string) bool {
	return strings.Trim(strings.Trim(words, blanks), "（）()、.．一二三四五六七八九十0123456789") == ""
}

// fields are the cells of a row.
func fields(line string) []string {
	cells := strings.Split(line, "\t")
	for i := range cells {
		cell := strings.Trim(cells[i], blanks)
		if len(cell) > 1 && cell[0] == '"' && cell[len(cell)-1] == '"' {
			cell = strings.ReplaceAll(cell[1:len(cell)-1], `""`, `"`)
		}
		cells[i] = cell
	}
	return cells
}

// speaksOfAccounts says whether a line has a word of the accounts.
func speaksOfAccounts(line string) bool {
	for _, word := range accounts {
		if strings.Contains(line, word) {
			return true
		}
	}
	return false
}

// accounts are words that the forms or the statements about them never lack.
var accounts = []string{"决算", "万元", "财政拨款", "预算", "绩效"}

// reader takes one line after another off a text, whichever way they end.
type reader struct{ rest string }

func (r *reader) line() string {
	n := strings.IndexAny(r.rest, "\n\r\f\u2028\u2029")
	if n < 0 {
		n = len(r.rest)
	}
	line := r.rest[:n]
	_, size := utf8.DecodeRuneInString(r.rest[n:])
	if strings.HasPrefix(r.rest[n:], "\r\n") {
		size = 2
	}
	r.rest = r.rest[n+size:]
	return line
}

// row is a line, with those that go on with it: spreadsheets put a cell of several lines
// in quotation marks.
func (r *reader) row() string {
	line := r.line()
	whole, ahead := line, *r
	for range mostLinesOfCell {
		if !isOpen(whole) {
			*r = ahead
			return whole
		}
		if ahead.rest == "" {
			break
		}
		whole += "\n" + ahead.line()
	}
	return line
}

// isOpen says whether the last cell of a row begins with a quotation mark that nothing
// closes.
func isOpen(row string) bool {
	tab := strings.LastIndexByte(row, '\t')
	last := row[tab+1:]
	return strings.HasPrefix(last, `"`) && strings.Count(last, `"`)%2 == 1
}
