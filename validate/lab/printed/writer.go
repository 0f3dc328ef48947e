package printed

import (
	"archive/zip"
	"bytes"
	"fmt"
	"strings"
)

// writerBorders are the borders of a table by its lines: top, left, bottom, right, inside
// level and inside upright.
var writerBorders = map[Rules][6]string{
	Grid:       {"single", "single", "single", "single", "single", "single"},
	NoRules:    {"nil", "nil", "nil", "nil", "nil", "nil"},
	Zebra:      {"nil", "nil", "nil", "nil", "nil", "nil"},
	Dotted:     {"dotted", "dotted", "dotted", "dotted", "dotted", "dotted"},
	RowsOnly:   {"single", "nil", "single", "nil", "single", "nil"},
	ThreeLines: {"single", "nil", "single", "nil", "nil", "nil"},
	Double:     {"double", "double", "double", "double", "double", "double"},
	Boxes:      {"thick", "thick", "thick", "thick", "single", "single"},
	OuterOnly:  {"single", "single", "single", "single", "nil", "nil"},
	ColsOnly:   {"single", "single", "single", "single", "nil", "single"},
	Thin:       {"single", "single", "single", "single", "single", "single"},
}

var writerAligns = map[Align]string{Right: "right", Left: "left", Centre: "center"}

const (
	wordSpace = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`
	wordTypes = `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/header1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"/><Override PartName="/word/footer1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"/></Types>`
	wordRoot  = `<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`
	wordParts = `<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="h1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/header" Target="header1.xml"/><Relationship Id="f1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footer" Target="footer1.xml"/></Relationships>`
)

// paintWriter writes a plan as a Word document.
func paintWriter(p *plan, l *Look) []byte {
	var w strings.Builder
	w.WriteString(`<?xml version="1.0" encoding="UTF-8"?><w:document ` + wordSpace + `><w:body>`)
	l.words(&w, p.before)
	if len(p.before) > 0 {
		w.WriteString("<w:p><w:pPr>" + l.sectionOf(true) + "</w:pPr></w:p>")
	}
	for i := range p.tables {
		p.tables[i].word(&w, l, l.scale(&p.tables[i], l.Pages == Mixed && i%2 == 1 && l.Flow != Running))
		last := i == len(p.tables)-1
		switch section := l.section(i, l.Flow == Running); {
		case last && len(p.after) == 0:
			w.WriteString(section)
		case l.Flow == Running && !last:
			w.WriteString(l.word("", "left", false, 10))
		default:
			w.WriteString("<w:p><w:pPr>" + section + "</w:pPr></w:p>")
		}
	}
	l.words(&w, p.after)
	if len(p.after) > 0 {
		w.WriteString(l.sectionOf(true))
	}
	w.WriteString("</w:body></w:document>")
	head := `<?xml version="1.0" encoding="UTF-8"?><w:hdr ` + wordSpace + `>` + l.word(p.runningHead(), "center", false, 9) + `</w:hdr>`
	foot := `<?xml version="1.0" encoding="UTF-8"?><w:ftr ` + wordSpace + `><w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:t xml:space="preserve">— </w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:t xml:space="preserve"> —</w:t></w:r></w:p></w:ftr>`
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, part := range [][2]string{{"[Content_Types].xml", wordTypes}, {"_rels/.rels", wordRoot}, {"word/_rels/document.xml.rels", wordParts},
		{"word/document.xml", w.String()}, {"word/header1.xml", head}, {"word/footer1.xml", foot}} {
		f, _ := z.Create(part[0]) // writes to memory
		_, _ = f.Write([]byte(part[1]))
	}
	_ = z.Close()
	return out.Bytes()
}

// words writes the paragraphs of a whole report.
func (l *Look) words(w *strings.Builder, paragraphs []string) {
	for _, text := range paragraphs {
		if title, is := strings.CutPrefix(text, heading); is {
			w.WriteString(l.word(title, "center", true, 18))
			continue
		}
		w.WriteString(l.word("　　"+text, "both", false, 15))
	}
}

