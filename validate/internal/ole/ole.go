// Package ole reads streams of OLE compound files, [MS-CFB], which hold .xls
// workbooks and encrypted .xlsx workbooks, and writes plain ones. Section numbers
// in this package are of [MS-CFB].
package ole

import (
	"encoding/binary"
	"strings"

	"suanqing/validate/internal/wide"
)

// Container is an OLE compound file, read in place.
//
// Why not github.com/richardlehane/mscfb v1.0.9, the reader Go programs use: it
// keeps for every directory entry the path to it, in time and memory that grow
// with the square of the nesting. A 2.5 MB file of 20,000 nested storages takes
// 3 GB, and a somewhat larger one ends the program, which no recover can stop.
// Of all that the format offers only the bytes of one stream are needed here.
//
// Every chain of sectors is followed for at most as many steps as the file has
// sectors, so that a cycle ends, and no result is larger than the file.
type Container struct {
	data     []byte
	shift    int      // a sector has 1<<shift bytes
	fat      []uint32 // the sectors that hold the FAT
	dir      []byte   // the directory
	mini     []byte   // the mini stream, read when first needed
	miniFAT  []byte
	miniHead uint32
}

// Signature is what every compound file begins with.
const Signature = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"

const (
	headerSize = 512
	entrySize  = 128
	miniShift  = 6    // a mini sector has 64 bytes
	miniCutoff = 4096 // shorter streams lie in the mini stream
	maxSector  = 0xFFFFFFFA
	endOfChain = 0xFFFFFFFE
	noEntry    = 0xFFFFFFFF

	typeStream, typeRoot = 2, 5

	maxDirectory = 1 << 20 // bytes of the directory, 128 an entry
)

// Open reads the header (2.2), the list of FAT sectors (2.5) and the directory
// (2.6). It is false when there is no directory to be read.
func Open(data []byte) (*Container, bool) {
	if len(data) < headerSize || !strings.HasPrefix(string(data[:8]), Signature) {
		return nil, false
	}
	le := binary.LittleEndian
	c := &Container{data: data, shift: int(le.Uint16(data[30:])), miniHead: le.Uint32(data[60:])}
	if c.shift != 9 && c.shift != 12 {
		return nil, false
	}
	list := data[76:headerSize] // the first 109 FAT sectors; further ones are chained
	next := le.Uint32(data[68:])
	for steps := 0; ; steps++ {
		for ; len(list) >= 4; list = list[4:] {
			if n := le.Uint32(list); n < maxSector {
				c.fat = append(c.fat, n)
			}
		}
		sector := c.sector(next)
		if len(sector) < 1<<c.shift || steps > len(data)>>c.shift {
			break
		}
		list, next = sector[:len(sector)-4], le.Uint32(sector[len(sector)-4:])
	}
	c.dir = c.chain(le.Uint32(data[48:]), maxDirectory)
	return c, len(c.dir) >= entrySize
}

// sector is the bytes of a sector, fewer when the file ends in it.
func (c *Container) sector(n uint32) []byte {
	start := (int64(n) + 1) << c.shift
	if n >= maxSector || start >= int64(len(c.data)) {
		return nil
	}
	return c.data[start:min(start+1<<c.shift, int64(len(c.data)))]
}

// following is the sector after n in its chain (2.3).
func (c *Container) following(n uint32) uint32 {
	each := uint32(1) << (c.shift - 2)
	if int(n/each) >= len(c.fat) {
		return noEntry
	}
	sector := c.sector(c.fat[n/each])
	if at := int(n % each * 4); at+4 <= len(sector) {
		return binary.LittleEndian.Uint32(sector[at:])
	}
	return noEntry
}

// chain is up to size bytes of the sectors that begin with n.
func (c *Container) chain(n uint32, size int) []byte {
	var b []byte
	for len(b) < size {
		sector := c.sector(n)
		if len(sector) == 0 || len(b) > len(c.data) {
			break
		}
		if b == nil {
			b = make([]byte, 0, min(size, len(c.data)))
		}
		b = append(b, sector...)
		n = c.following(n)
	}
	return b[:min(len(b), size)]
}

// miniChain is up to size bytes of the mini sectors that begin with n (2.4).
func (c *Container) miniChain(n uint32, size int) []byte {
	if c.mini == nil {
		root := entry(c.dir[:entrySize])
		c.mini = c.chain(root.start(), c.size(root))
		c.miniFAT = c.chain(c.miniHead, len(c.mini)>>miniShift*4)
	}
	var b []byte
	for len(b) < size && len(b) <= len(c.mini) {
		start := int64(n) << miniShift
		if start >= int64(len(c.mini)) {
			break
		}
		b = append(b, c.mini[start:min(start+1<<miniShift, int64(len(c.mini)))]...)
		if at := int64(n) * 4; at+4 <= int64(len(c.miniFAT)) {
			n = binary.LittleEndian.Uint32(c.miniFAT[at:])
		} else {
			n = noEntry
		}
	}
	return b[:min(len(b), size)]
}

// entry is a directory entry (2.6.1).
type entry []byte

func (e entry) isStream() bool { return e[66] == typeStream }
func (e entry) left() uint32   { return binary.LittleEndian.Uint32(e[68:]) }
func (e entry) right() uint32  { return binary.LittleEndian.Uint32(e[72:]) }
func (e entry) child() uint32  { return binary.LittleEndian.Uint32(e[76:]) }
func (e entry) start() uint32  { return binary.LittleEndian.Uint32(e[116:]) }

// size is that of a stream, never more than the file. It leaves out the upper
// half, which version 3 files may fill with anything.
func (c *Container) size(e entry) int {
	return int(min(uint64(binary.LittleEndian.Uint32(e[120:])), uint64(len(c.data))))
}

func (e entry) name() string {
	n := min(int(e[64]), 64) - 2 // without the NUL
	return wide.Text(e[:max(n, 0)])
}

// Stream is the bytes of the stream of that name in the root storage. Storages
// in it hold embedded objects, which may be workbooks themselves.
func (c *Container) Stream(name string) ([]byte, bool) {
	e := c.find(name)
	switch {
	case e == nil:
		return nil, false
	case c.size(e) < miniCutoff:
		return c.miniChain(e.start(), c.size(e)), true
	}
	return c.chain(e.start(), c.size(e)), true
}

// Has tells whether the root storage has a stream of that name.
func (c *Container) Has(name string) bool { return c.find(name) != nil }

// find walks the tree of the root storage (2.6.4), and looks at no entry twice.
func (c *Container) find(name string) entry {
	count := len(c.dir) / entrySize
	seen := make([]bool, count)
	todo := []uint32{entry(c.dir).child()}
	for len(todo) > 0 {
		n := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		if int64(n) >= int64(count) || seen[n] {
			continue
		}
		seen[n] = true
		e := entry(c.dir[n*entrySize:][:entrySize])
		if e.isStream() && strings.EqualFold(e.name(), name) {
			return e
		}
		todo = append(todo, e.left(), e.right())
	}
	return nil
}
