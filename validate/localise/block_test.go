package localise

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"suanqing/validate/bind"
	"suanqing/validate/lab/fixture"
	"suanqing/validate/read/xlsx"
)

// movedUp is a report whose 302 and its details stand a row too high on F06, with what
// was first in the last row; or only the details, with the sum repeated in the last.
func movedUp(t *testing.T, ontoSum bool) *bind.Book {
	t.Helper()
	w, err := fixture.Load("lanshan-2023")
	require.NoError(t, err)
	var cells, values, edits []string
	for _, p := range w.Placements {
		if p.Form == fixture.F06 && strings.HasPrefix(p.Row, "302") {
			cells, values = append(cells, p.Cell), append(values, p.Value)
		}
	}
	for i := range cells {
		if i > 0 || ontoSum {
			edits = append(edits, fmt.Sprintf("%s!%s = %s", fixture.F06, cells[i], values[(i+1)%len(values)]))
		}
	}
	data, err := w.Edit(edits...)
	require.NoError(t, err)
	document, err := xlsx.Open(data)
	require.NoError(t, err)
	return bind.Find(document, nil)
}

// TestGroupMovedUp: no other form has the details of 302, but for three of them.
func TestGroupMovedUp(t *testing.T) {
	for _, ontoSum := range []bool{true, false} {
		found := systemOf(movedUp(t, ontoSum)).explain()
		require.NotEmpty(t, found)
		assert.Equal(t, Shifted, found[0].kind)
		assert.Equal(t, -1, found[0].shift)
		assert.Empty(t, found[0].lost)
		assert.Len(t, found, 1, "that explains it all")
	}
}

// TestSingleBeatsBlock: a lone wrong figure is told as one, whatever blocks would do.
func TestSingleBeatsBlock(t *testing.T) {
	for _, name := range []string{"lanshan-2023", "putuo-finance-2024", "clean-yuan"} {
		n := len(systemOf(bound(t, name)).cells)
		for id := int32(0); int(id) < n; id += 13 {
			s := systemOf(bound(t, name))
			if s.cells[id].x == 0 || s.count > 0 {
				continue
			}
			s.set(id, s.cells[id].x+37*max(s.cells[id].step, 1))
			for _, v := range s.explain() {
				assert.NotEqual(t, Shifted, v.kind, "%s: cell %d", name, id)
			}
		}
	}
}

// TestWeighingLeavesNoTrace: whatever is proposed, the figures read as before.
func TestWeighingLeavesNoTrace(t *testing.T) {
	s := systemOf(movedUp(t, true))
	was, broken, count := s.snapshot(), append([]bool{}, s.broken...), s.count
	s.propose()
	assert.Equal(t, was, s.snapshot())
	assert.Equal(t, broken, s.broken)
	assert.Equal(t, count, s.count)
}
