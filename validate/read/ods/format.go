package ods

import (
	"strings"

	"suanqing/validate/document"
)

// dataStyle is a number format as one part of a code, and the styles that stand in
// for it under conditions.
type dataStyle struct {
	section string
	text    bool // for texts
	maps    []styleMap
}

// styleMap is another style where a condition holds, such as >=0.
type styleMap struct{ condition, style string }

// maxMaps is how many conditions a format has at most: a code has four parts.
const maxMaps = 3

// sectionWriter writes one part of a code.
type sectionWriter struct {
	*book
	x       *scanner
	code    strings.Builder
	kind    string // local name of the style's element
	chinese bool
	elapsed bool // hours beyond a day are shown
}

// readData reads a data style: the elements in it, in order, are what is shown.
func (b *book) readData(x *scanner) *dataStyle {
	w := &sectionWriter{book: b, x: x, kind: x.Name,
		chinese: x.Attr("number:language") == "zh", elapsed: x.Attr("number:truncate-on-overflow") == "false"}
	style := &dataStyle{text: x.Name == "text-style"}
	for d := x.Depth(); x.Child(d); {
		if b.styled++; b.styled > maxStyles {
			x.TooComplex("样式过多")
			break
		}
		if x.Name == "map" {
			m := styleMap{condition(x.Attr("style:condition")), x.Attr("style:apply-style-name")}
			if len(style.maps) < maxMaps {
				style.maps = append(style.maps, m)
			}
			continue
		}
		w.piece()
	}
	if style.section = w.code.String(); len(style.section) > maxCode {
		style.section = "General"
	}
	return style
}

// piece writes what one element of a style shows.
func (w *sectionWriter) piece() {
	x := w.x
	switch x.Name {
	case "text", "currency-symbol":
		text := x.Text()
		if w.kind == "text-style" && strings.Trim(text, " ") == "" {
			return // a padding beside a text
		}
		w.literal(text)
	case "number":
		w.number()
	case "scientific-number":
		w.digits("0", decimals(x))
		w.code.WriteString("E+00")
	case "fraction":
		w.code.WriteString("# ??/??")
	case "text-content":
		w.code.WriteString("@")
	default:
		w.code.WriteString(w.ofDate(x.Name, x.Attr("number:style") == "long"))
	}
}

// ofDate is what an element shows of a day or of a time.
func (w *sectionWriter) ofDate(name string, long bool) string {
	short, longer := "", ""
	switch name {
	case "year":
		short, longer = "yy", "yyyy"
	case "month":
		if short, longer = "m", "mm"; w.x.Attr("number:textual") == "true" && !w.chinese {
			short, longer = "mmm", "mmmm"
		}
	case "day":
		short, longer = "d", "dd"
	case "day-of-week":
		if short, longer = "ddd", "dddd"; w.chinese {
			short, longer = "aaa", "aaaa"
		}
	case "hours":
		if short, longer = "h", "hh"; w.elapsed {
			short, longer = "[h]", "[h]"
		}
	case "minutes":
		short, longer = "m", "mm"
	case "seconds":
		short, longer = "s", "ss"
	case "am-pm":
		short, longer = "AM/PM", "AM/PM"
	}
	if long {
		return longer
	}
	return short
}

// literal writes a text that is shown as it stands; in a percentage its sign is the
// one that makes it one.
func (w *sectionWriter) literal(text string) {
	if len(text) > maxCode {
		text = text[:0]
	}
	for text != "" {
		n := strings.IndexAny(text, `%"`)
		if n < 0 {
			n = len(text)
		}
		if n > 0 {
			w.code.WriteString(`"` + text[:n] + `"`)
			text = text[n:]
			continue
		}
		if text[0] == '"' || w.kind != "percentage-style" {
			w.code.WriteByte('\\')
		}
		w.code.WriteByte(text[0])
		text = text[1:]
	}
}

