package further

import (
	"bytes"
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
		if group == "listed" {
			continue // one table
		}
		assert.GreaterOrEqual(t, right[group], 10, group)
		assert.GreaterOrEqual(t, wrong[group], 10, group)
	}
}

// TestTraps: every trap changes its text by one sentence, and the text still agrees.
func TestTraps(t *testing.T) {
	names := map[string]bool{}
	for _, x := range Traps() {
		require.False(t, names[x.Name], x.Name)
		names[x.Name] = true
		assert.Empty(t, prose.Contradictions(x.Text), x.Name)
		different := ""
		for i, b := range x.Text.Blocks {
			require.NotRegexp(t, `[{}\x01\x02]|。。|，。|，，|；。|、。|%!|<no`, b.Text, x.Name)
			if different == "" && (i >= len(x.Base.Blocks) || b.Text != x.Base.Blocks[i].Text) {
				different = b.Text
			}
		}
		require.NotEmpty(t, different, x.Name)
		if os.Getenv("SHOW") == "traps" {
			fmt.Println("##", x.Name, "|", x.Base.Name, "\n   ", different)
		}
	}
	t.Log(len(names), "traps")
	assert.GreaterOrEqual(t, len(names), 130)
}

// TestWordings: what other words say agrees with the rest, and slips of it do not.
func TestWordings(t *testing.T) {
	names, slips, seen := map[string]bool{}, 0, 0
	for _, x := range Wordings() {
		require.False(t, names[x.Name], x.Name)
		names[x.Name] = true
		assert.Empty(t, prose.Contradictions(x.Text), x.Name)
		require.NotEmpty(t, x.Slips, x.Name)
		for _, b := range x.Text.Blocks {
			require.NotRegexp(t, `[{}\x01\x02]|。。|，。|，，|；。|、。|%!|<no`, b.Text, x.Name)
		}
		for _, s := range x.Slips {
			require.Equal(t, s.Mark.Words, s.Text.Blocks[s.Mark.Block].Text[s.Mark.Start:s.Mark.End], s.Name)
			if slips++; s.Seen {
				seen++
			}
		}
		if os.Getenv("SHOW") == "wordings" {
			fmt.Println("##", x.Name, "|", x.Base.Name, "\n   ", x.Slips[0].Text.Blocks[x.Slips[0].Mark.Block].Text)
		}
	}
	t.Log(len(names), "wordings", slips, "slips", seen, "seen")
	assert.GreaterOrEqual(t, len(names), 40)
}

// TestKinds: slips of each kind, most of them seen by the oracle.
func TestKinds(t *testing.T) {
	all, seen := map[string]int{}, map[string]int{}
	for _, x := range Texts() {
		for _, s := range ByKind(x) {
			require.Equal(t, s.Mark.Words, s.Text.Blocks[s.Mark.Block].Text[s.Mark.Start:s.Mark.End], s.Name)
			_, kind, _ := strings.Cut(strings.SplitN(s.Name, ":", 2)[0], " ")
			_, kind, _ = strings.Cut(kind, " ")
			if all[kind]++; s.Seen {
				seen[kind]++
			}
		}
	}
	t.Log(all, seen)
}

// TestSlips: what something determines is seen by the oracle.
func TestSlips(t *testing.T) {
	for _, x := range Texts() {
		all, determined, seen := 0, 0, 0
		for _, s := range Slips(x) {
			require.Equal(t, s.Mark.Words, s.Text.Blocks[s.Mark.Block].Text[s.Mark.Start:s.Mark.End], s.Name)
			if all++; s.Seen {
				seen++
			}
			if s.Mark.Determined != prose.ByNothing {
				determined++
				if !s.Seen && os.Getenv("SHOW") == "slips" {
					fmt.Println("unseen", s.Name)
				}
			}
		}
		t.Logf("%s: %d slips, %d in determined figures, %d seen", x.Name, all, determined, seen)
		assert.GreaterOrEqual(t, seen*100, determined*95, x.Name)
	}
}

// TestSavedTexts: what lies in testdata is what is written today.
func TestSavedTexts(t *testing.T) {
	for _, x := range Texts() {
		for kind, want := range map[string][]byte{"txt": prose.TXT(x), "xlsx": x.Workbook()} {
			have, err := os.ReadFile(Saved(x.Name, kind))
			require.NoError(t, err)
			assert.True(t, bytes.Equal(want, have), "%s.%s: go run ./validate/lab/prose/further/write", x.Name, kind)
		}
	}
}
