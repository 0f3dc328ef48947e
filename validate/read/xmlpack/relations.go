package xmlpack

import (
	"strings"

	"suanqing/validate/document"
	"suanqing/validate/read/refuse"
)

// Relation is one relationship of a part; Kind is the last word of its type,
// which Transitional and Strict share.
type Relation struct{ ID, Kind, Target string }

// Relations reads the relationships of a part, "" being the package. Those that lead
// out of it are left out: nothing is ever fetched.
func (p *Pack) Relations(part string) ([]Relation, *document.Refusal) {
	dir, base := "", part
	if i := strings.LastIndexByte(part, '/'); i >= 0 {
		dir, base = part[:i+1], part[i+1:]
	}
	name := dir + "_rels/" + base + ".rels"
	if !p.Has(name) {
		return nil, nil
	}
	x, refusal := p.Scan(name, "关系部件")
	if refusal != nil {
		return nil, refusal
	}
	var list []Relation
	for x.Root("Relationships") {
		for d := x.Depth(); x.Child(d); {
			if x.Name != "Relationship" || x.Attr("TargetMode") == "External" {
				continue
			}
			if len(list) == MaxMembers {
				return nil, refuse.TooComplex("关系部件超过 %d 条。", MaxMembers)
			}
			kind, target := x.Attr("Type"), x.Attr("Target")
			if len(target) > MaxTarget {
				return nil, refuse.Corrupt("关系部件已损坏（路径过长）。")
			}
			kind = kind[strings.LastIndexByte(kind, '/')+1:]
			list = append(list, Relation{x.Attr("Id"), kind, resolve(dir, target)})
		}
	}
	return list, x.Err
}

// resolve is a relationship target as a member name, from the folder of its source.
func resolve(dir, target string) string {
	target = strings.ReplaceAll(target, `\`, "/")
	if strings.HasPrefix(target, "/") {
		dir = ""
	}
	var path []string
	for _, step := range strings.Split(dir+target, "/") {
		switch step {
		case "", ".":
		case "..":
			path = path[:max(0, len(path)-1)]
		default:
			path = append(path, step)
		}
	}
	return strings.Join(path, "/")
}
