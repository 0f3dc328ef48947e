package hostile

import (
	"encoding/binary"

	"suanqing/validate/internal/wide"
)

// compound is an OLE file in sectors of 4,096 bytes: the FAT first, then the
// directory, then one stream. What is in it can be bent before it is written.
type compound struct {
	stream []byte
	name   string     // of the stream
	dirs   []dirEntry // behind the root and the stream
	bend   func(c *layout)
}

// layout is a compound file's parts, by sector.
type layout struct {
	header  []byte
	fat     []uint32
	dir     []byte
	dirAt   int // first sector of the directory
	dataAt  int // first sector of the stream
	sectors int
	trailer []byte // sectors behind the stream
}

type dirEntry struct {
	name               string
	kind               byte
	left, right, child uint32
	start, size        uint32
}

const (
	sector    = 4096 // so that the header lists the FAT of any of these files
	inSector  = sector / 4
	endChain  = 0xFFFFFFFE
	freeEntry = 0xFFFFFFFF
	fatMark   = 0xFFFFFFFD
)

func (c *compound) bytes() []byte {
	stream := append([]byte{}, c.stream...)
	for len(stream) < 4096 || len(stream)%sector != 0 {
		stream = append(stream, 0)
	}
	name := c.name
	if name == "" {
		name = "Workbook"
	}
	entries := append([]dirEntry{
		{"Root Entry", 5, freeEntry, freeEntry, 1, endChain, 0},
		{name, 2, freeEntry, freeEntry, freeEntry, 0, uint32(len(stream))},
	}, c.dirs...)
	dirSectors := (len(entries)*128 + sector - 1) / sector
	l := layout{sectors: dirSectors + len(stream)/sector}
	fats := 1
	for fats*inSector < fats+l.sectors+8 {
		fats++
	}
	l.sectors += fats
	l.dirAt, l.dataAt = fats, fats+dirSectors
	entries[1].start = uint32(l.dataAt)
	l.fat = make([]uint32, fats*inSector)
	for i := range l.fat {
		switch {
		case i < fats:
			l.fat[i] = fatMark
		case i == l.dataAt-1 || i == l.sectors-1:
			l.fat[i] = endChain
		case i < l.sectors:
			l.fat[i] = uint32(i + 1)
		default:
			l.fat[i] = freeEntry
		}
	}
	for _, e := range entries {
		l.dir = append(l.dir, e.bytes()...)
	}
	for len(l.dir)%sector != 0 {
		l.dir = append(l.dir, make([]byte, 128)...)
	}
	l.header = header(fats, l.dirAt)
	if c.bend != nil {
		c.bend(&l)
	}
	data := append([]byte{}, l.header...)
	for _, n := range l.fat {
		data = binary.LittleEndian.AppendUint32(data, n)
	}
	return append(append(append(data, l.dir...), stream...), l.trailer...)
}

// header is the first sector; it lists up to 109 sectors of the FAT.
func header(fats, dirAt int) []byte {
	b := make([]byte, sector)
	le := binary.LittleEndian
	copy(b, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
	le.PutUint16(b[24:], 0x3E)
	le.PutUint16(b[26:], 4)
	le.PutUint16(b[28:], 0xFFFE)
	le.PutUint16(b[30:], 12)
	le.PutUint16(b[32:], 6)
	le.PutUint32(b[44:], uint32(fats))
	le.PutUint32(b[48:], uint32(dirAt))
	le.PutUint32(b[56:], 4096)
	le.PutUint32(b[60:], endChain)
	le.PutUint32(b[68:], endChain)
	for i := range 109 {
		n := uint32(freeEntry)
		if i < fats {
			n = uint32(i)
		}
		le.PutUint32(b[76+4*i:], n)
	}
	return b
}

func (e *dirEntry) bytes() []byte {
	b := make([]byte, 128)
	le := binary.LittleEndian
	n := copy(b, wide.Bytes(e.name))
	le.PutUint16(b[64:], uint16(n+2))
	b[66], b[67] = e.kind, 1
	le.PutUint32(b[68:], e.left)
	le.PutUint32(b[72:], e.right)
	le.PutUint32(b[76:], e.child)
	le.PutUint32(b[116:], e.start)
	le.PutUint32(b[120:], e.size)
	return b
}
