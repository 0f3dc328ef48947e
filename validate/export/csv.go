// Package export writes a report as other programs take it. The page and the
// command give the same bytes.
package export

import (
	"strconv"
	"strings"

	"suanqing/validate/report"
)

// begin is the mark by which Excel and WPS know UTF-8.
const begin = "\ufeff"

// columns are the names of the columns, in order. 接受理由 says why a finding is accepted,
// and is for the reader to fill in where it is not. The last four are of words in the
// written half; of several places each has as many lines.
var columns = []string{"文件", "结论", "级别", "规则", "名称", "说明", "算式", "左边", "右边", "差额", "允许尾差", "金额单位",
	"为什么", "怎么改", "单元格", "接受理由", "可能的错处", "文档", "部分", "段落", "原文"}

// refused stands in the place of a severity where a file could not be judged.
const refused = "没有检查"

// CSV is the findings of reports as one table: UTF-8 with its mark, lines that end
// in CR LF, a line of column names, then a finding a line, in the report's order.
// A report without findings has one line too, which says the verdict, or why the
// file was not judged: no file is silently left out. What a spreadsheet would take
// for a formula begins with an apostrophe.
func CSV(reports ...*report.Report) []byte {
	out := CSVHead()
	for _, r := range reports {
		out = append(out, CSVLines(r)...)
	}
	return out
}

// CSVHead is how the table begins: the mark and the line of column names.
func CSVHead() []byte {
	t := &table{}
	t.WriteString(begin)
	for _, name := range columns {
		t.text(name)
	}
	t.end()
	return []byte(t.String())
}

// CSVLines are the lines of one report, for those who have too many to hold.
func CSVLines(r *report.Report) []byte {
	t := &table{}
	t.report(r)
	return []byte(t.String())
}

func (t *table) report(r *report.Report) {
	verdict := r.VerdictWord()
	for i := range r.Findings {
		f := &r.Findings[i]
		t.line(r, f, verdict, f.Severity.Word())
	}
	if len(r.Findings) > 0 {
		return
	}
	f, severity := &report.Finding{}, ""
	if r.Error != nil {
		f, severity = &report.Finding{Message: r.Error.Message, Hint: r.Error.Hint}, refused
	}
	t.line(r, f, verdict, severity)
}

func (t *table) line(r *report.Report, f *report.Finding, verdict, severity string) {
	for _, text := range []string{r.File, verdict, severity, f.Rule, f.Title, f.Message, f.Equation} {
		t.text(text)
	}
	for _, figure := range []string{f.Left, f.Right, f.Difference, f.Bound} {
		t.figure(figure)
	}
	for _, text := range []string{r.Unit, f.Why, f.Hint, cells(f.Cells), reason(f), suspect(r, f)} {
		t.text(text)
	}
	for _, text := range words(f.Cells) {
		t.text(text)
	}
	t.end()
}

func reason(f *report.Finding) string {
	if f.Accepted == nil {
		return ""
	}
	return f.Accepted.Reason
}

// suspect is what is probably wrong where a finding is.
func suspect(r *report.Report, f *report.Finding) string {
	s := r.Of(f)
	switch {
	case s == nil:
		return ""
	case !s.Likely:
		return "有几种可能，例如：" + s.Words()
	}
	return s.Words()
}

// cells is every cell with its sheet: 03支出决算表!D7、03支出决算表!D8. Words of a text are
// no cells.
func cells(list []report.Cell) string {
	names := make([]string, 0, len(list))
	for i := range list {
		if list[i].Words == "" || list[i].IsOnSheet() {
			name := list[i].Sheet + "!" + list[i].Cell
			if list[i].File != "" {
				name = list[i].File + "：" + name
			}
			names = append(names, name)
		}
	}
	return strings.Join(names, "、")
}

// words are the places of words: their documents, sections, paragraphs, and themselves.
func words(list []report.Cell) (columns [4]string) {
	next := ""
	for i := range list {
		c := &list[i]
		if c.Words == "" {
			continue
		}
		paragraph := ""
		if c.Paragraph > 0 {
			paragraph = strconv.Itoa(c.Paragraph)
		}
		for k, text := range []string{c.Document, c.Section, paragraph, strings.Join(strings.Fields(c.Words), " ")} {
			columns[k] += next + text
		}
		next = "\n"
	}
	return columns
}
