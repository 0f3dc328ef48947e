package dress

import (
	"strings"

	"suanqing/validate/lab/fixture"
)

// tableOf draws F03 or F05 with rows of its own: a function says what is drawn for each.
func (w *Workbook) tableOf(form string, each func(g *grid, list []column, r *fixture.Row)) {
	g, list := w.redraw(form), []column{codeOf, nameOf}
	title := "支出决算表"
	heads := []string{"本年支出合计", "基本支出", "项目支出", "上缴上级支出", "经营支出", "对附属单位补助支出"}
	if form == fixture.F05 {
		title, heads = "一般公共预算财政拨款支出决算表", []string{"小计", "基本支出", "项目支出"}
	}
	for _, h := range heads {
		list = append(list, figure("本年支出/"+h, h))
	}
	if form == fixture.F03 {
		for i, h := range heads {
			list[i+2].path = h
		}
	}
	g.table(title, 2, list, nil)
	for _, r := range w.Book.Forms[form].Rows {
		each(g, list, r)
	}
	g.add("注：本表列示本年度各项支出。")
}

// again is a row printed once more, its figures none of ours.
func (g *grid) again(list []column, r *fixture.Row, code, name string) {
	cells := []any{code, name}
	for _, c := range list[2:] {
		f := c.cell(r).(fig)
		cells = append(cells, money(g.w.Book.Value(g.form, f.row, f.column)))
	}
	g.add(cells...)
}

// next is the row after one, nil after the last.
func next(w *Workbook, form string, r *fixture.Row) *fixture.Row {
	list := w.Book.Forms[form].Rows
	for i := range list[:len(list)-1] {
		if list[i] == r {
			return list[i+1]
		}
	}
	return nil
}

