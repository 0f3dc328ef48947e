package rollup_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"suanqing/validate"
	"suanqing/validate/lab/department"
	"suanqing/validate/lab/department/score"
	"suanqing/validate/report"
)

var shapes = []department.Options{{Units: 4}, {Units: 5, Flows: 2}, {Units: 6, Deep: 1, Flows: 2}, {Units: 4, Deep: 2}, {Units: 5, Flows: 2, Kept: true},
	{Units: 6, Short: true}, {Units: 5, Deep: 1, Flows: 3}, {Units: 6, Deep: 2, Flows: 1, Short: true}, {Units: 4, Flows: 1}, {Units: 2},
	{Units: 40, Deep: 2, Flows: 4}}

// said lists what is said across books beyond tails and notices.
func said(r *report.Report) (all []string) {
	for _, f := range r.Findings {
		if strings.HasPrefix(f.Rule, "rollup.") && (f.Severity == report.Error || f.Severity == report.Warning) {
			all = append(all, f.Message)
		}
	}
	return all
}

// TestRightDepartments: whatever the units of money and the layouts, a department that is
// the sum of its units has no error and no warning; it is found among its units in any
// order; and payments between them are told with who paid whom.
func TestRightDepartments(t *testing.T) {
	j := &score.Judge{}
	flows, named := 0, 0
	for seed, o := range shapes {
		d := department.New(int64(seed)+1, o)
		files := d.Files()
		r := j.Department(files)
		assert.Empty(t, said(r), "%d %+v", seed, o)
		assert.Contains(t, []report.Verdict{report.Pass, report.Tails}, r.Verdict, "%d %+v", seed, o)
		assert.Len(t, r.Units, len(files)-1)
		within := map[string]string{}
		for _, u := range r.Units {
			within[u.File] = u.Within
			assert.Empty(t, u.Left)
		}
		for _, p := range d.All()[1:] {
			want := ""
			if p.Parent != d.Paper {
				want = p.Parent.File
			}
			assert.Equal(t, want, within[p.File], p.Name)
		}
		rand.New(rand.NewPCG(1, uint64(seed))).Shuffle(len(files), func(i, k int) { files[i], files[k] = files[k], files[i] })
		assert.Equal(t, d.File, validate.Rollup(j.Members(files), validate.Together{Department: -1}).File)
		for _, p := range d.All() {
			for _, f := range p.Flows {
				flows++
				if told(r, f) {
					named++
				}
			}
		}
	}
	t.Log(named, "of", flows, "payments told with payer, payee and both items")
	assert.GreaterOrEqual(t, named*10, flows*6)
}

// told says whether a notice tells a payment: its ends and its items.
func told(r *report.Report, f *department.Flow) bool {
	return slices.ContainsFunc(r.Findings, func(g report.Finding) bool {
		return g.Rule == "rollup.flow" && g.Severity == report.Notice && strings.Contains(g.Message, f.Spent.Row) && strings.Contains(g.Message, f.Earned.Row) &&
			slices.ContainsFunc(g.Cells, func(c report.Cell) bool { return c.File == f.Payer.File }) &&
			slices.ContainsFunc(g.Cells, func(c report.Cell) bool { return c.File == f.Payee.File })
	})
}

// TestWrongCells: one wrong cell of one unit, or of the department, is named as that
// cell. validate/lab/department/bench has the shares over many.
func TestWrongCells(t *testing.T) {
	j := &score.Judge{}
	d := department.New(3, department.Options{Units: 6, Deep: 1, Flows: 1})
	named, all := 0, 0
	for _, p := range d.Plantings(slices.Concat(department.UnitCells, department.DepartmentCells), 1, 2) {
		all++
		if score.Told(j.Department(p.Files), p.Want) {
			named++
		} else {
			t.Log(p.Kind.ID, p.Want.File, p.Want.Slot)
		}
	}
	t.Log(named, "of", all)
	assert.GreaterOrEqual(t, named*100, all*90)
}

// TestWholeBooks: books that are missing, there twice, of another year or department, or
// that the department left out or counted twice are named, once.
func TestWholeBooks(t *testing.T) {
	j := &score.Judge{}
	for seed, o := range []department.Options{{Units: 5}, {Units: 6, Flows: 1}} {
		d := department.New(int64(seed)+20, o)
		for _, p := range d.Plantings(department.Wholes, 1, 1) {
			switch p.Want.What {
			case department.Payment, department.Unit:
				continue // the bench has their shares
			}
			r := j.Department(p.Files)
			assert.True(t, score.Told(r, p.Want), "%d %s %s: %v", seed, p.Kind.ID, p.Want.File, said(r))
			assert.LessOrEqual(t, score.Errors(r), 3, "%d %s", seed, p.Kind.ID)
		}
	}
}

// TestSameInAnyOrder: the report does not hang on the order of the units.
func TestSameInAnyOrder(t *testing.T) {
	j := &score.Judge{}
	d := department.New(3, department.Options{Units: 5, Deep: 1, Flows: 1})
	for _, p := range d.Plantings(department.UnitCells[:2], 1, 1) {
		first := text(t, j.Department(p.Files))
		assert.Equal(t, first, text(t, j.Department(p.Files)))
		files := slices.Clone(p.Files)
		slices.Reverse(files[1:])
		a, b := j.Department(p.Files), j.Department(files)
		require.NotEmpty(t, a.Suspects)
		assert.Equal(t, fmt.Sprint(a.Suspects[0].Change), fmt.Sprint(b.Suspects[0].Change))
		assert.Equal(t, len(a.Findings), len(b.Findings))
	}
}

func text(t *testing.T, r *report.Report) string {
	data, err := r.JSON()
	require.NoError(t, err)
	return string(data)
}

// TestNothingToSum: a department by itself, books that cannot be read, and none at all
// are said, and nothing panics.
func TestNothingToSum(t *testing.T) {
	j := &score.Judge{}
	d := department.New(5, department.Options{Units: 2})
	files := d.Files()
	r := j.Department(files[:1])
	assert.Equal(t, report.Incomplete, r.Verdict)
	bad := department.File{Name: "坏.xlsx", Bytes: []byte("PK\x03\x04 nothing")}
	assert.Nil(t, j.Department([]department.File{bad, bad}))
	assert.Nil(t, validate.Rollup(nil, validate.Together{}))
	r = j.Department(append(files, bad))
	assert.True(t, score.Says(r, "rollup.books", "坏.xlsx"))
	assert.Equal(t, report.Incomplete, r.Verdict)
	assert.Zero(t, score.Errors(r))
	members := j.Members([]department.File{files[0], bad})
	r = validate.Follow(members[0], members[1])
	assert.True(t, score.Says(r, "years.previous", "坏.xlsx"))
	assert.Same(t, members[1].Report, validate.Follow(members[1], members[0]))
}