// section is the end of that of a table.
func (l *Look) section(i int, running bool) string {
	return l.sectionOf(l.Pages == Portrait || l.Pages == Mixed && i%2 == 1 && !running)
}

// sectionOf is the end of a section, with the size of its pages.
func (l *Look) sectionOf(upright bool) string {
	long, short := 16838, 11906
	if l.Pages == LargeA3 {
		long, short = 23811, 16838
	}
	size := fmt.Sprintf(`<w:pgSz w:w="%d" w:h="%d" w:orient="landscape"/>`, long, short)
	if upright {
		size = fmt.Sprintf(`<w:pgSz w:w="%d" w:h="%d"/>`, short, long)
	}
	heads := ""
	if l.Heads {
		heads = `<w:headerReference w:type="default" r:id="h1"/><w:footerReference w:type="default" r:id="f1"/>`
	}
	return `<w:sectPr>` + heads + `<w:type w:val="nextPage"/>` + size + `<w:pgMar w:top="850" w:right="700" w:bottom="850" w:left="700" w:header="400" w:footer="400" w:gutter="0"/></w:sectPr>`
}

// word is a paragraph.
func (l *Look) word(text, align string, bold bool, points float64) string {
	return l.wordIn(text, align, bold, points, l.font(), "")
}

func (l *Look) wordIn(text, align string, bold bool, points float64, font, more string) string {
	weight := ""
	if bold {
		weight = "<w:b/>"
	}
	face := fmt.Sprintf(`<w:rPr><w:rFonts w:ascii="%[1]s" w:hAnsi="%[1]s" w:eastAsia="%[2]s"/>%[3]s%[4]s<w:sz w:val="%[5]d"/></w:rPr>`, font, l.font(), weight, more, int(2*points))
	out := fmt.Sprintf(`<w:p><w:pPr><w:spacing w:before="0" w:after="0"/><w:jc w:val="%s"/></w:pPr>`, align)
	for i, line := range strings.Split(text, "\n") {
		if i > 0 {
			out += "<w:r><w:br/></w:r>"
		}
		out += `<w:r>` + face + `<w:t xml:space="preserve">` + escaped(line) + `</w:t></w:r>`
	}
	return out + "</w:p>"
}

func (t *planTable) word(w *strings.Builder, l *Look, scale float64) {
	for _, text := range t.prose {
		w.WriteString(l.word("　　"+text, "left", false, 10.5))
	}
	if t.title != "" {
		spaced := ""
		if l.Wide {
			spaced = `<w:spacing w:val="120"/>`
		}
		w.WriteString(l.wordIn(t.title, "center", l.Bold, 1.5*l.points(), l.font(), spaced))
	}
	for i, parts := range t.above {
		align := "left"
		if len(parts) == 1 && i == 0 && len(t.above) > 1 {
			align = "right"
		}
		w.WriteString(l.word(strings.Join(parts, strings.Repeat("　", 16)), align, false, l.points()))
	}
	if l.Flow == TitleAbove {
		w.WriteString(`<w:p><w:r><w:br w:type="page"/></w:r></w:p>`)
	}
	names := [...]string{"top", "left", "bottom", "right", "insideH", "insideV"}
	w.WriteString(`<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/><w:jc w:val="center"/><w:tblBorders>`)
	for i, style := range writerBorders[l.Rules] {
		size, color := 6, "000000"
		if l.Rules == Thin {
			size, color = 2, "999999"
		}
		fmt.Fprintf(w, `<w:%s w:val="%s" w:sz="%d" w:space="0" w:color="%s"/>`, names[i], style, size, color)
	}
	margin := int(56.7 * l.padding())
	fmt.Fprintf(w, `</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="%d" w:type="dxa"/><w:right w:w="%d" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid>`, margin, margin)
	for _, k := range t.kinds {
		fmt.Fprintf(w, `<w:gridCol w:w="%d"/>`, int(56.7*scale*l.width(k)))
	}
	w.WriteString("</w:tblGrid>")
	g := newGrid(len(t.kinds))
	for i, row := range t.head {
		t.wordRow(w, g.wordNext(row), l, scale, true, false, i == len(t.head)-1)
	}
	for i, row := range t.body {
		t.wordRow(w, g.wordNext(row), l, scale, false, l.grey(i), false)
	}
	w.WriteString("</w:tbl>")
	for _, text := range t.below {
		w.WriteString(l.word(text, "left", false, l.points()))
	}
}

