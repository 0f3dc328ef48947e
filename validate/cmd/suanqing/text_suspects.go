package main

import (
	"fmt"
	"io"
	"sort"
	"strings"

	"suanqing/validate/amount"
	"suanqing/validate/report"
)

// mostChanges is how many cells of a suspect are written out; the others are counted.
const mostChanges = 4

// writeSuspects writes the suspects, the likely ones first, each with the findings
// that it explains under it. It says which findings have so been written: each
// stands once, under the first suspect that explains it.
func writeSuspects(w io.Writer, r *report.Report) map[int]bool {
	told := map[int]bool{}
	heading := ""
	for n, s := range likelyFirst(r.Suspects) {
		before := heading
		if heading = "有几种可能，分不清是哪一处"; s.Likely {
			heading = "最可能的错误"
		}
		if heading != before {
			fmt.Fprintf(w, "\n%s\n", heading)
		}
		fmt.Fprintf(w, "  %d. %s\n     为什么：%s\n", n+1, reading(s), s.Why)
		writeAlternatives(w, s)
		writeExplained(w, r, s, told)
	}
	return told
}

func likelyFirst(suspects []report.Suspect) []*report.Suspect {
	order := make([]*report.Suspect, len(suspects))
	for i := range suspects {
		order[i] = &suspects[i]
	}
	sort.SliceStable(order, func(i, k int) bool { return order[i].Likely && !order[k].Likely })
	return order
}

// reading is where a suspect is, what it reads and what it should.
func reading(s *report.Suspect) string {
	switch {
	case len(s.Changes) == 0 && s.Value == "":
		return fmt.Sprintf("%s  漏 %s 一行：%s，上级行在 %s", s.Sheet, s.Row, shown(s.Suggest), s.Cell)
	case s.Range != "" && len(s.Changes) > 1:
		return fmt.Sprintf("%s!%s  共 %d 个单元格", s.Sheet, s.Range, len(s.Changes))
	case len(s.Changes) <= 1:
		return repair(s.Change)
	}
	parts := []string{}
	for _, c := range s.Changes[:min(len(s.Changes), mostChanges)] {
		parts = append(parts, repair(c))
	}
	if len(s.Changes) > mostChanges {
		parts = append(parts, fmt.Sprintf("等 %d 个单元格", len(s.Changes)))
	}
	return strings.Join(parts, "；")
}

func repair(c report.Change) string {
	return fmt.Sprintf("%s!%s  %s：%s 应为 %s", c.Sheet, c.Cell, c.Label, shown(c.Value), shown(c.Suggest))
}

func writeAlternatives(w io.Writer, s *report.Suspect) {
	for _, a := range s.Alternatives {
		if len(s.Changes) == 0 {
			fmt.Fprintf(w, "     也可能：%s\n", a.Why)
			continue
		}
		fmt.Fprintf(w, "     也可能：%s（%s）\n", repair(a.Change), a.Why)
	}
}

// writeExplained folds the findings under their suspect: a line each.
func writeExplained(w io.Writer, r *report.Report, s *report.Suspect, told map[int]bool) {
	fmt.Fprintf(w, "     怎么改：对照原始账表核实后，在原文件中改；可解释 %d 处问题：\n", len(s.Explains))
	for _, i := range s.Explains {
		if i < 0 || i >= len(r.Findings) || told[i] {
			continue
		}
		told[i] = true
		f := &r.Findings[i]
		fmt.Fprintf(w, "       %s  %s\n               单元格：%s；规则：%s\n", said(f.Severity), f.Message, places(f.Cells), f.Rule)
	}
}

// shown is an amount of the report as people read it.
func shown(plain string) string {
	if plain == "" {
		return "空白"
	}
	p, ok := amount.Parse(plain)
	if !ok {
		return plain
	}
	return amount.Group(p.Value)
}
