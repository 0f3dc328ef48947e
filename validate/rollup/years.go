package rollup

import (
	"slices"
	"strconv"
	"strings"

	"suanqing/validate/amount"
	"suanqing/validate/bind"
	"suanqing/validate/document"
	"suanqing/validate/equation"
	"suanqing/validate/form"
	"suanqing/validate/judge"
	"suanqing/validate/report"
	"suanqing/validate/rule"
)

// Years gives a book's report with what was found between it and that of the year before:
// this year's openings are last year's closings, and what changed much is listed for the
// explanation. A book that is not last year's is said, and nothing is judged by it.
func Years(out *report.Report, this, last *Book) *report.Report {
	y := newYears(this, last)
	with := *out
	with.Rules = slices.Clone(out.Rules)
	if why := y.refusal(); why != "" {
		for i := range y.declared {
			r := &y.declared[i]
			with.Rules = append(with.Rules, report.Rule{Rule: r.ID, Title: r.Title, Outcome: report.Skipped, Reason: why, Unchecked: true})
		}
		y.say(report.Notice, "years.previous", "上年的报表是本部门上一年度的", why+"；年初数没有和上年核对。", "换成本部门上一年度的决算公开表，再核对一次。", nil)
		join(&with, y.findings, nil)
		return &with
	}
	with.Rules = append(with.Rules, y.rules...)
	y.tell()
	y.changes()
	own := len(with.Findings)
	join(&with, y.findings, y.suspects)
	y.link(&with, own)
	return &with
}

type years struct {
	*check
	this, last *Book
	pair       judge.Books
	rules      []report.Rule
	off        []opening
	tails      []opening
	held       int
}

type opening struct {
	judge.Across
	rule *rule.Rule
}

// newYears compares a book with last year's, where that could be read.
func newYears(this, last *Book) *years {
	y := &years{this: this, last: last}
	y.check = &check{books: []*Book{this, last}, declared: rule.BetweenYears(), whole: this, byBound: map[*bind.Book]*Book{this.Bound: this}}
	if last.Bound != nil {
		y.byBound[last.Bound] = last
		y.pair = judge.Books{form.Own: {this.Bound}, form.YearBefore: {last.Bound}}
		y.judge()
	}
	return y
}

func (y *years) judge() {
	for i := range y.declared {
		r := &y.declared[i]
		o := report.Rule{Rule: r.ID, Title: r.Title, Outcome: report.Holds}
		found, skips := y.pair.Reach(r.Equation, r.ForEach, y.nameOf)
		for _, s := range skips {
			if o.Reason == "" || s.Unchecked && !o.Unchecked {
				o.Reason = s.Reason
			}
			o.Unchecked = o.Unchecked || s.Unchecked
		}
		for _, a := range found {
			o.Checked++
			switch a.Result {
			case judge.Broken:
				o.Outcome = report.Violated
				y.off = append(y.off, opening{a, r})
			case judge.Tail:
				if o.Outcome == report.Holds {
					o.Outcome = report.HasTail
				}
				y.tails = append(y.tails, opening{a, r})
			default:
				if !a.Left.IsZero() {
					y.held++
				}
			}
		}
		if o.Unchecked && o.Outcome != report.Violated || o.Checked == 0 {
			o.Outcome = report.Skipped
		}
		y.rules = append(y.rules, o)
	}
}

func (y *years) nameOf(b *bind.Book) string {
	if b == y.this.Bound {
		return "本年"
	}
	return "上年"
}

// refusal says why the book is not last year's; "" where it is.
func (y *years) refusal() string {
	if y.last.Bound == nil {
		why := "上年的报表 " + y.last.file() + " 读不出来"
		if e := y.last.Report.Error; e != nil {
			why += "：" + strings.TrimSuffix(e.Message, "。")
		}
		return why
	}
	is, was := y.this.Report.Year, y.last.Report.Year
	if is != 0 && was != 0 && was != is-1 {
		how := "隔了 " + strconv.Itoa(is-was) + " 年"
		switch {
		case was == is:
			how = "是同一年的"
		case was > is:
			how = "比本年的还晚"
		}
		return y.last.file() + " 是 " + strconv.Itoa(was) + " 年的报表，本年是 " + strconv.Itoa(is) + " 年，" + how + "，不是上一年度的"
	}
	a, b := bare(y.this.Report.Department), bare(y.last.Report.Department)
	if a != "" && b != "" && a != b && len(y.off) > 0 && len(y.off) >= y.held {
		return y.last.file() + " 写的部门是“" + y.last.Report.Department + "”，本年是“" + y.this.Report.Department + "”，年初数也对不上，像是另一个部门的报表"
	}
	return ""
}

