package report

import (
	"strconv"
	"strings"
)

// A suspect in words, for all that is written without the page: the command, the CSV
// and the annotated copy. What is said goes by the suspect's shape and by nothing else.

// mostChanges is how many cells of a suspect are written out; the others are counted.
const mostChanges = 4

// Words is a suspect in one line: 03支出决算表!E11 2010302 项目支出：2,560.05 应为 256.05.
func (s *Suspect) Words() string {
	return inFile(s.File) + s.Sheet + "!" + s.Where() + " " + s.Reading()
}

// Where is the place of a suspect in its sheet: D14, E11 ⇄ E12, F16 → F15, C8:C40.
func (s *Suspect) Where() string {
	switch s.Shape {
	case Block, RowRepeated:
		return s.Range
	case Exchange:
		between := " ⇄ "
		if s.isMove() {
			between = " → "
		}
		return s.Cell + between + s.from(s.Changes[1])
	case RowMissing:
		return s.Cell + " 下面"
	}
	return s.Cell
}

// Reading is what is wrong at that place, and what would be right.
func (s *Suspect) Reading() string {
	switch s.Shape {
	case Block:
		return "共 " + strconv.Itoa(len(s.Changes)) + " 个单元格" + s.home()
	case Exchange:
		first, second := s.Changes[0], s.Changes[1]
		if s.isMove() {
			return first.Label + "：" + shown(first.Value) + " 应填在 " + second.Label + "，这一格应为 " + shown(first.Suggest)
		}
		return "两个数互相填错了位置：" + repair(first) + "；" + repair(second)
	case RowMissing:
		return missed(s.Change)
	case RowRepeated:
		return "同一行填了两遍，应删去一行"
	case Code:
		return recoded(s.Change)
	case FormUnit:
		return remeasured(s.Change)
	case SomeCells:
		parts := []string{}
		for i, c := range s.Changes[:min(len(s.Changes), mostChanges)] {
			part := repair(c)
			if i > 0 {
				part = s.from(c) + " " + part
			}
			parts = append(parts, part)
		}
		if len(s.Changes) > mostChanges {
			parts = append(parts, "等 "+strconv.Itoa(len(s.Changes))+" 个单元格")
		}
		return strings.Join(parts, "；")
	}
	return repair(s.Change)
}

// Other is one of the alternatives in a line. That of a row is a row, of a code a code.
func (s *Suspect) Other(a *Alternative) string {
	at := a.Sheet + "!" + a.Cell + " "
	switch s.Shape {
	case RowMissing:
		return missed(a.Change)
	case Code:
		return at + recoded(a.Change)
	case FormUnit:
		return at + remeasured(a.Change)
	}
	return at + repair(a.Change)
}

// Comment is what a note on the suspect's cell says of it. The cell of a row that is
// missing is right: what lacks comes below it.
func (s *Suspect) Comment() string {
	if s.Shape == RowMissing {
		return "在这一行下面，" + s.Why
	}
	return s.Why + "\n" + s.Reading()
}

// HasFigures says whether the suspect's changes are cells with a figure to put right:
// a row that is missing has none, and a code or a unit is no figure.
func (s *Suspect) HasFigures() bool {
	return s.Shape != RowMissing && s.Shape != Code && s.Shape != FormUnit
}

// Of says which suspect a finding goes with; nil for none.
func (r *Report) Of(f *Finding) *Suspect {
	if f.Suspect == nil || *f.Suspect < 0 || *f.Suspect >= len(r.Suspects) {
		return nil
	}
	return &r.Suspects[*f.Suspect]
}

// Unsure says in how many equations nobody can tell which figure is wrong; "" for none.
// What is no equation speaks of the wrong cell itself, and what is said of the written half
// of the wrong words.
func (r *Report) Unsure() string {
	n := 0
	for i := range r.Findings {
		if f := &r.Findings[i]; f.Severity == Error && f.Equation != "" && f.Accepted == nil && f.Suspect == nil && !f.ofText() {
			n++
		}
	}
	switch {
	case n == 0:
		return ""
	case len(r.Suspects) == 0:
		return "说不准是哪一格错了：下面的等式逐条列出，请对照账表核对。"
	}
	return "另有 " + strconv.Itoa(n) + " 处错误说不准是哪一格错了，请对照账表核对。"
}

// ofText says whether a finding stands in the written half, before all else.
func (f *Finding) ofText() bool { return len(f.Cells) > 0 && f.Cells[0].Words != "" }

func (s *Suspect) isMove() bool { return s.Kind == "moved" }

// from is the address of a cell as seen from the suspect's sheet.
func (s *Suspect) from(c Change) string {
	if c.Sheet != s.Sheet {
		return c.Sheet + "!" + c.Cell
	}
	return c.Cell
}

// home is the way of a block to where it belongs.
func (s *Suspect) home() string {
	ways := []string{}
	for _, way := range []struct {
		by                 int
		less, more, counts string
	}{{s.Down, "上移", "下移", "行"}, {s.Right, "左移", "右移", "栏"}} {
		switch {
		case way.by < 0:
			ways = append(ways, way.less+" "+strconv.Itoa(-way.by)+" "+way.counts)
		case way.by > 0:
			ways = append(ways, way.more+" "+strconv.Itoa(way.by)+" "+way.counts)
		}
	}
	if len(ways) == 0 {
		return ""
	}
	return "，应整块" + strings.Join(ways, "、")
}

func repair(c Change) string { return c.Label + "：" + shown(c.Value) + " 应为 " + shown(c.Suggest) }

func missed(c Change) string { return "漏了 " + c.Label + " 一行" }

func recoded(c Change) string { return "科目编码 " + c.Value + " 应为 " + c.Suggest }

func remeasured(c Change) string {
	if c.Value == "" {
		return "没有写金额单位，应为“" + c.Suggest + "”"
	}
	return "金额单位写的是“" + c.Value + "”，应为“" + c.Suggest + "”"
}

// shown is an amount as forms print it, with separators: 1,677.90. (Package amount has
// the same for amounts; this package imports nothing of the kind.)
func shown(plain string) string {
	if plain == "" {
		return "空白"
	}
	sign, digits := "", plain
	if plain[0] == '-' {
		sign, digits = "-", plain[1:]
	}
	whole, fraction, _ := strings.Cut(digits, ".")
	if whole == "" || strings.Trim(whole+fraction, "0123456789") != "" {
		return plain
	}
	for len(fraction) < 2 {
		fraction += "0"
	}
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + "," + whole[i:]
	}
	return sign + whole + "." + fraction
}

// inFile stands before a sheet that is in another file than the report's.
func inFile(file string) string {
	if file == "" {
		return ""
	}
	return "[" + file + "]"
}
