package printed

import (
	"encoding/xml"
	"fmt"
	"strings"
)

// calcBorders are the borders of cells by the lines of a table: left, right, above, below.
var calcBorders = map[Rules]string{
	Grid:     `fo:border="0.75pt solid #000000"`,
	Dotted:   `fo:border="0.75pt dotted #000000"`,
	Double:   `fo:border="2pt double #000000" style:border-line-width="0.018cm 0.035cm 0.018cm"`,
	RowsOnly: `fo:border-bottom="0.75pt solid #000000"`,
	ColsOnly: `fo:border-left="0.75pt solid #000000" fo:border-right="0.75pt solid #000000"`,
	Thin:     `fo:border="0.05pt solid #999999"`,
}

// calcKinds are the styles of columns by what they hold.
var calcKinds = [...]string{nameKind: "cn", codeKind: "cc", figureKind: "cf"}

var calcAligns = map[Align]string{Right: "end", Left: "start", Centre: "center"}

// paintCalc writes a plan as a flat OpenDocument spreadsheet.
func paintCalc(p *plan, l *Look) []byte {
	var w strings.Builder
	w.WriteString(`<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.spreadsheet">
<office:styles>`)
	fmt.Fprintf(&w, `<style:default-style style:family="table-cell"><style:text-properties style:font-name-asian="%[1]s" style:font-name="%[1]s" fo:font-family="%[1]s" style:font-family-asian="%[1]s" fo:font-size="%[2]gpt" style:font-size-asian="%[2]gpt"/></style:default-style></office:styles>
<office:automatic-styles>`, l.font(), l.points())
	calcPages(&w, l)
	for k, name := range calcKinds {
		fmt.Fprintf(&w, `<style:style style:name="%s" style:family="table-column"><style:table-column-properties style:column-width="%gmm"/></style:style>`, name, l.width(kind(k)))
	}
	w.WriteString(`<style:style style:name="r" style:family="table-row"><style:table-row-properties style:use-optimal-row-height="true"/></style:style><style:style style:name="rb" style:family="table-row"><style:table-row-properties style:use-optimal-row-height="true" fo:break-before="page"/></style:style>`)
	for i := range 2 {
		fmt.Fprintf(&w, `<style:style style:name="ta%d" style:family="table" style:master-page-name="m%d"/>`, i, i)
	}
	calcStyles(&w, l)
	w.WriteString("</office:automatic-styles>\n<office:master-styles>")
	for i := range 2 {
		head, foot := "<text:p/>", "<text:p/>"
		if l.Heads {
			head, foot = "<text:p>"+escaped(p.department)+"2023年度部门决算</text:p>", "<text:p>— <text:page-number>1</text:page-number> —</text:p>"
		}
		off := fmt.Sprintf(` style:display="%v"`, l.Heads)
		fmt.Fprintf(&w, `<style:master-page style:name="m%d" style:page-layout-name="p%d"><style:header%s>%s</style:header><style:footer%s>%s</style:footer></style:master-page>`, i, i, off, head, off, foot)
	}
	w.WriteString("</office:master-styles>\n<office:body><office:spreadsheet>")
	if l.Flow == Running {
		w.WriteString(`<table:table table:name="决算" table:style-name="ta0">`)
		kinds := p.widest()
		calcColumns(&w, kinds)
		for i := range p.tables {
			calcRows(&w, &p.tables[i], l, len(kinds))
			w.WriteString(`<table:table-row table:style-name="r"><table:table-cell/></table:table-row>`)
		}
		w.WriteString("</table:table>")
	} else {
		for i := range p.tables {
			page := 0
			if l.Pages == Mixed {
				page = i % 2
			}
			fmt.Fprintf(&w, `<table:table table:name="表%d" table:style-name="ta%d">`, i+1, page)
			calcColumns(&w, p.tables[i].kinds)
			calcRows(&w, &p.tables[i], l, len(p.tables[i].kinds))
			w.WriteString("</table:table>\n")
		}
	}
	w.WriteString("</office:spreadsheet></office:body></office:document>")
	return []byte(w.String())
}

