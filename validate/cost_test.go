package validate_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"suanqing/validate"
	"suanqing/validate/bind"
	"suanqing/validate/lab/fixture"
	"suanqing/validate/read/xlsx"
	"suanqing/validate/rule"
)

// TestCost: a check takes no more than it may. What is counted is what a machine that is
// busy counts too: allocations, some twentieth of room above what they were when this was
// written, and the instances of equations that are judged, exactly. A figure here
// that has to grow is a decision; one that may shrink is lowered with what made it.
func TestCost(t *testing.T) {
	const rounds = 5
	for _, c := range []struct {
		name        string
		edits       []string
		allocations float64 // of a check at most
		equations   int     // judged
		places      int     // figures that stand in them
	}{
		{"clean", nil, 2_500, 522, 1_584},
		{"one error", []string{fixture.F03 + "[20103, 基本支出] = 1.23"}, 2_900, 522, 1_584},
		{"four errors", []string{fixture.F01 + "[本年收入合计, 金额] = 1.23", fixture.F03 + "[20103, 基本支出] = 4.56",
			fixture.F05 + "[208, 小计] = 7.89", fixture.F09 + "[决算数, 合计] = 3.21"}, 4_950, 522, 1_584},
	} {
		t.Run(c.name, func(t *testing.T) {
			w, err := fixture.Load("lanshan-2023")
			require.NoError(t, err)
			data, err := w.Edit(c.edits...)
			require.NoError(t, err)
			validate.Check("a.xlsx", data, nil) // what is made once is made
			got := testing.AllocsPerRun(rounds, func() { validate.Check("a.xlsx", data, nil) })
			assert.LessOrEqual(t, got, c.allocations)
			book, err := xlsx.Open(data)
			require.NoError(t, err)
			places, equations := 0, rule.Run(bind.Find(book, nil)).Equations
			for _, e := range equations {
				places += len(e.Left) + len(e.Right) + len(e.Over)
			}
			assert.Equal(t, c.equations, len(equations))
			assert.Equal(t, c.places, places)
		})
	}
}
