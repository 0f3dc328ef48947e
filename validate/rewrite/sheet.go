package rewrite

import (
	"fmt"
	"strconv"
	"strings"

	"suanqing/validate/document"
)

// sheet is one sheet's part.
func sheet(s *document.Sheet, st *styles) string {
	var b strings.Builder
	b.WriteString(`<worksheet xmlns="` + mainSpace + `">`)
	cols(&b, s)
	b.WriteString(`<sheetData>`)
	heads := spanning(s)
	for i := range s.Rows {
		row(&b, &s.Rows[i], heads, st)
	}
	b.WriteString(`</sheetData>`)
	if len(s.Merges) > 0 {
		b.WriteString(`<mergeCells count="` + strconv.Itoa(len(s.Merges)) + `">`)
		for _, m := range s.Merges {
			b.WriteString(`<mergeCell ref="` + m.String() + `"/>`)
		}
		b.WriteString(`</mergeCells>`)
	}
	b.WriteString(`</worksheet>`)
	return b.String()
}

func cols(b *strings.Builder, s *document.Sheet) {
	if len(s.Cols) == 0 {
		return
	}
	b.WriteString(`<cols>`)
	for _, c := range s.Cols {
		width := float64(c.Width) / 256
		if c.Width == 0 {
			width = 9
		}
		b.WriteString(`<col min="` + strconv.Itoa(c.First+1) + `" max="` + strconv.Itoa(c.Last+1) + `" width="` + strconv.FormatFloat(width, 'f', 2, 64) + `" customWidth="1"`)
		if c.Hidden {
			b.WriteString(` hidden="1"`)
		}
		b.WriteString(`/>`)
	}
	b.WriteString(`</cols>`)
}

// at is a cell's place on its sheet.
type at struct{ row, col int }

// spanning are the cells whose merges go over several columns: titles and heads, which
// stand in their middle.
func spanning(s *document.Sheet) map[at]bool {
	heads := make(map[at]bool, len(s.Merges))
	for _, m := range s.Merges {
		if m.Col1 > m.Col0 {
			heads[at{m.Row0, m.Col0}] = true
		}
	}
	return heads
}

func row(b *strings.Builder, r *document.Row, heads map[at]bool, st *styles) {
	b.WriteString(`<row r="` + strconv.Itoa(r.Index+1) + `"`)
	if r.Height > 0 {
		b.WriteString(` ht="` + strconv.FormatFloat(float64(r.Height)/20, 'f', 2, 64) + `" customHeight="1"`)
	}
	if r.Hidden {
		b.WriteString(` hidden="1"`)
	}
	b.WriteString(`>`)
	for i := range r.Cells {
		c := &r.Cells[i]
		code := ""
		if !c.Format.General {
			code = c.Format.Code
		}
		st.from1904 = st.from1904 || c.Format.From1904()
		b.WriteString(`<c r="` + document.Address(c.Row, c.Col) + `" s="` + strconv.Itoa(st.id(key{code, heads[at{c.Row, c.Col}], strings.Contains(c.Stored, "\n")})) + `"`)
		switch c.Kind {
		case document.Number:
			b.WriteString(`><v>` + escaped(c.Stored) + `</v></c>`)
		case document.Text:
			b.WriteString(` t="inlineStr"><is><t xml:space="preserve">` + literal(c.Stored) + `</t></is></c>`)
		case document.Bool:
			b.WriteString(` t="b"><v>` + map[bool]string{true: "1", false: "0"}[c.Stored == "TRUE"] + `</v></c>`)
		case document.ErrorValue:
			b.WriteString(` t="e"><v>` + escaped(c.Stored) + `</v></c>`)
		default:
			b.WriteString(`/>`)
		}
	}
	b.WriteString(`</row>`)
}

// literal is a text that no reader takes for one with escapes: _x000D_ is a line's end.
// Characters that XML cannot hold are written so.
func literal(s string) string {
	s = strings.ReplaceAll(s, "_x", "_x005F_x")
	if strings.ContainsFunc(s, isControl) {
		var b strings.Builder
		for _, r := range s {
			if isControl(r) {
				fmt.Fprintf(&b, "_x%04X_", r)
			} else {
				b.WriteRune(r)
			}
		}
		s = b.String()
	}
	return escaped(s)
}

// isControl says whether a character has no place in XML, or is one that XML turns into
// another: a carriage return.
func isControl(r rune) bool {
	return r < ' ' && r != '\t' && r != '\n' || r == '\uFFFE' || r == '\uFFFF'
}

// key is all that cells differ in to look at.
type key struct {
	format   string // its code, "" for General
	centred  bool
	wrapping bool
}

// styles are the looks in use, by number.
type styles struct {
	ids     map[key]int
	list    []key
	formats map[string]int // numbers of the format codes
	codes   []string

	from1904 bool // days count from 1904
}

const (
	general     = 0   // the number of General
	firstFormat = 164 // the numbers before are a spreadsheet's own
)

// id is the number of a look; 0 is that of cells that say nothing.
func (s *styles) id(k key) int {
	id, ok := s.ids[k]
	if !ok {
		if _, known := s.formats[k.format]; !known && k.format != "" {
			s.formats[k.format] = firstFormat + len(s.codes)
			s.codes = append(s.codes, k.format)
		}
		s.list = append(s.list, k)
		id = len(s.list)
		s.ids[k] = id
	}
	return id
}

func (s *styles) text() string {
	var b strings.Builder
	b.WriteString(`<styleSheet xmlns="` + mainSpace + `">`)
	if len(s.codes) > 0 {
		b.WriteString(`<numFmts count="` + strconv.Itoa(len(s.codes)) + `">`)
		for i, code := range s.codes {
			b.WriteString(`<numFmt numFmtId="` + strconv.Itoa(firstFormat+i) + `" formatCode="` + escaped(code) + `"/>`)
		}
		b.WriteString(`</numFmts>`)
	}
	b.WriteString(`<fonts count="1"><font><sz val="11"/><name val="宋体"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>` +
		`<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border><left style="thin"/><right style="thin"/><top style="thin"/><bottom style="thin"/><diagonal/></border></borders>` +
		`<cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="` + strconv.Itoa(len(s.list)+1) + `"><xf xfId="0"/>`)
	for _, k := range s.list {
		format := general
		if k.format != "" {
			format = s.formats[k.format]
		}
		b.WriteString(`<xf numFmtId="` + strconv.Itoa(format) + `" borderId="1" xfId="0" applyNumberFormat="1" applyBorder="1" applyAlignment="1"><alignment vertical="center"`)
		if k.centred {
			b.WriteString(` horizontal="center"`)
		}
		if k.wrapping {
			b.WriteString(` wrapText="1"`)
		}
		b.WriteString(`/></xf>`)
	}
	b.WriteString(`</cellXfs></styleSheet>`)
	return b.String()
}
