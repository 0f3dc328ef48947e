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

// TestClerkTraps: each text with a clerk's sentence still agrees with itself.
func TestClerkTraps(t *testing.T) {
	names := map[string]bool{}
	for _, x := range slices.Concat(ClerkTraps(), ClerkHeldOut()) {
		require.False(t, names[x.Name+x.Base.Name], x.Name)
		names[x.Name+x.Base.Name] = true
		assert.Empty(t, prose.Contradictions(x.Text), x.Name)
		different := ""
		for i, b := range x.Text.Blocks {
			require.NotRegexp(t, `[{}\x01\x02]|。。|，。|，，|；。|、。|%!|<no|：，`, b.Text, x.Name)
			if different == "" && (i >= len(x.Base.Blocks) || b.Text != x.Base.Blocks[i].Text) {
				different = b.Text
			}
		}
		require.NotEmpty(t, different, x.Name)
		if os.Getenv("SHOW") == "clerks" {
			fmt.Println("##", x.Name, "|", x.Base.Name, "\n   ", different)
		}
	}
	assert.GreaterOrEqual(t, len(names), 90)
}
