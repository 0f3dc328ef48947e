// Package rules writes the page that tells every rule of the catalogue: what has
// to hold, why, what to do, and an example that the core itself gave. Nothing on
// it is typed a second time.
package rules

import (
	_ "embed"
	"html/template"
	"io"
	"strings"

	"suanqing/validate/catalogue"
	"suanqing/validate/form"
	"suanqing/validate/report"
	"suanqing/validate/rule"
)

// Style is the page's own style sheet, rules.css; style.css comes first.
//
//go:embed rules.css
var Style []byte

//go:embed page.tmpl
var source string

var page = template.Must(template.New("rules").Funcs(template.FuncMap{"reference": references}).Parse(source))

// sheet is what the template draws.
type sheet struct {
	Forms    []*form.Form
	Severity []severity
	Words    []word
	Groups   []*group
	Count    int
}

// severity is how a finding is marked, and what that means to a clerk.
type severity struct {
	ID      report.Severity
	Meaning string
}

var severities = []severity{
	{report.Error, "数对不上，或者认不得。有错误，结论就是不通过；请改正后再公开。"},
	{report.Warning, "多半不妥，请看一眼。单凭警告，结论不会是不通过。"},
	{report.Tail, "差额在四舍五入允许的范围内，属正常，不用改。每条等式都可能有尾差。"},
	{report.Notice, "写法、排列上的小事，知道就行。"},
}

// word explains a word of the equations and scopes.
type word struct{ Word, Meaning string }

var words = []word{
	{"F03[合计, 基本支出]", "表号，方括号里是行和栏：支出决算表“合计”行、“基本支出”栏的数"},
	{"本行、本列", "规则逐行逐栏核对时，正在核对的那一行、那一栏"},
	{"下级", "正在核对的科目下面一级的科目"},
	{"Σ", "把一组数加起来"},
	{"各类", "表上列出的各功能分类（一般公共服务支出等）"},
	{"收入项目、年初各项", "总表左边的各项收入；年初结转和结余下面的各项"},
	{"人员经费各类、公用经费各类", "301、303 两类；其余各类"},
	{"每行、每列", "表上每一行（连同合计行）、每一栏都核对"},
	{"合计行", "只核对合计行"},
	{"每级", "每个有下级的科目"},
	{"每类、每码", "几张表中任一张列出的每个类、每个科目"},
	{"前提", "只在前提成立时核对"},
	{"文[合计, 决算]", "情况说明里的数，方括号里是说的哪一项、哪种数（决算、全年预算、上年、增减额、增减率、占比、完成率）"},
	{"总体、各部分", "一句话里的总数，和它列出的各部分"},
	{"别处", "说明里另一处写的同一个数"},
	{"方向、同号", "增加、大于是正的，减少、小于是负的，持平是 0；两边同为正、同为负或同为 0"},
	{"相比", "与它相比的数：上年的，或预算的"},
	{"上年、下属单位", "另一套表：本部门上一年度的，部门所属各单位的"},
}

// Write writes the page. Its examples are made from the workbooks in root/testdata,
// root being the repository.
func Write(w io.Writer, root string) error {
	parts := catalogue.Parts()
	examples, err := makeExamples(root, parts)
	if err != nil {
		return err
	}
	return write(w, parts, examples)
}

func write(w io.Writer, parts []catalogue.Part, examples map[string]*example) error {
	s := sheet{Forms: form.Public().Forms, Severity: severities, Words: words}
	for _, p := range parts {
		if s.Count += len(p.Rules); p.ID == catalogue.Forms {
			s.Groups = append(s.Groups, grouped(p.Rules, examples)...)
			continue
		}
		s.Groups = append(s.Groups, &group{ID: p.ID, Name: p.Name, Note: p.Note, Entries: folded(p.Rules, examples)})
	}
	return page.Execute(w, s)
}

// families are the rules without an equation, by the beginning of their ids.
var families = []struct{ id, name, note, prefixes string }{
	{"codes", "科目编码", "功能分类、经济分类的编码和名称。", "code"},
	{"cells", "单元格", "金额栏里写的是什么。", "cell"},
	{"book", "整套表", "九张表齐不齐、一致不一致，尾差合起来说不说得通。", "book form joint"},
}

// grouped puts the rules under their forms, then those between forms by the forms
// they join, then the families; in each as the catalogue has them.
func grouped(rules []*rule.Rule, examples map[string]*example) []*group {
	var order []*group
	byID := map[string]*group{}
	open := func(g group) *group {
		if byID[g.ID] == nil {
			byID[g.ID] = &g
			order = append(order, &g)
		}
		return byID[g.ID]
	}
	for _, f := range form.Public().Forms {
		open(group{ID: string(f.ID), Name: string(f.ID) + " " + f.Short, Note: f.Title})
	}
	open(group{ID: "between", Name: "表间", Note: "同一笔钱在几张表上都有，各处应当一致。"})
	for _, r := range rules {
		if ids := r.Forms(); len(ids) > 1 {
			open(group{ID: "between-" + joined(ids, "-"), Name: joinedShort(ids), Part: true})
		}
	}
	for _, f := range families {
		open(group{ID: f.id, Name: f.name, Note: f.note})
	}
	for _, r := range rules {
		g := byID[groupOf(r)]
		g.Entries = append(g.Entries, entry{Rule: r, Example: examples[r.ID]})
	}
	return order
}

func groupOf(r *rule.Rule) string {
	switch ids := r.Forms(); len(ids) {
	case 0:
	case 1:
		return string(ids[0])
	default:
		return "between-" + joined(ids, "-")
	}
	prefix, _, _ := strings.Cut(r.ID, ".")
	for _, f := range families {
		for _, p := range strings.Fields(f.prefixes) {
			if p == prefix {
				return f.id
			}
		}
	}
	return families[len(families)-1].id
}

func joined(ids []form.ID, by string) string {
	parts := make([]string, len(ids))
	for i, id := range ids {
		parts[i] = string(id)
	}
	return strings.Join(parts, by)
}

func joinedShort(ids []form.ID) string {
	parts := make([]string, len(ids))
	for i, id := range ids {
		parts[i] = form.Public().ByID(id).Short
	}
	return strings.Join(parts, " · ")
}
