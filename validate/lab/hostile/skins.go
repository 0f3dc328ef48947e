package hostile

import (
	"bytes"
	"strings"
	"sync"

	"suanqing/validate/lab/fixture"
	"suanqing/validate/lab/skin"
)

// nineForms are the clean book, read once.
var nineForms = sync.OnceValue(func() *skin.Book {
	w, err := fixture.Load("clean-wan")
	must(err)
	b, err := skin.Read(w.Bytes)
	must(err)
	return b
})

// dressed is the clean book in a skin, changed.
func dressed(name string, change func(string) string) func() []byte {
	return func() []byte {
		for _, s := range skin.All() {
			if s.Name == name {
				return []byte(change(string(s.Make(nineForms()))))
			}
		}
		panic("hostile: no skin " + name)
	}
}

// raw is a file of these texts on end.
func raw(pieces ...string) func() []byte {
	return func() []byte { return []byte(strings.Join(pieces, "")) }
}

// times is a file of a text so many times between two others, made when asked for.
func times(before, s string, n int, after string) func() []byte {
	return func() []byte {
		return bytes.Join([][]byte{[]byte(before), bytes.Repeat([]byte(s), n), []byte(after)}, nil)
	}
}

// replaced puts something else in the place of a text that must be there.
func replaced(old, new string) func(string) string {
	return func(s string) string {
		if !strings.Contains(s, old) {
			panic("hostile: no " + old)
		}
		return strings.Replace(s, old, new, 1)
	}
}

// half is the first half of a file.
func half(s string) string { return s[:len(s)/2] }

// hostileTexts are names that mean something to a page, a spreadsheet or a terminal.
const hostileTexts = "\x22><img src=x onerror=alert(1)><script>alert(1)</script>=cmd|' /C calc'!A0${7*7}\u202e\u0000"
