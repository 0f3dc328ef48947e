package unzip

import (
	"bytes"
	"compress/flate"
	"fmt"
	"math/bits"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// contents are bytes of every kind that deflate treats in its own way.
func contents(r *rand.Rand) map[string][]byte {
	size := 1 << r.IntN(18)
	fill := func(next func(i int) byte) []byte {
		b := make([]byte, r.IntN(size)+1)
		for i := range b {
			b[i] = next(i)
		}
		return b
	}
	period := r.IntN(40_000) + 1
	base := make([]byte, period)
	for i := range base {
		base[i] = byte(r.Uint32())
	}
	var xml strings.Builder
	for i := range r.IntN(3000) {
		fmt.Fprintf(&xml, `<c r="%c%d" s="%d"><v>%d.%02d</v></c>`, 'A'+i%9, i/9, r.IntN(30), r.IntN(1_000_000), r.IntN(100))
	}
	return map[string][]byte{
		"nothing": nil,
		"noise":   fill(func(int) byte { return byte(r.Uint32()) }),
		"a run":   fill(func(int) byte { return 'a' }),
		"periods": fill(func(i int) byte { return base[i%period] }),
		"few":     fill(func(int) byte { return "ab"[r.IntN(2)] }),
		"skewed":  fill(func(int) byte { return byte(bits.LeadingZeros64(r.Uint64())) }),
		"sparse":  fill(func(int) byte { return byte(r.IntN(256) * (r.IntN(50) / 49)) }),
		"xml":     []byte(xml.String()),
	}
}

// deflate writes content at a level from -2, Huffman codes only, to 9, and at
// times flushes in between.
func deflate(tb testing.TB, r *rand.Rand, level int, content []byte) []byte {
	var b bytes.Buffer
	w, err := flate.NewWriter(&b, level)
	require.NoError(tb, err)
	for cut := 0; len(content) > 0; content = content[cut:] {
		if cut = len(content); r.IntN(3) == 0 {
			cut = r.IntN(cut) + 1
			require.NoError(tb, w.Flush())
		}
		_, err := w.Write(content[:cut])
		require.NoError(tb, err)
	}
	require.NoError(tb, w.Close())
	return b.Bytes()
}

// bitWriter writes a deflate stream bit by bit.
type bitWriter struct {
	out     []byte
	n       int // bits
	written int // bytes the stream makes
}

func (w *bitWriter) put(value, n int) {
	for i := range n {
		if w.n%8 == 0 {
			w.out = append(w.out, 0)
		}
		w.out[w.n/8] |= byte(value>>i&1) << (w.n % 8)
		w.n++
	}
}

// code is a canonical code, for writing.
type code struct {
	lengths []int
	words   []int
}

func newCode(lengths []int) code {
	c := code{lengths, make([]int, len(lengths))}
	word := 0
	for n := 1; n <= 15; n++ {
		for i, l := range lengths {
			if l == n {
				c.words[i] = int(bits.Reverse16(uint16(word)) >> (16 - n))
				word++
			}
		}
		word <<= 1
	}
	return c
}

// symbol writes a symbol that has a code.
func (c code) symbol(w *bitWriter, s int) { w.put(c.words[s], c.lengths[s]) }

// any is a random symbol that has a code, or -1.
func (c code) any(r *rand.Rand) int {
	at := r.IntN(len(c.lengths))
	for i := range c.lengths {
		if s := (at + i) % len(c.lengths); c.lengths[s] > 0 {
			return s
		}
	}
	return -1
}

// lengths are those of a complete code of some of n symbols, of at most longest
// bits each; now and then they are spoiled.
func lengths(r *rand.Rand, n, longest int) []int {
	leaves := []int{0}
	want := r.IntN(n) + 1
	deep := r.IntN(2) == 0
	for tries := 0; len(leaves) < want && tries < 4*n; tries++ {
		i := r.IntN(len(leaves))
		if deep { // a comb, for the longest codes
			i = len(leaves) - 1 - r.IntN(min(len(leaves), 3))
		}
		if leaves[i] < longest {
			leaves[i]++
			leaves = append(leaves, leaves[i])
		}
	}
	all := make([]int, n)
	for i, at := range r.Perm(n)[:len(leaves)] {
		all[at] = leaves[i]
	}
	if len(leaves) == 1 {
		all[r.IntN(n)] = r.IntN(3)
	}
	if r.IntN(60) == 0 {
		all[r.IntN(n)] = r.IntN(longest + 1)
	}
	if n > 256 && r.IntN(20) > 0 { // the end of the block
		i := max(slices.IndexFunc(all, func(l int) bool { return l > 0 }), 0)
		all[256], all[i] = all[i], all[256]
	}
	return all
}

// handmade is a stream of dynamic blocks as no compressor writes them: any
// codes, any order, lengths and distances within or beyond what is there.
func handmade(r *rand.Rand) []byte {
	w := &bitWriter{}
	for last := 0; last == 0 && len(w.out) < 4000; {
		last = r.IntN(3) / 2
		w.put(last, 1)
		switch r.IntN(12) {
		case 0:
			w.put(0, 2)
			w.put(0, -w.n&7)
			n := r.IntN(400)
			w.put(n, 16)
			w.put(n^0xFFFF^r.IntN(1+r.IntN(20)/19), 16)
			for range n {
				w.put(r.IntN(256), 8)
			}
			w.written += n
		case 1:
			w.put(1, 2)
			fixed := make([]int, 288)
			for i := range fixed {
				fixed[i] = int("\x08\x09\x07\x08"[min(i/144+i/256+i/280, 3)])
			}
			symbols(r, w, newCode(fixed), newCode([]int{
				5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5}))
		case 2:
			if r.IntN(8) == 0 {
				w.put(3, 2)
				break
			}
			fallthrough
		default:
			dynamic(r, w)
		}
	}
	return w.out
}

func dynamic(r *rand.Rand, w *bitWriter) {
	w.put(2, 2)
	lits, dists := 257+r.IntN(30), 1+r.IntN(30)
	if r.IntN(50) == 0 {
		lits, dists = 257+r.IntN(32), 1+r.IntN(32)
	}
	lit, dist := newCode(lengths(r, lits, 15)), newCode(lengths(r, dists, 15))
	meta := newCode(lengths(r, 19, 7))
	if r.IntN(10) > 0 {
		meta = newCode([]int{4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 5, 5, 5, 5, 5, 5})
		if r.IntN(2) == 0 {
			meta = newCode([]int{4, 4, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 4, 4, 3, 3, 3})
		}
	}
	w.put(lits-257, 5)
	w.put(dists-1, 5)
	w.put(19-4, 4)
	for _, s := range metaOrder {
		w.put(meta.lengths[s], 3)
	}
	all := append(append([]int{}, lit.lengths...), dist.lengths...)
	for i := 0; i < len(all); {
		run := 1
		for i+run < len(all) && all[i+run] == all[i] {
			run++
		}
		spoil := r.IntN(10_000) == 0
		switch {
		case spoil:
			s := max(meta.any(r), 0)
			meta.symbol(w, s)
			w.put(r.IntN(128), map[int]int{16: 2, 17: 3, 18: 7}[s])
			i++
		case i == 0 && all[0] == 0 && run >= 3 && meta.lengths[16] > 0 && r.IntN(20) == 0:
			meta.symbol(w, 16) // repeats what is not there
			w.put(0, 2)
			i += 3
		case all[i] == 0 && run >= 11 && meta.lengths[18] > 0:
			run = min(run, 138)
			meta.symbol(w, 18)
			w.put(run-11, 7)
			i += run
		case all[i] == 0 && run >= 3 && meta.lengths[17] > 0:
			run = min(run, 10)
			meta.symbol(w, 17)
			w.put(run-3, 3)
			i += run
		case i > 0 && all[i] == all[i-1] && run >= 3 && meta.lengths[16] > 0:
			run = min(run, 6)
			meta.symbol(w, 16)
			w.put(run-3, 2)
			i += run
		default:
			meta.symbol(w, all[i])
			i++
		}
	}
	symbols(r, w, lit, dist)
}

// symbols writes some symbols and, if it has a code, the end of the block.
func symbols(r *rand.Rand, w *bitWriter, lit, dist code) {
	bold := r.IntN(20) == 0 // may copy from before the beginning
	for range r.IntN(1 << r.IntN(11)) {
		s := lit.any(r)
		switch {
		case s < 0:
			return
		case s < 256:
			lit.symbol(w, s)
			w.written++
			continue
		case s == 256:
			continue
		}
		d := dist.any(r)
		fits := func() bool {
			return d >= 0 && d < distCodes && int(distEntries[d]>>entryValue)+1<<distExtra[d] <= w.written
		}
		for tries := 0; !fits() && tries < 30; tries++ {
			d = dist.any(r)
		}
		if d < 0 || !fits() && !bold {
			continue
		}
		lit.symbol(w, s)
		if s < litCodes {
			extra := int(lengthExtra[s-257])
			more := r.IntN(1 << extra)
			w.put(more, extra)
			w.written += int(litEntries[s]>>entryValue) + more
		}
		dist.symbol(w, d)
		if d < distCodes {
			w.put(r.IntN(1<<13), int(distExtra[d]))
		}
	}
	if lit.lengths[256] > 0 {
		lit.symbol(w, 256)
	}
}
