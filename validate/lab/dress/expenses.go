package dress

import "suanqing/validate/lab/fixture"

// The six columns of F09 and what they are headed.
var publicNames = []string{"合计", "因公出国（境）费", "公务用车购置及运行维护费", "公务用车购置费", "公务用车运行维护费", "公务接待费"}

var publicPaths = []string{"合计", "因公出国（境）费", "公务用车购置及运行维护费/小计", "公务用车购置及运行维护费/公务用车购置费",
	"公务用车购置及运行维护费/公务用车运行维护费", "公务接待费"}

// publicColumns are the six columns of a row, under a group; without a row none has a cell.
func publicColumns(row, group, behind string) []column {
	var out []column
	for i, path := range publicPaths {
		if group != "" {
			path = group + "/" + path
		}
		out = append(out, column{path + behind, func(*fixture.Row) any { return fig{row, publicNames[i]} }})
	}
	return out
}

// filledIn has amounts in the place of figures, some thousandths of them.
func (w *Workbook) filledIn(list []column, thousandths int64) []column {
	var out []column
	for _, c := range list {
		f := c.cell(nil).(fig)
		out = append(out, column{c.path, func(*fixture.Row) any {
			return money(part(w.Book.Value(fixture.F09, f.row, f.column), thousandths))
		}})
	}
	return out
}

