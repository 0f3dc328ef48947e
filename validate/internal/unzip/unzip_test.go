package unzip

import (
	"archive/zip"
	"bytes"
	"cmp"
	"errors"
	"hash/crc32"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const manyFiles, noLimit = 1000, 1 << 30

// packed is an archive of the standard library, with members of both methods.
func packed(tb testing.TB, r *rand.Rand, comment string) []byte {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for name, content := range contents(r) {
		content = content[:min(len(content), 3000)]
		h := &zip.FileHeader{Name: "决算/" + name, Method: zip.Deflate, Comment: name, Extra: []byte("xx\x02\x00ab")}
		if r.IntN(3) == 0 {
			h.Method = zip.Store
		}
		f, err := w.CreateHeader(h)
		require.NoError(tb, err)
		_, err = f.Write(content)
		require.NoError(tb, err)
	}
	require.NoError(tb, w.SetComment(comment))
	require.NoError(tb, w.Close())
	return b.Bytes()
}

// standard reads a member with the standard library.
func standard(f *zip.File) ([]byte, error) {
	r, err := f.Open()
	if err != nil {
		return nil, err
	}
	return io.ReadAll(io.LimitReader(r, 1<<24))
}

// sameArchive holds every member against the standard library's reader.
func sameArchive(t *testing.T, data []byte) {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if !errors.Is(err, zip.ErrInsecurePath) {
		require.NoError(t, err)
	}
	a, err := Open(data, len(z.File))
	require.NoError(t, err)
	require.Len(t, a.Files, len(z.File))
	var dst []byte
	for i, want := range z.File {
		f := &a.Files[i]
		assert.Equal(t, want.Name, f.Name)
		assert.Equal(t, want.UncompressedSize64, f.Size)
		assert.Equal(t, want.CompressedSize64, f.Packed)
		assert.Equal(t, want.Method, f.Method)
		assert.Equal(t, want.Flags, f.Flags)
		assert.Equal(t, want.CRC32, f.CRC)
		content, err := standard(want)
		require.NoError(t, err)
		dst, err = a.Read(f, dst, len(content))
		require.NoError(t, err, f.Name)
		require.True(t, bytes.Equal(content, dst), f.Name)
		if len(content) > 0 {
			_, err = a.Read(f, dst, len(content)-1)
			require.ErrorIs(t, err, ErrTooLarge)
		}
	}
	if len(a.Files) > 0 {
		_, err = Open(data, len(z.File)-1)
		require.ErrorIs(t, err, ErrTooMany)
	}
}

func TestWorkbooks(t *testing.T) {
	read := 0
	require.NoError(t, filepath.WalkDir("../../../testdata", func(path string, _ os.DirEntry, err error) error {
		if err != nil || filepath.Ext(path) != ".xlsx" {
			return err
		}
		data, err := os.ReadFile(path)
		require.NoError(t, err)
		sameArchive(t, data)
		read++
		return nil
	}))
	assert.Greater(t, read, 5)
}

func TestArchives(t *testing.T) {
	sameArchive(t, packed(t, rand.New(rand.NewPCG(1, 6)), ""))
	for seed := range uint64(30) {
		r := rand.New(rand.NewPCG(seed, 6))
		data := packed(t, r, strings.Repeat("PK 注释", r.IntN(200)))
		sameArchive(t, data)
		sameArchive(t, append(data, "behind the archive"...))
	}
	sameArchive(t, packed(t, rand.New(rand.NewPCG(1, 6)), strings.Repeat("x", 1<<16-1)))
	var b bytes.Buffer
	require.NoError(t, zip.NewWriter(&b).Close())
	sameArchive(t, b.Bytes())
}

// entry is a member of a hand-made archive. What is not set agrees with content.
type entry struct {
	name, localName string
	content         string
	method          uint16
	flags           uint16
	size            uint32
	crc             uint32 // xored
	localMethod     uint16 // xored
	localFlags      uint16 // xored
	extra           string
	offset          uint32 // added
}

// archive writes stored members with nothing checked, and the end record.
func archive(entries []entry, end func(count, start, size int) string) []byte {
	var out, dir []byte
	for _, e := range entries {
		if e.localName == "" {
			e.localName = e.name
		}
		crc := crc32.ChecksumIEEE([]byte(e.content)) ^ e.crc
		packed, size := uint32(len(e.content)), uint32(len(e.content))
		if e.size != 0 {
			size = e.size
		}
		if e.extra != "" {
			packed, size = in64, in64
		}
		fields := func(b []byte, name int) []byte {
			b = le.AppendUint16(append(b, 20, 0), e.flags)
			b = le.AppendUint32(le.AppendUint16(b, e.method), 0)
			b = le.AppendUint32(le.AppendUint32(le.AppendUint32(b, crc), packed), size)
			return le.AppendUint16(b, uint16(name))
		}
		at := uint32(len(out)) + e.offset
		name := e.name
		dir = append(append(dir, directoryMark...), 20, 0)
		dir = le.AppendUint16(fields(dir, len(name)), uint16(len(e.extra)))
		dir = le.AppendUint32(append(dir, make([]byte, 10)...), at)
		dir = append(append(dir, name...), e.extra...)
		e.flags ^= e.localFlags
		e.method ^= e.localMethod
		out = le.AppendUint16(fields(append(out, localMark...), len(e.localName)), 3)
		out = append(append(append(out, e.localName...), "\x01\x02\x03"...), e.content...)
	}
	start := len(out)
	return append(append(out, dir...), end(len(entries), start, len(dir))...)
}

func end32(count, start, size int) string {
	b := le.AppendUint16(le.AppendUint16([]byte(endMark+"\x00\x00\x00\x00"), uint16(count)), uint16(count))
	return string(append(le.AppendUint32(le.AppendUint32(b, uint32(size)), uint32(start)), 0, 0))
}

func end64(count, start, size int) string {
	b := le.AppendUint64([]byte(end64Mark), end64Size-12)
	b = append(b, make([]byte, 12)...)
	b = le.AppendUint64(le.AppendUint64(b, uint64(count)), uint64(count))
	b = le.AppendUint64(le.AppendUint64(b, uint64(size)), uint64(start))
	b = le.AppendUint64(append(b, locatorMark+"\x00\x00\x00\x00"...), uint64(start+size))
	return string(append(b, "\x01\x00\x00\x00"...)) + end32(1<<16-1, in64, in64)
}

func TestHandmadeArchives(t *testing.T) {
	wide := func(values ...uint64) string {
		b := []byte("xx\x01\x00a\x01\x00" + string(rune(8*len(values))) + "\x00")
		for _, v := range values {
			b = le.AppendUint64(b, v)
		}
		return string(b)
	}
	sound := []entry{{name: "a", content: "1280.35"}, {name: `\b\..\c`, content: "", flags: 1 << 11}, {name: "/d", content: "d"}, {name: "a", content: "again"},
		{name: "wide", content: "12345", extra: wide(5, 5)}}
	sameArchive(t, archive(sound, end32))
	sameArchive(t, archive(sound, end64))

	for name, c := range map[string]struct {
		entry entry
		want  error
	}{
		"sound":              {entry{}, nil},
		"another local name": {entry{localName: "b"}, errMember},
		"longer local name":  {entry{localName: "ab"}, errMember},
		"another method":     {entry{localMethod: 1}, errMember},
		"a local password":   {entry{localFlags: 1}, errMember},
		"a wrong CRC":        {entry{crc: 1}, ErrContent},
		"a CRC of 0":         {entry{crc: crc32.ChecksumIEEE([]byte("1280.35"))}, ErrContent},
		"a size that lies":   {entry{size: 8}, ErrContent},
		"a password":         {entry{flags: 1}, ErrEncrypted},
		"too large":          {entry{size: 1001}, ErrTooLarge},
		"no local header":    {entry{offset: 1}, errMember},
		"beyond the archive": {entry{offset: 1 << 31}, errMember},
		"into the directory": {entry{extra: wide(8, 8)}, errMember},
		"far into":           {entry{extra: wide(7, 1<<63)}, errMember},
		"not deflated":       {entry{method: Deflated}, ErrContent},
		"not as long":        {entry{content: "\x03\x00", method: Deflated, size: 1, crc: crc32.ChecksumIEEE([]byte("\x03\x00")) ^ crc32.ChecksumIEEE([]byte{0})}, ErrContent},
	} {
		c.entry.name, c.entry.content = "a", cmp.Or(c.entry.content, "1280.35")
		a, err := Open(archive([]entry{c.entry}, end32), 1)
		require.NoError(t, err, name)
		content, err := a.Read(&a.Files[0], nil, 1000)
		assert.ErrorIs(t, err, c.want, name)
		if c.want == nil {
			assert.Equal(t, "1280.35", string(content), name)
		}
	}
	a, err := Open(archive([]entry{{name: "a", method: 9}}, end32), 1)
	require.NoError(t, err)
	_, err = a.Read(&a.Files[0], nil, 1000)
	assert.ErrorContains(t, err, "method 9")

	_, err = Open(bytes.Replace(archive(sound, end32), []byte(directoryMark), []byte("PK\x01\x03"), 1), manyFiles)
	assert.ErrorIs(t, err, errDirectory)
	for name, end := range map[string]func(count, start, size int) string{
		"no end":         func(int, int, int) string { return "" },
		"cut end":        func(c, s, n int) string { return end32(c, s, n)[:21] },
		"cut comment":    func(c, s, n int) string { return end32(c, s, n)[:20] + "\x05\x00 1 2" },
		"one too many":   func(c, s, n int) string { return end32(c+1, s, n) },
		"one too few":    func(c, s, n int) string { return end32(c-1, s, n) },
		"begins later":   func(c, s, n int) string { return end32(c, s+1, n) },
		"begins beyond":  func(c, s, n int) string { return end32(c, s+1<<20, n) },
		"ends beyond":    func(c, s, n int) string { return end32(c, s, n+1) },
		"ends early":     func(c, s, n int) string { return end32(c, s, n-1) },
		"cut 64-bit end": func(c, s, n int) string { return end64(c, s, n)[1:] },
		"moved end":      func(c, s, n int) string { return " " + end64(c, s, n) },
		"64 bits beyond": func(c, s, n int) string { return end64(c, s, -n) },
		"64-bit count":   func(c, s, n int) string { return end64(1<<40, s, n) },
		"no 64-bit end":  func(c, s, n int) string { return end64(c, s, n)[end64Size+locatorSize:] },
		"entry too wide": nil,
	} {
		entries := sound
		if end == nil {
			entries, end = []entry{{name: "a", extra: "\x01\x00\x04\x00abcd"}}, end32
		}
		_, err := Open(archive(entries, end), 1<<50)
		assert.Error(t, err, name)
	}
}

// A flipped bit or a cut never changes what is read without being noticed, and
// what the standard library notices is noticed.
func TestDamagedArchives(t *testing.T) {
	data := packed(t, rand.New(rand.NewPCG(7, 7)), "ok")
	good, err := Open(data, manyFiles)
	require.NoError(t, err)
	for at := range data {
		if at%7 == 0 {
			_, err := Open(data[:at], manyFiles)
			require.Error(t, err, "cut to %d bytes", at)
		}
		flipped := bytes.Clone(data)
		flipped[at] ^= 1 << (at % 8)
		bad, err := Open(flipped, manyFiles)
		if err != nil {
			continue
		}
		require.Len(t, bad.Files, len(good.Files))
		for i := range bad.Files {
			content, err := bad.Read(&bad.Files[i], nil, noLimit)
			if err != nil {
				continue
			}
			want, err := good.Read(&good.Files[i], nil, noLimit)
			require.NoError(t, err)
			require.True(t, bytes.Equal(want, content), "byte %d flipped", at)
		}
	}
}

func FuzzOpen(f *testing.F) {
	f.Add(packed(f, rand.New(rand.NewPCG(8, 8)), "comment"))
	f.Add(archive([]entry{{name: "a", content: "1280.35"}, {name: `..\b`}}, end64))
	f.Add(archive([]entry{{name: "a", content: "\x03\x00", method: Deflated}}, end32))
	f.Fuzz(func(t *testing.T, data []byte) {
		a, err := Open(data, manyFiles)
		if err != nil {
			return
		}
		z, zErr := zip.NewReader(bytes.NewReader(data), int64(len(data)))
		if zErr != nil && !errors.Is(zErr, zip.ErrInsecurePath) || len(z.File) != len(a.Files) {
			z = nil
		}
		for i := range a.Files {
			f := &a.Files[i]
			content, err := a.Read(f, nil, 1<<20)
			if err != nil {
				continue
			}
			if uint64(len(content)) != f.Size || crc32.ChecksumIEEE(content) != f.CRC {
				t.Fatalf("%q: %d bytes of %d", f.Name, len(content), f.Size)
			}
			if z == nil {
				continue
			}
			// It also reads the data descriptor, which adds nothing, and from the
			// archive's supposed beginning, which is data's here.
			want, err := standard(z.File[i])
			if err == nil && f.CRC != 0 && !bytes.Equal(want, content) {
				t.Fatalf("%q differs", f.Name)
			}
		}
	})
}
