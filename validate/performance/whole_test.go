package performance_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"suanqing/validate/document"
)

// whole is a right table of a whole department, with a paragraph above; cells apart by |.
const whole = `部门整体支出绩效自评得分95.5分，等级为优。全年预算数为110.00万元，执行数为99.00万元，执行率为90%。
部门整体支出绩效自评表
部门名称|示例局
预算执行（万元）||年初预算数|全年预算数|全年执行数|分值|执行率|得分
|年度资金总额|100.00|110.00|99.00|10|90%|9
|其中：基本支出|40.00|44.00|40.00
|项目支出|60.00|66.00|59.00
一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|偏差原因
产出指标|数量指标|办结件数|≥20件|22件|50|50|
效益指标|社会效益指标|服务水平|有所提升|有所提升|30|26.5|制度还在修订
满意度指标|满意度指标|群众满意度|≥90%|94%|10|10|
总分|||||100|95.5|`

// wholes are what becomes of that table, and what is told.
var wholes = []struct {
	name string
	edit []string
	want string
}{
	{"right", nil, ""},
	{"a part in one column", []string{"44.00|40.00", "44.00|41.00"}, "error performance.parts"},
	{"only some of its money", []string{"|项目支出|60.00|66.00|59.00", "|项目支出|50.00|55.00|39.00"}, ""},
	{"more than all of its money", []string{"|项目支出|60.00|66.00|59.00", "|项目支出|70.00|77.00|69.00"}, ""},
	{"one part", []string{"|其中：基本支出|40.00|44.00|40.00\n|项目支出|60.00|66.00|59.00", "|其中：财政拨款|90.00|99.00|90.00"}, ""},
	{"a row of another name", []string{"|项目支出|60.00|66.00|59.00", "|项目支出|50.00|55.00|50.00\n|往来款|10.00|11.00|9.00"}, ""},
	{"no whole department's", []string{"部门整体支出绩效自评表", "绩效自评表", "部门整体支出绩效自评得分95.5分", "得分96.5分"}, ""},
	{"a project's, with the department above", []string{"部门名称|示例局", "部门名称|示例局\n项目名称|养老服务", "部门整体支出绩效自评表", "整体绩效自评表", "部门整体支出绩效自评得分95.5", "养老服务项目自评得分95.4", "其中：基本支出", "其中：财政拨款", "项目支出|60", "其他资金|60"}, "error performance.text-score"},
	{"the text's score", []string{"自评得分95.5分", "自评得分59.5分"}, "error performance.text-score"},
	{"what the text says of projects", []string{"等级为优。全年", "等级为优。3个项目平均得分90分，全年", "执行率为90%", "执行率为80%"}, ""},
}

func TestWholes(t *testing.T) {
	for _, x := range wholes {
		text := strings.NewReplacer(x.edit...).Replace(whole)
		s := &document.Sheet{Name: "说明", Written: true, File: "说明.docx"}
		for i, line := range strings.Split(text, "\n") {
			r := document.Row{Index: i}
			for k, stored := range strings.Split(line, "|") {
				if stored != "" {
					r.Cells = append(r.Cells, document.Cell{Row: i, Col: k, Kind: document.Text, Stored: stored, Format: &document.Format{}})
				}
			}
			s.Rows = append(s.Rows, r)
		}
		var got []string
		for _, f := range judged(&document.Document{Sheets: []*document.Sheet{s}}) {
			got = append(got, string(f.Severity)+" "+f.Rule)
			t.Log(x.name, f.Message)
		}
		assert.Equal(t, x.want, strings.Join(got, " "), x.name)
	}
}
