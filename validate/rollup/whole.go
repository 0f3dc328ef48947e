package rollup

import (
	"slices"
	"strconv"

	"suanqing/validate/amount"
	"suanqing/validate/form"
	"suanqing/validate/report"
)

// guess is one thing wrong with a whole book or form that may explain many sums at once.
type guess struct {
	unit  *Book   // nil for the department's own
	form  form.ID // "" for the whole book
	times int32   // the power of ten by which its figures are to be multiplied; 0 where it is counted anew
	more  int     // how many times more the sum should have it: 1 counted twice, −1 left out
}

// powers are those by which the units of books differ.
var powers = []int32{4, -4, 3, -3, 1, -1}

const (
	manyBroken = 8 // sums of a whole book; fewer may be one wrong figure and those that follow
	someBroken = 2 // sums of a form
)

// wholeBooks looks for a book that the department left out or counted twice, or that is
// not there, and for a book or form in another unit than it says, and tells each once.
// Early, while payments between units are still among what is off, it looks for whole
// books only, and for such as explain most.
func (c *check) wholeBooks(n *node, early bool) {
	for range 3 { // few go wrong at once
		broken := n.broken()
		if len(broken) < someBroken {
			return
		}
		w := &weighing{check: c, node: n, broken: len(broken)}
		w.sum()
		g, left, found := w.best(early)
		if !found {
			if !early {
				c.missingUnit(n, w)
			}
			return
		}
		c.tellGuess(n, g, broken, w, left)
	}
}

// weighing is the figures that each unit adds to the sums of a department.
type weighing struct {
	*check
	node   *node
	broken int
	of     map[*Book][]share // by cell
	whole  []share
	forms  map[form.ID]int // broken
}

// share is what one book adds to a sum, in so many figures.
type share struct {
	reading
	figures int64
}

func (w *weighing) sum() {
	n := len(w.node.cells)
	w.of, w.whole, w.forms = map[*Book][]share{}, make([]share, n), map[form.ID]int{}
	for _, u := range w.node.whole.units {
		w.of[u] = make([]share, n)
	}
	for i, x := range w.node.cells {
		if x.broken && x.found < 0 {
			w.forms[x.Form]++
		}
		for _, p := range x.Parts {
			r := &w.whole[i]
			if p.Right {
				r = &w.of[w.byBound[p.Book]][i]
			}
			r.value, r.half = r.value.Add(p.Value), r.half.Add(p.Half)
			r.figures++
		}
	}
}

// best finds the guess that leaves the fewest sums broken, if those are few.
func (w *weighing) best(early bool) (best guess, left int, found bool) {
	left = w.broken
	try := func(g guess) {
		if after := w.after(g, left); after < left {
			best, left = g, after
		}
	}
	if w.broken >= manyBroken {
		for _, u := range w.node.whole.units {
			for _, more := range []int{1, -1} {
				try(guess{unit: u, more: more})
			}
			for _, p := range powers {
				try(guess{unit: u, times: p})
			}
		}
		for _, p := range powers {
			try(guess{times: p})
		}
		if w.broken-left >= manyBroken && left*10 <= w.broken || early && w.broken-left >= 4*manyBroken && left*3 <= w.broken {
			return best, left, true
		}
	}
	if early {
		return best, left, false
	}
	left = w.broken
	for id, n := range w.forms {
		if n < someBroken {
			continue
		}
		for _, u := range w.node.whole.units {
			for _, p := range powers {
				try(guess{unit: u, form: id, times: p})
			}
		}
		for _, p := range powers {
			try(guess{form: id, times: p})
		}
	}
	return best, left, best.form != "" && w.broken-left >= someBroken && (w.broken-left)*10 >= w.forms[best.form]*9
}

// off is what a guess leaves of a sum, with how far rounding may have moved it.
func (w *weighing) off(g guess, i int) (off, bound amount.Amount) {
	x := w.node.cells[i]
	off, bound = x.off, x.Bound
	if g.form != "" && x.Form != g.form {
		return off, bound
	}
	r := &w.whole[i]
	if g.unit != nil {
		r = &w.of[g.unit][i]
	}
	if g.more != 0 {
		bound = bound.Add(r.half)
		if g.more > 0 {
			return off.Sub(r.value), bound
		}
		return off.Add(r.value), bound
	}
	scaled, _ := r.value.Shift(g.times)
	half, _ := r.half.Shift(g.times)
	if g.times > 0 { // what is exact in 元 was rounded in 万元
		half = half.Add(amount.New(5*r.figures, min(g.times-3, 4)))
	}
	if half.Cmp(r.half) > 0 {
		bound = bound.Add(half)
	}
	if scaled.Abs().Cmp(bound) <= 0 && r.value.Abs().Cmp(bound) > 0 {
		return off, x.Bound // what would vanish in the rounding agrees with anything, a blank too
	}
	if g.unit == nil {
		return off.Add(scaled).Sub(r.value), bound
	}
	return off.Sub(scaled).Add(r.value), bound
}

