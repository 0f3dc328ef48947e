package validate_test

import (
	"fmt"
	"maps"
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

// TestSameFindings: the same figures give the same findings in any layout that
// prints the same, whatever and however much is wrong with them.
func TestSameFindings(t *testing.T) {
	t.Parallel()
	broken := 0
	for seed, d := range drawings(10_000, layouts/2) {
		g := rand.New(rand.NewPCG(uint64(seed), 5))
		book := edited(d.book, g, seed%4)
		want, err := found(book, d.layout)
		require.NoError(t, err)
		if seed%4 > 0 && len(want) > 0 {
			broken++
		}
		other := alike(d.layout, fixture.RandomLayout(int64(20_000+seed)), g)
		have, err := found(book, other)
		require.NoError(t, err)
		if missing, more := apart(want, have), apart(have, want); len(missing)+len(more) > 0 {
			t.Errorf("layout %d: %d findings only in the first, %d only in the second: %.400s\n%s", seed, len(missing), len(more),
				append(missing, more...), least(other, func(l fixture.Layout) bool {
					have, err := found(book, alike(d.layout, l, nil))
					return err == nil && !slices.Equal(want, have)
				}))
		}
	}
	assert.Greater(t, broken, layouts/4, "most edits must show")
}

// found is what a check finds in a book drawn in a layout, in an order of its
// own and without addresses, less what is about the layout.
func found(b *fixture.Book, l fixture.Layout) ([]string, error) {
	w, err := fixture.Render(b, l)
	if err != nil {
		return nil, err
	}
	r := validate.Check("same.xlsx", w.Bytes, nil).Report
	if r.Error != nil {
		return nil, fmt.Errorf("%s", r.Error.Message)
	}
	var out []string
	for i := range r.Findings {
		f := &r.Findings[i]
		if _, layout := ofLayout[f.Rule]; layout || f.Severity == report.Notice {
			continue
		}
		out = append(out, essence(f))
	}
	for _, o := range r.Rules {
		if !strings.HasPrefix(o.Rule, "book.") && !strings.HasPrefix(o.Rule, "cell.") { // there must be years to differ, formulas to be stale
			out = append(out, fmt.Sprintf("outcome %s %s %t", o.Rule, o.Outcome, o.Unchecked))
		}
	}
	slices.Sort(out)
	return out, nil
}

// essence is a finding without its words, its addresses, and operands where
// nothing stands: some layouts have a line for each class, some for fewer.
func essence(f *report.Finding) string {
	var cells []string
	for _, c := range f.Cells {
		if c.Value != "" || c.Side == "" {
			cells = append(cells, fmt.Sprintf("%s[%s,%s]%s%s=%s", c.Form, c.Row, c.Column, c.Side, c.Sign, c.Value))
		}
	}
	slices.Sort(cells)
	return fmt.Sprint(f.Rule, " ", f.Severity, " ", f.Left, f.Relation, f.Right, " ", f.Difference, "±", f.Bound, " ", strings.Join(cells, " "))
}

// apart lists what stands in a and not in b.
func apart(a, b []string) []string {
	return slices.DeleteFunc(slices.Clone(a), func(s string) bool { return slices.Contains(b, s) })
}

// alike is a layout that prints what another does: the same figures to the same
// place in the same unit, the same rows and columns that count, zeros where the
// other has them. What scales its figures may as well print them in that unit.
func alike(as, l fixture.Layout, g *rand.Rand) fixture.Layout {
	unit, one := as.Unit, as.OneDecimal
	switch as.Scale {
	case fixture.Thousands:
		unit, one = "千元", false
	case fixture.TenThousandsOne:
		unit, one = "万元", true
	}
	l.Unit, l.Units, l.OneDecimal, l.Scale = unit, as.Units, one, fixture.NoScale
	l.OneGrant, l.EightForms = as.OneGrant, as.EightForms
	scaled := g == nil || g.IntN(3) == 0
	switch {
	case as.Scale == fixture.TenThousandsFour, !scaled && as.Scale == fixture.NoScale:
		l.Scale = as.Scale
	case scaled && unit == "千元" && !one:
		l.Scale = fixture.Thousands
	case scaled && unit == "万元" && one:
		l.Scale = fixture.TenThousandsOne
	}
	l.Zero, l.LeavesOnly, l.NoSections = as.Zero, as.LeavesOnly, as.NoSections
	if strings.HasPrefix(as.Zero, "0") {
		l.Classes, l.UsedClasses = as.Classes, as.UsedClasses
	}
	if (l.Lines == fixture.NoLines) != (as.Lines == fixture.NoLines) {
		l.Lines = as.Lines
	}
	if (l.Economic == fixture.ThreeFigures) != (as.Economic == fixture.ThreeFigures) {
		l.Economic = as.Economic
	}
	if (l.LeavesOnly || l.NoSections) && l.Codes == fixture.LastCode {
		l.Codes = fixture.SplitCode
	}
	if as.Scale == fixture.TenThousandsFour {
		l.Figures = as.Figures // a zero printed 0.00 has fewer places than the figures, as a number only
	}
	if dashes(as) {
		l.Format, l.Figures, l.Scale, l.FullPrecision = as.Format, as.Figures, as.Scale, as.FullPrecision // what is stored decides what shows as a dash
	} else if dashes(l) {
		l.Format = ""
	}
	l.Before2020, l.TitleYear = as.Before2020, l.TitleYear || as.Before2020
	return l
}

// dashes says that the number format shows a zero as a dash: what is rounded to
// zero then reads as nothing.
func dashes(l fixture.Layout) bool {
	return l.Figures == fixture.Numbers && l.Scale == fixture.NoScale && strings.Contains(l.Format, `"-"`)
}

// edited is a book with so many of its figures changed, as fingers slip.
func edited(b *fixture.Book, g *rand.Rand, times int) *fixture.Book {
	b = b.Clone()
	for range times {
		f := b.Forms[fixture.FormIDs[g.IntN(len(fixture.FormIDs))]]
		r := f.Rows[g.IntN(len(f.Rows))]
		columns := slices.Sorted(maps.Keys(r.Values))
		if len(columns) == 0 {
			continue
		}
		column := columns[g.IntN(len(columns))]
		d := decimal.RequireFromString(r.Values[column])
		digits := []byte(d.StringFixed(2))
		switch i := g.IntN(max(1, len(digits)-4)); g.IntN(5) {
		case 0: // ten times as much
			r.Values[column] = d.Shift(1).StringFixed(2)
		case 1: // two digits swapped
			if digits[i] != '-' && digits[i+1] != '.' {
				digits[i], digits[i+1] = digits[i+1], digits[i]
			}
			r.Values[column] = string(digits)
		case 2: // left out
			r.Values[column] = ""
		case 3: // some more
			r.Values[column] = d.Add(decimal.New(int64(1+g.IntN(5_000_000)), -2)).StringFixed(2)
		case 4: // the other sign
			r.Values[column] = d.Neg().StringFixed(2)
		}
	}
	return b
}
