package odd_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"suanqing/validate/lab/printed/compare"
	"suanqing/validate/lab/printed/odd"
)

// faults are the cases that go wrong today. A reader that does better takes its name away;
// none is to be added.
var faults = map[string]bool{
	"one-run-a-row": true, // no figure is certain, and none is read
	// A picture that lies on the text below it is not told from one that the text lies on.
	"scan-over-text": true, "scan-over-text-numbered": true, "scan-strips-over-text": true,
}

// TestOdd: each odd PDF ends as is right for it.
func TestOdd(t *testing.T) {
	names := map[string]bool{}
	for _, c := range odd.All() {
		assert.False(t, names[c.Name], c.Name)
		names[c.Name] = true
		o, _, err := compare.Truth(c.Shows(), c.Data(), nil)
		require.NoError(t, err, c.Name)
		code, _, _ := strings.Cut(o.Error, ": ")
		complaint := c.Complaint(odd.Outcome{Code: code, Figures: o.Figures, Right: o.Right, Blanked: o.Blanked, Wrong: len(o.Wrong)})
		if !faults[c.Name] {
			assert.Empty(t, complaint, c.Name)
		}
	}
	assert.GreaterOrEqual(t, len(names), 25)
	for name := range faults {
		assert.True(t, names[name], name)
	}
}
