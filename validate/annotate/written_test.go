package annotate

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"suanqing/validate/document"
	"suanqing/validate/lab/skin"
	"suanqing/validate/read/docx"
	"suanqing/validate/report"
)

const (
	wordSpace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
	bold      = `<w:rPr><w:b/><w:color w:val="FF0000"/></w:rPr>`
)

// story has a paragraph of every kind that a text has.
var story = []string{
	`<w:p><w:pPr><w:jc w:val="both"/></w:pPr><w:r w:rsidR="00A1">` + bold + `<w:t>六、基本支出决算 1,280.36 万元，其中&lt;人员&gt;经费&#57;91.14万元。</w:t></w:r></w:p>`,
	`<w:p><w:r><w:t>2023年度收、</w:t><w:tab/><w:t xml:space="preserve">支总计均为 1,677.91 </w:t><w:br/><w:t>万元。</w:t></w:r></w:p>`,
	`<w:p><w:ins w:id="1" w:author="甲"><w:r><w:t>新增支出12.50万元</w:t></w:r></w:ins><w:del w:id="2" w:author="甲"><w:r><w:delText>旧13.50</w:delText></w:r></w:del><w:r><w:t>，增长5%。</w:t></w:r></w:p>`,
	`<w:p><w:r><w:t>见</w:t></w:r><w:hyperlink w:anchor="a"><w:r>` + bold + `<w:t>附表收入合计1,677.91万元</w:t></w:r></w:hyperlink><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> REF x </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>397.55</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:t>万元</w:t></w:r></w:p>`,
	`<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor distT="0"><a:graphic><a:graphicData uri="x"><wps:wsp><wps:txbx><w:txbxContent><w:p><w:r><w:t>框里的话：三公经费5.91万元。</w:t></w:r></w:p></w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice></mc:AlternateContent></w:r><w:r><w:t>框后面的话。</w:t></w:r></w:p>`,
	`<w:sdt><w:sdtContent><w:p><w:sdt><w:sdtContent><w:r><w:t>控件里的数 22.07 万元。</w:t></w:r></w:sdtContent></w:sdt></w:p></w:sdtContent></w:sdt>`,
	`<w:p><w:r><w:ruby><w:rt><w:r><w:t>pin</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>拼音</w:t></w:r></w:rubyBase></w:ruby></w:r><m:oMath><m:r><m:t>A/B=5</m:t></m:r></m:oMath></w:p>`,
	`<w:p><w:r><w:t>绩效自评表是这样的一张表，下面就是它。</w:t></w:r></w:p>`,
	`<w:tbl><w:tblGrid><w:gridCol w:w="2000"/><w:gridCol w:w="2000"/></w:tblGrid><w:tr><w:tc><w:p><w:r><w:t>执行率为95%以上</w:t></w:r></w:p><w:p><w:r><w:t>满意度98%</w:t></w:r></w:p></w:tc><w:tc><w:p/></w:tc></w:tr><w:tr><w:tc><w:p><w:r><w:t>12.30</w:t></w:r></w:p></w:tc><w:tc><w:p><w:pPr><w:jc w:val="right"/></w:pPr></w:p></w:tc></w:tr></w:tbl>`,
}

const storySpaces = ` xmlns:w="` + wordSpace + `" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" ` +
	`xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"`

// storied is a text of Word with these paragraphs, and more parts by name.
func storied(body string, more map[string]string) []byte {
	parts := []string{
		"[Content_Types].xml", `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
		"_rels/.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
		"word/document.xml", `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n<w:document" + storySpaces + "><w:body>" + body + "<w:sectPr/></w:body></w:document>",
		"word/media/image1.png", "\x89PNG not really"}
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for i := 0; i < len(parts); i += 2 {
		if text, own := more[parts[i]]; own {
			parts[i+1] = text
			delete(more, parts[i])
		}
		w, _ := z.Create(parts[i])
		io.WriteString(w, parts[i+1])
	}
	for name, text := range more {
		w, _ := z.Create(name)
		io.WriteString(w, text)
	}
	z.Close()
	return out.Bytes()
}

