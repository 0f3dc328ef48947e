package performance

import (
	"fmt"
	"strings"
)

// Draw lays a report out: text, summary, a table (or two) a project.
func (r *Report) Draw() *Doc {
	d := &Doc{}
	d.Blocks = append(d.Blocks, Block{Text: "预算绩效情况说明", Heading: true})
	for i, t := range r.paragraphs() {
		d.Blocks = append(d.Blocks, Block{Key: fmt.Sprintf("text/%d", i), Text: t})
	}
	d.Blocks = append(d.Blocks, Block{Table: r.drawSummary()})
	if r.Summary.Count != "" {
		d.Blocks = append(d.Blocks, Block{Key: "summary/count", Text: r.Summary.Count})
	}
	for i := range r.Projects {
		for _, t := range r.drawProject(i) {
			d.Blocks = append(d.Blocks, Block{Table: t})
		}
	}
	return d
}

// pen draws rows of a fixed width.
type pen struct {
	*Table
	layout *Layout
}

func newPen(l *Layout, cols int) *pen {
	return &pen{&Table{Cols: cols}, l}
}

// box is a text over some columns.
type box struct {
	span int
	key  string
	text string
}

// row adds a row; the last box takes what is left.
func (p *pen) row(boxes ...box) int {
	row, col := len(p.Rows), 0
	cells := make([]Cell, p.Cols)
	for i, b := range boxes {
		if i == len(boxes)-1 {
			b.span = p.Cols - col
		}
		cells[col] = p.cell(b.key, b.text)
		if b.span > 1 {
			p.Merges = append(p.Merges, Merge{row, col, row, col + b.span - 1})
		}
		col += b.span
	}
	p.Rows = append(p.Rows, cells)
	return row
}

// down merges cells of one column downwards, if there are more than one.
func (p *pen) down(col, from, to int) {
	if to > from {
		p.Merges = append(p.Merges, Merge{from, col, to, col})
	}
}

// cell gives a text its value in a worksheet.
func (p *pen) cell(key, text string) Cell {
	c := Cell{Key: key, Text: text}
	bare := strings.ReplaceAll(text, ",", "")
	if key == "" || !plainNumber(strings.TrimSuffix(bare, "%")) || strings.HasSuffix(key, "/actual") && !strings.HasSuffix(bare, "%") {
		return c
	}
	if digits, ok := strings.CutSuffix(bare, "%"); ok {
		if p.layout.Values {
			c.Number, c.Format = hundredth(digits), "0%"
			if _, fraction, ok := strings.Cut(digits, "."); ok {
				c.Format = "0." + strings.Repeat("0", len(fraction)) + "%"
			}
		}
		return c
	}
	c.Number, c.Format = bare, "General"
	if _, fraction, ok := strings.Cut(bare, "."); ok {
		c.Format = "0." + strings.Repeat("0", len(fraction))
	}
	if bare != text {
		c.Format = "#,##" + c.Format
	}
	return c
}

// plainNumber says whether a text is digits with at most one point.
func plainNumber(s string) bool {
	return s != "" && strings.Trim(s, "0123456789.") == "" && strings.Count(s, ".") < 2 && s[0] != '.' && s[len(s)-1] != '.'
}

// hundredth moves the point two digits to the left.
func hundredth(digits string) string {
	whole, fraction, _ := strings.Cut(digits, ".")
	whole = "00" + whole
	at := len(whole) - 2
	head := strings.TrimLeft(whole[:at], "0")
	if head == "" {
		head = "0"
	}
	return trim(head + "." + whole[at:] + fraction + "0")
}

func (r *Report) drawSummary() *Table {
	heads := []string{"序号", "项目名称", "资金使用单位", "自评得分", "自评等级"}
	if r.Layout.Summary {
		heads = []string{"序号", "项目名称", "资金使用单位", "全年预算数", "全年执行数", "自评得分", "自评等级"}
	}
	p := newPen(r.Layout, len(heads))
	p.Sheet = "汇总表"
	p.Lines = []string{fmt.Sprintf("%d年度项目支出绩效自评情况汇总表", r.Year), "部门：" + r.Department}
	if r.Layout.Summary {
		p.Lines = append(p.Lines, "单位："+r.Layout.Money)
	}
	boxes := func(key string, row SummaryRow) []box {
		out := []box{{1, key + "/number", row.Number}, {1, key + "/project", row.Project}, {1, key + "/unit", row.Unit}}
		if r.Layout.Summary {
			out = append(out, box{1, key + "/full", row.Full}, box{1, key + "/done", row.Done})
		}
		return append(out, box{1, key + "/score", row.Score}, box{1, key + "/grade", row.Grade})
	}
	var head []box
	for _, h := range heads {
		head = append(head, box{1, "", h})
	}
	p.row(head...)
	if r.Layout.Lead != "" {
		p.row(box{1, "", r.Layout.Lead})
	}
	for i, row := range r.Summary.Rows {
		p.row(boxes(fmt.Sprintf("summary/%d", i), row)...)
	}
	if r.Summary.Total.Project != "" {
		p.row(boxes("summary/total", r.Summary.Total)...)
	}
	return p.Table
}

