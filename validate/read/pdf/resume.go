package pdf

import (
	"slices"
	"strings"
)

const unsureRow = "有一行跨了两页，分不清哪些是一行的"

// solid is the text of a cell without the ends of its lines.
func (c *cell) solid() string { return solid(c.text) }

// brokenAt says whether the first row on the next page may be the rest of the last one: that
// ends in a part of a code or of a figure, or this has no name, and figures, or of a code no
// more than some digits.
func (t *table) brokenAt(next *table) bool {
	heads := map[string]bool{}
	coded := map[int]bool{} // columns that have codes
	money := map[int]bool{}
	named := false // the last row has a name
	for i := range t.cells {
		c := &t.cells[i]
		heads[c.text] = true
		if text := c.solid(); onlyDigits(text) && isCode(len(text)) {
			coded[c.col0] = true
		} else if isMoney(text) {
			money[c.col0] = true
		}
		named = named || c.row1 == t.count-1 && c.text != "" && !isFigure(c.text)
	}
	if t.endsInPiece(coded, money) {
		return true
	}
	for r := range next.count {
		var row []*cell
		known, numbers := 0, 0
		for i := range next.cells {
			if c := &next.cells[i]; c.row0 <= r && r <= c.row1 && c.text != "" {
				row = append(row, c)
				if heads[c.text] && !isFigure(c.text) {
					known++
				}
				if onlyDigits(c.text) && len(c.text) < 3 {
					numbers++
				}
			}
		}
		if len(row) == 0 || known*2 >= len(row) || numbers > 2 && numbers*2 >= len(row) {
			continue // a blank row, or the headers once more
		}
		paid := slices.ContainsFunc(row, func(c *cell) bool { return isMoney(c.text) })
		name := slices.ContainsFunc(row, func(c *cell) bool { return !isFigure(c.solid()) && !isNone(c.text) })
		rest := slices.ContainsFunc(row, func(c *cell) bool {
			text := c.solid()
			return coded[c.col0] && !money[c.col0] && isFigure(text) && !(onlyDigits(text) && isCode(len(text)))
		})
		return paid && !name && named || rest
	}
	return false
}

// endsInPiece says whether the last row has but a part of a code, or of a figure: which no
// two codes are together, and which has no decimals where all others of its column have.
func (t *table) endsInPiece(coded, money map[int]bool) bool {
	whole := map[int]bool{} // columns in which each figure below the first has decimals
	seen := map[int]bool{}
	for i := range t.cells {
		c := &t.cells[i]
		text := c.solid()
		switch {
		case c.row1 == t.count-1:
		case isMoney(text):
			if !seen[c.col0] {
				seen[c.col0], whole[c.col0] = true, true
			}
		case seen[c.col0] && isFigure(text) && strings.Trim(text, "0") != "":
			whole[c.col0] = false
		}
	}
	return slices.ContainsFunc(t.cells, func(c cell) bool {
		text := c.solid()
		switch {
		case c.row1 != t.count-1 || !isFigure(text):
			return false
		case coded[c.col0] && !money[c.col0]:
			return onlyDigits(text) && !isCode(len(text))
		}
		return strings.ContainsAny(text[len(text)-1:], ".,") || whole[c.col0] && !isMoney(text) && strings.Trim(text, "0") != ""
	})
}
