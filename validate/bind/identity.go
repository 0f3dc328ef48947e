package bind

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"suanqing/validate/amount"
	"suanqing/validate/document"
	"suanqing/validate/form"
)

// readIdentity reads unit, department and year from the lines from the top of
// a form's part of the sheet down to the end of its header.
func (t *Table) readIdentity(g *grid, top, bottom int) {
	for row := top; row <= bottom; row++ {
		cells := g.cells(row)
		for i := range cells[:min(len(cells), mostBeside)] {
			c := &cells[i]
			if c.Kind != document.Text || len(c.Stored) > 600 {
				continue
			}
			text := form.Normalize(c.Stored)
			if i+1 < len(cells) && asksUnit(text) {
				text += form.Normalize(cells[i+1].Stored) // 单位： and 万元 in cells of their own
			}
			t.readLine(text, g.place(row, c.Col))
		}
	}
}

// asksUnit says whether a cell ends where the unit would stand.
func asksUnit(text string) bool {
	return strings.HasSuffix(text, form.UnitLabel+":") || text == form.UnitLabel || text == form.MoneyLabel
}

// readLine reads one cell such as 部门：某局 金额单位：万元.
func (t *Table) readLine(text string, at Place) {
	if y := YearIn(text); y != 0 && t.Year == 0 {
		t.Year, t.YearAt = y, at
	}
	rest := text
	for n := 0; n < mostUnits && !t.Unit.Known(); n++ {
		i := strings.Index(rest, form.UnitLabel)
		if i < 0 {
			break
		}
		rest = strings.TrimLeft(rest[i+len(form.UnitLabel):], ":;(")
		if u, ok := amount.FindUnit(rest); ok && utf8.RuneCountInString(text) < 120 {
			t.Unit, t.UnitAt = u, at
		}
	}
	if alone := strings.Trim(strings.TrimPrefix(text, "金额:"), "()"); !t.Unit.Known() {
		if u, ok := amount.FindUnit(alone); ok && (u.Name == alone || alone != text) {
			t.Unit, t.UnitAt = u, at
		}
	}
	if t.Department != "" || strings.IndexByte(text, ':') < 0 { // every label ends with one
		return
	}
	for _, label := range form.DepartmentLabels {
		_, name, ok := strings.Cut(text, label)
		if !ok {
			continue
		}
		for _, end := range form.DepartmentEnds {
			if i := strings.Index(name, end); i >= 0 {
				name = name[:i]
			}
		}
		if _, unit := amount.FindUnit(name); name != "" && !unit {
			t.Department, t.DeptAt = form.Clip(name), at
			return
		}
	}
}

const shortestName = 3 // 公安局

// readTitle takes the department from what stands before a title, with its year
// or without: 附件2 某局2023年度收入支出决算总表.
func (t *Table) readTitle(before string, at Place) {
	if t.Department != "" {
		return
	}
	if y := YearIn(before); y != 0 {
		name, rest, _ := strings.Cut(before, strconv.Itoa(y)+"年")
		if before = name; stripMarks(name) == "" {
			before = strings.TrimPrefix(rest, "度")
		}
	}
	if _, rest, part := strings.Cut(before, form.PartOfText); part && strings.HasPrefix(before, "第") {
		before = rest
	}
	name := strings.TrimSuffix(form.StripOrdinal(stripMarks(before)), "部门")
	if utf8.RuneCountInString(name) >= shortestName && name[0] >= utf8.RuneSelf && !slices.Contains(form.Nobody, name) &&
		!strings.HasSuffix(name, "表") && !strings.Contains(name, form.Accounts) {
		t.Department, t.DeptAt = form.Clip(name), at
	}
}

// stripMarks removes a form's number from the front of a text: 附件1-1: 表一.
func stripMarks(text string) string {
	for _, mark := range form.TitleMarks {
		if rest, ok := strings.CutPrefix(text, mark); ok {
			text = strings.TrimLeft(strings.TrimLeft(rest, "0123456789-一二三四五六七八九十"), ":、.")
		}
	}
	return text
}

