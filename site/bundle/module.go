package bundle

import (
	"encoding/binary"
	"errors"
	"math"
)

// module is a WebAssembly binary: its sections as they stand, and what its data
// segments put into memory, as one image.
type module struct {
	sections []section
	start    int    // address of the image
	image    []byte // zero where no segment has a byte
}

type section struct {
	id   byte
	body []byte
}

const (
	magic       = "\x00asm\x01\x00\x00\x00"
	dataSection = 11

	// Between segments this many zeros cost about as much as the head of another.
	// Go's linker starts another after eight: fifty thousand heads, which compress to
	// a twentieth of the download.
	gap = 256

	i32Const, end = 0x41, 0x0B // of the expression that is a segment's address
	mostMemory    = 1 << 28    // no program of ours comes near it
)

var errModule = errors.New("not a WebAssembly module as Go's linker writes it")

func parseModule(wasm []byte) (*module, error) {
	if len(wasm) < len(magic) || string(wasm[:len(magic)]) != magic {
		return nil, errModule
	}
	m := &module{}
	for in := (&input{rest: wasm[len(magic):]}); len(in.rest) > 0; {
		s := section{id: in.byte(), body: in.bytes(in.number())}
		if in.failed {
			return nil, errModule
		}
		if s.id == dataSection && !m.load(&input{rest: s.body}) {
			return nil, errModule
		}
		m.sections = append(m.sections, s)
	}
	return m, nil
}

// load puts the segments where they belong, in the order in which they come.
func (m *module) load(in *input) bool {
	type segment struct {
		at   int
		data []byte
	}
	var segments []segment
	last := 0
	m.start = mostMemory
	for range in.number() {
		active, constant := in.byte(), in.byte()
		at := in.signed()
		closing, data := in.byte(), in.bytes(in.number())
		if in.failed || active != 0 || constant != i32Const || closing != end || at < 0 || at+len(data) > mostMemory {
			return false
		}
		segments = append(segments, segment{at, data})
		m.start, last = min(m.start, at), max(last, at+len(data))
	}
	m.image = make([]byte, max(0, last-m.start))
	for _, s := range segments {
		copy(m.image[s.at-m.start:], s.data)
	}
	return len(in.rest) == 0
}

// bytes is the module again, its data in as few segments as is worth while.
func (m *module) bytes() []byte {
	out := []byte(magic)
	for _, s := range m.sections {
		if s.id == dataSection {
			s.body = m.data()
		}
		out = append(out, s.id)
		out = binary.AppendUvarint(out, uint64(len(s.body)))
		out = append(out, s.body...)
	}
	return out
}

func (m *module) data() []byte {
	var body []byte
	n := 0
	for from := m.nonzero(0); from < len(m.image); n++ {
		to, next := m.segment(from)
		body = append(body, 0, i32Const)
		body = appendSigned(body, m.start+from)
		body = append(body, end)
		body = binary.AppendUvarint(body, uint64(to-from))
		body = append(body, m.image[from:to]...)
		from = next
	}
	return append(binary.AppendUvarint(nil, uint64(n)), body...)
}

// segment says where the segment that starts at from ends, and the next one starts.
func (m *module) segment(from int) (to, next int) {
	for to = from; to < len(m.image); to = next {
		for to < len(m.image) && m.image[to] != 0 {
			to++
		}
		if next = m.nonzero(to); next-to >= gap || next == len(m.image) {
			return to, next
		}
	}
	return to, to
}

// nonzero is the first place from there on that is not zero.
func (m *module) nonzero(at int) int {
	for at < len(m.image) && m.image[at] == 0 {
		at++
	}
	return at
}

// input reads numbers in LEB128; failed says that it ended too early.
type input struct {
	rest   []byte
	failed bool
}

func (in *input) bytes(n int) []byte {
	if n < 0 || n > len(in.rest) {
		in.failed, in.rest = true, nil
		return nil
	}
	b := in.rest[:n]
	in.rest = in.rest[n:]
	return b
}

func (in *input) byte() byte {
	if b := in.bytes(1); !in.failed {
		return b[0]
	}
	return 0
}

func (in *input) number() int {
	n, length := binary.Uvarint(in.rest)
	if length <= 0 || n > math.MaxInt {
		in.bytes(-1)
		return 0
	}
	in.bytes(length)
	return int(n)
}

func (in *input) signed() int {
	n := 0
	for shift := 0; shift < 35; shift += 7 {
		b := in.byte()
		if n |= int(b&0x7F) << shift; b < 0x80 {
			if b&0x40 != 0 {
				n |= -1 << (shift + 7)
			}
			return n
		}
	}
	in.bytes(-1)
	return 0
}

func appendSigned(b []byte, n int) []byte {
	for {
		c := byte(n & 0x7F)
		if n >>= 7; n == 0 && c&0x40 == 0 || n == -1 && c&0x40 != 0 {
			return append(b, c)
		}
		b = append(b, c|0x80)
	}
}
