package validate_test

import (
	"bytes"
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"suanqing/validate"
	"suanqing/validate/lab/fixture"
	"suanqing/validate/report"
)

// mistypings change a code as clerks do: the last digits, so that it stands in its own
// 款, those of the 款, those of the 类.
var mistypings = []struct {
	name string
	at   int
}{{"last digit", 6}, {"section", 4}, {"class", 2}}

// TestMistypedCodesAreNamed types each 项 code of each form of functional codes wrong, on
// that form alone, and expects it named as a code, with the code it should be.
func TestMistypedCodesAreNamed(t *testing.T) {
	for _, base := range []string{"lanshan-2023", "clean-yuan"} {
		w, err := fixture.Load(base)
		require.NoError(t, err)
		planted, named := 0, 0
		for _, form := range []string{fixture.F02, fixture.F03, fixture.F05, fixture.F07} {
			for _, m := range mistypings {
				for sheet, cells := range codeCells(w, form) {
					for cell, code := range cells {
						wrong := []byte(code)
						wrong[m.at] = '0' + (wrong[m.at]-'0'+3)%10
						data, err := w.Edit(fmt.Sprintf("%s!%s = %q", form, cell, wrong))
						require.NoError(t, err)
						r := validate.Check(base, data, nil).Report
						planted++
						hit := len(r.Suspects) > 0 && r.Suspects[0].Shape == report.Code && r.Suspects[0].Sheet == sheet &&
							r.Suspects[0].Cell == cell && r.Suspects[0].Suggest == code
						if hit {
							named++
						} else {
							t.Logf("%s %s %s %s→%s (%s): %v", base, form, cell, code, wrong, m.name, suspectsSaid(r))
						}
					}
				}
			}
		}
		t.Logf("%s: %d of %d named", base, named, planted)
		assert.GreaterOrEqual(t, 100*named, 90*planted, base)
	}
}

func suspectsSaid(r *report.Report) (out []string) {
	for i := range r.Suspects {
		out = append(out, r.Suspects[i].Kind+" "+r.Suspects[i].Cell+" "+r.Suspects[i].Suggest)
	}
	return out
}

// codeCells are the cells of a form's 项 codes, by sheet.
func codeCells(w *fixture.Workbook, form string) map[string]map[string]string {
	found := map[string]map[string]string{}
	f, err := excelize.OpenReader(bytes.NewReader(w.Bytes))
	if err != nil {
		panic(err)
	}
	defer f.Close()
	for _, p := range w.Placements {
		if p.Form != form || len(p.Row) != 7 {
			continue
		}
		_, row, _ := excelize.CellNameToCoordinates(p.Cell)
		cell := fmt.Sprintf("A%d", row)
		if v, _ := f.GetCellValue(p.Sheet, cell); v == p.Row {
			if found[p.Sheet] == nil {
				found[p.Sheet] = map[string]string{}
			}
			found[p.Sheet][cell] = v
		}
	}
	return found
}
