package annotate

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"suanqing/validate/document"
	"suanqing/validate/read/docx"
	"suanqing/validate/report"
)

// remark is a comment on a text: what it says, and from which character of which element
// to which it stands.
type remark struct {
	text     string
	from, to *end
	cell     int    // where there are no characters: the cell or paragraph, behind its tag; 0 for the beginning of the text
	within   string // what the words are in where they can have no comment, as docx.Spot says
}

// end is one end of the words remarked on: an element of the part, by where its content
// begins, and how many bytes of its text are before.
type end struct {
	element int
	before  int
	whole   bool // all of the element's text is before
}

const (
	mostListed = 40    // findings that stand nowhere in the text, in the comment at its beginning
	mostOthers = 6     // further places of a finding that its comment names
	maxRemark  = 4_000 // UTF-16 units of one comment
)

// remarksOf are the comments on a text: the one at its beginning first, then one for each
// finding with a place in it, in the report's order.
func remarksOf(text *document.Document, source *docx.Source, names []string, r *report.Report) []remark {
	sheets := map[string]*document.Sheet{}
	for i, s := range text.Sheets {
		sheets[names[i]] = s
	}
	placed := []remark{{}}
	var apart []string
	for i := range r.Findings {
		f := &r.Findings[i]
		k, made := placeOf(f, sheets, source)
		if k < 0 || len(placed) > maxComments {
			apart = append(apart, "【"+f.Severity.Word()+"】"+f.Message)
			continue
		}
		made.text = remarkOn(f, k, made.within)
		placed = append(placed, made)
	}
	placed[0].text = opening(r, len(placed)-1, apart)
	return placed
}

// placeOf finds where a finding stands in the text: at its first words there, else at its
// first cell; -1 where it has neither.
func placeOf(f *report.Finding, sheets map[string]*document.Sheet, source *docx.Source) (int, remark) {
	for _, words := range []bool{true, false} {
		for k := range f.Cells {
			c := &f.Cells[k]
			s := sheets[c.Sheet]
			row, col, ok := document.ParseAddress(c.Cell)
			if s == nil || !ok || (c.Words != "") != words {
				continue
			}
			if spot, ok := source.At(s, row, col); ok {
				return k, within(spot, cellText(s, row, col), c)
			}
		}
	}
	return -1, remark{}
}

func cellText(s *document.Sheet, row, col int) string {
	for i := range s.Rows {
		if s.Rows[i].Index != row {
			continue
		}
		for k := range s.Rows[i].Cells {
			if s.Rows[i].Cells[k].Col == col {
				return s.Rows[i].Cells[k].Shown()
			}
		}
	}
	return ""
}

// within is a remark on the words of a place; on all of its text where they do not stand
// in it as they are said.
func within(spot docx.Spot, text string, c *report.Cell) remark {
	from, to := 0, len(text)
	if at := byteAt(text, c.At); c.Words != "" && strings.HasPrefix(text[at:], c.Words) {
		from, to = at, at+len(c.Words)
	} else if at := strings.Index(text, c.Words); at >= 0 && c.Words != "" {
		from, to = at, at+len(c.Words)
	} else if at := byteAt(text, c.At); c.Words != "" && at > 0 && at < len(text) { // they go on in the next paragraph, or were joined
		from = at
	}
	made := remark{cell: spot.Cell, within: spot.Within}
	for i := range spot.Pieces {
		p := &spot.Pieces[i]
		if p.At+p.Length <= from || p.At >= to {
			continue
		}
		if made.from == nil {
			made.from = &end{element: p.From, before: max(0, from-p.At)}
		}
		made.to = &end{element: p.From, before: min(p.Length, to-p.At), whole: to-p.At >= p.Length}
	}
	if made.from == nil && len(spot.Pieces) > 0 { // the words are what Word makes itself
		first, last := &spot.Pieces[0], &spot.Pieces[len(spot.Pieces)-1]
		made.from, made.to = &end{element: first.From}, &end{element: last.From, before: last.Length, whole: true}
	}
	return made
}

// byteAt is where the character of that number begins.
func byteAt(text string, rune int) int {
	at := 0
	for ; rune > 0 && at < len(text); rune-- {
		_, size := utf8.DecodeRuneInString(text[at:])
		at += size
	}
	return at
}

// remarkOn is what the comment on a finding says; here is the place that it stands at, and
// within what its words are in, if that can have no comment: Word allows none in a note,
// nor at the head or foot of pages.
func remarkOn(f *report.Finding, here int, within string) string {
	hint, others, where := "", "", ""
	if words := f.Cells[here].Words; within != "" && words != "" {
		where = "原文在" + within + "里：“" + report.Clipped(words) + "”"
	}
	if f.Hint != "" && (f.Severity == report.Error || f.Severity == report.Warning) {
		hint = "怎么改：" + f.Hint
	}
	var places []string
	for k := range f.Cells {
		if k != here && len(places) < mostOthers {
			places = append(places, f.Cells[k].Place())
		}
	}
	if len(places) > 0 {
		others = "另见：" + strings.Join(places, "；")
		if rest := len(f.Cells) - 1 - len(places); rest > 0 {
			others += "；等 " + strconv.Itoa(len(f.Cells)) + " 处"
		}
	}
	const most = 1_500
	return clip(strings.Join(lines(f.Severity.Mark()+"【"+f.Severity.Word()+"】"+clip(f.Message, most), where, clip(f.Equation, most), hint, accepted(f), others), "\n"), maxRemark)
}

// opening is what the comment at the beginning says: the verdict, how many comments there
// are, and the findings that stand nowhere in the text.
func opening(r *report.Report, placed int, apart []string) string {
	said := []string{"算清：" + r.VerdictWord() + "。文中批注 " + strconv.Itoa(placed) + " 处，原来的文字没有改动。"}
	if r.Text != nil {
		said = append(said, "文字："+r.Text.Counted()+"。")
	}
	return strings.Join(append(said, listed(apart, "另有 "+strconv.Itoa(len(apart))+" 条不在这份文字里，或标不到文字上：")...), "\n")
}

// listed are findings one under another, below a line that says what they are.
func listed(apart []string, head string) (said []string) {
	if len(apart) == 0 {
		return nil
	}
	said = append(said, head)
	for i, s := range apart[:min(len(apart), mostListed)] {
		said = append(said, strconv.Itoa(i+1)+". "+clip(s, 300))
	}
	if len(apart) > mostListed {
		said = append(said, "其余见网页或 JSON 报告。")
	}
	return said
}
