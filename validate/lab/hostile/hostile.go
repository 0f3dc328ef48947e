// Package hostile builds workbooks that mean harm, or look as if they did: bombs,
// lies, loops and floods. Each is built in code, cheaply, so that no such file
// lies in the repository. What reads workbooks must end with every one of them:
// in time, in bounded memory, in a verdict or in a sentence a clerk understands.
package hostile

import "strings"

// Judged is the outcome of a file that is read and gets a verdict.
const Judged = "judged"

// Case is one hostile file.
type Case struct {
	Name string // also the file's name, with an ending behind it
	Why  string // what a careless reader does with it
	Data func() []byte
	Code string // refusal codes or Judged that are right, parted by |
}

// Allows says whether an outcome, a refusal code or Judged, is right.
func (c *Case) Allows(outcome string) bool {
	for _, code := range strings.Split(c.Code, "|") {
		if code == outcome {
			return true
		}
	}
	return false
}

// endings of the files' names by how the cases' names begin.
var endings = []struct{ prefix, ext string }{
	{"xls-", ".xls"}, {"biff5-", ".xls"}, {"html-", ".xls"}, {"xml2003-", ".xls"}, {"mhtml-", ".mht"}, {"csv-", ".csv"}, {"ods-", ".ods"}, {"fods-", ".fods"}, {"docx-", ".docx"}, {"txt-", ".txt"}, {"pdf-", ".pdf"},
}

// File is the name the file comes under.
func (c *Case) File() string {
	for _, e := range endings {
		if strings.HasPrefix(c.Name, e.prefix) {
			return c.Name + e.ext
		}
	}
	return c.Name + ".xlsx"
}

// All lists every case.
func All() []Case {
	var all []Case
	for _, family := range [][]Case{zips, markup, packages, sheets, texts, formulas, forms, binaries,
		htmlTables, xmlSheets, archives, separated, openDocuments, oldBooks, writings, plainTexts, pages} {
		all = append(all, family...)
	}
	return all
}
