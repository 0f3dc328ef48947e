package annotate

import (
	"strings"

	"suanqing/validate/workbook"
)

// section is a list of the style sheet, in the order they come.
type section int

const (
	fonts section = iota
	fillList
	borders
	cellXfs
	sections
)

var (
	sectionNames = [sections]string{"fonts", "fills", "borders", "cellXfs"}
	itemNames    = [sections]string{"font", "fill", "border", "xf"}
)

// noStyles is the style sheet of a workbook that came without one.
func noStyles(space string) string {
	return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n" + `<styleSheet xmlns="` + escape(space) + `">` +
		`<fonts count="1"><font><sz val="11"/><name val="宋体"/></font></fonts>` +
		`<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>` +
		`<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="1"><xf/></cellXfs></styleSheet>`
}

// styles is the style sheet with formats being added to it.
type styles struct {
	part
	parts  *parts
	name   string
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

func openStyles(b *parts) (*styles, *workbook.Refusal) {
	s := &styles{parts: b, fills: map[level]int{}, made: map[[2]int]int{}}
	var ok bool
	if s.name, ok = b.rels.find("styles"); !ok {
		if s.name = b.rels.dir + "styles.xml"; b.has(s.name) {
			s.name = b.free(b.rels.dir + "styles%d.xml")
		}
		b.set(s.name, noStyles(b.space))
		b.types.add(s.name, "styles")
		if _, refusal := b.rels.add("styles", s.name); refusal != nil {
			return nil, refusal
		}
	}
	text, refusal := b.text(s.name)
	if refusal != nil {
		return nil, refusal
	}
	s.text = text
	if err := scan(text, s.visit); err != nil {
		return nil, corrupt("单元格样式")
	}
	for i := range sections {
		if s.counts[i] == 0 { // Excel would not open it either
			return nil, corrupt("单元格样式")
		}
	}
	return s, nil
}

func (s *styles) visit(t tag) {
	if t.depth == 0 && !t.end {
		s.root(t)
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
	start := setAttr(setAttr(s.xfs[xf].start, "fillId", itoa(fill)), "applyFill", "1")
	s.made[k] = s.add(cellXfs, start+s.xfs[xf].rest)
	return s.made[k]
}

// write puts the style sheet back with what was added.
func (s *styles) write() *workbook.Refusal {
	for i := range sections {
		if len(s.added[i]) == 0 {
			continue
		}
		start := s.start[i]
		s.replace(start.from, start.to, setAttr(s.text[start.from:start.to], "count", itoa(s.counts[i]+len(s.added[i]))))
		s.insert(s.end[i].from, strings.Join(s.added[i], ""))
	}
	s.parts.set(s.name, s.String())
	return nil
}
