package prose

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"suanqing/validate/bind"
	"suanqing/validate/equation"
	lab "suanqing/validate/lab/prose"
	"suanqing/validate/prose/judging"
	"suanqing/validate/prose/lexicon"
	"suanqing/validate/read/xlsx"
	"suanqing/validate/report"
	"suanqing/validate/rule"
)

// outcomes are how the rules come out for lines without forms.
func outcomes(lines ...string) map[string]report.Outcome {
	out := &rule.Outcome{}
	Judge(bind.Find(textOf(lines...), nil), out)
	return byRule(out)
}

func byRule(out *rule.Outcome) map[string]report.Outcome {
	all := map[string]report.Outcome{}
	for _, r := range out.Rules {
		all[r.Rule] = r.Outcome
	}
	return all
}

// sayings are right sentences in which an equation has all of its operands, with the
// section they stand in; the figures of an operand are in braces.
var sayings = []struct{ rule, section, text string }{
	{"text.share", "三、支出决算情况说明", "本年支出合计{1,000.00}万元，其中：基本支出{600.00}万元，占{60.00}%。"},
	{"text.growth", "三、支出决算情况说明", "基本支出{600.00}万元，比上年增加{100.00}万元，增长{20.00}%。"},
	{"text.growth-before", "三、支出决算情况说明", "基本支出{600.00}万元，上年支出{500.00}万元，增长{20.00}%。"},
	{"text.budget-growth", "八、机关运行经费支出情况说明", "机关运行经费支出{600.00}万元，比预算增加{100.00}万元，增长{20.00}%。"},
	{"text.budget-gap", "三、支出决算情况说明", "基本支出预算为{500.00}万元，支出决算为{600.00}万元，预决算差异率为{20.00}%。"},
	{"text.completion", "三、支出决算情况说明", "基本支出预算为{500.00}万元，支出决算为{400.00}万元，完成预算的{80.00}%。"},
	{"text.completion-change", "三、支出决算情况说明", "基本支出{400.00}万元，比预算减少{100.00}万元，完成预算的{80.00}%。"},
	{"text.change", "三、支出决算情况说明", "基本支出{600.00}万元，上年支出{500.00}万元，增加{100.00}万元。"},
	{"text.budget-change", "三、支出决算情况说明", "基本支出预算为{500.00}万元，支出决算为{600.00}万元，比预算增加{100.00}万元。"},
	{"text.sum", "九、政府采购支出情况说明", "政府采购支出总额{900.00}万元，其中：政府采购货物支出{500.00}万元、政府采购工程支出{300.00}万元、政府采购服务支出{100.00}万元。"},
	{"text.change-parts", "二、收入决算情况说明", "本年收入合计900.00万元，比上年增加{60.00}万元。\n财政拨款收入500.00万元，比上年增加{40.00}万元。\n事业收入400.00万元，比上年增加{20.00}万元。"},
	{"text.shares-total", "三、支出决算情况说明", "本年支出合计1,000.00万元，其中：基本支出600.00万元，占{60.00}%；项目支出400.00万元，占{40.00}%。"},
	{"text.within", "九、政府采购支出情况说明", "政府采购支出总额{500.00}万元。授予中小企业合同金额{499.00}万元。"},
	{"text.twice", "九、政府采购支出情况说明", "授予中小企业合同金额{400.00}万元。\n本年授予中小企业合同金额{400.00}万元，结果都已公开。"},
	{"text.direction", "三、支出决算情况说明", "基本支出年初预算为{500.00}万元，支出决算为{500.01}万元，决算数大于年初预算数。"},
	{"text.same", "三、支出决算情况说明", "基本支出年初预算为{500.00}万元，支出决算为{500.00}万元，与年初预算持平。"},
	{"text.counts", "七、三公经费支出决算情况说明", "公务接待费支出{1.00}万元，国内公务接待{1}批次。"},
	{"text.direction", "三、支出决算情况说明", "基本支出完成年初预算的{106.00}%，决算数大于年初预算数。"},
}

// braced are the places of the figures in braces, and the text without these.
func braced(text string) (plain string, places [][2]int) {
	for {
		from := strings.Index(text, "{")
		if from < 0 {
			return plain + text, places
		}
		to := strings.Index(text, "}")
		places = append(places, [2]int{len(plain) + from, len(plain) + to - 1})
		plain += text[:from] + text[from+1:to]
		text = text[to+1:]
	}
}

// nudged is a figure with another first digit: one more, or less.
func nudged(figure string, by int) string {
	return string(rune('0'+(int(figure[0]-'0')+10+by)%10)) + figure[1:]
}

// TestEveryOperandOfTheText: each operand of each equation about the text itself, changed a
// little in its first digit, up or down, breaks the rule of the equation.
func TestEveryOperandOfTheText(t *testing.T) {
	for _, s := range sayings {
		judge := func(text string) report.Outcome {
			lines := append([]string{"第三部分 2023年度部门决算情况说明", s.section}, strings.Split(text, "\n")...)
			return outcomes(lines...)[s.rule]
		}
		plain, places := braced(s.text)
		if !assert.Contains(t, []report.Outcome{report.Holds, report.HasTail}, judge(plain), "%s: %s", s.rule, plain) {
			continue
		}
		for _, p := range places {
			var broken []string
			for _, by := range []int{1, -1, -2} {
				wrong := plain[:p[0]] + nudged(plain[p[0]:p[1]], by) + plain[p[1]:]
				if judge(wrong) == report.Violated {
					broken = append(broken, wrong)
				}
			}
			assert.NotEmpty(t, broken, "%s: %s in %s", s.rule, plain[p[0]:p[1]], plain)
		}
	}
}

