package xls

import (
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"suanqing/validate/lab/twin"
	"suanqing/validate/read/xlsx"
)

const fixtures = "../../../testdata/xls/"

// TestTwins reads every fixture in both formats, as one program wrote them, and
// compares all that a Book holds.
func TestTwins(t *testing.T) {
	files, err := filepath.Glob(fixtures + "*.xls")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			got := twin.Open(t, file, Open)
			want := twin.Open(t, file+"x", xlsx.Open)
			require.Len(t, got.Sheets, len(want.Sheets))
			for i := range want.Sheets {
				twin.Compare(t, want.Sheets[i], got.Sheets[i])
				twin.CompareWidths(t, want.Sheets[i], got.Sheets[i])
			}
		})
	}
}
