package further

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"suanqing/validate/lab/prose"
)

// TestTextsAreRight: two oracles that know no sentence find nothing in the right texts.
func TestTextsAreRight(t *testing.T) {
	for _, x := range Texts() {
		assert.Empty(t, prose.Contradictions(x), x.Name)
		assert.Greater(t, len(x.Marks), 60, x.Name)
		for _, m := range x.Marks {
			text := x.Blocks[m.Block].Text
			require.Equal(t, m.Words, text[m.Start:m.End], x.Name)
			require.True(t, strings.HasPrefix(text[m.End:], m.Unit), "%s: %s in %s", x.Name, m.Words, text)
		}
		for _, b := range x.Blocks {
			require.NotRegexp(t, `[{}\x01\x02]|。。|，。|，，|；。|、。|%!|<no`, b.Text, x.Name)
		}
		if os.Getenv("SHOW") == x.Name {
			fmt.Println(string(prose.TXT(x)))
		}
	}
}

// TestSmallCases: the right ones agree with themselves, the broken ones are others.
func TestSmallCases(t *testing.T) {
	names, right, wrong := map[string]bool{}, map[string]int{}, map[string]int{}
	for _, c := range Small() {
		name := c.Group + ": " + c.Name
		require.False(t, names[name], name)
		names[name] = true
		for _, b := range c.Text.Blocks {
			require.NotRegexp(t, `[{}\x01\x02]|。。|，。|，，|；。|、。|%!|<no`, b.Text, name)
		}
		if c.Right == nil {
			right[c.Group]++
			assert.Empty(t, prose.Contradictions(c.Text), name)
		} else {
			wrong[c.Group]++
			p := c.Wrong
			require.NotEqual(t, c.Right.Text.Blocks, c.Text.Blocks, name)
			if p.End > 0 {
				require.Equal(t, p.Words, c.Text.Blocks[p.Block].Text[p.Start:p.Start+len(p.Words)], name)
			}
		}
		if os.Getenv("SHOW") == c.Group {
			fmt.Println("##", name, c.Wrong.Words)
			fmt.Println(string(prose.TXT(c.Text)))
		}
	}
	t.Log(right, wrong)
	for group := range right {
		assert.GreaterOrEqual(t, right[group], 10, group)
		assert.GreaterOrEqual(t, wrong[group], 10, group)
	}
}
