package bind

import (
	"suanqing/validate/amount"
	"suanqing/validate/document"
	"suanqing/validate/form"
)

// entry is one lane of one row of the body while it is read. There is one for a table: most
// rows are done with before the next.
type entry struct {
	g     *grid
	line  *line // nil where the file writes no cell
	lane  *lane
	texts []string // of its keys
	name  string   // all of them, once it is asked for; or what stands in their place
}

// read takes in the keys of a row, and gives the column of the first that says anything,
// -1 for none.
func (e *entry) read(g *grid, l *lane, row int) (first int) {
	e.g, e.line, e.lane, e.name, e.texts, first = g, g.line(row), l, "", e.texts[:0], -1
	cells := e.line.cells()
	for _, col := range l.keys {
		text := ""
		if i := columnOf(cells, col); i >= 0 {
			if text = g.textOf(e.line, i); cells[i].Kind == document.Number {
				text = numberText(&cells[i], text)
			}
		}
		if text != "" && first < 0 {
			first = col
		}
		e.texts = append(e.texts, text)
	}
	return first
}

// label is all of the texts of the keys.
func (e *entry) label() string {
	if e.name == "" {
		for _, text := range e.texts {
			e.name += text
		}
	}
	return e.name
}

// holds says whether there is anything like a figure, a printed zero included.
func (e *entry) holds() bool {
	for i := range e.lane.values {
		if e.like(e.lane.values[i].Col) {
			return true
		}
	}
	for _, col := range e.lane.spare {
		if e.like(col) {
			return true
		}
	}
	return false
}

// like says whether there is one in a column.
func (e *entry) like(col int) bool {
	c := e.line.at(col)
	if c == nil || c.Kind == document.Blank && c.Formula == "" {
		return false
	}
	if c.Kind != document.Text || c.Formula != "" && !c.Cached {
		return true
	}
	text := e.g.textIn(e.line, col)
	_, ok := amount.Parse(text)
	return ok || amount.IsNothing(text)
}

// isPlain says whether the row has a whole code in its first cell and at most a name beside
// it, as almost all rows of codes have: it is no total, no row that is known by its label
// and none of a unit.
func (e *entry) isPlain(department string) bool {
	code, name := "", ""
	for _, text := range e.texts {
		switch {
		case text == "":
		case code == "":
			code = text
		case name == "":
			name = text
		default:
			return false
		}
	}
	if len(code) < lengths[0] || len(code) > lengths[len(lengths)-1] || code[0] == '0' || !form.IsCode(code) {
		return false
	}
	if name != "" && (name[0] < firstChinese || name[0] > lastChinese || hasRank(name)) {
		return false
	}
	if len(code) != lengths[1] && len(code) != lengths[2] && form.NamesUnit(name) { // no unit has a number of so many digits
		return false
	}
	return department == "" || !isDigit(department[0])
}
