package e2e

import (
	"archive/zip"
	"bytes"
	"encoding/base64"
	"fmt"
	"io"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"suanqing/validate"
	"suanqing/validate/annotate"
)

// Many files: a folder, the list, and what is taken away of all of them.

// listed waits until all of n files are judged and their list is on screen.
func (p *page) listed(n int) {
	p.t.Helper()
	p.until(fmt.Sprintf(`!document.querySelector('#list').hidden && document.querySelector('#list-title').textContent === '%d 份文件'`, n))
}

// rows are the rows of the list that are in view.
func (p *page) rows() []string {
	p.t.Helper()
	return eval[[]string](p, `[...document.querySelectorAll('#list tbody tr:not(.space)')].map((tr) => [...tr.cells].map((c) => c.textContent).join('|'))`)
}

// exportAll chooses from the menu of the list and gives what is saved.
func (p *page) exportAll(what string) (name string, data []byte) {
	p.t.Helper()
	n := eval[int](p, `window.saved.length`)
	p.run(`document.querySelector('#export-all').open = true`)
	p.click(`#export-all [data-export="` + what + `"]`)
	p.until(fmt.Sprintf(`window.saved.length > %d || document.querySelector('#exported-all.trouble')`, n))
	require.Empty(p.t, eval[string](p, `document.querySelector('#exported-all.trouble')?.textContent ?? ''`))
	got := eval[struct{ Name, Bytes string }](p, `window.saved.at(-1)`)
	data, err := base64.StdEncoding.DecodeString(got.Bytes)
	require.NoError(p.t, err)
	return got.Name, data
}

// chooseFolder gives a folder through the input for folders.
func (p *page) chooseFolder(dir string) {
	p.t.Helper()
	p.do(chromedp.SetUploadFiles(chromedp.CSS("#folder"), []string{dir}))
}

// folder writes files under a new folder and gives its path.
func folder(t *testing.T, files map[string][]byte) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "全区")
	for name, data := range files {
		path := filepath.Join(dir, name)
		require.NoError(t, os.MkdirAll(filepath.Dir(path), 0o755))
		require.NoError(t, os.WriteFile(path, data, 0o600))
	}
	return dir
}

// command is the native command, built.
func command(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "suanqing")
	out, err := exec.Command("go", "build", "-o", path, "../../validate/cmd/suanqing").CombinedOutput()
	require.NoError(t, err, string(out))
	return path
}

// printed is what the command prints, whatever its status.
func printed(t *testing.T, command string, args ...string) string {
	t.Helper()
	out, err := exec.Command(command, args...).Output()
	if _, failed := err.(*exec.ExitError); !failed {
		require.NoError(t, err)
	}
	return string(out)
}

func district(t *testing.T) string {
	wan := read(t, "../../testdata/clean-wan.xlsx")
	files := map[string][]byte{
		"乙局/决算.xlsx": typo(t), "甲局/决算.xlsx": read(t, seed), "甲局/旧版.xls": read(t, twins+"lanshan-2023.xls"),
		"甲局/说明.docx": read(t, "../../testdata/skin/lanshan-2023.docx"), "丙局/决算.ods": read(t, "../../testdata/skin/putuo-finance-2024.ods"),
		"丙局/断.xlsx": wan[:len(wan)/2], "丙局/空.xlsx": nil, "丁局/万元.xlsx": wan, "丁局/元.xlsx": read(t, "../../testdata/clean-yuan.xlsx"),
		"戊局/锁.xlsx": lock(t, wan), "财政局.xlsx": read(t, "../../testdata/putuo-finance-2024.xlsx"), "（附）.xlsx": typo(t), "𠮷局.xlsx": typo(t),
		"甲局/公章.png": {1}, "甲局/~$决算.xlsx": {1}, ".DS_Store": {1}, "甲局/决算.tmp": {1}, ".回收/决算.xlsx": wan, "丁局/报告.json": []byte("{}"), "通知.pdf": []byte("%PDF-1.7"),
	}
	paths, err := filepath.Glob("../../testdata/csv/*.csv")
	require.NoError(t, err)
	for _, path := range paths {
		files["表/"+filepath.Base(path)] = read(t, path)
	}
	return folder(t, files)
}

