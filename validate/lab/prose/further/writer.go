// Package further plants more of the written half than package prose: four whole texts in the
// manner of further provinces, small cases of rules that need several sentences or tables, and
// odd but right sentences. Every text is a template in texts/ over a case's figures; every
// figure of it is worked out here, exactly, and printed by rounding. It knows nothing of the
// checker. Only tests use it.
package further

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"text/template"

	"github.com/shopspring/decimal"

	"suanqing/validate/lab/fixture"
	"suanqing/validate/lab/prose"
)

// Manner is how a text prints figures.
type Manner struct {
	Unit   string // 元 or 万元
	Commas bool   // 1,677.91
	Places int32  // of percents
}

// writer fills a template. A figure stands in the output as its number between \x01 and \x02
// until its block is known.
type writer struct {
	*prose.Case
	Manner
	marks []prose.Mark
	out   prose.Text
}

// write makes a text of a template, each line a block: "# ", "## " and "### " begin headings,
// "|" a table's row, a blank line ends a table.
func write(c *prose.Case, m Manner, name, source string) prose.Text {
	w := &writer{Case: c, Manner: m}
	w.out = prose.Text{Name: name, Style: prose.Style(name), Case: c}
	var filled strings.Builder
	t := template.Must(template.New(name).Funcs(w.functions()).Parse(source))
	if err := t.Execute(&filled, nil); err != nil {
		panic(fmt.Sprintf("further: %s: %v", name, err))
	}
	section, table := "", -1
	for _, line := range strings.Split(filled.String(), "\n") {
		line = strings.TrimSpace(line)
		if !strings.HasPrefix(line, "|") {
			table = -1
		}
		switch {
		case line == "":
		case strings.HasPrefix(line, "|"):
			if table < 0 {
				table = len(w.out.Blocks)
				w.out.Blocks = append(w.out.Blocks, prose.Block{Kind: prose.Table, Section: section})
			}
			w.row(table, strings.Split(strings.Trim(line, "|"), "|"))
		case strings.HasPrefix(line, "#"):
			level := strings.Index(line, " ")
			if level < 3 {
				section = line[level+1:]
			}
			w.block(prose.Block{Kind: prose.Heading, Level: level, Section: section}, line[level+1:])
		default:
			w.block(prose.Block{Section: section}, line)
		}
	}
	settle(&w.out)
	return w.out
}

// block puts a paragraph or heading with its figures.
func (w *writer) block(b prose.Block, line string) {
	at := len(w.out.Blocks)
	var text strings.Builder
	for {
		from := strings.IndexByte(line, '\x01')
		if from < 0 {
			break
		}
		to := strings.IndexByte(line, '\x02')
		n, err := strconv.Atoi(line[from+1 : to])
		if err != nil {
			panic(err)
		}
		text.WriteString(line[:from])
		m := w.marks[n]
		m.Block, m.Start = at, text.Len()
		text.WriteString(m.Words)
		m.End = text.Len()
		w.out.Marks = append(w.out.Marks, m)
		line = line[to+1:]
	}
	text.WriteString(line)
	b.Text = text.String()
	w.out.Blocks = append(w.out.Blocks, b)
}

// row puts a row of a table, whose figures have no marks.
func (w *writer) row(table int, cells []string) {
	for i, c := range cells {
		for n, m := range w.marks {
			c = strings.ReplaceAll(c, fmt.Sprintf("\x01%d\x02", n), m.Words)
		}
		cells[i] = strings.TrimSpace(c)
	}
	w.out.Blocks[table].Rows = append(w.out.Blocks[table].Rows, cells)
}

// The figures of a subject. An item's subject is its code; of F07 and F08, form and code.

func (w *writer) slot(subject string) (fixture.Slot, bool) {
	if form, code, ok := strings.Cut(subject, " "); ok {
		return fixture.Slot{Form: form, Row: code, Column: "小计"}, true
	}
	if s, ok := places[subject]; ok {
		return s, true
	}
	if subject != "" && subject[0] >= '0' && subject[0] <= '9' {
		return fixture.Slot{Form: fixture.F05, Row: subject, Column: "小计"}, true
	}
	return fixture.Slot{}, false
}

// now is a subject's figure of the year, in 元.
func (w *writer) now(subject string) decimal.Decimal {
	if s, ok := w.slot(subject); ok {
		return value(w.Exact, s)
	}
	if d, ok := w.Bought[subject]; ok {
		return d
	}
	if subject == prose.Running {
		return w.now(prose.Public)
	}
	panic("further: no figure of " + subject)
}

func (w *writer) last(subject string) decimal.Decimal {
	d, ok := w.Prior[subject]
	if !ok {
		panic("further: no last year of " + subject)
	}
	return d
}

func (w *writer) budgeted(subject string) decimal.Decimal {
	d, ok := w.Budgets[subject]
	if !ok {
		panic("further: no budget of " + subject)
	}
	return d
}

