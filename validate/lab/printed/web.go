package printed

import (
	"fmt"
	"html"
	"strings"
)

// inked makes a browser print backgrounds.
const inked = "*{print-color-adjust:exact;-webkit-print-color-adjust:exact}\n"

// webRules are the styles of tables by their lines.
var webRules = map[Rules]string{
	Grid:       "td{border:0.75pt solid #000}",
	NoRules:    "",
	Zebra:      inked + "tbody tr:nth-child(even) td{background:#e4e8ee} thead td{background:#c9d3e0}",
	Dotted:     "td{border:0.75pt dotted #444}",
	RowsOnly:   "td{border-bottom:0.75pt solid #000}",
	ThreeLines: "table{border-top:1.5pt solid #000;border-bottom:1.5pt solid #000} thead tr:last-child td,thead td[rowspan]{border-bottom:0.75pt solid #000}",
	Double:     "td{border:2.25pt double #000}",
	Boxes:      inked + "table{border-collapse:separate!important;border-spacing:1px;background:#000} td{background:#fff}",
	OuterOnly:  "table{border:1pt solid #000}",
	ColsOnly:   "table{border-top:1pt solid #000;border-bottom:1pt solid #000} td{border-left:0.75pt solid #000;border-right:0.75pt solid #000} thead tr:last-child td{border-bottom:0.75pt solid #000}",
	Thin:       "td{border:0.25pt solid #bbb}",
	Pieces: inked + "td{position:relative} b{position:absolute;background:#000} b.u,b.d{left:0;right:0;height:0.48pt} b.l,b.r{top:0;bottom:0;width:0.48pt}\n" +
		"b.u{top:-0.24pt} b.d{bottom:-0.24pt} b.l{left:-0.24pt} b.r{right:-0.24pt}",
}

var webAligns = map[Align]string{Right: "right", Left: "left", Centre: "center"}

// paintWeb writes a plan as a web page.
func paintWeb(p *plan, l *Look) []byte {
	var w strings.Builder
	size := map[Pages]string{Landscape: "A4 landscape", Portrait: "A4 portrait", Mixed: "A4 landscape", LargeA3: "A3 landscape"}[l.Pages]
	w.WriteString("<!doctype html><html lang=\"zh\"><meta charset=\"utf-8\"><style>\n")
	fmt.Fprintf(&w, "@page{size:%s;margin:15mm 12mm}\n@page other{size:A4 portrait}\n@page text{size:A4 portrait;margin:25mm 28mm}\narticle p{font-size:15pt;line-height:1.8;text-align:justify;margin:0}\n", size)
	if l.Heads {
		fmt.Fprintf(&w, "@page{@top-center{content:%q;font-size:9pt} @bottom-center{content:\"— \" counter(page) \" —\";font-size:9pt}}\n", p.runningHead())
	}
	fmt.Fprintf(&w, "body{margin:0;font-family:%q;font-size:%gpt} table{border-collapse:collapse;table-layout:fixed} td{padding:%gmm;overflow-wrap:anywhere;white-space:pre-wrap}\n",
		l.font(), l.points(), l.padding())
	fmt.Fprintf(&w, "td.f{text-align:%s;white-space:normal} thead td,.t{text-align:center} .t{font-size:150%%;margin:6pt 0} .l{display:flex;justify-content:space-between} .v{writing-mode:vertical-rl;text-align:center;letter-spacing:6pt}\n", webAligns[l.Figures])
	w.WriteString(webRules[l.Rules] + "\n")
	w.WriteString("p{text-indent:2em;line-height:1.7;font-size:10.5pt} section{break-inside:auto}\n")
	for _, s := range []struct {
		on  bool
		css string
	}{
		{l.Bold, "tr.s td{font-weight:bold}"}, {l.Wide, ".t{letter-spacing:0.6em}"}, {l.Spaced, "td.f{letter-spacing:0.18em}"},
		{l.Broken, "article p{word-break:break-all;line-break:anywhere}"},
		{!l.Repeat, "thead{display:table-row-group}"}, {l.Flow != Running, "section+section{break-before:page}"},
		{l.Flow == TitleAbove, "table{break-before:page}"}, {l.Digits != "", fmt.Sprintf("td.f{font-family:%q}", l.Digits)},
		{l.Apart, "i{font-style:normal;position:relative}"}, {l.Struck > 0, "del{color:#c00}"},
		{l.Fake, "tr.s td.f{text-shadow:0.2pt 0 #000}"},
	} {
		if s.on {
			w.WriteString(s.css + "\n")
		}
	}
	w.WriteString(".m{position:fixed;top:35%;left:20%;font-size:110pt;color:#ccc;transform:rotate(-35deg);z-index:-1}\n</style>\n")
	if l.Mark != "" {
		w.WriteString("<div class=m>" + html.EscapeString(l.Mark) + "</div>\n")
	}
	webWords(&w, p.before, "after")
	for i := range p.tables {
		style := ""
		if l.Pages == Mixed && i%2 == 1 {
			style = " style=\"page:other\""
		}
		webTable(&w, &p.tables[i], l, style, l.scale(&p.tables[i], style != ""))
	}
	webWords(&w, p.after, "before")
	return []byte(w.String())
}

