// Package charset turns the bytes of a text file into UTF-8, by its byte order mark,
// by what its bytes can be, and by the name that it or its sender declares. Only the
// readers of texts use it: the tables of GB 18030 stay out of the core.
package charset

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"

	"suanqing/validate/internal/wide"
	"suanqing/validate/read/refuse"
)

// The encodings that are read, by their names.
const (
	UTF8    = "utf-8"
	UTF16LE = "utf-16le"
	UTF16BE = "utf-16be"
	GB18030 = "gb18030"    // holds GBK and GB 2312
	Latin1  = "iso-8859-1" // only where it is declared
)

// names are what files call the encodings; "" is a name that says nothing.
var names = map[string]string{
	"": "", "auto": "", "x-user-defined": "", "default": "",
	"utf-8": UTF8, "utf8": UTF8, "unicode-1-1-utf-8": UTF8, "utf-8-sig": UTF8,
	// Who can read the name in single bytes has no UTF-16 before him.
	"utf-16": "", "utf-16le": "", "utf-16be": "", "unicode": "", "ucs-2": "", "iso-10646-ucs-2": "",
	"gb2312": GB18030, "gb_2312-80": GB18030, "gb_2312": GB18030, "csgb2312": GB18030, "euc-cn": GB18030, "x-gbk": GB18030,
	"gbk": GB18030, "gb18030": GB18030, "cp936": GB18030, "ms936": GB18030, "windows-936": GB18030, "936": GB18030, "chinese": GB18030,
	"iso-8859-1": Latin1, "iso8859-1": Latin1, "iso_8859-1": Latin1, "latin1": Latin1, "windows-1252": Latin1, "cp1252": Latin1,
	"us-ascii": Latin1, "ascii": Latin1,
}

// A text may have so many damaged bytes, as where it is cut or was patched, or so
// many in a hundred characters beyond ASCII.
const (
	maxWrong        = 3
	maxWrongPercent = 2
)

// Decode is a text in UTF-8 without a byte order mark; where a byte is damaged it
// has U+FFFD. Declared is the name of its encoding, "" when nothing says it; it is
// believed as far as the bytes bear it out, for many files declare what they are not.
// The error is a *document.Refusal. The result may share memory with data.
func Decode(data []byte, declared string) ([]byte, error) {
	name := guess(data, declared)
	if name == "" {
		return nil, refuse.As("corrupt", "无法识别这个文件的文字编码。", refuse.SaveAs)
	}
	text, wrong := decode(data, name)
	if wrong > maxWrong && wrong*100 > maxWrongPercent*beyondASCII(text) {
		return nil, refuse.Corrupt("这个文件的文字已损坏，不是完整的文本。")
	}
	return text, nil
}

// Guess is the name of the encoding that a text is in by its bytes alone.
func Guess(data []byte) string { return guess(data, "") }

// guess is "" where the declared encoding is one that is not read.
func guess(data []byte, declared string) string {
	declared, known := names[strings.ToLower(strings.Trim(declared, " \t\r\n\"'"))]
	switch {
	case bytes.HasPrefix(data, []byte("\xEF\xBB\xBF")):
		return UTF8
	case bytes.HasPrefix(data, []byte("\xFF\xFE")):
		return UTF16LE
	case bytes.HasPrefix(data, []byte("\xFE\xFF")):
		return UTF16BE
	}
	if name := guessWide(data); name != "" {
		return name
	}
	// Hardly any Chinese text in another encoding is UTF-8 by chance.
	if utf8.Valid(data) {
		return UTF8
	}
	if !known {
		return ""
	}
	_, wrongUTF8 := decode(data, UTF8)
	_, wrongGB := decode(data, GB18030)
	switch {
	case declared == Latin1 && wrongGB > 0 && wrongUTF8 > 0:
		return Latin1
	case wrongUTF8 < wrongGB, wrongUTF8 == wrongGB && declared == UTF8:
		return UTF8
	}
	return GB18030
}

// guessWide tells UTF-16 without a mark by the high bytes of its ASCII characters,
// which are zero; few others have such a byte (一), and a text in single bytes none.
func guessWide(data []byte) string {
	const least = 32 // of so many bytes one is zero: less is an accident
	head := data[:min(len(data), 4096)]
	var zeros [2]int
	for i, c := range head {
		if c == 0 {
			zeros[i%2]++
		}
	}
	switch {
	case (zeros[0]+zeros[1])*least < len(head):
	case zeros[1] > 2*zeros[0]:
		return UTF16LE
	case zeros[0] > 2*zeros[1]:
		return UTF16BE
	}
	return ""
}

// decode is the text of an encoding, and how often it has damaged bytes.
func decode(data []byte, name string) (text []byte, wrong int) {
	switch name {
	case UTF16LE, UTF16BE:
		text = []byte(strings.TrimPrefix(wide.Decode(string(data), name == UTF16BE), "\uFEFF"))
	case Latin1:
		for _, c := range data {
			text = utf8.AppendRune(text, rune(c))
		}
		return text, 0
	case GB18030:
		text, _ = simplifiedchinese.GB18030.NewDecoder().Bytes(data) // damage is no error to it
	default:
		data = bytes.TrimPrefix(data, []byte("\xEF\xBB\xBF"))
		if utf8.Valid(data) {
			return data, 0
		}
		for _, c := range string(data) { // each wrong byte is one U+FFFD
			text = utf8.AppendRune(text, c)
		}
	}
	return text, bytes.Count(text, []byte("\uFFFD"))
}

func beyondASCII(text []byte) (n int) {
	for _, c := range text {
		if c >= 0xC0 { // a character's first byte
			n++
		}
	}
	return n
}
