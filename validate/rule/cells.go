package rule

import (
	"strconv"
	"strings"

	"suanqing/validate/amount"
	"suanqing/validate/bind"
	"suanqing/validate/formula"
	"suanqing/validate/report"
)

// cellRules are about what single cells of the figure area hold.
func cellRules() []Rule {
	return []Rule{
		{ID: "cell.not-number", Title: "金额栏里都是数",
			Why: "不是数的内容不能参加合计，合计会少。", Hint: "改成数；没有数据的留空。",
			Check: eachForm(aWord, "不是数")},
		{ID: "cell.error-value", Title: "金额栏里没有错误值",
			Why: "#REF! 一类的错误值说明公式引用的单元格已经不在。", Hint: "改正公式，或直接填数。",
			Check: eachForm(aFault, "是错误值")},
		{ID: "cell.no-value", Title: "公式都带有算好的值", Severity: report.Warning,
			Why: "公式没有保存算出来的值，别人打开时可能看不到数。", Hint: "在 WPS 或 Excel 中打开，重新计算后保存。",
			Check: onceForBook(anUncached, "是没有算好值的公式")},
		{ID: "cell.stale", Title: "公式的值与它引用的数一致", Severity: report.Warning,
			Why: "公式显示的是旧值，重新计算后会变。", Hint: "在 WPS 或 Excel 中按 F9 重新计算，保存后再检查。", Check: staleFormula},
		{ID: "cell.text-number", Title: "金额以数字存储", Severity: report.Notice,
			Why: "以文本存储的数不参加表格自己的合计公式。", Hint: "选中这些单元格，转换为数字。",
			Check: onceForBook(aText, "是以文本存储的数字")},
		{ID: "cell.full-width", Title: "数字是半角、中间没有空格", Severity: report.Warning,
			Why: "全角数字和夹着空格的数，表格软件不当作数。", Hint: "改成半角数字，删去空格。",
			Check: onceForBook(inward, "含有全角数字或空格")},
		{ID: "cell.marks", Title: "金额单元格里只有数", Severity: report.Warning,
			Why: "带着撇号、单位、货币符号或把负号写在后面的数，表格软件不当作数，不参加合计公式。", Hint: "只留下数字，负号写在前面；要显示单位的，写在表头。",
			Check: markedFigures},
		{ID: "cell.unit", Title: "数后面的单位与表的金额单位一致", Severity: report.Warning,
			Why: "表头写一个单位，数后面又写另一个，读者不知道以哪个为准。", Hint: "核对单位；去掉数后面的单位（包括数字格式里的），只在表头写。", Check: otherUnit},
		{ID: "cell.number-format", Title: "金额用数值格式显示", Severity: report.Warning,
			Why: "显示成日期、百分比、分数或科学记数的金额，或者不显示出来的，读者认不出是多少。", Hint: "把这些单元格的数字格式改为“数值”，两位小数。",
			Check: onceForBook(oddlyShown, "的数字格式是日期、百分比一类，或者不显示数字，按存储的数核对")},
		{ID: "cell.decimals", Title: "小数位数不多于金额单位应有的位数", Severity: report.Notice,
			Why: "万元、元都保留两位小数，位数不齐容易错看。", Hint: "统一为两位小数（用 ROUND 取舍，不要只改显示格式）。",
			Check: eachForm(tooFine, "多于两位小数")},
		{ID: "cell.negative", Title: "金额不为负数", Severity: report.Warning,
			Why: "决算收支一般没有负数。", Hint: "确有冲减的，在说明中写明；否则核对正负号。",
			Check: eachForm(negative, "是负数")},
		{ID: "cell.hidden", Title: "没有隐藏的数", Severity: report.Warning,
			Why: "隐藏的行、列、工作表里的数，读者看不到，却参加了合计。", Hint: "取消隐藏，或删去不该公布的行列。",
			Check: hiddenFigures},
		{ID: "cell.covered", Title: "合并单元格下面没有数", Severity: report.Warning,
			Why: "合并单元格只显示左上角的内容，压在下面的数读者看不到，公式却可能用到。", Hint: "取消合并，删去下面的数，再合并。", Check: coveredFigures},
	}
}

var hiddenJudged = eachForm(hidden, "在隐藏的行、列或工作表里")

