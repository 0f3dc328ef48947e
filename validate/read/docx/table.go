package docx

import (
	"strings"

	"suanqing/validate/read/xmlpack"
)

// table is a table as it is written: rows of cells that span columns of a grid.
type table struct {
	widths []int // of the columns of the grid, in 1/20 point
	rows   []row
}

type row struct {
	before int // columns that are left out at its beginning
	hidden bool
	cells  []cell
}

type cell struct {
	span        int
	below, left bool // goes on with the cell above it, or at its left
	opens       bool // cells below may go on with it
	flow        []block
	from        int // in the part, behind its tag
}

// text is what a cell shows: a line a paragraph. Tables in it stand elsewhere.
func (c *cell) text() string {
	if len(c.flow) == 1 && c.flow[0].table == nil {
		return c.flow[0].text
	}
	var lines []string
	for i := range c.flow {
		if c.flow[i].table == nil {
			lines = append(lines, c.flow[i].text)
		}
	}
	return strings.Join(lines, "\n")
}

// readTable reads the table just entered.
func (f *flow) readTable(x *xmlpack.Scanner) *table {
	t := &table{}
	f.tableParts(t)
	return t
}

func (f *flow) tableParts(t *table) {
	x := f.x
	for d := x.Depth(); x.Child(d); {
		switch x.Name {
		case "tblGrid":
			t.widths = t.widths[:0]
			for d := x.Depth(); x.Child(d); {
				if x.Name == "gridCol" && len(t.widths) < maxCells {
					w, _ := natural(attr(x, "w"), 1<<20)
					t.widths = append(t.widths, w)
				}
			}
		case "tr":
			if f.count.blocks++; f.count.blocks > maxBlocks {
				x.TooComplex("段落和表格的行超过 300000 个")
				return
			}
			r := row{}
			if f.rowParts(&r) {
				t.rows = append(t.rows, r)
			}
		case "sdt", "sdtContent", "customXml", "ins", "moveTo":
			f.tableParts(t)
		}
	}
}

// rowParts reads a row; false when it is deleted.
func (f *flow) rowParts(r *row) (kept bool) {
	x := f.x
	kept = true
	for d := x.Depth(); x.Child(d); {
		switch x.Name {
		case "trPr":
			for d := x.Depth(); x.Child(d); {
				switch x.Name {
				case "gridBefore":
					r.before, _ = natural(attr(x, "val"), maxSpan)
				case "hidden":
					r.hidden = on(x)
				case "del", "moveFrom":
					kept = false
				}
			}
		case "tc":
			if f.count.cells++; f.count.cells > maxCells {
				x.TooComplex("表格的单元格超过 600000 个")
				return false
			}
			if c, stays := f.readCell(); stays {
				r.cells = append(r.cells, c)
			}
		case "sdt", "sdtContent", "customXml":
			kept = f.rowParts(r) && kept
		}
	}
	return kept
}

// readCell reads a cell; false when it is deleted.
func (f *flow) readCell() (c cell, stays bool) {
	x := f.x
	c.span, c.from, stays = 1, x.Offset(), true
	inside := flow{reader: f.reader, x: x}
	for d := x.Depth(); x.Child(d); {
		if x.Name != "tcPr" {
			inside.element()
			continue
		}
		for d := x.Depth(); x.Child(d); {
			switch x.Name {
			case "gridSpan":
				n, _ := natural(attr(x, "val"), maxSpan)
				c.span = max(1, n)
			case "vMerge":
				c.opens = attr(x, "val") == "restart"
				c.below = !c.opens
			case "hMerge":
				c.left = attr(x, "val") != "restart"
			case "cellDel":
				stays = false
			}
		}
	}
	c.flow = inside.end()
	return c, stays
}

// nested lists the tables in the cells of a table.
func (t *table) nested() (inside []block) {
	for i := range t.rows {
		for k := range t.rows[i].cells {
			for _, b := range t.rows[i].cells[k].flow {
				if b.table != nil {
					inside = append(inside, b)
				}
			}
		}
	}
	return inside
}

// arranges says whether a table only puts what is in it one under another, or frames it.
func (t *table) arranges() bool {
	for i := range t.rows {
		if len(t.rows[i].cells) > 1 {
			return false
		}
	}
	return len(t.nested()) > 0
}
