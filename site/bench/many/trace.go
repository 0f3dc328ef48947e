package main

import (
	"cmp"
	"context"
	"encoding/json"
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

// trace begins to collect.
func trace(ctx context.Context) (*tasks, error) {
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
	_, err = chromedp.Call(ctx, tracing.Start, tracing.StartParams{TraceConfig: &tracing.TraceConfig{IncludedCategories: []string{"toplevel", "__metadata"}, ExcludedCategories: []string{"*"}}})
	return t, err
}

// end gives the longest tasks of the page's main thread in ms, by the clock and by what
// the thread itself computed, and the sum of the latter.
func (t *tasks) end(ctx context.Context) (wall, own []float64, all float64, err error) {
	if _, err := chromedp.Call(ctx, tracing.End, cdp.Empty{}); err != nil {
		return nil, nil, 0, err
	}
	select {
	case <-t.done:
	case <-ctx.Done():
		return nil, nil, 0, ctx.Err()
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
	for at, tasks := range by {
		if !mains[at] {
			continue
		}
		slices.SortFunc(tasks, func(a, b event) int { return cmp.Or(cmp.Compare(a.Ts, b.Ts), cmp.Compare(b.Dur, a.Dur)) })
		end := 0.0
		for _, e := range tasks {
			if e.Ts < end {
				continue // a part of the one before
			}
			end = e.Ts + e.Dur
			wall, own, all = append(wall, e.Dur/1000), append(own, e.Tdur/1000), all+e.Tdur/1000
		}
	}
	return top(wall), top(own), all, nil
}

func top(all []float64) []float64 {
	slices.Sort(all)
	slices.Reverse(all)
	return all[:min(len(all), longest)]
}
