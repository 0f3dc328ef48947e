package skin

import (
	"encoding/binary"
	"unicode/utf16"
)

const (
	oleSector = 512
	oleEnd    = 0xFFFFFFFE
	oleFree   = 0xFFFFFFFF
	oleFAT    = 0xFFFFFFFD
)

// compound is an OLE file of one stream: the FAT, the directory, the stream.
func compound(name string, stream []byte) []byte {
	for len(stream) < 4096 || len(stream)%oleSector != 0 {
		stream = append(stream, 0)
	}
	sectors := len(stream) / oleSector
	fats := 1
	for fats*oleSector/4 < fats+1+sectors {
		fats++
	}
	le := binary.LittleEndian
	h := make([]byte, oleSector)
	copy(h, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
	le.PutUint16(h[24:], 0x3E)
	le.PutUint16(h[26:], 3)
	le.PutUint16(h[28:], 0xFFFE)
	le.PutUint16(h[30:], 9)
	le.PutUint16(h[32:], 6)
	le.PutUint32(h[44:], uint32(fats))
	le.PutUint32(h[48:], uint32(fats))
	le.PutUint32(h[56:], 4096)
	le.PutUint32(h[60:], oleEnd)
	le.PutUint32(h[68:], oleEnd)
	for i := range 109 {
		n := uint32(oleFree)
		if i < fats {
			n = uint32(i)
		}
		le.PutUint32(h[76+4*i:], n)
	}
	out := h
	for i := range fats * oleSector / 4 {
		next := uint32(i + 1)
		switch {
		case i < fats:
			next = oleFAT
		case i == fats, i == fats+sectors:
			next = oleEnd
		case i > fats+sectors:
			next = oleFree
		}
		out = le.AppendUint32(out, next)
	}
	out = append(out, oleEntry("Root Entry", 5, 1, oleEnd, 0)...)
	out = append(out, oleEntry(name, 2, oleFree, uint32(fats+1), uint32(len(stream)))...)
	for range 2 {
		out = append(out, oleEntry("", 0, oleFree, 0, 0)...)
	}
	return append(out, stream...)
}

// oleEntry is an entry of the directory without neighbours.
func oleEntry(name string, kind byte, child, start, size uint32) []byte {
	b := make([]byte, 128)
	le := binary.LittleEndian
	units := utf16.Encode([]rune(name))
	for i, u := range units {
		le.PutUint16(b[2*i:], u)
	}
	if name != "" {
		le.PutUint16(b[64:], uint16(2*len(units)+2))
	}
	b[66], b[67] = kind, 1
	le.PutUint32(b[68:], oleFree)
	le.PutUint32(b[72:], oleFree)
	le.PutUint32(b[76:], child)
	le.PutUint32(b[116:], start)
	le.PutUint32(b[120:], size)
	return b
}
