package draft

import (
	"cmp"
	"strconv"
)

// compared is how two figures came out against one another.
type compared struct {
	node *node
	a, b value
}

// telling is whether what was written tells anything: a clause that does not is left out.
type telling struct {
	unknown bool // a figure in it cannot be given
	amounts int
	zero    bool // all of them are
}

func (t *telling) mind(inner telling) {
	t.unknown = t.unknown || inner.unknown
	t.zero = (t.amounts == 0 || t.zero) && (inner.amounts == 0 || inner.zero)
	t.amounts += inner.amounts
}

// write fills a sentence in.
func (w *writer) write(nodes []node, at place) (runs []Run, told telling) {
	for i := range nodes {
		r, t := w.node(&nodes[i], at)
		runs = append(runs, r...)
		told.mind(t)
	}
	return runs, told
}

func (w *writer) node(n *node, at place) ([]Run, telling) {
	switch n.kind {
	case words:
		return []Run{{Text: n.text, Kind: Words}}, telling{}
	case hole:
		return []Run{{Text: n.text, Kind: Hole}}, telling{}
	case placeWord:
		return w.word(n.text, at)
	case amountOf:
		return w.money(w.value(n.a, at))
	case ratio:
		return share(w.value(n.a, at), w.value(n.b, at))
	case comparedTo:
		return w.compare(n, at)
	case listed:
		return w.list(lists[n.text], at)
	}
	runs, told := w.write(n.inner, at)
	if told.unknown || told.amounts > 0 && told.zero {
		return nil, telling{}
	}
	return runs, told
}

// money is an amount with its unit.
func (w *writer) money(v value) ([]Run, telling) {
	unit := Run{Text: w.out.Name, Kind: Words}
	if !w.out.Known() {
		unit = Run{Text: unknownUnit, Kind: Hole}
	}
	if !v.known {
		return []Run{{Text: unknownFigure, Kind: Hole}, unit}, telling{unknown: true}
	}
	told := telling{amounts: 1, zero: v.amount.IsZero()}
	text := decimals(v.amount, v.places)
	if unit.Kind == Words {
		return []Run{{Text: text + unit.Text, Kind: Money, Cells: v.cells}}, told
	}
	return []Run{{Text: text, Kind: Money, Cells: v.cells}, unit}, told
}

// share is a in percent of b.
func share(a, b value) ([]Run, telling) {
	if a.known && b.known {
		if text, ok := percent(a.amount, b.amount); ok {
			return []Run{{Text: text, Kind: Percent, Cells: both(a, b)}}, telling{}
		}
	}
	return []Run{{Text: unknownFigure, Kind: Hole}, {Text: "%", Kind: Words}}, telling{unknown: true}
}

func both(a, b value) []Cell { return append(append([]Cell{}, a.cells...), b.cells...) }

// compare says how a figure came out against another.
func (w *writer) compare(n *node, at place) ([]Run, telling) {
	c := &compared{node: n, a: w.value(n.a, at), b: w.value(n.b, at)}
	at.comparison = c
	runs, _ := w.write(c.phrase(), at)
	return runs, telling{}
}

// phrase chooses what is said. That there was nothing before has to be printed where
// the form leaves out what it does not tell, as budgets; blanks are nothing elsewhere.
func (c *compared) phrase() []node {
	p := change
	if c.node.budget {
		p = completion
	}
	difference := c.a.amount.Sub(c.b.amount)
	switch {
	case !c.a.known || !c.b.known:
		return p.unknown
	case c.a.amount.IsZero() && c.b.amount.IsZero():
		return p.nothing
	case difference.IsZero():
		return p.same
	case difference.Round(c.places()).IsZero():
		return p.nearly
	case c.b.amount.IsZero() && (!c.node.budget || c.b.printed) && difference.IsPositive():
		return p.fromNothing
	case c.b.amount.IsZero() && c.node.budget:
		return p.unknown
	case difference.IsNegative():
		return p.less
	}
	return p.more
}

// places are the decimals of the difference: those of this year's figure, where it has any.
func (c *compared) places() int32 { return cmp.Or(c.a.places, c.b.places) }

// word is a word of the place.
func (w *writer) word(name string, at place) ([]Run, telling) {
	text, kind := "", Words
	switch name {
	case "年":
		return w.year(w.book.Year), telling{}
	case "上年":
		if w.book.Year == 0 {
			return w.year(0), telling{}
		}
		return w.year(w.book.Year - 1), telling{}
	case "序号":
		text = strconv.Itoa(at.number)
	case "本列":
		text = at.column
	case "名称":
		return w.name(at.row), telling{}
	case "类款项":
		return w.path(at.table, at.row), telling{}
	case "主语":
		text = at.comparison.node.text
	case "无":
		text = at.comparison.node.none
	default:
		return w.compared(name, at.comparison)
	}
	if text == "" {
		return nil, telling{}
	}
	return []Run{{Text: text, Kind: kind}}, telling{}
}

func (w *writer) year(year int) []Run {
	if year == 0 {
		return []Run{{Text: unknownYear, Kind: Hole}}
	}
	return []Run{{Text: strconv.Itoa(year), Kind: Words}}
}

// compared is a figure of a comparison: 差, 率 or 比.
func (w *writer) compared(name string, c *compared) ([]Run, telling) {
	d := value{amount: c.a.amount.Sub(c.b.amount).Abs(), places: c.places(), cells: both(c.a, c.b), known: true}
	switch name {
	case "差":
		return w.money(d)
	case "率":
		return share(d.alone(), c.b.over(c.a))
	}
	return share(c.a, c.b)
}

// alone is the value without its cells, which the other of a share names.
func (v value) alone() value { v.cells = nil; return v }

// over is the value with the cells of another in front.
func (v value) over(a value) value { v.cells = both(a, v); return v }

// list writes each of several things.
func (w *writer) list(l *list, at place) (runs []Run, told telling) {
	for _, at := range w.each(l.each, at) {
		if !w.meets(l.when, at) {
			continue
		}
		if len(runs) > 0 {
			runs = append(runs, Run{Text: l.join, Kind: Words})
		}
		r, _ := w.write(l.text, at)
		runs = append(runs, r...)
	}
	if runs == nil {
		return []Run{{Text: unknownFigure, Kind: Hole}}, telling{unknown: true}
	}
	return runs, told
}
