package main

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"suanqing/validate/lab/prose"
	"suanqing/validate/report"
)

// story is a text of Word with these paragraphs.
func story(t *testing.T, name string, paragraphs ...string) string {
	t.Helper()
	body := ""
	for _, p := range paragraphs {
		body += "<w:p><w:r><w:t>" + p + "</w:t></w:r></w:p>"
	}
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for name, content := range map[string]string{
		"[Content_Types].xml": `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
		"_rels/.rels":         `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
		"word/document.xml":   `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>` + body + `</w:body></w:document>`,
	} {
		w, err := z.Create(name)
		require.NoError(t, err)
		_, err = w.Write([]byte(content))
		require.NoError(t, err)
	}
	require.NoError(t, z.Close())
	path := filepath.Join(t.TempDir(), name)
	require.NoError(t, os.WriteFile(path, out.Bytes(), 0o600))
	return path
}

func statement(t *testing.T) string {
	return story(t, "说明.docx", "一、收入支出决算总体情况说明", "2023年度收、支总计均为1,677.91万元。")
}

// TestTexts: a book and its texts are one report, which is known by all of them.
func TestTexts(t *testing.T) {
	said, terms := statement(t), story(t, "名词.docx", "一、财政拨款收入：指从同级财政取得的资金。")
	status, out, errs := call("check", "--format", "json", "--text", said, seed, "--text", terms)
	require.Equal(t, 0, status, errs)
	var r report.Report
	require.NoError(t, json.Unmarshal([]byte(out), &r))
	assert.Equal(t, "lanshan-2023.xlsx", r.File)
	require.NotNil(t, r.Text)
	require.Len(t, r.Text.Documents, 2)
	assert.Equal(t, "说明.docx 名词.docx", r.Text.Documents[0].Name+" "+r.Text.Documents[1].Name)
	assert.Len(t, r.Text.Documents[1].SHA256, 64)
	assert.Equal(t, report.Tails, r.Verdict)

	known := filepath.Join(t.TempDir(), "known.jsonl")
	require.NoError(t, os.WriteFile(known, []byte(out), 0o600))
	_, out, errs = call("check", "--format", "json", "--since", known, "--text", said, "--text", terms, seed)
	assert.Empty(t, out)
	assert.Contains(t, errs, "跳过了上次已有报告的 1 份")
	for _, args := range [][]string{{"--text", said}, {}, {"--text", said, "--text", statement2(t)}} {
		_, out, _ = call(append([]string{"check", "--format", "json", "--since", known, seed}, args...)...)
		assert.NotEmpty(t, out, "it is another report")
	}
}

func statement2(t *testing.T) string {
	return story(t, "名词.docx", "一、财政拨款收入：另一段话。")
}

// TestTextsMisplaced: what cannot be meant is said, and nothing is checked.
func TestTextsMisplaced(t *testing.T) {
	said := statement(t)
	for want, args := range map[string][]string{
		"只写这一个报表文件": {seed, seed},
		"一次只能检查":    {t.TempDir()},
		"请改名":       {seed, "--text", statement(t)},
		"一份报表的文字":   {"-"},
	} {
		status, out, errs := call(append([]string{"check", "--text", said}, args...)...)
		assert.Equal(t, wrongUsage, status, want)
		assert.Empty(t, out)
		assert.Contains(t, errs, want)
	}
	status, out, _ := call("check", "--text", filepath.Join(t.TempDir(), "none.docx"), seed)
	assert.Equal(t, someUnread, status)
	assert.Contains(t, out, "没有这个文件")
}

