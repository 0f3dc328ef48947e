// Package rewrite makes an .xlsx workbook of a document that came in another format,
// so that findings can be written into a copy of it. Each cell stands where it stood,
// with its value, its number format and its merges; formulas are left as the values
// they came to, and looks are few: what a form needs to be read. excelize would do as
// much, and make the page's component four times as large.
package rewrite

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"strconv"
	"strings"

	"suanqing/validate/document"
)

const (
	mainSpace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
	relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	packages  = "http://schemas.openxmlformats.org/package/2006/"
	mediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml."
)

// XLSX is the document as an .xlsx file; the same document gives the same bytes.
func XLSX(d *document.Document) ([]byte, error) {
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	put := func(name, text string) error {
		w, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate})
		if err == nil {
			_, err = w.Write([]byte(xml.Header + text))
		}
		return err
	}
	st := &styles{ids: map[key]int{}, formats: map[string]int{}}
	sheets := make([]string, len(d.Sheets))
	for i, s := range d.Sheets {
		sheets[i] = sheet(s, st)
	}
	parts := [][2]string{
		{"[Content_Types].xml", contentTypes(len(sheets))},
		{"_rels/.rels", `<Relationships xmlns="` + packages + `relationships">` + relation("rId1", "officeDocument", "xl/workbook.xml") + `</Relationships>`},
		{"xl/workbook.xml", workbook(d, st.from1904)},
		{"xl/_rels/workbook.xml.rels", workbookRelations(len(sheets))},
		{"xl/styles.xml", st.text()},
	}
	for i, text := range sheets {
		parts = append(parts, [2]string{"xl/" + sheetPart(i), text})
	}
	for _, p := range parts {
		if err := put(p[0], p[1]); err != nil {
			return nil, err
		}
	}
	err := z.Close()
	return out.Bytes(), err
}

func sheetPart(i int) string { return "worksheets/sheet" + strconv.Itoa(i+1) + ".xml" }

func contentTypes(sheets int) string {
	var b strings.Builder
	b.WriteString(`<Types xmlns="` + packages + `content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>`)
	override := func(part, kind string) {
		b.WriteString(`<Override PartName="/xl/` + part + `" ContentType="` + mediaType + kind + `+xml"/>`)
	}
	override("workbook.xml", "sheet.main")
	override("styles.xml", "styles")
	for i := range sheets {
		override(sheetPart(i), "worksheet")
	}
	b.WriteString(`</Types>`)
	return b.String()
}

func relation(id, kind, target string) string {
	return `<Relationship Id="` + id + `" Type="` + relations + `/` + kind + `" Target="` + target + `"/>`
}

func workbookRelations(sheets int) string {
	var b strings.Builder
	b.WriteString(`<Relationships xmlns="` + packages + `relationships">`)
	for i := range sheets {
		b.WriteString(relation("rId"+strconv.Itoa(i+1), "worksheet", sheetPart(i)))
	}
	b.WriteString(relation("rIdStyles", "styles", "styles.xml") + `</Relationships>`)
	return b.String()
}

// workbook lists the sheets. One of them must be in sight.
func workbook(d *document.Document, from1904 bool) string {
	var b strings.Builder
	b.WriteString(`<workbook xmlns="` + mainSpace + `" xmlns:r="` + relations + `">`)
	if from1904 {
		b.WriteString(`<workbookPr date1904="1"/>`)
	}
	first := 0
	for first < len(d.Sheets)-1 && d.Sheets[first].Hidden {
		first++
	}
	b.WriteString(`<bookViews><workbookView activeTab="` + strconv.Itoa(first) + `"/></bookViews><sheets>`)
	for i, s := range d.Sheets {
		n := strconv.Itoa(i + 1)
		b.WriteString(`<sheet name="` + escaped(s.Name) + `" sheetId="` + n + `" r:id="rId` + n + `"`)
		if s.Hidden && i != first {
			b.WriteString(` state="hidden"`)
		}
		b.WriteString(`/>`)
	}
	b.WriteString(`</sheets></workbook>`)
	return b.String()
}

// escaped is a text as XML holds it; what XML cannot hold becomes U+FFFD.
func escaped(s string) string {
	var b strings.Builder
	xml.EscapeText(&b, []byte(s)) // a Builder takes everything
	return b.String()
}
