package draft_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"

	"suanqing/validate/bind"
	"suanqing/validate/draft"
	"suanqing/validate/lab/fixture"
)

// TestSentencesSayTheRightFigures: from the figures alone, and not by the cells that the
// draft names, the sentences are worked out once more and have to stand in the draft.
func TestSentencesSayTheRightFigures(t *testing.T) {
	said := 0
	for seed := range int64(24) {
		o := fixture.Options{Year: 2023, Sparse: seed%3 == 0, NoFund: seed%4 == 0, NoState: seed%5 == 0, NoOther: seed%6 == 0}
		b := fixture.Generate(seed, o)
		o.Year = 2022
		p := fixture.Generate(seed+100, o)
		if seed%2 == 0 {
			b, p = b.InUnit("万元"), p.InUnit("万元")
		}
		text := draft.Write(render(t, b, fixture.Layout{TitleYear: true}), render(t, p, fixture.Layout{TitleYear: true}), draft.Doubts{}).Text()
		for _, want := range append(items(b), append(shares(b, p), append(public(b), others(b)...)...)...) {
			said++
			assert.True(t, strings.Contains(text, want), "seed %d: %s", seed, want)
		}
		assert.Equal(t, len(items(b)), strings.Count(text, "完成年初预算的")-1, "seed %d: as many items as are not zero", seed)
	}
	assert.Greater(t, said, 500)
}

// num is a figure of a fixture; a blank is nothing.
func num(b *fixture.Book, form, row, column string) decimal.Decimal {
	v := b.Value(form, row, column)
	if v == "" {
		v = "0"
	}
	d := decimal.RequireFromString(v)
	if b.Unit == "元" {
		d = d.Shift(-4)
	}
	return d
}

// wan writes an amount as the draft does.
func wan(d decimal.Decimal) string {
	if d.IsZero() {
		return "0万元"
	}
	whole, fraction, _ := strings.Cut(d.Abs().StringFixed(2), ".")
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + "," + whole[i:]
	}
	if d.IsNegative() {
		whole = "-" + whole
	}
	return whole + "." + fraction + "万元"
}

func pct(a, b decimal.Decimal) string {
	q := a.Mul(decimal.NewFromInt(100)).DivRound(b, 40)
	if q.Equal(q.Truncate(0)) {
		return q.String() + "%"
	}
	return q.StringFixed(2) + "%"
}

// items are the sentences on F05's items.
func items(b *fixture.Book) (want []string) {
	f := b.Forms[fixture.F05]
	for _, r := range f.Rows {
		v := num(b, fixture.F05, r.Key, "小计")
		if len(r.Key) != 7 || v.IsZero() {
			continue
		}
		want = append(want, fmt.Sprintf("%s（类）%s（款）%s（项）。年初预算为【…】万元，支出决算为%s，", f.Row(r.Key[:3]).Name, f.Row(r.Key[:5]).Name, r.Name, wan(v)))
	}
	return want
}

// shares are those of the kinds of income and expenditure, with their changes.
func shares(b, p *fixture.Book) (want []string) {
	for id, none := range map[string]string{fixture.F02: "收入", fixture.F03: "支出"} {
		columns := b.Forms[id].Columns
		total := num(b, id, fixture.Total, columns[0])
		for _, c := range columns[1:] {
			now, then := num(b, id, fixture.Total, c), num(p, id, fixture.Total, c)
			want = append(want, c+wan(now)+"，占"+pct(now, total))
			if now.IsZero() && then.IsZero() {
				continue
			}
			change := "与2022年度"
			switch d := now.Sub(then); {
			case d.IsZero():
				change += "持平。"
			case then.IsZero():
				change += "相比，增加" + wan(d) + "，上年无此项" + none + "，"
			case d.IsPositive():
				change += "相比，增加" + wan(d) + "，增长" + pct(d, then) + "，"
			default:
				change += "相比，减少" + wan(d.Neg()) + "，下降" + pct(d.Neg(), then) + "，"
			}
			want = append(want, "．"+c+wan(now)+"。"+change)
		}
	}
	return want
}

