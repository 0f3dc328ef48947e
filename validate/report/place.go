package report

import (
	"strconv"
	"strings"
)

// mostWords is how many characters of words are said with their place; the figure that
// they lead to is at their end.
const mostWords = 24

// Place is where words of the written half stand, for a person:
// 说明.docx 六、第41段“…1,280.36 万元”; on a sheet of a workbook with the cell in the place
// of the paragraph. Of a cell it is the cell, with its sheet. Of a PDF its page comes first.
func (c *Cell) Place() string {
	if c.Words == "" {
		return c.OnPage() + c.Sheet + "!" + c.Cell
	}
	return written(c.Document, c.OnPage(), c.Section, c.Words, where(c.Document, c.Paragraph, c.Sheet, c.Cell))
}

// IsOnSheet says whether words stand in a cell of a workbook, and not in a text.
func (c *Cell) IsOnSheet() bool { return c.Words != "" && c.Document == "" && c.Paragraph == 0 }

// Place is Cell.Place of a passage.
func (p *Passage) Place() string {
	return written(p.Document, p.OnPage(), p.Section, p.Words, p.Where())
}

// Where is the paragraph of a passage, or on a sheet of a workbook its cell.
func (p *Passage) Where() string { return where(p.Document, p.Paragraph, p.Sheet, p.Cell) }

// OnPage is the page that a place is on, with a blank behind it; "" where there is none.
func (s *Spot) OnPage() string {
	if s.Page == 0 {
		return ""
	}
	return "第" + strconv.Itoa(s.Page) + "页 "
}

func where(document string, paragraph int, sheet, cell string) string {
	switch {
	case paragraph > 0:
		return "第" + strconv.Itoa(paragraph) + "段"
	case document == "":
		return sheet + "!" + cell
	}
	return ""
}

func written(document, page, section, words, where string) string {
	if section != "" {
		where = SectionName(section) + where
	}
	if where = page + where; document != "" && where != "" {
		document += " "
	}
	return document + where + "“" + Clipped(words) + "”"
}

// SectionName is what a section is called: one that has a number by it, 六、 as its heading
// is printed. 第六部分 would be another: reports have parts too.
func SectionName(section string) string {
	if strings.Trim(section, "一二三四五六七八九十百〇零0123456789") == "" {
		return section + "、"
	}
	return "“" + section + "”"
}

// Clipped is the end of words that are long, on one line.
func Clipped(words string) string {
	all := []rune(strings.Join(strings.Fields(words), " "))
	if len(all) <= mostWords {
		return string(all)
	}
	return "…" + string(all[len(all)-mostWords+1:])
}

// Counted says how many figures of a text were checked: 180 个数，核对了 171 个，9 个没有核对.
func (t *Text) Counted() string {
	if t.Figures == 0 {
		return "没有读到要核对的数"
	}
	said := strconv.Itoa(t.Figures) + " 个数，核对了 " + strconv.Itoa(t.Checked) + " 个"
	if rest := t.Figures - t.Checked; rest > 0 {
		said += "，" + strconv.Itoa(rest) + " 个没有核对"
	}
	return said
}
