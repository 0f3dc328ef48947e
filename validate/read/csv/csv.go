// Package csv reads a table that is a text, cells parted by commas, tabs or semicolons
// (.csv, .tsv, “Unicode 文本”), in any encoding that package charset tells.
//
// Such a file says nothing of its cells but their text. A field that is plainly a
// number becomes one; anything else is a text. Two or more decimals are shown as they
// are written, and so have that precision. Fewer may be what is left of more, since
// spreadsheets write 277.30 as 277.3 where the cell had no format: such a number has
// none either, and the core takes its precision from the figures beside it.
package csv

import (
	"strings"
	"unsafe"

	"suanqing/validate/document"
	"suanqing/validate/read/charset"
	"suanqing/validate/read/refuse"
)

// Open reads a table from its bytes. The error is a *document.Refusal. The sheet has
// no name: the file has none for it.
func Open(data []byte) (*document.Document, error) {
	text, err := decode(data)
	if err != nil {
		return nil, err
	}
	text, delimiter, ok := delimited(text)
	if !ok {
		return nil, refuse.As("csv", "这是一个文本文件，里面没有找到用逗号或制表符分列的表格。", refuse.SaveAs)
	}
	return tableOf(text, delimiter)
}

// Tabular tells whether a text, in UTF-8, is a table, and whether it is one throughout:
// three of four lines have equally many fields.
func Tabular(text string) (table, throughout bool) {
	text, delimiter, ok := delimited(text)
	if !ok {
		return false, false
	}
	alike, lines := score(text, delimiter)
	return true, 4*alike >= 3*lines
}

// OpenLines reads a text without columns, each line a cell.
func OpenLines(data []byte) (*document.Document, error) {
	text, err := decode(data)
	if err != nil {
		return nil, err
	}
	return tableOf(text, 0) // no text has such a character
}

func decode(data []byte) (text string, err error) {
	if len(data) > maxFile {
		return "", refuse.FileTooLarge(maxFile)
	}
	decoded, err := charset.Decode(data, "")
	text = unsafe.String(unsafe.SliceData(decoded), len(decoded)) // nothing writes to decoded
	return strings.TrimRight(text, "\x1A"), err                   // programs of old end a text so
}

func tableOf(text string, delimiter byte) (*document.Document, error) {
	r := &reader{fields: newFields(text, delimiter), formats: map[string]*document.Format{}}
	if refusal := r.read(); refusal != nil {
		return nil, refusal
	}
	r.shorten()
	return &document.Document{Sheets: []*document.Sheet{&r.sheet}}, nil
}

// reader fills the sheet.
type reader struct {
	fields
	sheet   document.Sheet
	formats map[string]*document.Format // by their codes
	cells   int                         // with content, so far
	places  int                         // decimals that a figure makes use of
	spare   []field                     // memory for the next line
}

func (r *reader) read() *document.Refusal {
	most := 0
	if r.delimiter == ',' {
		most = width(r.text)
	}
	for row := 0; r.text != ""; row++ {
		if row == document.MaxRows {
			return refuse.TooComplex("这个文本文件超过 %d 行。", document.MaxRows)
		}
		line, refusal := r.line(row)
		if refusal == nil {
			line, refusal = joined(line, row, most)
		}
		if refusal != nil {
			return refusal
		}
		var cells []document.Cell
		for col, f := range line {
			if strings.Trim(f.value, blanks) != "" && !(nulls[f.value] && !f.quoted) {
				cells = append(cells, r.cell(row, col, f.value, f.literal))
			}
		}
		if len(cells) > 0 {
			r.sheet.Rows = append(r.sheet.Rows, document.Row{Index: row, Cells: cells})
		}
	}
	return nil
}

// field is one field of a line.
type field struct {
	value           string
	literal, quoted bool
}

