package prose

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"sync"

	"github.com/shopspring/decimal"
)

// Trap is a right text with something in it that is odd but right: it must raise no error
// and no warning.
type Trap struct {
	Name       string
	Base, Text Text
	Place      Place // what is odd
}

// sentence is a right sentence that a clerk adds, and to which section. {Y} is the year,
// {L} last year, {B} the year before; {D} the department, {U} the unit of amounts.
type sentence struct{ name, section, words string }

var sentences = []sentence{
	{"亿元 in an overview", "部门职责", "全区一般公共预算收入完成35.60亿元，同比增长6.10%，其中：税收收入28.40亿元，占79.78%。"},
	{"a document number", "部门职责", "按照《关于加强部门决算公开的通知》（示财〔{L}〕12号）和示办字[2019]5号文件要求编制本说明。"},
	{"a hotline", "部门职责", "开通12345热线和12309、12388举报电话，全年受理来电3,256件。"},
	{"an address", "部门职责", "办公地址：示例路252弄4号3楼301室，邮编200062，电话021-56431234。"},
	{"a plan's name", "部门职责", "编制“十四五”规划中期评估报告和“十五五”规划前期研究。"},
	{"staff", "部门职责", "核定行政编制45名，{Y}年末实有43人，其中：在职38人，离休1人，退休4人。"},
	{"a number stuck to words", "部门职责", "11“.灾害防治及应急管理相关协调工作；4．完成交办的其他任务。"},
	{"610", "部门职责", "安排610经费和2030专项的日常管理由办公室承担。"},
	{"another department", "部门职责", "会同示例市第三区教育局、临河县民政局落实对口帮扶任务。"},
	{"a date", "部门职责", "本说明按{Y}年12月31日数据编制，8月30日前公开，编号第0830号。"},
	{"years and money of a plan", "部门职责", "2021年至{Y}年计划总投资1,250万元，分5年实施。"},
	{"an area", "部门职责", "管理办公用房3,200平方米，其中业务用房2,300平方米，其他用房900平方米。"},
	{"a percent of no account", "部门职责", "全年空气优良天数比例86.3%，比{L}年提高1.2个百分点。"},
	{"a name with 、 and brackets", "部门职责", "承担政府办公厅（室）及相关机构事务、环境保护法规、规划及标准等工作的协调。"},
	{"three years in one sentence", "收入支出决算总体", "{B}年、{L}年、{Y}年分别受理群众来信320件、356件和410件。"},
	{"amounts in reasons", "支出决算", "上述变化中，调整补贴标准影响35.20万元，压减办公经费5.10万元，其余为零星因素。"},
	{"parts of a change, not all", "支出决算", "其中：人员调资增加12.30万元，退休人员补贴减少1.05万元，其他因素不再列举。"},
	{"a list of reasons", "支出决算", "一是{L}年安排的3个信息化项目验收付款120万元；二是压减会议8次、培训4期。"},
	{"years the other way round", "支出决算", "{L}年相关任务在{Y}年完成的有6项，{Y}年新增任务2项。"},
	{"last year's project", "支出决算", "{L}年度档案整理项目安排45.00万元，{Y}年度已不再安排。"},
	{"an adjustment of the budget", "一般公共预算财政拨款支出决算", "年中经批准调剂资金18.50万元用于应急采购，调剂事项已按程序报批。"},
	{"a meeting's count", "一般公共预算财政拨款支出决算", "全年召开调度会议26次，其中视频会议18次，比计划减少4次。"},
	{"a project's period", "一般公共预算财政拨款支出决算", "地下管线普查项目周期36个月，{Y}年完成第2标段的65%。"},
	{"standards", "财政拨款“三公”经费支出决算", "公务接待人均费用控制在140元以内，早餐每人20元、正餐每人60元。"},
	{"part of the counts", "财政拨款“三公”经费支出决算", "其中3月份外省考察团为第7次接待，1行12人，已含在上述数内。"},
	{"an old base", "财政拨款“三公”经费支出决算", "“十三五”以来相关支出累计压减六成以上，口径与本年不同，不作比较。"},
	{"use of cars", "财政拨款“三公”经费支出决算", "车辆平均使用8年，单车年均行驶1.8万公里。"},
	{"a kind of money in a usage", "财政拨款“三公”经费支出决算", "百公里油耗由9.5升降至9.1升，定点维修率100%。"},
	{"coverage", "预算绩效", "绩效目标编报覆盖率100%，其中50万元以上项目2个全部组织专家评审。"},
	{"targets", "预算绩效", "全年培训3期、120人次，合格率98%，高于目标值95%。"},
	{"money that is evaluated apart", "预算绩效管理", "另对以前年度结转资金35.00万元单独开展评价，不计入上述范围。"},
	{"coverage in Shanghai", "预算绩效管理", "编报绩效目标的项目覆盖率达到100%，抽查2个项目，发现问题3个，已整改3个。"},
	{"thresholds", "政府采购支出", "分散采购限额标准为50万元，公开招标数额标准为200万元，预留份额不低于40%。"},
	{"a discount", "政府采购支出", "竞价采购12次，平均节约率8.7%，节约资金9.60万元。"},
	{"general and special equipment", "国有资产占用", "单价50万元以上通用设备2台（套），单价100万元以上专用设备1台（套）。"},
	{"a house", "国有资产占有使用", "房屋面积1,200平方米，其中办公用房900平方米、业务用房300平方米，账面原值1.20亿元。"},
	{"a fund explained", "政府性基金预算财政拨款收入支出决算", "土地出让收入按《预算法》第9条和财综〔2016〕4号文件管理。"},
	{"a count of firms", "国有资本经营预算财政拨款支出决算", "涉及所属企业2户，均已完成2项改革任务。"},
	{"a formula", "名词解释", "注：完成率=决算数÷预算数×100%，如90÷100=90%。"},
	{"a term's own amounts", "名词解释", "注：大型设备指单价100万元（含）以上的设备，小型设备指单价1,500元以上的设备。"},
	{"rounding is told of", "收入决算", "说明：本部分金额以{U}为单位列示，个别尾数差异在0.01以内，系进位所致。"},
	{"an interest rate", "收入决算", "利息按年利率0.35%计息，每季度末月20日结息。"},
	{"a price index", "支出决算", "受居民消费价格指数上涨2.0%影响，物业合同单价由3.2元/平方米调整为3.3元/平方米。"},
	{"a telephone", "机关运行经费支出", "联系人：财务科，电话0539-8123456，监督电话12345。"},
	{"a share of work", "其他重要事项", "线上办理量占全部业务量的92%，比{L}年提高5个百分点。"},
	{"a standard's number", "其他重要事项", "软件按GB/T 1.1-2020和3.0版接口规范验收，第4.2条除外。"},
	{"money of others", "其他重要事项", "下属协会自筹经费20.00万元不纳入部门决算。"},
}

