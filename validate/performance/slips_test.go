package performance_test

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"suanqing/validate/bind"
	lab "suanqing/validate/lab/performance"
	"suanqing/validate/rule"
	"suanqing/validate/written"
)

// TestSlipsInTheText: one digit changed in one figure of the text beside right tables is
// told of, in its paragraph.
func TestSlipsInTheText(t *testing.T) {
	r := rand.New(rand.NewPCG(11, 3))
	n, hit := 0, 0
	for range 120 {
		d := lab.Make(lab.Layouts[r.IntN(len(lab.Layouts))], r.IntN(lab.Sets)).Draw()
		var at []int
		for i, b := range d.Blocks {
			if strings.HasPrefix(b.Key, "text/") && b.Key != "text/0" {
				at = append(at, i)
			}
		}
		b := &d.Blocks[at[r.IntN(len(at))]]
		text, from := []byte(b.Text), 0
		if i := strings.Index(b.Text, "得分90分"); i > 0 {
			text = text[:i] // the definition of the grades is another thing
		} else {
			from = 4 // the number of the paragraph
		}
		var digits []int
		for i := from; i < len(text); i++ {
			if text[i] >= '0' && text[i] <= '9' && text[max(0, i-1)] != '.' && (i < 2 || text[i-2] != '.') { // of a last place a tail may be
				digits = append(digits, i)
			}
		}
		k := digits[r.IntN(len(digits))]
		before := b.Text
		changed := []byte(b.Text)
		changed[k] = '0' + (changed[k]-'0'+1+byte(r.IntN(8)))%10
		if b.Text = string(changed); b.Text == before {
			continue
		}
		n++
		out := &rule.Outcome{}
		doc := opened(t, d, false)
		written.Judge(bind.Find(doc, nil), out)
		found := false
		for _, f := range out.Findings {
			for _, c := range f.Cells {
				found = found || c.Words != "" && c.Paragraph > 0 && strings.HasSuffix(textOf(doc, c.Sheet, c.Cell), b.Text)
			}
		}
		if found {
			hit++
		} else {
			t.Log(before, " → ", b.Text)
		}
	}
	t.Logf("%d of %d", hit, n)
	assert.GreaterOrEqual(t, hit*100, n*95)
}
