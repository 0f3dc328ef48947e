package xls

import (
	"encoding/binary"
	"math"
	"slices"
	"strconv"
	"strings"

	"suanqing/validate/document"
)

// Undecoded is the text of a formula that has anything but plain references,
// arithmetic, SUM and ROUND. It says that there is a formula; no formula begins
// with it, so nothing can take it for one that can be computed.
const Undecoded = "…"

// Tokens, [MS-XLS] 2.5.198.25. Those from 0x20 on come in three classes, of which
// the first stands for all.
const (
	ptgExp, ptgAdd, ptgSub, ptgMul, ptgDiv                  = 0x01, 0x03, 0x04, 0x05, 0x06
	ptgPlus, ptgMinus, ptgParen, ptgAttr, ptgInt, ptgNum    = 0x12, 0x13, 0x15, 0x19, 0x1E, 0x1F
	ptgFunc, ptgFuncVar, ptgRef, ptgArea, ptgRefN, ptgAreaN = 0x21, 0x22, 0x24, 0x25, 0x2C, 0x2D
	ptgRef3d, ptgArea3d                                     = 0x3A, 0x3B

	attrVolatile, attrSum, attrSpace = 0x01, 0x10, 0x40 // flags of ptgAttr
	funcSum, funcRound               = 4, 27
)

// How tightly an operand's outermost operator binds.
const (
	bindSum = iota + 1
	bindProduct
	bindSign
	bindNone // a reference, a number, a call, a bracket
)

// decoder turns tokens, which are in postfix order, into text. The text of all
// operands that wait for their operator stands in one buffer, in order.
type decoder struct {
	*book
	cell     at // that has the formula
	tokens   reader
	text     []byte
	operands []operand
}

// operand is where an operand's text begins and how tightly it binds.
type operand struct{ start, binds int }

// decode is the text of a formula, or Undecoded. What it costs is the length of
// the text, and for every token a part of the text that may have to move.
func (b *book) decode(tokens []byte, cell at) string {
	d := decoder{book: b, cell: cell, tokens: reader{part: tokens}}
	defer func() { b.decoding += len(tokens)*(1+len(d.text)/64) + len(d.text) }()
	for len(d.tokens.part) > 0 {
		if !d.token() || d.tokens.bad || len(d.text) > maxFormula || len(d.operands) > maxOperands {
			return Undecoded
		}
	}
	if len(d.operands) != 1 {
		return Undecoded
	}
	b.formulas += len(d.text)
	return string(d.text)
}

// token takes in one token and says whether it could.
func (d *decoder) token() bool {
	r := &d.tokens
	kind := r.u8()
	if kind >= 0x20 && kind < 0x80 {
		kind = kind&0x1F | 0x20
	}
	switch kind {
	case ptgAdd:
		return d.binary('+', bindSum)
	case ptgSub:
		return d.binary('-', bindSum)
	case ptgMul:
		return d.binary('*', bindProduct)
	case ptgDiv:
		return d.binary('/', bindProduct)
	case ptgPlus:
		return d.unary('+')
	case ptgMinus:
		return d.unary('-')
	case ptgParen:
		return d.wrap("(", 1)
	case ptgInt:
		d.push(strconv.Itoa(r.u16()))
	case ptgNum:
		f := math.Float64frombits(r.u64())
		if !(f >= 0) || math.IsInf(f, 0) {
			return false
		}
		d.push(decimalText(f))
	case ptgAttr:
		flags, _ := r.u8(), r.u16()
		if flags == attrSum {
			return d.wrap("SUM(", 1)
		}
		return flags&^(attrSpace|attrVolatile) == 0
	case ptgFunc:
		return r.u16() == funcRound && d.wrap("ROUND(", 2)
	case ptgFuncVar:
		n, f := r.u8(), r.u16()
		return f == funcSum && d.wrap("SUM(", n)
	case ptgRef, ptgRefN:
		row, col := d.location()
		d.push(d.reference(row, col, kind == ptgRefN))
	case ptgArea, ptgAreaN:
		d.push(d.area(kind == ptgAreaN))
	case ptgRef3d, ptgArea3d:
		name, ok := d.sheetOf()
		if !ok {
			return false
		}
		ref := "'" + strings.ReplaceAll(name, "'", "''") + "'!"
		if kind == ptgRef3d {
			row, col := d.location()
			ref += d.reference(row, col, false)
		} else {
			ref += d.area(false)
		}
		d.push(ref)
	default:
		return false
	}
	return true
}

