package e2e

import (
	"bytes"
	"encoding/json"
	"net/http"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"suanqing/validate/annotate"
	"suanqing/validate/lab/department"
	"suanqing/validate/report"
)

// Books that go together: a department with its units, a year with the one before.

// shared lays the files of a department into one folder.
func shared(t *testing.T, all []department.File) string {
	files := map[string][]byte{}
	for _, f := range all {
		files[f.Name] = f.Bytes
	}
	return folder(t, files)
}

// kind is a kind of what goes wrong in a department, by its id.
func kind(t *testing.T, id string) *department.Kind {
	i := slices.IndexFunc(department.Kinds, func(k *department.Kind) bool { return k.ID == id })
	require.GreaterOrEqual(t, i, 0)
	return department.Kinds[i]
}

func pair(t *testing.T, id string, seed int64) *department.Pair {
	i := slices.IndexFunc(department.PairKinds, func(k *department.PairKind) bool { return k.ID == id })
	require.GreaterOrEqual(t, i, 0)
	return department.NewPair(department.PairKinds[i], seed)
}

// proposed waits for what is proposed and gives it.
func (p *page) proposed(part string) string {
	p.t.Helper()
	p.until(`!document.querySelector('#together').hidden && document.querySelector('#together').textContent.includes('` + part + `')`)
	return p.text("#together")
}

// joined waits for the verdict on a book and those that go with it, which the link says.
func (p *page) joined(name, with string) string {
	p.t.Helper()
	p.until(`!document.querySelector('#result').hidden && document.querySelector('.verdict-file')?.textContent === '` + name + `' && document.querySelector('#books')?.textContent.includes('` + with + `')`)
	return p.text(".verdict-word")
}

// sameAsCommand holds what is exported of the file on screen against what the command
// prints: the report and the table, byte for byte.
func (p *page) sameAsCommand(command string, args ...string) {
	p.t.Helper()
	for what, format := range map[string]string{"json": "json", "csv": "csv"} {
		_, got := p.export(what)
		want := printed(p.t, command, append([]string{"check", "--format", format}, args...)...)
		require.NotEmpty(p.t, want)
		assert.True(p.t, strings.TrimSuffix(want, "\n") == strings.TrimSuffix(string(got), "\n"), "%s: %d bytes natively, %d in the browser", what, len(want), len(got))
	}
}

// TestDepartment: of a folder with a department and its units that is proposed; one click
// checks it; the wrong cell of a unit is named, and its book opened there.
func TestDepartment(t *testing.T) {
	d := department.New(4, department.Options{Units: 5})
	planted := d.Plant(kind(t, "unit-digit-dropped"), 2)
	dir, command := shared(t, planted.Files), command(t)
	p := withAxe(t, options{prepare: saves}).ready()
	p.chooseFolder(dir)
	p.listed(6)
	assert.Contains(t, p.proposed("的汇总"), "“"+d.Name+"”像是这 5 个单位的汇总")
	p.accessible("a department is proposed")
	p.click("#together button.primary")
	assert.Equal(t, "不通过", p.joined(d.File, "与 5 个单位一起核对"))
	assert.True(t, eval[bool](p, `document.querySelector('#together').hidden`), "it is done")

	unit := planted.Want.File
	p.until(`document.querySelector('.where-book')?.textContent === '单位 ` + unit + `' && document.querySelector('td.suggested.focused')`)
	assert.Contains(t, p.text(".suspect-why"), strings.TrimSuffix(unit, ".xlsx"))
	assert.Contains(t, p.text("#equation .eq-title"), planted.Want.Paper.Name)
	assert.False(t, eval[bool](p, `Boolean(document.querySelector('.try'))`), "nothing is tried in another book")
	assert.Contains(t, p.text("#equation .eq-notes"), "改好后把那一份再拖进来")
	p.press("t")
	p.until(`document.querySelector('#live').textContent.includes('一起核对时不能试算')`)
	p.accessible("the cell of a unit", "#result")
	p.click(".explained button")
	p.click(".side-of.left .operand")
	p.until(`!document.querySelector('.where-book') && document.querySelector('td.focused.at-left')`)
	p.click(".side-of.right .operand")
	p.until(`document.querySelector('.where-book') && document.querySelector('td.focused.at-right')`)
	p.click(".where-steps button")
	p.until(`!document.querySelector('.where-book')`)

	p.click("#books")
	p.until(`document.querySelectorAll('dialog[open] .books li').length === 5`)
	p.accessible("the units", "dialog[open]")
	p.press(kb.Escape)
	whole := filepath.Join(dir, d.File)
	p.sameAsCommand(command, "--rollup", "--department", whole, dir)

	p.run(`document.querySelector('#print').removeAttribute('aria-hidden'); dispatchEvent(new Event('beforeprint'))`)
	assert.Contains(t, p.text("#print"), unit)
	assert.Contains(t, p.text("#print"), "所属单位")
	p.run(`document.querySelector('#print').setAttribute('aria-hidden', 'true'); dispatchEvent(new Event('afterprint'))`)

	// In the table of all files its line is that of the command too, and the units have theirs.
	p.press("l")
	p.listed(6)
	_, lines := p.exportAll("jsonl")
	want := printed(t, command, "check", "--format", "json", "--rollup", "--department", whole, dir)
	assert.Contains(t, string(lines), want)
	assert.Equal(t, 6, strings.Count(string(lines), "\n"))
	_, table := p.exportAll("csv")
	_, rows, _ := strings.Cut(printed(t, command, "check", "--format", "csv", "--rollup", "--department", whole, dir), "\r\n")
	assert.Contains(t, string(table), rows)
}