// Traps gives the traps: each sentence in a text that has the section, and right figures
// written or changed in odd ways.
func Traps() []Trap { return traps() }

var traps = sync.OnceValue(func() []Trap {
	texts := Texts()
	var out []Trap
	for i, s := range sentences {
		for _, at := range rand.New(rand.NewPCG(uint64(i), 5)).Perm(len(texts)) {
			if t, ok := s.in(texts[at], i%2 == 0); ok {
				out = append(out, t)
				break
			}
		}
	}
	for i, o := range oddities {
		made := 0
		for _, at := range rand.New(rand.NewPCG(uint64(i), 6)).Perm(len(texts)) {
			m := &maker{Rand: rand.New(rand.NewPCG(uint64(i), uint64(at))), base: texts[at], text: texts[at]}
			if made < o.n && m.try(fault{make: o.make}) {
				made++
				out = append(out, Trap{fmt.Sprintf("%s %d in %s", o.name, made, m.base.Name), m.base, m.text, m.want.Places[0]})
			}
		}
	}
	return out
})

// in puts the sentence into a text: at the end of a paragraph of its section, or as a
// paragraph of its own.
func (s sentence) in(t Text, joined bool) (Trap, bool) {
	at := -1
	for i, b := range t.Blocks {
		if b.Section == s.section && b.Kind == Paragraph && (strings.HasSuffix(b.Text, "。") || !joined) {
			at = i
		}
	}
	if at < 0 {
		return Trap{}, false
	}
	y := t.Case.Book.Year
	words := strings.NewReplacer("{Y}", fmt.Sprint(y), "{L}", fmt.Sprint(y-1), "{B}", fmt.Sprint(y-2), "{D}", t.Case.Book.Department, "{U}", t.Case.Book.Unit).Replace(s.words)
	name := s.name + " in " + t.Name
	if !joined {
		return Trap{name, t, t.Insert(at+1, Block{Text: words, Section: s.section}), Place{Block: at + 1, End: len(words), Words: words}}, true
	}
	end := len(t.Blocks[at].Text)
	return Trap{name, t, t.Replace(at, end, end, words), Place{Block: at, Start: end, End: end + len(words), Words: words}}, true
}

