package annotate

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"suanqing/validate/document"
)

// Comments are drawn by shapes of VML, which programs write loosely: it is read by
// pattern, not as XML.
const (
	noDrawing = `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">` +
		`<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout></xml>`
	shapeType = `<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"` + vmlSpaces + `>` +
		`<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>`
	vmlSpaces = ` xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"`
)

var (
	vmlEnd    = regexp.MustCompile(`</(?:\w+:)?xml\s*>[\s\x00]*$`)
	vmlEmpty  = regexp.MustCompile(`<((?:\w+:)?xml)\b([^<>]*)/>[\s\x00]*$`)
	vmlShape  = regexp.MustCompile(`(?s)<v:shape\b.*?</v:shape>`)
	vmlID     = regexp.MustCompile(`_x0000_s(\d{1,9})\b`)
	vmlRow    = regexp.MustCompile(`<x:Row>\s*(\d{1,7})\s*</x:Row>`)
	vmlColumn = regexp.MustCompile(`<x:Column>\s*(\d{1,5})\s*</x:Column>`)
	vmlAnchor = regexp.MustCompile(`<x:Anchor>([^<]*)</x:Anchor>`)
	vmlHeight = regexp.MustCompile(`([;"']\s*height:)[^;"']*`)
)

// Sizes of a comment, in pixels at 96 to the inch.
const (
	boxWidth  = 320
	boxMost   = 480 // height
	lineSize  = 17
	lineWidth = 48 // in halves of a Chinese character
)

// addShapes draws the marks' comments. Where the cell had a comment, its shape
// stays and grows to hold the text that came to it. What is put in is ASCII, right in
// any encoding but UTF-16.
func addShapes(p *pack, name string, sheet *document.Sheet, marks []*mark, merged map[place]bool) *document.Refusal {
	text, refusal := p.raw(name)
	if refusal != nil {
		return refusal
	}
	if narrow, ok := fromUTF16(text); ok {
		text = narrow
	}
	text = vmlEmpty.ReplaceAllString(text, "<$1$2></$1>")
	marked := map[place]*mark{}
	for _, m := range marks {
		marked[place{m.row, m.col}] = m
	}
	drawn := map[place]bool{}
	text = vmlShape.ReplaceAllStringFunc(text, func(shape string) string {
		at, ok := noteAt(shape)
		if m := marked[at]; ok && m != nil && merged[at] {
			drawn[at] = true
			return grown(shape, sheet, boxHeight(m.comment()))
		}
		return shape
	})
	end := vmlEnd.FindStringIndex(text)
	if end == nil {
		return corrupt("批注图形")
	}
	id := 1024
	for _, m := range vmlID.FindAllStringSubmatch(text, -1) {
		n, _ := strconv.Atoi(m[1])
		id = max(id, n)
	}
	var b strings.Builder
	if !strings.Contains(text, `id="_x0000_t202"`) {
		b.WriteString(shapeType)
	}
	for _, m := range marks {
		if !drawn[place{m.row, m.col}] {
			id++
			b.WriteString(shape(id, sheet, m))
		}
	}
	p.set(name, text[:end[0]]+b.String()+text[end[0]:])
	return nil
}

func noteAt(shape string) (place, bool) {
	row, col := vmlRow.FindStringSubmatch(shape), vmlColumn.FindStringSubmatch(shape)
	if row == nil || col == nil || !strings.Contains(shape, `"Note"`) {
		return place{}, false
	}
	r, _ := strconv.Atoi(row[1])
	c, _ := strconv.Atoi(col[1])
	return place{r, c}, true
}

