package e2e

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"suanqing/validate"
)

// pdfText is the text of a PDF, blanks and line ends removed: where they fall is the
// layout's affair.
func pdfText(t *testing.T, pdf []byte) string {
	t.Helper()
	_, err := exec.LookPath("pdftotext")
	require.NoError(t, err, "这项测试要读 PDF 的文字，请安装：apt-get install poppler-utils")
	path := filepath.Join(t.TempDir(), "a.pdf")
	require.NoError(t, os.WriteFile(path, pdf, 0o600))
	text, err := exec.Command("pdftotext", "-raw", path, "-").Output()
	require.NoError(t, err)
	return regexp.MustCompile(`\s+`).ReplaceAllString(string(text), "")
}

// printed is the page as the browser saves it as PDF: the sheet as its own style says.
func (p *page) printed() []byte {
	p.t.Helper()
	pdf, err := chromedp.Run(p.ctx, chromedp.PrintToPDF(chromedp.PDFPreferCSSPageSize()))
	require.NoError(p.t, err)
	if dir := os.Getenv("SUANQING_PDF"); dir != "" {
		require.NoError(p.t, os.WriteFile(filepath.Join(dir, p.t.Name()+".pdf"), pdf, 0o600))
	}
	return pdf
}

func TestAuditReportAsPDF(t *testing.T) {
	wrong := edited(t, seed, map[string]any{"3!E11": 2560.05, "6!F10": 7.00})
	const name = "办公室-2023.xlsx"
	r := validate.Check(name, wrong, nil).Report
	p := judged(t, name, wrong)
	accepted, stale := r.Findings[1], r.Findings[0]
	stale.Fingerprint = strings.Repeat("0", 16)
	stale.Title = "改过的那一处"
	p.drop("a.json", []byte(accepting(r, "已报<i>财政</i>备案", "2024-02-02T03:04:05.678Z", accepted)))
	p.drop("b.json", []byte(accepting(r, "旧的理由", "2024-02-02T03:04:05.678Z", stale)))
	p.until(counts + `.includes('另有 1 处已接受，已失效 1 条')`)
	pdf := p.printed()
	assert.Contains(t, string(pdf), "/MediaBox [0 0 594.95", "A4")
	text := pdfText(t, pdf)
	for _, part := range []string{
		"审核报告", name, r.SHA256, r.Department, "2023年度", "万元", "规则版本", "打印时间20",
		"不通过", "另有1处已接受", "检查", "条规则",
		"最可能的错误（1）", "2,560.05→256.05", "有几种可能（1）", "也可能是F107.00→0.00",
		"全部问题（", "尾差汇总（", "最大差额", "属正常",
		"已接受（1）", "已报<i>财政</i>备案", "2024-02-02", "已失效的接受（1）", "改过的那一处", "旧的理由",
		"审核人（签名）", "日期：",
	} {
		assert.Contains(t, text, strings.ReplaceAll(part, " ", ""))
	}
	for _, chrome := range []string{"换一个文件", "快捷键", "下一处", "展开"} {
		assert.NotContains(t, text, chrome)
	}
	assert.Equal(t, 0, eval[int](p, `document.querySelector('#print').childElementCount`), "gone afterwards")
}

// TestAuditReportOfOtherFiles: no section without anything in it, and what is not
// judged is not printed as if it were.
func TestAuditReportOfOtherFiles(t *testing.T) {
	p := open(t, options{}).ready()
	p.drop("clean.xlsx", read(t, "../../testdata/clean-yuan.xlsx"))
	assert.Equal(t, "通过", p.verdict("clean.xlsx"))
	text := pdfText(t, p.printed())
	assert.Contains(t, text, "结论：✓通过")
	for _, part := range []string{"（0）", "尾差汇总", "已接受", "最可能的错误"} {
		assert.NotContains(t, text, part)
	}
	assert.Contains(t, text, "审核人（签名）")
	assert.Equal(t, 1, bytes.Count(p.printed(), []byte("/Type /Page\n")), "one sheet")

	// What was not checked, and why.
	book, err := excelize.OpenFile(seed)
	require.NoError(t, err)
	defer book.Close()
	require.NoError(t, book.DeleteSheet(book.GetSheetList()[6]))
	data, err := book.WriteToBuffer()
	require.NoError(t, err)
	p.drop("part.xlsx", data.Bytes())
	assert.Equal(t, "无法判断", p.verdict("part.xlsx"))
	part := pdfText(t, p.printed())
	assert.Regexp(t, `结论：\?无法判断`, part)
	assert.Regexp(t, `应查未查（\d+）缺少政府性基金预算财政拨款收入支出决算表`, part)
	for _, r := range validate.Check("part.xlsx", data.Bytes(), nil).Report.Rules {
		if r.Unchecked {
			assert.Contains(t, part, regexp.MustCompile(`\s+`).ReplaceAllString(r.Title+r.Reason, ""))
		}
	}

	// Over several sheets no row is cut, and each has its number.
	cells := map[string]any{}
	for _, row := range []string{"8", "9", "10", "11", "12", "13", "14", "15", "16", "17", "18", "19", "20"} {
		for _, sheet := range []string{"3", "5"} {
			for _, col := range []string{"C", "D", "E"} {
				cells[sheet+"!"+col+row] = 4321.98
			}
		}
	}
	p.drop("many.xlsx", edited(t, seed, cells))
	p.verdict("many.xlsx")
	pages := regexp.MustCompile(`/Type /Page\n`).FindAllIndex(p.printed(), -1)
	require.Greater(t, len(pages), 1)
	assert.Contains(t, pdfText(t, p.printed()), "2/")
}
