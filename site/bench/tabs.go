package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"suanqing/site/browser"
)

// tabs are those of one browser. Nobody listens in, since a debugger that is attached
// slows WebAssembly: the browser is told to open and close tabs and no more. Each has an
// origin and a process of its own, so that nothing is left of the one before: no cache, no
// compiled code, no memory.
type tabs struct {
	control string // where the browser takes orders
	profile string
	port    string // of the host
	opened  int
}

const patience = 2 * time.Minute // for one tab

// startBrowser gives a browser that runs until stop.
func startBrowser(ctx context.Context, dir, port string) (t *tabs, stop func(), err error) {
	ctx, cancel := context.WithCancel(ctx)
	profile := filepath.Join(dir, "profile")
	ended := make(chan error, 1)
	go func() { ended <- browser.Open(ctx, profile, "about:blank", browser.Control...) }()
	stop = func() { cancel(); <-ended }
	where := filepath.Join(profile, "DevToolsActivePort")
	for begin := time.Now(); time.Since(begin) < patience; time.Sleep(50 * time.Millisecond) {
		select {
		case err := <-ended:
			cancel()
			return nil, nil, fmt.Errorf("the browser does not start: %w", err)
		default:
		}
		if data, err := os.ReadFile(where); err == nil {
			control, _, _ := strings.Cut(string(data), "\n")
			return &tabs{control: "http://127.0.0.1:" + control, profile: profile, port: port}, stop, nil
		}
	}
	stop()
	return nil, nil, errors.New("the browser does not say where it takes orders")
}

// run has a tab measure, and gives what it found and the most memory that its process
// ever had, in bytes.
func (t *tabs) run(ctx context.Context, query string, answers <-chan answer) (times []float64, peak int64, err error) {
	ctx, stop := context.WithTimeout(ctx, patience)
	defer stop()
	before := renderers(t.profile)
	t.opened++
	address := fmt.Sprintf("http://tab%d.localhost:%s/bench/tab.html?%s", t.opened, t.port, query)
	var tab struct{ ID string }
	if err := t.order(ctx, http.MethodPut, "/json/new?"+url.QueryEscape(address), &tab); err != nil {
		return nil, 0, err
	}
	var a answer
	select {
	case a = <-answers:
	case <-ctx.Done():
		return nil, 0, fmt.Errorf("%s: no answer: %w", query, ctx.Err())
	}
	if a.Error != "" {
		return nil, 0, fmt.Errorf("%s: %s", query, a.Error)
	}
	for pid := range renderers(t.profile) {
		if !before[pid] {
			peak = max(peak, mostMemory(pid))
		}
	}
	return a.Times, peak, t.order(ctx, http.MethodGet, "/json/close/"+tab.ID, nil)
}

func (t *tabs) order(ctx context.Context, method, path string, answer any) error {
	r, err := http.NewRequestWithContext(ctx, method, t.control+path, nil)
	if err != nil {
		return err
	}
	got, err := http.DefaultClient.Do(r)
	if err != nil {
		return err
	}
	defer got.Body.Close()
	if got.StatusCode != http.StatusOK {
		return fmt.Errorf("the browser: %s %s: %s", method, path, got.Status)
	}
	if answer == nil {
		return nil
	}
	return json.NewDecoder(got.Body).Decode(answer)
}

// renderers are the processes of a browser that have pages in them, by number.
func renderers(profile string) map[int]bool {
	found := map[int]bool{}
	lines, _ := filepath.Glob("/proc/[0-9]*/cmdline") // a pattern without a fault
	for _, path := range lines {
		line, err := os.ReadFile(path)
		if err != nil || !bytes.Contains(line, []byte("--type=renderer")) || !bytes.Contains(line, []byte(profile)) {
			continue
		}
		if pid, err := strconv.Atoi(filepath.Base(filepath.Dir(path))); err == nil {
			found[pid] = true
		}
	}
	return found
}

// mostMemory is the most that a process ever had in memory; 0 where it is not told.
func mostMemory(pid int) int64 {
	f, err := os.Open(fmt.Sprintf("/proc/%d/status", pid))
	if err != nil {
		return 0
	}
	defer f.Close()
	for lines := bufio.NewScanner(f); lines.Scan(); {
		if rest, ok := strings.CutPrefix(lines.Text(), "VmHWM:"); ok {
			kilobytes, _ := strconv.ParseInt(strings.TrimSuffix(strings.TrimSpace(rest), " kB"), 10, 64)
			return kilobytes << 10
		}
	}
	return 0
}
