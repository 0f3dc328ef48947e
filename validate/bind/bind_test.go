package bind_test

import (
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"suanqing/validate/amount"
	"suanqing/validate/bind"
	"suanqing/validate/document"
	"suanqing/validate/form"
)

// sheetOf is a sheet of the given rows, a cell to each part between bars. Parts that
// read as numbers are numbers; =x is the text x; >n is merged over n more columns.
func sheetOf(name string, rows ...string) *document.Sheet {
	s := &document.Sheet{Name: name}
	for i, line := range rows {
		row := document.Row{Index: i}
		for col, text := range strings.Split(line, "|") {
			text, over, merged := strings.Cut(strings.TrimSpace(text), ">")
			if n, _ := strconv.Atoi(over); merged {
				s.Merges = append(s.Merges, document.Range{Row0: i, Col0: col, Row1: i, Col1: col + n})
			}
			c := document.Cell{Row: i, Col: col, Kind: document.Text, Stored: strings.TrimPrefix(text, "="), Format: &document.Format{General: true}}
			if _, err := strconv.ParseFloat(text, 64); err == nil {
				c.Kind = document.Number
			}
			if text != "" {
				row.Cells = append(row.Cells, c)
			}
		}
		s.Rows = append(s.Rows, row)
	}
	return s
}

func find(sheets ...*document.Sheet) *bind.Book {
	return bind.Find(&document.Document{Sheets: sheets}, nil)
}

// figures are the figures of a form that are not blank: row/column=value, in order.
func figures(t *bind.Table) []string {
	list := []string{}
	for _, r := range t.Rows {
		for _, f := range r.Figures {
			if f.State == bind.Money {
				list = append(list, r.Key+"/"+f.Column.ID+"="+strings.TrimSuffix(amount.Plain(f.Value), ".00"))
			}
		}
	}
	return list
}

func table(t *testing.T, b *bind.Book, id form.ID) *bind.Table {
	t.Helper()
	require.NotNil(t, b.Tables[id], "%s not found", id)
	return b.Tables[id]
}

// TestHeaders: columns are found by what stands over them.
func TestHeaders(t *testing.T) {
	want := []string{"合计/本年支出合计=3", "合计/基本支出=1", "合计/项目支出=2"}
	for name, rows := range map[string][]string{
		"one row":            {"科目编码|科目名称|本年支出合计|基本支出|项目支出", "合计||3|1|2"},
		"merged over":        {"项目>1||支出>2||", "科目编码|科目名称|合计|基本支出|项目支出", "合计||3|1|2"},
		"never merged":       {"项目||本年支出||", "科目编码|科目名称|合计|基本支出|项目支出", "合计||3|1|2"},
		"numbers of columns": {"科目编码|科目名称|本年支出合计|基本支出|项目支出", "栏次||1|2|3", "合计||3|1|2"},
		"final figures":      {"科目编码|科目名称|本年支出合计|基本支出|项目支出", "||决算数|决算数|决算数", "合计||3|1|2"},
		"a year in front":    {"科目编码|科目名称|2023年支出合计|2023年基本支出|2023年项目支出", "合计||3|1|2"},
		"another order":      {"科目编码|科目名称|项目支出|基本支出|合计", "合计||2|1|3"},
		"a serial number":    {"序号|科目编码|科目名称|合计|基本支出|项目支出", "1|合计||3|1|2"},
		"remarks behind":     {"科目编码|科目名称|合计|基本支出|项目支出|备注|上年决算数", "合计||3|1|2||9"},
		"parts of a column":  {"科目编码|科目名称|合计|基本支出>2|||项目支出", "|||小计|人员经费|公用经费|", "合计||3|1|0.4|0.6|2"},
		"header again":       {"科目编码|科目名称|合计|基本支出|项目支出", "科目编码|科目名称|合计|基本支出|项目支出", "合计||3|1|2"},
	} {
		b := find(sheetOf("3", append([]string{"支出决算表", "单位：万元"}, rows...)...))
		got := table(t, b, "F03")
		assert.ElementsMatch(t, want, figures(got), name)
		assert.Empty(t, got.Unbound, name)
	}
}

// TestHiddenNumbersOfRows: a hidden column of row numbers does not make the numbers of
// the columns figures.
func TestHiddenNumbersOfRows(t *testing.T) {
	s := sheetOf("9", "|“三公”经费支出决算表", "1001|预算数>2|||决算数>2||", "1002|合计|因公出国（境）费|公务接待费|合计|因公出国（境）费|公务接待费", "1003|1|2|3|4|5|6", "1004|6|1|5|3|1|2")
	s.Cols = []document.ColSpan{{Hidden: true}}
	assert.Contains(t, figures(table(t, find(s), "F09")), "预算数/合计=6")
}

