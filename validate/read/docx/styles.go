package docx

import "suanqing/validate/read/xmlpack"

// styles are the named styles of a text, as far as they decide what it says.
type styles struct {
	byID   map[string]*style
	normal string // of a paragraph that names none
}

type style struct {
	basedOn  string
	list     listRef
	vanish   bool
	vanishes bool // says whether it does
	heading  bool
}

// listRef is a list that a paragraph or a style is an item of.
type listRef struct {
	num, level       int
	hasNum, hasLevel bool
}

// readStyles reads the part with the styles.
func (s *styles) readStyles(x *xmlpack.Scanner) {
	s.byID = map[string]*style{}
	for d := x.Depth(); x.Child(d); {
		if x.Name != "style" {
			continue
		}
		if len(s.byID) == maxStyles {
			x.TooComplex("样式超过 100000 个")
			return
		}
		id, one := attr(x, "styleId"), &style{}
		if attr(x, "type") == "paragraph" && xmlpack.Truth(attr(x, "default")) {
			s.normal = id
		}
		s.byID[id] = one
		for d := x.Depth(); x.Child(d); {
			switch x.Name {
			case "basedOn":
				one.basedOn = attr(x, "val")
			case "rPr":
				for d := x.Depth(); x.Child(d); {
					if x.Name == "vanish" {
						one.vanish, one.vanishes = on(x), true
					}
				}
			case "pPr":
				for d := x.Depth(); x.Child(d); {
					switch x.Name {
					case "numPr":
						one.list = readListRef(x)
					case "outlineLvl":
						one.heading = outlined(x)
					}
				}
			}
		}
	}
}

// outlined says whether an outline level is that of a heading.
func outlined(x *xmlpack.Scanner) bool {
	level, ok := natural(attr(x, "val"), levels)
	return ok && level < levels
}

// chain calls see with a style and those that it is based on, until that is false.
func (s *styles) chain(id string, see func(id string, s *style) bool) {
	for range maxChain {
		one := s.byID[id]
		if one == nil || !see(id, one) {
			return
		}
		id = one.basedOn
	}
}

// vanishes says whether a style hides text.
func (s *styles) vanishes(id string) (hidden bool) {
	s.chain(id, func(_ string, s *style) bool {
		hidden = s.vanish
		return !s.vanishes
	})
	return hidden
}

// properties are those of a paragraph that decide what it says.
type properties struct {
	joined  bool // its mark is deleted or hidden: it goes on with the next
	heading bool
	style   string
	list    listRef
}

// properties reads those of a paragraph. What they were before a tracked change is not
// read.
func (r *reader) properties(x *xmlpack.Scanner) (p properties) {
	leveled := false
	p.style = r.normal
	for d := x.Depth(); x.Child(d); {
		switch x.Name {
		case "pStyle":
			p.style = attr(x, "val")
		case "numPr":
			p.list = readListRef(x)
		case "outlineLvl":
			p.heading, leveled = outlined(x), true
		case "sectPr":
			r.source.section(x)
		case "rPr":
			for d := x.Depth(); x.Child(d); {
				switch x.Name {
				case "del", "moveFrom":
					p.joined = true
				case "vanish":
					p.joined = p.joined || on(x)
				}
			}
		}
	}
	if !leveled {
		r.chain(p.style, func(_ string, s *style) bool {
			p.heading = s.heading
			return !s.heading
		})
	}
	return p
}

// readListRef reads which list something is an item of.
func readListRef(x *xmlpack.Scanner) (l listRef) {
	for d := x.Depth(); x.Child(d); {
		switch x.Name {
		case "numId":
			l.num, l.hasNum = natural(attr(x, "val"), 1<<30)
		case "ilvl":
			l.level, l.hasLevel = natural(attr(x, "val"), levels-1)
		}
	}
	return l
}
