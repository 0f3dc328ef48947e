package prose

import (
	"sort"
	"strings"

	"suanqing/validate/amount"
	"suanqing/validate/bind"
	"suanqing/validate/report"
)

// said judges what the text says without a figure.
func (j *judging) said() {
	for i := range j.notes {
		n := &j.notes[i]
		if n.subject == nil {
			continue
		}
		switch n.sense {
		case aMore, aLess, anEqual:
			j.compared(n)
		case aSame, aNearly:
			j.same(n)
		case aYear:
			j.otherBase(n)
		}
	}
	j.years()
	j.contradictions()
	j.departments()
	j.contents()
	j.none()
	j.counts()
	j.stock()
	j.averages()
	j.corroborated()
	j.economicNames()
	j.leftOvers()
}

// told tells something about words.
func (j *judging) told(id string, severity report.Severity, p *passage, from, to int, words string, cells ...report.Cell) {
	if len(j.findings) >= mostFindings {
		return
	}
	r := ruleByID[id]
	j.judged(id, report.Violated)
	f := report.Finding{Rule: id, Severity: severity, Title: r.Title, Why: r.Why, Hint: r.Hint, Message: j.place(p) + "：" + words + "。",
		Cells: append([]report.Cell{j.wordsAt(p, from, to)}, cells...)}
	j.add(f, nil)
}

// pseudo is a mention for a note, for finding what is near it.
func (j *judging) pseudo(n *note) *mention {
	index := sort.Search(len(j.mentions), func(i int) bool {
		m := j.mentions[i]
		return m.sentence > n.sentence || m.passage == n.passage && m.number.at > n.at
	})
	return &mention{passage: n.passage, sentence: n.sentence, index: index, subject: n.subject, lead: n.at, number: number{at: n.at, digits: n.end, end: n.end}}
}

// compared judges 决算数大于预算数.
func (j *judging) compared(n *note) {
	at := j.pseudo(n)
	now := j.near(at, n.subject.key, final, false)
	columns := []string{n.base, budget}
	if n.base == budget {
		columns = j.nearest(at, []string{budget, opening, adjusted})
	}
	var plan *mention
	for _, c := range columns {
		if plan = j.near(at, n.subject.key, c, false); plan != nil {
			break
		}
	}
	if plan == nil {
		j.comparedDone(n, at)
		return
	}
	if now == nil || now.passage != plan.passage {
		return
	}
	word := string(n.passage.text[n.at:n.end])
	o := operands{}
	o.put(way, j.exactly(ways[n.sense]))
	o.put(final, coarse(now))
	o.put(than, coarse(plan))
	in, _ := j.evaluate(ruleByID["text.direction"].Equation, n.subject, &o)
	if in == nil {
		return
	}
	if in.Bears() {
		j.judged("text.direction", report.Holds)
		return
	}
	j.judged("text.direction", report.Violated)
	if now.finding > 0 && now.suspect || plan.finding > 0 {
		j.attach(max(now.finding, plan.finding)-1, &operands{mentions: []*mention{now}})
		return
	}
	j.told("text.direction", report.Error, n.passage, n.at, n.end, "“"+n.subject.label()+"”写的是“"+word+"”，但决算数 "+now.shown()+"、预算数 "+plan.shown(), j.cell(now, report.Right), j.cell(plan, report.Right))
}

// ways are the directions that words of comparison say.
var ways = map[sense]int64{aMore: 1, aLess: -1, anEqual: 0, aSame: 0, aNearly: 0}

// Which of the further equations of text.direction is of what.
const (
	byChange = iota
	byDone
)

// coarse is a figure as words compare it: no finer than to two decimals.
func coarse(m *mention) *bind.Figure {
	return over(&m.figure, larger(m.figure.Half, amount.New(5, -3)))
}

