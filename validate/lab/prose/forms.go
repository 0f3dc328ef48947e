package prose

import (
	"bytes"
	"regexp"
	"strings"

	"github.com/xuri/excelize/v2"

	"suanqing/validate/lab/fixture"
)

// Span is a merged range of a table's cells.
type Span struct{ Row, Col, Rows, Cols int }

var (
	headers = regexp.MustCompile(`^(项目|收入|预算数|人员经费|科目编码|功能分类.*)$`)
	blanks  = strings.NewReplacer(" ", "", "　", "")
)

// Forms gives a case's nine forms as the blocks of a document: of each, its title and the
// lines under it as paragraphs, the table with its merged headers, the note.
func Forms(c *Case, layout fixture.Layout) []Block {
	layout.Figures = fixture.SeparatedText
	f, err := excelize.OpenReader(bytes.NewReader(fixture.MustRender(c.Book, layout).Bytes))
	if err != nil {
		panic(err)
	}
	defer f.Close()
	var out []Block
	for _, sheet := range f.GetSheetList() {
		rows, err := f.GetRows(sheet)
		if err != nil {
			panic(err)
		}
		merges, err := f.GetMergeCells(sheet)
		if err != nil {
			panic(err)
		}
		out = append(out, form(rows, merges)...)
	}
	return out
}

// form makes one sheet's blocks.
func form(rows [][]string, merges []excelize.MergeCell) []Block {
	from, to, width := -1, len(rows), 0
	for i, r := range rows {
		if from < 0 && len(r) > 0 && headers.MatchString(blanks.Replace(r[0])) {
			from = i
		}
		if from >= 0 && to == len(rows) && (len(r) == 0 || strings.HasPrefix(r[0], "注")) {
			to = i
		}
	}
	for _, r := range rows[from:to] {
		width = max(width, len(r))
	}
	var out []Block
	line := func(r []string) {
		if text := strings.Join(strings.Fields(strings.Join(r, " ")), "　"); text != "" {
			out = append(out, Block{Text: text})
		}
	}
	for _, r := range rows[:from] {
		line(r)
	}
	table := Block{Kind: Table}
	for _, r := range rows[from:to] {
		table.Rows = append(table.Rows, append(r, make([]string, width-len(r))...))
	}
	for _, m := range merges {
		c0, r0, _ := excelize.CellNameToCoordinates(m.GetStartAxis())
		c1, r1, _ := excelize.CellNameToCoordinates(m.GetEndAxis())
		if r0-1 >= from && r1-1 < to {
			table.Spans = append(table.Spans, Span{r0 - 1 - from, c0 - 1, r1 - r0 + 1, min(c1, width) - c0 + 1})
		}
	}
	out = append(out, table)
	for _, r := range rows[to:] {
		line(r)
	}
	return out
}

// WithForms gives the text with its nine forms as tables, before it or, in a style that has
// them last, after it: a whole report in one document.
func (t Text) WithForms() Text {
	forms := append([]Block{{Kind: Heading, Level: 1, Text: "部门决算公开表"}}, Forms(t.Case, fixture.Layout{})...)
	if t.Style == Sichuan {
		return t.Insert(len(t.Blocks), forms...)
	}
	for i, b := range t.Blocks {
		if b.Kind == Heading && b.Level == 1 && strings.HasPrefix(b.Text, "第三部分") {
			return t.Insert(i, forms...)
		}
	}
	return t.Insert(0, forms...)
}
