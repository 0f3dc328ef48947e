package dress

import (
	"strings"

	"suanqing/validate/lab/fixture"
)

// entry is one side of a line of F01 or F04: its label and what its cells hold.
type entry struct {
	label string
	cells []any
}

// sides are the two sides of such a form as they are put together, each in its own order.
type sides struct {
	w           *Workbook
	form        string
	left, right []entry
}

// national lists the lines as the national form has them.
func (w *Workbook) national(form string) *sides {
	s := &sides{w: w, form: form}
	for _, r := range w.Book.Forms[form].Rows {
		if leftLine(r) {
			s.left = append(s.left, s.entry(r.Name, r.Key))
		} else {
			s.right = append(s.right, s.entry(r.Name, r.Key))
		}
	}
	return s
}

func leftLine(r *fixture.Row) bool {
	switch {
	case len(r.Key) == 3 || strings.Contains(r.Key, "支出") || strings.HasPrefix(r.Key, "年末") || strings.HasPrefix(r.Key, "结余"):
		return false
	}
	return true
}

// entry is a line with its figures.
func (s *sides) entry(label, key string) entry {
	columns := []string{"金额"}
	if s.form == fixture.F04 && !leftLine(&fixture.Row{Key: key}) {
		columns = funds
	}
	e := entry{label: label}
	for _, c := range columns {
		e.cells = append(e.cells, fig{key, c})
	}
	return e
}

var funds = []string{"合计", "一般公共预算", "政府性基金预算", "国有资本经营预算"}

// find is the index of the line with a figure.
func find(list []entry, key string) int {
	for i, e := range list {
		if len(e.cells) > 0 {
			if f, ok := e.cells[0].(fig); ok && f.row == key {
				return i
			}
		}
	}
	panic("dress: no line of " + key)
}

// after puts lines after the line of a figure.
func after(list []entry, key string, more ...entry) []entry {
	i := find(list, key) + 1
	return append(append(append([]entry{}, list[:i]...), more...), list[i:]...)
}

// relabel writes other labels, as key, label.
func relabel(list []entry, keyLabel ...string) {
	for i := 0; i < len(keyLabel); i += 2 {
		list[find(list, keyLabel[i])].label = keyLabel[i+1]
	}
}

// level blanks the shorter side up so that the totals stand beside each other.
func (s *sides) level() *sides {
	for len(s.left) < len(s.right) {
		s.left = insertBlank(s.left)
	}
	for len(s.right) < len(s.left) {
		s.right = insertBlank(s.right)
	}
	return s
}

func insertBlank(list []entry) []entry {
	for i, e := range list {
		if strings.HasPrefix(e.label, "本年") {
			return append(append(append([]entry{}, list[:i]...), entry{}), list[i:]...)
		}
	}
	return append(list, entry{})
}

// how a two-sided form is drawn.
type how struct {
	title         string   // "" for the national one
	lineNumbers   string   // 左 右: the sides that have 行次
	heads         []string // of a figure on the left, and of those on the right
	groups        []string // above the two sides
	noNumbers     bool     // no 栏次
	project       string   // "" for 项目
	third         []entry  // one more side, of two cells
	extraHeads    []string // columns on either side behind the figures, amounts made up from the first
	thousandths   int64
	marksInHeader bool
}

// draw draws the form.
func (s *sides) draw(h how) {
	g := s.w.redraw(s.form)
	if h.title == "" {
		h.title = map[string]string{fixture.F01: "收入支出决算总表", fixture.F04: "财政拨款收入支出决算总表"}[s.form]
	}
	if h.heads == nil {
		h.heads = []string{"金额", "金额"}
		if s.form == fixture.F04 {
			h.heads = []string{"金额", "合计", "一般公共预算财政拨款", "政府性基金预算财政拨款", "国有资本经营预算财政拨款"}
		}
	}
	if h.groups == nil {
		h.groups = []string{"收入", "支出", "支出"}
	}
	if h.project == "" {
		h.project = "项目"
	}
	var columns []column
	side := func(group, mark string, heads []string) {
		at := func(head string) { columns = append(columns, column{path: group + "/" + head}) }
		at(h.project)
		if strings.Contains(h.lineNumbers, mark) {
			at("行次")
		}
		for _, head := range append(append([]string{}, heads...), h.extraHeads...) {
			at(head)
		}
	}
	side(h.groups[0], "左", h.heads[:1])
	side(h.groups[1], "右", h.heads[1:])
	if h.third != nil {
		columns = append(columns, column{path: h.groups[2] + "/项目（按支出性质和经济分类）"}, column{path: h.groups[2] + "/行次"}, column{path: h.groups[2] + "/金额"})
	}
	g.heading(h.title, int(s.form[2]-'0'), len(columns))
	g.header(0, columns)
	if !h.noNumbers {
		var cells []any
		n := 0
		for _, c := range columns {
			head := c.path[strings.LastIndex(c.path, "/")+1:]
			switch {
			case strings.HasPrefix(head, h.project):
				cells = append(cells, "栏次")
			case head == "行次":
				cells = append(cells, nil)
			default:
				n++
				cells = append(cells, n)
			}
		}
		g.add(cells...)
	}
	number := 0
	for i := range max(len(s.left), len(s.right)) {
		var cells []any
		draw := func(list []entry, width int, mark string) {
			e := entry{}
			if i < len(list) {
				e = list[i]
			}
			cells = append(cells, e.label)
			if strings.Contains(h.lineNumbers, mark) {
				number++
				cells = append(cells, number)
			}
			for j := range width {
				if j < len(e.cells) {
					cells = append(cells, e.cells[j])
				} else {
					cells = append(cells, nil)
				}
			}
			for range h.extraHeads {
				cells = append(cells, s.made(e, h.thousandths))
			}
		}
		draw(s.left, 1, "左")
		draw(s.right, len(h.heads)-1, "右")
		if h.third != nil {
			draw(h.third, 1, "左")
		}
		g.add(cells...)
	}
	g.add("注：本表列示收入、支出和年初、年末结转和结余。")
}

// made is an amount made up from the first figure of a line.
func (s *sides) made(e entry, thousandths int64) any {
	if len(e.cells) > 0 {
		if f, ok := e.cells[0].(fig); ok {
			return money(part(s.w.Book.Value(s.form, f.row, f.column), thousandths))
		}
	}
	return nil
}

// ofRow is an amount that is some thousandths of a figure.
func (s *sides) ofRow(label, key, column string, thousandths int64) entry {
	return entry{label, []any{money(part(s.w.Book.Value(s.form, key, column), thousandths))}}
}
