// Package update adds annotations to a PDF as an incremental update (ISO 32000-1, 7.5.6):
// every byte of the file stays, and what is new, or is a page again with its annotations,
// stands behind it. Files that have a password, or whose tables of objects are not as they
// should be, are refused: what a reader of PDF mends for itself is not written to.
package update

import (
	"bytes"
	"errors"
	"maps"
	"slices"
)

var (
	// ErrLocked says that a file is encrypted, with a password or with rights only.
	ErrLocked = errors.New("the PDF is encrypted")
	// ErrBroken says that a file's objects were not found where it says that they are.
	ErrBroken = errors.New("the PDF is not as its table of objects says")
)

const (
	mostSections = 1_000
	mostObjects  = 2_000_000
	mostPages    = 2_000
	mostStream   = 64 << 20 // bytes of one stream, unpacked
	mostUnpacked = 256 << 20
	tail         = 2_048 // bytes at the end of a file in which its table is named
)

// file is a PDF as its own table of objects tells it.
type file struct {
	data     []byte
	objects  map[int]location
	trailer  dict
	start    int  // where its latest table begins
	inStream bool // that table is a stream
	packs    map[int][][]byte
	left     int // bytes that may still be unpacked
}

// location is where an object stands: at an offset, or in a stream of objects.
type location struct {
	offset, generation int
	pack, index        int // pack is 0 for none
	free               bool
}

func open(data []byte) (*file, error) {
	f := &file{data: data, objects: map[int]location{}, packs: map[int][][]byte{}, left: mostUnpacked}
	end := data[max(0, len(data)-tail):]
	at := bytes.LastIndex(end, []byte("startxref"))
	if !bytes.HasPrefix(data, []byte("%PDF-")) || at < 0 {
		return nil, ErrBroken
	}
	at = space(end, at+len("startxref"))
	start, ok := number(end[at:word(end, at)])
	if !ok {
		return nil, ErrBroken
	}
	f.start = start
	seen := map[int]bool{}
	for next := []int{start}; len(next) > 0; {
		at, next = next[0], next[1:]
		if seen[at] {
			continue
		}
		if seen[at] = true; len(seen) > mostSections {
			return nil, ErrBroken
		}
		d, more, err := f.section(at)
		if err != nil {
			return nil, err
		}
		if f.trailer.raw == nil {
			f.trailer = d
		}
		next = append(more, next...)
	}
	if f.trailer.get("Encrypt") != nil {
		return nil, ErrLocked
	}
	return f, nil
}

// section reads one table of objects; what newer ones say of an object stands. It gives
// where older ones are.
func (f *file) section(at int) (d dict, older []int, err error) {
	if at < 0 || at >= len(f.data) {
		return d, nil, ErrBroken
	}
	at = space(f.data, at)
	isTable := bytes.HasPrefix(f.data[at:], []byte("xref"))
	if isTable {
		d, err = f.table(at + len("xref"))
	} else {
		d, err = f.tableStream(at)
	}
	if err != nil {
		return d, nil, err
	}
	if f.trailer.raw == nil {
		f.inStream = !isTable
	}
	for _, name := range []string{"XRefStm", "Prev"} {
		if n, ok := d.int(name); ok {
			older = append(older, n)
		}
	}
	return d, older, nil
}

func (f *file) set(number int, l location) bool {
	if _, known := f.objects[number]; !known {
		f.objects[number] = l
	}
	return len(f.objects) <= mostObjects
}

// table reads the lines of a table, and its trailer.
func (f *file) table(at int) (d dict, err error) {
	next := func() (n int, ok bool) {
		at = space(f.data, at)
		end := word(f.data, at)
		n, ok = number(f.data[at:end])
		if ok {
			at = end
		}
		return n, ok
	}
	for {
		first, ok := next()
		if !ok {
			break
		}
		count, ok := next()
		if !ok || count > mostObjects {
			return d, ErrBroken
		}
		for i := range count {
			offset, ok1 := next()
			generation, ok2 := next()
			at = space(f.data, at)
			if !ok1 || !ok2 || at >= len(f.data) || f.data[at] != 'n' && f.data[at] != 'f' ||
				!f.set(first+i, location{offset: offset, generation: generation, free: f.data[at] == 'f'}) {
				return d, ErrBroken
			}
			at++
		}
	}
	if !bytes.HasPrefix(f.data[at:], []byte("trailer")) {
		return d, ErrBroken
	}
	d, _, ok := dictAt(f.data, at+len("trailer"))
	if !ok {
		return d, ErrBroken
	}
	return d, nil
}

// tableStream reads a table that is a stream.
func (f *file) tableStream(at int) (d dict, err error) {
	d, data, err := f.stream(at, -1)
	if err != nil {
		return d, err
	}
	var widths [3]int
	all := items(d.get("W"))
	if len(all) != len(widths) || string(d.get("Type")) != "/XRef" {
		return d, ErrBroken
	}
	for i := range widths {
		n, ok := number(all[i])
		if !ok || n > 8 {
			return d, ErrBroken
		}
		widths[i] = n
	}
	size := widths[0] + widths[1] + widths[2]
	spans := items(d.get("Index"))
	if spans == nil {
		spans = [][]byte{[]byte("0"), d.get("Size")}
	}
	if size == 0 || len(spans)%2 != 0 {
		return d, ErrBroken
	}
	for ; len(spans) > 0; spans = spans[2:] {
		first, ok1 := number(spans[0])
		count, ok2 := number(spans[1])
		if !ok1 || !ok2 || count > len(data)/size {
			return d, ErrBroken
		}
		for i := range count {
			var fields [3]int
			for k, w := range widths {
				for range w {
					fields[k] = fields[k]<<8 | int(data[0])
					data = data[1:]
				}
			}
			l := location{offset: fields[1], generation: fields[2]}
			switch {
			case widths[0] > 0 && fields[0] == 0:
				l.free = true
			case fields[0] == 2:
				l = location{pack: fields[1], index: fields[2]}
			}
			if !f.set(first+i, l) {
				return d, ErrBroken
			}
		}
	}
	return d, nil
}

func sorted[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }
