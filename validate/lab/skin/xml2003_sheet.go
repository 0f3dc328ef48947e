package skin

import (
	"fmt"
	"html"
	"strconv"
	"strings"
)

func (x *xmlStyle) sheet(w *strings.Builder, s *Sheet) {
	w.WriteString(" " + x.open("Worksheet", "Name", s.Name) + "\n")
	if x.remarks {
		w.WriteString(x.open("Names") + x.open("NamedRange", "Name", "Print_Titles", "RefersTo", "='"+s.Name+"'!R1:R6") + x.close("NamedRange") + x.close("Names"))
	}
	table := []string{"ExpandedColumnCount", strconv.Itoa(s.Cols), "ExpandedRowCount", strconv.Itoa(s.Rows)}
	if x.bare {
		table = nil
	}
	w.WriteString("  " + x.open("Table", table...) + "\n")
	if !x.bare {
		x.columns(w, s)
	}
	skipped := false
	for row := range s.Rows {
		if !x.full && s.empty(row) && !s.HiddenRows[row] && len(s.Boxes(row)) == s.Cols {
			skipped = true
			continue
		}
		x.row(w, s, row, skipped)
		skipped = false
	}
	w.WriteString("  " + x.close("Table") + "\n")
	if !x.bare {
		visible := ""
		if s.Hidden {
			visible = "<x:Visible>SheetHidden</x:Visible>"
		}
		w.WriteString("  <x:WorksheetOptions>" + visible + "<x:Selected/><x:ProtectObjects>False</x:ProtectObjects></x:WorksheetOptions>\n")
	}
	w.WriteString(" " + x.close("Worksheet") + "\n")
}

// columns writes the hidden columns by their index, and a run of two by its span.
func (x *xmlStyle) columns(w *strings.Builder, s *Sheet) {
	for col := 0; col < s.Cols; col++ {
		if !s.HiddenCols[col] {
			continue
		}
		attrs := []string{"Index", strconv.Itoa(col + 1), "Hidden", "1", "AutoFitWidth", "0"}
		span := 0
		for s.HiddenCols[col+span+1] {
			span++
		}
		if span > 0 {
			attrs = append(attrs, "Span", strconv.Itoa(span))
		}
		w.WriteString("   " + x.open("Column", attrs...) + x.close("Column") + "\n")
		col += span
	}
}

func (x *xmlStyle) row(w *strings.Builder, s *Sheet, row int, skipped bool) {
	var attrs []string
	if skipped {
		attrs = append(attrs, "Index", strconv.Itoa(row+1))
	}
	if s.HiddenRows[row] {
		attrs = append(attrs, "Hidden", "1")
	}
	if !x.bare {
		attrs = append(attrs, "AutoFitHeight", "0", "Height", "14.25")
	}
	w.WriteString("   " + x.open("Row", attrs...) + "\n")
	next := 0 // the column a cell without an index would have
	for _, b := range s.Boxes(row) {
		if !x.full && b.Blank() {
			continue
		}
		x.cell(w, &b, b.Col != next)
		next = b.Col + b.ColSpan
		for i := 1; x.covered && i < b.ColSpan; i++ {
			w.WriteString("    " + x.open("Cell", "Index", strconv.Itoa(b.Col+i+1)) + x.close("Cell") + "\n")
		}
	}
	w.WriteString("   " + x.close("Row") + "\n")
}

func (x *xmlStyle) cell(w *strings.Builder, b *Box, indexed bool) {
	var attrs []string
	if indexed {
		attrs = append(attrs, "Index", strconv.Itoa(b.Col+1))
	}
	if b.ColSpan > 1 {
		attrs = append(attrs, "MergeAcross", strconv.Itoa(b.ColSpan-1))
	}
	if b.RowSpan > 1 {
		attrs = append(attrs, "MergeDown", strconv.Itoa(b.RowSpan-1))
	}
	if !x.bare {
		attrs = append(attrs, "StyleID", className(b.Format))
	}
	if b.Formula != "" && !x.texts {
		attrs = append(attrs, "Formula", "="+inR1C1(b.Formula, b.Row, b.Col, x.absolute))
	}
	w.WriteString("    " + x.open("Cell", attrs...))
	if x.padded {
		w.WriteString("\n      ")
	}
	switch {
	case b.Number != "" && !x.texts:
		w.WriteString(x.open("Data", "Type", "Number") + b.Number + x.close("Data"))
	case b.Shown != "":
		x.text(w, b.Shown)
	}
	if x.padded {
		w.WriteString("\n    ")
	}
	if x.remarks && b.Shown != "" {
		fmt.Fprintf(w, "<!-- <Data>9</Data> -->%s<%sData xmlns=\"http://www.w3.org/TR/REC-html40\"><B>审核：</B>1234.56</%sData>%s%s%s",
			x.open("Comment", "Author", "审核"), "ss:", "ss:", x.close("Comment"), x.open("NamedCell", "Name", "Print_Titles"), x.close("NamedCell"))
	}
	w.WriteString(x.close("Cell") + "\n")
}

func (x *xmlStyle) text(w *strings.Builder, text string) {
	switch {
	case x.rich && len([]rune(text)) > 1:
		r := []rune(text)
		fmt.Fprintf(w, `<ss:Data ss:Type="String" xmlns="http://www.w3.org/TR/REC-html40"><B><Font html:Color="#FF0000">%s</Font></B><Font>%s</Font></ss:Data>`,
			escapeXML(string(r[:1])), escapeXML(string(r[1:])))
	case x.cdata:
		w.WriteString(x.open("Data", "Type", "String") + "<![CDATA[" + text + "]]>" + x.close("Data"))
	default:
		w.WriteString(x.open("Data", "Type", "String") + strings.ReplaceAll(html.EscapeString(text), "\n", "&#10;") + x.close("Data"))
	}
}
