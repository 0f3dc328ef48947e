package validate_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"suanqing/validate"
	"suanqing/validate/lab/fixture"
	"suanqing/validate/report"
)

// totalsAsFormulas edits the column of totals of 一般公共预算财政拨款支出决算表 into formulas over the typed
// columns beside it; those of some rows are left as they are.
func totalsAsFormulas(t *testing.T, but string) []string {
	t.Helper()
	w, err := fixture.Load("lanshan-2023")
	require.NoError(t, err)
	var edits []string
	for _, p := range w.Placements {
		if p.Form == fixture.F05 && p.Column == "小计" && p.Row != but && p.Value != "" {
			_, row, err := excelize.CellNameToCoordinates(p.Cell)
			require.NoError(t, err)
			edits = append(edits, fmt.Sprintf("F05!%s = =SUM(D%d:E%d) -> %s", p.Cell, row, row, strings.ReplaceAll(p.Value, ",", "")))
		}
	}
	return edits
}

func firstSuspect(t *testing.T, edits ...string) report.Suspect {
	t.Helper()
	w, err := fixture.Load("lanshan-2023")
	require.NoError(t, err)
	data, err := w.Edit(edits...)
	require.NoError(t, err)
	r := validate.Check("a.xlsx", data, nil).Report
	require.NotEmpty(t, r.Suspects)
	return r.Suspects[0]
}

// TestTypedBesideFormulas: a digit doubled in a column that is typed is no formula
// overwritten, whatever stands along its row.
func TestTypedBesideFormulas(t *testing.T) {
	s := firstSuspect(t, append(totalsAsFormulas(t, ""), "F05[2010302, 项目支出] = 2556.05")...)
	assert.Equal(t, "256.05", s.Suggest)
	assert.Equal(t, "digit-doubled", s.Kind)
}

// TestTypedOverAFormula: the one constant in a column of formulas is.
func TestTypedOverAFormula(t *testing.T) {
	s := firstSuspect(t, append(totalsAsFormulas(t, "2010302"), "F05[2010302, 小计] = 411.93")...)
	assert.Equal(t, "256.05", s.Suggest)
	assert.Equal(t, "overwritten", s.Kind)
}

// TestNothingUnbelievable: whatever one figure of the real report is changed to, no
// suggestion is negative.
func TestNothingUnbelievable(t *testing.T) {
	w, err := fixture.Load("lanshan-2023")
	require.NoError(t, err)
	checked := 0
	for i, p := range w.Placements {
		if i%7 != 0 || p.Value == "" {
			continue
		}
		data, err := w.Edit(fmt.Sprintf("%s[%s, %s] = 5000.13", p.Form, p.Row, p.Column), "F06[30231, 金额] = 1764.18")
		require.NoError(t, err)
		for _, s := range validate.Check("a.xlsx", data, nil).Report.Suspects {
			for _, c := range s.Changes {
				checked++
				assert.False(t, strings.HasPrefix(c.Suggest, "-"), "%s %s: %s", p.Form, p.Cell, c.Suggest)
			}
		}
	}
	assert.Greater(t, checked, 30)
}