// TestTextsRefused: a text that cannot be read is named, with what to do.
func TestTextsRefused(t *testing.T) {
	for name, c := range map[string]struct{ data, want string }{
		"照片.png": {"\x89PNG\r\n\x1a\n", "“另存为”.docx"},
	} {
		path := filepath.Join(t.TempDir(), name)
		require.NoError(t, os.WriteFile(path, []byte(c.data), 0o600))
		status, out, _ := call("check", "--text", path, seed)
		assert.Equal(t, someUnread, status)
		assert.Contains(t, out, "“"+name+"”：")
		assert.Contains(t, out, c.want)
	}
	scan := story(t, "扫描.docx", "")
	status, out, _ := call("check", "--text", scan, seed)
	assert.Equal(t, someUnread, status)
	assert.Contains(t, out, "扫描")
	assert.Contains(t, out, "“另存为”.docx")
	status, out, _ = call("check", statement(t))
	assert.Equal(t, someUnread, status)
	assert.Contains(t, out, "只有文字说明，没有九张表")
	assert.Contains(t, out, "请和报表一起检查")
}

// TestTextsForPeople: words are said with where they stand, what was not checked by
// section and reason.
func TestTextsForPeople(t *testing.T) {
	passage := func(paragraph int, words, reason string) report.Passage {
		return report.Passage{Document: "说明.docx", Section: "十一", Paragraph: paragraph, Words: words, Reason: reason}
	}
	r := &report.Report{File: "a.xlsx", Verdict: report.Fail, Text: &report.Text{Figures: 180, Checked: 174, Unchecked: []report.Passage{
		passage(70, "货物 1 万元", "看不出是哪一年的"), passage(71, "工程 2 万元", "看不出是哪一年的"), passage(72, "服务 3 万元", "看不出是哪一年的"),
		passage(73, "其中 4 万元", "看不出是哪一年的"), passage(73, "占 5%", "看不出占什么"), {Document: "说明.docx", Paragraph: 80, Words: "6 辆"}}},
		Findings: []report.Finding{{Severity: report.Error, Message: "两处不一样。", Rule: "W01", Cells: []report.Cell{
			{Sheet: "06", Cell: "C6"}, {Sheet: "06", Cell: "C7"},
			{Document: "说明.docx", Section: "六", Paragraph: 41, Words: "基本支出决算 1,280.36 万元", Sheet: "六、基本", Cell: "A9"}, {Sheet: "06", Cell: "C8"}}}}}
	var out strings.Builder
	writeText(&out, r, "")
	for _, want := range []string{
		"  文字：180 个数，核对了 174 个，6 个没有核对\n",
		"位置：06!C6、C7；说明.docx 六、第41段“基本支出决算 1,280.36 万元”；06!C8\n",
		"  - 说明.docx 十一、第70段“货物 1 万元”、第71段“工程 2 万元”、第72段“服务 3 万元” 等 4 个数：看不出是哪一年的\n",
		"  - 说明.docx 十一、第73段“占 5%”：看不出占什么\n",
		"  - 说明.docx 第80段“6 辆”\n",
	} {
		assert.Contains(t, out.String(), want)
	}
}

// TestTextsLocked: one password opens the book and its text.
func TestTextsLocked(t *testing.T) {
	locked := func(path string) string {
		data, err := os.ReadFile(path)
		require.NoError(t, err)
		data, err = excelize.Encrypt(data, &excelize.Options{Password: "密码"})
		require.NoError(t, err)
		to := filepath.Join(t.TempDir(), filepath.Base(path))
		require.NoError(t, os.WriteFile(to, data, 0o600))
		return to
	}
	plain := filepath.Join(t.TempDir(), "说明.docx")
	require.NoError(t, os.WriteFile(plain, prose.Docx(prose.Texts()[0]), 0o600))
	book, said := locked(seed), locked(plain)
	status, out, _ := call("check", "--text", said, seed)
	assert.Equal(t, someUnread, status)
	assert.Contains(t, out, "请加上 --password 密码 再检查")
	status, out, _ = call("check", "--password", "密码", "--text", said, book)
	assert.Equal(t, allPass, status, out)
	assert.Contains(t, out, "文字：")
	to := filepath.Join(t.TempDir(), "副本.docx")
	status, out, errs := call("annotate", "--password", "密码", "--text", said, book, "-o", to)
	assert.Equal(t, allPass, status, errs)
	assert.Contains(t, out, "副本没有密码")
	assert.Contains(t, inside(t, to, "word/comments.xml"), "算清：有尾差")
}
