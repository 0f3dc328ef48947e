package prose

import (
	"strings"

	"suanqing/validate/form"
)

// What words before a figure mean for it, where that is not what they usually do.

// ownWords begin what is said of the department again, after what was said of others.
const ownWords = "本部门|本单位|我部门|我单位|我局|我委|我院|本局|其中"

// ofOthers says whether a sentence that gave a figure of others, 全市收入总计 5.00 亿元,支出总计 …,
// goes on about them at a word.
func (st *state) ofOthers(p *passage, at int) bool {
	if !st.others {
		return false
	}
	from := at
	for from > 0 && !strings.ContainsRune(",。;:", p.text[from-1]) {
		from--
	}
	if hasAny(string(p.text[from:at]), ownWords) {
		st.others = false
	}
	return st.others
}

// Words that name the department's own office, beside words of its other units.
const (
	officeWords = "局机关|厅机关|委机关|部机关|院机关|办机关|社机关|镇机关|机关本级|局本部|本级机关"
	unitWords   = "所属|下属|其余|家单位|个单位|其他单位"
)

// amongUnits says whether a sentence gives the figures of single units: 局机关 1.00 万元,所属事业单位 2.00
// 万元. name is what stands before the subject at a rune.
func amongUnits(p *passage, name string, at int) bool {
	if !endsInAny(name, officeWords) {
		return false
	}
	from, to := at, at
	for from > 0 && p.text[from-1] != '。' {
		from--
	}
	for to < len(p.text) && p.text[to] != '。' {
		to++
	}
	return hasAny(string(p.text[from:to]), unitWords) && !hasAny(string(p.text[from:to]), "机关及所属|机关和所属|机关及下属|机关和下属")
}

// goesOnOfOther says whether a share follows one of another year in a list of them: 上年教育支出占 30 %,
// 农林水支出占 20 %.
func (r *reader) goesOnOfOther(m *mention, toks []token, i int) bool {
	n := len(r.mentions)
	if m.column != share || n == 0 {
		return false
	}
	prev := r.mentions[n-1]
	if prev.sentence != m.sentence || prev.unsure != otherTime || prev.number.kind != percent {
		return false
	}
	for k := i - 1; k >= 0 && toks[k].at > prev.number.at; k-- {
		if toks[k].year != 0 || toks[k].sense == aPresent {
			return false
		}
	}
	return true
}

// wholeOfYear are all of a year's money in words that say no subject of their section.
var wholeOfYear = []struct{ words, key string }{{"支出", keySpending}, {"收入", keyIncome}}

// wholeYear is what 占本年支出的 is a share of, in a section about a part of it; nil for anything else.
func (r *reader) wholeYear(p *passage, toks []token, i int) *subject {
	if i+1 == len(toks) || toks[i+1].sense != aFill {
		return nil
	}
	for _, w := range wholeOfYear {
		if strings.HasPrefix(string(p.text[toks[i+1].at:toks[i+1].end]), w.words) {
			return r.byKey[w.key]
		}
	}
	return nil
}

// beforeOutcome is the measure of an amount right behind the name of an item, where its outcome follows
// at once and is another: 行政运行(项) 5.00 万元,支出决算为 6.00 万元,完成年初预算的 120 %. doubt is why that is
// not certain; both are "" where it is the outcome itself.
func (r *reader) beforeOutcome(st *state, p *passage, toks []token, i int) (column, doubt string) {
	if st.subject == nil || st.subject.digits < digitsOf[1] || st.measure != "" || i+3 >= len(toks) || toks[i+1].mark != ',' {
		return "", ""
	}
	k := i + 2
	if toks[k].sense != aMeasure || toks[k].which != final {
		return "", ""
	}
	for k++; k < len(toks) && toks[k].sense == aFill; k++ {
	}
	if k == len(toks) || toks[k].number == nil || toks[k].number.kind != money || toks[k].number.value == toks[i].number.value {
		return "", ""
	}
	for k++; k+1 < len(toks) && toks[k].mark != '。' && toks[k].mark != ';'; k++ {
		if toks[k].sense == aDone && toks[k+1].sense == aMeasure && isPlan(toks[k+1].which) {
			return toks[k+1].which, ""
		}
	}
	return "", "后面另有决算数，说不准这里是预算还是决算"
}

// changesAgain says whether what a change is against stands at a token, with the change or its absence
// right behind it: ;较上年减少 5.00 万元,下降 3 %.
func changesAgain(toks []token, i int) bool {
	k := i + 1
	for k < min(len(toks), i+window) && (toks[k].year != 0 || toks[k].sense == aPast || toks[k].sense == aFill || toks[k].sense == aVersus || toks[k].sense == aMeasure) {
		k++
	}
	if k == i+1 {
		return false
	}
	if k < len(toks) && toks[k].mark == ',' {
		k++
	}
	turns := func(k int) bool { return k < len(toks) && (toks[k].sense == aRise || toks[k].sense == aFall) }
	switch {
	case k < len(toks) && (toks[k].sense == aSame || toks[k].sense == aNearly):
		return true
	case !turns(k) || k+4 >= len(toks) || toks[k+1].number == nil || toks[k+1].number.kind != money || toks[k+2].mark != ',' && toks[k+2].mark != '、':
		return false
	}
	return turns(k+3) && toks[k+4].number != nil && toks[k+4].number.kind == percent
}

// ofYear is what the bare 收入 or 支出 right behind the year is in a section about all money, with its
// amount at once: 2023年度收入 5.00 万元; nil for anything else.
func (r *reader) ofYear(p *passage, toks []token, i int) *subject {
	if i == 0 || i+1 >= len(toks) || toks[i-1].year == 0 || toks[i-1].year != r.year || toks[i-1].end != toks[i].at ||
		toks[i+1].number == nil || toks[i+1].number.kind != money || topicOf(p)&(grand|income|expenditure) == 0 || !r.opensClause(toks, i) {
		return nil
	}
	return r.byKey["年度"+string(p.text[toks[i].at:toks[i].end])]
}

// parentBefore is the row of several of one name whose section's name stands in front of it with a dash
// between: 财政事务-行政运行.
func (r *reader) parentBefore(p *passage, t *token, fit []*subject) (only *subject) {
	if t.at == 0 || !strings.ContainsRune("-/>", p.text[t.at-1]) {
		return nil
	}
	before := form.BareName(strings.TrimRight(string(p.text[max(0, t.at-longestName-1):t.at-1]), "-/>"))
	for _, s := range fit {
		table := r.book.Tables[form.ID(s.form)]
		if table == nil || len(s.code) <= digitsOf[0] {
			continue
		}
		if parent := table.Row(s.code[:len(s.code)-2]); parent != nil && strings.HasSuffix(before, form.BareName(parent.Name)) {
			if only != nil {
				return nil
			}
			only = s
		}
	}
	return only
}

// heads are the last words of names of money that are not known as a whole: 利息收入.
const heads = "收入|支出|经费|费用"

// ofUnknown says whether what is compared at a token is money whose name is not known: 利息收入比上年 ….
func ofUnknown(p *passage, toks []token, i int) bool {
	if i < 2 || toks[i-1].sense != aFill || !toks[i-2].text || toks[i-2].end != toks[i-1].at || toks[i-1].end != toks[i].at {
		return false
	}
	name := string(p.text[toks[i-2].at:toks[i-2].end])
	return endsInAny(string(p.text[toks[i-1].at:toks[i-1].end]), heads) && strings.Trim(name, "0123456789./-·•*#") != "" && !endsInAny(name, strings.Join(organs, "|"))
}
