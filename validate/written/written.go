// Package written composes the judges of the written half: the text, the performance
// tables, the 名词解释.
package written

import (
	"suanqing/validate/bind"
	"suanqing/validate/glossary"
	"suanqing/validate/performance"
	"suanqing/validate/prose"
	"suanqing/validate/report"
	"suanqing/validate/rule"
)

// Judge judges the whole written half of a book; it is a validate.Written.
func Judge(b *bind.Book, out *rule.Outcome) *report.Text {
	text := prose.Judge(b, out)
	performance.Judge(b, out, text)
	glossary.Judge(b, out)
	return text
}

// Catalogue is every rule of the written half, in the order in which they are told.
func Catalogue() []*rule.Rule {
	return append(append(append([]*rule.Rule{}, prose.Catalogue()...), performance.Catalogue()...), glossary.Catalogue()...)
}
