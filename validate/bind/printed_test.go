package bind_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"suanqing/validate/form"
)

// TestPrintedAround: what forms print about their labels and columns changes no figure.
func TestPrintedAround(t *testing.T) {
	want := []string{"合计/本年支出合计=5", "合计/基本支出=3", "合计/项目支出=2", "201/本年支出合计=5", "201/基本支出=3", "201/项目支出=2"}
	for name, rows := range map[string][]string{
		"plain":               {"科目编码|科目名称|本年支出合计|基本支出|项目支出", "合计||5|3|2", "201|一般公共服务支出|5|3|2"},
		"footnotes":           {"科目编码|科目名称*|本年支出合计|基本支出①|项目支出（注1）", "合计*||5|3|2", "201|一般公共服务支出[1]|5|3|2"},
		"a colon":             {"科目编码|科目名称|本年支出合计|基本支出|项目支出", "合计：||5|3|2", "201|一般公共服务支出|5|3|2"},
		"a total of code 000": {"科目编码|科目名称|本年支出合计|基本支出|项目支出", "=000|合　计|5|3|2", "201|一般公共服务支出|5|3|2"},
		"a total of code 0":   {"科目编码|科目名称|本年支出合计|基本支出|项目支出", "0|合计|5|3|2", "201|一般公共服务支出|5|3|2"},
		"the total once more": {"科目编码|科目名称|本年支出合计|基本支出|项目支出", "合计||5|3|2", "201|一般公共服务支出|5|3|2", "合计||5|3|2"},
		"甲 and 乙":             {"科目编码|科目名称|本年支出合计|基本支出|项目支出", "甲|乙|1|2|3", "合计||5|3|2", "201|一般公共服务支出|5|3|2"},
		"whose they are": {"单位编码|单位名称|科目编码|科目名称|本年支出合计|基本支出|项目支出", "||合计||5|3|2",
			"101001|某局|201|一般公共服务支出|5|3|2"},
		"whose they are, and the total under it": {"预算单位>1||科目编码|科目名称|本年支出合计|基本支出|项目支出", "单位编码|单位名称|||||", "合计||||5|3|2",
			"101001|某局|201|一般公共服务支出|5|3|2"},
	} {
		got := table(t, find(sheetOf("3", append([]string{"支出决算表", "部门：某局||单位：万元"}, rows...)...)), "F03")
		assert.Equal(t, want, figures(got), name)
		assert.Empty(t, got.Unbound, name)
	}
}

// TestPrintedAroundHalves: likewise on a form of labels.
func TestPrintedAroundHalves(t *testing.T) {
	got := table(t, find(sheetOf("1", "收入支出决算总表", "项目|金额|项目|金额", "一、一般公共预算财政拨款收入①|5|一、一般公共服务支出*|5",
		"本年收入合计：|5|本年支出合计（注1）|5", "总计*|5|总计[2]|5")), "F01")
	assert.Equal(t, []string{"一般公共预算财政拨款收入/金额=5", "201/金额=5", "本年收入合计/金额=5", "本年支出合计/金额=5", "收入总计/金额=5", "支出总计/金额=5"}, figures(got))
	assert.Empty(t, got.Unbound)
}

// TestStatementAboveTheTable: a form may say under its title, or in it, that it is empty.
func TestStatementAboveTheTable(t *testing.T) {
	for _, above := range [][]string{
		{"政府性基金预算财政拨款收入支出决算表（本部门无此项收支，空表）"},
		{"政府性基金预算财政拨款收入支出决算表", "本部门没有政府性基金收支，故本表无数据。", "部门：某局||单位：万元"},
	} {
		rows := append(above, "科目编码|科目名称|年初结转和结余|本年收入|本年支出|年末结转和结余", form.Total+"|||||")
		assert.Len(t, table(t, find(sheetOf("7", rows...)), "F07").Statements, 1, above[0])
	}
}

// TestPartsGoOn: 其中 stands before the first part of a line only; what is no part is said.
func TestPartsGoOn(t *testing.T) {
	head := []string{"收入支出决算总表", "项目|金额|项目|金额", "一、一般公共预算财政拨款收入|5|一、一般公共服务支出|5", "其中：经费拨款|4||"}
	for row, unbound := range map[string]int{"纳入预算管理的非税收入|1||": 0, "四、不知道的收入|1||": 1} {
		got := table(t, find(sheetOf("1", append(head, row, "总计|5|总计|5")...)), "F01")
		assert.Len(t, got.Unbound, unbound, row)
		assert.Equal(t, []string{"一般公共预算财政拨款收入/金额=5", "201/金额=5", "收入总计/金额=5", "支出总计/金额=5"}, figures(got), row)
	}
	plain := table(t, find(sheetOf("1", head[0], head[1], "一般公共预算财政拨款收入|5|一般公共服务支出|5", head[3], "不知道的收入|1||", "总计|5|总计|5")), "F01")
	assert.Len(t, plain.Unbound, 1, "the lines are not numbered: it may be one")
}

// TestSaysNone: a note that is nothing but 无, and other words of nothing.
func TestSaysNone(t *testing.T) {
	for text, want := range map[string]bool{"说明：无。": true, "备注:无": true, "注：无": true, "本表为零报告": true, "本表数据为零": true, "本表数据为0": true,
		"我单位不存在国有资本经营预算支出": true, "说明：无误。": false, "注：金额单位为万元": false, "2023年100.00": false} {
		assert.Equal(t, want, form.SaysNothing(text), text)
	}
}
