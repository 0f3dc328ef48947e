package read

import (
	"suanqing/validate/prose/lexicon"
	"suanqing/validate/prose/mention"
)

// mode is what kind of words are read.
type mode uint8

const (
	plainly mode = iota
	reasons
	usage
	listing
)

// state is what the reader knows within a passage.
type state struct {
	subject      *lexicon.Subject
	doubt        string // why the subject is not certain
	series       []*lexicon.Subject
	measures     []string
	measure      string
	dir          int
	base         string
	sharing      bool
	whole        *lexicon.Subject
	doing        bool
	doneOf       string
	gapping      bool
	past         bool
	under        *mention.Mention
	last         *mention.Mention // the amount before
	mode         mode
	amounts      bool          // the words of the mode had amounts
	first        lexicon.Sense // of the sentence
	weak         bool          // the subject is that of a sentence before
	unknown      bool          // words that are not known stand before the figure
	figures      int           // since the last word
	comma        bool
	lead         int
	listAt       int
	versed       bool               // what it is compared with is the next figure
	item         *lexicon.Subject   // the row of a form that was said last, in this passage
	carried      *lexicon.Subject   // likewise, in a passage before
	here         bool               // the subject was said in this passage
	said         []*lexicon.Subject // of the sentence, without those that are parts
	main         *lexicon.Subject   // of the sentence, before its parts
	mainIs       string             // and its doubt
	part         bool               // 其中 was said, and not yet what is a part
	given        string             // what small firms got, of which a list by kind goes on
	amount       bool               // the subject had its figure
	valued       bool               // its 决算 was said, in this sentence
	againstOlder bool               // what it is compared with is a year before last year
	spanned      bool               // the sentence is about more years than one, or on another footing
	strange      bool               // a budget was named, and it is not certain of what
	byUnit       bool               // the parts of the sentence are those of units
	among        *lexicon.Subject   // 财政拨款支出中, of which shares of the sentence are
	head         *lexicon.Subject   // the first of the sentence
	about        int                // the year that the sentence is about so far; 0 where none is said
	of           string             // another year that the clause is about; "" for none
	parted       bool               // 其中 was said
	kind         *lexicon.Subject   // the first of the passage
	others       bool               // the sentence gives figures of others
	bracketed    bool               // the subject had its figure in brackets
	each         []*lexicon.Subject // what 分别 goes through once more
}

// back is what a sentence after one with parts goes on about: the whole.
func (st *state) back() {
	switch {
	case st.parted && st.main != nil:
		st.subject, st.doubt = st.main, st.mainIs
	case !st.parted && len(st.said) > 1 && (st.subject == nil || st.subject.Digits < 7):
		st.doubt = "前一句说了几项，说不准接着说的是哪一项"
	}
	st.parted, st.main, st.said = false, nil, nil
}

// endClause forgets what was said of the next figure.
func (r *Reader) endClause(st *state, at int) {
	st.measure, st.measures, st.series, st.dir, st.sharing, st.whole, st.doing, st.doneOf, st.gapping = "", nil, nil, 0, false, nil, false, "", false
	st.unknown, st.comma, st.figures, st.lead = false, false, 0, at
}

// onGeneral says whether the sentence is about what the general budget spent.
func (st *state) onGeneral() bool {
	about := st.head
	if about == nil {
		about = st.subject
	}
	return about != nil && about.Key == lexicon.KeyGeneral
}

// sure is the subject where it is certain.
func (st *state) sure() *lexicon.Subject {
	if st.doubt != "" {
		return nil
	}
	return st.subject
}
