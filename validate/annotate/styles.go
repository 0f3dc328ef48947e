package annotate

import (
	"slices"
	"strconv"
	"strings"

	"suanqing/validate/document"
)

// section is a list of the style sheet, in the order they come.
type section int

const (
	fonts section = iota
	fillList
	borders
	cellStyleXfs
	cellXfs
	sections
)

var (
	sectionNames = [sections]string{"fonts", "fills", "borders", "cellStyleXfs", "cellXfs"}
	itemNames    = [sections]string{"font", "fill", "border", "xf", "xf"}

	// firstItems are what each list begins with where a file has none. Excel takes the
	// first two fills for these, whatever they are.
	firstItems = [sections][]string{
		{`<font><sz val="11"/><name val="宋体"/></font>`},
		{`<fill><patternFill patternType="none"/></fill>`, `<fill><patternFill patternType="gray125"/></fill>`},
		{`<border/>`}, {`<xf/>`}, {`<xf/>`},
	}

	// styleOrder is all that a style sheet may hold; Excel repairs one in another order.
	styleOrder = strings.Fields("numFmts fonts fills borders cellStyleXfs cellXfs cellStyles dxfs tableStyles colors extLst")
)

// noStyles is the style sheet of a workbook that came without one.
func noStyles(space string) string {
	return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n" + `<styleSheet xmlns="` + escape(space) + `"></styleSheet>`
}

// styles is the style sheet with formats being added to it.
type styles struct {
	part
	parts  *parts
	name   string
	top    tag // the root
	topEnd tag
	lists  []tag // start tags of all that is in it
	start  [sections]tag
	end    [sections]tag
	counts [sections]int
	added  [sections][]string
	xfs    []format
	xf     tag    // the one being scanned
	font   string // the name of the book's standard font

	fills map[level]int
	made  map[[2]int]int // by cell format and level
}

// format is a cell format as it is written: its start tag, and what follows.
type format struct{ start, rest string }

func openStyles(b *parts) (*styles, *document.Refusal) {
	s := &styles{parts: b, fills: map[level]int{}, made: map[[2]int]int{}}
	if refusal := s.locate(); refusal != nil {
		return nil, refusal
	}
	text, refusal := b.text(s.name)
	if refusal != nil {
		return nil, refusal
	}
	s.text = text
	if err := scan(text, s.visit); err != nil || s.top.to == 0 {
		return nil, corrupt("单元格样式")
	}
	for i := range sections {
		for n := s.counts[i]; n < len(firstItems[i]); n++ {
			s.add(i, s.element(firstItems[i][n]))
		}
	}
	if len(s.xfs) == 0 {
		s.xfs = []format{{start: s.added[cellXfs][0]}}
	}
	return s, nil
}

// locate finds the style sheet, or makes one: a book may be without it.
func (s *styles) locate() *document.Refusal {
	b, related := s.parts, false
	if s.name, related = b.rels.find("styles"); !related {
		if s.name = b.rels.dir + "styles.xml"; b.taken(s.name) {
			s.name = b.free(b.rels.dir + "styles%d.xml")
		}
		if _, refusal := b.rels.add("styles", s.name); refusal != nil {
			return refusal
		}
	}
	if !b.has(s.name) {
		b.set(s.name, noStyles(b.space))
		b.types.add(s.name, "styles")
	}
	return nil
}

func (s *styles) visit(t tag) {
	switch {
	case t.depth == 0:
		if s.top, s.topEnd = pair(s.top, s.topEnd, t); !t.end {
			s.root(t)
		}
	case t.depth == 1 && !t.end:
		s.lists = append(s.lists, t)
	}
	for i := range sections {
		switch {
		case t.depth == 1 && t.name == sectionNames[i] && t.end:
			s.end[i] = t
		case t.depth == 1 && t.name == sectionNames[i]:
			s.start[i] = t
		case t.depth == 2 && t.name == itemNames[i] && s.start[i].to > 0 && s.end[i].name == "":
			s.item(i, t)
		}
	}
	if t.depth == 3 && t.name == "name" && s.font == "" && s.start[fonts].to > 0 {
		s.font = t.attr("val")
	}
}

func (s *styles) item(i section, t tag) {
	switch {
	case !t.end:
		s.counts[i]++
		s.xf = t
	case i == cellXfs:
		s.xfs = append(s.xfs, format{s.text[s.xf.from:s.xf.to], s.text[s.xf.to:t.to]})
	}
}

// add puts an item into a section and gives its index.
func (s *styles) add(i section, markup string) int {
	s.added[i] = append(s.added[i], markup)
	return s.counts[i] + len(s.added[i]) - 1
}

func (s *styles) solid(argb string) int {
	return s.add(fillList, s.element(`<fill><patternFill patternType="solid"><fgColor rgb="`+argb+`"/><bgColor indexed="64"/></patternFill></fill>`))
}

// filled is cell format xf with the fill of a level and nothing else changed.
func (s *styles) filled(xf int, l level) int {
	if xf < 0 || xf >= len(s.xfs) {
		xf = 0
	}
	k := [2]int{xf, int(l)}
	if made, ok := s.made[k]; ok {
		return made
	}
	if s.counts[cellXfs]+len(s.added[cellXfs]) >= maxFormats {
		return xf
	}
	fill, ok := s.fills[l]
	if !ok {
		fill = s.solid(fills[l])
		s.fills[l] = fill
	}
	start := setAttr(setAttr(s.xfs[xf].start, "fillId", strconv.Itoa(fill)), "applyFill", "1")
	s.made[k] = s.add(cellXfs, start+s.xfs[xf].rest)
	return s.made[k]
}

// write puts the style sheet back with what was added.
func (s *styles) write() *document.Refusal {
	last := "" // lists that come after all others
	for i := range sections {
		if len(s.added[i]) == 0 {
			continue
		}
		if s.start[i].to > 0 {
			s.extend(i)
			continue
		}
		list := s.element("<" + sectionNames[i] + ` count="` + strconv.Itoa(len(s.added[i])) + `">` + strings.Join(s.added[i], "") + "</" + sectionNames[i] + ">")
		if at, ok := s.following(i); ok {
			s.insert(at, list)
		} else {
			last += list
		}
	}
	if last != "" {
		s.appendTo(s.top, s.topEnd, last)
	}
	s.parts.set(s.name, s.String())
	return nil
}

// extend puts what was added to a list at its end.
func (s *styles) extend(i section) {
	start, end, items := s.start[i], s.end[i], strings.Join(s.added[i], "")
	markup := setAttr(s.text[start.from:start.to], "count", strconv.Itoa(s.counts[i]+len(s.added[i])))
	if end.from == end.to { // <fonts/>
		s.replace(start.from, start.to, strings.TrimSuffix(markup, "/>")+">"+items+"</"+markup[1:nameEnd(markup, 0)]+">")
		return
	}
	s.replace(start.from, start.to, markup)
	s.insert(end.from, items)
}

// following is where the first list begins that comes after one that is not there.
func (s *styles) following(i section) (int, bool) {
	for _, t := range s.lists {
		if slices.Index(styleOrder, t.name) > slices.Index(styleOrder, sectionNames[i]) {
			return t.from, true
		}
	}
	return 0, false
}
