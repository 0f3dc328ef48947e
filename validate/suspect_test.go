package validate_test

import (
	"bytes"
	"fmt"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"suanqing/validate"
	"suanqing/validate/lab/fixture"
	"suanqing/validate/report"
)

// suspectsOf checks a seed with edits and gives the report.
func suspectsOf(t *testing.T, name string, edits ...string) *report.Report {
	t.Helper()
	w, err := fixture.Load(name)
	require.NoError(t, err)
	data, err := w.Edit(edits...)
	require.NoError(t, err)
	r := validate.Check(name+".xlsx", data, nil).Report
	require.Nil(t, r.Error)
	return r
}

// errorsOf are the errors' indices.
func errorsOf(r *report.Report) []int {
	var list []int
	for i := range r.Findings {
		if r.Findings[i].Severity == report.Error {
			list = append(list, i)
		}
	}
	return list
}

// TestSuspect: one wrong figure is named, with what it should read and why, and
// explains every error there is.
func TestSuspect(t *testing.T) {
	for _, c := range []struct{ edit, row, column, value, suggest, kind string }{
		{"F03[2010302, 项目支出] = 2560.05", "2010302", "项目支出", "2560.05", "256.05", "digit-doubled"},
		{"F03[2010302, 项目支出] = 26.05", "2010302", "项目支出", "26.05", "256.05", "digit-dropped"},
		{"F03[2010302, 项目支出] = 265.05", "2010302", "项目支出", "265.05", "256.05", "digits-swapped"},
		{"F03[2010302, 项目支出] = 259.05", "2010302", "项目支出", "259.05", "256.05", "digit-changed"},
		{"F03[2010302, 项目支出] = 2560.5", "2010302", "项目支出", "2560.50", "256.05", "point-shifted"},
		{"F03[2010302, 项目支出] = 2560512.34", "2010302", "项目支出", "2560512.34", "256.05", "unit"},
		{"F03[2010302, 项目支出] = -256.05", "2010302", "项目支出", "-256.05", "256.05", "sign"},
		{"F03[2010302, 项目支出] = 1.23", "2010302", "项目支出", "1.23", "256.05", "value"},
		{"F01[本年收入合计, 金额] = 1555.55", "本年收入合计", "金额", "1555.55", "1677.91", "stale-total"},
		{"F01[210, 金额] = 46.86", "210", "金额", "46.86", "45.86", "digit-changed"},
	} {
		r := suspectsOf(t, "lanshan-2023", c.edit)
		require.Len(t, r.Suspects, 1, c.edit)
		s := r.Suspects[0]
		assert.Equal(t, [5]string{c.row, c.column, c.value, c.suggest, c.kind}, [5]string{s.Row, s.Column, s.Value, s.Suggest, s.Kind}, c.edit)
		assert.True(t, s.Likely, c.edit)
		assert.NotEmpty(t, s.Why)
		assert.Equal(t, errorsOf(r), s.Explains, c.edit)
		assert.Empty(t, s.Alternatives, c.edit)
		require.Len(t, s.Changes, 1)
		assert.Equal(t, s.Change, s.Changes[0])
	}
}

// TestExchangedAndMoved: two cells, one slip.
func TestExchangedAndMoved(t *testing.T) {
	r := suspectsOf(t, "lanshan-2023", "F03[2010302, 项目支出] = 139.29", "F03[2010399, 项目支出] = 256.05")
	require.Len(t, r.Suspects, 1)
	assert.Equal(t, "exchanged", r.Suspects[0].Kind)
	assert.Len(t, r.Suspects[0].Changes, 2)
	assert.Equal(t, errorsOf(r), r.Suspects[0].Explains)

	r = suspectsOf(t, "lanshan-2023", "F01[210, 金额] =", "F01[211, 金额] = 45.86")
	require.Len(t, r.Suspects, 1)
	assert.Equal(t, "moved", r.Suspects[0].Kind)
	assert.Equal(t, "211", r.Suspects[0].Row, "the figure where it stands comes first")
	assert.Equal(t, errorsOf(r), r.Suspects[0].Explains)
}

