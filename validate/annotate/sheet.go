package annotate

import (
	"slices"
	"sort"
	"strconv"
	"strings"

	"suanqing/validate/document"
)

// afterDrawing are the elements of a worksheet that come after its legacyDrawing.
var afterDrawing = map[string]bool{"legacyDrawingHF": true, "drawingHF": true, "picture": true, "oleObjects": true,
	"controls": true, "webPublishItems": true, "tableParts": true, "extLst": true}

// annotateSheet fills and comments the marked cells of one worksheet.
func annotateSheet(b *parts, style *styles, name string, sheet *document.Sheet, marks []*mark) *document.Refusal {
	text, refusal := b.text(name)
	if refusal != nil {
		return refusal
	}
	g := newGrid(text, marks)
	if err := scan(text, g.visit); err != nil || g.data.from == g.data.to {
		return corrupt("工作表“" + sheet.Name + "”")
	}
	g.fill(style, marks)
	if refusal := g.comment(b, name, sheet, marks); refusal != nil {
		return refusal
	}
	b.set(name, g.String())
	return nil
}

// grid is a worksheet part with the places where cells stand or would stand.
type grid struct {
	part
	data, dataEnd tag // sheetData
	rows          []*row
	cols          []colStyle
	drawing       string // relationship id of the legacyDrawing; "" for none
	drawingAt     int    // where one would be put

	marked map[int]bool // rows
	row    *row         // the one being scanned
	number int          // of the last row
	col    int          // of the last cell
}

type row struct {
	number     int
	start, end tag
	style      int   // of its empty cells
	cells      []tag // start tags, of a marked row only
	cols       []int
}

type colStyle struct{ first, last, style int }

func newGrid(text string, marks []*mark) *grid {
	g := &grid{part: part{text: text}, marked: map[int]bool{}, number: -1}
	for _, m := range marks {
		g.marked[m.row] = true
	}
	return g
}

func (g *grid) visit(t tag) {
	switch {
	case t.depth == 0 && !t.end:
		g.root(t)
	case t.depth == 1:
		g.child(t)
	case t.depth == 2 && t.name == "col" && !t.end:
		if style := attrInt(t, "style", 0); style != 0 {
			g.cols = append(g.cols, colStyle{attrInt(t, "min", 0) - 1, attrInt(t, "max", 0) - 1, style})
		}
	case t.depth == 2 && t.name == "row" && g.data.to > 0 && g.dataEnd.name == "":
		g.rowTag(t)
	case t.depth == 3 && t.name == "c" && !t.end && g.row != nil:
		// A cell without an address follows the one before it.
		g.col++
		if _, col, ok := document.ParseAddress(t.attr("r")); ok {
			g.col = col
		}
		if g.marked[g.row.number] {
			g.row.cells, g.row.cols = append(g.row.cells, t), append(g.row.cols, g.col)
		}
	}
}

func (g *grid) child(t tag) {
	switch {
	case t.name == "sheetData" && !t.end:
		g.data = t
	case t.name == "sheetData":
		g.dataEnd = t
	case t.name == "legacyDrawing":
		for _, a := range t.attrs {
			if a.Name.Local == "id" {
				g.drawing = a.Value
			}
		}
	}
	// Controls and embedded objects hide in AlternateContent.
	if t.end && !afterDrawing[t.name] && t.name != "AlternateContent" {
		g.drawingAt = t.to
	}
}

func (g *grid) rowTag(t tag) {
	if t.end {
		if g.row != nil {
			g.row.end = t
		}
		g.row = nil
		return
	}
	g.number = attrInt(t, "r", g.number+2) - 1
	g.row = &row{number: g.number, start: t, style: -1}
	g.col = -1
	if f := t.attr("customFormat"); f == "1" || f == "true" {
		g.row.style = attrInt(t, "s", 0)
	}
	g.rows = append(g.rows, g.row)
}

func attrInt(t tag, name string, none int) int {
	if n, err := strconv.Atoi(strings.TrimSpace(t.attr(name))); err == nil {
		return n
	}
	return none
}

