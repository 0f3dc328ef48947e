package dress

import (
	"strings"

	"suanqing/validate/lab/fixture"
)

// Trap is the other side of a dress: something near to it that must not be taken for
// right: a book in it is never taken in silence.
type Trap struct {
	Name   string
	Rename func(*fixture.Book)
	Wear   func(w *Workbook)
	At     fixture.Slot // a cell that must be spoken of and must not be read as a number; zero for none
	Error  bool         // an error must be among what is said; else a warning will do
}

// Dress is the trap as a dress, to draw it with.
func (t Trap) Dress() Dress { return Dress{Name: t.Name, Rename: t.Rename, Wear: t.Wear} }

// Traps lists the traps.
func Traps() []Trap { return append(append(unclear(), uncomputable()...), contradictory()...) }

// doubtful are cells whose figure is not clear: nobody may guess. v is the figure, as 9699.01.
var doubtful = map[string]func(v string) string{
	"point and comma exchanged":    func(v string) string { return strings.NewReplacer(",", ".", ".", ",").Replace(commas(v)) },
	"a comma for the point":        func(v string) string { return strings.ReplaceAll(v, ".", ",") },
	"two commas":                   func(v string) string { return strings.ReplaceAll(commas(v), ".", ",") },
	"separators in wrong places":   func(v string) string { return v[:2] + "," + v[2:] },
	"约 in front":                   bare("约", ""),
	"近 in front":                   bare("近", ""),
	"≈ in front":                   bare("≈", ""),
	"< in front":                   bare("<", ""),
	"~ in front":                   bare("~", ""),
	"question mark behind":         bare("", "?"),
	"full-width question mark":     bare("", "？"),
	"左右 behind":                    bare("", "左右"),
	"多 behind":                     bare("", "多"),
	"余万元 behind":                   bare("", "余万元"),
	"a range":                      func(v string) string { return v + "-" + v },
	"two figures":                  func(v string) string { return v + " " + v },
	"two figures on two lines":     func(v string) string { return v + "\n" + v },
	"two figures and a slash":      func(v string) string { return v + "/" + v },
	"a sum as text":                bare("", "+20"),
	"a formula as text":            func(string) string { return "=C8+C9" },
	"a formula's call as text":     func(string) string { return "SUM(C8:C9)" },
	"a letter for a digit":         func(v string) string { return strings.ReplaceAll(v, "0", "O") },
	"a small l for a one":          func(v string) string { return v[:len(v)-1] + "l" },
	"a percent sign":               bare("", "%"),
	"two points":                   func(v string) string { return strings.ReplaceAll(v, ".", "..") },
	"points for separators":        func(v string) string { return strings.ReplaceAll(commas(v), ",", ".") },
	"Arabic-Indic digits":          arabic,
	"Chinese numerals":             func(string) string { return "九千六百九十九点零一" },
	"capital Chinese numerals":     func(string) string { return "玖仟陆佰玖拾玖元零壹分" },
	"US dollars":                   around("$", ""), // these books are of 人民币: an error of content, whatever it is
	"euros":                        around("€", ""),
	"Hong Kong dollars":            around("HK$", ""),
	"persons":                      around("", "人"),
	"vehicles":                     around("", "辆"),
	"two units":                    around("", "万元元"),
	"an open bracket":              around("(", ""),
	"a closing bracket":            around("", ")"),
	"two minuses":                  around("--", ""),
	"a minus on both sides":        around("-", "-"),
	"a minus before brackets":      around("-(", ")"),
	"plus and minus":               around("±", ""),
	"a long dash in front":         around("——", ""),
	"words":                        func(string) string { return "见附表" },
	"同上":                           func(string) string { return "同上" },
	"待定":                           func(string) string { return "待定" },
	"a unit alone":                 func(string) string { return "万元" },
	"a currency alone":             func(string) string { return "￥" },
	"an apostrophe alone":          func(string) string { return "'?" },
	"a year":                       func(string) string { return "2023年" },
	"a date":                       func(string) string { return "2023-12-31" },
	"无 before a figure":            bare("无", ""),
	"text of an error":             func(string) string { return "#N/A!" },
	"a figure in words and digits": func(string) string { return "9千6百99.01" },
}

