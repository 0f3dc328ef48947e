package e2e

import (
	"archive/zip"
	"bytes"
	"net/http"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"suanqing/validate"
	"suanqing/validate/document"
	"suanqing/validate/files"
	"suanqing/validate/written"
)

// Files that need a component: .xls, and those with a password.

const (
	twins    = "../../testdata/xls/"
	password = "决算 2023 Ab"
)

// componentFile is the name under which the site has a component.
func componentFile(t *testing.T, name string) string {
	t.Helper()
	dir, err := published()
	require.NoError(t, err)
	found, err := filepath.Glob(filepath.Join(dir, name+"-*.wasm"))
	require.NoError(t, err)
	require.Len(t, found, 1)
	return filepath.Base(found[0])
}

func lock(t *testing.T, plain []byte) []byte {
	t.Helper()
	data, err := excelize.Encrypt(plain, &excelize.Options{Password: password})
	require.NoError(t, err)
	return data
}

// lockedXLS is an .xls that says that all of it is encrypted.
func lockedXLS(t *testing.T) []byte {
	t.Helper()
	data := read(t, twins+"lanshan-2023.xls")
	record := []byte{0x5C, 0, 0x70, 0} // who wrote it, a record that stands before all content
	require.Equal(t, 1, bytes.Count(data, record))
	data[bytes.Index(data, record)] = 0x2F
	return data
}

// hears keeps the last report that came from a worker, as its exact text; not what the
// main core says of a file that another then reads.
var hears = before(`window.Worker = class extends Worker {
	constructor(...how) {
		super(...how);
		this.addEventListener('message', ({ data }) => { if (data.value?.report && data.value.component !== 'formats') window.lastReport = data.value.report; });
	}
};`)

// native is how the command judges.
var native = validate.Judge{Written: written.Judge}

// sameAsNative compares that text with what the native command prints.
func (p *page) sameAsNative(name string, data []byte, password string) {
	p.t.Helper()
	open := func(data []byte) (*document.Document, error) { return files.Open(data, password) }
	want, err := native.Book(name, data, open, nil).Report.JSON()
	require.NoError(p.t, err)
	got := eval[string](p, `window.lastReport`)
	assert.True(p.t, string(want) == got, "%s: %d bytes natively, %d in the browser", name, len(want), len(got))
}

func (p *page) password(text string) {
	p.t.Helper()
	p.until(`document.activeElement?.id === 'password'`)
	p.do(chromedp.KeyEvent(text))
	p.press(kb.Enter)
}

func TestXLS(t *testing.T) {
	asked := &log{}
	p := open(t, options{wrap: asked.wrap, prepare: hears}).ready()
	before := asked.all()
	name := "lanshan-2023.xls"
	p.choose(twins + name)
	assert.Equal(t, "有尾差（可接受）", p.verdict(name))
	p.sameAsNative(name, read(t, twins+name), "")
	p.until(`document.querySelector('#sheet td.n')`)
	p.press("j")
	p.until(`document.querySelector('td.focused')`)
	want := append(before, "/"+componentFile(t, "formats"))
	assert.Equal(t, want, asked.all(), "the component, and nothing else")

	// Of two cores each has a book; both draw, in turn.
	p.choose(seed)
	assert.Equal(t, "有尾差（可接受）", p.verdict("lanshan-2023.xlsx"))
	p.sameAsNative("lanshan-2023.xlsx", read(t, seed), "")
	p.choose(twins + "putuo-finance-2024.xls")
	p.verdict("putuo-finance-2024.xls")
	p.sameAsNative("putuo-finance-2024.xls", read(t, twins+"putuo-finance-2024.xls"), "")
	p.until(`document.querySelector('#sheet').textContent.includes('普陀')`)
	for _, part := range []string{"xlsx", "xls"} {
		p.click(`.file[title^="lanshan-2023.` + part + `："]`)
		p.verdict("lanshan-2023." + part)
		p.click(`.tab:nth-child(9)`)
		p.until(`document.querySelector('#sheet').textContent.includes('三公') && document.querySelector('#sheet').textContent.includes('兰山')`)
	}
	assert.Equal(t, want, asked.all(), "fetched once")
}

