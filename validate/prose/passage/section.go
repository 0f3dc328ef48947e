package passage

import (
	"strings"

	"suanqing/validate/bind"
	"suanqing/validate/prose/lexicon"
	"suanqing/validate/prose/scan"
)

// Section is a part of the text under one heading.
type Section struct {
	Topic  lexicon.Topic
	number string // of the top heading, as printed: 六; or the heading itself
	title  string // 六、一般公共预算…情况说明
	part   bool   // begun by the heading of a part
	All    bool   // 财政拨款支出 is there what all three budgets spent
	led    bool   // begun by the first words of a paragraph that is no heading
	level  uint8  // of the number of the heading that begins it

	ofGrants bool // likewise, in a section about all grants
}

// sections gives every passage its section.
func (r *Reading) sections() {
	r.dated()
	var now *Section
	listing, pending := false, false
	for _, p := range r.Passages {
		s := string(p.Text[:min(len(p.Text), lexicon.LongestHeading)])
		if p.Head && strings.HasPrefix(s, lexicon.Contents) {
			listing = true
		}
		part := IsPart(s)
		next := r.opens(p, now, part || pending && p.Head)
		switch {
		case next != nil:
			now = next
		case part && now != nil && now.Topic&lexicon.Silent != 0: // its title says nothing, or stands in the next line
			now = &Section{Topic: lexicon.Other, title: s, number: s, part: true}
		}
		pending = part && next == nil
		p.Section = now
		p.Own = ofOtherMoney(p)
		p.Cover = now == nil || listing && p.Head
		if !p.Head {
			listing = false
		}
	}
}

// moneys are the names that a paragraph of other money begins with, in a section about all
// that the appropriations paid.
var moneys = []struct {
	name string
	own  lexicon.Topic
}{{"政府性基金预算财政拨款", lexicon.Fund}, {"国有资本经营预算财政拨款", lexicon.Capital}, {"政府性基金预算", lexicon.Fund}, {"国有资本经营预算", lexicon.Capital}}

// ofOtherMoney is what a paragraph of a section about expenditure, or of one fund, is about, where it begins
// with other money than that of the section; 0 for what the section is about.
func ofOtherMoney(p *Passage) lexicon.Topic {
	if p.Section == nil || p.Head || p.Section.Topic&(lexicon.General|lexicon.Fund|lexicon.Capital) == 0 {
		return 0
	}
	text := AfterYear(string(p.Text[OrdinalOf(p.Text).Length:]))
	for i := range moneys {
		if rest, ok := strings.CutPrefix(text, moneys[i].name); ok {
			for _, what := range []string{"收入", "支出", "本年收入", "本年支出"} {
				if strings.HasPrefix(rest, what) && moneys[i].own != p.Section.Topic {
					return moneys[i].own
				}
			}
		}
	}
	return 0
}

// AfterYear is a sentence without the year that it begins with.
func AfterYear(s string) string {
	year, rest, ok := strings.Cut(s, "年")
	if !ok || len(year) != 4 || strings.Trim(year, arabicNumbers) != "" {
		return s
	}
	return strings.TrimPrefix(rest, "度")
}

