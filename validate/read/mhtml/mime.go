package mhtml

import (
	"bytes"
	"encoding/base64"
	"strings"

	"suanqing/validate/document"
	"suanqing/validate/read/refuse"
)

// Caps of this package beside those of package grid.
const (
	maxParts  = 10_000
	maxDepth  = 8        // multiparts in multiparts
	maxHeader = 64 << 10 // bytes of the header of one part
)

// part is one part of a message: what is not made of further parts.
type part struct {
	kind     string // as in text/html
	charset  string
	location string // its address, or its identity where it has no address
	body     []byte
}

// message takes a message apart.
type message struct {
	parts []part
	count int // of parts, those made of further ones included
}

// read reads a part of a message, its header first, down to those that are made of no
// further ones.
func (m *message) read(data []byte, depth int) *document.Refusal {
	if m.count++; m.count > maxParts || depth > maxDepth {
		return refuse.TooComplex("网页文件里的部件过多，或套得太深。")
	}
	header, body, short := cutHeader(data)
	if !short {
		return refuse.TooComplex("网页文件里有过长的信头。")
	}
	kind, params := parameters(header["content-type"])
	if !strings.HasPrefix(kind, "multipart/") {
		p := part{kind: kind, charset: params["charset"], location: header["content-location"]}
		if p.location == "" {
			p.location = "cid:" + strings.Trim(header["content-id"], "<> ")
		}
		var sound bool
		if p.body, sound = decode(body, header["content-transfer-encoding"]); !sound {
			return refuse.Corrupt("这个单个文件网页已损坏，有一部分解不开。")
		}
		m.parts = append(m.parts, p)
		return nil
	}
	if params["boundary"] == "" {
		return refuse.Corrupt("这个单个文件网页已损坏，找不到各部分的分界。")
	}
	rest, found := afterBoundary(body, params["boundary"])
	if !found {
		return refuse.Corrupt("这个单个文件网页不完整，文件可能在下载或拷贝时被截断。")
	}
	for len(rest) > 0 && !bytes.HasPrefix(rest, []byte("--")) { // which follows the last boundary
		inner := rest
		if rest, found = afterBoundary(rest, params["boundary"]); found {
			inner = inner[:len(inner)-len(rest)-len("--")-len(params["boundary"])]
		} else {
			return refuse.Corrupt("这个单个文件网页不完整，文件可能在下载或拷贝时被截断。")
		}
		if refusal := m.read(skipLine(inner), depth+1); refusal != nil {
			return refusal
		}
	}
	return nil
}

// afterBoundary is what follows the next boundary at the beginning of a line.
func afterBoundary(data []byte, boundary string) (rest []byte, found bool) {
	mark := []byte("--" + boundary)
	for at := 0; ; {
		i := bytes.Index(data[at:], mark)
		if i < 0 {
			return nil, false
		}
		from := at + i
		at = from + len(mark)
		if from == 0 || data[from-1] == '\n' {
			if at == len(data) || strings.IndexByte("-\r\n \t", data[at]) >= 0 {
				return data[at:], true
			}
		}
	}
}

// skipLine is what follows the line that data begins within.
func skipLine(data []byte) []byte {
	_, rest, _ := bytes.Cut(data, []byte("\n"))
	return rest
}

// cutHeader reads the fields of a header, by their names in lower case; a line that
// begins with a blank goes on with the field before. Of two fields of one name the first
// counts. It is not short where it is beyond the cap.
func cutHeader(data []byte) (fields map[string]string, body []byte, short bool) {
	fields = map[string]string{}
	last := ""
	for read := 0; read < maxHeader; {
		line, rest, more := bytes.Cut(data, []byte("\n"))
		read += len(line) + 1
		line = bytes.TrimRight(line, "\r")
		switch name, value, field := bytes.Cut(line, []byte(":")); {
		case len(bytes.TrimSpace(line)) == 0 || !more:
			return fields, rest, true
		case line[0] == ' ' || line[0] == '\t':
			if last != "" && len(fields[last]) < maxHeader {
				fields[last] += " " + string(bytes.TrimSpace(line))
			}
		case field:
			last = strings.ToLower(string(bytes.TrimSpace(name)))
			if _, twice := fields[last]; twice {
				last = ""
			} else {
				fields[last] = string(bytes.TrimSpace(value))
			}
		}
		data = rest
	}
	return nil, nil, false
}

// parameters splits a field such as text/html; charset="gb2312".
func parameters(field string) (kind string, params map[string]string) {
	kind, rest, _ := strings.Cut(field, ";")
	params = map[string]string{}
	for rest != "" {
		var name, value string
		if name, rest, _ = strings.Cut(rest, "="); name == "" {
			break
		}
		rest = strings.TrimLeft(rest, " \t")
		if quoted, is := strings.CutPrefix(rest, `"`); is {
			value, rest, _ = strings.Cut(quoted, `"`)
			_, rest, _ = strings.Cut(rest, ";")
		} else {
			value, rest, _ = strings.Cut(rest, ";")
		}
		if name = strings.ToLower(strings.Trim(name, " \t;")); params[name] == "" {
			params[name] = strings.TrimSpace(value)
		}
	}
	return strings.ToLower(strings.TrimSpace(kind)), params
}

// decode is the body of a part out of how it was made fit for mail; false where that is
// damaged. A sign in quoted-printable that should be two digits is left as it is, as
// browsers do.
func decode(body []byte, encoding string) (plain []byte, sound bool) {
	switch strings.ToLower(strings.TrimSpace(encoding)) {
	case "quoted-printable":
		return quotedPrintable(body), true
	case "base64":
		packed := make([]byte, 0, len(body))
		for _, c := range body {
			if c > ' ' && c != '=' {
				packed = append(packed, c)
			}
		}
		plain = make([]byte, base64.RawStdEncoding.DecodedLen(len(packed)))
		n, err := base64.RawStdEncoding.Decode(plain, packed)
		return plain[:n], err == nil
	}
	return body, true
}

// quotedPrintable decodes =E4 and joins lines that end with =.
func quotedPrintable(body []byte) []byte {
	out := make([]byte, 0, len(body))
	for len(body) > 0 {
		line, rest, more := bytes.Cut(body, []byte("\n"))
		body = rest
		line = bytes.TrimRight(line, " \t\r")
		line, soft := bytes.CutSuffix(line, []byte("="))
		for i := 0; i < len(line); i++ {
			if line[i] == '=' && i+2 < len(line) && isHex(line[i+1]) && isHex(line[i+2]) {
				out = append(out, hex(line[i+1])<<4|hex(line[i+2]))
				i += 2
				continue
			}
			out = append(out, line[i])
		}
		if more && !soft {
			out = append(out, '\n')
		}
	}
	return out
}

func isHex(c byte) bool { return '0' <= c && c <= '9' || 'a' <= c|0x20 && c|0x20 <= 'f' }

func hex(c byte) byte {
	if c <= '9' {
		return c - '0'
	}
	return c | 0x20 - 'a' + 10
}
