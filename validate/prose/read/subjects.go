package read

import (
	"strings"

	"suanqing/validate/amount"
	"suanqing/validate/bind"
	"suanqing/validate/form"
	"suanqing/validate/prose/lexicon"
	"suanqing/validate/prose/mention"
	"suanqing/validate/prose/passage"
	"suanqing/validate/prose/scan"
)

// subjectWord takes a word that names a subject.
func (r *Reader) subjectWord(st *state, p *passage.Passage, toks []token, i int) {
	t := &toks[i]
	s, doubt := r.resolve(st, p, t)
	if st.item == nil && st.carried != nil && st.subject == st.carried && !st.here && carries(st.first) {
		st.item = st.carried // the sentence goes on about it
	}
	if s != nil && s.Static && (st.item != nil || st.carried != nil && (st.first == lexicon.APart || i == 0 && st.carried.Digits == DigitsOf[2])) {
		if column := string(p.Text[t.at:t.end]); column == BasicOutlay || column == ProjectOutlay {
			if st.item == nil {
				s, doubt = nil, "说不准是哪个科目的"
			} else {
				s, doubt = r.part(st.item, column), "" // of the item, and not of all
			}
		}
	}
	if s != nil && s.Static && !st.sharing && (string(p.Text[t.at:t.end]) != BasicOutlay && string(p.Text[t.at:t.end]) != ProjectOutlay) {
		if row := rowBefore(p, toks, i); row != nil && row == st.subject && s.Key == lexicon.KeyGeneral && row.Form == "F05" {
			return // 教育支出(类)一般公共预算支出 5.00 万元
		} else if row != nil {
			doubt = "说不准是哪个科目的"
		}
	}
	if st.sharing {
		if st.whole = s; s != nil && s == st.subject && strings.HasPrefix(string(p.Text[t.at:t.end]), "本年支出") {
			st.whole = r.ByKey[lexicon.KeySpending] // of all money, of which it is a part
		}
		return
	}
	if doubt == "" && s != nil {
		if s, doubt = r.within(st, s); doubt == "" {
			s, doubt = r.ofOneKind(st, p, toks, i, s)
		}
	}
	if st.head == nil {
		st.head = s
	}
	if s = r.ofKind(st, p, t, s); st.kind == nil {
		st.kind = s
	}
	switch {
	case doubt != "":
	case st.ofOthers(p, t.at) || !r.mayPrecede(st, p, toks, i):
		if doubt = "前面的词没认出，说不准是哪一项"; turnedBy(p, toks, i) {
			doubt = turnedOnly
		}
	case st.doubt == turnedOnly && i > 1 && toks[i-1].mark == '、' && toks[i-2].number != nil:
		doubt = turnedOnly // 减少基本支出 2.00 万元、项目支出 3.00 万元
	case i > 1 && (toks[i-1].mark == '、' || toks[i-1].sense == lexicon.AVersus) && toks[i-2].sense == lexicon.AFund:
		doubt = "几项合在一起的数" // 一般公共预算和政府性基金预算财政拨款支出
	case st.ofPlan(p) && strings.HasSuffix(s.Key, "采购"):
		doubt = "预算的构成，没有可以核对的数"
	}
	if doubt == "" && st.about == r.Year-1 && r.Year != 0 && i+1 < len(toks) && toks[i+1].number != nil && r.afterLast() {
		doubt = eitherYear
	}
	joined := i > 0 && (toks[i-1].mark == '、' || toks[i-1].sense == lexicon.AVersus) && len(st.series) > 0 && st.figures == 0 && !st.bracketed
	if !joined {
		st.series, st.each = nil, nil
		st.past = st.past && i > 0 && r.yearBefore(toks, i)
	}
	st.series = append(st.series, s)
	st.subject, st.doubt, st.weak, st.here, st.part, st.strange, st.amount, st.valued, st.bracketed = s, doubt, false, true, false, false, false, false, false
	switch {
	case s == nil:
	case s.Digits > 0:
		st.item = s
	case s.Static:
		st.item = nil
	}
	st.measure, st.dir, st.doing, st.gapping, st.unknown = "", 0, false, false, false
	if i > 0 && toks[i-1].end == t.at && toks[i-1].sense == lexicon.AMeasure && lexicon.IsPlan(toks[i-1].which) {
		st.measure = toks[i-1].which // 年初预算基本支出
	}
	if !joined {
		st.measures = nil
	}
	if st.figures == 0 && len(st.series) == 1 {
		st.lead = t.at
	}
}

