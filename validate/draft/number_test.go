package draft

import (
	"math/rand/v2"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"suanqing/validate/amount"
)

// TestPercent: exact, half up at the second decimal, over any base.
func TestPercent(t *testing.T) {
	for _, c := range []struct{ a, b, want string }{
		{"1", "1", "100%"}, {"0", "5", "0%"}, {"1", "8", "12.50%"}, {"1", "800", "0.13%"}, {"1", "3", "33.33%"}, {"2", "3", "66.67%"},
		{"99999", "100000", "100.00%"}, {"1", "100000", "0.00%"}, {"-1", "800", "-0.13%"}, {"24.05", "0.01", "240500%"},
		{"1", "0", ""}, {"1", "-1", ""},
	} {
		got, ok := percent(money(t, c.a), money(t, c.b))
		assert.Equal(t, c.want, got, "%s / %s", c.a, c.b)
		assert.Equal(t, c.want != "", ok)
	}
	g := rand.New(rand.NewPCG(1, 2))
	for range 20_000 {
		b := decimal.New(1+g.Int64N(1_000_000_000_000_000), int32(-g.IntN(12)))
		a := b.Mul(decimal.New(2*g.Int64N(20_000)+1, -1)).Shift(-4) // a tie, or beside one
		if a = a.Truncate(12); g.IntN(2) == 0 {
			a = a.Sub(decimal.New(1, -12))
		}
		if a.IsNegative() || a.GreaterThan(decimal.New(1, 12)) || b.GreaterThan(decimal.New(1, 12)) {
			continue
		}
		got, ok := percent(money(t, a.String()), money(t, b.String()))
		require.True(t, ok)
		hundred := a.Mul(decimal.NewFromInt(100))
		want := hundred.DivRound(b, 2) // exact: by the remainder
		if hundred.Equal(want.Mul(b)) && want.Equal(want.Truncate(0)) {
			assert.Equal(t, want.StringFixed(0)+"%", got, "%s / %s", a, b)
		} else {
			assert.Equal(t, want.StringFixed(2)+"%", got, "%s / %s", a, b)
		}
	}
}

// money is the amount that a plain decimal says.
func money(t *testing.T, text string) amount.Amount {
	t.Helper()
	d := decimal.RequireFromString(text)
	whole, fraction := d.Truncate(0), d.Sub(d.Truncate(0)).Shift(15)
	return amount.New(whole.IntPart(), 0).Add(amount.New(fraction.IntPart(), -15))
}
