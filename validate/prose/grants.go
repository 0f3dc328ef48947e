package prose

import (
	"strings"

	"suanqing/validate/amount"
)

// In some texts 财政拨款支出 is what the general budget spent, in others what all three
// budgets did: the sentence that states it says which.

const (
	keyGrantsSpent  = "本年财政拨款支出"
	keyGrantsIncome = "本年财政拨款收入"
	spentWords      = "财政拨款支出"
)

// settleGrants finds the sections in which 财政拨款支出 is what all three budgets spent.
func (r *reader) settleGrants() {
	seen := map[*section]bool{}
	for _, p := range r.passages {
		s := p.section
		if s == nil || p.head || p.own != 0 || s.topic != general || seen[s] {
			continue
		}
		text := string(p.text)
		at := strings.Index(text, spentWords)
		if at < 0 || strings.HasSuffix(text[:at], budget) {
			continue
		}
		seen[s] = true
		total, _ := r.statedTotal(p, len([]rune(text[:at]))+len([]rune(spentWords)))
		s.all = total || r.namesOthers(text[at:])
	}
}

// namesOthers says whether a sentence goes on with what the other budgets are of it.
func (r *reader) namesOthers(rest string) bool {
	_, parts, ok := strings.Cut(rest, "其中")
	if !ok {
		return false
	}
	parts, _, _ = strings.Cut(parts, "。")
	return strings.Contains(parts, "政府性基金") || strings.Contains(parts, "国有资本经营")
}

// grantsMeant says whether 财政拨款支出 before a place is that of all three budgets: by the
// number behind it, else as in the rest of the section.
func (r *reader) grantsMeant(p *passage, at int) bool {
	total, general := r.statedTotal(p, at)
	return total || p.section.all && !general
}

// statedTotal says whether the number right behind a word is the form's expenditure of all
// budgets, or that of the general one, where they differ.
func (r *reader) statedTotal(p *passage, at int) (total, ofGeneral bool) {
	f04, f05 := r.book.Tables["F04"], r.book.Tables["F05"]
	if f04 == nil || f05 == nil {
		return false, false
	}
	row, general := f04.Row("本年支出合计"), f05.Row("合计")
	if row == nil || general == nil || row.Figure("合计") == nil || general.Figure("小计") == nil {
		return false, false
	}
	for at < len(p.text) && !isDigit(p.text[at]) && p.text[at] != ',' && p.text[at] != '。' {
		at++
	}
	if at == len(p.text) || !isDigit(p.text[at]) {
		return false, false
	}
	n, _, ok := numberAt(p.text, at)
	unit, known := amount.UnitNamed(n.unit)
	if !ok || n.kind != money || !known {
		return false, false
	}
	stated, ok := unit.In(r.unit, n.value)
	near := func(a amount.Amount) bool {
		return ok && stated.Sub(a).Abs().Cmp(unit.HalfUnit(r.unit, n.places)) <= 0
	}
	total, ofGeneral = near(row.Figure("合计").Value), near(general.Figure("小计").Value)
	return total && !ofGeneral, ofGeneral && !total
}

// kindsOf are the wholes whose parts the three budgets are, each with the keys of the parts
// in the order of fundNames.
var kindsOf = map[string][3]string{
	keyGrantsSpent:  {keyGeneral, "政府性基金支出", "国有资本支出"},
	keySpending:     {keyGeneral, "政府性基金支出", "国有资本支出"},
	keyGrantsIncome: {"一般公共预算收入", "政府性基金收入", "国有资本收入"},
	"财政拨款收入":        {"一般公共预算收入", "政府性基金收入", "国有资本收入"},
	keyIncome:       {"一般公共预算收入", "政府性基金收入", "国有资本收入"},
}

// fundWord takes the bare name of a budget, 政府性基金预算, where it is a part of a whole
// that says of what: 财政拨款支出 10.00 万元,其中:政府性基金预算 2.00 万元. taken is false where
// it is not.
func (r *reader) fundWord(st *state, p *passage, toks []token, i int) (taken bool) {
	of := st.among // 财政拨款支出中,一般公共预算 …
	if st.under != nil && st.under.passage == p {
		of = st.under.subject
	}
	if of == nil || i == 0 {
		return false
	}
	keys, ok := kindsOf[of.key]
	if prev := &toks[i-1]; !ok || prev.mark == 0 && prev.sense != aPart {
		return false
	}
	if i+1 == len(toks) || toks[i+1].number == nil && !carries(toks[i+1].sense) {
		return false
	}
	which := strings.Index(fundOrder, toks[i].which)
	st.subject, st.doubt, st.weak, st.here, st.part, st.valued = r.byKey[keys[which]], "", false, true, false, false
	st.item, st.series, st.measures = nil, nil, nil
	st.measure, st.dir, st.doing, st.gapping, st.unknown = "", 0, false, false, false
	if st.figures == 0 {
		st.lead = toks[i].at
	}
	return true
}

// fundOrder are the kinds of a fund's word, in the order of the keys of kindsOf.
const fundOrder = "abc"
