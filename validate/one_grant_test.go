package validate_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"suanqing/validate"
	"suanqing/validate/lab/fixture"
	"suanqing/validate/report"
)

// TestOneGrant: until 2018 F01 printed 财政拨款收入 in the place of its three kinds, the
// fund as a part of it. A wrong one is found and named; the part is in no sum.
func TestOneGrant(t *testing.T) {
	t.Parallel()
	b := fixture.Generate(3, fixture.Options{Classes: 3, Sections: 2, Items: 2, NoState: true, Year: 2018})
	w := fixture.MustRender(b, fixture.Layout{OneGrant: true, Before2020: true, TitleYear: true})
	planted := func(label, value string) *report.Report {
		data := redrawn(t, w, "F01", func(f *excelize.File, sheet string) {
			rows, err := f.GetRows(sheet)
			require.NoError(t, err)
			for r, cells := range rows {
				if len(cells) > 0 && strings.TrimSpace(strings.ReplaceAll(cells[0], "　", "")) == label {
					at, _ := excelize.CoordinatesToCellName(3, r+1)
					require.NoError(t, f.SetCellDefault(sheet, at, value))
					return
				}
			}
			require.Fail(t, "not printed", label)
		})
		return validate.Check("planted.xlsx", data, nil).Report
	}
	broken := func(r *report.Report) (rules []string) {
		for _, i := range errorsOf(r) {
			rules = append(rules, r.Findings[i].Rule)
		}
		return rules
	}
	assert.Equal(t, report.Pass, validate.Check("right.xlsx", w.Bytes, nil).Report.Verdict)

	r := planted("一、财政拨款收入", "98765432.10")
	assert.ElementsMatch(t, []string{"F01.income", "F01-F02.appropriation"}, broken(r))
	require.NotEmpty(t, r.Suspects)
	assert.Equal(t, [3]string{"F01", "财政拨款收入", "金额"}, [3]string{r.Suspects[0].Form, r.Suspects[0].Row, r.Suspects[0].Column})

	r = planted("其中：政府性基金预算财政拨款", "98765432.10")
	assert.Equal(t, []string{"F01-F04.government"}, broken(r))
	for _, o := range r.Rules {
		if o.Rule == "F01-F04.general" {
			assert.Equal(t, report.Skipped, o.Outcome)
			assert.False(t, o.Unchecked)
			assert.Contains(t, o.Reason, "财政拨款收入")
		}
	}
}
