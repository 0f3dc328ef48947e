package read

import (
	"strings"

	"suanqing/validate/form"
	"suanqing/validate/prose/lexicon"
	"suanqing/validate/prose/mention"
	"suanqing/validate/prose/passage"
	"suanqing/validate/prose/scan"
)

// What words before a figure mean for it, where that is not what they usually do.

// roughly is said right before or behind an amount that is no figure of the accounts to its last
// place: 超过 8,400 万元, 90 万元左右.
const (
	roughBefore = "超过|逾|突破|近|接近|将近|不足|不到|不少于|不低于|不超过|不高于|至少"
	aboutBefore = "约|大约|约为|大约为|约合"
	roughBehind = "左右|上下|有余"
)

// roughly says whether an amount is only about so much.
func roughly(p *passage.Passage, n *scan.Number) bool {
	behind, before := string(p.Text[n.End:min(len(p.Text), n.End+2)]), string(p.Text[max(0, n.At-4):n.At])
	if n.Places == 0 && p.Text[n.Digits-1] == '0' && endsInAny(before, aboutBefore) {
		return true // 约 2,500 万元: to the nearest ten, or to no more than the hundreds
	}
	return endsInAny(before, roughBefore) || behind != "" && lexicon.OneOf(strings.ReplaceAll(roughBehind, "|", " "), behind)
}

// ownWords begin what is said of the department again, after what was said of others.
const ownWords = "本部门|本单位|我部门|我单位|我局|我委|我院|本局|其中"

