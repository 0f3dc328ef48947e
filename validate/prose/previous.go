package prose

import (
	"maps"
	"strconv"
	"strings"

	"suanqing/validate/amount"
	"suanqing/validate/bind"
	"suanqing/validate/equation"
	"suanqing/validate/form"
	"suanqing/validate/judge"
	"suanqing/validate/report"
)

const previousRule = "text.previous"

const longestSentence = 300 // characters of a sentence that are looked at, on either side of a figure

// otherScope are words of sentences that compare with figures on another footing than last
// year's forms print.
var otherScope = []string{"口径", "可比", "追溯", "剔除", "扣除", "不含", "不包括", "不考虑", "调整后"}

// pastWords call the year before, but for its number.
var pastWords = []string{"上年", "去年", "上一年"}

// fundNames have 预算 in them and speak of no budget.
var fundNames = strings.NewReplacer("一般公共预算", "", "政府性基金预算", "", "国有资本经营预算", "")

// past is last year's book while the text is held against it.
type past struct {
	*judging
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
	now, was []*bind.Figure // was in the unit of the text's book
	cells    []*bind.Figure // was as last year's form has it
	mention  *mention       // that says now
	expected amount.Amount  // what the figure should be: in the text's unit, or percent
	bound    amount.Amount
}

// previous judges what the text says of the year before against last year's forms: an
// amount of that year, a change, or a rate.
func (j *judging) previous() {
	if j.book.Previous == nil {
		j.outcomes[previousRule].Reason = "没有给上年的报表，或给的不是本部门上一年度的"
		return
	}
	shadow := *j.book.Previous.Book
	if !shadow.Unit.Known() || !j.book.Unit.Known() && len(j.book.Tables) > 0 || j.year == 0 {
		j.outcomes[previousRule].Reason = "本年或上年的报表没有写明金额单位或年度"
		return
	}
	shadow.Tables = maps.Clone(shadow.Tables)
	shadow.Tables[written.ID] = j.table
	shadow.Standard = standard
	p := &past{judging: j, last: j.book.Previous, judge: judge.New(&shadow), told: map[toldOf]int{}, older: map[int]bool{}}
	for i := range j.notes {
		if n := &j.notes[i]; n.sense == aYear {
			p.older[n.sentence] = true
		}
	}
	for _, m := range j.mentions {
		if m.subject == nil || m.subject.final == "" || m.unsure != "" || m.figure.State != bind.Money {
			continue
		}
		if m.column != before && (m.column != change && m.column != growth || m.base != before) || p.elsewhere(m) {
			continue
		}
		p.compare(m)
	}
}

// elsewhere says whether a sentence compares with something else than last year's final
// accounts: last year's budget, an older year, or figures on another footing.
func (p *past) elsewhere(m *mention) bool {
	text := m.passage.text
	from, to := m.number.at, m.number.end
	for from > max(0, m.number.at-longestSentence) && text[from-1] != '。' {
		from--
	}
	for to < min(len(text), m.number.end+longestSentence) && text[to] != '。' {
		to++
	}
	sentence, ahead := string(text[from:to]), string(text[from:m.number.at])
	for _, w := range otherScope {
		if strings.Contains(sentence, w) {
			return true
		}
	}
	at := strings.LastIndex(ahead, strconv.Itoa(p.year-1)+"年")
	for _, w := range pastWords {
		at = max(at, strings.LastIndex(ahead, w))
	}
	if at >= 0 {
		said, _, _ := strings.Cut(ahead[at:], ",")
		said, _, _ = strings.Cut(said, "相比")
		if strings.Contains(fundNames.Replace(said), budget) {
			return true
		}
		ahead = ahead[strings.LastIndexAny(ahead[:at], ",;")+1:]
	}
	if said := fundNames.Replace(ahead); strings.Contains(said, budget) && !strings.Contains(said, final) {
		return true // 预算数比上年减少: two budgets
	}
	return p.older[m.sentence]
}

