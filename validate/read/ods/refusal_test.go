package ods

import (
	"bytes"
	"os"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"suanqing/validate/document"
)

func TestRefusals(t *testing.T) {
	good := string(rows("<table:table-row>" + number("1") + "</table:table-row>"))
	row := func(cells string) string { return "<table:table-row>" + cells + "</table:table-row>" }
	again := func(n string, element, in string) string {
		return "<table:table-" + element + ` table:number-` + element + `s-repeated="` + n + `">` + in + "</table:table-" + element + ">"
	}
	cells := func(n string) string {
		return strings.Replace(number("1"), "<table:table-cell", `<table:table-cell table:number-columns-repeated="`+n+`"`, 1)
	}
	tables := func(n int) string { return strings.Repeat(`<table:table table:name="a"/>`, n) }
	merged := strings.Repeat(`<table:table-cell table:number-columns-spanned="2"/>`, 1000)
	styles := func(n int) string {
		return strings.Repeat(`<style:style style:family="table-cell" style:name="a"/>`, n)
	}
	for name, c := range map[string]struct {
		data       []byte
		code, part string
	}{
		"cut":                  {[]byte(good[:strings.LastIndex(good, "</office:document>")]), "corrupt", "没有闭合"},
		"not closed as opened": {[]byte(strings.Replace(good, "</table:table-row>", "</table:table>", 1)), "corrupt", "不配对"},
		"entities":             {[]byte(strings.Replace(good, "?>", `?><!DOCTYPE a [<!ENTITY b "c">]>`, 1)), "corrupt", "DOCTYPE"},
		"a text":               {[]byte(strings.NewReplacer("<office:spreadsheet>", "<office:text>", "</office:spreadsheet>", "</office:text>").Replace(good)), "not-a-workbook", "不是电子表格"},
		"no sheets":            {flat("", ""), "not-a-workbook", "没有工作表"},
		"many sheets":          {flat("", tables(maxSheets+1)), "too-complex", "工作表过多"},
		"long name":            {flat("", `<table:table table:name="`+strings.Repeat("a", maxName+1)+`"/>`), "too-complex", "名称过长"},
		"many styles":          {flat(styles(maxStyles+1), tables(1)), "too-complex", "样式过多"},
		"many pieces":          {flat("<number:number-style>"+strings.Repeat("<number:text/>", maxStyles)+"</number:number-style>", tables(1)), "too-complex", "样式过多"},
		"many columns":         {flat("", strings.Repeat(`<table:table>`+strings.Repeat("<table:table-column/>", document.MaxCols)+`</table:table>`, 5)), "too-complex", "列设置过多"},
		"content far right":    {rows(row(`<table:table-cell table:number-columns-repeated="600"/>` + number("1"))), "too-complex", "WC1"},
		"repeated too far":     {rows(row(cells("513"))), "too-complex", "SS1"},
		"content far down":     {rows(again("1048576", "row", "") + row(number("1"))), "too-complex", "1048576"},
		"a row repeated":       {rows(again("1048576", "row", number("1"))), "too-complex", "“表”"},
		"cells":                {rows(again("5000", "row", cells("500"))), "too-complex", "“表”"},
		"merges":               {rows(again("101", "row", merged)), "", ""},
		"merges repeated":      {rows(again("101", "row", number("1")+merged)), "too-complex", "合并单元格"},
		"long text":            {rows(row(text("<text:p>" + strings.Repeat("长", maxText/3+1) + "</text:p>"))), "too-complex", "过长"},
		"blanks":               {rows(row(text("<text:p>" + strings.Repeat(`<text:s text:c="999999"/>`, maxText/maxBlanks+2) + "</text:p>"))), "too-complex", "过长"},
		"long formula":         {rows(row(`<table:table-cell table:formula="of:=` + strings.Repeat("1+", maxFormula) + `1"/>`)), "too-complex", "过长"},
		"nested":               {rows(row(text("<text:p>" + strings.Repeat("<text:span>", 100) + strings.Repeat("</text:span>", 100) + "</text:p>"))), "too-complex", "嵌套"},
		"nested groups":        {rows(strings.Repeat("<table:table-row-group>", 100) + strings.Repeat("</table:table-row-group>", 100)), "too-complex", "嵌套"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := OpenFlat(c.data)
			if c.code == "" {
				assert.NoError(t, err)
				return
			}
			assertRefusal(t, err, c.code, c.part)
		})
	}
}

func assertRefusal(t *testing.T, err error, code, part string) {
	t.Helper()
	var refusal *document.Refusal
	require.ErrorAs(t, err, &refusal)
	assert.Equal(t, code, refusal.Code, refusal.Message)
	assert.Contains(t, refusal.Message, part)
	for _, sentence := range []string{refusal.Message, refusal.Hint} {
		assert.True(t, utf8.ValidString(sentence) && strings.HasSuffix(sentence, "。"), sentence)
	}
}

