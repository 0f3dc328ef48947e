package amount_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"strconv"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"suanqing/validate/amount"
)

// exact is an amount as an arbitrary-precision decimal, the oracle.
func exact(a amount.Amount) decimal.Decimal { return decimal.RequireFromString(amount.Plain(a)) }

func of(t *testing.T, text string) amount.Amount {
	p, ok := amount.Parse(text)
	require.True(t, ok, text)
	return p.Value
}

// TestArithmetic holds every operation against an arbitrary-precision decimal.
func TestArithmetic(t *testing.T) {
	g := rand.New(rand.NewPCG(1, 2))
	random := func() (amount.Amount, decimal.Decimal) {
		text := strconv.FormatInt(g.Int64N(int64(math.Pow10(1+g.IntN(15)))), 10)
		if places := g.IntN(16); places > 0 {
			text += "." + fmt.Sprintf("%015d", g.Int64N(1e15))[:places]
		}
		if g.IntN(2) == 0 {
			text = "-" + text
		}
		return of(t, text), decimal.RequireFromString(text)
	}
	for range 20000 {
		a, x := random()
		b, y := random()
		if g.IntN(10) == 0 {
			b, y = a, x
		}
		require.True(t, exact(a).Equal(x), "%s is read as %s", x, a)
		require.True(t, exact(a.Add(b)).Equal(x.Add(y)), "%s + %s = %s", a, b, a.Add(b))
		require.True(t, exact(a.Sub(b)).Equal(x.Sub(y)), "%s − %s = %s", a, b, a.Sub(b))
		require.True(t, exact(a.Neg()).Equal(x.Neg()))
		require.True(t, exact(a.Abs()).Equal(x.Abs()))
		require.Equal(t, x.Cmp(y), a.Cmp(b), "%s, %s", a, b)
		require.Equal(t, x.Sign(), a.Sign())
		require.Equal(t, x.IsZero(), a.IsZero())
		require.Equal(t, x.IsNegative(), a.IsNegative())
		require.Equal(t, x.IsPositive(), a.IsPositive())
		require.Equal(t, x.IntPart(), a.Whole())
		if product, ok := a.Mul(b); ok {
			require.True(t, exact(product).Equal(x.Mul(y).Round(15)), "%s × %s = %s", a, b, product)
		} else {
			require.True(t, x.Mul(y).Abs().GreaterThan(decimal.New(1, 17)), "%s × %s is no amount", a, b)
		}
		if quot, ok := a.Over(b); ok {
			require.True(t, exact(quot).Equal(x.DivRound(y, 15)), "%s ÷ %s = %s", a, b, quot)
		} else {
			require.True(t, y.IsZero() || x.DivRound(y, 15).Abs().GreaterThan(decimal.New(1, 17)), "%s ÷ %s is no amount", a, b)
		}
		places := int32(g.IntN(20) - 4)
		require.True(t, exact(a.Round(places)).Equal(x.Round(places)), "round %s to %d: %s", a, places, a.Round(places))
		n := int32(g.IntN(17) - 8)
		if shifted, ok := a.Shift(n); ok {
			require.True(t, exact(shifted).Equal(x.Shift(n).Round(15)), "%s × 10^%d = %s", a, n, shifted)
		} else {
			require.True(t, x.Shift(n).Abs().GreaterThan(decimal.New(1, 16)), "%s × 10^%d is no amount", a, n)
		}
	}
}

func TestNew(t *testing.T) {
	for exp := int32(-15); exp <= 4; exp++ {
		for _, c := range []int64{0, 1, 5, -5, 123456789} {
			assert.True(t, exact(amount.New(c, exp)).Equal(decimal.New(c, exp)), "%d × 10^%d", c, exp)
		}
	}
}

func TestStoredKeepsFifteenDigits(t *testing.T) {
	for text, want := range map[string]string{
		"1417349.8700000001":    "1417349.87",
		"0.1":                   "0.1",
		"0.30000000000000004":   "0.3",
		"1677.91":               "1677.91",
		"1.2E-5":                "0.000012",
		"1.0000000000000002E+2": "100",
		"-4.9999999999999996":   "-5",
	} {
		value, _, ok := amount.Stored(text)
		require.True(t, ok, text)
		assert.True(t, exact(value).Equal(decimal.RequireFromString(want)), "%s: %s", text, value)
	}
	for _, text := range []string{"", "abc", "1E99999", "1E+1000", "9E-2000", "NaN", "Inf"} {
		_, _, ok := amount.Stored(text)
		assert.False(t, ok, text)
	}
}

func TestHalfUnit(t *testing.T) {
	wan, _ := amount.FindUnit("万元")
	yuan, _ := amount.FindUnit("元")
	yi, _ := amount.FindUnit("亿元")
	var unknown amount.Unit
	for _, c := range []struct {
		unit, in amount.Unit
		places   int32
		want     string
	}{
		{wan, wan, 2, "0.005"},
		{wan, yuan, 2, "50"},
		{wan, wan, 6, "0"}, // 0.01 元: exact
		{yuan, yuan, 2, "0"},
		{yuan, yuan, 0, "0.5"},
		{yuan, wan, 0, "0.00005"},
		{yi, wan, 2, "50"},
		{unknown, unknown, 2, "0.005"},
	} {
		got := c.unit.HalfUnit(c.in, c.places)
		assert.True(t, exact(got).Equal(decimal.RequireFromString(c.want)), "%s %d places in %s: %s", c.unit.Name, c.places, c.in.Name, got)
	}
}

func TestGroup(t *testing.T) {
	for text, want := range map[string]string{"0": "0.00", "1": "1.00", "999.9": "999.90", "1677.91": "1,677.91",
		"-1234567.5": "-1,234,567.50", "0.015": "0.015", "123456": "123,456.00"} {
		assert.Equal(t, want, amount.Group(of(t, text)))
	}
}

func TestScaled(t *testing.T) {
	for _, c := range []struct {
		text     string
		decimals int32
		want     int64
		ok       bool
	}{
		{"1417349.87", 2, 141734987, true}, {"-0.005", 3, -5, true}, {"0.005", 2, 0, false}, {"0", 9, 0, true},
		{"9223372036.854775807", 9, 9223372036854775807, true}, {"9223372036.854775808", 9, 0, false}, {"1", 15, 1e15, true},
	} {
		p, parsed := amount.Parse(c.text)
		require.True(t, parsed, c.text)
		n, ok := p.Value.Scaled(c.decimals)
		assert.Equal(t, c.ok, ok, c.text)
		if c.ok {
			assert.Equal(t, c.want, n, c.text)
		}
	}
}

// TestExactly: what it reads, Stored reads as the same.
func TestExactly(t *testing.T) {
	for _, text := range []string{"0", "12", "12.3", "12.34", "0.05", "00.10", "999999999999999", "9999999999999.99", "12."} {
		value, ok := amount.Exactly(text, 2)
		require.True(t, ok, text)
		want, _, ok := amount.Stored(text)
		require.True(t, ok, text)
		assert.Equal(t, want, value, text)
	}
	for _, text := range []string{"", ".5", "-1", "1.234", "1e3", "1,2", "1.2.3", "12345678901234567", " 1", "１"} {
		_, ok := amount.Exactly(text, 2)
		assert.False(t, ok, text)
	}
}