// wordNext is a row as Word has it: cells that go on from above are there, those that are
// covered from the left are not.
func (g *grid) wordNext(row planRow) []gridCell {
	var out []gridCell
	all := g.next(row)
	for col := 0; col < len(all); col++ {
		c := all[col]
		if c.covered {
			c.cols = g.spans(col)
		}
		out = append(out, c)
		g.width[col] = c.cols
		col += c.cols - 1
	}
	return out
}

// spans is how wide the cell is that goes on from above.
func (g *grid) spans(col int) int { return max(1, g.width[col]) }

func (t *planTable) wordRow(w *strings.Builder, row []gridCell, l *Look, scale float64, head, grey, last bool) {
	w.WriteString("<w:tr><w:trPr>")
	if !l.Torn {
		w.WriteString("<w:cantSplit/>")
	}
	if head && l.Repeat {
		w.WriteString("<w:tblHeader/>")
	}
	w.WriteString("</w:trPr>")
	for _, c := range row {
		width := 0.0
		for col := c.col; col < min(len(t.kinds), c.col+c.cols); col++ {
			width += l.width(t.kinds[col])
		}
		fmt.Fprintf(w, `<w:tc><w:tcPr><w:tcW w:w="%d" w:type="dxa"/>`, int(56.7*scale*width))
		if c.cols > 1 {
			fmt.Fprintf(w, `<w:gridSpan w:val="%d"/>`, c.cols)
		}
		switch {
		case c.covered:
			w.WriteString("<w:vMerge/>")
		case c.rows > 1:
			w.WriteString(`<w:vMerge w:val="restart"/>`)
		}
		if last && l.Rules == ThreeLines {
			w.WriteString(`<w:tcBorders><w:bottom w:val="single" w:sz="6" w:space="0" w:color="000000"/></w:tcBorders>`)
		}
		if grey || head && l.Rules == Zebra {
			w.WriteString(`<w:shd w:val="clear" w:color="auto" w:fill="E4E8EE"/>`)
		}
		if c.upright {
			w.WriteString(`<w:textDirection w:val="tbRl"/>`)
		}
		w.WriteString(`<w:vAlign w:val="center"/></w:tcPr>`)
		align, font, spaced := "left", l.font(), ""
		switch {
		case head || c.kind == codeKind || c.upright:
			align = "center"
		case c.kind == figureKind:
			align = writerAligns[l.Figures]
			if l.Digits != "" {
				font = l.Digits
			}
			if l.Spaced {
				spaced = `<w:spacing w:val="30"/>`
			}
		}
		text := c.text
		if c.covered {
			text = ""
		}
		paragraph := l.wordIn(text, align, l.Bold && c.total, l.points(), font, spaced)
		if c.struck != "" { // deleted while changes are tracked
			run := fmt.Sprintf(`</w:pPr><w:del w:id="%d" w:author="A" w:date="2024-01-01T00:00:00Z"><w:r><w:delText>%s</w:delText></w:r></w:del>`, w.Len(), c.struck)
			paragraph = strings.Replace(paragraph, "</w:pPr>", run, 1)
		}
		w.WriteString(paragraph + "</w:tc>")
	}
	w.WriteString("</w:tr>\n")
}
