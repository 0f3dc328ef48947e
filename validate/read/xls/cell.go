package xls

import (
	"math"

	"suanqing/validate/document"
	"suanqing/validate/read/refuse"
)

// cell takes in a record of one or several cells. Cells that have only a style,
// BLANK and MULBLANK, are left out.
func (s *sheetReader) cell(kind uint16, r *reader) *document.Refusal {
	switch kind {
	case recLabelSST, recLabel, recRString, recNumber, recRK, recBoolErr, recFormula:
	case recMulRK:
		return s.rkRun(r)
	case recString, recShrFmla, recArray, recTable:
		return s.afterFormula(kind, r)
	default:
		return nil
	}
	s.awaits = false
	c := s.place(r)
	xf := r.u16()
	c.Format = s.format(xf)
	switch kind {
	case recLabelSST: // 2.4.149
		i := r.u32()
		if !r.bad && int64(i) >= int64(len(s.strings)) {
			return refuse.Corrupt("工作表“%s”的 %s 引用的文字不存在。", s.sheet.Name, document.Address(c.Row, c.Col))
		}
		if !r.bad {
			c.Kind, c.Stored = document.Text, s.strings[i]
		}
	case recLabel, recRString: // 2.4.148
		c.Kind, c.Stored = document.Text, document.Content(s.text(r))
	case recNumber: // 2.4.180
		setNumber(&c, r.u64())
	case recRK: // 2.4.220
		setNumber(&c, fromRK(r.u32()))
	case recBoolErr: // 2.4.24
		if code := r.u8(); r.u8() == 0 {
			setBool(&c, code != 0)
		} else {
			setError(&c, code)
		}
	case recFormula:
		s.formula(&c, r)
	}
	if s.isAcross(xf) && len(s.heads) < maxCells {
		s.heads = append(s.heads, at{c.Row, c.Col})
	}
	return s.keep(c, r)
}

// place reads where a cell is, [MS-XLS] 2.5.19.
func (s *sheetReader) place(r *reader) document.Cell {
	return document.Cell{Row: r.u16(), Col: r.u16()}
}

// rkRun reads numbers in neighbouring cells, [MS-XLS] 2.4.175.
func (s *sheetReader) rkRun(r *reader) *document.Refusal {
	s.awaits = false
	c := s.place(r)
	const each, last = 6, 2 // bytes of a number with its XF, and of the last column
	for len(r.part) >= each+last && !r.bad {
		c.Format = s.format(r.u16())
		setNumber(&c, fromRK(r.u32()))
		if refusal := s.keep(c, r); refusal != nil {
			return refusal
		}
		c.Col++
	}
	return nil
}

// keep adds a cell, unless its record was cut short. An empty text is no content.
func (s *sheetReader) keep(c document.Cell, r *reader) *document.Refusal {
	if r.bad || c.Stored == "" && c.Formula == "" {
		return nil
	}
	switch {
	case c.Col >= maxCols:
		return refuse.Corrupt("工作表“%s”中有超出 %d 列的单元格。", s.sheet.Name, maxCols)
	case len(c.Stored) > maxText:
		return s.tooComplex("单元格文字过长")
	case s.formulas > maxFormulas || s.decoding > maxDecoding:
		return s.tooComplex("公式过多")
	case s.book.cells == maxCells:
		return s.tooComplex("内容过多，有内容的单元格超出上限")
	}
	s.book.cells++
	s.cells = append(s.cells, c)
	return nil
}

// formula reads the rest of a FORMULA record, [MS-XLS] 2.4.127: the value it had
// when the file was written, 2.5.133, and its tokens.
func (s *sheetReader) formula(c *document.Cell, r *reader) {
	const (
		notNumber     = 0xFFFF // in the upper bytes of the value
		calcOnLoad    = 1 << 1 // reserved in the specification, known to writers
		isString      = 0
		isBool        = 1
		isError       = 2
		isEmptyString = 3
	)
	value, flags := r.u64(), r.u16()
	r.skip(4)
	c.Cached = true
	switch kind := value & 0xFF; {
	case value>>48 != notNumber:
		setNumber(c, value)
		// Programs that do not calculate (Apache POI) write a zero and ask for a
		// calculation on opening: that is no value.
		if flags&calcOnLoad != 0 && math.Float64frombits(value) == 0 {
			c.Kind, c.Stored, c.Cached = document.Blank, "", false
		}
	case kind == isString:
		c.Cached, s.awaits = false, true
	case kind == isBool:
		setBool(c, value>>16&0xFF != 0)
	case kind == isError:
		setError(c, int(value>>16&0xFF))
	case kind == isEmptyString:
		c.Kind = document.Text
	default:
		c.Cached = false
	}
	tokens := r.tokens()
	if row, col, ok := sharedAnchor(tokens); ok {
		// The tokens may come later, so uses are expanded once all is read.
		s.uses = append(s.uses, sharedUse{cell: len(s.cells), anchor: at{row, col}})
		c.Formula = Undecoded
		return
	}
	c.Formula = s.decode(tokens, at{c.Row, c.Col})
}

// tokens reads the tokens of a formula, preceded by their length.
func (r *reader) tokens() []byte {
	n := r.u16()
	if r.bad = r.bad || n > len(r.part); r.bad {
		return nil
	}
	return r.part[:n]
}

// afterFormula reads what follows a FORMULA record and belongs to it: the text
// it gave, and the tokens of a formula that other cells share.
func (s *sheetReader) afterFormula(kind uint16, r *reader) *document.Refusal {
	if len(s.cells) == 0 {
		return nil
	}
	c := &s.cells[len(s.cells)-1]
	switch {
	case kind == recString && s.awaits: // 2.4.268
		c.Kind, c.Stored, c.Cached, s.awaits = document.Text, document.Content(s.text(r)), true, false
		if len(c.Stored) > maxText {
			return s.tooComplex("单元格文字过长")
		}
	case kind == recShrFmla: // 2.4.260
		row := r.u16()
		r.skip(2)
		col := r.u8()
		r.skip(3)
		tokens := r.tokens()
		// Uses name the cell before this record; other writers, the first of the range.
		s.shared[at{row, col}], s.shared[at{c.Row, c.Col}] = tokens, tokens
		if len(s.shared) > maxShared {
			return s.tooComplex("共享公式过多")
		}
	}
	return nil
}
