package bind_test

import (
	"fmt"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"suanqing/validate/bind"
	"suanqing/validate/document"
	"suanqing/validate/form"
	"suanqing/validate/lab/fixture"
)

// key is one key cell: a text, or a number where it has a format.
type key struct{ text, format string }

// way writes a code and its name into the key cells of a row; above is the code of the
// row before.
type way struct {
	heads string
	write func(code, above, name string) []key
}

const (
	twoHeads = "科目编码|科目名称"
	swapped  = "科目名称|科目编码"
	oneHead  = "科目名称"
	parted   = "类|款|项|科目名称"
	nameFace = "科目名称|类|款|项"
)

// keyCell writes the code into a cell of its own.
func keyCell(write func(code string) string) way {
	return way{twoHeads, func(code, _, name string) []key { return []key{{write(code), ""}, {name, ""}} }}
}

// asNumber writes the code as a number in a format.
func asNumber(format string, write func(code string) string) way {
	return way{twoHeads, func(code, _, name string) []key { return []key{{write(code), format}, {name, ""}} }}
}

// withName writes the code in front of the name, between marks.
func withName(before, after string) way {
	return way{oneHead, func(code, _, name string) []key { return []key{{before + code + after + name, ""}} }}
}

// levelsOf are the digits of a code level by level.
func levelsOf(code string) (parts []string) {
	for at, size := 0, 3; at < len(code); at, size = at+size, 2 {
		parts = append(parts, code[at:at+size])
	}
	return parts
}

// inColumns writes each level into a column of its own.
func inColumns(heads string, write func(code, above string) []string) way {
	return way{heads, func(code, above, name string) []key {
		var keys []key
		for _, text := range write(code, above) {
			keys = append(keys, key{text: text})
		}
		for len(keys) < 3 {
			keys = append(keys, key{})
		}
		if heads == nameFace {
			return append([]key{{text: name}}, keys...)
		}
		return append(keys, key{text: name})
	}}
}

func plainly(code string) string { return code }

func padded(to int) func(string) string {
	return func(code string) string { return code + strings.Repeat("0", max(0, to-len(code))) }
}

func between(mark string) func(string) string {
	return func(code string) string { return strings.Join(levelsOf(code), mark) }
}

// changed are the levels that the row above has not printed.
func changed(code, above string) []string {
	parts, were := levelsOf(code), levelsOf(above)
	for i := range parts {
		if i >= len(were) || parts[i] != were[i] || i == len(parts)-1 {
			break
		}
		parts[i] = ""
	}
	return parts
}

