// Package prose writes the written half of published final accounts (部门决算情况说明)
// for tests: right texts in the styles of four provinces, whose every figure is known
// with its place; texts broken in the ways that clerks break them, with what is to be
// found; and odd but right sentences of which nothing is to be found. It shares names with
// the rest of the module but no code besides the books of fixture, so that it can
// contradict it. Only tests use it.
package prose

import (
	"fmt"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"suanqing/validate/lab/fixture"
)

// Kind tells the blocks of a text apart.
type Kind int

const (
	Paragraph Kind = iota
	Heading
	Table
)

// Block is one block of a text: a heading, a paragraph or a table.
type Block struct {
	Kind   Kind
	Level  int        // of a heading, from 1 (第三部分) down
	Number string     // the number as shown before the text, when Word makes it itself: "一、"; else it is part of Text
	Text   string     // of a heading or paragraph
	Rows   [][]string // of a table, cells by row, all rows of one width
	Spans  []Span     // of a table, its merged cells; the text stands in the first
	// Section is the section of the text that the block is in, in the words of the heading
	// that opens it, without number, year and 说明: "支出决算".
	Section string
}

// Shown is the block's text as a reader sees it: with the number that Word makes.
func (b Block) Shown() string { return b.Number + b.Text }

// Determined says by what a figure of the text could be found wrong.
type Determined int

const (
	ByNothing Determined = iota // nothing else in the report says it
	ByForm                      // a cell of a form
	BySum                       // it is a total or a part of figures in the text
	ByPercent                   // a percentage or change of it, or it is one
	ByTwice                     // the text says it twice
	NoFigure                    // a number that is no figure of the accounts: a trap
)

var determinedNames = []string{"nothing", "form", "sum", "percent", "twice", "none"}

func (d Determined) String() string { return determinedNames[d] }

// What a figure is: of what, and what of it.
type What struct {
	Subject string // 一般公共预算支出, 公务接待费, 2010301; see subjects.go
	Measure string // 决算, 预算, 完成率, 占比, 增减额, 增减率, 上年, 数量, 得分
	Base    string // of 增减额 and 增减率: 上年 or 预算; of 占比: the whole's subject; else ""
}

func (w What) String() string { return strings.TrimSpace(w.Subject + " " + w.Measure + " " + w.Base) }

// The measures.
const (
	Final      = "决算"
	Budget     = "预算"
	Prior      = "上年"
	Completion = "完成率"
	Deviation  = "差异率" // (决算 − 预算) / 预算
	Share      = "占比"
	Change     = "增减额"
	Growth     = "增减率"
	Count      = "数量"
	Score      = "得分"

	FullBudget     = "全年预算" // 年初预算 with what was added in the year
	Added          = "追加"
	FullCompletion = "全年完成率"
)

// Mark is one figure of a text: where it stands and what it is. Start and End are bytes
// of the block's Text; the unit and the percent sign stand outside.
type Mark struct {
	Block, Start, End int
	Words             string // as printed
	What
	Determined
	Cell  fixture.Slot    // the form's cell, when ByForm
	Value decimal.Decimal // as printed: in Unit, in percent or as a count
	Unit  string          // 元, 万元 or 亿元, % or "" for a count
	Down  bool            // of a change: the text says it went down
}

// Sum is an addition that the text must satisfy, each figure at its own printed digits.
type Sum struct {
	Total What
	Parts []What
}

// Text is one written half.
type Text struct {
	Name   string
	Style  Style // which province's
	Case   *Case
	Blocks []Block
	Marks  []Mark
	Sums   []Sum
}

// Replace gives the text with some bytes of a block put in place of others. A mark that
// is replaced exactly keeps its place and takes the new words; one cut through is dropped.
func (t Text) Replace(block, start, end int, words string) Text {
	out := t
	out.Blocks = slices.Clone(t.Blocks)
	b := &out.Blocks[block]
	b.Text = b.Text[:start] + words + b.Text[end:]
	out.Marks = nil
	shift := len(words) - (end - start)
	for _, m := range t.Marks {
		switch {
		case m.Block != block || m.End <= start:
		case m.Start >= end:
			m.Start, m.End = m.Start+shift, m.End+shift
		case m.Start == start && m.End == end:
			m.End, m.Words = m.Start+len(words), words
		default:
			continue
		}
		out.Marks = append(out.Marks, m)
	}
	return out
}

// ReplaceMark is Replace of the figure that a mark is of.
func (t Text) ReplaceMark(m Mark, words string) Text {
	return t.Replace(m.Block, m.Start, m.End, words)
}

// ReplaceWords is Replace of some words of a block, the first time they stand in it.
func (t Text) ReplaceWords(block int, from, to string) Text {
	i := strings.Index(t.Blocks[block].Text, from)
	if i < 0 {
		panic(fmt.Sprintf("prose: %q is not in %q", from, t.Blocks[block].Text))
	}
	return t.Replace(block, i, i+len(from), to)
}

// Insert gives the text with blocks put in before a block.
func (t Text) Insert(before int, blocks ...Block) Text {
	out := t
	out.Blocks = slices.Insert(slices.Clone(t.Blocks), before, blocks...)
	out.Marks = slices.Clone(t.Marks)
	for i := range out.Marks {
		if out.Marks[i].Block >= before {
			out.Marks[i].Block += len(blocks)
		}
	}
	return out
}

// Delete gives the text without a block.
func (t Text) Delete(block int) Text {
	out := t
	out.Blocks = slices.Delete(slices.Clone(t.Blocks), block, block+1)
	out.Marks = nil
	for _, m := range t.Marks {
		switch {
		case m.Block == block:
			continue
		case m.Block > block:
			m.Block--
		}
		out.Marks = append(out.Marks, m)
	}
	return out
}

// Find lists the marks of a figure, in order.
func (t Text) Find(subject, measure string) []Mark {
	var out []Mark
	for _, m := range t.Marks {
		if m.Subject == subject && m.Measure == measure {
			out = append(out, m)
		}
	}
	return out
}

// BlockWith is the first block from one on whose text has the words, or -1.
func (t Text) BlockWith(from int, words string) int {
	for i := from; i < len(t.Blocks); i++ {
		if strings.Contains(t.Blocks[i].Text, words) {
			return i
		}
	}
	return -1
}

// Workbook is the forms that the text tells of, as an .xlsx file.
func (t Text) Workbook() []byte { return t.Case.Workbook() }
