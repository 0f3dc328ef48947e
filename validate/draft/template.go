package draft

import (
	"slices"
	"strings"

	"suanqing/validate/equation"
	"suanqing/validate/form"
	"suanqing/validate/internal/say"
)

// section is a declared one, its sentences read.
type section struct {
	title      string
	needs      []form.ID
	paragraphs []paragraph
}

type paragraph struct {
	heading bool
	when    []test
	each    scope
	text    []node
}

// list is a declared listing, read.
type list struct {
	each scope
	when []test
	join string
	text []node
}

// node is a piece of a sentence.
type node struct {
	kind   nodeKind
	text   string          // of words and holes, of a word of the place; what is compared
	none   string          // what there was none of
	a, b   []equation.Term // the amount, and what it is held against
	budget bool            // b is a budget, else the year before
	inner  []node          // of a clause
}

type nodeKind uint8

const (
	words nodeKind = iota
	hole
	placeWord  // of the place
	amountOf   // a
	ratio      // a ÷ b
	comparedTo // a and b, in words
	listed     // the list named text
	clause     // left out where there is nothing to say
)

// phrases is a comparison, read.
type phrases struct{ more, less, same, nearly, fromNothing, nothing, unknown []node }

// The sentences, read once. A mistake in them stops the program at start: they are our own.
var (
	lists      = map[string]*list{}
	change     = readComparison(declaredChange)
	completion = readComparison(declaredCompletion)
	sections   = readSections()
)

func readComparison(c comparison) *phrases {
	return &phrases{more: read(c.more), less: read(c.less), same: read(c.same), nearly: read(c.nearly),
		fromNothing: read(c.fromNothing), nothing: read(c.nothing), unknown: read(c.unknown)}
}

func readSections() (out []section) {
	for name, l := range declaredLists {
		lists[name] = &list{readScope(l.each), readTests(l.when), l.join, read(l.text)}
	}
	for _, d := range declaredSections {
		s := section{title: d.title, needs: d.needs}
		for _, l := range d.lines {
			s.paragraphs = append(s.paragraphs, paragraph{l.heading, readTests(l.when), readScope(l.each), read(l.text)})
		}
		out = append(out, s)
	}
	return out
}

// brackets open and close what is not words as they stand.
var brackets = map[rune]string{'{': "}", '〈': "〉", '【': "】"}

// read takes a sentence apart. It panics on a mistake.
func read(text string) (nodes []node) {
	for text != "" {
		open := strings.IndexFunc(text, func(r rune) bool { return brackets[r] != "" })
		if open < 0 {
			return append(nodes, node{kind: words, text: text})
		}
		if open > 0 {
			nodes, text = append(nodes, node{kind: words, text: text[:open]}), text[open:]
		}
		mark := []rune(text)[0]
		inner, rest, ok := strings.Cut(text[len(string(mark)):], brackets[mark])
		if !ok {
			panic(say.Text("sentence: %q does not close", text))
		}
		switch mark {
		case '【':
			nodes = append(nodes, node{kind: hole, text: "【" + inner + "】"})
		case '〈':
			nodes = append(nodes, node{kind: clause, inner: read(inner)})
		default:
			nodes = append(nodes, readField(inner))
		}
		text = rest
	}
	return nodes
}

// placeWords are the words of the place a sentence is written for.
var placeWords = []string{"年", "上年", "序号", "本列", "名称", "类款项", "主语", "无", "差", "率", "比"}

func readField(text string) node {
	verb, rest, _ := strings.Cut(text, " ")
	switch {
	case slices.Contains(placeWords, text):
		return node{kind: placeWord, text: text}
	case verb == "各":
		if _, ok := declaredLists[rest]; !ok {
			panic(say.Text("sentence: no list %q", rest))
		}
		return node{kind: listed, text: rest}
	case verb == "变化":
		parts := strings.Split(rest, "：")
		if len(parts) != 3 {
			panic(say.Text("sentence: %q wants what changed and what there was none of", text))
		}
		a := terms(parts[0])
		return node{kind: comparedTo, a: a, b: inRole(a, form.YearBefore), text: parts[1], none: parts[2]}
	case verb == "完成":
		n := readRatio(rest)
		n.kind, n.budget = comparedTo, true
		return n
	case strings.Contains(text, "÷"):
		return readRatio(text)
	}
	return node{kind: amountOf, a: terms(text)}
}

func readRatio(text string) node {
	a, b, _ := strings.Cut(text, "÷")
	return node{kind: ratio, a: terms(a), b: terms(b)}
}

func terms(text string) []equation.Term {
	t, err := equation.ParseTerms(text)
	if err != nil {
		panic("sentence: " + err.Error())
	}
	return t
}

// inRole is the same of another book.
func inRole(terms []equation.Term, role form.Role) []equation.Term {
	out := slices.Clone(terms)
	for i := range out {
		out[i].Role = role
	}
	return out
}
