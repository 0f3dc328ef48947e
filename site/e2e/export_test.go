package e2e

import (
	"encoding/base64"
	"encoding/json"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp/kb"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"suanqing/validate"
	"suanqing/validate/annotate"
	"suanqing/validate/document"
	"suanqing/validate/export"
	"suanqing/validate/files"
)

// saves keeps what the page gives the browser to save, instead of saving it.
var saves = before(`window.saved = [];
const blobs = new Map();
const make = URL.createObjectURL;
URL.createObjectURL = (blob) => { const url = make.call(URL, blob); blobs.set(url, blob); return url; };
HTMLAnchorElement.prototype.click = function () {
	const reader = new FileReader();
	reader.onload = () => window.saved.push({ name: this.download, bytes: reader.result.split(',')[1] ?? '' });
	reader.readAsDataURL(blobs.get(this.href));
};`)

// export chooses from the menu and gives what is saved.
func (p *page) export(what string) (name string, data []byte) {
	p.t.Helper()
	n := eval[int](p, `window.saved.length`)
	p.run(`document.querySelector('#export').open = true`)
	p.click(`[data-export="` + what + `"]`)
	p.until(fmt.Sprintf(`window.saved.length > %d || document.querySelector('#exported.trouble')`, n))
	require.Empty(p.t, eval[string](p, `document.querySelector('#exported.trouble')?.textContent ?? ''`))
	got := eval[struct{ Name, Bytes string }](p, `window.saved.at(-1)`)
	data, err := base64.StdEncoding.DecodeString(got.Bytes)
	require.NoError(p.t, err)
	return got.Name, data
}

func TestExports(t *testing.T) {
	asked := &log{}
	p := open(t, options{wrap: asked.wrap, prepare: saves}).ready()
	data := typo(t)
	p.drop("决算 2023.xlsx", data)
	p.verdict("决算 2023.xlsx")
	before := asked.all()
	r := validate.Check("决算 2023.xlsx", data, nil).Report

	name, got := p.export("json")
	assert.Equal(t, "决算 2023-检查报告.json", name)
	want, err := r.JSON()
	require.NoError(t, err)
	assert.Equal(t, string(want), string(got))

	// The core has the last file; the list is of the one on screen.
	p.drop("next.xlsx", read(t, seed))
	p.verdict("next.xlsx")
	p.click(`.file:nth-child(1)`)
	p.verdict("决算 2023.xlsx")
	name, got = p.export("csv")
	assert.Equal(t, "决算 2023-问题清单.csv", name)
	assert.Equal(t, string(export.CSV(r)), string(got))
	assert.Equal(t, before, asked.all(), "neither asks for anything")

	for range 2 { // the second from the component that is there
		name, got = p.export("copy")
		assert.Equal(t, "决算 2023-批注.xlsx", name)
		want, err = annotate.Copy(data, r)
		require.NoError(t, err)
		assert.True(t, string(want) == string(got), "%d bytes natively, %d in the browser", len(want), len(got))
		assert.Equal(t, append(before, "/"+componentFile(t, "annotate")), asked.all(), "the component, once")
	}
	assert.Contains(t, p.text("#exported"), "决算 2023-批注.xlsx")
	p.drop("带宏.xlsm", data)
	p.verdict("带宏.xlsm")
	name, _ = p.export("copy")
	assert.Equal(t, "带宏-批注.xlsm", name)
	p.click("#exported button")
	p.until(`document.querySelector('#exported').hidden && document.activeElement.matches('#export summary')`)
}

// The file lands on the disk, under the page's policy.
func TestDownloadOnDisk(t *testing.T) {
	p := open(t, options{}).ready()
	dir := t.TempDir()
	downloads := p.downloadsTo(dir)
	p.drop("a.xlsx", read(t, seed))
	p.verdict("a.xlsx")
	p.run(`document.querySelector('#export').open = true`)
	p.click(`[data-export="copy"]`)
	p.arrives(downloads)
	want, err := annotate.Copy(read(t, seed), validate.Check("a.xlsx", read(t, seed), nil).Report)
	require.NoError(t, err)
	got, err := os.ReadFile(filepath.Join(dir, "a-批注.xlsx"))
	require.NoError(t, err)
	assert.True(t, string(want) == string(got))
}

