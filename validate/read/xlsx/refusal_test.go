package xlsx

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"errors"
	"fmt"
	"hash/crc32"
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"suanqing/validate/document"
	"suanqing/validate/read/xmlpack"
)

// refused opens data and checks the refusal: its code, that both its sentences
// are Chinese sentences, and that the message holds every given part.
func refused(t *testing.T, data []byte, code string, parts ...string) {
	t.Helper()
	b, err := Open(data)
	require.Nil(t, b)
	var r *document.Refusal
	require.True(t, errors.As(err, &r), "%v", err)
	assert.Equal(t, code, r.Code, r.Message)
	for _, sentence := range []string{r.Message, r.Hint} {
		assert.True(t, strings.HasSuffix(sentence, "。"), sentence)
		assert.True(t, strings.ContainsFunc(sentence, func(c rune) bool { return unicode.Is(unicode.Han, c) }), sentence)
	}
	for _, part := range parts {
		assert.Contains(t, r.Message, part)
	}
}

func TestWhatAPackageIs(t *testing.T) {
	doc := func(target string) []byte {
		return pkg(member{"_rels/.rels", strings.Replace(relsXML, "xl/workbook.xml", target, 1)})
	}
	for name, c := range map[string]struct {
		data       []byte
		code, part string
	}{
		"docx":             {doc("word/document.xml"), "word", ".docx"},
		"pptx":             {doc("/ppt/presentation.xml"), "not-a-workbook", ".pptx"},
		"xlsb":             {doc("xl/workbook.bin"), "not-a-workbook", ".xlsb"},
		"ods":              {pkg(member{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"}), "corrupt", ".ods"},
		"odt":              {pkg(member{"mimetype", "application/vnd.oasis.opendocument.text"}), "word", ".odt"},
		"zipped workbooks": {pkg(member{"决算/附表.xlsx", "PK"}), "not-a-workbook", "决算/附表.xlsx"},
		"GBK name in zip":  {pkg(member{"\xBE\xF6\xCB\xE3.xlsx", "PK"}), "not-a-workbook", "“表格”"},
		"any zip":          {pkg(member{"a.txt", ""}), "not-a-workbook", "压缩包"},
		"cut zip":          {book(sheetXML(""))[:200], "corrupt", "不完整"},
	} {
		t.Run(name, func(t *testing.T) { refused(t, c.data, c.code, c.part) })
	}
}

func TestBrokenXML(t *testing.T) {
	good := sheetXML(`<row r="1"><c r="A1" t="inlineStr"><is><t>合计</t></is></c></row>`)
	only(t, book(good))
	for name, sheet := range map[string]string{
		"empty part":          "",
		"cut in the middle":   good[:len(good)/2],
		"cut before the end":  strings.TrimSuffix(good, "</worksheet>"),
		"cut in a tag":        good[:len(good)-1],
		"mismatched":          strings.Replace(good, "</is>", "</iz>", 1),
		"mismatched prefix":   strings.Replace(good, "</is>", "</x:is>", 1),
		"end longer":          strings.Replace(good, "</is>", "</isx>", 1),
		"another root":        "<html/>",
		"two roots":           good + good,
		"text after":          good + "x",
		"stray end":           good + "</a>",
		"doctype":             `<!DOCTYPE x [<!ENTITY a "aaaa">]>` + good,
		"unknown entity":      strings.Replace(good, "合计", "&a;", 1),
		"bare ampersand":      strings.Replace(good, "合计", "a & b", 1),
		"NUL by reference":    strings.Replace(good, "合计", "&#0;", 1),
		"surrogate reference": strings.Replace(good, "合计", "&#xD800;", 1),
		"huge reference":      strings.Replace(good, "合计", "&#x7FFFFFFF;", 1),
		"entity in a number":  strings.Replace(good, `r="1"`, `r="&#x31;"`, 1),
		"unclosed CDATA":      strings.Replace(good, "合计", "<![CDATA[", 1),
		"unclosed comment":    good + "<!--",
		"unclosed PI":         "<?xml " + good[1:],
		"unquoted attribute":  strings.Replace(good, `r="1"`, `r=1`, 1),
		"glued attributes":    strings.Replace(good, `r="A1" t`, `r="A1"t`, 1),
		"< in an attribute":   strings.Replace(good, `r="1"`, `r="1" x="<"`, 1),
		"bad UTF-8":           strings.Replace(good, "合计", "\xBA\xCF", 1),
		"row 0":               strings.Replace(good, `r="1"`, `r="0"`, 1),
		"row of letters":      strings.Replace(good, `r="1"`, `r="x"`, 1),
		"bad address":         strings.Replace(good, `A1`, `A0`, 1),
		"no such string":      sheetXML(`<row><c t="s"><v>5</v></c></row>`),
		"bad column":          strings.Replace(good, "<sheetData>", `<cols><col min="3" max="1"/></cols><sheetData>`, 1),
		"bad merge":           sheetXML("", `<mergeCells><mergeCell ref="A1:"/></mergeCells>`),
	} {
		t.Run(name, func(t *testing.T) { refused(t, book(sheet), "corrupt", "工作表“表一”") })
	}
	for _, part := range []string{"_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml", "xl/sharedStrings.xml"} {
		t.Run(part, func(t *testing.T) { refused(t, book(good, member{part, "<workbook><b></workbook>"}), "corrupt") })
	}
}

func TestMissingParts(t *testing.T) {
	refused(t, book("", member{"xl/workbook.xml", strings.Replace(bookXML, "rId1", "rId7", 1)}), "corrupt", "表一")
	refused(t, book("", member{"xl/_rels/workbook.xml.rels", strings.Replace(bookRel, "sheet1.xml", "sheet2.xml", 1)}), "corrupt", "表一")
	refused(t, book("", member{"xl/_rels/workbook.xml.rels", strings.Replace(bookRel, "worksheets/", strings.Repeat("../", xmlpack.MaxTarget), 1)}), "corrupt", "路径")
	refused(t, pkg(member{"_rels/.rels", relsXML}), "corrupt")
	refused(t, pkg(member{"_rels/.rels", relsXML}, member{"xl/workbook.xml", "<document/>"}), "not-a-workbook")
	refused(t, book("", member{"xl/workbook.xml", "<workbook/>"}), "not-a-workbook", "没有工作表")
}

func TestTooComplex(t *testing.T) {
	rep := strings.Repeat
	row := func(cells string) string { return sheetXML(`<row r="1">` + cells + `</row>`) }
	for name, c := range map[string]struct{ sheet, part string }{
		"value in XFD":     {row(`<c r="XFD1"><v>1</v></c>`), "XFD1"},
		"formula in SS":    {row(`<c r="SS1"><f>1</f></c>`), "SS1"},
		"row 1048577":      {sheetXML(`<row r="1048577"><c><v>1</v></c></row>`), "1048576"},
		"a million merges": {sheetXML("", "<mergeCells>"+rep(`<mergeCell ref="A1:XFD1048576"/>`, 1_000_000)+"</mergeCells>"), "合并单元格"},
		"deep nesting":     {sheetXML(rep("<a>", 100) + rep("</a>", 100)), "嵌套"},
		"many attributes":  {sheetXML("<row" + rep(` a="1"`, 200) + "/>"), "属性"},
		"long text":        {row(`<c t="inlineStr"><is>` + rep("<r><t>长文字</t></r>", 20_000) + `</is></c>`), "文字过长"},
		"long formula":     {row("<c><f>" + rep("1+", 20_000) + "1</f></c>"), "公式过长"},
		"many columns":     {strings.Replace(sheetXML(""), "<sheetData>", "<cols>"+rep(`<col min="1" max="1"/>`, maxSpans+1)+"</cols><sheetData>", 1), "列"},
	} {
		t.Run(name, func(t *testing.T) { refused(t, book(c.sheet), "too-complex", "表一", c.part) })
	}
}

func TestSharedFormulasDoNotMultiply(t *testing.T) {
	var b strings.Builder
	fmt.Fprintf(&b, `<row r="1"><c r="A1"><f t="shared" si="0">%s1</f></c></row>`, strings.Repeat("A1+", 10_000))
	for r := 2; r < 6_000; r++ {
		fmt.Fprintf(&b, `<row r="%d"><c><f t="shared" si="0"/></c></row>`, r)
	}
	refused(t, book(sheetXML(b.String())), "too-complex", "共享公式")
}

func TestTooManyCells(t *testing.T) {
	if testing.Short() {
		t.Skip()
	}
	row := "<row>" + strings.Repeat("<c><v>1</v></c>", 500) + "</row>"
	refused(t, book(sheetXML(strings.Repeat(row, maxCells/500+1))), "too-complex", "表一", "单元格")
}

func TestTooLarge(t *testing.T) {
	blanks := strings.Repeat(" ", xmlpack.MaxMember)
	refused(t, book(sheetXML("")+blanks), "too-large") // honest about its size
	refused(t, lying(sheetXML("")+blanks, 100), "corrupt", "表一")
	refused(t, lying(sheetXML("")+blanks, 0), "corrupt", "表一")
	refused(t, lying(sheetXML(""), 3*xmlpack.MaxTotal), "too-large")

	many := make([]member, xmlpack.MaxMembers+1)
	for i := range many {
		many[i].name = fmt.Sprint(i)
	}
	refused(t, pkg(many...), "too-complex", "部件")

	// One part under many names is counted each time it is read.
	var sheets strings.Builder
	for i := range 9 {
		fmt.Fprintf(&sheets, `<sheet name="%d" r:id="rId1"/>`, i)
	}
	wb := "<workbook " + nsRel + "><sheets>" + sheets.String() + "</sheets></workbook>"
	refused(t, book(sheetXML("")+blanks[:30<<20], member{"xl/workbook.xml", wb}), "too-large", "“6”")
}

// lying is a book whose sheet declares a size of its choice.
func lying(sheet string, declared uint64) []byte {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, m := range []member{{"_rels/.rels", relsXML}, {"xl/workbook.xml", bookXML}, {"xl/_rels/workbook.xml.rels", bookRel}} {
		f, _ := w.Create(m.name)
		_, _ = f.Write([]byte(m.text))
	}
	var packed bytes.Buffer
	deflate, _ := flate.NewWriter(&packed, flate.BestSpeed)
	_, _ = deflate.Write([]byte(sheet))
	_ = deflate.Close()
	f, _ := w.CreateRaw(&zip.FileHeader{Name: "xl/worksheets/sheet1.xml", Method: zip.Deflate, CRC32: crc32.ChecksumIEEE([]byte(sheet)),
		UncompressedSize64: declared, CompressedSize64: uint64(packed.Len())})
	_, _ = f.Write(packed.Bytes())
	_ = w.Close()
	return b.Bytes()
}

func TestDamagedMembers(t *testing.T) {
	// Stored rather than deflated, so that only the CRC can tell.
	stored := func(text string, crc uint32, flags uint16) []byte {
		var b bytes.Buffer
		w := zip.NewWriter(&b)
		for _, m := range []member{{"_rels/.rels", relsXML}, {"xl/workbook.xml", bookXML}, {"xl/_rels/workbook.xml.rels", bookRel}} {
			f, _ := w.Create(m.name)
			_, _ = f.Write([]byte(m.text))
		}
		n := uint64(len(text))
		f, _ := w.CreateRaw(&zip.FileHeader{Name: "xl/worksheets/sheet1.xml", CRC32: crc, Flags: flags, UncompressedSize64: n, CompressedSize64: n})
		_, _ = f.Write([]byte(text))
		_ = w.Close()
		return b.Bytes()
	}
	sheet := sheetXML(`<row><c><v>1280.35</v></c></row>`)
	crc := crc32.ChecksumIEEE([]byte(sheet))
	only(t, stored(sheet, crc, 0))
	refused(t, stored(strings.Replace(sheet, "1280", "1290", 1), crc, 0), "corrupt", "表一")
	refused(t, stored(sheet, 0, 0), "corrupt", "表一")
	refused(t, stored(sheet, crc, 1), "encrypted", "密码")
	refused(t, pkg(member{"_rels/.rels", relsXML}, member{"xl/workbook.xml", bookXML}, member{"XL/workbook.xml", bookXML}), "corrupt", "重复")
}

// Cutting or flipping a file anywhere never panics, and never goes unnoticed
// where it changes what is read.
func TestEveryCutIsNoticed(t *testing.T) {
	data := book(sheetXML(`<row><c><v>1280.35</v></c><c t="s"><v>0</v></c></row>`), member{"xl/sharedStrings.xml", someStrings})
	want := listing(only(t, data))
	for n := range data {
		_, err := Open(data[:n])
		require.Error(t, err, "cut to %d bytes", n)
		flipped := bytes.Clone(data)
		flipped[n] ^= 0x10
		if b, err := Open(flipped); err == nil && len(b.Sheets) == 1 {
			assert.Equal(t, want, listing(b.Sheets[0]), "byte %d flipped", n)
		}
	}
}

func FuzzOpen(f *testing.F) {
	f.Add(book(sheetXML(`<row><c><v>1</v></c></row>`), member{"xl/sharedStrings.xml", someStrings}))
	f.Add(report(f, 3, 3))
	f.Fuzz(func(t *testing.T, data []byte) { check(t, data) })
}

func FuzzXML(f *testing.F) {
	f.Add(sheetXML(`<row r="2"><c r="B2" s="1" t="s"><f t="shared" si="0">A1</f><v>0</v></c></row>`, `<mergeCells><mergeCell ref="A1:B2"/></mergeCells>`), someStrings)
	f.Add(`<x:worksheet><!-- --><?a?><x:sheetData><![CDATA[&]]>&#x41;</x:sheetData></x:worksheet>`, `<sst><si><r><t>_x0041_</t></r></si></sst>`)
	f.Add("<\x00w\x00/\x00>\x00", "\xFF\xFE<\x00")
	f.Fuzz(func(t *testing.T, sheet, shared string) {
		check(t, book(sheet, member{"xl/sharedStrings.xml", shared}))
	})
}

// check opens anything and holds the result to what the package promises.
func check(t *testing.T, data []byte) {
	b, err := Open(data)
	if err != nil {
		var r *document.Refusal
		if !errors.As(err, &r) || r.Code == "" || r.Message == "" || r.Hint == "" {
			t.Fatalf("%#v", err)
		}
		return
	}
	for _, s := range b.Sheets {
		last := -1
		for _, r := range s.Rows {
			if r.Index <= last || r.Index >= document.MaxRows {
				t.Fatalf("row %d after %d", r.Index, last)
			}
			last = r.Index
			col := -1
			for i := range r.Cells {
				c := &r.Cells[i]
				if c.Row != r.Index || c.Col <= col || c.Col >= maxUsedCol || c.Format == nil {
					t.Fatalf("cell %+v in row %d", c, r.Index)
				}
				if s.At(c.Row, c.Col) != c {
					t.Fatalf("cell %+v is not found", c)
				}
				col = c.Col
				c.Shown()
			}
		}
		s.Dimensions()
	}
}

// TestOFD: a page of the national format is no book, and its source is asked for.
func TestOFD(t *testing.T) {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	w, err := z.Create("OFD.xml")
	require.NoError(t, err)
	_, err = w.Write([]byte("<ofd/>"))
	require.NoError(t, err)
	require.NoError(t, z.Close())
	_, err = Open(b.Bytes())
	var r *document.Refusal
	require.True(t, errors.As(err, &r))
	assert.Contains(t, r.Message, "OFD")
	assert.Contains(t, r.Hint, "“另存为”.docx")
}
