package xls

import "encoding/binary"

// Record types, [MS-XLS] 2.3.
const (
	recFormula       = 0x0006
	recEOF           = 0x000A
	recExternSheet   = 0x0017
	recDate1904      = 0x0022
	recFilePass      = 0x002F
	recContinue      = 0x003C
	recDefColWidth   = 0x0055
	recCodePage      = 0x0042
	recColInfo       = 0x007D
	recBoundSheet    = 0x0085
	recStandardWidth = 0x0099
	recMulRK         = 0x00BD
	recRString       = 0x00D6
	recXF            = 0x00E0
	recMergeCells    = 0x00E5
	recMulBlank      = 0x00BE
	recSST           = 0x00FC
	recLabelSST      = 0x00FD
	recSupBook       = 0x01AE
	recBlank         = 0x0201
	recNumber        = 0x0203
	recLabel         = 0x0204
	recBoolErr       = 0x0205
	recString        = 0x0207
	recRow           = 0x0208
	recArray         = 0x0221
	recDefaultRow    = 0x0225
	recTable         = 0x0236
	recRK            = 0x027E
	recFormat        = 0x041E
	recShrFmla       = 0x04BC
	recBOF           = 0x0809
)

// scanner walks the records of a workbook stream (2.1.4).
type scanner struct {
	data  []byte
	pos   int
	work  *int // bytes that may still be walked, in all
	parts [][]byte
}

// next is the next record with the CONTINUE records behind it (2.4.58). It is
// false where the stream ends, even within a record.
func (s *scanner) next() (kind uint16, r reader, ok bool) {
	kind, part, ok := s.one()
	s.parts = s.parts[:0]
	for ok {
		next, more, has := s.peek()
		if !has || next != recContinue {
			break
		}
		s.one()
		if len(more) > 0 {
			s.parts = append(s.parts, more)
		}
		ok = len(s.parts) <= maxParts
	}
	return kind, reader{part: part, more: s.parts}, ok
}

func (s *scanner) one() (kind uint16, data []byte, ok bool) {
	if kind, data, ok = s.peek(); ok {
		s.pos += 4 + len(data)
		*s.work -= 4 + len(data)
		ok = *s.work >= 0
	}
	return kind, data, ok
}

func (s *scanner) peek() (kind uint16, data []byte, ok bool) {
	rest := s.data[s.pos:]
	if len(rest) < 4 {
		return 0, nil, false
	}
	n := int(binary.LittleEndian.Uint16(rest[2:]))
	if len(rest) < 4+n {
		return 0, nil, false
	}
	return binary.LittleEndian.Uint16(rest), rest[4 : 4+n], true
}

// reader takes values off a record, over its CONTINUE records. Once they run
// out it gives zeros and is bad.
type reader struct {
	part []byte
	more [][]byte
	bad  bool
}

// empty tells whether nothing is left.
func (r *reader) empty() bool {
	for len(r.part) == 0 && r.advance() {
	}
	return len(r.part) == 0
}

// advance goes on to the next CONTINUE record.
func (r *reader) advance() bool {
	if len(r.more) == 0 {
		return false
	}
	r.part, r.more = r.more[0], r.more[1:]
	return true
}

func (r *reader) skip(n int) {
	for !r.bad && n > len(r.part) {
		n -= len(r.part)
		if r.part = nil; !r.advance() {
			r.bad = true
		}
	}
	if !r.bad {
		r.part = r.part[n:]
	}
}

// take is the next n bytes, at most 8.
func (r *reader) take(n int) []byte {
	if len(r.part) >= n {
		b := r.part[:n]
		r.part = r.part[n:]
		return b
	}
	var buf [8]byte
	for i := range buf[:n] {
		if r.bad = r.bad || r.empty(); r.bad {
			return make([]byte, n)
		}
		buf[i] = r.part[0]
		r.part = r.part[1:]
	}
	return buf[:n]
}

func (r *reader) u8() int     { return int(r.take(1)[0]) }
func (r *reader) u16() int    { return int(binary.LittleEndian.Uint16(r.take(2))) }
func (r *reader) u32() uint32 { return binary.LittleEndian.Uint32(r.take(4)) }
func (r *reader) u64() uint64 { return binary.LittleEndian.Uint64(r.take(8)) }