func TestXLSThatIsRefused(t *testing.T) {
	p := open(t, options{prepare: hears}).ready()
	torn := read(t, twins+"lanshan-2023.xls")
	start := []byte{0x09, 0x08, 0x10, 0, 0, 0x06} // of the content
	torn = bytes.Replace(torn, start, make([]byte, len(start)), 1)
	p.drop("torn.xls", torn)
	p.problem("已损坏")
	p.sameAsNative("torn.xls", torn, "")
	p.drop("locked.xls", lockedXLS(t))
	assert.Contains(t, p.problem("locked.xls"), "取消密码")
	p.sameAsNative("locked.xls", lockedXLS(t), "")
	assert.False(t, eval[bool](p, `Boolean(document.querySelector('#password'))`), "no password opens it here")
}

func TestComponentThatCannotBeLoaded(t *testing.T) {
	broken := true
	p := open(t, options{wrap: func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if broken && strings.HasPrefix(r.URL.Path, "/formats-") {
				http.Error(w, "down", http.StatusServiceUnavailable)
				return
			}
			next.ServeHTTP(w, r)
		})
	}}).ready()
	p.drop("a.xls", read(t, twins+"clean-yuan.xls"))
	p.problem("组件没有加载完成")
	p.drop("b.xlsx", read(t, seed))
	p.verdict("b.xlsx")
	p.click(`.file:nth-child(1)`)
	p.problem("组件没有加载完成")
	broken = false
	p.click("#problem button")
	assert.Equal(t, "通过", p.verdict("a.xls"))
}

func TestWaitingForAComponent(t *testing.T) {
	gate := make(chan struct{})
	p := open(t, options{wrap: func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if strings.HasPrefix(r.URL.Path, "/formats-") {
				select {
				case <-gate:
				case <-r.Context().Done():
					return
				}
			}
			next.ServeHTTP(w, r)
		})
	}}).ready()
	p.drop("a.xls", read(t, twins+"clean-yuan.xls"))
	p.until(`document.querySelector('#working-stage').textContent === '正在载入读取这种文件的组件…' && !document.querySelector('#working').hidden`)
	p.click("#cancel")
	p.until(`!document.querySelector('#invite').hidden`)
	p.drop("b.xlsx", read(t, seed))
	p.verdict("b.xlsx")
	p.drop("c.xls", read(t, twins+"clean-yuan.xls"))
	close(gate)
	assert.Equal(t, "通过", p.verdict("c.xls"))
}

func TestPassword(t *testing.T) {
	asked := &log{}
	p := open(t, options{wrap: asked.wrap, prepare: hears}).ready()
	before := asked.all()
	data := lock(t, read(t, seed))
	p.drop("locked.xlsx", data)
	said := p.problem("设有打开密码")
	assert.Contains(t, said, "不保存")
	assert.Equal(t, before, asked.all(), "nothing is fetched before there is a password")
	assert.Equal(t, "打开密码", eval[string](p, `document.querySelector('#password').labels[0].textContent`))
	assert.Equal(t, "password", eval[string](p, `document.querySelector('#password').type`))
	assert.False(t, eval[bool](p, `document.querySelector('#invite').hidden`), "the drop zone is still there")

	p.password("fj?")
	p.problem("密码不对")
	assert.Equal(t, "true", eval[string](p, `document.querySelector('#password').getAttribute('aria-invalid')`))
	assert.Equal(t, "", eval[string](p, `document.querySelector('#password').value`))
	p.do(chromedp.Evaluate[chromedp.Void](`document.querySelector('#problem').append('旧')`))
	p.password("again wrong")
	p.until(`!document.querySelector('#problem').textContent.includes('旧') && document.querySelector('#problem').textContent.includes('密码不对')`)

	p.password(password)
	assert.Equal(t, "有尾差（可接受）", p.verdict("locked.xlsx"))
	p.sameAsNative("locked.xlsx", data, password)
	p.until(`document.querySelector('#sheet td.n')`)
	want := append(before, "/"+componentFile(t, "decrypt"))
	assert.Equal(t, want, asked.all(), "the component, and nothing else")
	assert.False(t, eval[bool](p, `document.documentElement.outerHTML.includes('Ab')`), "the password is nowhere in the page")

	// Its sheets can be drawn again after another file, without asking again.
	p.drop("next.xlsx", read(t, "../../testdata/putuo-finance-2024.xlsx"))
	p.verdict("next.xlsx")
	p.until(`document.querySelector('#sheet').textContent.includes('普陀')`)
	p.click(`.file:nth-child(1)`)
	p.verdict("locked.xlsx")
	p.click(`.tab:nth-child(9)`)
	p.until(`document.querySelector('#sheet').textContent.includes('三公') && document.querySelector('#sheet').textContent.includes('兰山')`)
	assert.Equal(t, want, asked.all())
}

