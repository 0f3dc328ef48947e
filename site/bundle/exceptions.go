package bundle

import (
	"encoding/binary"
	"fmt"
)

// Instructions of WebAssembly, those that hold others or exceptions.
const (
	opBlock, opIf           = 0x02, 0x04
	opTry, opCatch, opEnd   = 0x06, 0x07, 0x0B
	opBr, opCatchAll        = 0x0C, 0x19
	opTryTable              = 0x1F
	catchTag, catchAllNoRef = 0, 2 // of a try_table: without a reference to what was thrown
)

// rewriteFunction writes every try_table of a function as try and catch: what jumped to a
// label around it now jumps there from a catch inside, one label further out.
func rewriteFunction(function []byte) ([]byte, error) {
	w := &walker{in: &input{rest: function}}
	for range w.in.number() { // kinds of locals
		w.in.number()
		w.in.number()
	}
	w.out = append(w.out, function[:len(function)-len(w.in.rest)]...)
	open := [][]byte{nil} // of each block around, what comes before its end
	for len(open) > 0 {
		from := w.in.rest
		op := w.in.byte()
		switch op {
		case opTryTable:
			w.blockType()
			kind := from[1 : len(from)-len(w.in.rest)]
			catches, err := w.catches()
			if err != nil {
				return nil, err
			}
			w.out = append(append(w.out, opTry), kind...)
			open = append(open, catches)
			continue
		case opBlock, opLoop, opIf:
			w.blockType()
			open = append(open, nil)
		case opEnd:
			w.out = append(w.out, open[len(open)-1]...)
			open = open[:len(open)-1]
		default:
			if err := w.skip(op); err != nil {
				return nil, err
			}
		}
		if w.in.failed {
			return nil, errPDFium
		}
		w.out = append(w.out, from[:len(from)-len(w.in.rest)]...)
	}
	if len(w.in.rest) > 0 {
		return nil, errPDFium
	}
	return w.out, nil
}

type walker struct {
	in  *input
	out []byte
}

// catches reads those of a try_table and gives them as they follow a try.
func (w *walker) catches() (out []byte, err error) {
	for range w.in.number() {
		switch kind := w.in.byte(); kind {
		case catchTag:
			out = binary.AppendUvarint(append(out, opCatch), uint64(w.in.number()))
		case catchAllNoRef:
			out = append(out, opCatchAll)
		default:
			return nil, fmt.Errorf("%w: a catch of kind %d", errPDFium, kind)
		}
		out = binary.AppendUvarint(append(out, opBr), uint64(w.in.number()+1))
	}
	return out, nil
}

// A block has a type of one byte, or the number of one, which is signed.
func (w *walker) blockType() { w.in.leb() }

// leb passes over one number of whatever size.
func (in *input) leb() {
	for in.byte() >= 0x80 && !in.failed {
	}
}

func (w *walker) lebs(n int) {
	for range n {
		w.in.leb()
	}
}

// skip passes over what follows an instruction that holds no others.
func (w *walker) skip(op byte) error {
	switch {
	case op == 0x0E: // br_table
		w.lebs(w.in.number() + 1)
	case op == 0x08, op == 0x0C, op == 0x0D, op == 0x10, op == 0x12, op >= 0x20 && op <= 0x26, op == 0x3F, op == 0x40, op == 0x41, op == 0x42, op == 0xD0, op == 0xD2:
		w.lebs(1)
	case op == 0x11, op == 0x13, op >= 0x28 && op <= 0x3E: // a call through a table; memory
		w.lebs(2)
	case op == 0x43:
		w.in.bytes(4)
	case op == 0x44:
		w.in.bytes(8)
	case op == 0x1C: // select of a type
		w.in.bytes(w.in.number())
	case op == 0xFC:
		w.more()
	case op == 0xFD:
		w.vector()
	case op <= 0x01, op == 0x05, op == 0x0F, op == 0x1A, op == 0x1B, op >= 0x45 && op <= 0xC4, op == 0xD1:
	default:
		return fmt.Errorf("%w: instruction %#x", errPDFium, op)
	}
	return nil
}

// more passes over an instruction of two bytes: conversions, and what moves memory.
func (w *walker) more() {
	switch n := w.in.number(); {
	case n < 8:
	case n == 9, n == 11, n == 13, n >= 15:
		w.lebs(1)
	default:
		w.lebs(2)
	}
}

// vector passes over an instruction on vectors.
func (w *walker) vector() {
	switch n := w.in.number(); {
	case n <= 11, n == 92, n == 93: // memory
		w.lebs(2)
	case n == 12, n == 13: // a constant; a shuffle
		w.in.bytes(16)
	case n >= 21 && n <= 34: // one lane
		w.in.bytes(1)
	case n >= 84 && n <= 91: // one lane of memory
		w.lebs(2)
		w.in.bytes(1)
	}
}
