package read

import (
	"strings"

	"suanqing/validate/prose/lexicon"
	"suanqing/validate/prose/passage"
	"suanqing/validate/prose/scan"
)

// token is one word, number or mark of a passage.
type token struct {
	sense    lexicon.Sense
	which    string
	at, end  int // runes of the passage
	subjects []*lexicon.Subject
	number   *scan.Number
	year     int
	mark     rune // ",", "。", "、" …; 0 for none
	text     bool // words that are not known
	item     bool // begins with a number of a list
}

// marks end a word.
const marks = ",。;:、()!?《》"

// longestListed is how many characters a number of a list within a sentence has with its brackets:
// a longer one is the code of a class, 公共安全支出(204).
const longestListed = 4

// tokens parts a passage into words, numbers and marks.
func (r *Reader) tokens(p *passage.Passage) []token {
	text := p.Text
	var out []token
	named := r.named(p)
	for i := 0; i < len(text); {
		if len(named) > 0 && named[0].at <= i {
			if named[0].at == i {
				out = append(out, named[0])
				i = named[0].end
				named = named[1:]
				continue
			}
			named = named[1:]
			continue
		}
		c := text[i]
		limit := len(text)
		if len(named) > 0 {
			limit = named[0].at
		}
		starts := len(out) == 0 || out[len(out)-1].mark != 0 && out[len(out)-1].mark != ')' && out[len(out)-1].mark != '('
		if starts || c == '(' {
			if o := passage.OrdinalOf(text[i:min(limit, i+12)]); o.Level != 0 && (starts || o.Length <= longestListed) {
				out = append(out, token{at: i, end: i + o.Length, item: true})
				i += o.Length
				continue
			}
		}
		if scan.IsDigit(c) || c == '-' && i+1 < len(text) && scan.IsDigit(text[i+1]) {
			if c == '-' {
				i++
			}
			n, end, ok := scan.NumberAt(text, i)
			t := token{at: i, end: end}
			switch {
			case ok && n.Kind == scan.Plain && end-i == 4 && n.Value.Whole() >= 1990 && n.Value.Whole() <= 2100 && end < len(text) && text[end] == '年':
				t.year, t.end = int(n.Value.Whole()), end+1
				if t.end < len(text) && text[t.end] == '度' {
					t.end++
				}
			case ok:
				t.at, t.number = n.At, &n
			default:
				t.text = true
			}
			out = append(out, t)
			i = t.end
			continue
		}
		if strings.ContainsRune(marks, c) {
			out = append(out, token{at: i, end: i + 1, mark: c})
			i++
			continue
		}
		if w := r.word(text[:limit], i, p); w != nil {
			sense := w.Sense
			if sense == lexicon.AFund && means(w.Subjects, passage.TopicOf(p)) {
				sense = lexicon.ASubject
			}
			out = append(out, token{sense: sense, which: w.Which, subjects: w.Subjects, at: i, end: i + len(w.Runes)})
			i += len(w.Runes)
			continue
		}
		if n := len(out); n > 0 && out[n-1].text && out[n-1].end == i {
			out[n-1].end++
		} else {
			out = append(out, token{at: i, end: i + 1, text: true})
		}
		i++
	}
	return out
}

// word is the longest word at a rune, of the vocabulary or of what the forms name.
func (r *Reader) word(text []rune, i int, p *passage.Passage) *lexicon.Word {
	about := passage.TopicOf(p)
	fits := func(w *lexicon.Word) bool {
		return w.Sense != lexicon.ASubject || means(w.Subjects, about)
	}
	w := lexicon.Lexical.At(text, i, fits)
	if v := r.names.At(text, i, fits); v != nil && (w == nil || len(v.Runes) > len(w.Runes) || len(v.Runes) == len(w.Runes) && w.Sense == lexicon.AFill) {
		return v
	}
	return w
}

func means(list []*lexicon.Subject, about lexicon.Topic) bool {
	for _, s := range list {
		if s.In&about != 0 {
			return true
		}
	}
	return false
}

