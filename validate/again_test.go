package validate_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"suanqing/validate"
	"suanqing/validate/annotate"
	"suanqing/validate/lab/fixture"
)

// TestAnnotatedCopyCheckedAgain: the sheet that an annotated copy adds names
// forms, units and departments, and is none of the book's.
func TestAnnotatedCopyCheckedAgain(t *testing.T) {
	t.Parallel()
	b := booksFor(false)[0]
	for _, l := range []fixture.Layout{{Lines: fixture.NoLines}, {BudgetBeside: true}, {TreasuryBeside: true, Figures: fixture.PlainText},
		{Years: map[string]int{"F05": 2021}, YearLine: true, Cover: true, CoverLists: true}} {
		w := fixture.MustRender(b, l)
		first := validate.Check("a.xlsx", w.Bytes, nil).Report
		require.Nil(t, first.Error)
		copied, err := annotate.Copy(w.Bytes, first)
		require.NoError(t, err)
		again := validate.Check("a.xlsx", copied, nil).Report
		again.SHA256 = first.SHA256
		assert.Equal(t, first, again)
	}
}