// TestTypedOver: a figure typed over its neighbour's, its own cell left blank, is one slip
// that tells both, what was lost as well.
func TestTypedOver(t *testing.T) {
	r := suspectsOf(t, "lanshan-2023", "F03[20103, 项目支出] =", "F03[20103, 基本支出] = 395.34")
	require.Len(t, r.Suspects, 1)
	s := r.Suspects[0]
	assert.Equal(t, "moved", s.Kind)
	assert.True(t, s.Likely)
	require.Len(t, s.Changes, 2)
	assert.Equal(t, [2]string{"基本支出", "1061.71"}, [2]string{s.Changes[0].Column, s.Changes[0].Suggest}, "what was typed over")
	assert.Equal(t, [2]string{"项目支出", "395.34"}, [2]string{s.Changes[1].Column, s.Changes[1].Suggest})
	assert.Equal(t, errorsOf(r), s.Explains)
}

// TestTypedOverEitherSide: of two neighbours that read what a blank cell lacks, either may
// have been typed over, and none is called likely.
func TestTypedOverEitherSide(t *testing.T) {
	r := suspectsOf(t, "lanshan-2023", "F09[决算数, 因公出国（境）费] =", "F09[预算数, 公务接待费] = 1.17")
	for _, s := range r.Suspects {
		assert.False(t, s.Kind == "moved" && s.Likely, s.Why)
	}
}

// TestRowLeftOut: a row that another form has.
func TestRowLeftOut(t *testing.T) {
	w, err := fixture.Load("lanshan-2023")
	require.NoError(t, err)
	at, ok := w.At("F05", "2010399", "小计")
	require.True(t, ok)
	row := at.Cell[1:]
	r := suspectsOf(t, "lanshan-2023", "F05!"+row+" delete-row")
	require.Len(t, r.Suspects, 1)
	s := r.Suspects[0]
	assert.Equal(t, [3]string{"row-left-out", "2010399", ""}, [3]string{s.Kind, s.Row, s.Suggest}, "no figure for a cell that is right")
	assert.Contains(t, s.Why, "漏了")
	assert.Contains(t, s.Why, "139.29")
	assert.Empty(t, s.Changes, "there is no cell to change")
	assert.Equal(t, errorsOf(r), s.Explains)
}

// TestAlternatives: a detail that stands in one sum only may be any of them;
// all are told and none is called likely.
func TestAlternatives(t *testing.T) {
	r := suspectsOf(t, "lanshan-2023", "F06[30204, 金额] = 7.00")
	require.Len(t, r.Suspects, 1)
	assert.False(t, r.Suspects[0].Likely)
	assert.NotEmpty(t, r.Suspects[0].Alternatives)
}

// TestNoSuspectWithoutError: rounding alone, and structure alone, accuse nobody.
func TestNoSuspectWithoutError(t *testing.T) {
	for _, name := range fixture.Names() {
		r := suspectsOf(t, name)
		assert.Empty(t, errorsOf(r), name)
		assert.NotNil(t, r.Suspects)
		assert.Empty(t, r.Suspects, name)
	}
	r := suspectsOf(t, "lanshan-2023", "F05 delete")
	assert.Empty(t, r.Suspects)
}

// drawn prints a book in a plain layout and checks it.
func drawn(t *testing.T, b *fixture.Book) *report.Report {
	t.Helper()
	r := validate.Check("a.xlsx", fixture.MustRender(b, fixture.Layout{}).Bytes, nil).Report
	require.Nil(t, r.Error)
	return r
}

// explained says that suspects, few of them, explain every error.
func explained(t *testing.T, r *report.Report, most int) {
	t.Helper()
	assert.LessOrEqual(t, len(r.Suspects), most)
	told := map[int]bool{}
	for _, s := range r.Suspects {
		for _, i := range s.Explains {
			told[i] = true
		}
	}
	for _, i := range errorsOf(r) {
		assert.True(t, told[i], "%s is not explained", r.Findings[i].Message)
	}
}

// TestFourDroppedDigits: as in a published report, four cells lack a digit.
func TestFourDroppedDigits(t *testing.T) {
	b := fixture.Generate(7, fixture.Options{NoOther: true, Classes: 8, Items: 4}).InUnit("万元")
	planted := map[string]string{}
	for i, form := range []string{fixture.F03, fixture.F05, fixture.F01, fixture.F04} {
		f := b.Forms[form]
		column := map[string]string{fixture.F03: "基本支出", fixture.F05: "项目支出", fixture.F01: "金额", fixture.F04: "合计"}[form]
		seen := 0
		for _, r := range f.Rows {
			if v := r.Values[column]; len(v) > 5 && len(r.Key) >= 3 && r.Key[0] == '2' {
				if seen++; seen == i+2 {
					planted[form+"/"+r.Key] = v
					r.Values[column] = v[:1] + v[2:]
					break
				}
			}
		}
	}
	require.Len(t, planted, 4)
	r := drawn(t, b)
	explained(t, r, 4)
	require.Len(t, r.Suspects, 4)
	for _, s := range r.Suspects {
		assert.Equal(t, "digit-dropped", s.Kind)
		assert.True(t, s.Likely)
		want, err := decimal.NewFromString(planted[s.Form+"/"+s.Row])
		require.NoError(t, err, "%s %s was not touched", s.Form, s.Row)
		got, err := decimal.NewFromString(s.Suggest)
		require.NoError(t, err)
		assert.True(t, want.Sub(got).Abs().LessThanOrEqual(decimal.New(2, -2)), "%s for %s", got, want)
	}
}