// TestFolder: of a folder the page gives what the command prints for it, byte for byte,
// and the texts in one folder of it are a set.
func TestFolder(t *testing.T) {
	dir, command := district(t), command(t)
	p := withAxe(t, options{prepare: saves}).ready()
	p.chooseFolder(dir)
	p.listed(15)
	assert.Contains(t, p.text("#notice"), "跳过 6 个不是表格的文件。")
	p.accessible("list of a folder")

	var before, after []string
	entries, err := os.ReadDir(dir)
	require.NoError(t, err)
	for _, e := range entries {
		switch path := filepath.Join(dir, e.Name()); {
		case strings.HasPrefix(e.Name(), "."):
		case e.Name() < "表":
			before = append(before, path)
		case e.Name() > "表":
			after = append(after, path)
		}
	}
	var texts []string
	texts, err = filepath.Glob(filepath.Join(dir, "表", "*.csv"))
	require.NoError(t, err)
	table := ""
	for i, args := range [][]string{before, append([]string{"--together"}, texts...), after} {
		part := printed(t, command, append([]string{"check", "--format", "csv"}, args...)...)
		if i > 0 {
			_, part, _ = strings.Cut(part, "\r\n")
		}
		table += part
	}
	set := strings.Replace(printed(t, command, "check", "--format", "json", "--together", filepath.Join(dir, "表")), `"folder":"表"`, `"folder":"全区/表"`, 1)
	reports := ""
	for line := range strings.Lines(printed(t, command, "check", "--format", "json", dir)) {
		if strings.Contains(line, `.csv","folder":`) {
			line, set = set, "" // in the place of the first of them
		}
		reports += line
	}
	for _, c := range []struct{ what, name, want string }{{"jsonl", "全部检查报告.jsonl", reports}, {"csv", "全部问题清单.csv", table}} {
		want := c.want
		name, got := p.exportAll(c.what)
		assert.Equal(t, c.name, name)
		assert.Equal(t, strings.Count(want, "\n"), strings.Count(string(got), "\n"), c.what)
		assert.True(t, want == string(got), "%s: %d bytes natively, %d in the browser", c.what, len(want), len(got))
	}

	p.run(`document.querySelector('#export-all').open = true`)
	p.accessible("export menu of the list", "#export-all") // it lies over what is below it
	name, got := p.exportAll("copies")
	assert.Equal(t, "不通过的批注副本.zip", name)
	packed, err := zip.NewReader(bytes.NewReader(got), int64(len(got)))
	require.NoError(t, err)
	var names []string
	copied, err := annotate.Copy(typo(t), validate.Check("决算.xlsx", typo(t), nil).Report)
	require.NoError(t, err)
	for _, f := range packed.File {
		names = append(names, f.Name)
		if f.Name != "全区/乙局/决算-批注.xlsx" {
			continue
		}
		r, err := f.Open()
		require.NoError(t, err)
		data, err := io.ReadAll(r) // checks the checksum too
		require.NoError(t, err)
		assert.True(t, bytes.Equal(copied, data))
	}
	assert.Equal(t, []string{"全区/乙局/决算-批注.xlsx", "全区/（附）-批注.xlsx", "全区/𠮷局-批注.xlsx"}, names)

	p.run(`document.querySelector('#print').removeAttribute('aria-hidden'); dispatchEvent(new Event('beforeprint'))`)
	assert.Contains(t, p.text("#print"), "审核汇总")
	assert.Equal(t, 15, eval[int](p, `document.querySelectorAll('#print tr[data-rank]').length`))
	p.accessible("printed list")
}

// TestFolderOfTheOneFile: the same, dropped on the build that is one file.
func TestFolderOfTheOneFile(t *testing.T) {
	dir, command := folder(t, map[string][]byte{"1.xlsx": typo(t), "2.xls": read(t, twins+"lanshan-2023.xls"), "3.xlsx": read(t, seed),
		"4.xlsx": read(t, "../../testdata/clean-yuan.xlsx"), "下级/5.xlsx": read(t, "../../testdata/clean-wan.xlsx"), "下级/章.jpg": {1}}), command(t)
	p := openOneFile(t, oneFilePage(t), scripts(saves, withoutStream)).ready()
	p.dropPath(dir)
	p.listed(5)
	assert.Contains(t, p.text("#notice"), "跳过 1 个不是表格的文件。")
	_, got := p.exportAll("jsonl")
	assert.True(t, printed(t, command, "check", "--format", "json", dir) == string(got))
	_, got = p.exportAll("copies")
	packed, err := zip.NewReader(bytes.NewReader(got), int64(len(got)))
	require.NoError(t, err)
	assert.Len(t, packed.File, 1)
}

