package rules

import (
	"slices"
	"strings"

	"suanqing/validate/amount"
	"suanqing/validate/bind"
	"suanqing/validate/document"
	"suanqing/validate/form"
)

// declared is how each rule without an equation gets broken for its example.
var declared = map[string]edit{
	"book.forms": done("删去三公经费表所在的工作表。", func(b *bind.Book, wb *document.Document) {
		i := b.Tables["F09"].Sheet
		wb.Sheets = slices.Delete(wb.Sheets, i, i+1)
	}),
	"book.once": done("把支出决算表所在的工作表复制一份，改名为“支出决算表（旧）”。", func(b *bind.Book, wb *document.Document) {
		old := *wb.Sheets[b.Tables["F03"].Sheet]
		old.Name = "支出决算表（旧）"
		wb.Sheets = append(wb.Sheets, &old)
	}),
	"book.other-set": done("添一张工作表“财决01表”，标题是“收入支出决算总表”。", func(b *bind.Book, wb *document.Document) {
		wb.Sheets = append(wb.Sheets, sheetOf("财决01表", "收入支出决算总表\n||财决01表\n项目|行次|金额\n一、一般公共预算财政拨款收入|1|100.00"))
	}),
	"book.bound": func(b *bind.Book) change {
		first, _ := item(b)
		t := b.Tables["F03"]
		at := bind.Place{Sheet: t.Sheet, Row: first.At.Row, Col: t.Area.Col1 + 1}
		set(b.Document, bind.Place{Sheet: t.Sheet, Row: t.Rows[0].At.Row - 2, Col: at.Col}, text("备用金"))
		return overwrite(b, at, number("12.5"), "添了一栏“备用金”")
	},
	"book.unit-stated": ofText(func(b *bind.Book) (bind.Place, string) { return b.Tables["F03"].UnitAt, "" }, "删去金额单位"),
	"book.unit-same":   ofText(func(b *bind.Book) (bind.Place, string) { return b.Tables["F03"].UnitAt, "金额单位：元" }, ""),
	"book.department": ofText(func(b *bind.Book) (bind.Place, string) {
		return b.Tables["F03"].DeptAt, "部门：示例市第三区财政局"
	}, ""),
	"book.year": done("各表标题写 2023 年度，只有支出决算表写 2022 年度。", func(b *bind.Book, wb *document.Document) {
		b.Each(func(t *bind.Table) {
			year := "2023年度"
			if t.Form.ID == "F03" {
				year = "2022年度"
			}
			set(wb, t.Title, text(year+t.Printed))
		})
	}),
	"form.statement": done("删去国有资本经营支出表的全部数，表下不写说明。", func(b *bind.Book, wb *document.Document) {
		for _, r := range b.Tables["F08"].Rows {
			for _, f := range r.Figures {
				set(wb, f.At, document.Cell{})
			}
		}
	}),
	"form.statement-contradicts": func(b *bind.Book) change {
		t := b.Tables["F08"]
		at := bind.Place{Sheet: t.Sheet, Row: t.Area.Row1 + 1, Col: t.Title.Col}
		return overwrite(b, at, text("本部门没有国有资本经营预算拨款安排的支出，故本表无数据"), "")
	},

	"joint.tails": func(b *bind.Book) change {
		f := b.Tables["F01"].Row("229").Figure("金额")
		return overwrite(b, f.At, number(f.Value.Add(amount.New(1, -2)).String()), "末位多 1")
	},

	"code.form": ofText(func(b *bind.Book) (bind.Place, string) { first, _ := item(b); return first.At, first.Key[:6] }, "漏打一位"),
	"code.once": ofText(func(b *bind.Book) (bind.Place, string) { first, next := item(b); return next.At, first.Key }, ""),
	"code.parent": done("删去支出决算表里第一个项上面的款这一行。", func(b *bind.Book, wb *document.Document) {
		first, _ := item(b)
		row(wb, first.Parent.At).Cells = nil
	}),
	"code.order": done("把支出决算表同一款下的头两个项上下对调。", func(b *bind.Book, wb *document.Document) {
		first, next := item(b)
		x, y := row(wb, first.At), row(wb, next.At)
		x.Cells, y.Cells = y.Cells, x.Cells
		for _, r := range []*document.Row{x, y} {
			for i := range r.Cells {
				r.Cells[i].Row = r.Index
			}
		}
	}),
	"code.same-name": ofText(func(b *bind.Book) (bind.Place, string) {
		first, _ := item(b)
		return first.NameAt, first.Name + "经费"
	}, "名称后面多写了两个字"),
	"code.standard-name": ofText(func(b *bind.Book) (bind.Place, string) {
		first, _ := item(b)
		class := first.Parent.Parent
		return class.NameAt, "其他支出"
	}, "类的名称填错"),

	"code.padded": done("各表的类、款编码都补零到七位。", func(b *bind.Book, wb *document.Document) {
		b.Each(func(t *bind.Table) {
			for _, r := range t.Rows {
				if t.Form.SharesCodes() && form.IsCode(r.Key) && len(r.Key) < 7 {
					set(wb, r.At, text(r.Key+strings.Repeat("0", 7-len(r.Key))))
				}
			}
		})
	}),
	"code.beside": ofText(func(b *bind.Book) (bind.Place, string) {
		first, next := item(b)
		return first.NameAt, "[" + next.Key + "]" + first.Name
	}, "名称前写了下一行的编码"),
	"code.unlisted": done("把各表上的行政单位医疗编码写成 2101121。", func(b *bind.Book, wb *document.Document) {
		b.Each(func(t *bind.Table) {
			if r := t.Row("2101101"); r != nil {
				set(wb, r.At, text("2101121"))
			}
		})
	}),
	"code.other-year": done("各表标题写 2023 年度；卫生健康支出这一类，支出决算表上还写旧名称“医疗卫生与计划生育支出”。", func(b *bind.Book, wb *document.Document) {
		b.Each(func(t *bind.Table) { set(wb, t.Title, text("2023年度"+t.Printed)) })
		if r := b.Tables["F03"].Row("210"); r != nil {
			set(wb, r.NameAt, text("医疗卫生与计划生育支出"))
		}
	}),

	"code.mistyped": ofText(func(b *bind.Book) (bind.Place, string) { first, _ := item(b); return first.At, first.Key[:6] + "8" }, "末位打错"),

	"cell.not-number":  ofFigure(func(*bind.Figure) document.Cell { return text("待核实") }, ""),
	"cell.error-value": ofFigure(func(*bind.Figure) document.Cell { return document.Cell{Kind: document.ErrorValue, Stored: "#REF!"} }, ""),
	"cell.no-value": ofFigure(func(f *bind.Figure) document.Cell { return document.Cell{Formula: f.Value.String() + "+0"} },
		"公式没有保存算好的值"),
	"cell.stale":       staleSum,
	"cell.text-number": ofFigure(func(f *bind.Figure) document.Cell { return text(f.Cell.Shown()) }, "看上去一样，存的是文本"),
	"cell.full-width":  ofFigure(func(f *bind.Figure) document.Cell { return text(fullWidth.Replace(f.Value.String())) }, "用全角数字录入"),
	"cell.marks":       ofFigure(func(f *bind.Figure) document.Cell { return text("'" + f.Value.String()) }, "前面有一个看得见的撇号"),
	"cell.unit": ofFigure(func(f *bind.Figure) document.Cell {
		c := number(f.Value.String())
		c.Format = document.NewFormat(`#,##0.00"元"`, false)
		return c
	}, "数字格式在后面显示“元”，表头写的是“万元”"),
	"cell.number-format": ofFigure(func(f *bind.Figure) document.Cell {
		c := number(f.Value.String())
		c.Format = document.NewFormat("0.00%", false)
		return c
	}, "数字格式是百分比"),
	"cell.decimals": ofFigure(func(f *bind.Figure) document.Cell {
		c := number(f.Value.String() + "34")
		c.Format = document.NewFormat("#,##0.0000", false)
		return c
	}, "多录了两位小数"),
	"cell.negative": ofFigure(func(f *bind.Figure) document.Cell { return number(f.Value.Neg().String()) }, "多录了负号"),
	"cell.hidden": done("把支出决算表的一行隐藏起来。", func(b *bind.Book, wb *document.Document) {
		first, _ := item(b)
		row(wb, first.At).Hidden = true
	}),
	"cell.covered": func(b *bind.Book) change {
		first, _ := item(b)
		at := entered(first).At
		s := b.SheetAt(at)
		s.Merges = append(s.Merges, document.Range{Row0: at.Row, Col0: at.Col - 1, Row1: at.Row, Col1: at.Col})
		return change{Words: "在支出决算表上把相邻的两个金额单元格合并。"}
	},
}

