package prose

import (
	"strconv"
	"strings"

	"suanqing/validate/amount"
	"suanqing/validate/bind"
	"suanqing/validate/form"
)

// Caps on what is read of one text.
const (
	mostMentions = 20_000
	mostNotes    = 5_000
)

// reader turns sentences into mentions.
type reader struct {
	*reading
	unit     amount.Unit
	table    *bind.Table // of the form 文
	names    lexicon
	forms    map[form.ID]*rowsOf
	items    map[string]*subject // by the names of the text
	codes    map[string]*subject
	byKey    map[string]*subject
	mentions []*mention
	notes    []note
	lists    []list
	sentence int
	full     bool
	mostUsed string   // the unit of most amounts
	class    string   // the class that the items before are of
	classes  int      // how many were named alone, one behind the other, in this passage
	latest   *state   // at the end of the passage before
	headed   *passage // the heading before
}

// note is something said without a figure: 与上年持平, 决算数大于预算数, 没有政府性基金收支.
type note struct {
	sense    sense
	subject  *subject
	base     string
	passage  *passage
	at, end  int
	sentence int
}

// list is the names that follow 主要包括.
type list struct {
	subject *subject
	passage *passage
	at, end int
	open    bool // ends in 等
}

func newReader(r *reading) *reader {
	rd := &reader{reading: r, unit: r.book.Unit, forms: map[form.ID]*rowsOf{}, items: map[string]*subject{}, codes: map[string]*subject{}, byKey: map[string]*subject{}}
	if !rd.unit.Known() {
		rd.unit, _ = amount.UnitNamed("万元")
	}
	rd.mostUsed = r.mostUsedUnit(rd.unit.Name)
	rd.table = &bind.Table{Form: written, Unit: rd.unit}
	for i := range subjects {
		if s := &subjects[i]; rd.byKey[s.key] == nil {
			rd.byKey[s.key] = s
		}
	}
	rd.learn()
	rd.settleGrants()
	return rd
}

// mostUsedUnit is 元 or 万元, whichever stands behind more numbers.
func (r *reading) mostUsedUnit(usual string) string {
	counts := map[string]int{}
	for _, p := range r.passages {
		for i := 1; i < len(p.text); i++ {
			if !isDigit(p.text[i-1]) {
				continue
			}
			switch {
			case p.text[i] == '元':
				counts["元"]++
			case p.text[i] == '万' && i+1 < len(p.text) && p.text[i+1] == '元':
				counts["万元"]++
			}
		}
	}
	switch {
	case counts["元"] > counts["万元"]:
		return "元"
	case counts["万元"] > 0:
		return "万元"
	}
	return usual
}

// read reads all passages.
func (r *reader) read() {
	for _, p := range r.passages {
		if p.cover || p.section == nil || p.section.topic&silent != 0 {
			r.latest = nil
			continue
		}
		if p.head {
			r.latest, r.headed = nil, p
			r.named(p) // a class heads its items
			r.listed(p)
			continue
		}
		r.passage(p)
		r.listed(p)
		if len(r.mentions) >= mostMentions {
			r.full = true
			return
		}
	}
}

// passage reads the sentences of one passage.
func (r *reader) passage(p *passage) {
	st := &state{lead: 0}
	if before := r.latest; before != nil {
		st.subject, st.doubt, st.under, st.base = before.subject, before.doubt, before.under, before.base
		if st.carried = before.carried; before.item != nil {
			st.carried = before.item
		}
	}
	st.weak = true
	r.classes = 0
	if p.section.topic == performance {
		st.subject, st.doubt = r.project(p), ""
	}
	r.sentence++
	toks := r.tokens(p)
	r.labelled(st, p, toks)
	var saved []state
	for i := 0; i < len(toks) && len(r.mentions) < mostMentions; i++ {
		t := &toks[i]
		switch {
		case t.mark == '(':
			if len(saved) < 8 {
				saved = append(saved, *st)
			}
			if st.unknown = false; st.figures > 0 {
				st.dir = 0 // 下降 1.5 %(上年 6.00 万元)
				if n := len(r.mentions); restates(p, t.end) && n > 0 && r.mentions[n-1].passage == p && r.mentions[n-1].number.end == t.at {
					st.figures = 0 // 3,750,000.00 元(折合 375.00 万元)
				}
			}
			continue
		case t.mark == ')':
			if n := len(saved); n > 0 {
				kept := *st
				*st = saved[n-1]
				saved = saved[:n-1]
				st.last, st.bracketed = kept.last, kept.last != st.last
			}
			st.unknown = false
			continue
		case t.mark != 0:
			r.mark(st, p, t)
			if t.mark == '。' {
				saved = nil
			}
			continue
		case t.item:
			r.endClause(st, t.end)
			if st.weak = true; i > 0 {
				r.nextProject(st, p)
			}
			if st.mode == usage || st.mode == listing {
				st.mode = plainly
			}
			continue
		}
		i = r.token(st, p, toks, i)
	}
	if st.mode == listing {
		r.addList(st, p, len(p.text))
	}
	if r.classes > 1 {
		r.class = "" // a list of them heads no items
	}
	last := p.text[len(p.text)-1]
	if last != ':' && last != ';' && last != ',' {
		st.back()
	}
	ended := *st
	if last != ':' {
		ended.base = ""
		if last != ';' {
			ended.under = nil
		}
	}
	r.latest = &ended
}

