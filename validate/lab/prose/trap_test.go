package prose

import (
	"fmt"
	"os"
	"reflect"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestTraps(t *testing.T) {
	names := map[string]bool{}
	for _, x := range Traps() {
		require.False(t, names[x.Name], x.Name)
		names[x.Name] = true
		require.False(t, reflect.DeepEqual(x.Base.Blocks, x.Text.Blocks), x.Name)
		p := x.Place
		require.Equal(t, p.Words, x.Text.Blocks[p.Block].Text[p.Start:p.End], x.Name)
		if os.Getenv("TRAPS") != "" {
			fmt.Println("##", x.Name, "\n   ", x.Text.Blocks[p.Block].Text)
		}
	}
	assert.GreaterOrEqual(t, len(names), 60)
	t.Log(len(names), "traps")
	for _, s := range sentences {
		found := false
		for name := range names {
			found = found || len(name) > len(s.name) && name[:len(s.name)] == s.name
		}
		assert.True(t, found, s.name)
	}
}
