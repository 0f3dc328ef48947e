package bind_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"suanqing/validate/form"
)

// TestUsualF06: F06 as provinces head it, in a list, in lanes, by kind.
func TestUsualF06(t *testing.T) {
	want := []string{"301/金额=5", "302/金额=2", "30101/金额=5", "30201/金额=2", "人员经费合计/金额=5", "公用经费合计/金额=2"}
	list := []string{"301|工资福利支出|5", "30101|基本工资|5", "302|商品和服务支出|2", "30201|办公费|2", "人员经费合计||5", "公用经费合计||2"}
	kinds := []string{"合计||7|5|2", "301|工资福利支出|5|5|", "30101|基本工资|5|5|", "302|商品和服务支出|2||2", "30201|办公费|2||2"}
	lanes := []string{"301|工资福利支出|5|302|商品和服务支出|2", "30101|基本工资|5|30201|办公费|2", "人员经费合计||5|公用经费合计||2"}
	blocks := []string{"合计||7|5|2|302|商品和服务支出|2||2", "301|工资福利支出|5|5||30201|办公费|2||2", "30101|基本工资|5|5|"}
	for name, rows := range map[string][]string{
		"决算数":     append([]string{"经济分类科目编码|科目名称|决算数"}, list...),
		"基本支出决算数": append([]string{"科目代码|科目名称|基本支出决算数"}, list...),
		"支出经济分类":  append([]string{"支出经济分类>1||金额", "科目编码|科目名称|"}, list...),
		"基本支出":    append([]string{"经济分类>1||基本支出", "编码|名称|"}, list...),
		"部门经济分类":  append([]string{"部门预算支出经济分类科目>1||一般公共预算财政拨款基本支出", "科目编码|科目名称|金额"}, list...),
		"本年支出":    append([]string{"科目编码|科目名称|本年支出合计"}, list...),
		"with headings": append([]string{"经济科目编码|经济科目名称|决算数", "一、人员经费||"}, append(append([]string{}, list[:2]...),
			"二、公用经费||", list[2], list[3], list[4], list[5])...),
		"headings with figures": {"经济科目编码|经济科目名称|决算数", "|一、人员经费|5", list[0], list[1], "|二、公用经费|2", list[2], list[3]},
		"kinds":                 append([]string{"经济分类科目编码|科目名称|合计|人员经费|公用经费"}, kinds...),
		"kinds, 日常公用":           append([]string{"支出经济分类科目>1||基本支出>2||", "科目编码|科目名称|合计|人员经费|日常公用经费"}, kinds...),
		"kinds, 小计":             append([]string{"项目>1||一般公共预算财政拨款基本支出>2||", "经济分类科目编码|经济分类科目名称|小计|人员支出|公用支出"}, kinds...),
		"kinds in blocks":       append([]string{"编码|名称|合计|人员经费|公用经费|编码|名称|合计|人员经费|公用经费"}, blocks...),
		"lanes":                 append([]string{"人员经费>2|||公用经费>2||", "科目编码|科目名称|决算数|科目编码|科目名称|决算数"}, lanes...),
		"lanes of accounts":     append([]string{"人员经费>2|||日常公用经费>2||", "经济分类科目编码|经济分类科目名称|金额|经济分类科目编码|经济分类科目名称|金额"}, lanes...),
	} {
		got := table(t, find(sheetOf("6", append([]string{"一般公共预算财政拨款基本支出决算表", "公开06表", "部门：某局|单位：万元"}, rows...)...)), "F06")
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

// TestUsualF09: F09 as provinces head it, counts and other years' budgets beside.
func TestUsualF09(t *testing.T) {
	want := []string{"预算数/合计=9", "预算数/因公出国（境）费=1", "预算数/公务用车购置及运行维护费=6", "预算数/公务用车购置费=2", "预算数/公务用车运行维护费=4", "预算数/公务接待费=2",
		"决算数/合计=8", "决算数/因公出国（境）费=1", "决算数/公务用车购置及运行维护费=5", "决算数/公务用车购置费=1", "决算数/公务用车运行维护费=4", "决算数/公务接待费=2"}
	for name, rows := range map[string][]string{
		"six and six": {"预算数>5||||||决算数>5|||||", "合计|因公出国（境）费用|公务用车购置及运行费>2|||公务接待费|合计|因公出国（境）费用|公务用车购置及运行费>2|||公务接待费",
			"||小计|公务用车购置费|公务用车运行费||||小计|公务用车购置费|公务用车运行费|", "9|1|6|2|4|2|8|1|5|1|4|2"},
		"years": {"2023年度预算数>5||||||2023年度决算数>5|||||", "合计|因公出国(境)费|公务用车购置及运行维护费>2|||公务接待费|合计|因公出国(境)费|公务用车购置及运行维护费>2|||公务接待费",
			"||小计|购置费|运行费||||小计|购置费|运行费|", "9|1|6|2|4|2|8|1|5|1|4|2"},
		"a list with counts": {"项目|预算数|决算数", "“三公”经费支出合计|9|8", "1．因公出国（境）费用|1|1", "2．公务用车购置及运行维护费用|6|5", "其中：公务用车购置费|2|1", "公务用车运行维护费|4|4",
			"3．公务接待费|2|2", "其中：国内接待费||2", "二、相关统计数||", "1．因公出国（境）团组数（个）||1", "公务用车保有量（辆）||3", "国内公务接待批次（批）||12", "国内公务接待人次（人）||90"},
		"a list with two budgets": {"支出内容|年初预算数|全年预算数（调整预算数）|决算数", "合计|7|9|8", "因公出国（境）费|1|1|1", "公务用车购置及运行维护费|5|6|5", "公务用车购置费|1|2|1",
			"公务用车运行维护费|4|4|4", "公务接待费|1|2|2"},
		"sub-totals and counts across": {"预算数>5||||||决算数>5||||||相关统计数>1|", "合计|因公出国（境）费|公务用车购置及运行费>2|||公务接待费|合计|因公出国（境）费|公务用车购置及运行费>2|||公务接待费|公务用车保有量（辆）|公务接待人次",
			"|小计|小计|购置费|运行费|小计||小计|小计|购置费|运行费|小计||", "9|1|6|2|4|2|8|1|5|1|4|2|3|90"},
		"two rows": {"项目|合计|因公出国（境）费|公务用车购置及运行费>2|||公务接待费", "|||小计|购置费|运行费|", "预算数|9|1|6|2|4|2", "决算数|8|1|5|1|4|2"},
	} {
		got := table(t, find(sheetOf("9", append([]string{"一般公共预算财政拨款“三公”经费支出决算表", "公开09表"}, rows...)...)), "F09")
		assert.ElementsMatch(t, want, figures(got), name)
		assert.Empty(t, got.Unbound, name)
	}
}

// TestUsualF01: F01 and F04 as provinces and years head and label them.
func TestUsualF01(t *testing.T) {
	want := []string{"财政拨款收入/金额=7", "政府性基金预算财政拨款收入/金额=2", "201/金额=6", "其他收入/金额=1", "本年收入合计/金额=8", "本年支出合计/金额=6", "年末结转和结余/金额=2", "收入总计/金额=8", "支出总计/金额=8"}
	for name, rows := range map[string][]string{
		"of 2017": {"收入>2|||支出>2||", "项目|行次|决算数|项目|行次|决算数", "栏次||1|栏次||2", "一、财政拨款收入|1|7|一、一般公共服务支出|9|6", "其中：政府性基金预算财政拨款|2|2|二、外交支出|10|",
			"二、上级补助收入|3||三、国防支出|11|", "六、其他收入|4|1||12|", "本年收入合计|5|8|本年支出合计|13|6", "用事业基金弥补收支差额|6||结余分配|14|", "年初结转和结余|7||年末结转和结余|15|2", "总计|8|8|总计|16|8"},
		"by function": {"收入>1||支出>1|", "收入来源|金额|按功能分类|金额", "一、财政拨款收入|7|一、一般公共服务支出|6", "其中：政府性基金|2||", "二、其他收入|1||", "收入小计|8|支出小计|6",
			"上年结转和结余||结转下年|2", "收入总计|8|支出总计|8"},
	} {
		got := table(t, find(sheetOf("1", append([]string{"收入支出决算总表", "公开01表", "部门：某局|单位：万元"}, rows...)...)), "F01")
		assert.ElementsMatch(t, want, figures(got), name)
		assert.Empty(t, got.Unbound, name)
	}
}

// TestUsualTitles: what stands before a title, and behind it, and in its place.
func TestUsualTitles(t *testing.T) {
	for _, title := range []string{"03-支出决算表", "表三 支出决算表", "表三、支出决算表", "附件3-3：支出决算表", "附表03：支出决算表", "附3 支出决算表", "GK03 支出决算表", "（三）支出决算表", "3．支出决算表", "③支出决算表",
		"第三部分 支出决算表", "支出决算表 表三", "支出决算表：公开03表", "支出决算表（公开03表）", "2023年度支出决算表", "部门支出决算总表", "支出决算公开表"} {
		b := find(sheetOf("Sheet3", title, "单位：万元", head03, "合计||3|1|2"))
		assert.NotNil(t, b.Tables["F03"], title)
		assert.Empty(t, b.Department, title)
		assert.Empty(t, b.Foreign, title)
	}
	for _, name := range []string{"03支出决算表", "GK03 支出决算表", "3.支出决算", "支出决算"} {
		assert.NotNil(t, find(sheetOf(name, "单位：万元", head03, "合计||3|1|2")).Tables["F03"], name)
	}
	for _, title := range []string{"项目支出决算表", "政府采购支出决算表", "支出决算表：反映本年支出", "财政拨款支出决算明细表", "机关运行经费支出决算情况表"} {
		assert.Nil(t, find(sheetOf("Sheet3", title, "单位：万元", head03, "合计||3|1|2")).Tables["F03"], title)
	}
}
