package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// folder has copies of two workbooks under many names, what lies beside such files, and
// a folder within.
func folder(t *testing.T) (dir string, names []string) {
	t.Helper()
	dir = t.TempDir()
	require.NoError(t, os.MkdirAll(filepath.Join(dir, "下级", "再下级"), 0o700))
	require.NoError(t, os.MkdirAll(filepath.Join(dir, ".git"), 0o700))
	clean, seedData := load(t, "../../../testdata/clean-yuan.xlsx"), load(t, seed)
	put := func(name string, data []byte) {
		require.NoError(t, os.WriteFile(filepath.Join(dir, name), data, 0o600))
	}
	for i := range 12 {
		name := fmt.Sprintf("%02d.xlsx", i)
		put(name, [][]byte{clean, seedData}[i%2])
		names = append(names, name)
	}
	put("说明.txt", []byte("说明"))
	put("~$00.xlsx", nil)
	put(".git/a.xlsx", clean)
	put("下级/20.XLSX", clean)
	put("下级/再下级/21.xls", load(t, twins+"clean-yuan.xls"))
	return dir, append(names, "20.XLSX", "21.xls")
}

func fileNames(t *testing.T, out string) (names []string) {
	t.Helper()
	for line := range strings.Lines(out) {
		var r struct{ File string }
		require.NoError(t, json.Unmarshal([]byte(line), &r))
		names = append(names, r.File)
	}
	return names
}

// TestFolders: a folder stands for the tables in it, by name, and the output is the same
// however many are checked at once.
func TestFolders(t *testing.T) {
	dir, names := folder(t)
	status, one, errs := call("check", "--format", "json", "--jobs", "1", dir)
	assert.Equal(t, allPass, status)
	assert.Empty(t, errs)
	assert.Equal(t, names, fileNames(t, one))
	for _, format := range []string{"json", "csv", "text"} {
		_, want, _ := call("check", "--format", format, "--jobs", "1", dir, seed)
		_, got, _ := call("check", "--format", format, "--jobs", "5", dir, seed)
		assert.Equal(t, want, got, format)
	}
	status, out, _ := call("check", "--format", "json", filepath.Join(dir, ".git"), t.TempDir())
	assert.Equal(t, someUnread, status)
	assert.Contains(t, out, "没有表格文件")
	for _, wrong := range [][]string{{"--jobs", "0"}, {"--jobs", "many"}, {"--since", filepath.Join(dir, "none")}, {"--together", "--since", seed}} {
		status, _, errs := call(append([]string{"check", seed}, wrong...)...)
		assert.Equal(t, wrongUsage, status, "%v", wrong)
		assert.NotEmpty(t, errs, "%v", wrong)
	}
}

// TestFolderOfAReport: a report says in which folder its file lies, from the one given
// on; of a file that was named itself it says nothing.
func TestFolderOfAReport(t *testing.T) {
	dir, _ := folder(t)
	top := filepath.Base(dir)
	foldersOf := func(out string) (folders []string) {
		for line := range strings.Lines(out) {
			var r struct{ Folder string }
			require.NoError(t, json.Unmarshal([]byte(line), &r))
			folders = append(folders, r.Folder)
		}
		return folders
	}
	_, out, _ := call("check", "--format", "json", dir+"/")
	assert.Equal(t, append(slices.Repeat([]string{top}, 12), top+"/下级", top+"/下级/再下级"), foldersOf(out))
	_, out, _ = call("check", "--format", "json", filepath.Join(dir, "下级"))
	assert.Equal(t, []string{"下级", "下级/再下级"}, foldersOf(out))
	_, out, _ = call("check", "--format", "json", seed)
	assert.NotContains(t, out, `"folder"`)
	t.Chdir(filepath.Dir(dir))
	for _, root := range []string{top, "./" + top} { // a list of files is a folder that another program walked
		var o bytes.Buffer
		run([]string{"check", "--format", "json", "-"}, strings.NewReader(root+"/00.xlsx\n"+root+"/下级/20.XLSX\n"+dir+"/01.xlsx\n"), &o, io.Discard)
		assert.Equal(t, []string{top, top + "/下级", ""}, foldersOf(o.String()))
	}
	t.Chdir(dir)
	_, out, _ = call("check", "--format", "json", ".")
	assert.Equal(t, top, foldersOf(out)[0])
}

