// Package unzip reads zip archives that nobody vouches for, from memory to
// memory. The standard library's reader takes the deflate stream byte by byte
// and brings a compressor with it, which the page would have to load; the tests
// hold this one against it.
package unzip

import (
	"encoding/binary"
	"errors"
	"hash/crc32"
	"suanqing/validate/internal/say"
)

// What a caller may want to tell apart. Every other error means that the
// archive does not hold together.
var (
	ErrTooMany   = errors.New("zip: too many members")
	ErrTooLarge  = errors.New("zip: member is larger than the limit")
	ErrEncrypted = errors.New("zip: member is encrypted")
	ErrContent   = errors.New("zip: content of a member is damaged") // its bytes, size or CRC
)

// Methods that Read knows.
const (
	Stored   = 0
	Deflated = 8
)

// Archive is an opened zip archive. It is not for concurrent use.
type Archive struct {
	Files []File // in the directory's order

	data     []byte
	members  int // where the directory begins: members end before it
	inflater inflater
}

// File is one member as the directory has it; nothing of it is checked yet.
type File struct {
	Name   string // the bytes as stored: of any encoding, with any slashes, not unique
	Size   uint64 // bytes, as declared
	Packed uint64 // bytes in the archive
	Method uint16
	Flags  uint16
	CRC    uint32

	offset uint64 // of the local header
}

// Encrypted tells whether the content needs a password.
func (f *File) Encrypted() bool { return f.Flags&1 != 0 }

const (
	localMark     = "PK\x03\x04"
	directoryMark = "PK\x01\x02"
	endMark       = "PK\x05\x06"
	end64Mark     = "PK\x06\x06"
	locatorMark   = "PK\x06\x07"

	localSize     = 30
	directorySize = 46
	endSize       = 22
	end64Size     = 56
	locatorSize   = 20
	maxComment    = 1<<16 - 1

	zip64Extra = 1
	in64       = 1<<32 - 1 // a 32-bit field whose value stands in a zip64 record
)

var (
	le = binary.LittleEndian

	errEnd       = errors.New("zip: no end of the directory")
	errDirectory = errors.New("zip: damaged directory")
	errMember    = errors.New("zip: local header does not match the directory")
)

// Open reads the directory of an archive with no more than maxFiles members;
// beyond that it fails with ErrTooMany. The archive keeps data, which must not
// change. It must begin with the archive, but may go on behind it.
func Open(data []byte, maxFiles int) (*Archive, error) {
	count, start, size, err := findDirectory(data)
	if err != nil {
		return nil, err
	}
	if count > uint64(maxFiles) {
		return nil, ErrTooMany
	}
	a := &Archive{data: data, members: int(start)}
	dir := data[start : start+size]
	if count > size/directorySize {
		return nil, errDirectory
	}
	a.Files = make([]File, 0, count)
	for range count {
		f, rest, ok := directoryEntry(dir)
		if !ok {
			return nil, errDirectory
		}
		a.Files = append(a.Files, f)
		dir = rest
	}
	if has(dir, directoryMark) {
		return nil, errDirectory // more than the end record counts
	}
	return a, nil
}

// findDirectory reads the end record: the last one whose comment fits.
func findDirectory(data []byte) (count, start, size uint64, err error) {
	at := len(data) - endSize
	for ; ; at-- {
		if at < 0 || at < len(data)-endSize-maxComment {
			return 0, 0, 0, errEnd
		}
		if has(data[at:], endMark) && int(le.Uint16(data[at+20:])) <= len(data)-at-endSize {
			break
		}
	}
	end := data[at:]
	count, size, start = uint64(le.Uint16(end[10:])), uint64(le.Uint32(end[12:])), uint64(le.Uint32(end[16:]))
	if locator := data[:at]; len(locator) >= locatorSize && has(locator[at-locatorSize:], locatorMark) &&
		(count == 1<<16-1 || size == in64 || start == in64) {
		place := le.Uint64(locator[at-locatorSize+8:])
		if place > uint64(at) || uint64(at)-place < end64Size || !has(data[place:], end64Mark) {
			return 0, 0, 0, errEnd
		}
		end = data[place:]
		count, size, start = le.Uint64(end[32:]), le.Uint64(end[40:]), le.Uint64(end[48:])
	}
	if start > uint64(at) || size > uint64(at)-start {
		return 0, 0, 0, errDirectory
	}
	return count, start, size, nil
}

