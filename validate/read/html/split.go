package html

import (
	"strings"

	"suanqing/validate/document"
)

// sheets puts the pieces of a page on sheets: all on one, or a sheet for each table
// with what stands above it, where the page lists so many sheets, or where one sheet
// cannot hold them, as some hide columns that others show, or have formulas that count
// cells from their own corner.
func (r *reader) sheets(pieces []block, listed int) ([][]laid, *document.Refusal) {
	list := make([]laid, len(pieces))
	tables := 0
	apart := false
	for i, b := range pieces {
		l := &list[i]
		if l.block = b; b.table == nil {
			continue
		}
		if refusal := r.arrange(l); refusal != nil {
			return nil, refusal
		}
		tables++
		apart = apart || tables > 1 && l.formulas()
	}
	shows, hides := uses(list)
	for col := range hides {
		apart = apart || tables > 1 && shows[col]
	}
	if !apart && (listed < 2 || listed != tables) {
		return [][]laid{list}, nil
	}
	var sheets [][]laid
	from := 0
	for i := range list {
		if t := list[i].table; t == nil || isTitle(&list[i]) && listed != tables {
			continue // stands above the next
		}
		list[i].strays = len(sheets) > 0 && list[i].namesOthers()
		sheets = append(sheets, list[from:i+1])
		from = i + 1
	}
	if len(sheets) == 0 {
		return [][]laid{list}, nil
	}
	last := &sheets[len(sheets)-1]
	*last = list[from-len(*last):]
	return sheets, nil
}

// titleRows is how many rows a table has at most that only holds a form's title.
const titleRows = 3

func isTitle(l *laid) bool { return len(l.table.rows) <= titleRows && len(l.hides) == 0 }

func (l *laid) formulas() bool {
	for i := range l.spots {
		if l.spots[i].cell.typed.formula != "" {
			return true
		}
	}
	return false
}

// namesOthers says whether a formula of a table names a row that it does not have: then
// its formulas count rows from elsewhere.
func (l *laid) namesOthers() bool {
	for i := range l.spots {
		formula := l.spots[i].cell.typed.formula
		for at := 0; at < len(formula); {
			ref, n := document.ScanRef(formula[at:])
			if n > 0 && ref.HasRow && ref.Row >= len(l.table.rows) {
				return true
			}
			at += max(n, 1)
		}
	}
	return false
}

// marked takes apart a page on which LibreOffice set a mark and a heading before each
// sheet, Sheet 1: 收入支出决算总表. What stands above the first is a list of them. It is
// nil for every other page.
func marked(pieces []block) (sheets [][]block, names []string) {
	from := -1 // of the sheet at hand, behind its heading
	for i, b := range pieces {
		if !b.mark {
			continue
		}
		if from >= 0 {
			sheets = append(sheets, pieces[from:i])
		}
		if i+1 == len(pieces) {
			return nil, nil
		}
		_, name, found := strings.Cut(pieces[i+1].text, ": ")
		if !found {
			return nil, nil
		}
		from, names = i+2, append(names, name)
	}
	if from < 0 {
		return nil, nil
	}
	return append(sheets, pieces[from:]), names
}