// hiddenFigures are those that are judged, and drafts of what stands in sight, which are not.
func hiddenFigures(c *Check) {
	hiddenJudged(c)
	c.Book.Each(func(t *bind.Table) {
		if n := len(t.Unseen); n > 0 {
			c.add(t.Form.Short+"有 "+strconv.Itoa(n)+" 个隐藏的行与没有隐藏的行科目相同，没有核对。", c.rowCell(t, t.Unseen[0], t.Unseen[0].At))
		}
	})
	if n := len(c.Book.Unseen); n > 0 {
		t := c.Book.Unseen[0]
		c.add("隐藏的工作表里另有 "+strconv.Itoa(n)+" 张决算表，没有核对，核对的是没有隐藏的。", c.tableCell(t, t.Title, t.Printed))
	}
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

// eachForm makes a check that collects the cells of each form that are so, and reports
// them as one finding a form.
func eachForm(so oddity, what string) func(c *Check) {
	return func(c *Check) {
		c.Book.Each(func(t *bind.Table) {
			var h herd
			c.Checked += h.gather(c, t, so)
			h.tell(c, what)
		})
	}
}

// onceForBook is eachForm for what a whole book has in common: one finding for all
// its forms.
func onceForBook(so oddity, what string) func(c *Check) {
	return func(c *Check) {
		var h herd
		c.Book.Each(func(t *bind.Table) { c.Checked += h.gather(c, t, so) })
		h.tell(c, what)
	}
}

// herd is cells of which the same is to be said.
type herd struct {
	first *bind.Figure
	cells []report.Cell // the first ones
	n     int           // of all
	style amount.Form   // the ways in which they are written
}

// gather takes a form's cells in that are so, and counts all it looked at.
func (h *herd) gather(c *Check, t *bind.Table, so oddity) (checked int) {
	all := c.shared.glance(t)
	if all.odd&so == 0 {
		return all.figures
	}
	for _, r := range t.Rows {
		for _, f := range r.Figures {
			if oddities(f)&so == 0 {
				continue
			}
			if h.first == nil {
				h.first = f
			}
			h.style |= f.Style
			if h.n++; h.n <= mostCells {
				h.cells = append(h.cells, CellOf(c.Book, f))
			}
		}
	}
	return all.figures
}

func (h *herd) tell(c *Check, what string) {
	if h.first != nil {
		c.add(cellsMessage(h.first.Table, h.first, h.n, what)+listed(len(h.cells), h.n), h.cells...)
	}
}

// ways are the ways of writing a figure of which a spreadsheet makes no number, by
// what is said of them. Those in the figure itself have a rule of their own.
var ways = []struct {
	form   amount.Form
	inside bool
	words  string
}{
	{amount.FullWidth | amount.Spaces, true, "含有全角数字或空格"},
	{amount.Quoted, false, "前面带着撇号或引号"},
	{amount.Currency, false, "前面写着货币名称或符号"},
	{amount.UnitBehind, false, "后面写着单位"},
	{amount.MinusBehind, false, "把负号写在后面"},
}

// styles are the ways inside a figure, and those around it.
func styles(inside bool) (all amount.Form) {
	for _, w := range ways {
		if w.inside == inside {
			all |= w.form
		}
	}
	return all
}

var inside, around = styles(true), styles(false)

// markedFigures tells once for the book of all figures with something around them, and
// which.
func markedFigures(c *Check) {
	var h herd
	c.Book.Each(func(t *bind.Table) { c.Checked += h.gather(c, t, outward) })
	var words []string
	for _, w := range ways {
		if h.style&w.form != 0 {
			words = append(words, w.words)
		}
	}
	h.tell(c, strings.Join(words, "，")+"，按写着的数核对")
}

// otherUnit tells once for the book that figures say another unit than their form.
func otherUnit(c *Check) {
	var h herd
	c.Book.Each(func(t *bind.Table) { c.Checked += h.gather(c, t, otherwise) })
	if h.first != nil {
		h.tell(c, "写着“"+h.first.Says().Name+"”，与表头的金额单位不符，按表头的单位核对")
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

// staleFormula computes plain sums over readable cells and compares them with
// the value that the file keeps.
func staleFormula(c *Check) {
	c.Book.Each(func(t *bind.Table) {
		if c.shared.glance(t).odd&aFormula == 0 {
			return
		}
		for _, r := range t.Rows {
			for _, f := range r.Figures {
				if oddities(f)&aFormula == 0 {
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
