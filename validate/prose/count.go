package prose

import "strings"

// counters say what a number counts: by its unit and by words before it, the nearest
// first. A new wording is one string.
var counters = []struct {
	key    string
	in     topic
	units  string
	words  string // one of these, in the words before it
	except string // and none of these
}{
	{"国（境）外批次", threePublic, "个 批 批次 次", "国(境)外来访团组|国(境)外来访|境外来访团组|国外来访团组", ""},
	{"国（境）外人次", threePublic, "人次 人", "国(境)外来访团组|国(境)外来访|境外来访团组|国外来访团组", ""},
	{"会议次数", threePublic | meetings, "个 次 场 期", "召开会议|举办会议", ""},
	{"会议人次", threePublic | meetings, "人次 人", "参加会议|参会", ""},
	{"培训次数", threePublic | meetings, "个 次 场 期", "组织培训|举办培训|开展培训", ""},
	{"培训人次", threePublic | meetings, "人次 人", "组织培训|参加培训|参训|培训人", ""},
	{"接待批次", threePublic, "个 批 批次 次", "来访团组", ""},
	{"接待人次", threePublic, "人次 人", "来访团组|来宾|接待人次|接待人数", ""},
	{"出国团组", threePublic, "个 批 批次 次", "团组|出国(境)团|组团|出访", ""},
	{"出国团组", threePublic, "个团组", "", ""},
	{"出国人次", threePublic, "人次 人", "因公出国|出国(境)|团组|出访", "接待|批次|考察团"},
	{"外宾批次", threePublic, "批次 批 个批次", "外宾|外事接待|外事", ""},
	{"外宾人次", threePublic, "人次 人", "外宾|外事接待|外事", ""},
	{"国（境）外批次", threePublic, "批次 批 个批次", "国(境)外接待|国(境)外公务接待", ""},
	{"国（境）外人次", threePublic, "人次 人", "国(境)外接待|国(境)外公务接待", ""},
	{"接待批次", threePublic, "批次 批 个批次 次", "接待", ""},
	{"接待人次", threePublic, "人次 人", "接待|批次", ""},
	{"购置车辆", threePublic, "辆 台", "购置|购买|更新|新购", "保有量"},
	{"公务用车保有量", threePublic, "辆 台", "保有量|保有|车辆数|共有公务用车|共有车辆", ""},
	{"共有车辆", assets, "辆 台", "共有车辆|车辆共计|共有公务用车|车辆总数|车辆保有量|公务用车保有量", "其中"},
	{"大型设备", assets, "台(套) 台套 台 套 (台、套) (台,套) 台/套 (台套) 件", "设备", ""},
}

const longestClause = 400 // characters in front of a count that may say what it counts

// counted is the subject of a count; nil where that is not certain.
func (r *reader) counted(st *state, p *passage, toks []token, i int) *subject {
	n := toks[i].number
	from := 0
	for k := n.at - 1; k >= 0; k-- {
		if n.at-k > longestClause {
			from = k
			break
		}
		if p.text[k] == '。' || p.text[k] == ';' {
			from = k + 1
			break
		}
	}
	clause := string(p.text[from:n.at])
	unit := strings.Trim(n.unit, "()")
	about := topicOf(p)
	near := clause
	if about == performance {
		return r.rated(p, n, unit)
	}
	if about == assets {
		return r.vehicle(p, n, clause, unit)
	}
	best, at := -1, -1
	for c := range counters {
		w := &counters[c]
		if w.in&about == 0 || !oneOf(w.units, n.unit, unit) {
			continue
		}
		if w.words == "" {
			best = c
			break
		}
		for one := range strings.SplitSeq(w.words, "|") {
			if k := strings.LastIndex(near, one); k >= 0 && k+len(one) > at && !hasAny(near[k:], w.except) {
				best, at = c, k+len(one)
			}
		}
	}
	if best < 0 {
		return nil
	}
	key := counters[best].key
	if strings.HasPrefix(key, "接待") {
		switch { // whose guests, where the words before do not say
		case st.subject != nil && st.subject.key == "外宾接待费":
			key = "外宾" + strings.TrimPrefix(key, "接待")
		case st.subject != nil && st.subject.key == "国（境）外接待费":
			key = "国（境）外" + strings.TrimPrefix(key, "接待")
		}
	}
	return r.thing(key, about, unit)
}

