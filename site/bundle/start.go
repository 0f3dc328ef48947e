package bundle

import "encoding/binary"

// The sections of a module that a function is added to, in the order in which they stand.
const (
	typeSection, importSection, functionSection = 1, 2, 3
	startSection, elementSection                = 8, 9
)

// Instructions of WebAssembly.
const (
	opLoop, opBrIf, opCall, i64Const = 0x03, 0x0D, 0x10, 0x42
	opGet, opSet                     = 0x20, 0x21
	opLoad, opLoadByte, opStore      = 0x28, 0x2D, 0x36
	opEqual, opLessSigned, opLess    = 0x46, 0x48, 0x49
	opAdd, opSub, opMul              = 0x6A, 0x6B, 0x6C
	opAnd, opXor, opShl              = 0x71, 0x73, 0x74
	opI32, opVoid, opFunc            = 0x7F, 0x40, 0x60
)

// assembler writes the body of a function.
type assembler struct{ code []byte }

func (a *assembler) op(code ...byte) { a.code = append(a.code, code...) }
func (a *assembler) constant(n int)  { a.code = appendSigned(append(a.code, i32Const), n) }
func (a *assembler) get(local byte)  { a.op(opGet, local) }
func (a *assembler) set(local byte)  { a.op(opSet, local) }

// access is an instruction on memory, so many bytes after the address it is given.
func (a *assembler) access(op byte, after int) {
	align := byte(2)
	if op == opLoadByte {
		align = 0
	}
	a.code = binary.AppendUvarint(append(a.code, op, align), uint64(after))
}

// step adds to a local.
func (a *assembler) step(local byte, n int) {
	a.get(local)
	a.constant(n)
	a.op(opAdd)
	a.set(local)
}

// body is a function that puts back what records leave out, then what derived.each gives.
func body(d derived, o ordered) []byte {
	const i, record, offset, find, stream, about = 0, 1, 2, 3, 4, 5 // locals
	a := &assembler{}
	a.op(1, about+1, opI32)
	o.code(a, i, record, offset, find, stream, about)
	d.code(a, i, record, offset, find)
	a.op(end)
	return a.code
}

// code is derived.each in WebAssembly, as it stands in a function with these locals.
func (d derived) code(a *assembler, i, record, offset, find byte) {
	a.constant(0)
	a.set(i)
	a.constant(d.records)
	a.set(record)
	a.constant(d.offsets)
	a.set(offset)
	a.constant(d.find)
	a.set(find)
	a.op(opLoop, opVoid)
	for _, local := range []byte{record, offset} {
		a.get(local)
		a.get(i)
		a.constant(d.number)
		a.op(opAdd)
		a.access(opStore, 0)
	}
	a.get(offset)
	a.get(record)
	a.constant(d.offsets)
	a.op(opSub)
	a.access(opStore, word)
	a.step(offset, 2*word)
	for k := range stretches {
		a.get(find)
		a.get(i)
		a.access(opStore, k*stretchSize)
	}
	a.step(find, stretches*stretchSize)
	a.nextRecord(record)
	a.step(i, 1)
	a.get(i)
	a.constant(d.functions)
	a.op(opLess, opBrIf, 0, end)
}

// nextRecord goes on from one to the next, in steps of recordAlign: addresses are aligned
// as offsets are.
func (a *assembler) nextRecord(record byte) {
	a.get(record)
	a.get(record)
	a.access(opLoad, wordTables*word)
	a.get(record)
	a.access(opLoadByte, wordKind*word+word-1)
	a.op(opAdd)
	a.constant(2)
	a.op(opShl)
	a.constant(wordMore*word + recordAlign - 1)
	a.op(opAdd)
	a.constant(-recordAlign)
	a.op(opAnd, opAdd)
	a.set(record)
}

// first has a function run before all others.
func (m *module) first(body []byte) error {
	kind, number := 0, 0
	var sections []section
	for _, s := range m.sections {
		in := &input{rest: s.body}
		n := in.number()
		switch s.id {
		case typeSection:
			kind = n
			s.body = append(more(n, in.rest), opFunc, 0, 0)
		case importSection:
			number += n // Go imports nothing but functions
		case functionSection:
			number += n
			s.body = binary.AppendUvarint(more(n, in.rest), uint64(kind))
		case startSection:
			return errModule // there is one
		case elementSection:
			sections = append(sections, section{startSection, binary.AppendUvarint(nil, uint64(number))})
		case codeSection:
			s.body = append(binary.AppendUvarint(more(n, in.rest), uint64(len(body))), body...)
		}
		if in.failed {
			return errModule
		}
		sections = append(sections, s)
	}
	if len(sections) != len(m.sections)+1 {
		return errModule
	}
	m.sections = sections
	return nil
}

// more is a list with room for another at its end.
func more(n int, rest []byte) []byte { return append(binary.AppendUvarint(nil, uint64(n+1)), rest...) }
