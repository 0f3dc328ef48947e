package ods

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"suanqing/validate/document"
	"suanqing/validate/lab/twin"
	"suanqing/validate/read/xlsx"
)

const (
	fixtures = "../../../testdata/ods/"
	twins    = "../../../testdata/xls/"
)

// TestTwins reads what LibreOffice saved of one workbook as .ods, .fods and .xlsx and
// compares all that a document holds.
func TestTwins(t *testing.T) {
	files, err := filepath.Glob(fixtures + "*.*ods")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			open := Open
			if strings.HasSuffix(file, ".fods") {
				open = OpenFlat
			}
			got := twin.Open(t, file, open)
			want := twin.Open(t, twins+strings.TrimSuffix(filepath.Base(file), filepath.Ext(file))+".xlsx", xlsx.Open)
			require.Len(t, got.Sheets, len(want.Sheets))
			for i := range want.Sheets {
				if strings.HasPrefix(filepath.Base(file), "formats") {
					withoutOddDates(want.Sheets[i])
					withoutOddDates(got.Sheets[i])
				}
				if c := want.Sheets[i].At(0, 5); c != nil && strings.HasPrefix(filepath.Base(file), "strings") {
					c.Stored = strings.ReplaceAll(c.Stored, "\t", "") // LibreOffice loses it
				}
				twin.Compare(t, want.Sheets[i], got.Sheets[i])
			}
		})
	}
}

// withoutOddDates leaves out numbers that are no day in a format of dates, which
// OpenDocument has no words for.
func withoutOddDates(s *document.Sheet) {
	s.Rows = slices.DeleteFunc(s.Rows, func(r document.Row) bool { return r.Index == 21 || r.Index == 22 })
}
