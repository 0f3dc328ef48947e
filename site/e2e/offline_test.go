package e2e

import (
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"suanqing/site/web"
)

// The site kept by its service worker.

// host serves a site that can be changed or switched off.
type host struct {
	*httptest.Server
	dir  atomic.Pointer[string]
	off  atomic.Bool
	sent atomic.Int64 // bytes of answers
	log  log
}

func newHost(t *testing.T, dir string) *host {
	t.Helper()
	h := &host{}
	h.dir.Store(&dir)
	h.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if h.off.Load() {
			panic(http.ErrAbortHandler) // the connection ends without a word
		}
		h.log.wrap(web.Handler(os.DirFS(*h.dir.Load()))).ServeHTTP(&counted{w, &h.sent}, r)
	}))
	t.Cleanup(h.Close)
	return h
}

type counted struct {
	http.ResponseWriter
	sent *atomic.Int64
}

func (c *counted) Write(data []byte) (int, error) {
	c.sent.Add(int64(len(data)))
	return c.ResponseWriter.Write(data)
}

func site(t *testing.T) string {
	t.Helper()
	dir, err := published()
	require.NoError(t, err)
	return dir
}

// kept waits until the page says that it needs no network any more.
func (p *page) kept() *page {
	p.t.Helper()
	p.until(`document.querySelector('.edition').textContent.includes('可离线使用')`)
	return p
}

// untilNavigated waits for a condition in the page that comes after this one.
func (p *page) untilNavigated(condition string) {
	p.t.Helper()
	for p.ctx.Err() == nil {
		done, err := chromedp.Run(p.ctx, chromedp.Evaluate[bool](condition))
		if err == nil && done {
			return
		}
	}
	require.FailNow(p.t, "never came: "+condition)
}

func (p *page) reload() *page {
	p.t.Helper()
	p.do(chromedp.Navigate(p.url))
	return p.ready()
}

func TestSecondVisitWithoutAServer(t *testing.T) {
	h := newHost(t, site(t))
	p := visit(t, h.URL, hears).ready().kept()
	assert.Regexp(t, `^网站版 · 规则版本 [0-9a-f]{8} · 可离线使用$`, p.text(".edition"))

	h.off.Store(true)
	p.reload().kept()
	assert.True(t, eval[bool](p, `Boolean(navigator.serviceWorker.controller)`))
	p.choose(seed)
	assert.Equal(t, "有尾差（可接受）", p.verdict("lanshan-2023.xlsx"))
	p.sameAsNative("lanshan-2023.xlsx", read(t, seed), "")
	p.drop("a.xls", read(t, twins+"clean-yuan.xls"))
	p.problem("组件没有加载完成") // never fetched: said, and the rest works

	// Fetched once, a component is there without a server too.
	h.off.Store(false)
	p.click("#problem button")
	assert.Equal(t, "通过", p.verdict("a.xls"))
	h.off.Store(true)
	p.reload()
	p.drop("b.xls", read(t, twins+"clean-yuan.xls"))
	assert.Equal(t, "通过", p.verdict("b.xls"))
	p.do(chromedp.Navigate(p.url + "/index.html?from=bookmark"))
	p.ready()
}

// Keeping the site costs its list of files, not the files again.
func TestKeepingTransfersNothingTwice(t *testing.T) {
	dir := site(t)
	h := newHost(t, dir)
	visit(t, h.URL, nil).ready().kept()
	first := int64(0)
	for _, name := range []string{"index.html", "compat.js", "style.css", "main.js", "suanqing.wasm", "worker.js", "sw.js"} {
		info, err := os.Stat(filepath.Join(dir, name+".br"))
		require.NoError(t, err)
		first += info.Size()
	}
	assert.LessOrEqual(t, h.sent.Load(), first+int64(4<<10), "%v", h.log.all())
	assert.Equal(t, 1, strings.Count(strings.Join(h.log.all(), " "), "suanqing.wasm"))
}

// another is a later build: the same site with one file changed, and so its list.
func another(t *testing.T, from string) string {
	t.Helper()
	dir := t.TempDir()
	require.NoError(t, os.CopyFS(dir, os.DirFS(from)))
	edit := func(name, before, after string) string {
		path := filepath.Join(dir, name)
		text := string(read(t, path))
		require.Contains(t, text, before, name)
		require.NoError(t, os.WriteFile(path, []byte(strings.ReplaceAll(text, before, after)), 0o644))
		for _, suffix := range []string{".br", ".gz"} {
			require.NoError(t, os.RemoveAll(path+suffix))
		}
		return path
	}
	old := integrityOf(t, filepath.Join(dir, "index.html"))
	page := edit("index.html", "部门决算公开表自检", "新版")
	edit("sw.js", old, integrityOf(t, page))
	edit("sw.js", `"version":"`, `"version":"later`)
	return dir
}

