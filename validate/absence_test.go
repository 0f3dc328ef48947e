package validate_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"suanqing/validate"
	"suanqing/validate/form"
	"suanqing/validate/lab/fixture"
	"suanqing/validate/report"
)

// eight is a workbook without F08, after edits.
func eight(t *testing.T, year int, l fixture.Layout, state bool, edits ...string) *report.Report {
	t.Helper()
	l.TitleYear = year != 0
	b := fixture.Generate(5, fixture.Options{Classes: 4, Sections: 2, Items: 2, NoState: !state, Year: year})
	w := fixture.MustRender(b, l)
	if w.Sheet("F08") != "" {
		edits = append(edits, "F08 delete")
	}
	data, err := w.Edit(edits...)
	require.NoError(t, err)
	r := validate.Check("eight.xlsx", data, nil).Report
	require.Nil(t, r.Error)
	return r
}

// withoutYears leaves out what is said of names: fixtures draw years and names apart.
func withoutYears(said []string) []string {
	return slices.DeleteFunc(said, func(s string) bool { return strings.HasPrefix(s, "code.other-year") })
}

// TestASetWithoutTheStateCapitalForm: where the other forms show that it would be empty,
// nothing is missing, which is said once; no rule about it passes.
func TestASetWithoutTheStateCapitalForm(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		year   int
		layout fixture.Layout
		edits  []string
		why    string
	}{
		"its column blank":      {2023, fixture.Layout{}, nil, "总表上这一项没有数"},
		"zeros":                 {2023, fixture.Layout{Zero: "0.00"}, nil, "总表上这一项没有数"},
		"dashes":                {2023, fixture.Layout{Zero: "—"}, nil, "总表上这一项没有数"},
		"without the column":    {2023, fixture.Layout{Before2020: true}, nil, "总表上这一项没有数"},
		"no year":               {0, fixture.Layout{}, nil, "总表上这一项没有数"},
		"before there were any": {2018, fixture.Layout{Before2020: true, OldNames: true}, nil, "2019 年及以前的决算没有这张表"},
		"the year tells":        {2018, fixture.Layout{Before2020: true}, []string{"F05 delete"}, "2019 年及以前的决算没有这张表"},
	} {
		r := eight(t, c.year, c.layout, false, c.edits...)
		assert.Equal(t, report.Form{Form: "F08", Title: form.Public().ByID("F08").Title, Status: report.Missing, State: report.StateAbsent, Reason: c.why}, r.Forms[7], name)
		if c.edits == nil {
			assert.Equal(t, report.Pass, r.Verdict, name)
			assert.Equal(t, []string{"book.forms 没有此表：国有资本经营预算财政拨款支出决算表（" + c.why + "）。"}, withoutYears(said(r)), name)
			assert.Equal(t, report.Notice, r.Findings[0].Severity, name)
		}
		for _, o := range r.Rules {
			if strings.HasPrefix(o.Rule, "F08.") || strings.HasPrefix(o.Rule, "F04-F08.") {
				assert.Equal(t, report.Skipped, o.Outcome, "%s %s", name, o.Rule)
				assert.Contains(t, o.Reason, c.why, "%s %s", name, o.Rule)
				assert.False(t, o.Unchecked, "%s %s", name, o.Rule)
			}
		}
	}
}

// TestTheStateCapitalFormIsMissing: where the others print its money, that is an error at
// their cells; where they cannot tell, nothing is known.
func TestTheStateCapitalFormIsMissing(t *testing.T) {
	t.Parallel()
	r := eight(t, 2023, fixture.Layout{}, true)
	assert.Equal(t, report.Fail, r.Verdict)
	require.Len(t, errorsOf(r), 1)
	f := r.Findings[errorsOf(r)[0]]
	assert.Equal(t, "book.forms", f.Rule)
	forms := map[string]bool{}
	for _, cell := range f.Cells {
		forms[cell.Form] = true
		assert.NotEmpty(t, cell.Value)
	}
	assert.Equal(t, map[string]bool{"F01": true, "F04": true}, forms)
	assert.Empty(t, r.Forms[7].Reason)

	for name, edit := range map[string]string{
		"no F04": "F04 delete",
		"no F07": "F07 delete",
	} {
		r := eight(t, 2023, fixture.Layout{}, false, edit)
		assert.Equal(t, report.Incomplete, r.Verdict, name)
	}
	r = eight(t, 2023, fixture.Layout{}, false, `F04[本年支出合计, 国有资本经营预算] = "待填"`)
	assert.Empty(t, r.Forms[7].Reason, "a word in its place")
	r = eight(t, 2023, fixture.Layout{}, true, "F07 delete")
	assert.Empty(t, errorsOf(r), "where more is missing it may stand with that")
	assert.Equal(t, report.Incomplete, r.Verdict)
}

// TestNudgedWithoutTheStateCapitalForm: every figure of a set of eight forms, changed,
// is found as it is where the form stands, empty, beside.
func TestNudgedWithoutTheStateCapitalForm(t *testing.T) {
	t.Parallel()
	b := fixture.Generate(5, fixture.Options{Classes: 2, Sections: 1, Items: 2, NoState: true})
	brokenBy := func(l fixture.Layout, edit string) (broken []string) {
		w := fixture.MustRender(b, l)
		data, err := w.Edit(edit)
		require.NoError(t, err)
		r := validate.Check("nudged.xlsx", data, nil).Report
		for _, o := range r.Rules {
			if o.Outcome == report.Violated && !strings.HasPrefix(o.Rule, "F04-F08.") && !strings.HasPrefix(o.Rule, "book.") && !strings.HasPrefix(o.Rule, "form.") {
				broken = append(broken, o.Rule)
			}
		}
		if strings.Contains(edit, "国有资本") {
			assert.NotEmpty(t, errorsOf(r), edit)
		}
		return broken
	}
	for i, p := range fixture.MustRender(b, fixture.Layout{}).Placements {
		if p.Form == "F08" || i%11 != 0 && (p.Form != "F04" || i%4 != 0) {
			continue
		}
		edit := p.Form + "[" + p.Row + ", " + p.Column + "] = 98765.43"
		assert.Equal(t, brokenBy(fixture.Layout{}, edit), brokenBy(fixture.Layout{EightForms: true}, edit), edit)
	}
}