// widest are the kinds of columns that hold all tables.
func (p *plan) widest() []kind {
	var out []kind
	for _, t := range p.tables {
		for col, k := range t.kinds {
			switch {
			case col >= len(out):
				out = append(out, k)
			case k == nameKind, k == figureKind && out[col] == codeKind:
				out[col] = k
			}
		}
	}
	return out
}

func calcPages(w *strings.Builder, l *Look) {
	long, short := 297, 210
	if l.Pages == LargeA3 {
		long, short = 420, 297
	}
	for i := range 2 {
		upright := l.Pages == Portrait || l.Pages == Mixed && i == 1
		width, height, way := long, short, "landscape"
		if upright {
			width, height, way = short, long, "portrait"
		}
		fit := ""
		if l.Fit {
			fit = ` style:scale-to-X="1" style:scale-to-Y="0"`
		}
		fmt.Fprintf(w, `<style:page-layout style:name="p%d"><style:page-layout-properties fo:page-width="%dmm" fo:page-height="%dmm" style:print-orientation="%s" fo:margin="15mm"%s style:table-centering="horizontal"/><style:header-style><style:header-footer-properties fo:min-height="6mm"/></style:header-style><style:footer-style><style:header-footer-properties fo:min-height="6mm"/></style:footer-style></style:page-layout>`, i, width, height, way, fit)
	}
}

// calcStyles are the styles of cells: what they hold, in a framed table or out of it, bold
// or not, above a ruling or not, on grey or not.
func calcStyles(w *strings.Builder, l *Look) {
	for _, s := range [][2]string{{"n", "start"}, {"c", "center"}, {"f", calcAligns[l.Figures]}, {"h", "center"}, {"u", "center"}} {
		name, align := s[0], s[1]
		for _, bold := range []bool{false, true} {
			for _, grey := range []bool{false, true} {
				border := calcBorders[l.Rules]
				switch {
				case l.Rules == ThreeLines && name == "h":
					border = `fo:border-top="1pt solid #000000" fo:border-bottom="0.75pt solid #000000"`
				case l.Rules == Boxes:
					border = `fo:border="0.5pt solid #000000" fo:background-color="#ffffff"`
				case l.Rules == Zebra && grey:
					border = `fo:background-color="#e4e8ee"`
				}
				weight, family, upright := "", "", ""
				if bold {
					weight = ` fo:font-weight="bold" style:font-weight-asian="bold"`
				}
				if name == "f" && l.Digits != "" {
					family = fmt.Sprintf(` style:font-name="%[1]s" fo:font-family="%[1]s"`, l.Digits)
				}
				if name == "f" && l.Spaced {
					family += ` fo:letter-spacing="0.06cm"`
				}
				if name == "u" {
					upright = ` style:direction="ttb"`
				}
				fmt.Fprintf(w, `<style:style style:name="%s" style:family="table-cell"><style:table-cell-properties %s fo:padding="%gmm" fo:wrap-option="wrap" style:vertical-align="middle"%s/><style:paragraph-properties fo:text-align="%s" fo:margin-left="0mm"/><style:text-properties%s%s/></style:style>`,
					calcStyle(name, bold, grey), border, l.padding(), upright, align, weight, family)
			}
		}
	}
	for _, s := range [][2]string{{"t", "center"}, {"tl", "start"}, {"tr", "end"}} {
		name, align := s[0], s[1]
		size, spaced := "", ""
		if name == "t" {
			size = fmt.Sprintf(` fo:font-size="%[1]gpt" style:font-size-asian="%[1]gpt"`, 1.5*l.points())
			if l.Wide {
				spaced = ` fo:letter-spacing="0.25cm"`
			}
		}
		fmt.Fprintf(w, `<style:style style:name="%s" style:family="table-cell"><style:table-cell-properties fo:wrap-option="wrap"/><style:paragraph-properties fo:text-align="%s"/><style:text-properties%s%s/></style:style>`, name, align, size, spaced)
	}
}

func calcStyle(name string, bold, grey bool) string {
	if bold {
		name += "B"
	}
	if grey {
		name += "G"
	}
	return name
}

func escaped(s string) string {
	var w strings.Builder
	_ = xml.EscapeText(&w, []byte(s))
	return w.String()
}
