package unzip

import "errors"

var (
	errDamaged = errors.New("damaged deflate stream")
	errCut     = errors.New("deflate stream ends early")
	errLong    = errors.New("deflate stream is longer than declared")
)

// inflater decodes deflate streams (RFC 1951), one at a time, from memory to
// memory. Its tables are used again for every block.
type inflater struct {
	src []byte
	dst []byte
	end int    // bytes the stream may make; dst may have room behind
	pos int    // of the next byte of src
	out int    // bytes of dst written
	buf uint64 // bits read ahead; above bit n, either 0 or what src has there
	n   uint   // of them that are counted in pos

	fixed   bool // the tables are those of a fixed block
	lit     [litSize]uint32
	dist    [distSize]uint32
	lengths [litCodes + distCodes + 4]uint8
}

// inflate decodes src into the first size bytes of dst and returns the number of
// bytes written. All of dst may be written to; turnOut bytes more than size make
// it faster. What follows the last block in src is left alone.
func (d *inflater) inflate(dst []byte, size int, src []byte) (int, error) {
	d.dst, d.end, d.src, d.pos, d.out, d.buf, d.n = dst, size, src, 0, 0, 0, 0
	defer func() { d.dst, d.src = nil, nil }()
	for last := uint(0); last == 0; {
		head, err := d.take(3)
		if err != nil {
			return d.out, err
		}
		last = head & 1
		switch head >> 1 {
		case 0:
			err = d.stored()
		case 1:
			d.fixedCodes()
			err = d.block()
		case 2:
			if err = d.dynamicCodes(); err == nil {
				err = d.block()
			}
		default:
			err = errDamaged
		}
		if err != nil {
			return d.out, err
		}
	}
	return d.out, nil
}

// refill reads ahead at least 56 bits, or all that there are.
func (d *inflater) refill() {
	if d.pos+8 <= len(d.src) {
		d.buf |= le.Uint64(d.src[d.pos:]) << (d.n & 63)
		d.pos += int(63-d.n) >> 3
		d.n |= 56
		return
	}
	for d.n < 56 && d.pos < len(d.src) {
		d.buf |= uint64(d.src[d.pos]) << d.n
		d.pos++
		d.n += 8
	}
}

// take reads up to 16 bits.
func (d *inflater) take(bits uint) (uint, error) {
	if d.n < bits {
		if d.refill(); d.n < bits {
			return 0, errCut
		}
	}
	v := uint(d.buf) & (1<<bits - 1)
	d.buf >>= bits
	d.n -= bits
	return v, nil
}

func (d *inflater) stored() error {
	d.pos -= int(d.n / 8) // the rest of a begun byte is skipped
	d.buf, d.n = 0, 0
	if len(d.src)-d.pos < 4 {
		return errCut
	}
	head := le.Uint32(d.src[d.pos:])
	d.pos += 4
	size := int(head & 0xFFFF)
	switch {
	case head>>16 != ^head&0xFFFF:
		return errDamaged
	case size > len(d.src)-d.pos:
		return errCut
	case size > d.end-d.out:
		return errLong
	}
	copy(d.dst[d.out:], d.src[d.pos:d.pos+size])
	d.pos += size
	d.out += size
	return nil
}

func (d *inflater) fixedCodes() {
	if d.fixed {
		return
	}
	d.fixed = true
	lengths := d.lengths[:len(litEntries)]
	for i := range lengths {
		switch {
		case i < 144, i >= 280:
			lengths[i] = 8
		case i < 256:
			lengths[i] = 9
		default:
			lengths[i] = 7
		}
	}
	build(d.lit[:], litBits, lengths, litEntries[:])
	lengths = d.lengths[:len(distEntries)]
	for i := range lengths {
		lengths[i] = 5
	}
	build(d.dist[:], distBits, lengths, distEntries[:])
}

// dynamicCodes reads the codes of a block (section 3.2.7).
func (d *inflater) dynamicCodes() error {
	d.fixed = false
	head, err := d.take(14)
	if err != nil {
		return err
	}
	lits, dists, metas := int(head&31)+257, int(head>>5&31)+1, int(head>>10)+4
	if lits > litCodes || dists > distCodes {
		return errDamaged
	}
	var meta [len(metaOrder)]uint8
	for _, symbol := range metaOrder[:metas] {
		n, err := d.take(3)
		if err != nil {
			return err
		}
		meta[symbol] = uint8(n)
	}
	// The place of the distances' table is free until they are known.
	if !build(d.dist[:], metaBits, meta[:], metaEntries[:]) {
		return errDamaged
	}
	all := d.lengths[:lits+dists]
	for i := 0; i < len(all); {
		if d.n < metaBits+7 { // a code and its extra bits
			d.refill()
		}
		e := d.dist[d.buf&(1<<metaBits-1)]
		if e&entryRare != 0 {
			return errDamaged
		}
		bits, symbol := uint(e&entryTake), e>>entryValue
		if bits > d.n {
			return errCut
		}
		d.buf >>= bits
		d.n -= bits
		if symbol < 16 {
			all[i] = uint8(symbol)
			i++
			continue
		}
		var value uint8
		least, extra := 3, uint(2)
		switch symbol {
		case 16:
			if i == 0 {
				return errDamaged
			}
			value = all[i-1]
		case 17:
			extra = 3
		case 18:
			least, extra = 11, 7
		}
		more, err := d.take(extra)
		if err != nil {
			return err
		}
		run := least + int(more)
		if run > len(all)-i {
			return errDamaged
		}
		for ; run > 0; run-- {
			all[i] = value
			i++
		}
	}
	if !build(d.lit[:], litBits, all[:lits], litEntries[:]) || !build(d.dist[:], distBits, all[lits:], distEntries[:]) {
		return errDamaged
	}
	return nil
}
