package prose

import (
	"strings"

	"suanqing/validate/bind"
)

// section is a part of the text under one heading.
type section struct {
	topic  topic
	number string // of the top heading, as printed: 六; or the heading itself
	title  string // 六、一般公共预算…情况说明
	part   bool   // begun by the heading of a part
	all    bool   // 财政拨款支出 is there what all three budgets spent
	level  uint8  // of the number of the heading that begins it
}

// ordinal is what numbers a line in front.
type ordinal struct {
	level  uint8  // 0 none, 1 一、 2 （一） 3 1、 4 (1)
	number string // as printed, without its marks
	length int    // in runes
}

const (
	chineseNumbers = "一二三四五六七八九十"
	arabicNumbers  = "0123456789"
	longestOrdinal = 5
)

// ordinalOf reads what numbers a line: 一、 （一） 1. 1、 (1) ①.
func ordinalOf(text []rune) ordinal {
	open := len(text) > 0 && text[0] == '('
	from := 0
	if open {
		from = 1
	}
	set, level := chineseNumbers, uint8(1)
	if from < len(text) && text[from] >= '0' && text[from] <= '9' {
		set, level = arabicNumbers, 3
	} else if !open && len(text) > 0 && text[0] >= '①' && text[0] <= '⑳' {
		return ordinal{4, string(text[0]), 1}
	}
	n := from
	for n < len(text) && n-from < longestOrdinal && strings.ContainsRune(set, text[n]) {
		n++
	}
	if n == from || n == len(text) {
		return ordinal{}
	}
	number := string(text[from:n])
	switch {
	case open && text[n] == ')':
		return ordinal{level + 1, number, n + 1}
	case open:
		return ordinal{}
	case text[n] == '、', text[n] == '.' && (n+1 == len(text) || text[n+1] < '0' || text[n+1] > '9'), text[n] == '．',
		text[n] == ',' && level == 1, text[n] == ')' && level == 3:
		return ordinal{level, number, n + 1}
	}
	return ordinal{}
}

// startsItem says whether a line begins something of its own: it is numbered, or a part.
func startsItem(text []rune) bool {
	if o := ordinalOf(text); o.level != 0 && o.length < len(text) && text[o.length] > '9' {
		return true
	}
	for _, part := range parts {
		if strings.HasPrefix(string(text[:min(len(text), 8)]), part) {
			return true
		}
	}
	return false
}

// place gives every passage its section.
func (r *reading) place() {
	r.dated()
	var now *section
	listing, pending := false, false
	for _, p := range r.passages {
		s := string(p.text[:min(len(p.text), longestHeading)])
		if p.head && strings.HasPrefix(s, contents) {
			listing = true
		}
		part := isPart(s)
		next := r.opens(p, now, part || pending && p.head)
		switch {
		case next != nil:
			now = next
		case part && now != nil && now.topic&silent != 0: // its title says nothing, or stands in the next line
			now = &section{topic: other, title: s, number: s, part: true}
		}
		pending = part && next == nil
		p.section = now
		p.own = ofOtherMoney(p)
		p.cover = now == nil || listing && p.head
		if !p.head {
			listing = false
		}
	}
}

// moneys are the names that a paragraph of other money begins with, in a section about all
// that the appropriations paid.
var moneys = []struct {
	name string
	own  topic
}{{"政府性基金预算财政拨款", fund}, {"国有资本经营预算财政拨款", capital}, {"政府性基金预算", fund}, {"国有资本经营预算", capital}}

// ofOtherMoney is what a paragraph of a section about expenditure, or of one fund, is about, where it begins
// with other money than that of the section; 0 for what the section is about.
func ofOtherMoney(p *passage) topic {
	if p.section == nil || p.head || p.section.topic&(general|fund|capital) == 0 {
		return 0
	}
	text := afterYear(string(p.text[ordinalOf(p.text).length:]))
	for i := range moneys {
		if rest, ok := strings.CutPrefix(text, moneys[i].name); ok {
			for _, what := range []string{"收入", "支出", "本年收入", "本年支出"} {
				if strings.HasPrefix(rest, what) && moneys[i].own != p.section.topic {
					return moneys[i].own
				}
			}
		}
	}
	return 0
}

// afterYear is a sentence without the year that it begins with.
func afterYear(s string) string {
	year, rest, ok := strings.Cut(s, "年")
	if !ok || len(year) != 4 || strings.Trim(year, arabicNumbers) != "" {
		return s
	}
	return strings.TrimPrefix(rest, "度")
}

