package draft_test

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"suanqing/validate/draft"
	"suanqing/validate/lab/fixture"
)

// randomDrafts is how many random books and layouts are drafted.
const randomDrafts = 80

// TestEveryFigureHasItsCells: whatever the book and its layout, each number of the draft is
// what the cells it names print, or comes out of them by a decimal arithmetic of the test's
// own; and no number stands elsewhere than in such a run.
func TestEveryFigureHasItsCells(t *testing.T) {
	figures, compared := 0, 0
	for seed := range int64(randomDrafts) {
		o := oracle{seed: seed, own: drawn(t, seed, 2023), last: drawn(t, seed+10_000, 2022)}
		own, last := book(t, 2023, o.own.w.Bytes), book(t, 2022, o.last.w.Bytes)
		o.own.unit, o.last.unit = own.Unit.Name, last.Unit.Name
		d := draft.Write(own, last, draft.Doubts{})
		require.True(t, d.Written())
		for _, s := range d.Sections {
			for _, p := range s.Paragraphs {
				o.before = ""
				for _, r := range p.Runs {
					o.check(t, &r)
					o.before += r.Text
				}
			}
		}
		figures, compared = figures+o.figures, compared+o.compared
	}
	assert.Greater(t, figures, 50*randomDrafts)
	assert.Greater(t, compared, 5*randomDrafts)
	t.Logf("%d figures, %d of them of two years", figures, compared)
}

// sheetSet is a drawn book with what each of its cells prints.
type sheetSet struct {
	w     *fixture.Workbook
	cells map[string]string
	empty map[string]bool // forms that print nothing
	unit  string
}

func drawn(t *testing.T, seed int64, year int) sheetSet {
	t.Helper()
	l := fixture.RandomLayout(seed)
	if l.Unit == "" && seed%2 == 0 {
		l.Unit = "万元"
	}
	b := fixture.Generate(seed%7, fixture.Options{Classes: 4, Sections: 2, Items: 2, Year: year, Refunds: seed%5 == 0,
		NoFund: seed%3 == 0, NoState: seed%2 == 0, NoOther: seed%4 == 0, Sparse: seed%6 == 0, Times: 1 + 9_999*(seed%11/10)})
	w, err := fixture.Render(b, l)
	require.NoError(t, err)
	s := sheetSet{w: w, cells: map[string]string{}, empty: map[string]bool{}}
	for id, f := range b.Forms {
		s.empty[id] = f.Empty()
	}
	for _, p := range w.Placements {
		s.cells[p.Sheet+"!"+p.Cell] = p.Value
	}
	return s
}

// oracle judges the runs of a draft one after another.
type oracle struct {
	seed              int64
	own, last         sheetSet
	before            string // of the paragraph
	figures, compared int
}

var (
	digits     = regexp.MustCompile(`[0-9]`)
	ourNumbers = regexp.MustCompile(`^20[0-9]{2}年度|与20[0-9]{2}年度|^[0-9]+．`) // years and ordinals
	grouped    = regexp.MustCompile(`^-?[0-9]{1,3}(,[0-9]{3})*(\.[0-9]+)?`)
	plain      = regexp.MustCompile(`^-?[0-9]+(\.[0-9]+)?`)
	exponent   = map[string]int32{"元": 0, "千元": 3, "万元": 4, "百万元": 6, "亿元": 8}
)

func (o *oracle) check(t *testing.T, r *draft.Run) {
	t.Helper()
	at := fmt.Sprintf("seed %d: %s[%s]", o.seed, o.before, r.Text)
	switch r.Kind {
	case draft.Hole:
		assert.NotRegexp(t, digits, r.Text, at)
		return
	case draft.Words:
		assert.NotRegexp(t, digits, ourNumbers.ReplaceAllString(r.Text, ""), at)
		return
	case draft.Name:
		return
	}
	o.figures++
	require.NotEmpty(t, r.Cells, at)
	values := make([]decimal.Decimal, 0, 2)
	for _, c := range r.Cells {
		set := &o.own
		if c.Previous {
			set = &o.last
			o.compared++
		}
		v, there := set.cells[c.Sheet+"!"+c.Cell.Cell]
		require.True(t, there || set.empty[c.Form], "%s: nothing is printed at %s!%s", at, c.Sheet, c.Cell.Cell)
		values = append(values, inUnit(v, set.unit, o.unit()))
	}
	text := grouped.FindString(r.Text)
	if r.Kind == draft.Percent {
		text = plain.FindString(r.Text)
	}
	require.NotEmpty(t, text, at)
	got := decimal.RequireFromString(strings.ReplaceAll(text, ",", ""))
	want, rest := o.wanted(t, r, values, at), strings.TrimPrefix(r.Text, text)
	places := max(-got.Exponent(), 0)
	if want.IsZero() || r.Kind == draft.Percent && want.Equal(want.Truncate(0)) {
		assert.Zero(t, places, at)
	} else if r.Kind == draft.Percent || o.own.unit == "元" || o.own.unit == "千元" {
		assert.EqualValues(t, 2, places, at)
	}
	assert.True(t, got.Equal(want.Round(places)), "%s: want %s of %v", at, want, values)
	if r.Kind == draft.Percent {
		assert.Equal(t, "%", rest, at)
	} else {
		assert.Equal(t, o.unit(), rest, at)
	}
}

// unit is that of the text; "" where the forms state none.
func (o *oracle) unit() string {
	if o.own.unit != "" && exponent[o.own.unit] < exponent["万元"] {
		return "万元"
	}
	return o.own.unit
}

func inUnit(v, from, to string) decimal.Decimal {
	if v == "" {
		return decimal.Zero
	}
	return decimal.RequireFromString(v).Shift(exponent[from] - exponent[to])
}

// wanted is what the words before a figure make of its cells.
func (o *oracle) wanted(t *testing.T, r *draft.Run, v []decimal.Decimal, at string) decimal.Decimal {
	t.Helper()
	ends := func(words ...string) bool {
		for _, w := range words {
			if strings.HasSuffix(o.before, w) {
				return true
			}
		}
		return false
	}
	hundred := decimal.NewFromInt(100)
	switch {
	case len(v) == 1:
		return v[0]
	case ends("增加"):
		return v[0].Sub(v[1])
	case ends("减少"):
		return v[1].Sub(v[0])
	case ends("增长"):
		return v[0].Sub(v[1]).Mul(hundred).DivRound(v[1], 40)
	case ends("下降"):
		return v[1].Sub(v[0]).Mul(hundred).DivRound(v[1], 40)
	}
	require.True(t, ends("占", "合计的", "预算的"), at)
	require.True(t, v[1].IsPositive(), at)
	return v[0].Mul(hundred).DivRound(v[1], 40)
}
