package dress

import (
	"regexp"
	"strings"

	"suanqing/validate/lab/fixture"
)

// coded are the forms keyed by functional code.
const coded = "F02 F03 F05 F07 F08"

// codes are the dresses of codes and their names.
var codes = join(padded, bothCodes, nameCodes, rawCodes, splitCodes, swapped, classCodes)

var codePattern = regexp.MustCompile(`^([23]\d\d(?:\d\d){0,2})$`)

// recoded writes each code of the forms in another way, as a text; "" leaves it as it is.
func recoded(forms string, write func(code string) string) func(w *Workbook) {
	return func(w *Workbook) {
		w.Each(forms, func(_ *Sheet, _ At, c *Cell) {
			if !c.Figure() && codePattern.MatchString(c.Text) {
				if s := write(c.Text); s != "" {
					c.SetText(s)
				}
			}
		})
	}
}

// numbered turns codes that are texts into numbers, shown in a format.
func numbered(format string, wear func(w *Workbook)) func(w *Workbook) {
	digits := regexp.MustCompile(`^[23]\d{2,6}$`)
	return func(w *Workbook) {
		wear(w)
		w.Each(coded+" F06", func(_ *Sheet, _ At, c *Cell) {
			if !c.Figure() && digits.MatchString(c.Text) {
				c.Text, c.Number, c.Format = "", c.Text, format
			}
		})
	}
}

// pad fills a code up on the right.
func pad(code string, length int, with string) string {
	return code + strings.Repeat(with, max(0, length-len(code)))
}

// A padded code is read as the shorter one: no 款 is numbered 00 and no 项 either.
var padded = []Dress{
	{Name: "padded to seven digits", Kind: Padded, Allow: AWarning, Wear: recoded(coded, func(c string) string { return pad(c, 7, "0") })},
	{Name: "padded to seven digits, as numbers", Kind: Padded, Allow: AWarning,
		Wear: numbered("", recoded(coded, func(c string) string { return pad(c, 7, "0") }))},
	{Name: "classes padded to five digits", Kind: Padded, Allow: AWarning, Wear: recoded(coded, func(c string) string { return pad(c, 5, "0") })},
	{Name: "classes padded to five digits on F06", Kind: Padded, Allow: AWarning, Form: fixture.F06,
		Wear: recoded(fixture.F06, func(c string) string { return pad(c, 5, "0") })},
	{Name: "padded on all forms, F06 too", Kind: Padded, Allow: AWarning, Wear: func(w *Workbook) {
		recoded(coded, func(c string) string { return pad(c, 7, "0") })(w)
		recoded(fixture.F06, func(c string) string { return pad(c, 5, "0") })(w)
	}},
	{Name: "padded on one form only", Kind: Padded, Allow: AWarning, Wear: recoded(fixture.F03, func(c string) string { return pad(c, 7, "0") })},
	{Name: "only sections padded", Kind: Padded, Allow: AWarning, Wear: recoded(coded, func(c string) string {
		if len(c) == 5 {
			return c + "00"
		}
		return c
	})},
	{Name: "only classes padded", Kind: Padded, Allow: AWarning, Wear: recoded(coded, func(c string) string {
		if len(c) == 3 {
			return c + "0000"
		}
		return c
	})},
	{Name: "padded with zeros apart", Kind: Padded, Allow: AWarning, Wear: recoded(coded, func(c string) string { return apart(pad(c, 7, "0"), " ") })},
	{Name: "padded with blanks", Kind: Padded, Allow: AWarning, Wear: recoded(coded, func(c string) string { return pad(c, 7, " ") })},
	{Name: "padded in three columns", Kind: Padded, Allow: AWarning, Layout: &fixture.Layout{Codes: fixture.SplitCode}, Wear: func(w *Workbook) {
		w.codeColumns(func(s *Sheet, row, first int) { // 201 | 00 | 00
			for i := 1; i < 3; i++ {
				if c := s.ensure(At{row, first + i}); c.Blank() {
					c.SetText("00")
				}
			}
		})
	}},
	{Name: "padded before the name", Kind: Padded, Allow: AWarning, Layout: &fixture.Layout{Codes: fixture.CodeInName},
		Wear: named(coded, func(code, name string) string { return pad(code, 7, "0") + " " + name })},
}

// apart puts something between the levels of a code: 201-03-01.
func apart(code, between string) string {
	out := code[:3]
	for i := 3; i < len(code); i += 2 {
		out += between + code[i:i+2]
	}
	return out
}

// before are ways to write a code in front of its name.
var before = map[string]func(code, name string) string{
	"square brackets":            func(code, name string) string { return "[" + code + "]" + name },
	"square brackets, a blank":   func(code, name string) string { return "[" + code + "] " + name },
	"full-width brackets":        func(code, name string) string { return "【" + code + "】" + name },
	"full-width square brackets": func(code, name string) string { return "［" + code + "］" + name },
	"tortoise-shell brackets":    func(code, name string) string { return "〔" + code + "〕" + name },
	"round brackets":             func(code, name string) string { return "(" + code + ")" + name },
	"full-width round brackets":  func(code, name string) string { return "（" + code + "）" + name },
	"a dash":                     func(code, name string) string { return code + "-" + name },
	"a dash with blanks":         func(code, name string) string { return code + " - " + name },
	"a long dash":                func(code, name string) string { return code + "—" + name },
	"an underscore":              func(code, name string) string { return code + "_" + name },
	"a colon":                    func(code, name string) string { return code + ":" + name },
	"a full-width colon":         func(code, name string) string { return code + "：" + name },
	"a point":                    func(code, name string) string { return code + "." + name },
	"a comma of lists":           func(code, name string) string { return code + "、" + name },
	"nothing":                    func(code, name string) string { return code + name },
	"a full-width blank":         func(code, name string) string { return code + "　" + name },
	"levels with points":         func(code, name string) string { return apart(code, ".") + " " + name },
	"levels with dashes":         func(code, name string) string { return apart(code, "-") + " " + name },
	"full-width digits":          func(code, name string) string { return wide(code) + name },
	"brackets, indented": func(code, name string) string {
		return strings.Repeat("　", (len(code)-3)/2) + "[" + code + "]" + name
	},
	"brackets behind":               func(code, name string) string { return name + "[" + code + "]" },
	"brackets behind, a line break": func(code, name string) string { return name + "\n(" + code + ")" },
}

