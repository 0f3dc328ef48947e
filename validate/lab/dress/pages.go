package dress

import (
	"fmt"
	"strings"

	"suanqing/validate/lab/fixture"
)

// pages are forms that were printed over several pages and pasted together again, one
// page below the other, each with its heading. 合计 stands once, at the beginning.
var pages = join(func() []Dress {
	every := func(string, int, int) string { return "" }
	continued := func(words string) func(string, int, int) string {
		return func(string, int, int) string { return words }
	}
	var out []Dress
	add := func(name, forms string, l fixture.Layout, p page) {
		form, _, _ := strings.Cut(forms, " ")
		out = append(out, Dress{Name: "pages: " + name, Kind: Pages, Allow: ANotice, Form: form,
			Plain: fixture.Layout{LeavesOnly: l.LeavesOnly}, Layout: &l, Wear: p.wear(forms)})
	}
	coded, all := "F03 F02 F05 F07 F08", "F03 F01 F02 F04 F05 F06 F07 F08"
	add("the title as it is", coded, fixture.Layout{}, page{rows: 9, title: every, lines: true})
	add("the title with （续）", coded, fixture.Layout{}, page{rows: 9, title: continued("（续）"), lines: true})
	add("the title with （续表）", coded, fixture.Layout{}, page{rows: 9, title: continued("（续表）")})
	add("the title with （续1）", coded, fixture.Layout{}, page{rows: 9, lines: true, title: func(_ string, page, _ int) string { return fmt.Sprintf("（续%d）", page) }})
	add("the title with 续表一", coded, fixture.Layout{}, page{rows: 9, title: func(_ string, page, _ int) string {
		return " 续表" + string([]rune("零一二三四五六七八九十")[min(page, 10)])
	}})
	add("the title with （2/4）", coded, fixture.Layout{}, page{rows: 9, lines: true, title: func(_ string, page, pages int) string { return fmt.Sprintf("（%d/%d）", page+1, pages) }})
	add("only 续表 above the header", coded, fixture.Layout{}, page{rows: 9, note: "续表"})
	add("only 接上页 above the header", coded, fixture.Layout{}, page{rows: 9, note: "接上页："})
	add("the header only", coded, fixture.Layout{}, page{rows: 9})
	add("the header only, a blank row before", coded, fixture.Layout{}, page{rows: 9, blank: 1})
	add("no blank rows, the title as it is", coded, fixture.Layout{}, page{rows: 7, title: every})
	add("blank rows between", coded, fixture.Layout{}, page{rows: 9, blank: 3, title: every, lines: true})
	add("page numbers between", coded, fixture.Layout{}, page{rows: 9, blank: 1, title: every, lines: true, number: "第 %d 页，共 %d 页"})
	add("bare page numbers between", coded, fixture.Layout{}, page{rows: 9, title: continued("（续）"), number: "— %d —"})
	add("nothing between but page numbers", coded, fixture.Layout{}, page{rows: 9, number: "%d/%d"})
	add("the note on each page", coded, fixture.Layout{}, page{rows: 9, title: every, lines: true, foot: "注：本表金额单位转换时可能存在尾数误差。"})
	add("signatures on each page", coded, fixture.Layout{}, page{rows: 9, title: every, lines: true, foot: "单位负责人：          财务负责人：          制表人："})
	add("all forms", all, fixture.Layout{}, page{rows: 12, title: every, lines: true})
	add("all forms with （续）", all, fixture.Layout{}, page{rows: 12, title: continued("（续）"), lines: true})
	add("F01", fixture.F01, fixture.Layout{}, page{rows: 12, title: every, lines: true})
	add("F04 with （续表）", fixture.F04, fixture.Layout{}, page{rows: 12, title: continued("（续表）")})
	add("F06 in lanes", fixture.F06, fixture.Layout{}, page{rows: 8, title: every, lines: true})
	add("F06 as a list", fixture.F06, fixture.Layout{Economic: fixture.OneList}, page{rows: 20, title: continued("（续）"), lines: true})
	add("all forms down one sheet", coded, fixture.Layout{SheetNames: fixture.PlainNames}, page{rows: 9, title: every, lines: true, oneSheet: true})
	add("all forms down one sheet, with （续）", coded, fixture.Layout{SheetNames: fixture.PlainNames}, page{rows: 9, title: continued("（续）"), lines: true, oneSheet: true})
	add("类 款 项 in columns", coded, fixture.Layout{Codes: fixture.SplitCode}, page{rows: 9, title: every, lines: true})
	add("合计 last", coded, fixture.Layout{TotalLast: true}, page{rows: 9, title: every, lines: true})
	add("each on a sheet of its own", coded, fixture.Layout{}, page{rows: 9, title: continued("（续）"), lines: true, sheets: true})
	return out
}(), again)

