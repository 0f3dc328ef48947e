package further

import (
	"embed"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/shopspring/decimal"

	"suanqing/validate/lab/prose"
)

//go:embed cases/*.txt
var caseFiles embed.FS

// Case is a small text beside its forms, right or with one thing wrong.
type Case struct {
	Group, Name string
	Text        prose.Text
	Book        []byte // the forms as a workbook
	Right       *Case  // what it was before it was broken; nil for a right one
	Wrong       prose.Place
	Table       bool // what is wrong may be a table's, which only Word or a workbook has
}

// hooks change a case's figures that no form has before the text is written.
var hooks = map[string]func(*prose.Case){
	"level": func(c *prose.Case) { lastState(c, c.Now(prose.StateSpent)) },
	"fresh": func(c *prose.Case) { lastState(c, decimal.Zero) },
	"allsmall": func(c *prose.Case) {
		c.Bought[prose.ToSME], c.Bought[prose.ToMicro] = c.Bought[prose.Procurement], c.Bought[prose.Procurement]
	},
	"nothing": func(c *prose.Case) {
		for s := range c.Bought {
			c.Bought[s] = decimal.Zero
		}
	},
}

func lastState(c *prose.Case, to decimal.Decimal) {
	c.Prior[prose.Fiscal] = c.Prior[prose.Fiscal].Sub(c.Prior[prose.StateSpent]).Add(to)
	c.Prior[prose.StateSpent] = to
}

// bought invents the finer figures of procurement, so that their sums hold, and sums the
// classes' budgets.
func bought(c *prose.Case) {
	b, of := c.Bought, func(s string, percent int64) decimal.Decimal {
		return c.Bought[s].Mul(decimal.New(percent, -2)).Round(-2)
	}
	if b[prose.ToSME].Equal(b[prose.Procurement]) {
		b[prose.ToSME] = of(prose.Procurement, 83)
		b[prose.ToMicro] = of(prose.ToSME, 61)
	}
	b["货物授予中小企业"], b["工程授予中小企业"] = of(prose.Goods, 78), of(prose.Works, 64)
	rest := b[prose.ToSME].Sub(b["货物授予中小企业"]).Sub(b["工程授予中小企业"])
	if rest.IsNegative() || rest.GreaterThan(b[prose.Services]) {
		rest = of(prose.Services, 71)
		b[prose.ToSME] = b["货物授予中小企业"].Add(b["工程授予中小企业"]).Add(rest)
		b[prose.ToMicro] = of(prose.ToSME, 61)
	}
	b["服务授予中小企业"] = rest
	b["授予中型企业"] = b[prose.ToSME].Sub(b[prose.ToMicro])
	b["政府采购预算"], b["合同总金额"] = of(prose.Procurement, 112), of(prose.Procurement, 131)
	b["合同中小企业"] = of("合同总金额", 74)
	b["预留中小企业"], b["预留小微企业"] = of(prose.Procurement, 57), of(prose.Procurement, 34)
	b["预留成交中小企业"], b["预留成交小微企业"], b["其他成交中小企业"] = of("预留中小企业", 96), of("预留小微企业", 93), of(prose.Procurement, 12)
	for _, class := range c.Classes("F05") {
		for _, item := range c.Items("F05") {
			if strings.HasPrefix(item, class) {
				c.Budgets[class] = c.Budgets[class].Add(c.Budgets[item])
			}
		}
	}
	c.Prior[prose.Procurement] = of(prose.Procurement, 108)
}

// Small are the small cases, right ones first in each group.
func Small() []Case { return small() }

var small = sync.OnceValue(func() (out []Case) {
	for _, group := range []string{"funds", "purchases", "budgets"} {
		right := rightOf(group)
		out = append(out, right...)
		for _, line := range strings.Split(read("cases/broken.txt"), "\n") {
			if f := strings.Split(line, "|"); f[0] == group {
				out = append(out, broken(right, f[1], f[2], f[3]))
			}
		}
	}
	return append(append(out, tables()...), listed(Texts())...)
})

// listed are cases of a small table within a text: what was bought, by kind.
func listed(texts []prose.Text) (out []Case) {
	for _, x := range texts {
		for at, b := range x.Blocks {
			if b.Kind != prose.Table {
				continue
			}
			right := Case{Group: "listed", Name: x.Name, Text: x, Book: x.Workbook(), Table: true}
			out = append(out, right)
			for i, r := range b.Rows[1:] {
				for j := range r[1:] {
					rows := make([][]string, len(b.Rows))
					for k := range rows {
						rows[k] = slices.Clone(b.Rows[k])
					}
					wrong := right
					words := otherDigit(rows[i+1][j+1])
					if words == "" {
						continue
					}
					rows[i+1][j+1] = words
					wrong.Text.Blocks = slices.Clone(x.Blocks)
					wrong.Text.Blocks[at].Rows = rows
					wrong.Name, wrong.Right = fmt.Sprintf("%s: %s %s for %s", x.Name, r[0], words, r[j+1]), &right
					wrong.Wrong = prose.Place{Block: at, Words: strings.TrimSuffix(words, "万元")}
					out = append(out, wrong)
				}
			}
		}
	}
	return out
}

func read(name string) string {
	data, err := caseFiles.ReadFile(name)
	if err != nil {
		panic(err)
	}
	return string(data)
}

