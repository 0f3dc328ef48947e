package xmlpack

// Joiner joins pieces of text. One piece, the usual case, is not copied.
type Joiner struct {
	one  string
	more []byte
}

func (j *Joiner) Add(s string) {
	switch {
	case j.more != nil:
		j.more = append(j.more, s...)
	case j.one == "":
		j.one = s
	case s != "":
		j.more = append(append(j.more, j.one...), s...)
	}
}

func (j *Joiner) String() string {
	if j.more != nil {
		return string(j.more)
	}
	return j.one
}
