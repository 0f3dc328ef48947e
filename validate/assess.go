package validate

import (
	"suanqing/validate/bind"
	"suanqing/validate/document"
	"suanqing/validate/localise"
	"suanqing/validate/report"
	"suanqing/validate/rule"
)

// assess is the one way from a workbook to its report: bound, judged, localised, and
// the verdict drawn. It gives the book as bound and what it came to, nil where nothing
// could be judged, which the report's Error says. suppose, where given, changes what was bound before
// it is judged.
func assess(r *report.Report, book *document.Document, written Written, say Progress, suppose func(*bind.Book) error) (*bind.Book, *rule.Outcome) {
	bound := bind.Find(book, func(done, total int) { say("读取工作表", done, total) })
	switch {
	case bound.Refusal != nil:
		r.Error = failure(bound.Refusal)
		return nil, nil
	case len(bound.Tables) == 0 && len(bound.Doubted) == 0:
		if written == nil || !textAlone(r, bound, written) {
			r.Error = noForms(bound)
			return nil, nil
		}
		return bound, nil
	}
	if bound.Year == 0 {
		bound.Year = bind.YearInName(r.File)
	}
	if suppose != nil {
		if err := suppose(bound); err != nil {
			r.Error = &report.Failure{Code: "suppose", Message: err.Error()}
			return nil, nil
		}
	}
	say("核对", 0, 0)
	describe(r, bound)
	out := rule.Run(bound)
	if written != nil {
		say("核对文字", 0, 0)
		r.Text = written(bound, out)
	}
	r.Rules, r.Findings, r.Verdict = out.Rules, out.Findings, out.Verdict()
	r.Suspects, r.Search = localise.Find(bound, out)
	r.Link()
	locate(r, book)
	return bound, out
}

// textAlone judges a written half that came without forms: inside itself. The report says
// that the forms are missing. ok is false where there is no such text.
func textAlone(r *report.Report, b *bind.Book, written Written) (ok bool) {
	if b.Year == 0 {
		b.Year = bind.YearInName(r.File)
	}
	out := &rule.Outcome{Findings: []report.Finding{}, Rules: []report.Rule{{Rule: "book.forms", Title: "九张表齐全", Outcome: report.Skipped,
		Reason: "只有文字说明，没有九张表：只在文字之间核对过；要和表核对，请和报表一起检查", Unchecked: true}}}
	if r.Text = written(b, out); r.Text == nil || r.Text.Figures == 0 {
		r.Text = nil
		return false
	}
	describe(r, b)
	r.Rules, r.Findings, r.Verdict = out.Rules, out.Findings, out.Verdict()
	r.Link()
	locate(r, b.Document)
	return true
}
