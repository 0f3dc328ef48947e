package main

import (
	"bytes"
	"fmt"
	"os"
	"runtime"
	"strings"
	"time"
)

// table is all of it as Markdown. Where a row has only us, ratios are against the peer's
// reading of the clean book, whose bytes are the same but for some digits.
func table(o options, w weights, r results, about string) string {
	var b strings.Builder
	line := func(cells ...string) { fmt.Fprintf(&b, "| %s |\n", strings.Join(cells, " | ")) }
	head, rule := []string{"", ""}, []string{"---", "---"}
	for _, t := range tools {
		head, rule = append(head, t.label), append(rule, "---:")
	}
	line(append(head, "Go hello-world", "page ÷ SheetJS", "core ÷ SheetJS")...)
	line(append(rule, "---:", "---:", "---:")...)
	if o.rows(start) {
		begin := func(tool string) sample { return r.times[place{row: start, tool: tool}] }
		line("navigation → ready", "ms", begin(page).String(), "", "", "", "", "", begin(hello).String(), "÷ hello: "+ratio(begin(page), begin(hello)), "")
		cells := []string{"first load", "bytes, brotli"}
		for _, t := range tools {
			cells = append(cells, bytesOf(w[t.id]))
		}
		line(append(cells, bytesOf(w[hello]), "", "")...)
	}
	against := ""
	for _, row := range rows {
		if !row.alone {
			against = row.id
		}
		if !o.rows(row.id) {
			continue
		}
		for _, kind := range []struct {
			label string
			of    map[place]sample
			warm  bool
		}{{"first, ms", r.times, false}, {"warm, ms", r.times, true}, {"peak, MB", r.memory, false}} {
			if kind.warm && row.many {
				continue
			}
			at := func(row, tool string) sample {
				s := kind.of[place{row, tool, kind.warm}]
				if kind.label == "peak, MB" {
					return s.above(r.memory[place{row: start, tool: "empty"}])
				}
				return s
			}
			cells := []string{row.label, kind.label}
			if row.many {
				cells[1] = strings.Replace(kind.label, "first", "all", 1)
			}
			for _, t := range tools {
				cells = append(cells, at(row.id, t.id).String())
			}
			theirs := at(against, peer)
			line(append(cells, "", ratio(at(row.id, page), theirs), ratio(at(row.id, core), theirs))...)
		}
	}
	fmt.Fprintf(&b, "\n%s; medians (quartiles) of %d repetitions, a fresh tab each, tools in turn. Peak memory is that of the tab's process above an empty tab's%s.\n",
		about, o.reps, emptyTab(r))
	return b.String()
}

func emptyTab(r results) string {
	if s := r.memory[place{row: start, tool: "empty"}]; len(s) > 0 {
		return fmt.Sprintf(", %s MB", figure(s.median()))
	}
	return ""
}

func bytesOf(n int) string {
	if n == 0 {
		return ""
	}
	text := fmt.Sprint(n)
	for at := len(text) - 3; at > 0; at -= 3 {
		text = text[:at] + "," + text[at:]
	}
	return text
}

// about is the machine, the browser and the day.
func about(browser string) string {
	name := runtime.GOARCH
	if data, err := os.ReadFile("/proc/cpuinfo"); err == nil {
		if _, after, ok := bytes.Cut(data, []byte("model name\t: ")); ok {
			line, _, _ := bytes.Cut(after, []byte("\n"))
			name = string(line)
		}
	}
	return fmt.Sprintf("%s, %d cores, %s, %s, %s; %s", name, runtime.NumCPU(), browser, runtime.Version(), strings.Join(packages, ", "), time.Now().Format(time.DateOnly))
}
