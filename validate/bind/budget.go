package bind

import (
	"slices"

	"suanqing/validate/form"
)

// besideFullYear says whether a column is the budget as the year began, and the same of
// the full year stands beside it: what was spent is held against that.
func (h *header) besideFullYear(f *form.Form, col int) bool {
	if !slices.ContainsFunc(h.paths[col], form.IsFirstBudget) {
		return false
	}
	r, item := matrixRow(f, h.paths[col]), itemOf(f, h.paths[col])
	for other, path := range h.paths {
		if other != col && r != nil && matrixRow(f, path) == r && itemOf(f, path) == item && !slices.ContainsFunc(path, form.IsFirstBudget) {
			return true
		}
	}
	return false
}
