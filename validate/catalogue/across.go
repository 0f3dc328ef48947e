package catalogue

import (
	"suanqing/validate/report"
	"suanqing/validate/rule"
)

// across is every rule across books: the equations, and what validate/rollup finds of
// whole books.
func across() (all []*rule.Rule) {
	all = append(all, pointers(rule.Rollup())...)
	all = append(all, pointers(rule.BetweenYears())...)
	return append(all, pointers(ofBooks)...)
}

// ofBooks are what validate/rollup says of whole books, by the titles that it gives there.
var ofBooks = rule.Rules{
	ofBook("rollup.units", "部门汇总了每一家单位，各一次", report.Error, "把漏掉的单位加进汇总，或去掉重复的一份，重新汇总。"),
	ofBook("rollup.missing", "每家单位的报表都在", report.Warning, "找到缺的单位报表，和其他的一起再核对一遍。"),
	ofBook("rollup.twice", "每家单位的报表只有一份", report.Warning, "去掉多余的一份；如果这是另一家单位的报表，换成那家单位自己的。"),
	ofBook("rollup.foreign", "各单位都属于这个部门", report.Warning, "不是本部门的单位，就把这份报表拿开。"),
	ofBook("rollup.year", "各单位的报表与部门同一年度", report.Warning, "换成同一年度的报表，再一起核对。"),
	ofBook("rollup.scale", "各单位写明的金额单位与金额相符", report.Error, "核对这份报表写的金额单位和金额。"),
	ofBook("rollup.books", "每家单位的报表都读得出来", report.Warning, "换一份能打开的文件，再一起核对。"),
	ofBook("rollup.department", "部门的报表", report.Notice, "认错了的，指定哪一份是部门的报表，再核对一次。"),
	{ID: "rollup.flow", Title: "单位之间的往来，部门已抵销", Severity: report.Notice,
		Why: "同一部门的单位之间互相拨付、上缴，部门汇总时收支两边都要抵销。", Hint: "不用改。可以与抵销分录核对金额。"},
	{ID: "years.previous", Title: "上年的报表是本部门上一年度的", Severity: report.Notice,
		Why: "年初数只能与本部门上一年度的年末数核对。", Hint: "换成本部门上一年度的决算公开表，再核对一次。"},
	{ID: "years.changes", Title: "与上年比变动较大的项目", Severity: report.Notice,
		Why: "变动较大的项目，公开的说明里要写明原因。", Hint: "不用改表。可对照这些项目写增减原因。"},
}

func ofBook(id, title string, severity report.Severity, hint string) rule.Rule {
	return rule.Rule{ID: id, Title: title, Severity: severity, Why: "部门决算由本级和所属单位的决算汇总而来，一家不多、一家不少。", Hint: hint}
}