// line takes the fields of a line. Blank ones far to the right are left out.
func (r *reader) line(row int) ([]field, *document.Refusal) {
	line := r.spare[:0]
	for col, more := 0, true; more; col++ {
		var f field
		f.value, f.literal, more = r.next()
		f.quoted = r.quoted
		blank := strings.Trim(f.value, blanks) == ""
		switch {
		case col >= maxUsedCol && blank:
			continue
		case col >= maxUsedCol:
			return nil, refuse.TooComplex("这个文本文件第 %d 列以外的 %s 有内容。", maxUsedCol, document.Address(row, col))
		case len(f.value) > maxText:
			return nil, refuse.TooComplex("这个文本文件 %s 的文字过长。", document.Address(row, col))
		case r.cells == maxCells:
			return nil, refuse.TooComplex("这个文本文件有内容的单元格超过 %d 个。", maxCells)
		}
		if !blank {
			r.cells++
		}
		line = append(line, f)
	}
	r.spare = line
	return line, nil
}

// blanks are what is no content by itself.
const blanks = " \t\r\n\u00A0\u3000"

// nulls are what databases write where there is nothing.
var nulls = map[string]bool{"NULL": true, "null": true, "(null)": true, "(NULL)": true, "<null>": true, "<NULL>": true, "[NULL]": true, `\N`: true}

// cell is the cell of a field.
func (r *reader) cell(row, col int, value string, literal bool) document.Cell {
	c := document.Cell{Row: row, Col: col, Kind: document.Text, Stored: value}
	code := "General"
	if number, shown, ok := plainNumber(strings.Trim(value, " ")); ok && !literal {
		c.Kind, c.Stored, code = document.Number, number, shown
	}
	if _, decimals, _ := strings.Cut(c.Stored, "."); c.Kind == document.Number {
		r.places = max(r.places, len(strings.TrimRight(decimals, "0")))
	}
	c.Format = r.format(code)
	return c
}

// shorten leaves out the decimals that no figure of the table makes use of: databases
// write money with four, 1677.9100, whatever was printed.
func (r *reader) shorten() {
	places := max(r.places, printedPlaces)
	for i := range r.sheet.Rows {
		for k := range r.sheet.Rows[i].Cells {
			if c := &r.sheet.Rows[i].Cells[k]; c.Kind == document.Number && c.Format.Decimals() > places {
				whole, decimals, _ := strings.Cut(c.Format.Code, ".")
				c.Format = r.format(whole + "." + decimals[:places])
			}
		}
	}
}

// format is the number format of a code.
func (r *reader) format(code string) *document.Format {
	f := r.formats[code]
	if f == nil {
		f = document.NewFormat(code, false)
		r.formats[code] = f
	}
	return f
}

// printedPlaces is how many decimals 元 and 万元 are published with.
const printedPlaces = 2

// plainNumber is the number that a text is, and its number format. What begins with a needless zero is a code; what else spreadsheets take for
// numbers, a percentage or an exponent, is left to those who read texts.
func plainNumber(s string) (number, code string, ok bool) {
	digits, signed := strings.CutPrefix(s, "-")
	whole, decimals, pointed := strings.Cut(digits, ".")
	grouped := strings.IndexByte(whole, ',') >= 0
	if grouped {
		groups := strings.Split(whole, ",")
		for i, g := range groups {
			if len(g) != 3 && (i > 0 || len(g) == 0 || len(g) > 3) {
				return "", "", false
			}
		}
		whole = strings.Join(groups, "")
	}
	switch {
	case whole == "" && (!pointed || grouped) || pointed && decimals == "" || len(whole)+len(decimals) > maxDigits:
		return "", "", false
	case len(whole) > 1 && whole[0] == '0', strings.Trim(whole+decimals, "0123456789") != "":
		return "", "", false
	case signed && strings.Trim(whole+decimals, "0") == "":
		return "", "", false // -0.00 is shown without its sign as a number
	}
	if code = "0"; grouped {
		code = "#,##0"
	}
	if whole == "" {
		whole = "0" // some databases leave it out: .50
	}
	if number = whole; pointed {
		number += "." + decimals
	}
	if len(decimals) < printedPlaces {
		code = "General"
	} else {
		code += "." + strings.Repeat("0", len(decimals))
	}
	if signed {
		number = "-" + number
	}
	return number, code, true
}
