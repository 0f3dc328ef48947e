package bind_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// TestPageNumbers: the number of a page below a table is no figure; a figure without a
// name still is one that could not be bound.
func TestPageNumbers(t *testing.T) {
	const head = "科目编码|科目名称|本年支出合计|基本支出|项目支出"
	whole := []string{"支出决算表", head, "合计||3.50|1.50|2.00", "201|一般公共服务支出|3.50|1.50|2.00"}
	for name, c := range map[string]struct {
		below   []string
		unbound int
	}{
		"in a column of figures":  {[]string{"||12"}, 0},
		"with dashes":             {[]string{"||- 12 -"}, 0},
		"where the codes stand":   {[]string{"12"}, 0},
		"where the names stand":   {[]string{"|12"}, 0},
		"before the next page":    {[]string{"||12", head, "20101|人大事务|3.50|1.50|2.00"}, 0},
		"after a blank row":       {[]string{"", "||12"}, 0},
		"with decimals":           {[]string{"||12.50"}, 1},
		"two of them":             {[]string{"||12|7"}, 2},
		"too large":               {[]string{"||1200"}, 1},
		"above further rows":      {[]string{"||12", "20101|人大事务|3.50|1.50|2.00"}, 1},
		"beside a name":           {[]string{"|不认识的项目|12"}, 1},
		"above another such line": {[]string{"||12", "||13"}, 1},
	} {
		got := table(t, find(sheetOf("1", append(whole[:len(whole):len(whole)], c.below...)...)), "F03")
		assert.Len(t, got.Unbound, c.unbound, name)
		for _, r := range got.Rows {
			assert.NotEqual(t, "12", r.Key, name)
		}
	}
	exact := table(t, find(sheetOf("1", "支出决算表", head, "合计||3|1|2", "201|一般公共服务支出|3|1|2", "||3")), "F03")
	assert.Len(t, exact.Unbound, 1, "whole figures have no decimals to tell them by")
}