// TestFoldersWithBadFiles: what cannot be read in a folder is said, what would never end
// is left, and all others are checked.
func TestFoldersWithBadFiles(t *testing.T) {
	dir := t.TempDir()
	put := func(name string, data []byte) {
		require.NoError(t, os.WriteFile(filepath.Join(dir, name), data, 0o600))
	}
	put("1.xlsx", load(t, seed))
	put("2.xlsx", nil)
	put("3.xls", bytes.Repeat([]byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), 512))
	put("5.xlsx", load(t, seed))
	want := []string{"1.xlsx", "2.xlsx", "3.xls", "5.xlsx"}
	exec.Command("mkfifo", filepath.Join(dir, "0.xlsx")).Run() // where there is such a thing
	if os.Symlink(filepath.Join(dir, "none.xlsx"), filepath.Join(dir, "4.xlsx")) == nil {
		want = slices.Insert(want, 3, "4.xlsx")
	}
	status, out, errs := call("check", "--format", "json", dir)
	assert.Equal(t, someUnread, status)
	assert.Empty(t, errs, "no progress where nobody looks on")
	assert.Equal(t, want, fileNames(t, out))
	status, said, _ := call("check", "--format", "text", dir)
	assert.Equal(t, someUnread, status)
	assert.Equal(t, len(want)-2, strings.Count(said, "怎么办："))
}

// TestListOnInput: "-" stands for the paths on standard input.
func TestListOnInput(t *testing.T) {
	dir, names := folder(t)
	var o, e bytes.Buffer
	list := "\ufeff" + seed + "\r\n\n" + filepath.Join(dir, "下级") + "\n"
	status := run([]string{"check", "--format", "json", filepath.Join(dir, names[0]), "-"}, strings.NewReader(list), &o, &e)
	assert.Equal(t, allPass, status, e.String())
	assert.Equal(t, []string{names[0], filepath.Base(seed), "20.XLSX", "21.xls"}, fileNames(t, o.String()))
}

// TestSince: a run that was killed is taken up without loss: what it reported on is not
// checked again, its half line is, and every copy has its report.
func TestSince(t *testing.T) {
	dir, names := folder(t)
	require.NoError(t, os.WriteFile(filepath.Join(dir, "下级", names[0]), load(t, filepath.Join(dir, names[0])), 0o600)) // the same, elsewhere
	require.NoError(t, os.WriteFile(filepath.Join(dir, "破.xlsx"), []byte("PK\x03\x04"), 0o600))
	status, all, _ := call("check", "--format", "json", dir)
	assert.Equal(t, someUnread, status)
	lines := strings.SplitAfter(all, "\n")
	for _, cut := range []int{0, 1, len(lines[0]), len(lines[0]) + len(lines[1]) - 1, len(all) / 2, len(all)} {
		since := filepath.Join(t.TempDir(), "上次.jsonl")
		require.NoError(t, os.WriteFile(since, []byte(all[:cut]), 0o600))
		status, rest, errs := call("check", "--format", "json", "--since", since, dir)
		assert.Equal(t, someUnread, status, "what was reported on counts")
		whole := wholeLines(all[:cut])
		got := append(fileNames(t, whole), fileNames(t, rest)...)
		assert.ElementsMatch(t, fileNames(t, all), got, cut)
		if n := strings.Count(whole, "{\"schema\""); n > 0 {
			assert.Contains(t, errs, fmt.Sprintf("跳过了上次已有报告的 %d 份", n))
		}

		// Added to the same file, the half line stands alone; put together by another
		// program, it may stand before a whole one.
		both := filepath.Join(t.TempDir(), "都.jsonl")
		require.NoError(t, os.WriteFile(both, []byte(all[:cut]+rest), 0o600))
		_, again, errs := call("check", "--format", "json", "--since", both, dir)
		assert.Empty(t, again, cut)
		assert.Contains(t, errs, "跳过")
		to, err := os.OpenFile(since, os.O_APPEND|os.O_WRONLY, 0)
		require.NoError(t, err)
		run([]string{"check", "--format", "json", "--since", since, dir}, strings.NewReader(""), to, io.Discard)
		require.NoError(t, to.Close())
		assert.ElementsMatch(t, fileNames(t, all), fileNames(t, wholeLines(string(load(t, since)))), cut)
		status, said, _ := call("summary", since)
		assert.Equal(t, someUnread, status)
		assert.Contains(t, said, fmt.Sprintf("共 %d 份", len(lines)-1))
	}
}

