package performance_test

import (
	"flag"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	lab "suanqing/validate/lab/performance"
)

var update = flag.Bool("update", false, "rewrite the golden findings")

// TestGolden: what is said of each edit, one finding a line.
func TestGolden(t *testing.T) {
	var b strings.Builder
	for _, c := range lab.BrokenOnce() {
		b.WriteString(c.Name + "\n")
		for _, f := range judged(opened(t, c.Doc, false)) {
			b.WriteString("  " + string(f.Severity) + " " + f.Rule + " " + f.Message)
			for _, cell := range f.Cells[:min(len(f.Cells), 4)] {
				b.WriteString(" " + cell.Cell)
			}
			b.WriteString("\n")
		}
	}
	const path = "testdata/broken.txt"
	if *update {
		require.NoError(t, os.WriteFile(path, []byte(b.String()), 0o644))
	}
	want, err := os.ReadFile(path)
	require.NoError(t, err)
	assert.Equal(t, string(want), b.String())
}