// again are parts that begin with the row the last one ended with, or with the class it
// belongs to, so that a reader of paper finds his place. The row is one row: its figures
// stand twice on paper and once in the accounts, where they are the same or left out.
var again = func() []Dress {
	var out []Dress
	add := func(name string, l fixture.Layout, p page) {
		p.rows, p.blank = 9, 1
		out = append(out, Dress{Name: "again: " + name, Kind: Again, Allow: AWarning, Layout: &l, Wear: p.wear("F03 F05")})
	}
	all := func(c *Cell) bool { return true }
	names := func(c *Cell) bool { return !c.Figure() }
	continued := func(string, int, int) string { return "（续）" }
	add("the last row, with （续）", fixture.Layout{}, page{title: continued, lines: true, again: all})
	add("the last row, its name only, with （续）", fixture.Layout{}, page{title: continued, lines: true, again: names})
	add("the last row, under the header only", fixture.Layout{}, page{again: all})
	add("the last row, its name only, under the header only", fixture.Layout{}, page{again: names})
	add("the last row's class, its name only", fixture.Layout{}, page{title: continued, lines: true, again: names, class: true})
	add("the last row's class, with its figures", fixture.Layout{}, page{title: continued, lines: true, again: all, class: true})
	add("合计 on each page", fixture.Layout{}, page{title: continued, lines: true, again: all, total: true})
	add("the last row, 类 款 项 in columns", fixture.Layout{Codes: fixture.SplitCode}, page{title: continued, again: all})
	add("the last row, the code in the name", fixture.Layout{Codes: fixture.CodeInName}, page{title: continued, again: names})
	return out
}()

// page is how a form is cut into pages and what each but the first begins with.
type page struct {
	rows     int                                        // of the table on each
	title    func(title string, page, pages int) string // behind the title; nil for no title
	lines    bool                                       // the lines of department and unit
	note     string                                     // above the header
	blank    int                                        // blank rows between
	number   string                                     // the page's number below the table, as a format
	foot     string                                     // a line below the table
	sheets   bool                                       // each page on a sheet of its own
	oneSheet bool                                       // the sheets one below the other in the end

	again func(c *Cell) bool // which cells of the last row are printed again; nil for none
	class bool               // not the last row but its class
	total bool               // not the last row but 合计
}

func (p page) wear(forms string) func(w *Workbook) {
	return func(w *Workbook) {
		var out []*Sheet
		for _, s := range w.Sheets {
			out = append(out, s)
			if s.Form != "" && strings.Contains(forms, s.Form) {
				out = append(out, p.cut(s)...)
			}
		}
		w.Sheets = out
		if p.oneSheet {
			w.stack()
		}
	}
}

