package docx

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"suanqing/validate/document"
)

const (
	heading     = `<w:style w:type="paragraph" w:styleId="1"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr></w:style><w:style w:type="paragraph" w:styleId="2"><w:basedOn w:val="1"/></w:style><w:style w:type="character" w:styleId="gone"><w:rPr><w:vanish/></w:rPr></w:style>`
	chineseList = `<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl>` +
		`<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:isLgl/><w:lvlText w:val="%1.%2"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>` +
		`<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>`
)

func paragraph(properties string, text string) string {
	return "<w:p><w:pPr>" + properties + "</w:pPr><w:r><w:t>" + text + "</w:t></w:r></w:p>"
}

func para(text string) string { return paragraph("", text) }

func run(text string) string { return "<w:r><w:t>" + text + "</w:t></w:r>" }

func cells(texts ...string) string {
	row := "<w:tr>"
	for _, text := range texts {
		row += "<w:tc>" + para(text) + "</w:tc>"
	}
	return row + "</w:tr>"
}

func grid3(rows string) string {
	return `<w:tbl><w:tblGrid><w:gridCol w:w="900"/><w:gridCol w:w="900"/><w:gridCol w:w="900"/></w:tblGrid>` + rows + "</w:tbl>"
}

// sheets are those of the text itself, a line a row: 名：|A1|B1 …
func sheets(t *testing.T, data []byte) (out []string) {
	t.Helper()
	d, err := Open(data)
	require.NoError(t, err)
	for _, s := range d.Sheets {
		assert.True(t, s.Written)
		lines := []string{s.Name + "："}
		for _, r := range s.Rows {
			line := ""
			for i := range r.Cells {
				line += fmt.Sprint("|", r.Cells[i].Col, " ", r.Cells[i].Shown())
			}
			lines = append(lines, line)
		}
		out = append(out, strings.Join(append(lines, fmt.Sprint(s.Merges)), "\n"))
	}
	return out
}

// TestParagraphs: what a paragraph shows once all changes are accepted, fields show what
// they show, and what is hidden is gone.
func TestParagraphs(t *testing.T) {
	for name, c := range map[string]struct{ body, want string }{
		"runs":            {"<w:p>" + run("支出决") + run("算 1,280.36 万元") + "</w:p>", "支出决算 1,280.36 万元"},
		"insertion":       {"<w:p><w:ins>" + run("新") + "</w:ins><w:del><w:r><w:delText>旧</w:delText></w:r></w:del><w:moveFrom>" + run("走") + "</w:moveFrom><w:moveTo>" + run("来") + "</w:moveTo></w:p>", "新来"},
		"mark deleted":    {paragraph("<w:rPr><w:del/></w:rPr>", "前半") + para("后半"), "前半后半"},
		"hidden":          {"<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>藏</w:t></w:r><w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t>见</w:t></w:r><w:r><w:rPr><w:rStyle w:val=\"gone\"/></w:rPr><w:t>藏</w:t></w:r></w:p>", "见"},
		"field":           {`<w:p><w:r><w:fldChar w:fldCharType="begin"/><w:instrText>REF a</w:instrText><w:t>码</w:t><w:fldChar w:fldCharType="separate"/><w:t>12.30</w:t><w:fldChar w:fldCharType="end"/><w:t>万元</w:t></w:r></w:p>`, "12.30万元"},
		"field in field":  {`<w:p><w:r><w:fldChar w:fldCharType="begin"/><w:fldChar w:fldCharType="begin"/><w:fldChar w:fldCharType="separate"/><w:t>内</w:t><w:fldChar w:fldCharType="end"/><w:fldChar w:fldCharType="separate"/><w:t>外</w:t><w:fldChar w:fldCharType="end"/></w:r></w:p>`, "外"},
		"field open":      {`<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r></w:p>` + para("后面的话"), "后面的话"},
		"simple field":    {`<w:p><w:fldSimple w:instr="DATE">` + run("2024") + `</w:fldSimple></w:p>`, "2024"},
		"signs":           {`<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:noBreakHyphen/><w:softHyphen/><w:t>c</w:t><w:br/><w:t>d</w:t><w:sym w:font="Wingdings" w:char="F0FC"/></w:r></w:p>`, "a\tb-c\nd√"},
		"ruby":            {`<w:p><w:r><w:ruby><w:rt>` + run("pin") + `</w:rt><w:rubyBase>` + run("拼") + `</w:rubyBase></w:ruby></w:r></w:p>`, "拼"},
		"box, said twice": {`<w:p><w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx><w:txbxContent>` + para("框") + `</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>` + para("框") + `</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`, "框"},
		"old properties":  {`<w:p><w:pPr><w:pPrChange><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:pPrChange></w:pPr>` + run("文") + "</w:p>", "文"},
		"control":         {`<w:sdt><w:sdtPr><w:t>不</w:t></w:sdtPr><w:sdtContent><w:p><w:sdt><w:sdtContent>` + run("选") + `</w:sdtContent></w:sdt></w:p></w:sdtContent></w:sdt>`, "选"},
		"formula":         {`<w:p><m:oMath><m:r><m:t>A/B</m:t></m:r></m:oMath></w:p>`, "A/B"},
	} {
		d, err := Open(written(c.body, heading, chineseList))
		if assert.NoError(t, err, name) && assert.Len(t, d.Sheets[0].Rows, 1, name) {
			assert.Equal(t, c.want, d.Sheets[0].Rows[0].Cells[0].Stored, name)
		}
	}
}