// turnedOnly is why a name with 增加 or 减少 right before it is not judged, nor those in a list with it.
const turnedOnly = "说的是增减的一部分，说不准是哪一项的"

// turnedBy says whether 增加 or 减少, or a verb of what was moved, stands right before a token.
func turnedBy(p *passage.Passage, toks []token, i int) bool {
	at := toks[i].at
	return i > 0 && (toks[i-1].sense == lexicon.ARise || toks[i-1].sense == lexicon.AFall) && toks[i-1].end == at || endsInAny(string(p.Text[max(0, at-4):at]), moved)
}

// ofPlan says whether the sentence parts what was to be bought: 政府采购预算中,货物 …; 政府采购预算 9.00
// 万元,其中:货物 ….
func (st *state) ofPlan(p *passage.Passage) bool {
	const plan = "政府采购预算"
	return st.among != nil && st.among.Key == plan || st.under != nil && st.under.Passage == p && st.under.Subject != nil && st.under.Subject.Key == plan
}

// rowBefore is the row of a form that is named right before a word, as if that were of it; nil for none.
func rowBefore(p *passage.Passage, toks []token, i int) *lexicon.Subject {
	k := i - 1
	for k > 0 && toks[k].sense == lexicon.AFill && toks[k].mark == 0 && toks[k].end == toks[k+1].at {
		if strings.ContainsRune("等及", p.Text[toks[k].at]) { // examples of it
			return nil
		}
		k--
	}
	if k < 0 || toks[k].sense != lexicon.ASubject || toks[k].end != toks[k+1].at || len(toks[k].subjects) == 0 || toks[k].subjects[0].Digits == 0 {
		return nil
	}
	return toks[k].subjects[0]
}

// within is what a subject means as a part of another: 授予中小企业合同金额 …,其中:货物 ….
func (r *Reader) within(st *state, s *lexicon.Subject) (*lexicon.Subject, string) {
	of := st.given
	switch {
	case !strings.HasSuffix(s.Key, "采购") || s.Key == lexicon.KeyProcured:
		st.given = ""
		return s, ""
	case st.part && st.under != nil && st.under.Subject != nil:
		of = st.under.Subject.Key
	case of == "" && st.here && st.subject != nil && st.figures == 0 && !st.amount: // 合同金额中,货物 …
		of = st.subject.Key
	}
	if of != "授予中小企业" && of != "授予小微企业" {
		return s, ""
	}
	st.given = of
	if of == "授予小微企业" {
		return nil, "说不准是哪一类授予小微企业的"
	}
	return r.ByKey[strings.TrimSuffix(s.Key, "采购")+of], ""
}

// ofOneKind is what small firms got of one kind of what was bought: 货物 5.00 万元中授予中小企业 …;
// 货物 5.00 万元,其中授予中小企业 …;工程 ….
func (r *Reader) ofOneKind(st *state, p *passage.Passage, toks []token, i int, s *lexicon.Subject) (*lexicon.Subject, string) {
	if s.Key != "授予中小企业" && s.Key != "授予小微企业" && s.Key != "授予中型企业" || i == 0 {
		return s, ""
	}
	k := i - 1
	for k > 0 && (toks[k].sense == lexicon.APart || toks[k].mark == ',' || toks[k].mark == ':') {
		k--
	}
	var kind *lexicon.Subject
	switch word := string(p.Text[toks[k].at:toks[k].end]); {
	case toks[k].text && word == "中" && st.among != nil:
		kind, st.among = st.among, nil
	case st.part && st.under != nil && st.under.Passage == p && r.aloneOfItsKind(st.under):
		kind = st.under.Subject
	}
	switch {
	case kind == nil || !strings.HasSuffix(kind.Key, "采购") || kind.Key == lexicon.KeyProcured:
		return s, ""
	case s.Key != "授予中小企业":
		return nil, "说不准是哪一类授予小微企业的"
	}
	return r.ByKey[strings.TrimSuffix(kind.Key, "采购")+s.Key], ""
}

