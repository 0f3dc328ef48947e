package twin

import (
	"fmt"
	"slices"

	"suanqing/validate/document"
)

// Differences tells where two documents do not say the same, at most some of each sheet.
// Widths and heights do not count.
func Differences(want, got *document.Document) (list []string) {
	if len(want.Sheets) != len(got.Sheets) {
		return []string{fmt.Sprintf("%d sheets, not %d", len(got.Sheets), len(want.Sheets))}
	}
	for i, w := range want.Sheets {
		g := got.Sheets[i]
		tell := func(what string, want, got any) {
			if a, b := fmt.Sprintf("%+v", want), fmt.Sprintf("%+v", got); a != b && len(list) < 40*(i+1) {
				list = append(list, w.Name+" "+what+": "+b+", not "+a)
			}
		}
		tell("name", w.Name, g.Name)
		tell("hidden", w.Hidden, g.Hidden)
		tell("merges", inOrder(w.Merges), inOrder(g.Merges))
		wantRows, wantCols := w.Dimensions()
		gotRows, gotCols := g.Dimensions()
		tell("dimensions", [2]int{wantRows, wantCols}, [2]int{gotRows, gotCols})
		for col := range wantCols {
			tell(fmt.Sprint("column ", col, " hidden"), w.ColHidden(col), g.ColHidden(col))
		}
		for row := range wantRows {
			tell(fmt.Sprint("row ", row, " hidden"), hiddenRow(w, row), hiddenRow(g, row))
			for col := range wantCols {
				tell(document.Address(row, col), said(w.At(row, col)), said(g.At(row, col)))
			}
		}
	}
	return list
}

func inOrder(merges []document.Range) []document.Range {
	list := slices.Clone(merges)
	slices.SortFunc(list, func(a, b document.Range) int { return (a.Row0-b.Row0)*document.MaxCols + a.Col0 - b.Col0 })
	return list
}

func hiddenRow(s *document.Sheet, row int) bool {
	i, found := slices.BinarySearchFunc(s.Rows, row, func(r document.Row, row int) int { return r.Index - row })
	return found && s.Rows[i].Hidden
}

func said(c *document.Cell) string {
	if c == nil {
		return "nothing"
	}
	format := ""
	if c.Kind == document.Number {
		format = c.Format.Code
	}
	return fmt.Sprintf("%d %q %q through %q =%s %v", c.Kind, c.Stored, c.Shown(), format, c.Formula, c.Formula != "" && c.Cached)
}
