// Command bench measures, in one browser, SheetJS merely reading a workbook
// against the core going from the same bytes to the whole report.
//
//	go run ./site/bench [FILE...]
//
// Cold is the first file of a fresh tab with everything loaded, as a clerk meets
// it; warm is the median once both have run thirty times. SheetJS is installed by npm into a
// temporary directory.
package main

import (
	"context"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"time"

	"github.com/chromedp/chromedp"

	"suanqing/site/browser"
	"suanqing/site/bundle"
	"suanqing/site/web"
)

const (
	peer  = "xlsx@0.18.5"
	tabs  = 7  // cold runs
	turns = 60 // later runs in each tab; the second half counts as warm
)

func main() {
	files := os.Args[1:]
	if len(files) == 0 {
		files = []string{"testdata/lanshan-2023.xlsx", "testdata/clean-wan.xlsx"}
	}
	if err := run(files); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(files []string) error {
	dir, err := os.MkdirTemp("", "suanqing-bench")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	npm := exec.Command("npm", "install", "--silent", "--no-audit", "--no-fund", "--prefix", dir, peer)
	if out, err := npm.CombinedOutput(); err != nil {
		return fmt.Errorf("npm install %s: %w\n%s", peer, err, out)
	}
	site := filepath.Join(dir, "site")
	if _, err := bundle.Build(bundle.Options{Root: ".", Out: site, Fast: true}); err != nil {
		return err
	}
	ctx, stop, err := browser.Start(dir)
	if err != nil {
		return err
	}
	defer stop()
	server := httptest.NewServer(handler(site, filepath.Join(dir, "node_modules", "xlsx", "dist")))
	defer server.Close()

	fmt.Printf("%-26s %22s %22s %14s\n", "median ms, cold / warm", peer+" reading", "suanqing to report", "ratio")
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			return err
		}
		theirs, ours, err := measure(ctx, server.URL, data)
		if err != nil {
			return err
		}
		fmt.Printf("%-26s %12.1f / %7.1f %12.1f / %7.1f %6.2f / %5.2f\n", filepath.Base(file),
			theirs.cold, theirs.warm, ours.cold, ours.warm, ours.cold/theirs.cold, ours.warm/theirs.warm)
	}
	return nil
}

// handler serves the built site, SheetJS, and an empty page that may run both:
// the site's own policy would refuse the peer.
func handler(site, peer string) http.Handler {
	mux := http.NewServeMux()
	mux.Handle("/", web.Handler(os.DirFS(site)))
	mux.Handle("/page/", http.StripPrefix("/page/", http.FileServer(http.Dir("site/page"))))
	mux.Handle("/peer/", http.StripPrefix("/peer/", http.FileServer(http.Dir(peer))))
	mux.HandleFunc("/bench", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html")
		fmt.Fprint(w, "<!doctype html><title>bench</title>")
	})
	return mux
}

// Each gives a function from bytes to a promise, with everything loaded.
const (
	loadPeer = `await new Promise((done, failed) => {
		const s = document.createElement('script');
		s.src = '/peer/xlsx.full.min.js'; s.onload = done; s.onerror = failed;
		document.head.append(s);
	});
	const work = async (bytes) => XLSX.read(bytes, { type: 'array' }).SheetNames.length;`
	loadOurs = `const { Engine } = await import('/page/engine.js');
	const engine = new Engine();
	await engine.ready();
	await new Promise((r) => setTimeout(r, 1000)); // the engine warms itself while nobody waits
	const work = async (bytes) => JSON.parse((await engine.check('a.xlsx', bytes.slice().buffer, {})).report).findings.length;`
)

type times struct{ cold, warm float64 }

// measure takes the two in turn, tab by tab, so that both meet the same machine.
func measure(browser context.Context, url string, data []byte) (theirs, ours times, err error) {
	var cold, warm [2][]float64
	for range tabs {
		for i, load := range []string{loadPeer, loadOurs} {
			run, err := tab(browser, url, load, data)
			if err != nil {
				return theirs, ours, err
			}
			cold[i], warm[i] = append(cold[i], run[0]), append(warm[i], run[1+turns/2:]...)
		}
	}
	return times{median(cold[0]), median(warm[0])}, times{median(cold[1]), median(warm[1])}, nil
}

func tab(browser context.Context, url, load string, data []byte) ([]float64, error) {
	ctx, cancel := chromedp.NewContext(browser)
	defer cancel()
	if err := chromedp.Do(ctx, chromedp.Navigate(url+"/bench")); err != nil {
		return nil, err
	}
	ctx, cancel = context.WithTimeout(ctx, 2*time.Minute)
	defer cancel()
	raw, err := chromedp.Run(ctx, chromedp.Evaluate[[]byte](fmt.Sprintf(`(async () => {
		%s
		const bytes = Uint8Array.from(atob(%q), (c) => c.charCodeAt(0));
		const out = [];
		for (let i = 0; i <= %d; i += 1) {
			const start = performance.now();
			await work(bytes);
			out.push(performance.now() - start);
		}
		return out;
	})()`, load, base64.StdEncoding.EncodeToString(data), turns), chromedp.EvalAwaitPromise))
	if err != nil {
		return nil, err
	}
	var out []float64
	return out, json.Unmarshal(raw, &out)
}

func median(list []float64) float64 {
	slices.Sort(list)
	return list[len(list)/2]
}