func integrityOf(t *testing.T, path string) string {
	t.Helper()
	sum := sha256.Sum256(read(t, path))
	return base64.StdEncoding.EncodeToString(sum[:])
}

func TestANewBuildIsOfferedNotTaken(t *testing.T) {
	old := site(t)
	h := newHost(t, old)
	p := visit(t, h.URL, nil).ready().kept()
	later := another(t, old)
	h.dir.Store(&later)

	p.reload()
	assert.Contains(t, p.text(".brand-sub"), "部门决算公开表自检", "the kept build first")
	p.until(`!document.querySelector('#update').hidden`)
	assert.Contains(t, p.text("#update"), "新版本可用")
	p.choose(seed)
	p.verdict("lanshan-2023.xlsx")
	p.click("#update-later")
	p.until(`document.querySelector('#update').hidden`)
	assert.Equal(t, "lanshan-2023.xlsx", p.text(".verdict-file"), "the work goes on")

	p.reload()
	assert.Contains(t, p.text(".brand-sub"), "部门决算公开表自检")
	p.until(`!document.querySelector('#update').hidden`)
	p.click("#update-now")
	p.untilNavigated(`document.querySelector('.brand-sub')?.textContent === '新版'`)
	p.ready().kept()
	assert.True(t, eval[bool](p, `document.querySelector('#update').hidden`))
	p.until(`(await caches.keys()).filter((name) => !name.endsWith(' components')).length === 1`)
	assert.Contains(t, eval[string](p, `(await caches.keys()).join()`), "/ later")

	h.off.Store(true)
	p.reload()
	assert.Equal(t, "新版", p.text(".brand-sub"))
}

// A half-published build, whose files are not those its list names, is never kept.
func TestABuildInPiecesIsNotKept(t *testing.T) {
	old := site(t)
	h := newHost(t, old)
	p := visit(t, h.URL, nil).ready().kept()
	later := another(t, old)
	require.NoError(t, os.WriteFile(filepath.Join(later, "index.html"), read(t, filepath.Join(old, "index.html")), 0o644))
	h.dir.Store(&later)
	before := len(h.log.all())
	p.reload()
	require.Eventually(t, func() bool {
		return slices.Contains(h.log.all()[before:], "/")
	}, patience, 10*time.Millisecond, "the browser looks for a later build, and at its files")
	p.until(`(await navigator.serviceWorker.getRegistration()).installing === null`)
	assert.False(t, eval[bool](p, `Boolean((await navigator.serviceWorker.getRegistration()).waiting)`))
	p.reload()
	assert.Contains(t, p.text(".brand-sub"), "部门决算公开表自检", "the whole build stays")
	p.choose(seed)
	assert.Equal(t, "有尾差（可接受）", p.verdict("lanshan-2023.xlsx"))
}

// Without service workers (http on an office's own host) the page says nothing of it.
func TestWithoutServiceWorkers(t *testing.T) {
	h := newHost(t, site(t))
	p := visit(t, h.URL, before(`delete Navigator.prototype.serviceWorker; delete globalThis.caches;`)).ready()
	assert.NotContains(t, p.text(".edition"), "离线")
	p.choose(twins + "clean-yuan.xls")
	assert.Equal(t, "通过", p.verdict("clean-yuan.xls"))
	assert.NotContains(t, fmt.Sprint(h.log.all()), "sw.js")
}

// A host that never answers for the service worker holds nothing up for long.
func TestServiceWorkerThatNeverComes(t *testing.T) {
	hold := make(chan struct{})
	p := open(t, options{wrap: func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if r.URL.Path == "/sw.js" {
				<-hold
			}
			next.ServeHTTP(w, r)
		})
	}})
	t.Cleanup(func() { close(hold) }) // before the server is closed, which waits for it
	p.ready()
	p.choose(seed)
	assert.Equal(t, "有尾差（可接受）", p.verdict("lanshan-2023.xlsx"))
	assert.NotContains(t, p.text(".edition"), "离线")
}
