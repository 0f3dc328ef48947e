package bind

import (
	"slices"
	"strings"

	"suanqing/validate/document"
	"suanqing/validate/form"
)

// HasProse says whether a document may hold a written half, which a judge of sentences
// has to read. It is a cheap test that never says no where one is.
func HasProse(d *document.Document) bool {
	return slices.ContainsFunc(d.Sheets, func(s *document.Sheet) bool { return s.Written || IsProse(s) })
}

// shortest is how many bytes a cell has that may hold a sentence with an amount.
const shortest = 60

// IsProse says whether a workbook's sheet holds sentences with amounts. Notes below a
// form are none.
func IsProse(s *document.Sheet) bool {
	for i := range s.Rows {
		for k := range s.Rows[i].Cells {
			if c := &s.Rows[i].Cells[k]; c.Kind == document.Text && len(c.Stored) > shortest &&
				strings.Contains(c.Stored, "万元") && strings.Contains(c.Stored, "。") &&
				!strings.HasPrefix(form.Normalize(c.Stored[:shortest]), "注") {
				return true
			}
		}
	}
	return false
}
