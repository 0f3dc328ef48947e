package read

import (
	"bytes"
	"encoding/binary"
	"iter"
	"strings"

	"suanqing/validate/internal/unzip"
)

// Kind is what a file is by its bytes, whatever its name.
type Kind string

const (
	Empty        Kind = "empty"
	XLSX         Kind = "xlsx"      // any other zip package; its reader says what else it may be
	XLS          Kind = "xls"       // a workbook of before 2007, .xls or .et
	Encrypted    Kind = "encrypted" // a package that a password opens
	Docx         Kind = "docx"      // a text
	Word         Kind = "word"      // a text of before 2007
	RTF          Kind = "rtf"       // a text with its format as text
	Slides       Kind = "slides"    // a presentation of before 2007
	OLE          Kind = "ole"       // what else Office of before 2007 may have written
	PDF          Kind = "pdf"
	Image        Kind = "image"
	HTML         Kind = "html"    // or any XML
	MHTML        Kind = "mhtml"   // a web page with its parts in one file
	XML2003      Kind = "xml2003" // a workbook as one XML text
	ODS          Kind = "ods"     // a workbook of OpenDocument, packed
	FlatODS      Kind = "fods"    // or as one XML text
	CSV          Kind = "csv"     // or any text
	Lines        Kind = "lines"   // a text without columns; only in a set of files, among others
	EmptyArchive Kind = "empty-archive"
	Archive      Kind = "archive" // packed otherwise than as zip
	Unknown      Kind = "unknown"
)

const beforePDF = 1024 // bytes in which a PDF begins

// Sniff tells what a file is.
func Sniff(data []byte) Kind {
	head := bytes.TrimPrefix(data, []byte("\xEF\xBB\xBF"))
	if bytes.HasPrefix(head, []byte("PK\x03\x04")) { // nearly always: the rest is not asked
		return sniffZip(data)
	}
	markup := opening(head)
	starts := func(marks ...string) bool {
		for _, m := range marks {
			if strings.HasPrefix(string(head[:min(len(head), 16)]), m) {
				return true
			}
		}
		return false
	}
	switch {
	case len(head) == 0:
		return Empty
	case starts("PK\x05\x06"):
		return EmptyArchive
	case starts("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"):
		return sniffOLE(data)
	case starts("\x09\x08\x08\x00", "\x09\x08\x10\x00", "\x09\x04\x06\x00", "\x09\x02\x06\x00", "\x09\x00\x04\x00"):
		return XLS // its records without a container, as programs of old export them
	case starts(`{\rtf`):
		return RTF
	case starts("%PDF"):
		return PDF
	case strings.Contains(string(data[:min(len(data), beforePDF)]), "%PDF-1."): // what stands before it is no part of it
		return PDF
	case starts("\x89PNG", "\xFF\xD8\xFF"), starts("GIF8", "BM") && !isText(head),
		starts("RIFF") && len(head) > 12 && string(head[8:12]) == "WEBP":
		return Image
	case starts("Rar!", "7z\xBC\xAF\x27\x1C", "\x1F\x8B"):
		return Archive
	case strings.HasPrefix(markup, "<"):
		return sniffMarkup(markup)
	case isMail(markup):
		return MHTML
	case isText(head):
		return CSV
	}
	return Unknown
}

// opened is how far into a text its kind is looked for, in bytes: comments and
// namespaces may come first.
const opened = 2048

// odsType is what an OpenDocument workbook says of itself in its first member, unpacked.
const odsType = "application/vnd.oasis.opendocument.spreadsheet"

// directory is where in a zip, from its end, the directory is looked into, in bytes.
const directory = 1 << 20

// mostMembers is how many members of a zip are looked at; none that is read has more.
const mostMembers = 10_000

// sniffZip tells an OpenDocument workbook from other packages: by its first member,
// which says so, or, packed again by another program, by what members it has. A text is
// told by the members that its directory lists; those of what is embedded in a package
// are in none.
func sniffZip(data []byte) Kind {
	start := string(data[:min(len(data), opened)])
	switch {
	case strings.Contains(start, "mimetype"+odsType):
		return ODS
	case strings.Contains(start, "mimetypeapplication/"):
		return XLSX
	}
	names := string(directoryOf(data))
	if strings.Contains(names, "META-INF/manifest.xml") && strings.Contains(names, "content.xml") && !strings.Contains(names, "[Content_Types].xml") {
		return ODS
	}
	if written, isBook := false, false; strings.Contains(names, "word/document") {
		if z, err := unzip.Open(data, mostMembers); err == nil {
			for i := range z.Files {
				name := strings.ToLower(z.Files[i].Name)
				written = written || strings.HasPrefix(name, "word/document") && strings.HasSuffix(name, ".xml")
				isBook = isBook || strings.HasPrefix(name, "xl/workbook")
			}
		}
		if written && !isBook {
			return Docx
		}
	}
	return XLSX
}

