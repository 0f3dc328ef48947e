package rules

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"suanqing/validate/amount"
	"suanqing/validate/bind"
	"suanqing/validate/catalogue"
	"suanqing/validate/document"
	"suanqing/validate/judge"
	"suanqing/validate/read/xlsx"
	"suanqing/validate/report"
	"suanqing/validate/rule"
)

// example is what the core said of a workbook with one thing wrong in it.
type example struct {
	Base    string // which workbook
	Change  change
	Finding report.Finding
}

// shownCells is how many of a finding's cells an example lists.
const shownCells = 6

// More says that the finding names cells beyond those listed.
func (e *example) More() bool { return len(e.Finding.Cells) > shownCells }

// Cells are the first cells that the finding names, each sheet named once in a row.
func (e *example) Cells() []string {
	var out []string
	sheet := ""
	for _, c := range e.Finding.Cells[:min(len(e.Finding.Cells), shownCells)] {
		if c.Words != "" {
			out = append(out, "“"+c.Words+"”")
			continue
		}
		if in := strings.TrimSpace(c.File + " " + c.Sheet); in != sheet {
			sheet = in
			out = append(out, sheet+"!"+c.Cell)
		} else {
			out = append(out, c.Cell)
		}
	}
	return out
}

// Where names the places that the finding names.
func (e *example) Where() string {
	if e.Change.Text != nil {
		return "位置"
	}
	return "单元格"
}

// base is a workbook without errors. Not every rule applies to every workbook:
// the first base that can break a rule gives the example.
type base struct {
	name  string
	data  []byte
	alter func(b *document.Document) // before anything else; nil for as it is
	clean map[string]bool            // rules not broken as it stands
}

func loadBases(root string) ([]*base, error) {
	bases := []*base{
		{name: "一个虚构部门的报表"},
		{name: "一份只有财政拨款的报表"},
		{name: "同一个虚构部门，基本支出明细表列为一张单子，另分人员经费、公用经费两栏", alter: oneList},
	}
	for i, file := range []string{"clean-wan", "lanshan-2023", "clean-wan"} {
		data, err := os.ReadFile(filepath.Join(root, "testdata", file+".xlsx"))
		if err != nil {
			return nil, err
		}
		bases[i].data = data
		b, err := bases[i].bound()
		if err != nil {
			return nil, err
		}
		bases[i].clean = map[string]bool{}
		out := rule.Run(b)
		outcomes, findings := out.Rules, out.Findings
		for _, o := range outcomes {
			bases[i].clean[o.Rule] = true
		}
		for _, f := range findings {
			if f.Severity != report.Tail {
				bases[i].clean[f.Rule] = false
			}
		}
	}
	return bases, nil
}

// bound is the workbook read afresh, free to change.
func (b *base) bound() (*bind.Book, error) {
	wb, err := xlsx.Open(b.data)
	if err != nil {
		return nil, err
	}
	if b.alter != nil {
		b.alter(wb)
	}
	return bind.Find(wb, nil), nil
}

// try makes an edit and gives what the rule then says of it; nil when nothing.
func (b *base) try(r *rule.Rule, e edit) (*example, error) {
	book, err := b.bound()
	if err != nil {
		return nil, err
	}
	done := e(book)
	findings := rule.Run(bind.Find(book.Document, nil)).Findings
	for _, f := range findings {
		if f.Rule == r.ID && f.Severity == r.Severity && done.namedBy(f) {
			return &example{b.name, done, f}, nil
		}
	}
	return nil, nil
}

// makeExamples finds an example for every rule. Structural rules have theirs
// declared; that of an equation is one figure of it mistyped; of rules alike the first
// has one.
func makeExamples(root string, parts []catalogue.Part) (map[string]*example, error) {
	bases, err := loadBases(root)
	if err != nil {
		return nil, err
	}
	examples := map[string]*example{}
	for _, p := range parts {
		if p.ID == catalogue.Forms {
			err = ofForms(bases, p.Rules, examples)
		} else {
			err = besideForms(bases[0], p.Rules, examples)
		}
		if err != nil {
			return nil, err
		}
	}
	return examples, nil
}