// TestNumbersLikeFigures: a format for the whole sheet shows the numbers of the columns
// as figures.
func TestNumbersLikeFigures(t *testing.T) {
	s := sheetOf("9", "“三公”经费支出决算表", "预算数>2|||决算数>2||", "合计|因公出国（境）费|公务接待费|合计|因公出国（境）费|公务接待费", "1|2|3|4|5|6", "6|1|5|3|1|2")
	for i := range s.Rows[3].Cells {
		s.Rows[3].Cells[i].Format = document.NewFormat("#,##0.00", false)
	}
	assert.Contains(t, figures(table(t, find(s), "F09")), "预算数/合计=6")
}

// TestUnknownColumn: a figure under a header that nothing declares is kept and said.
func TestUnknownColumn(t *testing.T) {
	b := find(sheetOf("3", "支出决算表", "科目编码|科目名称|合计|基本支出|项目支出|从未见过的一栏", "合计||3|1|2|5"))
	got := table(t, b, "F03")
	require.Len(t, got.Unbound, 1)
	assert.Equal(t, bind.Place{Row: 2, Col: 5}, got.Unbound[0].At)
	assert.Contains(t, got.Unbound[0].Reason, "从未见过的一栏")
}

// TestCodes: however a code is written, it is the same code.
func TestCodes(t *testing.T) {
	split := "类|款|项|科目名称|合计|基本支出|项目支出"
	whole := "科目编码|科目名称|合计|基本支出|项目支出"
	for name, c := range map[string]struct{ head, class, section, item string }{
		"whole":       {whole, "=201|一般公共服务支出|3|3", "=20103|办公厅|3|3", "=2010301|行政运行|3|3"},
		"number":      {whole, "201|一般公共服务支出|3|3", "20103|办公厅|3|3", "2010301|行政运行|3|3"},
		"parted":      {whole, "=201|一般公共服务支出|3|3", "=201-03|办公厅|3|3", "=201.03.01|行政运行|3|3"},
		"as money":    {whole, "201|一般公共服务支出|3|3", "=20,103.00|办公厅|3|3", "=2,010,301.00|行政运行|3|3"},
		"split":       {split, "201|||一般公共服务支出|3|3", "201|=03||办公厅|3|3", "201|=03|=01|行政运行|3|3"},
		"lost zeros":  {split, "201|||一般公共服务支出|3|3", "201|3||办公厅|3|3", "201|3|1|行政运行|3|3"},
		"repeated":    {split, "201|||一般公共服务支出|3|3", "201|20103||办公厅|3|3", "201|20103|2010301|行政运行|3|3"},
		"own level":   {split, "201|||一般公共服务支出|3|3", "|=03||办公厅|3|3", "||=01|行政运行|3|3"},
		"in the name": {"项目|合计|基本支出|项目支出", "201一般公共服务支出|3|3", "20103办公厅|3|3", "2010301行政运行|3|3"},
		"full width":  {whole, "２０１|一般公共服务支出|3|3", "２０１０３|办公厅|3|3", "２０１０３０１|行政运行|3|3"},
	} {
		b := find(sheetOf("3", "支出决算表", c.head, "合计"+strings.Repeat("|", strings.Count(c.class, "|")-1)+"3|3", c.class, c.section, c.item))
		got := table(t, b, "F03")
		var keys []string
		for _, r := range got.Rows {
			keys = append(keys, r.Key)
			assert.False(t, r.Malformed, name)
		}
		require.Equal(t, []string{"合计", "201", "20103", "2010301"}, keys, name)
		for i, r := range got.Rows[1:] {
			assert.Same(t, got.Rows[i], r.Parent, "%s: the parent of %s", name, r.Key)
		}
		assert.Equal(t, "行政运行", got.Rows[3].Name, name)
	}
}

// TestNoCodes: what begins with digits below a form is a note, and a code of a wrong
// length is a code with a mistake where it has a name.
func TestNoCodes(t *testing.T) {
	b := find(sheetOf("3", "支出决算表", "科目编码|科目名称|合计|基本支出|项目支出", "合计||3|1|2", "2010|办公厅|3|1|2",
		"2023年度没有其他支出", "2024-8-30", "第3页", "注：数据来自账簿"))
	got := table(t, b, "F03")
	require.Len(t, got.Rows, 2)
	assert.Equal(t, "2010", got.Rows[1].Key)
	assert.True(t, got.Rows[1].Malformed)
	assert.Empty(t, got.Unbound)
}

