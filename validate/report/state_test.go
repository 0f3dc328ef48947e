package report

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// TestStates: a form is as its own equations say; words that part from it mark the text,
// unless a figure of the form is likely wrong.
func TestStates(t *testing.T) {
	cell := func(form string) Cell { return Cell{Sheet: form, Cell: "A1", Form: form} }
	words := Cell{Sheet: "文", Cell: "A9", Words: "1,678.91 万元"}
	forms := func() []Form {
		return []Form{{Form: "F01", Status: Read}, {Form: "F03", Status: Read}, {Form: "F07", Status: Empty}, {Form: "F08", Status: Missing}, {Form: "F09", Status: Missing, Reason: "没有"}}
	}
	states := func(r *Report) (all []State) {
		r.Link()
		for _, f := range r.Forms {
			all = append(all, f.State)
		}
		if r.Text != nil {
			all = append(all, r.Text.State)
		}
		return all
	}
	text := &Text{Checked: 3}
	parted := Finding{Rule: "text.grand", Severity: Error, Cells: []Cell{words, cell("F01")}}
	assert.Equal(t, []State{StatePass, StatePass, StateEmpty, StateMissing, StateAbsent}, states(&Report{Forms: forms()}))
	assert.Equal(t, []State{StatePass, StateTails, StateEmpty, StateMissing, StateAbsent, StateFail},
		states(&Report{Forms: forms(), Text: text, Findings: []Finding{parted, {Rule: "F03.total", Severity: Tail, Cells: []Cell{cell("F03")}}}}))
	assert.Empty(t, text.State, "what was given stays")

	wrong := Suspect{Change: Change{Form: "F01"}, Likely: true, Explains: []int{0, 1}}
	broken := Finding{Rule: "F01.total", Severity: Error, Cells: []Cell{cell("F01")}}
	assert.Equal(t, []State{StateFail, StatePass, StateEmpty, StateMissing, StateAbsent, StatePass},
		states(&Report{Forms: forms(), Text: text, Findings: []Finding{parted, broken}, Suspects: []Suspect{wrong}}), "it is the form that is wrong")
	wrong.Likely = false
	assert.Equal(t, []State{StateFail, StatePass, StateEmpty, StateMissing, StateAbsent, StateFail},
		states(&Report{Forms: forms(), Text: text, Findings: []Finding{parted, broken}, Suspects: []Suspect{wrong}}), "nobody knows")

	unit := broken
	unit.Cells = []Cell{{File: "单位.xlsx", Form: "F01"}}
	scores := Finding{Rule: "performance.total", Severity: Warning, Cells: []Cell{{Sheet: "自评表", Cell: "C9"}}}
	assert.Equal(t, []State{StatePass, StatePass, StateEmpty, StateMissing, StateAbsent, StateWarning},
		states(&Report{Forms: forms(), Text: text, Findings: []Finding{unit, scores}}), "another book's form is not this one's")
	assert.Equal(t, []State{StateDoubted}, states(&Report{Forms: []Form{{Form: "F04", Status: Missing, Doubt: "分不清"}}}), "it is there")
	assert.Equal(t, StateUnknown, states(&Report{Text: &Text{}})[0])
	assert.Equal(t, []State{StatePass, StateFail}, states(&Report{Forms: forms()[:2], Findings: []Finding{{Severity: Notice, Cells: []Cell{cell("F01")}}, {Severity: Error, Cells: []Cell{cell("F03")}}}}))
}
