package printed

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

	"suanqing/validate/lab/fixture"
	"suanqing/validate/lab/skin"
)

// plan is a book as the painters have it: what stands above each table, the table, what
// stands below.
type plan struct {
	department    string
	year          string // of the running head; "" for 2023
	tables        []planTable
	before, after []string // paragraphs of a whole report: in front of its tables and behind them
}

// runningHead stands above each page.
func (p *plan) runningHead() string {
	year := p.year
	if year == "" {
		year = "2023"
	}
	return p.department + year + "年度部门决算"
}

type planTable struct {
	title      string
	above      [][]string // the other lines, each in its parts from left to right
	head, body []planRow
	below      []string
	kinds      []kind // of the columns
	prose      []string
}

type planRow []planCell

type planCell struct {
	text       string
	rows, cols int // that it spans
	col        int // where it begins
	kind       kind
	total      bool
	upright    bool
	slot       fixture.Slot // of a figure that is asked for
	struck     string       // a figure that is struck out, in front of the text
}

// kind is what a cell holds.
type kind uint8

const (
	nameKind kind = iota
	codeKind
	figureKind
)

var (
	figureText = regexp.MustCompile(`^\s*[(（-]?[\d,，]+\.\d+[)）]?\s*$`)
	codeText   = regexp.MustCompile(`^[\d|]+$`)
)

// planOf reads a rendered book back as a plan in a look.
func planOf(w *fixture.Workbook, department string, look *Look) (*plan, error) {
	b, err := skin.Read(w.Bytes)
	if err != nil {
		return nil, err
	}
	slots := map[string]fixture.Slot{}
	for _, p := range w.Placements {
		slots[p.Sheet+"!"+p.Cell] = p.Slot
	}
	out := &plan{department: department}
	for _, s := range b.Sheets {
		if !s.Hidden {
			out.tables = append(out.tables, tableOf(s, slots, look))
		}
	}
	return out, nil
}

func tableOf(s *skin.Sheet, slots map[string]fixture.Slot, look *Look) planTable {
	t := planTable{kinds: make([]kind, s.Cols)}
	for row := range s.Head {
		parts := texts(s.Boxes(row))
		switch {
		case len(parts) == 0:
		case t.title == "" && len(parts) == 1 && !strings.Contains(parts[0], "：") && !strings.HasPrefix(parts[0], "公开") && !strings.HasPrefix(parts[0], "附件"):
			t.title = parts[0]
		default:
			t.above = append(t.above, parts)
		}
	}
	inBody := false
	for row := s.Head; row < s.Foot; row++ {
		var out planRow
		boxes := s.Boxes(row)
		for _, b := range boxes {
			at, _ := excelize.CoordinatesToCellName(b.Col+1, b.Row+1)
			c := planCell{text: b.Shown, rows: b.RowSpan, cols: b.ColSpan, col: b.Col}
			if slot, there := slots[s.Name+"!"+at]; there {
				c.slot, inBody = slot, true
			}
			if c.slot != (fixture.Slot{}) || figureText.MatchString(b.Shown) {
				c.kind, c.text = figureKind, look.figure(b.Shown)
				t.kinds[b.Col] = figureKind
			} else if codeText.MatchString(b.Shown) {
				c.kind = codeKind
			}
			out = append(out, c)
		}
		for i := range out {
			out[i].total = isTotal(out)
		}
		if inBody {
			t.body = append(t.body, out)
			if look.Spare > 0 && len(t.body)%look.Spare == 0 && asked(out) && !spanned(t.body) {
				t.body = append(t.body, bare(s.Cols))
			}
		} else {
			t.head = append(t.head, out)
		}
	}
	for row := s.Foot; row < s.Rows; row++ {
		t.below = append(t.below, texts(s.Boxes(row))...)
	}
	t.strike(look.Struck)
	t.finish(look)
	return t
}