// TestTwoSided: labels left and right, the same words on both sides.
func TestTwoSided(t *testing.T) {
	b := find(sheetOf("1", "收入支出决算总表", "收入>2|||支出>2||", "项目|行次|金额|项目|行次|金额",
		"一、一般公共预算财政拨款收入|1|5|一、一般公共服务支出|9|4", "小计|2|5|小计|10|4", "上年结转和结余|3|1|结转下年|11|2", "总计|4|6|总计|12|6"))
	assert.Equal(t, []string{"一般公共预算财政拨款收入/金额=5", "201/金额=4", "本年收入合计/金额=5", "本年支出合计/金额=4",
		"年初结转和结余/金额=1", "年末结转和结余/金额=2", "收入总计/金额=6", "支出总计/金额=6"}, figures(table(t, b, "F01")))
}

// TestFundsUnderTheOpening: the same label is income above the opening balance and a
// part of it below.
func TestFundsUnderTheOpening(t *testing.T) {
	b := find(sheetOf("4", "财政拨款收入支出决算总表", "收入|金额|支出|合计|一般公共预算财政拨款|政府性基金预算财政拨款|国有资本经营预算财政拨款",
		"一、一般公共预算财政拨款|5|一、一般公共服务支出|4|4", "本年收入合计|5|本年支出合计|4|4", "年初财政拨款结转和结余|1|年末财政拨款结转和结余|2|2",
		"一般公共预算财政拨款|1", "总计|6|总计|6|6"))
	got := table(t, b, "F04")
	assert.Empty(t, got.Unbound)
	assert.Contains(t, figures(got), "一般公共预算财政拨款/金额=5")
	assert.Contains(t, figures(got), "年初一般公共预算财政拨款/金额=1")
	assert.Contains(t, figures(got), "支出总计/一般公共预算=6")
}

// TestLanes: F06 has its codes side by side, and its totals between them.
func TestLanes(t *testing.T) {
	want := []string{"301/金额=5", "302/金额=2", "30101/金额=5", "30201/金额=2", "人员经费合计/金额=5", "公用经费合计/金额=2"}
	for name, rows := range map[string][]string{
		"two lanes": {"科目编码|科目名称|金额|科目编码|科目名称|金额", "301|工资福利支出|5|302|商品和服务支出|2", "30101|基本工资|5|30201|办公费|2",
			"人员经费合计>1||5|公用经费合计>1||2"},
		"one list": {"科目编码|科目名称|金额", "301|工资福利支出|5", "30101|基本工资|5", "302|商品和服务支出|2", "30201|办公费|2", "人员经费合计||5", "公用经费合计||2"},
		"by kind":  {"科目编码|科目名称|合计|人员经费|公用经费", "301|工资福利支出|5|5", "30101|基本工资|5|5", "302|商品和服务支出|2||2", "30201|办公费|2||2", "合计||7|5|2"},
	} {
		got := table(t, find(sheetOf("6", append([]string{"一般公共预算财政拨款基本支出决算表"}, rows...)...)), "F06")
		var amounts []string
		for _, f := range figures(got) {
			if strings.Contains(f, "/金额=") && !strings.HasPrefix(f, form.Total+"/") {
				amounts = append(amounts, f)
			}
		}
		assert.ElementsMatch(t, want, amounts, name)
		assert.Empty(t, got.Unbound, name)
	}
}

// TestMatrix: F09 in each of its directions.
func TestMatrix(t *testing.T) {
	want := []string{"预算数/合计=6", "预算数/因公出国（境）费=1", "预算数/公务接待费=5", "决算数/合计=3", "决算数/因公出国（境）费=1", "决算数/公务接待费=2"}
	for name, rows := range map[string][]string{
		"across":  {"预算数>2|||决算数>2||", "合计|因公出国（境）费|公务接待费|合计|因公出国（境）费|公务接待费", "6|1|5|3|1|2"},
		"pairs":   {"合计>1||因公出国（境）费>1||公务接待费>1|", "预算数|决算数|预算数|决算数|预算数|决算数", "6|3|1|1|5|2"},
		"list":    {"项目|预算数|决算数", "合计|6|3", "1.因公出国（境）费|1|1", "2.公务接待费|5|2"},
		"twoRows": {"项目|合计|因公出国（境）费|公务接待费", "预算数|6|1|5", "决算数|3|1|2"},
	} {
		got := table(t, find(sheetOf("9", append([]string{"“三公”经费支出决算表"}, rows...)...)), "F09")
		assert.ElementsMatch(t, want, figures(got), name)
		assert.Empty(t, got.Unbound, name)
	}
}

