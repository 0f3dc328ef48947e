package printed

import (
	"bytes"
	"fmt"
	"regexp"
	"strconv"
)

var (
	pageObject  = regexp.MustCompile(`(?s)(?:^|\n)(\d+) 0 obj\s*<<(.*?)endobj`)
	pageType    = regexp.MustCompile(`/Type\s*/Page\b`)
	pageBox     = regexp.MustCompile(`/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]`)
	pageContent = regexp.MustCompile(`/Contents (\d+ 0 R)`)
	pageRotate  = regexp.MustCompile(`/Rotate \d+`)
	fileStart   = regexp.MustCompile(`startxref\s+(\d+)`)
	fileRoot    = regexp.MustCompile(`/Root (\d+ 0 R)`)
	fileSize    = regexp.MustCompile(`/Size (\d+)`)
)

// pages turns the pages of a finished PDF, as an update behind it.
func (t Turn) pages(data []byte) ([]byte, error) {
	if t == Straight {
		return data, nil
	}
	starts, root, size := fileStart.FindAllSubmatch(data, -1), fileRoot.FindSubmatch(data), fileSize.FindSubmatch(data)
	if starts == nil || root == nil || size == nil {
		return nil, fmt.Errorf("no trailer that can be followed")
	}
	next, _ := strconv.Atoi(string(size[1]))
	var w bytes.Buffer
	w.Write(data)
	w.WriteByte('\n')
	var table bytes.Buffer
	object := func(number int, content string) {
		fmt.Fprintf(&table, "%d 1\n%010d 00000 n \n", number, w.Len())
		fmt.Fprintf(&w, "%d 0 obj\n%s\nendobj\n", number, content)
	}
	stream := func(content string) int {
		object(next, fmt.Sprintf("<</Length %d>>stream\n%s\nendstream", len(content), content))
		next++
		return next - 1
	}
	n := 0
	for _, m := range pageObject.FindAllSubmatch(data, -1) {
		dict := string(m[2])
		if !pageType.MatchString(dict) {
			continue
		}
		number, _ := strconv.Atoi(string(m[1]))
		box, content := pageBox.FindStringSubmatch(dict), pageContent.FindStringSubmatch(dict)
		if box == nil || content == nil {
			return nil, fmt.Errorf("page %d has no box or no content", number)
		}
		width, height := box[1], box[2]
		dict = pageRotate.ReplaceAllString(dict, "")
		rotate, matrix, turned := 0, "", false
		switch t {
		case TurnedBack: // a quarter to the left, set right by /Rotate 90
			rotate, matrix, turned = 90, "0 1 -1 0 "+height+" 0", true
		case OnItsSide:
			rotate = 90
		case LyingWithin:
			matrix, turned = "0 1 -1 0 "+height+" 0", true
		case HalfRound:
			rotate, matrix = 180, "-1 0 0 -1 "+width+" "+height
		}
		if turned {
			dict = pageBox.ReplaceAllString(dict, "/MediaBox[0 0 "+height+" "+width+"]")
		}
		if matrix != "" {
			before, after := stream("q "+matrix+" cm"), stream("Q")
			dict = pageContent.ReplaceAllString(dict, fmt.Sprintf("/Contents[%d 0 R %s %d 0 R]", before, content[1], after))
		}
		object(number, fmt.Sprintf("<</Rotate %d %s", rotate, dict))
		n++
	}
	if n == 0 {
		return nil, fmt.Errorf("no pages found to turn")
	}
	at := w.Len()
	fmt.Fprintf(&w, "xref\n%strailer\n<</Size %d/Root %s/Prev %s>>\nstartxref\n%d\n%%%%EOF\n", table.String(), next, root[1], starts[len(starts)-1][1], at)
	return w.Bytes(), nil
}
