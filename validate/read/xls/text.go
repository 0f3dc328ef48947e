package xls

import (
	"encoding/binary"
	"unicode/utf16"
)

// Flags of a string, [MS-XLS] 2.5.293: XLUnicodeRichExtendedString. The plainer
// kinds of string (2.5.294, 2.5.240) are the same without runs and extension.
const (
	flagWide     = 1 << 0 // characters of two bytes; otherwise their high byte is 0
	flagExtended = 1 << 2 // a phonetic guide follows
	flagRich     = 1 << 3 // formatting runs follow
)

// text reads a string that begins with its length in two bytes.
func (r *reader) text() string { return r.chars(r.u16()) }

// shortText reads a string that begins with its length in one byte.
func (r *reader) shortText() string { return r.chars(r.u8()) }

// chars reads a string of n characters from its flags on. Some writers leave out
// even the flags of an empty one.
func (r *reader) chars(n int) string {
	if n == 0 && r.empty() {
		return ""
	}
	flags := r.u8()
	runs, extension := 0, 0
	if flags&flagRich != 0 {
		runs = r.u16()
	}
	if flags&flagExtended != 0 {
		extension = int(int32(r.u32()))
	}
	text := r.characters(n, flags&flagWide != 0)
	r.skip(4 * runs)
	r.skip(max(extension, 0))
	return text
}

// characters reads n characters. Where a record ends among or right before them,
// the CONTINUE record begins with a flag of its own, saying how wide the rest is.
func (r *reader) characters(n int, wide bool) string {
	var units []uint16
	for {
		width := 1
		if wide {
			width = 2
		}
		take := min(n, len(r.part)/width)
		if units == nil {
			units = make([]uint16, 0, take)
		}
		for i := range take {
			if wide {
				units = append(units, binary.LittleEndian.Uint16(r.part[2*i:]))
			} else {
				units = append(units, uint16(r.part[i]))
			}
		}
		r.part = r.part[take*width:]
		if n -= take; n == 0 {
			return string(utf16.Decode(units))
		}
		if !r.advance() {
			r.bad = true
			return ""
		}
		wide = r.u8()&flagWide != 0
	}
}
