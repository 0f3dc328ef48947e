// Package read turns passages into mentions: tokens first, then, word by word, what the
// sentence has said so far (state), which the next number is a figure of. What is not certain
// is a mention that says why.
package read

import (
	"suanqing/validate/amount"
	"suanqing/validate/bind"
	"suanqing/validate/form"
	"suanqing/validate/prose/lexicon"
	"suanqing/validate/prose/mention"
	"suanqing/validate/prose/passage"
)

// Caps on what is read of one text.
const (
	MostMentions = 20_000
	mostNotes    = 5_000
)

// Reader turns sentences into mentions.
type Reader struct {
	*passage.Reading
	Unit     amount.Unit
	Table    *bind.Table // of the form 文
	names    lexicon.Lexicon
	forms    map[form.ID]*RowsOf
	items    map[string]*lexicon.Subject // by the names of the text
	codes    map[string]*lexicon.Subject
	ByKey    map[string]*lexicon.Subject
	Mentions []*mention.Mention
	Notes    []mention.Note
	Lists    []mention.List
	sentence int
	full     bool
	MostUsed string           // the unit of most amounts
	class    string           // the class that the items before are of
	classes  int              // how many were named alone, one behind the other, in this passage
	alone    bool             // the last one was named alone, and no item behind it
	several  bool             // so was the one before: it is a list of them, which heads no items
	latest   *state           // at the end of the passage before
	headed   *passage.Passage // the heading before
}

// NewReader knows the names of the forms' rows, and what the text calls its totals.
func NewReader(r *passage.Reading) *Reader {
	rd := &Reader{Reading: r, Unit: r.Book.Unit, forms: map[form.ID]*RowsOf{}, items: map[string]*lexicon.Subject{}, codes: map[string]*lexicon.Subject{}, ByKey: map[string]*lexicon.Subject{}}
	if !rd.Unit.Known() {
		rd.Unit, _ = amount.UnitNamed("万元")
	}
	rd.MostUsed = r.MostUsedUnit(rd.Unit.Name)
	rd.Table = &bind.Table{Form: mention.Written, Unit: rd.Unit}
	for i := range lexicon.Subjects {
		if s := &lexicon.Subjects[i]; rd.ByKey[s.Key] == nil {
			rd.ByKey[s.Key] = s
		}
	}
	rd.learn()
	rd.settleGrants()
	return rd
}

// Read reads all passages.
func (r *Reader) Read() {
	for _, p := range r.Passages {
		if p.Cover || p.Section == nil || p.Section.Topic&lexicon.Silent != 0 {
			r.latest = nil
			continue
		}
		if p.Head {
			r.latest, r.headed = nil, p
			if len(r.named(p)) == 0 { // a class heads its items
				r.class, r.alone, r.several = "", false, false
			}
			r.listed(p)
			continue
		}
		r.passage(p)
		r.listed(p)
		if len(r.Mentions) >= MostMentions {
			r.full = true
			return
		}
	}
}

// passage reads the sentences of one passage.
func (r *Reader) passage(p *passage.Passage) {
	st := &state{lead: 0}
	if before := r.latest; before != nil {
		st.subject, st.doubt, st.under, st.base = before.subject, before.doubt, before.under, before.base
		if st.carried = before.carried; before.item != nil {
			st.carried = before.item
		}
	}
	st.weak = true
	r.classes = 0
	if p.Section.Topic == lexicon.Performance {
		st.subject, st.doubt = r.project(p), ""
	}
	r.sentence++
	toks := r.tokens(p)
	r.labelled(st, p, toks)
	var saved []state
	for i := 0; i < len(toks) && len(r.Mentions) < MostMentions; i++ {
		t := &toks[i]
		switch {
		case t.mark == '(':
			if len(saved) < 8 {
				saved = append(saved, *st)
			}
			if st.unknown = false; st.figures > 0 {
				st.dir = 0 // 下降 1.5 %(上年 6.00 万元)
				if n := len(r.Mentions); restates(p, t.end) && n > 0 && r.Mentions[n-1].Passage == p && r.Mentions[n-1].Number.End == t.at {
					st.figures = 0 // 3,750,000.00 元(折合 375.00 万元)
				}
			}
			continue
		case t.mark == ')':
			if n := len(saved); n > 0 {
				kept := *st
				*st = saved[n-1]
				saved = saved[:n-1]
				st.last, st.bracketed = kept.last, kept.last != st.last
			}
			st.unknown = false
			continue
		case t.mark != 0:
			r.mark(st, p, t)
			if t.mark == '。' {
				saved = nil
			}
			continue
		case t.item:
			r.endClause(st, t.end)
			if st.weak = true; i > 0 {
				r.nextProject(st, p)
			}
			if st.mode == usage || st.mode == listing {
				st.mode = plainly
			}
			continue
		}
		i = r.token(st, p, toks, i)
	}
	if st.mode == listing {
		r.addList(st, p, len(p.Text))
	}
	if r.classes > 1 {
		r.class = "" // a list of them heads no items
	}
	last := p.Text[len(p.Text)-1]
	if last != ':' && last != ';' && last != ',' {
		st.back()
	}
	ended := *st
	if last != ':' {
		ended.base = ""
		if last != ';' {
			ended.under = nil
		}
	}
	r.latest = &ended
}

// mark ends what a mark ends.
func (r *Reader) mark(st *state, p *passage.Passage, t *token) {
	switch t.mark {
	case '。', '!', '?':
		if st.mode == listing {
			r.addList(st, p, t.at)
		}
		r.endClause(st, t.end)
		st.mode, st.weak, st.first, st.base, st.past, st.under = plainly, true, lexicon.NoSense, "", false, nil
		st.others, st.valued, st.spanned, st.part, st.about, st.strange, st.byUnit, st.among, st.head = false, false, false, false, 0, false, false, nil, nil
		st.back()
		r.sentence++
	case ';':
		if st.mode == listing {
			r.addList(st, p, t.at)
			st.mode = plainly
		}
		if st.mode == reasons && st.amounts {
			return
		}
		r.endClause(st, t.end)
		st.weak, st.first, st.of = true, lexicon.NoSense, ""
	case ',', ':':
		st.comma = true
	case '、':
		if st.mode == plainly {
			st.unknown = false
		}
	}
}

func (r *Reader) note(n mention.Note) {
	if len(r.Notes) < mostNotes {
		r.Notes = append(r.Notes, n)
	}
}

func (r *Reader) addList(st *state, p *passage.Passage, end int) {
	if len(r.Lists) < mostNotes {
		r.Lists = append(r.Lists, mention.List{Subject: st.subject, Passage: p, At: st.listAt, End: end})
	}
}
