package dress

import (
	"fmt"
	"slices"
	"strings"

	"suanqing/validate/lab/fixture"
)

// besides are workbooks with more in them than the nine forms: forms that a province
// adds, old drafts, last year's copies.
var besides = func() []Dress {
	var out []Dress
	add := func(name string, allow Allow, wear func(w *Workbook)) {
		out = append(out, Dress{Name: "beside: " + name, Kind: Beside, Allow: allow, Form: fixture.F05, Wear: wear})
	}
	add("a draft of F03 on a hidden sheet", AWarning, func(w *Workbook) { w.draft(fixture.F03, "Sheet2", true) })
	add("drafts of all on hidden sheets", AWarning, func(w *Workbook) {
		for _, form := range fixture.FormIDs {
			w.draft(form, "草稿"+form, true)
		}
	})
	add("a hidden sheet of workings", ANotice, func(w *Workbook) {
		g := w.beside("计算")
		g.s.Hidden = true
		g.add("科目", "数", "数", "差")
		for i := range 12 {
			g.add(fmt.Sprintf("项%d", i), money("123.45"), money("120.00"), money("3.45"))
		}
	})
	out = append(out, Dress{Name: "beside: last year's forms on hidden sheets", Kind: Beside, Allow: AWarning, Plain: fixture.Layout{TitleYear: true},
		Form: fixture.F05, Wear: func(w *Workbook) { w.lastYear(true) }})
	out = append(out, Dress{Name: "beside: last year's forms on sheets named so", Kind: Beside, Partly: true, Plain: fixture.Layout{TitleYear: true},
		Form: fixture.F05, Wear: func(w *Workbook) { w.lastYear(false) }})
	out = append(out, Dress{Name: "beside: a draft of F03 on a sheet named so", Kind: Beside, Partly: true, Wear: func(w *Workbook) { w.draft(fixture.F03, "支出决算表（旧）", false) }})
	add("what was bought and what is owned", ANotice, func(w *Workbook) { w.bought(); w.owned() })
	add("机构运行信息表", ANotice, func(w *Workbook) {
		g := w.beside("公开10表")
		g.heading("机构运行信息表", 10, 4)
		g.operations(false)
	})
	add("政府性基金 has a 三公 form of its own", ANotice, func(w *Workbook) {
		g := w.beside("13")
		g.heading("政府性基金预算财政拨款“三公”经费支出决算表", 13, 6)
		g.header(0, publicColumns("决算数", "", ""))
		g.add()
		g.add("注：本部门没有政府性基金预算财政拨款安排的“三公”经费支出，故本表无数据。")
	})
	add("all three funds' expenditure by code and in economic terms", ANotice, func(w *Workbook) { w.allFunds() })
	add("expenditure in economic terms by code", ANotice, func(w *Workbook) { w.matrix("财政拨款支出决算明细表", 10) })
	add("expenditure of the general budget in economic terms by code", ANotice, func(w *Workbook) { w.matrix("一般公共预算财政拨款支出决算明细表", 11) })
	add("projects of the general budget by code", ANotice, func(w *Workbook) { w.projects("一般公共预算财政拨款项目支出决算表") })
	add("projects by name", ANotice, func(w *Workbook) {
		g := w.beside("项目支出表")
		g.heading("项目支出情况表", 12, 4)
		g.add("序号", "项目名称", "预算数", "决算数")
		for i := range 6 {
			g.add(i+1, fmt.Sprintf("专项业务经费（%s）", chinese(i+1)), money("120.00"), money("118.50"))
		}
		g.add("", "合计", money("720.00"), money("711.00"))
	})
	add("财政专户管理资金", ANotice, func(w *Workbook) {
		g := w.beside("公开11表")
		g.heading("财政专户管理资金收入支出决算表", 11, 8)
		g.header(0, []column{{path: "项目/功能分类科目编码"}, {path: "项目/科目名称"}, {path: "年初结转和结余"}, {path: "本年收入"}, {path: "本年支出/小计"},
			{path: "本年支出/基本支出"}, {path: "本年支出/项目支出"}, {path: "年末结转和结余"}})
		g.numbers("栏次", 2, 6)
		g.add(over("合计", 2), nil, money("25.00"), money("25.00"), nil, money("25.00"), nil)
		for _, code := range [][2]string{{"205", "教育支出"}, {"20502", "普通教育"}, {"2050204", "高中教育"}} {
			g.add(code[0], code[1], nil, money("25.00"), money("25.00"), nil, money("25.00"), nil)
		}
	})
	add("units' expenditure", ANotice, func(w *Workbook) {
		g := w.beside("附表")
		g.heading("部门所属单位支出决算情况表", 14, 4)
		g.add("单位名称", "本年支出合计", "基本支出", "项目支出")
		v := func(column string, part1 int64) money {
			return money(part(w.Book.Value(fixture.F03, fixture.Total, column), part1))
		}
		g.add("合计", v("本年支出合计", 1000), v("基本支出", 1000), v("项目支出", 1000))
		g.add("局本级", v("本年支出合计", 600), v("基本支出", 600), v("项目支出", 600))
		g.add("下属中心", v("本年支出合计", 400), v("基本支出", 400), v("项目支出", 400))
	})
	add("a sheet of 情况说明 with figures", ANotice, func(w *Workbook) {
		g := w.beside("决算说明")
		total := w.Book.Value(fixture.F01, "收入总计", "金额")
		g.add(over("2023年度部门决算情况说明", 8))
		g.add("一、收入支出决算总体情况说明")
		g.add(fmt.Sprintf("2023年度收、支总计均为%s万元。", total))
		g.add("二、其他")
		g.add("截至2023年12月31日，共有车辆3辆，其中：机要通信用车1辆、其他用车2辆。")
	})
	add("a blank Sheet2 and Sheet3", Nothing, func(w *Workbook) { w.beside("Sheet2"); w.beside("Sheet3").add("") })
	add("a cover, an index and a check sheet", ANotice, func(w *Workbook) {
		g := &grid{w: w, s: &Sheet{Name: "封面", Cells: map[At]*Cell{}}}
		g.row = 4
		g.add("", "2023年度部门决算公开报表")
		g.row += 2
		g.add("", "部门名称：", w.Book.Department)
		g.add("", "编报日期：", "2024年8月30日")
		check := &grid{w: w, s: &Sheet{Name: "审核", Cells: map[At]*Cell{}}}
		check.add("审核公式", "左值", "右值", "差额", "结果")
		check.add("公开01表 收入总计=支出总计", money(w.Book.Value("F01", "收入总计", "金额")), money(w.Book.Value("F01", "支出总计", "金额")), money("0.00"), "通过")
		w.Sheets = append(slices.Insert(w.Sheets, 0, g.s), check.s)
	})
	return out
}()

