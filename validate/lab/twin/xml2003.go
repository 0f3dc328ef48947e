package twin

import (
	"encoding/xml"
	"fmt"
	"strings"

	"suanqing/validate/document"
)

// XML2003 is a document as XML Spreadsheet 2003, as Excel writes it.
func XML2003(d *document.Document) string {
	var sheets strings.Builder
	styles := map[string]int{}
	var codes []string
	style := func(f *document.Format) string {
		if f.General {
			return ""
		}
		if styles[f.Code] == 0 {
			codes = append(codes, f.Code)
			styles[f.Code] = len(codes)
		}
		return fmt.Sprintf(" ss:StyleID=\"s%d\"", 61+styles[f.Code])
	}
	for _, s := range d.Sheets {
		sheets.WriteString(" <Worksheet ss:Name=\"" + escape(s.Name) + "\">\n  <Table>\n")
		for _, c := range s.Cols {
			fmt.Fprintf(&sheets, "   <Column ss:Index=\"%d\" ss:Span=\"%d\" ss:Width=\"54.75\"%s/>\n", c.First+1, c.Last-c.First, flag("Hidden", c.Hidden))
		}
		merges := map[[2]int]document.Range{}
		for _, m := range s.Merges {
			merges[[2]int{m.Row0, m.Col0}] = m
		}
		rows, cols := s.Dimensions()
		for row := range rows {
			hidden := false
			for _, r := range s.Rows {
				hidden = hidden || r.Index == row && r.Hidden
			}
			fmt.Fprintf(&sheets, "   <Row ss:Index=\"%d\"%s>\n", row+1, flag("Hidden", hidden))
			next := 0
			for col := range cols {
				c := s.At(row, col)
				m, merged := merges[[2]int{row, col}]
				if c == nil && !merged {
					continue
				}
				sheets.WriteString("    <Cell")
				if col != next {
					fmt.Fprintf(&sheets, " ss:Index=\"%d\"", col+1)
				}
				if next = col + 1; merged {
					fmt.Fprintf(&sheets, " ss:MergeAcross=\"%d\" ss:MergeDown=\"%d\"", m.Col1-m.Col0, m.Row1-m.Row0)
					next = m.Col1 + 1
				}
				if c == nil {
					sheets.WriteString("/>\n")
					continue
				}
				sheets.WriteString(style(c.Format))
				if c.Formula != "" {
					sheets.WriteString(" ss:Formula=\"=" + escape(R1C1(c.Formula, row, col)) + "\"")
				}
				sheets.WriteString(">" + data(c) + "</Cell>\n")
			}
			sheets.WriteString("   </Row>\n")
		}
		sheets.WriteString("  </Table>\n  <WorksheetOptions xmlns=\"urn:schemas-microsoft-com:office:excel\">" + map[bool]string{true: "<Visible>SheetHidden</Visible>"}[s.Hidden] + "</WorksheetOptions>\n </Worksheet>\n")
	}
	head := "<?xml version=\"1.0\"?>\n<?mso-application progid=\"Excel.Sheet\"?>\n<Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"\n xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\"\n xmlns:html=\"http://www.w3.org/TR/REC-html40\">\n <Styles>\n  <Style ss:ID=\"Default\" ss:Name=\"Normal\"><NumberFormat/></Style>\n"
	for i, code := range codes {
		head += fmt.Sprintf("  <Style ss:ID=\"s%d\"><NumberFormat ss:Format=\"%s\"/></Style>\n", 62+i, escape(code))
	}
	return head + " </Styles>\n" + sheets.String() + "</Workbook>\n"
}

func flag(name string, set bool) string {
	return map[bool]string{true: " ss:" + name + "=\"1\""}[set]
}

func data(c *document.Cell) string {
	kind, text := "", c.Stored
	switch c.Kind {
	case document.Blank:
		return ""
	case document.Number:
		kind = "Number"
	case document.Bool:
		kind, text = "Boolean", map[bool]string{true: "1", false: "0"}[c.Stored == "TRUE"]
	case document.ErrorValue:
		kind = "Error"
	default:
		kind = "String"
	}
	return "<Data ss:Type=\"" + kind + "\">" + escape(text) + "</Data>"
}

func escape(s string) string {
	var b strings.Builder
	xml.EscapeText(&b, []byte(s))
	return b.String()
}

// R1C1 is a formula in R1C1 style as seen from a cell.
func R1C1(formula string, row, col int) string {
	var b strings.Builder
	for i := 0; i < len(formula); {
		if r, n := document.ScanRef(formula[i:]); n > 0 && r.HasRow && r.HasCol && (i == 0 || !word(formula[i-1])) && (i+n == len(formula) || !word(formula[i+n]) && formula[i+n] != '(') {
			b.WriteString("R" + index(r.Row, row, r.AbsRow) + "C" + index(r.Col, col, r.AbsCol))
			i += n
			continue
		}
		b.WriteByte(formula[i])
		i++
	}
	return b.String()
}

func word(c byte) bool {
	return c >= 0x80 || c == '_' || '0' <= c && c <= '9' || 'a' <= c|0x20 && c|0x20 <= 'z'
}

func index(n, own int, absolute bool) string {
	switch {
	case absolute:
		return fmt.Sprint(n + 1)
	case n == own:
		return ""
	}
	return fmt.Sprintf("[%d]", n-own)
}
