package judge_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"

	"suanqing/validate/amount"
	"suanqing/validate/bind"
	"suanqing/validate/equation"
	"suanqing/validate/judge"
)

// printed makes figures that print so many hundredths.
func printed(hundredths ...int64) []*bind.Figure {
	var list []*bind.Figure
	for i, n := range hundredths {
		list = append(list, &bind.Figure{Table: &bind.Table{}, Index: int32(i), State: bind.Money, Value: amount.New(n, -2), Half: amount.New(5, -3), Counts: true})
	}
	return list
}

// identity is Σ left = Σ right over figures, judged.
func identity(figures []*bind.Figure, left, right []int) *judge.Instance {
	in := &judge.Instance{}
	sum := func(list []int) (operands []judge.Operand, total amount.Amount) {
		for _, i := range list {
			operands = append(operands, judge.Operand{Figure: figures[i]})
			total = total.Add(figures[i].Value)
			in.Bound = in.Bound.Add(figures[i].Half)
		}
		return operands, total
	}
	in.Left, in.LeftSum = sum(left)
	in.Right, in.RightSum = sum(right)
	in.Difference = in.LeftSum.Sub(in.RightSum)
	switch d := in.Difference.Abs(); {
	case d.Cmp(in.Bound) > 0:
		in.Result = judge.Broken
	case !d.IsZero():
		in.Result = judge.Tail
	}
	return in
}

type sides struct{ left, right []int }

func conflicts(figures []*bind.Figure, list []sides) [][]int {
	unit, _ := amount.FindUnit("万元")
	j := judge.NewJoint(&bind.Book{Figures: len(figures), Unit: unit})
	for _, s := range list {
		j.Add(identity(figures, s.left, s.right), equation.Equal)
	}
	return j.Conflicts()
}

// TestJoint: each holds within rounding; 1.00 + 1.00 cannot be nearer to 1.99
// and nearer to 2.01.
func TestJoint(t *testing.T) {
	figures := printed(100, 100, 199, 201, 500, 300)
	both := []sides{{[]int{2}, []int{0, 1}}, {[]int{4}, []int{5, 2}}, {[]int{3}, []int{0, 1}}}
	assert.Equal(t, [][]int{{0, 2}}, conflicts(figures, []sides{both[0], {[]int{5}, []int{5}}, both[2]}), "the smallest set is named")
	assert.Empty(t, conflicts(figures, both[:1]))
	assert.Empty(t, conflicts(figures, both[2:]))
	assert.Empty(t, conflicts(figures, append(both, sides{[]int{4}, []int{0, 1}})), "beside a broken identity nothing is said")
}

// TestJointAgainstTrial: what is called impossible no true amounts satisfy, tried
// one by one on a grid of half a unit; rounded true amounts are never called so.
func TestJointAgainstTrial(t *testing.T) {
	g := rand.New(rand.NewPCG(1, 2))
	impossible := 0
	for range 3000 {
		n := 4 + g.IntN(3)
		hundredths := make([]int64, n)
		for i := range hundredths {
			hundredths[i] = 100 * int64(1+g.IntN(3))
		}
		var list []sides
		for range 2 + g.IntN(3) {
			p := g.Perm(n)
			list = append(list, sides{p[:1], p[1 : 2+g.IntN(2)]})
		}
		// make every identity nearly hold, in turn, by its first figure
		for _, s := range list {
			sum := int64(0)
			for _, i := range s.right {
				sum += hundredths[i]
			}
			hundredths[s.left[0]] = sum + int64(g.IntN(3)-1)
		}
		figures := printed(hundredths...)
		found := conflicts(figures, list)
		if len(found) == 0 {
			continue
		}
		impossible++
		for _, core := range found {
			assert.False(t, possible(hundredths, list, core), "%v %v", hundredths, list)
			assert.Greater(t, len(core), 1)
		}
	}
	assert.Greater(t, impossible, 30)
}

// possible tries all amounts within half a unit, in steps of half a unit: where
// identities add and subtract, a solution has one there if it has any.
func possible(hundredths []int64, list []sides, core []int) bool {
	at := make([]int64, len(hundredths))
	var try func(i int) bool
	try = func(i int) bool {
		if i == len(at) {
			for _, id := range core {
				sum := int64(0)
				for _, k := range list[id].left {
					sum += at[k]
				}
				for _, k := range list[id].right {
					sum -= at[k]
				}
				if sum != 0 {
					return false
				}
			}
			return true
		}
		for d := int64(-2); d <= 2; d++ { // quarters of a unit
			at[i] = 4*hundredths[i] + d
			if try(i + 1) {
				return true
			}
		}
		return false
	}
	return try(0)
}

// TestJointOfTrueAmounts: sums printed from true amounts are always possible.
func TestJointOfTrueAmounts(t *testing.T) {
	g := rand.New(rand.NewPCG(3, 4))
	for trial := range 2000 {
		n := 5 + g.IntN(20)
		truth := make([]int64, n) // in ten-thousandths
		var list []sides
		for i := range truth {
			truth[i] = int64(g.IntN(1e7))
			if i > 2 && g.IntN(2) == 0 {
				p := g.Perm(i)[:2+g.IntN(i-1)]
				truth[i] = 0
				for _, k := range p {
					truth[i] += truth[k]
				}
				list = append(list, sides{[]int{i}, p})
			}
		}
		hundredths := make([]int64, n)
		for i, x := range truth {
			hundredths[i] = (x + 50) / 100
		}
		assert.Empty(t, conflicts(printed(hundredths...), list), fmt.Sprint(trial))
	}
}
