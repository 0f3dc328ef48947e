package bundle

import (
	"bytes"
	"encoding/binary"
)

// Of the tables of functions three can be told from the rest: where each record is, which
// function each stretch of addresses belongs to, and the number that each record begins
// with. They are a megabyte and a thirtieth of the download, so the module goes without,
// and a function that runs before all others writes them (start.go).

// A stretch of addresses, runtime.findfuncbucket: the number of its first function, then
// sixteen bytes for those after it, which are zero, since every function has so many
// stretches to itself.
const (
	stretchSize = 20
	stretches   = 16
	recordAlign = 8
)

// derived are the places of what can be told from the rest, as addresses of the module.
// What is told of the last function stays: it has one stretch only.
type derived struct {
	functions int // all but the last
	number    int // of the first function; those of stretches count from zero
	offsets   int // of the records, each after the number of its function
	records   int // where the first record is
	find      int // the stretches
}

// derive clears what can be told, once it is sure that it can.
func (m *module) derive(t *table) (derived, error) {
	offsets := len(m.image) - len(t.image) + int(binary.LittleEndian.Uint64(t.image[8*headerRecords:]))
	find := offsets + len(t.records) + len(t.about)
	d := derived{
		functions: t.functions - 1,
		number:    int(binary.LittleEndian.Uint32(t.records)),
		offsets:   m.start + offsets,
		records:   m.start + offsets + int(binary.LittleEndian.Uint32(t.records[word:])),
		find:      m.start + find,
	}
	whole := bytes.Clone(m.image)
	if !d.each(t.records, m.image[find:], func(here []byte, _ int) { clear(here) }) ||
		!d.each(t.records, m.image[find:], func(here []byte, value int) { binary.LittleEndian.PutUint32(here, uint32(value)) }) ||
		!bytes.Equal(whole, m.image) {
		return derived{}, errTable
	}
	d.each(t.records, m.image[find:], func(here []byte, _ int) { clear(here) })
	return d, nil
}

// each gives every word that can be told, and its value, which is told in WebAssembly by
// body; false when there is no room for one.
func (d derived) each(offsets, find []byte, do func(here []byte, value int)) bool {
	if len(offsets) < 2*word*d.functions || len(find) < d.functions*stretches*stretchSize {
		return false
	}
	record := d.records - d.offsets
	for i := range d.functions {
		if record+wordMore*word > len(offsets) {
			return false
		}
		do(offsets[record:record+word], d.number+i)
		do(offsets[2*word*i:2*word*i+word], d.number+i)
		do(offsets[2*word*i+word:2*word*(i+1)], record)
		for k := range stretches {
			at := (i*stretches + k) * stretchSize
			do(find[at:at+word], i)
		}
		record += sizeOf(offsets[record:])
	}
	return true
}

// sizeOf is that of a record with what follows it.
func sizeOf(record []byte) int {
	more := int(binary.LittleEndian.Uint32(record[wordTables*word:])) + int(record[wordKind*word+word-1])
	return ((wordMore+more)*word + recordAlign - 1) &^ (recordAlign - 1)
}
