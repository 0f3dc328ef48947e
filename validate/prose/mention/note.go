package mention

import (
	"suanqing/validate/prose/lexicon"
	"suanqing/validate/prose/passage"
)

// Note is something said without a figure: 与上年持平, 决算数大于预算数, 没有政府性基金收支.
type Note struct {
	Sense    lexicon.Sense
	Subject  *lexicon.Subject
	Base     string
	Passage  *passage.Passage
	At, End  int
	Sentence int
}

// List is the names that follow 主要包括.
type List struct {
	Subject *lexicon.Subject
	Passage *passage.Passage
	At, End int
}
