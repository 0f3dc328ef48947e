package performance

import (
	"fmt"
	"slices"
	"strings"
)

// The kinds of glossaries.
const (
	ItemUnexplained    Kind = "item-unexplained"    // a 项 that the text describes
	SpecialUnexplained Kind = "special-unexplained" // a special term that the text uses
	TermTwice          Kind = "term-twice"          // explained twice; with another text it is a warning, else a notice at most
)

// TermCase is a glossary of which something must be said, or nothing.
type TermCase struct {
	Name, Edit string
	Glossary   *Glossary
	Doc        *Doc
	Wants      []Want
	May        []Kind
}

// termEdit changes a right glossary; no keys if it has nothing for it.
type termEdit struct {
	kind Kind
	name string
	do   func(g *Glossary) (words string, keys []string)
	may  []Kind
}

// RightGlossaries are all of which nothing may be said above a notice that is a May.
func RightGlossaries() []TermCase {
	var out []TermCase
	for _, s := range Styles {
		g := MakeGlossary(s)
		out = append(out, TermCase{Name: "plain/" + s.Name, Edit: "plain", Glossary: g, Doc: g.Draw()})
	}
	return append(out, glossaries(rightTerms)...)
}

// BrokenGlossaries are all with something to be found.
func BrokenGlossaries() []TermCase { return glossaries(brokenTerms) }

func glossaries(edits []termEdit) []TermCase {
	var out []TermCase
	for _, e := range edits {
		for _, s := range Styles {
			g := MakeGlossary(s)
			words, keys := e.do(g)
			if len(keys) == 0 {
				continue
			}
			c := TermCase{Name: e.name + "/" + s.Name, Edit: e.name, Glossary: g, Doc: g.Draw(), May: e.may}
			if e.kind != "" {
				w := Want{Kind: e.kind, Severity: Warning, Words: words}
				for _, k := range keys {
					if at, ok := c.Doc.Find(k); ok {
						w.At = append(w.At, at)
					}
				}
				c.Wants = []Want{w}
			}
			out = append(out, c)
		}
	}
	return out
}

// itemTerm is where a 项 is explained, its heading and its place under it, or -1.
func (g *Glossary) itemTerm(i int) (at, under int) {
	if g.Style.Item == nil {
		return -1, -1
	}
	name := g.Style.Item(items[i].Item)
	for at, t := range g.Terms {
		if t.Name == name {
			return at, -1
		}
		if under := slices.IndexFunc(t.Under, func(t Term) bool { return t.Name == name }); under >= 0 {
			return at, under
		}
	}
	return -1, -1
}

func use(i int) string { return fmt.Sprintf("use/%d", i) }

// dropItem leaves a 项 unexplained.
func dropItem(i int) func(g *Glossary) (string, []string) {
	return func(g *Glossary) (string, []string) {
		at, under := g.itemTerm(i)
		switch {
		case at < 0:
			return "", nil
		case under < 0:
			g.Terms = slices.Delete(g.Terms, at, at+1)
		case len(g.Terms[at].Under) == 1: // with its heading
			g.Terms = slices.Delete(g.Terms, at, at+1)
		default:
			g.Terms[at].Under = slices.Delete(g.Terms[at].Under, under, under+1)
		}
		return items[i].Name, []string{use(len(special) + i), "glossary"}
	}
}

// dropSpecial leaves a special term unexplained.
func dropSpecial(i int) func(g *Glossary) (string, []string) {
	return func(g *Glossary) (string, []string) {
		g.Terms = slices.Delete(g.Terms, i, i+1)
		return special[i][0], []string{use(i), "glossary"}
	}
}

// again explains the term of a place twice, behind the last of the special ones.
func again(at int, text string) func(g *Glossary) (string, []string) {
	return func(g *Glossary) (string, []string) {
		t := g.Terms[at]
		if text != "" {
			t.Text = text
		}
		g.Terms = slices.Insert(g.Terms, len(special), t)
		return t.Name, []string{fmt.Sprintf("term/%d", at), fmt.Sprintf("term/%d", len(special))}
	}
}

