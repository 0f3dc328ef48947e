package rules

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"

	"suanqing/validate/bind"
	"suanqing/validate/document"
	"suanqing/validate/form"
	"suanqing/validate/report"
	"suanqing/validate/rule"
	"suanqing/validate/written"
)

// sample is a text that is right beside the workbook of the first base, a paragraph a line.
//
//go:embed sample.txt
var sampleText string

// sampleTables are tables of 绩效自评 that are right beside the text, a row a line, cells
// apart by |.
//
//go:embed sample_tables.txt
var sampleTables string

// tablesFrom parts the text from the tables in the sample.
const tablesFrom = "\n=\n"

var sample = sampleText + tablesFrom + sampleTables

// reworded is how the sample is made wrong for each rule about the text: words in which
// {from→to} stands for what was there and what is there now. Without a bar it is left out.
var reworded = map[string]string{
	"text.grand":                  "收、支总计均为{17,372.81→17,327.81}万元",
	"text.share":                  "授予中小企业合同金额700.00万元，占政府采购支出总额的{77.78→75.78}%",
	"text.growth":                 "收、支总计均为17,372.81万元，比上年增加172.81万元，增长{1.00→0.99}%",
	"text.growth-before":          "支出决算为84.82万元，上年支出82.00万元，增长{3.44→3.32}%",
	"text.budget-growth":          "比预算减少2.57万元，下降{1.29→12.90}%",
	"text.budget-gap":             "预算为158.38万元，支出决算为145.64万元，预决算差异率为{-8.04→-8.75}%",
	"text.completion":             "预算为447.37万元，支出决算为427.19万元，完成预算的{95.49→94.59}%",
	"text.completion-change":      "会议费支出90.00万元，比预算减少10.00万元，完成预算的{90.00→88.89}%",
	"text.adjusted":               "培训费年初预算为80.00万元，执行中追加{5.00→6.00}万元，全年预算为85.00万元",
	"text.change":                 "一般公共预算财政拨款支出11,358.83万元，占本年支出合计的68.37%，上年为11,000.00万元，增加{358.83→385.83}万元",
	"text.previous":               "经营支出310.53万元，比上年增加{10.00→11.00}万元",
	"text.budget-change":          "年初预算为450.00万元，支出决算为440.91万元，比年初预算减少{9.09→9.90}万元",
	"text.opening-budget":         "一般公共预算财政拨款支出年初预算为{11,500.00→11,050.00}万元",
	"text.sum":                    "政府采购支出总额900.00万元，其中：政府采购货物支出{500.00→550.00}万元",
	"text.change-parts":           "项目支出7,283.93万元，比上年增加{60.00→66.00}万元",
	"text.shares-total":           "占{75.32%；政府性基金预算财政拨款收入2,129.19万元，占14.28%；国有资本经营预算财政拨款收入1,549.81万元，占10.40%→68.37%；政府性基金预算财政拨款收入2,129.19万元，占12.96%；国有资本经营预算财政拨款收入1,549.81万元，占9.43%}",
	"text.within":                 "授予小微企业合同金额{600.00→760.00}万元",
	"text.running":                "机关运行经费支出{3,200.00→5,200.00}万元",
	"text.twice":                  "本年授予中小企业合同金额{700.00→720.00}万元，结果都已公开",
	"text.zero-base":              "年初预算为0.00万元，支出决算为29.11万元，{年初没有安排预算→完成年初预算的129.11%}",
	"text.direction":              "完成年初预算的94.77%，决算数{小于→大于}预算数",
	"text.same":                   "年初预算为{559.11→599.11}万元，支出决算为559.11万元，与年初预算持平",
	"text.counts":                 "全年国内公务接待45批次、{360→0}人次",
	"text.items-missing":          "{3．国有资本经营预算支出（类）国有企业资本金注入（款）国有经济结构调整支出（项）。年初预算为559.11万元，支出决算为559.11万元，与年初预算持平。\n}",
	"text.items-twice":            "比年初预算减少9.09万元。\n{→5．国有资本经营预算支出（类）国有企业资本金注入（款）其他国有企业资本金注入（项）。支出决算为440.91万元。\n}",
	"text.department":             "示例市第二区{财政局→水利局}2023年度收、支总计",
	"text.contents":               "八、机关运行经费{支出→增减}情况\n九、",
	"text.items-name":             "国有资本经营预算支出（类）国有企业{资本金→注册资金}注入（款）国有经济结构调整支出（项）",
	"text.list":                   "办公费、印刷费、{水费→置装补贴费}、电费等",
	"text.none":                   "本年没有发生{外事接待→会议费支出}",
	"text.left-over":              "一般公共预算财政拨款支出11,358.83万元，占本年支出合计的68.37%，上年为11,000.00万元，{增加→增加（减少）}358.83万元",
	"text.unit":                   "支出决算为427.19万元，完成预算的95.49{%}",
	"performance.parts":           "当年财政拨款|150.00|{200.00→210.00}|190.00",
	"performance.rate":            "250.00|240.00|10|{96.00→99.00}%|9.60",
	"performance.execution-score": "96.00%|{9.60→8.10}\n & 验收合格率|≥95%|90%|10|{7→8.50}",
	"performance.weights":         "产出指标（{50分）|数量指标|送书数量|≥5000册|5200册|50|50|→55分）|数量指标|送书数量|≥5000册|5200册|55|50|分值已经调整}",
	"performance.group-weights":   "效益指标（{30→35}分）|社会效益指标|服务老人数",
	"performance.score-range":     "860人|30|{30→32}| & 96%|10|{10|→8|问卷收回较少}",
	"performance.total":           "验收合格率|≥95%|90%|10|{7→6}",
	"performance.concluded":       "评价结论|自评得分{96.60→96.06}分",
	"performance.grade":           "2|图书下乡|100.00|100.00|100|{优→良}",
	"performance.missed":          "读者满意度|≥90%|{96→86}%|10|10",
	"performance.reason":          "90%|10|7|{两处站点返工，已经整改}",
	"performance.costs":           "维修成本|≤280万元|{240.00→260.00}万元",
	"performance.unfilled":        "读者满意度|≥90%|96%|10|10|{→填写说明：未完成的写明原因}",
	"performance.summary":         "2|{图书下乡→送戏下乡}|100.00|100.00",
	"performance.summary-score":   "250.00|240.00|{96.60→96.06}|优",
	"performance.summary-amount":  "1|养老服务站维修|250.00|{240.00→204.00}",
	"performance.text-score":      "养老服务站维修项目自评得分为{96.60→96.06}分",
	"performance.text-amount":     "全年预算数为{250.00→205.00}万元，执行数为240.00万元",
	"performance.text-rate":       "{项目全年预算数为250.00万元，执行数为240.00万元，完成预算的96.00→项目资金完成预算的69.00}%",
	"performance.text-count":      "本部门对{2→3}个项目开展了绩效自评",
	"performance.text-project":    "{图书下乡项目自评得分为100分，等级为优。项目全年预算数为100.00万元，执行数为100.00万元→送戏下乡项目自评得分为95分，等级为优。项目全年预算数为60.00万元，执行数为60.00万元}",
	"glossary.term":               "4．{基本支出→基本工资}：人员",
	"glossary.twice":              "14．对附属单位补助支出：拨给所属单位的补助。\n{→15．【其他收入】：利息收入和捐赠收入。\n}",
	"glossary.item":               "14．对附属单位补助支出：拨给所属单位的补助。\n{→15．国有资本经营预算支出（类）国有企业资本金注入（款）国有经济结构调整支出（项）：调整布局的资本金。\n}",
	"text.year":                   "截至{2023→2022}年12月31日",
}