// adjustments are words for an opening that was adjusted on purpose.
var adjustments = []string{"调整", "差错更正", "会计政策变更", "划转", "追溯"}

const opened = "年初"

// note finds what a book says under its forms of openings that were adjusted.
func (y *years) note() (cell report.Cell, text string) {
	b := y.this.Bound
	b.Each(func(t *bind.Table) {
		s := b.Document.Sheets[t.Sheet]
		for i := range s.Rows {
			if r := s.Rows[i].Index; text != "" || r < t.Area.Row0 || r > t.Area.Row1 {
				continue
			}
			for k := range s.Rows[i].Cells {
				c := &s.Rows[i].Cells[k]
				if c.Kind != document.Text || len(c.Stored) > 2000 || text != "" {
					continue
				}
				said := form.Normalize(c.Stored)
				if strings.Contains(said, opened) && slices.ContainsFunc(adjustments, func(w string) bool { return strings.Contains(said, w) }) {
					text = form.Clip(strings.TrimSpace(c.Stored))
					cell = report.Cell{Sheet: s.Name, Cell: document.Address(c.Row, c.Col), Form: string(t.Form.ID), Label: text}
				}
			}
		}
	})
	return cell, text
}

// tell tells the openings that are no closings: errors, or where the book says that they
// were adjusted, warnings to explain.
func (y *years) tell() {
	noted, text := report.Cell{}, ""
	if len(y.off) > 0 {
		noted, text = y.note()
	}
	for i := range y.off {
		f := y.finding(&y.off[i], report.Error)
		if text != "" {
			f.Severity = report.Warning
			f.Message += "表下写明：" + text
			f.Hint = "核对调整的依据和金额，在说明里写清调整的原因。"
			f.Cells = append(f.Cells, noted)
		}
		f.Fingerprint = fingerprint(&f)
		y.add(f)
	}
	for i := range y.tails {
		f := y.finding(&y.tails[i], report.Tail)
		f.Hint = "四舍五入造成的尾差，在允许范围内，不用改。"
		f.Fingerprint = fingerprint(&f)
		y.add(f)
	}
}

func (y *years) finding(o *opening, severity report.Severity) report.Finding {
	f := report.Finding{Rule: o.rule.ID, Severity: severity, Title: o.rule.Title, Why: o.rule.Why, Hint: o.rule.Hint, Relation: "=",
		Left: y.plain(o.Left), Right: y.plain(o.Right), Difference: y.plain(o.Difference), Bound: y.plain(o.Bound)}
	more := "多 "
	if o.Difference.IsNegative() {
		more = "少 "
	}
	e := o.rule.Equation
	what := func(t *equation.Term) string {
		short := form.Public().ByID(t.Form).Short
		if t.Row == equation.ThisRow {
			return short + "“" + rowName(o.Row, o.Name) + "”的" + t.Column
		}
		if t.Column == "金额" || t.Column == "合计" {
			return short + "的" + t.Row
		}
		return short + "的" + t.Row + "（" + t.Column + "）"
	}
	f.Message = what(&e.Left[0]) + " " + y.group(o.Left) + "，上年" + strings.TrimPrefix(what(&e.Right[0]), form.Public().ByID(e.Right[0].Form).Short+"的") + " " +
		y.group(o.Right) + "，" + more + y.group(o.Difference.Abs()) + " " + y.unit() + "。"
	f.Equation = "年初 " + y.group(o.Left) + " ≠ 上年年末 " + y.group(o.Right) + "（差 " + y.group(o.Difference) + "）"
	if severity == report.Tail {
		f.Equation = strings.Replace(f.Equation, "≠", "≈", 1)
	}
	f.Cells = []report.Cell{}
	for _, p := range o.Parts {
		f.Cells = append(f.Cells, y.place(p))
	}
	return f
}

// link has suspects of either book explain the openings that their cells stand in.
func (y *years) link(out *report.Report, own int) {
	at := func(s *report.Suspect, file string) (explains []int) {
		for k := range out.Findings {
			f := &out.Findings[k]
			if !strings.HasPrefix(f.Rule, "years.") || f.Severity != report.Error {
				continue
			}
			if slices.ContainsFunc(f.Cells, func(c report.Cell) bool { return c.File == file && c.Sheet == s.Sheet && c.Cell == s.Cell }) {
				explains = append(explains, k)
			}
		}
		return explains
	}
	for i := range out.Suspects {
		s := &out.Suspects[i]
		for _, k := range at(s, s.File) {
			if !slices.Contains(s.Explains, k) {
				s.Explains = append(s.Explains, k)
			}
		}
		slices.Sort(s.Explains)
	}
	for _, s := range y.last.Report.Suspects {
		if explains := at(&s, y.last.file()); len(explains) > 0 {
			s.File, s.Explains, s.Alternatives = y.last.file(), explains, []report.Alternative{}
			s.Changes = slices.Clone(s.Changes)
			for i := range s.Changes {
				s.Changes[i].File = y.last.file()
			}
			s.Why += "（上年的报表）"
			out.Suspects = append(out.Suspects, s)
		}
	}
	out.Link()
}

