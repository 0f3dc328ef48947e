package export

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// table is written field by field. encoding/csv, which the tests hold it against,
// would bring reflection and files into the page's first load.
type table struct {
	strings.Builder
	next bool // a field stands before in this line
}

// Rows is any other table as CSV, as CSV writes that of findings.
func Rows(rows [][]string) []byte {
	t := &table{}
	t.WriteString(begin)
	for _, row := range rows {
		for _, s := range row {
			t.figure(s)
		}
		t.end()
	}
	return []byte(t.String())
}

func (t *table) end() {
	t.WriteString("\r\n")
	t.next = false
}

// figure writes an amount, which spreadsheets are to read as a number.
func (t *table) figure(s string) {
	if !isNumber(s) {
		s = harmless(s)
	}
	t.field(s)
}

// text writes anything else.
func (t *table) text(s string) { t.field(harmless(s)) }

func (t *table) field(s string) {
	if t.next {
		t.WriteByte(',')
	}
	t.next = true
	s = strings.ToValidUTF8(s, "�")
	if c, _ := utf8.DecodeRuneInString(s); !strings.ContainsAny(s, ",\"\r\n") && !unicode.IsSpace(c) {
		t.WriteString(s)
		return
	}
	t.WriteByte('"')
	for i := range len(s) {
		switch s[i] {
		case '"':
			t.WriteString(`""`)
		case '\n':
			t.WriteString("\r\n")
		case '\r': // a line ends in one way
		default:
			t.WriteByte(s[i])
		}
	}
	t.WriteByte('"')
}

// harmless is a text that no spreadsheet takes for a formula or a command: Excel
// and WPS do so of these at its beginning, their full-width forms included, and
// some programs skip blanks and control characters before they look.
func harmless(s string) string {
	c, _ := utf8.DecodeRuneInString(strings.TrimLeftFunc(s, blank))
	if s == "" || s[0] >= ' ' && !strings.ContainsRune("=+-@＝＋－＠", c) {
		return s
	}
	return "'" + s
}

func blank(c rune) bool { return c <= ' ' || c == '\ufeff' || unicode.IsSpace(c) }

// isNumber knows the amounts of a report: 12, -5.00.
func isNumber(s string) bool {
	whole, part, point := strings.Cut(strings.TrimPrefix(s, "-"), ".")
	return digits(whole) && (!point || digits(part))
}

func digits(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }
