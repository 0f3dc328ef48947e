package rollup

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"suanqing/validate/amount"
	"suanqing/validate/localise"
)

// TestSlipNear: a slip is told though the figure meant is known only as nearly as others
// round it; and what no slip comes near to is none.
func TestSlipNear(t *testing.T) {
	of := func(text string) amount.Amount {
		p, ok := amount.Parse(text)
		require.True(t, ok, text)
		return p.Value
	}
	for _, c := range []struct {
		is, near, meant string
		kind            localise.Kind
	}{
		{"9854.04", "99900.00", "99854.04", localise.DigitDropped},
		{"5523.65", "105500.00", "105523.65", localise.DigitDropped},
		{"45123.00", "54100.00", "54123.00", localise.DigitsSwapped},
		{"-45123.00", "45100.00", "45123.00", localise.Sign},
		{"451.23", "45100.00", "45123.00", localise.PointShifted},
		{"45123.00", "77700.00", "", localise.Value},
		{"0.00", "500.00", "", localise.Value},
	} {
		meant, kind, ok := slipNear(of(c.is), of(c.near), of("60.00"), 2)
		assert.Equal(t, c.kind != localise.Value, ok, c.is)
		if ok {
			assert.Equal(t, c.kind, kind, c.is)
			assert.Equal(t, of(c.meant), meant, c.is)
		}
	}
}
