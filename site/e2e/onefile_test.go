package e2e

import (
	"encoding/base64"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/cdproto/target"
	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The one-file build, opened from file://.

// deadProxy gives a tab whose every connection goes to a proxy that is not there.
var deadProxy = chromedp.WithNewBrowserContext(func(p *target.CreateBrowserContextParams) {
	p.ProxyServer, p.ProxyBypassList = "socks5://127.0.0.1:9", "<-loopback>"
})

func oneFilePage(t *testing.T) string {
	t.Helper()
	site, err := published()
	require.NoError(t, err)
	return oneFile(site)
}

func openOneFile(t *testing.T, path string, prepare func(*page)) *page {
	t.Helper()
	return visit(t, "file://"+path, prepare, deadProxy)
}

// scripts runs several in the tab ahead of the page's own.
func scripts(all ...func(*page)) func(*page) {
	return func(p *page) {
		for _, one := range all {
			one(p)
		}
	}
}

var withoutStream = before(`delete globalThis.DecompressionStream;`)

// checksEverything gives the page one file of each kind it reads.
func (p *page) checksEverything() {
	p.t.Helper()
	p.choose(seed)
	assert.Equal(p.t, "有尾差（可接受）", p.verdict("lanshan-2023.xlsx"))
	p.sameAsNative("lanshan-2023.xlsx", read(p.t, seed), "")
	p.until(`document.querySelector('#sheet td.n')`)
	p.choose(twins + "clean-yuan.xls")
	assert.Equal(p.t, "通过", p.verdict("clean-yuan.xls"))
	p.sameAsNative("clean-yuan.xls", read(p.t, twins+"clean-yuan.xls"), "")
	locked := lock(p.t, read(p.t, seed))
	p.drop("locked.xlsx", locked)
	p.password("no")
	p.problem("密码不对")
	p.password(password)
	assert.Equal(p.t, "有尾差（可接受）", p.verdict("locked.xlsx"))
	p.sameAsNative("locked.xlsx", locked, password)
	p.choose(pdfs + "national.pdf")
	assert.Equal(p.t, "有尾差（可接受）", p.verdict("national.pdf"))
	p.samePDF("national.pdf", read(p.t, pdfs+"national.pdf"), "")
	p.until(`document.querySelector('.page canvas')`)
}

func TestOneFileWithoutNetwork(t *testing.T) {
	sent := &log{}
	p := openOneFile(t, oneFilePage(t), scripts(hears, func(p *page) { sent.listen(t, p.ctx) })).ready()
	assert.Contains(t, strings.Join(sent.all(), " "), "file://", "the listener works")
	before := len(sent.all())
	for _, w := range blobWorkers(t, p) {
		sent.listen(t, w.ctx)
	}
	p.checksEverything()
	for _, url := range sent.all()[before:] {
		assert.Regexp(t, `^(blob:|data:)`, url, "nothing leaves the page")
	}
	assert.Regexp(t, `^单文件版 · 规则版本 [0-9a-f]{8} · 可离线使用$`, p.text(".edition"))
	assert.NotContains(t, p.text("#privacy-dialog"), "组件", "what is said of the site is not said here")
	for _, words := range []string{"断网后仍可用", "F12", "没有任何请求"} {
		assert.Contains(t, p.text("#privacy-dialog"), words)
	}
	p.do(chromedp.Evaluate[chromedp.Void](`dispatchEvent(new Event('beforeprint'))`))
	assert.Regexp(t, `规则版本 [0-9a-f]{8}`, p.text("#print"))
}

func TestOneFileUnpacksByItself(t *testing.T) {
	p := openOneFile(t, oneFilePage(t), scripts(hears, withoutStream)).ready()
	assert.Equal(t, "undefined", eval[string](p, `typeof DecompressionStream`))
	p.checksEverything()
}

// As in kernels that have never heard of 'wasm-unsafe-eval': the word is another.
func TestOneFileInOldKernels(t *testing.T) {
	data := read(t, oneFilePage(t))
	unknown := strings.Replace(string(data), "&#39;wasm-unsafe-eval&#39;", "&#39;unheard-of&#39;", 1)
	require.NotEqual(t, string(data), unknown)
	path := filepath.Join(t.TempDir(), "old.html")
	require.NoError(t, os.WriteFile(path, []byte(unknown), 0o644))
	old := before(`delete Array.prototype.findLast; delete Array.prototype.at;`)
	p := openOneFile(t, path, scripts(hears, withoutStream, old)).ready()
	p.checksEverything()

	p = openOneFile(t, path, nil)
	p.until(`!document.querySelector('#old').hidden`)
	assert.Contains(t, p.text("#old"), "Chrome、Edge 86 以上")
}

func TestOneFileGivesUpEval(t *testing.T) {
	const source = `(() => { try { return Function('return "ran"')(); } catch (e) { return e.name; } })()`
	run := func(p *page) string {
		no := false
		r, err := chromedp.Call(p.ctx, runtime.Evaluate, runtime.EvaluateParams{Expression: source, AllowUnsafeEvalBlockedByCSP: &no})
		require.NoError(t, err)
		return string(r.Result.Value)
	}
	assert.Equal(t, `"EvalError"`, run(openOneFile(t, oneFilePage(t), nil).ready()))
	assert.Equal(t, `"ran"`, run(openOneFile(t, oneFilePage(t), before(`delete Array.prototype.findLast;`)).ready()), "the test can fail")
}

func TestOneFileCopiedInPart(t *testing.T) {
	data := read(t, oneFilePage(t))
	path := filepath.Join(t.TempDir(), "torn.html")
	require.NoError(t, os.WriteFile(path, data[:len(data)/2], 0o644))
	p := openOneFile(t, path, nil)
	p.until(`!document.querySelector('#torn').hidden && document.querySelector('#start').hidden`)
	assert.Contains(t, p.text("#torn"), "重新拷贝")

	// A few bytes of the core gone wrong.
	at := regexp.MustCompile(`id="part-suanqing">`).FindIndex(data)[1] + 100_000
	copy(data[at:], "AAAAAAAA")
	require.NoError(t, os.WriteFile(path, data, 0o644))
	for _, prepare := range []func(*page){nil, withoutStream} {
		p = openOneFile(t, path, prepare)
		p.drop("a.xlsx", read(t, seed))
		assert.Contains(t, p.problem("没有加载完成"), "重新拷贝")
	}
}

// blobWorkers are the workers of a page that has no courier.
func blobWorkers(t *testing.T, p *page) (all []*page) {
	t.Helper()
	infos, err := chromedp.Targets(p.ctx)
	require.NoError(t, err)
	for _, info := range infos {
		if info.Type != "worker" || !strings.HasPrefix(info.URL, "blob:null/") {
			continue
		}
		ctx, cancel := chromedp.NewContext(p.ctx, chromedp.WithTargetID(info.TargetID))
		t.Cleanup(cancel)
		_, err = chromedp.Call(ctx, runtime.Enable, cdp.Empty{})
		require.NoError(t, err)
		all = append(all, &page{t: t, ctx: ctx, url: p.url})
	}
	require.NotEmpty(t, all)
	return all
}

// Every way out is tried with the network there, refused, and said to be refused.
func TestInjectedRequestsViolateThePolicy(t *testing.T) {
	elsewhere := &log{}
	other := httptest.NewServer(elsewhere.wrap(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Access-Control-Allow-Origin", "*")
	})))
	t.Cleanup(other.Close)
	for name, p := range map[string]*page{
		"one file": visit(t, "file://"+oneFilePage(t), nil).ready(),
		"site":     open(t, options{}).ready(),
	} {
		p.choose(seed)
		p.verdict("lanshan-2023.xlsx")
		for _, way := range []struct{ name, directive, do string }{
			{"fetch", "connect-src", `fetch(url).catch(() => {})`},
			{"beacon", "connect-src", `navigator.sendBeacon(url, 'x')`},
			{"request", "connect-src", `{ const r = new XMLHttpRequest(); r.open('POST', url); r.send('x'); }`},
			{"events", "connect-src", `new EventSource(url)`},
			{"socket", "connect-src", `try { new WebSocket(url.replace('http', 'ws')); } catch {}`},
			{"form", "form-action", `{ const f = document.createElement('form'); f.method = 'post'; f.action = url; document.body.append(f); f.submit(); }`},
			{"image", "img-src", `new Image().src = url`},
			{"frame", "frame-src", `{ const f = document.createElement('iframe'); f.src = url; document.body.append(f); }`},
			{"script", "script-src-elem", `{ const s = document.createElement('script'); s.src = url; document.body.append(s); }`},
			{"style", "style-src-elem", `{ const s = document.createElement('link'); s.rel = 'stylesheet'; s.href = url; document.head.append(s); }`},
			{"media", "media-src", `new Audio(url).load()`},
		} {
			got := eval[string](p, fmt.Sprintf(`new Promise((done) => {
				addEventListener('securitypolicyviolation', (e) => done(e.effectiveDirective + ' ' + e.blockedURI), { once: true });
				const url = %q;
				%s;
			})`, other.URL+"/"+way.name, way.do))
			assert.True(t, strings.HasPrefix(got, way.directive+" "), "%s, %s: %s", name, way.name, got)
		}
		got := eval[string](p, fmt.Sprintf(`new Promise((done) => {
			const source = 'addEventListener("securitypolicyviolation", (e) => postMessage(e.effectiveDirective)); fetch(' + JSON.stringify(%s) + ').catch(() => {});';
			new Worker(URL.createObjectURL(new Blob([source]))).onmessage = ({ data }) => done(data);
		})`, strconv.Quote(other.URL+"/worker")))
		assert.Equal(t, "connect-src", got, name)
	}
	assert.Empty(t, elsewhere.all(), "nothing reached the other host")
}

