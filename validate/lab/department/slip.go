package department

import (
	"math/rand/v2"
	"strconv"
	"strings"

	"suanqing/validate/lab/fixture"
)

// slip is one way a hand goes wrong at a figure; typed gives what it types, "" when the
// figure has no room for it.
type slip struct {
	id    string
	typed func(p *Paper, at fixture.Placement, g *rand.Rand) string
}

// slips are the ways of one cell.
var slips = []slip{
	{"digit-dropped", hand(dropDigit)},
	{"digit-added", hand(addDigit)},
	{"digit-changed", hand(changeDigit)},
	{"digits-swapped", hand(swapDigits)},
	{"point-shifted", hand(shiftPoint)},
	{"sign", hand(func(v string, _ *rand.Rand) string { return number(v).Neg().StringFixed(2) })},
	{"copied", copied},
	{"other-unit", otherUnit},
	{"left-out", func(*Paper, fixture.Placement, *rand.Rand) string { return blank }},
	{"any", hand(anyValue)},
}

// blank is what left-out types.
const blank = "-"

// hand is a slip that sees nothing but the figure, with two decimals.
func hand(f func(string, *rand.Rand) string) func(*Paper, fixture.Placement, *rand.Rand) string {
	return func(p *Paper, at fixture.Placement, g *rand.Rand) string {
		v := p.Book.Value(at.Form, at.Row, at.Column)
		if strings.HasPrefix(v, "-") {
			return ""
		}
		return f(number(v).StringFixed(2), g)
	}
}

func dropDigit(v string, g *rand.Rand) string {
	i := g.IntN(len(v) - 3)
	if i == 0 && v[1] == '.' {
		return ""
	}
	return v[:i] + v[i+1:]
}

func addDigit(v string, g *rand.Rand) string {
	i := g.IntN(len(v) - 2)
	return v[:i] + strconv.Itoa(1+g.IntN(9)) + v[i:]
}

func changeDigit(v string, g *rand.Rand) string {
	i := g.IntN(len(v) - 3)
	return v[:i] + strconv.Itoa(g.IntN(10)) + v[i+1:]
}

func swapDigits(v string, g *rand.Rand) string {
	if len(v) < 5 {
		return ""
	}
	i := g.IntN(len(v) - 4)
	return v[:i] + v[i+1:i+2] + v[i:i+1] + v[i+2:]
}

func shiftPoint(v string, g *rand.Rand) string {
	return number(v).Shift([]int32{1, -1, 2}[g.IntN(3)]).StringFixed(2)
}

// anyValue is of the same size and otherwise unlike.
func anyValue(v string, g *rand.Rand) string {
	cents := number(v).Shift(2).IntPart()
	return number(strconv.FormatInt(cents/3+g.Int64N(2*cents+1), 10)).Shift(-2).StringFixed(2)
}

// copied types the figure of a cell beside it, or above or below.
func copied(p *Paper, at fixture.Placement, g *rand.Rand) string {
	var line []fixture.Placement
	here, inRow := 0, g.IntN(2) == 0
	for _, q := range p.Drawn().Placements {
		if q.Form != at.Form || inRow && q.Row != at.Row || !inRow && q.Column != at.Column {
			continue
		}
		if q.Slot == at.Slot {
			here = len(line)
		}
		line = append(line, q)
	}
	i := here + 1 - 2*g.IntN(2)
	if i < 0 || i >= len(line) {
		return ""
	}
	return p.Book.Value(line[i].Form, line[i].Row, line[i].Column)
}

// otherUnit types 元 into a book in 万元, or the reverse.
func otherUnit(p *Paper, at fixture.Placement, _ *rand.Rand) string {
	return p.otherwise().Value(at.Form, at.Row, at.Column)
}

// otherwise is the book in the unit it is not printed in.
func (p *Paper) otherwise() *fixture.Book {
	if p.Book.Unit == "元" {
		return p.Yuan.InUnit("万元")
	}
	return p.Yuan.InUnit("元")
}
