package hostile

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"fmt"
	"strings"
)

const mega = 1 << 20

// zips are packages that lie, burst or are broken.
var zips = []Case{
	{"zip-bomb", "one sheet of 3 GB, honestly declared", func() []byte { return bomb(3<<30, nil) }, "too-large"},
	{"zip-bomb-lying", "one sheet of 3 GB, declared as 1,000 bytes", func() []byte { return bomb(3<<30, declares(1000)) }, "too-large|corrupt"},
	{"zip-bomb-just-fits", "one sheet of just under the cap", func() []byte { return bomb(63*mega, nil) }, "no-forms"},
	{"zip-declares-4g", "a small sheet declared as 4 GB, to be allocated", func() []byte { return bomb(1000, declares(4<<30-1)) }, "too-large"},
	{"zip-declares-60m", "a thousand small sheets declared as 60 MB each", func() []byte {
		return manyBombs(1000, 1000, declares(60*mega))
	}, "too-large"},
	{"zip-declares-more", "a sheet declared ten bytes longer than it is", func() []byte {
		return bomb(1000, func(h *zip.FileHeader) { h.UncompressedSize64 += 10 })
	}, "corrupt"},
	{"zip-declares-less", "a sheet declared ten bytes shorter than it is", func() []byte {
		return bomb(1000, func(h *zip.FileHeader) { h.UncompressedSize64 -= 10 })
	}, "corrupt"},
	{"zip-many-bombs", "twenty sheets of 60 MB, each under the cap of one", func() []byte { return manyBombs(20, 60*mega, nil) }, "too-large"},
	{"zip-many-bombs-lying", "the same, declared as nothing", func() []byte { return manyBombs(20, 60*mega, declares(1)) }, "too-large|corrupt"},
	{"zip-unused-bomb", "3 GB in a member that no sheet needs, declared as nothing", func() []byte {
		return (&book{tabs: []tab{{name: "Sheet1", rows: text(row("通讯录"))}},
			parts: []part{{name: "xl/media/image1.png", content: repeat(" ", 3<<30), forge: declares(1)}}}).bytes()
	}, "no-forms"},
	{"zip-many-members", "200,000 empty members", func() []byte {
		parts := make([]part, 200_000)
		for i := range parts {
			parts[i] = part{name: fmt.Sprintf("m%d", i)}
		}
		return pack(parts...)
	}, "too-complex"},
	{"zip-overlapping", "1,000 sheets whose data are the same bytes of the file", overlapping, "too-large|corrupt"},
	{"zip-duplicate", "two sheets of one name: which one is shown?", func() []byte {
		return (&book{tabs: []tab{{name: "Sheet1"}}, parts: []part{{name: "XL/worksheets/Sheet1.xml", content: text("<worksheet/>")}}}).bytes()
	}, "corrupt"},
	{"zip-crc", "a sheet whose checksum does not hold", func() []byte {
		return bomb(1000, func(h *zip.FileHeader) { h.CRC32++ })
	}, "corrupt"},
	{"zip-crc-zero", "a checksum of nothing, which some readers take for none", func() []byte {
		return bomb(1000, func(h *zip.FileHeader) { h.CRC32 = 0 })
	}, "corrupt"},
	{"zip-method", "a compression that nobody knows", func() []byte {
		return bomb(1000, func(h *zip.FileHeader) { h.Method = 12 })
	}, "corrupt"},
	{"zip-encrypted", "a sheet with the zip's own password", func() []byte {
		return bomb(1000, func(h *zip.FileHeader) { h.Flags |= 1 })
	}, "encrypted"},
	{"zip-cut", "the first half of a file", func() []byte { data := nine(nil); return data[:len(data)/2] }, "corrupt"},
	{"zip-cut-at-end", "a file without its last byte", func() []byte { data := nine(nil); return data[:len(data)-1] }, "corrupt"},
	{"zip-directory-lies", "a directory that declares 65,535 entries", func() []byte {
		data := nine(nil)
		copy(data[len(data)-14:], "\xff\xff\xff\xff")
		return data
	}, "corrupt|too-complex"},
	{"zip-flood-of-noise", "20 MB in which every fourth byte begins a directory entry", func() []byte {
		return append([]byte("PK\x03\x04"), bytes.Repeat([]byte("PK\x01\x02"), 5*mega)...)
	}, "too-complex|corrupt"},
}

// bomb is a book whose only sheet has about so many bytes of blanks.
func bomb(size int, forge func(*zip.FileHeader)) []byte {
	b := book{tabs: []tab{{name: "Sheet1", part: "worksheets/sheet1.xml"}}}
	t := tab{rows: repeat(" ", size)}
	b.parts = []part{{name: "xl/worksheets/sheet1.xml", content: t.xml(), forge: forge}}
	return b.bytes()
}

// manyBombs is a book of many such sheets.
func manyBombs(n, size int, forge func(*zip.FileHeader)) []byte {
	var b book
	t := tab{rows: repeat(" ", size)}
	for i := range n {
		name := fmt.Sprintf("worksheets/sheet%d.xml", i+1)
		b.tabs = append(b.tabs, tab{name: fmt.Sprint("表", i+1), part: name})
		b.parts = append(b.parts, part{name: "xl/" + name, content: t.xml(), forge: forge})
	}
	return b.bytes()
}

// overlapping is a book whose directory names one member's data a thousand times.
func overlapping() []byte {
	const sheets = 999 // of the names sheet001.xml to sheet999.xml, all of one length
	var b book
	t := tab{rows: repeat(" ", 30*mega)}
	for i := range sheets {
		b.tabs = append(b.tabs, tab{name: fmt.Sprint("表", i+1), part: fmt.Sprintf("worksheets/sheet%03d.xml", i+1)})
	}
	b.parts = []part{{name: "xl/worksheets/sheet001.xml", content: t.xml(), forge: declares(1)}}
	data := b.bytes()
	end := bytes.LastIndex(data, []byte("PK\x05\x06"))
	start := int(binary.LittleEndian.Uint32(data[end+16:]))
	last := data[bytes.LastIndex(data[:end], []byte("PK\x01\x02")):end]
	directory := append([]byte{}, data[start:end]...)
	for i := 2; i <= sheets; i++ {
		directory = append(directory, strings.Replace(string(last), "sheet001", fmt.Sprintf("sheet%03d", i), 1)...)
	}
	tail := append([]byte{}, data[end:]...)
	count := binary.LittleEndian.Uint16(tail[10:]) + sheets - 1
	binary.LittleEndian.PutUint16(tail[8:], count)
	binary.LittleEndian.PutUint16(tail[10:], count)
	binary.LittleEndian.PutUint32(tail[12:], uint32(len(directory)))
	return append(append(append([]byte{}, data[:start]...), directory...), tail...)
}
