package dress

import (
	"fmt"
	"strings"

	"github.com/shopspring/decimal"

	"suanqing/validate/lab/fixture"
)

// grid draws a sheet row by row: a form's anew, in the place of what stood there, or
// one more.
type grid struct {
	w    *Workbook
	s    *Sheet
	form string
	row  int
}

// redraw empties the sheet of a form.
func (w *Workbook) redraw(form string) *grid {
	s := w.Sheet(form)
	s.Cells, s.Merges = map[At]*Cell{}, nil
	return &grid{w: w, s: s, form: form}
}

// beside adds a sheet that is no form of the nine.
func (w *Workbook) beside(name string) *grid {
	s := &Sheet{Name: name, Cells: map[At]*Cell{}}
	w.Sheets = append(w.Sheets, s)
	return &grid{w: w, s: s}
}

// box is a text merged over columns and rows.
type box struct {
	text       string
	cols, rows int
}

func over(text string, cols int) box { return box{text, cols, 1} }

// money is an amount that is no figure of ours, a plain decimal; "" for a blank.
type money string

// fig is a figure of the form that is drawn.
type fig struct{ row, column string }

// add draws one row: texts, boxes, integers, figures and amounts; nil and "" for an empty cell.
func (g *grid) add(cells ...any) { g.addAt(0, cells...) }

func (g *grid) addAt(col int, cells ...any) {
	for _, c := range cells {
		col += g.put(At{g.row, col}, c)
	}
	g.row++
}

// put draws a cell and gives its width.
func (g *grid) put(at At, what any) int {
	switch c := what.(type) {
	case nil:
	case string:
		if c != "" {
			g.s.Cells[at] = &Cell{Text: c}
		}
	case int:
		g.s.Cells[at] = &Cell{Number: fmt.Sprint(c)}
	case box:
		if c.text != "" {
			g.s.Cells[at] = &Cell{Text: c.text}
		}
		if c.cols > 1 || c.rows > 1 {
			g.s.Merges = append(g.s.Merges, Rect{at, At{at.Row + c.rows - 1, at.Col + c.cols - 1}})
		}
		return c.cols
	case money:
		g.s.Cells[at] = amount(string(c))
	case fig:
		v := g.w.Book.Value(g.form, c.row, c.column)
		cell := amount(v)
		cell.Slot, cell.Value = fixture.Slot{Form: g.form, Row: c.row, Column: c.column}, v
		g.s.Cells[at] = cell
	default:
		panic(fmt.Sprintf("dress: a cell cannot be %T", what))
	}
	return 1
}

// amount is a cell with a number that shows the places it was given with.
func amount(v string) *Cell {
	if v == "" {
		return &Cell{}
	}
	format := "#,##0"
	if _, fraction, some := strings.Cut(v, "."); some {
		format += "." + strings.Repeat("0", len(fraction))
	}
	return &Cell{Number: decimal.RequireFromString(v).String(), Format: format}
}

// heading draws the title and the lines of form number, department and unit.
func (g *grid) heading(title string, number, width int) {
	g.add(over(title, width))
	if number > 0 {
		g.addAt(width-1, fmt.Sprintf("公开%02d表", number))
	}
	g.put(At{g.row, 0}, "部门："+g.w.Book.Department)
	g.addAt(width-1, "金额单位："+g.w.Book.Unit)
}

// column is one of a table: its header, the groups above it in front, and what it has in a row.
type column struct {
	path string // 本年支出/基本支出
	cell func(r *fixture.Row) any
}

