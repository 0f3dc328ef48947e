package said

import (
	"strconv"
	"strings"

	"suanqing/validate/form"
	"suanqing/validate/prose/judging"
	"suanqing/validate/prose/lexicon"
	"suanqing/validate/prose/mention"
	"suanqing/validate/prose/passage"
	"suanqing/validate/report"
)

// otherBase tells a change that is against the year before the last one.
func otherBase(j *judging.Text, n *mention.Note) {
	for _, m := range j.Mentions {
		if m.Passage == n.Passage && m.Sentence == n.Sentence && (m.Column == lexicon.Change || m.Column == lexicon.Growth) && m.Subject == n.Subject && m.Number.At > n.At {
			j.Told("text.year", report.Warning, n.Passage, n.At, n.End, "相比的是 "+n.Base+" 年度，上一年度是 "+strconv.Itoa(j.Year-1)+" 年度", j.Cell(m, report.Right))
			return
		}
	}
}

// become are words for what a figure changed to.
var become = []string{"减少为", "减少至", "减少到", "下降为", "降至", "降为", "增加为", "增加到", "增加至", "增长至", "上升到"}

// contradictions tells clauses that say both that a figure changed and that it did not.
func contradictions(j *judging.Text) {
	for _, p := range j.Passages {
		if p.Head || p.Section == nil || passage.TopicOf(p)&lexicon.Silent != 0 {
			continue
		}
		from := 0
		for i := 0; i <= len(p.Text); i++ {
			if i < len(p.Text) && p.Text[i] != '。' && p.Text[i] != ';' {
				continue
			}
			clause := string(p.Text[from:i])
			for _, w := range become {
				k := strings.Index(clause, w)
				if k < 0 || !strings.Contains(clause[k:], "持平") || strings.Contains(clause[k:], "预算") {
					continue
				}
				at := from + len([]rune(clause[:k]))
				j.Told("text.same", report.Warning, p, at, i, "既写“"+w+"”，又写“持平”")
				break
			}
			from = i + 1
		}
	}
}

// stockTaken begins the day on which things are counted.
const stockTaken = "截至"

// years judges the years of sentences: the day of the stock, and a statement about last
// year that is compared with last year.
func years(j *judging.Text) {
	if j.Year == 0 {
		return
	}
	year := strconv.Itoa(j.Year)
	last := strconv.Itoa(j.Year - 1)
	for _, p := range j.Passages {
		if p.Head || p.Section == nil || passage.TopicOf(p)&(lexicon.Silent|lexicon.Performance) != 0 {
			continue
		}
		s := string(p.Text)
		if k := strings.Index(s, stockTaken); k >= 0 && passage.TopicOf(p)&(lexicon.Assets|lexicon.ThreePublic) != 0 {
			rest := s[k+len(stockTaken):]
			if len(rest) > 10 && !strings.HasPrefix(rest, year) && rest[0] == '2' && rest[1] == '0' && strings.HasPrefix(rest[4:], "年12月") {
				at := len([]rune(s[:k]))
				j.Told("text.year", report.Warning, p, at, at+len([]rune(stockTaken))+8, "写的是“"+stockTaken+rest[:4]+"年12月”，本套决算是 "+year+" 年度")
			}
		}
		if rest, ok := strings.CutPrefix(s, last+"年"); ok && !strings.HasPrefix(rest, "度决算数") && !strings.HasPrefix(rest, "决算数") {
			first, _, _ := strings.Cut(rest, "。")
			for _, word := range []string{"与", "比", "较"} {
				if strings.Contains(first, word+last+"年") && passage.HasAmount([]rune(first)) {
					j.Told("text.year", report.Warning, p, 0, 6, "写的是 "+last+" 年度，又与 "+last+" 年度相比；本套决算是 "+year+" 年度")
					break
				}
			}
		}
	}
}

// bodies are the last words of names of departments.
var bodies = []string{"局", "委员会", "办公室", "厅", "政府", "法院", "检察院", "管理中心"}