func value(b *fixture.Book, s fixture.Slot) decimal.Decimal {
	if v := b.Value(s.Form, s.Row, s.Column); v != "" {
		return decimal.RequireFromString(v)
	}
	return decimal.Zero
}

var shift = map[string]int32{"元": 0, "万元": 4, "亿元": 8}

func (w *writer) mark(m prose.Mark) string {
	w.marks = append(w.marks, m)
	return fmt.Sprintf("\x01%d\x02%s", len(w.marks)-1, m.Unit)
}

// amount prints an amount in a unit.
func (w *writer) amount(what prose.What, yuan decimal.Decimal, unit string, down bool) string {
	m := prose.Mark{What: what, Unit: unit, Down: down, Determined: prose.ByNothing}
	m.Words = yuan.Shift(-shift[unit]).StringFixed(2)
	m.Value = decimal.RequireFromString(m.Words)
	if w.Commas {
		m.Words = separated(m.Words)
	}
	if s, ok := w.slot(what.Subject); ok && what.Measure == prose.Final && unit == w.Book.Unit {
		m.Determined, m.Cell = prose.ByForm, s
	}
	if s, ok := places[what.Subject]; ok && what.Measure == prose.Budget && s.Form == fixture.F09 && unit == w.Book.Unit {
		m.Determined, m.Cell = prose.ByForm, fixture.Slot{Form: fixture.F09, Row: "预算数", Column: s.Column}
	}
	return w.mark(m)
}

func (w *writer) percent(what prose.What, part, of decimal.Decimal, down bool) string {
	m := prose.Mark{What: what, Unit: "%", Down: down, Words: "0"}
	if !of.IsZero() {
		m.Words = part.Shift(2).DivRound(of, 12).StringFixed(w.Places)
	}
	m.Value = decimal.RequireFromString(m.Words)
	return w.mark(m)
}

func separated(s string) string {
	whole, fraction, _ := strings.Cut(s, ".")
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + "," + whole[i:]
	}
	return whole + "." + fraction
}

// functions are what templates call. Names with b compare to the year's budget.
func (w *writer) functions() template.FuncMap {
	diff := func(base string) func(string) string {
		return func(s string) string {
			d := w.now(s).Sub(w.base(s, base))
			return w.amount(prose.What{Subject: s, Measure: prose.Change, Base: base}, d.Abs(), w.Unit, d.IsNegative())
		}
	}
	rate := func(base string) func(string) string {
		return func(s string) string {
			of := w.base(s, base)
			d := w.now(s).Sub(of)
			return w.percent(prose.What{Subject: s, Measure: prose.Growth, Base: base}, d.Abs(), of, d.IsNegative())
		}
	}
	turn := func(base string) func(s, up, down string, same ...string) string {
		return func(s, up, down string, same ...string) string {
			switch w.now(s).Cmp(w.base(s, base)) {
			case 1:
				return up
			case -1:
				return down
			}
			return append(same, up)[0]
		}
	}
	return template.FuncMap{
		"now": func(s string) string {
			return w.amount(prose.What{Subject: s, Measure: prose.Final}, w.now(s), w.Unit, false)
		},
		"in": func(unit, s string) string {
			return w.amount(prose.What{Subject: "折合" + s, Measure: prose.Final}, w.now(s), unit, false)
		},
		"bud": func(s string) string {
			return w.amount(prose.What{Subject: s, Measure: prose.Budget}, w.budgeted(s), w.Unit, false)
		},
		"last": func(s string) string {
			return w.amount(prose.What{Subject: s, Measure: prose.Prior}, w.last(s), w.Unit, false)
		},
		"share": func(s, of string) string {
			return w.percent(prose.What{Subject: s, Measure: prose.Share, Base: of}, w.now(s), w.now(of), false)
		},
		"done": func(s string) string {
			return w.percent(prose.What{Subject: s, Measure: prose.Completion}, w.now(s), w.budgeted(s), false)
		},
		"points": func(s, of string) string {
			now := w.now(s).Shift(2).DivRound(w.now(of), 9)
			by := now.Sub(w.last(s).Shift(2).DivRound(w.last(of), 9))
			return map[bool]string{true: "下降", false: "提高"}[by.IsNegative()] + by.Abs().StringFixed(1) + "个百分点"
		},
		"by": diff(prose.Prior), "rate": rate(prose.Prior), "dir": turn(prose.Prior),
		"byb": diff(prose.Budget), "rateb": rate(prose.Budget), "dirb": turn(prose.Budget),
		"same":   func(s string) bool { return w.now(s).Equal(w.last(s)) },
		"sameb":  func(s string) bool { return w.now(s).Equal(w.budgeted(s)) },
		"none":   func(s string) bool { return w.now(s).IsZero() },
		"nobase": func(s string) bool { return w.last(s).IsZero() },
		"nobud":  func(s string) bool { return w.budgeted(s).IsZero() },
		"n":      func(s string) string { return fmt.Sprint(w.Counts[s]) },
		"cars":   w.cars,
		"car":    func(i int) int64 { return w.Garage[i] },
		"items":  w.Items, "classes": w.Classes,
		"of": func(form string) (all []string) {
			for _, c := range w.Items(form) {
				all = append(all, form+" "+c)
			}
			return all
		},
		"name": func(s string, n int) string {
			form, code := fixture.F05, s
			if f, c, ok := strings.Cut(s, " "); ok {
				form, code = f, c
			}
			return w.NameOf(form, code[:n])
		},
		"names": func(personnel bool) string { return strings.Join(w.Economic(personnel), "、") },
		"sum":   w.sum,
		"inc":   func(i int) int { return i + 1 },
		"Y":     func() int { return w.Book.Year }, "L": func() int { return w.Book.Year - 1 }, "N": func() int { return w.Book.Year + 1 },
		"D":        func() string { return w.Book.Department },
		"projects": func() []prose.Evaluated { return w.Projects }, "money": func(d decimal.Decimal) string { return d.Shift(-shift[w.Unit]).StringFixed(2) + w.Unit },
		"ratio":  func(a, b decimal.Decimal) string { return a.Shift(2).DivRound(b, 9).StringFixed(2) + "%" },
		"bucket": func(total bool) decimal.Decimal { return w.evaluated(total) },
	}
}