// Everything is in the one-file build, also the component.
func TestExportsOfTheOneFile(t *testing.T) {
	p := openOneFile(t, oneFilePage(t), saves).ready()
	p.click("#try-sample")
	assert.Equal(t, "不通过", p.verdict("示例-2023.xlsx"))
	p.choose(seed)
	p.verdict("lanshan-2023.xlsx")
	r := validate.Check("lanshan-2023.xlsx", read(t, seed), nil).Report
	_, got := p.export("csv")
	assert.Equal(t, string(export.CSV(r)), string(got))
	want, err := annotate.Copy(read(t, seed), r)
	require.NoError(t, err)
	_, got = p.export("copy")
	assert.True(t, string(want) == string(got))
}

func TestCopyOfALockedFile(t *testing.T) {
	p := open(t, options{prepare: saves}).ready()
	plain := read(t, seed)
	data := lock(t, plain)
	p.drop("locked.xlsx", data)
	p.password(password)
	p.verdict("locked.xlsx")
	_, got := p.export("copy")
	r := validate.Check("locked.xlsx", plain, nil).Report
	r.SHA256 = validate.Refused("", data, nil).Report.SHA256
	want, err := annotate.Copy(plain, r)
	require.NoError(t, err)
	assert.True(t, string(want) == string(got))
	assert.Contains(t, p.text("#exported"), "副本没有密码")
	p.click(`.tab:nth-child(9)`) // what was under the password is still there
	p.until(`document.querySelector('#sheet').textContent.includes('三公')`)
	_, got = p.export("copy")
	assert.True(t, string(want) == string(got))
}

// Of a file in another format a copy is made as .xlsx, the same bytes as natively.
func TestCopyInAnotherFormat(t *testing.T) {
	p := open(t, options{prepare: saves}).ready()
	name := "lanshan-2023.xls"
	data := read(t, twins+name)
	p.choose(twins + name)
	p.verdict(name)
	p.choose(seed) // the core that has the file is another
	p.verdict("lanshan-2023.xlsx")
	p.click(`.file:nth-child(1)`)
	p.verdict(name)
	open := func(data []byte) (*document.Document, error) { return files.Open(data, "") }
	plain, made, err := files.Workbook(data)
	require.NoError(t, err)
	require.True(t, made)
	want, err := annotate.Rewritten(plain, validate.CheckBook(name, data, open, nil).Report)
	require.NoError(t, err)
	saved, got := p.export("copy")
	assert.Equal(t, "lanshan-2023-批注.xlsx", saved)
	assert.True(t, string(want) == string(got), "%d bytes natively, %d in the browser", len(want), len(got))
	assert.Contains(t, p.text("#exported"), "原文件不是 .xlsx")
}