// oddity is a right figure or phrase written in an odd way.
type oddity struct {
	name string
	n    int
	make func(*maker) bool
}

var oddities = []oddity{
	{"zeros dropped", 3, func(m *maker) bool {
		k, ok := m.one(func(k Mark) bool {
			return isFinal(k) && strings.HasSuffix(k.Words, "0") && strings.Contains(k.Words, ".")
		})
		return ok && m.write(k, strings.TrimSuffix(strings.TrimRight(k.Words, "0"), "."))
	}},
	{"percent cut off", 3, func(m *maker) bool {
		k, ok := m.one(func(k Mark) bool { return k.Measure == Share && k.Determined == ByPercent && !k.Value.IsZero() })
		if !ok {
			return false
		}
		p := prints[m.base.Style]
		p.truncated = true
		return m.write(k, p.percent(m.base.Case.Now(k.Subject).Shift(2).DivRound(m.base.Case.Now(k.Base), 9)))
	}},
	{"percent with one decimal", 3, func(m *maker) bool {
		k, ok := m.one(func(k Mark) bool {
			return k.Measure == Share && k.Determined == ByPercent && k.Value.GreaterThan(whole.Div(decimal.NewFromInt(20)))
		})
		return ok && m.write(k, m.base.Case.Now(k.Subject).Shift(2).DivRound(m.base.Case.Now(k.Base), 9).StringFixed(1))
	}},
	{"percent without decimals", 2, func(m *maker) bool {
		k, ok := m.one(func(k Mark) bool {
			return k.Measure == Share && k.Determined == ByPercent && k.Value.GreaterThan(whole.Div(decimal.NewFromInt(20)))
		})
		return ok && m.write(k, m.base.Case.Now(k.Subject).Shift(2).DivRound(m.base.Case.Now(k.Base), 9).StringFixed(0))
	}},
	{"full width", 3, func(m *maker) bool {
		k, ok := m.one(isFinal)
		return ok && m.write(k, fullWidth.Replace(k.Words))
	}},
	{"separators in a text without", 2, func(m *maker) bool {
		k, ok := m.one(func(k Mark) bool {
			return isFinal(k) && !strings.Contains(k.Words, ",") && k.Value.GreaterThan(decimal.NewFromInt(1000))
		})
		return ok && !strings.ContainsAny(k.Words, "０１２３４５６７８９") && m.write(k, separated(k.Words))
	}},
	{"元 among 万元", 3, func(m *maker) bool {
		k, ok := m.one(func(k Mark) bool {
			return isFinal(k) && k.Unit == "万元" && k.Value.IsPositive() && isItem(k)
		})
		if !ok {
			return false
		}
		words := m.base.Case.Now(k.Subject).StringFixed(2)
		text := m.text.Blocks[k.Block].Text
		i := strings.Index(text[k.End:], k.Unit) + k.End
		m.text = m.text.Replace(k.Block, k.Start, i+len(k.Unit), words+"元")
		m.place(k.Block, k.Start, words)
		return true
	}},
	{"亿元 beside 万元", 2, func(m *maker) bool {
		k, ok := m.one(func(k Mark) bool {
			return isFinal(k) && k.Unit == "万元" && k.Value.GreaterThan(decimal.NewFromInt(5000))
		})
		if !ok {
			return false
		}
		words := k.Value.Shift(-4).StringFixed(2)
		text := m.text.Blocks[k.Block].Text
		i := strings.Index(text[k.End:], k.Unit) + k.End + len(k.Unit)
		m.text = m.text.Replace(k.Block, i, i, "（约"+words+"亿元）")
		m.place(k.Block, i, "（约"+words+"亿元）")
		return true
	}},
	{"a line break before the unit", 3, func(m *maker) bool {
		k, ok := m.one(isFinal)
		if !ok {
			return false
		}
		m.text = m.text.Replace(k.Block, k.End, k.End, "\n")
		m.place(k.Block, k.Start, k.Words)
		return true
	}},
	{"blanks around a figure", 2, func(m *maker) bool {
		k, ok := m.one(isFinal)
		if !ok {
			return false
		}
		m.text = m.text.Replace(k.Block, k.End, k.End, "  ").Replace(k.Block, k.Start, k.Start, " 　")
		m.place(k.Block, k.Start+len(" 　"), k.Words)
		return true
	}},
	{"blanks between all characters", 2, func(m *maker) bool {
		k, ok := m.one(func(k Mark) bool {
			return k.Subject == GeneralBasic && k.Measure == Final && len(m.base.Blocks[k.Block].Text) < 200
		})
		if !ok {
			return false
		}
		text := m.base.Blocks[k.Block].Text
		spaced := strings.Join(strings.Split(strings.ReplaceAll(text, " ", ""), ""), " ")
		m.text = m.text.Replace(k.Block, 0, len(text), spaced)
		m.place(k.Block, 0, spaced)
		return true
	}},
	{"less cars kept than there are", 3, func(m *maker) bool {
		k, ok := m.one(func(k Mark) bool { return k.Subject == KeptCars && k.Value.GreaterThan(decimal.NewFromInt(1)) })
		return ok && m.write(k, k.Value.Sub(decimal.NewFromInt(1)).String())
	}},
	{"a header budget above its items'", 3, func(m *maker) bool {
		of := m.base.Find(General, Budget)
		done := m.base.Find(General, Completion)
		if len(of) != 1 || len(done) != 1 || of[0].Block != done[0].Block {
			return false
		}
		now := m.base.Case.Now(General)
		was := m.base.Case.Budgets[General]
		budget := was.Add(decimal.NewFromInt(150_000))
		if now.Cmp(budget) != now.Cmp(was) {
			return false // the words of direction would no longer fit
		}
		m.text = m.text.ReplaceMark(done[0], m.percentAs(done[0], now.Shift(2).DivRound(budget, 9)))
		return m.write(of[0], m.amountAs(of[0], budget))
	}},
	{"a completion far over 100", 3, func(m *maker) bool {
		k, ok := m.one(func(k Mark) bool {
			return k.Measure == Completion && k.Determined == ByPercent && isCode(k.Subject) && k.Value.GreaterThan(whole)
		})
		of := m.base.Find(k.Subject, Budget)
		if !ok || len(of) == 0 {
			return false
		}
		budget := m.base.Case.Budgets[k.Subject].Div(decimal.NewFromInt(4)).Round(-2)
		if !budget.IsPositive() {
			return false
		}
		words := m.percentAs(k, m.base.Case.Now(k.Subject).Shift(2).DivRound(budget, 9))
		m.text = m.text.ReplaceMark(k, words)
		return m.write(of[0], m.amountAs(of[0], budget))
	}},
	{"基本持平 within one percent", 3, func(m *maker) bool {
		k, ok := m.one(func(k Mark) bool {
			return k.Measure == Completion && k.Determined == ByPercent && isCode(k.Subject) && k.Value.Sub(whole).Abs().LessThan(decimal.New(9, -1)) && !k.Value.Equal(whole)
		})
		if !ok {
			return false
		}
		text := m.base.Blocks[k.Block].Text
		i := strings.Index(text[k.End:], "决算数")
		if i < 0 {
			return false
		}
		i += k.End
		m.text = m.text.Replace(k.Block, i, len(text), "决算数与年初预算数基本持平。")
		m.place(k.Block, i, "决算数与年初预算数基本持平。")
		return true
	}},
	{"nothing on nothing", 3, func(m *maker) bool {
		block, w, ok := m.aBlock("预算与决算均为零")
		return ok && m.phrase(block, w, "完成预算的0.00%")
	}},
	{"no base", 3, func(m *maker) bool {
		block, w, ok := m.aBlock(noBase...)
		return ok && m.phrase(block, w, []string{"，增长--（基数为0，不可比）", "，增长 - %（上年无此项）", "（上年无发生额）"}[m.IntN(3)])
	}},
	{"another word for the year", 3, func(m *maker) bool {
		y, l := fmt.Sprint(m.year()), fmt.Sprint(m.year()-1)
		block, w, ok := m.aBlock("与"+l+"年度相比", "与"+l+"年相比", "比"+l+"年度", "与"+l+" 年度相比")
		return ok && m.phrase(block, w, []string{y + "年与" + l + "年相比", "与上年度（" + l + "年）相比", "对比" + l + "年"}[m.IntN(3)])
	}},
	{"a heading in other words", 4, func(m *maker) bool {
		for i, b := range m.base.Blocks {
			if b.Kind == Heading && b.Level == 2 && b.Section == "收入支出决算总体" && m.base.Blocks[0].Text != "目 录" {
				words := []string{"关于" + fmt.Sprint(m.year()) + "年度收入支出决算总体情况的说明", fmt.Sprint(m.year()) + "年收支总体情况", "收入支出总体情况说明"}[m.IntN(3)]
				return m.phrase(i, strings.TrimPrefix(b.Text, "一、"), words)
			}
		}
		return false
	}},
	{"a section's heading numbered in another way", 3, func(m *maker) bool {
		for i, b := range m.base.Blocks {
			if b.Kind == Heading && b.Level == 3 && strings.HasPrefix(b.Text, "（二）") {
				return m.phrase(i, "（二）", []string{"(二) ", "2．", "2. ", "（2）"}[m.IntN(4)])
			}
		}
		return false
	}},
	{"running costs below public funds", 4, func(m *maker) bool {
		now := m.base.Find(Running, Final)
		change, growth := m.base.Find(Running, Change), m.base.Find(Running, Growth)
		prior := m.base.Find(Running, Prior)
		if len(now) != 1 || len(change) != 1 || len(growth) != 1 || len(prior) > 0 {
			return false
		}
		final := m.base.Case.Now(Running).Mul(decimal.New(62, -2)).Div(cent).Round(0).Mul(cent)
		then := final.Mul(decimal.New(90, -2)).Div(cent).Round(0).Mul(cent)
		if change[0].Down {
			then = final.Mul(decimal.New(111, -2)).Div(cent).Round(0).Mul(cent)
		}
		by := final.Sub(then).Abs()
		m.text = m.text.ReplaceMark(growth[0], m.percentAs(growth[0], by.Shift(2).DivRound(then, 9)))
		m.text = m.text.ReplaceMark(change[0], m.amountAs(change[0], by))
		return m.write(now[0], m.amountAs(now[0], final))
	}},
}

// write writes a right figure in another way.
func (m *maker) write(k Mark, words string) bool {
	if words == k.Words || words == "" {
		return false
	}
	for i, o := range m.text.Marks { // it may have moved
		if o.What == k.What && o.Block == k.Block && o.Words == k.Words {
			m.text = m.text.ReplaceMark(m.text.Marks[i], words)
			m.place(k.Block, o.Start, words)
			return true
		}
	}
	return false
}

// phrase puts other right words in place of some.
func (m *maker) phrase(block int, from, to string) bool {
	return from != to && m.swap(block, 0, from, to)
}
