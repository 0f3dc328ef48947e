package skin

import (
	"fmt"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"
)

// charsets are how a text becomes bytes, by the names used here.
var charsets = map[string]encoding.Encoding{
	"utf-8":        encoding.Nop,
	"utf-8-bom":    unicode.UTF8BOM,
	"gbk":          simplifiedchinese.GBK, // what is called gb2312 is this, too
	"gb18030":      simplifiedchinese.GB18030,
	"utf-16le":     unicode.UTF16(unicode.LittleEndian, unicode.UseBOM),
	"utf-16be":     unicode.UTF16(unicode.BigEndian, unicode.UseBOM),
	"utf-16le-raw": unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), // without a mark
}

// encode is a text in a character set; "" is UTF-8.
func encode(charset, text string) []byte {
	if charset == "" {
		return []byte(text)
	}
	e, known := charsets[charset]
	if !known {
		panic("skin: no character set " + charset)
	}
	data, err := e.NewEncoder().Bytes([]byte(text))
	if err != nil {
		panic(fmt.Sprintf("skin: %s: %v", charset, err))
	}
	return data
}
