package main

import "fmt"

// place is a cell of the table.
type place struct {
	row, tool string
	warm      bool
}

// start is the row of cold starts.
const start = "start"

// turn is one tab: a tool with a book.
type turn struct {
	row, tool string
	heavy     bool // so long that the second time is a warm one
	once      bool // no warm one at all
	least, ms int  // later times, and how long they go on
	name      string
}

func (t turn) query() string {
	return fmt.Sprintf("book=%s&tool=%s&least=%d&ms=%d&name=%s", t.row, t.tool, t.least, t.ms, t.name)
}

const (
	manyTabs  = 3   // of many books so many tabs: each has some hundred of them
	warmTabs  = 5   // of a light book so many tabs go on
	warmLeast = 20  // with so many times, of which the second half counts as warm
	warmFor   = 800 // ms
)

// turns are those of one repetition, the tools of a row one after another.
func turns(o options, rep int) (all []turn) {
	if o.rows(start) {
		all = append(all, turn{row: start, tool: "empty", once: true}, turn{row: start, tool: page, once: true}, turn{row: start, tool: hello, once: true})
	}
	for _, r := range rows {
		for _, t := range tools {
			if !o.rows(r.id) || !o.tools(t.id) || r.alone && !t.ours || r.pdf && t.id != page || r.many && (t.id == core || rep >= manyTabs) {
				continue
			}
			one := turn{row: r.id, tool: t.id, heavy: r.heavy, once: r.many, name: "book.xlsx"}
			if r.pdf {
				one.name = "report.pdf"
			}
			switch {
			case r.heavy:
				one.least = 1
			case !r.many && rep < warmTabs:
				one.least, one.ms = warmLeast, warmFor
			}
			all = append(all, one)
		}
	}
	return all
}

// results are all times in ms, and the most memory of each tab in MB, by cell.
type results struct{ times, memory map[place]sample }

func (r results) add(t turn, times []float64, peak int64) {
	at := place{row: t.row, tool: t.tool}
	r.memory[at] = append(r.memory[at], float64(peak)/1e6)
	r.times[at] = append(r.times[at], times[0])
	at.warm = true
	later := times[1:]
	if !t.heavy {
		later = later[len(later)/2:]
	}
	r.times[at] = append(r.times[at], later...)
}
