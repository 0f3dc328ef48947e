package performance_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"suanqing/validate/document"
)

// sheetOf is a worksheet drawn as text: rows by lines, cells by |, without merges.
func sheetOf(name, text string) *document.Sheet {
	f := &document.Format{}
	s := &document.Sheet{Name: name}
	for row, line := range strings.Split(strings.Trim(text, "\n"), "\n") {
		r := document.Row{Index: row}
		for col, cell := range strings.Split(line, "|") {
			if cell = strings.TrimSpace(cell); cell != "" {
				r.Cells = append(r.Cells, document.Cell{Row: row, Col: col, Kind: document.Text, Stored: cell, Format: f})
			}
		}
		s.Rows = append(s.Rows, r)
	}
	return s
}

// variants are tables as other provinces and clerks draw them, each with what must be said.
var variants = []struct{ name, table, want string }{
	{"points of execution in the header", `
项目支出绩效自评表
（2022年度）
项目名称||河道清淤
主管部门及代码||水务局（123）||实施单位||水务局
项目资金（万元）||年初预算数|全年预算数（A）|全年执行数（B）|分值（10分）|执行率（B/A)|得分
|年度资金总额：|100|120|90.00||75%|7.5
|其中：财政拨款|100|120|90||—|
|其他资金|||||—|
绩效指标|一级指标|二级指标|三级指标|年度指标值（A）|全年实际完成值（B）|分值|得分|未完成原因和改进措施
|产出指标（50分）|数量指标|指标1：清淤长度|≥12公里|12公里|25|25|
||质量指标|验收合格率|100%|100%|25|25|
|效益指标（30分）|社会效益|积水点减少|明显|明显|30|30|
|满意度指标（10分）|满意度|居民满意度|≥90%|91%|10|10|
总分||||||90|97.5|
`, ""},
	{"points without brackets are no points", `
项目名称|灯光维护
|年初预算数|全年预算数|全年执行数|执行率
年度资金总额|10|10|10|100%
一级指标|二级指标|三级指标|指标值|完成值|分值|得分|备注
产出指标50|数量|灯杆数|≥30根|31根|60|60|
效益指标40|社会效益|亮灯率|≥98%|97%|40|39|线路老化
总分|||||100|99
`, ""},
	{"a name in one cell with its label, the unit in the title line, money in 元", `
绩效自评表（单位：元）
项目名称：防汛物资
主管部门：应急局
|预算数|执行数|分值|执行率|得分
资金总额|120,000.00|60,000.00|10|50.00%|10
其中：省级资金|20,000.00|0.00
市级资金|100,000.00|60,000.00
一级指标|二级指标|三级指标|目标值|实际值|分值|得分|扣分原因
产出|数量|沙袋|≥1000条|1000条|50|50|
效益|社会效益|险情处置|及时|及时|40|40|
合计|||||100|100
`, "error performance.execution-score F5 D5 E5 C5 B5"},
	{"parts of parts without numbers", `
项目名称|助残
单位：万元
|年初预算|全年预算数|全年执行数
年度资金总额|30|30|25
其中：财政拨款|20|20|18
其中：上级资金|12|12|10
本级资金|8|8|8
其他资金|10|10|7
一级指标|二级指标|三级指标|指标值|完成值|分值|得分|原因
产出|数量|人数|≥10人|9人|100|100|
`, "warning performance.missed E10 D10 G10"},
	{"headers of two rows, the lower merged with nothing", `
项目名称||道路养护
资金（万元）||年初预算数|全年预算数|全年执行数|分值|执行率|得分
|总额|50|50|49|10|98%|9.8
一级指标|二级指标|三级指标|绩效指标值|||实际完成值|分值|得分|原因
|||指标性质|指标值|度量单位||||
产出|数量|里程|≥|5|公里|5.2|60|60|
效益|社会效益|通行|定性|好||好|30|30|
总计|||||||100|99.8|
`, ""},
	{"two tables on one sheet", `
项目名称|甲项工作
|年初预算数|全年预算数|全年执行数|分值|执行率|得分
年度资金总额|5|5|5|10|100%|10
一级指标|二级指标|三级指标|指标值|完成值|分值|得分|原因
产出|数量|份数|≥5份|5份|90|90|
总分|||||100|100
项目名称|乙项工作
|年初预算数|全年预算数|全年执行数|分值|执行率|得分
年度资金总额|6|6|6|10|100%|10
一级指标|二级指标|三级指标|指标值|完成值|分值|得分|原因
产出|数量|份数|≥5份|5份|80|80|
产出|质量|差错|≤1处|0处|10|9|
总分|||||100|98
`, "error performance.total G13 G11 G12 G9|warning performance.reason G12 H12 E12 D12"},
	{"goals alone are no evaluation", `
项目名称|明年的工作
|年初预算数|全年预算数
年度资金总额|5|6
其中：财政拨款|1|1
一级指标|二级指标|三级指标|指标值|分值
产出|数量|份数|≥5份|50
`, ""},
	{"a list of projects is no summary", `
序号|项目名称|预算数|决算数
1|甲|5|6
合计||7|8
`, ""},
	{"targets that were adjusted, points of execution under a header of their own", `
2022年度项目绩效自评表
项目名称|街区亮化|项目编码|00-0001|自评总分（分）|99.76
主管部门|城管局|联系人|张|联系电话|1
|年初预算数|全年（调整）预算数|全年执行数|执行率（%）|执行率权重（分）|执行率得分（分）
年度总金额（万元）|50|40|39.02|97.55|10|9.76
其中：财政资金|50|40|39.02|97.55||
当年绩效目标|年初绩效目标|全年（调整）绩效目标|全年目标实际完成情况
|亮化八条街|亮化六条街|亮化六条街
指标名称|计量单位|指标性质|年初指标值|调整指标值|全年完成值|得分系数（%）|指标权重（分）|指标得分（分）|是否核心指标|说明
亮化街道|条|≥|8|6|6|100|50|50|是|
亮灯率|%|≥|98||99|100|40|40|否|
`, ""},
	{"a total of nothing over what was spent", `
项目支出绩效自评表
项目名称||勘测||||||
项目资金|（万元）|年初预算数|全年预算数|全年执行数|分值|执行率|得分
|年度资金总额：|0|0|0|10|0|0
|其中：本年财政拨款|90|89.974|89.974|||
|上年结转资金||||||
绩效指标|一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|偏差原因分析及改进措施
|产出指标（50分）|数量指标|勘测地块数|≥50块|50|30|30|
||成本指标|单块成本|符合相关规定|达成预期指标|20|20|
|效益指标（30分）|社会效益指标|利用效率|效果明显|达成预期指标|30|30|
|满意度指标（10分）|满意度指标|业主满意度|≥90百分比|90|10|10|
总分||||||100|90|
`, "error performance.parts C4 C5 C6|error performance.parts D4 D5 D6|error performance.parts E4 E5 E6"},
	{"a template that nobody finished", `
部门预算项目支出绩效自评表
项目名称||51000021R000000012345-工资
主管部门||发改局|实施单位||发改局
项目基本情况|1.项目年度目标完成情况|项目年度目标||年度目标完成情况
||及时发放||对照年度目标，说明任务的完成情况（100字以内）
预算执行情况（10分）|年度预算数（万元）|年初预算|调整后预算数|预算执行数|预算执行率|权重|得分|原因
|总额|238.93|251.89|251.89|100.00%|10||执行率低于90%的说明原因（100字以内）
|其中：财政资金|238.93|251.89|251.89|100.00%|/|/
|单位资金|0.00|0.00|0.00|0.00%|/|/
绩效指标（90分）|一级指标|二级指标|三级指标|指标性质|指标值|度量单位|完成值|权重|得分|未完成原因分析
|产出指标|数量指标|发放覆盖率|=|100|%||60||
|效益指标|社会效益指标|足额率|=|100|%||30||
合计||||||||100||
评价结论|结合自评情况，说明自评总分。（200字以内）
`, "warning performance.unfilled E5 B14|warning performance.unfilled H11 H12 C2|warning performance.unfilled J11 J12 C2|warning performance.unfilled J13 A13"},
	{"sums between, the total in one cell, one cost for all", `
项目名称|供暖补助
（万元）|年初预算数|全年预算数（万元）|全年执行数|分值|执行率|得分
年度资金总额|8|8|8|10|100%|10
一级指标|二级指标|三级指标|指标值|完成值|分值|得分|原因
成本指标|经济成本|总成本|≤8万元|8|10|10|
成本指标|经济成本|其中：燃料|≤5万元|5|10|10|
小计|||||20|20|
产出指标|数量|户数|≥50户|50户|40|40|
||小计|||40|40|
效益指标|社会效益|温度|≥18度|18度|30|30|
总分：100分|||||||
`, ""},
	{"copied text, rows beside their headers", `
项目名称||公厕保洁
单位：万元
项目预算执行情况||年初预算数|全年预算数|全年执行数|分值|执行率|得分
|年度资金总额|8|8|8|10|100%|10
年度绩效指标|一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|偏差原因
|产出指标 (60分)|数量指标|公厕座数|≥12座|12座|20|20|
|||保洁次数|≥3次|2次|20|20|
|问题整改时间||≤24小时|≤24小时|20|20
效益指标 (20分)|社会效益指标|环境|明显改善|明显改善|20|19|两处积水
满意度指标 (10分)|满意度|群众满意度|≥90%|92%|10|10
总分||99
`, "warning performance.missed F7 E7 H7"},
	{"points that may be taken", `
项目名称|考核
|年初预算数|全年预算数|全年执行数|分值|执行率|得分
年度资金总额|5|5|5|10|100%|10
一级指标|二级指标|三级指标|指标值|完成值|分值|得分|原因
产出|数量|份数|≥5份|5份|90|90|
扣分项|违规|扣分|0|1|0|-2|通报一次
总分|||||100|98
`, ""},
}

func TestVariants(t *testing.T) {
	for _, v := range variants {
		var got []string
		for _, f := range judged(&document.Document{Sheets: []*document.Sheet{sheetOf("表", v.table)}}) {
			line := string(f.Severity) + " " + f.Rule
			for _, c := range f.Cells {
				line += " " + c.Cell
			}
			got = append(got, line)
			t.Log(v.name, f.Message)
		}
		assert.ElementsMatch(t, split(v.want), got, v.name)
	}
}

func split(s string) []string {
	if s == "" {
		return nil
	}
	return strings.Split(s, "|")
}