// remarked is a report with a finding on these words of a text, wherever they stand in it.
func remarked(t *testing.T, data []byte, words ...string) (*report.Report, []string) {
	t.Helper()
	d, err := docx.Open(data)
	require.NoError(t, err)
	r := &report.Report{File: "说明.docx", Verdict: report.Fail}
	for _, w := range words {
		found := false
		for _, s := range d.Sheets {
			for _, row := range s.Rows {
				for i := range row.Cells {
					c := &row.Cells[i]
					if before, _, ok := strings.Cut(c.Shown(), w); ok && !found {
						found = true
						r.Findings = append(r.Findings, report.Finding{Rule: "W01", Severity: report.Error, Message: "“" + w + "”与表不一样。", Hint: "核对后改正。", Cells: []report.Cell{
							{Document: "说明.docx", Section: "六", Paragraph: 1, Words: w, Sheet: s.Name, Cell: document.Address(row.Index, c.Col), At: len([]rune(before))}}})
					}
				}
			}
		}
		require.True(t, found, w)
	}
	return r, titlesOf(d)
}

func titlesOf(d *document.Document) (names []string) {
	for _, s := range d.Sheets {
		names = append(names, s.Name)
	}
	return names
}

// looks are the characters of a text, each with the properties of its run and the
// elements that it is in; and by the id of each comment, the words that it stands on.
func looks(t *testing.T, part string) (chars []string, words map[string]string) {
	t.Helper()
	words = map[string]string{}
	open := map[string]bool{}
	d := xml.NewDecoder(strings.NewReader(part))
	var stack, runs []string
	inProperties, fromProperties := 0, int64(0)
	for {
		before := d.InputOffset()
		token, err := d.Token()
		if err == io.EOF {
			return chars, words
		}
		require.NoError(t, err)
		switch token := token.(type) {
		case xml.StartElement:
			name := token.Name.Local
			stack = append(stack, name)
			switch name {
			case "r":
				runs = append(runs, "")
			case "rPr":
				if inProperties == 0 {
					fromProperties = before
				}
				inProperties++
			case "commentRangeStart":
				open[token.Attr[0].Value] = true
			case "commentRangeEnd":
				delete(open, token.Attr[0].Value)
			case "tab", "br":
				chars = append(chars, name)
			}
		case xml.EndElement:
			switch stack = stack[:len(stack)-1]; token.Name.Local {
			case "r":
				runs = runs[:len(runs)-1]
			case "rPr":
				if inProperties--; inProperties == 0 && len(runs) > 0 {
					runs[len(runs)-1] = part[fromProperties:d.InputOffset()]
				}
			}
		case xml.CharData:
			if len(stack) == 0 || stack[len(stack)-1] != "t" {
				continue
			}
			for _, c := range string(token) {
				chars = append(chars, fmt.Sprint(string(c), stack, runs))
				for id := range open {
					words[id] += string(c)
				}
			}
		}
	}
}

// member is what a package holds under a name.
func member(t *testing.T, data []byte, name string) string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	require.NoError(t, err)
	f, err := z.Open(name)
	require.NoError(t, err, name)
	b, err := io.ReadAll(f)
	require.NoError(t, err)
	return string(b)
}

// sameBut holds a copy against its original: the same texts with the same looks, and the
// same bytes in all parts but those that must change.
func sameBut(t *testing.T, original, copied []byte) {
	t.Helper()
	a, err := docx.Open(original)
	require.NoError(t, err)
	b, err := docx.Open(copied)
	require.NoError(t, err)
	require.Equal(t, a, b)
	before, _ := looks(t, member(t, original, "word/document.xml"))
	after, _ := looks(t, member(t, copied, "word/document.xml"))
	require.Equal(t, before, after)
	z, err := zip.NewReader(bytes.NewReader(original), int64(len(original)))
	require.NoError(t, err)
	for _, f := range z.File {
		switch f.Name {
		case "word/document.xml", "[Content_Types].xml", "word/_rels/document.xml.rels", "word/comments.xml":
		default:
			assert.Equal(t, member(t, original, f.Name), member(t, copied, f.Name), f.Name)
		}
	}
}

