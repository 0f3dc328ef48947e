package bind_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"suanqing/validate/document"
	"suanqing/validate/form"
)

// pagesOf is a sheet of two pages, the second of which begins with a row.
func pagesOf(second int, rows ...string) *document.Sheet {
	s := sheetOf("", rows...)
	for i := range s.Rows {
		page := 1
		if i >= second {
			page = 2
		}
		for _, c := range s.Rows[i].Cells {
			s.Spots = append(s.Spots, document.Spot{Row: i, Col: c.Col, Page: page})
		}
	}
	return s
}

// TestNameOverPages: what is left of a name on the next page belongs to the row before; a
// row by itself does not.
func TestNameOverPages(t *testing.T) {
	halves := []string{"收入支出决算总表", "部门：某局||单位：万元", "项目|行次|金额|项目|行次|金额"}
	codes := []string{"支出决算表", "部门：某局||单位：万元", "科目编码|科目名称|本年支出合计|基本支出|项目支出", "合计||5|3|2"}
	for name, c := range map[string]struct {
		form    form.ID
		head    []string
		rows    []string
		second  int // of the rows
		want    []string
		unbound int
	}{
		"a label": {"F01", halves, []string{"一、一般公共预算财政拨|1|5|七、文化旅游体育与|38|4", "款收入|||传媒支出", "总计|9|5|总计|70|5"}, 1,
			[]string{"一般公共预算财政拨款收入", "207", "收入总计", "支出总计"}, 0},
		"the header once more": {"F01", halves, []string{"一、一般公共预算财政拨款收入|1|5|七、文化旅游体育与|38|4", "项目|行次|金额|项目|行次|金额", "|||传媒支出", "总计|9|5|总计|70|5"}, 1,
			[]string{"一般公共预算财政拨款收入", "207", "收入总计", "支出总计"}, 0},
		"totals": {"F01", halves, []string{"本年收入|1|5|本年支出|38|5", "合计|||合计", "总计|9|5|总计|70|5"}, 1, []string{"本年收入合计", "本年支出合计", "收入总计", "支出总计"}, 0},
		"on one page": {"F01", halves, []string{"一、一般公共预算财政拨|1|5|七、文化旅游体育与传媒支出|38|4", "款收入", "总计|9|5|总计|70|5"}, 9,
			[]string{"207", "收入总计", "支出总计"}, 1},
		"with a number of its line": {"F01", halves, []string{"一、一般公共预算财政拨|1|5|七、文化旅游体育与传媒支出|38|4", "款收入|2", "总计|9|5|总计|70|5"}, 1,
			[]string{"207", "收入总计", "支出总计"}, 1},
		"a code's name": {"F03", codes, []string{"207|文化旅游体育与|5|3|2", "|传媒支出", "208|社会保障和就业支出|||"}, 1, []string{"合计", "207", "文化旅游体育与传媒支出", "208"}, 0},
	} {
		rows := append(append([]string{}, c.head...), c.rows...)
		got := table(t, find(pagesOf(len(c.head)+c.second, rows...)), c.form)
		names := []string{}
		for _, r := range got.Rows {
			names = append(names, r.Key)
			if r.Key == "207" && c.form == "F03" {
				names = append(names, r.Name)
			}
		}
		assert.Equal(t, c.want, names, name)
		assert.Len(t, got.Unbound, c.unbound, name)
	}
}

// TestLowerOfTwoLabels: the parts of the opening balance stay its own where a line above
// that is called alike could not be read.
func TestLowerOfTwoLabels(t *testing.T) {
	got := table(t, find(sheetOf("4", "财政拨款收入支出决算总表", "部门：某局||单位：万元", "项目|金额|项目|合计", "一、一般公共预算财政拨款|5|一、一般公共服务支出|5", "二、政府性基金预算财政拨|4||",
		"本年收入合计|9|本年支出合计|9", "年初财政拨款结转和结余|3|年末财政拨款结转和结余|3", "一般公共预算财政拨款|1||", "政府性基金预算财政拨款|2||", "总计|12|总计|12")), "F04")
	for _, r := range got.Rows {
		assert.NotEqual(t, "政府性基金预算财政拨款", r.Key)
	}
	assert.NotEmpty(t, got.Unbound)
}

// TestNoteOverPages: a note on the next page is no name's rest, whatever column it is in.
func TestNoteOverPages(t *testing.T) {
	rows := []string{"支出决算表", "部门：某局||单位：万元", "科目|本年支出合计|基本支出|项目支出", "207文化旅游体育与传媒支出|5|3|2", "合计|5|3|2", "注：本表反映部门本年度各项支出情况。"}
	got := table(t, find(pagesOf(5, rows...)), "F03")
	assert.Equal(t, []string{"207", "合计"}, []string{got.Rows[0].Key, got.Rows[len(got.Rows)-1].Key})
	rows = []string{"支出决算表", "部门：某局||单位：万元", "科目|本年支出合计|基本支出|项目支出", "合计|5|3|2", "207文化旅游体育与传媒支出|5|3|2", "注：本表反映部门本年度各项支出情况。"}
	got = table(t, find(pagesOf(5, rows...)), "F03")
	assert.Equal(t, "文化旅游体育与传媒支出", got.Rows[1].Name)
}
