package bundle

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"fmt"
	"hash/crc32"
	"io"
	"path/filepath"
	"regexp"
	"strings"
)

// sampleOf is the workbook whose figures the sample has.
const sampleOf = "testdata/lanshan-2023.xlsx"

// planted are the sample's errors, as sheet part and address: two figures of 03 that
// stand in each other's place, and one of 02 with a digit left out. Its tails stay.
var planted = []struct{ part, cell, was, is string }{
	{"xl/worksheets/sheet3.xml", "E11", "256.05", "139.29"},
	{"xl/worksheets/sheet3.xml", "E12", "139.29", "256.05"},
	{"xl/worksheets/sheet2.xml", "C17", "89.49", "9.49"},
}

var (
	department = regexp.MustCompile(`部门：[^<]*`)
	namespaces = regexp.MustCompile(` (?:xmlns|mc|xr\d*|x14ac):\w+="[^"]*"`)
	empty      = regexp.MustCompile(`(<\w[^<>]*[^<>/])></\w+>`)
	unneeded   = regexp.MustCompile(`<(Override|Relationship) [^>]*(docProps|theme)/[^>]*/>`)
)

// sampleBook is the workbook of 用示例试一试: real figures under a made-up name. It is
// stored, not packed: it goes where all is compressed as one.
func sampleBook(root string) ([]byte, error) {
	in, err := zip.OpenReader(filepath.Join(root, sampleOf))
	if err != nil {
		return nil, err
	}
	defer in.Close()
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	left := len(planted)
	for _, member := range in.File {
		if strings.Contains(member.Name, "theme") || strings.HasPrefix(member.Name, "docProps") {
			continue
		}
		text, err := textOf(member)
		if err != nil {
			return nil, err
		}
		for _, p := range planted {
			if p.part != member.Name {
				continue
			}
			value := regexp.MustCompile(`(<c r="` + p.cell + `"[^>]*><v>)` + regexp.QuoteMeta(p.was) + `</v>`)
			if !value.MatchString(text) {
				return nil, fmt.Errorf("%s: %s %s is not %s", sampleOf, p.part, p.cell, p.was)
			}
			text = value.ReplaceAllString(text, "${1}"+p.is+"</v>")
			left--
		}
		if err := store(w, member.Name, lean(text)); err != nil {
			return nil, err
		}
	}
	if left > 0 {
		return nil, fmt.Errorf("%s: %d errors have no place", sampleOf, left)
	}
	err = w.Close()
	return out.Bytes(), err
}

// lean is a part without what neither we nor a spreadsheet program needs.
func lean(text string) string {
	text = department.ReplaceAllString(text, "部门：示例单位")
	text = empty.ReplaceAllString(text, "$1/>")
	if !strings.Contains(text, "r:id=") {
		text = namespaces.ReplaceAllString(text, "")
	}
	return unneeded.ReplaceAllString(text, "")
}

func textOf(member *zip.File) (string, error) {
	r, err := member.Open()
	if err != nil {
		return "", err
	}
	defer r.Close()
	data, err := io.ReadAll(r)
	return string(data), err
}

// store adds a member with its sizes before it, which is shorter.
func store(w *zip.Writer, name, text string) error {
	size := uint64(len(text))
	f, err := w.CreateRaw(&zip.FileHeader{Name: name, Method: zip.Store, CRC32: crc32.ChecksumIEEE([]byte(text)),
		CompressedSize64: size, UncompressedSize64: size})
	if err == nil {
		_, err = io.WriteString(f, text)
	}
	return err
}

// sampleModule is the book as a module of the page, sample-book.js: a character for
// each byte, the last bit turned so that no markup stands in a script.
func sampleModule(root string) ([]byte, error) {
	book, err := sampleBook(root)
	if err != nil {
		return nil, err
	}
	text := make([]rune, len(book))
	for i, b := range book {
		text[i] = rune(b ^ 1)
	}
	quoted, err := json.Marshal(string(text))
	return fmt.Appendf(nil, "export const book = %s;\n", quoted), err
}