// webWords writes the paragraphs of a whole report on pages of their own.
func webWords(w *strings.Builder, paragraphs []string, part string) {
	if len(paragraphs) == 0 {
		return
	}
	fmt.Fprintf(w, "<article style=\"break-%s:page;page:text\">\n", part)
	for _, text := range paragraphs {
		if title, is := strings.CutPrefix(text, heading); is {
			fmt.Fprintf(w, "<div class=t>%s</div>\n", webText(title))
			continue
		}
		fmt.Fprintf(w, "<p>%s</p>\n", webText(text))
	}
	w.WriteString("</article>\n")
}

func webTable(w *strings.Builder, t *planTable, l *Look, style string, scale float64) {
	fmt.Fprintf(w, "<section%s>\n", style)
	for _, text := range t.prose {
		fmt.Fprintf(w, "<p>%s</p>\n", html.EscapeString(text))
	}
	if t.title != "" {
		fmt.Fprintf(w, "<div class=t>%s</div>\n", webText(t.title))
	}
	for _, parts := range t.above {
		if len(parts) == 1 && len(t.above) > 1 {
			fmt.Fprintf(w, "<div style=\"text-align:right\">%s</div>\n", webText(parts[0]))
			continue
		}
		w.WriteString("<div class=l>")
		for _, part := range parts {
			fmt.Fprintf(w, "<span>%s</span>", webText(part))
		}
		w.WriteString("</div>\n")
	}
	if l.Seal {
		webSeal(w, "示例市财政局决算专用章2023")
	}
	w.WriteString("<table><colgroup>")
	for _, k := range t.kinds {
		fmt.Fprintf(w, "<col style=\"width:%.1fmm\">", scale*l.width(k))
	}
	w.WriteString("</colgroup>\n")
	head, body := "<thead>", "</thead><tbody>"
	if spanned(t.head) { // a cell of the headers goes on beside the first rows: no part of a page's table can
		head, body = "<tbody>", ""
	}
	w.WriteString(head)
	for _, row := range t.head {
		l.webRow(w, row)
	}
	w.WriteString(body)
	for _, row := range t.body {
		l.webRow(w, row)
	}
	w.WriteString("</tbody></table>\n")
	for _, text := range t.below {
		fmt.Fprintf(w, "<div>%s</div>\n", webText(text))
	}
	w.WriteString("</section>\n")
}

// webSeal writes a seal: a ring with letters along it, which stand at all angles.
func webSeal(w *strings.Builder, text string) {
	w.WriteString(`<div style="position:relative;height:0"><div style="position:absolute;left:60mm;top:12mm;width:40mm;height:40mm;border:1mm solid #d00;border-radius:50%">`)
	letters := []rune(text)
	for i, r := range letters {
		fmt.Fprintf(w, `<span style="position:absolute;left:17mm;top:17mm;color:#d00;font-size:12pt;transform:rotate(%ddeg) translateY(-16mm)">%c</span>`, 360*i/len(letters), r)
	}
	w.WriteString("</div></div>\n")
}

func (l *Look) webRow(w *strings.Builder, row planRow) {
	class := ""
	if len(row) > 0 && row[len(row)-1].total {
		class = " class=s"
	}
	fmt.Fprintf(w, "<tr%s>", class)
	for _, c := range row {
		w.WriteString("<td")
		if c.kind == figureKind {
			w.WriteString(" class=f")
		}
		if c.rows > 1 {
			fmt.Fprintf(w, " rowspan=%d", c.rows)
		}
		if c.cols > 1 {
			fmt.Fprintf(w, " colspan=%d", c.cols)
		}
		text := l.webLetters(c.text)
		if c.struck != "" {
			text = "<del>" + c.struck + "</del> " + text
		}
		if c.upright {
			text = "<span class=v>" + text + "</span>"
		}
		if text == "" {
			text = "&nbsp;"
		}
		if l.Rules == Pieces {
			text += "<b class=u></b><b class=d></b><b class=l></b><b class=r></b>"
		}
		fmt.Fprintf(w, ">%s</td>", text)
	}
	w.WriteString("</tr>\n")
}

// webLetters is a text in its cell, where letters are drawn apart each a hair off its place:
// as programs do that set every letter by its own measure.
func (l *Look) webLetters(s string) string {
	if !l.Apart {
		return webText(s)
	}
	var w strings.Builder
	for i, r := range s {
		if r == '\n' {
			w.WriteString("<br>")
			continue
		}
		fmt.Fprintf(&w, "<i style=\"left:%.2fpt\">%s</i>", 0.07*float64(i%4), html.EscapeString(string(r)))
	}
	return w.String()
}

func webText(s string) string {
	return strings.ReplaceAll(html.EscapeString(s), "\n", "<br>")
}

func (l *Look) font() string {
	if l.Font == "" {
		return "Noto Sans CJK SC"
	}
	return l.Font
}

func (l *Look) points() float64 { return float64(or(l.Size, 90)) / 10 }

func (l *Look) padding() float64 { return float64(or(l.Pad, 5)) / 10 }

// width of a column in mm.
func (l *Look) width(k kind) float64 {
	switch k {
	case figureKind:
		return float64(or(l.Figure, 27))
	case codeKind:
		return 15
	}
	return float64(or(l.Name, 55))
}

// scale makes a table as narrow as its page, for what is wider is cut off. other says that
// the page is upright where pages are mixed.
func (l *Look) scale(t *planTable, other bool) float64 {
	room := map[Pages]float64{Landscape: 270, Portrait: 183, Mixed: 270, LargeA3: 393}[l.Pages]
	if other {
		room = 183
	}
	all := 0.0
	for _, k := range t.kinds {
		all += l.width(k)
	}
	return min(1, room/all)
}
