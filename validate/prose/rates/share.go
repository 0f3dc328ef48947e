package rates

import (
	"suanqing/validate/prose/judging"
	"suanqing/validate/prose/lexicon"
	"suanqing/validate/prose/mention"
	"suanqing/validate/prose/scan"
	"suanqing/validate/prose/sums"
	"suanqing/validate/report"
)

// share judges what a part is of its whole.
func share(j *judging.Text, m *mention.Mention) {
	if m.Closing != nil && !closes(j, m) {
		return
	}
	if m.Alone && !mostlyShares(j, m) {
		m.Unsure = "没写是占比还是别的"
		return
	}
	if m.Whole == nil && m.Under == nil {
		m.Under = partOf(j, m)
	}
	whole := m.Whole
	if whole == nil && m.Under != nil {
		whole = m.Under.Subject
	}
	if whole == nil {
		whole = j.ByKey[m.Subject.Whole]
	}
	if whole == nil || whole.Key == m.Subject.Key {
		m.Unsure = "没认出占的是什么"
		return
	}
	if m.Whole == nil && m.Under != nil && m.Under.Subject.Key != m.Subject.Whole && shareOfUsual(j, m) {
		return
	}
	o := judging.Operands{}
	o.Add(lexicon.Share, m)
	if m.Whole == nil && m.Under != nil && m.Under.Column == lexicon.Final {
		o.Add(judging.WholeFinal, m.Under)
	} else if !j.Find(&o, judging.WholeFinal, m, whole, lexicon.Final) {
		m.Unsure = "没找到“" + whole.Key + "”的数"
		return
	}
	if !j.Find(&o, lexicon.Final, m, m.Subject, lexicon.Final) {
		if allSmall(j, m) || weighted(j, m) {
			return
		}
		m.Unsure = "没有写这一项的金额"
		return
	}
	if other := j.ByKey[ofTheYear[whole.Key]]; other != nil && m.Whole == whole && ofOther(j, m, other) {
		return
	}
	quotient(j, "text.share", m, &o)
}

// mostlyShares says whether of the percentages alone in brackets of a section, of which no word says
// what they are, behind parts of one whole, most are shares: of one alone it is not certain.
func mostlyShares(j *judging.Text, m *mention.Mention) bool {
	held, all := 0, 0
	for k := max(0, m.Index-mention.Window); k < min(len(j.Mentions), m.Index+mention.Window); k++ {
		n := j.Mentions[k]
		if n.Passage.Section != m.Passage.Section || !n.Alone || n.Subject.Whole != m.Subject.Whole {
			continue
		}
		all++
		whole := j.ByKey[n.Subject.Whole]
		if n.Under != nil && n.Under.Subject != nil {
			whole = n.Under.Subject
		}
		if whole == nil {
			continue
		}
		o := judging.Operands{}
		o.Add(lexicon.Share, n)
		if j.Find(&o, judging.WholeFinal, n, whole, lexicon.Final) && j.Find(&o, lexicon.Final, n, n.Subject, lexicon.Final) {
			if in, _ := j.Evaluate(judging.RuleByID["text.share"].Equation, n.Subject, &o); in.Bears() {
				held++
			}
		}
	}
	return all > 1 && 2*held >= all
}

// ofTheYear are what shares of the grand totals are often of: 占总收入的 is said of either, and so is 占本年支出合计的 where the grants are told of.
var ofTheYear = map[string]string{"收入总计": lexicon.KeyIncome, "支出总计": lexicon.KeySpending, lexicon.KeyGrantsSpent: lexicon.KeySpending, lexicon.KeyGrantsIncome: lexicon.KeyIncome}

// ofOther says whether a share is one of another whole than its words name.
func ofOther(j *judging.Text, m *mention.Mention, whole *lexicon.Subject) bool {
	o := judging.Operands{}
	o.Add(lexicon.Share, m)
	return j.Find(&o, judging.WholeFinal, m, whole, lexicon.Final) && j.Find(&o, lexicon.Final, m, m.Subject, lexicon.Final) && holds(j, "text.share", m, &o)
}

