package handed_test

import (
	"encoding/binary"
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"suanqing/validate/read/pdf"
	"suanqing/validate/read/pdf/handed"
)

// words writes what an engine hands over.
func words(all ...any) []byte {
	var b []byte
	for _, w := range all {
		switch w := w.(type) {
		case int:
			b = binary.LittleEndian.AppendUint32(b, uint32(int32(w)))
		case float64:
			b = binary.LittleEndian.AppendUint32(b, math.Float32bits(float32(w)))
		case []byte:
			b = append(b, w...)
		}
	}
	return b
}

// form is a page with a title, a table of lines and figures without.
func form() []byte {
	b := words(1, 0.0, 800.0, 600.0, 0.0, 0)
	text := func(x, y float64, s string) {
		for _, r := range s {
			width := 10.0
			if r < 0x80 {
				width = 5
			}
			b = append(b, words(3, int(r), x, y+10, x+width, y, x, y+2, -1.0)...)
			x += width
		}
	}
	text(60, 740, "支出决算表")
	text(55, 700, "科目")
	text(155, 700, "合计")
	text(255, 700, "基本支出")
	for i, money := range []string{"3.00", "4.00", "15.00", "6.50"} {
		y := 680 - 15*float64(i)
		text(55, y, "20"+string(rune('1'+i)))
		text(190-5*float64(len(money)), y, money)
		text(290-5*float64(len(money)), y, money)
	}
	return append(b, words(6, 1.0, 0.0, 0.0, 1.0, 0.0, 0.0, 1, 2, 50.0, 600.0, 1, 350.0, 600.0, 0, 4, 0)...)
}

func TestPages(t *testing.T) {
	pages, refusal := handed.Pages(form())
	require.Nil(t, refusal)
	require.Len(t, pages, 1)
	assert.Len(t, pages[0].Rulings, 1)
	d, refusal := pdf.Document(pages)
	require.Nil(t, refusal)
	assert.Equal(t, "支出决算表", d.Sheets[0].Name)
	_, refusal = handed.Pages(words(2, 2, 0))
	assert.Equal(t, "encrypted", refusal.Code)
	_, refusal = handed.Pages(form()[:200])
	assert.Equal(t, "corrupt", refusal.Code)
}

// FuzzPages: whatever is handed over makes pages, a document or a refusal.
func FuzzPages(f *testing.F) {
	f.Add(form())
	f.Add(words(form()[:len(form())-4], form()))
	f.Add(words(2, 7, 0))
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) > 1<<16 {
			return
		}
		pages, refusal := handed.Pages(data)
		if refusal != nil {
			return
		}
		d, refusal := pdf.Document(pages)
		if refusal != nil {
			return
		}
		for _, s := range d.Sheets {
			for _, p := range s.Spots {
				if p.Page < 1 || p.Page > len(pages) || p.Box.X0 > p.Box.X1 || p.Box.Y0 > p.Box.Y1 {
					t.Fatalf("%s: %v", s.Name, p)
				}
			}
		}
	})
}
