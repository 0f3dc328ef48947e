package annotate

import (
	"regexp"
	"strconv"
	"strings"

	"suanqing/validate/document"
	"suanqing/validate/report"
)

// pen writes a worksheet row by row. Texts are inline strings, which no program
// takes for formulas whatever they begin with.
type pen struct {
	space string
	body  strings.Builder
	rows  int
	links []link
	known map[string]string // the sheets of the book, by name

	title, head, section, plain, text, number, decimals, general, link int
	level                                                              [levels]int
}

type link struct{ ref, location string }

// cell is one cell to be written; a style of 0 is that of plain text.
type cell struct {
	text   string
	figure bool
	style  int
	link   string // a location in the book
}

// plainFigure is what a spreadsheet holds exactly as a number.
var plainFigure = regexp.MustCompile(`^-?(0|[1-9][0-9]{0,11})(\.[0-9]{1,3})?$`)

func newPen(s *styles, space string, sheets map[string]string) *pen {
	font := s.font
	if font == "" {
		font = "宋体"
	}
	face := func(size, before, colour string) int {
		return s.add(fonts, s.element("<font>"+before+`<sz val="`+size+`"/>`+colour+`<name val="`+escape(font)+`"/><family val="2"/></font>`))
	}
	plain, bold := face("10", "", ""), face("10", "<b/>", "")
	large, blue := face("16", "<b/>", ""), face("10", "<u/>", `<color rgb="FF0563C1"/>`)
	edge := `<%s style="thin"><color rgb="FFD0D0D0"/></%s>`
	var box strings.Builder
	for _, side := range []string{"left", "right", "top", "bottom"} {
		box.WriteString(strings.ReplaceAll(edge, "%s", side))
	}
	grid := s.add(borders, s.element("<border>"+box.String()+"<diagonal/></border>"))
	xf := func(font, fill, border, format int, align string) int {
		return s.add(cellXfs, s.element(`<xf numFmtId="`+strconv.Itoa(format)+`" fontId="`+strconv.Itoa(font)+`" fillId="`+strconv.Itoa(fill)+`" borderId="`+strconv.Itoa(border)+
			`" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment `+align+`/></xf>`))
	}
	const wrap, right = `horizontal="left" vertical="top" wrapText="1" indent="1"`, `horizontal="right" vertical="top" indent="1"`
	p := &pen{space: space, known: sheets,
		title: xf(large, 0, 0, 0, `vertical="center"`), section: xf(bold, 0, 0, 0, `vertical="center"`), plain: xf(plain, 0, 0, 0, `vertical="center"`),
		text: xf(plain, 0, 0, 0, wrap), number: xf(plain, 0, 0, 0, right), link: xf(blue, 0, 0, 0, wrap),
		decimals: xf(plain, 0, 0, 4, right), general: xf(plain, 0, 0, 0, right)} // 4 is #,##0.00
	p.head = xf(bold, s.solid("FFF2F2F2"), grid, 0, wrap)
	for l := range levels {
		p.level[l] = xf(plain, s.solid(fills[l]), 0, 0, wrap)
	}
	return p
}

// place is a link to a cell of the book.
func (p *pen) place(sheet, address string) cell {
	return cell{text: sheet + "!" + address, style: p.link, link: "'" + strings.ReplaceAll(sheet, "'", "''") + "'!" + address}
}

// at is the place of an operand: words in a file beside the book, and cells of another
// book, cannot be linked to.
func (p *pen) at(c *report.Cell) cell {
	if c.File != "" {
		return cell{text: c.File + " " + c.Sheet + "!" + c.Cell}
	}
	if c.Words == "" {
		return p.place(c.Sheet, c.Cell)
	}
	if _, here := p.known[c.Sheet]; here {
		linked := p.place(c.Sheet, c.Cell)
		linked.text = c.Place()
		return linked
	}
	return cell{text: c.Place()}
}

// figure is an amount: a number where a spreadsheet holds it exactly.
func (p *pen) figure(value string) cell {
	switch {
	case !plainFigure.MatchString(value):
		return cell{text: value, style: p.number}
	case strings.LastIndexByte(value, '.') == len(value)-3:
		return cell{text: value, figure: true, style: p.decimals}
	}
	return cell{text: value, figure: true, style: p.general}
}

// heads writes the head of a table.
func (p *pen) heads(name func(i int) string) {
	var row []cell
	for i := range columns {
		row = append(row, cell{text: name(i), style: p.head})
	}
	p.row(false, row...)
}

// line writes texts that run on to the right.
func (p *pen) line(cells ...cell) {
	height := 16
	if len(cells) > 0 && cells[0].style == p.title {
		height = 30
	}
	p.write(cells, p.plain, `ht="`+strconv.Itoa(height)+`" customHeight="1"`)
}

// row writes one row of a table, in which texts wrap; a further one belongs to the
// row before and can be folded under it. It is as high as its longest text: not
// every program finds that out by itself.
func (p *pen) row(further bool, cells ...cell) {
	lines := 1
	for i, c := range cells {
		lines = max(lines, lineCount(c.text, columns[i].width-3))
	}
	attrs := `ht="` + strconv.Itoa(min(400, 14*lines+3)) + `" customHeight="1"`
	if further {
		attrs += ` outlineLevel="1"`
	}
	p.write(cells, p.text, attrs)
}

func (p *pen) write(cells []cell, style int, attrs string) {
	p.rows++
	p.body.WriteString(`<row r="` + strconv.Itoa(p.rows) + `" ` + attrs + `>`)
	for col, c := range cells {
		if c.text == "" {
			continue
		}
		ref := document.Address(p.rows-1, col)
		if c.style == 0 {
			c.style = style
		}
		if c.link != "" && len(p.links) < maxLinks {
			p.links = append(p.links, link{ref, c.link})
		}
		p.body.WriteString(`<c r="` + ref + `" s="` + strconv.Itoa(c.style) + `"`)
		if c.figure {
			p.body.WriteString(`><v>` + c.text + `</v></c>`)
		} else {
			p.body.WriteString(` t="inlineStr"><is><t xml:space="preserve">` + escape(stringText(c.text)) + `</t></is></c>`)
		}
	}
	p.body.WriteString("</row>")
}

// sheet is the whole part: landscape A4, as wide as the page.
func (p *pen) sheet() string {
	var b strings.Builder
	b.WriteString(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n" + `<worksheet xmlns="` + escape(p.space) + `">` +
		`<sheetPr><tabColor rgb="FFC00000"/><outlinePr summaryBelow="0"/><pageSetUpPr fitToPage="1"/></sheetPr>` +
		`<sheetViews><sheetView workbookViewId="0"/></sheetViews><sheetFormatPr defaultRowHeight="15" outlineLevelRow="1"/><cols>`)
	for i, c := range columns {
		n := strconv.Itoa(i + 1)
		b.WriteString(`<col min="` + n + `" max="` + n + `" width="` + strconv.Itoa(c.width) + `" customWidth="1"/>`)
	}
	b.WriteString(`</cols><sheetData>` + p.body.String() + `</sheetData>`)
	if len(p.links) > 0 {
		b.WriteString("<hyperlinks>")
		for _, l := range p.links {
			b.WriteString(`<hyperlink ref="` + l.ref + `" location="` + escape(l.location) + `"/>`)
		}
		b.WriteString("</hyperlinks>")
	}
	b.WriteString(`<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.3" footer="0.3"/>` +
		`<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>`)
	return b.String()
}
