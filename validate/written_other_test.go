package validate_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"suanqing/validate"
	"suanqing/validate/document"
	"suanqing/validate/lab/fixture"
	"suanqing/validate/prose"
	"suanqing/validate/read/xlsx"
	"suanqing/validate/report"
)

// otherTexts are right texts in the manner of further provinces, by path; each lies in a
// folder that is called as the workbook it goes with.
func otherTexts(t testing.TB) []string {
	paths, err := filepath.Glob(filepath.Join(fixture.Testdata(), "prose", "other", "*", "*.txt"))
	require.NoError(t, err)
	require.GreaterOrEqual(t, len(paths), 14)
	return paths
}

func linesOf(t testing.TB, path string) []string {
	data, err := os.ReadFile(path)
	require.NoError(t, err)
	return strings.Split(strings.TrimSpace(string(data)), "\n")
}

var otherForms = map[string][]*document.Sheet{}

// judgeLines judges lines of a text beside the workbook of its folder; alone for none.
func judgeLines(t testing.TB, path string, lines []string, alone bool) *report.Report {
	name := filepath.Base(filepath.Dir(path))
	if otherForms[name] == nil {
		w, err := fixture.Load(name)
		require.NoError(t, err)
		d, err := xlsx.Open(w.Bytes)
		require.NoError(t, err)
		otherForms[name] = d.Sheets
	}
	s := &document.Sheet{Name: "说明", Written: true, File: filepath.Base(path)}
	for i, l := range lines {
		if l != "" {
			s.Rows = append(s.Rows, document.Row{Index: i, Cells: []document.Cell{{Row: i, Kind: document.Text, Stored: l, Format: &document.Format{}}}})
		}
	}
	d := &document.Document{Sheets: []*document.Sheet{s}}
	if !alone {
		d.Sheets = append(append([]*document.Sheet{}, otherForms[name]...), s)
	}
	r := validate.Judge{Written: prose.Judge}.Book("表.xlsx", nil, func([]byte) (*document.Document, error) { return d, nil }, nil).Report
	require.Nil(t, r.Error, path)
	require.NotNil(t, r.Text, path)
	return r
}

// TestOtherTexts: right texts of further provinces raise nothing, and nearly all of their
// figures are checked.
func TestOtherTexts(t *testing.T) {
	figures, checked := 0, 0
	for _, path := range otherTexts(t) {
		r := judgeLines(t, path, linesOf(t, path), false)
		quiet(t, filepath.Base(path), r)
		assert.GreaterOrEqual(t, r.Text.Checked*100, r.Text.Figures*90, "%s: %d of %d", filepath.Base(path), r.Text.Checked, r.Text.Figures)
		figures, checked = figures+r.Text.Figures, checked+r.Text.Checked
	}
	t.Logf("%d of %d", checked, figures)
	assert.GreaterOrEqual(t, checked*100, figures*95, "%d of %d", checked, figures)
}

// preface is what a report has before its statements, where figures are none of theirs.
var preface = []string{"第一部分 部门概况", "一、主要职责", "协助领导同志处理日常工作。2020年完成改革2项，投入120.50万元。", "二、机构设置", "内设机构5个，编制60名。",
	"第二部分 部门决算公开表", "表格另附。"}

// turned are ways in which the same text comes.
var turned = map[string]func(lines []string) []string{
	"broken as a page breaks lines": func(lines []string) (all []string) {
		for _, l := range lines {
			for r := []rune(l); len(r) > 0; r = r[min(len(r), 33):] {
				all = append(all, string(r[:min(len(r), 33)]))
			}
		}
		return all
	},
	"blanks around numbers": each(func(l string) string { return numbers.ReplaceAllString(l, " $0 ") }),
	"marks of ASCII":        each(strings.NewReplacer("（", "(", "）", ")", "；", ";", "：", ":").Replace),
	"no separators":         each(func(l string) string { return strings.ReplaceAll(l, ",", "") }),
	"full-width digits": each(func(l string) string {
		return strings.Map(func(c rune) rune {
			if c >= '0' && c <= '9' || c == '.' || c == '%' {
				return c - '!' + '！'
			}
			return c
		}, l)
	}),
	"a whole report": func(lines []string) []string {
		return append(append(append([]string{}, preface...), lines...), "第四部分 名词解释", "一、财政拨款收入：指本年度从本级财政部门取得的财政拨款。")
	},
}