// TestDepartmentByHand: with keys alone other books are chosen; a unit that is left out is
// missed, one that is there twice is said.
func TestDepartmentByHand(t *testing.T) {
	d := department.New(4, department.Options{Units: 4})
	planted := d.Plant(kind(t, "twice-bytes"), 1)
	dir, command := shared(t, planted.Files), command(t)
	p := withAxe(t, options{prepare: saves}).ready()
	p.chooseFolder(dir)
	p.listed(6)
	p.proposed("这 5 个单位")
	p.press("d")
	p.until(`document.querySelector('dialog[open] #together-whole')`)
	p.press(kb.Escape)
	p.click("#together button.quiet")
	p.until(`document.querySelectorAll('dialog[open] .units input:checked').length === 5`)
	p.accessible("which books go together", "dialog[open]")
	p.tabTo("dialog[open] .primary")
	p.press(kb.Enter)
	p.joined(d.File, "与 5 个单位一起核对")
	p.until(`[...document.querySelectorAll('#findings .item')].some((item) => item.textContent.includes('同一个文件'))`)
	p.sameAsCommand(command, "--rollup", "--department", filepath.Join(dir, d.File), dir)

	// One of the units is left out, and so is the second copy.
	gone := d.Units[1].File
	p.press("d")
	p.until(`document.querySelectorAll('dialog[open] .units input:checked').length === 5`)
	p.tabTo("dialog[open] .units input")
	units := eval[[]string](p, `[...document.querySelectorAll('dialog[open] .units label')].map((l) => l.textContent)`)
	var kept []string
	for i, f := range units {
		name := strings.TrimPrefix(f[:strings.Index(f, ".xlsx")+5], f[:strings.Index(f, "全区/")+len("全区/")])
		if name == gone || strings.Contains(name, "(1)") {
			p.press(" ")
		} else {
			kept = append(kept, filepath.Join(dir, name))
		}
		if i < len(units)-1 {
			p.press(kb.Tab)
		}
	}
	require.Len(t, kept, 3)
	assert.Contains(t, p.text("dialog[open] [role=status]"), "已选 3 个")
	p.tabTo("dialog[open] .primary")
	p.press(kb.Enter)
	assert.Equal(t, "无法判断", p.joined(d.File, "与 3 个单位一起核对"))
	p.until(`[...document.querySelectorAll('#findings .item')].some((item) => item.title.includes('像是少了一家单位的报表'))`)
	p.sameAsCommand(command, append([]string{"--rollup", "--department", filepath.Join(dir, d.File)}, kept...)...)

	// A corrected unit comes again under its name: it is offered in the place of the old one.
	other := d.Units[2]
	redrawn := filepath.Join(t.TempDir(), other.File)
	book, err := excelize.OpenReader(bytes.NewReader(other.Drawn().Bytes))
	require.NoError(t, err)
	require.NoError(t, book.SaveAs(redrawn))
	p.choose(redrawn)
	p.verdict(other.File)
	assert.Contains(t, p.proposed("有新的一份"), other.File)
	p.click("#together button.primary")
	p.joined(d.File, "与 3 个单位一起核对")
	p.until(`document.querySelector('#together').hidden`)
	kept[slices.IndexFunc(kept, func(path string) bool { return filepath.Base(path) == other.File })] = redrawn
	p.sameAsCommand(command, append([]string{"--rollup", "--department", filepath.Join(dir, d.File)}, kept...)...)

	// And by itself again.
	p.press("d")
	p.until(`document.querySelector('dialog[open]')`)
	p.click("dialog[open] .field:nth-of-type(4) button:last-of-type")
	p.until(`document.querySelector('dialog[open] .primary').textContent === '单独检查'`)
	p.click("dialog[open] .primary")
	p.until(`!document.querySelector('#result').hidden && !document.querySelector('#books') && document.querySelector('#join')`)
	_, table := p.export("csv")
	assert.True(t, printed(t, command, "check", "--format", "csv", filepath.Join(dir, d.File)) == string(table))
}

