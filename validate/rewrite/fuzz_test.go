package rewrite_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"suanqing/validate/document"
	"suanqing/validate/files"
	"suanqing/validate/read/xlsx"
	"suanqing/validate/rewrite"
)

// FuzzXLSX: whatever a reader gives, its copy opens and has the same cells.
func FuzzXLSX(f *testing.F) {
	for _, pattern := range []string{"../../testdata/xls/s*.xls", "../../testdata/csv/*", "../../testdata/ods/*"} {
		names, err := filepath.Glob(pattern)
		require.NoError(f, err)
		for _, name := range names {
			if data, err := os.ReadFile(name); err == nil && len(data) < 64<<10 {
				f.Add(data)
			}
		}
	}
	for _, s := range []string{
		"a,\x01b\n_x0041_,\"c\nd\"",
		`<table><tr><td colspan=2 x:num="1e3">&#1;a]]&gt;</td><td rowspan=3 style='mso-number-format:"0\.00_ "'>1</td></tr></table>`,
		`<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet Name="a"><Table><Row><Cell><Data Type="Boolean">1</Data></Cell><Cell><Data Type="Error">#REF!</Data></Cell></Row></Table></Worksheet></Workbook>`,
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		want, err := files.Open(data, "")
		if err != nil {
			return
		}
		made, err := rewrite.XLSX(want)
		require.NoError(t, err)
		got, err := xlsx.Open(made)
		require.NoError(t, err)
		require.Len(t, got.Sheets, len(want.Sheets))
		for i, s := range want.Sheets {
			assert.Equal(t, s.Name, got.Sheets[i].Name)
			assert.ElementsMatch(t, s.Merges, got.Sheets[i].Merges)
			for r := range s.Rows {
				for k := range s.Rows[r].Cells {
					if c := &s.Rows[r].Cells[k]; document.Content(c.Stored) != "" {
						g := got.Sheets[i].At(c.Row, c.Col)
						require.NotNil(t, g, "%d %d %q", c.Row, c.Col, c.Stored)
						assert.Equal(t, []any{c.Kind, c.Stored, c.Shown()}, []any{g.Kind, g.Stored, g.Shown()})
					}
				}
			}
		}
	})
}
