// Package prose judges the written half of the final accounts (情况说明, 名词解释,
// 绩效自评) against the forms and against itself: each sentence says of a subject its
// measures for a period, and must agree with the form, with the other figures of the
// sentence, and with the other sentences that say the same.
//
// Its folders import one way, each from those before it (layers_test.go): the words as data
// and the numbers (lexicon, scan), paragraphs and sections (passage), figures and what they
// are of (mention), the sentences read into them (read), what all rules stand on (judging),
// and the rules by kind (sums, amounts, previous, rates, twice, said).
package prose

import (
	"suanqing/validate/bind"
	"suanqing/validate/prose/amounts"
	"suanqing/validate/prose/judging"
	"suanqing/validate/prose/passage"
	"suanqing/validate/prose/previous"
	"suanqing/validate/prose/rates"
	"suanqing/validate/prose/read"
	"suanqing/validate/prose/said"
	"suanqing/validate/prose/sums"
	"suanqing/validate/prose/twice"
	"suanqing/validate/report"
	"suanqing/validate/rule"
)

// Judge judges the written half that stands in the book's document, or in those that
// came beside it, and adds to the outcome. It gives nil where there is no text.
func Judge(b *bind.Book, out *rule.Outcome) *report.Text {
	r := passage.Collect(b)
	if len(r.Passages) == 0 {
		return nil
	}
	rd := read.NewReader(r)
	rd.Read()
	if len(rd.Mentions) == 0 && len(rd.Notes) == 0 {
		return nil
	}
	j := judging.Begin(rd, out.Equations)
	said.TakenNames(j)
	j.Order()
	amounts.Judge(j)
	previous.Judge(j)
	rates.Judge(j)
	sums.Changes(j)
	sums.Judge(j)
	twice.Judge(j)
	j.SettleDoubts()
	said.Judge(j)
	out.Add(j.Rules(), j.Findings, j.Evidence())
	return j.Report()
}

// Catalogue is every rule of the written half, in the order in which they are told.
func Catalogue() []*rule.Rule { return judging.All }