// directoryEntry reads the first entry of what is left of a directory.
func directoryEntry(dir []byte) (f File, rest []byte, ok bool) {
	if len(dir) < directorySize || !has(dir, directoryMark) {
		return f, nil, false
	}
	name, extra, comment := int(le.Uint16(dir[28:])), int(le.Uint16(dir[30:])), int(le.Uint16(dir[32:]))
	if name+extra+comment > len(dir)-directorySize {
		return f, nil, false
	}
	tail := dir[directorySize:]
	f = File{
		Name: string(tail[:name]), Size: uint64(le.Uint32(dir[24:])), Packed: uint64(le.Uint32(dir[20:])),
		Method: le.Uint16(dir[10:]), Flags: le.Uint16(dir[8:]), CRC: le.Uint32(dir[16:]), offset: uint64(le.Uint32(dir[42:])),
	}
	return f, tail[name+extra+comment:], f.zip64(tail[name : name+extra])
}

// zip64 takes from the extra fields, in their fixed order, the values that do
// not fit 32 bits. It fails when one is missing.
func (f *File) zip64(extra []byte) bool {
	var wide []byte
	for len(extra) >= 4 {
		size := int(le.Uint16(extra[2:]))
		if size > len(extra)-4 {
			break
		}
		if le.Uint16(extra) == zip64Extra {
			wide = extra[4 : 4+size]
		}
		extra = extra[4+size:]
	}
	for _, v := range [...]*uint64{&f.Size, &f.Packed, &f.offset} {
		if *v != in64 {
			continue
		}
		if len(wide) < 8 {
			return false
		}
		*v, wide = le.Uint64(wide), wide[8:]
	}
	return true
}

// Read returns the content of a member, in dst's memory if there is enough. It
// inflates no more than the declared size, and nothing when that is above limit;
// the real size and the CRC must be the declared ones. See the errors above.
func (a *Archive) Read(f *File, dst []byte, limit int) ([]byte, error) {
	if f.Encrypted() {
		return nil, ErrEncrypted
	}
	if f.Size > uint64(max(limit, 0)) {
		return nil, ErrTooLarge
	}
	packed, err := a.packed(f)
	if err != nil {
		return nil, err
	}
	size := int(f.Size)
	switch f.Method {
	case Stored:
		if size != len(packed) {
			return nil, ErrContent
		}
		dst = append(dst[:0], packed...)
	case Deflated:
		// Two bits make 258 bytes at most, so a size that lies takes no memory.
		if size > len(packed)*4*258 {
			return nil, ErrContent
		}
		if cap(dst) < size+turnOut {
			dst = make([]byte, size+turnOut)
		}
		if n, err := a.inflater.inflate(dst[:cap(dst)], size, packed); err != nil || n != size {
			return nil, errors.Join(ErrContent, err)
		}
		dst = dst[:size]
	default:
		return nil, say.Error("zip: unknown compression method %d", int(f.Method))
	}
	if crc32.ChecksumIEEE(dst) != f.CRC {
		return nil, ErrContent
	}
	return dst, nil
}

// packed is a member's content as it is stored. Of the local header only what
// says where and how is compared: streaming writers leave sizes and CRC open
// there, and the content is held to the directory's.
func (a *Archive) packed(f *File) ([]byte, error) {
	members := a.data[:a.members]
	if f.offset > uint64(len(members)) {
		return nil, errMember
	}
	local := members[f.offset:]
	if len(local) < localSize || !has(local, localMark) {
		return nil, errMember
	}
	name, extra := int(le.Uint16(local[26:])), int(le.Uint16(local[28:]))
	if le.Uint16(local[8:]) != f.Method || le.Uint16(local[6:])&1 != f.Flags&1 || name+extra > len(local)-localSize {
		return nil, errMember
	}
	local = local[localSize:]
	if string(local[:name]) != f.Name || f.Packed > uint64(len(local)-name-extra) {
		return nil, errMember
	}
	local = local[name+extra:]
	return local[:f.Packed], nil
}

func has(data []byte, mark string) bool {
	return len(data) >= len(mark) && string(data[:len(mark)]) == mark
}
