package bind

import (
	"unsafe"

	"suanqing/validate/document"
	"suanqing/validate/form"
)

// once remembers what long texts come to. A text that many cells share costs a
// file a few bytes a cell, however long it is; here it costs its length once.
type once[T any] map[shared]T

// shared is a text by where it lies in memory.
type shared struct {
	at   *byte
	size int
}

func (o *once[T]) of(text string, work func(string) T) T {
	if len(text) <= sharedText {
		return work(text)
	}
	key := shared{unsafe.StringData(text), len(text)}
	result, known := (*o)[key]
	if !known {
		if *o == nil {
			*o = once[T]{}
		}
		result = work(text)
		(*o)[key] = result
	}
	return result
}

// normal is what a cell shows, normalized.
func (g *grid) normal(c *document.Cell) string {
	if c.Kind == document.Text {
		return g.book.texts.of(c.Stored, normalize)
	}
	return normalize(shownText(c))
}

// normalize is form.Normalize; of a text too long for a form its beginning
// stands for it.
func normalize(s string) string {
	if len(s) > longText {
		s = form.Clip(s)
	}
	return form.Normalize(s)
}

// label joins the texts of a row's key cells.
func (g *grid) label(row int, keys []int) string {
	label := ""
	for _, col := range keys {
		label += g.text(row, col)
	}
	return label
}

// shows says whether a row shows anything. Formulas that were filled down may
// give nothing but empty texts.
func shows(cells []document.Cell) bool {
	for i := range cells {
		if c := &cells[i]; c.Stored != "" || c.Formula != "" && !c.Cached {
			return true
		}
	}
	return false
}
