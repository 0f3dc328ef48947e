package bundle

import (
	"bytes"
	"encoding/binary"
)

// Streams and what is told of functions stand, once strip is done, with holes between them
// and in the order of the linker, so that each record has to say where its own are. Put
// close together in the order in which records first ask for them, most need not be said:
// the next stream begins where the last has ended, and of what is told its size is enough.
// This is a fortieth of the download. The function that runs first counts (start.go).

const (
	freshStream  = 1  // stands in a record for the stream that comes next
	firstStream  = 2  // where streams begin: 0 is none, and 1 is taken
	biggestFresh = -2 // -1 is nothing; below it -1-n stands for what comes next, n bytes
	toldAlign    = 4
)

// ordered are the places of what records leave out, as addresses of the module.
type ordered struct{ functions, records, streams, about int }

// order puts both in the order of the records, and takes out of these what can be told.
func (m *module) order(t *table) (ordered, error) {
	first := int(binary.LittleEndian.Uint32(t.records[word:]))
	offset := len(m.image) - len(t.image) + int(binary.LittleEndian.Uint64(t.image[8*headerRecords:]))
	o := ordered{t.functions, m.start + offset + first, m.start + offset - len(t.streams), m.start + offset + len(t.records)}
	records := t.records[first:]
	if !t.together(records) {
		return ordered{}, errTable
	}
	whole := bytes.Clone(records)
	if !t.leaveOut(records) {
		return ordered{}, errTable
	}
	left := bytes.Clone(records)
	if !o.putBack(left, t.streams) || !bytes.Equal(whole, left) {
		return ordered{}, errTable
	}
	return o, nil
}

// eachPlace gives every word of the records that says where a stream is, or what is told;
// false where the records are cut off.
func eachPlace(records []byte, functions int, do func(place []byte, told bool)) bool {
	for range functions {
		if len(records) < wordMore*word || len(records) < sizeOf(records) {
			return false
		}
		more := int(binary.LittleEndian.Uint32(records[wordTables*word:]))
		things := int(records[wordKind*word+word-1])
		do(records[wordStack*word:][:word], false)
		for k := range more + things {
			do(records[(wordMore+k)*word:][:word], k >= more)
		}
		records = records[sizeOf(records):]
	}
	return true
}

// together moves streams and what is told, and says in the records where they are now.
func (t *table) together(records []byte) bool {
	ends := t.ends(records)
	streams, about := make([]byte, firstStream, len(t.streams)), make([]byte, 0, len(t.about))
	movedStreams, movedTold := map[uint32]int{0: 0}, map[uint32]int{}
	good := ends != nil && eachPlace(records, t.functions, func(place []byte, told bool) {
		was := binary.LittleEndian.Uint32(place)
		if told && was == nothing {
			return
		}
		moved := movedStreams
		if told {
			moved = movedTold
		}
		at, ok := moved[was]
		switch {
		case ok:
		case told:
			at = len(about)
			about = append(about, t.about[was:ends[was]]...)
			for len(about)%toldAlign != 0 {
				about = append(about, 0)
			}
		default:
			at = len(streams)
			n, _ := t.length(int(was)) // strip has seen that it ends
			streams = append(streams, t.streams[was:int(was)+n]...)
		}
		moved[was] = at
		binary.LittleEndian.PutUint32(place, uint32(at))
	})
	if !good || len(streams) > len(t.streams) || len(about) > len(t.about) {
		return false
	}
	clear(t.streams)
	clear(t.about)
	copy(t.streams, streams)
	copy(t.about, about)
	return true
}

// ends says of each thing that is told where the next begins; nil when one is outside.
func (t *table) ends(records []byte) map[uint32]int {
	begins := make([]bool, len(t.about)+1)
	begins[len(t.about)] = true
	inside := true
	eachPlace(records, t.functions, func(place []byte, told bool) {
		if at := binary.LittleEndian.Uint32(place); told && at != nothing {
			if inside = inside && int(at) < len(t.about); inside {
				begins[at] = true
			}
		}
	})
	if !inside {
		return nil
	}
	ends := map[uint32]int{}
	end := len(t.about)
	for at := len(t.about) - 1; at >= 0; at-- {
		if begins[at] {
			ends[uint32(at)], end = end, at
			continue
		}
		if t.gone[at] {
			end = at // what strip has taken out is in nobody's way
		}
	}
	return ends
}

