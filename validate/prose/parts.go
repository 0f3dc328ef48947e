package prose

import (
	"strings"

	"suanqing/validate/amount"
	"suanqing/validate/report"
)

// changeParts judges that the changes of all kinds of expenditure, or of income, add up.
func (j *judging) changeParts() {
	for _, of := range []struct {
		totals string
		parts  string
		in     topic
	}{
		{keySpending + "|收支总计|" + keyGeneral, "基本支出|项目支出|上缴上级支出|经营支出|对附属单位补助支出", expenditure},
		{keyIncome + "|收支总计", "财政拨款收入|上级补助收入|事业收入|经营收入|附属单位上缴收入|其他收入", income},
	} {
		o := operands{}
		sum, bound, now := amount.Zero, amount.Zero, amount.Zero
		complete, stated := true, 0
		for _, key := range split(of.parts) {
			var part *mention
			for _, n := range j.by[key+" "+change] {
				if topicOf(n.passage)&of.in != 0 && part == nil {
					part = n
				}
			}
			a := j.formFigures(j.byKey[key], j.byKey[key].final)
			value, _ := sumFigures(a)
			now = now.Add(value)
			if part == nil {
				same := false
				for i := range j.notes {
					n := &j.notes[i]
					same = same || n.sense == aSame && n.subject != nil && n.subject.key == key
				}
				complete = complete && (same || value.IsZero() && !j.mentioned(key, of.in))
				continue
			}
			stated++
			o.add(key, part)
			sum, bound = sum.Add(part.figure.Value), bound.Add(part.figure.Half)
		}
		if !complete || stated == 0 {
			continue
		}
		for _, key := range split(of.totals) {
			list := j.by[key+" "+change]
			if len(list) == 0 {
				continue
			}
			total := list[0]
			value, _ := sumFigures(j.formFigures(total.subject, total.subject.final))
			if value.Sub(now).Abs().Cmp(amount.New(5, -2)) > 0 {
				continue
			}
			all := operands{}
			all.add(change, total)
			all.mentions = append(all.mentions, o.mentions...)
			severity := report.Warning
			if key == keySpending || key == keyIncome {
				severity = report.Error
			} else if total.figure.Value.Sub(sum).Abs().Cmp(bound.Add(total.figure.Half)) > 0 && !j.tellsAlike(total, o.mentions) {
				break // of last year other money may have been there
			}
			j.total("text.change-parts", severity, total, &all, sum, bound.Add(total.figure.Half))
			break
		}
	}
}

// tellsAlike says whether a total's change is nearly that of its parts: then one digit is
// wrong, and it is no other money.
func (j *judging) tellsAlike(total *mention, parts []*mention) bool {
	sum := amount.Zero
	for _, p := range parts {
		sum = sum.Add(p.figure.Value)
	}
	off := total.figure.Value.Sub(sum).Abs()
	return oneDigit(off)
}

// oneDigit says whether a difference is one digit times a power of ten.
func oneDigit(off amount.Amount) bool {
	s := strings.Trim(strings.ReplaceAll(amount.Plain(off), ".", ""), "0")
	return len(s) == 1
}

// mentioned says whether the text has a figure of a subject, other than 0.
func (j *judging) mentioned(key string, in topic) bool {
	for _, n := range j.by[key+" "+final] {
		if topicOf(n.passage)&in != 0 && !n.figure.Value.IsZero() {
			return true
		}
	}
	return false
}

// shareSums judges that the shares of all parts of a whole add up to 100.
func (j *judging) shareSums() {
	for k := 0; k < len(j.mentions); {
		first := j.mentions[k]
		if first.column != share || first.subject == nil {
			k++
			continue
		}
		var group []*mention
		for ; k < len(j.mentions) && j.mentions[k].passage == first.passage; k++ {
			n := j.mentions[k]
			if n.column == share && n.subject != nil && n.subject.whole == first.subject.whole && n.whole == first.whole {
				group = append(group, n)
			}
		}
		if len(group) < 2 {
			continue
		}
		shares, money := amount.Zero, amount.Zero
		complete := true
		for _, n := range group {
			a := j.near(n, n.subject.key, final, false)
			if a == nil || a.passage != n.passage {
				complete = false
				break
			}
			value := a.figure.Value
			if right, ok := j.right[a]; ok {
				value = right.Value
			}
			shares, money = shares.Add(n.figure.Value), money.Add(value)
		}
		whole := j.byKey[first.subject.whole]
		if first.under != nil {
			whole = first.under.subject
		}
		if !complete || whole == nil {
			continue
		}
		w := j.near(first, whole.key, final, false)
		if w != nil {
			j.sumByShares(w, group, shares)
		}
		if w == nil || w.figure.Value.Sub(money).Abs().Cmp(amount.New(int64(len(group)+1), -2)) > 0 {
			continue
		}
		bound := amount.Zero
		for _, n := range group {
			bound = bound.Add(amount.New(1, -n.number.places))
		}
		o := operands{mentions: group}
		if money.IsZero() || shares.Sub(amount.New(100, 0)).Abs().Cmp(bound) <= 0 { // of nothing, all are 0
			j.judged("text.shares-total", report.Holds, group...)
			continue
		}
		j.judged("text.shares-total", report.Violated, group...)
		j.tell(ruleByID["text.shares-total"], report.Warning, group[0], &o, nil, "各项占比加起来是 "+percentWords(shares, 2)+"，不是 100%", "")
	}
}

// sumByShares judges parts against their whole where their shares add up to 100, so that
// they are all there is of it; forms that confirm them say so already.
func (j *judging) sumByShares(whole *mention, shares []*mention, percents amount.Amount) {
	o := operands{}
	o.add(final, whole)
	sum, bound, open := amount.Zero, whole.figure.Half, !j.sound(whole)
	slack := amount.Zero
	for _, n := range shares {
		part := j.near(n, n.subject.key, final, false)
		o.add(part.subject.key, part)
		sum, bound = sum.Add(part.figure.Value), bound.Add(part.figure.Half)
		slack = slack.Add(amount.New(1, -n.number.places))
		open = open || !j.sound(part)
	}
	if !open || percents.Sub(amount.New(100, 0)).Abs().Cmp(slack) > 0 || whole.subject.key == keyProcured {
		return
	}
	if whole.figure.Value.Sub(sum).Abs().Cmp(bound) <= 0 {
		j.judged("text.sum", report.Holds, o.mentions...)
		j.confirm(o.mentions)
		return
	}
	j.total("text.sum", report.Error, whole, &o, sum, bound)
}
