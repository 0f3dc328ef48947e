package ole

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"

	"github.com/richardlehane/mscfb"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// noise is n bytes that never repeat a sector.
func noise(seed uint64, n int) []byte {
	random := rand.NewChaCha8([32]byte{byte(seed), byte(seed >> 8)})
	b := make([]byte, n)
	_, _ = random.Read(b)
	return b
}

// TestWritten reads what Write writes, here and with an independent reader, at
// the lengths where the layout changes. At 8 MB in sectors of 512 bytes the
// header cannot list the whole FAT, at 17 MB two sectors do not hold the rest.
func TestWritten(t *testing.T) {
	for _, shift := range []int{9, 12} {
		for _, sizes := range [][]int{{0, 0}, {1, 64}, {65, 4095}, {4096, 63}, {4097, 4096}, {5000, 2000}, {64 << 9, 100_000},
			{300, 8 << 20}, {8 << 20, 4000}, {17 << 20, 64}} {
			t.Run(fmt.Sprint(shift, sizes), func(t *testing.T) {
				streams := map[string][]byte{"EncryptionInfo": noise(1, sizes[0]), "EncryptedPackage": noise(2, sizes[1]), "b": noise(3, 70)}
				data := Write(shift, Stream{"EncryptedPackage", streams["EncryptedPackage"]}, Stream{"b", streams["b"]},
					Stream{"EncryptionInfo", streams["EncryptionInfo"]})
				require.Zero(t, len(data)%(1<<shift))
				c, ok := Open(data)
				require.True(t, ok)
				for name, want := range streams {
					got, ok := c.Stream(name)
					require.True(t, ok && bytes.Equal(want, got), name)
				}
				other, err := mscfb.New(bytes.NewReader(data))
				require.NoError(t, err)
				require.Len(t, other.File, 1+len(streams))
				for _, file := range other.File[1:] {
					got, err := io.ReadAll(file)
					require.NoError(t, err)
					require.True(t, bytes.Equal(streams[file.Name], got), file.Name)
				}
			})
		}
	}
}

// TestReadsAsOthersDo compares with the independent reader what programs wrote.
func TestReadsAsOthersDo(t *testing.T) {
	files, err := filepath.Glob("../../../testdata/xls/*.xls")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	for _, file := range files {
		data, err := os.ReadFile(file)
		require.NoError(t, err)
		c, ok := Open(data)
		require.True(t, ok)
		other, err := mscfb.New(bytes.NewReader(data))
		require.NoError(t, err)
		for _, f := range other.File {
			if f.Name != "Workbook" {
				continue
			}
			want, err := io.ReadAll(f)
			require.NoError(t, err)
			got, ok := c.Stream("WORKBOOK")
			require.True(t, ok && bytes.Equal(want, got), file)
		}
	}
}

func TestFind(t *testing.T) {
	data := Write(9, Stream{"Inner", noise(1, 100)}, Stream{"Short", noise(2, 5000)})
	c, ok := Open(data)
	require.True(t, ok)
	assert.True(t, c.Has("short"))
	assert.False(t, c.Has("Root Entry"), "a storage is no stream")
	_, ok = c.Stream("Other")
	assert.False(t, ok)
	cut, ok := Open(data[:len(data)-100]) // the last sector is not whole, and not needed
	require.True(t, ok)
	got, _ := cut.Stream("Short")
	assert.True(t, bytes.Equal(noise(2, 5000), got))
	for _, bad := range [][]byte{nil, []byte(Signature), data[:headerSize], bytes.Repeat([]byte{0}, 4096)} {
		_, ok := Open(bad)
		assert.False(t, ok)
	}
}

// TestHostile bends chains and trees: every read ends, and none is longer than
// the file.
func TestHostile(t *testing.T) {
	good := Write(9, Stream{"A", noise(1, 3000)}, Stream{"B", noise(2, 60_000)})
	look := func(data []byte) {
		c, ok := Open(data)
		if !ok {
			return
		}
		for _, name := range []string{"A", "B", "C"} {
			b, _ := c.Stream(name)
			require.LessOrEqual(t, len(b), len(data))
		}
	}
	random := rand.New(rand.NewPCG(1, 2))
	values := []uint32{0, 1, 2, 3, 1 << 31, maxSector, difatSector, fatSector, endOfChain, noEntry}
	for range 3000 {
		bad := bytes.Clone(good)
		for range 1 + random.IntN(6) {
			at := random.IntN(6*512/4) * 4 // header, FAT, directory, mini FAT
			binary.LittleEndian.PutUint32(bad[at:], values[random.IntN(len(values))])
		}
		look(bad)
		look(bad[:random.IntN(len(bad))])
	}
	cyclic := bytes.Clone(good)
	for i := 512; i < 2*512; i += 4 {
		binary.LittleEndian.PutUint32(cyclic[i:], 1)
	}
	look(cyclic)
}

func FuzzOpen(f *testing.F) {
	f.Add(Write(9, Stream{"A", noise(1, 300)}, Stream{"B", noise(2, 5000)}))
	f.Add(Write(12, Stream{"A", nil}))
	f.Fuzz(func(t *testing.T, data []byte) {
		if c, ok := Open(data); ok {
			for _, name := range []string{"A", "B"} {
				b, has := c.Stream(name)
				assert.Equal(t, c.Has(name), has)
				assert.LessOrEqual(t, len(b), len(data))
			}
		}
	})
}
