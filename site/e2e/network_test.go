package e2e

import (
	"context"
	"encoding/base64"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"suanqing/validate"
)

// log collects what was asked for, by the browser's word or a server's.
type log struct {
	mu   sync.Mutex
	list []string
}

func (l *log) add(what string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.list = append(l.list, what)
}

func (l *log) all() []string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return append([]string(nil), l.list...)
}

func (l *log) wrap(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		l.add(r.URL.Path)
		next.ServeHTTP(w, r)
	})
}

// listen hears of every request of a target, also of those that are blocked.
func (l *log) listen(t *testing.T, ctx context.Context) {
	t.Helper()
	_, err := chromedp.Call(ctx, network.Enable, network.EnableParams{})
	require.NoError(t, err)
	require.NoError(t, chromedp.Listen(ctx, func(ev any) {
		if e, ok := ev.(*network.EventRequestWillBeSent); ok {
			l.add(e.Request.URL)
		}
	}))
}

// workers are the page's workers, each as a target of its own.
func workers(t *testing.T, p *page) (engines []*page, courier *page) {
	t.Helper()
	infos, err := chromedp.Targets(p.ctx)
	require.NoError(t, err)
	for _, info := range infos {
		if info.Type != "worker" || !strings.HasPrefix(info.URL, "blob:"+p.url) {
			continue
		}
		ctx, cancel := chromedp.NewContext(p.ctx, chromedp.WithTargetID(info.TargetID))
		t.Cleanup(cancel)
		_, err = chromedp.Call(ctx, runtime.Enable, cdp.Empty{})
		require.NoError(t, err)
		w := &page{t: t, ctx: ctx, url: p.url}
		if eval[string](w, `self.name`) == "courier" {
			courier = w
		} else {
			engines = append(engines, w)
		}
	}
	require.NotEmpty(t, engines, "the engine is a target")
	require.NotNil(t, courier, "so is the courier")
	return engines, courier
}

// worker is the engine's.
func worker(t *testing.T, p *page) *page {
	t.Helper()
	engines, _ := workers(t, p)
	require.Len(t, engines, 1)
	return engines[0]
}

func TestNoRequestAfterTheEngineIsLoaded(t *testing.T) {
	asked, sent := &log{}, &log{}
	p := open(t, options{wrap: asked.wrap, prepare: func(p *page) { sent.listen(t, p.ctx) }}).ready()
	engines, courier := workers(t, p)
	sent.listen(t, engines[0].ctx)
	sent.listen(t, courier.ctx)
	assert.Contains(t, strings.Join(sent.all(), " "), "suanqing.wasm", "the listener works")
	asked0, sent0 := asked.all(), sent.all()

	p.choose(seed)
	p.verdict("lanshan-2023.xlsx")
	for range 7 {
		p.press("j")
		p.until(`document.querySelector('td.focused')`)
	}
	p.drop("again.xlsx", read(t, "../../testdata/putuo-finance-2024.xlsx"))
	p.verdict("again.xlsx")
	p.until(`document.querySelector('#sheet td.n')`)
	p.drop("no.png", []byte("\x89PNG\r\n\x1a\n"))
	p.problem("no.png")

	assert.Equal(t, asked0, asked.all(), "the server was asked for nothing")
	assert.Equal(t, sent0, sent.all(), "neither page nor workers sent anything")
}

func TestInjectedRequestsAreRefused(t *testing.T) {
	asked, elsewhere := &log{}, &log{}
	other := httptest.NewServer(elsewhere.wrap(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Access-Control-Allow-Origin", "*")
	})))
	t.Cleanup(other.Close)
	p := open(t, options{wrap: asked.wrap}).ready()
	p.choose(seed)
	p.verdict("lanshan-2023.xlsx")
	before := asked.all()
	engines, courier := workers(t, p)
	component := p.url + "/" + componentFile(t, "formats")
	for _, at := range []*page{p, engines[0], courier} {
		urls := []string{other.URL + "/x", p.url + "/leak", p.url + "/main.js?leak", p.url + "/xls.wasm", other.URL + "/" + componentFile(t, "formats")}
		if at != courier {
			urls = append(urls, component, component+"?leak")
		}
		for _, url := range urls {
			for _, method := range []string{"GET", "POST"} {
				got := eval[string](at, fmt.Sprintf(`fetch(%q, { method: %q }).then(() => 'sent', (e) => e.name)`, url, method))
				assert.Equal(t, "TypeError", got, method+" "+url)
			}
		}
		got := eval[string](at, fmt.Sprintf(`(async () => { try { new WebSocket(%q); } catch (e) { return e.name; }
			return new Promise((done) => { const s = new WebSocket(%q); s.onerror = () => done('refused'); s.onopen = () => done('sent'); }); })()`,
			strings.Replace(other.URL, "http", "ws", 1), strings.Replace(other.URL, "http", "ws", 1)))
		assert.NotEqual(t, "sent", got)
	}
	// What the page can make: another worker is bound as it is.
	got := eval[string](p, fmt.Sprintf(`new Promise((done) => {
		const source = 'fetch(%s).then(() => postMessage("sent"), (e) => postMessage(e.name))';
		new Worker(URL.createObjectURL(new Blob([source]))).onmessage = ({ data }) => done(data);
	})`, strconv.Quote(component)))
	assert.Equal(t, "TypeError", got)
	got = eval[string](p, fmt.Sprintf(`new Promise((done) => { const i = new Image(); i.onload = () => done('sent'); i.onerror = () => done('refused'); i.src = %q; })`, p.url+"/leak.svg"))
	assert.Equal(t, "refused", got)
	assert.False(t, eval[bool](p, fmt.Sprintf(`navigator.sendBeacon(%q, 'x') && false`, other.URL+"/beacon")))
	assert.Equal(t, before, asked.all(), "nothing reached our own host")
	assert.Empty(t, elsewhere.all(), "nothing reached another")
}

// The page's own policy already refuses other hosts, before the engine is there.
func TestOtherHostsAreRefusedFromTheStart(t *testing.T) {
	elsewhere := &log{}
	other := httptest.NewServer(elsewhere.wrap(http.NotFoundHandler()))
	t.Cleanup(other.Close)
	hold := make(chan struct{})
	p := open(t, options{wrap: func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if strings.HasSuffix(r.URL.Path, ".wasm") {
				select {
				case <-hold:
				case <-r.Context().Done():
				}
			}
			next.ServeHTTP(w, r)
		})
	}})
	assert.Equal(t, "TypeError", eval[string](p, fmt.Sprintf(`fetch(%q).then(() => 'sent', (e) => e.name)`, other.URL)))
	assert.Empty(t, elsewhere.all())
	close(hold)
}

func TestSameBytesAsTheNativeCore(t *testing.T) {
	p := open(t, options{}).ready()
	w := worker(t, p)
	for _, name := range []string{"lanshan-2023.xlsx", "putuo-finance-2024.xlsx", "clean-yuan.xlsx"} {
		data := read(t, "../../testdata/"+name)
		want, err := validate.Check(name, data, nil).Report.JSON()
		require.NoError(t, err)
		got := eval[string](w, fmt.Sprintf(`suanqing.check(%q, Uint8Array.from(atob(%q), (c) => c.charCodeAt(0)), null)`,
			name, base64.StdEncoding.EncodeToString(data)))
		assert.True(t, string(want) == got, "%s: %d bytes natively, %d in the browser", name, len(want), len(got))
	}
}
