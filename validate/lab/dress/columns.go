package dress

import (
	"strings"

	"suanqing/validate/lab/fixture"
)

// columns are forms with columns that the national ones do not have: what a figure
// consists of, other years, shares, departments.
var columns = func() []Dress {
	var out []Dress
	add := func(name, form string, wear func(w *Workbook)) {
		out = append(out, Dress{Name: "columns: " + name, Kind: Columns, Allow: ANotice, Form: form, Wear: wear})
	}
	table := func(name, form, title string, list func(w *Workbook) []column) {
		add(name, form, func(w *Workbook) {
			w.redraw(form).table(title, 2, append([]column{codeOf, nameOf}, list(w)...), w.Book.Forms[form].Rows)
		})
	}
	value := func(w *Workbook, form, column string) func(r *fixture.Row) string {
		return func(r *fixture.Row) string { return w.Book.Value(form, r.Key, column) }
	}
	share := func(w *Workbook, form, column string, thousandths int64) func(r *fixture.Row) string {
		return func(r *fixture.Row) string { return part(w.Book.Value(form, r.Key, column), thousandths) }
	}
	rest := func(w *Workbook, form, column string, thousandths int64) func(r *fixture.Row) string {
		return func(r *fixture.Row) string {
			v := w.Book.Value(form, r.Key, column)
			return less(v, part(v, thousandths))
		}
	}
	incomes := func(groups map[string][]column) []column {
		var list []column
		for _, c := range []string{"本年收入合计", "财政拨款收入", "上级补助收入", "事业收入", "经营收入", "附属单位上缴收入", "其他收入"} {
			if groups[c] != nil {
				list = append(list, groups[c]...)
			} else {
				list = append(list, figure(c, c))
			}
		}
		return list
	}
	table("事业收入 of which 教育收费", "F02", "收入决算表", func(w *Workbook) []column {
		return incomes(map[string][]column{"事业收入": {figure("事业收入/小计", "事业收入"), extra("事业收入/其中：教育收费", share(w, "F02", "事业收入", 300))}})
	})
	table("事业收入 then 其中：教育收费 beside it", "F02", "收入决算表", func(w *Workbook) []column {
		return incomes(map[string][]column{"事业收入": {figure("事业收入", "事业收入"), extra("其中：教育收费", share(w, "F02", "事业收入", 300))}})
	})
	table("财政拨款收入 by fund", "F02", "收入决算表", func(w *Workbook) []column {
		fund, state := value(w, "F07", "本年收入"), value(w, "F08", "本年收入")
		return incomes(map[string][]column{"财政拨款收入": {figure("财政拨款收入/小计", "财政拨款收入"),
			extra("财政拨款收入/一般公共预算财政拨款", func(r *fixture.Row) string {
				return less(w.Book.Value("F02", r.Key, "财政拨款收入"), fund(r), state(r))
			}), extra("财政拨款收入/政府性基金预算财政拨款", fund), extra("财政拨款收入/国有资本经营预算财政拨款", state)}})
	})
	spent := func(w *Workbook) []column {
		return []column{figure("本年支出合计", "本年支出合计"), figure("基本支出/小计", "基本支出"), extra("基本支出/人员经费", share(w, "F03", "基本支出", 700)),
			extra("基本支出/公用经费", rest(w, "F03", "基本支出", 700)), figure("项目支出", "项目支出"),
			figure("上缴上级支出", "上缴上级支出"), figure("经营支出", "经营支出"), figure("对附属单位补助支出", "对附属单位补助支出")}
	}
	table("基本支出 as 人员 and 公用", "F03", "支出决算表", spent)
	table("基本支出 as 人员 and 公用, 合计 above them", "F03", "支出决算表", func(w *Workbook) []column {
		list := spent(w)
		list[1].path = "基本支出/合计"
		list[2].path, list[3].path = "基本支出/人员支出", "基本支出/日常公用支出"
		return list
	})
	plain := func(form string) []column {
		switch form {
		case "F05":
			return []column{figure("本年支出/小计", "小计"), figure("本年支出/基本支出", "基本支出"), figure("本年支出/项目支出", "项目支出")}
		case "F08":
			return []column{figure("年初结转和结余", "年初结转和结余"), figure("本年收入", "本年收入"), figure("本年支出/合计", "小计"),
				figure("本年支出/基本支出", "基本支出"), figure("本年支出/项目支出", "项目支出"), figure("年末结转和结余", "年末结转和结余")}
		}
		var list []column
		for _, c := range []string{"本年支出合计", "基本支出", "项目支出", "上缴上级支出", "经营支出", "对附属单位补助支出"} {
			list = append(list, figure(c, c))
		}
		return list
	}
	const f05 = "一般公共预算财政拨款支出决算表"
	table("basic split on F05", "F05", f05, func(w *Workbook) []column {
		return []column{figure("本年支出/合计", "小计"), figure("本年支出/基本支出/小计", "基本支出"), extra("本年支出/基本支出/人员经费", share(w, "F05", "基本支出", 700)),
			extra("本年支出/基本支出/公用经费", rest(w, "F05", "基本支出", 700)), figure("本年支出/项目支出", "项目支出")}
	})
	table("last year and the change on F05", "F05", f05, func(w *Workbook) []column {
		return append(plain("F05"), extra("上年决算数", share(w, "F05", "小计", 910)), extra("比上年增减额", rest(w, "F05", "小计", 910)),
			column{"增减%", func(r *fixture.Row) any { return "9.89%" }})
	})
	table("last year in front on F05", "F05", f05, func(w *Workbook) []column {
		return append([]column{extra("2022年决算数", share(w, "F05", "小计", 910))}, figure("2023年决算数/小计", "小计"),
			figure("2023年决算数/基本支出", "基本支出"), figure("2023年决算数/项目支出", "项目支出"))
	})
	table("budget and rate on F05", "F05", f05, func(w *Workbook) []column {
		return []column{extra("年初预算数", share(w, "F05", "小计", 1080)), figure("决算数/小计", "小计"), figure("决算数/基本支出", "基本支出"),
			figure("决算数/项目支出", "项目支出"), {"完成预算的%", func(r *fixture.Row) any { return "92.6" }}}
	})
	table("opening, income and closing on F05", "F05", "一般公共预算财政拨款收入支出决算表", func(w *Workbook) []column {
		none := func(r *fixture.Row) string { return "" }
		return []column{extra("年初结转和结余/合计", none), extra("年初结转和结余/基本支出结转", none), extra("年初结转和结余/项目支出结转和结余", none),
			extra("本年收入/合计", value(w, "F05", "小计")), extra("本年收入/基本支出", value(w, "F05", "基本支出")), extra("本年收入/项目支出", value(w, "F05", "项目支出")),
			figure("本年支出/合计", "小计"), figure("本年支出/基本支出", "基本支出"), figure("本年支出/项目支出", "项目支出"),
			extra("年末结转和结余/合计", none), extra("年末结转和结余/基本支出结转", none), extra("年末结转和结余/项目支出结转和结余", none)}
	})
	table("what opening and closing consist of on F07", "F07", "政府性基金预算财政拨款收入支出决算表", func(w *Workbook) []column {
		return []column{figure("年初结转和结余/合计", "年初结转和结余"), extra("年初结转和结余/基本支出结转", share(w, "F07", "年初结转和结余", 100)),
			extra("年初结转和结余/项目支出结转和结余", rest(w, "F07", "年初结转和结余", 100)), figure("本年收入", "本年收入"), figure("本年支出/小计", "小计"),
			figure("本年支出/基本支出", "基本支出"), figure("本年支出/项目支出", "项目支出"), figure("年末结转和结余/合计", "年末结转和结余"),
			extra("年末结转和结余/基本支出结转", share(w, "F07", "年末结转和结余", 100)), extra("年末结转和结余/项目支出结转和结余", rest(w, "F07", "年末结转和结余", 100))}
	})
	table("合计 on F08", "F08", "国有资本经营预算财政拨款收入支出决算表", func(w *Workbook) []column { return plain("F08") })
	table("shares on F03", "F03", "支出决算表", func(w *Workbook) []column {
		return append(plain("F03"), column{"占本年支出合计的比重（%）", func(r *fixture.Row) any { return money("12.34") }})
	})
	table("行次 before the figures on F03", "F03", "支出决算表", func(w *Workbook) []column {
		number := 0
		return append([]column{{"行次", func(r *fixture.Row) any { number++; return number }}}, plain("F03")...)
	})
	for _, heads := range [][2]string{{"单位编码", "单位名称"}, {"预算单位编码", "预算单位"}, {"部门编码", "部门名称"}} {
		add("in front "+strings.Join(heads[:], " "), "F03", func(w *Workbook) {
			unit := []column{{heads[0], func(r *fixture.Row) any { return inRows(r, "101001") }}, {heads[1], func(r *fixture.Row) any { return inRows(r, w.Book.Department) }}}
			w.redraw("F03").table("支出决算表", 4, append(append(unit, codeOf, nameOf), plain("F03")...), w.Book.Forms["F03"].Rows)
		})
	}
	add("类名称 款名称 项名称", "F05", func(w *Workbook) {
		level := func(head string, length int) column {
			return column{"科目名称/" + head, func(r *fixture.Row) any {
				if len(r.Key) == length || r.Key == fixture.Total && length == 3 {
					return r.Name
				}
				return ""
			}}
		}
		code := column{"科目编码", codeOf.cell}
		w.redraw("F05").table(f05, 4, append([]column{code, level("类", 3), level("款", 5), level("项", 7)}, plain("F05")...), w.Book.Forms["F05"].Rows)
	})
	return out
}()

// inRows is a text in the rows of codes, none in that of 合计.
func inRows(r *fixture.Row, text string) string {
	if r.Key == fixture.Total {
		return ""
	}
	return text
}
