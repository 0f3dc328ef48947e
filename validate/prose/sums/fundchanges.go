package sums

import (
	"suanqing/validate/amount"
	"suanqing/validate/prose/judging"
	"suanqing/validate/prose/lexicon"
	"suanqing/validate/prose/mention"
	"suanqing/validate/report"
)

// fundChanges judges that the changes of the three budgets' money are that of 财政拨款,
// whichever sections state them. Of a part without a change it is certain only where the
// text says 持平: what is nothing by the form may have been something last year.
func fundChanges(j *judging.Text) {
	for i := range lexicon.ByFunds {
		of := &lexicon.ByFunds[i]
		for _, key := range lexicon.Split(of.Totals) {
			for _, total := range j.By[key+" "+lexicon.Change] {
				fundChange(j, total, of.Parts)
			}
		}
	}
}

func fundChange(j *judging.Text, total *mention.Mention, parts []string) {
	var stated []*mention.Mention
	now, open := amount.Zero, false
	for _, keys := range parts {
		part, same := fundPart(j, total, keys)
		value, _ := judging.SumFigures(j.FormFigures(j.ByKey[lexicon.Split(keys)[0]], j.ByKey[lexicon.Split(keys)[0]].Final))
		now = now.Add(value)
		switch {
		case part != nil:
			stated = append(stated, part)
		case same:
		case value.IsZero() && len(j.Book.Tables) > 0:
			open = true // nothing this year, and last year not known
		default:
			return
		}
	}
	if len(stated) < 2 || !ofSameMoney(j, total, now) {
		return
	}
	s := Summed(j, "text.change-parts", total, stated)
	if !s.In.Bears() && (open && !s.alike() || oneTurned(j, s)) {
		return
	}
	severity := report.Error
	if open {
		severity = report.Warning
	}
	Total(j, severity, s)
}

// fundPart is the change of a part that a total's change goes with: in its section, or else in
// the section of the part; same says that the text says 与上年持平 of it.
func fundPart(j *judging.Text, total *mention.Mention, keys string) (part *mention.Mention, same bool) {
	for _, elsewhere := range []bool{false, true} {
		for _, key := range lexicon.Split(keys) {
			if part = j.Near(total, key, lexicon.Change, elsewhere); part != nil {
				return part, false
			}
			if saysSame(j, key, total) {
				return nil, true
			}
		}
	}
	return nil, false
}

// ofSameMoney says whether a change is of as much money as its parts are by the forms: what
// was carried in may be part of one and not of the other.
func ofSameMoney(j *judging.Text, total *mention.Mention, now amount.Amount) bool {
	if len(j.Book.Tables) == 0 {
		return true
	}
	value, _ := judging.SumFigures(j.FormFigures(total.Subject, total.Subject.Final))
	if n := j.Near(total, total.Subject.Key, lexicon.Final, false); n != nil && n.Passage == total.Passage {
		if value = n.Figure.Value; n.Suspect {
			value = j.Right[n].Value
		}
	}
	return value.Sub(now).Abs().Cmp(amount.New(5, -2)) <= 0
}

// oneTurned tells the one change of a sum that only needs the other direction, which alone
// makes it hold.
func oneTurned(j *judging.Text, s *sum) bool {
	var wrong *mention.Mention
	for _, m := range s.Mentions {
		if m.Figure.Value.IsZero() || !j.Turned(s.rule, s.total.Subject, &s.Operands, m) {
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
	j.Judged("text.direction", report.Violated, s.Mentions...)
	j.Tell(judging.RuleByID["text.direction"], report.Error, wrong, &judging.Operands{Mentions: s.Mentions}, nil,
		wrong.What()+"写的是"+wrong.Direction()+" "+wrong.Shown()+"，按"+j.WordsOf(&s.Operands, wrong)+"应是"+opposite(wrong.Direction()), "")
	return true
}