// departments tells another department's name where this one's would stand.
func departments(j *judging.Text) {
	own := form.Normalize(j.Book.Department)
	if own == "" {
		return
	}
	known := unitsNamed(j)
	for _, p := range j.Passages {
		if p.Head || p.Section == nil || passage.TopicOf(p)&lexicon.Silent != 0 || len(p.Text) == 0 {
			continue
		}
		s := string(p.Text)
		if k := strings.Index(s, "日,"); strings.HasPrefix(s, stockTaken) && k >= 0 && k < 40 {
			s = s[k+len("日,"):]
		}
		end := -1
		for _, w := range []string{"20", "共有车辆", "部门", "所属", "机关运行"} {
			if k := strings.Index(s, w); k > 0 && (end < 0 || k < end) {
				end = k
			}
		}
		if end < 0 || end > 3*30 {
			continue
		}
		name := strings.TrimLeft(s[:end], "-·•*#")
		if i := strings.IndexByte(name, '('); i > 0 {
			name = name[:i]
		}
		if len([]rune(name)) < 6 || strings.ContainsAny(name, ",。;:、0123456789") || !endsInBody(name) || within2(name, own) || strings.Contains(known, name) || beginsRow(j, name) {
			continue
		}
		at := runesBefore(string(p.Text), name)
		j.Told("text.department", report.Warning, p, at, at+len([]rune(name)), "写的是“"+name+"”，本套决算的部门是“"+passage.Clip(own, 30)+"”")
	}
}

// beginsRow says whether a name is how a row of the items begins: 其他政府办公厅(室)….
func beginsRow(j *judging.Text, name string) bool {
	for _, id := range []form.ID{"F05", "F03"} {
		t := j.Book.Tables[id]
		if t == nil {
			continue
		}
		for _, row := range t.Rows {
			if form.IsCode(row.Key) && strings.HasPrefix(form.Normalize(row.Name), name) {
				return true
			}
		}
	}
	return false
}

func endsInBody(name string) bool {
	for _, b := range bodies {
		if strings.HasSuffix(name, b) {
			return true
		}
	}
	return false
}

var joiners = strings.NewReplacer("与", "", "和", "", "及", "")

// within2 says whether a name is short for another: its characters stand there in order.
func within2(short, long string) bool {
	want := []rune(joiners.Replace(short))
	k := 0
	for _, c := range joiners.Replace(long) {
		if k < len(want) && want[k] == c {
			k++
		}
	}
	return k == len(want)
}

// unitsNamed is what the text says of the department and its units.
func unitsNamed(j *judging.Text) string {
	var b strings.Builder
	for _, p := range j.Passages {
		if p.Section != nil && passage.TopicOf(p)&lexicon.Silent != 0 && passage.TopicOf(p)&lexicon.Glossary == 0 && b.Len() < 100_000 {
			b.WriteString(string(p.Text))
			b.WriteByte('\n')
		}
	}
	return b.String()
}

// headWords say nothing in a heading.
var headWords = strings.NewReplacer("情况", "", "说明", "", "决算", "", "关于", "", "年度", "", "部门", "", "本年", "", "。", "", ".", "", "…", "", "·", "", " ", "")

// contents judges the list of contents against the headings.
func contents(j *judging.Text) {
	type place struct{ number, part string }
	headings := map[place]*passage.Passage{}
	texts := map[string]bool{}
	part, listed := "", []*passage.Passage{}
	var parts []string
	for _, p := range j.Passages {
		s := string(p.Text)
		o := passage.OrdinalOf(p.Text)
		switch {
		case !p.Head || len(p.Text) > lexicon.LongestHeading:
			continue
		case passage.IsPart(s):
			part = string(p.Text[:min(len(p.Text), passage.ShortestPart)])
		case o.Level != 1:
			continue
		case p.Cover:
			listed = append(listed, p)
			parts = append(parts, part)
		default:
			headings[place{o.Number, part}] = p
			texts[bareHead(p)] = true
		}
	}
	for i, p := range listed {
		h := headings[place{passage.OrdinalOf(p.Text).Number, parts[i]}]
		if h == nil || bareHead(h) == bareHead(p) || texts[bareHead(p)] {
			continue
		}
		j.Told("text.contents", report.Warning, p, 0, len(p.Text), "目录里是“"+string(p.Text)+"”，正文（"+j.Paragraph(h)+"）是“"+string(h.Text)+"”", j.WordsAt(h, 0, len(h.Text)))
	}
}

func bareHead(p *passage.Passage) string {
	s := string(p.Text[passage.OrdinalOf(p.Text).Length:])
	return headWords.Replace(strings.TrimRight(s, "0123456789"))
}