// TestWordsAreRemarkedOn: a comment stands on the very words, wherever they are.
func TestWordsAreRemarkedOn(t *testing.T) {
	data := storied(strings.Join(story, ""), nil)
	words := []string{"1,280.36 万元", "<人员>经费991.14", "六、", "1,677.91 ", "收、\t支总计", "新增支出12.50万元，增长5%", "12.50", "入合计1,677.91万元397.55万", "397.55",
		"三公经费5.91万元", "22.07", "拼", "A/B", "95%", "满意度98%", "12.30", "1,280.36"}
	r, names := remarked(t, data, words...)
	copied, err := Written(data, names, r)
	require.NoError(t, err)
	sameBut(t, data, copied)
	_, on := looks(t, member(t, copied, "word/document.xml"))
	want := []string{}
	for _, w := range words {
		want = append(want, strings.ReplaceAll(w, "\t", ""))
	}
	want[9], want[11], want[12] = "框里的话：三公经费5.91万元。", "pin拼音", "A/B=5" // no comment goes into a box, or parts signs that belong together
	for i, w := range want {
		assert.Equal(t, w, on[fmt.Sprint(i+1)], "comment %d", i+1)
	}
	comments := member(t, copied, "word/comments.xml")
	assert.Equal(t, len(words)+1, strings.Count(comments, "<w:comment "))
	assert.Contains(t, comments, `w:author="算清"`)
	assert.Contains(t, comments, "✗【错误】“1,280.36 万元”与表不一样。</w:t>")
	assert.Contains(t, comments, "怎么改：核对后改正。")
	assert.Contains(t, comments, "文中批注 17 处")
	assert.Contains(t, member(t, copied, "[Content_Types].xml"), "/word/comments.xml")
	again, err := Written(data, names, r)
	require.NoError(t, err)
	assert.True(t, bytes.Equal(copied, again), "the same bytes again")
}

// TestCellsAreRemarkedOn: what is found in a form that is a table stands at its cell, an
// empty one too; what stands nowhere is said at the beginning.
func TestCellsAreRemarkedOn(t *testing.T) {
	data := storied(strings.Join(story, ""), nil)
	d, err := docx.Open(data)
	require.NoError(t, err)
	table := d.Sheets[len(d.Sheets)-1]
	r := &report.Report{Verdict: report.Fail}
	last := table.Rows[len(table.Rows)-1].Index
	for _, at := range [][2]int{{last, 0}, {last, 1}, {last - 1, 1}} {
		r.Findings = append(r.Findings, report.Finding{Severity: report.Warning, Message: "格", Cells: []report.Cell{{Sheet: "别的表", Cell: "A1"}, {Sheet: table.Name, Cell: document.Address(at[0], at[1])}}})
	}
	r.Findings = append(r.Findings, report.Finding{Severity: report.Error, Message: "缺一张表。"})
	copied, err := Written(data, titlesOf(d), r)
	require.NoError(t, err)
	sameBut(t, data, copied)
	part := member(t, copied, "word/document.xml")
	_, on := looks(t, part)
	assert.Equal(t, "12.30", on["1"])
	assert.Contains(t, part, `<w:jc w:val="right"/></w:pPr><w:commentRangeStart w:id="2"/>`)
	assert.Contains(t, part, `<w:tc><w:p><w:commentRangeStart w:id="3"/><w:commentRangeEnd w:id="3"/><w:r><w:commentReference w:id="3"/></w:r></w:p></w:tc>`)
	comments := member(t, copied, "word/comments.xml")
	assert.Contains(t, comments, "另有 1 条不在这份文字里")
	assert.Contains(t, comments, "【错误】缺一张表。")
	assert.Contains(t, comments, "另见：别的表!A1")
}

