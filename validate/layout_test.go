package validate_test

import (
	"fmt"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"suanqing/validate"
	"suanqing/validate/amount"
	"suanqing/validate/bind"
	"suanqing/validate/form"
	"suanqing/validate/internal/fixture"
	"suanqing/validate/report"
	"suanqing/validate/workbook"
)

// layouts is how many random layouts each run reads.
const layouts = 300

// misbound says, figure by figure, where the binder and the fixture's own
// record of what it put where disagree.
func misbound(t *testing.T, w *fixture.Workbook) []string {
	t.Helper()
	wb, err := workbook.Open(w.Bytes)
	require.NoError(t, err)
	return misboundIn(wb, w.Placements)
}

func misboundIn(wb *workbook.Book, placements []fixture.Placement) []string {
	b := bind.Find(wb, nil)
	var wrong []string
	for _, p := range placements {
		table := b.Tables[form.ID(p.Form)]
		if table == nil {
			wrong = append(wrong, p.Form+" not found")
			continue
		}
		var f *bind.Figure
		if r := table.Row(p.Row); r != nil {
			f = r.Figure(p.Column)
		}
		if f == nil {
			wrong = append(wrong, fmt.Sprintf("%s[%s, %s] at %s not bound", p.Form, p.Row, p.Column, p.Cell))
			continue
		}
		at := wb.Sheets[f.At.Sheet].Name + "!" + workbook.Address(f.At.Row, f.At.Col)
		want := decimal.Zero
		if p.Value != "" {
			want = decimal.RequireFromString(p.Value)
		}
		inUnit := f.Value
		if table.Unit.Known() {
			inUnit, _ = b.Unit.In(table.Unit, inUnit)
		}
		got := decimal.RequireFromString(amount.Plain(inUnit))
		if at != p.Sheet+"!"+p.Cell || !got.Equal(want) {
			wrong = append(wrong, fmt.Sprintf("%s[%s, %s]: %s = %s, want %s!%s = %s", p.Form, p.Row, p.Column, at, got, p.Sheet, p.Cell, want))
		}
	}
	b.Each(func(table *bind.Table) {
		for _, u := range table.Unbound {
			wrong = append(wrong, fmt.Sprintf("%s: %s (%s) unbound: %s", table.Form.ID, workbook.Address(u.At.Row, u.At.Col), u.Shown, u.Reason))
		}
	})
	return wrong
}

// falseAlarms lists what a check says against a consistent report.
func falseAlarms(t *testing.T, w *fixture.Workbook) []string {
	t.Helper()
	r := validate.Check("clean.xlsx", w.Bytes, nil).Report
	if r.Error != nil {
		return []string{r.Error.Message}
	}
	var alarms []string
	for _, f := range r.Findings {
		if f.Severity == report.Error {
			alarms = append(alarms, f.Rule+" "+f.Message)
		}
	}
	for _, o := range r.Rules {
		if o.Unchecked {
			alarms = append(alarms, "unchecked "+o.Rule+": "+o.Reason)
		}
	}
	return alarms
}

func TestEveryFigureOfTheCommittedFilesIsBound(t *testing.T) {
	for _, name := range fixture.Names() {
		w, err := fixture.Load(name)
		require.NoError(t, err)
		assert.Empty(t, misbound(t, w), name)
	}
}

// TestWithoutMerges: headers whose groups were never merged, their label in the
// first cell only, bind all the same.
func TestWithoutMerges(t *testing.T) {
	for _, name := range fixture.Names() {
		w, err := fixture.Load(name)
		require.NoError(t, err)
		wb, err := workbook.Open(w.Bytes)
		require.NoError(t, err)
		for _, s := range wb.Sheets {
			s.Merges = nil
		}
		assert.Empty(t, misboundIn(wb, w.Placements), name)
	}
}

// TestAnyLayout: whatever the layout, every figure is bound to its form, row
// and column, and a consistent report raises no error.
func TestAnyLayout(t *testing.T) {
	books := make([]*fixture.Book, 5)
	for i := range books {
		books[i] = fixture.Generate(int64(i), fixture.Options{Classes: 4, Sections: 2, Items: 2})
	}
	for seed := range int64(layouts) {
		layout := fixture.RandomLayout(seed)
		if layout.Unit == "" && seed%2 == 0 {
			layout.Unit = "万元"
		}
		w, err := fixture.Render(books[seed%5], layout)
		require.NoError(t, err)
		wrong := misbound(t, w)
		if layout.Unit != "百万元" && layout.Unit != "亿元" {
			// In so large a unit whole items of these small books round to a
			// zero, and where zeros are printed for blanks nothing tells the
			// two apart.
			wrong = append(wrong, falseAlarms(t, w)...)
		}
		if len(wrong) > 0 {
			t.Errorf("layout %d: %d wrong, first %s\n%+v", seed, len(wrong), wrong[:min(3, len(wrong))], layout)
		}
	}
}