// opens is the section that a passage begins; nil for none.
func (r *reading) opens(p *passage, now *section, part bool) *section {
	o := ordinalOf(p.text)
	if now != nil && now.part && now.topic&silent != 0 && !part && !(o.level <= 1 && p.head && strings.Contains(string(p.text), statements)) {
		return nil
	}
	text, head := p.text, p.head
	if before := runIn(p, o, now != nil && now.topic&(other|important) != 0); before != nil {
		text, head = before, true
	}
	if len(text) > longestHeading || strings.ContainsRune("。", text[len(text)-1]) && !head {
		return nil
	}
	if !head && o.level == 0 || hasAmount(text) {
		return nil
	}
	s := string(text)
	if strings.Contains(s, "(类)") || strings.Contains(s, "(款)") || strings.Contains(s, "(项)") {
		return nil // a class of the items
	}
	for i := range headings {
		h := &headings[i]
		if !h.fits(s) {
			continue
		}
		if !head && h.topic&(silent|other) != 0 || !head && strings.ContainsAny(s, ",。;:") {
			return nil
		}
		if now != nil && !part && o.level != 1 {
			sub := o.level > max(1, now.level) // else it is beside the one before
			switch {
			case o.level == 0 && now.topic&(silent) == 0 && (strings.HasSuffix(s, "图") || strings.HasSuffix(s, "表")):
				return nil
			case h.topic&own == 0 && now.topic&(other|silent) == 0 && sub:
				return nil
			case sub && h.topic == basic && now.topic&(expenditure|general) != 0 && !strings.Contains(s, "一般公共预算") && !strings.Contains(s, "财政拨款"):
				return nil
			case sub && h.topic == now.topic:
				return nil
			case sub && o.level > 2:
				return nil
			case sub && now.topic&silent != 0:
				return nil
			case sub && h.topic == general && now.topic&(fund|capital|threePublic) == 0 && now.topic == general:
				return nil
			}
		}
		next := &section{topic: h.topic, title: s, number: o.number, part: part, level: o.level}
		if o.level != 1 && now != nil && !part {
			next.number = now.number
		}
		if next.number == "" {
			next.number = s
		}
		return next
	}
	return nil
}

// runIn is the heading that a numbered paragraph begins with, before its sentences:
// (一)机关运行经费支出情况。2023年度…; nil for none.
func runIn(p *passage, o ordinal, named bool) []rune {
	if p.head || o.level == 0 {
		return nil
	}
	for k := o.length; k < min(len(p.text)-1, longestHeading); k++ {
		if p.text[k] == '。' || p.text[k] == ':' {
			if before := p.text[:k]; isHeading(before) || named && p.text[k] == '。' && headsShortly(before[o.length:]) {
				return before
			}
			return nil
		}
	}
	return nil
}

// important are the subjects of 其他重要事项, whose headings may be their bare names.
const important = running | procurement | assets | performance | meetings

const longestBare = 14 // characters of such a name

// headsShortly says whether words are the name of one of them: 机关运行经费.
func headsShortly(name []rune) bool {
	if len(name) < 4 || len(name) > longestBare || hasAmount(name) || strings.ContainsAny(string(name), ",;、0123456789") {
		return false
	}
	for i := range headings {
		if h := &headings[i]; h.fits(string(name)) {
			return h.topic&important != 0
		}
	}
	return false
}

// statements head the statements, also where the parts before are counted in another way.
const statements = "决算情况说明"

// shortestPart is the heading of a part whose title stands in the next line.
const shortestPart = 4

func isPart(s string) bool {
	for _, part := range parts {
		if strings.HasPrefix(s, part) {
			return true
		}
	}
	return false
}

func (h *heading) fits(s string) bool {
	for _, w := range strings.Fields(h.words) {
		if !strings.Contains(s, w) {
			return false
		}
	}
	for _, w := range strings.Fields(h.not) {
		if strings.Contains(s, w) {
			return false
		}
	}
	return true
}

// hasAmount says whether a line has an amount of money.
func hasAmount(text []rune) bool {
	for i := 1; i < len(text); i++ {
		if (text[i] == '万' || text[i] == '元' || text[i] == '%') && text[i-1] >= '0' && text[i-1] <= '9' {
			return true
		}
	}
	return false
}

// dated finds the year of the accounts where the forms do not say it: that of the headings.
func (r *reading) dated() {
	if r.year = r.book.Year; r.year != 0 {
		return
	}
	for _, p := range r.passages {
		if !p.head {
			continue
		}
		if y := bind.YearIn(string(p.text)); y != 0 {
			r.year = y
			return
		}
	}
}