var numbers = regexp.MustCompile(`[0-9][0-9,.]*`)

func each(change func(string) string) func([]string) []string {
	return func(lines []string) []string {
		all := make([]string, len(lines))
		for i, l := range lines {
			all[i] = change(l)
		}
		return all
	}
}

// TestOtherTextsTurned: however a text comes, it says the same.
func TestOtherTextsTurned(t *testing.T) {
	for _, path := range otherTexts(t) {
		lines := linesOf(t, path)
		want := judgeLines(t, path, lines, false).Text
		for name, turn := range turned {
			r := judgeLines(t, path, turn(lines), false)
			quiet(t, filepath.Base(path)+" "+name, r)
			assert.Equal(t, want.Checked, r.Text.Checked, "%s %s", filepath.Base(path), name)
			assert.InDelta(t, want.Figures, r.Text.Figures, 1, "%s %s", filepath.Base(path), name) // a line that ends in the middle of a usage
		}
	}
}

// TestParagraphNumbers: a paragraph has one number, whether the text comes alone or beside
// its forms.
func TestParagraphNumbers(t *testing.T) {
	for _, path := range otherTexts(t)[:4] {
		lines := linesOf(t, path)
		words := "收入支出决算总体情况说明里的增加（减少）没有改。"
		lines = append(append(append([]string{}, lines[:6]...), words), lines[6:]...)
		for _, alone := range []bool{false, true} {
			numbers := map[int]bool{}
			for _, f := range ofText(judgeLines(t, path, lines, alone)) {
				if f.Rule == "text.left-over" {
					numbers[f.Cells[0].Paragraph] = true
				}
			}
			assert.Equal(t, map[int]bool{7: true}, numbers, "%s %v", path, alone)
		}
	}
}

// TestHoles: what a draft left to fill in is told once, with every place.
func TestHoles(t *testing.T) {
	path := otherTexts(t)[0]
	lines := linesOf(t, path)
	for _, i := range []int{2, 3, 4} {
		lines[i] += "【主要原因：…】"
	}
	lines[5] += "根据兰办发【2019】4号。"
	var found []report.Finding
	for _, f := range ofText(judgeLines(t, path, lines, false)) {
		if f.Rule == "text.left-over" {
			found = append(found, f)
		}
	}
	require.Len(t, found, 1)
	assert.Equal(t, report.Warning, found[0].Severity)
	assert.Len(t, found[0].Cells, 3)
	assert.Contains(t, found[0].Message, "全文共 3 处")
}

var printedAmount = regexp.MustCompile(`([0-9][0-9,]*\.[0-9]+)(?:万元|[%％])`)

// TestOtherTextsOneDigit: one digit of a figure is another, and a finding names the place.
func TestOtherTextsOneDigit(t *testing.T) {
	random := rand.New(rand.NewPCG(13, 13))
	all, found := 0, 0
	for _, path := range otherTexts(t) {
		lines := linesOf(t, path)
		for range 12 {
			i := random.IntN(len(lines))
			places := printedAmount.FindAllStringSubmatchIndex(lines[i], -1)
			if len(places) == 0 {
				continue
			}
			p := places[random.IntN(len(places))]
			at := p[2] + random.IntN(p[3]-p[2])
			c := lines[i][at]
			if c < '0' || c > '9' {
				continue
			}
			wrong := append([]string{}, lines...)
			wrong[i] = lines[i][:at] + string('0'+(c-'0'+1+byte(random.IntN(8)))%10) + lines[i][at+1:]
			from, to := utf8.RuneCountInString(lines[i][:p[2]]), utf8.RuneCountInString(lines[i][:p[3]])
			hit := false
			for _, f := range ofText(judgeLines(t, path, wrong, false)) {
				for _, place := range f.Cells {
					hit = hit || f.Severity != report.Tail && place.Words != "" && place.Cell == fmt.Sprintf("A%d", i+1) && from < place.At+utf8.RuneCountInString(place.Words) && place.At < to
				}
			}
			if all++; hit {
				found++
			} else if os.Getenv("SHOW") != "" {
				fmt.Println("SLIP", filepath.Base(path), lines[i][p[2]:p[3]], "→", wrong[i][p[2]:p[3]], lines[i][max(0, p[2]-90):p[3]])
			}
		}
	}
	t.Logf("%d of %d found", found, all)
	assert.GreaterOrEqual(t, found*100, all*85)
}
