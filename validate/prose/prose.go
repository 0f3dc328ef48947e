// Package prose judges the written half of the final accounts (情况说明, 名词解释,
// 绩效自评) against the forms and against itself: each sentence says of a subject its
// measures for a period, and must agree with the form, with the other figures of the
// sentence, and with the other sentences that say the same.
package prose

import (
	"suanqing/validate/bind"
	"suanqing/validate/report"
	"suanqing/validate/rule"
)

// Judge judges the written half that stands in the book's document, or in those that
// came beside it, and adds to the outcome. It gives nil where there is no text.
func Judge(b *bind.Book, out *rule.Outcome) *report.Text {
	return nil
}