func (d *decoder) push(text string) {
	d.operands = append(d.operands, operand{len(d.text), bindNone})
	d.text = append(d.text, text...)
}

// top checks that there are n operands, at least one, and gives the last ones.
func (d *decoder) top(n int) []operand {
	if n < 1 || n > len(d.operands) {
		return nil
	}
	return d.operands[len(d.operands)-n:]
}

func (d *decoder) insert(i int, text string) { d.text = slices.Insert(d.text, i, []byte(text)...) }

// bracket puts the last operand in brackets if it binds less than it must. A
// writer states most brackets itself, as a token.
func (d *decoder) bracket(last *operand, must int) {
	if last.binds < must {
		d.insert(last.start, "(")
		d.text = append(d.text, ')')
		last.binds = bindNone
	}
}

func (d *decoder) binary(operator byte, binds int) bool {
	pair := d.top(2)
	if pair == nil {
		return false
	}
	d.bracket(&pair[1], binds+1)
	if pair[0].binds < binds {
		d.insert(pair[1].start, ")")
		d.insert(pair[0].start, "(")
		pair[1].start += 2
	}
	d.insert(pair[1].start, string(operator))
	pair[0].binds = binds
	d.operands = d.operands[:len(d.operands)-1]
	return true
}

func (d *decoder) unary(sign byte) bool {
	one := d.top(1)
	if one == nil {
		return false
	}
	d.bracket(&one[0], bindSign)
	d.insert(one[0].start, string(sign))
	one[0].binds = bindSign
	return true
}

// wrap makes the last n operands the arguments of a call, or of a bracket.
func (d *decoder) wrap(open string, n int) bool {
	args := d.top(n)
	if args == nil {
		return false
	}
	for i := n - 1; i > 0; i-- {
		d.insert(args[i].start, ",")
	}
	d.insert(args[0].start, open)
	d.text = append(d.text, ')')
	args[0].binds = bindNone
	d.operands = d.operands[:len(d.operands)-n+1]
	return true
}

// reference is the text of a cell's address, [MS-XLS] 2.5.198.109 RgceLoc. In a
// shared formula, 2.5.198.111, what is relative is an offset from the cell that
// uses it, and wraps around the sheet.
func (d *decoder) reference(row, col int, offset bool) string {
	const relativeRow, relativeCol = 1 << 15, 1 << 14
	fixedRow, fixedCol := "$", "$"
	if col&relativeRow != 0 {
		fixedRow = ""
		if offset {
			row = (row + d.cell.row) & d.lastRow()
		}
	}
	if col&relativeCol != 0 {
		fixedCol = ""
		if offset {
			col += d.cell.col
		}
	}
	a1 := document.Address(row, col&0xFF)
	digits := strings.IndexAny(a1, "0123456789")
	return fixedCol + a1[:digits] + fixedRow + a1[digits:]
}

// area reads and writes a range of cells, [MS-XLS] 2.5.198.105 RgceArea.
func (d *decoder) area(offset bool) string {
	r := &d.tokens
	row0, row1, col0, col1 := r.u16(), r.u16(), 0, 0
	if d.biff5 {
		col0, col1 = r.u8()|row0&^d.lastRow(), r.u8()|row1&^d.lastRow()
		row0, row1 = row0&d.lastRow(), row1&d.lastRow()
	} else {
		col0, col1 = r.u16(), r.u16()
	}
	return d.reference(row0, col0, offset) + ":" + d.reference(row1, col1, offset)
}

// sharedUse is a cell that uses the formula of another.
type sharedUse struct {
	cell   int // index
	anchor at
}

// sharedAnchor is the cell whose formula a cell shares, if it does: its only
// token is a ptgExp, [MS-XLS] 2.5.198.58.
func sharedAnchor(tokens []byte) (row, col int, ok bool) {
	if len(tokens) != 5 || tokens[0] != ptgExp {
		return 0, 0, false
	}
	return int(binary.LittleEndian.Uint16(tokens[1:])), int(binary.LittleEndian.Uint16(tokens[3:])), true
}

// resolveShared gives every cell that uses a shared formula the formula as it
// reads there. An array formula has no such text.
func (s *sheetReader) resolveShared() *document.Refusal {
	for _, use := range s.uses {
		tokens, ok := s.shared[use.anchor]
		if !ok {
			continue
		}
		c := &s.cells[use.cell]
		c.Formula = s.decode(tokens, at{c.Row, c.Col})
		if s.formulas > maxFormulas || s.decoding > maxDecoding {
			return s.tooComplex("公式过多")
		}
	}
	return nil
}
