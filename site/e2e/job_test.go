package e2e

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	cdpbrowser "github.com/chromedp/cdproto/browser"
	"github.com/chromedp/cdproto/dom"
	devpage "github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"suanqing/validate/report"
)

// TestWholeJobByKeyboardAlone: from the opened page to the annotated workbook on the
// disk, in either build, with nothing but keys. In the one-file build there is no
// network from the first moment.
func TestWholeJobByKeyboardAlone(t *testing.T) {
	for name, start := range map[string]func(*testing.T) *page{
		"site":     func(t *testing.T) *page { return open(t, options{}) },
		"one file": func(t *testing.T) *page { return openOneFile(t, oneFilePage(t), nil) },
	} {
		t.Run(name, func(t *testing.T) {
			data, dir := typo(t), t.TempDir()
			book := filepath.Join(dir, "办公室-2023.xlsx")
			require.NoError(t, os.WriteFile(book, data, 0o600))
			p := start(t)
			downloads := p.downloadsTo(dir)
			p.picks(book)

			p.tabTo("#choose")
			p.press(kb.Enter)
			assert.Equal(t, "不通过", p.verdict("办公室-2023.xlsx"))
			assert.Equal(t, "verdict", eval[string](p, `document.activeElement.id`), "the answer has the focus")
			assert.Contains(t, p.text("#live"), "不通过", "and is said")
			p.until(`document.querySelector('td.suggested.focused')`)
			assert.Equal(t, "DEL 2,560.05; INS 256.05", eval[string](p, suggested))

			p.press(kb.ArrowRight) // what the wrong cell explains
			p.press("j")
			p.until(`document.querySelector('.item.error[aria-selected="true"]')`)
			assert.Equal(t, "≠", p.text(".relation"))
			p.press(kb.Enter) // to the cell
			p.until(`document.activeElement.id === 'sheet' && document.querySelector('td.focused.at-left')`)
			p.press("t")
			p.until(`!document.querySelector('#trial').hidden && document.querySelector('.verdict-word').textContent === '有尾差（可接受）'`)
			p.press(kb.Escape)
			p.until(`document.querySelector('#trial').hidden`)
			p.acceptWith("已与单位核对")
			assert.Contains(t, p.text(".counts"), "已接受")

			p.tabTo("#export summary")
			p.press(kb.Enter)
			p.press(kb.ArrowDown)
			assert.Equal(t, "copy", eval[string](p, `document.activeElement.dataset.export`))
			p.press(kb.Enter)
			p.until(`document.querySelector('#exported a[download]')`)
			assert.Contains(t, p.text("#live"), "已做成")
			p.arrives(downloads)
			copied, err := excelize.OpenFile(filepath.Join(dir, "办公室-2023-批注.xlsx"))
			require.NoError(t, err)
			defer copied.Close()
			rows, err := copied.GetRows(report.ResultSheet)
			require.NoError(t, err)
			assert.Contains(t, fmt.Sprint(rows), "已与单位核对")
			assert.Contains(t, fmt.Sprint(rows), "2,560.05")
		})
	}
}

// tabTo presses Tab until an element has the focus.
func (p *page) tabTo(selector string) {
	p.t.Helper()
	p.until(fmt.Sprintf(`document.querySelector(%q)`, selector))
	for range 60 {
		if eval[bool](p, fmt.Sprintf(`document.activeElement?.matches(%q) ?? false`, selector)) {
			assert.NotEqual(p.t, "none", eval[string](p, `getComputedStyle(document.activeElement).outlineStyle`), "the focus on %s is seen", selector)
			return
		}
		p.press(kb.Tab)
	}
	require.Fail(p.t, "no way by Tab to "+selector)
}

// picks answers the browser's dialog for choosing a file.
func (p *page) picks(path string) {
	p.t.Helper()
	_, err := chromedp.Call(p.ctx, devpage.SetInterceptFileChooserDialog, devpage.SetInterceptFileChooserDialogParams{Enabled: true})
	require.NoError(p.t, err)
	require.NoError(p.t, chromedp.Listen(p.ctx, func(event any) {
		if asked, ok := event.(*devpage.EventFileChooserOpened); ok {
			go func() {
				_, err := chromedp.Call(p.ctx, dom.SetFileInputFiles, dom.SetFileInputFilesParams{Files: []string{path}, BackendNodeID: asked.BackendNodeID})
				assert.NoError(p.t, err)
			}()
		}
	}))
}

// downloadsTo has the browser save to a folder without asking, and tells of each file.
func (p *page) downloadsTo(dir string) <-chan struct{} {
	p.t.Helper()
	done := make(chan struct{}, 8)
	require.NoError(p.t, chromedp.Listen(p.ctx, func(event any) {
		if e, ok := event.(*cdpbrowser.EventDownloadProgress); ok && e.State == cdpbrowser.DownloadProgressStateCompleted {
			done <- struct{}{}
		}
	}))
	_, err := chromedp.Call(p.ctx, cdpbrowser.SetDownloadBehavior, cdpbrowser.SetDownloadBehaviorParams{
		Behavior: cdpbrowser.SetDownloadBehaviorBehaviorAllow, DownloadPath: dir, EventsEnabled: new(true),
		BrowserContextID: chromedp.FromContext(p.ctx).BrowserContextID})
	require.NoError(p.t, err)
	return done
}

// arrives waits for one file to be on the disk.
func (p *page) arrives(downloads <-chan struct{}) {
	p.t.Helper()
	select {
	case <-downloads:
	case <-p.ctx.Done():
		require.Fail(p.t, "nothing came to the disk")
	}
}