// expenses are layouts of F09.
var expenses = func() []Dress {
	const title = "财政拨款“三公”经费支出决算表"
	var out []Dress
	add := func(name string, wear func(w *Workbook, g *grid)) {
		out = append(out, Dress{Name: "F09: " + name, Kind: Expenses, Allow: ANotice, Form: fixture.F09,
			Wear: func(w *Workbook) { wear(w, w.redraw(fixture.F09)) }})
	}
	oneRow := func(name, title string, list func(w *Workbook) []column) {
		add(name, func(w *Workbook, g *grid) {
			l := list(w)
			g.heading(title, 9, len(l))
			g.header(0, l)
			g.numbers("", 0, len(l))
			g.line(l, nil)
			g.add("注：本表列示“三公”经费的全年预算数与决算数。")
		})
	}
	both := func(w *Workbook) []column {
		return append(publicColumns("预算数", "预算数", ""), publicColumns("决算数", "决算数", "")...)
	}
	blank := column{"会议费", func(*fixture.Row) any { return money("1.20") }}
	named := func(path string) column { return column{path, blank.cell} }
	oneRow("last year's six in front", title, func(w *Workbook) []column {
		return append(w.filledIn(publicColumns("决算数", "2022年度决算数", ""), 900), append(publicColumns("预算数", "2023年度预算数", ""), publicColumns("决算数", "2023年度决算数", "")...)...)
	})
	oneRow("last year's six behind", title, func(w *Workbook) []column {
		return append(both(w), w.filledIn(publicColumns("决算数", "上年决算数", ""), 900)...)
	})
	oneRow("年初预算数 beside 全年预算数", title, func(w *Workbook) []column {
		return append(w.filledIn(publicColumns("预算数", "年初预算数", ""), 1100), append(publicColumns("预算数", "全年预算数", ""), publicColumns("决算数", "决算数", "")...)...)
	})
	oneRow("会议费 and 培训费 behind each six", "财政拨款“三公”经费、会议费、培训费支出决算表", func(w *Workbook) []column {
		l := append(publicColumns("预算数", "预算数/“三公”经费", ""), named("预算数/会议费"), named("预算数/培训费"))
		return append(l, append(publicColumns("决算数", "决算数/“三公”经费", ""), named("决算数/会议费"), named("决算数/培训费"))...)
	})
	oneRow("operating costs behind", "一般公共预算财政拨款“三公”经费及机关运行经费支出决算表", func(w *Workbook) []column {
		return append(both(w), named("机关运行经费决算数"))
	})
	oneRow("receptions at home and abroad", title, func(w *Workbook) []column {
		split := func(row string) []column {
			l := publicColumns(row, row, "")
			l[5].path = row + "/公务接待费/小计"
			whole := l[5]
			return append(l, w.filledIn([]column{{row + "/公务接待费/国内接待费", whole.cell}}, 1000)[0],
				column{row + "/公务接待费/国（境）外接待费", func(*fixture.Row) any { return nil }})
		}
		return append(split("预算数"), split("决算数")...)
	})
	oneRow("how many groups, cars and guests behind", title, func(w *Workbook) []column {
		count := func(path string, n int) column { return column{path, func(*fixture.Row) any { return n }} }
		return append(both(w), count("相关统计数/因公出国（境）团组数（个）", 1), count("相关统计数/公务用车保有量（辆）", 3), count("相关统计数/国内公务接待批次（个）", 12),
			count("相关统计数/国内公务接待人次（人）", 96))
	})
	add("预算数 above 决算数, each with its header", func(w *Workbook, g *grid) {
		g.heading(title, 9, 6)
		for _, row := range []string{"预算数", "决算数"} {
			l := publicColumns(row, row, "")
			g.header(0, l)
			g.line(l, nil)
		}
	})
	add("units down, 合计 first", func(w *Workbook, g *grid) {
		l := append([]column{{"单位名称", func(*fixture.Row) any { return "合计" }}}, both(w)...)
		g.heading(title, 9, len(l))
		g.header(0, l)
		g.numbers("栏次", 1, len(l)-1)
		g.line(l, nil)
		g.line(append([]column{{"", func(*fixture.Row) any { return w.Book.Department }}}, w.filledIn(both(w), 1000)...), nil)
	})
	add("funds down, 合计 first", func(w *Workbook, g *grid) {
		l := append([]column{{"项目", func(*fixture.Row) any { return "合计" }}}, both(w)...)
		g.heading(title, 9, len(l))
		g.header(0, l)
		g.numbers("栏次", 1, len(l)-1)
		g.line(l, nil)
		g.line(append([]column{{"", func(*fixture.Row) any { return "一般公共预算财政拨款" }}}, w.filledIn(both(w), 1000)...), nil)
		g.add("政府性基金预算财政拨款")
		g.add("国有资本经营预算财政拨款")
	})
	list := func(name string, labels []string, more func(w *Workbook, g *grid)) {
		add(name, func(w *Workbook, g *grid) {
			g.heading(title, 9, 3)
			g.add("项目", "预算数", "决算数")
			order := []int{0, 1, 2, 3, 4, 5}
			if len(labels) > 6 { // the order in which they come
				order = []int{0, 1, 5, 2, 4, 3}
			}
			for i, k := range order {
				g.add(labels[i], fig{"预算数", publicNames[k]}, fig{"决算数", publicNames[k]})
			}
			if more != nil {
				more(w, g)
			}
		})
	}
	list("a list", []string{"“三公”经费合计", "一、因公出国（境）费", "二、公务用车购置及运行维护费", "　　1.公务用车购置费", "　　2.公务用车运行维护费", "三、公务接待费"}, nil)
	list("a list with 支出合计", []string{"“三公”经费支出合计", "（一）因公出国（境）费用支出", "（二）公务用车购置及运行费", "　　其中：公务用车购置费支出", "　　　　　公务用车运行费支出", "（三）公务接待费支出"}, nil)
	list("a list with receptions second", []string{"合计", "1、因公出国（境）费用", "2、公务接待费", "3、公务用车费", "其中：（1）公务用车运行维护费", "（2）公务用车购置", ""}, nil)
	list("a list, then how many", []string{"一、“三公”经费支出", "　1．因公出国（境）费", "　2．公务用车购置及运行维护费", "　　（1）公务用车购置费", "　　（2）公务用车运行维护费", "　3．公务接待费"},
		func(w *Workbook, g *grid) {
			g.add("二、相关统计数", "—", "—")
			for i, label := range []string{"　1．因公出国（境）团组数（个）", "　2．因公出国（境）人次数（人）", "　3．公务用车购置数（辆）", "　4．公务用车保有量（辆）", "　5．国内公务接待批次（个）", "　6．国内公务接待人次（人）"} {
				g.add(label, "—", i+1)
			}
		})
	add("机构运行信息表 in its place", func(w *Workbook, g *grid) {
		g.heading("机构运行信息表", 9, 4)
		g.operations(true)
	})
	add("a list with 年初预算数, 全年预算数 and 决算数", func(w *Workbook, g *grid) {
		g.heading(title, 9, 5)
		g.add("项目", "行次", "年初预算数", "全年预算数", "决算数")
		g.add("栏次", nil, 1, 2, 3)
		for i, label := range []string{"“三公”经费合计", "　1．因公出国（境）费", "　2．公务用车购置及运行维护费", "　　（1）公务用车购置费", "　　（2）公务用车运行维护费", "　3．公务接待费"} {
			g.add(label, i+1, money(part(w.Book.Value("F09", "预算数", publicNames[i]), 1100)), fig{"预算数", publicNames[i]}, fig{"决算数", publicNames[i]})
		}
	})
	add("a list with last year and the change", func(w *Workbook, g *grid) {
		g.heading(title, 9, 6)
		g.add("项目", "2023年预算数", "2023年决算数", "2022年决算数", "增减额", "增减（%）")
		for i, label := range []string{"合计", "1.因公出国（境）费", "2.公务用车购置及运行维护费", "（1）公务用车购置费", "（2）公务用车运行维护费", "3.公务接待费"} {
			v := w.Book.Value("F09", "决算数", publicNames[i])
			g.add(label, fig{"预算数", publicNames[i]}, fig{"决算数", publicNames[i]}, money(part(v, 900)), money(less(v, part(v, 900))), "11.11%")
		}
	})
	unbudgeted := func(b *fixture.Book) *fixture.Book {
		b = b.InUnit("万元").Clone()
		b.Forms[fixture.F09].Row("预算数").Values = map[string]string{}
		return b
	}
	noBudget := map[string]string{"no budget": "", "no budget, under 决算数": "决算数", "no budget, under 2023年度决算数": "2023年度决算数"}
	for _, name := range sorted(noBudget) {
		group := noBudget[name]
		out = append(out, Dress{Name: "F09: " + name, Kind: Expenses, Allow: ANotice, Partly: true, Print: unbudgeted, Wear: func(w *Workbook) {
			g, l := w.redraw(fixture.F09), publicColumns("决算数", group, "")
			g.heading(title, 9, 6)
			g.header(0, l)
			g.numbers("", 0, 6)
			g.line(l, nil)
		}})
	}
	out = append(out, Dress{Name: "F09: no sum of the vehicles", Kind: Expenses, Allow: ANotice, Partly: true, Wear: func(w *Workbook) {
		g := w.redraw(fixture.F09)
		var l []column
		for _, row := range []string{"预算数", "决算数"} {
			for _, i := range []int{0, 1, 3, 4, 5} {
				l = append(l, column{row + "/" + publicNames[i], func(*fixture.Row) any { return fig{row, publicNames[i]} }})
			}
		}
		g.heading(title, 9, len(l))
		g.header(0, l)
		g.numbers("", 0, len(l))
		g.line(l, nil)
	}})
	return out
}()