// aloneOfItsKind says whether a kind of what was bought is not the last one of a list of them, of
// all of which a part would be said, and not all that was bought.
func (r *Reader) aloneOfItsKind(kind *mention.Mention) bool {
	if kind.Subject == nil {
		return false
	}
	for k := kind.Index - 1; k >= max(0, kind.Index-mention.Window) && r.Mentions[k].Passage == kind.Passage; k-- {
		n := r.Mentions[k]
		if n.Number.Kind != scan.Money || n.Subject == nil {
			continue
		}
		list := n.Subject != kind.Subject && strings.HasSuffix(n.Subject.Key, "采购") && n.Subject.Key != lexicon.KeyProcured
		return !list && !(n.Subject.Key == lexicon.KeyProcured && n.Number.Value == kind.Number.Value)
	}
	return true
}

// spentOf are the expenditures of the kinds of money whose income is named first.
var spentOf = map[string]string{"一般公共预算收入": lexicon.KeyGeneral, "政府性基金收入": "政府性基金支出", "国有资本收入": "国有资本支出"}

// ofKind is what 本年支出 means in a paragraph that begins with one kind of money: that
// kind's.
func (r *Reader) ofKind(st *state, p *passage.Passage, t *token, s *lexicon.Subject) *lexicon.Subject {
	if st.kind == nil || s == nil || !strings.HasPrefix(string(p.Text[t.at:t.end]), "本年支出") {
		return s
	}
	if key := spentOf[st.kind.Key]; key != "" {
		return r.ByKey[key]
	}
	return s
}

// eitherYear is why a part behind last year's amount is not judged: 上年支出 9.00 万元,其中基本支出
// 5.00 万元,项目支出 4.00 万元.
const eitherYear = "说不准是本年的还是上年的"

// afterLast says whether the figure before, in this sentence, is last year's, or may be.
func (r *Reader) afterLast() bool {
	n := len(r.Mentions)
	return n > 0 && r.Mentions[n-1].Sentence == r.sentence && (r.Mentions[n-1].Column == lexicon.Before || r.Mentions[n-1].Unsure == eitherYear)
}

// yearBefore says whether a year stands in the clause of a token before it.
func (r *Reader) yearBefore(toks []token, i int) bool {
	for k := i - 1; k >= max(0, i-mention.Window) && (toks[k].mark == 0 || toks[k].mark == '、'); k-- {
		if toks[k].year != 0 || toks[k].sense == lexicon.APast {
			return true
		}
	}
	return false
}

// resolve is the subject that a word means in its section.
func (r *Reader) resolve(st *state, p *passage.Passage, t *token) (*lexicon.Subject, string) {
	about := passage.TopicOf(p)
	var fit []*lexicon.Subject
	for _, s := range t.subjects {
		if s.In&about != 0 {
			fit = append(fit, s)
		}
	}
	switch {
	case len(fit) == 0:
		return nil, "这一部分里说不准是哪一项"
	case fit[0].ID == "general-short" && r.grantsMeant(p, t.end) && !strings.Contains(string(p.Text[t.at:t.end]), "一般公共预算"):
		return r.ByKey[lexicon.KeyGrantsSpent], ""
	case p.Section.All && (fit[0].ID == "general-basic" || fit[0].ID == "general-project") && !st.onGeneral() && !strings.Contains(string(p.Text[t.at:t.end]), "一般公共预算"):
		return fit[0], "说不准是全部财政拨款的，还是一般公共预算的"
	case !fit[0].Static && explained(p, t):
		return nil, "说的是括号里的几项"
	case len(fit) == 1 || fit[0].Static:
		return fit[0], ""
	}
	if s := r.printedCode(p, t, fit); s != nil {
		return s, ""
	}
	if s := r.parentBefore(p, t, fit); s != nil {
		return s, ""
	}
	if s := r.onlyChild(fit); s != nil {
		return s, ""
	}
	if s := r.byFigure(p, t, fit); s != nil {
		return s, ""
	}
	return fit[0], "“" + string(p.Text[t.at:t.end]) + "”在表里不止一行"
}

