package judging

import (
	"strings"

	"suanqing/validate/equation"
	"suanqing/validate/prose/lexicon"
	"suanqing/validate/prose/mention"
	"suanqing/validate/prose/read"
	"suanqing/validate/rule"
)

// Alternatives are the other places of a subject's money.
func Alternatives(s *lexicon.Subject) []string {
	if s.Also == "" {
		return nil
	}
	return strings.Split(s.Also, ";")
}

// cellOfRule is where a form prints what a rule holds the text against.
var cellOfRule = map[string]string{}

// EquationFor is the equation of a rule, or where it holds a figure against other cells than
// its own, a part of a row or another place of the same money, that of those.
func EquationFor(r *rule.Rule, cell string) *equation.Equation {
	if cellOfRule[r.ID] == cell {
		return r.Equation
	}
	return EquationOf(cell)
}

// ColumnsOfRows are the columns of the forms with codes in which the text's 决算 of a row stands.
var ColumnsOfRows = map[string]string{"F03": "本年支出合计", "F05": "小计", "F07": "小计", "F08": "小计", "F06": "金额"}

// same is the rule that the text and a form print one amount.
func same(id, key, column, cell string) *rule.Rule {
	short := mention.Standard.ByID(equation.MustParseBy(mention.Standard, "文[本行, 决算] = "+cell).Right[0].Form).Short
	what := "“" + key + "”"
	if key == equation.ThisRow {
		what = "每个科目的数"
	}
	sign := " = "
	cellOfRule[id] = cell
	return &rule.Rule{ID: id, Title: "说明里" + what + sign + short + "的数", Equation: must("文[" + key + ", " + column + "]" + sign + cell),
		Why: "说明里写的就是表里的数，两处应是同一个数。", Hint: "对照" + short + "核对这句话；表里的数无误的，改说明。"}
}

// cellEquations are the equations that EquationOf gives, by their cells.
var cellEquations = map[string]*equation.Equation{}

// EquationOf is 文[本行, 决算] against cells of a form, as declared.
func EquationOf(cell string) *equation.Equation { return cellEquations[cell] }

func init() {
	learn := func(cell string) {
		if cell != "" && cellEquations[cell] == nil {
			cellEquations[cell] = must("文[" + equation.ThisRow + ", " + lexicon.Final + "] = " + cell)
		}
	}
	for i := range lexicon.Subjects {
		s := &lexicon.Subjects[i]
		learn(s.Final)
		learn(s.Both)
		learn(s.Plan)
		for _, c := range Alternatives(s) {
			learn(c)
		}
	}
	for i := range NoneOf {
		for cell := range strings.SplitSeq(NoneOf[i].Cells, ";") {
			learn(cell)
		}
	}
	for _, id := range read.FormsOfOutlays {
		learn(id + "[" + equation.ThisRow + ", " + read.BasicOutlay + "]")
		learn(id + "[" + equation.ThisRow + ", " + read.ProjectOutlay + "]")
	}
	for id, column := range ColumnsOfRows {
		learn(id + "[" + equation.ThisRow + ", " + column + "]")
	}
}

// NoneOf are the sections that may say that there is nothing, with the cells that then have
// nothing, parted by ";": each is an equation of text.none.
var NoneOf = []struct {
	In    lexicon.Topic
	Words string
	Cells string
}{
	{lexicon.Fund, "政府性基金", "F07[合计, 本年收入];F07[合计, 小计]"},
	{lexicon.Capital, "国有资本", "F08[合计, 本年收入];F08[合计, 小计]"},
	{lexicon.ThreePublic, "三公", "F09[决算数, 合计]"},
	{lexicon.ThreePublic, "因公出国(境)费", "F09[决算数, 因公出国（境）费]"},
	{lexicon.ThreePublic, "公务用车购置费", "F09[决算数, 公务用车购置费]"},
	{lexicon.ThreePublic, "公务用车运行维护费", "F09[决算数, 公务用车运行维护费]"},
	{lexicon.ThreePublic, "公务接待费", "F09[决算数, 公务接待费]"},
	{lexicon.ThreePublic | lexicon.Meetings, "会议费", "F06[30215, 金额]"},
	{lexicon.ThreePublic | lexicon.Meetings, "培训费", "F06[30216, 金额]"},
}