// TestWorkersThatFail: a file that takes its worker with it, or hangs, costs nobody else.
func TestWorkersThatFail(t *testing.T) {
	files := map[string][]byte{}
	for _, name := range []string{"panic", "exit", "overflow", "hang"} {
		files[name+".xlsx"] = read(t, seed)
	}
	for i := range 8 {
		files[fmt.Sprintf("好%d.xlsx", i)] = read(t, seed)
	}
	p := withAxe(t, options{site: failing}).ready()
	p.run(`document.body.dataset.deadline = '3000'`)
	p.chooseFolder(folder(t, files))
	p.listed(12)
	rows := p.rows()
	require.Len(t, rows, 12)
	for i, want := range []string{"!中断|exit", "!中断|hang", "!中断|overflow", "!没有检查|panic"} {
		assert.True(t, strings.HasPrefix(rows[i], want), rows[i])
	}
	for _, row := range rows[4:] {
		assert.True(t, strings.HasPrefix(row, "≈有尾差（可接受）|好"), row)
	}
	p.run(`[...document.querySelectorAll('#list tbody button')].find((b) => b.textContent === 'hang.xlsx').click()`)
	assert.Contains(t, p.problem("hang.xlsx"), "超时")
}

// TestStopping: one file is cancelled, then all that are left; they go on when asked to.
func TestStopping(t *testing.T) {
	files := map[string][]byte{"hang.xlsx": read(t, seed)}
	for i := range 7 {
		files[fmt.Sprintf("乙%d.xlsx", i)] = read(t, seed)
	}
	p := withAxe(t, options{site: failing}).ready()
	p.chooseFolder(folder(t, files))
	p.until(`document.querySelector('#list-title').textContent === '正在检查：7/8 份'`)
	p.until(`document.querySelectorAll('#list tbody tr:not(.space)').length === 8 && document.querySelector('#list tbody tr:nth-child(9)').textContent.includes('hang')`)
	p.accessible("a file at work")
	p.run(`document.querySelector('#list tbody tr:nth-child(9) button.link').focus()`)
	p.press(kb.Delete)
	p.listed(8)
	assert.True(t, strings.HasPrefix(p.rows()[0], "–已取消|hang"), p.rows()[0])
	p.accessible("one is cancelled")
	p.click("#list-resume")
	p.until(`document.querySelector('#list-title').textContent === '正在检查：7/8 份'`)
	p.click("#list-stop")
	p.listed(8)
	assert.True(t, strings.HasPrefix(p.rows()[0], "–已取消|hang"), p.rows()[0])
	p.run(`document.querySelector('#list tbody button').click()`)
	p.problem("已取消，没有检查")
	p.drop("after.xlsx", read(t, seed))
	p.verdict("after.xlsx")
}

// TestListCountsWhatIsAccepted: what was accepted of a file is counted in the list no
// more, and its reason stands in the table of all.
func TestListCountsWhatIsAccepted(t *testing.T) {
	files := map[string][]byte{"改.xlsx": typo(t)}
	for i := range 4 {
		files[fmt.Sprintf("%d.xlsx", i)] = read(t, "../../testdata/clean-yuan.xlsx")
	}
	p := open(t, options{prepare: saves}).ready()
	p.dropPath(folder(t, files))
	p.listed(5)
	assert.Contains(t, p.rows()[0], "|3|||7|")
	p.press(kb.ArrowDown)
	p.press(kb.Enter)
	p.verdict("改.xlsx")
	p.press(kb.ArrowRight)
	p.press("j")
	p.until(`document.querySelector('.item.error[aria-selected="true"]')?.dataset.finding`)
	p.acceptWith("已与单位核对")
	p.press("l")
	p.listed(5)
	p.until(`document.querySelector('#list tbody').textContent.includes('改.xlsx')`)
	assert.Contains(t, p.rows()[0], "|2|||7|")
	_, got := p.exportAll("csv")
	assert.Equal(t, 1, strings.Count(string(got), "已与单位核对"))
	assert.Equal(t, 1, strings.Count(string(got), "接受理由"))
}

