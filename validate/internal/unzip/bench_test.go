package unzip

import (
	"archive/zip"
	"bytes"
	"io"
	"os"
	"testing"

	"github.com/stretchr/testify/require"
)

// sample is a published workbook and the bytes of its members.
func sample(tb testing.TB) (data []byte, size int) {
	data, err := os.ReadFile("../../../testdata/putuo-finance-2024.xlsx")
	require.NoError(tb, err)
	a, err := Open(data, 1000)
	require.NoError(tb, err)
	for i := range a.Files {
		size += int(a.Files[i].Size)
	}
	return data, size
}

func BenchmarkRead(b *testing.B) {
	data, size := sample(b)
	b.SetBytes(int64(size))
	b.ReportAllocs()
	var dst []byte
	for b.Loop() {
		a, err := Open(data, 1000)
		require.NoError(b, err)
		for i := range a.Files {
			if dst, err = a.Read(&a.Files[i], dst, 1<<30); err != nil {
				b.Fatal(err)
			}
		}
	}
}

// The same with the standard library.
func BenchmarkStandardRead(b *testing.B) {
	data, size := sample(b)
	b.SetBytes(int64(size))
	b.ReportAllocs()
	var dst bytes.Buffer
	buf := make([]byte, 32<<10)
	for b.Loop() {
		z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
		require.NoError(b, err)
		for _, f := range z.File {
			r, err := f.Open()
			require.NoError(b, err)
			dst.Reset()
			if _, err := io.CopyBuffer(struct{ io.Writer }{&dst}, r, buf); err != nil {
				b.Fatal(err)
			}
		}
	}
}
