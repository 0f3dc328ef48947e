package validate_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"suanqing/validate"
	"suanqing/validate/lab/fixture"
	"suanqing/validate/report"
)

// pages is how many layouts of pages and blocks each run reads.
const pages = 120

// paged is a random layout in pages or in blocks side by side.
func paged(d drawing, g *rand.Rand) drawing {
	d.layout.Continued = fixture.Continued(1 + g.IntN(5))
	d.layout.PageRows = []int{0, 5, 8, 15}[g.IntN(4)]
	d.layout.Carried = fixture.Carried(g.IntN(3))
	d.layout.SideBySide = fixture.SideBySide([]int{0, 0, 1, 2}[g.IntN(4)])
	return d
}

// TestAnyPages: however a form goes on, every figure is bound where it stands and a
// consistent report raises nothing.
func TestAnyPages(t *testing.T) {
	t.Parallel()
	g := rand.New(rand.NewPCG(7, 3))
	for seed, d := range drawings(7_000, pages) {
		d = paged(d, g)
		if wrong := wrongWith(t, d); len(wrong) > 0 {
			t.Errorf("layout %d: %d wrong, first %s\n%s", seed, len(wrong), wrong[:min(3, len(wrong))], least(d.layout,
				func(l fixture.Layout) bool { return len(wrongWith(t, drawing{d.book, l})) > 0 }))
		}
	}
}

// TestNamedOnAnyPage: one wrong figure is found, and named, as on the plain form.
func TestNamedOnAnyPage(t *testing.T) {
	t.Parallel()
	g := rand.New(rand.NewPCG(11, 3))
	b := fixture.Generate(3, fixture.Options{Classes: 3, Sections: 2, Items: 2}).InUnit("万元")
	plain := fixture.MustRender(b, fixture.Layout{})
	named := func(w *fixture.Workbook, edit string) (broken, names []string) {
		data, err := w.Edit(edit)
		require.NoError(t, err)
		r := validate.Check("planted.xlsx", data, nil).Report
		for _, o := range r.Rules {
			if o.Outcome == report.Violated && o.Rule != "code.once" { // where the page repeats the row
				broken = append(broken, o.Rule)
			}
		}
		for _, s := range r.Suspects {
			names = append(names, fmt.Sprint(s.Form, s.Row, s.Column, s.Value, s.Suggest, s.Kind, s.Likely))
		}
		return broken, names
	}
	for range 24 {
		l := paged(drawing{b, fixture.Layout{}}, g).layout
		w := fixture.MustRender(b, l)
		p := plain.Placements[g.IntN(len(plain.Placements))]
		for p.Value == "" || p.Form < "F02" || p.Form == "F04" || p.Form > "F08" {
			p = plain.Placements[g.IntN(len(plain.Placements))]
		}
		edit := fmt.Sprintf("%s[%s, %s] = %s", p.Form, p.Row, p.Column, decimal.RequireFromString(p.Value).Shift(1))
		broken, names := named(plain, edit)
		brokenHere, namesHere := named(w, edit)
		assert.NotEmpty(t, broken, edit)
		assert.Equal(t, broken, brokenHere, "%s in %+v", edit, l)
		assert.Equal(t, names, namesHere, "%s in %+v", edit, l)
	}
}
