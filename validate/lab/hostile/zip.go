package hostile

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"hash/crc32"
	"strings"
)

// run is a text that stands so many times on end.
type run struct {
	text  string
	times int
}

// content is what a part holds. It is never laid out in full: a repeated text is
// compressed once, so that building gigabytes costs milliseconds.
type content []run

func text(pieces ...string) content { return content{{strings.Join(pieces, ""), 1}} }

func repeat(s string, times int) content { return content{{s, times}} }

func join(contents ...content) content {
	var all content
	for _, c := range contents {
		all = append(all, c...)
	}
	return all
}

// part is a member of a package. forge may make its header lie.
type part struct {
	name    string
	content content
	forge   func(h *zip.FileHeader)
}

const chunk = 256 << 10 // a repeated text is compressed in pieces of about this size

// deflated is a part's compressed form, its size and its CRC. Flushed pieces
// begin on a byte and look at nothing before them, so they can be repeated.
func (c content) deflated() (data []byte, size uint64, crc uint32) {
	var out bytes.Buffer
	write := func(s string, times int) {
		var piece bytes.Buffer
		w, err := flate.NewWriter(&piece, flate.BestSpeed)
		must(err)
		_, err = w.Write([]byte(s))
		must(err)
		must(w.Flush())
		for range times {
			out.Write(piece.Bytes())
			crc = crc32.Update(crc, crc32.IEEETable, []byte(s))
		}
		size += uint64(len(s)) * uint64(times)
	}
	for _, r := range c {
		each := max(1, min(r.times, chunk/max(1, len(r.text))))
		if times := r.times / each; times > 0 {
			write(strings.Repeat(r.text, each), times)
		}
		if rest := r.times % each; rest > 0 {
			write(strings.Repeat(r.text, rest), 1)
		}
	}
	out.Write([]byte{1, 0, 0, 0xFF, 0xFF}) // a last block, of nothing
	return out.Bytes(), size, crc
}

// pack writes a zip package.
func pack(parts ...part) []byte {
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, p := range parts {
		data, size, crc := p.content.deflated()
		h := &zip.FileHeader{Name: p.name, Method: zip.Deflate, CRC32: crc,
			CompressedSize64: uint64(len(data)), UncompressedSize64: size}
		if p.forge != nil {
			p.forge(h)
		}
		w, err := z.CreateRaw(h)
		must(err)
		_, err = w.Write(data)
		must(err)
	}
	must(z.Close())
	return out.Bytes()
}

// declares makes a header state another size.
func declares(size uint64) func(*zip.FileHeader) {
	return func(h *zip.FileHeader) { h.UncompressedSize64 = size }
}

// must ends what cannot fail on a buffer.
func must(err error) {
	if err != nil {
		panic(err)
	}
}
