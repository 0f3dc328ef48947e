package annotate

import (
	"maps"
	"slices"
	"sort"
	"strconv"
	"strings"

	"suanqing/validate/document"
	"suanqing/validate/report"
)

// level orders the fills: of several on a cell the highest shows.
type level int

const (
	notice level = iota
	tail
	warning
	failing
	suspect
	levels
)

var levelOf = map[report.Severity]level{report.Notice: notice, report.Tail: tail, report.Warning: warning, report.Error: failing}

// fills are the colours of the levels: light, so that figures stay readable in colour
// and in grey.
var fills = [levels]string{notice: "FFEDEDED", tail: "FFE2EEF9", warning: "FFFFF0C2", failing: "FFFDDCD8", suspect: "FFFFB3A7"}

// mark is what is put on one cell.
type mark struct {
	row, col int
	level    level
	notes    []string // the comment, paragraph by paragraph; none for a cell that is only filled
	more     int      // findings not told in the comment
}

// collect gives each sheet's marks by row and column. A comment stands at the
// first cell of a finding in the book, which for an equation is its left side; errors and
// warnings colour all their cells, but tails are normal and colour only that one.
func collect(book *document.Document, r *report.Report) [][]*mark {
	c := newCollector(book, r)
	for i := range r.Suspects {
		s := &r.Suspects[i]
		for j, change := range changes(s) {
			if change.File != "" {
				continue // it stands in another book
			}
			note := ""
			if j == 0 {
				note = suspectNote(s)
			}
			c.mark(change.Sheet, change.Cell, suspect, note)
		}
	}
	for i := range r.Findings {
		f := &r.Findings[i]
		l := levelOf[f.Severity]
		told := false
		for _, cell := range f.Cells {
			if _, here := c.sheet[cell.Sheet]; !here || cell.File != "" { // words in a file beside the book, or a cell of another
				continue
			}
			note := ""
			if !told {
				note, told = findingNote(i, f), true
			} else if l < warning {
				break
			}
			c.mark(cell.Sheet, cell.Cell, l, note)
		}
	}
	for _, sheet := range c.marks {
		slices.SortFunc(sheet, func(a, b *mark) int {
			if a.row != b.row {
				return a.row - b.row
			}
			return a.col - b.col
		})
	}
	return c.marks
}

// changes are the cells of a suspect; the first is the suspect itself.
func changes(s *report.Suspect) []report.Change {
	if s.HasFigures() && len(s.Changes) > 0 {
		return s.Changes
	}
	return []report.Change{s.Change}
}

func suspectNote(s *report.Suspect) string {
	head := "【最可能的错误】"
	if !s.Likely {
		head = "【可能的错误】"
	}
	return head + s.Comment()
}

func findingNote(i int, f *report.Finding) string {
	hint := ""
	if f.Hint != "" && (f.Severity == report.Error || f.Severity == report.Warning) {
		hint = "怎么改：" + f.Hint
	}
	const most = 1_500 // an equation over a long form is in the sheet in full
	return strings.Join(lines("【"+f.Severity.Word()+"】"+clip(f.Message, most), clip(f.Equation, most), hint, wordsOfFinding(f), accepted(f),
		"（“"+report.ResultSheet+"”第 "+strconv.Itoa(i+1)+" 条）"), "\n")
}

// wordsOfFinding says where the words of a finding stand in the written half.
func wordsOfFinding(f *report.Finding) string {
	var places []string
	for i := range f.Cells {
		if c := &f.Cells[i]; c.Words != "" && len(places) < mostOthers {
			places = append(places, c.Place())
		}
	}
	if len(places) == 0 {
		return ""
	}
	return "文字：" + strings.Join(places, "；")
}

// accepted is the reason for which a finding may stand; empty where none was given.
func accepted(f *report.Finding) string {
	if f.Accepted == nil {
		return ""
	}
	return "已接受：" + f.Accepted.Reason
}

// lines are the texts that are not empty.
func lines(texts ...string) []string {
	return slices.DeleteFunc(texts, func(s string) bool { return s == "" })
}

type place struct{ row, col int }

type collector struct {
	sheet    map[string]int
	anchors  []map[place]place // covered cells that are spoken of, and where their merge begins
	at       []map[place]*mark
	marks    [][]*mark
	filled   int
	comments int
}

func newCollector(book *document.Document, r *report.Report) *collector {
	n := len(book.Sheets)
	c := &collector{sheet: map[string]int{}, anchors: make([]map[place]place, n), at: make([]map[place]*mark, n), marks: make([][]*mark, n)}
	wanted := make([]map[place]bool, n)
	for i, s := range book.Sheets {
		c.sheet[s.Name] = i
		c.at[i], wanted[i] = map[place]*mark{}, map[place]bool{}
	}
	want := func(sheet, cell string) {
		i, known := c.sheet[sheet]
		if row, col, ok := document.ParseAddress(cell); ok && known {
			wanted[i][place{row, col}] = true
		}
	}
	for i := range r.Suspects {
		for _, change := range changes(&r.Suspects[i]) {
			if change.File == "" {
				want(change.Sheet, change.Cell)
			}
		}
	}
	for i := range r.Findings {
		for _, cell := range r.Findings[i].Cells {
			if cell.File != "" {
				continue
			}
			want(cell.Sheet, cell.Cell)
		}
	}
	for i, s := range book.Sheets {
		c.anchors[i] = anchors(s.Merges, wanted[i])
	}
	return c
}

// anchors finds which cells are covered by a merge: a comment there would not show.
func anchors(merges []document.Range, cells map[place]bool) map[place]place {
	byRow := map[int][]int{}
	for p := range cells {
		byRow[p.row] = append(byRow[p.row], p.col)
	}
	rows := slices.Sorted(maps.Keys(byRow))
	found := map[place]place{}
	for _, m := range merges {
		for i := sort.SearchInts(rows, m.Row0); i < len(rows) && rows[i] <= m.Row1; i++ {
			for _, col := range byRow[rows[i]] {
				if m.Contains(rows[i], col) {
					found[place{rows[i], col}] = place{m.Row0, m.Col0}
				}
			}
		}
	}
	return found
}

func (c *collector) mark(sheet, cell string, l level, note string) {
	i, known := c.sheet[sheet]
	row, col, ok := document.ParseAddress(cell)
	if !known || !ok {
		return
	}
	p := place{row, col}
	if anchor, covered := c.anchors[i][p]; covered && anchor != p {
		p = anchor
		if note != "" {
			note = "（说的是合并区域里的 " + cell + "）\n" + note
		}
	}
	m := c.at[i][p]
	if m == nil {
		if c.filled == maxFills {
			return
		}
		c.filled++
		m = &mark{row: p.row, col: p.col, level: l}
		c.at[i][p] = m
		c.marks[i] = append(c.marks[i], m)
	}
	m.level = max(m.level, l)
	switch {
	case note == "":
	case len(m.notes) == maxNotes:
		m.more++
	case len(m.notes) > 0:
		m.notes = append(m.notes, note)
	case c.comments < maxComments:
		c.comments++
		m.notes = append(m.notes, note)
	}
}

// comment is the text of a mark's comment.
func (m *mark) comment() string {
	notes := m.notes
	if m.more > 0 {
		notes = append(slices.Clip(notes), "另有 "+strconv.Itoa(m.more)+" 条，见“"+report.ResultSheet+"”。")
	}
	return strings.Join(notes, "\n\n")
}
