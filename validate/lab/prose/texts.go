package prose

import "sync"

// writers are the styles' templates.
var writers = map[Style]func(*pen){Shandong: shandong, Shanghai: shanghai, Sichuan: sichuan, Yunnan: yunnan}

// Write writes a right text of a case in a style. The seed chooses the wordings.
func Write(c *Case, style Style, seed int64) Text {
	p := newPen(c, style, seed)
	writers[style](p)
	p.settle()
	if style == Shanghai || style == Shandong {
		return p.out.contents()
	}
	return p.out
}

// Texts gives right texts: each case in each style, some in several wordings. They are
// shared: Replace and its kin give texts of their own.
func Texts() []Text { return texts() }

var texts = sync.OnceValue(func() []Text {
	var out []Text
	cases := Cases()
	for _, c := range cases {
		for i, style := range Styles {
			out = append(out, Write(c, style, int64(i)))
		}
	}
	for _, style := range Styles {
		for seed := int64(10); seed < 16; seed++ {
			out = append(out, Write(cases[int(seed)%4], style, seed))
		}
	}
	return out
})
