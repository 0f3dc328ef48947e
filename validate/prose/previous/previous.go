// Package previous judges what the text says of last year against the accounts of last year.
package previous

import (
	"maps"
	"strconv"
	"strings"

	"suanqing/validate/amount"
	"suanqing/validate/bind"
	"suanqing/validate/equation"
	"suanqing/validate/form"
	"suanqing/validate/judge"
	"suanqing/validate/prose/judging"
	"suanqing/validate/prose/lexicon"
	"suanqing/validate/prose/mention"
	"suanqing/validate/report"
)

const longestSentence = 300 // characters of a sentence that are looked at, on either side of a figure

// otherScope are words of sentences that compare with figures on another footing than last
// year's forms print.
var otherScope = []string{"口径", "可比", "追溯", "剔除", "扣除", "不含", "不包括", "不考虑", "调整后"}

// pastWords call the year before, but for its number.
var pastWords = []string{"上年", "去年", "上一年"}

// past is last year's book while the text is held against it.
type past struct {
	*judging.Text
	last  *bind.Previous
	judge *judge.Judge
	told  map[toldOf]int // the finding about a statement, by index
	older map[int]bool   // sentences that speak of a year before that
}

// toldOf is what one finding is about: what a sentence says of a subject.
type toldOf struct {
	sentence int
	subject  string
}

// years are the figures of a subject in both years, by one place of the forms. now is nil
// where neither a form nor the text says it.
type years struct {
	now, was []*bind.Figure   // was in the unit of the text's book
	cells    []*bind.Figure   // was as last year's form has it
	mention  *mention.Mention // that says now
	expected amount.Amount    // what the figure should be: in the text's unit, or percent
	bound    amount.Amount
}

// Judge judges what the text says of the year before against last year's forms: an
// amount of that year, a change, or a rate.
func Judge(j *judging.Text) {
	if j.Book.Previous == nil {
		j.Outcomes[judging.PreviousRule].Reason = "没有给上年的报表，或给的不是本部门上一年度的"
		return
	}
	shadow := *j.Book.Previous.Book
	if !shadow.Unit.Known() || !j.Book.Unit.Known() && len(j.Book.Tables) > 0 || j.Year == 0 {
		j.Outcomes[judging.PreviousRule].Reason = "本年或上年的报表没有写明金额单位或年度"
		return
	}
	shadow.Tables = maps.Clone(shadow.Tables)
	shadow.Tables[mention.Written.ID] = j.Table
	shadow.Standard = mention.Standard
	p := &past{Text: j, last: j.Book.Previous, judge: judge.New(&shadow), told: map[toldOf]int{}, older: map[int]bool{}}
	for i := range j.Notes {
		if n := &j.Notes[i]; n.Sense == lexicon.AYear {
			p.older[n.Sentence] = true
		}
	}
	for _, m := range j.Mentions {
		if m.Subject == nil || m.Subject.Final == "" || m.Unsure != "" || m.Figure.State != bind.Money {
			continue
		}
		if m.Column != lexicon.Before && (m.Column != lexicon.Change && m.Column != lexicon.Growth || m.Base != lexicon.Before) || p.elsewhere(m) {
			continue
		}
		p.compare(m)
	}
}

// elsewhere says whether a sentence compares with something else than last year's final
// accounts: last year's budget, an older year, or figures on another footing.
func (p *past) elsewhere(m *mention.Mention) bool {
	text := m.Passage.Text
	from, to := m.Number.At, m.Number.End
	for from > max(0, m.Number.At-longestSentence) && text[from-1] != '。' {
		from--
	}
	for to < min(len(text), m.Number.End+longestSentence) && text[to] != '。' {
		to++
	}
	sentence, ahead := string(text[from:to]), string(text[from:m.Number.At])
	for _, w := range otherScope {
		if strings.Contains(sentence, w) {
			return true
		}
	}
	at := strings.LastIndex(ahead, strconv.Itoa(p.Year-1)+"年")
	for _, w := range pastWords {
		at = max(at, strings.LastIndex(ahead, w))
	}
	if at >= 0 {
		said, _, _ := strings.Cut(ahead[at:], ",")
		said, _, _ = strings.Cut(said, "相比")
		if strings.Contains(lexicon.FundNames.Replace(said), lexicon.Budget) {
			return true
		}
		ahead = ahead[strings.LastIndexAny(ahead[:at], ",;")+1:]
	}
	if said := lexicon.FundNames.Replace(ahead); strings.Contains(said, lexicon.Budget) && !strings.Contains(said, lexicon.Final) {
		return true // 预算数比上年减少: two budgets
	}
	return p.older[m.Sentence]
}

// compare holds a figure against last year's cells: any place of the same money will do.
func (p *past) compare(m *mention.Mention) {
	var first *years
	for _, cell := range append([]string{m.Subject.Final}, judging.Alternatives(m.Subject)...) {
		y := p.yearsOf(m, cell)
		if y == nil {
			continue
		}
		agrees, known := p.agrees(m, y)
		if !known {
			continue
		}
		if agrees {
			p.Right[m] = m.Figure
			p.Judged(judging.PreviousRule, report.Holds, m)
			return
		}
		if first == nil || y.saidSo() && !first.saidSo() {
			first = y
		}
	}
	if first != nil {
		p.tellPrevious(m, first)
	}
}