// directoryOf is the directory of a zip, where its end says where that is; else as much
// of the zip, from its end, as is looked into for one.
func directoryOf(data []byte) []byte {
	const record, offset = 22, 16 // of the end without a comment: its size, and where it says where
	if end := len(data) - record; end > 0 && bytes.HasPrefix(data[end:], []byte("PK\x05\x06")) {
		at := int64(binary.LittleEndian.Uint32(data[end+offset:]))
		if at < int64(end) && end-int(at) < directory && bytes.HasPrefix(data[at:], []byte("PK\x01\x02")) {
			return data[at:end]
		}
	}
	return data[max(0, len(data)-directory):]
}

// opening is how a text begins, in lower case; of one in UTF-16 what it has of ASCII.
func opening(head []byte) string {
	text := string(head[:min(len(head), opened)])
	marked := isWide(head)
	if marked {
		text = text[2:]
	}
	if marked || strings.HasPrefix(text, "<\x00") || strings.HasPrefix(text, "\x00<") {
		text = strings.ReplaceAll(text, "\x00", "")
	}
	return strings.ToLower(strings.TrimLeft(text, " \t\r\n"))
}

// sniffMarkup tells what a text is that begins with a tag.
func sniffMarkup(markup string) Kind {
	switch {
	case strings.Contains(markup, "<office:document") && strings.Contains(markup, "opendocument"):
		return FlatODS
	case strings.Contains(markup, "urn:schemas-microsoft-com:office:spreadsheet") && !strings.Contains(markup, "<html"):
		return XML2003
	}
	return HTML
}

// isMail tells whether a text begins with the header of a mail.
func isMail(opening string) bool {
	first, _, _ := strings.Cut(opening, ":")
	return first != "" && first[0] >= 'a' && first[0] <= 'z' && !strings.Contains(first, "\n") &&
		strings.Contains(opening, "mime-version:") && strings.Contains(opening, "content-type:")
}

// isWide tells whether a text says that it is in UTF-16.
func isWide(head []byte) bool {
	return bytes.HasPrefix(head, []byte("\xFF\xFE")) || bytes.HasPrefix(head, []byte("\xFE\xFF"))
}

// ended is what programs of old write behind the end of a text.
const ended = "\x1A"

// isText tells whether bytes look like text in UTF-8, GBK or UTF-16.
func isText(head []byte) bool {
	if isWide(head) {
		return true
	}
	head = bytes.TrimRight(head[:min(len(head), 4096)], ended)
	for _, c := range head {
		if c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f' || c == 0x7F {
			return false
		}
	}
	return true
}

// sniffOLE tells what an OLE compound file holds by its first telling stream: a
// document's own streams come before those of objects embedded in it.
func sniffOLE(data []byte) Kind {
	for name := range oleStreams(data) {
		switch strings.ToLower(name) {
		case "encryptedpackage":
			return Encrypted
		case "workbook", "book":
			return XLS
		case "worddocument":
			return Word
		case "powerpoint document":
			return Slides
		}
	}
	return OLE
}

// oleStreams yields the names of the streams in an OLE file. Directory entries
// are records of 128 bytes on 128-byte boundaries, so finding them needs no walk
// along chains and trees that a hostile file can bend, and works on a cut file.
func oleStreams(data []byte) iter.Seq[string] {
	const entry, nameBytes, stream = 128, 64, 2
	return func(yield func(string) bool) {
		for ; len(data) >= entry; data = data[entry:] {
			n := int(data[nameBytes]) // bytes of the name in UTF-16, its NUL included
			if data[nameBytes+1] != 0 || data[nameBytes+2] != stream || n < 4 || n > nameBytes || n%2 != 0 {
				continue
			}
			name := make([]byte, 0, nameBytes/2)
			for i := 0; i < n-2 && data[i+1] == 0 && data[i] >= ' '; i += 2 {
				name = append(name, data[i])
			}
			if 2*len(name) == n-2 && !yield(string(name)) {
				return
			}
		}
	}
}
