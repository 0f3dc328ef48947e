package dress

import (
	"regexp"
	"strings"

	"suanqing/validate/lab/fixture"
)

// rawCodes are codes as they were typed or as a program gave them. Where the digits are
// all there, in order, and none besides, there is no doubt which code it is.
var rawCodes = func() []Dress {
	text := func(name string, allow Allow, write func(code string) string) Dress {
		return Dress{Name: "codes: " + name, Kind: RawCode, Allow: allow, Wear: recoded(coded+" F06", write)}
	}
	return []Dress{
		text("floats", AWarning, func(c string) string { return c + ".0" }), // a data frame's
		text("floats with two zeros", AWarning, func(c string) string { return c + ".00" }),
		{Name: "codes: numbers with decimals", Kind: RawCode, Allow: ANotice, Wear: numbered("0.0", func(*Workbook) {})},
		{Name: "codes: numbers with separators", Kind: RawCode, Allow: ANotice, Wear: numbered("#,##0", func(*Workbook) {})},
		{Name: "codes: numbers in brackets by format", Kind: RawCode, Allow: ANotice, Wear: numbered(`"["0"]"`, func(*Workbook) {})},
		text("blanks between levels", AWarning, func(c string) string { return apart(c, " ") }),
		text("full-width blanks between levels", AWarning, func(c string) string { return apart(c, "　") }),
		text("points between levels", AWarning, func(c string) string { return apart(c, ".") }),
		text("dashes between levels", AWarning, func(c string) string { return apart(c, "-") }),
		text("slashes between levels", AWarning, func(c string) string { return apart(c, "/") }),
		text("blanks between all digits", AWarning, func(c string) string { return strings.Join(strings.Split(c, ""), " ") }),
		text("blanks around", AWarning, func(c string) string { return " " + c + "  " }),
		text("indented by level", ANotice, func(c string) string { return strings.Repeat("　", (len(c)-3)/2) + c }),
		text("no-break blanks behind", AWarning, func(c string) string { return c + "\u00a0" }),
		text("a tab behind", AWarning, func(c string) string { return c + "\t" }),
		text("a line break behind", AWarning, func(c string) string { return c + "\n" }),
		text("zero-width blank in front", AWarning, func(c string) string { return "\u200b" + c }),
		text("a mark of direction in front", AWarning, func(c string) string { return "\u202a" + c }),
		text("full-width digits", AWarning, wide),
		text("an apostrophe in front", AWarning, func(c string) string { return "'" + c }),
		text("a backtick in front", AWarning, func(c string) string { return "`" + c }),
		text("square brackets", AWarning, func(c string) string { return "[" + c + "]" }),
		text("full-width round brackets", AWarning, func(c string) string { return "（" + c + "）" }),
		text("a comma of lists behind", AWarning, func(c string) string { return c + "、" }),
		text("类 款 项 behind", AWarning, func(c string) string { return c + map[int]string{3: "类", 5: "款", 7: "项"}[len(c)] }),
	}
}()

// codeColumns calls a function for each row of the forms with 类 款 项 in three columns.
func (w *Workbook) codeColumns(do func(s *Sheet, row, first int)) {
	digits := regexp.MustCompile(`^\d+$`)
	for _, s := range w.Sheets {
		if !strings.Contains(coded, s.Form) || s.Form == "" {
			continue
		}
		first := s.find("类")
		from, last := s.body()
		for row := from; row <= last; row++ {
			for i := range 3 {
				if digits.MatchString(s.text(At{row, first.Col + i})) {
					do(s, row, first.Col)
					break
				}
			}
		}
	}
}