// opens says whether a row holds nothing but lines about the form below it: its
// number, the department, the unit.
func opens(g *grid, row int) bool {
	l := g.line(row)
	for i := range l.cells() {
		text := g.textOf(l, i)
		about := func(label string) bool { return strings.HasPrefix(text, label) }
		if text != "" && stripMarks(text) != "" && !about(form.MoneyLabel) && !slices.ContainsFunc(form.DepartmentLabels, about) {
			return false
		}
	}
	return true
}

// YearIn finds a fiscal year such as 2023年 in a text, which a day such as 2024年8月5日
// does not name; 0 for none.
func YearIn(text string) int {
	if strings.IndexByte(text, '2') < 0 { // most texts have no digit, and all of them are asked
		return 0
	}
	for rest := text; ; {
		i := strings.Index(rest, "年")
		if i < 0 {
			return 0
		}
		after := rest[i+len("年"):]
		if i >= 4 && !strings.HasPrefix(strings.TrimLeft(after, "0123456789"), "月") {
			if y := rest[i-4 : i]; form.IsCode(y) && y[:2] == "20" {
				return atoi(y)
			}
		}
		rest = after
	}
}

// YearInName finds a fiscal year in a file's name: four digits, 20xx, that
// stand alone, not behind a letter as in xml2003. 0 for none.
func YearInName(name string) int {
	for i := 0; i+4 <= len(name); {
		n := len(name[i:]) - len(strings.TrimLeft(name[i:], "0123456789"))
		if n == 4 && name[i:i+2] == "20" && (i == 0 || !isLetter(name[i-1])) {
			return atoi(name[i : i+4])
		}
		i += max(n, 1)
	}
	return 0
}

func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

// identify settles what the book as a whole says of itself: what most forms say.
func (b *Book) identify() {
	units := map[amount.Unit]int{}
	names, years := map[string]int{}, map[int]int{}
	b.Each(func(t *Table) {
		weight := 1
		if t.HasFigures() {
			weight = 10 // an empty form's unit moves no figure
		}
		if t.Unit.Known() {
			units[t.Unit] += weight
			if units[t.Unit] > units[b.Unit] || !b.Unit.Known() {
				b.Unit = t.Unit
			}
		}
		if t.Department != "" {
			names[t.Department]++
			if names[t.Department] > names[b.Department] {
				b.Department = t.Department
			}
		}
		if t.Year != 0 {
			years[t.Year]++
			if years[t.Year] > years[b.Year] {
				b.Year = t.Year
			}
		}
	})
	if b.Year == 0 {
		b.Year = b.yearAnywhere()
	}
}

// yearAnywhere looks for the year on a cover or contents sheet.
func (b *Book) yearAnywhere() int {
	for _, s := range b.Document.Sheets {
		if isResult(s) {
			continue
		}
		if y := YearIn(form.Normalize(s.Name)); y != 0 {
			return y
		}
		for i := range s.Rows {
			for k := range s.Rows[i].Cells {
				c := &s.Rows[i].Cells[k]
				if c.Kind == document.Text && len(c.Stored) < 200 && strings.Contains(c.Stored, form.Accounts) {
					if y := YearIn(form.Normalize(c.Stored)); y != 0 {
						return y
					}
				}
			}
		}
	}
	return 0
}

// readStatements finds what the form says of being empty.
func (t *Table) readStatements(g *grid, top, bottom int) {
	for _, at := range g.within(g.denying, top, bottom) {
		c := g.cell(at)
		switch row := g.sheet.Rows[at.row].Index; {
		case !g.isStatement(c) || g.at(row, c.Col) == nil: // or it does not show
		case len(t.Statements) < mostKept:
			t.Statements = append(t.Statements, g.place(row, c.Col))
		case form.SaysEmpty(g.normal(c)):
			t.More.Statements++
		}
	}
}

// isStatement says whether a cell says that a form is empty.
func (g *grid) isStatement(c *document.Cell) bool {
	return c.Kind == document.Text && len(c.Stored) >= len("本表为空") && g.book.statements.of(c.Stored, form.SaysNothing)
}