// wholeLines are the lines that are reports, as any program may read them.
func wholeLines(text string) (whole string) {
	for line := range strings.Lines(text) {
		if json.Valid([]byte(line)) {
			whole += line
		}
	}
	return whole
}

// TestProgress: a line is written over, no more than five times a second, and ends
// saying all; of what took no time nothing is said.
func TestProgress(t *testing.T) {
	var b bytes.Buffer
	now := time.Time{}
	p := &progress{to: &b, now: func() time.Time { return now }, last: now}
	p.step(allPass)
	p.end()
	assert.Empty(t, b.String())
	for i := range 1000 {
		p.step(i % 500 / 499)
		now = now.Add(time.Millisecond)
	}
	assert.Equal(t, 4, strings.Count(b.String(), "\r"))
	p.step(someUnread)
	p.end()
	assert.True(t, strings.HasSuffix(b.String(), "\r已检查 1002 份，不通过 2，无法判断 1\n"), b.String())
}

// TestInOrder: whatever each takes, results come in order, no more are at work or wait
// than there is room for, and who has heard enough is not waited for.
func TestInOrder(t *testing.T) {
	const jobs, n = 4, 500
	var started, told atomic.Int32
	source := func(yield func(int) bool) {
		for i := range n {
			if !yield(i) {
				return
			}
		}
	}
	work := func(i int) int {
		assert.LessOrEqual(t, int(started.Add(1)-told.Load()), jobs*(window+2), "held at once")
		time.Sleep(time.Duration(rand.N(300)) * time.Microsecond)
		return i
	}
	var got []int
	inOrder(jobs, source, work, func(i int) bool {
		told.Add(1)
		got = append(got, i)
		return true
	})
	assert.Len(t, got, n)
	assert.IsIncreasing(t, got)

	heard := 0
	inOrder(jobs, source, func(i int) int { return i }, func(int) bool { heard++; return heard < 10 })
	assert.Equal(t, 10, heard)
}

// TestXargs: what README says of many processes at once, as it says it.
func TestXargs(t *testing.T) {
	tools, work := t.TempDir(), t.TempDir()
	said, err := exec.Command("go", "build", "-o", filepath.Join(tools, "suanqing"), ".").CombinedOutput()
	require.NoError(t, err, string(said))
	var line string
	for l := range strings.Lines(string(load(t, "../../../README.md"))) {
		if strings.Contains(l, "xargs -0 -P 8 -n 100") {
			line = strings.ReplaceAll(l, "-n 100", "-n 3")
		}
	}
	require.NotEmpty(t, line)
	for _, dir := range []string{"全区", "报告"} {
		require.NoError(t, os.Mkdir(filepath.Join(work, dir), 0o700))
	}
	for i := range 10 {
		require.NoError(t, os.WriteFile(filepath.Join(work, "全区", fmt.Sprint(i)+".xlsx"), load(t, seed), 0o600))
	}
	shell := exec.Command("sh", "-c", line)
	shell.Dir, shell.Env = work, append(os.Environ(), "PATH="+tools+string(os.PathListSeparator)+os.Getenv("PATH"))
	said, err = shell.CombinedOutput()
	require.NoError(t, err, string(said))
	parts, err := filepath.Glob(filepath.Join(work, "报告", "*.jsonl"))
	require.NoError(t, err)
	assert.Len(t, parts, 4)
	var got []string
	for _, part := range parts {
		got = slices.AppendSeq(got, strings.Lines(string(load(t, part))))
	}
	_, want, _ := call("check", "--format", "json", filepath.Join(work, "全区"))
	assert.ElementsMatch(t, slices.Collect(strings.Lines(want)), got)
}