// ways is every way of writing codes that is read.
func ways() map[string]way {
	all := map[string]way{
		"padded to seven":   keyCell(padded(7)),
		"padded to five":    keyCell(padded(5)),
		"padded number":     asNumber("General", padded(7)),
		"padded as money":   asNumber("#,##0.00", padded(7)),
		"number":            asNumber("General", plainly),
		"number as money":   asNumber("#,##0.00", plainly),
		"number with words": asNumber(`0"元"`, plainly),
		"scientific":        asNumber("0.00E+00", plainly),
		"stored with an E":  asNumber("General", exponent),
		"written with an E": keyCell(exponent),
		"float":             keyCell(func(code string) string { return code + ".0" }),
		"money":             keyCell(func(code string) string { return code + ".00" }),
		"apostrophe":        keyCell(func(code string) string { return "'" + code }),
		"curly apostrophe":  keyCell(func(code string) string { return "’" + code }),
		"accent":            keyCell(func(code string) string { return "`" + code }),
		"levels named": keyCell(func(code string) string {
			return levelsOf(code)[0] + "类" + strings.Join(append(levelsOf(code)[1:], ""), "款")
		}),
		"stop behind":       keyCell(func(code string) string { return code + "." }),
		"comma behind":      keyCell(func(code string) string { return code + "、" }),
		"blank anywhere":    keyCell(func(code string) string { return code[:2] + " " + code[2:] + "　" }),
		"bracketed":         keyCell(func(code string) string { return "【" + code + "】" }),
		"padded, bracketed": keyCell(func(code string) string { return "[" + padded(7)(code) + "]" }),
		"full width": keyCell(func(code string) string {
			return strings.NewReplacer("0", "０", "1", "１", "2", "２", "3", "３").Replace(code)
		}),
		"swapped":             {swapped, func(code, _, name string) []key { return []key{{name, ""}, {code, ""}} }},
		"swapped, padded":     {swapped, func(code, _, name string) []key { return []key{{name, ""}, {padded(7)(code), "0"}} }},
		"no code column used": {twoHeads, func(code, _, name string) []key { return []key{{}, {"[" + code + "]" + name, ""}} }},
		"beside":              {twoHeads, func(code, _, name string) []key { return []key{{code, ""}, {"[" + code + "]" + name, ""}} }},
		"padded beside":       {twoHeads, func(code, _, name string) []key { return []key{{padded(7)(code), ""}, {"[" + code + "]" + name, ""}} }},
		"beside, padded":      {twoHeads, func(code, _, name string) []key { return []key{{code, "0"}, {padded(7)(code) + "-" + name, ""}} }},
		"beside, bare":        {twoHeads, func(code, _, name string) []key { return []key{{code, ""}, {code + " " + name, ""}} }},
		"behind the name":     {oneHead, func(code, _, name string) []key { return []key{{name + "（" + code + "）", ""}} }},
		"padded in the name":  {oneHead, func(code, _, name string) []key { return []key{{padded(7)(code) + name, ""}} }},
		"in columns":          inColumns(parted, func(code, _ string) []string { return levelsOf(code) }),
		"columns of zeros":    inColumns(parted, func(code, _ string) []string { return levelsOf(padded(7)(code)) }),
		"changed levels":      inColumns(parted, changed),
		"changed, name first": inColumns(nameFace, changed),
		"columns, name first": inColumns(nameFace, func(code, _ string) []string { return levelsOf(code) }),
		"ditto marks": inColumns(parted, func(code, above string) []string {
			parts := changed(code, above)
			for i := range parts {
				if parts[i] == "" {
					parts[i] = "〃"
				}
			}
			return parts
		}),
		"ranks behind": inColumns(parted, func(code, _ string) []string {
			parts := levelsOf(code)
			for i := range parts {
				parts[i] += string([]rune("类款项")[i])
			}
			return parts
		}),
		"whole in each": inColumns(parted, func(code, _ string) []string {
			return []string{padded(7)(code[:3]), padded(7)(code[:min(5, len(code))]), code}[:len(levelsOf(code))]
		}),
	}
	for _, mark := range []string{".", "-", "—", "/", "|", "_", "·", " ", "．", "－", "、", "\\"} {
		all["parted by "+mark] = keyCell(between(mark))
		all["parted by "+mark+" with the name"] = way{oneHead, func(code, _, name string) []key { return []key{{between(mark)(code) + " " + name, ""}} }}
		all["padded, parted by "+mark] = keyCell(func(code string) string { return between(mark)(padded(7)(code)) })
	}
	for _, pair := range []string{"[]", "【】", "()", "（）", "〔〕", "［］", "{}", "〈〉", "《》"} {
		runes := []rune(pair)
		all["in "+pair] = withName(string(runes[0]), string(runes[1]))
		all["in "+pair+" and a blank"] = withName(" "+string(runes[0])+" ", string(runes[1])+"　")
	}
	for _, mark := range []string{"", " ", "　", "-", "--", "—", "——", "－", ".", "、", ":", "：", "_", "/", "|", "·", "]"} {
		all["before "+mark] = withName("", mark)
	}
	return all
}

func exponent(code string) string {
	n, _ := strconv.ParseFloat(code, 64)
	return strconv.FormatFloat(n, 'E', -1, 64)
}

