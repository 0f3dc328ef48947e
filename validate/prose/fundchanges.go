package prose

import (
	"slices"
	"strings"

	"suanqing/validate/amount"
	"suanqing/validate/report"
)

// byFunds are the sums of the money of the three budgets: 财政拨款 and the keys of each part,
// which a section of its own calls otherwise.
var byFunds = []struct {
	totals string
	parts  []string
}{
	{"本年财政拨款收入|财政拨款收入", []string{"一般公共预算收入", "政府性基金收入|基金本年收入", "国有资本收入|国资本年收入"}},
	{"本年财政拨款支出", []string{keyGeneral, "政府性基金支出|基金本年支出", "国有资本支出|国资本年支出"}},
}

// fundChanges judges that the changes of the three budgets' money are that of 财政拨款,
// whichever sections state them. Of a part without a change it is certain only where the
// text says 持平: what is nothing by the form may have been something last year.
func (j *judging) fundChanges() {
	for i := range byFunds {
		of := &byFunds[i]
		for _, key := range split(of.totals) {
			for _, total := range j.by[key+" "+change] {
				j.fundChange(total, of.parts)
			}
		}
	}
}

func (j *judging) fundChange(total *mention, parts []string) {
	var stated []*mention
	now, open := amount.Zero, false
	for _, keys := range parts {
		part, same := j.fundPart(total, keys)
		value, _ := sumFigures(j.formFigures(j.byKey[split(keys)[0]], j.byKey[split(keys)[0]].final))
		now = now.Add(value)
		switch {
		case part != nil:
			stated = append(stated, part)
		case same:
		case value.IsZero() && len(j.book.Tables) > 0:
			open = true // nothing this year, and last year not known
		default:
			return
		}
	}
	if len(stated) < 2 || !j.ofSameMoney(total, now) {
		return
	}
	s := j.summed("text.change-parts", total, stated)
	if !s.in.Bears() && (open && !s.alike() || j.oneTurned(s)) {
		return
	}
	severity := report.Error
	if open {
		severity = report.Warning
	}
	j.total(severity, s)
}

// fundPart is the change of a part that a total's change goes with: in its section, or else in
// the section of the part; same says that the text says 与上年持平 of it.
func (j *judging) fundPart(total *mention, keys string) (part *mention, same bool) {
	for _, elsewhere := range []bool{false, true} {
		for _, key := range split(keys) {
			if part = j.near(total, key, change, elsewhere); part != nil {
				return part, false
			}
			if j.saysSame(key, total) {
				return nil, true
			}
		}
	}
	return nil, false
}

// ofSameMoney says whether a change is of as much money as its parts are by the forms: what
// was carried in may be part of one and not of the other.
func (j *judging) ofSameMoney(total *mention, now amount.Amount) bool {
	if len(j.book.Tables) == 0 {
		return true
	}
	value, _ := sumFigures(j.formFigures(total.subject, total.subject.final))
	if n := j.near(total, total.subject.key, final, false); n != nil && n.passage == total.passage {
		if value = n.figure.Value; n.suspect {
			value = j.right[n].Value
		}
	}
	return value.Sub(now).Abs().Cmp(amount.New(5, -2)) <= 0
}

// oneTurned tells the one change of a sum that only needs the other direction, which alone
// makes it hold.
func (j *judging) oneTurned(s *sum) bool {
	var wrong *mention
	for _, m := range s.mentions {
		if m.figure.Value.IsZero() || !j.turned(s.rule, s.total.subject, &s.operands, m) {
			continue
		}
		if wrong != nil {
			return false
		}
		wrong = m
	}
	if wrong == nil {
		return false
	}
	j.judged("text.direction", report.Violated, s.mentions...)
	j.tell(ruleByID["text.direction"], report.Error, wrong, &operands{mentions: s.mentions}, nil,
		wrong.what()+"写的是"+wrong.direction()+" "+wrong.shown()+"，按"+j.wordsOf(&s.operands, wrong)+"应是"+opposite(wrong.direction()), "")
	return true
}

// fundsAsReason says whether the words of a reason, from its first to the end of the sentence,
// are the changes of the budgets' money and nothing else, as finely printed as the amount
// before: then they are no reason but its parts.
func (r *reader) fundsAsReason(st *state, p *passage, toks []token, i int) bool {
	if st.last == nil || st.last.column != change {
		return false
	}
	subject, turned, n := false, false, 0
	for _, t := range toks[i:] {
		switch {
		case t.mark == '。':
			return n > 1 && !subject
		case t.sense == aSubject && !subject:
			s, doubt := r.resolve(st, p, &t)
			if s == nil || doubt != "" || !isPartByFund(s.key) {
				return false
			}
			subject, turned = true, false
		case subject && (t.sense == aRise || t.sense == aFall):
			turned = true
		case subject && turned && t.number != nil && t.number.kind == money && t.number.places == st.last.number.places && t.number.unit == st.last.number.unit:
			subject, n = false, n+1
		case strings.ContainsRune(",、;", t.mark) && !subject, t.sense == aVersus, t.sense == aPast, t.sense == aPresent:
		default:
			return false
		}
	}
	return n > 1 && !subject
}

// isPartByFund says whether a subject is one budget's money.
func isPartByFund(key string) bool {
	for i := range byFunds {
		for _, keys := range byFunds[i].parts {
			if slices.Contains(split(keys), key) {
				return true
			}
		}
	}
	return false
}