// comparedDone judges 决算数大于预算数 by the completion, where the budget is not stated.
func (j *judging) comparedDone(n *note, at *mention) {
	m := j.near(at, n.subject.key, done, false)
	if m == nil || m.passage != n.passage {
		return
	}
	o := operands{}
	o.put(way, j.exactly(ways[n.sense]))
	o.put(done, over(&m.figure, amount.New(5, -m.number.places-1)))
	o.put(wholeDone, j.exactly(100))
	in, _ := j.evaluate(ruleByID["text.direction"].Further[byDone], n.subject, &o)
	if in != nil && !in.Bears() && n.sense != anEqual {
		j.told("text.direction", report.Error, n.passage, n.at, n.end, "“"+n.subject.label()+"”写的是“"+string(n.passage.text[n.at:n.end])+"”，但完成率是 "+m.shown(), j.cell(m, report.Right))
		return
	}
	j.judged("text.direction", report.Holds)
}

// same judges 与预算持平.
func (j *judging) same(n *note) {
	at := j.pseudo(n)
	now := j.near(at, n.subject.key, final, false)
	if now == nil || now.passage != n.passage {
		return
	}
	columns := []string{n.base}
	switch {
	case n.base == budget:
		columns = j.nearest(at, []string{budget, opening, adjusted})
	case n.base == "":
		return
	}
	var other *mention
	for _, c := range columns {
		if other = j.near(at, n.subject.key, c, false); other != nil {
			break
		}
	}
	if delta := j.near(at, n.subject.key, change, false); n.base == before && delta != nil && delta.sentence == n.sentence && n.sense == aSame && delta.number.end > n.at-40 && j.moves(n, delta) {
		j.told("text.same", report.Error, n.passage, n.at, n.end, "“"+n.subject.label()+"”写的是“"+string(n.passage.text[n.at:n.end])+"”，同一句又写"+delta.direction()+" "+delta.shown(), j.cell(delta, report.Right))
		return
	}
	if other == nil || other.passage != n.passage {
		return
	}
	o := operands{}
	a, b := coarse(now), coarse(other)
	if one, ok := other.figure.Value.Shift(-2); n.sense == aNearly && ok && one.Abs().Cmp(a.Half.Add(b.Half)) > 0 {
		a.Half, b.Half = amount.Zero, one.Abs()
	}
	o.put(final, a)
	o.put(than, b)
	in, _ := j.evaluate(ruleByID["text.same"].Equation, n.subject, &o)
	if in == nil {
		return
	}
	if in.Bears() {
		j.judged("text.same", report.Holds)
		return
	}
	j.judged("text.same", report.Violated)
	if now.suspect && now.finding > 0 || other.finding > 0 {
		return
	}
	j.told("text.same", report.Error, n.passage, n.at, n.end, "“"+n.subject.label()+"”写的是“"+string(n.passage.text[n.at:n.end])+"”，但决算数 "+now.shown()+"、"+other.columnWord()+" "+other.shown(), j.cell(now, report.Right), j.cell(other, report.Right))
}

// moves says whether an amount of change speaks against words that say there is none.
func (j *judging) moves(n *note, delta *mention) bool {
	o := operands{}
	o.put(way, j.exactly(ways[n.sense]))
	o.put(change, over(&delta.figure, asRounded))
	in, _ := j.evaluate(ruleByID["text.same"].Further[byChange], n.subject, &o)
	return in != nil && !in.Bears()
}

// noneOf are the sections that may say that there is nothing, with the cells that then have
// nothing, parted by ";": each is an equation of text.none.
var noneOf = []struct {
	in    topic
	words string
	cells string
}{
	{fund, "政府性基金", "F07[合计, 本年收入];F07[合计, 小计]"},
	{capital, "国有资本", "F08[合计, 本年收入];F08[合计, 小计]"},
	{threePublic, "三公", "F09[决算数, 合计]"},
	{threePublic, "因公出国(境)费", "F09[决算数, 因公出国（境）费]"},
	{threePublic, "公务用车购置费", "F09[决算数, 公务用车购置费]"},
	{threePublic, "公务用车运行维护费", "F09[决算数, 公务用车运行维护费]"},
	{threePublic, "公务接待费", "F09[决算数, 公务接待费]"},
	{threePublic | meetings, "会议费", "F06[30215, 金额]"},
	{threePublic | meetings, "培训费", "F06[30216, 金额]"},
}

// unwritten says whether a passage is still a template's: 上海市XX局…无…; 作下述说明.
func unwritten(p *passage) bool {
	return hasAny(string(p.text), "XX|××|下述说明|如下表述")
}