// explained says whether brackets behind 其他支出 say what it is of, which is then no row of that name:
// 其他支出(上缴上级支出、经营支出).
func explained(p *passage.Passage, t *token) bool {
	if !strings.HasPrefix(string(p.Text[t.at:t.end]), "其他") || t.end >= len(p.Text) || p.Text[t.end] != '(' {
		return false
	}
	inside, _, ok := strings.Cut(string(p.Text[t.end+1:min(len(p.Text), t.end+lexicon.LongestHeading)]), ")")
	return ok && lexicon.HasAny(inside, "支出|收入") && !passage.HasAmount([]rune(inside))
}

// printedCode is the row whose code stands right before its name, or in brackets behind it:
// 2010301行政运行, 行政运行(2010301).
func (r *Reader) printedCode(p *passage.Passage, t *token, fit []*lexicon.Subject) *lexicon.Subject {
	from := t.at
	if from > 0 && strings.ContainsRune(")]", p.Text[from-1]) {
		from--
	}
	last := from
	for from > 0 && last-from < 8 && scan.IsDigit(p.Text[from-1]) {
		from--
	}
	before, behind := string(p.Text[from:last]), ""
	if t.end < len(p.Text) && strings.ContainsRune("([", p.Text[t.end]) {
		to := t.end + 1
		for to < len(p.Text) && to-t.end < 9 && scan.IsDigit(p.Text[to]) {
			to++
		}
		if to < len(p.Text) && strings.ContainsRune(")]", p.Text[to]) {
			behind = string(p.Text[t.end+1 : to])
		}
	}
	if behind != "" {
		before = behind // what stands before is the code of another then
	}
	for _, s := range fit {
		if s.Code != "" && s.Code == before {
			return s
		}
	}
	return nil
}

// byFigure is the one row of several of one name that has an amount of the sentence behind the name;
// nil where none or more than one has.
func (r *Reader) byFigure(p *passage.Passage, t *token, fit []*lexicon.Subject) (only *lexicon.Subject) {
	for at := t.end; at < len(p.Text) && p.Text[at] != '。' && p.Text[at] != ';' && at < t.end+farthest; at++ {
		if !scan.IsDigit(p.Text[at]) || scan.IsDigit(p.Text[at-1]) || p.Text[at-1] == '.' {
			continue
		}
		n, _, ok := scan.NumberAt(p.Text, at)
		unit, known := amount.UnitNamed(n.Unit)
		if !ok || n.Kind != scan.Money || !known {
			continue
		}
		stated, ok := unit.In(r.Unit, n.Value)
		if !ok {
			continue
		}
		for _, s := range fit {
			f := r.figureOf(s)
			if f == nil || stated.Sub(f.Value).Abs().Cmp(unit.HalfUnit(r.Unit, n.Places)) > 0 && stated.Sub(f.Value).Abs().Cmp(f.Half) > 0 {
				continue
			}
			if only != nil && only != s {
				return nil
			}
			only = s
		}
	}
	return only
}

// farthest is how many characters behind a name such an amount stands at most.
const farthest = 60

// figureOf is what a form has in a row; nil for nothing.
func (r *Reader) figureOf(s *lexicon.Subject) *bind.Figure {
	t := r.Book.Tables[form.ID(s.Form)]
	if t == nil || s.Code == "" || s.Form == "F06" {
		return nil
	}
	row := t.Row(s.Code)
	if row == nil {
		return nil
	}
	f := row.Figure(finalColumn(form.ID(s.Form)))
	if f == nil || f.State != bind.Money {
		return nil
	}
	return f
}

// onlyChild is the deepest of rows of one name that have one amount, each below the other.
func (r *Reader) onlyChild(fit []*lexicon.Subject) *lexicon.Subject {
	deepest := fit[0]
	for _, s := range fit[1:] {
		if len(s.Code) > len(deepest.Code) {
			deepest = s
		}
	}
	t := r.Book.Tables[form.ID(deepest.Form)]
	if t == nil {
		return nil
	}
	column := finalColumn(form.ID(deepest.Form))
	if deepest.Form == "F06" {
		column = "金额"
	}
	row := t.Row(deepest.Code)
	for _, s := range fit {
		other := t.Row(s.Code)
		if s.Code == "" || s.Form != deepest.Form || !strings.HasPrefix(deepest.Code, s.Code) || row == nil || other == nil ||
			row.Figure(column) == nil || other.Figure(column) == nil || row.Figure(column).Value != other.Figure(column).Value {
			return nil
		}
	}
	return deepest
}
