package update

import (
	"bytes"
	"compress/zlib"
	"io"
)

// objectAt is the value of the object that begins there, and where the value ends; number is
// what its number has to be, -1 for any.
func (f *file) objectAt(at, want int) (from, end int, err error) {
	if at < 0 || at >= len(f.data) {
		return 0, 0, ErrBroken
	}
	var n [2]int
	ok := false
	for i := range n {
		at = space(f.data, at)
		to := word(f.data, at)
		if n[i], ok = number(f.data[at:to]); !ok {
			return 0, 0, ErrBroken
		}
		at = to
	}
	at = space(f.data, at)
	if !bytes.HasPrefix(f.data[at:], []byte("obj")) || want >= 0 && n[0] != want {
		return 0, 0, ErrBroken
	}
	from = space(f.data, at+len("obj"))
	if end, ok = value(f.data, from, 0); !ok {
		return 0, 0, ErrBroken
	}
	return from, end, nil
}

// resolve is a value, or what it refers to.
func (f *file) resolve(raw []byte) ([]byte, error) {
	for range mostDeep {
		r, end, ok := refAt(raw, 0)
		if !ok || end != len(raw) {
			return raw, nil
		}
		var err error
		if raw, err = f.object(r.number); err != nil {
			return nil, err
		}
	}
	return nil, ErrBroken
}

// object is the value of an object; null for one that is not there.
func (f *file) object(number int) ([]byte, error) {
	l, ok := f.objects[number]
	switch {
	case !ok || l.free:
		return []byte("null"), nil
	case l.pack > 0:
		return f.packed(l)
	}
	from, end, err := f.objectAt(l.offset, number)
	if err != nil {
		return nil, err
	}
	return f.data[from:end], nil
}

// packed is an object in a stream of objects.
func (f *file) packed(l location) ([]byte, error) {
	all, ok := f.packs[l.pack]
	if !ok {
		at, known := f.objects[l.pack]
		if !known || at.free || at.pack > 0 {
			return nil, ErrBroken
		}
		d, data, err := f.stream(at.offset, l.pack)
		if err != nil {
			return nil, err
		}
		count, ok1 := d.int("N")
		first, ok2 := d.int("First")
		if !ok1 || !ok2 || count > len(data) || first > len(data) {
			return nil, ErrBroken
		}
		head := 0
		for range count {
			var offset int
			for range 2 { // its number, and where it begins
				head = space(data[:first], head)
				to := word(data[:first], head)
				n, ok := number(data[head:to])
				if !ok {
					return nil, ErrBroken
				}
				offset, head = n, to
			}
			from := space(data, first+offset)
			end, ok := value(data, from, 0)
			if !ok {
				return nil, ErrBroken
			}
			all = append(all, data[from:end])
		}
		f.packs[l.pack] = all
	}
	if l.index < 0 || l.index >= len(all) {
		return nil, ErrBroken
	}
	return all[l.index], nil
}

// stream is the stream object that begins there, unpacked.
func (f *file) stream(at, want int) (d dict, data []byte, err error) {
	from, end, err := f.objectAt(at, want)
	if err != nil {
		return d, nil, err
	}
	d, _, ok := dictAt(f.data, from)
	at = space(f.data, end)
	if !ok || !bytes.HasPrefix(f.data[at:], []byte("stream")) {
		return d, nil, ErrBroken
	}
	at += len("stream")
	if bytes.HasPrefix(f.data[at:], []byte("\r\n")) {
		at++
	}
	at++
	raw, err := f.resolve(d.get("Length"))
	if err != nil {
		return d, nil, err
	}
	length, ok := number(raw)
	if !ok || at+length > len(f.data) {
		return d, nil, ErrBroken
	}
	data, err = f.unpack(&d, f.data[at:at+length])
	return d, data, err
}

// unpack takes a stream as it stands or deflated, which is how tables and packs of objects
// are kept.
func (f *file) unpack(d *dict, data []byte) ([]byte, error) {
	filter, parms := d.get("Filter"), d.get("DecodeParms")
	if all := items(filter); len(all) == 1 {
		filter = all[0]
		if all = items(parms); len(all) == 1 {
			parms = all[0]
		}
	}
	switch string(filter) {
	case "", "[]", "null":
		return data, nil
	case "/FlateDecode":
	default:
		return nil, ErrBroken
	}
	z, err := zlib.NewReader(bytes.NewReader(data))
	if err != nil {
		return nil, ErrBroken
	}
	out, err := io.ReadAll(io.LimitReader(z, int64(min(mostStream, f.left))+1))
	if f.left -= len(out); len(out) > mostStream || f.left < 0 || err != nil && len(out) == 0 {
		return nil, ErrBroken
	}
	p, _, ok := dictAt(parms, 0)
	if predictor, _ := p.int("Predictor"); !ok || predictor < 2 {
		return out, nil
	} else if predictor < 10 {
		return nil, ErrBroken
	}
	columns, ok := p.int("Columns")
	if !ok {
		columns = 1
	}
	if p.get("Colors") != nil && string(p.get("Colors")) != "1" || p.get("BitsPerComponent") != nil && string(p.get("BitsPerComponent")) != "8" || columns > 1<<16 {
		return nil, ErrBroken
	}
	return predicted(out, columns)
}

// predicted undoes the filters of PNG over rows of so many bytes.
func predicted(data []byte, columns int) (out []byte, err error) {
	above := make([]byte, columns)
	for len(data) > columns {
		kind, row := data[0], data[1:columns+1]
		data = data[columns+1:]
		for i := range row {
			var left, corner byte
			if i > 0 {
				left, corner = row[i-1], above[i-1]
			}
			switch kind {
			case 1:
				row[i] += left
			case 2:
				row[i] += above[i]
			case 3:
				row[i] += byte((int(left) + int(above[i])) / 2)
			case 4:
				row[i] += paeth(int(left), int(above[i]), int(corner))
			}
		}
		out = append(out, row...)
		above = row
	}
	return out, nil
}

func paeth(a, b, c int) byte {
	p := a + b - c
	da, db, dc := abs(p-a), abs(p-b), abs(p-c)
	switch {
	case da <= db && da <= dc:
		return byte(a)
	case db <= dc:
		return byte(b)
	}
	return byte(c)
}

func abs(n int) int { return max(n, -n) }
