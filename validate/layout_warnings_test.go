package validate_test

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"suanqing/validate"
	"suanqing/validate/lab/fixture"
	"suanqing/validate/report"
)

// ofLayout are the rules that speak of how a report is written, not of its
// figures: what they find comes and goes with the layout.
var ofLayout = map[string]func(drawing) bool{
	"book.forms":       func(d drawing) bool { return d.layout.LacksState(d.book) },
	"book.unit-stated": func(d drawing) bool { return d.layout.Lines == fixture.NoLines },
	"book.unit-same":   func(d drawing) bool { return len(d.layout.Units) > 0 && d.layout.Scale == fixture.NoScale },
	"book.other-set":   func(d drawing) bool { return d.layout.TreasuryBeside || d.layout.BudgetBeside },
	"cell.text-number": func(d drawing) bool {
		switch d.layout.Figures {
		case fixture.PlainText, fixture.SeparatedText, fixture.PaddedText:
			return true
		case fixture.FullWidthText:
			return strings.HasPrefix(d.layout.Zero, "0") // the zeros are plain
		}
		return false
	},
	"cell.full-width": func(d drawing) bool { return d.layout.Figures == fixture.FullWidthText },
	"cell.decimals": func(d drawing) bool {
		return d.layout.Scale == fixture.TenThousandsFour
	},
	"cell.hidden": func(d drawing) bool {
		l := d.layout
		alone := !l.OneSheet && l.PerSheet < 2
		return alone && (l.HideSheets || l.HideColumns) || l.HideRows
	},
	"cell.no-value": func(d drawing) bool {
		l := d.layout
		return l.Formulas && l.Uncached && l.Figures == fixture.Numbers && !l.LeavesOnly
	},
}

// ofFigures are the warnings that the books themselves deserve.
func ofFigures(b *fixture.Book) map[string]bool {
	deserved := map[string]bool{}
	for _, f := range b.Forms {
		for _, r := range f.Rows {
			for _, v := range r.Values {
				if strings.HasPrefix(v, "-") {
					deserved["cell.negative"] = true
				}
			}
		}
	}
	return deserved
}

// alarms lists what a check says against a consistent report beyond what its
// layout deserves, and what it leaves unsaid.
func alarms(w *fixture.Workbook, d drawing) []string {
	r := validate.Check("clean.xlsx", w.Bytes, nil).Report
	if r.Error != nil {
		return []string{r.Error.Message}
	}
	deserved := ofFigures(d.book)
	for rule, holds := range ofLayout {
		if holds(d) {
			deserved[rule] = true
		}
	}
	var wrong []string
	said := map[string]bool{}
	for _, f := range r.Findings {
		if f.Severity == report.Tail || f.Rule == "code.other-year" {
			continue // the year and the names of a layout are drawn apart
		}
		said[f.Rule] = true
		if f.Severity == report.Error || !deserved[f.Rule] {
			wrong = append(wrong, fmt.Sprintf("%s %s: %s", f.Severity, f.Rule, f.Message))
		}
	}
	for _, rule := range slices.Sorted(maps.Keys(deserved)) {
		if !said[rule] {
			wrong = append(wrong, "not said: "+rule)
		}
	}
	for _, o := range r.Rules {
		if o.Unchecked {
			wrong = append(wrong, "unchecked "+o.Rule+": "+o.Reason)
		}
	}
	return wrong
}
