package dress

import (
	"strings"

	"suanqing/validate/lab/fixture"
)

const (
	personnel = "人员经费合计"
	operating = "公用经费合计"
)

// economic are layouts of F06.
var economic = func() []Dress {
	const title = "一般公共预算财政拨款基本支出决算表"
	var out []Dress
	add := func(name string, partly bool, wear func(w *Workbook, g *grid)) {
		plain, form := fixture.Layout{}, fixture.F06
		if strings.Contains(name, "as columns") && !strings.Contains(name, "no sum") {
			plain.Economic, form = fixture.ThreeFigures, "" // its third total is no figure of the fixture's
		}
		out = append(out, Dress{Name: "F06 drawn: " + name, Kind: Economic, Allow: ANotice, Form: form, Partly: partly, Plain: plain,
			Also: []fixture.Slot{{Form: fixture.F06, Row: fixture.Total, Column: "金额"}},
			Wear: func(w *Workbook) { wear(w, w.redraw(fixture.F06)) }})
	}
	codes := func(w *Workbook, classes string) []*fixture.Row {
		var list []*fixture.Row
		for _, r := range w.Book.Forms[fixture.F06].Rows {
			if len(r.Key) <= 5 && strings.Contains(classes, r.Key[:3]) {
				list = append(list, r)
			}
		}
		return list
	}
	const people, rest = "301 303", "302 307 309 310 311 312 313 399"
	all := func(w *Workbook) []*fixture.Row { return append(codes(w, people), codes(w, rest)...) }
	value := func(r *fixture.Row) fig { return fig{r.Key, "金额"} }
	is := func(r *fixture.Row) bool { return strings.Contains(people, r.Key[:3]) }
	sum := func(w *Workbook) money {
		return money(sumOf(w.Book.Value("F06", personnel, "金额"), w.Book.Value("F06", operating, "金额")))
	}
	either := func(w *Workbook, g *grid, total bool, heads ...string) {
		g.heading(title, 6, len(heads))
		g.add(anys(heads)...)
		line := func(code, name string, whole any, a, b any) {
			if total {
				g.add(code, name, whole, a, b)
			} else {
				g.add(code, name, a, b)
			}
		}
		line("合计", "", sum(w), fig{personnel, "金额"}, fig{operating, "金额"})
		for _, r := range all(w) {
			switch {
			case is(r) && total:
				line(r.Key, r.Name, value(r), money(r.Values["金额"]), nil)
			case is(r):
				line(r.Key, r.Name, nil, value(r), nil)
			case total:
				line(r.Key, r.Name, value(r), nil, money(r.Values["金额"]))
			default:
				line(r.Key, r.Name, nil, nil, value(r))
			}
		}
	}
	add("人员经费 and 公用经费 as columns, no sum", false, func(w *Workbook, g *grid) {
		either(w, g, false, "科目编码", "科目名称", "人员经费", "公用经费")
	})
	add("人员经费 and 公用经费 as columns, 合计 in the first row", false, func(w *Workbook, g *grid) {
		either(w, g, true, "科目编码", "科目名称", "合计", "人员经费", "公用经费")
	})
	add("人员支出 and 公用支出 as columns", false, func(w *Workbook, g *grid) {
		either(w, g, true, "经济分类科目编码", "经济分类科目名称", "小计", "人员支出", "公用支出")
	})
	list := func(name string, partly bool, draw func(w *Workbook, g *grid)) {
		add(name, partly, func(w *Workbook, g *grid) {
			g.heading(title, 6, 3)
			g.add("科目编码", "科目名称", "金额")
			draw(w, g)
		})
	}
	block := func(w *Workbook, g *grid, classes string) {
		for _, r := range codes(w, classes) {
			g.add(r.Key, r.Name, value(r))
		}
	}
	list("a list, each total above its codes", false, func(w *Workbook, g *grid) {
		g.add("", "一、人员经费", fig{personnel, "金额"})
		block(w, g, people)
		g.add("", "二、公用经费", fig{operating, "金额"})
		block(w, g, rest)
	})
	list("a list, each total above its codes, 合计 above all", false, func(w *Workbook, g *grid) {
		g.add("", "合计", sum(w))
		g.add("", "人员经费小计", fig{personnel, "金额"})
		block(w, g, people)
		g.add("", "公用经费小计", fig{operating, "金额"})
		block(w, g, rest)
	})
	list("a list, each total under its codes, 合计 last", false, func(w *Workbook, g *grid) {
		block(w, g, people)
		g.add("", "人员经费合计", fig{personnel, "金额"})
		block(w, g, rest)
		g.add("", "公用经费合计", fig{operating, "金额"})
		g.add("", "合计", sum(w))
	})
	list("a list, groups named without figures", false, func(w *Workbook, g *grid) {
		g.add("人员经费")
		block(w, g, people)
		g.add("", "人员经费合计", fig{personnel, "金额"})
		g.add("公用经费")
		block(w, g, rest)
		g.add("", "公用经费合计", fig{operating, "金额"})
	})
	list("a list with 合计 and no other total", true, func(w *Workbook, g *grid) {
		g.add("", "合计", sum(w))
		block(w, g, people)
		block(w, g, rest)
	})
	list("a list with zeros of codes that have nothing", false, func(w *Workbook, g *grid) {
		block(w, g, people)
		block(w, g, rest)
		for _, more := range [][2]string{{"313", "对社会保障基金补助"}, {"31302", "对社会保险基金补助"}, {"31303", "补充全国社会保障基金"}} {
			g.add(more[0], more[1], money("0.00"))
		}
		g.add(over("人员经费合计", 2), fig{personnel, "金额"})
		g.add(over("公用经费合计", 2), fig{operating, "金额"})
	})
	add("a list with 类 and 款, shares and remarks", false, func(w *Workbook, g *grid) {
		g.heading(title, 6, 6)
		g.header(0, []column{{path: "经济分类科目编码/类"}, {path: "经济分类科目编码/款"}, {path: "科目名称"}, {path: "决算数"}, {path: "占比（%）"}, {path: "备注"}})
		for _, r := range all(w) {
			g.add(r.Key[:3], r.Key[3:], r.Name, value(r), money("1.20"), "")
		}
		g.add("", "", "人员经费合计", fig{personnel, "金额"})
		g.add("", "", "公用经费合计", fig{operating, "金额"})
	})
	lanes := func(name string, totalsFirst bool, last bool, lineNumbers bool, deal ...string) {
		add(name, false, func(w *Workbook, g *grid) {
			var dealt [][]*fixture.Row
			for _, classes := range deal {
				dealt = append(dealt, codes(w, classes))
			}
			if len(deal) == 3 && deal[2] == "" { // the second lane goes on in the third
				long := codes(w, rest)
				dealt[1], dealt[2] = long[:(len(long)+1)/2], long[(len(long)+1)/2:]
			}
			heads := []string{"科目编码", "科目名称"}
			if lineNumbers {
				heads = append(heads, "行次")
			}
			heads = append(heads, "金额")
			var list []column
			for i := range dealt {
				group := "人员经费"
				if i > 0 {
					group = "公用经费"
				}
				for _, h := range heads {
					list = append(list, column{path: group + "/" + h})
				}
			}
			width := len(heads)
			g.heading(title, 6, width*len(dealt))
			g.header(0, list)
			totals := func() {
				g.put(At{g.row, 0}, over("人员经费合计", width-1))
				g.put(At{g.row, width - 1}, fig{personnel, "金额"})
				g.put(At{g.row, width}, over("公用经费合计", width*(len(dealt)-1)-1))
				g.put(At{g.row, width*len(dealt) - 1}, fig{operating, "金额"})
				g.row++
			}
			if totalsFirst {
				totals()
			}
			long := 0
			for _, d := range dealt {
				long = max(long, len(d))
			}
			number := 0
			for i := range long {
				var cells []any
				for _, d := range dealt {
					number++
					if i >= len(d) {
						cells = append(cells, make([]any, width)...)
						continue
					}
					cells = append(cells, d[i].Key, d[i].Name)
					if lineNumbers {
						cells = append(cells, number)
					}
					cells = append(cells, value(d[i]))
				}
				g.add(cells...)
			}
			if !totalsFirst {
				totals()
			}
			if last {
				g.put(At{g.row, 0}, over("合计", width*len(dealt)-1))
				g.put(At{g.row, width*len(dealt) - 1}, sum(w))
				g.row++
			}
			g.add("注：本表按经济分类列示基本支出。")
		})
	}
	lanes("two lanes", false, false, false, people, rest)
	lanes("three lanes, the second goes on in the third", false, false, false, people, rest, "")
	lanes("three lanes, totals first", true, false, false, people, "302", "307 309 310 311 312 313 399")
	lanes("three lanes, 合计 last", false, true, false, people, "302", "307 309 310 311 312 313 399")
	lanes("two lanes with 行次", false, false, true, people, rest)
	lanes("three lanes with 行次, 合计 last", false, true, true, people, "302", "307 309 310 311 312 313 399")
	add("names without codes", true, func(w *Workbook, g *grid) {
		g.heading(title, 6, 2)
		g.add("经济分类科目名称", "金额")
		for _, r := range all(w) {
			name := r.Name
			if len(r.Key) == 5 {
				name = "　　" + name
			}
			g.add(name, value(r))
		}
		g.add("人员经费合计", fig{personnel, "金额"})
		g.add("公用经费合计", fig{operating, "金额"})
	})
	add("names in two columns, 类 and 款", false, func(w *Workbook, g *grid) {
		g.heading(title, 6, 4)
		g.add("科目编码", "类级科目名称", "款级科目名称", "金额")
		for _, r := range all(w) {
			if len(r.Key) == 3 {
				g.add(r.Key, r.Name, "", value(r))
			} else {
				g.add(r.Key, "", r.Name, value(r))
			}
		}
		g.add("", "人员经费合计", "", fig{personnel, "金额"})
		g.add("", "公用经费合计", "", fig{operating, "金额"})
	})
	return out
}()

func anys(list []string) []any {
	var out []any
	for _, s := range list {
		out = append(out, s)
	}
	return out
}