// rows are forms keyed by code with rows that are none, or with rows called or placed otherwise.
var rows = func() []Dress {
	var out []Dress
	both := func(name string, partly bool, do func(w *Workbook, form string)) {
		for _, form := range []string{fixture.F03, fixture.F05} {
			out = append(out, Dress{Name: "rows: " + name + " on " + form, Kind: Rows, Allow: ANotice, Form: form, Partly: partly,
				Wear: func(w *Workbook) { do(w, form) }})
		}
	}
	lastOfClass := func(w *Workbook, form string, r *fixture.Row) bool {
		n := next(w, form, r)
		return n == nil || len(n.Key) == 3
	}
	both("no 合计", true, func(w *Workbook, form string) {
		w.tableOf(form, func(g *grid, list []column, r *fixture.Row) {
			if r.Key != fixture.Total {
				g.line(list, r)
			}
		})
	})
	both("blank ones between classes", false, func(w *Workbook, form string) {
		w.tableOf(form, func(g *grid, list []column, r *fixture.Row) {
			if len(r.Key) == 3 {
				g.row++
			}
			g.line(list, r)
		})
	})
	for _, label := range []string{"小计", "小  计", "类小计"} {
		both(label+" after each class", false, func(w *Workbook, form string) {
			var class *fixture.Row
			w.tableOf(form, func(g *grid, list []column, r *fixture.Row) {
				g.line(list, r)
				if len(r.Key) == 3 {
					class = r
				}
				if class != nil && lastOfClass(w, form, r) {
					g.again(list, class, "", label)
				}
			})
		})
	}
	both("a unit's above its codes", false, func(w *Workbook, form string) {
		w.tableOf(form, func(g *grid, list []column, r *fixture.Row) {
			g.line(list, r)
			if r.Key == fixture.Total {
				g.again(list, r, "", w.Book.Department+"本级")
			}
		})
	})
	both("a unit's with its code above its codes", false, func(w *Workbook, form string) {
		w.tableOf(form, func(g *grid, list []column, r *fixture.Row) {
			g.line(list, r)
			if r.Key == fixture.Total {
				g.again(list, r, "101001", w.Book.Department+"本级")
			}
		})
	})
	both("two units', each above its own codes", true, func(w *Workbook, form string) {
		w.tableOf(form, func(g *grid, list []column, r *fixture.Row) {
			if r.Key == fixture.Total {
				g.line(list, r)
			}
		})
		g := &grid{w: w, s: w.Sheet(form), form: form}
		g.row, _ = g.s.Size()
		for i, unit := range []string{"示例市第四区财政局本级", "示例市第四区财政国库支付中心"} {
			for _, r := range w.Book.Forms[form].Rows {
				code, name := r.Key, r.Name
				if r.Key == fixture.Total {
					code, name = "10100"+string(rune(49+i)), unit
				}
				cells := []any{code, name}
				for _, c := range w.Book.Forms[form].Columns {
					v := w.Book.Value(form, r.Key, c)
					p := part(v, 400)
					if i == 1 {
						p = less(v, p)
					}
					cells = append(cells, money(p))
				}
				g.add(cells...)
			}
		}
	})
	both("合计 first and last", false, func(w *Workbook, form string) {
		w.tableOf(form, func(g *grid, list []column, r *fixture.Row) {
			g.line(list, r)
			if next(w, form, r) == nil {
				g.again(list, w.Book.Forms[form].Row(fixture.Total), "", "合计")
			}
		})
	})
	both("本页小计 half-way", false, func(w *Workbook, form string) {
		var some []*fixture.Row
		w.tableOf(form, func(g *grid, list []column, r *fixture.Row) {
			g.line(list, r)
			if some = append(some, r); len(some) == 7 {
				g.again(list, some[1], "", "本页小计")
			}
		})
	})
	for _, label := range []string{"合　　计", "合 计：", "总计", "总    计", "支出合计", "本年支出合计", "部门合计", "合计数", "单位合计"} {
		both("合计 is "+label, false, func(w *Workbook, form string) {
			w.tableOf(form, func(g *grid, list []column, r *fixture.Row) {
				g.line(list, r)
				if r.Key == fixture.Total {
					g.s.Cells[At{g.row - 1, 1}].SetText(label)
				}
			})
		})
	}
	named := func(name string, write func(w *Workbook, form string, r *fixture.Row) string) {
		both(name, false, func(w *Workbook, form string) {
			w.tableOf(form, func(g *grid, list []column, r *fixture.Row) {
				g.line(list, r)
				if r.Key != fixture.Total {
					g.s.Cells[At{g.row - 1, 1}].SetText(write(w, form, r))
				}
			})
		})
	}
	for _, between := range []string{"-", "－", "—", "/", "\\", "_", "→", " "} {
		named("names with those above them and "+between, func(w *Workbook, form string, r *fixture.Row) string {
			var all []string
			for n := 3; n <= len(r.Key); n += 2 {
				all = append(all, w.Book.Forms[form].Row(r.Key[:n]).Name)
			}
			return strings.Join(all, between)
		})
	}
	named("names with ordinals", func(w *Workbook, form string, r *fixture.Row) string {
		n := 0 // of those with the same code above
		for _, o := range w.Book.Forms[form].Rows {
			if len(o.Key) == len(r.Key) && o.Key <= r.Key && o.Key != fixture.Total && (len(r.Key) == 3 || o.Key[:len(r.Key)-2] == r.Key[:len(r.Key)-2]) {
				n++
			}
		}
		switch len(r.Key) {
		case 3:
			return chinese(n) + "、" + r.Name
		case 5:
			return "（" + chinese(n) + "）" + r.Name
		default:
			return string(rune('0'+n)) + "." + r.Name
		}
	})
	both("zeros of classes that have nothing", false, func(w *Workbook, form string) {
		w.tableOf(form, func(g *grid, list []column, r *fixture.Row) {
			g.line(list, r)
			if next(w, form, r) == nil {
				for _, more := range [][2]string{{"231", "债务还本支出"}, {"232", "债务付息支出"}} {
					cells := []any{more[0], more[1]}
					for range list[2:] {
						cells = append(cells, money("0.00"))
					}
					g.add(cells...)
				}
			}
		})
	})
	return out
}()
