package prose

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"sync"

	"github.com/shopspring/decimal"
)

// Severity of a finding, as the narrative half of the standard has it.
type Severity string

const (
	Error   = Severity("error")
	Warning = Severity("warning")
	Notice  = Severity("notice")
)

// Place is where a finding may stand: bytes of a block's text, or a cell of a table block.
// Words "" is anywhere in the block.
type Place struct {
	Block, Start, End int
	Words             string
	Row, Col          int // of a table block
}

// Want is what is to be found in a variant.
type Want struct {
	// Severities that are right, the best first. A variant whose best is a notice must
	// raise no error, one whose best is a warning neither.
	Severities []Severity
	// Places: the true place first, then others that are honest too. A finding that names
	// any of them has found it.
	Places []Place
	// Once says that one figure is wrong: no error names anything outside Places.
	Once bool
}

// Severity is the best.
func (w Want) Severity() Severity { return w.Severities[0] }

// Variant is a right text with one fault in it.
type Variant struct {
	Name, Kind string
	Base, Text Text
	Want       Want
}

// fault makes one kind of fault. It says false where the text has no room for it.
type fault struct {
	kind string
	name string
	n    int // how many of it
	make func(*maker) bool
}

// maker puts one fault into a text.
type maker struct {
	*rand.Rand
	base, text Text
	want       Want
	check      bool // the oracle must see the fault
}

// Variants gives texts with one fault each, weighted as clerks err.
func Variants() []Variant { return variants() }

var variants = sync.OnceValue(func() []Variant {
	texts := Texts()
	var out []Variant
	for i, f := range slices.Concat(copies, turns, leftovers, proportions, names, insides, evaluationFaults) {
		order := rand.New(rand.NewPCG(uint64(i), 77))
		made := 0
		for _, at := range order.Perm(len(texts)) {
			if made == f.n {
				break
			}
			m := &maker{Rand: rand.New(rand.NewPCG(uint64(i), uint64(at))), base: texts[at], text: texts[at]}
			if !m.try(f) {
				continue
			}
			made++
			out = append(out, Variant{fmt.Sprintf("%s %d in %s", f.name, made, m.base.Name), f.kind, m.base, m.text, m.want})
		}
	}
	return out
})

// try makes the fault, a few times over where chance took a figure that is not to be seen.
func (m *maker) try(f fault) bool {
	for range 8 {
		m.text, m.want, m.check = m.base, Want{}, false
		if !f.make(m) {
			continue
		}
		if m.check && len(Contradictions(m.text)) == 0 {
			continue
		}
		return true
	}
	return false
}

// one picks a mark.
func (m *maker) one(fits func(Mark) bool) (Mark, bool) {
	var of []Mark
	for _, k := range m.base.Marks {
		if fits(k) {
			of = append(of, k)
		}
	}
	if len(of) == 0 {
		return Mark{}, false
	}
	return of[m.IntN(len(of))], true
}

// amountAs writes an amount in 元 as a mark's figure is written.
func (m *maker) amountAs(k Mark, yuan decimal.Decimal) string {
	p := prints[m.base.Style]
	p.wide = strings.ContainsAny(k.Words, "０１２３４５６７８９")
	return p.amount(yuan, k.Unit)
}

func (m *maker) percentAs(k Mark, v decimal.Decimal) string {
	p := prints[m.base.Style]
	p.wide = strings.ContainsAny(k.Words, "０１２３４５６７８９")
	return p.percent(v)
}

// yuan is a mark's amount in 元.
func yuan(k Mark) decimal.Decimal { return k.Value.Shift(exponents[k.Unit]) }

// put puts other words in place of a figure, and wants them found.
func (m *maker) put(k Mark, words string, severities ...Severity) bool {
	if reads(words).Equal(reads(k.Words)) {
		return false
	}
	m.text = m.text.ReplaceMark(k, words)
	m.want.Severities = severities
	m.place(k.Block, k.Start, words)
	return true
}

func (m *maker) place(block, start int, words string) {
	m.want.Places = append(m.want.Places, Place{Block: block, Start: start, End: start + len(words), Words: words})
}

// also adds the figures of the edited text that are as honest places.
func (m *maker) also(fits func(Mark) bool) {
	for _, k := range m.text.Marks {
		if fits(k) {
			m.place(k.Block, k.Start, k.Words)
		}
	}
}

// swap replaces words of a block, the first time they stand after a byte, and wants the new
// words found; of nothing, the words around.
func (m *maker) swap(block, after int, from, to string, severities ...Severity) bool {
	text := m.text.Blocks[block].Text
	i := strings.Index(text[after:], from)
	if i < 0 {
		return false
	}
	i += after
	m.text = m.text.Replace(block, i, i+len(from), to)
	m.want.Severities = severities
	m.place(block, i, to)
	return true
}

// aBlock picks a block of running text that has one of some words, and the words.
func (m *maker) aBlock(words ...string) (int, string, bool) {
	type hit struct {
		block int
		words string
	}
	var of []hit
	for i, b := range m.base.Blocks {
		for _, w := range words {
			if b.Kind == Paragraph && b.Section != "" && strings.Contains(b.Text, w) {
				of = append(of, hit{i, w})
			}
		}
	}
	if len(of) == 0 {
		return 0, "", false
	}
	h := of[m.IntN(len(of))]
	return h.block, h.words, true
}

func isFinal(k Mark) bool { return k.Measure == Final && k.Unit != "" && k.Determined == ByForm }

func isItem(k Mark) bool { return isCode(k.Subject) && len(k.Subject) == 7 }
