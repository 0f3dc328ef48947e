package bind_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"suanqing/validate/bind"
)

const head03 = "科目编码|科目名称|合计|基本支出|项目支出"

// keysOf are the keys of a form's rows, a repeated one marked.
func keysOf(t *bind.Table) (keys []string) {
	for _, r := range t.Rows {
		if r.Repeats != nil {
			keys = append(keys, r.Key+" again")
			continue
		}
		keys = append(keys, r.Key)
	}
	return keys
}

// TestPages: a form goes on below on its sheet, or on the next one, however the page
// begins; a row that the page carries over is no row twice.
func TestPages(t *testing.T) {
	first := []string{"支出决算表", "单位：万元", head03, "合计||6|3|3", "201|一般公共服务支出|4|2|2", "20101|人大事务|4|2|2", "2010101|行政运行|2|2|"}
	rest := []string{"2010102|一般行政管理事务|2||2", "205|教育支出|2|1|1"}
	plain := []string{"合计", "201", "20101", "2010101", "2010102", "205"}
	for page, begins := range map[string][]string{
		"said":            {"支出决算表（续表）", "单位：万元", head03},
		"said in front":   {"续支出决算表", head03},
		"title once more": {"支出决算表", "单位：万元", head03},
		"header only":     {head03},
		"blank":           {""},
	} {
		for carried, c := range map[string]struct {
			rows  []string
			again []string // said
		}{
			"nothing":            {nil, nil},
			"names":              {[]string{"201|一般公共服务支出", "20101|人大事务"}, nil},
			"rows":               {[]string{"201|一般公共服务支出|4|2|2", "20101|人大事务|4|2|2"}, nil},
			"the total and rows": {[]string{"合计||6|3|3", "201|一般公共服务支出|4|2|2"}, nil},
			"the last row":       {[]string{"2010101|行政运行|2|2|"}, nil},
			"zeros for blanks":   {[]string{"2010101|行政运行|2|2|0"}, nil},
			"other figures":      {[]string{"201|一般公共服务支出|7|2|5", "20101|人大事务|4|2|2"}, []string{"201"}},
		} {
			rows := append(append(append([]string{}, begins...), c.rows...), rest...)
			books := map[string]*bind.Book{"one sheet": find(sheetOf("3", append(append([]string{}, first...), rows...)...))}
			if page != "blank" {
				books["two sheets"] = find(sheetOf("3", first...), sheetOf("3续", rows...))
			}
			for where, b := range books {
				got := table(t, b, "F03")
				assert.Equal(t, plain, keysOf(got), "%s, %s, %s", where, page, carried)
				var again []string
				for _, r := range got.Again {
					again = append(again, r.Key)
				}
				assert.Equal(t, c.again, again, "%s, %s, %s", where, page, carried)
				assert.Empty(t, got.Unbound, "%s, %s, %s", where, page, carried)
				assert.Empty(t, b.Repeated, "%s, %s, %s", where, page, carried)
			}
		}
	}
}

// TestARowTwiceOnAPage: within a page a row is a row twice, whatever its figures.
func TestARowTwiceOnAPage(t *testing.T) {
	got := table(t, find(sheetOf("3", "支出决算表", head03, "合计||4|2|2", "201|一般公共服务支出|4|2|2", "201|一般公共服务支出|4|2|2")), "F03")
	assert.Equal(t, []string{"合计", "201", "201 again"}, keysOf(got))
}

// TestLastDigitsGoOn: where rows print only their own digits, the page before says which
// class and section they are of.
func TestLastDigitsGoOn(t *testing.T) {
	split := "类|款|项|科目名称|合计|基本支出|项目支出"
	first := []string{"支出决算表", split, "合计||||6|3|3", "201||||一般公共服务支出|4|2|2", "|=01||人大事务|4|2|2", "||=01|行政运行|2|2|"}
	first[3] = "201|||一般公共服务支出|4|2|2"
	rest := []string{"支出决算表", split, "||=02|一般行政管理事务|2||2", "205|||教育支出|2|1|1"}
	want := []string{"合计", "201", "20101", "2010101", "2010102", "205"}
	assert.Equal(t, want, keysOf(table(t, find(sheetOf("3", append(append([]string{}, first...), rest...)...)), "F03")))
	assert.Equal(t, want, keysOf(table(t, find(sheetOf("3", first...), sheetOf("3-2", rest...)), "F03")))
}

