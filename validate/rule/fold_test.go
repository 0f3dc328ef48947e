package rule

import (
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"suanqing/validate/report"
)

// TestFold: beyond the first fifty of a form, findings are told together and
// no cell is lost.
func TestFold(t *testing.T) {
	var found []report.Finding
	for i := range 200 {
		form := "F03"
		if i%4 == 0 {
			form = "F05"
		}
		found = append(found, report.Finding{Rule: "code.parent", Message: strconv.Itoa(i), Cells: []report.Cell{{Form: form, Cell: strconv.Itoa(i)}}})
	}
	kept := fold(found)
	require.Len(t, kept, 50+50+1)
	cells := map[string]bool{}
	told := false
	for _, f := range kept {
		told = told || strings.Contains(f.Message, "还有 100 处")
		for _, c := range f.Cells {
			cells[c.Cell] = true
		}
	}
	assert.Len(t, cells, 200)
	assert.True(t, told)
}
