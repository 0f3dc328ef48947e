package compare

import (
	"fmt"

	"suanqing/validate"
	"suanqing/validate/form"
	"suanqing/validate/report"
	"suanqing/validate/written"
)

// Report is how a whole report was read: its forms against the workbook, its text against
// the Word file.
type Report struct {
	Forms                    Outcome
	Figures, Written         int // of the text: in the PDF, in the Word file
	Checked, WrittenChecked  int
	Unread                   int      // forms that hold figures and are not read
	Errors, Warnings, Unsure []string // that the PDF alone has; why forms are not read
}

// Whole compares a report's PDF with its workbook and its Word file.
func Whole(workbook, word, pdf []byte) (Report, error) {
	forms, err := Books(workbook, pdf)
	if err != nil {
		return Report{}, err
	}
	judge := validate.Judge{Written: written.Judge}
	was, got := judge.Book("report.docx", word, open, nil), judge.Book("report.pdf", pdf, open, nil)
	out := Report{Forms: forms}
	if t := was.Report.Text; t != nil {
		out.Written, out.WrittenChecked = t.Figures, t.Checked
	}
	if t := got.Report.Text; t != nil {
		out.Figures, out.Checked = t.Figures, t.Checked
	}
	full := map[form.ID]bool{}
	for _, f := range was.Report.Forms {
		full[form.ID(f.Form)] = f.Figures > 0
	}
	for _, f := range got.Report.Forms {
		if full[form.ID(f.Form)] && f.Figures == 0 {
			out.Unread++
			out.Unsure = append(out.Unsure, fmt.Sprint(f.Form, " ", f.State, " ", f.Doubt))
		}
	}
	out.Errors = Beyond(instances(got.Report, report.Error), instances(was.Report, report.Error))
	out.Warnings = Beyond(instances(got.Report, report.Warning), instances(was.Report, report.Warning))
	return out, nil
}

// Add adds what another report came to.
func (r *Report) Add(o Report) {
	r.Forms.Figures, r.Forms.Right = r.Forms.Figures+o.Forms.Figures, r.Forms.Right+o.Forms.Right
	r.Forms.Wrong = append(r.Forms.Wrong, o.Forms.Wrong...)
	r.Figures, r.Written, r.Checked, r.WrittenChecked = r.Figures+o.Figures, r.Written+o.Written, r.Checked+o.Checked, r.WrittenChecked+o.WrittenChecked
	r.Unread += o.Unread
	r.Errors, r.Warnings = append(r.Errors, o.Errors...), append(r.Warnings, o.Warnings...)
}

// Lines are what is not as it should be, at most so many of a kind.
func (r *Report) Lines(most int) (out []string) {
	for _, all := range [][]string{r.Forms.Wrong, r.Unsure, r.Errors, r.Warnings} {
		out = append(out, all[:min(most, len(all))]...)
	}
	return out
}
