package performance_test

import (
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"suanqing/validate/bind"
	"suanqing/validate/document"
	lab "suanqing/validate/lab/performance"
	"suanqing/validate/performance"
	"suanqing/validate/rule"
)

// figures are the keys of what a sum, a product or a second place determines.
var figures = []string{"/full", "/done", "/weight", "/score", "/rate"}

// slipped is a report with one digit of one figure of its tables changed by two or more.
func slipped(r *rand.Rand) (d *lab.Doc, key, before, after string) {
	l := lab.Layouts[r.IntN(len(lab.Layouts))]
	d = lab.Make(l, r.IntN(lab.Sets)).Draw()
	type spot struct{ b, row, col int }
	var all []spot
	for b := range d.Blocks {
		if t := d.Blocks[b].Table; t != nil {
			for row := range t.Rows {
				for col, c := range t.Rows[row] {
					if strings.Contains(c.Key, "/") && slices.ContainsFunc(figures, func(s string) bool { return strings.HasSuffix(c.Key, s) }) && strings.ContainsAny(c.Text, "123456789") {
						all = append(all, spot{b, row, col})
					}
				}
			}
		}
	}
	s := all[r.IntN(len(all))]
	c := &d.Blocks[s.b].Table.Rows[s.row][s.col]
	text := []byte(c.Text)
	var digits []int
	for i, x := range text {
		if x >= '1' && x <= '9' {
			digits = append(digits, i)
		}
	}
	at := digits[0] // the first: others may be within rounding
	before = c.Text
	text[at] = '0' + (text[at]-'0'+3)%10
	c.Text, c.Number = string(text), ""
	return d, c.Key, before, c.Text
}

// TestEveryFigureCounts: a changed figure of the tables is told of, in its place.
func TestEveryFigureCounts(t *testing.T) {
	r := rand.New(rand.NewPCG(4, 9))
	n, hit := 0, 0
	missed := map[string]int{}
	for range 200 {
		d, key, before, after := slipped(r)
		doc := opened(t, d, false)
		at, ok := d.Find(key)
		require.True(t, ok)
		sheet, cell := spot(doc, d, at, false)
		n++
		told := false
		for _, f := range judged(doc) {
			for _, c := range f.Cells {
				told = told || c.Sheet == sheet && c.Cell == cell
			}
		}
		if told {
			hit++
		} else {
			parts := strings.Split(key, "/")
			missed[parts[1]+"/"+parts[len(parts)-1]]++
			t.Log(key, before, after)
		}
	}
	t.Logf("%d of %d; not %v", hit, n, missed)
	assert.GreaterOrEqual(t, hit*100, n*90)
}

// TestTablesPartedByPages: a table that is broken between two indicators, without a word
// of it, is one table.
func TestTablesPartedByPages(t *testing.T) {
	for _, l := range lab.Layouts {
		if l.Continued {
			continue
		}
		d := lab.Make(l, 0).Draw()
		var blocks []lab.Block
		for _, b := range d.Blocks {
			first, second, ok := parted(b.Table)
			if !ok {
				blocks = append(blocks, b)
				continue
			}
			blocks = append(blocks, lab.Block{Table: first}, lab.Block{Table: second})
		}
		require.Len(t, blocks, len(d.Blocks)+3, l.Name)
		doc := opened(t, &lab.Doc{Blocks: blocks}, false)
		out := &rule.Outcome{}
		performance.Judge(bind.Find(doc, nil), out, nil)
		for _, f := range out.Findings {
			assert.False(t, bad(&f), "%s %s", l.Name, told(&f))
		}
		for _, o := range out.Rules {
			if o.Rule == "performance.weights" || o.Rule == "performance.total" {
				assert.Equal(t, 3, o.Checked, "%s %s", l.Name, o.Rule)
			}
		}
	}
}

// parted breaks a table in its fifth indicator.
func parted(t *lab.Table) (first, second *lab.Table, ok bool) {
	if t == nil {
		return nil, nil, false
	}
	for row, cells := range t.Rows {
		if !slices.ContainsFunc(cells, func(c lab.Cell) bool { return strings.HasSuffix(c.Key, "/ind/4/target") }) {
			continue
		}
		first, second = &lab.Table{Sheet: t.Sheet, Lines: t.Lines, Cols: t.Cols, Rows: t.Rows[:row]}, &lab.Table{Sheet: t.Sheet + "2", Cols: t.Cols, Rows: t.Rows[row:]}
		for _, m := range t.Merges {
			switch {
			case m.Row1 < row:
				first.Merges = append(first.Merges, m)
			case m.Row0 >= row:
				second.Merges = append(second.Merges, lab.Merge{Row0: m.Row0 - row, Col0: m.Col0, Row1: m.Row1 - row, Col1: m.Col1})
			default:
				first.Merges = append(first.Merges, lab.Merge{Row0: m.Row0, Col0: m.Col0, Row1: row - 1, Col1: m.Col1})
				second.Merges = append(second.Merges, lab.Merge{Row0: 0, Col0: m.Col0, Row1: m.Row1 - row, Col1: m.Col1})
			}
		}
		return first, second, true
	}
	return nil, nil, false
}

// TestHostile: tables of words without end are read up to the caps, and random ones never
// break the judge.
func TestHostile(t *testing.T) {
	f := &document.Format{}
	words := []string{"项目名称", "一级指标", "三级指标", "年度指标值", "得分", "分值", "总分", "全年预算数", "全年执行数", "年度资金总额", "其中：财政资金", "执行率", "100", "99999999999999999999", "0", "-5", "12%",
		"优", "自评等级", "≥9999999999999999999999", "2023年13月", "1.1.1", strings.Repeat("年", 9000), "", "（", "产出指标（40分）", "-", "共9999999999个项目", "指标1：", "评价结论", "自评总分9分"}
	r := rand.New(rand.NewPCG(1, 2))
	random := func(rows, cols int) *document.Sheet {
		s := &document.Sheet{Name: "表" + strconv.Itoa(rows), Written: rows%2 == 0, Merges: []document.Range{{Row1: 1 << 20, Col1: 1 << 14}, {Row0: 3, Row1: 9, Col0: 1, Col1: 1}}}
		for row := range rows {
			line := document.Row{Index: row}
			for col := range cols {
				if w := words[r.IntN(len(words))]; w != "" {
					line.Cells = append(line.Cells, document.Cell{Row: row, Col: col, Kind: document.Text, Stored: w, Format: f})
				}
			}
			s.Rows = append(s.Rows, line)
		}
		return s
	}
	for range 300 {
		judged(&document.Document{Sheets: []*document.Sheet{random(2+r.IntN(40), 1+r.IntN(12)), random(2+r.IntN(40), 1+r.IntN(12))}})
	}
	many := &document.Document{}
	for range 3 {
		many.Sheets = append(many.Sheets, random(6000, 30))
	}
	assert.LessOrEqual(t, len(judged(many)), 500)
}

// TestWordsAreExact: the words of every place are those that its cell holds there.
func TestWordsAreExact(t *testing.T) {
	for _, c := range lab.BrokenOnce() {
		doc := opened(t, c.Doc, false)
		for _, f := range judged(doc) {
			for _, cell := range f.Cells {
				runes := []rune(textOf(doc, cell.Sheet, cell.Cell))
				end := cell.At + len([]rune(cell.Words))
				if assert.LessOrEqual(t, end, len(runes), "%s %v", c.Name, cell) && cell.Words != "" {
					assert.Equal(t, cell.Words, string(runes[cell.At:end]), "%s %v", c.Name, cell)
				}
			}
		}
	}
}
