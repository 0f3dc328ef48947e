package prose

import (
	"fmt"
	"math/rand/v2"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"

	"suanqing/validate/lab/fixture"
)

// pen writes a text block by block. A figure travels inside the strings it is written into
// as a token (its number between two control characters), so that sentences are put
// together as plain strings and the figures' places are known when a block is done.
type pen struct {
	*Case
	*rand.Rand
	print
	unit    string // of amounts
	seed    int64
	out     Text
	figures []Mark
	section string
	list    int // the numbers used in the list that is being written
}

const tokenStart, tokenEnd = '\x01', '\x02'

func newPen(c *Case, style Style, seed int64) *pen {
	p := &pen{Case: c, Rand: rand.New(rand.NewPCG(uint64(seed), uint64(len(style))+uint64(c.Seed)<<8)), print: prints[style], unit: c.Book.Unit, seed: seed}
	p.out = Text{Name: fmt.Sprintf("%s/%s-%d", style, c.Name, seed), Style: style, Case: c}
	p.wide = style == Yunnan && seed%4 == 3
	return p
}

func (p *pen) figure(m Mark) string {
	p.figures = append(p.figures, m)
	return string(tokenStart) + strconv.Itoa(len(p.figures)-1) + string(tokenEnd)
}

// amount writes an amount with its unit.
func (p *pen) amount(what What, yuan decimal.Decimal, d Determined, cell fixture.Slot) string {
	words := p.print.amount(yuan, p.unit)
	return p.figure(Mark{Words: words, What: what, Determined: d, Cell: cell, Value: reads(words), Unit: p.unit}) + p.blank() + p.unit
}

func (p *pen) blank() string {
	if p.gap {
		return " "
	}
	return ""
}

// final writes a subject's figure of the year.
func (p *pen) final(subject string) string {
	slot, ok := cells[subject]
	d := ByForm
	if !ok && isCode(subject) {
		slot, ok = itemCell(subject), true
	}
	if !ok {
		d = BySum
	}
	return p.amount(What{subject, Final, ""}, p.Now(subject), d, slot)
}

// budget writes a subject's budget.
func (p *pen) budget(subject string) string {
	var slot fixture.Slot
	d := ByPercent
	if s, ok := cells[subject]; ok && s.Form == fixture.F09 {
		slot, d = fixture.Slot{Form: fixture.F09, Row: "预算数", Column: s.Column}, ByForm
	}
	return p.amount(What{subject, Budget, ""}, p.Budgets[subject], d, slot)
}

// last writes a subject's figure of last year.
func (p *pen) last(subject string) string {
	return p.amount(What{subject, Prior, ""}, p.Prior[subject], ByPercent, fixture.Slot{})
}

// percentage writes a percentage with its sign.
func (p *pen) percentage(what What, of, base decimal.Decimal) string {
	words := p.print.percent(p.ratio(of, base))
	return p.figure(Mark{Words: words, What: what, Determined: ByPercent, Value: reads(words), Unit: "%"}) + "%"
}

// ratio is a part of a base in percent; of amounts that print alike it is 100.
func (p *pen) ratio(of, base decimal.Decimal) decimal.Decimal {
	switch {
	case of.IsZero():
		return decimal.Zero
	case p.alike(of, base):
		return decimal.NewFromInt(100)
	}
	return of.Shift(2).DivRound(base, 12)
}

func (p *pen) alike(a, b decimal.Decimal) bool {
	return p.print.amount(a, p.unit) == p.print.amount(b, p.unit)
}

// share writes the share of a subject in another.
func (p *pen) share(part, whole string) string {
	return p.percentage(What{part, Share, whole}, p.Now(part), p.Now(whole))
}

// count writes a count.
func (p *pen) count(subject string, n int64, d Determined) string {
	words := strconv.FormatInt(n, 10)
	return p.figure(Mark{Words: words, What: What{subject, Count, ""}, Determined: d, Value: decimal.NewFromInt(n)})
}

// counted writes a count of the case.
func (p *pen) counted(subject string) string { return p.count(subject, p.Counts[subject], ByNothing) }

// pick is one of some wordings.
func (p *pen) pick(wordings ...string) string { return wordings[p.IntN(len(wordings))] }

// fill puts words into the places of a wording: {A} and so on. {Y} is the year, {L} last
// year, {D} the department.
func (p *pen) fill(wording string, pairs ...string) string {
	pairs = append(pairs, "{Y}", p.year(0), "{L}", p.year(-1), "{D}", p.Book.Department)
	for i := 0; i < len(pairs)-6; i += 2 {
		pairs[i] = "{" + pairs[i] + "}"
	}
	return strings.NewReplacer(pairs...).Replace(wording)
}

func (p *pen) year(offset int) string { return strconv.Itoa(p.Book.Year+offset) + p.blank() + "年" }

// block ends a block: its tokens become words, and the marks know their places.
func (p *pen) block(b Block) {
	var text strings.Builder
	rest := b.Text
	for {
		i := strings.IndexRune(rest, tokenStart)
		if i < 0 {
			break
		}
		j := strings.IndexRune(rest, tokenEnd)
		n, err := strconv.Atoi(rest[i+1 : j])
		if err != nil {
			panic(err)
		}
		text.WriteString(rest[:i])
		m := p.figures[n]
		m.Block, m.Start = len(p.out.Blocks), text.Len()
		text.WriteString(m.Words)
		m.End = text.Len()
		p.out.Marks = append(p.out.Marks, m)
		rest = rest[j+1:]
	}
	b.Text, b.Section = text.String()+rest, p.section
	p.out.Blocks = append(p.out.Blocks, b)
}

func (p *pen) para(wording string, pairs ...string) {
	p.block(Block{Text: p.fill(wording, pairs...)})
}

// part and section open a part and a section; a section of the second level does not
// change what section a block is in.
func (p *pen) part(text string) {
	p.section = ""
	p.block(Block{Kind: Heading, Level: 1, Text: p.fill(text)})
}

func (p *pen) heading(number, text, section string) {
	p.section = section
	text = p.fill(p.titled(text))
	if p.out.Style == Sichuan { // whose headings Word numbers
		p.block(Block{Kind: Heading, Level: 2, Number: number, Text: text})
		return
	}
	if p.seed >= 13 {
		number = strings.Replace(number, "、", "．", 1)
	}
	p.block(Block{Kind: Heading, Level: 2, Text: number + text})
}

// titled varies how a section's heading ends and whether it names the year, in texts of
// other wordings.
func (p *pen) titled(text string) string {
	bare := strings.TrimSuffix(text, "情况说明")
	switch {
	case p.seed < 10 || bare == text:
		return text
	case p.seed%3 == 0:
		return bare + p.pick("情况", "说明", "情况说明")
	case p.seed%3 == 1:
		return p.pick("关于{Y}度", "{Y}度", "") + bare + "情况说明"
	}
	return bare + "情况"
}

func (p *pen) subheading(text string) { p.block(Block{Kind: Heading, Level: 3, Text: p.fill(text)}) }

func (p *pen) table(rows ...[]string) { p.block(Block{Kind: Table, Rows: rows}) }

func (p *pen) sum(total What, parts ...What) { p.out.Sums = append(p.out.Sums, Sum{total, parts}) }

func (p *pen) sumOf(measure, total string, parts ...string) {
	var of []What
	for _, s := range parts {
		of = append(of, What{s, measure, ""})
	}
	p.sum(What{total, measure, ""}, of...)
}

var noCell fixture.Slot
