package performance

import (
	"fmt"
	"html"
	"slices"
	"strings"
)

const (
	sheetSpace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
	sheetKind  = "application/vnd.openxmlformats-officedocument.spreadsheetml."
)

// XLSX is the tables as worksheets, the lines above a table as merged rows. Paragraphs are left out:
// the text is a document of its own then.
func (d *Doc) XLSX() []byte {
	formats := []string{"General"}
	var sheets, overrides, related strings.Builder
	var pieces []piece
	for _, b := range d.Blocks {
		if b.Table == nil {
			continue
		}
		n := len(pieces) + 1
		fmt.Fprintf(&sheets, `<sheet name="%s" sheetId="%d" r:id="rId%[2]d"/>`, html.EscapeString(sheetName(b.Table.Sheet)), n)
		fmt.Fprintf(&overrides, `<Override PartName="/xl/worksheets/sheet%d.xml" ContentType="%sworksheet+xml"/>`, n, sheetKind)
		fmt.Fprintf(&related, `<Relationship Id="rId%d" Type="%s/worksheet" Target="worksheets/sheet%[1]d.xml"/>`, n, relations)
		pieces = append(pieces, piece{fmt.Sprintf("xl/worksheets/sheet%d.xml", n), b.Table.sheet(&formats)})
	}
	styles := fmt.Sprintf(`<styleSheet xmlns="%s"><numFmts count="%d">`, sheetSpace, len(formats))
	cells := ""
	for i, f := range formats {
		styles += fmt.Sprintf(`<numFmt numFmtId="%d" formatCode="%s"/>`, 200+i, html.EscapeString(f))
		cells += fmt.Sprintf(`<xf numFmtId="%d" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>`, 200+i)
	}
	styles += `</numFmts><fonts count="1"><font><sz val="11"/><name val="宋体"/></font></fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills>` +
		`<borders count="1"><border/></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>` +
		fmt.Sprintf(`<cellXfs count="%d">%s</cellXfs></styleSheet>`, len(formats), cells)
	return packed(append([]piece{
		{"[Content_Types].xml", xmlHead + `<Types xmlns="` + packages + `content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>` +
			`<Override PartName="/xl/workbook.xml" ContentType="` + sheetKind + `sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="` + sheetKind + `styles+xml"/>` + overrides.String() + `</Types>`},
		{"_rels/.rels", xmlHead + `<Relationships xmlns="` + packages + `relationships"><Relationship Id="rId1" Type="` + relations + `/officeDocument" Target="xl/workbook.xml"/></Relationships>`},
		{"xl/workbook.xml", xmlHead + `<workbook xmlns="` + sheetSpace + `" xmlns:r="` + relations + `"><sheets>` + sheets.String() + `</sheets></workbook>`},
		{"xl/_rels/workbook.xml.rels", xmlHead + `<Relationships xmlns="` + packages + `relationships">` + related.String() + `<Relationship Id="rId0" Type="` + relations + `/styles" Target="styles.xml"/></Relationships>`},
		{"xl/styles.xml", xmlHead + styles},
	}, pieces...))
}

// sheetName is a name that a workbook takes.
func sheetName(s string) string {
	r := []rune(strings.Map(func(r rune) rune {
		if strings.ContainsRune(`[]:*?/\`, r) {
			return -1
		}
		return r
	}, s))
	return string(r[:min(len(r), 31)])
}

// sheet writes one worksheet; new number formats are added to the list.
func (t *Table) sheet(formats *[]string) string {
	var w, merges strings.Builder
	last := string(rune('A' + t.Cols - 1))
	text := func(place, s string) string {
		return fmt.Sprintf(`<c r="%s" t="inlineStr"><is><t xml:space="preserve">%s</t></is></c>`, place, html.EscapeString(s))
	}
	count := 0
	for i, l := range t.Lines {
		fmt.Fprintf(&w, `<row r="%d">%s</row>`, i+1, text(ref(i, 0), l))
		fmt.Fprintf(&merges, `<mergeCell ref="A%d:%s%[1]d"/>`, i+1, last)
		count++
	}
	for i, cells := range t.Rows {
		row := i + len(t.Lines)
		fmt.Fprintf(&w, `<row r="%d">`, row+1)
		for col, c := range cells {
			switch {
			case c.Number != "":
				at := slices.Index(*formats, c.Format)
				if at < 0 {
					at = len(*formats)
					*formats = append(*formats, c.Format)
				}
				fmt.Fprintf(&w, `<c r="%s" s="%d"><v>%s</v></c>`, ref(row, col), at, c.Number)
			case c.Text != "":
				w.WriteString(text(ref(row, col), c.Text))
			}
		}
		w.WriteString("</row>")
	}
	for _, m := range t.Merges {
		fmt.Fprintf(&merges, `<mergeCell ref="%s:%s"/>`, ref(m.Row0+len(t.Lines), m.Col0), ref(m.Row1+len(t.Lines), m.Col1))
		count++
	}
	out := xmlHead + `<worksheet xmlns="` + sheetSpace + `"><sheetData>` + w.String() + `</sheetData>`
	if count > 0 {
		out += fmt.Sprintf(`<mergeCells count="%d">%s</mergeCells>`, count, merges.String())
	}
	return out + `</worksheet>`
}
