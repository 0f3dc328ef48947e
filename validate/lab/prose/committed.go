package prose

import (
	"path/filepath"

	"suanqing/validate/lab/fixture"
)

// Committed is a document of testdata/prose: a text with its forms, saved by LibreOffice.
type Committed struct {
	Name string // of the file, without .docx
	Text Text
}

// Path is where the document is.
func (c Committed) Path() string {
	return filepath.Join(fixture.Testdata(), "prose", c.Name+".docx")
}

// committed names the case that each style's document tells of.
var committed = map[Style]string{Shandong: "lanshan-2023", Shanghai: "putuo-finance-2024", Sichuan: "random-13", Yunnan: "small-21"}

// CommittedDocuments lists the documents in testdata/prose, one in each style. The command
// write makes them anew.
func CommittedDocuments() []Committed {
	var out []Committed
	for _, style := range Styles {
		for _, c := range Cases() {
			if c.Name == committed[style] {
				out = append(out, Committed{string(style), Write(c, style, 1).WithForms()})
			}
		}
	}
	return out
}