func ofForms(bases []*base, rules []*rule.Rule, examples map[string]*example) (err error) {
	for _, r := range rules {
		for _, b := range bases {
			if !b.clean[r.ID] || examples[r.ID] != nil {
				continue
			}
			if examples[r.ID], err = b.example(r); err != nil {
				return err
			}
		}
		if examples[r.ID] == nil {
			return fmt.Errorf("rule %s: no example; a rule without an equation needs one in declared", r.ID)
		}
	}
	return nil
}

// besideForms are the examples of a part that judges what stands beside the forms.
func besideForms(b *base, rules []*rule.Rule, examples map[string]*example) error {
	for _, r := range rules {
		e, err := b.exampleOfText(r)
		if e == nil && err == nil {
			e, err = b.exampleAcross(r)
		}
		if err != nil {
			return err
		}
		examples[r.ID] = e
	}
	for _, e := range folded(rules, examples) {
		if e.Example == nil && !untold[e.ID] {
			return fmt.Errorf("rule %s: no example", e.ID)
		}
	}
	return nil
}

func (b *base) example(r *rule.Rule) (*example, error) {
	if r.Equation == nil {
		e := declared[r.ID]
		if e == nil {
			return nil, nil
		}
		return b.try(r, e)
	}
	book, err := b.bound()
	if err != nil {
		return nil, err
	}
	instances, _ := judge.New(book).Run(r.Equation, r.When, r.ForEach)
	slices.SortStableFunc(instances, func(x, y judge.Instance) int { return length(x) - length(y) })
	for _, in := range instances[:min(len(instances), 5)] {
		for _, o := range append(slices.Clone(in.Left), in.Right...) {
			for _, s := range slips {
				if typed, ok := s.typed(o.Figure); ok {
					found, err := b.try(r, mistyped(o.Figure.At, typed, s.name))
					if found != nil || err != nil {
						return found, err
					}
				}
			}
		}
	}
	return nil, nil
}

// length orders instances for reading: three figures first, then more, then fewer.
func length(in judge.Instance) int {
	n := 0
	for _, o := range append(slices.Clone(in.Left), in.Right...) {
		if !o.Figure.Value.IsZero() {
			n++
		}
	}
	if n < 3 {
		return 1000 - n
	}
	return n
}

// slip is a way in which a figure gets mistyped.
type slip struct {
	name string
	of   func(digits string) string
}

var slips = []slip{
	{"相邻两位数字颠倒", exchanged},
	{"小数点错后一位", func(s string) string { return moved(s, 1) }},
	{"小数点错前一位", func(s string) string { return moved(s, -1) }},
	{"把元当作万元填", func(s string) string { return moved(s, 4) }},
}

// typed is the figure's stored text after the slip; false when nothing comes of it.
func (s slip) typed(f *bind.Figure) (string, bool) {
	if f.Cell == nil || f.Value.IsZero() || f.Cell.Kind != document.Number {
		return "", false
	}
	text := s.of(f.Value.String())
	return text, text != "" && text != f.Value.String()
}

// exchanged has the last two neighbouring digits of the whole part that differ
// changed over.
func exchanged(s string) string {
	whole, _, _ := strings.Cut(s, ".")
	for i := len(whole) - 2; i >= 0; i-- {
		if digit(s[i]) && s[i] != s[i+1] && (i > 0 || s[i+1] != '0') {
			return s[:i] + s[i+1:i+2] + s[i:i+1] + s[i+2:]
		}
	}
	return ""
}

func digit(c byte) bool { return '0' <= c && c <= '9' }

// moved has the decimal point moved to the right, and two decimals as printed.
func moved(s string, by int32) string {
	value, _, ok := amount.Stored(s)
	if !ok {
		return ""
	}
	value, ok = value.Shift(by)
	if value = value.Round(2); !ok || value.IsZero() {
		return ""
	}
	return strings.TrimSpace(value.String())
}