// TestYearBefore: of two books of a department the earlier is proposed as the year before;
// its cells are drawn as such; the text is held against it too.
func TestYearBefore(t *testing.T) {
	command, made := command(t), pair(t, "own", 1)
	p := withAxe(t, options{prepare: saves}).ready()
	this, last := p.write(made.This.File, made.This.Drawn().Bytes), p.write(made.Last.File, made.Last.Drawn().Bytes)
	p.choose(last, this)
	assert.Contains(t, p.proposed("上年报表"), "像是")
	p.accessible("a year before is proposed")
	p.click("#together button.primary")
	assert.Equal(t, "不通过", p.joined(made.This.File, "上年 "+made.Last.File))
	p.until(`document.querySelector('.side-of.right .operand small')?.textContent.startsWith('上年')`)
	p.click(".side-of.right .operand")
	p.until(`document.querySelector('.where-book')?.textContent === '上年报表 ` + made.Last.File + `' && document.querySelector('td.focused.at-right')`)
	p.accessible("a cell of the year before")
	p.sameAsCommand(command, "--previous", last, this)

	// A draft compares with that year, and its text, once wrong, is held against it.
	_, docx := p.export("draft")
	text := p.write("说明.docx", docx)
	p.choose(text)
	p.until(`document.querySelector('dialog[open] .primary')`)
	p.click("dialog[open] .primary")
	p.until(`document.querySelector('#books') && document.querySelector('.verdict-of').textContent.includes('说明.docx')`)
	p.sameAsCommand(command, "--text", text, "--previous", last, this)

	p.click("#join")
	p.until(`document.querySelector('dialog[open] #together-before')`)
	p.run(`{ const before = document.querySelector('#together-before'); before.value = ''; before.dispatchEvent(new Event('change')); }`)
	p.click("dialog[open] .primary")
	p.until(`!document.querySelector('#result').hidden && !document.querySelector('#books')`)
	p.sameAsCommand(command, "--text", text, this)
}

// TestYearBeforeBrought: from the view of one file the year before is brought, in the build
// that is one file too; an office of a department with its units has both.
func TestYearBeforeBrought(t *testing.T) {
	command, d := command(t), department.New(4, department.Options{Units: 2})
	now := d.After(1)
	p := openOneFile(t, oneFilePage(t), scripts(saves, withoutStream)).ready()
	before := p.write("上年.xlsx", d.Files()[0].Bytes)
	var paths []string
	for _, f := range now.Files() {
		paths = append(paths, p.write(f.Name, f.Bytes))
	}
	p.choose(slices.Clone(paths)...)
	p.proposed("这 2 个单位")
	p.click("#together button.primary")
	p.joined(now.File, "与 2 个单位一起核对")
	p.click("#join")
	p.until(`document.querySelector('dialog[open] #together-bring')`)
	p.do(chromedp.SetUploadFiles(chromedp.CSS("dialog[open] input[type=file]"), []string{before}))
	assert.NotEmpty(t, p.joined(now.File, "，上年 上年.xlsx"))
	p.sameAsCommand(command, append([]string{"--previous", before, "--rollup", "--department"}, paths...)...)
}

