package ods

import (
	"strings"

	"suanqing/validate/document"
)

// styles are the styles of a workbook by name, in each family.
type styles struct {
	cells   map[string]cellStyle
	columns map[string]int  // their widths
	rows    map[string]int  // their heights
	hidden  map[string]bool // of sheets: not displayed
	data    map[string]*dataStyle

	base    string                      // the number format of cells whose style has none
	formats map[string]*document.Format // by the name of the cell's style
	date04  bool                        // day 0 is 1904-01-01
}

// cellStyle is what of a cell's style makes its number format.
type cellStyle struct{ data, parent string }

func newStyles() styles {
	return styles{cells: map[string]cellStyle{}, columns: map[string]int{}, rows: map[string]int{}, hidden: map[string]bool{},
		data: map[string]*dataStyle{}, formats: map[string]*document.Format{}}
}

// readStyles reads a list of styles.
func (b *book) readStyles(x *scanner) {
	for d := x.Depth(); x.Child(d); {
		if b.styled++; b.styled > maxStyles {
			x.TooComplex("样式过多")
			return
		}
		switch x.Name {
		case "style":
			b.readStyle(x)
		case "default-style":
			if x.Attr("style:family") == "table-cell" {
				b.base = x.Attr("style:data-style-name")
			}
		case "number-style", "currency-style", "percentage-style", "date-style", "time-style", "boolean-style", "text-style":
			b.data[x.Attr("style:name")] = b.readData(x)
		}
	}
}

// readStyle reads a style of a family that matters here.
func (b *book) readStyle(x *scanner) {
	name := x.Attr("style:name")
	switch x.Attr("style:family") {
	case "table-cell":
		b.styles.cells[name] = cellStyle{x.Attr("style:data-style-name"), x.Attr("style:parent-style-name")}
	case "table-column":
		for d := x.Depth(); x.Child(d); {
			if x.Name == "table-column-properties" {
				b.columns[name] = length(x.Attr("style:column-width"), 96*256/7) // a character has 7 of 96 pixels to an inch
			}
		}
	case "table-row":
		for d := x.Depth(); x.Child(d); {
			if x.Name == "table-row-properties" {
				b.rows[name] = length(x.Attr("style:row-height"), 72*20)
			}
		}
	case "table":
		for d := x.Depth(); x.Child(d); {
			if x.Name == "table-properties" {
				b.hidden[name] = x.Attr("table:display") == "false"
			}
		}
	}
}

// length is a length such as 2.258cm, in so many units to an inch; 0 when it is none.
// It only serves to draw the sheet, so a thousandth is near enough.
func length(s string, units int) int {
	n := len(s)
	for n > 0 && (s[n-1] < '0' || s[n-1] > '9') {
		n--
	}
	perInch := map[string]int{"in": 1000, "cm": 2540, "mm": 25400, "pt": 72000, "pc": 6000, "px": 96000}[s[n:]]
	whole, fraction, _ := strings.Cut(s[:n], ".")
	thousandths, ok := natural(whole + (fraction + "000")[:3])
	if !ok || perInch == 0 {
		return 0
	}
	return int((int64(thousandths)*int64(units) + int64(perInch)/2) / int64(perInch))
}

// natural is a number without a sign; false for any other. One beyond what anything
// here can be counts as such.
func natural(s string) (n int, ok bool) {
	const beyond = 1_000_000_000
	for _, c := range []byte(s) {
		if c < '0' || c > '9' {
			return 0, false
		}
		n = min(n*10+int(c-'0'), beyond)
	}
	return n, s != ""
}

// format is the number format of the cells of a style.
func (s *styles) format(style string) *document.Format {
	f := s.formats[style]
	if f == nil {
		f = document.NewFormat(s.code(s.dataOf(style)), s.date04)
		s.formats[style] = f
	}
	return f
}

// dataOf is the name of the data style of a cell style, its own or the nearest of
// those it comes from.
func (s *styles) dataOf(style string) string {
	for range maxParents {
		c, ok := s.cells[style]
		switch {
		case c.data != "":
			return c.data
		case !ok || c.parent == "":
			return s.base
		}
		style = c.parent
	}
	return s.base
}
