package localise

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"suanqing/validate/bind"
	"suanqing/validate/lab/fixture"
	"suanqing/validate/read/xlsx"
)

// packedUp is a report whose figures of F06 from one row of a column on, so many rows,
// were packed upward over the blank ones, with how many cells that changes.
func packedUp(t *testing.T, name, first string, rows int) (b *bind.Book, changed int) {
	t.Helper()
	w, err := fixture.Load(name)
	require.NoError(t, err)
	top, ok := w.At(fixture.F06, first, "金额")
	require.True(t, ok)
	var column string
	var row int
	_, err = fmt.Sscanf(top.Cell, "%1s%d", &column, &row)
	require.NoError(t, err)
	at := map[string]string{}
	for _, p := range w.Placements {
		if p.Form == fixture.F06 {
			at[p.Cell] = p.Value
		}
	}
	var figures, edits []string
	for i := range rows {
		if v := at[fmt.Sprintf("%s%d", column, row+i)]; v != "" {
			figures = append(figures, v)
		}
	}
	for i := range rows {
		cell, is := fmt.Sprintf("%s%d", column, row+i), ""
		if i < len(figures) {
			is = figures[i]
		}
		if is != at[cell] {
			edits = append(edits, fmt.Sprintf("%s!%s = %s", fixture.F06, cell, is))
		}
	}
	data, err := w.Edit(edits...)
	require.NoError(t, err)
	document, err := xlsx.Open(data)
	require.NoError(t, err)
	return bind.Find(document, nil), len(edits)
}

// TestPacked: figures that lost the blank rows between them are one block, by several
// distances, and no figure of it is invented.
func TestPacked(t *testing.T) {
	for _, first := range []string{"30102", "30103"} {
		b, changed := packedUp(t, "lanshan-2023", first, 21)
		require.Greater(t, changed, 2)
		s := systemOf(b)
		printed := map[int64]bool{0: true}
		for i := range s.cells {
			printed[s.cells[i].x] = true
		}
		list := s.packed()
		require.NotEmpty(t, list, first)
		for _, r := range list {
			assert.Equal(t, Shifted, r.kind)
			assert.NotEmpty(t, r.mends)
			for _, c := range r.changes {
				assert.True(t, printed[c.y], "%s: %d", first, c.y)
			}
		}
	}
}

// TestNothingPacked: where every sum comes out no column is read anew, and a figure too
// many by itself is none that was packed.
func TestNothingPacked(t *testing.T) {
	for _, name := range []string{"lanshan-2023", "putuo-finance-2024", "clean-yuan"} {
		assert.Empty(t, systemOf(bound(t, name)).packed(), name)
	}
}

// TestAgain: figures that stand once more right below themselves may be left out.
func TestAgain(t *testing.T) {
	s := &system{}
	c := &column{}
	for i, x := range []int64{7, 8, 9, 7, 8, 0, 5} {
		s.cells = append(s.cells, cell{x: x})
		c.cells = append(c.cells, int32(i))
	}
	assert.Equal(t, [][2]int{{3, 5}}, s.again(c, []int{0, 1, 2, 3, 4, 6}))
	assert.Empty(t, s.again(c, []int{0, 1, 2, 6}))
}