// TestSubtotalOfTheList: a 小计 in the list is the vehicles'.
func TestSubtotalOfTheList(t *testing.T) {
	got := table(t, find(sheetOf("9", "“三公”经费支出决算表", "项目|预算数|决算数", "合计|9|8", "因公出国（境）费|1|1", "小计|6|5", "公务用车购置费|2|1", "公务用车运行维护费|4|4", "公务接待费|2|2",
		"公务用车保有量（辆）|3|3")), "F09")
	assert.Contains(t, figures(got), "决算数/公务用车购置及运行维护费=5")
	assert.Empty(t, got.Unbound)
}

// TestStatements: an empty form says so, below it or where figures would be.
func TestStatements(t *testing.T) {
	head := []string{"政府性基金预算财政拨款收入支出决算表", "科目编码|科目名称|年初结转和结余|本年收入|本年支出|基本支出|项目支出|年末结转和结余"}
	for text, says := range map[string]bool{
		"本部门没有政府性基金收入，也没有使用政府性基金安排的支出，故本表无数据。": true,
		"本表为空表": true,
		"无相关收支": true,
		"注：本表反映政府性基金的收支。": false,
		"合计": false,
	} {
		got := table(t, find(sheetOf("7", append(head, text)...)), "F07")
		assert.Equal(t, says, len(got.Statements) == 1, text)
		assert.False(t, got.HasFigures(), text)
	}
}

// TestIdentity: unit, department and year, wherever they are written.
func TestIdentity(t *testing.T) {
	type says struct {
		unit, department string
		year             int
	}
	for name, c := range map[string]struct {
		lines []string
		want  says
	}{
		"a line each":     {[]string{"支出决算表", "2023年度", "部门：某某局", "金额单位：万元"}, says{"万元", "某某局", 2023}},
		"one cell":        {[]string{"支出决算表", "部门：某某局 2023年度 金额单位：元"}, says{"元", "某某局2023年度", 2023}},
		"in the title":    {[]string{"某某市民政局2023年度支出决算表", "单位：万元"}, says{"万元", "某某市民政局", 2023}},
		"cells beside":    {[]string{"支出决算表", "编制单位：某某局|||单位：|万元"}, says{"万元", "某某局", 0}},
		"above the title": {[]string{"公开03表", "部门：某某局|||金额单位：亿元", "支出决算表"}, says{"亿元", "某某局", 0}},
		"nothing":         {[]string{"支出决算表"}, says{}},
		"a day":           {[]string{"支出决算表", "填表日期：2024年8月5日"}, says{}},
	} {
		b := find(sheetOf("3", append(c.lines, "科目编码|科目名称|合计|基本支出|项目支出", "合计||3|1|2")...))
		got := table(t, b, "F03")
		assert.Equal(t, c.want, says{got.Unit.Name, got.Department, got.Year}, name)
	}
}

// TestContinued: further rows of a form stand under 续表, under its title once more, or
// on a sheet without a title; never where they are another form of their own.
func TestContinued(t *testing.T) {
	head := "科目编码|科目名称|合计|基本支出|项目支出"
	first := sheetOf("3", "支出决算表", head, "合计||3|1|2", "201|一般公共服务支出|2|1|1")
	for name, c := range map[string]struct {
		second []string
		rows   int
	}{
		"said":          {[]string{"支出决算表（续表）", head, "205|教育支出|1||1"}, 3},
		"once more":     {[]string{"支出决算表", head, "205|教育支出|1||1"}, 3},
		"untitled":      {[]string{head, "205|教育支出|1||1"}, 3},
		"goes back":     {[]string{head, "101|教育支出|1||1"}, 2},
		"has a total":   {[]string{"支出决算表", head, "合计||1||1", "205|教育支出|1||1"}, 2},
		"other columns": {[]string{"科目编码|科目名称|基本支出|合计|项目支出", "205|教育支出|1||1"}, 2},
	} {
		b := find(first, sheetOf("3续", c.second...))
		assert.Len(t, table(t, b, "F03").Rows, c.rows, name)
	}
}

// TestLabelsGoOnWhereSaid: a two-sided form goes on under 续表 only, F09 never.
func TestLabelsGoOnWhereSaid(t *testing.T) {
	head := "项目|金额|项目|金额"
	first := sheetOf("1", "收入支出决算总表", head, "一般公共预算财政拨款收入|5|一般公共服务支出|4")
	said := find(first, sheetOf("2", "收入支出决算总表（续表）", head, "其他收入|1|教育支出|2"))
	assert.Len(t, table(t, said, "F01").Rows, 4)
	again := find(first, sheetOf("2", "收入支出决算总表", head, "其他收入|1|教育支出|2"))
	assert.Len(t, table(t, again, "F01").Rows, 2)
	assert.Len(t, again.Repeated, 1)
}
