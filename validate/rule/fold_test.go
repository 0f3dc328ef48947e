package rule

import (
	"fmt"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"suanqing/validate/bind"
	"suanqing/validate/report"
)

// TestFold: beyond the first ones of a form, findings are told together by one
// that says how many they are; forms and severities are kept apart.
func TestFold(t *testing.T) {
	for _, n := range []int{1, mostAlike, mostAlike + 1, mostAlike + 2, 5 * mostAlike} {
		c := &Check{Book: &bind.Book{}, rule: &Rule{ID: "code.parent", Severity: report.Warning}}
		for i := range n {
			c.add(strconv.Itoa(i), report.Cell{Form: "F03", Cell: strconv.Itoa(i)})
			if i < 3 {
				c.addAs(report.Error, "grave", report.Cell{Form: "F03"})
				c.add("other", report.Cell{Form: "F05"})
			}
		}
		told, stood := map[string]bool{}, 0
		for _, f := range c.found.all() {
			switch {
			case f.Cells[0].Form != "F03" || f.Severity != report.Warning:
				assert.NotContains(t, f.Message, "同样")
				continue
			case strings.HasPrefix(f.Message, "同样"):
				var example string
				count, err := fmt.Sscanf(f.Message, "同样的问题还有 %d 处，例如：%s", &stood, &example)
				require.NoError(t, err)
				require.Equal(t, 2, count)
				assert.Equal(t, f.Cells[0].Cell, example)
				assert.Greater(t, stood, 1)
				assert.Equal(t, stood, f.Alike)
				stood--
			default:
				assert.Equal(t, f.Cells[0].Cell, f.Message)
			}
			assert.False(t, told[f.Cells[0].Cell], "told twice")
			told[f.Cells[0].Cell] = true
		}
		assert.Equal(t, n, len(told)+stood)
		assert.LessOrEqual(t, len(told), mostAlike+1)
		assert.Len(t, c.found.found, len(told)+2*min(n, 3))
	}
}

// TestFoldCells: findings of many cells are told together sooner.
func TestFoldCells(t *testing.T) {
	c := &Check{Book: &bind.Book{}, rule: &Rule{ID: "a", Severity: report.Warning}}
	for range 20 {
		c.add("m", make([]report.Cell, mostOperands)...)
	}
	cells := 0
	for _, f := range c.found.all() {
		cells += len(f.Cells)
	}
	assert.LessOrEqual(t, cells, mostListed+2*mostOperands)
	assert.Contains(t, c.found.found[len(c.found.found)-1].Message, fmt.Sprintf("还有 %d 处", 20-len(c.found.found)+1))
}
