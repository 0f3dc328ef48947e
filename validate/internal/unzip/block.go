package unzip

const (
	// What one turn of the fast loop may read and write: two refills of at most
	// seven bytes, the second of which loads eight; three literals, the longest
	// match, and the last of its words.
	turnIn  = 7 + 8
	turnOut = 3 + 258 + 16
)

// block decodes the symbols of a block up to its end. The fast loop leaves the
// last bytes of src and dst, where every step has to be checked, to careful.
func (d *inflater) block() error {
	src, dst := d.src, d.dst
	pos, out, buf, n := d.pos, d.out, d.buf, d.n
	lit, dist := &d.lit, &d.dist
	for pos <= len(src)-turnIn && out <= len(dst)-turnOut {
		buf |= le.Uint64(src[pos:]) << (n & 63)
		pos += int(63-n) >> 3
		n |= 56

		// Of 56 bits, three literals take 30 at most, and leave the next to look up.
		e := lit[buf&(1<<litBits-1)]
		if e >= entryLiteral {
			dst[out] = byte(e >> entryValue)
			out++
			buf >>= e & entryTake
			n -= uint(e & entryTake)
			e = lit[buf&(1<<litBits-1)]
			if e >= entryLiteral {
				dst[out] = byte(e >> entryValue)
				out++
				buf >>= e & entryTake
				n -= uint(e & entryTake)
				e = lit[buf&(1<<litBits-1)]
				if e >= entryLiteral {
					dst[out] = byte(e >> entryValue)
					out++
					buf >>= e & entryTake
					n -= uint(e & entryTake)
					continue
				}
			}
			buf |= le.Uint64(src[pos:]) << (n & 63)
			pos += int(63-n) >> 3
			n |= 56
		}
		if e&entryRare != 0 {
			if e&entryLink != 0 {
				buf >>= litBits
				n -= litBits
				e = lit[(uint64(e>>entryValue)+buf&(1<<(e>>entryCode&entryCodeMax)-1))&(litSize-1)]
				if e >= entryLiteral {
					dst[out] = byte(e >> entryValue)
					out++
					buf >>= e & entryTake
					n -= uint(e & entryTake)
					continue
				}
			}
			if e&entryRare != 0 {
				if e&entryEnd == 0 {
					return errDamaged
				}
				if out > d.end {
					return errLong
				}
				d.pos, d.out, d.buf, d.n = pos, out, buf>>(e&entryTake), n-uint(e&entryTake)
				return nil
			}
		}
		length := int(uint64(e>>entryValue) + buf&(1<<(e&entryTake)-1)>>(e>>entryCode&entryCodeMax))
		buf >>= e & entryTake
		n -= uint(e & entryTake)

		e = dist[buf&(1<<distBits-1)]
		if e&entryRare != 0 {
			if e&entryLink == 0 {
				return errDamaged
			}
			buf >>= distBits
			n -= distBits
			e = dist[(uint64(e>>entryValue)+buf&(1<<(e>>entryCode&entryCodeMax)-1))&(distSize-1)]
		}
		from := out - int(uint64(e>>entryValue)+buf&(1<<(e&entryTake)-1)>>(e>>entryCode&entryCodeMax))
		buf >>= e & entryTake
		n -= uint(e & entryTake)
		if from < 0 {
			return errDamaged
		}
		end := out + length
		if out-from >= 8 {
			// A word never reaches into itself; what the last ones write past the
			// end is written over.
			le.PutUint64(dst[out:], le.Uint64(dst[from:]))
			le.PutUint64(dst[out+8:], le.Uint64(dst[from+8:]))
			for out += 16; out < end; out += 16 {
				from += 16
				le.PutUint64(dst[out:], le.Uint64(dst[from:]))
				le.PutUint64(dst[out+8:], le.Uint64(dst[from+8:]))
			}
			out = end
			continue
		}
		for ; out < end; out++ {
			dst[out] = dst[from]
			from++
		}
	}
	if out > d.end {
		return errLong
	}
	d.pos, d.out, d.buf, d.n = pos, out, buf, n
	return d.careful()
}

// careful decodes to the end of a block symbol by symbol.
func (d *inflater) careful() error {
	for {
		e, err := d.symbol(d.lit[:], litBits)
		switch {
		case err != nil:
			return err
		case e&entryEnd != 0:
			return nil
		case e >= entryLiteral:
			if d.out == d.end {
				return errLong
			}
			d.dst[d.out] = byte(e >> entryValue)
			d.out++
			continue
		}
		length := int(e)
		if e, err = d.symbol(d.dist[:], distBits); err != nil {
			return err
		}
		from := d.out - int(e)
		if from < 0 {
			return errDamaged
		}
		if length > d.end-d.out {
			return errLong
		}
		for range length {
			d.dst[d.out] = d.dst[from]
			d.out++
			from++
		}
	}
}

// symbol reads one symbol: a literal's or the end's entry, or the value of a
// length or distance.
func (d *inflater) symbol(table []uint32, primary uint) (uint32, error) {
	d.refill()
	e := table[d.buf&(1<<primary-1)]
	if e&entryLink != 0 {
		if d.n < primary {
			return 0, errCut
		}
		d.buf >>= primary
		d.n -= primary
		e = table[uint64(e>>entryValue)+d.buf&(1<<(e>>entryCode&entryCodeMax)-1)]
	}
	bits := uint(e & entryTake)
	switch {
	case e&entryRare != 0 && e&entryEnd == 0:
		return 0, errDamaged
	case bits > d.n:
		return 0, errCut
	}
	extra := d.buf & (1<<bits - 1) >> (e >> entryCode & entryCodeMax)
	d.buf >>= bits
	d.n -= bits
	if e >= entryLiteral || e&entryEnd != 0 {
		return e, nil
	}
	return e>>entryValue + uint32(extra), nil
}