// header draws the headers of columns from one on, groups merged across and leaves down.
func (g *grid) header(from int, columns []column) {
	depth := 1
	paths := make([][]string, len(columns))
	for i, c := range columns {
		paths[i] = strings.Split(c.path, "/")
		depth = max(depth, len(paths[i]))
	}
	same := func(i, j, level int) bool {
		return len(paths[j]) > level+1 && len(paths[i]) > level+1 &&
			strings.Join(paths[i][:level+1], "/") == strings.Join(paths[j][:level+1], "/")
	}
	for level := range depth {
		for i := 0; i < len(columns); i++ {
			if level >= len(paths[i]) {
				continue
			}
			n := 1
			for i+n < len(columns) && same(i, i+n, level) {
				n++
			}
			b := box{paths[i][level], n, 1}
			if level == len(paths[i])-1 {
				b.rows = depth - level
			}
			g.put(At{g.row + level, from + i}, b)
			i += n - 1
		}
	}
	g.row += depth
}

// numbers draws a row of column numbers behind the first columns.
func (g *grid) numbers(label string, keys, figures int) {
	cells := []any{over(label, keys)}
	for i := range figures {
		cells = append(cells, i+1)
	}
	g.add(cells...)
}

// table draws a form: heading, headers, 栏次 and a row for each of some rows.
func (g *grid) table(title string, keys int, columns []column, list []*fixture.Row) {
	g.heading(title, int(g.form[2]-'0'), len(columns))
	g.header(0, columns)
	g.numbers("栏次", keys, len(columns)-keys)
	for _, r := range list {
		g.line(columns, r)
	}
	g.add(g.w.Book.Forms[g.form].Statement)
}

func (g *grid) line(columns []column, r *fixture.Row) {
	var cells []any
	for _, c := range columns {
		cells = append(cells, c.cell(r))
	}
	g.add(cells...)
}

// Columns of the forms keyed by code.
var (
	codeOf = column{"项目/功能分类科目编码", func(r *fixture.Row) any {
		if r.Key == fixture.Total {
			return ""
		}
		return r.Key
	}}
	nameOf = column{"项目/科目名称", func(r *fixture.Row) any { return r.Name }}
)

// figure is a column of a form's figures.
func figure(path, name string) column {
	return column{path, func(r *fixture.Row) any { return fig{r.Key, name} }}
}

// extra is a column of other amounts.
func extra(path string, of func(r *fixture.Row) string) column {
	return column{path, func(r *fixture.Row) any { return money(of(r)) }}
}

// part is some thousandths of a figure, with as many places; a blank of a blank.
func part(v string, thousandths int64) string {
	if v == "" {
		return ""
	}
	d := decimal.RequireFromString(v)
	return d.Mul(decimal.New(thousandths, -3)).StringFixed(-min(0, d.Exponent()))
}

// less is what is left of a figure without another; a blank of a blank.
func less(v string, others ...string) string {
	if v == "" {
		return ""
	}
	d := decimal.RequireFromString(v)
	places := -min(0, d.Exponent())
	for _, o := range others {
		if o != "" {
			d = d.Sub(decimal.RequireFromString(o))
		}
	}
	if d.IsZero() {
		return ""
	}
	return d.StringFixed(places)
}

// copy gives a sheet's cells as amounts and texts that are no figures of ours, changed by a function.
func (s *Sheet) copy(name string, change func(c *Cell)) *Sheet {
	out := s.clone()
	out.Name, out.Form = name, ""
	for _, c := range out.Cells {
		if c.Figure() && c.Number != "" && change != nil {
			change(c)
		}
		c.Slot, c.Value = fixture.Slot{}, ""
	}
	return out
}

// times multiplies an amount, in thousandths.
func times(thousandths int64) func(c *Cell) {
	return func(c *Cell) {
		c.Number = decimal.RequireFromString(c.Number).Mul(decimal.New(thousandths, -3)).Round(2).String()
	}
}

// sumOf adds plain decimals up, blanks left out; a blank when there is nothing.
func sumOf(list ...string) string {
	sum, places, some := decimal.Zero, int32(0), false
	for _, v := range list {
		if v != "" {
			d := decimal.RequireFromString(v)
			sum, places, some = sum.Add(d), max(places, -d.Exponent()), true
		}
	}
	if !some {
		return ""
	}
	return sum.StringFixed(places)
}
