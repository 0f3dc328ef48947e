package prose

import (
	"strconv"
	"strings"

	"suanqing/validate/form"
)

// versus reads what a change is against: 与2022年度相比, 比年初预算数.
func (r *reader) versus(st *state, p *passage, toks []token, i int) int {
	base, k := "", i+1
	st.againstOlder = false
scan:
	for ; k < min(len(toks), i+window); k++ {
		switch t := &toks[k]; {
		case t.year != 0:
			switch {
			case r.year == 0 || t.year == r.year-1:
				base = before
			case t.year == r.year-2 && st.about == r.year-1:
				base = otherYear
			case t.year == r.year-2:
				base, st.againstOlder = before, true
				r.note(note{aYear, st.sure(), strconv.Itoa(t.year), p, t.at, t.end, r.sentence})
			case t.year != r.year:
				base = otherYear
			}
		case t.sense == aPast:
			base = before
		case t.sense == aPresent:
		case t.sense == aMeasure && t.which != final:
			if base == before {
				base = otherYear // its budget
			} else if base != otherYear {
				base = t.which
			}
		case t.sense == aMeasure, t.sense == aFill, t.sense == aVersus && k > i+1:
		case t.sense == aSubject && base != "":
		default:
			break scan
		}
	}
	if base == "" {
		return i
	}
	if ofUnknown(p, toks, i) {
		st.doubt = "前面的词没认出，说不准是哪一项"
	}
	if base == before && st.about == 0 {
		for k := max(0, len(r.mentions)-window); k < len(r.mentions); k++ { // compared with last year already
			if m := r.mentions[k]; st.againstOlder && m.passage == p && m.subject == st.subject && m.base == before {
				base = otherYear
			}
		}
	}
	st.base, st.unknown, st.past, st.of = base, false, false, ""
	if k < len(toks) && toks[k].number != nil && toks[k].number.kind == money { // 与上年的12.25万元相比
		if st.versed = true; base == before {
			st.past = true
		} else {
			st.measure, st.dir = base, 0
		}
	}
	return k - 1
}

// compare reads 决算数大于预算数.
func (r *reader) compare(st *state, p *passage, toks []token, i int) int {
	t := &toks[i]
	base, k := "", i+1
	for ; k < len(toks) && k < i+6; k++ {
		n := &toks[k]
		if n.sense == aMeasure && n.which != final {
			base = n.which
			break
		}
		if n.year == 0 && n.sense != aFill && n.sense != aPresent {
			break
		}
	}
	if base == "" {
		return i
	}
	if next := k + 1; next < len(toks) && toks[next].number != nil && t.sense != anEqual { // 超出年初预算 38.05 万元
		st.base, st.dir, st.unknown = base, 1, false
		if t.sense == aLess {
			st.dir = -1
		}
		return k
	}
	for b := i - 1; b >= 0 && b >= i-4; b-- {
		if toks[b].sense == aMeasure && toks[b].which == final {
			r.note(note{t.sense, st.sure(), base, p, toks[b].at, toks[k].end, r.sentence})
			return k
		}
		if toks[b].year == 0 && toks[b].sense != aFill {
			break
		}
	}
	return k
}

// respectively reads 分别 behind subjects that each had their figure: 货物 1.00 万元、服务
// 3.00 万元,分别占 25 %、75 %. Where it is not certain which they are, nothing is.
func (r *reader) respectively(st *state, p *passage, toks []token, i int) {
	n, sharing := 0, false
	for k := i + 1; k < min(len(toks), i+window); k++ {
		if t := &toks[k]; t.number != nil {
			n++
		} else if sharing = sharing || t.sense == aShare; n == 0 && sharing && t.sense == aSubject || joinsNumbers(p, toks, k) {
			continue // 分别占基本支出的 30 % 和 70 %
		} else if t.mark != '、' && (t.mark != ',' || n == 0 || k+1 == len(toks) || toks[k+1].number == nil) && (n > 0 || t.mark != 0 || t.sense == aSubject) {
			break
		}
	}
	if n < 2 || st.subject != nil && st.subject.pair != "" || len(st.measures) > 1 {
		return
	}
	var each []*subject
	for k := len(r.mentions) - 1; k >= 0 && len(each) < n && r.mentions[k].sentence == r.sentence; k-- {
		m := r.mentions[k]
		if m.number.kind != money || m.column != final {
			continue
		}
		if m.subject == nil || len(each) > 0 && each[0] == m.subject {
			break
		}
		each = append([]*subject{m.subject}, each...)
	}
	if len(each) == n {
		st.series = each
		return
	}
	st.doubt = "说不准“分别”说的是哪几项"
}

