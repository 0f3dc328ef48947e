package localise

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"suanqing/validate/amount"
	"suanqing/validate/bind"
	"suanqing/validate/lab/fixture"
	"suanqing/validate/read/xlsx"
	"suanqing/validate/rule"
)

// bound opens a committed workbook.
func bound(t *testing.T, name string) *bind.Book {
	t.Helper()
	w, err := fixture.Load(name)
	require.NoError(t, err)
	book, err := xlsx.Open(w.Bytes)
	require.NoError(t, err)
	return bind.Find(book, nil)
}

func systemOf(b *bind.Book) *system { return newSystem(b, rule.Run(b).Equations) }

// TestNothingAsSupposed: a figure set to nothing leaves the same differences and
// bounds as the check has once it is supposed to be nothing.
func TestNothingAsSupposed(t *testing.T) {
	for _, name := range []string{"lanshan-2023", "putuo-finance-2024"} {
		count := len(systemOf(bound(t, name)).cells)
		for id := 0; id < count; id += 17 {
			s := systemOf(bound(t, name))
			at := s.cells[id].figure.At
			s.set(int32(id), 0)
			b := bound(t, name)
			require.True(t, b.Suppose(at, amount.Zero))
			supposed := systemOf(b)
			if len(s.constraints) != len(supposed.constraints) {
				continue // a rule that holds only where there is a figure
			}
			for k := range s.constraints {
				p, q := &s.constraints[k], &supposed.constraints[k]
				assert.Equal(t, [2]int64{q.diff, q.bound}, [2]int64{p.diff, p.bound}, "%s %s %s", name, p.rule.ID, p.row)
			}
		}
	}
}
