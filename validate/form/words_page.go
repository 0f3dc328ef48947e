package form

import (
	"slices"
	"strings"
)

// What stands above and below a form.

// DepartmentLabels stand before the name of the department, a label before those that
// are its end. 填报单位, 编报单位 and 公开单位: unrecorded; the others standard, fixture.
var DepartmentLabels = []string{"编制单位:", "填报单位:", "单位名称:", "部门名称:",
	"部门(单位)名称:", "单位(部门)名称:", "部门(单位):", "单位(部门):", "编制部门:", "填报部门:", "公开部门:", "预算单位:", // usual
	"部门:", "编报单位:", "公开单位:", "单位:"}

// UnitLabel and MoneyLabel stand before the unit of the figures, and end the name of the department
// where one line has both.
const (
	UnitLabel  = "单位"   // standard; with or without 金额 before it
	MoneyLabel = "金额单位" // standard
)

// DepartmentEnds end the name of the department in a line that says more.
var DepartmentEnds = []string{MoneyLabel, "单位:", "公开"} // fixture (OneCellLines, AboveLines)

// TitleMarks number a form, in front of its title or in the lines about it.
var TitleMarks = []string{"附件", "附表", "公开", "表", // fixture
	"附", "GK"} // usual

// PartOfText numbers, behind 第三, a part of the text that the forms stand in.
const PartOfText = "部分" // usual

// Nobody are what stands before a title without naming a department.
var Nobody = []string{"本单位", // tests
	"省本级", "市本级", "区本级", "县本级"} // unrecorded

// saysEmpty are the words that leave no doubt that the form itself is empty.
var saysEmpty = []string{"无数据", // standard
	"空表", "表为空", "无收支", // unrecorded
	"没有数据", "无内容", "数据为零", "数据为0"} // usual

// statements are further words by which an empty form says that it is empty.
var statements = []string{"没有政府性基金", "没有国有资本", "没有使用", "没有三公", // standard, fixture
	"无政府性基金", "无国有资本", "未使用", "未安排", "没有安排", "不涉及", "没有发生", "未发生", "无相关", "无此项", "无三公", // unrecorded
	"没有财政拨款", "无财政拨款", "没有一般公共预算", "无一般公共预算", // unrecorded
	"没有此项", "没有该项", "无该项", "没有相关", "未涉及", "没有涉及", "无此类", "没有此类", "没有收入", "无收入", "没有支出", "无支出", "无发生", "不存在", "零报告"} // usual

// isNegation says whether a character is one of those one of which every statement has.
func isNegation(r rune) bool {
	switch r {
	case '无', '没', '未', '空', '不', '零', '0':
		return true
	}
	return false
}

// noteMarks begin a note below a form.
var noteMarks = []string{"注", "说明"} // standard

// signatures head what stands about those who sign, below a form.
var signatures = Words{text: "填表人|制表人|填报人|经办人|审核人|复核人|编制人|联系人|负责人|单位负责人|财务负责人|部门负责人|会计机构负责人|主管会计|会计主管" +
	"|电话|电话号码|联系电话|联系方式|填表日期|填报日期|报送日期|制表日期|编制日期|打印日期|日期"} // usual

// Signs says whether a normalized text is of a line of signatures: 制表人:张三.
func Signs(text string) bool {
	head, _, _ := strings.Cut(text, ":")
	return signatures.Has(StripRemark(head))
}

// SaysEmpty says whether a normalized statement calls its own form empty.
func SaysEmpty(text string) bool { return containsAny(text, saysEmpty) }

// IsNote says whether a normalized text begins as a note does.
func IsNote(text string) bool {
	return slices.ContainsFunc(noteMarks, func(mark string) bool { return strings.HasPrefix(text, mark) })
}

// SaysNothing says whether a text, normalized or not, is a statement of an empty form.
func SaysNothing(text string) bool {
	g := Look(text)
	if !g.Denies {
		return false
	}
	if !g.Plain {
		text = Normalize(text)
	}
	return containsAny(text, statements) || SaysEmpty(text) || saysNone(text)
}

// saysNone says whether a normalized note is nothing but 无: 说明:无。
func saysNone(text string) bool {
	mark, said, ok := strings.Cut(text, ":")
	return ok && slices.Contains(noteMarks, strings.TrimPrefix(mark, "备")) && strings.Trim(said, "。.") == "无"
}
