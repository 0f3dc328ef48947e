package prose

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestRandomTextsAreRight looks at more cases than the texts that are handed out.
func TestRandomTextsAreRight(t *testing.T) {
	for seed := int64(100); seed < 160; seed++ {
		c := RandomCase(seed)
		for i, style := range Styles {
			x := Write(c, style, seed+int64(i))
			for _, wrong := range Contradictions(x) {
				t.Errorf("%s: %s", x.Name, wrong)
			}
		}
	}
}

// TestSlips holds the oracle to what it can see: most slips in figures that something
// determines. The others are too small for a percentage to show.
func TestSlips(t *testing.T) {
	seen, determined := 0, 0
	for _, x := range Texts() {
		slips := Slips(x, 20, 1)
		require.Len(t, slips, 20)
		for _, s := range slips {
			require.NotEqual(t, s.Was, s.Mark.Words)
			require.Equal(t, s.Mark.Words, s.Text.Blocks[s.Mark.Block].Text[s.Mark.Start:s.Mark.End])
			if s.Small || s.Mark.Determined == ByNothing {
				continue
			}
			determined++
			if s.Seen {
				seen++
			}
		}
	}
	t.Logf("%d of %d", seen, determined)
	assert.GreaterOrEqual(t, seen*100, determined*93)
}

func TestLargeCase(t *testing.T) {
	x := Write(LargeCase(), Shandong, 0).WithForms()
	assert.Empty(t, Contradictions(x))
	length := 0
	for _, b := range x.Blocks {
		length += len([]rune(b.Text))
		for _, r := range b.Rows {
			length += len(r) * 4
		}
	}
	assert.Greater(t, length, 25_000)
	t.Log(len(x.Blocks), length, len(Docx(x)))
}
