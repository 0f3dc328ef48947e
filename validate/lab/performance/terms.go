package performance

import (
	"fmt"
	"slices"
	"strings"
)

// Glossary is the text that uses terms, and the part that explains them.
type Glossary struct {
	Uses   []Use
	Style  *Style
	Terms  []Term
	Ending string // what stands behind the terms
}

// Use is a paragraph of the text. Item is what of the classification it describes, or empty; Words are the
// special terms it uses.
type Use struct {
	Item  Item
	Words []string
	Text  string
}

// Item is a 项 under its 类 and 款.
type Item struct{ Code, Class, Group, Name string }

// Term is one explanation. A heading has no text and holds those under it.
type Term struct {
	Name, Link, Text string
	Under            []Term
}

// Style is how a glossary is written.
type Style struct {
	Name     string
	Heading  string
	Number   func(i int) string // what is typed in front; nil where Word counts
	Numbered bool
	Item     func(it Item) string // how a 项 is named; nil where none is explained
	Nested   bool                 // items stand under their 类 and 款
	Link     string               // between a term and what it is
	ItemLink string
	Split    bool // the explanation is a paragraph of its own
}

// brackets replaces full-width brackets.
var brackets = strings.NewReplacer("（", "(", "）", ")")

func full(it Item) string {
	return it.Class + "（类）" + it.Group + "（款）" + it.Name + "（项）"
}

func chinese(i int) string {
	digits := []string{"", "一", "二", "三", "四", "五", "六", "七", "八", "九"}
	i++
	switch {
	case i < 10:
		return digits[i] + "、"
	case i < 20:
		return "十" + digits[i-10] + "、"
	}
	return digits[i/10] + "十" + digits[i%10] + "、"
}

// Styles are the ways of writing.
var Styles = []*Style{
	{Name: "full", Heading: "第四部分 名词解释", Number: chinese, Item: func(it Item) string { return brackets.Replace(full(it)) }, Link: "：指", ItemLink: "：反映"},
	{Name: "full-width", Heading: "第四部分　名词解释", Number: chinese, Item: full, Link: "：指", ItemLink: "：指"},
	{Name: "class-word-behind", Heading: "第三部分 名词解释", Number: func(i int) string { return fmt.Sprintf("%d.", i+1) },
		Item: func(it Item) string {
			return strings.TrimSuffix(it.Class, "支出") + "（类）支出" + it.Group + "（款）" + it.Name + "（项）"
		}, Link: "：是指", ItemLink: "：反映"},
	{Name: "name-only", Heading: "名词解释", Number: func(i int) string { return fmt.Sprintf("（%d）", i+1) }, Item: func(it Item) string { return it.Name + "（项）" }, Link: ":指", ItemLink: ":反映"},
	{Name: "quoted", Heading: "四、名词解释", Number: func(i int) string { return fmt.Sprintf("%d、", i+1) }, Item: func(it Item) string { return "“" + it.Name + "”" }, Link: "，是指", ItemLink: "，反映"},
	{Name: "coded", Heading: "第五部分 名词解释", Number: chinese, Item: func(it Item) string { return it.Code + " " + it.Name }, Link: "：指", ItemLink: "：反映"},
	{Name: "nested", Heading: "第四部分 名词解释", Number: chinese, Nested: true, Item: func(it Item) string { return it.Name + "（项）" }, Link: "：指", ItemLink: "：反映"},
	{Name: "numbered-by-word", Heading: "第四部分 名词解释", Numbered: true, Item: full, Link: "：指", ItemLink: "：反映"},
	{Name: "split", Heading: "第四部分 名词解释", Number: chinese, Item: full, Link: "指", ItemLink: "反映", Split: true},
	{Name: "terms-only", Heading: "第四部分 名词解释", Number: chinese, Link: "：指"}, // no 项 is explained, as some provinces want it
}

