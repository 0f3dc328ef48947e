package further

import (
	"embed"
	"fmt"
	"path/filepath"
	"sync"

	"suanqing/validate/lab/fixture"
	"suanqing/validate/lab/prose"
)

//go:embed texts/*.txt
var templates embed.FS

// whole are the four texts: whose manner, and the figures they tell.
var whole = []struct {
	name   string
	seed   int64
	manner Manner
}{
	{"henan", 34, Manner{"万元", false, 2}},
	{"liaoning", 41, Manner{"万元", true, 1}},
	{"guizhou", 44, Manner{"元", true, 2}},
	{"shenzhen", 45, Manner{"万元", false, 1}},
}

// caseOf is a generated case in a unit.
func caseOf(seed int64, unit string) *prose.Case {
	c := prose.RandomCase(seed)
	if unit == "元" {
		c = prose.NewCase(c.Name, c.Exact, c.Exact, seed)
	}
	return c
}

func source(name string) string {
	data, err := templates.ReadFile("texts/" + name + ".txt")
	if err != nil {
		panic(err)
	}
	return string(data)
}

// Texts are the four right texts.
func Texts() []prose.Text { return texts() }

var texts = sync.OnceValue(func() []prose.Text {
	var out []prose.Text
	for _, w := range whole {
		out = append(out, write(caseOf(w.seed, w.manner.Unit), w.manner, w.name, source(w.name)))
	}
	return out
})

// Saved is where a text's file lies in testdata.
func Saved(name, kind string) string {
	return filepath.Join(fixture.Testdata(), "prose", "further", fmt.Sprintf("%s.%s", name, kind))
}

// features of each text's Word document.
var features = map[string]prose.Features{
	"henan": {Styles: true, Split: true, Footnote: true}, "liaoning": {Split: true, Header: true, Tracked: true},
	"guizhou": {Styles: true, Header: true}, "shenzhen": {Split: true, Fields: true},
}

// Docx writes a text as a Word document.
func Docx(t prose.Text) []byte { return prose.DocxWith(t, features[t.Name]) }