func shape(id int, sheet *document.Sheet, m *mark) string {
	height := boxHeight(m.comment())
	top := max(0, m.row-1)
	left := m.col + 1
	if room := colsRoom(sheet, left, boxWidth); !room {
		left = max(0, m.col-8)
	}
	right, rightOff := advance(left, 15, boxWidth, func(i int) int { return colPixels(sheet, i) })
	bottom, bottomOff := advance(top, 4, height, func(i int) int { return rowPixels(sheet, i) })
	anchor := []int{left, 15, top, 4, right, rightOff, bottom, bottomOff}
	return `<v:shape id="_x0000_s` + strconv.Itoa(id) + `" type="#_x0000_t202" style="position:absolute;margin-left:60pt;margin-top:2pt;` +
		`width:` + strconv.Itoa(boxWidth*3/4) + `pt;height:` + strconv.Itoa(height*3/4) + `pt;z-index:` + strconv.Itoa(id-1024) + `;visibility:hidden"` +
		` fillcolor="#ffffe1" o:insetmode="auto"` + vmlSpaces + `><v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/>` +
		`<v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>` +
		`<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>` + numbers(anchor) +
		`</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>` + strconv.Itoa(m.row) + `</x:Row><x:Column>` + strconv.Itoa(m.col) + `</x:Column></x:ClientData></v:shape>`
}

// grown is a shape with more height below; one that cannot be read stays as it is.
func grown(shape string, sheet *document.Sheet, more int) string {
	at := vmlAnchor.FindStringSubmatchIndex(shape)
	if at == nil {
		return shape
	}
	var anchor []int
	for _, s := range strings.Split(shape[at[2]:at[3]], ",") {
		n, err := strconv.Atoi(strings.TrimSpace(s))
		if err != nil || n < 0 || n > 1<<20 {
			return shape
		}
		anchor = append(anchor, n)
	}
	if len(anchor) != 8 || anchor[6] < anchor[2] {
		return shape
	}
	height := anchor[7] - anchor[3]
	for i := anchor[2]; i < anchor[6] && height < boxMost; i++ {
		height += rowPixels(sheet, i)
	}
	height = max(height, min(boxMost, height+more))
	anchor[6], anchor[7] = advance(anchor[2], anchor[3], height, func(i int) int { return rowPixels(sheet, i) })
	shape = shape[:at[2]] + numbers(anchor) + shape[at[3]:]
	open := strings.IndexByte(shape, '>')
	return vmlHeight.ReplaceAllString(shape[:open], "${1}"+strconv.Itoa(height*3/4)+"pt") + shape[open:]
}

func numbers(list []int) string {
	text := make([]string, len(list))
	for i, n := range list {
		text[i] = strconv.Itoa(n)
	}
	return strings.Join(text, ", ")
}

// boxHeight is what a text needs at the width of a comment.
func boxHeight(text string) int {
	return min(boxMost, (1+lineCount(text, lineWidth))*lineSize)
}

// advance goes so many pixels on from an offset in a row or column.
func advance(at, offset, pixels int, size func(int) int) (int, int) {
	const far = 4_000 // hidden ones have no size
	offset += pixels
	for n := 0; n < far; n++ {
		s := size(at)
		if offset < s {
			return at, offset
		}
		offset -= s
		at++
	}
	return at, 0
}

const lastColumn = 1<<14 - 1

func colsRoom(sheet *document.Sheet, left, pixels int) bool {
	end, _ := advance(left, 15, pixels, func(i int) int { return colPixels(sheet, i) })
	return end <= lastColumn
}

func colPixels(s *document.Sheet, col int) int {
	width := s.DefaultWidth
	for _, c := range s.Cols {
		if c.First <= col && col <= c.Last {
			if c.Hidden {
				return 0
			}
			if c.Width > 0 {
				width = c.Width
			}
			break
		}
	}
	if width == 0 {
		return 64
	}
	return width * 7 / 256
}

func rowPixels(s *document.Sheet, row int) int {
	height := s.DefaultHeight
	if i, ok := findRow(s, row); ok {
		if s.Rows[i].Hidden {
			return 0
		}
		if s.Rows[i].Height > 0 {
			height = s.Rows[i].Height
		}
	}
	if height == 0 {
		return 20
	}
	return height / 15 // from 1/20 point
}

func findRow(s *document.Sheet, row int) (int, bool) {
	return slices.BinarySearchFunc(s.Rows, row, func(r document.Row, row int) int { return r.Index - row })
}
