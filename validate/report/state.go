package report

import "strings"

// State is what the check came to about a form, or about the written half.
type State string

const (
	StateFail    State = "fail"    // its own equations fail, or a figure of its own is likely wrong; of the text, words of an error stand in it
	StateWarning State = "warning" // no error, and a warning
	StateTails   State = "tails"   // no more than rounding tails
	StatePass    State = "pass"
	StateUnknown State = "unknown" // a text in which nothing was checked
	StateEmpty   State = "empty"   // a form without figures, and without an error or a warning
	StateMissing State = "missing" // a form that should be there
	StateAbsent  State = "absent"  // a form that need not be
	StateDoubted State = "doubted" // a form that is there, on pages, and could not be made out
)

// states are those that findings come to, by how grave.
var states = [...]State{StatePass, StateTails, StateWarning, StateFail}

const failing = len(states) - 1

// settle says of each form and of the written half what the check came to. Where words and
// a form part, the form is as its own equations say: those fail too where it is the form
// that is wrong, as far as a file can show that; otherwise it is the text that is marked.
func (r *Report) settle() {
	r.Forms = append([]Form{}, r.Forms...) // a report of several books shares them
	for i := range r.Forms {
		r.Forms[i].settle(r.worst(r.Forms[i].Form))
	}
	if r.Text != nil {
		t := *r.Text
		if t.State = states[r.worst("")]; t.State == StatePass && t.Checked == 0 {
			t.State = StateUnknown
		}
		r.Text = &t
	}
}

// worst is the gravest of what is found of a form's own figures, "" being the written half.
func (r *Report) worst(form string) (n int) {
	for i := range r.Findings {
		f := &r.Findings[i]
		if grave := f.Severity.gravity(); grave > n && r.isOf(f, form) {
			n = grave
		}
	}
	for i := range r.Suspects {
		s := &r.Suspects[i]
		if !s.Likely || form == "" {
			continue
		}
		if s.isOf(form) {
			n = failing
		}
		for k := range s.Changes {
			if s.Changes[k].isOf(form) {
				n = failing
			}
		}
	}
	return n
}

func (r *Report) isOf(f *Finding, form string) bool {
	if f.IsWritten() {
		return form == "" && (f.Suspect == nil || !r.Suspects[*f.Suspect].Likely) // else it is the form that is wrong
	}
	for k := range f.Cells {
		if c := &f.Cells[k]; form != "" && c.Form == form && c.File == "" {
			return true
		}
	}
	return false
}

func (c *Change) isOf(form string) bool { return c.Form == form && c.File == "" }

func (f *Form) settle(found int) {
	switch f.State = states[found]; {
	case found == failing:
	case f.Status == Missing && f.Reason != "":
		f.State = StateAbsent
	case f.Status == Missing && f.Doubt != "":
		f.State = StateDoubted
	case f.Status == Missing:
		f.State = StateMissing
	case f.State != StateWarning && f.Status == Empty:
		f.State = StateEmpty
	}
}

func (s Severity) gravity() int {
	switch s {
	case Error:
		return failing
	case Warning:
		return 2
	case Tail:
		return 1
	}
	return 0
}

// IsWritten says whether a finding is about the written half.
func (f *Finding) IsWritten() bool {
	for _, begin := range []string{"text.", "performance.", "glossary."} {
		if strings.HasPrefix(f.Rule, begin) {
			return true
		}
	}
	for i := range f.Cells {
		if f.Cells[i].Words != "" {
			return true
		}
	}
	return false
}
