package unzip

import (
	"bytes"
	"compress/flate"
	"io"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// same holds the inflater against compress/flate: both give the same bytes, or
// both fail. A stream of more than size bytes fails here by its length. It
// tells whether the stream was accepted.
func same(tb testing.TB, d *inflater, src []byte, size int) bool {
	tb.Helper()
	want, wantErr := io.ReadAll(io.LimitReader(flate.NewReader(bytes.NewReader(src)), int64(size)+1))
	if wantErr == nil && len(want) > size {
		wantErr = errLong
	}
	if wantErr == nil && len(want)%3 == 0 {
		size = len(want) // exactly as much as there is
	}
	dst := make([]byte, size+len(src)%2*turnOut)
	n, err := d.inflate(dst, size, src)
	if (err == nil) != (wantErr == nil) {
		tb.Fatalf("%v, but compress/flate: %v (%d bytes)\n%x", err, wantErr, len(want), src)
	}
	if err == nil && !bytes.Equal(want, dst[:n]) {
		tb.Fatalf("%d bytes differ from those of compress/flate, %d\n%x", n, len(want), src)
	}
	if err == nil && n > 0 && len(src) < 5000 { // one byte too many, with room for it
		_, err := d.inflate(make([]byte, n+turnOut), n-1, append(bytes.Clone(src), make([]byte, turnIn)...))
		require.ErrorIs(tb, err, errLong)
		return true
	}
	return err == nil
}

func TestEveryLevel(t *testing.T) {
	d := new(inflater)
	for seed := range uint64(6) {
		r := rand.New(rand.NewPCG(seed, 1))
		for name, content := range contents(r) {
			for level := flate.HuffmanOnly; level <= flate.BestCompression; level++ {
				src := deflate(t, r, level, content)
				dst := make([]byte, len(content))
				n, err := d.inflate(dst, len(dst), append(src, "what follows"...))
				require.NoError(t, err, "%s, level %d, seed %d", name, level, seed)
				require.Equal(t, len(content), n)
				require.True(t, bytes.Equal(content, dst), "%s, level %d, seed %d", name, level, seed)
				if len(content) > 0 {
					_, err = d.inflate(dst, r.IntN(len(dst)), src)
					require.ErrorIs(t, err, errLong)
				}
				_, err = d.inflate(dst, len(dst), src[:r.IntN(len(src))])
				require.Error(t, err)
			}
		}
	}
}

// The last words of a copy stay within dst, however little room there is.
func TestRoom(t *testing.T) {
	d := new(inflater)
	for size := range 1200 {
		content := bytes.Repeat([]byte("012345678"), 200)[:size]
		src := append(deflate(t, rand.New(rand.NewPCG(0, 0)), flate.BestCompression, content), make([]byte, turnIn)...)
		for _, room := range []int{0, 1, 7, 15, 16, turnOut - 1, turnOut} {
			dst := make([]byte, size+room)
			n, err := d.inflate(dst, size, src)
			require.NoError(t, err)
			require.Equal(t, content, dst[:n])
		}
	}
}

func TestHandmade(t *testing.T) {
	d := new(inflater)
	accepted, refused, written := 0, 0, 0
	for seed := range uint64(10_000) {
		src := handmade(rand.New(rand.NewPCG(seed, 2)))
		if same(t, d, src, 1<<17) {
			accepted++
			n, _ := d.inflate(make([]byte, 1<<17), 1<<17, src)
			written += n
		} else {
			refused++
		}
	}
	assert.Greater(t, accepted, 2_000)
	assert.Greater(t, refused, 2_000)
	assert.Greater(t, written, 1<<17)
}

func TestDamagedStreams(t *testing.T) {
	d := new(inflater)
	accepted, refused := 0, 0
	for seed := range uint64(2_000) {
		r := rand.New(rand.NewPCG(seed, 3))
		var src []byte
		if seed%3 == 0 {
			src = handmade(r)
		} else {
			kinds := contents(r)
			content := kinds[[]string{"xml", "skewed", "few", "periods", "sparse"}[r.IntN(5)]]
			content = content[:min(len(content), 20_000)]
			src = deflate(t, r, r.IntN(12)-2, content)
		}
		for range r.IntN(3) + 1 {
			at := r.IntN(min(len(src), 1<<r.IntN(16)))
			switch r.IntN(4) {
			case 0:
				src = append(src[:at:at], src[min(len(src), at+1+r.IntN(3)):]...)
			case 1:
				src = slices.Insert(src, at, byte(r.Uint32()))
			default:
				src[at] ^= 1 << r.IntN(8)
			}
			if len(src) == 0 {
				break
			}
		}
		if same(t, d, src, 1<<16) {
			accepted++
		} else {
			refused++
		}
	}
	assert.Greater(t, accepted, 200)
	assert.Greater(t, refused, 200)
}

// Codes at the edges of what RFC 1951 and zlib allow, each in the place of the
// literals, the distances and the code lengths.
func TestEdgesOfCodes(t *testing.T) {
	d := new(inflater)
	for name, c := range map[string]struct {
		lengths []uint8
		ok      bool
	}{
		"empty":                {[]uint8{0, 0, 0}, true},
		"alone, one bit":       {[]uint8{0, 1}, true},
		"alone, two bits":      {[]uint8{0, 2}, false},
		"alone, fifteen bits":  {[]uint8{15}, false},
		"a pair":               {[]uint8{1, 0, 1}, true},
		"three of one bit":     {[]uint8{1, 1, 1}, false},
		"incomplete":           {[]uint8{1, 2}, false},
		"over, then short":     {[]uint8{1, 1, 2}, false},
		"comb":                 {[]uint8{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 15}, true},
		"comb without its end": {[]uint8{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15}, false},
	} {
		assert.Equal(t, c.ok, build(d.lit[:], litBits, c.lengths, litEntries[:]), name)
	}
	for _, src := range [][]byte{nil, {0}, {1}, {3}, {6}, {7}, {3, 0}, {1, 0, 0, 0xFF, 0xFF}, {1, 1, 0, 0xFE, 0xFF, 'a'}, {1, 0, 0, 0, 0xFF}} {
		same(t, d, src, 100)
	}
}

// No complete code of the numbers of symbols in use needs more than a table has.
func TestTablesAreLargeEnough(t *testing.T) {
	for _, c := range []struct{ symbols, primary, size int }{{litCodes, litBits, litSize}, {distCodes, distBits, distSize}} {
		most := 0
		for seed := range uint64(2_000) {
			r := rand.New(rand.NewPCG(seed, 4))
			var short []uint8
			for _, n := range lengths(r, c.symbols, maxCode) {
				short = append(short, uint8(n))
			}
			table := make([]uint32, 1<<16)
			if !build(table, c.primary, short, litEntries[:]) {
				continue
			}
			used := len(table)
			for used > 0 && table[used-1] == 0 {
				used--
			}
			most = max(most, used)
		}
		assert.LessOrEqual(t, most, c.size)
		assert.Greater(t, most, 1<<c.primary)
	}
}

func FuzzInflate(f *testing.F) {
	r := rand.New(rand.NewPCG(5, 5))
	for range 60 {
		f.Add(handmade(r))
	}
	for _, content := range contents(r) {
		content = content[:min(len(content), 3000)]
		for level := flate.HuffmanOnly; level <= flate.BestCompression; level += 2 {
			f.Add(deflate(f, r, level, content))
		}
	}
	d := new(inflater)
	f.Fuzz(func(t *testing.T, src []byte) { same(t, d, src, 1<<18) })
}
