package performance

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

var plainTerm = strings.NewReplacer("（", "", "）", "", "(", "", ")", "", " ", "", "“", "", "”", "", "\"", "", "类", "", "款", "", "项", "", "支出", "")

// glossaryFaults judges a glossary in the plainest way.
func glossaryFaults(g *Glossary) map[Kind]string {
	out := map[Kind]string{}
	texts := map[string]string{}
	var names []string
	explain := func(parent string, t Term) {
		name := plainTerm.Replace(parent + t.Name)
		if old, ok := texts[name]; ok && old != t.Text {
			out[TermTwice] = t.Name
		}
		texts[name] = t.Text
		if strings.Contains(name, "年初末") {
			names = append(names, strings.Replace(name, "末", "", 1), strings.Replace(name, "年初末", "年末", 1))
		}
		names = append(names, name)
	}
	items := false
	for _, t := range g.Terms {
		if len(t.Under) == 0 {
			explain("", t)
		}
		for _, sub := range t.Under {
			explain(t.Name, sub)
		}
	}
	items = g.Style.Item != nil
	has := func(words string) bool {
		for _, n := range names {
			if strings.Contains(n, plainTerm.Replace(words)) {
				return true
			}
		}
		return false
	}
	open := false
	for _, n := range names {
		open = open || strings.HasSuffix(n, "等")
	}
	for _, u := range g.Uses {
		if items && u.Item.Name != "" && !has(u.Item.Name) && !open {
			out[ItemUnexplained] = u.Item.Name
		}
		for _, w := range u.Words {
			if !has(w) {
				out[SpecialUnexplained] = w
			}
		}
	}
	return out
}

func TestGlossaries(t *testing.T) {
	edits, styles := map[string]bool{}, map[string]int{}
	right, broken := RightGlossaries(), BrokenGlossaries()
	plain := map[string]string{}
	for _, c := range right {
		assert.Empty(t, glossaryFaults(c.Glossary), c.Name)
		edits[c.Edit] = true
		if c.Edit == "plain" {
			plain[c.Glossary.Style.Name] = c.Doc.Tabbed()
			assert.NotEmpty(t, c.Doc.DOCX())
		}
	}
	kinds := map[Kind]int{}
	for _, c := range broken {
		w := c.Wants[0]
		faults := glossaryFaults(c.Glossary)
		assert.Len(t, faults, 1, "%s %v", c.Name, faults)
		assert.Contains(t, faults, w.Kind, c.Name)
		assert.NotEmpty(t, w.At, c.Name)
		assert.NotEqual(t, plain[c.Glossary.Style.Name], c.Doc.Tabbed(), c.Name)
		edits[c.Edit] = true
		kinds[w.Kind]++
		styles[c.Glossary.Style.Name]++
	}
	t.Logf("right %d, broken %d: %v %v", len(right), len(broken), kinds, styles)
	for _, e := range append(append([]termEdit{}, brokenTerms...), rightTerms...) {
		assert.True(t, edits[e.name], "%s applies nowhere", e.name)
	}
}
