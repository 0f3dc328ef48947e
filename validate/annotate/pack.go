package annotate

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"path"
	"strings"

	"suanqing/validate/document"
)

const (
	maxMember = 64 << 20  // bytes of a member that is read, as the reader of workbooks has it
	maxTotal  = 200 << 20 // bytes of all members read
)

// pack is a zip package of which some members change. Names of members are
// case-insensitive and some writers use backslashes.
type pack struct {
	zip     *zip.Reader
	files   map[string]*zip.File
	changed map[string]string // by key
	added   []string          // names, in order
	read    int
}

func key(name string) string {
	return strings.ToLower(strings.TrimPrefix(strings.ReplaceAll(name, `\`, "/"), "/"))
}

func openPack(data []byte) (*pack, *document.Refusal) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) {
		return nil, corrupt("压缩包")
	}
	p := &pack{zip: z, files: map[string]*zip.File{}, changed: map[string]string{}}
	for _, f := range z.File {
		p.files[key(f.Name)] = f
	}
	return p, nil
}

func (p *pack) has(name string) bool {
	_, changed := p.changed[key(name)]
	return changed || p.files[key(name)] != nil
}

// text is what an XML member holds now, as UTF-8.
func (p *pack) text(name string) (string, *document.Refusal) {
	raw, refusal := p.raw(name)
	if refusal != nil {
		return "", refusal
	}
	text, ok := inUTF8(raw)
	if !ok {
		return "", otherEncoding(name)
	}
	return text, nil
}

// raw is what a member holds now, in the encoding it has.
func (p *pack) raw(name string) (string, *document.Refusal) {
	if text, ok := p.changed[key(name)]; ok {
		return text, nil
	}
	f := p.files[key(name)]
	if f == nil {
		return "", corrupt("“" + path.Base(name) + "”")
	}
	r, err := f.Open()
	if err != nil {
		return "", corrupt("“" + path.Base(name) + "”")
	}
	defer r.Close()
	limit := min(maxMember, maxTotal-p.read)
	b, err := io.ReadAll(io.LimitReader(r, int64(limit)+1))
	p.read += len(b)
	if err != nil || len(b) > limit {
		return "", corrupt("“" + path.Base(name) + "”")
	}
	return string(b), nil
}

// set gives a member a new text; a member that is not there is added at the end.
func (p *pack) set(name, text string) {
	if !p.has(name) {
		p.added = append(p.added, name)
	}
	p.changed[key(name)] = text
}

// bytes is the package: members in their order, unchanged ones as they were stored.
func (p *pack) bytes() ([]byte, *document.Refusal) {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, f := range p.zip.File {
		text, ok := p.changed[key(f.Name)]
		var err error
		if !ok {
			err = w.Copy(f)
		} else {
			err = store(w, &zip.FileHeader{Name: f.Name, Method: zip.Deflate, Modified: f.Modified}, text)
		}
		if err != nil {
			return nil, corrupt("“" + path.Base(f.Name) + "”")
		}
	}
	for _, name := range p.added {
		if err := store(w, &zip.FileHeader{Name: name, Method: zip.Deflate}, p.changed[key(name)]); err != nil {
			return nil, corrupt("“" + path.Base(name) + "”")
		}
	}
	if err := w.Close(); err != nil {
		return nil, corrupt("压缩包")
	}
	return b.Bytes(), nil
}

func store(w *zip.Writer, h *zip.FileHeader, text string) error {
	m, err := w.CreateHeader(h)
	if err == nil {
		_, err = io.WriteString(m, text)
	}
	return err
}
