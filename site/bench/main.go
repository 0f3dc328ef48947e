// Command bench measures, in one browser, SheetJS merely reading a workbook
// against the core going from the same bytes to the whole report.
//
//	go run ./site/bench [FILE...]
//
// Cold is the first file of a fresh tab with everything loaded, as a clerk meets
// it; warm is the median once all have run a hundred times. SheetJS is installed by npm into a
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
	"strings"
	"time"

	"suanqing/site/browser"
	"suanqing/site/bundle"
	"suanqing/site/web"
)

const (
	peer  = "xlsx@0.18.5"
	tabs  = 5   // browsers for each, so many cold runs
	turns = 200 // later runs in each tab; the second half counts as warm
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
	goroot, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		return err
	}
	b := &bench{dir: dir, goroot: strings.TrimSpace(string(goroot)), times: make(chan []float64, 1)}
	server := httptest.NewServer(b.handler(site, filepath.Join(dir, "node_modules", "xlsx", "dist")))
	defer server.Close()

	fmt.Printf("%-26s %20s %20s %14s %20s %14s\n", "median ms, cold / warm", peer+" reading", "core, to report", "ratio", "page, to report", "ratio")
	for _, file := range files {
		if b.data, err = os.ReadFile(file); err != nil {
			return err
		}
		t, err := b.measure(server.URL)
		if err != nil {
			return err
		}
		theirs, core, page := t["theirs"], t["core"], t["page"]
		fmt.Printf("%-26s %12.1f / %5.1f %12.1f / %5.1f %6.2f / %5.2f %12.1f / %5.1f %6.2f / %5.2f\n", filepath.Base(file),
			theirs.cold, theirs.warm, core.cold, core.warm, core.cold/theirs.cold, core.warm/theirs.warm,
			page.cold, page.warm, page.cold/theirs.cold, page.warm/theirs.warm)
	}
	return nil
}

// bench is one measurement under way.
type bench struct {
	dir    string
	goroot string
	data   []byte // the workbook
	times  chan []float64
}

// handler serves the built site, SheetJS, and a page without a policy that
// shows the one or the other in a frame: the site's engine gives up the network
// once it is loaded, so the outer page brings the times home.
func (b *bench) handler(site, peer string) http.Handler {
	mux := http.NewServeMux()
	mux.Handle("/", web.Handler(os.DirFS(site)))
	mux.HandleFunc("/wasm_exec.js", func(w http.ResponseWriter, r *http.Request) {
		http.ServeFile(w, r, filepath.Join(b.goroot, "lib", "wasm", "wasm_exec.js"))
	})
	mux.Handle("/page/", http.StripPrefix("/page/", http.FileServer(http.Dir("site/page"))))
	mux.Handle("/peer/", http.StripPrefix("/peer/", http.FileServer(http.Dir(peer))))
	mux.HandleFunc("/bench", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintf(w, `<!doctype html><title>bench</title><iframe src="/frame?%s"></iframe><script>
			onmessage = ({ data }) => fetch('/times', { method: 'POST', body: JSON.stringify(data) });</script>`, r.URL.RawQuery)
	})
	mux.HandleFunc("/frame", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintf(w, frame, loads[r.URL.RawQuery], base64.StdEncoding.EncodeToString(b.data), turns)
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

// Each gives a function from bytes to a promise, with everything loaded: SheetJS
// and the core in the document itself, the page's engine in its worker.
var loads = map[string]string{
	"theirs": `await new Promise((done, failed) => {
		const s = document.createElement('script');
		s.src = '/peer/xlsx.full.min.js'; s.onload = done; s.onerror = failed;
		document.head.append(s);
	});
	const work = async (bytes) => XLSX.read(bytes, { type: 'array' }).SheetNames.length;`,
	"core": `await new Promise((done, failed) => {
		const s = document.createElement('script');
		s.src = '/wasm_exec.js'; s.onload = done; s.onerror = failed;
		document.head.append(s);
	});
	const go = new Go();
	go.env = { GOGC: '400' }; // as worker.js has it
	go.run((await WebAssembly.instantiateStreaming(fetch('/suanqing.wasm'), go.importObject)).instance);
	const work = async (bytes) => JSON.parse(suanqing.check('a.xlsx', bytes, null)).findings.length;`,
	"page": `const { Engine } = await import('/page/engine.js');
	const { load } = await import('/page/load.js');
	const engine = new Engine(load);
	await engine.ready();
	await new Promise((r) => setTimeout(r, 1000)); // the engine warms itself while nobody waits
	const work = async (bytes) => JSON.parse((await engine.check('a.xlsx', bytes.slice().buffer, {})).report).findings.length;`,
}

type times struct{ cold, warm float64 }

// measure takes them in turn, each time in a new browser, so that all meet the
// same machine and every first file is a first file.
func (b *bench) measure(url string) (map[string]times, error) {
	cold, warm := map[string][]float64{}, map[string][]float64{}
	for range tabs {
		for which := range loads {
			run, err := b.run(url + "/bench?" + which)
			if err != nil {
				return nil, err
			}
			cold[which], warm[which] = append(cold[which], run[0]), append(warm[which], run[1+turns/2:]...)
		}
	}
	medians := map[string]times{}
	for which := range loads {
		medians[which] = times{median(cold[which]), median(warm[which])}
	}
	return medians, nil
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
