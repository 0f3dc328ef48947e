package mention

import (
	"slices"

	"suanqing/validate/form"
	"suanqing/validate/prose/lexicon"
)

// Rows of 文 that stand for the whole of what is judged and for its parts.
const (
	WholeRow  = "总体"
	partRow   = "部分"
	ElseRow   = "别处" // where the same is said again
	PartsRows = "各部分"
)

// Written is the form 文, the written half. Its rows are statements, known by their subjects.
var Written = &form.Form{ID: "文", Title: "情况说明", Short: "情况说明", Columns: writtenColumns(), Rows: writtenRows()}

// Standard is the public forms and the written half.
var Standard = &form.Standard{Forms: append(formsPlanned(), Written), Foreign: form.Public().Foreign}

func writtenColumns() []form.Column {
	columns := make([]form.Column, len(lexicon.Measures))
	for i, m := range lexicon.Measures {
		columns[i].ID = m
	}
	return columns
}

func writtenRows() (rows []form.Row) {
	seen := map[string]bool{}
	rows = append(rows, form.Row{Key: WholeRow}, form.Row{Key: partRow, Group: PartsRows}, form.Row{Key: ElseRow})
	for i := range lexicon.Subjects {
		if key := lexicon.Subjects[i].Key; !seen[key] {
			seen[key] = true
			rows = append(rows, form.Row{Key: key})
		}
	}
	return rows
}

// formsPlanned are the public forms, F05 with the column of 年初预算数, which equations of
// the text may name and no identity runs over.
func formsPlanned() []*form.Form {
	forms := slices.Clone(form.Public().Forms)
	for i, f := range forms {
		if f.ID == "F05" {
			with := *f
			with.Columns = append(slices.Clip(f.Columns), form.Column{ID: form.Planned, Optional: true})
			forms[i] = &with
		}
	}
	return forms
}
