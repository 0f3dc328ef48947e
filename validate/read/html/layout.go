package html

import (
	"strings"

	"suanqing/validate/document"
	"suanqing/validate/read/grid"
)

// flatten appends what a page shows from top to bottom: texts, and tables that hold
// figures. A table that arranges others gives its rows without tables as a table each,
// and what is in the cells of the others one after another.
func flatten(pieces []block, flow []block) []block {
	for _, b := range flow {
		t := b.table
		if t == nil {
			pieces = append(pieces, b)
			continue
		}
		pieces = append(pieces, t.above...)
		if !t.isLayout() {
			pieces = append(pieces, b)
			continue
		}
		for from := 0; from < len(t.rows); {
			to := from
			for to < len(t.rows) && !t.rows[to].nested() {
				to++
			}
			if to > from {
				part := &table{texts: t.texts, cols: t.cols, widest: t.widest, rows: t.rows[from:to]}
				pieces = append(pieces, block{table: part})
			}
			for from = to; from < len(t.rows) && t.rows[from].nested(); from++ {
				for i := range t.rows[from].cells {
					pieces = flatten(pieces, t.rows[from].cells[i].flow)
				}
			}
		}
	}
	return pieces
}

func (r *row) nested() bool {
	for i := range r.cells {
		if hasTable(r.cells[i].flow) {
			return true
		}
	}
	return false
}

func hasTable(flow []block) bool {
	for i := range flow {
		if flow[i].table != nil {
			return true
		}
	}
	return false
}

// shown is the text of a cell: its lines, and those of tables in it that only arrange them.
func shown(flow []block) string {
	if len(flow) == 1 && flow[0].table == nil {
		return flow[0].text
	}
	var lines []string
	for _, b := range flow {
		if b.table == nil {
			lines = append(lines, b.text)
			continue
		}
		for i := range b.table.rows {
			var cells []string
			for k := range b.table.rows[i].cells {
				cells = append(cells, shown(b.table.rows[i].cells[k].flow))
			}
			lines = append(lines, strings.Join(cells, " "))
		}
	}
	return strings.Join(lines, "\n")
}

// laid is a piece with the places of its cells and what it does with columns.
type laid struct {
	block
	spots []spot
	shows map[int]bool // columns with content that is shown
	hides map[int]bool // columns that are hidden

	strays bool // its formulas name cells that it does not have
}

// lay writes pieces of a page on a sheet.
func (r *reader) lay(sheet *grid.Sheet, list []laid) *document.Refusal {
	shows, hides := uses(list)
	lines := 0 // the column of the texts between tables
	for hides[lines] {
		lines++
	}
	next := 0
	for i := range list {
		var refusal *document.Refusal
		if l := &list[i]; l.table == nil {
			next, refusal = r.layText(sheet, l.block, next, lines)
		} else {
			next, refusal = r.layTable(sheet, l, next, shows)
		}
		if refusal != nil {
			return refusal
		}
	}
	sheet.Cols = columns(list, shows)
	return nil
}

// uses tells which columns pieces show, and which they hide.
func uses(list []laid) (shows, hides map[int]bool) {
	shows, hides = map[int]bool{}, map[int]bool{}
	for i := range list {
		for col := range list[i].shows {
			shows[col] = true
		}
		for col := range list[i].hides {
			hides[col] = true
		}
	}
	return shows, hides
}

// layText writes a text from a row on, each line in a row of its own.
func (r *reader) layText(sheet *grid.Sheet, b block, at, col int) (next int, refusal *document.Refusal) {
	for line := range strings.SplitSeq(b.text, "\n") {
		if line = strings.TrimSpace(line); line == "" || refusal != nil {
			continue
		}
		cell := document.Cell{Row: at, Col: col, Kind: document.Text, Stored: line, Format: r.book.Format("")}
		refusal = sheet.Add(document.Row{Index: at, Hidden: b.hidden, Cells: []document.Cell{cell}})
		at++
	}
	return at, refusal
}

// layTable writes a table from a row on. What it hides in a column that other pieces
// of the page show is left out, as a browser does: a sheet hides whole columns.
func (r *reader) layTable(sheet *grid.Sheet, l *laid, at int, shows map[int]bool) (next int, refusal *document.Refusal) {
	spots := l.spots
	for i := range l.table.rows {
		row := document.Row{Index: at + i, Hidden: l.table.rows[i].hidden, Height: l.table.rows[i].height}
		for ; len(spots) > 0 && spots[0].row == i; spots = spots[1:] {
			s := &spots[0]
			if l.hides[s.col] && shows[s.col] {
				continue
			}
			c := r.value(&s.cell.typed, shown(s.cell.flow), l.table.texts)
			if c.Row, c.Col = at+i, s.col; c.Formula != "" && (at > 0 || l.strays) {
				c.Formula = moved(&c)
			}
			row.Cells = append(row.Cells, c)
			if s.cell.loose {
				continue
			}
			refusal = sheet.Merge(document.Range{Row0: c.Row, Col0: c.Col, Row1: c.Row + s.rows - 1, Col1: c.Col + s.cols - 1})
			if refusal != nil {
				return 0, refusal
			}
		}
		if refusal = sheet.Add(row); refusal != nil {
			return 0, refusal
		}
	}
	return at + len(l.table.rows), nil
}

// moved is what is kept of a formula that names cells by where they stood in a workbook,
// and not by where they stand here.
func moved(c *document.Cell) string {
	if c.Cached {
		c.Cached = false
		return ""
	}
	return grid.Undecoded
}

// columns is the looks of the columns of a sheet: those of the first table that says
// them, hidden where no piece shows something there.
func columns(list []laid, shows map[int]bool) []document.ColSpan {
	var looks []document.ColSpan
	note := func(col int) *document.ColSpan {
		for len(looks) <= col {
			looks = append(looks, document.ColSpan{First: len(looks), Last: len(looks)})
		}
		return &looks[col]
	}
	for i := range list {
		if list[i].table == nil {
			continue
		}
		for _, c := range list[i].table.cols {
			for col := c.First; col <= c.Last; col++ {
				if l := note(col); l.Width == 0 {
					l.Width = c.Width
				}
			}
		}
		for col := range list[i].hides {
			if !shows[col] {
				note(col).Hidden = true
			}
		}
	}
	return looks
}
