package printed

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"fmt"
	"regexp"
	"slices"
	"strconv"
)

var anyObject = regexp.MustCompile(`(?s)(?:^|[\r\n])(\d+) 0 obj\s*(.*?)\s*endobj`)

// Pack writes a PDF again with all that is no stream in packed streams of objects, as
// PDFs of programs other than browsers are. A browser's page is a quarter of its size then.
func Pack(data []byte) ([]byte, error) {
	root := fileRoot.FindSubmatch(data)
	if root == nil || bytes.Contains(data, []byte("/ObjStm")) {
		return nil, fmt.Errorf("no plain trailer")
	}
	objects := map[int][]byte{}
	for _, m := range anyObject.FindAllSubmatch(data, -1) {
		n, err := strconv.Atoi(string(m[1]))
		if err != nil {
			return nil, err
		}
		objects[n] = m[2]
	}
	var numbers, packed []int
	for n := range objects {
		numbers = append(numbers, n)
	}
	slices.Sort(numbers)
	last := numbers[len(numbers)-1]
	holder, table := last+1, last+2
	type entry struct {
		kind byte
		a    uint32
		b    uint16
	}
	entries := make([]entry, table+1)
	var w, heads, bodies bytes.Buffer
	w.WriteString("%PDF-1.6\n%\xe2\xe3\xcf\xd3\n")
	write := func(n int, content []byte) {
		entries[n] = entry{1, uint32(w.Len()), 0}
		fmt.Fprintf(&w, "%d 0 obj\n%s\nendobj\n", n, content)
	}
	for _, n := range numbers {
		if bytes.Contains(objects[n], []byte("stream")) {
			write(n, objects[n])
			continue
		}
		entries[n] = entry{2, uint32(holder), uint16(len(packed))}
		packed = append(packed, n)
		fmt.Fprintf(&heads, "%d %d ", n, bodies.Len())
		bodies.Write(objects[n])
		bodies.WriteByte('\n')
	}
	content := zipped(append(heads.Bytes(), bodies.Bytes()...))
	write(holder, fmt.Appendf(nil, "<</Type/ObjStm/N %d/First %d/Filter/FlateDecode/Length %d>>stream\n%s\nendstream", len(packed), heads.Len(), len(content), content))
	entries[table] = entry{1, uint32(w.Len()), 0}
	var rows bytes.Buffer
	for _, e := range entries {
		rows.WriteByte(e.kind)
		_ = binary.Write(&rows, binary.BigEndian, e.a) // into memory
		_ = binary.Write(&rows, binary.BigEndian, e.b)
	}
	at, list := w.Len(), zipped(rows.Bytes())
	fmt.Fprintf(&w, "%d 0 obj\n<</Type/XRef/W[1 4 2]/Size %d/Root %s/Filter/FlateDecode/Length %d>>stream\n%s\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n", table, len(entries), root[1], len(list), list, at)
	return w.Bytes(), nil
}

func zipped(data []byte) []byte {
	var w bytes.Buffer
	z, _ := zlib.NewWriterLevel(&w, zlib.BestCompression) // a level there is
	_, _ = z.Write(data)                                  // into memory
	_ = z.Close()
	return w.Bytes()
}
