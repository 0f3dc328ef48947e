// Command bench measures the built page in one browser and prints one table: how long
// until it is ready, what is transferred, and how long from a book to its verdict, beside
// programs that merely read the same bytes.
//
//	go run ./site/bench [-reps 15] [-limit 7m] [-rows clean,one,…] [-tools page,sheetjs,…] [-dir a built site]
//
// A first time is that of a fresh tab with everything loaded, as a clerk meets it; a warm
// one is of the same tab later. Every tab has an origin and a process of its own; tools
// take turns. The peers are installed by npm into the user's cache.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"suanqing/site/bundle"
)

func main() {
	o := options{begin: time.Now()}
	flag.IntVar(&o.reps, "reps", enough, "repetitions")
	flag.DurationVar(&o.limit, "limit", 7*time.Minute, "no repetition begins that would end after so long; the table says how many there were")
	flag.StringVar(&o.dir, "dir", "", "a site that is built; it is built when there is none")
	only := flag.String("rows", "", "only these, by comma: start, "+strings.Join(ids(rows, func(r row) string { return r.id }), ", "))
	which := flag.String("tools", "", "only these, by comma: "+strings.Join(ids(tools, func(t tool) string { return t.id }), ", "))
	flag.Parse()
	o.rows, o.tools = chosen(*only), chosen(*which)
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := run(ctx, o); err != nil {
		fmt.Fprintln(os.Stderr, err)
		stop()
		os.Exit(1)
	}
}

// enough repetitions for a median and its quartiles.
const enough = 15

type options struct {
	reps        int
	limit       time.Duration
	dir         string
	rows, tools func(id string) bool
	begin       time.Time
}

func ids[T any](all []T, id func(T) string) (out []string) {
	for _, one := range all {
		out = append(out, id(one))
	}
	return out
}

// chosen says of an id whether it is in the list; everything is in an empty one.
func chosen(list string) func(string) bool {
	all := strings.Split(list, ",")
	return func(id string) bool { return list == "" || slices.Contains(all, id) }
}

func run(ctx context.Context, o options) error {
	dir, err := os.MkdirTemp("", "suanqing-bench")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	h, built, err := prepare(ctx, o, dir)
	if err != nil {
		return err
	}
	server := httptest.NewServer(h.handler())
	defer server.Close()
	_, port, err := net.SplitHostPort(server.Listener.Addr().String())
	if err != nil {
		return err
	}
	t, stop, err := startBrowser(ctx, dir, port)
	if err != nil {
		return err
	}
	defer stop()
	r := results{times: map[place]sample{}, memory: map[place]sample{}}
	for rep := range o.reps {
		begin := time.Now()
		for _, turn := range turns(o, rep) {
			times, peak, err := t.run(ctx, turn.query(), h.answers)
			if err != nil {
				return err
			}
			r.add(turn, times, peak)
		}
		fmt.Fprintf(os.Stderr, "\r%d of %d", rep+1, o.reps)
		if time.Since(o.begin)+time.Since(begin) > o.limit {
			o.reps = rep + 1
			break
		}
	}
	fmt.Fprintln(os.Stderr)
	version, err := versionOf(ctx, t)
	if err != nil {
		return err
	}
	fmt.Print(table(o, built, r, about(version)))
	return nil
}

// prepare builds and makes all that is measured.
func prepare(ctx context.Context, o options, dir string) (*host, weights, error) {
	h := &host{site: o.dir, hello: filepath.Join(dir, "hello"), books: map[string][]byte{}, answers: make(chan answer, 1)}
	var err error
	if h.peers, err = install(ctx); err != nil {
		return nil, nil, err
	}
	if h.site == "" {
		h.site = filepath.Join(dir, "site")
		if _, err := bundle.Build(bundle.Options{Root: ".", Out: h.site, Fast: true}); err != nil {
			return nil, nil, err
		}
	}
	goroot, err := exec.CommandContext(ctx, "go", "env", "GOROOT").Output()
	if err != nil {
		return nil, nil, err
	}
	h.loader = filepath.Join(strings.TrimSpace(string(goroot)), "lib", "wasm", "wasm_exec.js")
	built, err := weigh(ctx, h)
	if err != nil {
		return nil, nil, err
	}
	for _, r := range rows {
		if !o.rows(r.id) {
			continue
		}
		files, err := r.make()
		if err != nil {
			return nil, nil, fmt.Errorf("%s: %w", r.label, err)
		}
		for i, file := range files {
			if r.pdf {
				break
			}
			if files[i], err = plain(file); err != nil {
				return nil, nil, fmt.Errorf("%s: %w", r.label, err)
			}
		}
		h.books[r.id] = joined(files)
	}
	return h, built, nil
}

// versionOf asks the browser what it is.
func versionOf(ctx context.Context, t *tabs) (string, error) {
	var v struct{ Browser string }
	err := t.order(ctx, http.MethodGet, "/json/version", &v)
	if err == nil && v.Browser == "" {
		err = errors.New("the browser does not say what it is")
	}
	return v.Browser, err
}
