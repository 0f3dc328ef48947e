package prose

import (
	"maps"
	"sort"
	"strings"

	"suanqing/validate/amount"
	"suanqing/validate/bind"
	"suanqing/validate/equation"
	"suanqing/validate/judge"
	"suanqing/validate/report"
	"suanqing/validate/rule"
)

// judging is the written half of one book while it is judged.
type judging struct {
	*reader
	judge        *judge.Judge
	outcomes     map[string]*report.Rule
	findings     []report.Finding
	equations    []rule.Judged
	by           map[string][]*mention // by subject and column
	usual        int32                 // places that most amounts print
	right        map[*mention]bind.Figure
	usualPercent int32 // likewise of percentages
	shorts       []short
	dropped      int                           // percentages that dropped zeros
	broken       map[bind.Place][]*rule.Judged // identities of the forms, by their cells
	blames       map[*bind.Figure]int          // findings, by the cell of a form that is likely wrong
	differs      map[string]int                // likewise by what differs
	repeats      map[int]int                   // how many more places a finding's message names
	doubts       []doubt
	confirmed    map[*mention]bool          // by a sum
	wanted       map[*mention]amount.Amount // what a broken sum would have a figure be
	rounds       bool                       // the text rounds amounts further than the forms do, or there are no forms to tell
}

func newJudging(r *reader) *judging {
	shadow := *r.book
	shadow.Tables = maps.Clone(r.book.Tables)
	shadow.Tables[written.ID] = r.table
	shadow.Standard = standard
	shadow.Unit = r.unit
	j := &judging{reader: r, judge: judge.New(&shadow), outcomes: map[string]*report.Rule{}, by: map[string][]*mention{}, right: map[*mention]bind.Figure{},
		blames: map[*bind.Figure]int{}, differs: map[string]int{}, repeats: map[int]int{}, confirmed: map[*mention]bool{}, wanted: map[*mention]amount.Amount{}}
	for _, c := range catalogue {
		j.outcomes[c.ID] = &report.Rule{Rule: c.ID, Title: c.Title, Outcome: report.Skipped, Reason: "说明里没有需要核对的内容"}
	}
	for _, m := range r.mentions {
		m.settle(r)
	}
	j.takenNames()
	for _, m := range r.mentions {
		if m.subject != nil && m.column != "" {
			j.by[m.subject.key+" "+m.column] = append(j.by[m.subject.key+" "+m.column], m)
		}
	}
	j.settlePlaces()
	j.rounds = len(r.book.Tables) == 0
	return j
}

// settlePlaces gives amounts that drop trailing zeros, 14,206 and 6.2 among 1,061.71,
// the half unit of the others.
func (j *judging) settlePlaces() {
	counts := map[int32]int{}
	total := 0
	for _, m := range j.mentions {
		if m.number.kind == money && !m.number.value.IsZero() {
			counts[m.number.places]++
			total++
		}
	}
	for places, n := range counts {
		if n*3 > total && places > j.usual {
			j.usual = places
		}
	}
	clear(counts)
	total = 0
	for _, m := range j.mentions {
		if m.number.kind == percent && !m.number.value.IsZero() && m.number.value != amount.New(100, 0) {
			counts[m.number.places]++
			total++
		}
	}
	for places, n := range counts {
		if n*3 > total && places > j.usualPercent {
			j.usualPercent = places
		}
	}
	for _, m := range j.mentions {
		if m.number.kind == money && m.number.places < j.usual {
			if u, ok := amount.UnitNamed(m.number.unit); ok && u == j.unit {
				m.figure.Half, m.figure.Places = u.HalfUnit(j.unit, j.usual), j.usual
			}
		}
		if m.number.kind == money && m.number.value.IsZero() {
			m.figure.Half = amount.Zero
		}
	}
}

// run judges everything.
func (j *judging) run() {
	j.amounts()
	j.previous()
	j.percentages()
	j.changes()
	j.sums()
	j.twice()
	j.settleDoubts()
	j.said()
}

// judged notes that a rule was judged, and how.
func (j *judging) judged(id string, outcome report.Outcome, mentions ...*mention) {
	o := j.outcomes[id]
	if o.Checked == 0 {
		o.Outcome, o.Reason = report.Holds, ""
	}
	o.Checked++
	switch {
	case outcome == report.Violated, outcome == report.HasTail && o.Outcome == report.Holds:
		o.Outcome = outcome
	}
	for _, m := range mentions {
		if m != nil {
			m.checked = true
		}
	}
}

// formFigures are the figures of a form that a subject's 决算 is; nil where the form has
// none.
func (j *judging) formFigures(s *subject, cell string) []*bind.Figure {
	if cell == "" {
		return nil
	}
	e := equationOf(cell)
	i, _ := j.judge.Fill(e, s.code, given(map[string][]*bind.Figure{}))
	if i == nil {
		return nil
	}
	var all []*bind.Figure
	for _, o := range i.Right {
		if o.Minus {
			return nil
		}
		all = append(all, o.Figure)
	}
	return all
}

var cellEquations = map[string]*equation.Equation{}

// equationOf is 文[本行, 决算] against cells of a form, as declared.
func equationOf(cell string) *equation.Equation { return cellEquations[cell] }

func init() {
	learn := func(cell string) {
		if cell != "" && cellEquations[cell] == nil {
			cellEquations[cell] = must("文[" + equationRow + ", " + final + "] = " + cell)
		}
	}
	for i := range subjects {
		s := &subjects[i]
		learn(s.final)
		learn(s.both)
		learn(s.plan)
		for _, c := range alternatives(s) {
			learn(c)
		}
	}
	for i := range noneOf {
		for cell := range strings.SplitSeq(noneOf[i].cells, ";") {
			learn(cell)
		}
	}
	for _, id := range []string{"F03", "F05", "F07", "F08"} {
		learn(id + "[" + equationRow + ", " + basicOutlay + "]")
		learn(id + "[" + equationRow + ", " + projectOutlay + "]")
	}
	for id, column := range columnsOfRows {
		learn(id + "[" + equationRow + ", " + column + "]")
	}
}

// window is how many mentions of one figure are looked at around a place: no text says
// one thing oftener.
const window = 40

// around are the first mentions of a list, and those around an index.
func around(list []*mention, index int) []*mention {
	if len(list) <= 3*window {
		return list
	}
	at := sort.Search(len(list), func(i int) bool { return list[i].index >= index })
	if at <= 2*window {
		return list[:3*window]
	}
	return append(append(make([]*mention, 0, 3*window), list[:window]...), list[at-window:min(len(list), at+window)]...)
}

// near is the mention of a subject's column that a figure goes with: in its sentence, in
// its paragraph before it, in its section before it, else the first of its section; nil
// for none. elsewhere allows other sections.
func (j *judging) near(m *mention, key, column string, elsewhere bool) *mention {
	var best *mention
	score := 0
	for _, o := range around(j.by[key+" "+column], m.index) {
		if o == m {
			continue
		}
		s := 1
		switch {
		case o.sentence == m.sentence && o.index < m.index:
			s = 60
		case o.sentence == m.sentence:
			s = 50
		case o.passage == m.passage && o.index < m.index:
			s = 40
		case o.passage == m.passage:
			s = 30
		case o.passage.section == m.passage.section && o.index < m.index:
			s = 20
		case o.passage.section == m.passage.section:
			s = 10
		case !elsewhere:
			continue
		}
		if s > score || s == score && o.index < m.index && s != 10 && s != 1 {
			best, score = o, s
		}
	}
	return best
}