// leaveOut takes out of the records what comes next each time; false where that cannot be told.
func (t *table) leaveOut(records []byte) bool {
	stream, about := firstStream, -1
	var last []byte // the place of what is told and came last
	good := eachPlace(records, t.functions, func(place []byte, told bool) {
		switch at := binary.LittleEndian.Uint32(place); {
		case !told && int(at) == stream:
			n, _ := t.length(stream)
			stream += n
			binary.LittleEndian.PutUint32(place, freshStream)
		case told && at != nothing && int(at) > about:
			if last != nil {
				putSize(last, int(at)-about)
			}
			last, about = place, int(at)
		}
	})
	if last != nil {
		putSize(last, len(t.about)-about)
	}
	return good
}

func putSize(place []byte, n int) { binary.LittleEndian.PutUint32(place, uint32(int32(-1-n))) }

// putBack is what body tells in WebAssembly.
func (o ordered) putBack(records, streams []byte) bool {
	stream, about := firstStream, 0
	return eachPlace(records, o.functions, func(place []byte, told bool) {
		value := int32(binary.LittleEndian.Uint32(place))
		switch {
		case told && value <= biggestFresh:
			binary.LittleEndian.PutUint32(place, uint32(about))
			about += int(-1 - value)
		case !told && value == freshStream:
			binary.LittleEndian.PutUint32(place, uint32(stream))
			for stream++; stream < len(streams) && streams[stream] != 0; stream++ {
			}
			stream++
		}
	})
}

// code is putBack in WebAssembly, as it stands in a function with these locals: a stream
// has no zero but at its end, and perhaps where it begins.
func (o ordered) code(a *assembler, i, record, at, left, stream, about byte) {
	a.constant(0)
	a.set(i)
	a.constant(o.records)
	a.set(record)
	a.constant(o.streams + firstStream)
	a.set(stream)
	a.constant(o.about)
	a.set(about)
	a.op(opLoop, opVoid)
	a.get(record)
	a.constant(wordStack * word)
	a.op(opAdd)
	a.set(at)
	a.get(record)
	a.access(opLoad, wordTables*word)
	a.constant(1)
	a.op(opAdd)
	a.set(left)

	a.op(opLoop, opVoid)
	a.get(at)
	a.access(opLoad, 0)
	a.constant(freshStream)
	a.op(opEqual, opIf, opVoid)
	a.get(at)
	a.get(stream)
	a.constant(o.streams)
	a.op(opSub)
	a.access(opStore, 0)
	a.op(opLoop, opVoid)
	a.step(stream, 1)
	a.get(stream)
	a.access(opLoadByte, 0)
	a.op(opBrIf, 0, end)
	a.step(stream, 1)
	a.op(end)
	a.get(at) // the first is in the record, the others stand after it
	a.get(at)
	a.get(record)
	a.constant(wordStack * word)
	a.op(opAdd, opEqual)
	a.constant((wordMore - wordStack - 1) * word)
	a.op(opMul, opAdd)
	a.constant(word)
	a.op(opAdd)
	a.set(at)
	a.step(left, -1)
	a.get(left)
	a.op(opBrIf, 0, end)

	a.get(record)
	a.access(opLoadByte, wordKind*word+word-1)
	a.set(left)
	a.op(opLoop, opVoid)
	a.get(left)
	a.op(opIf, opVoid)
	a.get(at)
	a.access(opLoad, 0)
	a.constant(-1)
	a.op(opLessSigned, opIf, opVoid)
	a.get(at)
	a.access(opLoad, 0)
	a.constant(-1)
	a.op(opXor) // the size
	a.get(at)
	a.get(about)
	a.constant(o.about)
	a.op(opSub)
	a.access(opStore, 0)
	a.get(about)
	a.op(opAdd)
	a.set(about)
	a.op(end)
	a.step(at, word)
	a.step(left, -1)
	a.op(opBr, 1, end, end)

	a.nextRecord(record)
	a.step(i, 1)
	a.get(i)
	a.constant(o.functions)
	a.op(opLess, opBrIf, 0, end)
}
