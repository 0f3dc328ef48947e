package read

import (
	"strconv"
	"strings"

	"suanqing/validate/prose/lexicon"
	"suanqing/validate/prose/mention"
	"suanqing/validate/prose/passage"
	"suanqing/validate/prose/scan"
)

// token reads one word or number, and gives the index of the last token that it took.
func (r *Reader) token(st *state, p *passage.Passage, toks []token, i int) int {
	t := &toks[i]
	if st.mode != plainly && !r.resumes(st, p, toks, i) {
		if t.number != nil && t.number.Kind == scan.Money {
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
	if st.figures > 0 && !t.text && t.sense != lexicon.AFill && !r.eachItsOwn(st, toks, i) {
		if st.series != nil {
			st.each = st.series
		}
		st.figures, st.series, st.measures, st.lead = 0, nil, nil, t.at
	}
	if st.first == lexicon.NoSense && t.sense != lexicon.AFill && t.year == 0 {
		if st.first = t.sense; t.text {
			if st.first = lexicon.AText; i > 0 {
				r.nextProject(st, p)
			}
		}
	}
	if t.sense == lexicon.AFill && i > 0 && toks[i-1].mark == ',' && i+1 < len(toks) && carries(toks[i+1].sense) && lexicon.OneOf(totals, string(p.Text[t.at:t.end])) &&
		st.head != nil && st.head != st.subject {
		st.doubt = "说不准接着说的是哪一项"
	}
	if t.sense == lexicon.AFill {
		if s := r.ofYear(p, toks, i); s != nil {
			t.sense, t.subjects = lexicon.ASubject, []*lexicon.Subject{s}
		}
	}
	switch {
	case t.text:
		if i > 0 && (toks[i-1].sense == lexicon.ASubject || toks[i-1].number != nil) && string(p.Text[t.at:t.end]) == "中" {
			st.among = st.subject
		}
		if strings.TrimFunc(string(p.Text[t.at:t.end]), func(c rune) bool { return c < 0x4e00 || c > 0x9fff }) != "" {
			st.unknown = true
		}
	case t.year != 0:
		st.past = r.Year != 0 && t.year == r.Year-1
		if r.opensClause(toks, i) {
			st.about = t.year
		}
		if st.of = ""; r.Year != 0 && t.year != r.Year && r.opensClause(toks, i) {
			st.of = strconv.Itoa(t.year)
		}
	case t.sense == lexicon.AVersus:
		return r.versus(st, p, toks, i)
	case t.sense == lexicon.APast:
		if st.past = true; r.Year != 0 && r.opensClause(toks, i) {
			st.about, st.of = r.Year-1, strconv.Itoa(r.Year-1)
		}
	case t.sense == lexicon.ASpan:
		st.spanned = true
	case t.sense == lexicon.AFund:
		if !r.fundWord(st, p, toks, i) {
			st.unknown, st.strange = true, true
		}
	case t.sense == lexicon.APresent && st.sharing && st.whole == nil:
		st.whole = r.wholeYear(p, toks, i)
	case t.sense == lexicon.APresent:
		st.past = false
		if i+2 < len(toks) && toks[i+1].sense == lexicon.AFill && string(p.Text[t.at:toks[i+1].end]) == "全年支出" && toks[i+2].number != nil && toks[i+2].number.Kind == scan.Money &&
			passage.TopicOf(p)&(lexicon.ThreePublic|lexicon.Meetings) != 0 && st.measure == "" {
			st.measure = lexicon.Final // 公务接待费。全年支出 5.00 万元
		}
	case t.sense == lexicon.ASubject || t.subjects != nil && st.item == nil && r.opensClause(toks, i) && means(t.subjects, passage.TopicOf(p)):
		r.subjectWord(st, p, toks, i)
	case t.sense == lexicon.AMeasure:
		switch {
		case st.doing:
			st.doneOf = t.which
		case st.sharing && t.which == lexicon.Final: // 占三公经费支出决算的
		case st.sharing:
			st.sharing, st.doing, st.doneOf = false, true, t.which
		case lexicon.IsPlan(t.which) && st.dir != 0 && i > 0 && toks[i-1].which == lexicon.Budget && toks[i-1].end == t.at && i+1 < len(toks) && toks[i+1].number != nil:
			st.base = t.which // 超年初预算 5.00 万元
		default:
			st.measure, st.dir = t.which, 0
			st.measures = append(st.measures, t.which)
		}
		st.unknown = false
	case t.sense == lexicon.ARise, t.sense == lexicon.AFall:
		r.doubtOther(st, p, toks, i)
		st.dir, st.unknown = 1, false
		if t.sense == lexicon.AFall {
			st.dir = -1
		}
		if t.which == lexicon.Either {
			if st.dir = r.turnedBefore(st); st.dir == 0 {
				st.unknown = true
			}
			break
		}
		if t.which == lexicon.Moved {
			st.base = lexicon.Moved
			break
		}
		if t.which == lexicon.Budget && st.base == "" {
			st.base = r.planOf(st)
		}
	case t.sense == lexicon.ASame, t.sense == lexicon.ANearly:
		r.note(mention.Note{Sense: t.sense, Subject: st.sure(), Base: st.base, Passage: p, At: t.at, End: t.end, Sentence: r.sentence})
	case t.sense == lexicon.AMore, t.sense == lexicon.ALess, t.sense == lexicon.AnEqual:
		return r.compare(st, p, toks, i)
	case t.sense == lexicon.AShare:
		r.doubtOther(st, p, toks, i)
		if len(st.series) > 1 && together(p, t.at) { // 货物、服务两类合计占
			st.series, st.doubt = nil, "几项合在一起的数"
		}
		if len(st.series) < 2 && inARow(toks, i+1) {
			if len(st.series) == 0 && len(st.each) > 1 {
				st.series = st.each
			} else {
				r.respectively(st, p, toks, i)
			}
		}
		st.sharing, st.whole, st.unknown = true, nil, false
	case t.sense == lexicon.ADone:
		st.doing, st.doneOf, st.unknown, st.dir = true, "", false, 0
	case t.sense == lexicon.AGap:
		st.gapping, st.unknown = true, false
	case t.sense == lexicon.AReason && !r.fundsAsReason(st, p, toks, i+1):
		st.mode, st.amounts = reasons, false
	case t.sense == lexicon.AUsage && t.which == "" && (!st.here || i+1 < len(toks) && isItem(&toks[i+1])):
	case t.sense == lexicon.AUsage && listsRows(toks, i+1):
	case t.sense == lexicon.AUsage:
		st.mode, st.amounts = usage, false
	case t.sense == lexicon.AList && i+2 < len(toks) && toks[i+1].sense == lexicon.ASubject && toks[i+2].number != nil && toks[i+2].number.Kind == scan.Money && passage.TopicOf(p)&lexicon.AllMoney != 0:
		st.part, st.under, st.series = true, st.last, nil // 包括财政拨款收入 5.00 万元、…
	case t.sense == lexicon.AList:
		if st.mode, st.amounts, st.listAt = usage, false, t.end; passage.TopicOf(p) == lexicon.Basic {
			st.mode = listing
		}
	case t.sense == lexicon.AEach:
		if r.alike(st, p, toks, i) {
			return i
		}
		if len(st.series) == 0 && len(st.each) > 1 {
			st.series = st.each
		} else if len(st.series) < 2 {
			r.respectively(st, p, toks, i)
		}
	case t.sense == lexicon.APart:
		if st.last != nil && st.last.Passage == p && st.last.Column == lexicon.Change {
			st.past = false // 上年为 5.00 万元,增加 1.00 万元,其中 …: of this year again
		}
		st.part = true
		if st.under, st.series = st.last, nil; !st.parted && st.subject != nil && st.here {
			st.main, st.mainIs, st.parted = st.subject, st.doubt, true
		}
	case t.sense == lexicon.ANone:
		r.note(mention.Note{Sense: lexicon.ANone, Subject: st.sure(), Passage: p, At: t.at, End: t.end, Sentence: r.sentence})
	}
	return i
}

// turnedBefore is the direction of the change of the subject that the sentence gave before; 0 for none.
func (r *Reader) turnedBefore(st *state) int {
	for k := len(r.Mentions) - 1; k >= max(0, len(r.Mentions)-mention.Window) && r.Mentions[k].Sentence == r.sentence; k-- {
		if m := r.Mentions[k]; m.Subject == st.subject && (m.Column == lexicon.Change || m.Column == lexicon.PlanChange) {
			if st.base = m.Base; m.Number.Value.IsNegative() {
				return -1
			}
			return 1
		}
	}
	return 0
}

// planOf is the budget that the sentence spoke of before: what 超支 and 节约 are against.
func (r *Reader) planOf(st *state) string {
	for k := len(r.Mentions) - 1; k >= max(0, len(r.Mentions)-mention.Window) && r.Mentions[k].Sentence == r.sentence; k-- {
		if m := r.Mentions[k]; m.Subject == st.subject && lexicon.IsPlan(m.Column) {
			return m.Column
		}
	}
	return lexicon.OtherYear
}

// eachItsOwn says whether a word of change is that of the next figure of 分别 only: 分别增加 1.00
// 万元、减少 2.00 万元.
func (r *Reader) eachItsOwn(st *state, toks []token, i int) bool {
	t := &toks[i]
	return (t.sense == lexicon.ARise || t.sense == lexicon.AFall) && st.dir != 0 && st.figures > 0 && st.figures < len(st.series) && (toks[i-1].mark == '、' || toks[i-1].mark == ',')
}