// slip prints each figure of rows one row lower, from the row of a key on until
// the last row of a code.
func slip(f *fixture.Form, columns []string, by int) int {
	var rows []*fixture.Row
	for _, r := range f.Rows {
		if len(r.Key) >= 3 && r.Key[0] == '2' {
			rows = append(rows, r)
		}
	}
	moved := 0
	for _, c := range columns {
		was := make([]string, len(rows))
		for i, r := range rows {
			was[i] = r.Values[c]
		}
		for i, r := range rows {
			r.Values[c] = ""
			if i >= by {
				r.Values[c] = was[i-by]
			}
			if r.Values[c] != was[i] {
				moved++
			}
		}
	}
	return moved
}

// TestSlippedDetails: as in a published report, the classes of a summary stand
// a row too low: one slip, not dozens of errors.
func TestSlippedDetails(t *testing.T) {
	for _, form := range []string{fixture.F01, fixture.F04} {
		for seed := range int64(6) {
			b := fixture.Generate(seed, fixture.Options{Classes: 12}).InUnit("万元")
			columns := []string{"金额"}
			if form == fixture.F04 {
				columns = []string{"合计", "一般公共预算"}
			}
			require.Greater(t, slip(b.Forms[form], columns, 1), 8)
			r := drawn(t, b)
			require.NotEmpty(t, errorsOf(r))
			explained(t, r, 5)
			require.NotEmpty(t, r.Suspects)
			assert.Equal(t, "shifted", r.Suspects[0].Kind, "%s seed %d", form, seed)
			assert.NotEmpty(t, r.Suspects[0].Range)
		}
	}
}

// TestSlippedForm: a whole form stands rows too low.
func TestSlippedForm(t *testing.T) {
	for _, form := range []string{fixture.F03, fixture.F05} {
		for seed := range int64(6) {
			for by := 1; by <= 2; by++ {
				b := fixture.Generate(seed, fixture.Options{NoOther: seed%2 == 0, Classes: 6, Items: 3}).InUnit("万元")
				f := b.Forms[form]
				require.Greater(t, slip(f, f.Columns, by), 20)
				r := drawn(t, b)
				name := fmt.Sprint(form, " seed ", seed, " by ", by)
				require.NotEmpty(t, errorsOf(r), name)
				if assert.NotEmpty(t, r.Suspects, name) {
					assert.Equal(t, "shifted", r.Suspects[0].Kind, name)
				}
				assert.LessOrEqual(t, len(r.Suspects), 5, name)
			}
		}
	}
}

// TestWrongUnit: a form that states the wrong unit is one thing to mend.
func TestWrongUnit(t *testing.T) {
	for seed := range int64(8) {
		b := fixture.Generate(seed, fixture.Options{}).InUnit("万元")
		form := []string{fixture.F03, fixture.F05, fixture.F06, fixture.F09}[seed%4]
		w := fixture.MustRender(b, fixture.Layout{})
		f, err := excelize.OpenReader(bytes.NewReader(w.Bytes))
		require.NoError(t, err)
		found, err := f.SearchSheet(w.Sheet(form), "单位：万元", true)
		require.NoError(t, err)
		require.NotEmpty(t, found, form)
		require.NoError(t, f.SetCellStr(w.Sheet(form), found[0], "单位：元"))
		r := validate.Check("a.xlsx", bytesOf(t, f), nil).Report
		require.NotEmpty(t, errorsOf(r), form)
		require.Len(t, r.Suspects, 1, form)
		assert.Equal(t, "unit", r.Suspects[0].Kind)
		assert.Equal(t, form, r.Suspects[0].Form)
		explained(t, r, 1)
	}
}
