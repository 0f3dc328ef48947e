package validate_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"suanqing/validate"
	"suanqing/validate/lab/fixture"
)

// TestSmallLayouts are departures that random layouts seldom or never bring
// together, each as small as it can be.
func TestSmallLayouts(t *testing.T) {
	t.Parallel()
	books := booksFor(false)
	plain, withEmptyForms := books[0], books[2]
	for name, d := range map[string]drawing{
		"serial numbers before the codes":              {plain, fixture.Layout{Serials: true}},
		"单位：人民币千元":                                     {plain, fixture.Layout{UnitLabel: "单位：人民币", Unit: "千元"}},
		"单位：人民币亿元":                                     {booksFor(true)[0], fixture.Layout{UnitLabel: "单位：人民币", Unit: "亿元"}},
		"codes under their own merge are no figures":   {plain, fixture.Layout{CoveredText: true, Codes: fixture.MergedCode}},
		"one key column beside a group over all else":  {plain, fixture.Layout{YearGroup: true, Codes: fixture.CodeInName}},
		"formulas without values over formulas and —":  {plain, fixture.Layout{Unit: "元", Zero: "—", Formulas: true, Uncached: true}},
		"formulas without values, formats that scale":  {plain, fixture.Layout{Scale: fixture.Thousands, Formulas: true, Uncached: true}},
		"lines above the titles down one sheet":        {plain, fixture.Layout{OneSheet: true, Lines: fixture.AboveLines}},
		"an empty form's statement in its total row":   {withEmptyForms, fixture.Layout{StatementInTotal: true}},
		"split codes as numbers without leading zeros": {plain, fixture.Layout{Codes: fixture.BareSplitCode}},
	} {
		t.Run(name, func(t *testing.T) { assert.Empty(t, wrongWith(t, d)) })
	}
}

// TestPaddedTextIsText: a figure between blanks is text for a spreadsheet's own sums too,
// which is told once for the book.
func TestPaddedTextIsText(t *testing.T) {
	w := fixture.MustRender(booksFor(false)[0], fixture.Layout{Figures: fixture.PaddedText})
	assert.Equal(t, []string{"F01"}, sortedForms(validate.Check("padded.xlsx", w.Bytes, nil).Report, "cell.text-number"))
}

// TestDepartmentInTheTitle: where only the titles name the department, one that
// names another is found; what else stands before a title is no department.
func TestDepartmentInTheTitle(t *testing.T) {
	b := booksFor(false)[0]
	for _, l := range []fixture.Layout{
		{TitleFull: true},
		{TitleFull: true, TitleYear: true},
		{TitleFull: true, TitleYear: true, TitleBroken: true, TitlePrefix: "部门"},
		{TitleFull: true, TitlePrefix: "部门", Attachment: "附件1-1：", AttachedInline: true},
		{TitleFull: true, TitleNumber: fixture.BeforeTitle, Attachment: "附件2", AttachedInline: true},
	} {
		l.Lines = fixture.UnitOnly
		w, err := fixture.Render(b, l)
		require.NoError(t, err)
		assert.Equal(t, b.Department, validate.Check("title.xlsx", w.Bytes, nil).Report.Department)
		assert.Empty(t, alarms(w, drawing{b, l}))

		other := l
		other.Departments = map[string]string{"F05": "示例市第九区水利局"}
		w, err = fixture.Render(b, other)
		require.NoError(t, err)
		assert.Equal(t, []string{"F05"}, sortedForms(validate.Check("title.xlsx", w.Bytes, nil).Report, "book.department"))

		l.TitleFull = false
		w, err = fixture.Render(b, l)
		require.NoError(t, err)
		assert.Empty(t, validate.Check("title.xlsx", w.Bytes, nil).Report.Department)
	}
}