// The page's own inflate against Go's, on what it is for and on all kinds of blocks.
func TestInflate(t *testing.T) {
	p := visit(t, "about:blank", nil)
	module := "data:text/javascript;base64," + base64.StdEncoding.EncodeToString(read(t, "../page/onefile/inflate.js"))
	p.do(chromedp.Evaluate[chromedp.Void](fmt.Sprintf(`(async () => { window.gunzip = (await import(%q)).gunzip; })()`, module), chromedp.EvalAwaitPromise))
	unpack := func(packed []byte) string {
		return eval[string](p, fmt.Sprintf(`(async () => {
			let plain;
			try { plain = gunzip(Uint8Array.from(atob(%q), (c) => c.charCodeAt(0))); } catch (e) { return e.message; }
			let text = '';
			for (let i = 0; i < plain.length; i += 8192) text += String.fromCharCode(...plain.subarray(i, i + 8192));
			return btoa(text);
		})()`, base64.StdEncoding.EncodeToString(packed)))
	}
	for name, plain := range plains(t) {
		for _, level := range levels {
			packed := gzipped(t, plain, level)
			got, err := base64.StdEncoding.DecodeString(unpack(packed))
			require.NoError(t, err, "%s at level %d", name, level)
			require.True(t, string(plain) == string(got), "%s at level %d", name, level)
		}
	}
	packed := gzipped(t, read(t, seed), levels[0])
	for cut := range 40 {
		assert.Contains(t, unpack(packed[:len(packed)*cut/40]), "gzip", "cut at %d/40", cut)
	}
	for i := 10; i < len(packed); i += len(packed) / 60 {
		damaged := append([]byte(nil), packed...)
		damaged[i] ^= 0x10
		assert.Contains(t, unpack(damaged), "gzip", "byte %d", i)
	}
}
