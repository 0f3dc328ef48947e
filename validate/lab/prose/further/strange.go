package further

import (
	"sync"

	"suanqing/validate/lab/fixture"
	"suanqing/validate/lab/prose"
)

// Eight departments of kinds and provinces that no text before was of, written and committed
// before the checker was run on any. Three were held out until it was mended on the others.

var strange = []entry{
	{"hljchengguan", 4001, Manner{Unit: "万元", Places: 2, Bare: true}},
	{"nxhospital", 4003, Manner{Unit: "万元", Commas: true, Places: 2}},
	{"hnvocational", 4007, Manner{Unit: "万元", Places: 1}},
	{"qhprocurator", 4013, Manner{Unit: "元", Commas: true, Places: 2}},
	{"tjstreet", 4019, Manner{Unit: "万元", Places: 2}},
}

var strangeHeldOut = []entry{
	{"xzpublicity", 4021, Manner{Unit: "万元", Places: 2}},
	{"gzmuseum", 4027, Manner{Unit: "万元", Commas: true, Places: 1}},
	{"jlsasac", 4049, Manner{Unit: "万元", Places: 2, Bare: true}},
}

// strangers are their offices.
var strangers = map[string]level{
	"hljchengguan": {"示例市城市管理综合执法局", fixture.Options{Classes: 5, Items: 2, NoState: true, Year: 2024}, []string{prose.Travel}},
	"nxhospital":   {"示例县人民医院", fixture.Options{Classes: 3, Items: 2, NoFund: true, NoState: true, Year: 2023, Times: 4}, []string{prose.Travel, prose.Purchase}},
	"hnvocational": {"示例市示例职业技术学校", fixture.Options{Classes: 4, Items: 2, NoFund: true, NoState: true, Year: 2024}, []string{prose.Travel}},
	"qhprocurator": {"示例县人民检察院", fixture.Options{Classes: 4, Items: 2, NoFund: true, NoState: true, NoOther: true, Year: 2023}, []string{prose.Travel, prose.Purchase}},
	"tjstreet":     {"示例区示例街道办事处", fixture.Options{Classes: 6, Items: 2, NoState: true, NoOther: true, Year: 2024}, []string{prose.Travel, prose.Purchase}},
	"xzpublicity":  {"中共示例市委宣传部", fixture.Options{Classes: 4, Items: 2, NoFund: true, NoState: true, NoOther: true, Year: 2023}, []string{prose.Purchase}},
	"gzmuseum":     {"示例省示例博物馆", fixture.Options{Classes: 3, Items: 2, NoState: true, Year: 2024}, nil},
	"jlsasac":      {"示例市人民政府国有资产监督管理委员会", fixture.Options{Classes: 4, Items: 2, NoFund: true, Year: 2023}, []string{prose.Travel}},
}

// officeOf is the office of a text of any set but the first.
func officeOf(name string) (level, bool) {
	if l, ok := offices[name]; ok {
		return l, true
	}
	l, ok := strangers[name]
	return l, ok
}

// heads counts people: figures by head are told of them.
func heads(c *prose.Case) {
	c.Counts["在职人员"], c.Counts["在校学生"], c.Counts["出院病人"] = 60+c.Seed%97, 2100+c.Seed%613, 12400+c.Seed%977
}

// Strange are its right texts, StrangeHeldOut those kept back.
func Strange() []prose.Text        { return strangeTexts() }
func StrangeHeldOut() []prose.Text { return strangeHeldOutTexts() }

var (
	strangeTexts        = sync.OnceValue(func() []prose.Text { return all(strange) })
	strangeHeldOutTexts = sync.OnceValue(func() []prose.Text { return all(strangeHeldOut) })
)

// StrangeTraps are odd but right sentences in them, StrangeHeldOutTraps those in the ones kept back.
func StrangeTraps() []Trap { return added(read("cases/strange-traps.txt"), strange, Strange()) }

func StrangeHeldOutTraps() []Trap {
	return added(read("cases/strange-traps.txt"), strangeHeldOut, StrangeHeldOut())
}

// StrangeTables are the cells of the tables within its texts, each with another digit.
func StrangeTables() []Case        { return listed(Strange()) }
func StrangeHeldOutTables() []Case { return listed(StrangeHeldOut()) }

// StrangeEdits are slips of words in them, StrangeHeldOutEdits in the ones kept back.
func StrangeEdits() []Edit { return edited(read("cases/strange-edits.txt"), strange, Strange()) }

func StrangeHeldOutEdits() []Edit {
	return edited(read("cases/strange-edits.txt"), strangeHeldOut, StrangeHeldOut())
}