// joinsNumbers says whether a token is the 和 between two numbers.
func joinsNumbers(p *passage, toks []token, k int) bool {
	t := &toks[k]
	return k > 0 && k+1 < len(toks) && t.mark == 0 && toks[k-1].number != nil && toks[k+1].number != nil && t.end == t.at+1 && strings.ContainsRune("和与及", p.text[t.at])
}

// subjectWord takes a word that names a subject.
func (r *reader) subjectWord(st *state, p *passage, toks []token, i int) {
	t := &toks[i]
	s, doubt := r.resolve(st, p, t)
	if st.item == nil && st.carried != nil && st.subject == st.carried && !st.here && carries(st.first) {
		st.item = st.carried // the sentence goes on about it
	}
	if s != nil && s.static && (st.item != nil || st.carried != nil && (st.first == aPart || i == 0 && st.carried.digits == digitsOf[2])) {
		if column := string(p.text[t.at:t.end]); column == basicOutlay || column == projectOutlay {
			if st.item == nil {
				s, doubt = nil, "说不准是哪个科目的"
			} else {
				s, doubt = r.part(st.item, column), "" // of the item, and not of all
			}
		}
	}
	if st.sharing {
		if st.whole = s; s != nil && s == st.subject && strings.HasPrefix(string(p.text[t.at:t.end]), "本年支出") {
			st.whole = r.byKey[keySpending] // of all money, of which it is a part
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
	if doubt == "" && (st.ofOthers(p, t.at) || !r.mayPrecede(st, p, toks, i)) {
		doubt = "前面的词没认出，说不准是哪一项"
	}
	joined := i > 0 && (toks[i-1].mark == '、' || toks[i-1].sense == aVersus) && len(st.series) > 0 && st.figures == 0 && !st.bracketed
	if !joined {
		st.series, st.each = nil, nil
		st.past = st.past && i > 0 && r.yearBefore(toks, i)
	}
	st.series = append(st.series, s)
	st.subject, st.doubt, st.weak, st.here, st.part, st.strange, st.amount, st.valued, st.bracketed = s, doubt, false, true, false, false, false, false, false
	switch {
	case s == nil:
	case s.digits > 0:
		st.item = s
	case s.static:
		st.item = nil
	}
	st.measure, st.dir, st.doing, st.gapping, st.unknown = "", 0, false, false, false
	if i > 0 && toks[i-1].end == t.at && toks[i-1].sense == aMeasure && isPlan(toks[i-1].which) {
		st.measure = toks[i-1].which // 年初预算基本支出
	}
	if !joined {
		st.measures = nil
	}
	if st.figures == 0 && len(st.series) == 1 {
		st.lead = t.at
	}
}

// within is what a subject means as a part of another: 授予中小企业合同金额 …,其中:货物 ….
func (r *reader) within(st *state, s *subject) (*subject, string) {
	of := st.given
	switch {
	case !strings.HasSuffix(s.key, "采购") || s.key == keyProcured:
		st.given = ""
		return s, ""
	case st.part && st.under != nil && st.under.subject != nil:
		of = st.under.subject.key
	case of == "" && st.here && st.subject != nil && st.figures == 0 && !st.amount: // 合同金额中,货物 …
		of = st.subject.key
	}
	if of != "授予中小企业" && of != "授予小微企业" {
		return s, ""
	}
	st.given = of
	if of == "授予小微企业" {
		return nil, "说不准是哪一类授予小微企业的"
	}
	return r.byKey[strings.TrimSuffix(s.key, "采购")+of], ""
}

// ofOneKind is what small firms got of one kind of what was bought: 货物 5.00 万元中授予中小企业 …;
// 货物 5.00 万元,其中授予中小企业 …;工程 ….
func (r *reader) ofOneKind(st *state, p *passage, toks []token, i int, s *subject) (*subject, string) {
	if s.key != "授予中小企业" && s.key != "授予小微企业" && s.key != "授予中型企业" || i == 0 {
		return s, ""
	}
	k := i - 1
	for k > 0 && (toks[k].sense == aPart || toks[k].mark == ',' || toks[k].mark == ':') {
		k--
	}
	var kind *subject
	switch word := string(p.text[toks[k].at:toks[k].end]); {
	case toks[k].text && word == "中" && st.among != nil:
		kind, st.among = st.among, nil
	case st.part && st.under != nil && st.under.passage == p && r.aloneOfItsKind(st.under):
		kind = st.under.subject
	}
	switch {
	case kind == nil || !strings.HasSuffix(kind.key, "采购") || kind.key == keyProcured:
		return s, ""
	case s.key != "授予中小企业":
		return nil, "说不准是哪一类授予小微企业的"
	}
	return r.byKey[strings.TrimSuffix(kind.key, "采购")+s.key], ""
}

// aloneOfItsKind says whether a kind of what was bought is not the last one of a list of them, of
// all of which a part would be said, and not all that was bought.
func (r *reader) aloneOfItsKind(kind *mention) bool {
	if kind.subject == nil {
		return false
	}
	for k := kind.index - 1; k >= max(0, kind.index-window) && r.mentions[k].passage == kind.passage; k-- {
		n := r.mentions[k]
		if n.number.kind != money || n.subject == nil {
			continue
		}
		list := n.subject != kind.subject && strings.HasSuffix(n.subject.key, "采购") && n.subject.key != keyProcured
		return !list && !(n.subject.key == keyProcured && n.number.value == kind.number.value)
	}
	return true
}

// spentOf are the expenditures of the kinds of money whose income is named first.
var spentOf = map[string]string{"一般公共预算收入": keyGeneral, "政府性基金收入": "政府性基金支出", "国有资本收入": "国有资本支出"}

// ofKind is what 本年支出 means in a paragraph that begins with one kind of money: that
// kind's.
func (r *reader) ofKind(st *state, p *passage, t *token, s *subject) *subject {
	if st.kind == nil || s == nil || !strings.HasPrefix(string(p.text[t.at:t.end]), "本年支出") {
		return s
	}
	if key := spentOf[st.kind.key]; key != "" {
		return r.byKey[key]
	}
	return s
}

// yearBefore says whether a year stands in the clause of a token before it.
func (r *reader) yearBefore(toks []token, i int) bool {
	for k := i - 1; k >= max(0, i-window) && (toks[k].mark == 0 || toks[k].mark == '、'); k-- {
		if toks[k].year != 0 || toks[k].sense == aPast {
			return true
		}
	}
	return false
}

// resolve is the subject that a word means in its section.
func (r *reader) resolve(st *state, p *passage, t *token) (*subject, string) {
	about := topicOf(p)
	var fit []*subject
	for _, s := range t.subjects {
		if s.in&about != 0 {
			fit = append(fit, s)
		}
	}
	switch {
	case len(fit) == 0:
		return nil, "这一部分里说不准是哪一项"
	case fit[0].id == "general-short" && r.grantsMeant(p, t.end) && !strings.Contains(string(p.text[t.at:t.end]), "一般公共预算"):
		return r.byKey[keyGrantsSpent], ""
	case p.section.all && (fit[0].id == "general-basic" || fit[0].id == "general-project") && !st.onGeneral() && !strings.Contains(string(p.text[t.at:t.end]), "一般公共预算"):
		return fit[0], "说不准是全部财政拨款的，还是一般公共预算的"
	case len(fit) == 1 || fit[0].static:
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
	return fit[0], "“" + string(p.text[t.at:t.end]) + "”在表里不止一行"
}

// printedCode is the row whose code stands right before its name, or in brackets behind it:
// 2010301行政运行, 行政运行(2010301).
func (r *reader) printedCode(p *passage, t *token, fit []*subject) *subject {
	from := t.at
	if from > 0 && strings.ContainsRune(")]", p.text[from-1]) {
		from--
	}
	last := from
	for from > 0 && last-from < 8 && isDigit(p.text[from-1]) {
		from--
	}
	before, behind := string(p.text[from:last]), ""
	if t.end < len(p.text) && strings.ContainsRune("([", p.text[t.end]) {
		to := t.end + 1
		for to < len(p.text) && to-t.end < 9 && isDigit(p.text[to]) {
			to++
		}
		if to < len(p.text) && strings.ContainsRune(")]", p.text[to]) {
			behind = string(p.text[t.end+1 : to])
		}
	}
	if behind != "" {
		before = behind // what stands before is the code of another then
	}
	for _, s := range fit {
		if s.code != "" && s.code == before {
			return s
		}
	}
	return nil
}

// onlyChild is the deepest of rows of one name that have one amount, each below the other.
func (r *reader) onlyChild(fit []*subject) *subject {
	deepest := fit[0]
	for _, s := range fit[1:] {
		if len(s.code) > len(deepest.code) {
			deepest = s
		}
	}
	t := r.book.Tables[form.ID(deepest.form)]
	if t == nil {
		return nil
	}
	column := finalColumn(form.ID(deepest.form))
	if deepest.form == "F06" {
		column = "金额"
	}
	row := t.Row(deepest.code)
	for _, s := range fit {
		other := t.Row(s.code)
		if s.code == "" || s.form != deepest.form || !strings.HasPrefix(deepest.code, s.code) || row == nil || other == nil ||
			row.Figure(column) == nil || other.Figure(column) == nil || row.Figure(column).Value != other.Figure(column).Value {
			return nil
		}
	}
	return deepest
}
