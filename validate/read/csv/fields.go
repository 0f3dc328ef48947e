package csv

import "strings"

// fields takes one field after another off a text.
type fields struct {
	text      string // what is left
	taken     int    // bytes before it
	delimiter byte
	lastQuote int // where in the whole text the last quotation mark is, or -1

	quoted bool // the field just taken has quotation marks
}

func newFields(text string, delimiter byte) fields {
	return fields{text: text, delimiter: delimiter, lastQuote: strings.LastIndexByte(text, '"')}
}

// next is the next field, whether it was written as a formula of a text (="001"), and
// whether another follows on its line. A line ends in CR LF, LF or CR.
func (f *fields) next() (value string, literal, more bool) {
	f.quoted = false
	if strings.HasPrefix(f.text, `="`) && f.taken+1 < f.lastQuote {
		f.skip(1)
		literal = true
	}
	if blanks := len(f.text) - len(strings.TrimLeft(f.text, " ")); blanks > 0 && strings.HasPrefix(f.text[blanks:], `"`) {
		f.skip(blanks)
	}
	if strings.HasPrefix(f.text, `"`) && f.taken < f.lastQuote { // one that nothing closes is a character
		f.quoted = true
		value = f.inQuotes()
		if inner, ok := strings.CutPrefix(value, `="`); ok && strings.HasSuffix(inner, `"`) {
			value, literal = strings.ReplaceAll(inner[:len(inner)-1], `""`, `"`), true
		}
	}
	n := 0
	for n < len(f.text) && f.text[n] != f.delimiter && f.text[n] != '\n' && f.text[n] != '\r' {
		n++
	}
	if n > 0 {
		value += f.text[:n] // also what stands between a closing quotation mark and the delimiter
	}
	f.skip(n)
	switch {
	case f.text == "":
		return value, literal, false
	case f.text[0] == f.delimiter:
		f.skip(1)
		return value, literal, true
	case strings.HasPrefix(f.text, "\r\r\n"): // written through two programs
		f.skip(2)
	case strings.HasPrefix(f.text, "\r\n"):
		f.skip(1)
	}
	f.skip(1)
	return value, literal, false
}

// inQuotes is the text in quotation marks, which may hold delimiters, lines and, doubled,
// quotation marks. It goes to the end where nothing closes it.
func (f *fields) inQuotes() string {
	f.skip(1)
	var b strings.Builder
	for {
		n := strings.IndexByte(f.text, '"')
		if n < 0 {
			n = len(f.text)
		}
		b.WriteString(f.text[:n])
		f.skip(min(n+1, len(f.text)))
		if !strings.HasPrefix(f.text, `"`) {
			return strings.ReplaceAll(b.String(), "\r\n", "\n")
		}
		b.WriteByte('"')
		f.skip(1)
	}
}

func (f *fields) skip(n int) {
	f.text = f.text[n:]
	f.taken += n
}

// delimiters are what may part the cells, the likeliest first where they do equally well.
const delimiters = "\t,;|"

// delimited finds what parts the cells of a text: by what most of its lines have equally
// many fields, and more than one. It is false where that is the rule for too few of them:
// then the text is no table. A first line sep=; says it, and is not of the table.
func delimited(text string) (rest string, delimiter byte, ok bool) {
	if line, rest, found := strings.Cut(text, "\n"); found {
		if sep, said := strings.CutPrefix(strings.TrimRight(strings.Trim(line, `"`), "\"\r"), "sep="); said && len(sep) == 1 {
			return rest, sep[0], true
		}
	}
	best := 0
	for i := range len(delimiters) {
		if n, _ := score(text, delimiters[i]); n > best {
			best, delimiter = n, delimiters[i]
		}
	}
	return text, delimiter, best > 0
}

// score is how many lines have as many fields as most that have several, and how many
// there are; 0 when fewer than two lines, or than half of them, have several.
func score(text string, delimiter byte) (most, lines int) {
	f := newFields(text, delimiter)
	several := 0
	counts := map[int]int{} // lines by their number of fields
	for ; f.text != "" && lines < maxSample; lines++ {
		n, content := 0, false
		for more := true; more; n++ {
			var value string
			value, _, more = f.next()
			content = content || strings.Trim(value, blanks) != ""
		}
		switch {
		case !content:
			lines--
			continue
		case n == 1:
			continue
		}
		several++
		if counts[n]++; counts[n] > most {
			most = counts[n]
		}
	}
	if several < 2 || 2*several < lines {
		return 0, lines
	}
	return most, lines
}