const longestNone = 90 // characters of what there is none of

// none judges 本部门没有政府性基金收支.
func (j *judging) none() {
	for i := range j.notes {
		n := &j.notes[i]
		if n.sense != aNone {
			continue
		}
		s := n.passage.text[n.end:min(len(n.passage.text), n.end+longestNone)]
		for k, c := range s {
			if c == '。' || c == ';' {
				s = s[:k]
				break
			}
		}
		rest := string(s)
		if unwritten(n.passage) {
			continue
		}
		if len(s) > 60 || strings.Contains(rest, "预算安排的年初") || hasAmount(s) {
			continue
		}
		for k := range noneOf {
			of := &noneOf[k]
			if topicOf(n.passage)&of.in == 0 || !strings.Contains(rest, of.words) || !hasAny(rest, "收入|支出|收支|经费|安排|拨款") {
				continue
			}
			if k > 2 && (strings.Contains(rest, "三公") || strings.ContainsAny(rest, ",") || strings.Contains(rest, "年初")) {
				continue
			}
			j.nothingIn(n, len(s), rest, of.cells)
		}
	}
}

// nothingIn judges that cells are nothing, as the text says.
func (j *judging) nothingIn(n *note, length int, rest, cells string) {
	o := operands{}
	o.put(final, j.exactly(0))
	for at, cell := range strings.Split(cells, ";") {
		e := equationOf(cell)
		of := e.Right[0]
		if j.book.Tables[of.Form] == nil {
			return
		}
		if at == 0 {
			j.judged("text.none", report.Holds)
		}
		if of.Column == "本年收入" && !strings.Contains(rest, "收") {
			continue
		}
		in, _ := j.evaluate(e, nil, &o)
		if in == nil || in.Bears() {
			continue
		}
		f := in.Right[0].Figure
		j.told("text.none", report.Error, n.passage, n.at, n.end+length, "写的是“"+string(n.passage.text[n.at:n.end])+clip(rest, 30)+"”，但"+f.Table.Form.Short+"“"+rowAndColumn(f)+"”是 "+amount.Group(f.Value)+" "+j.unit.Name, j.formCell(f))
		return
	}
}

// counts judges numbers of things against their money.
func (j *judging) counts() {
	for _, of := range [][2]string{{"出国团组", "因公出国（境）费"}, {"出国人次", "因公出国（境）费"}, {"购置车辆", "公务用车购置费"}, {"接待批次", "公务接待费"}, {"接待人次", "公务接待费"},
		{"会议次数", "会议费"}, {"会议人次", "会议费"}, {"培训次数", "培训费"}, {"培训人次", "培训费"}, {"外宾批次", "外宾接待费"}, {"外宾人次", "外宾接待费"}, {"国（境）外批次", "国（境）外接待费"}, {"国（境）外人次", "国（境）外接待费"}} {
		for _, m := range j.by[of[0]+" "+things] {
			money := j.near(m, of[1], final, false)
			if money == nil {
				j.noGuests(m)
				continue
			}
			r := ruleByID["text.counts"]
			o := operands{mentions: []*mention{m, money}}
			o.put(things, &m.figure)
			o.put(final, sized(money))
			in, _ := j.evaluate(r.Equation, m.subject, &o)
			if in == nil {
				continue
			}
			if in.Bears() || m.figure.Value.IsZero() && j.anyThings(m) {
				j.judged(r.ID, report.Holds, m)
				continue
			}
			j.judged(r.ID, report.Violated, m)
			if money.suspect {
				continue
			}
			j.tell(r, r.Severity, m, &o, nil, "“"+m.subject.label()+"”写的是 "+m.shown()+"，但“"+money.subject.label()+"”是 "+money.shown(), "")
		}
	}
}

// sized is the size of an amount, whichever way it went.
func sized(m *mention) *bind.Figure {
	f := m.figure
	f.Value = f.Value.Abs()
	return &f
}

// anyThings says whether another count of the same is not 0: some were organized by others.
func (j *judging) anyThings(m *mention) bool {
	for _, n := range around(j.by[m.subject.key+" "+things], m.index) {
		if !n.figure.Value.IsZero() {
			return true
		}
	}
	return false
}