// minus is an equation with the first term of its right side turned.
func minus(e *equation.Equation) *equation.Equation {
	other := *e
	other.Right = slices.Clone(e.Right)
	other.Right[0].Minus = !other.Right[0].Minus
	return &other
}

// TestDeclaredEquationRuns: with another equation declared in the place of a rule's, right texts
// break the rule, whether it holds them against the forms or against themselves.
func TestDeclaredEquationRuns(t *testing.T) {
	type text struct {
		book *bind.Book
		out  *rule.Outcome
	}
	var texts []text
	for _, s := range sayings {
		plain, _ := braced(s.text)
		lines := append([]string{"第三部分 2023年度部门决算情况说明", s.section}, strings.Split(plain, "\n")...)
		texts = append(texts, text{bind.Find(textOf(lines...), nil), &rule.Outcome{}})
	}
	for _, x := range lab.Texts() {
		d, err := xlsx.Open(x.Workbook())
		require.NoError(t, err)
		var lines []string
		for _, block := range x.Blocks {
			if block.Kind != lab.Table {
				lines = append(lines, block.Shown())
			}
		}
		d.Sheets = append(d.Sheets, textOf(lines...).Sheets[0])
		book := bind.Find(d, nil)
		texts = append(texts, text{book, rule.Run(book)})
	}
	run := func(x text) map[string]report.Outcome {
		again := rule.Outcome{Rules: slices.Clone(x.out.Rules), Findings: slices.Clone(x.out.Findings), Equations: slices.Clone(x.out.Equations)}
		Judge(x.book, &again)
		return byRule(&again)
	}
	holds := map[string][]int{}
	for i, x := range texts {
		for id, outcome := range run(x) {
			if outcome == report.Holds || outcome == report.HasTail {
				holds[id] = append(holds[id], i)
			}
		}
	}
	several := map[string]bool{} // of the same money, each of which will do
	for i := range lexicon.Subjects {
		several["text."+lexicon.Subjects[i].ID] = lexicon.Subjects[i].Also != ""
	}
	swapped := 0
	for _, r := range judging.All {
		if r.Equation == nil || len(holds[r.ID]) == 0 || several[r.ID] {
			continue
		}
		declared := r.Equation
		r.Equation = minus(declared)
		broken := slices.ContainsFunc(holds[r.ID], func(i int) bool { return run(texts[i])[r.ID] == report.Violated }) // of some it is 0
		r.Equation = declared
		if assert.True(t, broken, "%s: %s is not what runs", r.ID, declared.Text) {
			swapped++
		}
	}
	t.Logf("%d of %d rules", swapped, len(judging.All))
	for _, s := range sayings {
		assert.Contains(t, holds, s.rule)
	}
}

// TestFurtherEquationsRun: so it is with the further equations of a rule.
func TestFurtherEquationsRun(t *testing.T) {
	r := judging.RuleByID["text.direction"]
	for at, text := range map[int]string{
		judging.ByChange: "基本支出600.00万元，比上年增加100.00万元，增长20.00%。",
		judging.ByDone:   "基本支出完成年初预算的106.00%，决算数大于年初预算数。",
	} {
		lines := []string{"第三部分 2023年度部门决算情况说明", "三、支出决算情况说明", text}
		assert.NotEqual(t, report.Violated, outcomes(lines...)[r.ID], text)
		declared := r.Further[at]
		r.Further[at] = minus(declared)
		got := outcomes(lines...)[r.ID]
		r.Further[at] = declared
		assert.Equal(t, report.Violated, got, "%s is not what runs", declared.Text)
	}
}

// TestProductsRun: so it is with the equations that multiply, one of which confirms only what
// is right.
func TestProductsRun(t *testing.T) {
	lines := func(section, text string) []string {
		return []string{"第三部分 2023年度部门决算情况说明", section, text}
	}
	swapped := func(e **equation.Equation, run func()) {
		declared := *e
		*e = minus(declared)
		run()
		*e = declared
	}

	share := judging.RuleByID["text.share"]
	kinds := func(works string) report.Outcome {
		return outcomes(lines("九、政府采购支出情况说明", "政府采购支出总额1,000.00万元，其中：政府采购货物支出500.00万元、政府采购工程支出300.00万元、政府采购服务支出200.00万元。授予中小企业合同金额430.00万元。货物采购授予中小企业合同金额占货物支出金额的50.00%，工程采购授予中小企业合同金额占工程支出金额的"+works+"%，服务采购授予中小企业合同金额占服务支出金额的30.00%。")...)[share.ID]
	}
	assert.Equal(t, report.Holds, kinds("40.00"))
	assert.Equal(t, report.Violated, kinds("41.00"))
	swapped(&share.Further[judging.OfKinds], func() { assert.Equal(t, report.Violated, kinds("40.00"), "is not what runs") })

	checked := func(average string) int {
		text, findings := judged(lines("七、财政拨款三公经费支出决算情况说明", "公务用车运行维护费支出12.50万元，公务用车保有量为5辆，车均运行维护费"+average+"万元。")...)
		assert.Empty(t, findings)
		return text.Checked
	}
	right := checked("2.50")
	assert.Less(t, checked("2.60"), right)
	swapped(&judging.RuleByID["text.counts"].Further[judging.ByTheThing], func() { assert.Less(t, checked("2.50"), right, "is not what runs") })
}
