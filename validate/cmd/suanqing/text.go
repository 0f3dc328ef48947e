package main

import (
	"fmt"
	"io"

	"suanqing/validate/report"
	"suanqing/validate/rule"
)

// writeText writes a report for a person: the verdict first, then the suspects with
// what they explain, then the other findings; or what to do about a file that was
// refused.
func writeText(w io.Writer, r *report.Report, advice string) {
	if r.Error != nil {
		fmt.Fprintf(w, "%s\n  读不了：%s\n  怎么办：%s\n", r.File, r.Error.Message, advice)
		return
	}
	unchecked := writeHeading(w, r)
	told := writeSuspects(w, r)
	if rest := len(r.Findings) - told; told > 0 && rest > 0 {
		fmt.Fprintf(w, "\n其余 %d 处\n", rest)
	}
	for i := range r.Findings {
		if f := &r.Findings[i]; r.Of(f) == nil {
			writeFinding(w, f)
		}
	}
	passages := uncheckedWords(r.Text)
	if len(unchecked)+len(passages) > 0 {
		fmt.Fprintf(w, "\n未能核对：\n")
		for _, u := range append(unchecked, passages...) {
			fmt.Fprintf(w, "  - %s\n", u)
		}
	}
}

// writeHeading says what the report is of and how much was found, and gives the rules
// that could not be judged, with why.
func writeHeading(w io.Writer, r *report.Report) (unchecked []string) {
	counts := map[report.Severity]int{}
	for i := range r.Findings {
		counts[r.Findings[i].Severity]++
	}
	year := ""
	if r.Year != 0 {
		year = fmt.Sprintf(" · %d", r.Year)
	}
	unit := r.Unit
	if unit == "" {
		unit = "未写金额单位"
	}
	fmt.Fprintf(w, "%s %s  %s\n  %s%s · %s\n", r.VerdictMark(), r.VerdictWord(), r.File, orDash(r.Department), year, unit)
	judged := 0
	for i := range r.Rules {
		switch {
		case r.Rules[i].Unchecked:
			unchecked = append(unchecked, r.Rules[i].Title+"："+r.Rules[i].Reason)
		case r.Rules[i].Outcome != report.Skipped:
			judged++
		}
	}
	fmt.Fprintf(w, "  错误 %d · 警告 %d · 尾差 %d · 提示 %d；核对了 %d 条规则，%d 条未能核对\n",
		counts[report.Error], counts[report.Warning], counts[report.Tail], counts[report.Notice], judged, len(unchecked))
	if r.Text != nil {
		fmt.Fprintf(w, "  文字：%s\n", r.Text.Counted())
	}
	writeUnits(w, r)
	for i := range r.Forms {
		if f := &r.Forms[i]; f.Reason != "" {
			fmt.Fprintf(w, "  没有此表：%s（%s）\n", f.Title, f.Reason)
		} else if f.Doubt != "" {
			fmt.Fprintf(w, "  没有认清：%s（%s）\n", f.Title, f.Doubt)
		}
	}
	return unchecked
}

func writeFinding(w io.Writer, f *report.Finding) {
	fmt.Fprintf(w, "\n%s  %s\n", said(f.Severity), f.Message)
	if f.Equation != "" {
		fmt.Fprintf(w, "        %s\n", f.Equation)
	}
	fmt.Fprintf(w, "        %s：%s\n", placesLabel(f.Cells), places(f.Cells))
	if f.Severity == report.Error || f.Severity == report.Warning {
		fmt.Fprintf(w, "        怎么改：%s\n", f.Hint)
	}
	fmt.Fprintf(w, "        规则：%s\n", f.Rule)
}

func said(s report.Severity) string { return s.Mark() + " " + s.Word() }

func orDash(s string) string {
	if s == "" {
		return "部门名称未写"
	}
	return s
}

// ruleJSON is one rule of the catalogue for machines.
type ruleJSON struct {
	Rule     string          `json:"rule"`
	Title    string          `json:"title"`
	Severity report.Severity `json:"severity"`
	Forms    []string        `json:"forms"`
	ForEach  string          `json:"forEach,omitempty"`
	When     string          `json:"when,omitempty"`
	Equation string          `json:"equation,omitempty"`
	Further  []string        `json:"further,omitempty"` // the same for figures that say it otherwise
	Why      string          `json:"why"`
	Hint     string          `json:"hint"`
}

func describe(r *rule.Rule) ruleJSON {
	j := ruleJSON{Rule: r.ID, Title: r.Title, Severity: r.Severity, Forms: []string{}, Why: r.Why, Hint: r.Hint}
	for _, id := range r.Forms() {
		j.Forms = append(j.Forms, string(id))
	}
	if r.ForEach != nil {
		j.ForEach = r.ForEach.Text
	}
	if r.When != nil {
		j.When = r.When.Text
	}
	if r.Equation != nil {
		j.Equation = r.Equation.Text
	}
	for _, f := range r.Further {
		j.Further = append(j.Further, f.Text)
	}
	return j
}
