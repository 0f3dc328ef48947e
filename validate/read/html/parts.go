package html

import (
	"suanqing/validate/document"
	"suanqing/validate/read/grid"
	"suanqing/validate/read/refuse"
)

func (p *parser) startTable() *document.Refusal {
	if refusal := p.flush(); refusal != nil {
		return refusal
	}
	switch p.count.tables++; {
	case p.count.tables > maxTables:
		return refuse.TooComplex("网页里的表超过 %d 张。", maxTables)
	case len(p.frames) == maxDepth:
		return refuse.TooComplex("网页里的表套了 %d 层以上。", maxDepth)
	}
	_, texts := p.attrs["x:str"]
	hidden := p.styleOf("table").hidden || p.veil.tag != ""
	p.veil.cell = false // a table is more than a text that a cell does not show
	p.frames = append(p.frames, frame{table: &table{texts: texts, hidden: hidden}})
	return nil
}

// endTable closes the innermost table, which then stands in the cell, or on the page,
// around it.
func (p *parser) endTable() *document.Refusal {
	f := p.frame()
	if refusal := p.endRow(f); refusal != nil {
		return refusal
	}
	p.frames = p.frames[:len(p.frames)-1]
	if p.veil.level > len(p.frames) {
		p.veil = veil{}
	}
	if refusal := p.flush(); refusal != nil { // texts between its cells
		return refusal
	}
	out := p.top()
	out.flow = append(out.flow, block{table: f.table})
	return nil
}

// startPart takes in the start of a part of a table.
func (p *parser) startPart(f *frame, tag string) *document.Refusal {
	s := p.styleOf(tag)
	switch tag {
	case "td", "th":
		return p.startCell(f, s)
	case "tr":
		if refusal := p.endRow(f); refusal != nil {
			return refusal
		}
		return p.startRow(f, s.hidden, p.height(s))
	}
	refusal := p.endRow(f)
	switch tag {
	case "caption":
		f.in, f.flow = inCaption, nil
	case "thead", "tbody", "tfoot":
		f.group++
		f.veiled = s.hidden
	default:
		p.columns(f, tag == "colgroup", s)
	}
	return refusal
}

// columns takes in the looks of columns. A group of columns counts where it has none
// of its own.
func (p *parser) columns(f *frame, group bool, s style) {
	cols := f.table.cols
	if f.colgroup && len(cols) > 0 {
		cols = cols[:len(cols)-1]
	}
	if width := number(p.attrs["width"], 0, 10_000); s.width == 0 {
		s.width = width
	}
	first := 0
	if n := len(cols); n > 0 {
		first = cols[n-1].Last + 1
	}
	last := min(first+number(p.attrs["span"], 1, maxSpan)-1, document.MaxCols-1)
	if first <= last {
		cols = append(cols, document.ColSpan{First: first, Last: last, Width: grid.Width(min(s.width, 10_000)), Hidden: s.hidden})
	}
	f.colgroup, f.table.cols = group && first <= last, cols
}

func (p *parser) startRow(f *frame, hidden bool, height int) *document.Refusal {
	if p.count.rows++; p.count.rows > document.MaxRows {
		return refuse.TooComplex("网页里的表超过 %d 行。", document.MaxRows)
	}
	f.rowOpen = true
	f.table.rows = append(f.table.rows, row{hidden: hidden || f.veiled || f.table.hidden, height: height, group: f.group})
	return nil
}

// height is how high a row or a cell says it is.
func (p *parser) height(s style) int {
	if s.height > 0 {
		return s.height
	}
	return 15 * number(p.attrs["height"], 0, 10_000)
}

func (p *parser) endRow(f *frame) *document.Refusal {
	var refusal *document.Refusal
	switch f.in {
	case inCell:
		refusal = p.endCell(f)
	case inCaption:
		refusal = p.endCaption(f)
	}
	f.rowOpen, f.skip = false, 0
	return refusal
}

func (p *parser) endCaption(f *frame) *document.Refusal {
	refusal := p.flush()
	f.table.above = append(f.table.above, f.flow...)
	f.in, f.flow = between, nil
	return refusal
}

func (p *parser) startCell(f *frame, s style) *document.Refusal {
	if f.in != between {
		refusal := p.endCell(f)
		if f.in == inCaption {
			refusal = p.endCaption(f)
		}
		if refusal != nil {
			return refusal
		}
	}
	if !f.rowOpen {
		if refusal := p.startRow(f, false, 0); refusal != nil {
			return refusal
		}
	}
	if r := &f.table.rows[len(f.table.rows)-1]; r.height == 0 && p.attrs["rowspan"] == "" {
		r.height = p.height(s)
	}
	f.in, f.flow = inCell, nil
	f.cell = cell{skip: f.skip, hidden: s.hidden, loose: s.loose, cols: number(p.attrs["colspan"], 1, maxSpan), rows: number(p.attrs["rowspan"], 1, document.MaxRows)}
	if p.attrs["rowspan"] == "0" {
		f.cell.rows = document.MaxRows // to the end of its group
	}
	f.cell.typed = p.typed(s.format)
	return nil
}

// endCell closes the open cell of a table. Of an empty one only the place is kept.
func (p *parser) endCell(f *frame) *document.Refusal {
	if f.in != inCell {
		return nil
	}
	refusal := p.flush()
	if p.veil.cell && p.veil.level >= len(p.frames) {
		p.veil = veil{}
	}
	c := f.cell
	c.flow = f.flow
	f.in, f.flow, p.option = between, nil, false
	r := &f.table.rows[len(f.table.rows)-1]
	r.width += c.cols
	f.table.widest = max(f.table.widest, r.width)
	own := false
	for _, b := range c.flow {
		if b.table != nil {
			f.table.nested = true
			f.table.within += b.table.filled + b.table.within
		} else {
			own = true
		}
	}
	if own {
		f.table.filled++
	}
	if len(c.flow) == 0 && c.typed.empty() && c.rows == 1 && c.cols == 1 && !c.hidden {
		f.skip++
		return refusal
	}
	if p.count.cells++; p.count.cells > grid.MaxCells {
		return refuse.TooComplex("网页里的单元格超过 %d 个。", grid.MaxCells)
	}
	f.skip = 0
	r.cells = append(r.cells, c)
	return refusal
}

// number is a whole number of an attribute, within bounds; least where it is none.
func number(s string, least, most int) int {
	n := 0
	for i := 0; i < len(s) && s[i] >= '0' && s[i] <= '9' && n <= most; i++ {
		n = n*10 + int(s[i]-'0')
	}
	return min(max(n, least), most)
}