// compare holds a figure against last year's cells: any place of the same money will do.
func (p *past) compare(m *mention) {
	var first *years
	for _, cell := range append([]string{m.subject.final}, alternatives(m.subject)...) {
		y := p.yearsOf(m, cell)
		if y == nil {
			continue
		}
		agrees, known := p.agrees(m, y)
		if !known {
			continue
		}
		if agrees {
			p.right[m] = m.figure
			p.judged(previousRule, report.Holds, m)
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
func (p *past) yearsOf(m *mention, cell string) *years {
	e, y := equationOf(cell), &years{}
	y.mention = p.near(m, m.subject.key, final, false)
	if y.now = p.formFigures(m.subject, cell); y.now == nil && y.mention != nil {
		y.now = []*bind.Figure{&y.mention.figure}
	}
	stated := m.figure
	switch {
	case m.column == before:
	case y.now == nil:
		return nil
	case m.column == change:
		now, half := sumFigures(y.now)
		stated.Value, stated.Half = now.Sub(m.figure.Value), half.Add(m.figure.Half)
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
	stated.Value, stated.Half = convert(stated.Value, p.unit, unit), convert(stated.Half, p.unit, unit)
	in, _ := p.judge.Fill(e, m.subject.code, given(map[string][]*bind.Figure{final: {&stated}}))
	if in == nil || len(in.Right) < len(e.Right) {
		return nil
	}
	for _, o := range in.Right {
		f := o.Figure
		if o.Minus || f.State >= bind.Words || p.last.Doubted[f.At] || !p.same(m.subject, e, f) {
			return nil
		}
		converted := *f
		converted.Value, converted.Half = convert(f.Value, unit, p.unit), convert(f.Half, unit, p.unit)
		y.was, y.cells = append(y.was, &converted), append(y.cells, f)
	}
	if !ok {
		return nil
	}
	return y
}

// same says whether a row of last year's form is what the text speaks of: a code may have
// had another name.
func (p *past) same(s *subject, e *equation.Equation, f *bind.Figure) bool {
	return s.static || s.name == "" || e.Right[0].Row != equation.ThisRow || bare(f.Row.Name) == bare(s.name)
}

// agrees says whether a figure is what both years make, by the intervals of what is
// printed, or as one works it out with the amounts as the text rounds them. known is false
// where nothing can be worked out.
func (p *past) agrees(m *mention, y *years) (agrees, known bool) {
	r := ruleByID[previousRule]
	e := r.Equation
	switch m.column {
	case change:
		e = r.Further[previousChange]
	case growth:
		e = r.Further[previousGrowth]
	}
	o := operands{}
	o.add(m.column, m)
	o.addCells(final, y.now)
	o.addCells(string(form.YearBefore)+"."+final, y.was)
	in, _ := p.evaluate(e, m.subject, &o)
	if in == nil || in.Result == judge.Undefined {
		return false, false
	}
	y.expected, y.bound = in.RightSum, in.Bound
	if in.Bears() || m.column != change {
		return in.Bears(), true
	}
	was, _ := sumFigures(y.was)
	now, _ := sumFigures(y.now)
	unit, _ := amount.UnitNamed(m.number.unit)
	return p.rounded(now, unit, m).Sub(p.rounded(was, unit, m)) == m.figure.Value, true
}

// Which of the further equations of the rule is of what.
const (
	previousChange = iota
	previousGrowth
)

// rounded is an amount as the text would print it beside a figure.
func (p *past) rounded(a amount.Amount, unit amount.Unit, m *mention) amount.Amount {
	printed, ok := p.unit.In(unit, a)
	if !ok {
		return a
	}
	a, _ = unit.In(p.unit, printed.Round(max(m.figure.Places, 0)))
	return a
}

// saidSo says whether this year's figure is the one that the text has.
func (y *years) saidSo() bool {
	now, half := sumFigures(y.now)
	return y.mention != nil && y.mention.figure.Value.Sub(now).Abs().Cmp(y.mention.figure.Half.Add(half)) <= 0
}
