package rule

import (
	"strconv"

	"suanqing/validate/amount"
	"suanqing/validate/bind"
	"suanqing/validate/form"
	"suanqing/validate/formula"
	"suanqing/validate/report"
)

// cellRules are about what single cells of the figure area hold.
var cellRules = []Rule{
	{ID: "cell.not-number", Title: "金额栏里都是数",
		Why: "不是数的内容不能参加合计，合计会少。", Hint: "改成数；没有数据的留空。",
		Check: eachForm(func(f *bind.Figure) bool { return f.State == bind.Words }, "不是数")},
	{ID: "cell.error-value", Title: "金额栏里没有错误值",
		Why: "#REF! 一类的错误值说明公式引用的单元格已经不在。", Hint: "改正公式，或直接填数。",
		Check: eachForm(func(f *bind.Figure) bool { return f.State == bind.Fault }, "是错误值")},
	{ID: "cell.no-value", Title: "公式都带有算好的值", Severity: report.Warning,
		Why: "公式没有保存算出来的值，别人打开时可能看不到数。", Hint: "在 WPS 或 Excel 中打开，重新计算后保存。", Check: noValue},
	{ID: "cell.stale", Title: "公式的值与它引用的数一致", Severity: report.Warning,
		Why: "公式显示的是旧值，重新计算后会变。", Hint: "在 WPS 或 Excel 中按 F9 重新计算，保存后再检查。", Check: staleFormula},
	{ID: "cell.text-number", Title: "金额以数字存储", Severity: report.Notice,
		Why: "以文本存储的数不参加表格自己的合计公式。", Hint: "选中这些单元格，转换为数字。",
		Check: eachForm(func(f *bind.Figure) bool {
			return f.State == bind.Money && f.Text && !misspelt(f)
		}, "是以文本存储的数字")},
	{ID: "cell.full-width", Title: "数字是半角、中间没有空格", Severity: report.Warning,
		Why: "全角数字和夹着空格的数，表格软件不当作数。", Hint: "改成半角数字，删去空格。",
		Check: eachForm(func(f *bind.Figure) bool {
			return f.State == bind.Money && f.Text && misspelt(f)
		}, "含有全角数字或空格")},
	{ID: "cell.decimals", Title: "小数位数不多于金额单位应有的位数", Severity: report.Notice,
		Why: "万元、元都保留两位小数，位数不齐容易错看。", Hint: "统一为两位小数（用 ROUND 取舍，不要只改显示格式）。",
		Check: eachForm(func(f *bind.Figure) bool { return f.State == bind.Money && f.Places > 2 }, "多于两位小数")},
	{ID: "cell.negative", Title: "金额不为负数", Severity: report.Warning,
		Why: "决算收支一般没有负数。", Hint: "确有冲减的，在说明中写明；否则核对正负号。",
		Check: eachForm(func(f *bind.Figure) bool { return f.State == bind.Money && f.Value.IsNegative() }, "是负数")},
	{ID: "cell.hidden", Title: "没有隐藏的数", Severity: report.Warning,
		Why: "隐藏的行、列、工作表里的数，读者看不到，却参加了合计。", Hint: "取消隐藏，或删去不该公布的行列。",
		Check: eachForm(func(f *bind.Figure) bool { return f.State == bind.Money && f.Hidden && !f.Value.IsZero() }, "在隐藏的行、列或工作表里")},
	{ID: "cell.covered", Title: "合并单元格下面没有数", Severity: report.Warning,
		Why: "合并单元格只显示左上角的内容，压在下面的数读者看不到，公式却可能用到。", Hint: "取消合并，删去下面的数，再合并。", Check: coveredFigures},
}

func coveredFigures(c *Check) {
	c.Book.Each(func(t *bind.Table) {
		c.Checked++
		if len(t.Covered) == 0 {
			return
		}
		cells := make([]report.Cell, len(t.Covered))
		for i, u := range t.Covered {
			cells[i] = c.tableCell(t, u.At, u.Shown)
		}
		n := len(cells) + t.More.Covered
		c.add(t.Form.Short+"有 "+strconv.Itoa(n)+" 个数（"+t.Covered[0].Shown+" 等）压在合并单元格下面，看不到，按空白核对。"+listed(len(cells), n), cells...)
	})
}

// eachForm makes a check that collects the cells of each form for which wrong
// holds, and reports them as one finding a form.
func eachForm(wrong func(f *bind.Figure) bool, what string) func(c *Check) {
	return func(c *Check) {
		c.Book.Each(func(t *bind.Table) {
			var cells []report.Cell
			var first *bind.Figure
			n := 0
			for _, r := range t.Rows {
				for _, f := range r.Figures {
					c.Checked++
					if wrong(f) {
						if first == nil {
							first = f
						}
						if n++; n <= mostCells {
							cells = append(cells, CellOf(c.Book, f))
						}
					}
				}
			}
			if first != nil {
				c.add(cellsMessage(t, first, n, what)+listed(len(cells), n), cells...)
			}
		})
	}
}

func cellsMessage(t *bind.Table, first *bind.Figure, n int, what string) string {
	where := t.Form.Short + "“" + joinWords(rowName(first.Row), first.Column.ID) + "”"
	if first.Shown() != "" {
		where += "（" + first.Shown() + "）"
	}
	if n == 1 {
		return where + what + "。"
	}
	return where + "等 " + strconv.Itoa(n) + " 处" + what + "。"
}

// misspelt says whether a figure is written so that no spreadsheet makes a number of it.
func misspelt(f *bind.Figure) bool {
	return f.Style&amount.FullWidth != 0 || f.Style&amount.Spaces != 0 && innerSpace(f.Shown())
}

// innerSpace says whether a blank stands between digits; blanks around a
// figure disturb nobody.
func innerSpace(shown string) bool {
	trimmed := form.Normalize(shown)
	inner := false
	seen := 0
	for _, r := range shown {
		if r >= '0' && r <= '9' || r >= '０' && r <= '９' || r == '.' || r == ',' {
			if inner && seen > 0 {
				return true
			}
			inner = false
			seen++
		} else if seen > 0 && seen < len(trimmed) {
			inner = true
		}
	}
	return false
}

func noValue(c *Check) {
	eachForm(func(f *bind.Figure) bool { return f.Uncached }, "是没有算好值的公式")(c)
}

// staleFormula computes plain sums over readable cells and compares them with
// the value that the file keeps.
func staleFormula(c *Check) {
	c.Book.Each(func(t *bind.Table) {
		for _, r := range t.Rows {
			for _, f := range r.Figures {
				if f.Cell == nil || f.Cell.Formula == "" || f.Uncached || f.State != bind.Money {
					continue
				}
				computed, ok := c.Book.Formulas.Eval(f.At.Sheet, f.Cell.Formula)
				stored, places, readable := amount.Stored(f.Cell.Stored)
				if !ok || !readable || f.Text {
					continue
				}
				c.Checked++
				// A float's last digits are no disagreement: 8 places are
				// finer than any 分 in 亿元 up to the last one.
				if computed.Round(max(places, 8)).Sub(stored).Abs().Cmp(formula.Noise) > 0 {
					c.add(t.Form.Short+"“"+joinWords(rowName(r), f.Column.ID)+"”的公式保存的值是 "+amount.Group(stored)+
						"，按它引用的单元格重算是 "+amount.Group(computed)+"。", CellOf(c.Book, f))
				}
			}
		}
	})
}
