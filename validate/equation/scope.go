package equation

import (
	"strings"
	"suanqing/validate/internal/say"

	"suanqing/validate/form"
)

// Rows is the set of rows a rule goes through.
type Rows string

const (
	NoRows     Rows = ""
	EachRow    Rows = "每行"  // every row of the form, the total included
	EachClass  Rows = "每类"  // every class 类 that one of the forms prints
	EachParent Rows = "每级"  // every row that has rows below it, the total not included
	EachCode   Rows = "每码"  // every code that one of the forms prints, and 合计
	TotalRow   Rows = "合计行" // the total row
)

// Scope is what a rule is repeated for: "F03 每行", "F03 F05 每码 每列".
type Scope struct {
	Text    string
	Forms   []form.ID
	Rows    Rows
	Columns bool // 每列: every column of the first form
}

// MustScope parses a scope of the catalogue and panics on a bad one.
func MustScope(text string) *Scope {
	s := &Scope{Text: text}
	for _, word := range strings.Fields(text) {
		switch Rows(word) {
		case EachRow, EachClass, EachParent, EachCode, TotalRow:
			s.Rows = Rows(word)
			continue
		}
		switch {
		case word == "每列":
			s.Columns = true
		case form.Public().ByID(form.ID(word)) != nil:
			s.Forms = append(s.Forms, form.ID(word))
		default:
			panic(say.Text("scope %q: what is %q?", text, word))
		}
	}
	if len(s.Forms) == 0 || s.Rows == NoRows && !s.Columns {
		panic(say.Text("scope %q: form and 每… wanted", text))
	}
	return s
}
