package read

import (
	"strings"

	"suanqing/validate/amount"
	"suanqing/validate/prose/lexicon"
	"suanqing/validate/prose/passage"
	"suanqing/validate/prose/scan"
)

// settleGrants finds the sections in which 财政拨款支出 is what all three budgets spent. In
// some texts it is what the general budget did: the sentence that states it says which.
func (r *Reader) settleGrants() {
	seen := map[*passage.Section]bool{}
	for _, p := range r.Passages {
		s := p.Section
		if s == nil || p.Head || p.Own != 0 || s.Topic != lexicon.General || seen[s] {
			continue
		}
		text := string(p.Text)
		at := strings.Index(text, lexicon.SpentWords)
		if at < 0 || strings.HasSuffix(text[:at], lexicon.Budget) {
			continue
		}
		seen[s] = true
		total, _ := r.statedTotal(p, len([]rune(text[:at]))+len([]rune(lexicon.SpentWords)))
		s.All = total || r.namesOthers(text[at:])
	}
}

// namesOthers says whether a sentence goes on with what the other budgets are of it.
func (r *Reader) namesOthers(rest string) bool {
	_, parts, ok := strings.Cut(rest, "其中")
	if !ok {
		return false
	}
	parts, _, _ = strings.Cut(parts, "。")
	return strings.Contains(parts, "政府性基金") || strings.Contains(parts, "国有资本经营")
}

// grantsMeant says whether 财政拨款支出 before a place is that of all three budgets: by the
// number behind it, else as in the rest of the section.
func (r *Reader) grantsMeant(p *passage.Passage, at int) bool {
	total, general := r.statedTotal(p, at)
	return total || p.Section.All && !general
}

// statedTotal says whether the number right behind a word is the form's expenditure of all
// budgets, or that of the general one, where they differ.
func (r *Reader) statedTotal(p *passage.Passage, at int) (total, ofGeneral bool) {
	f04, f05 := r.Book.Tables["F04"], r.Book.Tables["F05"]
	if f04 == nil || f05 == nil {
		return false, false
	}
	row, general := f04.Row("本年支出合计"), f05.Row("合计")
	if row == nil || general == nil || row.Figure("合计") == nil || general.Figure("小计") == nil {
		return false, false
	}
	for at < len(p.Text) && !scan.IsDigit(p.Text[at]) && p.Text[at] != ',' && p.Text[at] != '。' {
		at++
	}
	if at == len(p.Text) || !scan.IsDigit(p.Text[at]) {
		return false, false
	}
	n, _, ok := scan.NumberAt(p.Text, at)
	unit, known := amount.UnitNamed(n.Unit)
	if !ok || n.Kind != scan.Money || !known {
		return false, false
	}
	stated, ok := unit.In(r.Unit, n.Value)
	near := func(a amount.Amount) bool {
		return ok && stated.Sub(a).Abs().Cmp(unit.HalfUnit(r.Unit, n.Places)) <= 0
	}
	total, ofGeneral = near(row.Figure("合计").Value), near(general.Figure("小计").Value)
	return total && !ofGeneral, ofGeneral && !total
}

// fundWord takes the bare name of a budget, 政府性基金预算, where it is a part of a whole
// that says of what: 财政拨款支出 10.00 万元,其中:政府性基金预算 2.00 万元. taken is false where
// it is not.
func (r *Reader) fundWord(st *state, p *passage.Passage, toks []token, i int) (taken bool) {
	of := st.among // 财政拨款支出中,一般公共预算 …
	if st.under != nil && st.under.Passage == p {
		of = st.under.Subject
	}
	if of == nil || i == 0 {
		return false
	}
	keys, ok := lexicon.KindsOf[of.Key]
	if prev := &toks[i-1]; !ok || prev.mark == 0 && prev.sense != lexicon.APart {
		return false
	}
	if i+1 == len(toks) || toks[i+1].number == nil && !carries(toks[i+1].sense) {
		return false
	}
	which := strings.Index(lexicon.FundOrder, toks[i].which)
	st.subject, st.doubt, st.weak, st.here, st.part, st.valued = r.ByKey[keys[which]], "", false, true, false, false
	st.item, st.series, st.measures = nil, nil, nil
	st.measure, st.dir, st.doing, st.gapping, st.unknown = "", 0, false, false, false
	if st.figures == 0 {
		st.lead = toks[i].at
	}
	return true
}

// fundsAsReason says whether the words of a reason, from its first to the end of the sentence,
// are the changes of the budgets' money and nothing else, as finely printed as the amount
// before: then they are no reason but its parts.
func (r *Reader) fundsAsReason(st *state, p *passage.Passage, toks []token, i int) bool {
	if st.last == nil || st.last.Column != lexicon.Change {
		return false
	}
	subject, turned, n := false, false, 0
	for _, t := range toks[i:] {
		switch {
		case t.mark == '。':
			return n > 1 && !subject
		case t.sense == lexicon.ASubject && !subject:
			s, doubt := r.resolve(st, p, &t)
			if s == nil || doubt != "" || !lexicon.IsPartByFund(s.Key) {
				return false
			}
			subject, turned = true, false
		case subject && (t.sense == lexicon.ARise || t.sense == lexicon.AFall):
			turned = true
		case subject && turned && t.number != nil && t.number.Kind == scan.Money && t.number.Places == st.last.Number.Places && t.number.Unit == st.last.Number.Unit:
			subject, n = false, n+1
		case strings.ContainsRune(",、;", t.mark) && !subject, t.sense == lexicon.AVersus, t.sense == lexicon.APast, t.sense == lexicon.APresent:
		default:
			return false
		}
	}
	return n > 1 && !subject
}