// mark ends what a mark ends.
func (r *reader) mark(st *state, p *passage, t *token) {
	switch t.mark {
	case '。', '!', '?':
		if st.mode == listing {
			r.addList(st, p, t.at)
		}
		r.endClause(st, t.end)
		st.mode, st.weak, st.first, st.base, st.past, st.under = plainly, true, noSense, "", false, nil
		st.others, st.valued, st.spanned, st.part, st.about, st.strange, st.byUnit, st.among, st.head = false, false, false, false, 0, false, false, nil, nil
		st.back()
		r.sentence++
	case ';':
		if st.mode == listing {
			r.addList(st, p, t.at)
			st.mode = plainly
		}
		if st.mode == reasons && st.amounts {
			return
		}
		r.endClause(st, t.end)
		st.weak, st.first, st.of = true, noSense, ""
	case ',', ':':
		st.comma = true
	case '、':
		if st.mode == plainly {
			st.unknown = false
		}
	}
}

// token reads one word or number, and gives the index of the last token that it took.
func (r *reader) token(st *state, p *passage, toks []token, i int) int {
	t := &toks[i]
	if st.mode != plainly && !r.resumes(st, p, toks, i) {
		if t.number != nil && t.number.kind == money {
			st.amounts = true
		}
		return i
	}
	if t.number != nil {
		r.number(st, p, toks, i)
		return i
	}
	if joinsNumbers(p, toks, i) {
		return i
	}
	if st.comma {
		own := r.eachItsOwn(st, toks, i)
		st.of = ""
		st.measure, st.measures, st.dir, st.sharing, st.whole, st.doing, st.doneOf, st.gapping = "", nil, 0, false, nil, false, "", false
		if st.figures > 0 && !own {
			st.each, st.series, st.figures = st.series, nil, 0
		}
		st.unknown, st.comma, st.lead = false, false, t.at
	}
	if st.figures > 0 && !t.text && t.sense != aFill && !r.eachItsOwn(st, toks, i) {
		if st.series != nil {
			st.each = st.series
		}
		st.figures, st.series, st.measures, st.lead = 0, nil, nil, t.at
	}
	if st.first == noSense && t.sense != aFill && t.year == 0 {
		if st.first = t.sense; t.text {
			if st.first = aText; i > 0 {
				r.nextProject(st, p)
			}
		}
	}
	if t.sense == aFill && i > 0 && toks[i-1].mark == ',' && i+1 < len(toks) && carries(toks[i+1].sense) && oneOf(totals, string(p.text[t.at:t.end])) &&
		st.head != nil && st.head != st.subject {
		st.doubt = "说不准接着说的是哪一项"
	}
	if t.sense == aFill {
		if s := r.ofYear(p, toks, i); s != nil {
			t.sense, t.subjects = aSubject, []*subject{s}
		}
	}
	switch {
	case t.text:
		if i > 0 && (toks[i-1].sense == aSubject || toks[i-1].number != nil) && string(p.text[t.at:t.end]) == "中" {
			st.among = st.subject
		}
		if strings.TrimFunc(string(p.text[t.at:t.end]), func(c rune) bool { return c < 0x4e00 || c > 0x9fff }) != "" {
			st.unknown = true
		}
	case t.year != 0:
		st.past = r.year != 0 && t.year == r.year-1
		if r.opensClause(toks, i) {
			st.about = t.year
		}
		if st.of = ""; r.year != 0 && t.year != r.year && r.opensClause(toks, i) {
			st.of = strconv.Itoa(t.year)
		}
	case t.sense == aVersus:
		return r.versus(st, p, toks, i)
	case t.sense == aPast:
		if st.past = true; r.year != 0 && r.opensClause(toks, i) {
			st.about, st.of = r.year-1, strconv.Itoa(r.year-1)
		}
	case t.sense == aSpan:
		st.spanned = true
	case t.sense == aFund:
		if !r.fundWord(st, p, toks, i) {
			st.unknown, st.strange = true, true
		}
	case t.sense == aPresent && st.sharing && st.whole == nil:
		st.whole = r.wholeYear(p, toks, i)
	case t.sense == aPresent:
		st.past = false
	case t.sense == aSubject || t.subjects != nil && st.item == nil && r.opensClause(toks, i) && means(t.subjects, topicOf(p)):
		r.subjectWord(st, p, toks, i)
	case t.sense == aMeasure:
		switch {
		case st.doing:
			st.doneOf = t.which
		case st.sharing && t.which == final: // 占三公经费支出决算的
		case st.sharing:
			st.sharing, st.doing, st.doneOf = false, true, t.which
		default:
			st.measure, st.dir = t.which, 0
			st.measures = append(st.measures, t.which)
		}
		st.unknown = false
	case t.sense == aRise, t.sense == aFall:
		r.doubtOther(st, p, toks, i)
		st.dir, st.unknown = 1, false
		if t.sense == aFall {
			st.dir = -1
		}
		if t.which == budget && st.base == "" {
			st.base = r.planOf(st)
		}
	case t.sense == aSame, t.sense == aNearly:
		r.note(note{t.sense, st.sure(), st.base, p, t.at, t.end, r.sentence})
	case t.sense == aMore, t.sense == aLess, t.sense == anEqual:
		return r.compare(st, p, toks, i)
	case t.sense == aShare:
		r.doubtOther(st, p, toks, i)
		st.sharing, st.whole, st.unknown = true, nil, false
	case t.sense == aDone:
		st.doing, st.doneOf, st.unknown, st.dir = true, "", false, 0
	case t.sense == aGap:
		st.gapping, st.unknown = true, false
	case t.sense == aReason && !r.fundsAsReason(st, p, toks, i+1):
		st.mode, st.amounts = reasons, false
	case t.sense == aUsage && t.which == "" && (!st.here || i+1 < len(toks) && isItem(&toks[i+1])):
	case t.sense == aUsage:
		st.mode, st.amounts = usage, false
	case t.sense == aList && i+2 < len(toks) && toks[i+1].sense == aSubject && toks[i+2].number != nil && toks[i+2].number.kind == money && topicOf(p)&allMoney != 0:
		st.part, st.under, st.series = true, st.last, nil // 包括财政拨款收入 5.00 万元、…
	case t.sense == aList:
		if st.mode, st.amounts, st.listAt = usage, false, t.end; topicOf(p) == basic {
			st.mode = listing
		}
	case t.sense == aEach:
		if r.alike(st, p, toks, i) {
			return i
		}
		if len(st.series) == 0 && len(st.each) > 1 {
			st.series = st.each
		} else if len(st.series) < 2 {
			r.respectively(st, p, toks, i)
		}
	case t.sense == aPart:
		st.part = true
		if st.under, st.series = st.last, nil; !st.parted && st.subject != nil && st.here {
			st.main, st.mainIs, st.parted = st.subject, st.doubt, true
		}
	case t.sense == aNone:
		r.note(note{aNone, st.sure(), "", p, t.at, t.end, r.sentence})
	}
	return i
}

// planOf is the budget that the sentence spoke of before: what 超支 and 节约 are against.
func (r *reader) planOf(st *state) string {
	for k := len(r.mentions) - 1; k >= max(0, len(r.mentions)-window) && r.mentions[k].sentence == r.sentence; k-- {
		if m := r.mentions[k]; m.subject == st.subject && isPlan(m.column) {
			return m.column
		}
	}
	return otherYear
}

// eachItsOwn says whether a word of change is that of the next figure of 分别 only: 分别增加 1.00
// 万元、减少 2.00 万元.
func (r *reader) eachItsOwn(st *state, toks []token, i int) bool {
	t := &toks[i]
	return (t.sense == aRise || t.sense == aFall) && st.dir != 0 && st.figures > 0 && st.figures < len(st.series) && (toks[i-1].mark == '、' || toks[i-1].mark == ',')
}

func (r *reader) note(n note) {
	if len(r.notes) < mostNotes {
		r.notes = append(r.notes, n)
	}
}

func (r *reader) addList(st *state, p *passage, end int) {
	if len(r.lists) < mostNotes {
		r.lists = append(r.lists, list{st.subject, p, st.listAt, end, false})
	}
}
