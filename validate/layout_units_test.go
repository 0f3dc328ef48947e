package validate_test

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"suanqing/validate"
	"suanqing/validate/lab/fixture"
	"suanqing/validate/report"
)

// zerosOf the units: one 万元 is 10⁴ 元.
var zerosOf = map[string]int32{"元": 0, "千元": 3, "万元": 4, "百万元": 6, "亿元": 8}

// mixed draws a book with most forms in one unit and up to three in others.
func mixed(seed int64, g *rand.Rand) (d drawing, usual string, odd map[string]string) {
	units := []string{"元", "千元", "万元", "百万元", "亿元"}
	d = drawings(30_000+seed, 1)[0]
	d.book = booksFor(true)[seed%5]
	l := &d.layout
	if l.Lines == fixture.NoLines {
		l.Lines = fixture.ApartLines
	}
	if l.Economic == fixture.ThreeFigures {
		l.Economic = fixture.OneList // its third total is no figure of the fixture's
	}
	l.Before2020, l.Scale, l.OneDecimal, l.FullPrecision, l.Format, l.Uncached = false, fixture.NoScale, false, false, "", false
	usual = units[g.IntN(len(units))]
	l.Unit, l.Units, odd = usual, map[string]string{}, map[string]string{}
	for range 1 + g.IntN(3) {
		form, unit := fixture.FormIDs[g.IntN(9)], units[g.IntN(len(units))]
		if unit != usual {
			l.Units[form], odd[form] = unit, unit
		}
	}
	return d, usual, odd
}

// TestMixedUnits: forms in other units than the rest are judged in the unit of
// most forms, each is said, and a consistent report raises no error.
func TestMixedUnits(t *testing.T) {
	t.Parallel()
	for seed := range int64(40) {
		d, usual, odd := mixed(seed, rand.New(rand.NewPCG(uint64(seed), 11)))
		w, err := fixture.Render(d.book, d.layout)
		require.NoError(t, err)
		if wrong := append(misbound(t, w), alarms(w, d)...); len(wrong) > 0 {
			t.Errorf("layout %d: %.600s\n%s", seed, wrong, least(d.layout, func(l fixture.Layout) bool {
				return len(wrongWith(t, drawing{d.book, l})) > 0
			}))
		}
		r := validate.Check("units.xlsx", w.Bytes, nil).Report
		require.Equal(t, usual, r.Unit, "layout %d", seed)
		said := map[string]string{}
		for _, f := range r.Findings {
			if f.Rule == "book.unit-same" {
				require.Len(t, f.Cells, 1)
				said[f.Cells[0].Form] = odd[f.Cells[0].Form]
				assert.Contains(t, f.Message, "“"+odd[f.Cells[0].Form]+"”")
				assert.Contains(t, f.Message, "“"+usual+"”")
			}
		}
		assert.Equal(t, odd, said, "layout %d", seed)
	}
}

// TestMixedUnitsAreConverted: whatever is wrong with such a report, every
// operand of every finding is the figure printed at its address, converted, and
// its sums and its rounding bound are theirs.
func TestMixedUnitsAreConverted(t *testing.T) {
	t.Parallel()
	checked := 0

	for seed := range int64(40) {
		g := rand.New(rand.NewPCG(uint64(seed), 12))
		d, usual, odd := mixed(seed, g)
		w, err := fixture.Render(edited(d.book, g, 3), d.layout)
		require.NoError(t, err)
		at, blanks := map[[2]string]fixture.Placement{}, map[string]bool{}
		for _, p := range w.Placements {
			at[[2]string{p.Sheet, p.Cell}] = p
			blanks[p.Form] = blanks[p.Form] || p.Value == ""
		}
		for _, f := range validate.Check("units.xlsx", w.Bytes, nil).Report.Findings {
			if f.Left == "" || f.Severity == report.Notice {
				continue
			}
			checked++
			sums, bound, nothing := map[report.Side]decimal.Decimal{}, decimal.Zero, decimal.Zero
			for _, c := range f.Cells {
				p, ok := at[[2]string{c.Sheet, c.Cell}]
				unit := usual
				if odd[p.Form] != "" {
					unit = odd[p.Form]
				}
				shift := zerosOf[unit] - zerosOf[usual]
				if zero := p.Value == "" || strings.Trim(p.Value, "-0.") == ""; zero && zerosOf[unit] > 6 && (p.Value == "" || !blanks[p.Form]) {
					nothing = nothing.Add(decimal.New(5, -3+shift))
				}
				require.True(t, ok && p.Form == c.Form && p.Row == c.Row && p.Column == c.Column, "layout %d %s: %+v", seed, f.Rule, c)
				if p.Value == "" {
					assert.Empty(t, c.Value, "layout %d %s", seed, f.Rule)
					continue
				}
				v := decimal.RequireFromString(p.Value)
				assert.True(t, decimal.RequireFromString(c.Value).Equal(v.Shift(shift)), "layout %d %s: %+v is %s %s", seed, f.Rule, c, p.Value, unit)
				if unit != "元" && (!v.IsZero() || blanks[p.Form]) {
					bound = bound.Add(decimal.New(5, -3+shift))
				}
				if c.Sign == "-" {
					v = v.Neg()
				}
				sums[c.Side] = sums[c.Side].Add(v.Shift(shift))
			}
			if d := sums[report.Left].Sub(sums[report.Right]).Abs(); d.GreaterThan(bound) && d.LessThanOrEqual(bound.Add(nothing)) && f.Severity == report.Tail {
				bound = bound.Add(nothing)

			}
			for what, pair := range map[string][2]decimal.Decimal{
				"left":       {decimal.RequireFromString(f.Left), sums[report.Left]},
				"right":      {decimal.RequireFromString(f.Right), sums[report.Right]},
				"difference": {decimal.RequireFromString(f.Difference), sums[report.Left].Sub(sums[report.Right])},
				"bound":      {decimal.RequireFromString(f.Bound), bound},
			} {
				assert.True(t, pair[0].Equal(pair[1]), "layout %d %s: %s %s, want %s", seed, f.Rule, what, pair[0], pair[1])
			}
			difference := sums[report.Left].Sub(sums[report.Right])
			assert.Equal(t, f.Severity == report.Tail, difference.Abs().LessThanOrEqual(bound), "layout %d %s", seed, f.Rule)
		}
	}
	assert.Greater(t, checked, 400)
}

// sortedForms are the forms a rule's findings name, in order.
func sortedForms(r *report.Report, rule string) []string {
	forms := []string{}
	for _, f := range r.Findings {
		if f.Rule == rule {
			forms = append(forms, f.Cells[0].Form)
		}
	}
	slices.Sort(forms)
	return forms
}
