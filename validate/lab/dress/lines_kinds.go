package dress

import (
	"strings"

	"suanqing/validate/lab/fixture"
)

// lines are F01 and F04 as other years and provinces print them.
var lines = func() []Dress {
	var out []Dress
	add := func(name, form string, wear func(w *Workbook)) {
		out = append(out, Dress{Name: "lines: " + name, Kind: Lines, Allow: ANotice, Form: form, Wear: wear})
	}
	f01 := func(name string, do func(s *sides) how) {
		add(name, fixture.F01, func(w *Workbook) {
			s := w.national(fixture.F01)
			s.draw(do(s))
		})
	}
	f04 := func(name string, do func(s *sides) how) {
		add("F04 "+name, fixture.F04, func(w *Workbook) {
			s := w.national(fixture.F04)
			s.draw(do(s))
		})
	}
	parts := func(s *sides) {
		s.left = after(s.left, "年初结转和结余", s.ofRow("　　基本支出结转", "年初结转和结余", "金额", 300),
			s.ofRow("　　项目支出结转和结余", "年初结转和结余", "金额", 700), entry{"　　经营结余", nil})
		s.right = after(s.right, "结余分配", entry{"　　交纳企业所得税", nil}, s.ofRow("　　提取职工福利基金", "结余分配", "金额", 400),
			s.ofRow("　　转入事业基金", "结余分配", "金额", 600), entry{"　　其他", nil})
		s.right = after(s.right, "年末结转和结余", s.ofRow("　　基本支出结转", "年末结转和结余", "金额", 300),
			s.ofRow("　　项目支出结转和结余", "年末结转和结余", "金额", 700), entry{"　　经营结余", nil})
	}
	f01("2016, what 结余分配 and 结转 consist of", func(s *sides) how {
		parts(s)
		relabel(s.left, "使用非财政拨款结余", "用事业基金弥补收支差额", "收入总计", "总计")
		s.level()
		return how{lineNumbers: "左右"}
	})
	f01("2017, the same with 其中：", func(s *sides) how {
		parts(s)
		for _, list := range [][]entry{s.left, s.right} {
			for i := range list {
				if strings.HasPrefix(list[i].label, "　　基本") || strings.HasPrefix(list[i].label, "　　交纳") {
					list[i].label = "　其中：" + strings.TrimLeft(list[i].label, "　")
				}
			}
		}
		s.level()
		return how{lineNumbers: "左右", heads: []string{"决算数", "决算数"}}
	})
	f01("all three kinds under 财政拨款收入", func(s *sides) how {
		sum := ""
		for _, k := range []string{"一般公共预算财政拨款收入", "政府性基金预算财政拨款收入", "国有资本经营预算财政拨款收入"} {
			sum = sumOf(sum, s.w.Book.Value(fixture.F01, k, "金额"))
		}
		relabel(s.left, "一般公共预算财政拨款收入", "　其中：一般公共预算财政拨款收入", "政府性基金预算财政拨款收入", "　　　　政府性基金预算财政拨款收入",
			"国有资本经营预算财政拨款收入", "　　　　国有资本经营预算财政拨款收入", "上级补助收入", "二、上级补助收入", "事业收入", "三、事业收入",
			"经营收入", "四、经营收入", "附属单位上缴收入", "五、附属单位上缴收入", "其他收入", "六、其他收入")
		s.left = append([]entry{{"一、财政拨款收入", []any{money(sum)}}}, s.left...)
		s.level()
		return how{lineNumbers: "左右"}
	})
	out[len(out)-1].Also = []fixture.Slot{{Form: fixture.F01, Row: "财政拨款收入", Column: "金额"}}
	f01("the left side's totals follow at once", func(s *sides) how { return how{lineNumbers: "左右"} })
	f01("no 行次, the left side's totals follow at once", func(s *sides) how { return how{} })
	f01("行次 on the left only", func(s *sides) how { s.level(); return how{lineNumbers: "左"} })
	f01("no 栏次", func(s *sides) how { s.level(); return how{noNumbers: true, heads: []string{"决算数", "决算数"}} })
	f01("blank lines between groups", func(s *sides) how {
		s.left = after(s.left, "其他收入", entry{}, entry{})
		s.left = after(s.left, "本年收入合计", entry{})
		s.left = after(s.left, "年初结转和结余", entry{})
		s.right = after(s.right, "本年支出合计", entry{})
		s.right = after(s.right, "年末结转和结余", entry{})
		s.level()
		return how{lineNumbers: "左右"}
	})
	for _, labels := range [][]string{
		{"收入合计", "支出合计", "收入总计", "支出总计"},
		{"本年收入总计", "本年支出总计", "总计", "总计"},
		{"本年收入合计：", "本年支出合计：", "收入总计：", "支出总计："},
		{"本 年 收 入 合 计", "本 年 支 出 合 计", "收 入 总 计", "支 出 总 计"},
		{"本年收入小计", "本年支出小计", "收入合计", "支出合计"},
		{"本年收入", "本年支出", "收入总计", "支出总计"},
	} {
		f01("totals are called "+labels[0]+" "+labels[2], func(s *sides) how {
			relabel(s.left, "本年收入合计", labels[0], "收入总计", labels[2])
			relabel(s.right, "本年支出合计", labels[1], "支出总计", labels[3])
			s.level()
			return how{lineNumbers: "左右"}
		})
	}
	f01("classes without numbers", func(s *sides) how {
		for i := range s.right {
			if _, name, some := strings.Cut(s.right[i].label, "、"); some {
				s.right[i].label = name
			}
		}
		s.level()
		return how{lineNumbers: "左右"}
	})
	f01("numbers of another kind", func(s *sides) how {
		for _, list := range [][]entry{s.left, s.right} {
			n := 0
			for i := range list {
				if _, name, some := strings.Cut(list[i].label, "、"); some {
					n++
					list[i].label = "(" + chinese(n) + ")" + name
				}
			}
		}
		s.level()
		return how{lineNumbers: "左右"}
	})
	f01("a third side by the nature of expenditure", func(s *sides) how {
		s.level()
		total := s.w.Book.Value(fixture.F03, fixture.Total, "本年支出合计")
		of := func(label, column string) entry {
			return entry{label, []any{money(s.w.Book.Value(fixture.F03, fixture.Total, column))}}
		}
		return how{lineNumbers: "左右", groups: []string{"收入", "支出", "支出"}, project: "项目", third: []entry{
			of("一、基本支出", "基本支出"), {"　　人员经费", []any{money(part(s.w.Book.Value(fixture.F03, fixture.Total, "基本支出"), 600))}},
			{"　　日常公用经费", []any{money(part(s.w.Book.Value(fixture.F03, fixture.Total, "基本支出"), 400))}},
			of("二、项目支出", "项目支出"), of("三、上缴上级支出", "上缴上级支出"), of("四、经营支出", "经营支出"), of("五、对附属单位补助支出", "对附属单位补助支出"),
			{"支出经济分类合计", []any{money(total)}}}}
	})
	f01("last year's figures beside", func(s *sides) how {
		s.level()
		return how{lineNumbers: "左右", heads: []string{"本年决算数", "本年决算数"}, extraHeads: []string{"上年决算数"}, thousandths: 930}
	})
	f01("last year's figures beside, with years", func(s *sides) how {
		s.level()
		return how{heads: []string{"2023年决算数", "2023年决算数"}, extraHeads: []string{"2022年决算数"}, thousandths: 930}
	})
	f01("项目（按功能分类）", func(s *sides) how {
		s.level()
		return how{lineNumbers: "左右", project: "项目（按功能分类）"}
	})
	out = append(out, Dress{Name: "lines: 使用专用结余 on a line of its own", Kind: Lines, Allow: ANotice, Partly: true,
		Also: []fixture.Slot{{Form: fixture.F01, Row: "使用非财政拨款结余", Column: "金额"}}, Wear: func(w *Workbook) {
			s := w.national(fixture.F01)
			drawn := w.Book.Value(fixture.F01, "使用非财政拨款结余", "金额")
			own := part(drawn, 250)
			s.left[find(s.left, "使用非财政拨款结余")] = entry{"使用非财政拨款结余", []any{money(less(drawn, own))}}
			s.left = append(s.left[:len(s.left)-2], append([]entry{{"使用专用结余", []any{money(own)}}}, s.left[len(s.left)-2:]...)...)
			s.level()
			s.draw(how{lineNumbers: "左右"})
		}})

	f04("the plain one, its totals follow at once", func(s *sides) how { return how{lineNumbers: "左右"} })
	f04("小计 for 合计, short names of the funds", func(s *sides) how {
		s.level()
		return how{lineNumbers: "左右", heads: []string{"决算数", "小计", "一般公共预算", "政府性基金", "国有资本经营"}}
	})
	f04("what 年末 consists of", func(s *sides) how {
		end := func(label, column string) entry {
			return entry{label, []any{money(s.w.Book.Value(fixture.F04, "年末财政拨款结转和结余", column))}}
		}
		s.right = after(s.right, "年末财政拨款结转和结余", end("　一般公共预算财政拨款", "一般公共预算"), end("　政府性基金预算财政拨款", "政府性基金预算"),
			end("　国有资本经营预算财政拨款", "国有资本经营预算"))
		s.level()
		return how{lineNumbers: "左右"}
	})
	f04("年初 with 其中：", func(s *sides) how {
		relabel(s.left, "年初一般公共预算财政拨款", "　其中：一般公共预算财政拨款结转和结余", "年初政府性基金预算财政拨款", "　　　　政府性基金预算财政拨款结转和结余",
			"年初国有资本经营预算财政拨款", "　　　　国有资本经营预算财政拨款结转和结余", "年初财政拨款结转和结余", "上年财政拨款结转和结余")
		relabel(s.right, "年末财政拨款结转和结余", "年末财政拨款结转和结余")
		s.level()
		return how{lineNumbers: "左右"}
	})
	f04("年初 numbered", func(s *sides) how {
		relabel(s.left, "年初一般公共预算财政拨款", "　一、一般公共预算财政拨款", "年初政府性基金预算财政拨款", "　二、政府性基金预算财政拨款",
			"年初国有资本经营预算财政拨款", "　三、国有资本经营预算财政拨款")
		s.level()
		return how{lineNumbers: "左右"}
	})
	f04("last year's figures beside", func(s *sides) how {
		s.level()
		return how{lineNumbers: "左右", extraHeads: []string{"上年决算数"}, thousandths: 930}
	})
	f04("blank lines between groups", func(s *sides) how {
		s.left = after(s.left, "国有资本经营预算财政拨款", entry{}, entry{})
		s.left = after(s.left, "本年收入合计", entry{})
		s.right = after(s.right, "本年支出合计", entry{})
		s.level()
		return how{}
	})
	return out
}()

var chineseDigits = []rune("零一二三四五六七八九十")

// chinese is a number below 100 in Chinese.
func chinese(n int) string {
	s := ""
	if n >= 20 {
		s = string(chineseDigits[n/10])
	}
	if n >= 10 {
		s += "十"
	}
	if n%10 > 0 {
		s += string(chineseDigits[n%10])
	}
	return s
}