// number writes the digits of a number. Without a count of decimals it is shown as it
// is, but for money.
func (w *sectionWriter) number() {
	x := w.x
	places := decimals(x)
	if places.most < 0 && w.kind == "currency-style" {
		places.most, places.least = 2, 2
	}
	whole, _ := natural(x.Attr("number:min-integer-digits"))
	whole = min(whole, maxDigits)
	grouped, factor := x.Attr("number:grouping") == "true", x.Attr("number:display-factor")
	embedded, first := w.embedded()
	if places.most < 0 {
		w.code.WriteString("General")
		return
	}
	var b strings.Builder
	for place := max(whole, 1, map[bool]int{true: 4}[grouped], first); place > 0; place-- {
		b.WriteString(embedded[place])
		if place <= whole {
			b.WriteByte('0')
		} else {
			b.WriteByte('#')
		}
		if grouped && place%3 == 1 && place > 1 {
			b.WriteByte(',')
		}
	}
	b.WriteString(embedded[0])
	w.digits(b.String(), places)
	for factor = strings.TrimSuffix(factor, ".0"); len(factor) > 3 && len(factor) < 16 && strings.HasSuffix(factor, "000"); factor = factor[:len(factor)-3] {
		w.code.WriteByte(',')
	}
}

// embedded reads the texts that stand among the digits, by how many digits are behind
// each before the point, and how many are behind the first.
func (w *sectionWriter) embedded() (texts map[int]string, first int) {
	texts = map[int]string{}
	for d := w.x.Depth(); w.x.Child(d); {
		position, ok := natural(w.x.Attr("number:position"))
		if w.x.Name != "embedded-text" || !ok || position > maxDigits {
			continue
		}
		inner := &sectionWriter{book: w.book, x: w.x}
		inner.literal(w.x.Text())
		texts[position], first = inner.code.String(), max(first, position)
	}
	return texts, first
}

// places is how many decimals are shown at most and at least.
type places struct{ most, least int }

func decimals(x *scanner) places {
	most, ok := natural(x.Attr("number:decimal-places"))
	if !ok {
		return places{-1, -1}
	}
	p := places{min(most, maxDigits), min(most, maxDigits)}
	least, ok := natural(x.Attr("number:min-decimal-places"))
	if !ok {
		least, ok = natural(x.Attr("loext:min-decimal-places"))
	}
	if !ok && x.has("number:decimal-replacement") && x.Attr("number:decimal-replacement") == "" {
		least, ok = 0, true
	}
	if ok {
		p.least = min(least, p.most)
	}
	return p
}

// digits writes the whole part and the decimals.
func (w *sectionWriter) digits(whole string, p places) {
	w.code.WriteString(whole)
	if p.most > 0 {
		w.code.WriteString("." + strings.Repeat("0", p.least) + strings.Repeat("#", p.most-p.least))
	}
}

// condition is a condition such as value()>=0 as a code has it; "" when it is none.
func condition(s string) string {
	s, found := strings.CutPrefix(strings.ReplaceAll(s, " ", ""), "value()")
	s = strings.Replace(s, "!=", "<>", 1)
	limit := strings.TrimLeft(s, "<>=")
	if !found || len(s) == len(limit) || len(s) > 32 || !document.IsNumber(limit) {
		return ""
	}
	return s
}

// code is the code of a data style by its name: General when there is none.
func (s *styles) code(name string) string {
	style := s.data[name]
	if style == nil {
		return "General"
	}
	conditions, parts := "", []string{}
	for _, m := range style.maps {
		other := s.data[m.style]
		if other == nil || m.condition == "" {
			return style.alone()
		}
		conditions += m.condition + ";"
		parts = append(parts, other.section)
	}
	switch conditions {
	case ">=0;", ">0;<0;", ">0;<0;=0;": // the order that a code has by itself
	default:
		for i := range parts {
			parts[i] = "[" + style.maps[i].condition + "]" + parts[i]
		}
	}
	if len(parts) == 0 {
		return style.alone()
	}
	return strings.Join(append(parts, style.section), ";")
}

// alone is the code of a style without conditions; one that shows nothing is not General.
func (d *dataStyle) alone() string {
	if d.section == "" {
		return `""`
	}
	return d.section
}