// TestLongList: of many rows those in view are in the document, and only those; the keys
// go through all of them.
func TestLongList(t *testing.T) {
	p := open(t, options{}).ready()
	p.run(`{
		const files = new DataTransfer();
		for (let i = 0; i < 400; i++) files.items.add(new File([], String(i).padStart(3, '0') + '.xlsx'));
		document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: files, bubbles: true, cancelable: true }));
	}`)
	p.listed(400)
	assert.Less(t, len(p.rows()), 60)
	for range 50 {
		p.press(kb.ArrowDown)
	}
	assert.Equal(t, "049.xlsx", eval[string](p, `document.activeElement.textContent`))
	assert.True(t, eval[bool](p, `(() => { const row = document.activeElement.getBoundingClientRect(), view = document.querySelector('#list-rows').getBoundingClientRect();
		return row.top > view.top + 32 && row.bottom <= view.bottom; })()`), "in view, below the head")
	p.press(kb.Enter)
	p.problem("049.xlsx")
	p.press("l")
	p.until(`document.activeElement.textContent === '049.xlsx'`)
	assert.Equal(t, "400", eval[string](p, `String(document.querySelector('#list-table').ariaRowCount - 1)`))
}

// The page takes of a folder what the command takes.
func TestEndingsAreTheCommands(t *testing.T) {
	source := string(read(t, "../../validate/cmd/suanqing/books.go"))
	list := regexp.MustCompile(`var endings = \[\]string\{(.*)\}`).FindStringSubmatch(source)
	require.NotNil(t, list)
	want := strings.Split(strings.ReplaceAll(strings.ReplaceAll(list[1], `"`, ""), " ", ""), ",")
	accept := regexp.MustCompile(`<input id="input"[^>]* accept="([^"]*)"`).FindStringSubmatch(string(read(t, "../page/index.html")))
	require.NotNil(t, accept)
	got := slices.DeleteFunc(strings.Split(accept[1], ","), func(ending string) bool { return ending == ".json" || ending == ".txt" }) // acceptances, and texts for a book, which the command is told of
	assert.ElementsMatch(t, want, got)
}

// TestZip: names that mean harm or that a system refuses are made safe, and none twice.
func TestZip(t *testing.T) {
	script := `import { Zip } from './zip.js';
		const zip = new Zip(new Date(2024, 1, 29, 13, 5, 6));
		for (const name of ['../../etc/a.xlsx', 'A.xlsx', 'a.xlsx', 'a.xlsx', 'c:\\b|?*.xlsx', 'con.xlsx', '. .xlsx', '\u202Efdp.xlsx', '长'.repeat(300) + '.xlsx', '/', 'x/../y.xlsx'])
			await zip.add(name, new TextEncoder().encode(name));
		process.stdout.write(Buffer.from(await zip.blob().arrayBuffer()));`
	node := exec.Command("node", "--input-type=module", "-e", strings.Replace(script, "./zip.js", "data:text/javascript,"+escaped(read(t, "../page/export/zip.js")), 1))
	var failed bytes.Buffer
	node.Stderr = &failed
	out, err := node.Output()
	require.NoError(t, err, failed.String())
	z, err := zip.NewReader(bytes.NewReader(out), int64(len(out)))
	require.NoError(t, err)
	var names []string
	for _, f := range z.File {
		names = append(names, f.Name)
		assert.True(t, filepath.IsLocal(f.Name), f.Name)
		assert.LessOrEqual(t, len(f.Name), 255)
		assert.Equal(t, "2024-02-29 13:05:06", f.Modified.UTC().Format("2006-01-02 15:04:05"))
		r, err := f.Open()
		require.NoError(t, err)
		_, err = io.ReadAll(r)
		require.NoError(t, err)
	}
	assert.Equal(t, []string{"etc/a.xlsx", "A.xlsx", "a（2）.xlsx", "a（3）.xlsx", "c_/b___.xlsx", "_con.xlsx", "xlsx", "_fdp.xlsx", strings.Repeat("长", 75) + ".xlsx", "_", "x/y.xlsx"}, names)
}

// dropPath drops what stands at a path of the disk, a folder too.
func (p *page) dropPath(path string) {
	p.t.Helper()
	data := &input.DragData{Items: []*input.DragDataItem{}, Files: []string{path}, DragOperationsMask: 1}
	for _, kind := range []input.DispatchDragEventType{input.DispatchDragEventTypeDragEnter, input.DispatchDragEventTypeDragOver, input.DispatchDragEventTypeDrop} {
		_, err := chromedp.Call(p.ctx, input.DispatchDragEvent, input.DispatchDragEventParams{Type: kind, X: 400, Y: 300, Data: data})
		require.NoError(p.t, err)
	}
}

// escaped is a script as it stands in an address.
func escaped(script []byte) string { return url.PathEscape(string(script)) }
