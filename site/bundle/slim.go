package bundle

import (
	"bytes"
	"encoding/binary"
	"errors"
	"strings"
)

// slim takes out of a Go program's WebAssembly what only a traceback shows, which goes
// nowhere in a page: the lines of the source, and the names of functions. Together
// with joining data segments this is a sixth of the download; the linker has no flag
// for it, and wasm-opt 108 makes it larger. All that runs stays byte for byte.
//
// The tables are those of runtime/symtab.go and debug/gosym: pclntab with its header,
// one record for each function, and a blob of streams that records share.
func slim(wasm []byte) ([]byte, error) {
	m, err := parseModule(wasm)
	if err != nil {
		return nil, err
	}
	t, err := findTable(m.image)
	if err != nil {
		return nil, err
	}
	if err := t.strip(); err != nil {
		return nil, err
	}
	return m.bytes(), nil
}

// table is the pclntab of an image; what it changes is changed there.
type table struct {
	image     []byte // from the table on
	functions int
	names     []byte // each ended by a NUL
	streams   []byte // pairs of deltas, each stream ended by a zero
	records   []byte // offsets of the records, then the records
}

// A record of a function, _func in runtime/runtime2.go, in little-endian words.
const (
	wordName     = 1
	wordStack    = 4 // its stream of stack depths, which a collector needs
	wordFile     = 5
	wordLine     = 6
	wordTables   = 7 // how many more streams follow the record
	wordFirst    = 9 // the line that the function starts at
	wordMore     = 11
	word         = 4
	headerWords  = 9
	headerOfGo20 = 0xFFFFFFF1 // since Go 1.20, little-endian
	kept         = "runtime." // by these names the runtime knows its own goroutines
)

var errTable = errors.New("the table of functions is not as Go 1.26 writes it: see slim.go")

func findTable(image []byte) (*table, error) {
	head := binary.LittleEndian.AppendUint32(nil, headerOfGo20)
	head = append(head, 0, 0, 1, 8) // instructions of one byte, words of eight
	at := bytes.Index(image, head)
	if at < 0 || len(image)-at < 8*headerWords || bytes.Contains(image[at+1:], head) {
		return nil, errTable
	}
	image = image[at:]
	offset := func(i int) int { return int(binary.LittleEndian.Uint64(image[8*i:])) }
	functions, names, units, streams, records := offset(1), offset(4), offset(5), offset(7), offset(8)
	if names < 0 || units < names || streams < units || records < streams || len(image) < records || functions <= 0 || functions > (len(image)-records)/(2*word) {
		return nil, errTable
	}
	return &table{image, functions, image[names:units], image[streams:records], image[records:]}, nil
}

func (t *table) strip() error {
	names, streams := make([]bool, len(t.names)), make([]bool, len(t.streams)) // what stays
	nobody := bytes.IndexByte(t.names, 0)                                      // where a name ends there is an empty one
	for i := range t.functions {
		at := int(binary.LittleEndian.Uint32(t.records[2*word*i+word:]))
		if at+wordMore*word > len(t.records) {
			return errTable
		}
		record := t.records[at:]
		get := func(i int) int { return int(binary.LittleEndian.Uint32(record[i*word:])) }
		put := func(i, value int) { binary.LittleEndian.PutUint32(record[i*word:], uint32(value)) }
		name, more := get(wordName), get(wordTables)
		if name >= len(t.names) || more > 64 || (wordMore+more)*word > len(record) {
			return errTable
		}
		length := bytes.IndexByte(t.names[name:], 0)
		switch {
		case length < 0:
			return errTable
		case strings.HasPrefix(string(t.names[name:name+length]), kept):
			mark(names[name : name+length])
		default:
			put(wordName, nobody)
		}
		put(wordFile, 0)
		put(wordLine, 0)
		put(wordFirst, 0)
		for k := range 1 + more {
			stream := get(wordStack)
			if k > 0 {
				stream = get(wordMore + k - 1)
			}
			if n, ok := t.length(stream); ok {
				mark(streams[stream : stream+n])
			} else {
				return errTable
			}
		}
	}
	blank(t.names, names)
	blank(t.streams, streams)
	return nil
}

// length is how long a stream is; offset 0 stands for none.
func (t *table) length(stream int) (int, bool) {
	if stream == 0 {
		return 0, true
	}
	if stream > len(t.streams) {
		return 0, false
	}
	in := &input{rest: t.streams[stream:]}
	for first := true; ; first = false {
		if value := in.number(); value == 0 && !first || in.failed {
			return len(t.streams) - stream - len(in.rest), !in.failed
		}
		in.number() // how far it holds
	}
}

func mark(stays []bool) {
	for i := range stays {
		stays[i] = true
	}
}

func blank(b []byte, stays []bool) {
	for i := range b {
		if !stays[i] {
			b[i] = 0
		}
	}
}