// closes settles what a share behind a list of parts is of: what the sentence is about where
// the parts are all of it, or whichever it holds for. It gives false where that is all, or
// where it is not certain.
func closes(j *judging.Text, m *mention.Mention) bool {
	var main *mention.Mention
	var parts []*mention.Mention
	for k := m.Index - 1; k >= 0 && j.Mentions[k].Sentence == m.Sentence; k-- {
		n := j.Mentions[k]
		if n.Number.Kind != scan.Money || n.Column != lexicon.Final {
			continue
		}
		if n.Subject == m.Closing {
			main = n
			break
		}
		parts = append(parts, n)
	}
	if main != nil && sums.Summed(j, "text.sum", main, parts).In.Bears() {
		m.Subject = m.Closing
		m.Figure.Row.Key, m.Figure.Row.Name = m.Subject.Key, m.Subject.Key
		return true
	}
	for _, s := range []*lexicon.Subject{m.Closing, m.Subject} {
		o := judging.Operands{}
		o.Add(lexicon.Share, m)
		if j.Find(&o, judging.WholeFinal, m, m.Whole, lexicon.Final) && j.Find(&o, lexicon.Final, m, s, lexicon.Final) && holds(j, "text.share", m, &o) {
			return false
		}
	}
	m.Unsure = "说不准占比说的是哪一项"
	return false
}

// partOf is the first amount of a sentence, where its subject is one whose parts the budgets
// are, and a later figure is of one of them; nil for none.
func partOf(j *judging.Text, m *mention.Mention) *mention.Mention {
	k := m.Index
	for k > 0 && j.Mentions[k-1].Sentence == m.Sentence {
		k--
	}
	head := j.Mentions[k]
	if head == m || head.Subject == nil || head.Column != lexicon.Final || head.Subject.Key == m.Subject.Key {
		return nil
	}
	for _, key := range lexicon.KindsOf[head.Subject.Key] {
		if key == m.Subject.Key {
			return head
		}
	}
	return nil
}

// shareOfUsual says whether a share of which the sentence does not say the whole is one of
// what such shares usually are of: of the grand total and not of the part before.
func shareOfUsual(j *judging.Text, m *mention.Mention) bool {
	whole := j.ByKey[m.Subject.Whole]
	o := judging.Operands{}
	o.Add(lexicon.Share, m)
	if whole == nil || !j.Find(&o, judging.WholeFinal, m, whole, lexicon.Final) || !j.Find(&o, lexicon.Final, m, m.Subject, lexicon.Final) {
		return false
	}
	return holds(j, "text.share", m, &o)
}

// holds says whether a percentage is that of some figures, and notes it.
func holds(j *judging.Text, id string, m *mention.Mention, o *judging.Operands) bool {
	if in, _ := j.Evaluate(judging.RuleByID[id].Equation, m.Subject, o); !in.Bears() {
		return false
	}
	j.Judged(id, report.Holds, o.Mentions...)
	return true
}

// allSmall judges 货物采购授予中小企业合同金额占货物支出金额的 100 %, which states no
// amount: where all of the contracts went to such firms, all of each kind did.
func allSmall(j *judging.Text, m *mention.Mention) bool {
	total, small := j.Near(m, lexicon.KeyProcured, lexicon.Final, false), j.Near(m, "授予中小企业", lexicon.Final, false)
	if m.Passage.Section.Topic != lexicon.Procurement || total == nil || small == nil || m.Whole == nil || m.Whole.Whole != lexicon.KeyProcured || small.Subject == m.Whole {
		return false
	}
	kind := j.Near(m, m.Whole.Key, lexicon.Final, false)
	if kind == nil || kind.Figure.Value.IsZero() || total.Figure.Value != small.Figure.Value {
		return false
	}
	r, all := judging.RuleByID["text.share"], judging.Operands{}
	all.Add(lexicon.Share, m)
	all.Put(lexicon.Final, &kind.Figure) // which all of it is
	all.Put(judging.WholeFinal, &kind.Figure)
	in, _ := j.Evaluate(r.Equation, m.Subject, &all)
	switch {
	case in == nil:
		return false
	case in.Bears():
		j.Judged("text.share", report.Holds, m)
		return true
	}
	j.Judged("text.share", report.Violated, m)
	o := judging.Operands{Mentions: []*mention.Mention{m, total, small}}
	j.Tell(r, report.Error, m, &o, nil, "授予中小企业的合同金额等于采购总额，这里应是 100 %，写的是 "+m.Shown(), "")
	return true
}
