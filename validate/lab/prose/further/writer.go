// Package further plants more of the written half than package prose: four whole texts in the
// manner of further provinces, small cases of rules that need several sentences or tables, and
// odd but right sentences. Every text is a template in texts/ over a case's figures; every
// figure of it is worked out here, exactly, and printed by rounding. It knows nothing of the
// checker. Only tests use it.
package further

import (
	"fmt"
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
	Bare   bool   // no zeros at the end: 14,206 and 6.2
	Wide   bool   // digits of full width
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
	t := template.Must(template.New(name).Funcs(w.functions()).Funcs(w.loose()).Parse(source))
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

// partly are subjects of which the forms have what basic expenditure paid, and the text all.
var partly = map[string]bool{prose.Meetings: true, prose.Training: true}

// amount prints an amount in a unit.
func (w *writer) amount(what prose.What, yuan decimal.Decimal, unit string, down bool) string {
	m := prose.Mark{What: what, Unit: unit, Down: down, Determined: prose.ByNothing}
	m.Words = yuan.Shift(-shift[unit]).StringFixed(2)
	m.Value = decimal.RequireFromString(m.Words)
	if w.Bare {
		m.Words = bare(m.Words)
	}
	if w.Commas {
		m.Words = separated(m.Words)
	}
	if w.Wide {
		m.Words = fullWidth.Replace(m.Words)
	}
	if s, ok := w.slot(what.Subject); ok && what.Measure == prose.Final && unit == w.Book.Unit && !partly[what.Subject] {
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
	if w.Bare {
		m.Words = bare(m.Words)
	}
	if w.Wide {
		m.Words = fullWidth.Replace(m.Words)
	}
	return w.mark(m)
}

var fullWidth = strings.NewReplacer("0", "０", "1", "１", "2", "２", "3", "３", "4", "４", "5", "５", "6", "６", "7", "７", "8", "８", "9", "９", ".", "．")

// bare drops the zeros at the end: 14206 for 14206.00.
func bare(s string) string {
	if strings.Contains(s, ".") {
		s = strings.TrimSuffix(strings.TrimRight(s, "0"), ".")
	}
	return s
}

func separated(s string) string {
	whole, fraction, _ := strings.Cut(s, ".")
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + "," + whole[i:]
	}
	if fraction == "" {
		return whole
	}
	return whole + "." + fraction
}
