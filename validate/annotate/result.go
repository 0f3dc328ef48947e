package annotate

import (
	"strconv"
	"strings"

	"suanqing/validate/document"
	"suanqing/validate/report"
)

// columns of the added sheet: its tables share their widths, in characters.
var columns = []struct {
	suspects, findings string
	width              int
}{
	{"序号", "序号", 6},
	{"把握", "级别", 8},
	{"为什么", "问题", 40},
	{"其他可能", "算式", 46},
	{"涉及问题", "怎么改", 28},
	{"现为", "左边", 13},
	{"应为", "右边", 13},
	{"", "差额", 12},
	{"", "允许尾差", 10},
	{"单元格", "单元格", 22},
	{"所在行列", "所在行列", 28},
	{"", "数值", 13},
	{"", "规则", 14},
}

// addResult adds the sheet 审核结果 at the end of the book, neither shown first nor
// selected: two selected sheets would be edited together.
func addResult(b *parts, style *styles, r *report.Report, about string) *document.Refusal {
	text, refusal := b.text(b.main)
	if refusal != nil {
		return refusal
	}
	p := &part{text: text}
	var sheets, end tag
	taken, last := map[string]bool{}, 0
	err := scan(text, func(t tag) {
		switch {
		case t.depth == 0 && !t.end:
			p.root(t)
		case t.depth == 1 && t.name == "sheets":
			sheets, end = pair(sheets, end, t)
		case t.depth == 2 && t.name == "sheet" && !t.end:
			taken[strings.ToLower(t.attr("name"))] = true
			last = max(last, attrInt(t, "sheetId", 0))
		}
	})
	if err != nil || sheets.to == 0 {
		return corrupt("工作簿目录")
	}
	part := b.free(b.rels.dir + "worksheets/sheet%d.xml")
	id, refusal := b.rels.add("worksheet", part)
	if refusal != nil {
		return refusal
	}
	b.types.add(part, "worksheet")
	p.appendTo(sheets, end, p.element(`<sheet name="`+escape(freeName(taken))+`" sheetId="`+strconv.Itoa(last+1)+`"`+p.relID(id)+"/>"))
	b.set(b.main, p.String())
	b.set(part, newPen(style, p.space, b.sheets).result(r, about))
	return nil
}

// freeName is what the added sheet is called: another name when a sheet has its own.
func freeName(taken map[string]bool) string {
	if !taken[report.ResultSheet] {
		return report.ResultSheet
	}
	for i := 2; ; i++ {
		if name := report.ResultSheet + "(" + strconv.Itoa(i) + ")"; !taken[name] {
			return name
		}
	}
}

// result writes the whole sheet.
func (p *pen) result(r *report.Report, about string) string {
	p.summary(r, about)
	p.unchecked(r)
	p.suspects(r)
	p.unsure(r)
	p.findings(r)
	return p.sheet()
}

func (p *pen) summary(r *report.Report, about string) {
	counts := map[report.Severity]int{}
	let := 0
	for i := range r.Findings {
		if r.Findings[i].Accepted != nil {
			let++
		} else {
			counts[r.Findings[i].Severity]++
		}
	}
	others := ""
	if let > 0 {
		others = "；另有 " + strconv.Itoa(let) + " 处已接受"
	}
	judged := 0
	for i := range r.Rules {
		if r.Rules[i].Outcome != report.Skipped {
			judged++
		}
	}
	year := ""
	if r.Year != 0 {
		year = strconv.Itoa(r.Year)
	}
	p.line(cell{text: report.ResultSheet, style: p.title})
	for _, pair := range [][2]string{
		{"结论", r.VerdictWord()},
		{"计数", "错误 " + strconv.Itoa(counts[report.Error]) + " · 警告 " + strconv.Itoa(counts[report.Warning]) + " · 尾差 " + strconv.Itoa(counts[report.Tail]) +
			" · 提示 " + strconv.Itoa(counts[report.Notice]) + others + "；核对了 " + strconv.Itoa(judged) + " 条规则"},
		{"部门", r.Department}, {"年度", year}, {"金额单位", r.Unit}, {"文件", r.File}, {"SHA-256", r.SHA256},
	} {
		p.line(cell{text: pair[0], style: p.section}, cell{}, cell{text: pair[1]})
	}
	if r.Text != nil {
		p.line(cell{text: "文字", style: p.section}, cell{}, cell{text: r.Text.Counted()})
	}
	p.line(cell{text: about})
}

