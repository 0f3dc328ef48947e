package xlsx

import (
	"archive/zip"
	"bytes"
)

// member is one part of a hand-made package.
type member struct{ name, text string }

const (
	nsMain = `xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"`
	nsRel  = `xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`

	relsXML = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
		`<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`
	bookXML = `<workbook ` + nsMain + ` ` + nsRel + `><sheets><sheet name="表一" sheetId="1" r:id="rId1"/></sheets></workbook>`
	bookRel = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
		`<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/>` +
		`<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="/xl/sharedStrings.xml"/>` +
		`<Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>`
)

// sheetXML is a worksheet with the given rows and what follows them.
func sheetXML(rows string, after ...string) string {
	tail := ""
	for _, a := range after {
		tail += a
	}
	return `<worksheet ` + nsMain + `><sheetData>` + rows + `</sheetData>` + tail + `</worksheet>`
}

// book is a package with one sheet, 表一; further members are added, or replace
// one of the same name.
func book(sheet string, more ...member) []byte {
	members := []member{
		{"_rels/.rels", relsXML}, {"xl/workbook.xml", bookXML}, {"xl/_rels/workbook.xml.rels", bookRel},
		{"xl/worksheets/sheet1.xml", sheet},
	}
next:
	for _, m := range more {
		for i := range members {
			if members[i].name == m.name {
				members[i] = m
				continue next
			}
		}
		members = append(members, m)
	}
	return pkg(members...)
}

func pkg(members ...member) []byte {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, m := range members {
		method := zip.Deflate
		if len(m.text) < 4096 {
			method = zip.Store // deflate's set-up would take most of a fuzz run
		}
		f, err := w.CreateHeader(&zip.FileHeader{Name: m.name, Method: method})
		if err != nil {
			panic(err)
		}
		if _, err := f.Write([]byte(m.text)); err != nil {
			panic(err)
		}
	}
	if err := w.Close(); err != nil {
		panic(err)
	}
	return b.Bytes()
}
