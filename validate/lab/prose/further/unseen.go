package further

import (
	"strings"
	"sync"

	"suanqing/validate/lab/fixture"
	"suanqing/validate/lab/prose"
)

// The unseen set: whole texts, odd but right sentences, other wordings and slips that were all
// written and committed before the checker was run on any of them.

// unseen are its texts.
var unseen = []entry{
	{"beijing", 1013, Manner{Unit: "万元", Places: 2}},
	{"guangdong", 1027, Manner{Unit: "万元", Commas: true, Places: 2}},
	{"hubei", 1031, Manner{Unit: "万元", Places: 1}},
	{"anhui", 1049, Manner{Unit: "万元", Places: 2, Bare: true}},
	{"gansu", 1051, Manner{Unit: "万元", Places: 2}},
	{"jilin", 1063, Manner{Unit: "万元", Commas: true, Places: 2}},
	{"xinjiang", 1069, Manner{Unit: "元", Commas: true, Places: 2}},
	{"police", 1087, Manner{Unit: "元", Places: 2}},
	{"school", 1091, Manner{Unit: "万元", Places: 2}},
	{"health", 1103, Manner{Unit: "万元", Commas: true, Places: 2}},
}

// heldOut are more texts, kept until the checker was mended on the others: what it says of
// them is what it says of a text nobody has looked at.
var heldOut = []entry{
	{"neimenggu", 2003, Manner{Unit: "万元", Places: 2}},
	{"jiangxi", 2011, Manner{Unit: "万元", Places: 2}},
	{"sichuan", 2017, Manner{Unit: "万元", Places: 1}},
	{"central", 2027, Manner{Unit: "万元", Commas: true, Places: 2}},
	{"street", 2029, Manner{Unit: "元", Places: 2}},
	{"shanxi", 2063, Manner{Unit: "万元", Places: 2, Bare: true}},
}

// occasional are texts full of reasons with amounts, written before the checker was run on them.
var occasional = []entry{
	{"zjschools", 3001, Manner{Unit: "万元", Places: 2}},
	{"traffic", 3011, Manner{Unit: "万元", Places: 2}},
	{"forestry", 3019, Manner{Unit: "元", Commas: true, Places: 2}},
	{"cqstreet", 3023, Manner{Unit: "万元", Commas: true, Places: 2}},
	{"ynyibao", 3037, Manner{Unit: "元", Commas: true, Places: 2}},
	{"gxcanlian", 3049, Manner{Unit: "万元", Places: 2, Bare: true}},
	{"sxarchive", 3041, Manner{Unit: "万元", Places: 2}},
}

// offices of the unseen texts and of those held out.
var offices = map[string]level{
	"beijing":   {"示例区商务局", fixture.Options{Classes: 4, Items: 3, NoFund: true, NoState: true, NoOther: true, Year: 2023}, nil},
	"guangdong": {"示例市工业和信息化局", fixture.Options{Classes: 4, Items: 2, NoState: true, Year: 2024}, []string{prose.Purchase}},
	"hubei":     {"示例县水利和湖泊局", fixture.Options{Classes: 5, Items: 2, NoState: true, Year: 2023}, []string{prose.Travel, prose.Purchase}},
	"anhui":     {"示例县农业农村局", fixture.Options{Classes: 4, Items: 2, NoState: true, Year: 2024}, []string{prose.Travel}},
	"gansu":     {"示例县示例镇人民政府", fixture.Options{Classes: 6, Items: 2, NoState: true, NoOther: true, Year: 2023}, []string{prose.Travel, prose.Purchase}},
	"jilin":     {"示例市第二人民医院", fixture.Options{Classes: 3, Items: 2, NoFund: true, NoState: true, Year: 2022, Times: 5}, []string{prose.Travel, prose.Purchase}},
	"xinjiang":  {"示例地区交通运输局", fixture.Options{Classes: 4, Items: 2, NoFund: true, NoState: true, Year: 2023}, []string{prose.Travel}},
	"police":    {"示例市公安局示例分局", fixture.Options{Classes: 3, Items: 6, Year: 2024}, nil},
	"school":    {"示例区示例小学", fixture.Options{Classes: 4, Items: 1, NoFund: true, NoState: true, NoOther: true, Sparse: true, Year: 2024}, []string{prose.Travel, prose.Purchase}},
	"neimenggu": {"示例旗财政局", fixture.Options{Classes: 4, Items: 2, Year: 2024}, nil},
	"jiangxi":   {"示例市民政局", fixture.Options{Classes: 5, Items: 2, Year: 2023}, nil},
	"sichuan":   {"示例县司法局", fixture.Options{Classes: 4, Items: 2, NoState: true, NoOther: true, Year: 2023}, []string{prose.Travel, prose.Purchase}},
	"central":   {"示例省气象局", fixture.Options{Classes: 4, Items: 2, NoFund: true, NoState: true, Year: 2022}, []string{prose.Purchase}},
	"street":    {"示例区示例街道办事处", fixture.Options{Classes: 5, Items: 2, NoOther: true, Year: 2024}, []string{prose.Travel, prose.Purchase}},
	"shanxi":    {"示例县文化和旅游局", fixture.Options{Classes: 4, Items: 2, NoState: true, Year: 2023}, []string{prose.Travel}},
	"zjschools": {"示例县教育局", fixture.Options{Classes: 4, Items: 3, NoState: true, Year: 2024, Times: 6}, []string{prose.Travel}},
	"traffic":   {"示例市公安局交通警察支队", fixture.Options{Classes: 4, Items: 3, NoFund: true, NoState: true, Year: 2023}, []string{prose.Travel}},
	"forestry":  {"示例县林业和草原局", fixture.Options{Classes: 5, Items: 2, NoFund: true, NoState: true, Year: 2023}, []string{prose.Travel, prose.Purchase}},
	"cqstreet":  {"示例区示例街道办事处", fixture.Options{Classes: 5, Items: 2, NoOther: true, Year: 2024}, []string{prose.Travel, prose.Purchase}},
	"ynyibao":   {"示例州医疗保障局", fixture.Options{Classes: 4, Items: 2, NoFund: true, NoState: true, Year: 2023}, []string{prose.Travel, prose.Purchase}},
	"sxarchive": {"示例市档案馆", fixture.Options{Classes: 4, Items: 2, NoFund: true, NoState: true, Year: 2024}, []string{prose.Travel, prose.Purchase}},
	"gxcanlian": {"示例县残疾人联合会", fixture.Options{Classes: 4, Items: 2, NoFund: true, NoState: true, Year: 2023}, []string{prose.Travel, prose.Purchase}},
	"health":    {"示例县卫生健康局", fixture.Options{Classes: 4, Items: 3, Year: 2023}, []string{prose.Travel}},
}

