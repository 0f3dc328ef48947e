package prose

import (
	"suanqing/validate/report"
)

// share judges what a part is of its whole.
func (j *judging) share(m *mention) {
	if m.closing != nil && !j.closes(m) {
		return
	}
	if m.whole == nil && m.under == nil {
		m.under = j.partOf(m)
	}
	whole := m.whole
	if whole == nil && m.under != nil {
		whole = m.under.subject
	}
	if whole == nil {
		whole = j.byKey[m.subject.whole]
	}
	if whole == nil || whole.key == m.subject.key {
		m.unsure = "没认出占的是什么"
		return
	}
	if m.whole == nil && m.under != nil && m.under.subject.key != m.subject.whole && j.shareOfUsual(m) {
		return
	}
	o := operands{}
	o.add(share, m)
	if m.whole == nil && m.under != nil && m.under.column == final {
		o.add(wholeFinal, m.under)
	} else if !j.find(&o, wholeFinal, m, whole, final) {
		m.unsure = "没找到“" + whole.key + "”的数"
		return
	}
	if !j.find(&o, final, m, m.subject, final) {
		if j.allSmall(m) || j.weighted(m) {
			return
		}
		m.unsure = "没有写这一项的金额"
		return
	}
	j.quotient("text.share", m, &o)
}

// closes settles what a share behind a list of parts is of: what the sentence is about where
// the parts are all of it, or whichever it holds for. It gives false where that is all, or
// where it is not certain.
func (j *judging) closes(m *mention) bool {
	var main *mention
	var parts []*mention
	for k := m.index - 1; k >= 0 && j.mentions[k].sentence == m.sentence; k-- {
		n := j.mentions[k]
		if n.number.kind != money || n.column != final {
			continue
		}
		if n.subject == m.closing {
			main = n
			break
		}
		parts = append(parts, n)
	}
	if main != nil && j.summed("text.sum", main, parts).in.Bears() {
		m.subject = m.closing
		m.figure.Row.Key, m.figure.Row.Name = m.subject.key, m.subject.key
		return true
	}
	for _, s := range []*subject{m.closing, m.subject} {
		o := operands{}
		o.add(share, m)
		if j.find(&o, wholeFinal, m, m.whole, final) && j.find(&o, final, m, s, final) && j.holds("text.share", m, &o) {
			return false
		}
	}
	m.unsure = "说不准占比说的是哪一项"
	return false
}

// partOf is the first amount of a sentence, where its subject is one whose parts the budgets
// are, and a later figure is of one of them; nil for none.
func (j *judging) partOf(m *mention) *mention {
	k := m.index
	for k > 0 && j.mentions[k-1].sentence == m.sentence {
		k--
	}
	head := j.mentions[k]
	if head == m || head.subject == nil || head.column != final || head.subject.key == m.subject.key {
		return nil
	}
	for _, key := range kindsOf[head.subject.key] {
		if key == m.subject.key {
			return head
		}
	}
	return nil
}

// shareOfUsual says whether a share of which the sentence does not say the whole is one of
// what such shares usually are of: of the grand total and not of the part before.
func (j *judging) shareOfUsual(m *mention) bool {
	whole := j.byKey[m.subject.whole]
	o := operands{}
	o.add(share, m)
	if whole == nil || !j.find(&o, wholeFinal, m, whole, final) || !j.find(&o, final, m, m.subject, final) {
		return false
	}
	return j.holds("text.share", m, &o)
}

// holds says whether a percentage is that of some figures, and notes it.
func (j *judging) holds(id string, m *mention, o *operands) bool {
	if in, _ := j.evaluate(ruleByID[id].Equation, m.subject, o); !in.Bears() {
		return false
	}
	j.judged(id, report.Holds, o.mentions...)
	return true
}

// allSmall judges 货物采购授予中小企业合同金额占货物支出金额的 100 %, which states no
// amount: where all of the contracts went to such firms, all of each kind did.
func (j *judging) allSmall(m *mention) bool {
	total, small := j.near(m, keyProcured, final, false), j.near(m, "授予中小企业", final, false)
	if m.passage.section.topic != procurement || total == nil || small == nil || m.whole == nil || m.whole.whole != keyProcured || small.subject == m.whole {
		return false
	}
	kind := j.near(m, m.whole.key, final, false)
	if kind == nil || kind.figure.Value.IsZero() || total.figure.Value != small.figure.Value {
		return false
	}
	r, all := ruleByID["text.share"], operands{}
	all.add(share, m)
	all.put(final, &kind.figure) // which all of it is
	all.put(wholeFinal, &kind.figure)
	in, _ := j.evaluate(r.Equation, m.subject, &all)
	switch {
	case in == nil:
		return false
	case in.Bears():
		j.judged("text.share", report.Holds, m)
		return true
	}
	j.judged("text.share", report.Violated, m)
	o := operands{mentions: []*mention{m, total, small}}
	j.tell(r, report.Error, m, &o, nil, "授予中小企业的合同金额等于采购总额，这里应是 100 %，写的是 "+m.shown(), "")
	return true
}