// unchecked says what was not checked: it never counts as passed.
func (p *pen) unchecked(r *report.Report) {
	var rows [][]cell
	for i := range r.Forms {
		if f := &r.Forms[i]; f.Status == report.Missing {
			why := "：文件里没有这张表"
			switch {
			case f.Reason != "":
				why = "：没有此表（" + f.Reason + "）"
			case f.Doubt != "":
				why = "：没有认清（" + f.Doubt + "）"
			}
			rows = append(rows, []cell{{text: f.Form}, {}, {text: f.Title + why}})
		}
	}
	for i := range r.Rules {
		if rule := &r.Rules[i]; rule.Unchecked {
			rows = append(rows, []cell{{text: "规则"}, {}, {text: rule.Title + "：" + rule.Reason}})
		}
	}
	if r.Text != nil {
		for i := range r.Text.Unchecked {
			w := &r.Text.Unchecked[i]
			rows = append(rows, []cell{{text: "文字"}, {}, {text: strings.TrimSuffix(w.Place()+"："+w.Reason, "：")}})
		}
	}
	if len(rows) == 0 {
		return
	}
	p.line()
	p.line(cell{text: "没有检查的（" + strconv.Itoa(len(rows)) + "）", style: p.section})
	for _, row := range rows {
		p.line(row...)
	}
}

func (p *pen) suspects(r *report.Report) {
	if len(r.Suspects) == 0 {
		return
	}
	p.line()
	p.line(cell{text: "最可能的错误（" + strconv.Itoa(len(r.Suspects)) + "）", style: p.section})
	p.heads(func(i int) string { return columns[i].suspects })
	for i := range r.Suspects {
		s := &r.Suspects[i]
		likely := "最可能"
		if !s.Likely {
			likely = "可能"
		}
		var others, explains []string
		for k := range s.Alternatives {
			others = append(others, s.Other(&s.Alternatives[k])+"："+s.Alternatives[k].Why)
		}
		for _, n := range s.Explains {
			explains = append(explains, strconv.Itoa(n+1))
		}
		for j, c := range changes(s) {
			value, should, at := p.reads(s, c)
			row := []cell{{text: strconv.Itoa(i + 1), style: p.number}, {text: likely, style: p.level[suspect]}, {}, {}, {},
				value, should, {}, {}, p.at(&report.Cell{File: c.File, Sheet: c.Sheet, Cell: c.Cell}), {text: at}}
			if j == 0 {
				row[2].text, row[3].text, row[4].text = s.Why, strings.Join(others, "\n"), strings.Join(explains, "、")
			}
			p.row(j > 0, row...)
		}
	}
}

// reads is what a cell of a suspect reads, what it should, and what it is. A code and a
// unit are no amounts; of a row that is missing there is nothing to be read.
func (p *pen) reads(s *report.Suspect, c report.Change) (value, should cell, at string) {
	switch s.Shape {
	case report.RowMissing:
		return cell{}, cell{}, s.Where() + "：" + s.Reading()
	case report.Code, report.FormUnit:
		return cell{text: c.Value, style: p.number}, cell{text: c.Suggest, style: p.number}, s.Reading()
	}
	return p.figure(blank(c.Value)), p.figure(blank(c.Suggest)), c.Label
}

func blank(value string) string {
	if value == "" {
		return "空白"
	}
	return value
}

// unsure says what the search for suspects could not tell, or did not come to.
func (p *pen) unsure(r *report.Report) {
	for _, sentence := range []string{r.Unsure(), r.Search} {
		if sentence != "" {
			p.line()
			p.line(cell{text: sentence})
		}
	}
}

// findings gives each finding a row, and one for each further cell.
func (p *pen) findings(r *report.Report) {
	p.line()
	p.line(cell{text: "全部问题（" + strconv.Itoa(len(r.Findings)) + "）", style: p.section})
	if len(r.Findings) == 0 {
		p.line(cell{text: "没有发现问题。"})
		return
	}
	p.heads(func(i int) string { return columns[i].findings })
	for i := range r.Findings {
		f := &r.Findings[i]
		if p.rows+max(1, len(f.Cells)) >= maxRows {
			p.line(cell{text: "这张表放不下其余 " + strconv.Itoa(len(r.Findings)-i) + " 条问题，请在网页或 JSON 报告中查看。"})
			return
		}
		number, level := cell{text: strconv.Itoa(i + 1), style: p.number}, cell{text: f.Severity.Word(), style: p.level[levelOf[f.Severity]]}
		row := []cell{number, level, {text: strings.Join(lines(f.Message, accepted(f)), "\n")}, {text: f.Equation}, {text: f.Hint},
			p.figure(f.Left), p.figure(f.Right), p.figure(f.Difference), p.figure(f.Bound), {}, {}, {}, {text: f.Rule}}
		for j, c := range f.Cells {
			if j > 0 {
				p.row(j > 1, row...)
				row = []cell{number, level, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}}
			}
			row[9], row[10], row[11] = p.at(&c), cell{text: where(c)}, p.figure(c.Value)
		}
		p.row(len(f.Cells) > 1, row...)
	}
}

var sides = map[report.Side]string{report.Left: "左边", report.Right: "右边"}

// where is an operand's place in the form, and in the equation.
func where(c report.Cell) string {
	if side := sides[c.Side]; side != "" {
		if c.Sign == "-" {
			side += "，减"
		}
		return c.Label + "（" + side + "）"
	}
	return c.Label
}