func TestNoCopy(t *testing.T) {
	down, gate := true, make(chan struct{})
	asked := &log{}
	p := open(t, options{prepare: saves, wrap: func(next http.Handler) http.Handler {
		return asked.wrap(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if strings.HasPrefix(r.URL.Path, "/annotate-") {
				if down {
					http.Error(w, "down", http.StatusServiceUnavailable)
					return
				}
				select {
				case <-gate:
				case <-r.Context().Done():
					return
				}
			}
			next.ServeHTTP(w, r)
		}))
	}}).ready()
	copying := func(says string) {
		t.Helper()
		p.run(`document.querySelector('#export').open = true`)
		p.click(`[data-export="copy"]`)
		quoted, err := json.Marshal(says)
		require.NoError(t, err)
		p.until(`!document.querySelector('#exported').hidden && document.querySelector('#exported').textContent.includes(` + string(quoted) + `)`)
	}
	p.choose(twins + "lanshan-2023.xls")
	p.verdict("lanshan-2023.xls")
	_, list := p.export("csv")
	assert.Equal(t, string(export.CSV(validate.Check("lanshan-2023.xlsx", read(t, seed), nil).Report)),
		strings.ReplaceAll(string(list), "lanshan-2023.xls,", "lanshan-2023.xlsx,"), "the list of an .xls")

	p.drop("a.xlsx", read(t, seed))
	p.verdict("a.xlsx")
	p.until(`document.querySelector('#live').textContent.includes('比较')`) // with the version before: said last of a check
	copying("组件没有加载完成")
	assert.Equal(t, p.text("#exported span"), p.text("#live"))
	down = false
	copying("正在载入")
	p.click("#exported button")
	p.until(`document.querySelector('#exported').hidden && document.querySelector('#live').textContent === '已取消。'`)
	close(gate)
	p.export("copy")

	// A file that changed after it was checked: its findings are not of what it is now.
	p.run(`File.prototype.arrayBuffer = async () => new TextEncoder().encode('PK other').buffer`)
	copying("改动过")
	assert.Equal(t, 2, eval[int](p, `window.saved.length`), "nothing was saved where nothing was made")
}

func TestExportMenuByKeyboard(t *testing.T) {
	p := open(t, options{prepare: saves}).ready()
	p.run(`window.print = () => { window.printed = true; }`)
	p.choose(seed)
	p.verdict("lanshan-2023.xlsx")
	chosen := `document.querySelector('.item[aria-selected="true"]')?.id`
	p.run(`document.querySelector('#export summary').focus()`)
	p.press(kb.Enter)
	p.until(`document.querySelector('#export').open`)
	was := eval[*string](p, chosen)
	p.press(kb.ArrowDown)
	p.until(`document.activeElement.dataset.export === 'copy'`)
	p.press(kb.ArrowUp)
	p.until(`document.activeElement.dataset.export === 'print'`)
	assert.Equal(t, was, eval[*string](p, chosen), "the list did not move")
	p.press(kb.Enter)
	p.until(`window.printed && !document.querySelector('#export').open`)
	p.until(`document.activeElement.matches('#export summary')`)
	p.press(kb.Enter)
	p.press(kb.Tab)
	p.until(`document.activeElement.dataset.export === 'copy'`)
	p.press(kb.Escape)
	p.until(`!document.querySelector('#export').open && document.activeElement.matches('#export summary')`)
	p.press(kb.Enter)
	p.until(`document.querySelector('#export').open`)
	p.click(".verdict-word")
	p.until(`!document.querySelector('#export').open`)
}

func TestSample(t *testing.T) {
	asked := &log{}
	p := open(t, options{wrap: asked.wrap, prepare: saves}).ready()
	before := asked.all()
	p.run(`document.querySelector('#try-sample').focus()`)
	p.press(kb.Enter)
	assert.Equal(t, "不通过", p.verdict("示例-2023.xlsx"))
	assert.Contains(t, p.text("#sample"), "这是示例，不是您的文件")
	assert.True(t, eval[bool](p, `document.querySelector('#sample').checkVisibility()`))
	assert.Contains(t, p.text(".verdict-of"), "示例单位 · 2023 年度")
	assert.Equal(t, 2, eval[int](p, `document.querySelectorAll('.suspect').length`))
	assert.Contains(t, p.text("#suspects"), "漏了一位数字")
	assert.Contains(t, p.text("#suspects"), "E11 ⇄ E12")
	p.until(`document.querySelector('#sheet td.n')`)
	assert.Equal(t, before, asked.all(), "it is in the page")

	p.choose(seed)
	p.verdict("lanshan-2023.xlsx")
	assert.False(t, eval[bool](p, `document.querySelector('#sample').checkVisibility()`), "only over the sample")
	p.click(`.file:nth-child(1)`)
	p.verdict("示例-2023.xlsx")
	assert.True(t, eval[bool](p, `document.querySelector('#sample').checkVisibility()`))
	name, _ := p.export("copy")
	assert.Equal(t, "示例-2023-批注.xlsx", name)
}
