package sums

import (
	"strings"

	"suanqing/validate/amount"
	"suanqing/validate/prose/judging"
	"suanqing/validate/prose/lexicon"
	"suanqing/validate/prose/mention"
	"suanqing/validate/prose/passage"
	"suanqing/validate/report"
)

// changeParts judges that the changes of all kinds of expenditure, or of income, add up.
func changeParts(j *judging.Text) {
	for _, of := range []struct {
		totals string
		parts  string
		in     lexicon.Topic
	}{
		{lexicon.KeySpending + "|收支总计|" + lexicon.KeyGeneral, "基本支出|项目支出|上缴上级支出|经营支出|对附属单位补助支出", lexicon.Expenditure},
		{lexicon.KeyIncome + "|收支总计", "财政拨款收入|上级补助收入|事业收入|经营收入|附属单位上缴收入|其他收入", lexicon.Income},
	} {
		var parts []*mention.Mention
		now := amount.Zero
		complete := true
		for _, key := range lexicon.Split(of.parts) {
			var part *mention.Mention
			for _, n := range j.By[key+" "+lexicon.Change] {
				if passage.TopicOf(n.Passage)&of.in != 0 && part == nil {
					part = n
				}
			}
			a := j.FormFigures(j.ByKey[key], j.ByKey[key].Final)
			value, _ := judging.SumFigures(a)
			now = now.Add(value)
			if part == nil {
				same := false
				for i := range j.Notes {
					n := &j.Notes[i]
					same = same || n.Sense == lexicon.ASame && n.Subject != nil && n.Subject.Key == key
				}
				complete = complete && (same || value.IsZero() && !mentioned(j, key, of.in))
				continue
			}
			parts = append(parts, part)
		}
		if !complete || len(parts) == 0 {
			continue
		}
		for _, key := range lexicon.Split(of.totals) {
			list := j.By[key+" "+lexicon.Change]
			if len(list) == 0 {
				continue
			}
			total := list[0]
			value, _ := judging.SumFigures(j.FormFigures(total.Subject, total.Subject.Final))
			if value.Sub(now).Abs().Cmp(amount.New(5, -2)) > 0 {
				continue
			}
			s, severity := Summed(j, "text.change-parts", total, parts), report.Warning
			if key == lexicon.KeySpending || key == lexicon.KeyIncome {
				severity = report.Error
			} else if !s.In.Bears() && !s.alike() {
				break // of last year other money may have been there
			}
			Total(j, severity, s)
			break
		}
	}
}

// alike says whether a total is nearly that of its parts: then one digit is wrong, and it is
// no other money.
func (s *sum) alike() bool { return s.In != nil && oneDigit(s.In.Difference.Abs()) }

// oneDigit says whether a difference is one digit times a power of ten.
func oneDigit(off amount.Amount) bool {
	s := strings.Trim(strings.ReplaceAll(amount.Plain(off), ".", ""), "0")
	return len(s) == 1
}

// mentioned says whether the text has a figure of a subject, other than 0.
func mentioned(j *judging.Text, key string, in lexicon.Topic) bool {
	for _, n := range j.By[key+" "+lexicon.Final] {
		if passage.TopicOf(n.Passage)&in != 0 && !n.Figure.Value.IsZero() {
			return true
		}
	}
	return false
}

// shareSums judges that the shares of all parts of a whole add up to 100.
func shareSums(j *judging.Text) {
	for k := 0; k < len(j.Mentions); {
		first := j.Mentions[k]
		if first.Column != lexicon.Share || first.Subject == nil {
			k++
			continue
		}
		var group []*mention.Mention
		for ; k < len(j.Mentions) && j.Mentions[k].Passage == first.Passage; k++ {
			n := j.Mentions[k]
			if n.Column == lexicon.Share && n.Subject != nil && n.Subject.Whole == first.Subject.Whole && n.Whole == first.Whole {
				group = append(group, n)
			}
		}
		if len(group) < 2 {
			continue
		}
		money := judging.Operands{}
		complete := true
		for _, n := range group {
			a := j.Near(n, n.Subject.Key, lexicon.Final, false)
			if a == nil || a.Passage != n.Passage {
				complete = false
				break
			}
			f := a.Figure
			if right, ok := j.Right[a]; ok {
				f = right
			}
			money.AddAs(judging.Named(mention.PartsRows, judging.ThisFigure), a, judging.Over(&f, judging.AsRounded))
		}
		whole := j.ByKey[first.Subject.Whole]
		if first.Under != nil {
			whole = first.Under.Subject
		}
		if !complete || whole == nil {
			continue
		}
		w := j.Near(first, whole.Key, lexicon.Final, false)
		if w == nil {
			continue
		}
		r := judging.RuleByID["text.shares-total"]
		o := sharesOf(j, group)
		in, _ := j.Evaluate(r.Equation, first.Subject, o)
		sumByShares(j, w, group, in.Bears())
		money.AddAs(judging.Named(mention.WholeRow, judging.ThisFigure), w, judging.Over(&w.Figure, judging.AsRounded))
		all, _ := j.Evaluate(judging.RuleByID["text.sum"].Equation, w.Subject, &money)
		if in == nil || !all.Bears() {
			continue
		}
		if all.RightSum.IsZero() || in.Bears() { // of nothing, all are 0
			j.Judged(r.ID, report.Holds, group...)
			continue
		}
		j.Judged(r.ID, report.Violated, group...)
		j.Tell(r, report.Warning, group[0], o, nil, "各项占比加起来是 "+judging.PercentWords(in.RightSum, 2)+"，不是 100%", "")
	}
}

// sharesOf are the shares of all parts, of which the whole is 100: each is rounded, cut off
// or made to add up, so that it may be off by one of its last digit.
func sharesOf(j *judging.Text, parts []*mention.Mention) *judging.Operands {
	o := &judging.Operands{}
	o.Put(judging.Named(mention.WholeRow, lexicon.Share), j.Exactly(100))
	for _, n := range parts {
		o.AddAs(judging.Named(mention.PartsRows, lexicon.Share), n, judging.Over(&n.Figure, amount.New(1, -n.Number.Places)))
	}
	return o
}

// sumByShares judges parts against their whole where their shares add up to 100, so that
// they are all there is of it; forms that confirm them say so already.
func sumByShares(j *judging.Text, whole *mention.Mention, shares []*mention.Mention, complete bool) {
	open := !j.Sound(whole)
	var parts []*mention.Mention
	for _, n := range shares {
		part := j.Near(n, n.Subject.Key, lexicon.Final, false)
		parts = append(parts, part)
		open = open || !j.Sound(part)
	}
	if !open || !complete || whole.Subject.Key == lexicon.KeyProcured {
		return
	}
	if s := Summed(j, "text.sum", whole, parts); !holdsSum(j, s) {
		Total(j, report.Error, s)
	}
}
