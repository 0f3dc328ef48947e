package written_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"suanqing/validate"
	"suanqing/validate/files"
	"suanqing/validate/lab/department"
	"suanqing/validate/report"
	"suanqing/validate/written"
)

// said are sentences about the year before, with {本年}, {上年}, {差}, {率} of the
// expenditure and {错} and {错率} for what is none of them; and how many errors by last
// year's form they hold.
var said = []struct {
	sentence string
	errors   int
	checked  bool
}{
	{"本年支出合计{本年}万元，比上年{增}{差}万元，{涨}{率}%。", 0, true},
	{"本年支出合计{本年}万元，比上年{增}{错}万元，{涨}{错率}%。", 1, true},
	{"本年支出合计{本年}万元，上年支出合计{上年}万元。", 0, true},
	{"本年支出合计{本年}万元，上年支出合计{错}万元。", 1, true},
	{"本年支出合计{本年}万元，与上年相比{涨}{率}%。", 0, true},
	{"本年支出合计{本年}万元，与上年相比{涨}{错率}%。", 1, true},
	{"本年支出合计{本年}万元，与上年相比{落}{率}%。", 1, true},
	{"本年支出合计{本年}万元，比上年预算数{增}{错}万元。", 0, false},
	{"本年支出合计{本年}万元，支出预算比上年{增}{错}万元，{涨}{错率}%。", 0, false},
	{"本年支出合计{本年}万元，与上年相比，支出预算{增}{错}万元，{涨}{错率}%。", 0, false},
	{"本年支出合计{本年}万元，按同口径比上年{增}{错}万元。", 0, false},
	{"本年支出合计{本年}万元，比年初预算{增}{错}万元。", 0, false},
	{"本年支出合计{本年}万元，{增}{错}万元。", 0, false},
}

// TestSaidOfTheYearBefore: an amount, a change or a rate is held against last year's form
// where the sentence speaks of that, and against nothing where it speaks of a budget, of
// another footing, or does not say.
func TestSaidOfTheYearBefore(t *testing.T) {
	for _, p := range department.Pairs(department.RightPairs[:3], 20, 3) {
		y := ofPair(t, p)
		is, was := expenditure(p.This), expenditure(p.Last)
		d := is.Sub(was)
		rate := func(d decimal.Decimal) string {
			return d.Abs().Mul(decimal.NewFromInt(100)).DivRound(was, 2).StringFixed(2)
		}
		words := []string{"增", "增加", "涨", "增长", "落", "下降"}
		if d.IsNegative() {
			words = []string{"增", "减少", "涨", "下降", "落", "增长"}
		}
		wrong := d.Abs().Add(decimal.NewFromInt(7))
		words = append(words, "本年", is.StringFixed(2), "上年", was.StringFixed(2), "差", d.Abs().StringFixed(2), "率", rate(d), "错", wrong.StringFixed(2), "错率", rate(wrong))
		for i := 0; i < len(words); i += 2 {
			words[i] = "{" + words[i] + "}"
		}
		for _, s := range said {
			text := "三、支出决算情况说明\n" + strings.NewReplacer(words...).Replace(s.sentence) + "\n"
			j := validate.Judge{Written: written.Judge}.After(y.before)
			r := j.With(y.this, []files.Part{{Name: "说明.txt", Data: []byte(text)}}, open, nil).Report
			found := ofText(r, "text.previous")
			assert.Len(t, found, s.errors, text)
			assert.Equal(t, s.checked, checked(r, "text.previous") > 0, text)
			for _, f := range found {
				assert.Contains(t, f.Message, "年度支出决算表（合计 本年支出合计）是 ")
				assert.True(t, slices.ContainsFunc(f.Cells, func(c report.Cell) bool { return c.File == y.last.Name && c.Side == report.Right }), f.Message)
			}
		}
	}
}

// expenditure is what a book spent, in 万元 to two places.
func expenditure(p *department.Paper) decimal.Decimal {
	d, err := decimal.NewFromString(p.Yuan.Value("F03", "合计", "本年支出合计"))
	if err != nil {
		return decimal.Zero
	}
	return d.Shift(-4).Round(2)
}

// TestDoubtedYearBefore: where a check of last year's book doubts a figure, the text is not
// held against it.
func TestDoubtedYearBefore(t *testing.T) {
	held := 0
	for _, p := range department.Pairs(department.BrokenPairs[7:], 5, 4) { // a closing mistyped
		y := ofPair(t, p)
		doubted := map[string]bool{}
		for _, s := range y.before.Report.Suspects {
			doubted[s.Sheet+"!"+s.Cell] = true
		}
		require.NotEmpty(t, doubted)
		for _, run := range y.changes() {
			run.Text = otherDigit(run.Text)
		}
		for _, f := range ofText(y.check(t), "text.previous") {
			held++
			for _, c := range f.Cells {
				assert.False(t, c.File != "" && doubted[c.Sheet+"!"+c.Cell], f.Message)
			}
		}
	}
	assert.Positive(t, held)
}