// levels are the marks behind the names of classes, sections and items.
var levelMarks = [3][]rune{[]rune("(类)"), []rune("(款)"), []rune("(项)")}

// mostNamed is how many marked names of a passage are read.
const mostNamed = 2_000

// named finds the names that are marked 类 款 项, as tokens.
func (r *Reader) named(p *passage.Passage) []token {
	text := p.Text
	var out []token
	var names [3]string
	start, end, latest := -1, 0, -1
	flush := func() {
		if start < 0 {
			return
		}
		for _, tail := range [][]rune{[]rune("支出"), []rune("科目")} {
			if hasRunes(text, end, tail) && !hasRunes(text, end, []rune("支出决算")) {
				end += len(tail)
			}
		}
		if s := r.item(names, passage.TopicOf(p)); s != nil {
			subjects := []*lexicon.Subject{s}
			if all := r.namesakes(s); len(all) > 1 && names[0] == "" && names[1] == "" {
				subjects = all
			}
			out = append(out, token{sense: lexicon.ASubject, at: start, end: end, subjects: subjects})
		}
		names, start, latest = [3]string{}, -1, -1
	}
	for i := 0; i+2 < len(text) && len(out) < mostNamed; i++ {
		if text[i] != '(' || text[i+2] != ')' {
			continue
		}
		level := strings.IndexRune("类款项", text[i+1])
		if level < 0 {
			continue
		}
		level /= len("类")
		if start >= 0 && (level <= latest || parted(text[end:i])) {
			flush()
		}
		from := end
		if start < 0 {
			from = max(end, nameStart(text, i, level))
		} else if hasRunes(text, from, []rune("支出")) && i > from+2 {
			from += 2
		}
		if i-from > longestName || i == from {
			flush()
			end = i + 3
			continue
		}
		name := strings.TrimLeft(string(text[from:i]), "0123456789.,、-:")
		if start < 0 {
			name = r.unled(name, level, passage.TopicOf(p))
			start = i - len([]rune(name))
		}
		names[level], latest, end = name, level, i+3
	}
	flush()
	return out
}

const longestName = 40

// parted says whether words between two marked names are more than a name: 支出决算为 7.00
// 万元,其中:….
func parted(between []rune) bool {
	return passage.HasAmount(between) || strings.ContainsAny(string(between), "。;:")
}

// ledBy are words before the name of an item that may be taken for a part of it.
var ledBy = []string{"主要用于", "用于", "其中", "包括", "按项级科目", "即", "具体为", "分别为", "支出具体为"}

// unled is a name without such words, where the form has that and not the whole.
func (r *Reader) unled(name string, level int, about lexicon.Topic) string {
	rows := r.rowsOf(about)
	for _, w := range ledBy {
		rest, ok := strings.CutPrefix(name, w)
		if ok && rest != "" && len(rows.find(name, DigitsOf[level], "")) == 0 && (level == 0 || len(rows.find(rest, DigitsOf[level], "")) > 0) {
			return rest
		}
	}
	return name
}

func hasRunes(text []rune, at int, want []rune) bool {
	if at+len(want) > len(text) {
		return false
	}
	for k, c := range want {
		if text[at+k] != c {
			return false
		}
	}
	return true
}

// nameStart is where the name begins that a mark at i ends.
func nameStart(text []rune, i, level int) int {
	depth := 0
	for k := i - 1; k >= 0 && i-k <= longestName; k-- {
		switch c := text[k]; {
		case c == ')':
			if k >= 2 && text[k-2] == '(' && strings.ContainsRune("类款项", text[k-1]) {
				return k + 1
			}
			depth++
		case c == '(':
			if depth == 0 {
				return k + 1
			}
			depth--
		case strings.ContainsRune("。;:,", c):
			return k + 1
		case c == '、' && (level == 0 || k > 0 && (scan.IsDigit(text[k-1]) || strings.ContainsRune(passage.ChineseNumbers, text[k-1]))):
			return k + 1
		case scan.IsDigit(c), c == '.' || c == '．', c == '%', c == '元':
			return k + 1
		}
	}
	return max(0, i-longestName)
}