// draft adds another state of a form's sheet, each figure some tenths lower.
func (w *Workbook) draft(form, name string, hidden bool) {
	s := w.Sheet(form).copy(name, times(900))
	s.Hidden = hidden
	w.Sheets = append(w.Sheets, s)
}

// lastYear adds last year's forms, titled so.
func (w *Workbook) lastYear(hidden bool) {
	for _, form := range fixture.FormIDs {
		s := w.Sheet(form).copy("2022年-"+form, times(900))
		s.Hidden = hidden
		title := s.Cells[At{0, 0}]
		title.SetText(strings.ReplaceAll(title.Text, "2023", "2022"))
		w.Sheets = append(w.Sheets, s)
	}
}

func (w *Workbook) bought() {
	g := w.beside("公开10表")
	g.heading("政府采购情况表", 10, 5)
	g.header(0, []column{{path: "项目"}, {path: "采购金额/合计"}, {path: "采购金额/财政性资金"}, {path: "采购金额/其他资金"}, {path: "备注"}})
	for _, label := range []string{"合计", "货物", "工程", "服务"} {
		g.add(label, money("12.00"), money("10.00"), money("2.00"))
	}
}

func (w *Workbook) owned() {
	g := w.beside("公开11表")
	g.heading("国有资产占用情况表", 11, 3)
	g.add("项目", "行次", "数量/金额")
	for i, label := range []string{"一、车辆数合计（辆）", "1.副部（省）级及以上领导用车", "2.主要负责人用车", "3.机要通信用车", "二、单价100万元（含）以上设备（台、套）", "三、房屋（平方米）"} {
		g.add(label, i+1, money("2"))
	}
}

// allFunds adds 财政拨款支出决算表 by code, of all three funds, and 财政拨款基本支出决算表 in economic terms.
func (w *Workbook) allFunds() {
	g := w.beside("财拨支出")
	g.heading("财政拨款支出决算表（功能科目）", 5, 5)
	g.header(0, []column{{path: "项目/功能分类科目编码"}, {path: "项目/科目名称"}, {path: "本年支出合计"}, {path: "基本支出"}, {path: "项目支出"}})
	g.numbers("栏次", 2, 3)
	for _, r := range w.Book.Forms[fixture.F03].Rows {
		v := func(column string) money {
			return money(sumOf(w.Book.Value("F05", r.Key, column), w.Book.Value("F07", r.Key, column), w.Book.Value("F08", r.Key, column)))
		}
		if v("小计") == "" {
			continue
		}
		g.add(inRows(r, r.Key), r.Name, v("小计"), v("基本支出"), v("项目支出"))
	}
	g = w.beside("财拨基本支出")
	g.heading("财政拨款基本支出决算表（经济科目）", 6, 5)
	g.add("科目编码", "科目名称", "合计", "人员经费", "公用经费")
	for _, r := range w.Book.Forms[fixture.F06].Rows {
		if v := money(r.Values["金额"]); len(r.Key) <= 5 {
			if r.Key[:3] == "301" || r.Key[:3] == "303" {
				g.add(r.Key, r.Name, v, v, nil)
			} else {
				g.add(r.Key, r.Name, v, nil, v)
			}
		}
	}
}

// matrix adds a form with codes down and economic classes across.
func (w *Workbook) matrix(title string, number int) {
	g := w.beside(fmt.Sprintf("附表%d", number))
	classes := []string{"工资福利支出", "商品和服务支出", "对个人和家庭的补助", "资本性支出"}
	list := []column{{path: "项目/功能分类科目编码"}, {path: "项目/科目名称"}, {path: "合计"}}
	for _, c := range classes {
		list = append(list, column{path: c + "/小计"}, column{path: c + "/基本支出"}, column{path: c + "/项目支出"})
	}
	g.heading(title, number, len(list))
	g.header(0, list)
	g.numbers("栏次", 2, len(list)-2)
	for _, r := range w.Book.Forms[fixture.F05].Rows {
		v := r.Values["小计"]
		g.add(inRows(r, r.Key), r.Name, money(v), money(part(v, 400)), money(part(v, 400)), nil, money(part(v, 300)), nil, money(part(v, 300)),
			nil, nil, nil, money(part(v, 300)), nil, money(part(v, 300)))
	}
}

// projects adds a form of the projects alone, by code.
func (w *Workbook) projects(title string) {
	g := w.beside("附表9")
	g.heading(title, 9, 3)
	g.header(0, []column{{path: "项目/功能分类科目编码"}, {path: "项目/科目名称"}, {path: "项目支出"}})
	for _, r := range w.Book.Forms[fixture.F05].Rows {
		if v := r.Values["项目支出"]; v != "" {
			g.add(inRows(r, r.Key), r.Name, money(v))
		}
	}
}
