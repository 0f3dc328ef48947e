package bind_test

import (
	"fmt"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"suanqing/validate/bind"
	"suanqing/validate/form"
	"suanqing/validate/internal/fixture"
	"suanqing/validate/workbook"
)

// misbound says, figure by figure, where the binder and the fixture's own
// record of what it put where disagree.
func misbound(t *testing.T, w *fixture.Workbook) []string {
	t.Helper()
	wb, err := workbook.Open(w.Bytes)
	require.NoError(t, err)
	b := bind.Find(wb, nil)
	var wrong []string
	for _, p := range w.Placements {
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
		got := f.Value
		if table.Unit.Known() {
			got = b.Unit.In(table.Unit, got)
		}
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

func TestEveryFigureOfTheCommittedFilesIsBound(t *testing.T) {
	for _, name := range fixture.Names() {
		w, err := fixture.Load(name)
		require.NoError(t, err)
		assert.Empty(t, misbound(t, w), name)
	}
}