// splitCodes stand in columns of their own; what repeats the row above is left blank.
var splitCodes = []Dress{
	split("each level's own digits", fixture.Layout{Codes: fixture.LastCode}, func(*Workbook) {}),
	split("each level's own digits, as numbers", fixture.Layout{Codes: fixture.LastCode}, splitNumbers("00")),
	split("each level's own digits, bare numbers", fixture.Layout{Codes: fixture.LastCode}, splitNumbers("")),
	split("the class merged down over its rows", fixture.Layout{Codes: fixture.LastCode}, mergeDown),
	split("each class and section once", fixture.Layout{Codes: fixture.SplitCode}, blankRepeated(nil)),
	split("each class and section once, whole codes", fixture.Layout{Codes: fixture.RepeatedCode}, blankRepeated(nil)),
	split("each class and section once, items only", fixture.Layout{Codes: fixture.SplitCode, LeavesOnly: true}, blankRepeated(nil)),
	split("each class and section once, items only, whole codes", fixture.Layout{Codes: fixture.RepeatedCode, LeavesOnly: true}, blankRepeated(nil)),
	split("each class and section once, no sections", fixture.Layout{Codes: fixture.SplitCode, NoSections: true}, blankRepeated(nil)),
	split("ditto marks", fixture.Layout{Codes: fixture.SplitCode, LeavesOnly: true}, func(w *Workbook) {
		blankRepeated(func(c *Cell) { c.SetText("〃") })(w)
	}),
	split("bare numbers for levels", fixture.Layout{Codes: fixture.BareSplitCode}, func(*Workbook) {}),
	split("floats for levels", fixture.Layout{Codes: fixture.SplitCode}, func(w *Workbook) {
		w.codeColumns(func(s *Sheet, row, first int) {
			for i := range 3 {
				if t := s.text(At{row, first + i}); t != "" {
					s.Cells[At{row, first + i}].SetText(strings.TrimLeft(t, "0") + ".0")
				}
			}
		})
	}),
	split("full-width digits", fixture.Layout{Codes: fixture.SplitCode}, func(w *Workbook) {
		w.codeColumns(func(s *Sheet, row, first int) {
			for i := range 3 {
				if t := s.text(At{row, first + i}); t != "" {
					s.Cells[At{row, first + i}].SetText(wide(t))
				}
			}
		})
	}),
	split("dashes for what a level lacks", fixture.Layout{Codes: fixture.SplitCode}, func(w *Workbook) {
		w.codeColumns(func(s *Sheet, row, first int) {
			for i := range 3 {
				if c := s.ensure(At{row, first + i}); c.Blank() {
					c.SetText("—")
				}
			}
		})
	}),
}

// split is a dress of codes in three columns; the plain book prints the same rows.
func split(name string, l fixture.Layout, wear func(w *Workbook)) Dress {
	return Dress{Name: "columns: " + name, Kind: SplitCode, Allow: ANotice, Layout: &l,
		Plain: fixture.Layout{LeavesOnly: l.LeavesOnly, NoSections: l.NoSections}, Wear: wear}
}

// blankRepeated leaves out, or marks, what repeats the row above, level by level.
func blankRepeated(mark func(c *Cell)) func(w *Workbook) {
	return func(w *Workbook) {
		above, sheet := [3]string{}, ""
		w.codeColumns(func(s *Sheet, row, first int) {
			if s.Name != sheet {
				above, sheet = [3]string{}, s.Name
			}
			same := true
			var here [3]string
			for i := range 3 {
				at := At{row, first + i}
				here[i] = s.text(at)
				same = same && here[i] == above[i]
				switch {
				case !same || here[i] == "":
				case mark != nil:
					mark(s.Cells[at])
				default:
					s.Cells[at].SetText("")
				}
			}
			above = here
		})
	}
}

func splitNumbers(format string) func(w *Workbook) {
	return func(w *Workbook) {
		w.codeColumns(func(s *Sheet, row, first int) {
			for i := range 3 {
				if c := s.Cells[At{row, first + i}]; c != nil && c.Text != "" {
					c.Text, c.Number, c.Format = "", strings.TrimLeft(c.Text, "0"), format
				}
			}
		})
	}
}

// mergeDown merges the cell of each class and section over the blanks below it.
func mergeDown(w *Workbook) {
	for _, s := range w.Sheets {
		if s.Form == "" || !strings.Contains(coded, s.Form) {
			continue
		}
		col := s.find("类").Col
		from, last := s.body()
		for i := range 2 {
			start := -1
			for row := from; row <= last+1; row++ {
				ends := row > last || s.text(At{row, col + i}) != "" || i == 1 && s.text(At{row, col}) != ""
				if ends && start >= 0 && row-1 > start {
					s.Merges = append(s.Merges, Rect{At{start, col + i}, At{row - 1, col + i}})
				}
				if ends {
					start = -1
				}
				if s.text(At{row, col + i}) != "" && row <= last && codePart.MatchString(s.text(At{row, col + i})) {
					start = row
				}
			}
		}
	}
}