// ofOthers says whether a sentence that gave a figure of others, 全市收入总计 5.00 亿元,支出总计 …,
// goes on about them at a word.
func (st *state) ofOthers(p *passage.Passage, at int) bool {
	if !st.others {
		return false
	}
	from := at
	for from > 0 && !strings.ContainsRune(",。;:", p.Text[from-1]) {
		from--
	}
	if lexicon.HasAny(string(p.Text[from:at]), ownWords) {
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
func amongUnits(p *passage.Passage, name string, at int) bool {
	if !endsInAny(name, officeWords) {
		return false
	}
	from, to := at, at
	for from > 0 && p.Text[from-1] != '。' {
		from--
	}
	for to < len(p.Text) && p.Text[to] != '。' {
		to++
	}
	return lexicon.HasAny(string(p.Text[from:to]), unitWords) && !lexicon.HasAny(string(p.Text[from:to]), "机关及所属|机关和所属|机关及下属|机关和下属")
}

// goesOnOfOther says whether a share follows one of another year in a list of them: 上年教育支出占 30 %,
// 农林水支出占 20 %.
func (r *Reader) goesOnOfOther(m *mention.Mention, toks []token, i int) bool {
	n := len(r.Mentions)
	if m.Column != lexicon.Share || n == 0 {
		return false
	}
	prev := r.Mentions[n-1]
	if prev.Sentence != m.Sentence || prev.Unsure != otherTime || prev.Number.Kind != scan.Percent {
		return false
	}
	for k := i - 1; k >= 0 && toks[k].at > prev.Number.At; k-- {
		if toks[k].year != 0 || toks[k].sense == lexicon.APresent {
			return false
		}
	}
	return true
}

// wholeOfYear are all of a year's money in words that say no subject of their section.
var wholeOfYear = []struct{ words, key string }{{"支出", lexicon.KeySpending}, {"收入", lexicon.KeyIncome}}

// wholeYear is what 占本年支出的 is a share of, in a section about a part of it; nil for anything else.
func (r *Reader) wholeYear(p *passage.Passage, toks []token, i int) *lexicon.Subject {
	if i+1 == len(toks) || toks[i+1].sense != lexicon.AFill {
		return nil
	}
	for _, w := range wholeOfYear {
		if strings.HasPrefix(string(p.Text[toks[i+1].at:toks[i+1].end]), w.words) {
			return r.ByKey[w.key]
		}
	}
	return nil
}

// beforeOutcome is the measure of an amount right behind the name of an item, where its outcome follows
// at once and is another: 行政运行(项) 5.00 万元,支出决算为 6.00 万元,完成年初预算的 120 %. doubt is why that is
// not certain; both are "" where it is the outcome itself.
func (r *Reader) beforeOutcome(st *state, p *passage.Passage, toks []token, i int) (column, doubt string) {
	if st.subject == nil || st.subject.Digits < DigitsOf[1] || st.measure != "" || i+3 >= len(toks) || toks[i+1].mark != ',' {
		return "", ""
	}
	k := i + 2
	if toks[k].sense != lexicon.AMeasure || toks[k].which != lexicon.Final {
		return "", ""
	}
	for k++; k < len(toks) && toks[k].sense == lexicon.AFill; k++ {
	}
	if k == len(toks) || toks[k].number == nil || toks[k].number.Kind != scan.Money || toks[k].number.Value == toks[i].number.Value {
		return "", ""
	}
	for k++; k+1 < len(toks) && toks[k].mark != '。' && toks[k].mark != ';'; k++ {
		if toks[k].sense == lexicon.ADone && toks[k+1].sense == lexicon.AMeasure && lexicon.IsPlan(toks[k+1].which) {
			return toks[k+1].which, ""
		}
	}
	return "", "后面另有决算数，说不准这里是预算还是决算"
}

// changesAgain says whether what a change is against stands at a token, with the change or its absence
// right behind it: ;较上年减少 5.00 万元,下降 3 %.
func changesAgain(toks []token, i int) bool {
	k := i + 1
	for k < min(len(toks), i+mention.Window) && (toks[k].year != 0 || toks[k].sense == lexicon.APast || toks[k].sense == lexicon.AFill || toks[k].sense == lexicon.AVersus || toks[k].sense == lexicon.AMeasure) {
		k++
	}
	if k == i+1 {
		return false
	}
	if k < len(toks) && toks[k].mark == ',' {
		k++
	}
	turns := func(k int) bool {
		return k < len(toks) && (toks[k].sense == lexicon.ARise || toks[k].sense == lexicon.AFall)
	}
	switch {
	case k < len(toks) && (toks[k].sense == lexicon.ASame || toks[k].sense == lexicon.ANearly):
		return true
	case !turns(k) || k+4 >= len(toks) || toks[k+1].number == nil || toks[k+1].number.Kind != scan.Money || toks[k+2].mark != ',' && toks[k+2].mark != '、':
		return false
	}
	return turns(k+3) && toks[k+4].number != nil && toks[k+4].number.Kind == scan.Percent
}

// ofYear is what the bare 收入 or 支出 right behind the year is in a section about all money, with its
// amount at once: 2023年度收入 5.00 万元; nil for anything else.
func (r *Reader) ofYear(p *passage.Passage, toks []token, i int) *lexicon.Subject {
	if i == 0 || i+1 >= len(toks) || toks[i-1].year == 0 || toks[i-1].year != r.Year || toks[i-1].end != toks[i].at ||
		toks[i+1].number == nil || toks[i+1].number.Kind != scan.Money || passage.TopicOf(p)&(lexicon.Grand|lexicon.Income|lexicon.Expenditure) == 0 || !r.opensClause(toks, i) {
		return nil
	}
	return r.ByKey["年度"+string(p.Text[toks[i].at:toks[i].end])]
}

// parentBefore is the row of several of one name whose section's name stands in front of it with a dash
// between: 财政事务-行政运行.
func (r *Reader) parentBefore(p *passage.Passage, t *token, fit []*lexicon.Subject) (only *lexicon.Subject) {
	if t.at == 0 || !strings.ContainsRune("-/>", p.Text[t.at-1]) {
		return nil
	}
	before := form.BareName(strings.TrimRight(string(p.Text[max(0, t.at-longestName-1):t.at-1]), "-/>"))
	for _, s := range fit {
		table := r.Book.Tables[form.ID(s.Form)]
		if table == nil || len(s.Code) <= DigitsOf[0] {
			continue
		}
		if parent := table.Row(s.Code[:len(s.Code)-2]); parent != nil && strings.HasSuffix(before, form.BareName(parent.Name)) {
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
func ofUnknown(p *passage.Passage, toks []token, i int) bool {
	if i < 2 || toks[i-1].sense != lexicon.AFill || !toks[i-2].text || toks[i-2].end != toks[i-1].at || toks[i-1].end != toks[i].at {
		return false
	}
	name := string(p.Text[toks[i-2].at:toks[i-2].end])
	return endsInAny(string(p.Text[toks[i-1].at:toks[i-1].end]), heads) && strings.Trim(name, "0123456789./-·•*#") != "" && !endsInAny(name, strings.Join(organs, "|"))
}
