package said

import (
	"strings"

	"suanqing/validate/form"
	"suanqing/validate/prose/judging"
	"suanqing/validate/prose/lexicon"
	"suanqing/validate/prose/passage"
	"suanqing/validate/prose/scan"
	"suanqing/validate/report"
)

// bodies are the last words of names of departments.
var bodies = []string{"局", "委员会", "办公室", "厅", "政府", "法院", "检察院", "管理中心"}

// departments tells another department's name where this one's would stand.
func departments(j *judging.Text) {
	own := form.Normalize(j.Book.Department)
	if own == "" {
		return
	}
	known := unitsNamed(j)
	for _, p := range j.Passages {
		if p.Head || p.Section == nil || passage.TopicOf(p)&lexicon.Silent != 0 || len(p.Text) == 0 {
			continue
		}
		s := string(p.Text)
		if k := strings.Index(s, "日,"); strings.HasPrefix(s, stockTaken) && k >= 0 && k < 40 {
			s = s[k+len("日,"):]
		}
		if rest := passage.AfterYear(s); len(rest) < len(s) {
			s = strings.TrimPrefix(rest, ",") // 2023年度,某局机关运行经费 …
		}
		end := -1
		for _, w := range []string{"20", "共有车辆", "部门", "所属", "机关运行"} {
			if k := strings.Index(s, w); k > 0 && (end < 0 || k < end) {
				end = k
			}
		}
		if end < 0 || end > 3*30 {
			continue
		}
		name := strings.TrimLeft(s[:end], "-·•*#")
		if i := strings.IndexByte(name, '('); i > 0 {
			name = name[:i]
		}
		if len([]rune(name)) < 6 || strings.ContainsAny(name, ",。;:、0123456789") || !endsInBody(name) || scan.ShortFor(joiners.Replace(name), joiners.Replace(own)) || strings.Contains(known, name) || beginsRow(j, name) {
			continue
		}
		at := runesBefore(string(p.Text), name)
		j.Told("text.department", report.Warning, p, at, at+len([]rune(name)), "写的是“"+name+"”，本套决算的部门是“"+passage.Clip(own, 30)+"”")
	}
}

// beginsRow says whether a name is how a row of the items begins: 其他政府办公厅(室)….
func beginsRow(j *judging.Text, name string) bool {
	for _, id := range []form.ID{"F05", "F03"} {
		t := j.Book.Tables[id]
		if t == nil {
			continue
		}
		for _, row := range t.Rows {
			if form.IsCode(row.Key) && strings.HasPrefix(form.Normalize(row.Name), name) {
				return true
			}
		}
	}
	return false
}

func endsInBody(name string) bool {
	for _, b := range bodies {
		if strings.HasSuffix(name, b) {
			return true
		}
	}
	return false
}

// joiners stand in a name or not: 规划和自然资源局, 规划与自然资源局.
var joiners = strings.NewReplacer("与", "", "和", "", "及", "")

// unitsNamed is what the text says of the department and its units.
func unitsNamed(j *judging.Text) string {
	var b strings.Builder
	for _, p := range j.Passages {
		if p.Section != nil && passage.TopicOf(p)&lexicon.Silent != 0 && passage.TopicOf(p)&lexicon.Glossary == 0 && b.Len() < 100_000 {
			b.WriteString(string(p.Text))
			b.WriteByte('\n')
		}
	}
	return b.String()
}
