package html

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"suanqing/validate/read/grid"
)

// style is what of a style matters here: the first that says a thing counts.
type style struct {
	format string // the code of a number format, or its name
	parent string // the class that it builds on
	hidden bool
	unseen bool // not shown, though it has its place
	loose  bool // the columns that a cell spans are not merged: blanks in a run, or a text that runs over
	width  int  // pixels
	height int  // of a row, 1/20 point
}

// sheetStyles are the rules of style sheets by their selector: td, .xl65, td.xl65, #a.
type sheetStyles map[string]style

// parse adds the rules of a style sheet. Selectors of more than one element, and what
// stands behind @, are left out. It is false where there are too many rules.
func (all sheetStyles) parse(css string) bool {
	css = strings.NewReplacer("<!--", " ", "-->", " ").Replace(css)
	for css != "" {
		css = strings.TrimLeft(css, " \t\r\n}")
		if rest, comment := strings.CutPrefix(css, "/*"); comment {
			_, css, _ = strings.Cut(rest, "*/")
			continue
		}
		selectors, rest, found := strings.Cut(css, "{")
		if !found {
			return true
		}
		end := declarationsEnd(rest)
		if !strings.HasPrefix(selectors, "@") {
			s := parseStyle(rest[:end])
			for selector := range strings.SplitSeq(selectors, ",") {
				selector = strings.ToLower(strings.TrimSpace(selector))
				if strings.ContainsAny(selector, " \t\r\n>:[+~*") || s == (style{}) {
					continue
				}
				if len(all) == grid.MaxStyles {
					return false
				}
				all[selector] = s.over(all[selector]) // what comes later counts
			}
		}
		css = rest[end:]
	}
	return true
}

// declarationsEnd is where a block of declarations ends: at its brace, which does not
// stand in a text.
func declarationsEnd(css string) int {
	quote := byte(0)
	for i := 0; i < len(css); i++ {
		switch c := css[i]; {
		case c == '\\':
			i++
		case quote != 0:
			if c == quote || c == '\n' {
				quote = 0
			}
		case c == '"' || c == '\'':
			quote = c
		case c == '}':
			return i
		}
	}
	return len(css)
}

// over is a style with what it leaves open taken from another.
func (s style) over(under style) style {
	if s.format == "" {
		s.format = under.format
	}
	if s.parent == "" {
		s.parent = under.parent
	}
	if s.width == 0 {
		s.width = under.width
	}
	if s.height == 0 {
		s.height = under.height
	}
	s.hidden, s.unseen, s.loose = s.hidden || under.hidden, s.unseen || under.unseen, s.loose || under.loose
	return s
}

// maxParents is how many classes one builds on, through each other.
const maxParents = 8

// of is the style of an element by its name, classes, id and own declarations.
func (all sheetStyles) of(tag, classes, id, own string) style {
	var s style
	if own != "" {
		s = parseStyle(own)
	}
	if len(all) == 0 {
		return s
	}
	if id != "" {
		s = s.over(all["#"+strings.ToLower(id)])
	}
	for class := range strings.FieldsSeq(strings.ToLower(classes)) {
		s = s.over(all[tag+"."+class]).over(all["."+class])
		for n := 0; s.format == "" && s.parent != "" && n < maxParents; n++ {
			up := s.parent
			s.parent = ""
			s = s.over(all["."+up])
		}
	}
	return s.over(all[tag])
}

// parseStyle reads declarations, as in mso-number-format:"0\.00";display:none.
func parseStyle(css string) (s style) {
	for css != "" {
		name, rest, found := strings.Cut(css, ":")
		if !found {
			break
		}
		end := valueEnd(rest)
		value := strings.TrimSpace(rest[:end])
		css = rest[min(end+1, len(rest)):]
		switch name := strings.ToLower(strings.TrimSpace(name)); name {
		case "mso-number-format", "vnd.ms-excel.numberformat":
			if s.format == "" {
				s.format = unescape(value)
			}
		case "mso-style-parent":
			s.parent = strings.ToLower(value)
		case "display":
			s.hidden = s.hidden || startsFold(value, "none")
		case "visibility":
			s.hidden = s.hidden || startsFold(value, "collapse")
			s.unseen = s.unseen || startsFold(value, "hidden")
		case "mso-ignore":
			s.loose = s.loose || strings.Contains(value, "colspan")
		case "mso-hide":
			s.hidden = s.hidden || startsFold(value, "all")
		case "width":
			s.width = pixels(value)
		case "height":
			s.height = pixels(value) * 15
		}
	}
	return s
}

func startsFold(s, prefix string) bool {
	return len(s) >= len(prefix) && strings.EqualFold(s[:len(prefix)], prefix)
}

// valueEnd is where the value of a declaration ends: at a semicolon that stands
// neither in quotes nor behind a backslash.
func valueEnd(css string) int {
	quote := byte(0)
	for i := 0; i < len(css); i++ {
		switch c := css[i]; {
		case c == '\\':
			i++
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '"' || c == '\'':
			quote = c
		case c == ';':
			return i
		}
	}
	return len(css)
}

// unescape is the text of a value: without its quotes, and with what a backslash
// stands for. Excel writes quotes within as \0022 and other signs as \# or \, .
func unescape(value string) string {
	if n := len(value); n >= 2 && (value[0] == '"' || value[0] == '\'') && value[n-1] == value[0] {
		value = value[1 : n-1]
	}
	if !strings.Contains(value, `\`) {
		return value
	}
	var b strings.Builder
	for i := 0; i < len(value); i++ {
		if value[i] != '\\' {
			b.WriteByte(value[i])
			continue
		}
		hex := i + 1
		for hex < len(value) && hex < i+5 && isHex(value[hex]) {
			hex++
		}
		if code, err := strconv.ParseUint(value[i+1:hex], 16, 32); err == nil {
			b.WriteRune(rune(code))
			if i = hex - 1; hex < i+5 && hex < len(value) && value[hex] == ' ' {
				i++ // a blank ends a short code
			}
		} else if i++; i < len(value) {
			_, n := utf8.DecodeRuneInString(value[i:])
			b.WriteString(value[i : i+n])
			i += n - 1
		}
	}
	return b.String()
}

func isHex(c byte) bool { return '0' <= c && c <= '9' || 'a' <= c|0x20 && c|0x20 <= 'f' }

// pixels is a length in pixels: 72pt, 96px, 96; 0 where it is no such length.
func pixels(length string) int {
	length = strings.ToLower(strings.TrimSpace(length))
	number := strings.TrimRight(length, "abcdefghijklmnopqrstuvwxyz% ")
	whole, fraction, _ := strings.Cut(number, ".")
	n, err := strconv.Atoi(whole + (fraction + "0")[:1])
	if err != nil || n < 0 || n > 100_000 {
		return 0
	}
	switch length[len(number):] {
	case "pt":
		return n * 4 / 30
	case "", "px":
		return n / 10
	}
	return 0
}