func TestAnotherFileWhileAsking(t *testing.T) {
	p := open(t, options{prepare: hears}).ready()
	p.drop("locked.xlsx", lock(t, read(t, seed)))
	p.until(`document.activeElement?.id === 'password'`)
	p.do(chromedp.KeyEvent("half a pass"))
	p.drop("next.xlsx", read(t, seed))
	assert.Equal(t, "有尾差（可接受）", p.verdict("next.xlsx"))
	p.sameAsNative("next.xlsx", read(t, seed), "")
	assert.Contains(t, p.text("#files"), "等待密码")

	p.click(`.file:nth-child(1)`)
	p.until(`document.activeElement?.id === 'password' && document.activeElement.value === ''`)
	p.press(kb.Escape)
	assert.Equal(t, "有尾差（可接受）", p.verdict("next.xlsx"), "back to the other file")
	assert.NotContains(t, p.text("#files"), "等待密码")

	p.drop("alone.xlsx", lock(t, read(t, "../../testdata/clean-yuan.xlsx")))
	p.password(password)
	assert.Equal(t, "通过", p.verdict("alone.xlsx"))
}

// What is under a password can be anything.
func TestWhatAPasswordHides(t *testing.T) {
	p := open(t, options{prepare: hears}).ready()
	var zipped bytes.Buffer
	z := zip.NewWriter(&zipped)
	w, err := z.CreateHeader(&zip.FileHeader{Name: "report.xls"})
	require.NoError(t, err)
	_, err = w.Write(make([]byte, 10_000))
	require.NoError(t, err)
	require.NoError(t, z.Close())
	for name, c := range map[string]struct {
		plain []byte
		says  string
	}{
		"zip.xlsx":   {zipped.Bytes(), "压缩包"},
		"other.xlsx": {read(t, twins+"formats.xlsx"), "没有找到部门决算公开的九张表"},
	} {
		data := lock(t, c.plain)
		p.drop(name, data)
		p.problem(name)
		p.password(password)
		p.problem(c.says)
		p.sameAsNative(name, data, password)
	}
	p.drop("short.xlsx", lock(t, []byte("PK\x03\x04"))) // a refusal of the component's own
	p.problem("short.xlsx")
	p.password(password)
	p.problem("已损坏")
	p.drop("next.xlsx", read(t, seed))
	assert.Equal(t, "有尾差（可接受）", p.verdict("next.xlsx"))
}

func TestTheCoreForXLSDies(t *testing.T) {
	p := open(t, options{site: failing}).ready()
	data := read(t, twins+"clean-yuan.xls")
	for _, c := range []struct{ name, says, deadline string }{
		{"panic.xls", "检查程序自己出错了", "60000"}, {"exit.xls", "程序中断了", "60000"}, {"overflow.xls", "程序中断了", "60000"}, {"hang.xls", "超时", "2000"},
	} {
		p.do(chromedp.Evaluate[chromedp.Void](`document.body.dataset.deadline = '` + c.deadline + `'`))
		p.drop(c.name, data)
		assert.Contains(t, p.problem(c.name), c.says)
		p.do(chromedp.Evaluate[chromedp.Void](`document.body.dataset.deadline = '60000'`))
		p.drop("after-"+c.name, data)
		assert.Equal(t, "通过", p.verdict("after-"+c.name))
		p.until(`document.querySelector('#sheet td.n')`)
	}
	p.drop("next.xlsx", read(t, seed))
	assert.Equal(t, "有尾差（可接受）", p.verdict("next.xlsx"))
}
