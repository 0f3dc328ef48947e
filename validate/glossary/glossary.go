// Package glossary judges the 名词解释: every account that the text describes and every
// special term that it uses is explained, and none twice in different words.
package glossary

import (
	"slices"
	"strings"

	"suanqing/validate/bind"
	"suanqing/validate/internal/sha256"
	"suanqing/validate/prose/passage"
	"suanqing/validate/report"
	"suanqing/validate/rule"
)

// Caps.
const (
	mostTerms = 2_000
	mostTold  = 40 // places of a finding
	mostNamed = 8  // names in a message
)

// Catalogue is every rule about the 名词解释.
func Catalogue() []*rule.Rule { return catalogue }

var catalogue = []*rule.Rule{
	{ID: "glossary.item", Title: "说明到的项级科目都有名词解释", Severity: report.Warning,
		Why: "名词解释逐项解释支出功能分类项级科目的，说明里写到的、有支出的每个项都要解释到。", Hint: "补写缺的科目；科目名称写错的，改名称。"},
	{ID: "glossary.term", Title: "说明用到的专业名词都有解释", Severity: report.Warning,
		Why: "公开的说明应当让人看得懂，用到的收支名词、“三公”经费、机关运行经费等要有解释。", Hint: "在名词解释里补写。"},
	{ID: "glossary.twice", Title: "一个名词只有一种解释", Severity: report.Warning,
		Why: "同一个名词解释了两次而内容不同，总有一处是错的，多半是复制后没有改。", Hint: "核对名称和内容，删去或改正一处。"},
}

// entry is one explanation.
type entry struct {
	name    string // all of it, brackets gone
	path    path
	parts   []string // names that it joins
	open    bool     // ends in 等
	text    string
	passage *passage.Paragraph
	end     int // of the name, in the passage
}

// used is something that the text uses.
type used struct {
	path path
	name string
	cell report.Cell
}

// Judge judges the glossary of a book and adds to the outcome; without one it does nothing.
func Judge(b *bind.Book, out *rule.Outcome) {
	text := passage.Paragraphs(b)
	at := -1
	for i := range text {
		if s := string(text[i].Text); len(text[i].Text) < 30 && strings.HasSuffix(strings.TrimRight(s, ":0123456789.…"), heading) {
			at = i
		}
	}
	if at < 0 {
		return
	}
	entries, _ := read(text, at+1)
	if len(entries) < 2 {
		return
	}
	g := &judging{entries: entries, text: text[:at], head: &text[at], checked: map[string]int{}}
	g.items(b)
	g.terms()
	g.twice()
	rules := make([]report.Rule, 0, len(catalogue))
	for _, r := range catalogue {
		o := report.Rule{Rule: r.ID, Title: r.Title, Checked: g.checked[r.ID], Outcome: report.Holds}
		switch {
		case slices.ContainsFunc(g.findings, func(f report.Finding) bool { return f.Rule == r.ID && f.Severity == report.Warning }):
			o.Outcome = report.Violated
		case o.Checked == 0:
			o.Outcome, o.Reason = report.Skipped, "名词解释里没有需要核对的内容"
		}
		rules = append(rules, o)
	}
	out.Add(rules, g.findings, nil)
}

// judging is a glossary under judgement.
type judging struct {
	entries  []entry
	text     []passage.Paragraph // before it
	head     *passage.Paragraph
	checked  map[string]int
	findings []report.Finding
}

func (g *judging) tell(at int, severity report.Severity, message string, cells []report.Cell) {
	r := catalogue[at]
	if len(cells) > mostTold {
		cells = cells[:mostTold]
	}
	print := []byte(r.ID + "\n" + string(severity))
	for i := range cells {
		print = append(print, "\n"+cells[i].Label+"|"+cells[i].Words...)
	}
	g.findings = append(g.findings, report.Finding{Rule: r.ID, Severity: severity, Title: r.Title, Why: r.Why, Hint: r.Hint, Message: message, Cells: cells, Fingerprint: sha256.Hex(print)[:16]})
}

// items judges that every account described is explained, where accounts are explained.
func (g *judging) items(b *bind.Book) {
	all := g.described(b)
	var missing []used
	explained := 0
	for _, u := range all {
		if g.explains(u.path) {
			explained++
		} else {
			missing = append(missing, u)
		}
	}
	if explained == 0 {
		return
	}
	g.checked[catalogue[0].ID] += len(all)
	if len(missing) == 0 {
		return
	}
	severity, message := report.Warning, "名词解释里没有解释"
	if 2*len(missing) > len(all) { // it is not its way to explain all of them
		severity, message = report.Notice, "名词解释只解释了一部分项级科目，没有解释的有"
	}
	g.tell(0, severity, message+named(missing)+"。", append(cellsOf(missing), g.headCell()))
}

// terms judges that every special term used is explained.
func (g *judging) terms() {
	var missing []used
	all := 0
	for _, t := range terms {
		cell, ok := g.uses(t)
		if !ok {
			continue
		}
		g.checked[catalogue[1].ID]++
		all++
		if !g.explainsTerm(t) {
			missing = append(missing, used{name: t.name, cell: cell})
		}
	}
	severity := report.Warning
	if 2*len(missing) > all { // a short list that explains a few of them
		severity = report.Notice
	}
	if len(missing) > 0 {
		g.tell(1, severity, "说明里用到而名词解释里没有解释的有"+named(missing)+"。", append(cellsOf(missing), g.headCell()))
	}
}

// twice judges that no name is explained in two ways.
func (g *judging) twice() {
	first := map[string]*entry{}
	for i := range g.entries {
		e := &g.entries[i]
		key := e.path.key()
		if key == "" {
			key = e.name
		}
		g.checked[catalogue[2].ID]++
		before := first[key]
		if before == nil {
			first[key] = e
			continue
		}
		if plain(before.text) != plain(e.text) && e.text != "" && before.text != "" {
			g.tell(2, report.Warning, "“"+e.shown()+"”解释了两次，内容不同。", []report.Cell{before.cell(), e.cell()})
		}
	}
}

func (g *judging) headCell() report.Cell {
	cell := g.head.Cell(0, len(g.head.Text))
	cell.Label = heading
	return cell
}

func (e *entry) shown() string { return string(e.passage.Text[:e.end]) }

func (e *entry) cell() report.Cell {
	cell := e.passage.Cell(0, e.end)
	cell.Label = heading
	return cell
}

func named(list []used) string {
	s := ""
	for i, u := range list {
		if i == mostNamed {
			return s + "等"
		}
		if i > 0 {
			s += "、"
		}
		s += "“" + strings.NewReplacer("“", "‘", "”", "’").Replace(u.name) + "”"
	}
	return s
}

func cellsOf(list []used) (out []report.Cell) {
	for _, u := range list {
		out = append(out, u.cell)
	}
	return out
}
