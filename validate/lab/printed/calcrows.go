package printed

import (
	"fmt"
	"strings"
)

func calcColumns(w *strings.Builder, kinds []kind) {
	for _, k := range kinds {
		fmt.Fprintf(w, `<table:table-column table:style-name="%s"/>`, calcKinds[k])
	}
}

// calcRows writes what stands above a table, the table and what stands below.
func calcRows(w *strings.Builder, t *planTable, l *Look, cols int) {
	for _, text := range t.prose {
		calcLine(w, "tl", text, cols)
	}
	if t.title != "" {
		calcLine(w, "t", t.title, cols)
	}
	for _, parts := range t.above {
		half := max(1, cols/2)
		switch {
		case len(parts) == 1 && len(t.above) > 1:
			calcLine(w, "tr", parts[0], cols)
		case len(parts) == 1:
			calcLine(w, "tl", parts[0], cols)
		default:
			w.WriteString(`<table:table-row table:style-name="r">`)
			calcCell(w, "tl", parts[0], 1, half, 1)
			calcCell(w, "tr", strings.Join(parts[1:], "　"), 1, max(1, cols-half), 1)
			w.WriteString("</table:table-row>")
		}
	}
	g := newGrid(len(t.kinds))
	if l.Repeat && l.Flow != Running {
		w.WriteString("<table:table-header-rows>")
	}
	for _, row := range t.head {
		calcRow(w, g.next(row), l, true, false, false)
	}
	if l.Repeat && l.Flow != Running {
		w.WriteString("</table:table-header-rows>")
	}
	for i, row := range t.body {
		calcRow(w, g.next(row), l, false, l.grey(i), l.Flow == TitleAbove && i == 0)
	}
	for _, text := range t.below {
		calcLine(w, "tl", text, cols)
	}
}

// grey says that a row stands on grey.
func (l *Look) grey(row int) bool { return l.Rules == Zebra && row%2 == 1 }

func calcLine(w *strings.Builder, style, text string, cols int) {
	w.WriteString(`<table:table-row table:style-name="r">`)
	calcCell(w, style, text, 1, cols, 1)
	w.WriteString("</table:table-row>\n")
}

func calcRow(w *strings.Builder, row []gridCell, l *Look, head, grey, breaks bool) {
	style := "r"
	if breaks {
		style = "rb"
	}
	fmt.Fprintf(w, `<table:table-row table:style-name="%s">`, style)
	for _, c := range row {
		if c.covered {
			w.WriteString("<table:covered-table-cell/>")
			continue
		}
		name := map[kind]string{nameKind: "n", codeKind: "c", figureKind: "f"}[c.kind]
		if head {
			name = "h"
		}
		if c.upright {
			name = "u"
		}
		calcCell(w, calcStyle(name, l.Bold && c.total, grey), c.text, c.rows, c.cols, c.cols)
	}
	w.WriteString("</table:table-row>\n")
}

// calcCell writes one cell and, for a line of its own, those that it covers.
func calcCell(w *strings.Builder, style, text string, rows, cols, known int) {
	fmt.Fprintf(w, `<table:table-cell table:style-name="%s" office:value-type="string"`, style)
	if rows > 1 || cols > 1 {
		fmt.Fprintf(w, ` table:number-rows-spanned="%d" table:number-columns-spanned="%d"`, rows, cols)
	}
	w.WriteString(">")
	if text != "" {
		for _, line := range strings.Split(text, "\n") {
			fmt.Fprintf(w, "<text:p>%s</text:p>", spacedOut(line))
		}
	}
	w.WriteString("</table:table-cell>")
	for range cols - known {
		w.WriteString("<table:covered-table-cell/>")
	}
}

// spacedOut keeps the spaces that a paragraph would lose.
func spacedOut(line string) string {
	bare := strings.TrimLeft(line, " ")
	out := escaped(bare)
	if n := len(line) - len(bare); n > 0 {
		out = fmt.Sprintf(`<text:s text:c="%d"/>`, n) + out
	}
	return out
}

// grid fills the places that merged cells cover.
type grid struct {
	cols  int
	left  []int // rows that a cell from above still covers
	width []int // columns of the cell that was last begun there
}

type gridCell struct {
	planCell
	covered bool
}

func newGrid(cols int) *grid {
	return &grid{cols: cols, left: make([]int, cols), width: make([]int, cols)}
}

// next is a row with a cell at each place.
func (g *grid) next(row planRow) []gridCell {
	out := make([]gridCell, g.cols)
	for col := range out {
		out[col] = gridCell{planCell: planCell{rows: 1, cols: 1, col: col}}
		if g.left[col] > 0 {
			out[col].covered = true
			g.left[col]--
		}
	}
	for _, c := range row {
		if c.col >= g.cols {
			continue
		}
		c.cols = min(c.cols, g.cols-c.col)
		for col := c.col; col < c.col+c.cols; col++ {
			out[col].covered = true
			g.left[col] = max(g.left[col], c.rows-1)
		}
		out[c.col] = gridCell{planCell: c}
	}
	return out
}