// cut cuts a sheet into pages; those on sheets of their own are given back.
func (p page) cut(s *Sheet) []*Sheet {
	first, last := s.body()
	if last-first < p.rows {
		return nil
	}
	pages := (last - first + p.rows) / p.rows
	old := s.clone()
	*s = Sheet{Name: s.Name, Form: s.Form, Cells: map[At]*Cell{}}
	out := []*Sheet{s}
	at := old.part(s, 0, first, 0)
	for i := range pages {
		from, to := first+i*p.rows, min(last+1, first+(i+1)*p.rows)
		if i > 0 {
			if p.sheets {
				s = &Sheet{Name: fmt.Sprintf("%s (%d)", old.Name, i+1), Cells: map[At]*Cell{}}
				out, at = append(out, s), 0
			}
			at = p.heading(old, s, at, i, pages)
			at = p.repeat(old, s, from, at)
		}
		at = old.part(s, from, to, at)
		if i < pages-1 {
			at = p.footing(s, at, i, pages)
		}
	}
	rows, _ := old.Size()
	old.part(s, last+1, rows, at)
	return out[1:]
}

func (s *Sheet) clone() *Sheet { return (&Workbook{Sheets: []*Sheet{s}}).clone().Sheets[0] }

// part copies rows [from, to) to another sheet, to a row and below, and gives the row after them.
func (s *Sheet) part(to *Sheet, from, end, at int) int {
	for k, c := range s.Cells {
		if k.Row >= from && k.Row < end {
			copied := *c
			to.Cells[At{k.Row - from + at, k.Col}] = &copied
		}
	}
	for _, m := range s.Merges {
		if m.From.Row >= from && m.From.Row < end {
			m.To.Row = min(m.To.Row, end-1)
			if m.To != m.From {
				to.Merges = append(to.Merges, Rect{At{m.From.Row - from + at, m.From.Col}, At{m.To.Row - from + at, m.To.Col}})
			}
		}
	}
	return at + end - from
}

// heading draws what a page begins with.
func (p page) heading(old, s *Sheet, at, i, pages int) int {
	first, _ := old.body()
	head := old.head()
	at += p.blank
	if p.title != nil {
		top := at
		at = old.part(s, 0, 1, at)
		title := old.text(At{0, 0})
		s.Cells[At{top, 0}].SetText(title + p.title(title, i, pages))
	}
	if p.lines {
		at = old.part(s, 1, head, at)
	}
	if p.note != "" {
		s.Cells[At{at, 0}] = &Cell{Text: p.note}
		at++
	}
	return old.part(s, head, first, at)
}

// repeat prints a row again. The copy is no figure of ours, wherever it is the same.
func (p page) repeat(old, s *Sheet, from, at int) int {
	if p.again == nil {
		return at
	}
	row := from - 1
	first, _ := old.body()
	if p.class {
		for row = from; row > first && len(old.text(At{row, 0})) != 3; row-- {
		}
		if row == from {
			return at // the page begins with a class
		}
	}
	if p.total {
		row = first
	}
	end := old.part(s, row, row+1, at)
	for k, c := range s.Cells {
		if k.Row != at {
			continue
		}
		if !p.again(c) {
			*c = Cell{}
		}
		c.Slot, c.Value = fixture.Slot{}, ""
	}
	return end
}

// footing draws what a page ends with.
func (p page) footing(s *Sheet, at, i, pages int) int {
	if p.foot != "" {
		s.Cells[At{at, 0}] = &Cell{Text: p.foot}
		at++
	}
	if p.number != "" {
		text := fmt.Sprintf(p.number, i+1, pages)
		if strings.Count(p.number, "%d") == 1 {
			text = fmt.Sprintf(p.number, i+1)
		}
		s.Cells[At{at, 0}] = &Cell{Text: text}
		at++
	}
	return at
}

// stack puts all sheets one below the other on one.
func (w *Workbook) stack() {
	out := &Sheet{Name: "公开表", Cells: map[At]*Cell{}}
	at := 0
	for _, s := range w.Sheets {
		rows, _ := s.Size()
		at = s.part(out, 0, rows, at) + 2
	}
	w.Sheets = []*Sheet{out}
}