// itemAgain explains a 项 twice at the end.
func itemAgain(i int, text string, name func(s string) string) func(g *Glossary) (string, []string) {
	return func(g *Glossary) (string, []string) {
		at, under := g.itemTerm(i)
		if at < 0 || under >= 0 {
			return "", nil
		}
		t := g.Terms[at]
		if t.Name = name(t.Name); text != "" {
			t.Text = text
		}
		g.Terms = append(g.Terms, t)
		return t.Name, []string{fmt.Sprintf("term/%d", at), fmt.Sprintf("term/%d", len(g.Terms)-1)}
	}
}

// renamed names a 项 otherwise in its explanation.
func renamed(i int, name func(g *Glossary, s string) string) func(g *Glossary) (string, []string) {
	return func(g *Glossary) (string, []string) {
		at, under := g.itemTerm(i)
		if at < 0 || g.Style.Name == "coded" { // there the code still says what it is
			return "", nil
		}
		t := &g.Terms[at]
		if under >= 0 {
			t = &t.Under[under]
		}
		old := t.Name
		if t.Name = name(g, old); t.Name == old {
			return "", nil
		}
		key := fmt.Sprintf("term/%d", at)
		if under >= 0 {
			key += fmt.Sprintf("/%d", under)
		}
		return items[i].Name, []string{use(len(special) + i), "glossary", key}
	}
}

var brokenTerms = []termEdit{
	{ItemUnexplained, "first-item-lost", dropItem(0), nil},
	{ItemUnexplained, "middle-item-lost", dropItem(4), nil},
	{ItemUnexplained, "last-item-lost", dropItem(7), nil},
	{ItemUnexplained, "sibling-explained-only", dropItem(1), nil}, // 一般行政管理事务 beside 行政运行
	{ItemUnexplained, "item-named-as-another", renamed(3, func(_ *Glossary, s string) string {
		return strings.Replace(s, items[3].Name, "事业单位离退休", 1)
	}), nil},
	{ItemUnexplained, "item-named-as-its-group", renamed(2, func(_ *Glossary, s string) string {
		return strings.Replace(s, items[2].Name, items[2].Group, 1)
	}), nil},
	{SpecialUnexplained, "first-term-lost", dropSpecial(0), nil},
	{SpecialUnexplained, "other-income-lost", dropSpecial(1), nil},
	{SpecialUnexplained, "carry-over-lost", dropSpecial(2), nil},
	{SpecialUnexplained, "three-expenses-lost", dropSpecial(6), nil},
	{SpecialUnexplained, "running-costs-lost", dropSpecial(7), nil},
	{SpecialUnexplained, "used-in-the-text-only", func(g *Glossary) (string, []string) {
		g.Uses = append(g.Uses, Use{Words: []string{"使用非财政拨款结余"}, Text: "2023年度使用非财政拨款结余3.40万元，用于弥补收支差额。"})
		return "使用非财政拨款结余", []string{use(len(g.Uses) - 1), "glossary"}
	}, nil},
	{TermTwice, "term-twice-otherwise", again(4, "单位过日子所需的开支，含人员经费和公用经费。"), nil},
	{TermTwice, "term-twice-of-another", again(2, special[3][1]), nil}, // copied from the neighbour
	{TermTwice, "item-twice-otherwise", itemAgain(5, "缴纳基本医疗保险以及公务员医疗补助的支出。", same), nil},
	{TermTwice, "item-twice-in-other-brackets", itemAgain(0, "行政机关的工资和办公支出。", func(s string) string {
		if strings.Contains(s, "(") {
			return strings.NewReplacer("(", "（", ")", "）").Replace(s)
		}
		return brackets.Replace(s)
	}), nil},
}

