package main

import (
	"fmt"
	"slices"
	"strings"

	"suanqing/validate/report"
)

// What a list for a person holds at most; the rest is counted.
const (
	mostPlaces   = 24 // of one finding
	mostPassages = 3  // unchecked ones of a section, for one reason
)

func placesLabel(cells []report.Cell) string {
	if slices.ContainsFunc(cells, func(c report.Cell) bool { return c.Words != "" }) {
		return "位置"
	}
	return "单元格"
}

// places lists cells, a sheet's name once, and words with where they stand.
func places(cells []report.Cell) string {
	var b strings.Builder
	sheet := ""
	for i := range cells {
		c := &cells[i]
		name := inFile(c.File) + c.OnPage() + c.Sheet
		if i == mostPlaces {
			fmt.Fprintf(&b, " 等 %d 个", len(cells))
			break
		}
		switch {
		case c.Words == "" && name == sheet && i > 0:
			b.WriteString("、" + c.Cell)
			continue
		case i > 0:
			b.WriteString("；")
		}
		b.WriteString(inFile(c.File) + c.Place())
		if sheet = name; c.Words != "" {
			sheet = ""
		}
	}
	if b.Len() == 0 {
		return "—"
	}
	return b.String()
}

// uncheckedWords lists the figures of a text that were not checked: those of one section
// that have one reason together, the first of them with their words.
func uncheckedWords(t *report.Text) (lines []string) {
	if t == nil {
		return nil
	}
	type key struct{ document, section, reason string }
	var order []key
	alike := map[key][]*report.Passage{}
	for i := range t.Unchecked {
		p := &t.Unchecked[i]
		k := key{p.Document, p.Section, p.Reason}
		if alike[k] == nil {
			order = append(order, k)
		}
		alike[k] = append(alike[k], p)
	}
	for _, k := range order {
		all := alike[k]
		var said []string
		for _, p := range all[:min(len(all), mostPassages)] {
			said = append(said, p.OnPage()+p.Where()+"“"+report.Clipped(p.Words)+"”")
		}
		line := strings.Join(said, "、")
		if len(all) > mostPassages {
			line += fmt.Sprintf(" 等 %d 个数", len(all))
		}
		if k.section != "" {
			line = report.SectionName(k.section) + line
		}
		if line = strings.TrimSpace(k.document + " " + line); k.reason != "" {
			line += "：" + k.reason
		}
		lines = append(lines, line)
	}
	return lines
}
