package annotate

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"suanqing/validate/lab/skin"
	"suanqing/validate/read/docx"
	"suanqing/validate/report"
)

// stored has LibreOffice open texts and store each again in another format.
func stored(t *testing.T, files map[string][]byte, ending, filter string) map[string]string {
	t.Helper()
	if os.Getenv("SUANQING_SKIP_OFFICE") == "1" {
		t.Skip("SUANQING_SKIP_OFFICE=1")
	}
	soffice, err := exec.LookPath("soffice")
	require.NoError(t, err, "this test needs LibreOffice: apt-get install libreoffice-writer（SUANQING_SKIP_OFFICE=1 跳过）")
	dir := t.TempDir()
	args := []string{"-env:UserInstallation=file://" + filepath.Join(dir, "profile"), "--headless", "--norestore",
		"--convert-to", ending + ":" + filter, "--outdir", filepath.Join(dir, "out")}
	for name, data := range files {
		path := filepath.Join(dir, name+".docx")
		require.NoError(t, os.WriteFile(path, data, 0o600))
		args = append(args, path)
	}
	said, err := exec.Command(soffice, args...).CombinedOutput()
	require.NoError(t, err, string(said))
	out := map[string]string{}
	for name := range files {
		data, err := os.ReadFile(filepath.Join(dir, "out", name+"."+ending))
		require.NoError(t, err, "%s was not opened: %s", name, said)
		out[name] = string(data)
	}
	return out
}

var (
	noted  = regexp.MustCompile(`(?s)<office:annotation .*?</office:annotation>|<text:tracked-changes.*?</text:tracked-changes>`)
	markup = regexp.MustCompile(`<[^>]*>`)
)

// wordsOf is the text of a part of OpenDocument without comments, and without the list of
// changes on record, which has times in it.
func wordsOf(content string) string {
	_, body, _ := strings.Cut(content, "<office:body>")
	return markup.ReplaceAllString(noted.ReplaceAllString(body, ""), "")
}

// LibreOffice, which shares no code with us, opens the copy, finds the text that it finds
// in the original, and our comments.
func TestLibreOfficeOpensTheAnnotatedText(t *testing.T) {
	files, remarks := map[string][]byte{}, map[string]int{}
	story := storied(strings.Join(story, ""), nil)
	r, names := remarked(t, story, "1,280.36 万元", "新增支出12.50万元，增长5%", "入合计1,677.91万元397.55万", "三公经费5.91万元", "22.07", "满意度98%", "12.30")
	files["story"], remarks["story"] = story, len(r.Findings)
	var err error
	files["story-copy"], err = Written(story, names, r)
	require.NoError(t, err)

	plain, err := os.ReadFile("../../testdata/lanshan-2023.xlsx")
	require.NoError(t, err)
	book, err := skin.Read(plain)
	require.NoError(t, err)
	for _, s := range skin.All() {
		switch s.Name {
		case "docx-all", "docx-other-prefix", "docx-strict":
			data := s.Make(book)
			d, err := docx.Open(data)
			require.NoError(t, err)
			r := &report.Report{Verdict: report.Fail}
			for i, sheet := range d.Sheets {
				if strings.Contains(sheet.Name, "决算") {
					for _, cell := range []string{"A1", "C7", "B9"} {
						r.Findings = append(r.Findings, report.Finding{Message: "x", Cells: []report.Cell{{Sheet: d.Sheets[i].Name, Cell: cell}}})
					}
				}
			}
			files[s.Name], remarks[s.Name] = data, len(r.Findings)
			files[s.Name+"-copy"], err = Written(data, titlesOf(d), r)
			require.NoError(t, err)
		}
	}
	again := stored(t, files, "odt", "writer8")
	for name, n := range remarks {
		before, after := member(t, []byte(again[name]), "content.xml"), member(t, []byte(again[name+"-copy"]), "content.xml")
		assert.Equal(t, n+1, strings.Count(after, "<dc:creator>"+Author+"</dc:creator>"), name)
		assert.NotContains(t, before, Author)
		assert.Equal(t, wordsOf(before), wordsOf(after), name)
	}
	assert.Contains(t, member(t, []byte(again["story-copy"]), "content.xml"), "“三公经费5.91万元”与表不一样。")
}
