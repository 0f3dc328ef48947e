package printed_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"suanqing/validate/lab/fixture"
	"suanqing/validate/lab/printed"
	"suanqing/validate/lab/printed/compare"
)

// TestWholeReports: of the committed whole reports forms and text are read as in their
// workbooks and Word files, and nothing more is found.
func TestWholeReports(t *testing.T) {
	n := 0
	for _, p := range printed.Whole() {
		data, err := os.ReadFile(filepath.Join(fixture.Testdata(), "pdf", p.Name+".pdf"))
		if err != nil {
			continue
		}
		n++
		book, err := p.Workbook()
		require.NoError(t, err)
		word, err := os.ReadFile(p.Written("docx"))
		require.NoError(t, err)
		r, err := compare.Whole(book.Bytes, word, data)
		require.NoError(t, err)
		assert.Equal(t, r.Forms.Figures, r.Forms.Right, p.Name)
		assert.Empty(t, r.Lines(9), p.Name)
		assert.Equal(t, []int{r.Written, r.WrittenChecked}, []int{r.Figures, r.Checked}, p.Name)
	}
	assert.Equal(t, 2, n)
}