// row is the sheet's row at a place that is known to be written.
func row(wb *document.Document, at bind.Place) *document.Row {
	rows := wb.Sheets[at.Sheet].Rows
	i, _ := slices.BinarySearchFunc(rows, at.Row, func(r document.Row, row int) int { return r.Index - row })
	return &rows[i]
}

// sheetOf is a sheet of one row a line, cells apart by |; what has two decimals
// is a number.
func sheetOf(name, lines string) *document.Sheet {
	s := &document.Sheet{Name: name}
	wb := &document.Document{Sheets: []*document.Sheet{s}}
	for i, line := range strings.Split(lines, "\n") {
		for k, shown := range strings.Split(line, "|") {
			c := text(shown)
			switch {
			case shown == "":
				c.Kind = document.Blank
			case len(shown) > 3 && shown[len(shown)-3] == '.':
				c.Kind = document.Number
			}
			set(wb, bind.Place{Row: i, Col: k}, c)
		}
	}
	return s
}

// oneList puts in place of F06 the shape of some provinces: one list, every figure
// once more under its kind.
func oneList(wb *document.Document) {
	for i, s := range wb.Sheets {
		if strings.HasPrefix(s.Name, "06") {
			wb.Sheets[i] = sheetOf(s.Name, `一般公共预算财政拨款基本支出决算明细表
部门：示例市第二区财政局||||金额单位：万元
科目编码|科目名称|合计|人员经费|公用经费
合计||512.38|428.55|83.83
301|工资福利支出|401.20|401.20|
30101|基本工资|263.47|263.47|
30102|津贴补贴|137.73|137.73|
302|商品和服务支出|83.83||83.83
30201|办公费|45.61||45.61
30211|差旅费|38.22||38.22
303|对个人和家庭的补助|27.35|27.35|
30305|生活补助|27.35|27.35|`)
		}
	}
}
