// Package said judges words: directions, 持平 and 没有, names of items and departments,
// headings, what a template left over.
package said

import (
	"sort"

	"suanqing/validate/prose/judging"
	"suanqing/validate/prose/lexicon"
	"suanqing/validate/prose/mention"
	"suanqing/validate/prose/scan"
)

// Judge judges what the text says without a figure.
func Judge(j *judging.Text) {
	for i := range j.Notes {
		n := &j.Notes[i]
		if n.Subject == nil {
			continue
		}
		switch n.Sense {
		case lexicon.AMore, lexicon.ALess, lexicon.AnEqual:
			compared(j, n)
		case lexicon.ASame, lexicon.ANearly:
			same(j, n)
		case lexicon.AYear:
			otherBase(j, n)
		}
	}
	years(j)
	contradictions(j)
	departments(j)
	contents(j)
	none(j)
	counts(j)
	stock(j)
	averages(j)
	corroborated(j)
	economicNames(j)
	leftOvers(j)
}

// pseudo is a mention for a note, for finding what is near it.
func pseudo(j *judging.Text, n *mention.Note) *mention.Mention {
	index := sort.Search(len(j.Mentions), func(i int) bool {
		m := j.Mentions[i]
		return m.Sentence > n.Sentence || m.Passage == n.Passage && m.Number.At > n.At
	})
	return &mention.Mention{Passage: n.Passage, Sentence: n.Sentence, Index: index, Subject: n.Subject, Lead: n.At, Number: scan.Number{At: n.At, Digits: n.End, End: n.End}}
}