// TestTwoFormsOfOneTitle: what begins anew is a form of its own.
func TestTwoFormsOfOneTitle(t *testing.T) {
	first := []string{"支出决算表", head03, "合计||4|2|2", "201|一般公共服务支出|4|2|2"}
	for name, second := range map[string][]string{
		"a total of its own": {"支出决算表", head03, "合计||9|9|", "205|教育支出|9|9|"},
		"the same once more": first,
		"another department": {"支出决算表", "部门：某某中心", head03, "205|教育支出|9|9|"},
		"another unit":       {"支出决算表", "单位：元", head03, "205|教育支出|9|9|"},
	} {
		lines := append([]string{"支出决算表", "部门：某某局", "单位：万元"}, first[1:]...)
		for where, b := range map[string]*bind.Book{
			"one sheet":  find(sheetOf("3", append(append([]string{}, lines...), second...)...)),
			"two sheets": find(sheetOf("3", lines...), sheetOf("3-2", second...)),
		} {
			assert.Equal(t, []string{"合计", "201"}, keysOf(table(t, b, "F03")), "%s, %s", where, name)
			assert.Len(t, b.Repeated, 1, "%s, %s", where, name)
		}
	}
}

// TestPagesOfAHalf: a two-sided form goes on below itself; a second whole one is none.
func TestPagesOfAHalf(t *testing.T) {
	title, head := "财政拨款收入支出决算总表", "收入|金额|支出|合计|一般公共预算财政拨款|政府性基金预算财政拨款|国有资本经营预算财政拨款"
	first := []string{title, head, "一、一般公共预算财政拨款|5|一、一般公共服务支出|4|4", "本年收入合计|5|本年支出合计|4|4", "年初财政拨款结转和结余|1|年末财政拨款结转和结余|2|2"}
	rest := []string{title, head, "一般公共预算财政拨款|1", "总计|6|总计|6|6"}
	got := table(t, find(sheetOf("4", append(append([]string{}, first...), rest...)...)), "F04")
	assert.Contains(t, figures(got), "年初一般公共预算财政拨款/金额=1")
	assert.Contains(t, figures(got), "支出总计/合计=6")
	assert.Empty(t, got.Unbound)
	whole := append(append([]string{}, first...), rest[2:]...)
	b := find(sheetOf("4", append(append([]string{}, whole...), append(append([]string{}, whole...), "||二、外交支出|1|1")...)...))
	assert.Len(t, b.Repeated, 1)
	assert.Nil(t, table(t, b, "F04").Row("202"))
}

