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

	"suanqing/site/browser"
	"suanqing/site/bundle"
	"suanqing/site/web"
)

const (
	peer  = "xlsx@0.18.5"
	tabs  = 5  // browsers for each, so many cold runs
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
	b := &bench{dir: dir, times: make(chan []float64, 1)}
	server := httptest.NewServer(b.handler(site, filepath.Join(dir, "node_modules", "xlsx", "dist")))
	defer server.Close()

	fmt.Printf("%-26s %22s %22s %14s\n", "median ms, cold / warm", peer+" reading", "suanqing to report", "ratio")
	for _, file := range files {
		if b.data, err = os.ReadFile(file); err != nil {
			return err
		}
		theirs, ours, err := b.measure(server.URL)
		if err != nil {
			return err
		}
		fmt.Printf("%-26s %12.1f / %7.1f %12.1f / %7.1f %6.2f / %5.2f\n", filepath.Base(file),
			theirs.cold, theirs.warm, ours.cold, ours.warm, ours.cold/theirs.cold, ours.warm/theirs.warm)
	}
	return nil
}

// bench is one measurement under way.
type bench struct {
	dir   string
	data  []byte // the workbook
	times chan []float64
}

// handler serves the built site, SheetJS, and a page without a policy that
// shows the one or the other in a frame: the site's engine gives up the network
// once it is loaded, so the outer page brings the times home.
func (b *bench) handler(site, peer string) http.Handler {
	mux := http.NewServeMux()
	mux.Handle("/", web.Handler(os.DirFS(site)))
	mux.Handle("/page/", http.StripPrefix("/page/", http.FileServer(http.Dir("site/page"))))
	mux.Handle("/peer/", http.StripPrefix("/peer/", http.FileServer(http.Dir(peer))))
	mux.HandleFunc("/bench", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintf(w, `<!doctype html><title>bench</title><iframe src="/frame?%s"></iframe><script>
			onmessage = ({ data }) => fetch('/times', { method: 'POST', body: JSON.stringify(data) });</script>`, r.URL.RawQuery)
	})
	mux.HandleFunc("/frame", func(w http.ResponseWriter, r *http.Request) {
		load := loadPeer
		if r.URL.RawQuery == "ours" {
			load = loadOurs
		}
		fmt.Fprintf(w, frame, load, base64.StdEncoding.EncodeToString(b.data), turns)
	})
	mux.HandleFunc("/times", func(w http.ResponseWriter, r *http.Request) {
		var times []float64
		if json.NewDecoder(r.Body).Decode(&times) == nil {
			b.times <- times
		}
	})
	return mux
}

// frame measures one of the two, in a document of its own.
const frame = `<!doctype html><title>frame</title><script type="module">
	%s
	const bytes = Uint8Array.from(atob(%q), (c) => c.charCodeAt(0));
	const out = [];
	for (let i = 0; i <= %d; i += 1) {
		const start = performance.now();
		await work(bytes);
		out.push(performance.now() - start);
	}
	parent.postMessage(out, '*');
</script>`

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

// measure takes the two in turn, each time in a new browser, so that both meet
// the same machine and every first file is a first file.
func (b *bench) measure(url string) (theirs, ours times, err error) {
	var cold, warm [2][]float64
	for range tabs {
		for i, which := range []string{"theirs", "ours"} {
			run, err := b.run(url + "/bench?" + which)
			if err != nil {
				return theirs, ours, err
			}
			cold[i], warm[i] = append(cold[i], run[0]), append(warm[i], run[1+turns/2:]...)
		}
	}
	return times{median(cold[0]), median(warm[0])}, times{median(cold[1]), median(warm[1])}, nil
}

func (b *bench) run(url string) ([]float64, error) {
	profile, err := os.MkdirTemp(b.dir, "profile")
	if err != nil {
		return nil, err
	}
	ctx, stop := context.WithTimeout(context.Background(), time.Minute)
	defer stop()
	ended := make(chan error, 1)
	go func() { ended <- browser.Open(ctx, profile, url) }()
	select {
	case times := <-b.times:
		stop()
		<-ended
		return times, nil
	case err := <-ended:
		return nil, fmt.Errorf("the browser ended without an answer: %w", err)
	}
}

func median(list []float64) float64 {
	slices.Sort(list)
	return list[len(list)/2]
}