// leaves are the ways of leaving rows out.
var leaves = map[string]func(code string) bool{
	"all":         func(string) bool { return true },
	"no sections": func(code string) bool { return len(code) != 5 },
	"items":       func(code string) bool { return len(code) == 7 },
}

// sheetIn is a form of a book with its codes written in one way.
func sheetIn(f *fixture.Form, w way, prints func(code string) bool) *document.Sheet {
	title, heads := "支出决算表", "本年支出合计|基本支出|项目支出"
	if f.ID == fixture.F06 {
		title, heads = "一般公共预算财政拨款基本支出决算明细表", "金额"
	}
	columns := strings.Split(heads, "|")
	s := sheetOf(title, title, "单位：元", w.heads+"|"+heads)
	above := ""
	for _, r := range f.Rows {
		keys := []key{{text: r.Name}}
		if form.IsCode(r.Key) {
			if !prints(r.Key) {
				continue
			}
			keys = w.write(r.Key, above, r.Name)
			above = r.Key
		}
		row := document.Row{Index: len(s.Rows)}
		for col, k := range keys {
			c := document.Cell{Row: row.Index, Col: col, Kind: document.Text, Stored: k.text, Format: document.NewFormat("General", false)}
			if k.format != "" {
				c.Kind, c.Format = document.Number, document.NewFormat(k.format, false)
			}
			if k.text != "" {
				row.Cells = append(row.Cells, c)
			}
		}
		for i, column := range columns {
			if v := r.Values[column]; v != "" {
				row.Cells = append(row.Cells, document.Cell{Row: row.Index, Col: strings.Count(w.heads, "|") + 1 + i,
					Kind: document.Number, Stored: v, Format: document.NewFormat("#,##0.00", false)})
			}
		}
		s.Rows = append(s.Rows, row)
	}
	return s
}

// boundRows are the rows of a form as they were bound.
func boundRows(t *bind.Table) (rows []string) {
	for _, r := range t.Rows {
		parent := ""
		if r.Parent != nil {
			parent = r.Parent.Key
		}
		line := fmt.Sprintf("%s %s under %s", r.Key, r.Name, parent)
		if form.IsCode(r.Key) {
			line += " code " + r.Code
		}
		if r.Malformed || r.Repeats != nil || r.Beside != "" || r.Alone {
			line += fmt.Sprint(" malformed ", r.Malformed, " repeats ", r.Repeats != nil, " beside ", r.Beside, " alone ", r.Alone)
		}
		rows = append(rows, line)
	}
	return append(append(rows, figures(t)...), fmt.Sprint("unbound ", len(t.Unbound)))
}

// firstApart is where two lists first differ; "" where they do not.
func firstApart(want, got []string) string {
	for i := range max(len(want), len(got)) {
		a, b := "nothing", "nothing"
		if i < len(want) {
			a = want[i]
		}
		if i < len(got) {
			b = got[i]
		}
		if a != b {
			return fmt.Sprintf("want %q, got %q", a, b)
		}
	}
	return ""
}

// TestEveryWayOfWritingCodes: the rows are the same however their codes are written.
func TestEveryWayOfWritingCodes(t *testing.T) {
	for seed := range int64(4) {
		b := fixture.Generate(seed, fixture.Options{Sparse: seed%2 == 1, Classes: 1 + int(seed%4), Sections: 1 + int(seed%3)})
		for _, id := range []string{fixture.F03, fixture.F06} {
			for what, prints := range leaves {
				if id == fixture.F06 && what != "all" {
					continue
				}
				plain := find(sheetIn(b.Forms[id], keyCell(plainly), prints))
				want := boundRows(table(t, plain, form.ID(id)))
				require.Greater(t, len(want), 3)
				for name, w := range ways() {
					got := find(sheetIn(b.Forms[id], w, prints))
					if d := firstApart(want, boundRows(table(t, got, form.ID(id)))); d != "" {
						t.Errorf("book %d, %s, %s, %s: %s", seed, id, what, name, d)
					}
				}
			}
		}
	}
}
