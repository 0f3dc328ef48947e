package validate_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"suanqing/validate"
	"suanqing/validate/lab/fixture"
	"suanqing/validate/report"
)

// slipped edits a block of a form of functional codes as if it had been pasted by rows
// further down, over whatever stood there; where it stood nothing is left.
func slipped(w *fixture.Workbook, form string, columns map[string]bool, from, to, by int) (edits []string) {
	at := map[string]string{} // by cell
	rows := map[int]bool{}
	for _, p := range w.Placements {
		if p.Form == form {
			at[p.Cell] = p.Value
			_, row, _ := excelize.CellNameToCoordinates(p.Cell)
			rows[row] = true
		}
	}
	for cell := range at {
		col, row, _ := excelize.CellNameToCoordinates(cell)
		name, _ := excelize.ColumnNumberToName(col)
		if !columns[name] || row < from || row > to+by {
			continue
		}
		value := ""
		if source := row - by; source >= from && source <= to {
			value = at[fmt.Sprintf("%s%d", name, source)]
		}
		if value != at[cell] {
			edits = append(edits, fmt.Sprintf("%s!%s = %s", form, cell, value))
		}
	}
	return edits
}

// TestSlippedBlocksAreNamed slips blocks of three columns by one to five rows on a report
// all of whose money stands on two forms, which so tell each other's figures.
func TestSlippedBlocksAreNamed(t *testing.T) {
	w, err := fixture.Load("lanshan-2023")
	require.NoError(t, err)
	planted, named, home := 0, 0, 0
	for by := 1; by <= 5; by++ {
		for _, form := range []string{fixture.F03, fixture.F05} {
			for from := 9; from < 20; from += 3 {
				for _, length := range []int{4, 9} {
					edits := slipped(w, form, map[string]bool{"C": true, "D": true, "E": true}, from, from+length, by)
					data, err := w.Edit(edits...)
					require.NoError(t, err)
					r := validate.Check("a.xlsx", data, nil).Report
					planted++
					if len(r.Suspects) > 0 && r.Suspects[0].Shape == report.Block && r.Suspects[0].Form == form {
						named++
						if r.Suspects[0].Down == -by {
							home++
						}
					}
				}
			}
		}
	}
	t.Logf("%d blocks, %d named, %d with the way home", planted, named, home)
	assert.GreaterOrEqual(t, 100*named, 90*planted)
	assert.GreaterOrEqual(t, 100*home, 80*planted)
}