// The items and the special terms, explained in our own words.
var (
	items = []struct {
		Item
		text string
	}{
		{Item{"2010301", "一般公共服务支出", "政府办公厅（室）及相关机构事务", "行政运行"}, "机关人员和日常办公所需的支出。"},
		{Item{"2010302", "一般公共服务支出", "政府办公厅（室）及相关机构事务", "一般行政管理事务"}, "机关为办理专门事务、没有单列科目的项目支出。"},
		{Item{"2060702", "科学技术支出", "科学技术普及", "科普活动"}, "举办科普活动、送课进校的支出。"},
		{Item{"2080505", "社会保障和就业支出", "行政事业单位养老支出", "机关事业单位基本养老保险缴费支出"}, "单位为职工缴纳养老保险的支出。"},
		{Item{"2080506", "社会保障和就业支出", "行政事业单位养老支出", "机关事业单位职业年金缴费支出"}, "单位为职工实际缴纳职业年金的支出。"},
		{Item{"2101101", "卫生健康支出", "行政事业单位医疗", "行政单位医疗"}, "机关为职工缴纳医疗保险的支出。"},
		{Item{"2110301", "节能环保支出", "污染防治", "大气"}, "治理大气污染的支出。"},
		{Item{"2210201", "住房保障支出", "住房改革支出", "住房公积金"}, "单位按比例为职工缴存公积金的支出。"},
	}
	special = [][2]string{
		{"财政拨款收入", "本年度从同级财政取得的各类拨款。"},
		{"其他收入", "上述各项收入以外的收入，如存款利息。"},
		{"年初结转和结余", "以前年度没有用完、转到本年接着用的钱。"},
		{"年末结转和结余", "到年底没有用完、转到以后年度接着用的钱。"},
		{"基本支出", "保证机构运转、完成日常任务的人员和公用支出。"},
		{"项目支出", "基本支出以外，为专门任务发生的支出。"},
		{"“三公”经费", "用财政拨款开支的因公出国（境）费、公务用车购置及运行维护费和公务接待费。"},
		{"机关运行经费", "行政单位用于购买货物和服务的日常公用支出。"},
	}
)

// MakeGlossary is a right text with its glossary.
func MakeGlossary(style *Style) *Glossary {
	g := &Glossary{Style: style}
	for _, s := range special {
		g.Uses = append(g.Uses, Use{Words: []string{s[0]}, Text: fmt.Sprintf("2023年度%s情况：本部门%s按规定管理，与上年基本持平。", s[0], s[0])})
		g.Terms = append(g.Terms, Term{Name: s[0], Link: style.Link, Text: s[1]})
	}
	for i, it := range items {
		g.Uses = append(g.Uses, Use{Item: it.Item, Text: fmt.Sprintf("%d.%s。年初预算为%d.20万元，支出决算为%d.20万元，完成年初预算的100%%。", i+1, full(it.Item), 40+i*7, 40+i*7)})
		if style.Item == nil {
			continue
		}
		t := Term{Name: style.Item(it.Item), Link: style.ItemLink, Text: it.text}
		if !style.Nested {
			g.Terms = append(g.Terms, t)
			continue
		}
		parent := it.Class + "（类）" + it.Group + "（款）"
		if last := &g.Terms[len(g.Terms)-1]; last.Name == parent {
			last.Under = append(last.Under, t)
		} else {
			g.Terms = append(g.Terms, Term{Name: parent, Under: []Term{t}})
		}
	}
	return g
}

// Clone is a copy that shares nothing but the style.
func (g *Glossary) Clone() *Glossary {
	out := *g
	out.Uses, out.Terms = slices.Clone(g.Uses), slices.Clone(g.Terms)
	for i := range out.Terms {
		out.Terms[i].Under = slices.Clone(out.Terms[i].Under)
	}
	return &out
}

// Draw writes the text and the glossary. Keys are use/0, glossary, term/0 and term/0/0.
func (g *Glossary) Draw() *Doc {
	d := &Doc{}
	add := func(b Block) { d.Blocks = append(d.Blocks, b) }
	add(Block{Text: "第三部分 2023年度部门决算情况说明", Heading: true})
	for i, u := range g.Uses {
		add(Block{Key: fmt.Sprintf("use/%d", i), Text: u.Text})
	}
	add(Block{Key: "glossary", Text: g.Style.Heading, Heading: true})
	for i, t := range g.Terms {
		key, number := fmt.Sprintf("term/%d", i), ""
		if g.Style.Number != nil {
			number = g.Style.Number(i)
		}
		switch {
		case g.Style.Split && t.Text != "":
			add(Block{Key: key, Text: number + t.Name, Numbered: g.Style.Numbered})
			add(Block{Text: t.Link + t.Text})
		default:
			add(Block{Key: key, Text: number + t.Name + t.Link + t.Text, Numbered: g.Style.Numbered})
		}
		for k, sub := range t.Under {
			add(Block{Key: fmt.Sprintf("%s/%d", key, k), Text: fmt.Sprintf("%d.%s%s%s", k+1, sub.Name, sub.Link, sub.Text)})
		}
	}
	if g.Ending != "" {
		add(Block{Text: g.Ending})
	}
	return d
}
