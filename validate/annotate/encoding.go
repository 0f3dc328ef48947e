package annotate

import (
	"path"
	"regexp"
	"strings"
	"unicode/utf8"

	"suanqing/validate/document"
	"suanqing/validate/internal/wide"
)

var (
	declaration = regexp.MustCompile(`^[\x{FEFF}\s]*<\?xml\s[^>]*\?>`)
	declared    = regexp.MustCompile(`\sencoding\s*=\s*["']([^"']*)["']`) // in it
	unicodeName = regexp.MustCompile(`(?i)^(utf|ucs|unicode|iso-10646|cp65001)`)
)

// inUTF8 is a part as UTF-8 that declares itself as that or as nothing, which is the
// same: what is put in is UTF-8. As for the reader of workbooks, the bytes say what
// the encoding is; what programs declare is often not what they write. It is false
// when the bytes do not say it.
func inUTF8(text string) (string, bool) {
	if narrow, ok := fromUTF16(text); ok {
		return narrow, true
	}
	from, to, name := encodingName(text)
	switch {
	case !utf8.ValidString(text):
		return "", false
	case name == "" || strings.EqualFold(name, "UTF-8"):
		return text, true
	case isASCII(text), unicodeName.MatchString(name), hasWide(text):
		return text[:from] + "UTF-8" + text[to:], true
	}
	return "", false
}

// encodingName is the encoding a part declares, and where its name stands.
func encodingName(text string) (from, to int, name string) {
	at := declared.FindStringSubmatchIndex(declaration.FindString(text))
	if at == nil {
		return 0, 0, ""
	}
	return at[2], at[3], text[at[2]:at[3]]
}

func isASCII(text string) bool {
	return strings.IndexFunc(text, func(r rune) bool { return r >= utf8.RuneSelf }) < 0
}

// hasWide tells whether a text in UTF-8 has a character of three bytes or more, as
// all Chinese ones are. Of two bytes there are some in texts of GBK also, by chance:
// 路 is written there as · is here.
func hasWide(text string) bool {
	return strings.IndexFunc(text, func(r rune) bool { return r >= 0x800 }) >= 0
}

// fromUTF16 is a part in UTF-16 as UTF-8; false for any other.
func fromUTF16(text string) (string, bool) {
	narrow, ok := wide.XML(text)
	if !ok {
		return "", false
	}
	if from, to, name := encodingName(narrow); name != "" {
		narrow = narrow[:from] + "UTF-8" + narrow[to:]
	}
	return narrow, true
}

// otherEncoding says that a part would have to be written in UTF-8 first.
func otherEncoding(name string) *document.Refusal {
	return &document.Refusal{Code: "encoding", Message: "做不成批注副本：文件中的“" + path.Base(name) + "”用的不是 UTF-8 编码，写不进批注。",
		Hint: hintSaveAs}
}