var codePart = regexp.MustCompile(`^\d{2,3}$`)

// swapped have the name left of the code. A code is digits and a name is none, whatever
// the header over them says; where it says the other way round, that is worth a warning.
var swapped = []Dress{
	{Name: "swapped: the columns with their headers", Kind: Swapped, Allow: ANotice, Wear: swap(coded, true, nil)},
	{Name: "swapped: the cells, not the headers", Kind: Swapped, Allow: AWarning, Wear: swap(coded, false, nil)},
	{Name: "swapped: on one form", Kind: Swapped, Allow: AWarning, Wear: swap(fixture.F03, false, nil)},
	{Name: "swapped: the columns of F06 with their headers", Kind: Swapped, Allow: ANotice, Form: fixture.F06, Wear: swap(fixture.F06, true, nil)},
	{Name: "swapped: the cells of F06, not the headers", Kind: Swapped, Allow: AWarning, Form: fixture.F06, Wear: swap(fixture.F06, false, nil)},
	{Name: "swapped: codes as numbers", Kind: Swapped, Allow: AWarning, Wear: swap(coded, false, func(code *Cell) {
		code.Text, code.Number = "", code.Text
	})},
	{Name: "swapped: only the rows of one class", Kind: Swapped, Allow: AWarning, Wear: func(w *Workbook) {
		w.eachCoded(fixture.F03, func(code, name *Cell) {
			if strings.HasPrefix(code.Text, "201") {
				code.Text, name.Text = name.Text, code.Text
			}
		})
	}},
}

// swap puts names where the codes are and codes where the names are.
func swap(forms string, heads bool, then func(code *Cell)) func(w *Workbook) {
	return func(w *Workbook) {
		w.eachCoded(forms, func(code, name *Cell) {
			code.Text, name.Text = name.Text, code.Text
			if then != nil {
				then(name)
			}
		})
		if heads {
			w.retext(forms, "科目编码", "科目名称", "科目名称", "科目编码")
		}
	}
}

var classPattern = regexp.MustCompile(`^([一二三四五六七八九十]+、)(.+)$`)

// classCodes are codes on the forms whose rows go by name.
var classCodes = func() []Dress {
	var out []Dress
	ways := map[string]func(number, code, name string) string{
		"brackets behind the number":     func(n, code, name string) string { return n + "[" + code + "]" + name },
		"brackets for the number":        func(_, code, name string) string { return "[" + code + "]" + name },
		"the code for the number":        func(_, code, name string) string { return code + " " + name },
		"the code and a comma":           func(_, code, name string) string { return code + "、" + name },
		"a dash":                         func(_, code, name string) string { return code + "-" + name },
		"full-width brackets":            func(n, code, name string) string { return n + "【" + code + "】" + name },
		"round brackets":                 func(n, code, name string) string { return n + "（" + code + "）" + name },
		"brackets behind the name":       func(n, code, name string) string { return n + name + "[" + code + "]" },
		"round brackets behind the name": func(n, code, name string) string { return n + name + "（" + code + "类）" },
	}
	for _, way := range sorted(ways) {
		for _, form := range []string{fixture.F01, fixture.F04} {
			out = append(out, Dress{Name: "classes of " + form + ": " + way, Kind: ClassCode, Allow: ANotice, Form: form, Wear: func(w *Workbook) {
				w.eachClass("F01 F04", func(code, number, name string, c *Cell) { c.SetText(ways[way](number, code, name)) })
			}})
		}
	}
	return out
}()

// eachClass calls a function for the label of every class on F01 and F04: its number and name.
func (w *Workbook) eachClass(forms string, do func(code, number, name string, label *Cell)) {
	w.Each(forms, func(s *Sheet, at At, c *Cell) {
		if m := classPattern.FindStringSubmatch(c.Text); m != nil {
			if code := s.classOf(at); code != "" {
				do(code, m[1], m[2], c)
			}
		}
	})
}

// classOf is the class whose figures stand right of a name on F01 or F04.
func (s *Sheet) classOf(name At) string {
	for col := name.Col + 1; col < name.Col+4; col++ {
		if c := s.Cells[At{name.Row, col}]; c != nil && c.Figure() {
			if codePattern.MatchString(c.Slot.Row) {
				return c.Slot.Row
			}
			return ""
		}
	}
	return ""
}
