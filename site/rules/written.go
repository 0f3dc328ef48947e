package rules

import (
	_ "embed"
	"fmt"
	"strings"

	"suanqing/validate/bind"
	"suanqing/validate/document"
	"suanqing/validate/prose"
	"suanqing/validate/report"
	"suanqing/validate/rule"
)

// sample is a text that is right beside the workbook of the first base, a paragraph a line.
//
//go:embed sample.txt
var sample string

// reworded is how the sample is made wrong for each rule about the text: words in which
// {from|to} stands for what was there and what is there now. Without a bar it is left out.
var reworded = map[string]string{
	"text.grand":         "收、支总计均为{17,372.81|17,327.81}万元",
	"text.share":         "授予中小企业合同金额700.00万元，占政府采购支出总额的{77.78|75.78}%",
	"text.growth":        "收、支总计均为17,372.81万元，比上年增加172.81万元，增长{1.00|0.99}%",
	"text.growth-before": "支出决算为84.82万元，上年支出82.00万元，增长{3.44|3.32}%",
	"text.budget-growth": "比预算减少2.57万元，下降{1.29|12.90}%",
	"text.budget-gap":    "预算为158.38万元，支出决算为145.64万元，预决算差异率为{-8.04|-8.75}%",
	"text.completion":    "预算为447.37万元，支出决算为427.19万元，完成预算的{95.49|94.59}%",
	"text.change":        "一般公共预算财政拨款支出11,358.83万元，占本年支出合计的68.37%，上年为11,000.00万元，增加{358.83|385.83}万元",
	"text.budget-change": "年初预算为450.00万元，支出决算为440.91万元，比年初预算减少{9.09|9.90}万元",
	"text.sum":           "政府采购支出总额900.00万元，其中：政府采购货物支出{500.00|550.00}万元",
	"text.change-parts":  "项目支出7,283.93万元，比上年增加{60.00|66.00}万元",
	"text.shares-total":  "占{75.32%；政府性基金预算财政拨款收入2,129.19万元，占14.28%；国有资本经营预算财政拨款收入1,549.81万元，占10.40%|68.37%；政府性基金预算财政拨款收入2,129.19万元，占12.96%；国有资本经营预算财政拨款收入1,549.81万元，占9.43%}",
	"text.within":        "授予小微企业合同金额{600.00|760.00}万元",
	"text.running":       "机关运行经费支出{3,200.00|5,200.00}万元",
	"text.twice":         "本年授予中小企业合同金额{700.00|720.00}万元，结果都已公开",
	"text.zero-base":     "年初预算为0.00万元，支出决算为29.11万元，{年初没有安排预算|完成年初预算的129.11%}",
	"text.direction":     "完成年初预算的94.77%，决算数{小于|大于}预算数",
	"text.same":          "年初预算为{559.11|599.11}万元，支出决算为559.11万元，与年初预算持平",
	"text.counts":        "全年国内公务接待45批次、{360|0}人次",
	"text.items-missing": "{3．国有资本经营预算支出（类）国有企业资本金注入（款）国有经济结构调整支出（项）。年初预算为559.11万元，支出决算为559.11万元，与年初预算持平。\n}",
	"text.items-twice":   "比年初预算减少9.09万元。\n{|5．国有资本经营预算支出（类）国有企业资本金注入（款）其他国有企业资本金注入（项）。支出决算为440.91万元。\n}",
	"text.department":    "示例市第二区{财政局|水利局}2023年度收、支总计",
	"text.contents":      "八、机关运行经费{支出|增减}情况\n九、",
	"text.items-name":    "国有资本经营预算支出（类）国有企业{资本金|注册资金}注入（款）国有经济结构调整支出（项）",
	"text.list":          "办公费、印刷费、{水费|置装补贴费}、电费等",
	"text.none":          "本年没有发生{外事接待|会议费支出}",
	"text.terms":         "{“三公”经费|公务支出}：出国、用车、接待三项支出",
	"text.left-over":     "一般公共预算财政拨款支出11,358.83万元，占本年支出合计的68.37%，上年为11,000.00万元，{增加|增加（减少）}358.83万元",
	"text.unit":          "支出决算为427.19万元，完成预算的95.49{%}",
	"text.year":          "截至{2023|2022}年12月31日",
}

// rewording is one edit of the sample, as the page shows it.
type rewording struct{ Lead, Before, After, Rest string }

// rewrite makes the edit of a pattern in the sample.
func rewrite(pattern string) (text string, w rewording, err error) {
	lead, inner, ok := strings.Cut(pattern, "{")
	inner, rest, closed := strings.Cut(inner, "}")
	before, after, _ := strings.Cut(inner, "|")
	if was := lead + before + rest; !ok || !closed || strings.Count(sample, was) != 1 {
		return "", w, fmt.Errorf("%q: words that stand in the sample once, with {from|to}, wanted", pattern)
	} else {
		text = strings.Replace(sample, was, lead+after+rest, 1)
	}
	return text, rewording{lead, before, after, rest}, nil
}

// withText is the first base's workbook with a text beside it.
func (b *base) withText(text string) (*bind.Book, error) {
	book, err := b.bound()
	if err != nil {
		return nil, err
	}
	s := &document.Sheet{Name: "说明", Written: true, File: "情况说明.txt"}
	for i, line := range strings.Split(text, "\n") {
		if line != "" {
			s.Rows = append(s.Rows, document.Row{Index: i, Cells: []document.Cell{{Row: i, Kind: document.Text, Stored: line, Format: plain}}})
		}
	}
	wb := book.Document
	wb.Sheets = append(wb.Sheets, s)
	return bind.Find(wb, nil), nil
}

// judgeText gives what is found about a text beside the first base's workbook.
func (b *base) judgeText(text string) (found []report.Finding, err error) {
	book, err := b.withText(text)
	if err != nil {
		return nil, err
	}
	out := rule.Run(book)
	own := map[string]bool{}
	for _, f := range out.Findings {
		own[f.Fingerprint] = true
	}
	prose.Judge(book, out)
	for _, f := range out.Findings {
		if !own[f.Fingerprint] {
			found = append(found, f)
		}
	}
	return found, nil
}

// exampleOfText is the example of a rule about the text; nil where none is declared.
func (b *base) exampleOfText(r *rule.Rule) (*example, error) {
	pattern, ok := reworded[r.ID]
	if !ok {
		return nil, nil
	}
	text, w, err := rewrite(pattern)
	if err != nil {
		return nil, err
	}
	findings, err := b.judgeText(text)
	if err != nil {
		return nil, err
	}
	for _, f := range findings {
		if f.Rule == r.ID {
			return &example{b.name, change{Text: &w}, f}, nil
		}
	}
	return nil, fmt.Errorf("rule %s: its example raises nothing", r.ID)
}
