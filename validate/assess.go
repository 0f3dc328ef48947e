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
	case len(bound.Tables) == 0:
		r.Error = noForms(bound)
		return nil, nil
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
	return bound, out
}