// change is a figure that changed much from one year to the next.
type change struct {
	judge.Across
	percent string // with two decimals; "" from nothing or to nothing
	way     string
}

// leaps are changes beyond which the explanation should say why: three tenths.
var leap = amount.New(3, -1)

// changes lists what changed by over 30 %, turned, is new or gone: hints for the
// explanation, in one notice.
func (y *years) changes() {
	var all []change
	for _, f := range form.Public().Forms {
		e := equation.MustParse(string(f.ID) + "[本行, 本列] = 上年." + string(f.ID) + "[本行, 本列]")
		found, _ := y.pair.Reach(e, equation.MustScope(string(f.ID)+" 每行 每列"), y.nameOf)
		for _, a := range found {
			if c, much := leapOf(a); much {
				all = append(all, c)
			}
		}
	}
	if len(all) == 0 {
		return
	}
	// What a person explains first: the totals by item, the largest first.
	weight := func(c *change) int {
		main := c.Form == "F03" && c.Column == "本年支出合计" && len(c.Row) == 7 || c.Form == "F02" && c.Column == "本年收入合计" && len(c.Row) == 7
		if main {
			return 0
		}
		return 1
	}
	slices.SortStableFunc(all, func(a, b change) int {
		if d := weight(&a) - weight(&b); d != 0 {
			return d
		}
		return b.Difference.Abs().Cmp(a.Difference.Abs())
	})
	count := map[string]int{}
	for i := range all {
		count[all[i].way]++
	}
	var kinds []string
	for _, w := range []string{"增加", "减少", "正负相反", "新增", "本年没有"} {
		if count[w] > 0 {
			kinds = append(kinds, w+" "+strconv.Itoa(count[w])+" 处")
		}
	}
	var told []string
	for i := range all[:min(len(all), mostChanges)] {
		told = append(told, y.changeWords(&all[i]))
	}
	f := report.Finding{Rule: "years.changes", Severity: report.Notice, Title: "与上年比变动较大的项目", Why: "变动较大的项目，公开的说明里要写明原因。",
		Hint: "不用改表。可对照这些项目写增减原因。", Alike: len(all), Cells: []report.Cell{},
		Message: "与上年比变动超过 30 % 的有 " + strconv.Itoa(len(all)) + " 处（" + strings.Join(kinds, "，") + "）。主要的：" + strings.Join(told, "；") + "。"}
	if len(all) == 1 {
		f.Alike = 0
	}
	for i := range all {
		for _, p := range all[i].Parts {
			if len(f.Cells) < mostCells && p.Figure.State == bind.Money {
				f.Cells = append(f.Cells, y.place(p))
			}
		}
	}
	f.Fingerprint = fingerprint(&f)
	y.add(f)
}

const (
	mostChanges = 12  // told in words
	mostCells   = 500 // listed
)

func (y *years) changeWords(c *change) string {
	short := form.Public().ByID(c.Form).Short
	s := short + " " + rowName(c.Row, c.Name)
	if c.Column != "金额" && c.Column != "本年支出合计" && c.Column != "本年收入合计" {
		s += " " + c.Column
	}
	s += " " + y.group(c.Right) + " → " + y.group(c.Left)
	if c.percent != "" {
		return s + "（" + c.way + " " + c.percent + " %）"
	}
	return s + "（" + c.way + "）"
}

// leapOf says how a figure changed, where that is much.
func leapOf(a judge.Across) (c change, much bool) {
	c.Across = a
	if a.Difference.Abs().Cmp(a.Bound) <= 0 {
		return c, false
	}
	switch {
	case a.Right.IsZero():
		c.way = "新增"
		return c, true
	case a.Left.IsZero():
		c.way = "本年没有"
		return c, true
	}
	share, ok := a.Difference.Abs().Over(a.Right.Abs())
	if !ok {
		return c, false
	}
	hundredfold, ok := share.Shift(2)
	c.percent = amount.Plain(hundredfold.Round(2))
	switch {
	case a.Left.Sign() != a.Right.Sign():
		c.way = "正负相反"
	case a.Difference.IsPositive():
		c.way = "增加"
	default:
		c.way = "减少"
	}
	return c, ok && (c.way == "正负相反" || share.Cmp(leap) > 0)
}
