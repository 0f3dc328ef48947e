package odd

import (
	"fmt"
	"strings"
	"unicode/utf16"
)

// pen writes the content of a page 842 by 595 points large.
type pen struct {
	strings.Builder
	size float64
}

func (p *pen) line(x0, y0, x1, y1 float64) {
	fmt.Fprintf(p, "%.2f %.2f m %.2f %.2f l S\n", x0, y0, x1, y1)
}

// text writes one run. Characters are their own code units.
func (p *pen) text(x, y float64, s string) {
	fmt.Fprintf(p, "BT /F %.1f Tf %.2f %.2f Td <%s> Tj ET\n", p.size, x, y, hexOf(s))
}

func hexOf(s string) string {
	var w strings.Builder
	for _, u := range utf16.Encode([]rune(s)) {
		fmt.Fprintf(&w, "%04X", u)
	}
	return w.String()
}

// wide is how wide a run is.
func (p *pen) wide(s string) float64 {
	n := 0.0
	for _, r := range s {
		if r < 128 {
			n += 0.5
		} else {
			n++
		}
	}
	return n * p.size
}

// edges of the columns, and the rows' height.
var edges = [...]float64{50, 130, 430, 540, 650, 760}

const rowHeight = 22.0

// how a form is drawn; the zero value draws it plainly.
type how struct {
	lineless bool
	skipped  map[int]bool                         // rows without figures
	figure   func(p *pen, x, y float64, s string) // draws a figure; nil for text
	before   string                               // operators before
	after    string                               // and behind
	order    func(n int) []int                    // in which the rows are written; nil from above
}

// draw draws the form and gives the page's content.
func draw(h how) string {
	p := &pen{size: 10}
	p.WriteString(h.before)
	p.text(300, 545, "一般公共预算财政拨款支出决算表")
	p.text(700, 525, "公开05表")
	p.text(50, 510, "部门：示例市财政局")
	p.text(680, 510, "金额单位：万元")
	top := 500.0
	heads := [][5]string{{"科目编码", "科目名称", "小计", "基本支出", "项目支出"}}
	rows := append(heads, form...)
	if !h.lineless {
		for i := 0; i <= len(rows); i++ {
			p.line(edges[0], top-float64(i)*rowHeight, edges[5], top-float64(i)*rowHeight)
		}
		for _, x := range edges {
			p.line(x, top, x, top-float64(len(rows))*rowHeight)
		}
	}
	order := make([]int, len(rows))
	for i := range order {
		order[i] = i
	}
	if h.order != nil {
		order = h.order(len(rows))
	}
	for _, i := range order {
		y := top - float64(i+1)*rowHeight + 7
		for col, s := range rows[i] {
			switch {
			case s == "" || col >= 2 && h.skipped[i]:
			case col < 2 || i == 0:
				p.text(edges[col]+4, y, s)
			case h.figure != nil:
				h.figure(p, edges[col+1]-4-p.wide(s), y, s)
			default:
				p.text(edges[col+1]-4-p.wide(s), y, s)
			}
		}
	}
	p.WriteString(h.after)
	return p.String()
}
