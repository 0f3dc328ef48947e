package bundle

import (
	"bytes"
	"encoding/binary"
	"errors"
)

// slim takes out of a Go program's WebAssembly what only a traceback shows, which goes
// nowhere in a page: the lines of the source, the names of functions and files, what was
// inlined where, and what arguments look like. Together with joining data segments this is
// a fifth of the download; the linker has no flag for it, and wasm-opt 108 makes it larger.
// All that runs stays byte for byte.
//
// The tables are those of runtime/symtab.go and debug/gosym: pclntab with its header,
// one record for each function, a blob of streams that records share, and another of what
// is told of functions (go:func.*).
func slim(wasm []byte) ([]byte, error) {
	m, err := parseModule(wasm)
	if err != nil {
		return nil, err
	}
	t, err := findTable(m)
	if err != nil {
		return nil, err
	}
	if err := m.bury(t); err != nil {
		return nil, err
	}
	if err := t.strip(); err != nil {
		return nil, err
	}
	o, err := m.order(t)
	if err != nil {
		return nil, err
	}
	d, err := m.derive(t)
	if err != nil {
		return nil, err
	}
	if err := m.first(body(d, o)); err != nil {
		return nil, err
	}
	return m.bytes(), nil
}

// table is the pclntab of an image; what it changes is changed there.
type table struct {
	image     []byte // from the table on
	functions int
	names     []byte // each ended by a NUL
	files     []byte // which a unit has, and their names
	streams   []byte // pairs of deltas, each stream ended by a zero
	records   []byte // offsets of the records, then the records
	about     []byte // what is told of functions
	gone      []bool // what strip takes out of it
	buried    []bool // the functions that have no body: nothing asks of them
}

// A record of a function, _func in runtime/runtime2.go, in little-endian words: after
// these follow an offset for each of its streams and for each thing that is told of it.
const (
	wordName      = 1
	wordStack     = 4 // its stream of stack depths, which a collector needs
	wordFile      = 5
	wordLine      = 6
	wordTables    = 7 // how many more streams follow the record
	wordUnit      = 8
	wordFirst     = 9  // the line that the function starts at
	wordKind      = 10 // its first byte says what function of the runtime it is, the last how much is told
	wordMore      = 11
	word          = 4
	headerWords   = 9
	headerRecords = 8          // of the header's words: how far behind it the records are
	headerOfGo20  = 0xFFFFFFF1 // since Go 1.20, little-endian
	wrapper       = 23         // abi.FuncIDWrapper: recover() looks into what is inlined there
)

// Of internal/abi/symtab.go: the streams and the things told that nothing but a traceback
// asks for, and signals, which WebAssembly has not.
const (
	streamUnsafe, streamInlined, streamLive = 0, 2, 3
	toldInlined, toldArguments, toldLive    = 3, 5, 6

	inlinedSize  = 16 // bytes of runtime.inlinedCall
	argumentsEnd = 0xFF
	nothing      = 0xFFFFFFFF // is told
)

// system is what stands for the names of all functions of the runtime: by it the runtime
// knows its own goroutines.
const system = "runtime."

// Words of runtime.moduledata, which begins with the addresses of the table and its names.
const (
	dataAbout = 40 // where what is told of functions begins
	dataFind  = 19 // and the table that follows it
)

var errTable = errors.New("the table of functions is not as Go 1.26 writes it: see slim.go")

func findTable(m *module) (*table, error) {
	head := binary.LittleEndian.AppendUint32(nil, headerOfGo20)
	head = append(head, 0, 0, 1, 8) // instructions of one byte, words of eight
	at := bytes.Index(m.image, head)
	if at < 0 || len(m.image)-at < 8*headerWords || bytes.Contains(m.image[at+1:], head) {
		return nil, errTable
	}
	image := m.image[at:]
	offset := func(i int) int { return int(binary.LittleEndian.Uint64(image[8*i:])) }
	functions, names, units, streams, records := offset(1), offset(4), offset(5), offset(7), offset(8)
	if names < 0 || units < names || streams < units || records < streams || len(image) < records || functions <= 0 || functions > (len(image)-records)/(2*word) {
		return nil, errTable
	}
	begins := binary.LittleEndian.AppendUint64(nil, uint64(m.start+at))
	data := bytes.Index(image, binary.LittleEndian.AppendUint64(begins, uint64(m.start+at+names)))
	if data < 0 || len(image)-data < 8*(dataAbout+1) {
		return nil, errTable
	}
	address := func(i int) int { return int(binary.LittleEndian.Uint64(image[data+8*i:])) - m.start - at }
	about, end := address(dataAbout), address(dataFind)
	if about < records || end < about || len(image) < end {
		return nil, errTable
	}
	return &table{image, functions, image[names:units], image[units:streams], image[streams:records], image[records:about], image[about:end], make([]bool, end-about), make([]bool, functions)}, nil
}

