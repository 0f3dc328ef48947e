package bind_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"suanqing/validate/document"
)

// TestDecimalsThatFillUp: where a format prints 1677.910 all over, the figures were
// rounded to 1677.91; one that has a third decimal says that they were not.
func TestDecimalsThatFillUp(t *testing.T) {
	for total, want := range map[string]int32{"5.01": 2, "5": 2, "5.012": 3} {
		s := sheetOf("3", "支出决算表", "部门：某局|单位：万元", "科目编码|科目名称|本年支出合计|基本支出|项目支出",
			"合计||"+total+"|3.01|2", "201|一般公共服务支出|5.01|3.01|2", "20101|人大事务|5.01|3.01|2", "2010101|行政运行|5.01|3.01|2",
			"202|外交支出|5.01|3.01|2", "203|国防支出|5.01|3.01|2", "204|公共安全支出|5.01|3.01|2")
		for i := range s.Rows[3:] {
			for k := range s.Rows[3+i].Cells {
				if c := &s.Rows[3+i].Cells[k]; c.Col > 1 {
					c.Format = document.NewFormat("0.000", false)
				}
			}
		}
		for _, r := range table(t, find(s), "F03").Rows {
			for _, f := range r.Figures {
				assert.Equal(t, want, f.Places, "%s: %s", total, f.Shown())
			}
		}
	}
}
