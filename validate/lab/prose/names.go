package prose

import (
	"fmt"
	"strings"

	"suanqing/validate/lab/fixture"
)

// Items missing, twice, or under another name; names of economic items; terms; "none"
// against a form and the reverse; counts.
var names = []fault{
	{"item missing", "an item is not described", 4, func(m *maker) bool {
		block, code, ok := m.anItem()
		if !ok {
			return false
		}
		m.text = m.base.Delete(block)
		m.want.Severities = []Severity{Error, Warning}
		for i, b := range m.text.Blocks { // anywhere where the items are told of, and their totals
			if b.Section == m.base.Blocks[block].Section {
				m.want.Places = append(m.want.Places, Place{Block: i})
			}
		}
		return m.base.Case.Now(code).IsPositive()
	}},
	{"item twice", "an item is described twice", 3, func(m *maker) bool {
		block, _, ok := m.anItem()
		if !ok {
			return false
		}
		m.text = m.base.Insert(block+1, m.base.Blocks[block])
		m.want.Severities = []Severity{Error, Warning}
		m.want.Places = []Place{{Block: block + 1}, {Block: block}}
		for i, b := range m.text.Blocks {
			if b.Section == m.base.Blocks[block].Section && i != block && i != block+1 {
				m.want.Places = append(m.want.Places, Place{Block: i})
			}
		}
		return true
	}},
	{"item name", "an item is named as its section (款)", 4, func(m *maker) bool {
		return m.rename(func(code string) string { return m.base.Case.NameOf(fixture.F05, code[:5]) })
	}},
	{"item name", "an item is named as its neighbour", 4, func(m *maker) bool {
		taken := ""
		if !m.rename(func(code string) string {
			for _, other := range m.base.Case.Items(fixture.F05) {
				if other != code && other[:5] == code[:5] {
					taken = other
					return m.base.Case.NameOf(fixture.F05, other)
				}
			}
			return ""
		}) {
			return false
		}
		// That item is then told of twice, once with a figure that is not its own.
		m.want.Severities = []Severity{Warning, Error}
		block := m.want.Places[0].Block
		m.also(func(k Mark) bool { return k.Block == block })
		for _, k := range m.text.Find(taken, Final) {
			m.want.Places = append(m.want.Places, Place{Block: k.Block})
		}
		return true
	}},
	{"item name", "an item is named by last year's standard", 3, func(m *maker) bool {
		old := map[string]string{"行政单位离退休": "归口管理的行政单位离退休", "死亡抚恤": "死亡优抚金", "招商引资": "招商引资管理", "其他社会保障和就业支出": "其他社会保障支出", "行政单位医疗": "行政单位医疗保险"}
		return m.rename(func(code string) string { return old[m.base.Case.NameOf(fixture.F05, code)] })
	}},
	{"economic name", "an item of basic expenditure is not there", 3, func(m *maker) bool {
		block := m.base.BlockWith(0, "主要包括：")
		list := strings.Join(m.base.Case.Economic(false), "、")
		block = m.base.BlockWith(block, list)
		names := m.base.Case.Economic(false)
		last := names[len(names)-1]
		if block < 0 || !m.swap(block, strings.Index(m.base.Blocks[block].Text, list)+len(list)-len(last), last, last+"、出国考察专项费", Warning) {
			return false
		}
		return true
	}},
	{"economic name", "an item of basic expenditure is left out of a closed list", 3, func(m *maker) bool {
		names := m.base.Case.Economic(true)
		list := strings.Join(names, "、")
		block := m.base.BlockWith(0, list)
		if block < 0 || len(names) < 4 {
			return false
		}
		return m.swap(block, 0, list, strings.Join(append(append([]string{}, names[:2]...), names[3:]...), "、"), Warning)
	}},
	{"none", "nothing is said to be there where F07 has figures", 4, func(m *maker) bool {
		return m.deny("政府性基金", FundSpending, "本部门"+[]string{"没有政府性基金预算财政拨款收支。", "{Y}年度无政府性基金预算财政拨款收入和支出。", "本年未发生政府性基金预算财政拨款支出。"}[m.IntN(3)])
	}},
	{"none", "nothing is said to be there where F08 has figures", 3, func(m *maker) bool {
		return m.deny("国有资本经营", StateSpent, []string{"本部门没有国有资本经营预算财政拨款支出。", "本部门无国有资本经营预算财政拨款收入和支出。"}[m.IntN(2)])
	}},
	{"none", "figures are given where the form has none", 4, func(m *maker) bool {
		block, w, ok := m.aBlock("政府性基金预算", "国有资本经营预算")
		if !ok || !strings.ContainsAny(m.base.Blocks[block].Text, "没无未") || len(m.marksIn(block)) > 0 || m.base.Blocks[block].Section == "名词解释" {
			return false
		}
		text := "本部门" + w + "财政拨款本年收入12.30万元，本年支出12.30万元。"
		m.text = m.base.Replace(block, 0, len(m.base.Blocks[block].Text), text)
		m.want.Severities = []Severity{Error}
		m.want.Places = []Place{{Block: block, Start: 0, End: len(text), Words: text}}
		return true
	}},
	{"none", "no 培训费 is said to be where F06 has some", 2, func(m *maker) bool {
		for _, k := range m.base.Find(Training, Final) {
			text := "本部门当年未发生一般公共预算财政拨款基本支出中的培训费支出。"
			m.text = m.base.Replace(k.Block, 0, len(m.base.Blocks[k.Block].Text), text)
			m.want.Severities = []Severity{Error, Warning}
			m.want.Places = []Place{{Block: k.Block}}
			return !k.Value.IsZero()
		}
		return false
	}},
	{"counts", "money was spent on no guests", 3, func(m *maker) bool {
		return m.noCount(map[string]string{Receptions: Reception, Guests: Reception}, "0")
	}},
	{"counts", "money was spent on no cars or journeys", 3, func(m *maker) bool {
		return m.noCount(map[string]string{Groups: Travel, NewCars: Purchase}, "0")
	}},
	{"counts", "guests were received for no money", 2, func(m *maker) bool {
		k, ok := m.one(func(k Mark) bool {
			return (k.Subject == Receptions || k.Subject == Guests) && k.Value.IsZero() && k.Measure == Count
		})
		return ok && m.put(k, "15", Error, Warning)
	}},
	{"terms", "a term is not explained", 3, func(m *maker) bool {
		block := m.base.BlockWith(len(m.base.Blocks)/2, []string{"、“三公”经费：", "、机关运行经费：", "、项目支出："}[m.IntN(3)])
		return m.unexplain(block)
	}},
	{"terms", "an item is not explained", 3, func(m *maker) bool {
		if m.base.Style != Shandong {
			return false
		}
		items := m.base.Case.Items(fixture.F05)
		name := m.base.Case.NameOf(fixture.F05, items[m.IntN(len(items))])
		for i, b := range m.base.Blocks {
			if b.Section == "名词解释" && strings.Contains(b.Text, "反映在“"+name+"”") {
				return m.unexplain(i)
			}
		}
		return false
	}},
	{"terms", "a term is explained twice, in other words", 3, func(m *maker) bool {
		for i, b := range m.base.Blocks {
			if b.Section == "名词解释" && strings.Contains(b.Text, "、基本支出：") {
				m.text = m.base.Insert(i+3, Block{Text: "十二、基本支出：指单位为完成日常工作而发生的人员和公用支出，以及按规定列支的其他开支。", Section: b.Section})
				m.want.Severities = []Severity{Warning}
				m.want.Places = []Place{{Block: i + 3}, {Block: i}}
				return true
			}
		}
		return false
	}},
}