// TestTogetherGivenUp: what was to be judged with others and is cancelled stays as it was;
// what takes too long is said, and can be tried again.
func TestTogetherGivenUp(t *testing.T) {
	gate, d := make(chan struct{}), department.New(9, department.Options{Units: 2}) // without a written half: that would need the component by itself
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
	p.choose(p.write("上年.xlsx", d.Files()[0].Bytes), p.write("本年.xlsx", d.After(1).Files()[0].Bytes))
	p.proposed("上年报表")
	p.click("#together button.primary")
	p.until(`!document.querySelector('#working').hidden && document.activeElement.id === 'cancel'`)
	p.press(kb.Enter)
	p.verdict("本年.xlsx")
	assert.False(t, eval[bool](p, `Boolean(document.querySelector('#books'))`))
	close(gate)
	p.run(`document.body.dataset.deadline = '1'`)
	p.proposed("上年报表")
	p.click("#together button.primary")
	p.problem("超时")
	p.run(`document.body.dataset.deadline = '60000'`)
	p.click("#problem button")
	p.joined("本年.xlsx", "上年")
}

// TestManyGroups: all that is proposed of a district is checked at once, or given up at
// once: then every file stays as it was.
func TestManyGroups(t *testing.T) {
	command, files, gate := command(t), map[string][]byte{}, make(chan struct{})
	one, two := department.New(9, department.Options{Units: 2}), department.New(10, department.Options{Units: 3}) // without a written half: that would need the component by itself
	for name, d := range map[string]*department.Department{"甲": one, "乙": two} {
		for _, f := range d.Files() {
			files[name+"/"+f.Name] = f.Bytes
		}
	}
	dir := folder(t, files)
	p := withAxe(t, options{prepare: saves, wrap: func(next http.Handler) http.Handler {
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
	p.chooseFolder(dir)
	p.listed(7)
	p.proposed("另有 1 组")
	p.click("#together button:nth-of-type(2)")
	p.until(`document.querySelector('#list-title').textContent === '正在检查：5/7 份'`)
	p.click("#list-stop")
	p.listed(7)
	p.proposed("另有 1 组")
	assert.NotContains(t, strings.Join(p.rows(), "\n"), "一起核对")
	close(gate)
	p.click("#together button:nth-of-type(2)")
	p.until(`[...document.querySelectorAll('#list tbody tr')].filter((row) => row.textContent.includes('个单位一起核对')).length === 2`)
	p.listed(7)
	assert.True(t, eval[bool](p, `document.querySelector('#together').hidden`))
	p.accessible("departments in the list")
	_, lines := p.exportAll("jsonl")
	for name, d := range map[string]*department.Department{"甲": one, "乙": two} {
		own := filepath.Join(dir, name)
		want := printed(t, command, "check", "--format", "json", "--rollup", "--department", filepath.Join(own, d.File), own)
		assert.True(t, strings.Contains(string(lines), want), d.File)
	}
}

// TestUnitThatIsNotRead: it is offered with the others, told as what is missing, and the
// copy of the department's workbook is the command's.
func TestUnitThatIsNotRead(t *testing.T) {
	d, command := department.New(4, department.Options{Units: 4}), command(t)
	all := d.Files()
	all[2].Bytes = all[2].Bytes[:len(all[2].Bytes)/2]
	dir := shared(t, all)
	whole := filepath.Join(dir, d.File)
	p := open(t, options{prepare: saves}).ready()
	p.chooseFolder(dir)
	p.listed(5)
	p.proposed("这 4 个单位")
	p.press("d")
	p.until(`document.querySelectorAll('dialog[open] .units input:checked').length === 4`)
	p.press(kb.Escape)
	p.click("#together button.primary")
	assert.Equal(t, "无法判断", p.joined(d.File, "与 4 个单位一起核对"))
	p.until(`[...document.querySelectorAll('#findings .item')].some((item) => item.title.includes('没有读出来'))`)
	p.sameAsCommand(command, "--rollup", "--department", whole, dir)

	var r report.Report
	require.NoError(t, json.Unmarshal([]byte(printed(t, command, "check", "--format", "json", "--rollup", "--department", whole, dir)), &r))
	want, err := annotate.Copy(d.Files()[0].Bytes, &r)
	require.NoError(t, err)
	name, got := p.export("copy")
	assert.Equal(t, strings.TrimSuffix(d.File, ".xlsx")+"-批注.xlsx", name)
	assert.True(t, bytes.Equal(want, got))
}