// TestNumbering: the numbers that Word makes stand in front.
func TestNumbering(t *testing.T) {
	item := func(num, level int) string {
		return paragraph(fmt.Sprintf(`<w:numPr><w:ilvl w:val="%d"/><w:numId w:val="%d"/></w:numPr>`, level, num), "文")
	}
	body := paragraph(`<w:pStyle w:val="1"/>`, "题") + item(1, 1) + item(1, 1) + paragraph(`<w:pStyle w:val="2"/>`, "题") + item(1, 1) + item(2, 0) + item(2, 0) +
		paragraph(`<w:pStyle w:val="1"/><w:numPr><w:numId w:val="0"/></w:numPr>`, "无") + item(9, 0)
	d, err := Open(written(body, heading, chineseList))
	require.NoError(t, err)
	var got []string
	for _, r := range d.Sheets[0].Rows {
		got = append(got, r.Cells[0].Stored)
	}
	assert.Equal(t, []string{"一、题", "1.1 文", "1.2 文", "二、题", "2.1 文", "一、文", "二、文", "无", "文"}, got)
	for format, want := range map[string][]string{
		"decimal":                     {"0", "1", "10", "110"},
		"chineseCounting":             {"零", "一", "十", "一一〇"},
		"chineseCountingThousand":     {"零", "一", "十", "一百一十"},
		"japaneseCounting":            {"〇", "一", "十", "百十"},
		"ideographTraditional":        {"0", "甲", "癸", "110"},
		"decimalEnclosedCircle":       {"0", "①", "⑩", "110"},
		"upperRoman":                  {"0", "I", "X", "CX"},
		"lowerLetter":                 {"0", "a", "j", "ffffff"[:5]},
		"decimalZero":                 {"00", "01", "10", "110"},
		"an unheard-of format indeed": {"0", "1", "10", "110"},
	} {
		for i, n := range []int{0, 1, 10, 110} {
			assert.Equal(t, want[i], numeral(n, format), format)
		}
	}
	assert.Equal(t, "二十一 一百零五 一千零二十 一万零三", strings.Join([]string{numeral(21, "chineseCounting"), numeral(105, "chineseCountingThousand"), numeral(1020, "chineseCountingThousand"), numeral(10003, "chineseCountingThousand")}, " "))
}

// TestTables: where cells stand, what is merged, what stands beside.
func TestTables(t *testing.T) {
	merged := `<w:tr><w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr>` + para("科目") + `</w:tc><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>` + para("金额") + para("（万元）") + `</w:tc></w:tr>` +
		`<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc><w:tc>` + para("1,677.90") + `</w:tc><w:tc>` + para("0101") + `</w:tc></w:tr>` +
		`<w:tr><w:trPr><w:gridBefore w:val="2"/></w:trPr><w:tc>` + para("12.5") + `</w:tc></w:tr>` +
		`<w:tr><w:trPr><w:del/></w:trPr><w:tc>` + para("9") + `</w:tc></w:tr>`
	got := sheets(t, written(para("第二部分")+para("收入决算表")+grid3(merged)+para("注：本表反映收入。")+para("三、说明")+para("很长的话。"), "", ""))
	assert.Equal(t, []string{
		"收入决算表：\n|0 第二部分\n|0 收入决算表\n|0 科目|1 金额\n（万元）\n|1 1,677.90|2 0101\n|2 12.5\n|0 注：本表反映收入。\n[A1:C1 A2:C2 A3:A4 B3:C3 A6:C6]",
		"三、说明：\n|0 三、说明\n|0 很长的话。\n[]", "脚注：\n|0 含上年结转。\n[]", "页眉和页脚：\n|0 某局决算\n[]"}, got)

	nested := `<w:tr><w:tc>` + para("外") + grid3(cells("1", "2", "3")) + `<w:p/></w:tc><w:tc>` + para("右") + `</w:tc></w:tr>`
	got = sheets(t, written(grid3(nested)+`<w:p/>`+grid3(cells("x", "y", "z")), "", ""))
	assert.Equal(t, []string{"第1张表：\n|0 外|1 右\n|0 x|1 y|2 z\n[]", "第2张表：\n|0 1|1 2|2 3\n[]"}, got[:2])

	framed := `<w:tr><w:tc>` + para("支出决算表") + grid3(cells("1", "2", "3")) + `<w:p/></w:tc></w:tr>`
	got = sheets(t, written(grid3(framed), "", ""))
	assert.Equal(t, "支出决算表：\n|0 支出决算表\n|0 1|1 2|2 3\n[A1:C1]", got[0])
}

// TestRefusals: what cannot be read is said in two sentences.
func TestRefusals(t *testing.T) {
	for name, c := range map[string]struct {
		data []byte
		code string
	}{
		"no text":      {packed("word/document.xml", "<w:document><w:body><w:p/></w:body></w:document>"), "word"},
		"other part":   {written(`<w:altChunk r:id="a"/>`, "", ""), "word"},
		"not closed":   {packed("word/document.xml", "<w:document><w:body><w:p>"), "corrupt"},
		"no main part": {packed("word/styles.xml", "<w:styles/>"), "corrupt"},
		"DTD":          {packed("word/document.xml", `<!DOCTYPE x [<!ENTITY x SYSTEM "file:///etc/passwd">]><w:document><w:body/></w:document>`), "corrupt"},
		"bad styles":   {written(para("a"), "<w:style>", ""), "corrupt"},
	} {
		_, err := Open(c.data)
		var r *document.Refusal
		if assert.True(t, errors.As(err, &r), name) {
			assert.Equal(t, c.code, r.Code, name)
			assert.True(t, strings.HasSuffix(r.Message, "。") && strings.HasSuffix(r.Hint, "。"), name)
		}
	}
}