func (t *table) strip() error {
	streams := make([]bool, len(t.streams))                               // what stays
	about, told := make([]bool, len(t.about)), make([]bool, len(t.about)) // what goes, and where something begins that stays
	runtime := bytes.Index(t.names, []byte("\x00"+system)) + 1
	if runtime == 0 || runtime+len(system) >= len(t.names) {
		return errTable
	}
	nobody := runtime + len(system)
	first := int(binary.LittleEndian.Uint32(t.records[word:]))
	if first > len(t.records) {
		return errTable
	}
	ends := t.ends(t.records[first:])
	if ends == nil {
		return errTable
	}
	asked := t.asked(t.records[first:])
	for i := range t.functions {
		at := int(binary.LittleEndian.Uint32(t.records[2*word*i+word:]))
		if at+wordMore*word > len(t.records) {
			return errTable
		}
		record := t.records[at:]
		get := func(i int) int { return int(binary.LittleEndian.Uint32(record[i*word:])) }
		put := func(i, value int) { binary.LittleEndian.PutUint32(record[i*word:], uint32(value)) }
		name, more, things, isWrapper := get(wordName), get(wordTables), get(wordKind)>>24, get(wordKind)&0xFF == wrapper
		if name >= len(t.names) || more > 64 || (wordMore+more+things)*word > len(record) {
			return errTable
		}
		if bytes.HasPrefix(t.names[name:], []byte(system)) {
			put(wordName, runtime)
		} else {
			put(wordName, nobody)
		}
		for _, w := range []int{wordFile, wordLine, wordUnit, wordFirst} {
			put(w, 0)
		}
		if t.buried[i] {
			put(wordStack, 0)
			for k := range more {
				put(wordMore+k, 0)
			}
			for k := range things {
				if from := get(wordMore + more + k); from != nothing {
					if !asked[uint32(from)] {
						mark(about[from:ends[uint32(from)]])
					}
					put(wordMore+more+k, nothing)
				}
			}
		}
		inlined := 0
		for k := range more {
			if k == streamInlined && !isWrapper {
				inlined = t.most(get(wordMore+k)) + 1
			}
			if k == streamUnsafe || k == streamLive || k == streamInlined && !isWrapper {
				put(wordMore+k, 0)
			}
		}
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
		for k := range things {
			from := get(wordMore + more + k)
			if from == nothing {
				continue
			}
			if from >= len(t.about) {
				return errTable
			}
			n := 0
			switch {
			case k == toldInlined && !isWrapper:
				n = inlinedSize * inlined
			case k == toldArguments:
				n = bytes.IndexByte(t.about[from:], argumentsEnd) + 1
			case k != toldLive:
				told[from] = true
				continue
			}
			if from+n > len(about) {
				return errTable
			}
			mark(about[from : from+n])
			put(wordMore+more+k, nothing)
		}
	}
	stays, goes, before := make([]bool, len(about)), false, false
	for i, marked := range about {
		goes = marked && !told[i] && (goes || !before) // what shares its place with something that stays, stays
		stays[i], t.gone[i], before = !goes, goes, marked
	}
	blank(t.about, stays)
	clear(t.names)
	copy(t.names[runtime:], system)
	clear(t.files)
	blank(t.streams, streams)
	return nil
}

// asked are the places of what is told of functions that have a body.
func (t *table) asked(records []byte) map[uint32]bool {
	asked := map[uint32]bool{}
	for i := range t.functions {
		if len(records) < wordMore*word || len(records) < sizeOf(records) {
			break
		}
		if !t.buried[i] {
			eachPlace(records, 1, func(place []byte, told bool) {
				if told {
					asked[binary.LittleEndian.Uint32(place)] = true
				}
			})
		}
		records = records[sizeOf(records):]
	}
	return asked
}

// most is the largest value of a stream, -1 where there is none.
func (t *table) most(stream int) int {
	most, value := -1, -1
	if stream <= 0 || stream > len(t.streams) {
		return most
	}
	in := &input{rest: t.streams[stream:]}
	for first := true; ; first = false {
		delta := in.number()
		if delta == 0 && !first || in.failed {
			return most
		}
		value += delta>>1 ^ -(delta & 1) // zigzag
		most = max(most, value)
		in.number()
	}
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