func TestRefusedPackages(t *testing.T) {
	content := string(rows(""))
	for name, c := range map[string]struct {
		data       []byte
		code, part string
	}{
		"password":     {packed(t, "mimetype", mimetype, "content.xml", "\x01\x02", "META-INF/manifest.xml", `<manifest:manifest><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>`), "encrypted", "密码"},
		"no content":   {packed(t, "mimetype", mimetype), "corrupt", "缺失"},
		"two contents": {packed(t, "mimetype", mimetype, "content.xml", content, "content.xml", content), "corrupt", "重复"},
		"a text":       {packed(t, "mimetype", mimetype, "content.xml", strings.ReplaceAll(content, "office:spreadsheet", "office:text")), "not-a-workbook", "不是电子表格"},
		"no zip":       {[]byte("PK\x03\x04"), "corrupt", "无法解压"},
		"too large":    {packed(t, "mimetype", mimetype, "content.xml", strings.Repeat(" ", 65<<20)), "too-large", "64 MB"},
		"bad styles":   {packed(t, "mimetype", mimetype, "content.xml", content, "styles.xml", "<office:document-styles>"), "corrupt", "样式"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := Open(c.data)
			assertRefusal(t, err, c.code, c.part)
		})
	}
	_, err := OpenFlat(make([]byte, maxFlat+1))
	assertRefusal(t, err, "too-large", "64 MB")
	broken := packed(t, "mimetype", mimetype, "content.xml", content)
	at := bytes.Index(broken, []byte("content.xml")) + 40
	broken[at] ^= 0xFF
	_, err = Open(broken)
	assertRefusal(t, err, "corrupt", "")
}

// TestEmptyRowsAreFew: of empty rows with looks only so many are kept, in all sheets.
func TestEmptyRowsAreFew(t *testing.T) {
	sheet := `<table:table table:name="a"><table:table-row table:visibility="collapse" table:number-rows-repeated="1048575"/><table:table-row>` + number("1") + `</table:table-row></table:table>`
	book, err := OpenFlat(flat("", strings.Repeat(sheet, 3)))
	require.NoError(t, err)
	total := 0
	for _, s := range book.Sheets {
		total += len(s.Rows)
		assert.NotNil(t, s.At(document.MaxRows-1, 0))
	}
	assert.Equal(t, maxEmptyRows+3, total)
}

// TestDamage changes, and cuts at, the bytes of a book: no byte may make the reader
// panic or hang.
func TestDamage(t *testing.T) {
	zipped, err := os.ReadFile(fixtures + "days-1904.ods")
	require.NoError(t, err)
	for step, good := range map[int][]byte{1: goodFlat(), 11: zipped} {
		for i := 0; i < len(good); i += step {
			bad := bytes.Clone(good)
			for _, flip := range []byte{0x01, 0x80} {
				bad[i] = good[i] ^ flip
				read(t, bad)
			}
			read(t, good[:i])
		}
	}
}

// goodFlat has some of everything.
func goodFlat() []byte {
	return flat(`<number:number-style style:name="P"><number:number number:decimal-places="2" number:min-integer-digits="1" number:grouping="true"><number:embedded-text number:position="1">.</number:embedded-text></number:number></number:number-style>`+
		`<number:number-style style:name="N"><number:text>-"</number:text><number:number number:display-factor="1000"/><style:map style:condition="value()&gt;=0" style:apply-style-name="P"/></number:number-style>`+
		`<style:style style:name="ce" style:family="table-cell" style:data-style-name="N"/><style:style style:name="ro" style:family="table-row"><style:table-row-properties style:row-height="0.5in"/></style:style>`,
		`<table:table table:name="表"><table:table-column table:default-cell-style-name="ce" table:number-columns-repeated="3"/><table:table-row table:number-rows-repeated="2" table:style-name="ro">`+
			number("1677.91")+text(`<text:p>收<text:s text:c="2"/>入</text:p>`)+`<table:table-cell table:formula="of:=SUM([.A1];[$'a b'.A1:.B2])" table:number-columns-spanned="2" office:value-type="date" office:date-value="2023-12-31T10:00:00"/></table:table-row></table:table>`)
}

// read opens a book both ways and looks at all of it.
func read(t *testing.T, data []byte) {
	t.Helper()
	for _, open := range []func([]byte) (*document.Document, error){Open, OpenFlat} {
		book, err := open(data)
		if err != nil {
			assert.NotEmpty(t, err.Error())
			continue
		}
		for _, s := range book.Sheets {
			row := -1
			for _, r := range s.Rows {
				assert.Greater(t, r.Index, row)
				row = r.Index
				assert.True(t, slices.IsSortedFunc(r.Cells, func(a, b document.Cell) int { return a.Col - b.Col }))
				for i := range r.Cells {
					c := &r.Cells[i]
					assert.True(t, c.Row == row && c.Col < maxUsedCol && c.Format != nil && (c.Stored != "" || c.Formula != ""))
					c.Shown()
				}
			}
			for _, m := range s.Merges {
				assert.True(t, m.Row0 <= m.Row1 && m.Row1 < document.MaxRows && m.Col0 <= m.Col1 && m.Col1 < document.MaxCols)
			}
		}
	}
}

func FuzzOpen(f *testing.F) {
	f.Add(goodFlat())
	f.Add(rows("<table:table-row>" + number("1") + "</table:table-row>"))
	for _, name := range []string{"days-1904.ods", "structure.ods", "structure.fods"} {
		data, err := os.ReadFile(fixtures + name)
		require.NoError(f, err)
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) { read(t, data) })
}