func (w *writer) base(s, base string) decimal.Decimal {
	if base == prose.Budget {
		return w.budgeted(s)
	}
	return w.last(s)
}

func (w *writer) cars() (all int64) {
	for _, n := range w.Garage {
		all += n
	}
	return all
}

// evaluated sums the projects' budgets or outcomes.
func (w *writer) evaluated(budget bool) (all decimal.Decimal) {
	for _, p := range w.Projects {
		d := p.Outcome
		if budget {
			d = p.Budget
		}
		all = all.Add(d)
	}
	return all
}

// sum declares an addition: measure, total, parts. It prints nothing.
func (w *writer) sum(measure, total string, parts ...any) string {
	base := map[string]string{prose.Change: prose.Prior}[measure]
	s := prose.Sum{Total: prose.What{Subject: total, Measure: measure, Base: base}}
	for _, p := range parts {
		switch p := p.(type) {
		case string:
			s.Parts = append(s.Parts, prose.What{Subject: p, Measure: measure, Base: base})
		case []string:
			for _, p := range p {
				s.Parts = append(s.Parts, prose.What{Subject: p, Measure: measure, Base: base})
			}
		}
	}
	w.out.Sums = append(w.out.Sums, s)
	return ""
}

// settle says of each figure what determines it.
func settle(t *prose.Text) {
	said, inSum, inShare := map[prose.What]int{}, map[prose.What]bool{}, map[prose.What]bool{}
	cell := map[prose.What]bool{}
	for _, m := range t.Marks {
		said[m.What]++
		cell[m.What] = cell[m.What] || m.Determined == prose.ByForm
	}
	for _, s := range t.Sums {
		all := append(slices.Clone(s.Parts), s.Total)
		if !slices.ContainsFunc(all, func(w prose.What) bool { return said[w] == 0 }) {
			for _, w := range all {
				inSum[w] = true
			}
		}
	}
	for _, m := range t.Marks {
		of := operands(m.What)
		if of == nil || slices.ContainsFunc(of, func(w prose.What) bool { return said[w] == 0 && !hasCell(w) }) {
			continue
		}
		for _, w := range append(of, m.What) {
			inShare[w] = true
		}
	}
	for i := range t.Marks {
		m := &t.Marks[i]
		switch {
		case m.Determined == prose.ByForm:
		case inShare[m.What]:
			m.Determined = prose.ByPercent
		case inSum[m.What]:
			m.Determined = prose.BySum
		case said[m.What] > 1:
			m.Determined = prose.ByTwice
		}
	}
}

// hasCell says that a form has the figure even where the text does not say it.
func hasCell(w prose.What) bool {
	s, ok := places[w.Subject]
	return ok && (w.Measure == prose.Final || w.Measure == prose.Budget && s.Form == fixture.F09)
}

// operands are the two figures that a proportion is made of.
func operands(w prose.What) []prose.What {
	final := prose.What{Subject: w.Subject, Measure: prose.Final}
	switch w.Measure {
	case prose.Completion:
		return []prose.What{final, {Subject: w.Subject, Measure: prose.Budget}}
	case prose.Share:
		return []prose.What{final, {Subject: w.Base, Measure: prose.Final}}
	case prose.Growth:
		return []prose.What{final, {Subject: w.Subject, Measure: prose.Change, Base: w.Base}}
	}
	return nil
}