// yearsOf are a subject's figures by one place of the forms; nil where last year's form
// has none that is sure.
func (p *past) yearsOf(m *mention.Mention, cell string) *years {
	e, y := judging.EquationOf(cell), &years{}
	y.mention = p.Near(m, m.Subject.Key, lexicon.Final, false)
	if y.now = p.FormFigures(m.Subject, cell); y.now == nil && y.mention != nil {
		y.now = []*bind.Figure{&y.mention.Figure}
	}
	stated := m.Figure
	switch {
	case m.Column == lexicon.Before:
	case y.now == nil:
		return nil
	case m.Column == lexicon.Change:
		now, half := judging.SumFigures(y.now)
		stated.Value, stated.Half = now.Sub(m.Figure.Value), half.Add(m.Figure.Half)
	default:
		stated.Value = amount.Zero // not known by itself
	}
	ok := true
	convert := func(a amount.Amount, from, to amount.Unit) amount.Amount {
		out, fits := from.In(to, a)
		ok = ok && fits
		return out
	}
	unit := p.last.Book.Unit
	stated.Value, stated.Half = convert(stated.Value, p.Unit, unit), convert(stated.Half, p.Unit, unit)
	in, _ := p.judge.Fill(e, m.Subject.Code, judging.Given(map[string][]*bind.Figure{lexicon.Final: {&stated}}))
	if in == nil || len(in.Right) < len(e.Right) {
		return nil
	}
	for _, o := range in.Right {
		f := o.Figure
		if o.Minus || f.State >= bind.Words || p.last.Doubted[f.At] || !p.same(m.Subject, e, f) {
			return nil
		}
		converted := *f
		converted.Value, converted.Half = convert(f.Value, unit, p.Unit), convert(f.Half, unit, p.Unit)
		y.was, y.cells = append(y.was, &converted), append(y.cells, f)
	}
	if !ok {
		return nil
	}
	return y
}

// same says whether a row of last year's form is what the text speaks of: a code may have
// had another name.
func (p *past) same(s *lexicon.Subject, e *equation.Equation, f *bind.Figure) bool {
	return s.Static || s.Name == "" || e.Right[0].Row != equation.ThisRow || form.BareName(f.Row.Name) == form.BareName(s.Name)
}

// agrees says whether a figure is what both years make, by the intervals of what is
// printed, or exactly as one works it out with the amounts as the text rounds them. known is false
// where nothing can be worked out.
func (p *past) agrees(m *mention.Mention, y *years) (agrees, known bool) {
	r := judging.RuleByID[judging.PreviousRule]
	e := r.Equation
	switch m.Column {
	case lexicon.Change:
		e = r.Further[previousChange]
	case lexicon.Growth:
		e = r.Further[previousGrowth]
	}
	o := judging.Operands{}
	o.Add(m.Column, m)
	o.AddCells(lexicon.Final, y.now)
	o.AddCells(beforeFinal, y.was)
	in, _ := p.Evaluate(e, m.Subject, &o)
	if in == nil || in.Result == judge.Undefined {
		return false, false
	}
	y.expected, y.bound = in.RightSum, in.Bound
	if in.Bears() || m.Column != lexicon.Change {
		return in.Bears(), true
	}
	o = judging.Operands{}
	o.AddAs(m.Column, m, judging.Over(&m.Figure, amount.Zero))
	o.Put(lexicon.Final, p.asPrinted(y.now, m))
	o.Put(beforeFinal, p.asPrinted(y.was, m))
	in, _ = p.Evaluate(e, m.Subject, &o)
	return in.Bears(), true
}

// beforeFinal is what the equations call last year's figures.
const beforeFinal = string(form.YearBefore) + "." + lexicon.Final

// Which of the further equations of the rule is of what.
const (
	previousChange = iota
	previousGrowth
)

// asPrinted is the sum of figures as the text would print it beside another, no more and no
// less.
func (p *past) asPrinted(figures []*bind.Figure, m *mention.Mention) *bind.Figure {
	sum, _ := judging.SumFigures(figures)
	unit, _ := amount.UnitNamed(m.Number.Unit)
	f := judging.Over(figures[0], amount.Zero)
	f.State, f.Value = bind.Money, p.rounded(sum, unit, m)
	return f
}

// rounded is an amount as the text would print it beside a figure.
func (p *past) rounded(a amount.Amount, unit amount.Unit, m *mention.Mention) amount.Amount {
	printed, ok := p.Unit.In(unit, a)
	if !ok {
		return a
	}
	a, _ = unit.In(p.Unit, printed.Round(max(m.Figure.Places, 0)))
	return a
}

// saidSo says whether this year's figure is the one that the text has.
func (y *years) saidSo() bool {
	now, half := judging.SumFigures(y.now)
	return y.mention != nil && y.mention.Figure.Value.Sub(now).Abs().Cmp(y.mention.Figure.Half.Add(half)) <= 0
}
