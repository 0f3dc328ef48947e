package prose

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/shopspring/decimal"
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
		for _, wrong := range judge(x) {
			t.Errorf("%s: %s", x.Name, wrong)
		}
	}
}

// judge lists what does not agree in a text.
func judge(x Text) []string {
	var out []string
	say := func(format string, a ...any) { out = append(out, fmt.Sprintf(format, a...)) }
	first := map[What]Mark{}
	for _, m := range x.Marks {
		if m.Determined == NoFigure {
			continue
		}
		if f, ok := first[m.What]; !ok {
			first[m.What] = m
		} else if !reads(f.Words).Equal(reads(m.Words)) {
			say("%s is %s and %s", m.What, f.Words, m.Words)
		}
		if m.Determined == ByForm {
			cell := value(x.Case.Book, m.Cell).Shift(exponents[x.Case.Book.Unit] - exponents[m.Unit])
			if !reads(m.Words).Equal(cell) {
				say("%s is %s, the form has %s", m.What, m.Words, cell)
			}
		}
	}
	for _, s := range x.Sums {
		if total, sum, slack, ok := added(x.Case, first, s); ok && total.Sub(sum).Abs().GreaterThan(slack) {
			say("%s is %s, its parts are %s", s.Total, total, sum)
		}
	}
	for w, m := range first {
		if wrong := proportion(first, w, m); wrong != "" {
			say("%s", wrong)
		}
	}
	return out
}

// added is a total, its parts' sum and how far they may stand apart.
func added(c *Case, first map[What]Mark, s Sum) (total, sum, slack decimal.Decimal, ok bool) {
	m, ok := first[s.Total]
	if !ok {
		return
	}
	total, slack = reads(m.Words), halfUnit(m.Words)
	for _, p := range s.Parts {
		part, ok := first[p]
		if !ok {
			return total, sum, slack, false
		}
		sum, slack = sum.Add(reads(part.Words)), slack.Add(halfUnit(part.Words))
	}
	// A figure printed without its last zeros is exact to two decimals all the same.
	return total, sum, decimal.Min(slack, decimal.New(5*int64(len(s.Parts)+1), -3)), true
}

func proportion(first map[What]Mark, w What, m Mark) string {
	of := operands(w)
	if of == nil {
		return ""
	}
	a, okA := first[of[0]]
	b, okB := first[of[1]]
	if !okA || !okB {
		return ""
	}
	half := decimal.New(5, -3)
	x, y, printed := reads(a.Words), reads(b.Words), reads(m.Words)
	slack := halfUnit(m.Words).Mul(decimal.NewFromInt(2))
	if x.IsZero() && w.Measure != Growth {
		if !printed.IsZero() && w.Measure != Deviation {
			return fmt.Sprintf("%s is %s of nothing", w, m.Words)
		}
		return ""
	}
	num, base := x, y
	switch w.Measure {
	case Deviation:
		num = x.Sub(y)
	case Growth: // a final figure and the change
		num, base = y, x.Sub(y)
		if m.Down {
			base = x.Add(y)
		}
	}
	if !base.IsPositive() {
		return fmt.Sprintf("%s is %s of a base of nothing", w, m.Words)
	}
	near := num.Shift(2).Div(base)
	wide := half.Mul(decimal.NewFromInt(2)).Shift(2).Div(base).Mul(decimal.NewFromInt(1).Add(num.Abs().Div(base)))
	if near.Sub(printed).Abs().GreaterThan(slack.Add(wide)) {
		return fmt.Sprintf("%s is %s%%, %s of %s is %s", w, m.Words, num, base, near.StringFixed(3))
	}
	if printed.IsZero() && !num.IsZero() {
		return fmt.Sprintf("%s is zero, of %s", w, num)
	}
	return ""
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
