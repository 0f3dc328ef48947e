package read

import (
	"strconv"
	"strings"

	"suanqing/validate/prose/lexicon"
	"suanqing/validate/prose/mention"
	"suanqing/validate/prose/passage"
	"suanqing/validate/prose/scan"
)

// versus reads what a change is against: 与2022年度相比, 比年初预算数.
func (r *Reader) versus(st *state, p *passage.Passage, toks []token, i int) int {
	base, k := "", i+1
	st.againstOlder = false
scan:
	for ; k < min(len(toks), i+mention.Window); k++ {
		switch t := &toks[k]; {
		case t.year != 0:
			switch {
			case r.Year == 0 || t.year == r.Year-1:
				base = lexicon.Before
			case t.year == r.Year-2 && st.about == r.Year-1:
				base = lexicon.OtherYear
			case t.year == r.Year-2:
				base, st.againstOlder = lexicon.Before, true
				r.note(mention.Note{Sense: lexicon.AYear, Subject: st.sure(), Base: strconv.Itoa(t.year), Passage: p, At: t.at, End: t.end, Sentence: r.sentence})
			case t.year != r.Year:
				base = lexicon.OtherYear
			}
		case t.sense == lexicon.APast:
			base = lexicon.Before
		case t.sense == lexicon.APresent:
		case t.sense == lexicon.AMeasure && t.which != lexicon.Final:
			if base == lexicon.Before {
				base = lexicon.OtherYear // its budget
			} else if base != lexicon.OtherYear {
				base = t.which
			}
		case t.sense == lexicon.AMeasure, t.sense == lexicon.AFill, t.sense == lexicon.AVersus && k > i+1:
		case t.sense == lexicon.ASubject && base != "":
		default:
			break scan
		}
	}
	if base == "" {
		return i
	}
	if base == lexicon.Before && i > 0 && toks[i-1].sense == lexicon.AMeasure && lexicon.IsPlan(toks[i-1].which) && toks[i-1].end == toks[i].at {
		base = lexicon.OtherYear // 运行费预算较上年压减 5 %: two budgets
	}
	if ofUnknown(p, toks, i) {
		st.doubt = "前面的词没认出，说不准是哪一项"
	}
	if base == lexicon.Before && st.about == 0 {
		for k := max(0, len(r.Mentions)-mention.Window); k < len(r.Mentions); k++ { // compared with last year already
			if m := r.Mentions[k]; st.againstOlder && m.Passage == p && m.Subject == st.subject && m.Base == lexicon.Before {
				base = lexicon.OtherYear
			}
		}
	}
	if st.parted && st.main != nil && st.subject != nil && st.doubt == "" && strings.Contains(st.subject.Key, "结转") && strings.HasSuffix(st.main.Key, "总计") {
		st.doubt = "说不准是哪一项的" // 收入总计 9.00 万元,其中年初结转和结余 2.00 万元,较上年增加 …: of the total or of its part
	}
	st.base, st.unknown, st.past, st.of = base, false, false, ""
	if k < len(toks) && toks[k].number != nil && toks[k].number.Kind == scan.Money { // 与上年的12.25万元相比
		if st.versed = true; base == lexicon.Before {
			st.past = true
		} else {
			st.measure, st.dir = base, 0
		}
	}
	if k+1 < len(toks) && toks[k].text && toks[k+1].number != nil && toks[k+1].number.Kind == scan.Money {
		switch string(p.Text[toks[k].at:toks[k].end]) { // 比年初预算数多 5.00 万元
		case "多", "多出", "净增":
			st.dir = 1
			return k
		case "少", "净减":
			st.dir = -1
			return k
		}
	}
	return k - 1
}

// compare reads 决算数大于预算数.
func (r *Reader) compare(st *state, p *passage.Passage, toks []token, i int) int {
	t := &toks[i]
	base, k := "", i+1
	for ; k < len(toks) && k < i+6; k++ {
		n := &toks[k]
		if n.sense == lexicon.AMeasure && n.which != lexicon.Final {
			base = n.which
			break
		}
		if n.year == 0 && n.sense != lexicon.AFill && n.sense != lexicon.APresent {
			break
		}
	}
	if base == "" && t.sense == lexicon.AMore && i+1 < len(toks) && toks[i+1].number != nil && toks[i+1].number.Kind == scan.Money {
		if plan := r.planOf(st); lexicon.IsPlan(plan) { // 预算数 5.00 万元,决算数 6.00 万元,超出 1.00 万元
			st.base, st.dir, st.unknown = plan, 1, false
		}
		return i
	}
	if base == "" {
		return i
	}
	if next := k + 1; next < len(toks) && toks[next].number != nil && t.sense != lexicon.AnEqual { // 超出年初预算 38.05 万元
		st.base, st.dir, st.unknown = base, 1, false
		if t.sense == lexicon.ALess {
			st.dir = -1
		}
		return k
	}
	for b := i - 1; b >= 0 && b >= i-4; b-- {
		if toks[b].sense == lexicon.AMeasure && toks[b].which == lexicon.Final {
			r.note(mention.Note{Sense: t.sense, Subject: st.sure(), Base: base, Passage: p, At: toks[b].at, End: toks[k].end, Sentence: r.sentence})
			return k
		}
		if toks[b].year == 0 && toks[b].sense != lexicon.AFill {
			break
		}
	}
	return k
}

// respectively reads 分别 behind subjects that each had their figure: 货物 1.00 万元、服务
// 3.00 万元,分别占 25 %、75 %. Where it is not certain which they are, nothing is.
func (r *Reader) respectively(st *state, p *passage.Passage, toks []token, i int) {
	n, sharing := 0, false
	for k := i + 1; k < min(len(toks), i+mention.Window); k++ {
		if t := &toks[k]; t.number != nil {
			n++
		} else if sharing = sharing || t.sense == lexicon.AShare; n == 0 && sharing && t.sense == lexicon.ASubject || joinsNumbers(p, toks, k) {
			continue // 分别占基本支出的 30 % 和 70 %
		} else if t.mark != '、' && (t.mark != ',' || n == 0 || k+1 == len(toks) || toks[k+1].number == nil) && (n > 0 || t.mark != 0 || t.sense == lexicon.ASubject) {
			break
		}
	}
	if n < 2 || st.subject != nil && st.subject.Pair != "" || len(st.measures) > 1 {
		return
	}
	var each []*lexicon.Subject
	for k := len(r.Mentions) - 1; k >= 0 && len(each) < n && r.Mentions[k].Sentence == r.sentence; k-- {
		m := r.Mentions[k]
		if m.Number.Kind != scan.Money || m.Column != lexicon.Final || m.Ends {
			continue
		}
		if m.Subject == nil || len(each) > 0 && each[0] == m.Subject {
			break
		}
		each = append([]*lexicon.Subject{m.Subject}, each...)
	}
	if len(each) == n {
		st.series = each
		return
	}
	st.doubt = "说不准“分别”说的是哪几项"
}

// joinsNumbers says whether a token is the 和 between two numbers.
func joinsNumbers(p *passage.Passage, toks []token, k int) bool {
	t := &toks[k]
	return k > 0 && k+1 < len(toks) && t.mark == 0 && toks[k-1].number != nil && toks[k+1].number != nil && t.end == t.at+1 && strings.ContainsRune("和与及", p.Text[t.at])
}
