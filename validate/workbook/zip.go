package workbook

import (
	"archive/zip"
	"bytes"
	"errors"
	"hash/crc32"
	"io"
	"strings"
)

// pack is an opened zip package. It counts every byte it inflates.
type pack struct {
	members map[string]*zip.File // by lower-case name; nil when a name comes twice
	names   []string             // as stored, in order
	read    int                  // bytes inflated so far
	buf     []byte               // for inflating
}

// openPack lists the members of a zip, capping their number and declared sizes
// before anything is inflated.
func openPack(data []byte) (*pack, *Refusal) {
	// Each member has this signature in the directory. Counting it first keeps a
	// directory of millions from being read at all.
	if bytes.Count(data, []byte("PK\x01\x02")) > maxMembers {
		return nil, tooComplex("文件包内的部件超过 %d 个。", maxMembers)
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) { // nothing is written to a path
		return nil, corrupt("文件不完整或已损坏，无法解压。")
	}
	p := &pack{members: make(map[string]*zip.File, len(z.File)), buf: make([]byte, 32<<10)}
	var total uint64
	for _, f := range z.File {
		if f.UncompressedSize64 > maxMember {
			return nil, tooLarge("文件解压后过大（单个部件超过 %d MB）。", maxMember>>20)
		}
		if total += f.UncompressedSize64; total > maxTotal {
			return nil, tooLarge("文件解压后过大（共超过 %d MB）。", maxTotal>>20)
		}
		key := memberKey(f.Name)
		if _, twice := p.members[key]; twice {
			f = nil
		}
		p.members[key] = f
		if f != nil {
			p.names = append(p.names, f.Name)
		}
	}
	return p, nil
}

// memberKey is how a part is looked up: names are case-insensitive, and some
// writers use backslashes.
func memberKey(name string) string {
	return strings.ToLower(strings.TrimPrefix(strings.ReplaceAll(name, `\`, "/"), "/"))
}

func (p *pack) has(name string) bool {
	_, ok := p.members[memberKey(name)]
	return ok
}

// text inflates a member to its end, so that its CRC is checked. label is how a
// message calls the part.
func (p *pack) text(name, label string) (string, *Refusal) {
	f := p.members[memberKey(name)]
	if f == nil {
		return "", corrupt("%s缺失或重复，文件不完整。", label)
	}
	if f.Flags&1 != 0 {
		return "", refuse("encrypted", "文件包设有密码，无法读取。", "请在 WPS 或 Excel 中打开后取消密码并“另存为”.xlsx，再拖入。")
	}
	r, err := f.Open()
	if err != nil {
		return "", corrupt("%s无法解压，文件已损坏。", label)
	}
	defer r.Close()
	limit := min(maxMember, maxTotal-p.read)
	var b strings.Builder
	// The declared size only sizes the buffer, and no more than deflate can fill.
	b.Grow(int(min(f.UncompressedSize64, f.CompressedSize64*1032+64, uint64(limit))))
	n, err := io.CopyBuffer(&b, io.LimitReader(r, int64(limit)+1), p.buf)
	p.read += int(n)
	switch {
	case n > int64(limit):
		return "", tooLarge("%s解压后过大（超过 %d MB）。", label, limit>>20)
	case err != nil, f.CRC32 == 0 && crc32.ChecksumIEEE([]byte(b.String())) != 0:
		// archive/zip takes a CRC of 0 for one that was never written.
		return "", corrupt("%s已损坏（解压或校验出错）。", label)
	}
	return b.String(), nil
}