// rightOf are a group's right cases: "=== name seed unit hook" and a template.
func rightOf(group string) (out []Case) {
	for _, part := range strings.Split(read("cases/"+group+".txt"), "=== ")[1:] {
		head, body, _ := strings.Cut(part, "\n")
		f := strings.Fields(head)
		unit := slices.IndexFunc(f, func(s string) bool { return s == "元" || s == "万元" })
		if n, err := strconv.Atoi(f[unit-1]); err != nil || n == 0 {
			unit = slices.Index(f[unit+1:], "元") + unit + 1 // the name has a unit
		}
		seed, _ := strconv.ParseInt(f[unit-1], 10, 64)
		c := caseOf(seed, f[unit])
		bought(c)
		how := strings.Join(f[unit+1:], "")
		if hook := hooks[how]; hook != nil {
			hook(c)
		}
		name := strings.Join(f[:unit-1], " ")
		x := Case{Group: group, Name: name, Text: write(c, Manner{Unit: f[unit], Places: 2}, group+": "+name, "# 第三部分 {{Y}}年度部门决算情况说明\n"+body)}
		if x.Book = x.Text.Workbook(); group == "budgets" {
			x.Book = withBudgets(c, x.Book, how == "before")
		}
		out = append(out, x)
	}
	return out
}

// find is the mark of a figure in words: "@2 预算" is of the third item
// with a budget, "#0 预算" of the first class.
func find(x *prose.Text, figure string) prose.Mark {
	f := strings.Fields(figure)
	if n, ok := strings.CutPrefix(f[0], "@"); ok {
		i, _ := strconv.Atoi(n)
		items := slices.DeleteFunc(slices.Clone(x.Case.Items("F05")), func(c string) bool { return x.Case.Budgets[c].IsZero() })
		f[0] = items[i]
	}
	if n, ok := strings.CutPrefix(f[0], "#"); ok {
		i, _ := strconv.Atoi(n)
		f[0] = x.Case.Classes("F05")[i]
	}
	want := prose.What{Subject: f[0], Measure: f[1]}
	if len(f) > 2 {
		want.Base = f[2]
	}
	for _, m := range x.Marks {
		if m.What == want {
			return m
		}
	}
	panic(fmt.Sprintf("further: %s does not say %v", x.Name, want))
}

// turned are words of direction for each other.
var turned = map[string]string{"增加": "减少", "减少": "增加", "增长": "下降", "下降": "增长"}

// broken breaks one of the right cases.
func broken(right []Case, name, figure, how string) Case {
	at := slices.IndexFunc(right, func(c Case) bool { return c.Name == name })
	if at < 0 {
		panic("further: no case " + name)
	}
	r := right[at]
	x := r.Text
	m := find(&x, figure)
	words := ""
	how, arg, _ := strings.Cut(how, " ")
	switch how {
	case "digit", "along":
		words = otherDigit(m.Words)
	case "as":
		words = find(&x, arg).Words
	case "to":
		words = arg
	case "turn":
		return turn(r, m, figure)
	}
	if words == m.Words || words == "" {
		panic(fmt.Sprintf("further: nothing broken: %s %s %s", name, figure, how))
	}
	out := r
	out.Name, out.Right = fmt.Sprintf("%s: %s %s", name, figure, how), &right[at]
	out.Text = x.ReplaceMark(m, words)
	out.Wrong = prose.Place{Block: m.Block, Start: m.Start, End: m.Start + len(words), Words: words}
	if how != "along" {
		return out
	}
	for _, k := range out.Text.Marks { // the completion that the wrong budget gives
		if k.Subject == m.Subject && k.Measure == prose.Completion && k.Block == m.Block {
			w := writer{Case: x.Case, Manner: Manner{Unit: m.Unit, Places: 2}}
			now := w.now(m.Subject).Shift(-shift[m.Unit]).Round(2)
			out.Text = out.Text.ReplaceMark(k, now.Shift(2).DivRound(decimal.RequireFromString(words), 9).StringFixed(2))
			break
		}
	}
	return out
}

// turn turns the word of direction in front of a change.
func turn(r Case, m prose.Mark, figure string) Case {
	text := r.Text.Blocks[m.Block].Text
	for from, to := range turned {
		if i := strings.LastIndex(text[:m.Start], from); i >= 0 && i+len(from) == m.Start {
			out := r
			out.Name, out.Right = fmt.Sprintf("%s: %s turned", r.Name, figure), &r
			out.Text = r.Text.Replace(m.Block, i, m.Start, to)
			out.Wrong = prose.Place{Block: m.Block, Start: i, End: m.End, Words: to + m.Words}
			return out
		}
	}
	panic("further: no direction before " + figure)
}

// otherDigit changes the second digit, or the first of two.
func otherDigit(words string) string {
	r := []rune(words)
	seen := 0
	for i, c := range r {
		if !isDigit(c) {
			continue
		}
		zero := '0'
		if c > '9' {
			zero = '０'
		}
		if seen++; seen == 2 || len(r) < 4 {
			r[i] = zero + (c-zero+4)%10
			return string(r)
		}
	}
	for i, c := range r { // in words
		if k := slices.Index([]rune("一二三四五六七八九"), c); k >= 0 {
			r[i] = []rune("一二三四五六七八九")[(k+4)%9]
			return string(r)
		}
	}
	return ""
}
