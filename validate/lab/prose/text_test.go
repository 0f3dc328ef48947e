package prose

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestShow prints the texts that PROSE names, to be read: PROSE=sichuan/random-13.
func TestShow(t *testing.T) {
	want := os.Getenv("PROSE")
	for _, x := range Texts() {
		if want != "" && strings.HasPrefix(x.Name, want) {
			fmt.Println("##", x.Name)
			for _, b := range x.Blocks {
				fmt.Println(b.Shown(), strings.Join(flat(b.Rows), " | "))
			}
		}
	}
}

func flat(rows [][]string) []string {
	var out []string
	for _, r := range rows {
		out = append(out, strings.Join(r, "\t"))
	}
	return out
}

func TestMarksStandWhereTheySay(t *testing.T) {
	names := map[string]bool{}
	for _, x := range Texts() {
		require.False(t, names[x.Name], x.Name)
		names[x.Name] = true
		assert.Greater(t, len(x.Marks), 90, x.Name)
		for _, b := range x.Blocks {
			require.NotRegexp(t, `[{}\x01\x02]|。。|，。|，，|；。|、。|%!`, b.Text, x.Name)
		}
		for _, m := range x.Marks {
			text := x.Blocks[m.Block].Text
			require.Equal(t, m.Words, text[m.Start:m.End], x.Name)
			require.True(t, m.Value.Equal(reads(m.Words)), x.Name)
			after := strings.TrimLeft(text[m.End:], " ")
			require.True(t, strings.HasPrefix(after, m.Unit), "%s: %s %s in %s", x.Name, m.What, m.Words, text)
		}
	}
}

func TestTextsAreDeterministic(t *testing.T) {
	for i, c := range Cases()[:3] {
		a, b := Write(c, Styles[i], 7), Write(Cases()[i], Styles[i], 7)
		assert.Equal(t, a.Blocks, b.Blocks)
		assert.Equal(t, a.Marks, b.Marks)
	}
}

// TestRightTextsAreRight is the oracle: it reads the printed words again and judges them by
// intervals, from nothing but what each figure says it is.
func TestRightTextsAreRight(t *testing.T) {
	for _, x := range Texts() {
		for _, wrong := range Contradictions(x) {
			t.Errorf("%s: %s", x.Name, wrong)
		}
	}
}

// TestEveryKindOfMoneyOccurs keeps the cases from becoming too plain.
func TestEveryKindOfMoneyOccurs(t *testing.T) {
	subjects, measures, determined := map[string]bool{}, map[string]bool{}, map[Determined]int{}
	for _, x := range Texts() {
		for _, m := range x.Marks {
			subjects[m.Subject], measures[m.Measure] = true, true
			determined[m.Determined]++
		}
	}
	for subject := range cells {
		if subject != Fiscal {
			assert.Contains(t, subjects, subject)
		}
	}
	for _, m := range []string{Final, Budget, Prior, Completion, Deviation, Share, Change, Growth, Count, Score} {
		assert.Contains(t, measures, m)
	}
	t.Log(determined)
}
