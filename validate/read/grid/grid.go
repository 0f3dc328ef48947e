// Package grid fills a document's sheets row by row, for the readers of markup. It
// knows the caps of what they fill in, and the names that markup has for number
// formats.
package grid

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"suanqing/validate/document"
	"suanqing/validate/read/refuse"
)

// Book is a document being filled.
type Book struct {
	Date1904 bool // days count from 1904; to be set before any format is made

	sheets  []*document.Sheet
	formats map[string]*document.Format

	// What all sheets have, against the caps.
	cells, merges, texts, empties int
}

// Sheet is a sheet being filled, from its first row to its last.
type Sheet struct {
	*document.Sheet
	book  *Book
	next  int            // index of the first row that may come
	empty []document.Row // rows without cells since the last one with some
}

// Begin adds a sheet. Without a name it is called by its number.
func (b *Book) Begin(name string) (*Sheet, *document.Refusal) {
	if len(b.sheets) == maxSheets {
		return nil, refuse.TooComplex("文件里的表超过 %d 张。", maxSheets)
	}
	if name = clip(strings.TrimSpace(name)); name == "" {
		name = "第" + strconv.Itoa(len(b.sheets)+1) + "张表"
	}
	s := &Sheet{Sheet: &document.Sheet{Name: name}, book: b}
	b.sheets = append(b.sheets, s.Sheet)
	return s, nil
}

func clip(name string) string {
	if utf8.RuneCountInString(name) <= maxName {
		return name
	}
	return string([]rune(name)[:maxName])
}

// Document is the document once all is filled in.
func (b *Book) Document() *document.Document { return &document.Document{Sheets: b.sheets} }

// Format is the number format of a code, or of a name that markup has for one.
func (b *Book) Format(code string) *document.Format {
	if named, ok := names[strings.ToLower(code)]; ok {
		code = named
	}
	if code == "" {
		code = "General"
	}
	if f := b.formats[code]; f != nil {
		return f
	}
	if b.formats == nil {
		b.formats = map[string]*document.Format{}
	}
	if len(code) > maxCode || len(b.formats) == maxFormats {
		code = "General"
	}
	f := document.NewFormat(code, b.Date1904)
	b.formats[code] = f
	return f
}

// Add adds the next row. Its cells are in order; those without content are left out,
// and so are rows without any beyond what the looks of the sheet need.
func (s *Sheet) Add(row document.Row) *document.Refusal {
	switch {
	case row.Index < s.next:
		return refuse.Corrupt("“%s”的行没有按顺序排列。", s.Name)
	case row.Index >= document.MaxRows:
		return s.tooComplex("行数超过 1048576")
	}
	s.next = row.Index + 1
	kept := row.Cells[:0]
	for _, c := range row.Cells {
		if c.Stored == "" && c.Formula == "" || c.Col >= maxUsedCol && blank(&c) {
			continue
		}
		if refusal := s.count(&c); refusal != nil {
			return refusal
		}
		kept = append(kept, c)
	}
	if row.Cells = kept; len(kept) == 0 {
		if row.Cells = nil; (row.Hidden || row.Height > 0) && s.book.empties < maxEmptyRows {
			s.book.empties++
			s.empty = append(s.empty, row)
		}
		return nil
	}
	s.Rows = append(append(s.Rows, s.empty...), row)
	s.empty = s.empty[:0]
	return nil
}

// blank says whether a cell has nothing but blanks.
func blank(c *document.Cell) bool {
	return c.Kind == document.Text && c.Formula == "" && strings.TrimFunc(c.Stored, unicode.IsSpace) == ""
}

// count holds a cell against the caps.
func (s *Sheet) count(c *document.Cell) *document.Refusal {
	b := s.book
	b.cells++
	b.texts += len(c.Stored) + len(c.Formula)
	switch {
	case c.Col >= maxUsedCol:
		return s.tooComplex("第 " + strconv.Itoa(maxUsedCol) + " 列以外的 " + document.Address(c.Row, c.Col) + " 有内容")
	case b.cells > MaxCells:
		return s.tooComplex("有内容的单元格超过 " + strconv.Itoa(MaxCells) + " 个")
	case len(c.Stored) > MaxText:
		return s.tooComplex("单元格文字过长")
	case len(c.Formula) > maxFormula || b.texts > maxTexts:
		return s.tooComplex("文字过多")
	}
	return nil
}

// Merge adds a merged range, which may not be one cell.
func (s *Sheet) Merge(r document.Range) *document.Refusal {
	r.Row1, r.Col1 = min(r.Row1, document.MaxRows-1), min(r.Col1, document.MaxCols-1)
	if r.Row0 >= r.Row1 && r.Col0 >= r.Col1 {
		return nil
	}
	if s.book.merges++; s.book.merges > MaxMerges {
		return s.tooComplex("合并单元格超过 " + strconv.Itoa(MaxMerges) + " 处")
	}
	s.Merges = append(s.Merges, r)
	return nil
}

func (s *Sheet) tooComplex(what string) *document.Refusal {
	return refuse.TooComplex("“%s”过于复杂（%s）。", s.Name, what)
}

// Undecoded is the text of a formula that is there but cannot be said in A1 style.
const Undecoded = "…"

// names are the names that Excel has for number formats in markup, and the codes that
// it shows them by in China.
var names = map[string]string{
	"general": "General", "general number": "General",
	"general date": "yyyy/m/d h:mm", "long date": `yyyy"年"m"月"d"日"`, "medium date": "d-mmm-yy", "short date": "yyyy/m/d",
	"long time": "h:mm:ss", "medium time": "h:mm AM/PM", "short time": "h:mm",
	"currency": `"¥"#,##0.00;[Red]"¥"-#,##0.00`, "euro currency": `"€"#,##0.00;[Red]"€"-#,##0.00`,
	"fixed": "0.00", "standard": "#,##0.00", "percent": "0.00%", "scientific": "0.00E+00",
	"yes/no": `"Yes";"Yes";"No"`, "true/false": `"True";"True";"False"`, "on/off": `"On";"On";"Off"`,
}

// IsError says whether a text is one of the errors that a formula gives.
func IsError(text string) bool {
	switch text {
	case "#REF!", "#DIV/0!", "#VALUE!", "#NAME?", "#N/A", "#NUM!", "#NULL!":
		return true
	}
	return false
}

// Width is a column's width in pixels at 96 dpi as document.ColSpan has it.
func Width(pixels int) int { return max(0, pixels-5) * 256 / 7 }
