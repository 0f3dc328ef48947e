package validate_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"suanqing/validate/lab/printed"
	"suanqing/validate/lab/printed/compare"
)

// leastPlaced is how many percent of the figures are placed of the printings that are not
// read whole, for what each of them does to its tables. All others are: every figure in
// its place, and the findings are those of the workbook. No figure is ever placed wrongly.
var leastPlaced = map[string]int{
	"lineless":         90,
	"lineless-lanshan": 80,
	"web-rows-only":    90,
	"web-lineless":     90,
	"web-bare":         100, // a statement on the next page is missed
}

func assertRead(t *testing.T, p printed.Printing, data []byte) {
	t.Helper()
	w, err := p.Workbook()
	require.NoError(t, err)
	o, err := compare.Books(w.Bytes, data)
	require.NoError(t, err)
	assert.Empty(t, o.Wrong, p.Name)
	least, partly := leastPlaced[p.Name]
	if !partly {
		assert.Equal(t, o.Figures, o.Right, p.Name)
		assert.Empty(t, o.Findings, p.Name)
	}
	assert.GreaterOrEqual(t, 100*o.Right, least*o.Figures, p.Name)
}

// TestPrinted: the PDFs of books that LibreOffice and Chromium print are read as the books
// are.
func TestPrinted(t *testing.T) {
	if os.Getenv("SUANQING_SKIP_OFFICE") == "1" || testing.Short() {
		t.Skip("prints with LibreOffice and Chromium")
	}
	all := printed.All()
	pdfs, err := printed.Print(t.TempDir(), all)
	require.NoError(t, err)
	for _, p := range all {
		if data, made := pdfs[p.Name]; made {
			assertRead(t, p, data)
		}
	}
}

// TestCommittedPrints: likewise of those that are committed, wherever tests run.
func TestCommittedPrints(t *testing.T) {
	n := 0
	for _, p := range printed.All() {
		data, err := os.ReadFile(filepath.Join("..", "testdata", "pdf", p.Name+".pdf"))
		if err != nil {
			continue
		}
		n++
		assertRead(t, p, data)
	}
	assert.Equal(t, 4, n)
}
