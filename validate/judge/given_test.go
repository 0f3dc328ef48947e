package judge_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"suanqing/validate/amount"
	"suanqing/validate/bind"
	"suanqing/validate/equation"
	"suanqing/validate/form"
	"suanqing/validate/judge"
)

// share is an equation of a percentage over rows that are given.
var share = equation.MustParse("F05[本行, 项目支出] = F05[本行, 基本支出] ÷ (F05[本行, 小计] − F05[本行, 基本支出])")

// figure is a printed figure with so many decimals.
func figure(text string) *bind.Figure {
	p, _ := amount.Parse(text)
	return &bind.Figure{Table: &bind.Table{Form: form.Public().ByID("F05")}, State: bind.Money, Value: p.Value, Places: p.Places, Half: amount.New(5, -p.Places-1), Counts: true}
}

// TestQuotients: a percentage holds within the interval of its figures, widened by less
// than one unit of its own last place.
func TestQuotients(t *testing.T) {
	j := judge.New(&bind.Book{Standard: form.Public(), Tables: map[form.ID]*bind.Table{"F05": {Form: form.Public().ByID("F05")}}})
	for _, c := range []struct {
		percent, part, whole string
		result               judge.Result
	}{
		{"24.05", "325.31", "1677.91", judge.Holds},
		{"24.06", "325.31", "1677.91", judge.Holds}, // cut off or forced
		{"24.07", "325.31", "1677.91", judge.Broken},
		{"19.39", "325.31", "1677.91", judge.Broken}, // over this year's
		{"-24.05", "325.31", "1677.91", judge.Broken},
		{"100.00", "2.00", "4.00", judge.Holds},
		{"99.99", "2.00", "4.00", judge.Holds}, // two figures below: not the same ones
		{"0.00", "0.00", "4.00", judge.Holds},
		{"0.01", "0.00", "4.00", judge.Broken}, // nothing is 0 exactly
		{"28", "0.15", "0.69", judge.Holds},    // small amounts are blind
	} {
		in, skip := j.Fill(share, "201", func(term *equation.Term) ([]*bind.Figure, bool) {
			return []*bind.Figure{figure(map[string]string{"项目支出": c.percent, "基本支出": c.part, "小计": c.whole}[term.Column])}, true
		})
		require.Nil(t, skip)
		require.NotNil(t, in, c.percent)
		assert.Equal(t, c.result, in.Result, "%s: %s of %s, bound %s", c.percent, c.part, c.whole, in.Bound)
	}
	in, skip := j.Fill(share, "201", func(term *equation.Term) ([]*bind.Figure, bool) {
		return []*bind.Figure{figure("5.00")}, true // over nothing
	})
	assert.Nil(t, skip)
	require.NotNil(t, in)
	assert.Equal(t, judge.Undefined, in.Result)
	assert.False(t, in.Bears())
	assert.True(t, in.Divisor().IsZero())
	assert.Equal(t, "5.00", in.Dividend().String())
}

// TestSigns: unlike signs are broken where both are certain, and a tail where rounding may
// have made one of them.
func TestSigns(t *testing.T) {
	sign := equation.MustParse("F05[本行, 项目支出] 同号 F05[本行, 小计] − F05[本行, 基本支出]")
	assert.Equal(t, equation.SameSign, sign.Relation)
	j := judge.New(&bind.Book{Standard: form.Public(), Tables: map[form.ID]*bind.Table{"F05": {Form: form.Public().ByID("F05")}}})
	for _, c := range []struct {
		way      int64
		now, was string
		result   judge.Result
	}{
		{1, "5.00", "4.00", judge.Holds},
		{-1, "4.00", "5.00", judge.Holds},
		{0, "5.00", "5.00", judge.Holds},
		{1, "4.00", "5.00", judge.Broken},
		{-1, "5.00", "4.00", judge.Broken},
		{0, "5.00", "4.00", judge.Broken},
		{1, "5.00", "5.00", judge.Tail}, // may be as little more as is not printed
		{1, "5.00", "5.01", judge.Tail},
		{0, "5.00", "5.01", judge.Tail},
	} {
		in, skip := j.Fill(sign, "201", func(term *equation.Term) ([]*bind.Figure, bool) {
			if term.Column == "项目支出" {
				f := figure("0")
				f.Value, f.Half = amount.New(c.way, 0), amount.Zero
				return []*bind.Figure{f}, true
			}
			return []*bind.Figure{figure(map[string]string{"小计": c.now, "基本支出": c.was}[term.Column])}, true
		})
		require.Nil(t, skip)
		require.NotNil(t, in)
		assert.Equal(t, c.result, in.Result, "%d: %s after %s", c.way, c.now, c.was)
	}
}

// TestProducts: a sum of products holds within the intervals of all of its figures, and is
// not judged where these are no pairs.
func TestProducts(t *testing.T) {
	sum := equation.MustParse("F05[合计, 小计] = Σ F05[下级, 基本支出] × F05[下级, 项目支出]")
	j := judge.New(&bind.Book{Standard: form.Public(), Tables: map[form.ID]*bind.Table{"F05": {Form: form.Public().ByID("F05")}}})
	fill := func(total string, a, b []string) *judge.Instance {
		in, skip := j.Fill(sum, "201", func(term *equation.Term) (figures []*bind.Figure, ok bool) {
			for _, text := range map[string][]string{"小计": {total}, "基本支出": a, "项目支出": b}[term.Column] {
				figures = append(figures, figure(text))
			}
			return figures, true
		})
		require.Nil(t, skip)
		return in
	}
	for _, c := range []struct {
		total  string
		a, b   []string
		result judge.Result
		bound  string
	}{
		{"6.00", []string{"2.0"}, []string{"3.00"}, judge.Holds, "0.16525"}, // 0.005 + 2.05 × 3.005 − 6
		{"6.16", []string{"2.0"}, []string{"3.00"}, judge.Tail, "0.16525"},
		{"6.17", []string{"2.0"}, []string{"3.00"}, judge.Broken, "0.16525"},
		{"-6.16", []string{"-2.0"}, []string{"3.00"}, judge.Tail, "0.16525"},
		{"10.00", []string{"2.0", "1.0"}, []string{"3.00", "4.00"}, judge.Holds, "0.3705"},
		{"0.00", []string{"0.0"}, []string{"3.00"}, judge.Holds, "0.15525"},
	} {
		in := fill(c.total, c.a, c.b)
		require.NotNil(t, in, c.total)
		assert.Equal(t, c.result, in.Result, "%s: bound %s", c.total, in.Bound)
		assert.Equal(t, c.bound, in.Bound.String(), c.total)
	}
	assert.Nil(t, fill("6.00", []string{"2.00"}, []string{"3.00", "1.00"}))
	assert.Nil(t, fill("6.00", []string{"9999999999999999"}, []string{"9999999999999999"}))
}
