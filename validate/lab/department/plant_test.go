package department_test

import (
	"slices"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"suanqing/validate/lab/department"
	"suanqing/validate/lab/fixture"
)

// printed is what a workbook's figures read, blanks left out.
func printed(w *fixture.Workbook) map[fixture.Slot]string {
	out := map[fixture.Slot]string{}
	for _, p := range w.Placements {
		if p.Value != "" && !decimal.RequireFromString(p.Value).IsZero() {
			out[p.Slot] = decimal.RequireFromString(p.Value).String()
		}
	}
	return out
}

// differ lists the figures that two workbooks do not share.
func differ(a, b *fixture.Workbook) []fixture.Slot {
	x, y := printed(a), printed(b)
	var out []fixture.Slot
	for s, v := range x {
		if y[s] != v {
			out = append(out, s)
		}
	}
	for s := range y {
		if x[s] == "" {
			out = append(out, s)
		}
	}
	return out
}

// others says that all files but the one that is wrong are the department's own.
func others(t *testing.T, d *department.Department, p *department.Planted) (wrong []department.File) {
	right := d.Files()
	for _, f := range p.Files {
		same := slices.ContainsFunc(right, func(r department.File) bool { return r.Name == f.Name && string(r.Bytes) == string(f.Bytes) })
		if !same {
			wrong = append(wrong, f)
		}
	}
	if p.Want.What != department.Missing {
		require.Len(t, wrong, 1, p.Kind.ID)
		assert.Equal(t, p.Want.File, wrong[0].Name)
	}
	return wrong
}

func check(t *testing.T, d *department.Department, p *department.Planted) {
	w, right := p.Want, len(d.All())
	wrong := others(t, d, p)
	switch w.What {
	case department.Cell:
		assert.Equal(t, []fixture.Slot{w.Slot}, differ(w.Paper.Drawn(), wrong[0].Paper.Drawn()), p.Kind.ID)
	case department.Chain, department.Payment:
		found := differ(w.Paper.Drawn(), wrong[0].Paper.Drawn())
		assert.Contains(t, found, w.Slot, p.Kind.ID)
		assert.LessOrEqual(t, len(found), len(w.Changes), p.Kind.ID)
		assert.Greater(t, len(found), 5, p.Kind.ID)
	case department.Omitted, department.Counted:
		found := differ(w.Paper.Parent.Drawn(), wrong[0].Paper.Drawn())
		assert.Greater(t, len(found), 20, p.Kind.ID)
		assert.Equal(t, w.Paper.Parent.File, w.File)
	case department.Row:
		found := differ(w.Paper.Drawn(), wrong[0].Paper.Drawn())
		assert.Contains(t, found, w.Slot, p.Kind.ID)
		for _, s := range found {
			assert.True(t, s.Form == w.Form && (s.Row == w.Row || s.Row == w.Recoded), "%s %+v", p.Kind.ID, s)
		}
	case department.Unit:
		found := differ(w.Paper.Drawn(), wrong[0].Paper.Drawn())
		assert.NotEmpty(t, found)
	case department.Missing:
		right--
		assert.Empty(t, wrong)
	case department.Twice, department.Foreign:
		if w.Absent == nil {
			right++
		}
		if w.Like != "" {
			assert.NotEqual(t, w.Like, w.File)
			assert.True(t, slices.ContainsFunc(p.Files, func(f department.File) bool { return f.Name == w.Like }), p.Kind.ID)
		}
	}
	assert.Len(t, p.Files, right, p.Kind.ID)
	assert.Equal(t, p.Files[0].Paper.Name, d.Name, "the department's book comes first")
	names := map[string]bool{}
	for _, f := range p.Files {
		assert.False(t, names[f.Name], "%s: two files %s", p.Kind.ID, f.Name)
		names[f.Name] = true
	}
}

// TestPlantings: in small departments each kind is planted, and in the files of each
// what the error says is wrong, and nothing else.
func TestPlantings(t *testing.T) {
	count := map[string]int{}
	for seed, o := range []department.Options{{Units: 3, Flows: 2}, {Units: 5, Deep: 1, Flows: 2}, {Units: 6, Short: true}, {Units: 4, Deep: 2}} {
		d := department.New(int64(seed), o)
		for _, p := range d.Plantings(department.Kinds, 1, 1) {
			count[p.Kind.ID]++
			check(t, d, p)
		}
	}
	total := 0
	for _, k := range department.Kinds {
		assert.GreaterOrEqual(t, count[k.ID], 2, k.ID)
		total += count[k.ID]
	}
	t.Log(total, "plantings of", len(department.Kinds), "kinds", count)
	assert.Greater(t, total, 150)
}

// TestManyCells: forty units have room for two hundred wrong cells.
func TestManyCells(t *testing.T) {
	d := department.New(14, department.Options{Deep: 2, Flows: 4})
	found := d.Plantings(department.UnitCells, 1, 20)
	assert.Len(t, found, 200)
	for _, p := range found {
		check(t, d, p)
	}
}

func TestPlantingIsDeterministic(t *testing.T) {
	o := department.Options{Units: 4, Deep: 1, Flows: 2}
	a, b := department.New(2, o), department.New(2, o)
	for _, k := range slices.Backward(department.Kinds) {
		b.Plant(k, 9)
	}
	for _, k := range department.Kinds {
		p, q := a.Plant(k, 5), b.Plant(k, 5)
		require.Equal(t, p == nil, q == nil, k.ID)
		if p == nil {
			continue
		}
		require.Len(t, q.Files, len(p.Files))
		for i := range p.Files {
			assert.True(t, p.Files[i].Name == q.Files[i].Name && string(p.Files[i].Bytes) == string(q.Files[i].Bytes), k.ID)
		}
		assert.Equal(t, p.Want.Changes, q.Want.Changes)
	}
}
