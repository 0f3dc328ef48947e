package said

import (
	"suanqing/validate/amount"
	"suanqing/validate/prose/judging"
	"suanqing/validate/prose/lexicon"
	"suanqing/validate/prose/mention"
	"suanqing/validate/report"
)

// stock notes counts of vehicles that other sections confirm. Unlike ones are no finding:
// the two count other vehicles.
func stock(j *judging.Text) {
	for _, m := range j.By["公务用车保有量 "+lexicon.Things] {
		for _, n := range mention.Around(j.By["共有车辆 "+lexicon.Things], m.Index) {
			if j.IsOne(m, n) {
				j.Judged("text.twice", report.Holds, m, n)
				break
			}
		}
		if money := j.Near(m, "公务用车运行维护费", lexicon.Final, false); money != nil && money.Figure.Value.IsZero() && m.Figure.Value.IsZero() {
			j.Judged("text.counts", report.Holds, m)
		}
	}
}

// noGuests notes a count of 0 of guests for whom the text states no money: none, where the
// others took all of it.
func noGuests(j *judging.Text, m *mention.Mention) {
	if !m.Figure.Value.IsZero() {
		return
	}
	all := j.Near(m, "公务接待费", lexicon.Final, false)
	if all == nil {
		return
	}
	home := j.Near(m, "国内接待费", lexicon.Final, false)
	if all.Figure.Value.IsZero() || home != nil && home.Figure.Value == all.Figure.Value {
		j.Judged("text.counts", report.Holds, m)
	}
}

// averagesOf are amounts by the thing, with the money and the things.
var averagesOf = [][3]string{{"车均购置费", "公务用车购置费", "购置车辆"}, {"车均运行维护费", "公务用车运行维护费", "公务用车保有量"}, {"人均接待费", "公务接待费", "接待人次"}, {"人均出国费", "因公出国（境）费", "出国人次"}}

// averages notes amounts by the thing that are right. Others are no finding: their things
// may be those of the year's mean.
func averages(j *judging.Text) {
	for _, of := range averagesOf {
		for _, m := range j.By[of[0]+" "+lexicon.Final] {
			money, n := j.Near(m, of[1], lexicon.Final, false), j.Near(m, of[2], lexicon.Things, false)
			if money == nil || n == nil {
				continue
			}
			o := judging.Operands{}
			o.Add(judging.WholeFinal, money)
			o.Add(lexicon.Final, m)
			o.Add(judging.WholeThings, n)
			if in, _ := j.Evaluate(judging.RuleByID["text.counts"].Further[judging.ByTheThing], m.Subject, &o); in.Bears() {
				j.Judged("text.counts", report.Holds, m, money, n)
			}
		}
	}
}

// corroborated notes changes without a percentage that another sentence states of the same
// amount, or that are the whole amount.
func corroborated(j *judging.Text) {
	changes := map[amount.Amount][]*mention.Mention{}
	for _, m := range j.Mentions {
		if m.Column == lexicon.Change && m.Subject != nil && m.Checked {
			changes[m.Figure.Value] = append(changes[m.Figure.Value], m)
		}
	}
	for _, m := range j.Mentions {
		if m.Column != lexicon.Change && m.Column != lexicon.PlanChange || m.Checked || m.Subject == nil {
			continue
		}
		now := j.Near(m, m.Subject.Key, lexicon.Final, false)
		if now == nil || now.Passage != m.Passage {
			continue
		}
		if now.Figure.Value == m.Figure.Value { // there was none before
			j.Judged("text.twice", report.Holds, m)
			continue
		}
		for _, n := range changes[m.Figure.Value] {
			if other := j.Near(n, n.Subject.Key, lexicon.Final, false); m.Column == lexicon.Change && other != nil && other.Figure.Value == now.Figure.Value {
				j.Judged("text.twice", report.Holds, m, n)
				break
			}
		}
	}
}