var namePattern = regexp.MustCompile(`^([23]\d\d(?:\d\d){0,2}) (.+)$`)

// named rewrites the names that have their code in front.
func named(forms string, write func(code, name string) string) func(w *Workbook) {
	return func(w *Workbook) {
		w.Each(forms, func(_ *Sheet, _ At, c *Cell) {
			if m := namePattern.FindStringSubmatch(c.Text); m != nil {
				c.SetText(write(m[1], m[2]))
			}
		})
	}
}

var bothCodes = func() []Dress {
	var out []Dress
	for _, way := range sorted(before) {
		out = append(out, Dress{Name: "code and name: " + way, Kind: BothCode, Allow: ANotice, Wear: func(w *Workbook) {
			w.eachCoded(coded, func(code, name *Cell) { name.SetText(before[way](code.Text, name.Text)) })
		}})
	}
	return append(out, Dress{Name: "code and name: brackets on F06", Kind: BothCode, Allow: ANotice, Form: fixture.F06, Wear: func(w *Workbook) {
		w.eachCoded(fixture.F06, func(code, name *Cell) { name.SetText("[" + code.Text + "]" + name.Text) })
	}}, Dress{Name: "code and name: brackets on one form", Kind: BothCode, Allow: ANotice, Wear: func(w *Workbook) {
		w.eachCoded(fixture.F03, func(code, name *Cell) { name.SetText("[" + code.Text + "]" + name.Text) })
	}})
}()

// eachCoded calls a function for every code and the name in the cell right of it.
func (w *Workbook) eachCoded(forms string, do func(code, name *Cell)) {
	w.Each(forms, func(s *Sheet, at At, c *Cell) {
		if !c.Figure() && codePattern.MatchString(c.Text) {
			do(c, s.ensure(At{at.Row, at.Col + 1}))
		}
	})
}

var nameCodes = func() []Dress {
	var out []Dress
	for _, way := range sorted(before) {
		out = append(out, Dress{Name: "name only: " + way, Kind: NameCode, Allow: ANotice,
			Layout: &fixture.Layout{Codes: fixture.CodeInName}, Wear: named(coded, before[way])})
	}
	emptied := func(forms string) func(w *Workbook) {
		return func(w *Workbook) {
			w.eachCoded(forms, func(code, name *Cell) {
				name.SetText("[" + code.Text + "]" + name.Text)
				code.SetText("")
			})
		}
	}
	headed := func(head string) func(w *Workbook) {
		return func(w *Workbook) {
			named(coded, before["square brackets"])(w)
			w.retext(coded, "功能分类科目", head)
		}
	}
	return append(out,
		Dress{Name: "name only: the code's column empty", Kind: NameCode, Allow: ANotice, Wear: emptied(coded)},
		Dress{Name: "name only: the code's column empty on F06", Kind: NameCode, Allow: ANotice, Form: fixture.F06, Wear: emptied(fixture.F06)},
		Dress{Name: "name only: brackets on F06", Kind: NameCode, Allow: ANotice, Form: fixture.F06,
			Layout: &fixture.Layout{EconomicCodes: fixture.NameEconomic}, Wear: named(fixture.F06, before["square brackets"])},
		Dress{Name: "name only: a dash on F06", Kind: NameCode, Allow: ANotice, Form: fixture.F06,
			Layout: &fixture.Layout{EconomicCodes: fixture.NameEconomic, Economic: fixture.OneList}, Wear: named(fixture.F06, before["a dash"])},
		Dress{Name: "name only: headed 项目", Kind: NameCode, Allow: ANotice, Layout: &fixture.Layout{Codes: fixture.CodeInName}, Wear: headed("项目")},
		Dress{Name: "name only: headed 科目名称", Kind: NameCode, Allow: ANotice, Layout: &fixture.Layout{Codes: fixture.CodeInName}, Wear: headed("科目名称")},
		Dress{Name: "name only: headed 支出功能分类科目（类款项）", Kind: NameCode, Allow: ANotice, Layout: &fixture.Layout{Codes: fixture.CodeInName}, Wear: headed("支出功能分类科目（类款项）")},
	)
}()

// retext writes another text for one, wherever it stands on the forms' sheets.
func (w *Workbook) retext(forms string, oldNew ...string) {
	w.Each(forms, func(_ *Sheet, _ At, c *Cell) {
		for i := 0; i < len(oldNew); i += 2 {
			if c.Text == oldNew[i] {
				c.SetText(oldNew[i+1])
				return
			}
		}
	})
}