func (m *maker) marksIn(block int) []Mark {
	var out []Mark
	for _, k := range m.base.Marks {
		if k.Block == block {
			out = append(out, k)
		}
	}
	return out
}

// anItem picks a block that describes one functional item of F05.
func (m *maker) anItem() (block int, code string, ok bool) {
	items := map[int]map[string]bool{} // by block
	for _, k := range m.base.Marks {
		if isFinal(k) && isItem(k) {
			if items[k.Block] == nil {
				items[k.Block] = map[string]bool{}
			}
			items[k.Block][k.Subject] = true
		}
	}
	k, ok := m.one(func(k Mark) bool { return isFinal(k) && isItem(k) && len(items[k.Block]) == 1 })
	return k.Block, k.Subject, ok
}

// rename gives an item's name in its description another.
func (m *maker) rename(other func(code string) string) bool {
	block, code, ok := m.anItem()
	if !ok {
		return false
	}
	name, to := m.base.Case.NameOf(fixture.F05, code), other(code)
	if to == "" || to == name {
		return false
	}
	text := m.base.Blocks[block].Text
	section := m.base.Case.NameOf(fixture.F05, code[:5])
	for _, open := range []string{"（", "("} {
		after := strings.Index(text, section+open+"款")
		if after < 0 {
			continue
		}
		after += len(section + open + "款") // the item's name follows the shut bracket
		return m.swap(block, after, name+open+"项", to+open+"项", Warning)
	}
	return false
}

// deny puts a statement that there is nothing in place of a fund's paragraphs.
func (m *maker) deny(fund, subject, statement string) bool {
	of := m.base.Find(subject, Final)
	if len(of) == 0 {
		return false
	}
	statement = strings.ReplaceAll(statement, "{Y}", fmt.Sprint(m.year()))
	block := of[0].Block
	for len(m.text.Blocks) > block+1 && m.text.Blocks[block+1].Kind == Paragraph && strings.Contains(m.text.Blocks[block+1].Text, "项") && m.text.Blocks[block+1].Section == m.base.Blocks[block].Section {
		m.text = m.text.Delete(block + 1)
	}
	m.text = m.text.Replace(block, 0, len(m.text.Blocks[block].Text), statement)
	m.want.Severities = []Severity{Error}
	m.place(block, 0, statement)
	return true
}

func (m *maker) noCount(of map[string]string, words string) bool {
	k, ok := m.one(func(k Mark) bool { return of[k.Subject] != "" && k.Measure == Count && !k.Value.IsZero() })
	if !ok || !m.put(k, words, Error, Warning) {
		return false
	}
	m.also(func(o Mark) bool { return o.Subject == of[k.Subject] && o.Measure == Final })
	return true
}

// unexplain takes a term's explanation away. It is honest to say so where the term is used,
// and at the glossary's heading.
func (m *maker) unexplain(block int) bool {
	if block < 0 || m.base.Blocks[block].Section != "名词解释" {
		return false
	}
	_, term, _ := strings.Cut(m.base.Blocks[block].Text, "、")
	term, _, _ = strings.Cut(term, "：")
	bare := brackets.Replace(term)
	m.text = m.base.Delete(block)
	m.want.Severities = []Severity{Warning}
	for i, b := range m.text.Blocks {
		if b.Kind == Heading && strings.Contains(b.Text, "名词解释") || b.Section == "名词解释" || strings.Contains(brackets.Replace(b.Text), bare) {
			m.want.Places = append(m.want.Places, Place{Block: i})
		}
	}
	return true
}

var brackets = strings.NewReplacer("(", "（", ")", "）")
