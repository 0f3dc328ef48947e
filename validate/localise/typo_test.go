package localise

import (
	"math/rand/v2"
	"strconv"
	"testing"

	"github.com/stretchr/testify/assert"
)

// TestSlip: each slip by its name, in hundredths.
func TestSlip(t *testing.T) {
	for _, c := range []struct {
		is, was int64
		want    Kind
	}{
		{106651, 1066151, DigitDropped}, {1066151, 106651, DigitAdded}, {256005, 25605, DigitDoubled}, {25905, 25605, DigitChanged},
		{26505, 25605, DigitsSwapped}, {-25605, 25605, Sign}, {256050, 25605, PointShifted}, {2561, 25605, PointShifted},
		{256050000, 25605, UnitMixed}, {25605, 256051234, UnitMixed}, {12345, 67890, Value}, {0, 25605, Value}, {25605, 0, Value},
		{700, 7, Value},         // of a few hundredths a shifted point would be said too easily
		{51, 251, DigitChanged}, // 0.51 has its zero
	} {
		assert.Equal(t, c.want, slip(c.is, c.was, 2), "%d for %d", c.is, c.was)
	}
}

// TestSlipIsReadBack: what a hand does to digits is found again, whatever it is
// then called.
func TestSlipIsReadBack(t *testing.T) {
	g := rand.New(rand.NewPCG(5, 6))
	for range 5000 {
		was := 10000 + g.Int64N(1e11)
		s := strconv.FormatInt(was, 10)
		i := g.IntN(len(s) - 1)
		for _, is := range []string{s[:i] + s[i+1:], s[:i] + s[i:i+1] + s[i:], s[:i] + s[i+1:i+2] + s[i:i+1] + s[i+2:], s + "0"} {
			n, err := strconv.ParseInt(is, 10, 64)
			if err != nil || n == was || is[0] == '0' {
				continue
			}
			assert.NotEqual(t, Value, slip(n, was, 2), "%s for %d", is, was)
		}
	}
}

// TestEveryKindHasItsWords: an explanation without words would be shown bare.
func TestEveryKindHasItsWords(t *testing.T) {
	for _, k := range []Kind{DigitDropped, DigitAdded, DigitDoubled, DigitChanged, DigitsSwapped, Sign, PointShifted, UnitMixed, Moved, Exchanged,
		SubtotalDetail, StaleTotal, RowLeftOut, RowRepeated, Shifted, Overwritten, LeftOut, Surplus, Value} {
		assert.NotEmpty(t, explanations[k].words, k)
		assert.Positive(t, explanations[k].cost, k)
	}
	assert.Len(t, explanations, 19)
}