// public are the sentences on the three public expenses.
func public(b *fixture.Book) (want []string) {
	for _, c := range []string{"因公出国（境）费", "公务用车购置及运行维护费", "公务接待费"} {
		budget, final := num(b, fixture.F09, "预算数", c), num(b, fixture.F09, "决算数", c)
		if !budget.IsPositive() {
			continue
		}
		how := "，与预算持平"
		if final.LessThan(budget) {
			how = "，决算数小于预算数，【主要原因：…】"
		} else if final.GreaterThan(budget) {
			how = "，决算数大于预算数，【主要原因：…】"
		}
		want = append(want, c+"预算为"+wan(budget)+"，决算为"+wan(final)+"，完成预算的"+pct(final, budget)+how+"。")
	}
	return want
}

// others are those on basic expenditure, and on the funds where there are any.
func others(b *fixture.Book) (want []string) {
	for row, classes := range map[string]string{"人员经费": "301 303", "公用经费": "302 307 309 310 311 312 313 399"} {
		var names []string
		for _, class := range strings.Fields(classes) {
			for _, r := range b.Forms[fixture.F06].Rows {
				if len(r.Key) == 5 && r.Key[:3] == class && !num(b, fixture.F06, r.Key, "金额").IsZero() {
					names = append(names, strings.NewReplacer("(", "（", ")", "）").Replace(r.Name))
				}
			}
		}
		v := num(b, fixture.F06, row+"合计", "金额")
		if !v.IsZero() {
			want = append(want, row+wan(v)+"，占"+pct(v, num(b, fixture.F05, fixture.Total, "基本支出"))+"，主要包括："+strings.Join(names, "、")+"。")
		}
	}
	for id, none := range map[string]string{fixture.F07: "本部门没有政府性基金预算财政拨款收入", fixture.F08: "本部门没有国有资本经营预算财政拨款安排的支出"} {
		if b.Forms[id].Empty() {
			want = append(want, none)
			continue
		}
		want = append(want, "本年支出"+wan(num(b, id, fixture.Total, "小计")), "基本支出"+wan(num(b, id, fixture.Total, "基本支出"))+"，项目支出"+wan(num(b, id, fixture.Total, "项目支出")))
	}
	return want
}

// TestWithoutForms: a form that is missing has its section left out, and said.
func TestWithoutForms(t *testing.T) {
	w, err := fixture.Load("lanshan-2023")
	if !assert.NoError(t, err) {
		return
	}
	data, err := w.Edit("F06 delete", "F05[201, 小计] = \"不详\"")
	assert.NoError(t, err)
	d := draft.Write(book(t, 2023, data), nil, draft.Doubts{Errors: 3, Incomplete: true})
	assert.Equal(t, "有 3 处错误还没改，草稿里的数可能不对。", d.Notes[0])
	text := d.Text()
	assert.Contains(t, text, "六、一般公共预算财政拨款基本支出决算情况说明\n【缺一般公共预算财政拨款基本支出决算明细表，这一节没有写。】\n")
	assert.Contains(t, text, "一般公共服务支出（类）【…】万元；社会保障", "what cannot be read is left to fill in")
}

// TestYearBefore: a book that is not of the year before is not compared with.
func TestYearBefore(t *testing.T) {
	o := fixture.Options{Year: 2023}
	own := render(t, fixture.Generate(1, o), fixture.Layout{TitleYear: true})
	o.Year = 2021
	for note, last := range map[string]*bind.Book{
		"给的上年报表是 2021 年的，本年报表是 2023 年的，没有用来比较。": render(t, fixture.Generate(1, o), fixture.Layout{TitleYear: true}),
		"没有给上年的报表，与上年相比的句子留空。":                  nil,
	} {
		d := draft.Write(own, last, draft.Doubts{})
		assert.Equal(t, note, d.Notes[0])
		assert.Contains(t, d.Text(), "【与上年相比：…】")
		assert.NotContains(t, d.Text(), "与2022年度")
	}
}
