// Command many measures the page with many books: the stalls of its main thread, and
// what the browser takes after the first books and after the last.
//
//	go run ./site/bench/many [-books 300] [-first 30] [-dir a site that is built] [-parts]
//
// A stall is a task of the main thread, by the clock and by what the thread itself
// computed: on a busy machine the first has the waiting in it. Memory is the proportional
// share of all of the browser's processes, sampled while the books are judged and once they
// are, and what the browser counts of the page and its workers without their WebAssembly.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"github.com/chromedp/chromedp"

	"suanqing/site/browser"
	"suanqing/site/bundle"
	"suanqing/site/web"
	"suanqing/validate/lab/fixture"
)

func main() {
	books := flag.Int("books", 300, "how many")
	first := flag.Int("first", 30, "after how many memory is measured first")
	dir := flag.String("dir", "", "the built site; it is built when there is none")
	parts := flag.Bool("parts", false, "tell what was done in the longest tasks; tracing that takes time itself")
	flag.Parse()
	if err := run(*dir, *first, *books, *parts); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(dir string, first, books int, parts bool) error {
	scratch, err := os.MkdirTemp("", "suanqing-many")
	if err != nil {
		return err
	}
	defer os.RemoveAll(scratch)
	if dir == "" {
		dir = filepath.Join(scratch, "site")
		if _, err := bundle.Build(bundle.Options{Root: ".", Out: dir, Fast: true}); err != nil {
			return err
		}
	}
	profile := filepath.Join(scratch, "browser")
	ctx, stop, err := browser.Start(profile)
	if err != nil {
		return err
	}
	defer stop()
	ctx, cancel := context.WithTimeout(ctx, 10*time.Minute)
	defer cancel()
	server := httptest.NewServer(isolated(web.Handler(os.DirFS(dir))))
	defer server.Close()
	if err := chromedp.Do(ctx, chromedp.Navigate(server.URL), until(`document.documentElement.dataset.engine === 'ready'`),
		chromedp.EmulateViewport(1366, 768)); err != nil {
		return err
	}
	tasks, err := trace(ctx, parts)
	if err != nil {
		return err
	}
	b := &bench{ctx: ctx, profile: profile}
	for from, to := 0, first; from < books; from, to = to, books {
		folder := filepath.Join(scratch, fmt.Sprintf("全区%d", from))
		if err := write(folder, from, to); err != nil {
			return err
		}
		if err := b.stage(folder, from, to); err != nil {
			return err
		}
	}
	all, err := tasks.end(ctx)
	if err != nil {
		return err
	}
	sum := 0.0
	for _, t := range all {
		sum += t.own
	}
	fmt.Printf("the main thread computed %.0f ms, %.1f a book; its longest tasks\n", sum, sum/float64(books))
	for _, of := range []func(task) float64{task.byClock, task.itsOwn} {
		for _, t := range top(all, of) {
			fmt.Println(t)
		}
		fmt.Println()
	}
	return nil
}

// bench is a measurement under way.
type bench struct {
	ctx     context.Context
	profile string
}

// stage has a folder judged and prints what it cost.
func (b *bench) stage(folder string, from, to int) error {
	begin := time.Now()
	if err := chromedp.Do(b.ctx, chromedp.SetUploadFiles(chromedp.CSS("#folder"), []string{folder})); err != nil {
		return err
	}
	most := int64(0)
	for done := false; !done; {
		var err error
		if done, err = chromedp.Run(b.ctx, chromedp.Evaluate[bool](fmt.Sprintf(`document.querySelector('#list-title').textContent === '%d 份文件'`, to))); err != nil {
			return err
		}
		now, err := share(b.profile)
		if err != nil {
			return err
		}
		most = max(most, now)
		time.Sleep(50 * time.Millisecond)
	}
	took := time.Since(begin).Seconds()
	counted, err := chromedp.Run(b.ctx, chromedp.Evaluate[int64](`performance.measureUserAgentSpecificMemory().then((m) => m.bytes)`, chromedp.EvalAwaitPromise))
	if err != nil {
		return err
	}
	after, err := share(b.profile)
	if err != nil {
		return err
	}
	fmt.Printf("books %d to %d: %.1f s, %.1f a second; processes at most %d MB, afterwards %d MB; the page's objects afterwards %.1f MB\n",
		from+1, to, took, float64(to-from)/took, most>>20, after>>20, float64(counted)/(1<<20))
	return nil
}

func until(condition string) chromedp.Action[chromedp.Void] {
	return chromedp.Evaluate[chromedp.Void](`(async () => { while (!(`+condition+`)) await new Promise(requestAnimationFrame); })()`, chromedp.EvalAwaitPromise)
}

// isolated sends what a page needs to ask for its memory.
func isolated(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Cross-Origin-Opener-Policy", "same-origin")
		w.Header().Set("Cross-Origin-Embedder-Policy", "require-corp")
		next.ServeHTTP(w, r)
	})
}

// write makes books of other figures and layouts, one in five with an error.
func write(folder string, from, to int) error {
	for i := from; i < to; i++ {
		w, err := fixture.Render(fixture.Generate(int64(i), fixture.Options{}), fixture.RandomLayout(int64(i)))
		if err != nil {
			return err
		}
		data := w.Bytes
		if i%5 == 0 {
			if edited, err := w.Edit(fixture.F01 + "[本年收入合计, 金额] = 1.23"); err == nil {
				data = edited
			}
		}
		path := filepath.Join(folder, fmt.Sprintf("街道%02d", i/20), fmt.Sprintf("单位%03d.xlsx", i))
		if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o755), os.WriteFile(path, data, 0o600)); err != nil {
			return err
		}
	}
	return nil
}

// share is the memory of all processes that a browser with this profile has, what they
// share counted once.
func share(profile string) (int64, error) {
	found, err := filepath.Glob("/proc/[0-9]*/cmdline")
	if err != nil {
		return 0, err
	}
	sum := int64(0)
	for _, path := range found {
		if line, err := os.ReadFile(path); err != nil || !strings.Contains(string(line), profile) {
			continue
		}
		rollup, err := os.ReadFile(filepath.Join(filepath.Dir(path), "smaps_rollup"))
		if err != nil {
			continue // it has just ended
		}
		_, after, _ := strings.Cut(string(rollup), "\nPss:")
		kilobytes, err := strconv.ParseInt(strings.Fields(after)[0], 10, 64)
		if err != nil {
			return 0, err
		}
		sum += kilobytes << 10
	}
	return sum, nil
}