// Unseen are its right texts.
func Unseen() []prose.Text { return unseenTexts() }

// HeldOut are the right texts kept back.
func HeldOut() []prose.Text { return heldOutTexts() }

// Occasional are right texts full of reasons.
func Occasional() []prose.Text { return occasionalTexts() }

var (
	occasionalTexts = sync.OnceValue(func() []prose.Text { return all(occasional) })
	unseenTexts     = sync.OnceValue(func() []prose.Text { return all(unseen) })
	heldOutTexts    = sync.OnceValue(func() []prose.Text { return all(heldOut) })
)

func all(set []entry) (out []prose.Text) {
	for _, w := range set {
		out = append(out, w.text(source(w.name)))
	}
	return out
}

// UnseenTraps are its odd but right sentences.
func UnseenTraps() []Trap {
	return added(read("cases/unseen-traps.txt"), unseen, Unseen())
}

// HeldOutTraps are odd but right sentences kept back.
func HeldOutTraps() []Trap { return added(read("cases/held-out-traps.txt"), heldOut, HeldOut()) }

// UnseenWordings are its other wordings, with slips of their figures.
func UnseenWordings() []Wording {
	return worded(added(read("cases/unseen-wordings.txt"), unseen, Unseen()))
}

// UnseenTables are the cells of the tables within its texts, each with another digit.
func UnseenTables() []Case { return listed(Unseen()) }

// Edit is a text of the set in which words are others: a slip that is no figure's.
type Edit struct {
	Name  string
	Text  prose.Text
	Right prose.Text
	Place prose.Place
}

// UnseenEdits are its slips of words.
func UnseenEdits() []Edit { return edited(read("cases/unseen-edits.txt"), unseen, Unseen()) }

// edited are a file's slips of words: "name || text || paragraph, by words || words || instead".
func edited(file string, set []entry, texts []prose.Text) (out []Edit) {
	for _, line := range strings.Split(file, "\n") {
		f := strings.Split(line, " || ")
		if strings.HasPrefix(line, "#") || len(f) != 5 {
			continue
		}
		for i, w := range set {
			if w.name == f[1] {
				out = append(out, edit(texts[i], f))
			}
		}
	}
	return out
}

func edit(x prose.Text, f []string) Edit {
	for at, b := range x.Blocks {
		from := strings.Index(b.Text, f[3])
		if from < 0 || !strings.Contains(b.Text, f[2]) {
			continue
		}
		y := x.Replace(at, from, from+len(f[3]), f[4])
		return Edit{f[0], y, x, prose.Place{Block: at, Start: from, End: from + len(f[4]), Words: f[4]}}
	}
	panic("further: nothing to edit: " + strings.Join(f, " || "))
}

// parents sums what sections were given and spent last year; classes have their sums.
func parents(c *prose.Case) {
	for _, item := range c.Items(fixture.F05) {
		section := item[:5]
		c.Budgets[section] = c.Budgets[section].Add(c.Budgets[item])
		c.Prior[section] = c.Prior[section].Add(c.Prior[item])
	}
}

// OccasionalTraps are odd but right sentences among their reasons.
func OccasionalTraps() []Trap {
	return added(read("cases/occasional-traps.txt"), occasional, Occasional())
}