// finish sets the columns' kinds and adds what a look adds.
func (t *planTable) finish(look *Look) {
	short := make([]int, len(t.kinds))
	for _, row := range t.body {
		for _, c := range row {
			switch n := len([]rune(strings.TrimSpace(c.text))); {
			case c.cols > 1 || t.kinds[c.col] == figureKind:
			case c.kind == codeKind, n <= 3:
				short[c.col] = max(short[c.col], 1)
			default:
				short[c.col] = 2
			}
		}
	}
	for col := range t.kinds {
		if t.kinds[col] != figureKind && short[col] < 2 {
			t.kinds[col] = codeKind
		}
	}
	if look.Foots != "" {
		t.below = append(t.below, look.Foots)
	}
	if look.Sentence && len(t.below) > 0 && strings.Contains(strings.Join(t.below, ""), "本部门") && t.blank() {
		t.body = append(t.body, planRow{{text: t.below[0], rows: 1, cols: len(t.kinds)}})
		t.below = t.below[1:]
	}
	if look.Margin != "" && len(t.body) > 0 {
		for i := range t.head {
			t.head[i] = shifted(t.head[i])
		}
		for i := range t.body {
			t.body[i] = shifted(t.body[i])
		}
		t.kinds = append([]kind{codeKind}, t.kinds...)
		if len(t.head) > 0 {
			t.head[0] = append(planRow{{rows: len(t.head), cols: 1}}, t.head[0]...)
		}
		t.body[0] = append(planRow{{text: look.Margin, rows: len(t.body), cols: 1, upright: true}}, t.body[0]...)
	}
	if look.Prose {
		t.prose = proseOf(t.title)
	}
}

// strike puts struck figures into each so many-th cell that a figure is asked of.
func (t *planTable) strike(every int) {
	n := 0
	for _, row := range t.body {
		for i := range row {
			if every == 0 || row[i].slot == (fixture.Slot{}) {
				continue
			}
			if n++; n%every == 0 {
				row[i].struck = fmt.Sprintf("%d.%02d", 100+n, n%100)
			}
		}
	}
}

// blank says that no figure is printed.
func (t *planTable) blank() bool {
	for _, row := range t.body {
		for _, c := range row {
			if c.kind == figureKind && c.text != "" {
				return false
			}
		}
	}
	return true
}

func shifted(row planRow) planRow {
	for i := range row {
		row[i].col++
	}
	return row
}

// asked says that a row has figures: none of a title or of headers that come again.
func asked(row planRow) bool {
	return slices.ContainsFunc(row, func(c planCell) bool { return c.slot != (fixture.Slot{}) })
}

// bare is a row of empty cells.
func bare(cols int) planRow {
	var out planRow
	for col := range cols {
		out = append(out, planCell{rows: 1, cols: 1, col: col})
	}
	return out
}

// spanned says that a cell reaches over the end of the rows so far.
func spanned(rows []planRow) bool {
	for i, row := range rows {
		for _, c := range row {
			if i+c.rows > len(rows) {
				return true
			}
		}
	}
	return false
}

func texts(boxes []skin.Box) []string {
	var out []string
	for _, b := range boxes {
		if strings.TrimSpace(b.Shown) != "" {
			out = append(out, b.Shown)
		}
	}
	return out
}

func isTotal(row planRow) bool {
	for _, c := range row {
		if strings.Contains(c.text, "合计") || strings.Contains(c.text, "总计") {
			return true
		}
	}
	return false
}

var fullDigits = strings.NewReplacer("0", "０", "1", "１", "2", "２", "3", "３", "4", "４", "5", "５", "6", "６", "7", "７", "8", "８", "9", "９", ".", "．", ",", "，", "-", "－")

// figure is a figure as a look shows it.
func (l *Look) figure(shown string) string {
	switch {
	case l.hides(shown):
		return "###"
	case l.Full:
		return fullDigits.Replace(shown)
	}
	return shown
}

// hides says that a figure is too wide for its cell and shows ###.
func (l *Look) hides(shown string) bool {
	return l.Hashes > 0 && len(strings.TrimSpace(shown)) >= l.Hashes
}

// proseOf are paragraphs before a table, with figures that are none of its.
func proseOf(title string) []string {
	title = strings.Join(strings.Fields(title), "")
	return []string{
		fmt.Sprintf("以下为%s，表中金额按单位换算后四舍五入，个别数据合计数与分项之和可能存在尾差。", title),
		"本部门2023年末在职人员46人，离退休人员12人，公务用车保有量3辆，其中：机要通信用车1辆、执法执勤用车2辆。按照预算公开要求，本表于2024年8月20日前公开，联系电话0539-5250000。",
	}
}
