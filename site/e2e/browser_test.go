// Package e2e drives the built page in a real browser.
//
// Nothing here sleeps: every wait is for something the page shows.
package e2e

import (
	"context"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/require"

	"suanqing/site/browser"
	"suanqing/site/bundle"
	"suanqing/site/web"
)

const (
	seed     = "../../testdata/lanshan-2023.xlsx"
	patience = 3 * time.Minute // for one test, on a slow machine; it ends what hangs, and measures nothing
)

var (
	chromium context.Context
	scratch  string
)

func TestMain(m *testing.M) {
	os.Exit(run(m))
}

func run(m *testing.M) int {
	if os.Getenv("SUANQING_SKIP_BROWSER") == "1" {
		fmt.Println("browser tests skipped: SUANQING_SKIP_BROWSER=1")
		return 0
	}
	var err error
	if scratch, err = os.MkdirTemp("", "suanqing-e2e"); err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	defer os.RemoveAll(scratch)
	ctx, stop, err := browser.Start(scratch)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	defer stop()
	chromium = ctx
	return m.Run()
}

// The site as it is published, and one whose core fails on purpose.
var (
	published = sync.OnceValues(func() (string, error) { return build("") })
	failing   = sync.OnceValues(func() (string, error) { return build("suanqing_panic") })
)

func build(tags string) (string, error) {
	out := filepath.Join(scratch, "site-"+tags)
	_, err := bundle.Build(bundle.Options{Root: "../..", Out: out, OneFile: oneFile(out), Fast: true, Tags: tags})
	return out, err
}

// oneFile is where the one-file build stands that was made with a site.
func oneFile(site string) string {
	return filepath.Join(filepath.Dir(site), filepath.Base(site)+".html")
}

// page is one tab with the site open.
type page struct {
	t   *testing.T
	ctx context.Context
	url string
}

type options struct {
	site    func() (string, error)          // published when nil
	wrap    func(http.Handler) http.Handler // around the server
	prepare func(*page)                     // before the page is opened
}

func open(t *testing.T, o options) *page {
	t.Helper()
	if o.site == nil {
		o.site = published
	}
	dir, err := o.site()
	require.NoError(t, err)
	handler := web.Handler(os.DirFS(dir))
	if o.wrap != nil {
		handler = o.wrap(handler)
	}
	server := httptest.NewServer(handler)
	t.Cleanup(server.Close)
	return visit(t, server.URL, o.prepare)
}

// visit opens an address in a tab of its own.
func visit(t *testing.T, url string, prepare func(*page), how ...chromedp.ContextOption) *page {
	t.Helper()
	tab, cancel := chromedp.NewContext(chromium, how...)
	t.Cleanup(cancel)
	require.NoError(t, chromedp.Do(tab))
	ctx, cancel := context.WithTimeout(tab, patience)
	t.Cleanup(cancel)
	p := &page{t: t, ctx: ctx, url: url}
	p.do(chromedp.EmulateViewport(1366, 768))
	_, err := chromedp.Call(ctx, network.Enable, network.EnableParams{})
	require.NoError(t, err)
	if prepare != nil {
		prepare(p)
	}
	p.do(chromedp.Navigate(url))
	return p
}

func (p *page) do(steps ...chromedp.Action[chromedp.Void]) {
	p.t.Helper()
	require.NoError(p.t, chromedp.Do(p.ctx, steps...))
}

// eval runs an expression, waiting for its promise, and decodes what it gives.
func eval[T any](p *page, expression string) T {
	p.t.Helper()
	raw, err := chromedp.Run(p.ctx, chromedp.Evaluate[[]byte](
		"(async () => JSON.stringify(await ("+expression+") ?? null))()", chromedp.EvalAwaitPromise))
	require.NoError(p.t, err, expression)
	var text string
	require.NoError(p.t, json.Unmarshal(raw, &text), expression)
	var v T
	require.NoError(p.t, json.Unmarshal([]byte(text), &v), expression)
	return v
}

// until waits for a condition in the page.
func (p *page) until(condition string) {
	p.t.Helper()
	loop := `(async () => { while (!(` + condition + `)) await new Promise((r) => setTimeout(r, 5)); })()`
	if err := chromedp.Do(p.ctx, chromedp.Evaluate[chromedp.Void](loop, chromedp.EvalAwaitPromise)); err != nil {
		require.FailNow(p.t, "never came: "+condition, err.Error())
	}
}

func (p *page) ready() *page {
	p.t.Helper()
	p.until(`document.documentElement.dataset.engine === 'ready'`)
	return p
}

// choose gives files through the file input.
func (p *page) choose(paths ...string) {
	p.t.Helper()
	for i, path := range paths {
		abs, err := filepath.Abs(path)
		require.NoError(p.t, err)
		paths[i] = abs
	}
	p.do(chromedp.SetUploadFiles(chromedp.CSS("#input"), paths))
}

// drop drops one file on the window.
func (p *page) drop(name string, data []byte) {
	p.t.Helper()
	quoted, err := json.Marshal(name)
	require.NoError(p.t, err)
	p.do(chromedp.Evaluate[chromedp.Void](fmt.Sprintf(`{
		const files = new DataTransfer();
		files.items.add(new File([Uint8Array.from(atob(%q), (c) => c.charCodeAt(0))], %s));
		for (const type of ['dragenter', 'dragover', 'drop']) {
			document.body.dispatchEvent(new DragEvent(type, { dataTransfer: files, bubbles: true, cancelable: true }));
		}
	}`, base64.StdEncoding.EncodeToString(data), quoted)))
}

// verdict waits for the verdict on a file and gives its word.
func (p *page) verdict(name string) string {
	p.t.Helper()
	quoted, err := json.Marshal(name)
	require.NoError(p.t, err)
	p.until(`!document.querySelector('#result').hidden && document.querySelector('.verdict-file')?.textContent === ` + string(quoted))
	return p.text(".verdict-word")
}

// problem waits for the sentence on a file that was not checked.
func (p *page) problem(part string) string {
	p.t.Helper()
	quoted, err := json.Marshal(part)
	require.NoError(p.t, err)
	p.until(`!document.querySelector('#problem').hidden && document.querySelector('#problem').textContent.includes(` + string(quoted) + `)`)
	return p.text("#problem")
}

func (p *page) text(selector string) string {
	p.t.Helper()
	return eval[string](p, fmt.Sprintf(`document.querySelector(%q)?.textContent`, selector))
}

func (p *page) press(keys string) {
	p.t.Helper()
	p.do(chromedp.KeyEvent(keys))
}

func (p *page) click(selector string) {
	p.t.Helper()
	p.until(fmt.Sprintf(`document.querySelector(%q)`, selector))
	p.do(chromedp.Evaluate[chromedp.Void](fmt.Sprintf(`document.querySelector(%q).click()`, selector)))
}

func (p *page) dark() {
	_, err := chromedp.Call(p.ctx, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
		Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: "dark"}}})
	require.NoError(p.t, err)
}

func read(t *testing.T, path string) []byte {
	t.Helper()
	data, err := os.ReadFile(path)
	require.NoError(t, err)
	return data
}
