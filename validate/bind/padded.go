package bind

import (
	"slices"
	"strings"

	"suanqing/validate/form"
)

// Some systems fill codes up with zeros to one length: 2010000, 2010300, 2010301 or
// 30100, 30101. Whether they do is seen on the whole form, for a single 2010300 among
// other items is rather one of them typed wrong.

// unpad gives the rows of a form whose codes are filled up with zeros the codes they
// stand for. It may be asked again when the form has got more rows.
func (t *Table) unpad() {
	t.compareBeside()
	if !t.anyZeros() {
		return
	}
	s := t.survey()
	t.Padded = s.pads[0] || s.pads[1]
	t.byKey = map[string]*Row{}
	next := map[int]string{} // by lane: the code of the row below
	for i := len(t.Rows) - 1; i >= 0; i-- {
		r := t.Rows[i]
		if !form.IsCode(r.Key) {
			continue
		}
		raw := r.asPrinted()
		r.unpad(s, raw, next[r.Lane], t.Form)
		next[r.Lane] = raw
	}
	for _, r := range t.Rows {
		if r.Repeats = t.byKey[r.Key]; r.Repeats == nil {
			t.byKey[r.Key] = r
		}
	}
}

// unpadRest judges forms too small to tell by themselves as the others of the book.
func (b *Book) unpadRest() {
	b.Each(func(t *Table) {
		alike := false
		b.Each(func(u *Table) { alike = alike || u.Padded && u.Form.Codes == t.Form.Codes })
		if alike && !t.Padded && t.anyZeros() {
			t.likeRest = true
			t.unpad()
			t.nestAnew()
		}
	})
}

// compareBeside drops the codes beside names that are the rows' own, but for zeros.
func (t *Table) compareBeside() {
	for _, r := range t.Rows {
		if r.Beside != "" && withoutZeros(r.Beside) == withoutZeros(r.Key) {
			r.Beside = ""
		}
	}
}

// anyZeros says whether any code ends in a level of zeros.
func (t *Table) anyZeros() bool {
	return slices.ContainsFunc(t.Rows, func(r *Row) bool {
		return form.IsCode(r.Key) && (r.Filled != "" || withoutZeros(r.Key) != r.Key)
	})
}

// asPrinted is the code of a row as printed, zeros included.
func (r *Row) asPrinted() string {
	if r.Filled != "" {
		return r.Filled
	}
	return r.Code
}

// survey is how a form writes its classes and sections.
type survey struct {
	first map[string]*Row // by the code they stand for: the first row that is filled up
	plain map[string]bool // codes that are not
	pads  [2]bool         // whether the form fills up its classes, its sections
	bare  [2]int          // how many it prints plainly
}

func (t *Table) survey() *survey {
	s := &survey{first: map[string]*Row{}, plain: map[string]bool{}}
	for _, r := range t.Rows {
		raw := r.asPrinted()
		if short := withoutZeros(raw); short == raw {
			s.plain[raw] = true
		} else if s.first[short] == nil {
			s.first[short] = r
		}
	}
	var padded, absent [2]int
	for code := range s.first {
		if n := (len(code) - 3) / 2; n < len(padded) && !s.plain[code] {
			padded[n]++
		}
	}
	missing := map[string]bool{}
	for code := range s.plain {
		for n := range s.bare {
			digits := 3 + 2*n
			switch {
			case len(code) == digits:
				s.bare[n]++
			case len(code) > digits && len(code) <= 7 && !s.prints(code[:digits]) && !missing[code[:digits]]:
				missing[code[:digits]] = true
				absent[n]++
			}
		}
	}
	most := func(n int) bool { return padded[n] > s.bare[n] && padded[n] >= absent[n] }
	s.pads[0] = most(0) || t.likeRest && padded[0] > s.bare[0]
	s.pads[1] = most(1) && (s.pads[0] || padded[1] > max(1, absent[1])) || t.likeRest && padded[1] > s.bare[1]
	return s
}

// unpad gives a row the code that its own stands for: where the form fills up codes of
// that level, or the row is above the next as those are that it prints plainly.
func (r *Row) unpad(s *survey, raw, next string, f *form.Form) {
	r.Key, r.Code, r.Filled, r.Alone = raw, raw, "", false
	short := withoutZeros(raw)
	if lower := short + "00"; len(short) < len(raw) && f.WellFormed(lower) && s.taken(r, short, next) {
		short = lower
	}
	n := (len(short) - 3) / 2
	if len(short) == len(raw) || n >= len(s.pads) {
		r.even(s, raw)
		return
	}
	above := s.bare[n] > 0 && next != raw && strings.HasPrefix(next, short)
	if !s.pads[n] && !above {
		return
	}
	r.Key, r.Code, r.Filled, r.Alone = short, short, raw, !s.pads[n]
	r.Malformed = r.Malformed && f.WellFormed(raw)
}

// even gives a row that has a zero too many or too few, where the form fills up, the code
// that it would have. It stays malformed, which is said.
func (r *Row) even(s *survey, raw string) {
	full := raw
	switch {
	case !r.Malformed || !strings.HasSuffix(raw, "0"):
		return
	case len(raw) == 4 || len(raw) == 6:
		full += "0"
	case len(raw) == 8:
		full = raw[:7]
	}
	short := withoutZeros(full)
	if n := (len(short) - 3) / 2; len(short) < len(full) && n < len(s.pads) && s.pads[n] && !s.prints(short) {
		r.Key = short
	}
}

// taken says whether a code is another row's, so that a row that seems to be filled up
// from it is something else: typed wrong, unless it bears the same name or stands above
// a row that has nothing else above it.
func (s *survey) taken(r *Row, code, next string) bool {
	if s.plain[code] {
		return true
	}
	below := withoutZeros(next)
	orphan := len(below) > len(code) && !s.prints(below[:len(code)])
	return s.first[code] != r && s.first[code].Name != r.Name && !orphan
}

// prints says whether the form has a row of a code, filled up or not.
func (s *survey) prints(code string) bool { return s.plain[code] || s.first[code] != nil }
