package dress

import (
	"archive/zip"
	"bytes"
	"fmt"
	"maps"
	"slices"
	"strings"
)

const (
	prolog = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
	office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	main   = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
	packs  = "http://schemas.openxmlformats.org/package/2006/"
	types  = "application/vnd.openxmlformats-officedocument.spreadsheetml."
)

// Bytes is the workbook as an .xlsx file, the same for the same cells.
func (w *Workbook) Bytes() []byte {
	x := &packer{strings: map[string]int{}, formats: map[string]int{"": 0}}
	parts := map[string]string{}
	var list, relations, content strings.Builder
	for i, s := range w.Sheets {
		n := i + 1
		parts[fmt.Sprintf("xl/worksheets/sheet%d.xml", n)] = x.sheet(s)
		state := ""
		if s.Hidden {
			state = ` state="hidden"`
		}
		fmt.Fprintf(&list, `<sheet name="%s" sheetId="%d"%s r:id="rId%d"/>`, escape(s.Name), n, state, n)
		fmt.Fprintf(&relations, `<Relationship Id="rId%d" Type="%s/worksheet" Target="worksheets/sheet%d.xml"/>`, n, office, n)
		fmt.Fprintf(&content, `<Override PartName="/xl/worksheets/sheet%d.xml" ContentType="%sworksheet+xml"/>`, n, types)
	}
	n := len(w.Sheets)
	fmt.Fprintf(&relations, `<Relationship Id="rId%d" Type="%s/styles" Target="styles.xml"/>`, n+1, office)
	fmt.Fprintf(&relations, `<Relationship Id="rId%d" Type="%s/sharedStrings" Target="sharedStrings.xml"/>`, n+2, office)
	parts["xl/workbook.xml"] = `<workbook xmlns="` + main + `" xmlns:r="` + office + `"><sheets>` + list.String() + `</sheets></workbook>`
	parts["xl/_rels/workbook.xml.rels"] = `<Relationships xmlns="` + packs + `relationships">` + relations.String() + `</Relationships>`
	parts["_rels/.rels"] = `<Relationships xmlns="` + packs + `relationships"><Relationship Id="rId1" Type="` + office + `/officeDocument" Target="xl/workbook.xml"/></Relationships>`
	parts["[Content_Types].xml"] = `<Types xmlns="` + packs + `content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
		`<Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="` + types + `sheet.main+xml"/>` + content.String() +
		`<Override PartName="/xl/styles.xml" ContentType="` + types + `styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="` + types + `sharedStrings+xml"/></Types>`
	parts["xl/styles.xml"] = x.styles()
	parts["xl/sharedStrings.xml"] = x.shared()
	return packed(parts)
}

func packed(parts map[string]string) []byte {
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, name := range slices.Sorted(maps.Keys(parts)) { // [Content_Types].xml sorts first
		part, err := z.CreateHeader(&zip.FileHeader{Name: name}) // stored: packing costs more than reading
		must(err)
		_, err = part.Write([]byte(prolog + parts[name]))
		must(err)
	}
	must(z.Close())
	return out.Bytes()
}

// packer numbers the texts and formats of a workbook as they come.
type packer struct {
	strings map[string]int
	formats map[string]int // by number format: its style
}

func number(m map[string]int, s string) int {
	if _, known := m[s]; !known {
		m[s] = len(m)
	}
	return m[s]
}

// inOrder lists what was numbered by its number.
func inOrder(m map[string]int) []string {
	out := make([]string, len(m))
	for s, i := range m {
		out[i] = s
	}
	return out
}

func (x *packer) sheet(s *Sheet) string {
	var b strings.Builder
	b.WriteString(`<worksheet xmlns="` + main + `">` + s.Before + `<sheetData>`)
	row := -1
	for _, at := range s.places() {
		if at.Row != row {
			if row >= 0 {
				b.WriteString("</row>")
			}
			row = at.Row
			hidden := ""
			if s.HiddenRows[row] {
				hidden = ` hidden="1"`
			}
			fmt.Fprintf(&b, `<row r="%d"%s>`, row+1, hidden)
		}
		x.cell(&b, at, s.Cells[at])
	}
	if row >= 0 {
		b.WriteString("</row>")
	}
	b.WriteString(s.Rows + "</sheetData>")
	if len(s.Merges) > 0 {
		fmt.Fprintf(&b, `<mergeCells count="%d">`, len(s.Merges))
		for _, m := range s.Merges {
			fmt.Fprintf(&b, `<mergeCell ref="%s:%s"/>`, m.From, m.To)
		}
		b.WriteString("</mergeCells>")
	}
	b.WriteString("</worksheet>")
	return b.String()
}

func (x *packer) cell(b *strings.Builder, at At, c *Cell) {
	style := number(x.formats, c.Format)
	switch {
	case c.Formula != "":
		fmt.Fprintf(b, `<c r="%s" s="%d"><f>%s</f></c>`, at, style, escape(c.Formula))
	case c.Number != "":
		fmt.Fprintf(b, `<c r="%s" s="%d"><v>%s</v></c>`, at, style, c.Number)
	case c.Text != "":
		fmt.Fprintf(b, `<c r="%s" s="%d" t="s"><v>%d</v></c>`, at, style, number(x.strings, c.Text))
	default:
		fmt.Fprintf(b, `<c r="%s" s="%d"/>`, at, style)
	}
}

func (x *packer) shared() string {
	var b strings.Builder
	fmt.Fprintf(&b, `<sst xmlns="%s" uniqueCount="%d">`, main, len(x.strings))
	for _, s := range inOrder(x.strings) {
		fmt.Fprintf(&b, `<si><t xml:space="preserve">%s</t></si>`, escape(s))
	}
	return b.String() + "</sst>"
}

func (x *packer) styles() string {
	var formats, styles strings.Builder
	list := inOrder(x.formats)
	for i, format := range list {
		id := 0
		if format != "" {
			id = 163 + i
			fmt.Fprintf(&formats, `<numFmt numFmtId="%d" formatCode="%s"/>`, id, escape(format))
		}
		fmt.Fprintf(&styles, `<xf numFmtId="%d" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>`, id)
	}
	some := ""
	if len(list) > 1 {
		some = fmt.Sprintf(`<numFmts count="%d">%s</numFmts>`, len(list)-1, formats.String())
	}
	return `<styleSheet xmlns="` + main + `">` + some + `<fonts count="1"><font><sz val="10"/><name val="宋体"/></font></fonts>` +
		`<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>` +
		`<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>` +
		`<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>` +
		fmt.Sprintf(`<cellXfs count="%d">%s</cellXfs></styleSheet>`, len(list), styles.String())
}

var escape = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;", "\n", "&#10;", "\t", "&#9;").Replace