// besideLast are the rules whose examples have last year's book.
var besideLast = map[string]bool{"text.previous": true}

// yearBefore is what last year's book says of what the sample compares with it.
var yearBefore = []struct{ form, row, column, value string }{
	{"F01", "收入总计", "金额", "17200.00"},
	{"F03", "合计", "本年支出合计", "16314.44"},
	{"F03", "合计", "基本支出", "8213.12"},
	{"F03", "合计", "项目支出", "7223.93"},
	{"F03", "合计", "上缴上级支出", "281.42"},
	{"F03", "合计", "经营支出", "300.53"},
	{"F03", "合计", "对附属单位补助支出", "295.44"},
	{"F05", "合计", "小计", "11000.00"},
	{"F09", "决算数", "公务接待费", "82.00"},
}

func saidOfLast(b *bind.Book) {
	for _, c := range yearBefore {
		set(b.Document, b.Tables[form.ID(c.form)].Row(c.row).Figure(c.column).At, number(c.value))
	}
}

// rewording is one edit of the sample, as the page shows it.
type rewording struct{ Lead, Before, After, Rest string }

// rewrite makes the edits of a pattern in the sample.
func rewrite(pattern string) (text string, edits []rewording, err error) {
	text = sample
	for one := range strings.SplitSeq(pattern, " & ") {
		lead, inner, _ := strings.Cut(one, "{")
		inner, rest, closed := strings.Cut(inner, "}")
		before, after, _ := strings.Cut(inner, "→")
		was := lead + before + rest
		if !closed || strings.Count(text, was) != 1 {
			return "", nil, fmt.Errorf("%q: words that stand in the sample once, with {from→to}, wanted", one)
		}
		text = strings.Replace(text, was, lead+after+rest, 1)
		edits = append(edits, rewording{lead, before, after, rest})
	}
	return text, edits, nil
}

