package pdf

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// TestOnlyMatch: blank columns are found by their headers, and only where there is one way.
func TestOnlyMatch(t *testing.T) {
	at := func(pairs ...float32) (out []Box) {
		for i := 0; i < len(pairs); i += 2 {
			out = append(out, Box{X0: pairs[i], X1: pairs[i+1]})
		}
		return out
	}
	for name, c := range map[string]struct {
		columns, heads []Box
		of             []int
		ok             bool
	}{
		"each under its own":             {at(0, 10, 40, 60), at(0, 12, 20, 30, 45, 55), []int{0, 2}, true},
		"beside its own, and none other": {at(0, 10, 32, 44, 60, 90), at(0, 12, 20, 30, 62, 80, 100, 110), []int{0, 1, 2}, true},
		"between two that are free":      {at(0, 10, 32, 38), at(0, 12, 20, 30, 40, 50), nil, false},
		"under two":                      {at(0, 10, 25, 45), at(0, 12, 20, 30, 40, 50), nil, false},
		"a header too few in order":      {at(0, 10, 60, 70), at(0, 12, 15, 20, 100, 110), nil, false},
	} {
		of, ok := onlyMatch(c.columns, c.heads)
		assert.Equal(t, c.ok, ok, name)
		assert.Equal(t, c.of, of, name)
	}
}

// TestStrike: a line as long as the text that it goes through strikes it out; one that is
// longer, or goes above or below it, does not.
func TestStrike(t *testing.T) {
	word := func() []glyph {
		var out []glyph
		for i, r := range "2.22" {
			x := 100 + 5*float32(i)
			out = append(out, glyph{r: r, box: Box{x, 50, x + 5, 60}, x: x, base: 58, order: i})
		}
		return out
	}
	for name, c := range map[string]struct {
		across line
		struck bool
	}{
		"through it":           {line{55, 100, 120}, true},
		"a little beyond":      {line{54, 98, 123}, true},
		"a ruling of a table":  {line{55, 40, 300}, false},
		"below it":             {line{60, 100, 120}, false},
		"above it":             {line{50, 100, 120}, false},
		"through another word": {line{55, 200, 220}, false},
	} {
		v := &view{glyphs: word(), across: []line{c.across}}
		v.strike()
		assert.Equal(t, c.struck, v.glyphs[0].r == unknown, name)
	}
}