var rightTerms = []termEdit{
	{"", "term-twice-the-same", again(3, ""), []Kind{TermTwice}},
	{"", "item-twice-the-same", itemAgain(7, "", same), []Kind{TermTwice}},
	{"", "text-in-other-brackets", func(g *Glossary) (string, []string) {
		for i := len(special); i < len(g.Uses); i++ {
			g.Uses[i].Text = brackets.Replace(g.Uses[i].Text)
		}
		return "", []string{use(len(special))}
	}, nil},
	{"", "text-in-mixed-brackets", func(g *Glossary) (string, []string) {
		for i := len(special); i < len(g.Uses); i++ {
			g.Uses[i].Text = strings.NewReplacer("（类）", "(类）", "（款）", "（款)").Replace(g.Uses[i].Text)
		}
		return "", []string{use(len(special))}
	}, nil},
	{"", "text-with-the-class-word-behind", func(g *Glossary) (string, []string) {
		for i := len(special); i < len(g.Uses); i++ {
			g.Uses[i].Text = strings.Replace(g.Uses[i].Text, "支出（类）", "（类）支出", 1)
		}
		return "", []string{use(len(special))}
	}, nil},
	{"", "term-without-quotes", func(g *Glossary) (string, []string) {
		g.Terms[6].Name = "三公经费"
		return "", []string{"term/6"}
	}, nil},
	{"", "term-with-other-quotes", func(g *Glossary) (string, []string) {
		g.Terms[6].Name = "\"三公\"经费支出"
		return "", []string{"term/6"}
	}, nil},
	{"", "terms-explained-but-unused", func(g *Glossary) (string, []string) {
		g.Terms = slices.Insert(g.Terms, 1, Term{"经营收入", g.Style.Link, "事业单位在专业活动之外从事经营取得的收入。", nil}, Term{"上级补助收入", g.Style.Link, "从上级单位取得的非财政补助。", nil})
		return "", []string{"term/1"}
	}, nil},
	{"", "two-terms-in-one", func(g *Glossary) (string, []string) {
		g.Terms[2].Name, g.Terms[2].Text = "年初（末）结转和结余", "没有用完、转到下一期间接着用的钱，年初的来自以前年度，年末的转到以后年度。"
		g.Terms = slices.Delete(g.Terms, 3, 4)
		return "", []string{"term/2"}
	}, nil},
	{"", "items-in-a-group", func(g *Glossary) (string, []string) { // 等 leaves open who is meant
		if g.Style.Item == nil || g.Style.Nested {
			return "", nil
		}
		next, _ := g.itemTerm(4)
		g.Terms = slices.Delete(g.Terms, next, next+1)
		at, _ := g.itemTerm(3)
		g.Terms[at] = Term{"社会保障和就业支出（类）行政事业单位养老支出（款）机关事业单位基本养老保险缴费支出（项）等", g.Style.ItemLink, "单位为职工缴纳养老保险、职业年金等的支出。", nil}
		return "", []string{fmt.Sprintf("term/%d", at)}
	}, nil},
	{"", "two-items-in-one", func(g *Glossary) (string, []string) {
		if g.Style.Item == nil || g.Style.Nested {
			return "", nil
		}
		at, _ := g.itemTerm(3)
		g.Terms[at] = Term{items[3].Name + "、" + items[4].Name, g.Style.ItemLink, "单位为职工缴纳养老保险和职业年金的支出。", nil}
		next, _ := g.itemTerm(4)
		g.Terms = slices.Delete(g.Terms, next, next+1)
		return "", []string{fmt.Sprintf("term/%d", at)}
	}, nil},
	{"", "same-name-in-two-groups", func(g *Glossary) (string, []string) { // not the same item twice
		if g.Style.Item == nil || !strings.Contains(g.Style.Item(items[0].Item), "类") {
			return "", nil
		}
		other := Item{"2010601", "一般公共服务支出", "财政事务", "行政运行"}
		g.Uses = append(g.Uses, Use{Item: other, Text: "9." + full(other) + "。年初预算为12.20万元，支出决算为12.20万元，完成年初预算的100%。"})
		g.Terms = append(g.Terms, Term{g.Style.Item(other), g.Style.ItemLink, "财政机关人员和日常办公的支出。", nil})
		return "", []string{fmt.Sprintf("term/%d", len(g.Terms)-1)}
	}, nil},
	{"", "mixed-reflects-and-means", func(g *Glossary) (string, []string) {
		for i := range g.Terms {
			if t := &g.Terms[i]; t.Text != "" && i%2 == 0 {
				t.Link = strings.NewReplacer("反映", "指", "是指", "反映").Replace(t.Link)
			}
		}
		return "", []string{"term/0"}
	}, nil},
	{"", "blanks-in-names", func(g *Glossary) (string, []string) {
		for i := range g.Terms {
			g.Terms[i].Name = strings.NewReplacer("（", " （", "(", " (", "经费", "经 费").Replace(g.Terms[i].Name)
		}
		return "", []string{"term/0"}
	}, nil},
	{"", "text-behind-the-glossary", func(g *Glossary) (string, []string) {
		g.Ending = "第五部分 附件"
		return "", []string{"glossary"}
	}, nil},
}
