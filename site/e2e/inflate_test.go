package e2e

import (
	"bytes"
	"compress/gzip"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

var levels = []int{gzip.BestSpeed, gzip.DefaultCompression, gzip.BestCompression, gzip.HuffmanOnly, gzip.NoCompression}

// plains are bytes that make each kind of block: none, fixed codes, codes of their
// own, stored, matches near, far, long and overlapping.
func plains(t *testing.T) map[string][]byte {
	t.Helper()
	r := rand.New(rand.NewPCG(1, 2))
	noise := make([]byte, 100_000)
	skewed := make([]byte, 100_000)
	for i := range noise {
		noise[i] = byte(r.Uint32())
		skewed[i] = byte(r.ExpFloat64() * 3)
	}
	return map[string][]byte{
		"empty":    nil,
		"one":      {7},
		"short":    []byte("部门决算"),
		"run":      bytes.Repeat([]byte{0}, 70_000),
		"pairs":    []byte(strings.Repeat("ab", 40_000)),
		"noise":    noise,
		"skewed":   skewed,
		"far":      bytes.Join([][]byte{noise[:32_768], noise[:500], noise[10:32_000]}, nil),
		"script":   read(t, "../page/result/result.js"),
		"workbook": read(t, seed),
	}
}

func gzipped(t *testing.T, plain []byte, level int) []byte {
	t.Helper()
	var b bytes.Buffer
	w, err := gzip.NewWriterLevel(&b, level)
	require.NoError(t, err)
	_, err = w.Write(plain)
	require.NoError(t, err)
	require.NoError(t, w.Close())
	return b.Bytes()
}
