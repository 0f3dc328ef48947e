package report

import (
	"slices"
	"strings"
)

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
)

// settle says of each form and of the written half what the check came to. Where words and
// a form part, the form is as its own equations say: those fail too where it is the form
// that is wrong, as far as a file can show that; otherwise it is the text that is marked.
func (r *Report) settle() {
	r.Forms = slices.Clone(r.Forms) // a report of several books shares them
	for i := range r.Forms {
		f := &r.Forms[i]
		f.State = f.stateAmong(r)
	}
	if r.Text != nil {
		text := *r.Text
		text.State = text.stateAmong(r)
		r.Text = &text
	}
}

func (f *Form) stateAmong(r *Report) State {
	own := func(file, form string) bool { return file == "" && form == f.Form }
	found := worst(r, func(x *Finding) bool {
		return !x.IsWritten() && slices.ContainsFunc(x.Cells, func(c Cell) bool { return own(c.File, c.Form) })
	})
	if slices.ContainsFunc(r.Suspects, func(s Suspect) bool {
		return s.Likely && (own(s.File, s.Form) || slices.ContainsFunc(s.Changes, func(c Change) bool { return own(c.File, c.Form) }))
	}) {
		found = StateFail
	}
	switch {
	case found == StateFail:
		return found
	case f.Status == Missing && f.Reason != "":
		return StateAbsent
	case f.Status == Missing:
		return StateMissing
	case found == StateWarning:
		return found
	case f.Status == Empty:
		return StateEmpty
	}
	return found
}

func (t *Text) stateAmong(r *Report) State {
	found := worst(r, func(x *Finding) bool {
		return x.IsWritten() && (x.Suspect == nil || !r.Suspects[*x.Suspect].Likely) // else it is the form that is wrong
	})
	if found == StatePass && t.Checked == 0 {
		return StateUnknown
	}
	return found
}

// writtenRules are how the rules of the written half begin.
var writtenRules = []string{"text.", "performance.", "glossary."}

// IsWritten says whether a finding is about the written half.
func (f *Finding) IsWritten() bool {
	return slices.ContainsFunc(writtenRules, func(begin string) bool { return strings.HasPrefix(f.Rule, begin) }) ||
		slices.ContainsFunc(f.Cells, func(c Cell) bool { return c.Words != "" })
}

// worst is what the findings of a kind come to.
func worst(r *Report, is func(*Finding) bool) State {
	states := []State{StatePass, StateTails, StateWarning, StateFail}
	of := map[Severity]int{Error: 3, Warning: 2, Tail: 1}
	found := 0
	for i := range r.Findings {
		if f := &r.Findings[i]; of[f.Severity] > found && is(f) {
			found = of[f.Severity]
		}
	}
	return states[found]
}
