package bind

import (
	"slices"
	"strings"

	"suanqing/validate/document"
	"suanqing/validate/form"
)

// HasWritten says whether a document may hold a written half, sentences or performance
// tables, which judges of their own have to read. It is a cheap test, and theirs: it never
// says no where one is.
func HasWritten(d *document.Document) bool {
	return slices.ContainsFunc(d.Sheets, func(s *document.Sheet) bool { return s.Written || IsProse(s) || IsPerformance(s) })
}

// What of a sheet is looked at, in bytes: a sentence with an amount has some length, and
// stands near the beginning of its cell. Beyond that there is none, for whoever asks.
const (
	shortest = 60
	longest  = 4_000   // of a cell
	looked   = 1 << 20 // of all that are long enough
)

// IsProse says whether a workbook's sheet holds sentences with amounts. Notes below a
// form are none.
func IsProse(s *document.Sheet) bool {
	left := looked
	for i := range s.Rows {
		for k := range s.Rows[i].Cells {
			c := &s.Rows[i].Cells[k]
			if c.Kind != document.Text || len(c.Stored) <= shortest {
				continue
			}
			text := c.Stored[:min(len(c.Stored), longest)]
			if left -= len(text); left < 0 {
				return false
			}
			if strings.Contains(text, "万元") && strings.Contains(text, "。") && !strings.HasPrefix(form.Normalize(text[:shortest]), "注") {
				return true
			}
		}
	}
	return false
}

// longestLabel is how long a cell with the label of a performance table may be, in bytes.
const longestLabel = 400

// IsPerformance says whether a sheet may hold a performance table (绩效自评表): one of its
// cells has a word for it.
func IsPerformance(s *document.Sheet) bool {
	if s.Hidden {
		return false
	}
	for i := range s.Rows {
		for k := range s.Rows[i].Cells {
			c := &s.Rows[i].Cells[k]
			if c.Kind != document.Text || len(c.Stored) > longestLabel || !strings.Contains(c.Stored, "项") && !strings.Contains(c.Stored, "级") {
				continue
			}
			if word := form.Normalize(c.Stored); strings.Contains(word, "项目名称") || strings.Contains(word, "一级指标") {
				return true
			}
		}
	}
	return false
}
