package bind_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"suanqing/validate/form"
)

// TestAnyOrderOfColumns: the columns of a form keyed by code, and those between them that
// are not judged, may stand in any order, each under any of its plain spellings.
func TestAnyOrderOfColumns(t *testing.T) {
	g := rand.New(rand.NewPCG(1, 2))
	for range 300 {
		var coded []*form.Form
		for _, f := range form.Public().Forms {
			if f.SharesCodes() {
				coded = append(coded, f)
			}
		}
		f := coded[g.IntN(len(coded))]
		type column struct{ head, total, class string }
		columns := []column{{"备注", "", ""}, {"上年决算数", "9", "9"}}
		var want []string
		for _, row := range []string{form.Total, "201"} {
			for i := range f.Columns {
				want = append(want, fmt.Sprintf("%s/%s=%d", row, f.Columns[i].ID, 10+i))
			}
		}
		for i := range f.Columns {
			var plain []string
			for _, h := range f.Columns[i].Headers {
				if !strings.Contains(h, "/") {
					plain = append(plain, form.Alternatives(h)...)
				}
			}
			figure := fmt.Sprint(10 + i)
			columns = append(columns, column{plain[g.IntN(len(plain))], figure, figure})
		}
		g.Shuffle(len(columns), func(i, k int) { columns[i], columns[k] = columns[k], columns[i] })
		rows := []string{f.Titles[g.IntN(len(f.Titles))], "科目编码|科目名称", "合计|", "201|一般公共服务支出"}
		for _, c := range columns {
			rows[1], rows[2], rows[3] = rows[1]+"|"+c.head, rows[2]+"|"+c.total, rows[3]+"|"+c.class
		}
		b := find(sheetOf("1", rows...))
		if assert.NotNil(t, b.Tables[f.ID], rows) {
			got := figures(b.Tables[f.ID])
			slices.Sort(got)
			slices.Sort(want)
			assert.Equal(t, want, got, "%s", strings.Join(rows, "\n"))
			assert.Empty(t, b.Tables[f.ID].Unbound, rows[1])
		}
	}
}
