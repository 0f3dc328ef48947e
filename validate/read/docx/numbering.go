package docx

import (
	"strings"

	"suanqing/validate/read/xmlpack"
)

const levels = 9 // of a list

// numbering are the lists of a text, and how far each has come.
type numbering struct {
	kinds map[string]*listKind // by the id of the abstract numbering
	lists map[int]*list
	count struct{ levels int }
}

// listKind is what lists of one kind look like. All of them count on together, but for
// those that begin anew.
type listKind struct {
	levels [levels]level
	style  string      // that says what they look like instead
	next   [levels]int // the number of the next item, where begun
	begun  [levels]bool
}

// level is how items of one level look.
type level struct {
	start    int
	format   string
	text     string // %1 stands for the number of the first level
	after    string
	style    string // of the paragraphs that are items of it without saying so
	plain    bool   // the levels above are numbered in digits
	restarts int    // below which level it begins anew, from 1; 0 for never, -1 for any above
}

// list is a list of a kind, with levels of its own in the place of some.
type list struct {
	kind   string
	own    map[int]*level
	starts map[int]int // of levels that begin anew with its first item
	used   [levels]bool
}

// readNumbering reads the part with the lists.
func (n *numbering) readNumbering(x *xmlpack.Scanner) {
	n.kinds, n.lists = map[string]*listKind{}, map[int]*list{}
	for d := x.Depth(); x.Child(d); {
		switch x.Name {
		case "abstractNum":
			k := &listKind{}
			n.kinds[attr(x, "abstractNumId")] = k
			for d := x.Depth(); x.Child(d); {
				switch x.Name {
				case "numStyleLink":
					k.style = attr(x, "val")
				case "lvl":
					if i, ok := natural(attr(x, "ilvl"), levels); ok && i < levels {
						k.levels[i] = n.readLevel(x)
					}
				}
			}
		case "num":
			if id, ok := natural(attr(x, "numId"), 1<<30); ok {
				n.lists[id] = n.readList(x)
			}
		}
		if len(n.kinds)+len(n.lists)+n.count.levels > maxLists {
			x.TooComplex("编号超过 100000 种")
			return
		}
	}
}

func (n *numbering) readList(x *xmlpack.Scanner) *list {
	l := &list{own: map[int]*level{}, starts: map[int]int{}}
	for d := x.Depth(); x.Child(d); {
		switch x.Name {
		case "abstractNumId":
			l.kind = attr(x, "val")
		case "lvlOverride":
			i, ok := natural(attr(x, "ilvl"), levels)
			if !ok || i >= levels {
				continue
			}
			for d := x.Depth(); x.Child(d); {
				switch x.Name {
				case "startOverride":
					l.starts[i], _ = natural(attr(x, "val"), mostNumber)
				case "lvl":
					own := n.readLevel(x)
					l.own[i] = &own
				}
			}
		}
	}
	return l
}

func (n *numbering) readLevel(x *xmlpack.Scanner) level {
	n.count.levels++
	l := level{format: "decimal", after: "tab", restarts: -1}
	for d := x.Depth(); x.Child(d); {
		switch x.Name {
		case "start":
			l.start, _ = natural(attr(x, "val"), mostNumber)
		case "numFmt":
			l.format = attr(x, "val")
		case "lvlText":
			l.text = attr(x, "val")
			if l.text = l.text[:min(len(l.text), maxLabel)]; attr(x, "null") != "" {
				l.text = ""
			}
		case "suff":
			l.after = attr(x, "val")
		case "pStyle":
			l.style = attr(x, "val")
		case "isLgl":
			l.plain = on(x)
		case "lvlRestart":
			l.restarts, _ = natural(attr(x, "val"), levels)
		}
	}
	l.text = strings.ToValidUTF8(l.text, "")
	return l
}

// label is the number that Word writes in front of a paragraph, with what parts it from
// the text.
func (r *reader) label(p *properties) string {
	ref := p.list
	r.chain(p.style, func(id string, s *style) bool {
		if ref.hasNum || !s.list.hasNum {
			return !ref.hasNum
		}
		ref.num, ref.hasNum = s.list.num, true
		if !ref.hasLevel {
			ref.level = s.list.level
			if !s.list.hasLevel {
				ref.level = max(0, r.levelOf(ref.num, id))
			}
		}
		return false
	})
	l := r.lists[ref.num]
	if !ref.hasNum || ref.num == 0 || l == nil {
		return ""
	}
	k := r.kind(l)
	if k == nil {
		return ""
	}
	return k.item(l, ref.level)
}

// kind is that of a list, which may be named by a style.
func (r *reader) kind(l *list) *listKind {
	for range maxChain {
		k := r.kinds[l.kind]
		if k == nil || k.style == "" {
			return k
		}
		named := r.byID[k.style]
		if named == nil || r.lists[named.list.num] == nil {
			return k
		}
		l = r.lists[named.list.num]
	}
	return nil
}

// levelOf is the level whose items have a style; -1 for none.
func (r *reader) levelOf(num int, style string) int {
	if l := r.lists[num]; l != nil {
		if k := r.kind(l); k != nil {
			for i := range k.levels {
				if k.levels[i].style == style {
					return i
				}
			}
		}
	}
	return -1
}

func (k *listKind) level(l *list, i int) *level {
	if own := l.own[i]; own != nil {
		return own
	}
	return &k.levels[i]
}

// item counts an item of a list and gives its label.
func (k *listKind) item(l *list, at int) string {
	if start, anew := l.starts[at]; anew && !l.used[at] {
		k.next[at], k.begun[at] = start, true
	}
	l.used[at] = true
	for i := range at + 1 { // a level above that no item had yet is at its first
		if !k.begun[i] {
			k.next[i], k.begun[i] = k.level(l, i).start, true
			if i < at {
				k.next[i]++
			}
		}
	}
	k.next[at] = min(k.next[at]+1, mostNumber)
	for i := at + 1; i < levels; i++ {
		if r := k.level(l, i).restarts; r < 0 || at < r {
			k.begun[i] = false
		}
	}
	one := k.level(l, at)
	label := k.write(l, one)
	switch {
	case label == "" || one.after == "nothing":
	case one.after == "tab" && endsItself(label):
	default:
		label += " "
	}
	return label
}

// write writes the text of a level with the numbers that stand now.
func (k *listKind) write(l *list, one *level) string {
	if one.format == "bullet" || one.format == "none" && !strings.Contains(one.text, "%") && one.text == "" {
		return "" // it says nothing
	}
	var b strings.Builder
	for text := one.text; text != ""; {
		before, rest, found := strings.Cut(text, "%")
		b.WriteString(before)
		if !found {
			break
		}
		if rest == "" || rest[0] < '1' || rest[0] > '9' {
			b.WriteByte('%')
			text = rest
			continue
		}
		i := int(rest[0] - '1')
		of := k.level(l, i)
		format := of.format
		if one.plain && of != one {
			format = "decimal"
		}
		number := k.next[i] - 1
		if !k.begun[i] {
			number = of.start
		}
		b.WriteString(numeral(max(0, number), format))
		text = rest[1:]
	}
	return b.String()
}

// endsItself says whether a label is parted from the text by its own last sign.
func endsItself(label string) bool {
	for _, end := range []string{"、", "）", ")", "，", "："} {
		if strings.HasSuffix(label, end) {
			return true
		}
	}
	return false
}
