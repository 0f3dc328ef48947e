package read

import (
	"archive/zip"
	"bytes"
	"errors"
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"suanqing/validate/document"
	"suanqing/validate/internal/wide"
)

// refused opens data and checks the refusal: its code, that both its sentences
// are Chinese sentences, and that the message holds every given part.
func refused(t *testing.T, data []byte, code string, parts ...string) {
	t.Helper()
	b, err := Readers{}.Open(data)
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

// ole is the directory of an OLE file with streams of the given names.
func ole(names ...string) []byte {
	b := make([]byte, 512)
	copy(b, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")
	for i, name := range append([]string{"Root Entry"}, names...) {
		entry := make([]byte, 128)
		copy(entry, wide.Bytes(name))
		entry[64], entry[66] = byte(2*len(name)+2), 2
		if i == 0 {
			entry[66] = 5
		}
		b = append(b, entry...)
	}
	return b
}

// zipped is a package of empty members.
func zipped(names ...string) []byte {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, name := range names {
		if _, err := z.Create(name); err != nil {
			panic(err)
		}
	}
	if err := z.Close(); err != nil {
		panic(err)
	}
	return b.Bytes()
}

func TestWhatAFileIs(t *testing.T) {
	for name, c := range map[string]struct {
		data       []byte
		kind       Kind
		code, part string
	}{
		"nothing":          {nil, Empty, "empty", "空文件"},
		"only a BOM":       {[]byte("\xEF\xBB\xBF"), Empty, "empty", "空文件"},
		"empty zip":        {[]byte("PK\x05\x06" + strings.Repeat("\x00", 18)), EmptyArchive, "not-a-workbook", "压缩包"},
		"rtf":              {[]byte(`{\rtf1\ansi 2023}`), RTF, "word", "RTF"},
		"encrypted":        {ole("DataSpaces", "EncryptionInfo", "EncryptedPackage"), Encrypted, "encrypted", "密码"},
		"xls":              {ole("Workbook", "WordDocument"), XLS, "xls", ".et"},
		"xls, bare":        {[]byte("\x09\x08\x08\x00\x00\x00\x10\x00"), XLS, "xls", ".xls"},
		"older xls, bare":  {[]byte("\x09\x00\x04\x00\x07\x00\x10\x00"), XLS, "xls", ".xls"},
		"xls in capitals":  {ole("BOOK"), XLS, "xls", ".xls"},
		"old xls":          {ole("Book"), XLS, "xls", ".xls"},
		"doc":              {ole("1Table", "WordDocument", "Workbook"), Word, "word", "Word"},
		"ppt":              {ole("PowerPoint Document"), Slides, "not-a-workbook", "演示文稿"},
		"other OLE":        {ole("Thumbs"), OLE, "not-a-workbook", "Office"},
		"OLE cut":          {ole()[:8], OLE, "not-a-workbook", "Office"},
		"pdf":              {[]byte("%PDF-1.7\n"), PDF, "pdf", "PDF"},
		"png":              {[]byte("\x89PNG\r\n\x1a\n"), Image, "image", "图片"},
		"jpeg":             {[]byte("\xFF\xD8\xFF\xE0"), Image, "image", "图片"},
		"gif":              {[]byte("GIF89a\x00\x00"), Image, "image", "图片"},
		"bmp":              {[]byte("BM\x00\x01\x00\x00"), Image, "image", "图片"},
		"webp":             {[]byte("RIFF\x00\x00\x00\x00WEBPVP8 "), Image, "image", "图片"},
		"html":             {[]byte("\xEF\xBB\xBF\r\n<HTML><table>"), HTML, "html", "HTML"},
		"doctype":          {[]byte("<!DOCTYPE html><html>"), HTML, "html", "HTML"},
		"xml 2003":         {[]byte(`<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">`), XML2003, "html", "2003"},
		"xml 2003, wide":   {wide.Bytes("\uFEFF<?xml version=\"1.0\"?><ss:Workbook xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\">"), XML2003, "html", "2003"},
		"other xml":        {[]byte(`<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg">`), HTML, "html", "XML"},
		"html, wide":       {wide.Bytes("\uFEFF<table>"), HTML, "html", "HTML"},
		"mhtml":            {[]byte("From: <Saved by Excel>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related"), MHTML, "html", "HTML"},
		"ods":              {[]byte("PK\x03\x04" + strings.Repeat("\x00", 26) + "mimetypeapplication/vnd.oasis.opendocument.spreadsheetPK"), ODS, "ods", ".ods"},
		"docx":             {zipped("[Content_Types].xml", "word/document.xml"), Docx, "word", ".docx"},
		"docx of the web":  {zipped("word/document2.xml"), Docx, "word", ".docx"},
		"docx in a book":   {zipped("xl/workbook.xml", "word/document.xml"), XLSX, "not-a-workbook", ""},
		"docx in a zip":    {zipped("说明/word/document.xml"), XLSX, "not-a-workbook", ""},
		"docx cut":         {zipped("word/document.xml")[:80], XLSX, "not-a-workbook", ""},
		"ods packed again": {[]byte("PK\x03\x04META-INF/manifest.xml\x00styles.xml\x00content.xml\x00mimetype"), ODS, "ods", ".ods"},
		"odt":              {[]byte("PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.textPK\x01\x02META-INF/manifest.xmlcontent.xml"), XLSX, "not-a-workbook", ""},
		"fods":             {[]byte(`<?xml version="1.0"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0">`), FlatODS, "ods", ".ods"},
		"csv":              {[]byte("科目,金额\n201,1280.35\n"), CSV, "csv", "CSV"},
		"csv in GBK":       {[]byte("\xBF\xC6\xC4\xBF,1\r\n"), CSV, "csv", "CSV"},
		"csv in UTF-16":    {[]byte("\xFF\xFEa\x00"), CSV, "csv", "CSV"},
		"csv starting BM":  {[]byte("BM,1\n"), CSV, "csv", "CSV"},
		"rar":              {[]byte("Rar!\x1A\x07\x00"), Archive, "not-a-workbook", "压缩包"},
		"7z":               {[]byte("7z\xBC\xAF\x27\x1C\x00"), Archive, "not-a-workbook", "压缩包"},
		"noise":            {[]byte("\x00\x01\x02\x03"), Unknown, "not-a-workbook", "无法识别"},
		"xml, unmarked":    {wide.Bytes("<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\">"), XML2003, "html", "2003"},
		"html like xml":    {[]byte("<html xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\"><table>"), HTML, "html", "HTML"},
		"text about mail":  {[]byte("说明\nMIME-Version: 1.0\nContent-Type: a"), CSV, "csv", "CSV"},
	} {
		t.Run(name, func(t *testing.T) {
			assert.Equal(t, c.kind, Sniff(c.data))
			refused(t, c.data, c.code, c.part)
		})
	}
}

// TestReaders: a file goes to the reader of its kind, and a file too large to none.
func TestReaders(t *testing.T) {
	want := &document.Document{}
	readers := Readers{PDF: func([]byte) (*document.Document, error) { return want, nil }}
	got, err := readers.Open([]byte("%PDF-1.7"))
	require.NoError(t, err)
	assert.Same(t, want, got)
	_, err = readers.Open(ole("Workbook"))
	assert.Error(t, err)
	_, err = readers.Open(append([]byte("%PDF-1.7"), make([]byte, maxFile)...))
	assert.ErrorContains(t, err, "200 MB")
}

func TestEncryptedByExcelize(t *testing.T) {
	f := excelize.NewFile()
	var b bytes.Buffer
	require.NoError(t, f.Write(&b, excelize.Options{Password: "suanqing"}))
	refused(t, b.Bytes(), "encrypted", "密码")
}

func FuzzSniff(f *testing.F) {
	f.Add(ole("Workbook"))
	f.Add([]byte("<html>"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if _, err := (Readers{}).Open(data); err == nil || err.Error() == "" {
			t.Fatal(Sniff(data))
		}
	})
}
