package department

import (
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"

	"suanqing/validate/lab/fixture"
)

// TestMeant: whatever a hand makes of a figure, the figure is among those that it may have
// been.
func TestMeant(t *testing.T) {
	d := New(3, Options{Units: 3})
	g := rand.New(rand.NewPCG(3, 14))
	for _, s := range slips[:5] {
		tried := 0
		for _, at := range d.Units[0].Drawn().Placements {
			was := d.Units[0].Book.Value(at.Form, at.Row, at.Column)
			is := s.typed(d.Units[0], at, g)
			if number(was).Sign() <= 0 || is == "" || number(is).Sign() <= 0 {
				continue
			}
			if s.id == "point-shifted" && !number(is).Round(2).Equal(number(is)) {
				continue
			}
			tried++
			found := false
			for _, m := range meant(number(is).StringFixed(2)) {
				// A point shifted to the left has lost what stood last.
				found = found || number(m).Sub(number(was)).Abs().Shift(2).LessThanOrEqual(number("9"))
			}
			assert.True(t, found, "%s: %s → %s", s.id, was, is)
		}
		assert.Greater(t, tried, 50, s.id)
	}
}

// TestRivals: who is alone with a row has none, and nobody is his own.
func TestRivals(t *testing.T) {
	d := New(14, Options{Units: 12, Flows: 2})
	n := 0
	for _, p := range d.Plantings(Chains, 1, 10) {
		w := p.Want
		n += len(w.Rivals)
		assert.NotContains(t, w.Rivals, w.Paper)
		if w.Alone {
			assert.Empty(t, w.Rivals)
		}
		for _, u := range w.Rivals {
			assert.NotEmpty(t, u.Book.Value(w.Form, w.Row, w.Column))
			assert.Contains(t, fixture.FormIDs, w.Form)
		}
	}
	assert.Positive(t, n)
}
