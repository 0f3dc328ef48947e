package main

import (
	"fmt"
	"io"

	"suanqing/validate/report"
)

// writeSuspects writes the suspects in the report's order, the likely ones first, each
// with the findings that go with it, and then what the search could not tell. It says
// how many findings have so been written.
func writeSuspects(w io.Writer, r *report.Report) (told int) {
	under := make([][]*report.Finding, len(r.Suspects))
	for i := range r.Findings {
		if f := &r.Findings[i]; r.Of(f) != nil {
			under[*f.Suspect] = append(under[*f.Suspect], f)
			told++
		}
	}
	heading := ""
	for i := range r.Suspects {
		s := &r.Suspects[i]
		before := heading
		if heading = "有几种可能，分不清是哪一处"; s.Likely {
			heading = "最可能的错误"
		}
		if heading != before {
			fmt.Fprintf(w, "\n%s\n", heading)
		}
		fmt.Fprintf(w, "  %d. %s!%s  %s\n     为什么：%s\n", i+1, inFile(s.File)+s.OnPage()+s.Sheet, s.Where(), s.Reading(), s.Why)
		for k := range s.Alternatives {
			writeAlternative(w, s, &s.Alternatives[k])
		}
		fmt.Fprintf(w, "     怎么改：对照原始账表核实后，%s；可解释 %d 处问题：\n", mend(s), len(s.Explains))
		for _, f := range under[i] {
			fmt.Fprintf(w, "       %s  %s\n               %s：%s；规则：%s\n", said(f.Severity), f.Message, placesLabel(f.Cells), places(f.Cells), f.Rule)
		}
	}
	for _, sentence := range []string{r.Unsure(), r.Search} {
		if sentence != "" {
			fmt.Fprintf(w, "\n%s\n", sentence)
		}
	}
	return told
}

func writeAlternative(w io.Writer, s *report.Suspect, a *report.Alternative) {
	if a.File != s.File && a.File != "" {
		fmt.Fprintf(w, "     也可能：%s%s!%s  %s 应为 %s（%s）\n", inFile(a.File)+a.OnPage(), a.Sheet, a.Cell, orBlank(a.Value), orBlank(a.Suggest), a.Why)
		return
	}
	if s.Shape == report.RowMissing { // its reason is that it may be
		fmt.Fprintf(w, "     也可能：%s\n", s.Other(a))
		return
	}
	fmt.Fprintf(w, "     也可能：%s（%s）\n", s.Other(a), a.Why)
}

// mend is what the clerk does about a suspect.
func mend(s *report.Suspect) string {
	switch s.Shape {
	case report.Block:
		return "在原文件中把整块数移回原位"
	case report.RowMissing:
		return "在原文件中补上这一行"
	case report.RowRepeated:
		return "在原文件中删去重复的一行"
	case report.FormUnit:
		return "在原文件中改正单位，或把整张表的数换算过来"
	}
	return "在原文件中改"
}
