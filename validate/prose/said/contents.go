package said

import (
	"strings"

	"suanqing/validate/prose/judging"
	"suanqing/validate/prose/lexicon"
	"suanqing/validate/prose/passage"
	"suanqing/validate/report"
)

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
