package charset

import (
	"encoding/binary"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/encoding/simplifiedchinese"

	"suanqing/validate/document"
	"suanqing/validate/internal/wide"
)

const form = "收入支出决算总表\r\n部门：某某局,金额单位：万元\n一、一般公共预算财政拨款收入,1,\"1,677.90\"\n"

func gb(t *testing.T, s string) []byte {
	t.Helper()
	b, err := simplifiedchinese.GB18030.NewEncoder().Bytes([]byte(s))
	require.NoError(t, err)
	return b
}

func wideBytes(s string, order binary.AppendByteOrder) []byte { return wide.Append(nil, s, order) }

// Whatever a text is in and whatever it says it is in, its characters come out.
func TestDecode(t *testing.T) {
	for name, c := range map[string]struct {
		data  []byte
		guess string
	}{
		"utf-8":              {[]byte(form), UTF8},
		"utf-8, marked":      {[]byte("\uFEFF" + form), UTF8},
		"gb18030":            {gb(t, form), GB18030},
		"utf-16le, marked":   {wideBytes("\uFEFF"+form, binary.LittleEndian), UTF16LE},
		"utf-16be, marked":   {wideBytes("\uFEFF"+form, binary.BigEndian), UTF16BE},
		"utf-16le, unmarked": {wideBytes(form, binary.LittleEndian), UTF16LE},
		"utf-16be, unmarked": {wideBytes(form, binary.BigEndian), UTF16BE},
	} {
		assert.Equal(t, c.guess, Guess(c.data), name)
		for _, declared := range []string{"", "utf-8", "UTF8", "gb2312", "GBK", " \"gb18030\" ", "unicode", "utf-16", "iso-8859-1", "us-ascii"} {
			text, err := Decode(c.data, declared)
			require.NoError(t, err, "%s as %s", name, declared)
			assert.Equal(t, form, string(text), "%s as %s", name, declared)
		}
	}
}

func TestDecodeRare(t *testing.T) {
	for name, c := range map[string]struct {
		data, declared, want string
	}{
		"nothing":               {"", "", ""},
		"ascii":                 {"a,1.00", "", "a,1.00"},
		"four bytes in gb18030": {string(gb(t, "㐂、𠮷")), "gbk", "㐂、𠮷"},
		"blank in latin-1":      {"<td>\xA0</td>", "windows-1252", "<td>\u00A0</td>"},
		"one byte damaged":      {form + "\xE5\x90", "", form + "\uFFFD\uFFFD"},
		"one damaged in gb":     {string(gb(t, form)) + "\xB1", "", form + "\uFFFD"},
		"a zero in bytes":       {form + "\x00", "", form + "\x00"},
		"half a unit":           {"\xFF\xFEa\x00b", "", "a"},
	} {
		text, err := Decode([]byte(c.data), c.declared)
		require.NoError(t, err, name)
		assert.Equal(t, c.want, string(text), name)
	}
}

func TestRefused(t *testing.T) {
	for name, c := range map[string]struct{ data, declared, part string }{
		"another encoding": {"\xA6\xAC\xA4J", "big5", "编码"},
		"no text":          {strings.Repeat("\xFF\xFF\x80\xFE\xFF", 50), "", "损坏"},
	} {
		_, err := Decode([]byte(c.data), c.declared)
		var refusal *document.Refusal
		require.ErrorAs(t, err, &refusal, name)
		assert.Contains(t, refusal.Message, c.part, name)
	}
}

func TestDeclared(t *testing.T) {
	for text, want := range map[string]string{
		``: "",
		`<html><head><meta charset=GB2312></head>`:                          "gb2312",
		`<META HTTP-EQUIV="Content-Type" content="text/html; charset=gbk">`: "gbk",
		`<meta name=a content=b><meta charset = 'utf-8'/>`:                  "utf-8",
		`<?xml version="1.0" encoding='GB18030'?><Workbook>`:                "gb18030",
		"\xEF\xBB\xBF" + `<?xml version="1.0"?><html><meta charset="x">`:    "x",
		`<html><p>charset=utf-8 <?xml encoding="a"?>`:                       "",
		`<meta name=charset>`: "",
		`<meta` + strings.Repeat(" ", maxHead) + `charset=a>`:                                  "",
		`<meta content='text/html;charset=unicode' http-equiv=Content-Type><meta charset=gbk>`: "unicode",
	} {
		assert.Equal(t, want, Declared([]byte(text)), text)
	}
}

func FuzzDecode(f *testing.F) {
	f.Add([]byte(form), "gbk")
	f.Add([]byte("\xFF\xFEa\x00"), "")
	f.Add([]byte("<meta charset=gb2312>\xBF\xC6"), "utf-8")
	f.Fuzz(func(t *testing.T, data []byte, declared string) {
		Declared(data)
		text, err := Decode(data, declared)
		if err == nil && !utf8.Valid(text) {
			t.Fatal(text)
		}
	})
}
