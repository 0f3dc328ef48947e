// Package xmlpack opens packages of XML parts, such as .xlsx and .ods, that nobody
// vouches for: a zip whose members are capped before and while they are inflated, and
// XML that must be sound to its end.
package xmlpack

import (
	"errors"
	"strings"
	"unsafe"

	"suanqing/validate/document"
	"suanqing/validate/internal/unzip"
	"suanqing/validate/read/refuse"
)

// Pack is an opened zip package. It counts every byte it inflates.
type Pack struct {
	archive *unzip.Archive
	members map[string]*unzip.File // by lower-case name; nil when a name comes twice
	Names   []string               // as stored, in order
	read    int                    // bytes inflated so far
}

// Open lists the members of a zip, capping their number and declared sizes
// before anything is inflated.
func Open(data []byte) (*Pack, *document.Refusal) {
	z, err := unzip.Open(data, MaxMembers)
	switch {
	case errors.Is(err, unzip.ErrTooMany):
		return nil, refuse.TooComplex("文件包内的部件超过 %d 个。", MaxMembers)
	case err != nil:
		return nil, refuse.Corrupt("文件不完整或已损坏，无法解压。")
	}
	p := &Pack{archive: z, members: make(map[string]*unzip.File, len(z.Files))}
	var total uint64
	for i := range z.Files {
		f := &z.Files[i]
		if f.Size > MaxMember {
			return nil, refuse.TooLarge("文件解压后过大（单个部件超过 %d MB）。", MaxMember>>20)
		}
		if total += f.Size; total > MaxTotal {
			return nil, refuse.TooLarge("文件解压后过大（共超过 %d MB）。", MaxTotal>>20)
		}
		key := memberKey(f.Name)
		if _, twice := p.members[key]; twice {
			f = nil
		}
		p.members[key] = f
		if f != nil {
			p.Names = append(p.Names, f.Name)
		}
	}
	return p, nil
}

// memberKey is how a part is looked up: names are case-insensitive, and some
// writers use backslashes.
func memberKey(name string) string {
	return strings.ToLower(strings.TrimPrefix(strings.ReplaceAll(name, `\`, "/"), "/"))
}

func (p *Pack) Has(name string) bool {
	_, ok := p.members[memberKey(name)]
	return ok
}

// Text inflates a member to its end, so that its CRC is checked. label is how a
// message calls the part.
func (p *Pack) Text(name, label string) (string, *document.Refusal) {
	f := p.members[memberKey(name)]
	if f == nil {
		return "", refuse.Corrupt("%s缺失或重复，文件不完整。", label)
	}
	limit := min(MaxMember, MaxTotal-p.read)
	data, err := p.archive.Read(f, nil, limit)
	switch {
	case errors.Is(err, unzip.ErrEncrypted):
		return "", refuse.As("encrypted", "文件包设有密码，无法读取。", "请在 WPS 或 Excel 中打开后取消密码并“另存为”.xlsx，再拖入。")
	case errors.Is(err, unzip.ErrTooLarge):
		return "", refuse.TooLarge("%s解压后过大（超过 %d MB）。", label, limit>>20)
	case errors.Is(err, unzip.ErrContent):
		return "", refuse.Corrupt("%s已损坏（解压或校验出错）。", label)
	case err != nil:
		return "", refuse.Corrupt("%s无法解压，文件已损坏。", label)
	}
	p.read += len(data)
	return unsafe.String(unsafe.SliceData(data), len(data)), nil // nothing writes to data any more
}
