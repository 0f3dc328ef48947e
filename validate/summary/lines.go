package summary

import (
	"bufio"
	"bytes"
	"errors"
	"io"
)

// MostLine is the longest line that is read, in bytes; no report comes near it.
const MostLine = 64 << 20

// Line is one line of a file of reports, without what ends it.
type Line struct {
	Number  int    // from 1
	Data    []byte // valid until the next line is read
	TooLong bool   // longer than MostLine: Data is empty
	Ended   bool   // false for a last line that nothing ends: a run may have died in it
}

// Lines yields the lines of a file of reports that say something, until yield has
// enough. It holds one line at a time.
func Lines(in io.Reader, yield func(Line) bool) error { return linesUpTo(MostLine, in, yield) }

func linesUpTo(most int, in io.Reader, yield func(Line) bool) error {
	from := bufio.NewReaderSize(in, 64<<10)
	var data []byte
	for number := 1; ; number++ {
		l := Line{Number: number}
		data = data[:0]
		for {
			part, err := from.ReadSlice('\n')
			if l.TooLong = l.TooLong || len(data)+len(part) > most; !l.TooLong {
				data = append(data, part...)
			}
			if err == nil {
				l.Ended = true
			} else if err != io.EOF {
				if errors.Is(err, bufio.ErrBufferFull) {
					continue
				}
				return err
			}
			break
		}
		if !l.TooLong {
			l.Data = bytes.TrimSpace(bytes.TrimPrefix(data, []byte("\ufeff")))
		}
		if (l.TooLong || len(l.Data) > 0) && !yield(l) || !l.Ended {
			return nil
		}
	}
}

// reportBegins is how a report begins, and cannot stand in one: in its strings a
// quotation mark is written \".
var reportBegins = []byte(`{"schema":`)

// Pieces are the reports, whole or not, that stand in one line: more than one where a
// run that was ended is taken up and adds to the line it left half written.
func Pieces(line []byte) (list [][]byte) {
	for len(line) > 0 {
		next := bytes.Index(line[1:], reportBegins) + 1
		if next == 0 {
			next = len(line)
		}
		list, line = append(list, line[:next]), line[next:]
	}
	return list
}