// operations draws 机构运行信息表: the three expenses as the form's figures or as mere
// amounts, and what else a body runs on.
func (g *grid) operations(figures bool) {
	book := g.w.Book
	g.add("项目", "行次", "预算数", "决算数")
	g.add("栏次", nil, 1, 2)
	g.add("一、“三公”经费支出", 1, "—", "—")
	for i, label := range []string{"　（一）支出合计", "　　1．因公出国（境）费", "　　2．公务用车购置及运行维护费", "　　　（1）公务用车购置费", "　　　（2）公务用车运行维护费", "　　3．公务接待费"} {
		var cells []any
		for _, row := range []string{"预算数", "决算数"} {
			if figures {
				cells = append(cells, fig{row, publicNames[i]})
			} else {
				cells = append(cells, money(book.Value(fixture.F09, row, publicNames[i])))
			}
		}
		g.add(append([]any{label, i + 2}, cells...)...)
	}
	reception := money(book.Value(fixture.F09, "决算数", "公务接待费"))
	for i, l := range []entry{
		{"　　　（1）国内接待费", []any{"—", reception}}, {"　　　　　其中：外事接待费", []any{"—", nil}}, {"　　　（2）国（境）外接待费", []any{"—", nil}},
		{"　（二）相关统计数", []any{"—", "—"}}, {"　　1．因公出国（境）团组数（个）", []any{"—", 1}}, {"　　2．因公出国（境）人次数（人）", []any{"—", 3}},
		{"　　3．公务用车购置数（辆）", []any{"—", nil}}, {"　　4．公务用车保有量（辆）", []any{"—", 4}}, {"　　5．国内公务接待批次（个）", []any{"—", 20}},
		{"二、机关运行经费", []any{"—", money("88.00")}}, {"三、国有资产占用情况", []any{"—", "—"}}, {"　（一）车辆数合计（辆）", []any{"—", 4}},
		{"四、政府采购支出信息", []any{"—", "—"}}, {"　（一）政府采购支出合计", []any{"—", money("12.00")}}, {"　　1．政府采购货物支出", []any{"—", money("12.00")}},
	} {
		g.add(append([]any{l.label, i + 8}, l.cells...)...)
	}
}