// fill gives every marked cell its own format with another fill. Values and
// formulas are not touched; a cell that is not there is put in empty.
func (g *grid) fill(style *styles, marks []*mark) {
	slices.SortStableFunc(g.rows, func(a, b *row) int { return a.number - b.number })
	var lone strings.Builder // cells put where one row's new cells go
	for i := 0; i < len(marks); {
		n := i
		for n < len(marks) && marks[n].row == marks[i].row {
			n++
		}
		at := sort.Search(len(g.rows), func(k int) bool { return g.rows[k].number >= marks[i].row })
		if at < len(g.rows) && g.rows[at].number == marks[i].row {
			g.fillRow(style, g.rows[at], marks[i:n])
			i = n
			continue
		}
		lone.Reset()
		for _, m := range marks[i:n] {
			lone.WriteString(g.empty(style, m, g.colStyle(m.col)))
		}
		g.newRow(at, `<row r="`+strconv.Itoa(marks[i].row+1)+`">`, lone.String())
		i = n
	}
}

func (g *grid) newRow(at int, start, cells string) {
	// The row declares the namespace for its cells too.
	markup := g.element(start + cells + "</row>")
	if at < len(g.rows) {
		g.insert(g.rows[at].start.from, markup)
	} else {
		g.appendTo(g.data, g.dataEnd, markup)
	}
}

func (g *grid) fillRow(style *styles, r *row, marks []*mark) {
	stands := map[int]tag{}
	for i, col := range r.cols {
		stands[col] = r.cells[i]
	}
	var last strings.Builder // beyond the row's cells
	for _, m := range marks {
		if t, ok := stands[m.col]; ok {
			filled := style.filled(attrInt(t, "s", 0), m.level)
			g.replace(t.from, t.to, setAttr(g.text[t.from:t.to], "s", strconv.Itoa(filled)))
			continue
		}
		base := r.style
		if base < 0 {
			base = g.colStyle(m.col)
		}
		cell := g.element(g.empty(style, m, base))
		next := -1
		for i, col := range r.cols {
			if col > m.col && (next < 0 || col < r.cols[next]) {
				next = i
			}
		}
		if next >= 0 {
			g.insert(r.cells[next].from, cell)
		} else {
			last.WriteString(cell)
		}
	}
	if last.Len() > 0 {
		g.appendTo(r.start, r.end, last.String())
	}
}

func (g *grid) empty(style *styles, m *mark, base int) string {
	return `<c r="` + document.Address(m.row, m.col) + `" s="` + strconv.Itoa(style.filled(base, m.level)) + `"/>`
}

func (g *grid) colStyle(col int) int {
	for _, c := range g.cols {
		if c.first <= col && col <= c.last {
			return c.style
		}
	}
	return 0
}

// comment puts the marks' comments into the sheet's comments and drawing, made
// where the sheet has none.
func (g *grid) comment(b *parts, name string, sheet *document.Sheet, marks []*mark) *document.Refusal {
	var noted []*mark
	for _, m := range marks {
		if len(m.notes) > 0 {
			noted = append(noted, m)
		}
	}
	if len(noted) == 0 {
		return nil
	}
	rels, refusal := openRelations(b.pack, name)
	if refusal != nil {
		return refusal
	}
	rels.base = b.rels.base
	comments, ok := rels.find("comments")
	if !ok {
		comments = b.free(b.rels.dir + "comments%d.xml")
		b.set(comments, noComments(g.space))
		b.types.add(comments, "comments")
		if _, refusal := rels.add("comments", comments); refusal != nil {
			return refusal
		}
	}
	merged, refusal := addComments(b.pack, comments, noted)
	if refusal != nil {
		return refusal
	}
	drawing, ok := rels.target(g.drawing, "vmlDrawing")
	if !ok {
		drawing = b.free(b.rels.dir + "drawings/vmlDrawing%d.vml")
		b.set(drawing, noDrawing)
		b.types.add(drawing, "vml")
		id, refusal := rels.add("vmlDrawing", drawing)
		if refusal != nil {
			return refusal
		}
		if g.drawing == "" {
			g.insert(g.drawingAt, g.element("<legacyDrawing"+g.relID(id)+"/>"))
		}
	}
	return addShapes(b.pack, drawing, sheet, noted, merged)
}