// grades of the evaluation of projects, longer ones first.
var grades = []string{"不合格", "合格", "优秀", "良好", "优", "良", "中", "差"}

const projects = "项目个数"

// rated is the subject of a count of evaluated projects: of all, or of a grade.
func (r *reader) rated(p *passage, n *number, unit string) *subject {
	if !oneOf("个 项", unit) {
		return nil
	}
	was := string(p.text[max(0, n.at-8):n.at])
	next := string(p.text[n.end:min(len(p.text), n.end+10)])
	for k := strings.IndexAny(next, ",。;、"); k >= 0; k = -1 {
		next = next[:k]
	}
	if k := strings.LastIndexAny(was, ",。;、:()"); k >= 0 {
		was = was[k:]
	}
	for _, g := range grades {
		for _, tail := range []string{"的", "的项目", "项目", "级", "等次的", "等级的", "等次", "级的"} {
			if strings.HasSuffix(was, g+tail) {
				return r.thing("评级:"+g, performance, unit)
			}
		}
		if strings.HasSuffix(next, "为"+g) && strings.Contains(next, "级") {
			return r.thing("评级:"+g, performance, unit)
		}
	}
	if strings.HasPrefix(next, "项目") || strings.HasSuffix(was, "项目") {
		return r.thing(projects, performance, unit)
	}
	if strings.HasSuffix(was, "自评的") && (next == "" || strings.HasPrefix(next, "项目")) {
		return r.thing(projects, performance, unit)
	}
	return nil
}

// acquired are words for vehicles that came or went, which are not those that there are.
const acquired = "购置|更新|处置|报废|新增|减少|增加|调出|调入|划转|拍卖"

// vehicle is the subject of a count of the state's assets: 车辆 by kind, and equipment.
func (r *reader) vehicle(p *passage, n *number, clause, unit string) *subject {
	name := clause
	if k := strings.LastIndexAny(name, ",、:0123456789"); k >= 0 && k+1 < len(name) {
		name = name[k+1:]
	}
	switch {
	case strings.Contains(unit, "套") || strings.Contains(name, "设备"):
		if k := strings.LastIndex(clause, "单价"); k >= 0 {
			return r.thing("设备:"+strings.Map(func(c rune) rune {
				if c >= '0' && c <= '9' {
					return c
				}
				return -1
			}, clause[k:min(len(clause), k+24)]), assets, unit)
		}
		return nil
	case !oneOf("辆 台", unit):
		return nil
	case hasAny(name, acquired):
		return r.thing("本年车辆变动:"+name, assets, "辆")
	case strings.Contains(name, "车辆") && !strings.Contains(name, "用车") || strings.Contains(name, "共有"):
		return r.thing("共有车辆", assets, "辆")
	case strings.Contains(name, "车"):
		return r.thing("车:"+strings.TrimFunc(strings.TrimSuffix(name, "为"), func(c rune) bool { return c < 0x4e00 || c > 0x9fff }), assets, "辆")
	}
	return nil
}

// thing is a subject that is counted.
func (r *reader) thing(key string, about topic, unit string) *subject {
	if s := r.codes["#"+key]; s != nil {
		return s
	}
	s := &subject{key: key, in: about, unit: unit}
	r.codes["#"+key] = s
	return s
}

func oneOf(list string, words ...string) bool {
	for one := range strings.FieldsSeq(list) {
		for _, w := range words {
			if one == w {
				return true
			}
		}
	}
	return false
}

func hasAny(s, words string) bool {
	if words == "" {
		return false
	}
	for one := range strings.SplitSeq(words, "|") {
		if strings.Contains(s, one) {
			return true
		}
	}
	return false
}
