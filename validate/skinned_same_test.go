package validate_test

import (
	"fmt"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"suanqing/validate/amount"
	"suanqing/validate/bind"
	"suanqing/validate/document"
	"suanqing/validate/form"
	"suanqing/validate/lab/fixture"
	"suanqing/validate/report"
)

// unlikePlain lists how a report departs from that of the plain workbook: addresses and
// sheets may, and there may be one more warning a rule, or a notice a form.
func unlikePlain(want, have *report.Report) []string {
	if have.Error != nil {
		return []string{"refused: " + have.Error.Code + ": " + have.Error.Message}
	}
	var out []string
	same := func(what, want, have any) {
		if want != have {
			out = append(out, fmt.Sprintf("%v: %v, not %v", what, have, want))
		}
	}
	same("verdict", want.Verdict, have.Verdict)
	same("department", want.Department, have.Department)
	same("year", want.Year, have.Year)
	same("unit", want.Unit, have.Unit)
	for i := range want.Forms {
		same(want.Forms[i].Form, fmt.Sprint(want.Forms[i].Status, want.Forms[i].Figures), fmt.Sprint(have.Forms[i].Status, have.Forms[i].Figures))
	}
	for _, f := range beyond(want, have) {
		out = append(out, "not found: "+placed(f))
	}
	most := map[report.Severity]int{report.Warning: 1, report.Notice: len(fixture.FormIDs)}
	more := map[string]int{}
	for _, f := range beyond(have, want) {
		if more[f.Rule]++; more[f.Rule] > most[f.Severity] {
			out = append(out, "more: "+placed(f))
		}
	}
	same("first suspect", namedFirst(want), namedFirst(have))
	slices.Sort(out)
	return out[:min(len(out), 12)]
}

// beyond lists the findings of a report that another does not have.
func beyond(r, other *report.Report) []*report.Finding {
	theirs := map[string]int{}
	for i := range other.Findings {
		theirs[placed(&other.Findings[i])]++
	}
	var out []*report.Finding
	for i := range r.Findings {
		key := placed(&r.Findings[i])
		if theirs[key] == 0 {
			out = append(out, &r.Findings[i])
		}
		theirs[key] = max(0, theirs[key]-1)
	}
	return out
}

// placed is a finding by its rule, its weight and where it stands on the forms.
func placed(f *report.Finding) string {
	var cells []string
	for _, c := range f.Cells {
		if c.Form != "" && (c.Value != "" || c.Side == "") {
			cells = append(cells, fmt.Sprintf("%s[%s,%s]%s%s=%s", c.Form, c.Row, c.Column, c.Side, c.Sign, c.Value))
		}
	}
	slices.Sort(cells)
	return fmt.Sprint(f.Rule, " ", f.Severity, " ", f.Difference, " ", strings.Join(cells, " "))
}

func namedFirst(r *report.Report) string {
	if len(r.Suspects) == 0 {
		return "none"
	}
	s := r.Suspects[0]
	return fmt.Sprintf("%s[%s,%s] %s, %s: %s likely %t", s.Form, s.Row, s.Column, s.Value, s.Suggest, s.Kind, s.Likely)
}

// unboundValues lists the figures that are not bound to their form, row and column
// with their value, and those found where none should be.
func unboundValues(doc *document.Document, placements []fixture.Placement) []string {
	b := bind.Find(doc, nil)
	var wrong []string
	for _, p := range placements {
		want := decimal.Zero
		if p.Value != "" {
			want = decimal.RequireFromString(p.Value)
		}
		got, found := boundValue(b, p.Slot)
		switch {
		case !found && p.Value != "":
			wrong = append(wrong, fmt.Sprintf("%v at %s not bound", p.Slot, p.Cell))
		case found && !got.Equal(want):
			wrong = append(wrong, fmt.Sprintf("%v = %s, want %s", p.Slot, got, want))
		}
	}
	b.Each(func(table *bind.Table) {
		for _, u := range table.Unbound {
			wrong = append(wrong, fmt.Sprintf("%s: %s unbound: %s", table.Form.ID, u.Shown, u.Reason))
		}
	})
	return wrong[:min(len(wrong), 12)]
}

// boundValue is the figure bound to a slot, in the unit its form prints.
func boundValue(b *bind.Book, s fixture.Slot) (decimal.Decimal, bool) {
	table := b.Tables[form.ID(s.Form)]
	if table == nil {
		return decimal.Zero, false
	}
	r := table.Row(s.Row)
	if r == nil {
		return decimal.Zero, false
	}
	f := r.Figure(s.Column)
	if f == nil {
		return decimal.Zero, false
	}
	inUnit := f.Value
	if table.Unit.Known() {
		inUnit, _ = b.Unit.In(table.Unit, inUnit)
	}
	return decimal.RequireFromString(amount.Plain(inUnit)), true
}

// holds says that a cell of a document is a text, blanks and marks of direction around it
// apart.
func holds(doc *document.Document, text string) bool {
	for _, sheet := range doc.Sheets {
		for _, row := range sheet.Rows {
			for _, c := range row.Cells {
				if c.Kind == document.Text && strings.TrimSpace(strings.ReplaceAll(strings.TrimFunc(c.Stored, amount.Invisible), "\u00a0", " ")) == text {
					return true
				}
			}
		}
	}
	return false
}