// after counts the sums that a guess leaves broken, up to a number.
func (w *weighing) after(g guess, most int) int {
	n := 0
	for i, x := range w.node.cells {
		if x.found >= 0 {
			continue
		}
		if off, bound := w.off(g, i); off.Abs().Cmp(bound) > 0 {
			if n++; n >= most {
				break
			}
		}
	}
	return n
}

// tellGuess tells a guess once, for all that it explains; what it leaves stays broken.
func (c *check) tellGuess(n *node, g guess, broken []*cell, w *weighing, left int) {
	severity, whose := report.Error, "部门"
	if n.whole != c.whole {
		whose = n.whole.name()
	}
	id, title, hint, what := "rollup.units", "部门汇总了每一家单位，各一次", "", ""
	size := ""
	if g.unit != nil {
		size = "（支出总计 " + c.group(g.unit.size()) + " " + c.unit() + "）"
	}
	switch {
	case g.more > 0:
		what = whose + "把 " + g.unit.called() + " 计了两次" + size
		hint = "在汇总里去掉重复的一份，重新汇总。"
	case g.more < 0 && c.foreign(n, g.unit):
		severity = report.Warning
		what = g.unit.called() + " 看名称不像这个部门的单位，" + whose + "的汇总里也没有它" + size + "；没有计入合计"
		hint = "不是本部门的单位，就把这份报表拿开；是的话，重新汇总。"
		id = "rollup.foreign"
		g.unit.left = "不像本部门的单位，部门的汇总里也没有它"
	case g.more < 0:
		what = whose + "的汇总里没有 " + g.unit.called() + size
		hint = "把这家单位加进汇总，重新汇总；如果它不属于本部门，把它的报表拿开。"
	case g.form == "":
		book := n.whole
		if g.unit != nil {
			book = g.unit
		}
		id, title = "rollup.scale", "各单位写明的金额单位与金额相符"
		what = book.called() + " 的金额像是" + unitSlip(book, g.times)
		hint = "核对这份报表写的金额单位和金额。"
	default:
		book := n.whole
		if g.unit != nil {
			book = g.unit
		}
		id, title = "rollup.scale", "各单位写明的金额单位与金额相符"
		what = book.called() + " 的" + form.Public().ByID(g.form).Title + "，金额像是" + unitSlip(book, g.times)
		hint = "核对这张表写的金额单位和金额。"
	}
	f := report.Finding{Rule: id, Severity: severity, Title: title, Why: whyTogether, Hint: hint,
		Message: what + "，" + strconv.Itoa(len(broken)-left) + " 处与各单位之和的差都由此而来。"}
	book := n.whole
	if g.unit != nil {
		book = g.unit
	}
	if cell, ok := c.titleOf(book); ok {
		f.Cells = append(f.Cells, cell)
	}
	for i, x := range n.cells { // the largest sums first: what a person looks at
		if len(f.Cells) > 4 || !x.broken || !slices.Contains(totals, x.slot()) {
			continue
		}
		if off, bound := w.off(g, i); off.Abs().Cmp(bound) <= 0 {
			for _, p := range x.Parts {
				if !p.Right || c.byBound[p.Book] == g.unit {
					f.Cells = append(f.Cells, c.place(p))
				}
			}
		}
	}
	f.Fingerprint = fingerprint(&f)
	at := c.add(f)
	for i, x := range n.cells {
		if x.found >= 0 {
			continue
		}
		off, bound := w.off(g, i)
		holds := off.Abs().Cmp(bound) <= 0
		switch {
		case !holds:
			x.broken = true
		case x.broken:
			x.found, x.claimed, x.broken = at, true, severity == report.Error
		}
		x.off, x.Bound = off, bound
	}
}

// unitSlip says in which unit a book's amounts seem to be.
func unitSlip(b *Book, times int32) string {
	name := "写的金额单位"
	if b.Bound.Unit.Known() {
		name = "“" + b.Bound.Unit.Name + "”"
	}
	if times > 0 {
		return "比" + name + "大的单位填的（少了 " + strconv.Itoa(int(times)) + " 位）"
	}
	return "比" + name + "小的单位填的（多了 " + strconv.Itoa(int(-times)) + " 位）"
}

