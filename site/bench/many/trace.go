package main

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"slices"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/tracing"
	"github.com/chromedp/chromedp"
)

// longest is how many tasks are told of.
const longest = 5

// tasks collects what the threads of a page do.
type tasks struct {
	events chan []event
	done   chan struct{}
}

// event is one of Chromium's trace, times in µs: a task ("X") or the name of a thread ("M").
type event struct {
	Name, Ph      string
	Pid, Tid      int
	Ts, Dur, Tdur float64
	Args          struct{ Name string }
}

// trace begins to collect; with parts, also what is done in each task.
func trace(ctx context.Context, parts bool) (*tasks, error) {
	categories := []string{"toplevel", "__metadata"}
	if parts {
		categories = append(categories, "devtools.timeline", "v8")
	}
	t := &tasks{events: make(chan []event, 1<<16), done: make(chan struct{})}
	err := chromedp.Listen(ctx, func(what any) {
		switch what := what.(type) {
		case *tracing.EventDataCollected:
			some := make([]event, len(what.Value))
			for i, value := range what.Value {
				_ = json.Unmarshal(value, &some[i]) // of another kind: nothing that is looked for
			}
			t.events <- some
		case *tracing.EventTracingComplete:
			close(t.done)
		}
	})
	if err != nil {
		return nil, err
	}
	_, err = chromedp.Call(ctx, tracing.Start, tracing.StartParams{TraceConfig: &tracing.TraceConfig{IncludedCategories: categories, ExcludedCategories: []string{"*"}}})
	return t, err
}

// task is one of the page's main thread, in ms: when, since the first that was traced, by
// the clock, by what the thread itself computed, and what was done in it.
type task struct {
	at, wall, own float64
	parts         []part
}

// part is what one kind of work in a task computed in ms, without what lies within it.
type part struct {
	name string
	own  float64
}

func (t task) String() string {
	said := fmt.Sprintf("  %4.0f ms by the clock, %3.0f of its own, at %6.2f s", t.wall, t.own, t.at/1000)
	for _, p := range t.parts[:min(len(t.parts), longest)] {
		said += fmt.Sprintf(", %s %.1f", p.name, p.own)
	}
	return said
}

// end gives the tasks of the page's main thread.
func (t *tasks) end(ctx context.Context) ([]task, error) {
	if _, err := chromedp.Call(ctx, tracing.End, cdp.Empty{}); err != nil {
		return nil, err
	}
	select {
	case <-t.done:
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	close(t.events)
	type thread struct{ pid, tid int }
	by := map[thread][]event{}
	mains := map[thread]bool{}
	for some := range t.events {
		for _, e := range some {
			at := thread{e.Pid, e.Tid}
			switch {
			case e.Ph == "M" && e.Name == "thread_name":
				mains[at] = e.Args.Name == "CrRendererMain"
			case e.Ph == "X":
				by[at] = append(by[at], e)
			}
		}
	}
	var all []task
	for at, events := range by {
		if mains[at] {
			all = append(all, tasksOf(events)...)
		}
	}
	first := slices.MinFunc(all, func(a, b task) int { return cmp.Compare(a.at, b.at) }).at
	for i := range all {
		all[i].at -= first
	}
	return all, nil
}

// tasksOf puts the events of one thread together: a task, then what lies within it.
func tasksOf(events []event) []task {
	slices.SortFunc(events, func(a, b event) int { return cmp.Or(cmp.Compare(a.Ts, b.Ts), cmp.Compare(b.Dur, a.Dur)) })
	var all []task
	for len(events) > 0 {
		n, end := 1, events[0].Ts+events[0].Dur
		for n < len(events) && events[n].Ts < end {
			n++
		}
		own := map[string]float64{}
		var around []event
		for _, e := range events[:n] {
			for len(around) > 0 && around[len(around)-1].Ts+around[len(around)-1].Dur <= e.Ts {
				around = around[:len(around)-1]
			}
			if len(around) > 0 {
				own[around[len(around)-1].Name] -= e.Tdur / 1000
			}
			own[e.Name] += e.Tdur / 1000
			around = append(around, e)
		}
		made := task{at: events[0].Ts / 1000, wall: events[0].Dur / 1000, own: events[0].Tdur / 1000}
		for name, ms := range own {
			made.parts = append(made.parts, part{name, ms})
		}
		slices.SortFunc(made.parts, func(a, b part) int { return cmp.Compare(b.own, a.own) })
		all, events = append(all, made), events[n:]
	}
	return all
}

// top gives the most of a measure.
func top(all []task, of func(task) float64) []task {
	sorted := slices.SortedFunc(slices.Values(all), func(a, b task) int { return cmp.Compare(of(b), of(a)) })
	return sorted[:min(len(sorted), longest)]
}

func (t task) byClock() float64 { return t.wall }

func (t task) itsOwn() float64 { return t.own }
