package printed

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"suanqing/validate/lab/fixture"
)

// heading marks a paragraph that is a title on a line of its own.
const heading = "# "

var yearText = regexp.MustCompile(`20\d\d`)

// Whole are whole reports as they are published: a cover, the contents with the numbers of
// their pages, some words on the department, nine tables, the text.
func Whole() []Printing {
	var out []Printing
	for i, report := range []string{"chongqing", "fujian", "guizhou", "hebei", "henan", "hunan", "jiangsu", "liaoning", "shenzhen", "zhejiang"} {
		for k, look := range wholeLooks {
			if (i+k)%3 != 0 { // each look with every third report
				continue
			}
			out = append(out, Printing{Name: fmt.Sprintf("whole-%s-%d", report, k), Report: report, Look: &look})
		}
	}
	return out
}

// wholeLooks are how whole reports are printed.
var wholeLooks = []Look{
	{By: Writer, Heads: true},
	{By: Writer, Pages: Portrait, Figure: 20, Name: 40, Size: 80, Heads: true, TextLast: true},
	{By: Writer, Flow: Running, Pages: Portrait, Figure: 19, Name: 36, Size: 75, Repeat: true, TextLast: true, Foots: notes},
	{Heads: true, TextLast: true},
	{Broken: true, TextLast: true, Repeat: true, Foots: notes},
	{Pages: Portrait, Figure: 19, Name: 36, Size: 75, Broken: true},
	{Rules: ThreeLines, TextLast: true},
	{By: Writer, Rules: RowsOnly, Heads: true, TextLast: true},
}

// Written is the path of a file of a whole report: its text, its forms or both.
func (p Printing) Written(ext string) string {
	return filepath.Join(fixture.Testdata(), "prose", "further", p.Report+"."+ext)
}

// wholePlan is a whole report as the painters have it.
func (p Printing) wholePlan(w *fixture.Workbook) (*plan, error) {
	text, err := os.ReadFile(p.Written("txt"))
	if err != nil {
		return nil, err
	}
	department := "示例市示例局"
	out, err := planOf(w, department, p.Look)
	if err != nil {
		return nil, err
	}
	out.year = yearText.FindString(string(text))
	words := strings.Split(strings.TrimSpace(string(text)), "\n")
	out.before = append(out.before, heading+department+"部门决算公开", heading+"目　录")
	for i, line := range []string{"第一部分　部门概况", "一、部门职责", "二、机构设置", "第二部分　部门决算公开表", "第三部分　部门决算情况说明", "第四部分　名词解释"} {
		out.before = append(out.before, line+strings.Repeat("…", 12)+fmt.Sprint(3+4*i))
	}
	out.before = append(out.before, heading+"第一部分　部门概况", "一、部门职责",
		"（一）贯彻执行国家和省市有关方针政策，拟订本地区的发展规划，并组织实施“十四五”规划的有关任务。",
		"（二）负责本行业的监督管理，会同有关部门做好专项资金的安排。", "二、机构设置",
		"本部门内设办公室、综合科等8个科室，纳入部门决算编报范围的单位共2个，编制35名。")
	if p.Look.TextLast {
		out.after = words
	} else {
		out.before = append(out.before, words...)
	}
	return out, nil
}