// TestOwnCommentsStay: those that the text has keep their ids and words.
func TestOwnCommentsStay(t *testing.T) {
	own := `<w:comments xmlns:w="` + wordSpace + `"><w:comment w:id="7" w:author="乙"><w:p><w:r><w:t>请核对</w:t></w:r></w:p></w:comment></w:comments>`
	body := strings.Replace(story[0], `<w:r w:rsidR`, `<w:commentRangeStart w:id="7"/><w:r w:rsidR`, 1)
	body = strings.Replace(body, `</w:r></w:p>`, `</w:r><w:commentRangeEnd w:id="7"/><w:r><w:commentReference w:id="9"/></w:r></w:p>`, 1)
	data := storied(body, map[string]string{"word/comments.xml": own,
		"word/_rels/document.xml.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" Target="comments.xml"/></Relationships>`})
	r, names := remarked(t, data, "1,280.36 万元")
	copied, err := Written(data, names, r)
	require.NoError(t, err)
	sameBut(t, data, copied)
	comments := member(t, copied, "word/comments.xml")
	assert.True(t, strings.HasPrefix(comments, strings.TrimSuffix(own, "</w:comments>")))
	_, on := looks(t, member(t, copied, "word/document.xml"))
	assert.Equal(t, "1,280.36 万元", on["11"])
	assert.Equal(t, "六、基本支出决算 1,280.36 万元，其中<人员>经费991.14万元。", on["7"])
	assert.Equal(t, 1, strings.Count(member(t, copied, "word/_rels/document.xml.rels"), "/comments\""))
}

// TestAnyWords: random words of every way of writing a text, on one another too.
func TestAnyWords(t *testing.T) {
	plain, err := os.ReadFile("../../testdata/lanshan-2023.xlsx")
	require.NoError(t, err)
	book, err := skin.Read(plain)
	require.NoError(t, err)
	random := rand.New(rand.NewPCG(3, 4))
	texts := map[string][]byte{"story": storied(strings.Join(story, ""), nil)}
	for _, s := range skin.All() {
		if s.Kind == skin.DOCX {
			texts[s.Name] = s.Make(book)
		}
	}
	for name, data := range texts {
		d, err := docx.Open(data)
		require.NoError(t, err)
		for range 3 {
			r := &report.Report{Verdict: report.Fail}
			for range 60 {
				s := d.Sheets[random.IntN(len(d.Sheets))]
				row := s.Rows[random.IntN(len(s.Rows))]
				c := &row.Cells[random.IntN(len(row.Cells))]
				all := []rune(c.Shown())
				from := random.IntN(len(all))
				to := from + 1 + random.IntN(len(all)-from)
				r.Findings = append(r.Findings, report.Finding{Message: "x", Cells: []report.Cell{{Words: string(all[from:to]), At: from, Sheet: s.Name, Cell: document.Address(row.Index, c.Col)}}})
			}
			copied, err := Written(data, titlesOf(d), r)
			require.NoError(t, err, name)
			sameBut(t, data, copied)
		}
	}
}

// TestWordsBesideTheBook: what words say against a cell is told at the cell, in the copy
// of the book, with where the words stand.
func TestWordsBesideTheBook(t *testing.T) {
	r := about("A1")
	r.Findings[0].Cells = append([]report.Cell{{Document: "说明.docx", Section: "六", Paragraph: 41, Words: "1,280.36 万元", Sheet: "六、基本", Cell: "A9"}}, r.Findings[0].Cells...)
	copied, err := Copy(small(t), r)
	require.NoError(t, err)
	f, err := excelize.OpenReader(bytes.NewReader(copied))
	require.NoError(t, err)
	defer f.Close()
	comments, err := f.GetComments(f.GetSheetName(0))
	require.NoError(t, err)
	require.Len(t, comments, 1)
	text := ""
	for _, p := range comments[0].Paragraph {
		text += p.Text
	}
	assert.Contains(t, comments[0].Text+text, "文字：说明.docx 六、第41段“1,280.36 万元”")
}
