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
		var parts []*mention
		now := amount.Zero
		complete := true
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
			parts = append(parts, part)
		}
		if !complete || len(parts) == 0 {
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
			s, severity := j.summed("text.change-parts", total, parts), report.Warning
			if key == keySpending || key == keyIncome {
				severity = report.Error
			} else if !s.in.Bears() && !s.alike() {
				break // of last year other money may have been there
			}
			j.total(severity, s)
			break
		}
	}
}

// alike says whether a total is nearly that of its parts: then one digit is wrong, and it is
// no other money.
func (s *sum) alike() bool { return s.in != nil && oneDigit(s.in.Difference.Abs()) }

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
		money := operands{}
		complete := true
		for _, n := range group {
			a := j.near(n, n.subject.key, final, false)
			if a == nil || a.passage != n.passage {
				complete = false
				break
			}
			f := a.figure
			if right, ok := j.right[a]; ok {
				f = right
			}
			money.addAs(named(partsRows, thisFigure), a, over(&f, asRounded))
		}
		whole := j.byKey[first.subject.whole]
		if first.under != nil {
			whole = first.under.subject
		}
		if !complete || whole == nil {
			continue
		}
		w := j.near(first, whole.key, final, false)
		if w == nil {
			continue
		}
		r := ruleByID["text.shares-total"]
		o := j.sharesOf(group)
		in, _ := j.evaluate(r.Equation, first.subject, o)
		j.sumByShares(w, group, in.Bears())
		money.addAs(named(wholeRow, thisFigure), w, over(&w.figure, asRounded))
		all, _ := j.evaluate(ruleByID["text.sum"].Equation, w.subject, &money)
		if in == nil || !all.Bears() {
			continue
		}
		if all.RightSum.IsZero() || in.Bears() { // of nothing, all are 0
			j.judged(r.ID, report.Holds, group...)
			continue
		}
		j.judged(r.ID, report.Violated, group...)
		j.tell(r, report.Warning, group[0], o, nil, "各项占比加起来是 "+percentWords(in.RightSum, 2)+"，不是 100%", "")
	}
}

// asRounded is what an amount may be off by whatever the text rounds to, where it is only asked
// whether parts are all of a whole.
var asRounded = amount.New(1, -2)

// sharesOf are the shares of all parts, of which the whole is 100: each is rounded, cut off
// or made to add up, so that it may be off by one of its last digit.
func (j *judging) sharesOf(parts []*mention) *operands {
	o := &operands{}
	o.put(named(wholeRow, share), j.exactly(100))
	for _, n := range parts {
		o.addAs(named(partsRows, share), n, over(&n.figure, amount.New(1, -n.number.places)))
	}
	return o
}

// sumByShares judges parts against their whole where their shares add up to 100, so that
// they are all there is of it; forms that confirm them say so already.
func (j *judging) sumByShares(whole *mention, shares []*mention, complete bool) {
	open := !j.sound(whole)
	var parts []*mention
	for _, n := range shares {
		part := j.near(n, n.subject.key, final, false)
		parts = append(parts, part)
		open = open || !j.sound(part)
	}
	if !open || !complete || whole.subject.key == keyProcured {
		return
	}
	if s := j.summed("text.sum", whole, parts); !j.holdsSum(s) {
		j.total(report.Error, s)
	}
}
