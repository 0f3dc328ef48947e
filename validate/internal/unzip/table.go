package unzip

import "math/bits"

// A decoding table maps the next bits of the stream to an entry. Codes of up to
// the table's own number of bits are found at once; a longer one leads by its
// first bits to a subtable further on. An entry is packed into 32 bits:
//
//	0–5    bits to take: those of the code and, with them, its extra bits
//	8–11   bits of the code alone; of a link, those that index its subtable
//	13–15  what is rare: no length, literal or distance
//	16–30  the literal, the base of the length or distance, or the subtable's place
//	31     literal
const (
	entryTake    = 1<<6 - 1
	entryCode    = 8
	entryCodeMax = 15
	entryEnd     = 1 << 13 // end of block
	entryLink    = 1 << 14 // the subtable follows
	entryRare    = 1 << 15 // alone: no code has these bits
	entryValue   = 16
	entryLiteral = 1 << 31

	maxCode   = 15 // bits of a code
	litCodes  = 286
	distCodes = 30

	// Complete codes of these numbers of symbols never need more than 1332 and
	// 402 entries; the sizes are powers of two so that a mask bounds the index.
	litBits, litSize   = 10, 2048
	distBits, distSize = 8, 512
	metaBits           = 7
)

var (
	// Sections 3.2.5 and 3.2.7 of RFC 1951.
	lengthExtra = [29]uint8{0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0}
	distExtra   = [distCodes]uint8{0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13}
	metaOrder   = [19]uint8{16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15}

	litEntries, distEntries, metaEntries = entries()
)

// entries are those of every symbol, as yet without their codes. The fixed
// tables have two symbols more than are ever used.
func entries() (lit [litCodes + 2]uint32, dist [distCodes + 2]uint32, meta [19]uint32) {
	for i := range 256 {
		lit[i] = entryLiteral | uint32(i)<<entryValue
	}
	lit[256] = entryRare | entryEnd
	base := uint32(3)
	for i, extra := range lengthExtra {
		if i == len(lengthExtra)-1 {
			base = 258 // a code of its own, though the one before reaches it
		}
		lit[257+i] = base<<entryValue | uint32(extra)
		base += 1 << extra
	}
	base = 1
	for i, extra := range distExtra {
		dist[i] = base<<entryValue | uint32(extra)
		base += 1 << extra
	}
	for i := range meta {
		meta[i] = uint32(i) << entryValue
	}
	lit[litCodes], lit[litCodes+1] = entryRare, entryRare
	dist[distCodes], dist[distCodes+1] = entryRare, entryRare
	return lit, dist, meta
}

// build fills a table of primary bits for canonical codes of the given lengths,
// 0 for a symbol that has none. It tells whether they make a complete code; one
// symbol alone with a code of one bit, or none at all, will do too, as zlib
// has it, and the bits left over are no code.
func build(table []uint32, primary int, lengths []uint8, entries []uint32) bool {
	var count, next [maxCode + 1]int
	var sorted [litCodes + 2]uint16 // symbols by length, then by number
	for _, n := range lengths {
		count[n]++
	}
	used, code := 0, 0
	for n := 1; n <= maxCode; n++ {
		next[n] = used
		used += count[n]
		code = code<<1 + count[n]
	}
	if code != 1<<maxCode && used != 0 && !(used == 1 && count[1] == 1) {
		return false
	}
	for symbol, n := range lengths {
		if n != 0 {
			sorted[next[n]] = uint16(symbol)
			next[n]++
		}
	}

	// Codes are read from their first bit up, so they stand reversed: a table
	// for one bit more begins as the table before, twice.
	size, i := 1, 0
	table[0] = entryRare
	code = 0
	for n := 1; n <= primary; n++ {
		copy(table[size:2*size], table[:size])
		size *= 2
		code <<= 1
		for range count[n] {
			table[reverse(code, n)] = withCode(entries[sorted[i]], n)
			code++
			i++
		}
	}
	// Longer codes in turn share their first bits, and so a subtable.
	prefix, start, width := -1, 0, 0
	for n := primary + 1; n <= maxCode; n++ {
		code <<= 1
		for left := count[n]; left > 0; left-- {
			at := reverse(code, n)
			if first := at & (1<<primary - 1); first != prefix {
				prefix, start = first, size
				width = subtable(count[n+1:], n-primary, left)
				size += 1 << width
				table[prefix] = entryRare | entryLink | uint32(start)<<entryValue | uint32(width)<<entryCode | uint32(primary)
			}
			entry := withCode(entries[sorted[i]], n-primary)
			for at >>= primary; at < 1<<width; at += 1 << (n - primary) {
				table[start+at] = entry
			}
			code++
			i++
		}
	}
	return true
}

// subtable is how many bits index a subtable whose first code has width bits,
// with left codes of that width to come and then those counted by length.
func subtable(count []int, width, left int) int {
	space := 1<<width - left
	for _, c := range count {
		if space <= 0 {
			break
		}
		space = space<<1 - c
		width++
	}
	return width
}

func reverse(code, n int) int { return int(bits.Reverse16(uint16(code)) >> (16 - n)) }

// withCode is a symbol's entry with n bits of code.
func withCode(entry uint32, n int) uint32 { return entry + uint32(n)<<entryCode + uint32(n) }
