package further

import (
	"fmt"
	"os"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"suanqing/validate/lab/prose"
)

// TestUnseenIsRight: the oracles find nothing in the unseen texts, nor in what is added to them.
func TestUnseenIsRight(t *testing.T) {
	for _, x := range slices.Concat(Unseen(), HeldOut(), Occasional(), Strange(), StrangeHeldOut()) {
		assert.Empty(t, prose.Contradictions(x), x.Name)
		assert.Greater(t, len(x.Marks), 60, x.Name)
		for _, b := range x.Blocks {
			require.NotRegexp(t, `[{}\x01\x02]|。。|，。|，，|；。|、。|%!|<no|：，`, b.Text, x.Name)
		}
		if os.Getenv("SHOW") == x.Name {
			fmt.Println(string(prose.TXT(x)))
		}
	}
	for _, x := range slices.Concat(UnseenTraps(), HeldOutTraps(), OccasionalTraps(), StrangeTraps(), StrangeHeldOutTraps()) {
		assert.Empty(t, prose.Contradictions(x.Text), x.Name)
	}
	for _, x := range UnseenWordings() {
		assert.Empty(t, prose.Contradictions(x.Text), x.Name)
		for _, b := range x.Text.Blocks {
			require.NotRegexp(t, `[{}\x01\x02]|。。|，。|，，|；。|、。|%!|<no|：，`, b.Text, x.Name)
		}
		require.NotEmpty(t, x.Slips, x.Name)
	}
	names := map[string]bool{}
	for _, e := range slices.Concat(UnseenEdits(), StrangeEdits(), StrangeHeldOutEdits()) {
		require.False(t, names[e.Name], e.Name)
		names[e.Name] = true
		require.NotEqual(t, e.Right.Blocks, e.Text.Blocks, e.Name)
	}
	t.Log(len(UnseenTraps()), "traps", len(UnseenWordings()), "wordings", len(names), "edits")
}
