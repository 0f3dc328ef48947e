package further

import (
	"embed"
	"fmt"
	"path/filepath"
	"sync"

	"suanqing/validate/lab/fixture"
	"suanqing/validate/lab/prose"
)

//go:embed texts/*.txt unseen/*.txt
var templates embed.FS

type entry struct {
	name   string
	seed   int64
	manner Manner
}

// whole are the texts: whose manner, and the figures they tell.
var whole = []entry{
	{"henan", 34, Manner{Unit: "万元", Places: 2}},
	{"liaoning", 41, Manner{Unit: "万元", Commas: true, Places: 1}},
	{"guizhou", 44, Manner{Unit: "元", Commas: true, Places: 2}},
	{"shenzhen", 45, Manner{Unit: "万元", Places: 1}},
	{"hunan", 212, Manner{Unit: "万元", Places: 2}},
	{"zhejiang", 307, Manner{Unit: "万元", Commas: true, Places: 2, Bare: true}},
	{"jiangsu", 418, Manner{Unit: "万元", Commas: true, Places: 2}},
	{"chongqing", 523, Manner{Unit: "万元", Places: 1, Wide: true}},
	{"fujian", 631, Manner{Unit: "元", Places: 2}},
	{"hebei", 745, Manner{Unit: "万元", Commas: true, Places: 2}},
}

// text writes one of the texts of a template, its own or a changed one.
func (w entry) text(template string) prose.Text {
	_, old := levels[w.name]
	if _, ok := officeOf(w.name); ok || old {
		return write(caseAt(w.name, w.seed, w.manner.Unit), w.manner, w.name, template)
	}
	return write(caseOf(w.seed, w.manner.Unit), w.manner, w.name, template)
}

// caseOf is a generated case in a unit.
func caseOf(seed int64, unit string) *prose.Case {
	c := prose.RandomCase(seed)
	if unit == "元" {
		c = prose.NewCase(c.Name, c.Exact, c.Exact, seed)
	}
	return c
}

// source is a text's template, of either set.
func source(name string) string {
	for _, dir := range []string{"texts/", "unseen/"} {
		if data, err := templates.ReadFile(dir + name + ".txt"); err == nil {
			return string(data)
		}
	}
	panic("further: no text " + name)
}

// Texts are the right texts.
func Texts() []prose.Text { return texts() }

var texts = sync.OnceValue(func() []prose.Text {
	var out []prose.Text
	for _, w := range whole {
		out = append(out, w.text(source(w.name)))
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
	"hunan": {Styles: true, Split: true}, "zhejiang": {Split: true, Tracked: true}, "jiangsu": {Styles: true, Footnote: true},
	"chongqing": {Split: true, Header: true}, "fujian": {Fields: true}, "hebei": {Styles: true, Split: true, Tracked: true},
}

// Docx writes a text as a Word document.
func Docx(t prose.Text) []byte { return prose.DocxWith(t, features[t.Name]) }
