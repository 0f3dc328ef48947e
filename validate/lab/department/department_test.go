package department_test

import (
	"fmt"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"suanqing/validate/lab/department"
	"suanqing/validate/lab/fixture"
)

var shapes = []department.Options{
	{}, {Units: 2}, {Units: 3, Flows: 2}, {Units: 4, Deep: 1}, {Units: 6, Deep: 2, Flows: 3}, {Units: 5, Flows: 2, Kept: true},
	{Units: 6, Short: true}, {Units: 40, Deep: 4, Flows: 6},
}

// chain is the figures of F01 to F03 that a payment at an item touches, in 分.
func chain(f *department.Flow) map[fixture.Slot]int64 {
	out := map[fixture.Slot]int64{}
	add := func(form, column, row string) { out[fixture.Slot{Form: form, Row: row, Column: column}] += f.Cents }
	for _, end := range []struct {
		s     fixture.Slot
		total string
	}{{f.Earned, "本年收入合计"}, {f.Spent, "本年支出合计"}} {
		for _, row := range []string{"合计", end.s.Row[:3], end.s.Row[:5], end.s.Row} {
			add(end.s.Form, end.s.Column, row)
			add(end.s.Form, end.total, row)
		}
		add(fixture.F01, "金额", end.total)
	}
	add(fixture.F01, "金额", "收入总计")
	add(fixture.F01, "金额", "支出总计")
	add(fixture.F01, "金额", f.Earned.Column)
	add(fixture.F01, "金额", f.Spent.Row[:3])
	return out
}

// TestUnitsAddUp: to the 分, a department is the sum of its units but for what they paid
// each other, and that stands on both sides.
func TestUnitsAddUp(t *testing.T) {
	for i, o := range shapes {
		d := department.New(int64(i), o)
		for _, p := range d.All() {
			if len(p.Units) == 0 {
				continue
			}
			want := map[fixture.Slot]int64{}
			for _, f := range p.Flows {
				for s, cents := range chain(f) {
					want[s] += cents
				}
				assert.Contains(t, p.Units, f.Payer)
				assert.Contains(t, p.Units, f.Payee)
				for _, end := range []struct {
					p *department.Paper
					s fixture.Slot
				}{{f.Payer, f.Spent}, {f.Payee, f.Earned}} {
					v := decimal.RequireFromString(end.p.Yuan.Value(end.s.Form, end.s.Row, end.s.Column))
					assert.True(t, v.GreaterThanOrEqual(decimal.New(f.Cents, -2)))
				}
			}
			found := p.Differences()
			assert.Len(t, found, len(want), "%+v", o)
			for _, f := range found {
				assert.True(t, f.Sum.Sub(f.Whole).Equal(decimal.New(want[f.Slot], -2)), "%+v %+v", o, f)
			}
		}
	}
}

// TestDepartmentIsMixed: forty units in 元 and 万元, in many layouts, with codes of their
// own, some without forms; and rounded, they do not add up.
func TestDepartmentIsMixed(t *testing.T) {
	d := department.New(1, department.Options{})
	require.Len(t, d.Files(), 41)
	units, names, files, codes, empty, tails := map[string]int{}, map[string]bool{}, map[string]bool{}, map[string]int{}, map[string]int{}, 0
	for _, p := range d.All() {
		units[p.Book.Unit]++
		names[p.Name], files[p.File] = true, true
		for _, r := range p.Book.Forms[fixture.F05].Rows {
			codes[r.Key]++
		}
		for id, f := range p.Book.Forms {
			if f.Empty() {
				empty[id]++
			}
		}
	}
	assert.Greater(t, units["元"], 10)
	assert.Greater(t, units["万元"], 10)
	assert.Len(t, names, 41)
	assert.Len(t, files, 41)
	rare := 0
	for _, n := range codes {
		if n < 20 {
			rare++
		}
	}
	assert.Greater(t, rare, 20)
	for _, id := range []string{fixture.F07, fixture.F08, fixture.F09} {
		assert.Greater(t, empty[id], 1, id)
	}
	f01 := func(b *fixture.Book) decimal.Decimal {
		return decimal.RequireFromString(b.Value(fixture.F01, "本年支出合计", "金额"))
	}
	for seed := range int64(10) {
		d := department.New(seed, department.Options{Units: 6})
		sum := decimal.Zero
		for _, u := range d.Units {
			sum = sum.Add(f01(u.Yuan.InUnit("万元")))
		}
		if !sum.Equal(f01(d.Yuan.InUnit("万元"))) {
			tails++
		}
	}
	assert.Greater(t, tails, 3)
}

func TestSameSeedSameBytes(t *testing.T) {
	o := department.Options{Units: 5, Deep: 1, Flows: 2}
	a, b := department.New(3, o).Files(), department.New(3, o).Files()
	require.Equal(t, len(a), len(b))
	for i := range a {
		assert.Equal(t, a[i].Name, b[i].Name)
		assert.True(t, string(a[i].Bytes) == string(b[i].Bytes), a[i].Name)
	}
	assert.NotEqual(t, fmt.Sprint(a[0].Bytes), fmt.Sprint(department.New(4, o).Files()[0].Bytes))
}