// withText is the first base's workbook with a text beside it.
func (b *base) withText(text string) (*bind.Book, error) {
	book, err := b.bound()
	if err != nil {
		return nil, err
	}
	sentences, tables, _ := strings.Cut(text, tablesFrom)
	printPlan(book)
	wb := book.Document
	wb.Sheets = append(wb.Sheets, writtenSheet("说明", sentences, false))
	for i, table := range strings.Split(tables, "\n\n") {
		wb.Sheets = append(wb.Sheets, writtenSheet("绩效 "+strconv.Itoa(i+1), table, true))
	}
	return bind.Find(wb, nil), nil
}

// printPlan puts the column of 年初预算数 beside F05, as several provinces print it, with the
// total alone.
func printPlan(b *bind.Book) {
	t := b.Tables["F05"]
	last := t.Row(form.Total).Figure("项目支出").At
	beside := func(row int) bind.Place { return bind.Place{Sheet: t.Sheet, Row: row, Col: last.Col + 1} }
	head := last
	for head.Row > 0 && form.Normalize(shownAt(b, head)) != "项目支出" {
		head.Row--
	}
	set(b.Document, beside(head.Row), document.Cell{Kind: document.Text, Stored: form.Planned})
	set(b.Document, beside(last.Row), number("11500.00"))
}

// shownAt is what stands in a cell; "" for none.
func shownAt(b *bind.Book, at bind.Place) string {
	for _, r := range b.Document.Sheets[at.Sheet].Rows {
		for i := range r.Cells {
			if r.Index == at.Row && r.Cells[i].Col == at.Col {
				return r.Cells[i].Stored
			}
		}
	}
	return ""
}

// writtenSheet is a sheet of a written file, a row a line.
func writtenSheet(name, lines string, table bool) *document.Sheet {
	s := &document.Sheet{Name: name, Written: !table, File: "情况说明.docx"}
	for i, line := range strings.Split(lines, "\n") {
		cells := []string{line}
		if table {
			cells = strings.Split(line, "|")
		}
		r := document.Row{Index: i}
		for k, stored := range cells {
			if stored != "" {
				r.Cells = append(r.Cells, document.Cell{Row: i, Col: k, Kind: document.Text, Stored: stored, Format: plain})
			}
		}
		s.Rows = append(s.Rows, r)
	}
	return s
}

// judgeText gives what is found about a text beside the first base's workbook, and last
// year's where that is asked for.
func (b *base) judgeText(text string, last bool) (found []report.Finding, err error) {
	book, err := b.withText(text)
	if err != nil {
		return nil, err
	}
	if last {
		m, err := b.member(lastBook.with(func(m *member) { m.alter = saidOfLast }))
		if err != nil {
			return nil, err
		}
		book.Previous = &bind.Previous{Book: m.Bound, File: m.Report.File}
	}
	out := rule.Run(book)
	own := map[string]bool{}
	for _, f := range out.Findings {
		own[f.Fingerprint] = true
	}
	written.Judge(book, out)
	for _, f := range out.Findings {
		if !own[f.Fingerprint] {
			found = append(found, f)
		}
	}
	return found, nil
}

// inLine is words of the sample in one line, cells of a table set apart.
func inLine(words string) string {
	return strings.ReplaceAll(strings.ReplaceAll(words, "\n", " "), "|", " ｜ ")
}

// exampleOfText is the example of a rule about the text; nil where none is declared.
func (b *base) exampleOfText(r *rule.Rule) (*example, error) {
	pattern, ok := reworded[r.ID]
	if !ok {
		return nil, nil
	}
	text, edits, err := rewrite(pattern)
	if err != nil {
		return nil, err
	}
	findings, err := b.judgeText(text, besideLast[r.ID])
	if err != nil {
		return nil, err
	}
	for _, f := range findings {
		if f.Rule == r.ID {
			for i, e := range edits {
				edits[i] = rewording{inLine(e.Lead), inLine(e.Before), inLine(e.After), inLine(e.Rest)}
			}
			return &example{"一个虚构部门的说明和自评表", change{Text: edits}, f}, nil
		}
	}
	return nil, fmt.Errorf("rule %s: its example raises nothing", r.ID)
}
