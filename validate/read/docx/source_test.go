package docx

import (
	"html"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestSource: every character of a text is found again in the part, but for those that
// Word makes itself.
func TestSource(t *testing.T) {
	body := paragraph(`<w:pStyle w:val="1"/>`, "收支&amp;情况") + paragraph("<w:rPr><w:del/></w:rPr>", "前半") + para("后半") +
		"<w:p>" + run("支出决") + `<w:r><w:br/><w:t>算</w:t></w:r><w:ins>` + run("1,280.36") + `</w:ins><w:hyperlink>` + run(" 万元") + "</w:hyperlink></w:p>" +
		`<w:p><w:r><w:fldChar w:fldCharType="begin"/><w:t>码</w:t><w:fldChar w:fldCharType="separate"/><w:t>12.30</w:t><w:fldChar w:fldCharType="end"/></w:r></w:p>` +
		para("收入决算表") + grid3(cells("项目", "1,677.90", "")+`<w:tr><w:tc><w:p/>`+para("甲")+"<w:p/>"+para("乙")+`</w:tc></w:tr>`) + para("注：无。")
	d, source, err := Trace(written(body, heading, chineseList))
	require.NoError(t, err)
	var found []string
	for _, s := range d.Sheets[:1] {
		for _, r := range s.Rows {
			for i := range r.Cells {
				c := &r.Cells[i]
				spot, ok := source.At(s, r.Index, c.Col)
				require.True(t, ok, c.Shown())
				var raw []string
				for _, p := range spot.Pieces {
					rest := source.Text[p.From:]
					inner := html.UnescapeString(rest[:strings.IndexByte(rest, '<')])
					if inner != "" {
						assert.Equal(t, c.Shown()[p.At:p.At+p.Length], inner)
					}
					raw = append(raw, inner)
				}
				found = append(found, strings.Join(raw, "|"))
			}
		}
	}
	assert.Equal(t, []string{"收支&情况", "前半|后半", "支出决", "算|1,280.36| 万元", "12.30", "收入决算表", "项目", "1,677.90", "甲|乙", "注：无。"}, found)

	table := d.Sheets[0]
	for _, at := range [][2]int{{6, 2}, {7, 1}} { // an empty cell, and one that is not there
		spot, ok := source.At(table, at[0], at[1])
		require.True(t, ok)
		assert.True(t, strings.HasPrefix(source.Text[spot.Cell:], "<w:p"))
	}
	_, ok := source.At(d.Sheets[1], 0, 0)
	assert.False(t, ok, "a note is in another part")
}

// TestEndnotes: notes at the end come apart, as those at the foot do.
func TestEndnotes(t *testing.T) {
	got := sheets(t, packed("word/document.xml", "<w:document><w:body>"+para("文")+"</w:body></w:document>",
		"word/_rels/document.xml.rels", `<Relationships><Relationship Id="a" Type="x/endnotes" Target="endnotes.xml"/><Relationship Id="b" Type="x/footer" Target="footer1.xml"/></Relationships>`,
		"word/endnotes.xml", `<w:endnotes><w:endnote w:type="separator">`+para("-")+`</w:endnote><w:endnote w:id="2">`+para("含上年结转。")+`</w:endnote></w:endnotes>`,
		"word/footer1.xml", `<w:ftr>`+para("第1页")+`</w:ftr>`))
	assert.Equal(t, []string{"文：\n|0 文\n[]", "尾注：\n|0 含上年结转。\n[]", "页眉和页脚：\n|0 第1页\n[]"}, got)
}
