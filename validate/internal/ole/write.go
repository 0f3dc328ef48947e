package ole

import (
	"cmp"
	"encoding/binary"
	"slices"
	"strings"

	"suanqing/validate/internal/wide"
)

// Stream is a stream to be written. Its name is up to 31 characters.
type Stream struct {
	Name string
	Data []byte
}

const (
	fatSector    = 0xFFFFFFFD
	difatSector  = 0xFFFFFFFC
	listInHeader = 109 // FAT sectors that the header names
)

// Write is a compound file with the streams in its root storage and nothing
// else. A sector has 1<<shift bytes: 9 for version 3, 12 for version 4 of the
// format. The order is header, further lists of FAT sectors, FAT, directory, mini
// FAT, mini stream, streams.
func Write(shift int, streams ...Stream) []byte {
	size := 1 << shift
	slots := size / 4 // sector numbers in a sector
	sectors := func(bytes int) int { return (bytes + size - 1) / size }
	streams = slices.Clone(streams)
	slices.SortFunc(streams, func(a, b Stream) int { // as the tree has them (2.6.4)
		return cmp.Or(cmp.Compare(len(a.Name), len(b.Name)), strings.Compare(strings.ToUpper(a.Name), strings.ToUpper(b.Name)))
	})

	mini, miniFAT, starts := miniStream(streams)
	full := 0 // sectors of the streams that are not in it
	for _, s := range streams {
		if len(s.Data) >= miniCutoff {
			full += sectors(len(s.Data))
		}
	}

	directory := sectors((1 + len(streams)) * entrySize)
	rest := directory + sectors(len(miniFAT)) + sectors(len(mini)) + full
	fats, lists := 0, 0
	for fats*slots < lists+fats+rest {
		fats++
		lists = (max(fats-listInHeader, 0) + slots - 2) / (slots - 1)
	}

	var fat []byte
	for range lists {
		fat = binary.LittleEndian.AppendUint32(fat, difatSector)
	}
	for range fats {
		fat = binary.LittleEndian.AppendUint32(fat, fatSector)
	}
	chain := func(n int) uint32 {
		if n == 0 {
			return endOfChain
		}
		start := uint32(len(fat) / 4)
		for i := range uint32(n - 1) {
			fat = binary.LittleEndian.AppendUint32(fat, start+i+1)
		}
		fat = binary.LittleEndian.AppendUint32(fat, endOfChain)
		return start
	}
	directoryAt, miniFATAt, miniAt := chain(directory), chain(sectors(len(miniFAT))), chain(sectors(len(mini)))
	for i, s := range streams {
		if len(s.Data) >= miniCutoff {
			starts[i] = chain(sectors(len(s.Data)))
		}
	}

	b := make([]byte, 0, size*(1+lists+fats+rest))
	b = header(b, shift, directory, directoryAt, fats, lists, miniFATAt, sectors(len(miniFAT)))
	b = fill(fatList(b, fats, lists, size), size, 0)
	b = fill(append(b, fat...), size, 0xFF)
	b = appendEntry(b, "Root Entry", typeRoot, noEntry, miniAt, len(mini), len(streams) > 0)
	for i, s := range streams {
		next := uint32(noEntry)
		if i+1 < len(streams) {
			next = uint32(i + 2)
		}
		b = appendEntry(b, s.Name, typeStream, next, starts[i], len(s.Data), false)
	}
	for len(b)%size != 0 {
		b = appendEntry(b, "", 0, noEntry, 0, 0, false)
	}
	b = fill(append(b, miniFAT...), size, 0xFF)
	b = fill(append(b, mini...), size, 0)
	for _, s := range streams {
		if len(s.Data) >= miniCutoff {
			b = fill(append(b, s.Data...), size, 0)
		}
	}
	return b
}

// header is the header up to the list of FAT sectors (2.2).
func header(b []byte, shift, directory int, directoryAt uint32, fats, lists int, miniFATAt uint32, miniFATs int) []byte {
	le := binary.LittleEndian
	version, difatAt := uint16(3), uint32(endOfChain)
	if shift == 12 {
		version = 4
	} else {
		directory = 0 // not counted in version 3
	}
	if lists > 0 {
		difatAt = 0
	}
	b = append(append(b, Signature...), make([]byte, 16)...)
	for _, v := range []uint16{0x3E, version, 0xFFFE, uint16(shift), miniShift, 0, 0, 0} {
		b = le.AppendUint16(b, v)
	}
	for _, v := range []uint32{uint32(directory), uint32(fats), directoryAt, 0, miniCutoff, miniFATAt, uint32(miniFATs), difatAt, uint32(lists)} {
		b = le.AppendUint32(b, v)
	}
	return b
}

// fatList is the numbers of the FAT sectors: the rest of the header, padded to
// its sector, and the sectors behind it (2.5).
func fatList(b []byte, fats, lists, size int) []byte {
	put := func(i int) {
		n := uint32(noEntry)
		if i < fats {
			n = uint32(lists + i)
		}
		b = binary.LittleEndian.AppendUint32(b, n)
	}
	for i := range listInHeader {
		put(i)
	}
	b = fill(b, size, 0)
	each := size/4 - 1
	for l := range lists {
		for i := range each {
			put(listInHeader + l*each + i)
		}
		next := uint32(endOfChain)
		if l+1 < lists {
			next = uint32(l + 1)
		}
		b = binary.LittleEndian.AppendUint32(b, next)
	}
	return b
}

// miniStream is the mini stream and its FAT (2.4): all streams too short for sectors of
// their own, and where each of them starts in it.
func miniStream(streams []Stream) (mini, fat []byte, starts []uint32) {
	starts = make([]uint32, len(streams))
	for i, s := range streams {
		if len(s.Data) >= miniCutoff {
			continue
		}
		starts[i] = endOfChain
		if len(s.Data) > 0 {
			starts[i] = uint32(len(mini) >> miniShift)
			mini = fill(append(mini, s.Data...), 1<<miniShift, 0)
			for n := uint32(len(fat)/4) + 1; n < uint32(len(mini)>>miniShift); n++ {
				fat = binary.LittleEndian.AppendUint32(fat, n)
			}
			fat = binary.LittleEndian.AppendUint32(fat, endOfChain)
		}
	}
	return mini, fat, starts
}

// appendEntry appends a directory entry (2.6.1). Siblings are a list to the
// right, black and then red: enough of a tree for the few streams written here.
func appendEntry(b []byte, name string, kind byte, right, start uint32, size int, parent bool) []byte {
	const black, red = 1, 0
	e := make([]byte, entrySize)
	le := binary.LittleEndian
	if name != "" {
		n := copy(e, wide.Bytes(name))
		le.PutUint16(e[64:], uint16(n+2))
	}
	e[66], e[67] = kind, black
	if kind == typeStream && right == noEntry {
		e[67] = red
	}
	child := uint32(noEntry)
	if parent {
		child = 1
	}
	le.PutUint32(e[68:], noEntry)
	le.PutUint32(e[72:], right)
	le.PutUint32(e[76:], child)
	le.PutUint32(e[116:], start)
	le.PutUint64(e[120:], uint64(size))
	return append(b, e...)
}

// fill pads b to a multiple of size.
func fill(b []byte, size int, with byte) []byte {
	for len(b)%size != 0 {
		b = append(b, with)
	}
	return b
}
