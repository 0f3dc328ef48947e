package rule

import (
	"cmp"
	"strings"

	"suanqing/validate/bind"
	"suanqing/validate/form"
)

// verdict is what the classification says of a code and the name beside it.
type verdict uint8

const (
	unknown   verdict = iota // nothing
	agrees                   // the code has the name, or had it, or the name is cut short
	otherYear                // had it, or has it since, but not in the year of the book
	otherCode                // the name is another code's
	unlike                   // the code has names, all of which are known, and no code has this one
	unlisted                 // no year has the code
	apart                    // another code stands in front of the name
)

// naming is a verdict with what it is from.
type naming struct {
	verdict
	is    string    // the code's name in the year of the book; "" where it had none
	found form.Name // the name of another year
	codes []string  // that have the name, the nearest to the code; of an unlisted code too
}

// wrong says whether the name is certainly not the code's.
func (n naming) wrong() bool {
	return n.verdict == otherCode || n.verdict == unlike || n.verdict == apart
}

// inFront is the code in front of a name, if it is another than beside it: neither the
// same, nor the same padded, nor its last digits.
func inFront(code, name string) string {
	front, _ := form.FrontCode(name)
	if len(front) < 3 || front == code || strings.HasSuffix(code, front) || strings.HasPrefix(front, code) && strings.Trim(front[len(code):], "0") == "" {
		return ""
	}
	return front
}

// namer judges each code with its name once in a run, whichever rules ask.
type namer struct {
	judged  map[spelling]*naming
	rows    []unspelt // in reading order
	checked int
	read    bool
	slips   []Mistype
	looked  bool
}

// spelling is a code and a name beside it.
type spelling struct {
	list       *form.Classification
	code, name string
}

// unspelt is a row whose name is not to the letter that of its code.
type unspelt struct {
	table *bind.Table
	row   *bind.Row
	*naming
}

// of is nameOf, remembered.
func (n *namer) of(list *form.Classification, code, name string, year int) *naming {
	key := spelling{list, code, name}
	was := n.judged[key]
	if was == nil {
		judged := nameOf(list, code, name, year)
		if was = &judged; n.judged == nil {
			n.judged = map[spelling]*naming{}
		}
		n.judged[key] = was
	}
	return was
}

// wrong says whether the name of a row is certainly not its code's.
func (n *namer) wrong(list *form.Classification, r *bind.Row, year int) bool {
	return !list.Spells(r.Key, r.Name, year) && n.of(list, r.Key, r.Name, year).wrong()
}

// mistyped is Mistyped, remembered.
func (n *namer) mistyped(b *bind.Book) []Mistype {
	if !n.looked {
		n.slips, n.looked = Mistyped(b), true
	}
	return n.slips
}

// unspelt are such rows of a book, and how many have a code.
func (n *namer) unspelt(b *bind.Book) (rows []unspelt, checked int) {
	if n.read {
		return n.rows, n.checked
	}
	n.read = true
	b.Each(func(t *bind.Table) {
		list := t.Form.Classification()
		for _, r := range t.Rows {
			if list == nil || !form.IsCode(r.Key) || r.Malformed {
				continue
			}
			if n.checked++; !list.Spells(r.Key, r.Name, b.Year) {
				n.rows = append(n.rows, unspelt{t, r, n.of(list, r.Key, r.Name, b.Year)})
			}
		}
	})
	return n.rows, n.checked
}

// nameOf judges the name of a row. year is that of the book; 0 where it is not known.
func nameOf(c *form.Classification, code, name string, year int) (n naming) {
	if c.Spells(code, name, year) {
		n.verdict = agrees
		return n
	}
	if front := inFront(code, name); front != "" {
		n.verdict, n.codes = apart, []string{front}
		return n
	}
	names := c.Names(code)
	had, cut, said, shortened, rest := false, false, false, false, false
	for _, x := range names {
		in := x.In(year)
		if in && n.is == "" {
			n.is = x.Text
		}
		if form.SameName(x.Text, name) {
			if in {
				n.verdict = agrees
				return n
			}
			had, n.found = true, x
		}
		short, tells := form.CutShort(name, x.Text)
		cut, said, rest = cut || short, said || tells, rest || form.IsRest(name, x.Text)
		shortened = shortened || form.Shortens(x.Text, name)
	}
	if had {
		n.verdict = otherYear
		return n
	}
	n.codes = nearest(code, c.Named(name))
	switch {
	case names == nil:
		if form.Known(year) && c.Unlisted(code) {
			n.verdict = unlisted
		}
		return n
	case said || rest || cut && n.codes == nil:
		n.verdict = agrees
	case n.codes != nil:
		n.verdict = otherCode
	case len(code) <= c.Whole && form.Known(year) && !shortened && form.BareName(name) != "":
		n.verdict = unlike
	}
	n.is = cmp.Or(n.is, names[0].Text)
	return n
}

// nearest are those codes that share the most digits with one, those of its level first.
func nearest(code string, codes []string) (list []string) {
	best := -1
	for _, other := range codes {
		n := 0
		for n < min(len(code), len(other)) && code[n] == other[n] {
			n++
		}
		if n *= 2; len(other) == len(code) {
			n++
		}
		if n > best {
			best, list = n, nil
		}
		if n == best {
			list = append(list, other)
		}
	}
	return list
}
