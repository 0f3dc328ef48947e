package charset

import "bytes"

// maxHead is how far from its beginning a text declares its encoding.
const maxHead = 4096

// Declared is the encoding that markup names in its head, as in
// <?xml encoding="GBK"?> and <meta charset=gb2312>; "" when it names none.
func Declared(data []byte) string {
	head := bytes.ToLower(data[:min(len(data), maxHead)])
	if end := bytes.Index(head, []byte("?>")); end >= 0 && bytes.HasPrefix(bytes.TrimLeft(head, "\xEF\xBB\xBF \t\r\n"), []byte("<?xml")) {
		if name := named(head[:end], "encoding"); name != "" {
			return name
		}
	}
	for {
		_, after, found := bytes.Cut(head, []byte("<meta"))
		if !found {
			return ""
		}
		tag, _, _ := bytes.Cut(after, []byte(">"))
		if name := named(tag, "charset"); name != "" {
			return name
		}
		head = after
	}
}

// named is what stands behind a word and an equals sign, without quotes.
func named(tag []byte, word string) string {
	_, value, found := bytes.Cut(tag, []byte(word))
	value, assigned := bytes.CutPrefix(bytes.TrimLeft(value, " \t\r\n"), []byte("="))
	if !found || !assigned {
		return ""
	}
	value = bytes.TrimLeft(value, " \t\r\n\"'")
	if end := bytes.IndexAny(value, " \t\r\n\"';/>?"); end >= 0 {
		value = value[:end]
	}
	return string(value)
}