// opens is the section that a passage begins; nil for none.
func (r *Reading) opens(p *Passage, now *Section, part bool) *Section {
	o := OrdinalOf(p.Text)
	if now != nil && now.part && now.Topic&lexicon.Silent != 0 && !part && !(o.Level <= 1 && p.Head && strings.Contains(string(p.Text), statements)) {
		return nil
	}
	if topic := leads(p, o, now, part); topic != 0 {
		return &Section{Topic: topic, title: now.title, number: now.number, level: now.level, led: true, ofGrants: now.ofGrants || now.Topic&lexicon.Grants != 0}
	}
	text, head := p.Text, p.Head
	if before := runIn(p, o, now != nil && now.Topic&(lexicon.Other|important) != 0); before != nil {
		text, head = before, true
	}
	if len(text) > lexicon.LongestHeading || strings.ContainsRune("。", text[len(text)-1]) && !head {
		return nil
	}
	if !head && o.Level == 0 || HasAmount(text) {
		return nil
	}
	s := string(text)
	if strings.Contains(s, "(类)") || strings.Contains(s, "(款)") || strings.Contains(s, "(项)") {
		return nil // a class of the items
	}
	for i := range lexicon.Headings {
		h := &lexicon.Headings[i]
		if !h.Fits(s) {
			continue
		}
		if !head && h.Topic&(lexicon.Silent|lexicon.Other) != 0 || !head && strings.ContainsAny(s, ",。;:") {
			return nil
		}
		if now != nil && !part && o.Level != 1 {
			sub := o.Level > max(1, now.level) // else it is beside the one before
			switch {
			case o.Level == 0 && now.Topic&(lexicon.Silent) == 0 && (strings.HasSuffix(s, "图") || strings.HasSuffix(s, "表")):
				return nil
			case h.Topic&lexicon.Own == 0 && now.Topic&(lexicon.Other|lexicon.Silent) == 0 && sub:
				return nil
			case sub && h.Topic == lexicon.Basic && now.Topic&(lexicon.Expenditure|lexicon.General) != 0 && !strings.Contains(s, "一般公共预算") && !strings.Contains(s, "财政拨款"):
				return nil
			case sub && h.Topic == now.Topic:
				return nil
			case sub && o.Level > 2 && !(now.Topic&lexicon.Other != 0 && h.Topic&important != 0):
				return nil
			case sub && now.Topic&lexicon.Silent != 0:
				return nil
			case sub && h.Topic == lexicon.General && now.Topic&(lexicon.Fund|lexicon.Capital|lexicon.ThreePublic) == 0 && now.Topic == lexicon.General:
				return nil
			}
		}
		next := &Section{Topic: h.Topic, title: s, number: o.Number, part: part, level: o.Level}
		if o.Level != 1 && now != nil && !part {
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
func runIn(p *Passage, o ordinal, named bool) []rune {
	if p.Head || o.Level == 0 {
		return nil
	}
	if named {
		if before := runOn(p.Text, o.Length); before != nil {
			return before
		}
	}
	for k := o.Length; k < min(len(p.Text)-1, lexicon.LongestHeading); k++ {
		if p.Text[k] == '。' || p.Text[k] == ':' {
			if before := p.Text[:k]; lexicon.IsHeading(before) || named && p.Text[k] == '。' && headsShortly(before[o.Length:]) {
				return before
			}
			return nil
		}
	}
	return nil
}

// runOn is the bare name of such a subject right behind the number, with its figure right behind it:
// (一)机关运行经费 5.00 万元,同比…; nil for none.
func runOn(text []rune, from int) []rune {
	for k := from; k < min(len(text), from+longestBare+1); k++ {
		if scan.IsDigit(text[k]) {
			if headsShortly(text[from:k]) && HasAmount(text[k:min(len(text), k+longestBare+longestBare)]) {
				return text[:k]
			}
			return nil
		}
	}
	return nil
}

// leads is the subject of 其他重要事项 that the first clause of a paragraph names where that is no
// heading: (一)2023年度机关运行经费支出 5.00 万元,…; 政府采购:2023年度支出 …; 0 for none or several.
func leads(p *Passage, o ordinal, now *Section, part bool) lexicon.Topic {
	if p.Head || part || now == nil {
		return 0
	}
	if now.Topic&lexicon.Grants != 0 || now.ofGrants {
		return ofGrants(p, o, now)
	}
	if now.Topic&lexicon.Other == 0 && !now.led {
		return 0
	}
	s := string(p.Text[o.Length:])
	if rest, ok := strings.CutPrefix(s, "截至"); ok {
		if _, after, day := strings.Cut(rest[:min(len(rest), longestDay)], "日,"); day {
			s = after + rest[min(len(rest), longestDay):]
		}
	}
	clause := AfterYear(s)
	if k := strings.IndexAny(clause, ",。;:"); k >= 0 {
		clause = clause[:k]
	}
	found := lexicon.Topic(0)
	for _, l := range lexicon.Leads {
		if !lexicon.HasAny(clause, l.Words) {
			continue
		}
		if found != 0 && found != l.Topic {
			return 0
		}
		found = l.Topic
	}
	if found == now.Topic {
		return 0
	}
	return found
}

// grantParts are the first words of numbered paragraphs of a section about all grants, which tell of the
// general budget alone, to the next such one.
var grantParts = []struct {
	words string
	own   lexicon.Topic
}{{"一般公共预算财政拨款基本支出", lexicon.Basic}, {"一般公共预算基本支出", lexicon.Basic}, {"一般公共预算财政拨款支出", lexicon.General}, {"一般公共预算支出", lexicon.General}}

// ofGrants is what a numbered paragraph of such a section begins to tell of; 0 for nothing else.
func ofGrants(p *Passage, o ordinal, now *Section) lexicon.Topic {
	if o.Level != 2 {
		return 0
	}
	text := AfterYear(string(p.Text[o.Length:]))
	for _, part := range grantParts {
		if strings.HasPrefix(text, part.words) && part.own != now.Topic {
			return part.own
		}
	}
	return 0
}

const longestDay = 45 // bytes of 2023年12月31日 and what may stand around it

// important are the subjects of 其他重要事项, whose headings may be their bare names.
const important = lexicon.Running | lexicon.Procurement | lexicon.Assets | lexicon.Performance | lexicon.Meetings

const longestBare = 14 // characters of such a name

// headsShortly says whether words are the name of one of them: 机关运行经费.
func headsShortly(name []rune) bool {
	if len(name) < 4 || len(name) > longestBare || HasAmount(name) || strings.ContainsAny(string(name), ",;、0123456789") {
		return false
	}
	for i := range lexicon.Headings {
		if h := &lexicon.Headings[i]; h.Fits(string(name)) {
			return h.Topic&important != 0
		}
	}
	return false
}

// statements head the statements, also where the parts before are counted in another way.
const statements = "决算情况说明"

// ShortestPart is the heading of a part whose title stands in the next line.
const ShortestPart = 4

// IsPart says whether a heading begins a part: 第三部分 ….
func IsPart(s string) bool {
	for _, part := range lexicon.Parts {
		if strings.HasPrefix(s, part) {
			return true
		}
	}
	return false
}

// leastDated is how many paragraphs must open with one year for it to be that of the accounts.
const leastDated = 3

// dated finds the year of the accounts where the forms do not say it: that of the headings, or with
// which most paragraphs open that open with any.
func (r *Reading) dated() {
	if r.Year = r.Book.Year; r.Year != 0 {
		return
	}
	for _, p := range r.Passages {
		if !p.Head {
			continue
		}
		if y := bind.YearIn(string(p.Text)); y != 0 {
			r.Year = y
			return
		}
	}
	opens, all := map[int]int{}, 0
	for _, p := range r.Passages {
		clause := string(p.Text)
		if k := strings.IndexAny(clause, ",。:;"); k >= 0 {
			clause = clause[:k]
		}
		if y := bind.YearIn(clause); !p.Head && y != 0 && !strings.ContainsAny(clause, "与比较同") {
			opens[y]++
			all++
		}
	}
	for y, n := range opens {
		if n >= leastDated && 2*n > all {
			r.Year = y
		}
	}
}
