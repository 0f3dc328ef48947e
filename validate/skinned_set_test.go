//go:build sets

// Enabled by the tag sets until files.OpenSet is there; then the tag goes.

package validate_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"suanqing/validate"
	"suanqing/validate/document"
	"suanqing/validate/files"
	"suanqing/validate/lab/skin"
	"suanqing/validate/report"
)

// openedSet checks files that make one book together.
func openedSet(parts []skin.Part) *report.Report {
	var set []files.Part
	for _, p := range parts {
		set = append(set, files.Part{Name: p.Name, Data: p.Data})
	}
	return validate.CheckBook("set", nil, func([]byte) (*document.Document, error) { return files.OpenSet(set) }, nil).Report
}

// TestSets: a book as a set of files, one a form, has the verdict and the findings of
// the plain workbook, in whatever order they come, and one wrong figure is found and
// named in it.
func TestSets(t *testing.T) {
	books, err := subjects()
	require.NoError(t, err)
	for _, s := range skin.Sets() {
		t.Run(s.Name, func(t *testing.T) {
			t.Parallel()
			for _, b := range books {
				parts := s.Make(b.right.book)
				assert.Empty(t, unlike(b.right.report, openedSet(parts)), "%s, right", b.name)
				slices.Reverse(parts)
				assert.Empty(t, unlike(b.right.report, openedSet(parts)), "%s, the last first", b.name)
				assert.Empty(t, unlike(b.wrong.report, openedSet(s.Make(b.wrong.book))), "%s, wrong", b.name)
			}
		})
	}
}

// TestMixedSet: each form in another character set, with other separators.
func TestMixedSet(t *testing.T) {
	books, err := subjects()
	require.NoError(t, err)
	sets := skin.Sets()
	for _, b := range books {
		var parts []skin.Part
		for i := range b.right.book.Sheets {
			parts = append(parts, sets[i*5%len(sets)].Make(b.right.book)[i])
		}
		assert.Empty(t, unlike(b.right.report, openedSet(parts)), b.name)
	}
}