func arabic(v string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= '0' && r <= '9':
			return r - '0' + '٠'
		case r == '.':
			return '٫'
		}
		return r
	}, v)
}

func unclear() []Trap {
	at := fixture.Slot{Form: fixture.F03, Row: fixture.Total, Column: "本年支出合计"}
	var out []Trap
	for _, name := range sorted(doubtful) {
		out = append(out, Trap{Name: "not clear: " + name, At: at, Wear: func(w *Workbook) {
			c := w.figure(at)
			c.SetText(doubtful[name](c.Value))
		}})
	}
	return out
}

// figure is the cell of a figure.
func (w *Workbook) figure(slot fixture.Slot) *Cell {
	for _, c := range w.Sheet(slot.Form).Cells {
		if c.Slot == slot {
			return c
		}
	}
	panic("dress: no such figure")
}

// uncomputable are formulas without a value that nobody can, or may, compute.
func uncomputable() []Trap {
	at := fixture.Slot{Form: fixture.F03, Row: fixture.Total, Column: "本年支出合计"}
	var out []Trap
	for _, formula := range []string{
		"RAND()*10000", "NOW()", `INDIRECT("C8")+C9`, "C7+1", "1/0", "SUM(C8:C20", "[1]Sheet1!C7", `"9699"&".01"&"约"`, "SOMETHING(C8)",
		"VALUE(\"约9699\")", `IF(C8>0,"见附表",0)`, "SUM(没有的表!C8:C9)", "OFFSET(C7,1,0)+C9", "IF(1=1,1/0,9699.01)",
	} {
		out = append(out, Trap{Name: "not computed: " + formula, At: at, Wear: func(w *Workbook) { w.figure(at).SetFormula(formula) }})
	}
	return out
}

// contradictory are sets and forms that contradict themselves.
func contradictory() []Trap {
	noEighth := func(b *fixture.Book) { delete(b.Forms, fixture.F08) }
	blank := func(form string, want func(s fixture.Slot) bool) func(w *Workbook) {
		return func(w *Workbook) {
			w.EachFigure(form, func(c *Cell) {
				if want(c.Slot) {
					c.SetText("")
				}
			})
		}
	}
	state := func(s fixture.Slot) bool {
		return strings.HasPrefix(s.Column, "国有资本") || strings.Contains(s.Row, "国有资本")
	}
	saying := func(w *Workbook) {
		w.Sheet(fixture.F07).below("本部门没有国有资本经营预算财政拨款收支，故未公开该表。")
	}
	one := func(p page) func(w *Workbook) {
		return func(w *Workbook) {
			p.wear(fixture.F03)(w)
			for _, c := range w.Sheet(fixture.F03).Cells { // the row printed again, with another figure
				if !c.Figure() && strings.HasPrefix(c.Format, "#,##0.00") {
					c.Number = "12345.67"
					return
				}
			}
			panic("dress: no row is printed again")
		}
	}
	return []Trap{
		{Name: "no form of state capital, F01 and F04 have figures of it", Rename: noEighth, Error: true},
		{Name: "no form of state capital though it says there is nothing, F01 and F04 have figures of it", Rename: noEighth, Error: true, Wear: saying},
		{Name: "no form of state capital, only F04 has figures of it", Rename: noEighth, Error: true, Wear: blank("F01", state)},
		{Name: "a row printed again with another figure", Error: true, Wear: one(page{rows: 9, blank: 1, lines: true,
			title: func(string, int, int) string { return "（续）" }, again: func(*Cell) bool { return true }})},
		{Name: "a code beside the same one padded", Error: true, Wear: func(w *Workbook) {
			s := w.Sheet(fixture.F03)
			at := s.find("20103")
			s.Cells[At{at.Row + 1, at.Col}].SetText("2010300")
			s.Cells[At{at.Row + 2, at.Col}].SetText("20103")
		}},
		{Name: "an item padded to nine digits", Error: true, Wear: recoded(fixture.F03, func(c string) string { return pad(c, 9, "0") })},
		{Name: "another code in front of the name than beside it", Wear: func(w *Workbook) {
			w.eachCoded(fixture.F03, func(code, name *Cell) {
				if code.Text == "20103" {
					name.SetText("[20106]" + name.Text)
				}
			})
		}},
	}
}