// TestSideBySide: the rows of a form stand in blocks beside each other, each with the
// headers of its own.
func TestSideBySide(t *testing.T) {
	want := []string{"合计/本年支出合计=6", "合计/基本支出=3", "合计/项目支出=3", "201/本年支出合计=4", "201/基本支出=2", "201/项目支出=2",
		"20101/本年支出合计=4", "20101/基本支出=2", "20101/项目支出=2", "205/本年支出合计=2", "205/基本支出=1", "205/项目支出=1", "20501/本年支出合计=2", "20501/基本支出=1", "20501/项目支出=1"}
	for name, rows := range map[string][]string{
		"adjacent":   {head03 + "|" + head03, "合计||6|3|3|205|教育支出|2|1|1", "201|一般公共服务支出|4|2|2|20501|管理|2|1|1", "20101|人大事务|4|2|2"},
		"apart":      {head03 + "||" + head03, "合计||6|3|3||205|教育支出|2|1|1", "201|一般公共服务支出|4|2|2||20501|管理|2|1|1", "20101|人大事务|4|2|2"},
		"three":      {head03 + "|" + head03 + "|" + head03, "合计||6|3|3|20101|人大事务|4|2|2|20501|管理|2|1|1", "201|一般公共服务支出|4|2|2|205|教育支出|2|1|1"},
		"carried":    {head03 + "|" + head03, "合计||6|3|3|20101|人大事务|4|2|2", "201|一般公共服务支出|4|2|2|205|教育支出|2|1|1", "20101|人大事务|4|2|2|20501|管理|2|1|1"},
		"numbered":   {head03 + "|" + head03, "栏次||1|2|3|栏次||1|2|3", "合计||6|3|3|205|教育支出|2|1|1", "201|一般公共服务支出|4|2|2|20501|管理|2|1|1", "20101|人大事务|4|2|2"},
		"last digit": {"类|款|科目名称|合计|基本支出|项目支出|类|款|科目名称|合计|基本支出|项目支出", "合计|||6|3|3|205||教育支出|2|1|1", "201||一般公共服务支出|4|2|2||=01|管理|2|1|1", "|=01|人大事务|4|2|2"},
	} {
		got := table(t, find(sheetOf("3", append([]string{"支出决算表", "单位：万元"}, rows...)...)), "F03")
		assert.Equal(t, want, figures(got), name)
		assert.Empty(t, got.Unbound, name)
	}
}

// TestSumsOfPages: what a page adds up for itself is known and in no sum.
func TestSumsOfPages(t *testing.T) {
	got := table(t, find(sheetOf("3", "支出决算表", head03, "合计||6|3|3", "201|一般公共服务支出|4|2|2", "本页小计||4|2|2", head03, "承前页||4|2|2", "205|教育支出|2|1|1")), "F03")
	assert.Equal(t, []string{"合计", "201", "205"}, keysOf(got))
	assert.Empty(t, got.Unbound)
}

// TestTitleAndStatementOnly: a form may be nothing but its title and that it is empty;
// where it stands as a table elsewhere, that is meant.
func TestTitleAndStatementOnly(t *testing.T) {
	title, statement := "政府性基金预算财政拨款收入支出决算表", "本部门没有政府性基金收入，也没有使用政府性基金安排的支出，故本表无数据。"
	f03 := sheetOf("3", "支出决算表", "部门：某局|单位：万元", head03, "合计||3|1|2")
	b := find(f03, sheetOf("7", title, "公开07表", "部门：某局|单位：万元", statement))
	got := table(t, b, "F07")
	assert.Len(t, got.Statements, 1)
	assert.Equal(t, "万元", got.Unit.Name)
	assert.False(t, got.Filled())
	one := find(sheetOf("公开表", "支出决算表", "单位：万元", head03, "合计||3|1|2", "公开07表", title, "单位：万元", statement))
	assert.Empty(t, table(t, one, "F03").Statements)
	assert.Len(t, table(t, one, "F07").Statements, 1)
	b = find(sheetOf("7", title, statement), f03, sheetOf("07", title, "科目编码|科目名称|年初结转和结余|本年收入|本年支出合计|基本支出|项目支出|年末结转和结余", "合计||1|2|3||3|"))
	assert.True(t, table(t, b, "F07").HasFigures())
	assert.Empty(t, b.Repeated)
	for name, rows := range map[string][]string{
		"a list":      {"支出决算表", "一般公共预算财政拨款支出决算表", title, "注：没有政府性基金的部门公开空表"},
		"no word":     {title, "公开07表", "部门：某局"},
		"numbers":     {title, "12|34|56", statement},
		"further off": {title, "", "", "", "", "", "", "", "", "", statement},
	} {
		assert.Nil(t, find(f03, sheetOf("目录", rows...)).Tables["F07"], name)
	}
}
