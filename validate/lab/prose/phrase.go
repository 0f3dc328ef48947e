package prose

import (
	"strings"

	"github.com/shopspring/decimal"
)

// Phrases that every style uses: how a figure changed, how a budget was carried out.

// turn is a pair of words for a change: of the amount, of the percentage.
type turn struct{ amount, percent string }

var (
	ups   = []turn{{"增加", "增长"}, {"增加", "增长"}, {"增加", "上升"}, {"增长", "增幅"}}
	downs = []turn{{"减少", "下降"}, {"减少", "下降"}, {"减少", "降低"}, {"下降", "降幅"}}
	// for what is spent only
	spendingUps   = []turn{{"增支", "增长"}}
	spendingDowns = []turn{{"减支", "下降"}, {"减支", "降低"}}

	noBase  = []string{"，增长--（基数为0，不可比）", "，上年无此项，不计算增幅", "（上年为零，增长率不适用）"}
	leads   = []string{"与{L}度相比，", "比{L}度", "比上年", "较上年决算数", "较上一年度"}
	sameAs  = []string{"与{L}度决算数持平", "与上年相同", "同上年持平", "与{L}度相比没有增减"}
	joiners = []string{"，", "，", "、"}
)

// change says how a subject stands against another figure of it, without naming that: "增加
// 3.10 万元，增长 5%"; "" if they print alike. Base is what it stands against: 上年 or 预算.
func (p *pen) change(subject, base string, then decimal.Decimal, lead string) string {
	now := p.Now(subject)
	if p.alike(now, then) {
		return ""
	}
	up := now.GreaterThan(then)
	words := ups
	switch spent := strings.HasSuffix(subject, "支出"); {
	case !up && spent && p.IntN(8) == 0:
		words = spendingDowns
	case !up:
		words = downs
	case spent && p.IntN(8) == 0:
		words = spendingUps
	}
	w := words[p.IntN(len(words))]
	by := now.Sub(then).Abs()
	amount := p.amountDown(What{subject, Change, base}, by, !up)
	if then.IsZero() {
		return lead + w.amount + p.blank() + amount + p.pick(noBase...)
	}
	if !reads(p.print.percent(p.ratio(by, then))).IsPositive() {
		return lead + w.amount + p.blank() + amount // too small for a percentage
	}
	return lead + w.amount + p.blank() + amount + p.pick(joiners...) + w.percent + p.blank() + p.growth(subject, base, then)
}

func (p *pen) amountDown(what What, yuan decimal.Decimal, down bool) string {
	token := p.amount(what, yuan, ByPercent, noCell)
	p.figures[len(p.figures)-1].Down = down
	return token
}

func (p *pen) growth(subject, base string, then decimal.Decimal) string {
	now := p.Now(subject)
	by := now.Sub(then).Abs()
	token := p.percentage(What{subject, Growth, base}, by, then)
	p.figures[len(p.figures)-1].Down = now.LessThan(then)
	return token
}

// against says how a subject stands against last year: "与2022年度相比，增加…" or the same.
func (p *pen) against(subject string) string {
	if s := p.change(subject, Prior, p.Last(subject), p.pick(leads...)); s != "" {
		return s
	}
	return p.pick(sameAs...)
}

// both says how an income and spending total changed, of each alike.
func (p *pen) both(subject string) string {
	s := p.change(subject, Prior, p.Last(subject), "")
	if s == "" {
		return "与{L}度持平"
	}
	return p.pick("与{L}度相比，收、支总计各"+s, "与{L}度相比，收、支总计均"+s, "收支较上年决算数"+s)
}

// reasons, in words that bind no one.
var (
	moreReasons = []string{"新进人员较多，工资和社会保险相应提高", "年中追加了专项工作经费", "按政策调整了缴费基数", "上年结转的任务在本年付款",
		"按照人员经费标准调整补发12.50万元，其他日常支出相应变化", "新增信息系统运行维护任务3项", "12345热线扩容，坐席由20个增至35个"}
	lessReasons = []string{"坚持过紧日子，压减一般性开支", "部分合同的尾款转入下年支付", "人员调出，相应经费减少", "年中按进度调减预算50万元",
		"集中采购节约了资金", "依据〔2019〕5号文件调整了开支范围", "活动场次由8次减为5次"}
)

// because gives the reason of a change, after its comma or full stop.
func (p *pen) because(up bool) string {
	reason := p.pick(lessReasons...)
	if up {
		reason = p.pick(moreReasons...)
	}
	return p.pick("主要原因是", "主要原因：", "主要是", "原因是") + reason + "。"
}

// carried is how a budget was carried out: "完成年初预算的 102.32%"; without a budget it says
// so. The budget is named as the style names it: 年初预算, 全年预算, 预算.
func (p *pen) carried(subject, budget string) string {
	if p.Budgets[subject].IsZero() {
		if p.Now(subject).IsZero() {
			return p.pick("与预算一致", "预算与决算均为零")
		}
		return p.pick("年初未安排预算", "年初无预算", "年初预算为零，不计算完成率")
	}
	return p.pick("完成"+budget+"的"+p.blank(), "完成"+budget+"的"+p.blank(), "为"+budget+"的"+p.blank()) +
		p.percentage(What{subject, Completion, ""}, p.Now(subject), p.Budgets[subject])
}

// difference says which of the final figure and the budget is larger, and why.
func (p *pen) difference(subject, budget string) string {
	now, b := p.Now(subject), p.Budgets[subject]
	switch {
	case p.alike(now, b):
		return p.pick("决算数与"+budget+"数持平。", "决算数等于"+budget+"数。", "与"+budget+"一致。", "决算数同"+budget+"数持平。")
	case now.GreaterThan(b):
		return p.pick("决算数大于"+budget+"数的主要原因是", "决算数大于"+budget+"数的主要原因：", "决算数高于"+budget+"数，主要是") + p.pick(moreReasons...) + "。"
	}
	return p.pick("决算数小于"+budget+"数的主要原因是", "决算数小于"+budget+"数的主要原因：", "决算数低于"+budget+"数，主要是") + p.pick(lessReasons...) + "。"
}

// item names a functional item in full, with the brackets of the style: full, ASCII or mixed.
func (p *pen) item(form, code string) string {
	open, shut := p.brackets()
	return p.NameOf(form, code[:3]) + open + "类" + shut + p.named(form, code, open, shut)
}

// below names an item without its class, which a line above names.
func (p *pen) below(form, code string) string {
	open, shut := p.brackets()
	return p.named(form, code, open, shut)
}

func (p *pen) named(form, code, open, shut string) string {
	return p.NameOf(form, code[:5]) + open + "款" + shut + p.NameOf(form, code) + open + "项" + shut
}

func (p *pen) brackets() (open, shut string) {
	switch p.IntN(6) {
	case 0:
		return "(", ")"
	case 1:
		return "（", ")"
	}
	return "（", "）"
}

// class names a class with its brackets, in one of the three ways.
func (p *pen) class(form, code string) string {
	name := p.NameOf(form, code)
	return p.pick(name+"（类）", name+"(类)", strings.TrimSuffix(name, "支出")+"（类）支出")
}