// drawProject gives one table, or two for a continued one.
func (r *Report) drawProject(index int) []*Table {
	pr, key := &r.Projects[index], fmt.Sprintf("p%d", index)
	l := pr.Layout
	title := fmt.Sprintf(l.Title, r.Year)
	p := newPen(l, len(l.Columns)+1)
	p.Sheet = pr.Name
	p.Lines = strings.Split(title, "\n")
	if l.MoneyLine {
		p.Lines = append(p.Lines, "单位："+l.Money)
	}
	half := (p.Cols - 4) / 2
	p.row(box{2, "", "项目名称"}, box{1, key + "/name", pr.Name})
	p.row(box{2, "", "主管部门"}, box{half, key + "/department", pr.Department}, box{2, "", "实施单位"}, box{1, key + "/unit", pr.Unit})
	if l.Above {
		p.total(key, pr)
		p.blank()
	}
	p.funds(key, pr)
	p.blank()
	goal := p.row(box{1, "", "年度总体目标"}, box{half + 1, "", "年初预期目标"}, box{1, "", "目标实际完成情况"})
	p.row(box{1, "", ""}, box{half + 1, key + "/goal", pr.Goal}, box{1, key + "/result", pr.Result})
	p.down(0, goal, goal+1)
	p.blank()
	if !l.Continued {
		p.indicators(key, pr, 0, len(pr.Indicators))
		if !l.Above {
			p.total(key, pr)
		}
		if l.Concluded {
			p.row(box{1, "", "评价结论"}, box{1, key + "/conclusion", fmt.Sprintf("该项目自评总分%s分。%s", pr.Concluded, pr.Conclusion)})
			p.row(box{1, "", "存在问题"}, box{1, "", "无"})
			p.row(box{1, "", "改进措施"}, box{1, "", "无"})
			p.row(box{half + 2, "", "项目负责人："}, box{1, "", "财务负责人："})
		}
		return []*Table{p.Table}
	}
	at := len(pr.Indicators) / 2
	p.indicators(key, pr, 0, at)
	next := newPen(l, p.Cols)
	next.Sheet = pr.Name + "（续）"
	next.Lines = []string{"（续表）"}
	next.indicators(key, pr, at, len(pr.Indicators))
	next.total(key, pr)
	return []*Table{p.Table, next.Table}
}

func (p *pen) blank() {
	if p.layout.Blank {
		p.Rows = append(p.Rows, make([]Cell, p.Cols))
	}
}

// funds draws the rows of money with their header.
func (p *pen) funds(key string, pr *Project) {
	l := p.layout
	draw := func(side, name, note, key string, fields [6]box) int {
		boxes := []box{{1, "", side}, {p.Cols - 7, "", name}}
		if l.FundNote != "" {
			boxes[1].span--
		}
		if l.ExecRow {
			boxes[1].span += 2
		}
		for i, f := range fields {
			if l.ExecRow && (i == 3 || i == 5) {
				continue
			}
			f.span = 1
			boxes = append(boxes, f)
		}
		if l.FundNote != "" {
			boxes = append(boxes, box{1, key, note})
		}
		return p.row(boxes...)
	}
	from := draw(l.FundHead, l.FundLabel, "原因", "", [6]box{{text: l.Amounts[0]}, {text: l.Amounts[1]}, {text: l.Amounts[2]}, {text: p.head(Weight)}, {text: l.Rate}, {text: "得分"}})
	to := from
	for i, f := range pr.Funds {
		k := fmt.Sprintf("%s/fund/%d", key, i)
		note, noteKey := "", ""
		if i == 0 {
			note, noteKey = l.FundNote, k+"/note"
		}
		to = draw("", f.Name, note, noteKey, [6]box{{key: k + "/budget", text: f.Budget}, {key: k + "/full", text: f.Full}, {key: k + "/done", text: f.Done},
			{key: k + "/weight", text: f.Weight}, {key: k + "/rate", text: f.Rate}, {key: k + "/score", text: f.Score}})
	}
	p.down(0, from, to)
	if l.FundNote != "" {
		p.down(p.Cols-1, from+1, to)
	}
}

// head is a layout's word for a field.
func (p *pen) head(f Field) string {
	for _, c := range p.layout.Columns {
		if c.Field == f {
			return c.Head
		}
	}
	return ""
}

// total draws the row of the total score.
func (p *pen) total(key string, pr *Project) {
	l := p.layout
	score := box{1, key + "/total/score", pr.Total}
	grade := []box{{1, "", "自评等级"}, {1, key + "/grade", pr.Grade}}
	if !l.weighs() {
		boxes := []box{{2, "", l.TotalHead}, score}
		if l.Graded {
			boxes[1].span = 2
			boxes = append(boxes, grade...)
		}
		p.row(boxes...)
		return
	}
	// Weight and score stand under their columns, the columns between are empty.
	cells := []box{{4, "", l.TotalHead}}
	for i := 3; i < len(l.Columns); i++ {
		switch l.Columns[i].Field {
		case Weight:
			cells = append(cells, box{1, key + "/total/weight", pr.TotalWeight})
		case Score:
			cells = append(cells, score)
		case Reason:
			cell := box{span: 1}
			if l.Graded {
				cell.key, cell.text = key+"/grade", pr.Grade
			}
			cells = append(cells, cell)
		default:
			cells = append(cells, box{1, "", ""})
		}
	}
	p.row(cells...)
}
