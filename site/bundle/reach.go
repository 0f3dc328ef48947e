package bundle

import "encoding/binary"

// What only dead functions lead to is as dead as they are: the linker has put it in all the
// same. A function is reached when code that is reached calls it or holds its address, or when the
// data hold something that may be its address: a word that only looks like one keeps a
// function, never loses it.

const exportSection, importedFunction = 7, 0

// addressShift is between the number of a function, which types have for their methods, and
// the address that it is called by; calls count from zero, imports before all others.
const addressShift = 16

// reached says of each function whether anything may lead to it. Bodies are those of the
// code section; number is that of the first function.
func (m *module) reached(t *table, bodies [][]byte) ([]bool, error) {
	imports, exported, ok := m.outside()
	if !ok {
		return nil, errModule
	}
	number := int(binary.LittleEndian.Uint32(t.records[binary.LittleEndian.Uint32(t.records[word:]):]))
	reached := make([]bool, len(bodies))
	var todo []int
	reach := func(f int) {
		if f >= 0 && f < len(bodies) && !reached[f] {
			reached[f] = true
			todo = append(todo, f)
		}
	}
	inCode := func(n int) { // it may be somewhere within, as where a call comes back to is
		reach(n - number)
		reach(n>>addressShift - number)
	}
	inData := func(n int) { // what stands there is where a function begins
		reach(n - number)
		if n&(1<<addressShift-1) == 0 {
			reach(n>>addressShift - number)
		}
	}
	for _, f := range exported {
		reach(f - imports)
	}
	from := len(m.image) - len(t.image)
	records := from + int(binary.LittleEndian.Uint64(t.image[8*headerRecords:]))
	find := records + len(t.records) + len(t.about)
	behind := find + (len(bodies)-1)*stretches*stretchSize
	for _, data := range [][2]int{{0, from}, {behind, len(m.image)}} {
		for at := data[0] + -(m.start+data[0])&(word-1); at+word <= data[1]; at += word { // addresses are aligned
			inData(int(binary.LittleEndian.Uint32(m.image[at:])))
		}
	}
	for len(todo) > 0 {
		f := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		if !eachNumber(bodies[f], func(op byte, n int) {
			if op == opCall {
				reach(n - imports)
			} else {
				inCode(n)
			}
		}) {
			return nil, errModule
		}
	}
	return reached, nil
}

// outside is how many functions are imported, and which are exported.
func (m *module) outside() (imports int, exported []int, ok bool) {
	ok = true
	for _, s := range m.sections {
		in := &input{rest: s.body}
		switch s.id {
		case importSection:
			imports = in.number() // Go imports nothing but functions
		case exportSection:
			for range in.number() {
				in.bytes(in.number())
				kind, n := in.byte(), in.number()
				if kind == importedFunction {
					exported = append(exported, n)
				}
			}
		}
		ok = ok && !in.failed
	}
	return imports, exported, ok
}

// eachNumber gives every function that a body calls and every number that it has; false
// where there is an instruction that Go does not write.
func eachNumber(body []byte, do func(op byte, n int)) bool {
	w := &walker{in: &input{rest: body}}
	for range w.in.number() { // kinds of locals
		w.in.number()
		w.in.byte()
	}
	for len(w.in.rest) > 0 && !w.in.failed {
		switch op := w.in.byte(); op {
		case opBlock, opLoop, opIf:
			w.blockType()
		case opEnd:
		case opCall:
			do(op, w.in.number())
		case i32Const, i64Const:
			do(op, w.in.wide())
		default:
			if w.skip(op) != nil {
				return false
			}
		}
	}
	return !w.in.failed
}

// wide reads a signed number of up to 64 bits.
func (in *input) wide() int {
	n := 0
	for shift := 0; shift < 70; shift += 7 {
		b := in.byte()
		if n |= int(b&0x7F) << shift; b < 0x80 {
			if b&0x40 != 0 && shift < 57 {
				n |= -1 << (shift + 7)
			}
			return n
		}
	}
	in.bytes(-1)
	return 0
}