// foreign says whether a unit's name begins otherwise than those of all the others and of
// the department: a hint, no more.
func (c *check) foreign(n *node, u *Book) bool {
	whole := bare(n.whole.name())
	if u.Bound.Department == "" || n.whole.Bound.Department == "" {
		return false
	}
	own := common(whole, bare(u.name()))
	others := 0
	for _, v := range n.whole.units {
		if v == u || v.Bound.Department == "" {
			continue
		}
		if common(whole, bare(v.name())) <= own {
			return false
		}
		others++
	}
	return others > 0
}

// common counts the characters that two names begin with alike.
func common(a, b string) int {
	x, y := []rune(a), []rune(b)
	n := 0
	for n < len(x) && n < len(y) && x[n] == y[n] {
		n++
	}
	return n
}

// missingUnit says that a unit's report is not there, where what the sums lack makes a
// report of its own: then nothing can be said against the department.
func (c *check) missingUnit(n *node, w *weighing) {
	none := guess{}
	if c.looksMissing(n, func(i int) (amount.Amount, amount.Amount) { return n.cells[i].off, n.cells[i].Bound }) {
		c.tellMissing(n, w, none)
		return
	}
	forms := 0 // one wrong figure and all that follows from it is on few
	for _, k := range w.forms {
		if k > 2 {
			forms++
		}
	}
	if forms < 4 || w.broken < 2*manyBroken {
		return
	}
	var fit []guess
	for _, u := range n.whole.units { // that of another department may stand in its place
		g := guess{unit: u, more: -1}
		if c.foreign(n, u) && c.looksMissing(n, func(i int) (amount.Amount, amount.Amount) { return w.off(g, i) }) {
			fit = append(fit, g)
		}
	}
	if len(fit) != 1 {
		return
	}
	u := fit[0].unit
	u.left = "不像本部门的单位，部门的汇总里也没有它"
	c.warn("rollup.foreign", "各单位都属于这个部门", u.called()+" 看名称不像这个部门的单位，没有计入合计。", "不是本部门的单位，就把这份报表拿开，换成缺的那一家。", u)
	c.tellMissing(n, w, fit[0])
}

// looksMissing says whether what is left over is a report by itself: money in all the
// main forms, that adds up between them, and hardly anything negative.
func (c *check) looksMissing(n *node, off func(i int) (amount.Amount, amount.Amount)) bool {
	at := map[slot]amount.Amount{}
	forms := map[form.ID]int{}
	more, less := 0, 0
	for i, x := range n.cells {
		a, bound := off(i)
		at[x.slot()] = a
		if a.Abs().Cmp(bound) <= 0 {
			continue
		}
		forms[x.Form]++
		if a.IsPositive() {
			more++
		} else {
			less++
		}
	}
	slack := amount.Zero
	if x := n.at[slot{"F01", "支出总计", "金额"}]; x != nil {
		slack = x.Bound.Add(x.Bound)
	}
	same := func(a, b slot) bool { return at[a].Sub(at[b]).Abs().Cmp(slack) <= 0 }
	return forms["F01"] > 3 && forms["F03"] > 3 && forms["F04"]+forms["F05"] > 3 && more >= 12 && less*10 <= more &&
		same(slot{"F01", "收入总计", "金额"}, slot{"F01", "支出总计", "金额"}) &&
		same(slot{"F01", "本年支出合计", "金额"}, slot{"F03", form.Total, "本年支出合计"}) &&
		same(slot{"F01", "本年收入合计", "金额"}, slot{"F02", form.Total, "本年收入合计"})
}

func (c *check) tellMissing(n *node, w *weighing, g guess) {
	whose := "部门"
	if n.whole != c.whole {
		whose = n.whole.name()
	}
	says := ""
	for _, s := range []slot{{"F01", "本年收入合计", "金额"}, {"F01", "本年支出合计", "金额"}, {"F05", form.Total, "小计"}} {
		for i, x := range n.cells {
			if x.slot() == s {
				a := x.off
				if g.unit != nil {
					a, _ = w.off(g, i)
				}
				says += "、" + form.Public().ByID(s.form).Short + " " + c.group(a)
				if s.row != form.Total {
					says = says[:len(says)-len(c.group(a))-1] + "的" + s.row + " " + c.group(a)
				}
			}
		}
	}
	if says != "" {
		says = "缺的这部分：" + says[len("、"):] + " " + c.unit() + "。"
	}
	c.warn("rollup.missing", "每家单位的报表都在", whose+"比各单位之和多出的部分，自成一份能对上的报表，像是少了一家单位的报表。"+says,
		"找到缺的单位报表，和其他的一起再核对一遍。", n.whole)
	c.unchecked("rollup.missing", "每家单位的报表都在", "像是少了一家单位的报表")
	at := len(c.findings) - 1
	for _, x := range n.cells {
		if x.broken && x.found < 0 {
			x.found, x.broken = at, false
		}
	}
}
