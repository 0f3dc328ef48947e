package read

import (
	"strings"

	"suanqing/validate/prose/lexicon"
	"suanqing/validate/prose/passage"
	"suanqing/validate/prose/scan"
)

// counters say what a number counts: by its unit and by words before it, the nearest
// first. A new wording is one string.
var counters = []struct {
	key    string
	in     lexicon.Topic
	units  string
	words  string // one of these, in the words before it
	except string // and none of these
}{
	{"国（境）外批次", lexicon.ThreePublic, "个 批 批次 次", "国(境)外来访团组|国(境)外来访|境外来访团组|国外来访团组", ""},
	{"国（境）外人次", lexicon.ThreePublic, "人次 人", "国(境)外来访团组|国(境)外来访|境外来访团组|国外来访团组", ""},
	{"会议次数", lexicon.ThreePublic | lexicon.Meetings, "个 次 场 期", "会议", ""},
	{"会议人次", lexicon.ThreePublic | lexicon.Meetings, "人次 人", "会议|参会", ""},
	{"培训次数", lexicon.ThreePublic | lexicon.Meetings, "个 次 场 期", "培训", ""},
	{"培训人次", lexicon.ThreePublic | lexicon.Meetings, "人次 人", "培训|参训", ""},
	{"接待批次", lexicon.ThreePublic, "个 批 批次 次", "来访团组", ""},
	{"接待人次", lexicon.ThreePublic, "人次 人", "来访团组|来宾|接待人次|接待人数", ""},
	{"出国团组", lexicon.ThreePublic, "个 批 批次 次", "团组|出国(境)团|组团|出访|因公出国(境)", ""},
	{"出国团组", lexicon.ThreePublic, "个团组", "", ""},
	{"出国人次", lexicon.ThreePublic, "人次 人", "因公出国|出国(境)|团组|出访", "接待|批次|考察团"},
	{"外宾批次", lexicon.ThreePublic, "批次 批 个批次", "外宾|外事接待|外事", ""},
	{"外宾人次", lexicon.ThreePublic, "人次 人", "外宾|外事接待|外事", ""},
	{"国（境）外批次", lexicon.ThreePublic, "批次 批 个批次", "国(境)外接待|国(境)外公务接待", ""},
	{"国（境）外人次", lexicon.ThreePublic, "人次 人", "国(境)外接待|国(境)外公务接待", ""},
	{"接待批次", lexicon.ThreePublic, "批次 批 个批次 次", "接待", ""},
	{"接待人次", lexicon.ThreePublic, "人次 人", "接待|批次", ""},
	{"购置车辆", lexicon.ThreePublic, "辆 台", "购置|购买|更新|新购", "保有量"},
	{"公务用车保有量", lexicon.ThreePublic, "辆 台", "保有量|保有|车辆数|共有公务用车|共有车辆", ""},
	{"共有车辆", lexicon.Assets, "辆 台", "共有车辆|车辆共计|共有公务用车|车辆总数|车辆保有量|公务用车保有量", "其中"},
	{"大型设备", lexicon.Assets, "台(套) 台套 台 套 (台、套) (台,套) 台/套 (台套) 件", "设备", ""},
}

const longestClause = 400 // characters in front of a count that may say what it counts

// ofOtherDate says whether a count is that of last year: 上年末共有车辆 5 辆, and not 较上年增加 5 辆.
func ofOtherDate(clause string) bool {
	if k := strings.LastIndexAny(clause, ",:"); k >= 0 {
		clause = clause[k+1:]
	}
	return lexicon.HasAny(clause, "上年|去年|上一年") && !lexicon.HasAny(clause, "比|较|与|同")
}

// counted is the subject of a count; nil where that is not certain.
func (r *Reader) counted(st *state, p *passage.Passage, toks []token, i int) *lexicon.Subject {
	n := toks[i].number
	from := 0
	for k := n.At - 1; k >= 0; k-- {
		if n.At-k > longestClause {
			from = k
			break
		}
		if p.Text[k] == '。' || p.Text[k] == ';' {
			from = k + 1
			break
		}
	}
	clause := string(p.Text[from:n.At])
	unit := strings.Trim(n.Unit, "()")
	about := passage.TopicOf(p)
	near := clause
	if ofOtherDate(clause) {
		return nil
	}
	if about == lexicon.Performance {
		return r.rated(p, n, unit)
	}
	if about == lexicon.Assets {
		return r.vehicle(p, n, clause, unit)
	}
	best, at := -1, -1
	for c := range counters {
		w := &counters[c]
		if w.in&about == 0 || !lexicon.OneOf(w.units, n.Unit, unit) {
			continue
		}
		if w.words == "" {
			best = c
			break
		}
		for one := range strings.SplitSeq(w.words, "|") {
			if k := strings.LastIndex(near, one); k >= 0 && k+len(one) > at && !lexicon.HasAny(near[k:], w.except) {
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
		case st.weak && st.subject != nil && (st.subject.Key == "外宾接待费" || st.subject.Key == "国（境）外接待费") && !n.Value.IsZero():
			return nil // 国(境)外接待费 0 万元。其中协查办案接待 21 批次: of which is not certain
		case st.subject != nil && st.subject.Key == "外宾接待费":
			key = "外宾" + strings.TrimPrefix(key, "接待")
		case st.subject != nil && st.subject.Key == "国（境）外接待费":
			key = "国（境）外" + strings.TrimPrefix(key, "接待")
		}
	}
	return r.thing(key, about, unit)
}

// grades of the evaluation of projects, longer ones first.
var grades = []string{"不合格", "合格", "优秀", "良好", "优", "良", "中", "差"}

// Projects is the key of how many projects were evaluated.
const Projects = "项目个数"

// rated is the subject of a count of evaluated projects: of all, or of a grade.
func (r *Reader) rated(p *passage.Passage, n *scan.Number, unit string) *lexicon.Subject {
	if !lexicon.OneOf("个 项", unit) {
		return nil
	}
	was := string(p.Text[max(0, n.At-8):n.At])
	next := string(p.Text[n.End:min(len(p.Text), n.End+10)])
	for k := strings.IndexAny(next, ",。;、"); k >= 0; k = -1 {
		next = next[:k]
	}
	if k := strings.LastIndexAny(was, ",。;、:()"); k >= 0 {
		was = was[k:]
	}
	for _, g := range grades {
		for _, tail := range []string{"的", "的项目", "项目", "级", "等次的", "等级的", "等次", "级的"} {
			if strings.HasSuffix(was, g+tail) {
				return r.thing("评级:"+g, lexicon.Performance, unit)
			}
		}
		if strings.HasSuffix(next, "为"+g) && strings.Contains(next, "级") {
			return r.thing("评级:"+g, lexicon.Performance, unit)
		}
	}
	if strings.HasPrefix(next, "项目") || strings.HasSuffix(was, "项目") {
		return r.thing(Projects, lexicon.Performance, unit)
	}
	if strings.HasSuffix(was, "自评的") && (next == "" || strings.HasPrefix(next, "项目")) {
		return r.thing(Projects, lexicon.Performance, unit)
	}
	return nil
}

// acquired are words for vehicles that came or went or are not its own to use, which are not those that there are.
const acquired = "购置|更新|处置|报废|新增|减少|增加|调出|调入|划转|拍卖|租赁|租用|租入|借用|借入|封存|闲置|待报废|待处置|出租|出借|上交|移交|停用"

// allotted are words for vehicles that there may be, and not those that there are: 车辆编制 12 辆.
const allotted = "编制|定编|核定|应配"

// vehicle is the subject of a count of the state's assets: 车辆 by kind, and equipment.
func (r *Reader) vehicle(p *passage.Passage, n *scan.Number, clause, unit string) *lexicon.Subject {
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
			}, clause[k:min(len(clause), k+24)]), lexicon.Assets, unit)
		}
		return nil
	case !lexicon.OneOf("辆 台", unit):
		return nil
	case lexicon.HasAny(name, allotted):
		return nil
	case lexicon.HasAny(name, acquired):
		return r.thing("本年车辆变动:"+name, lexicon.Assets, "辆")
	case strings.Contains(name, "车辆") && !strings.Contains(name, "用车") || strings.Contains(name, "共有"):
		return r.thing("共有车辆", lexicon.Assets, "辆")
	case strings.Contains(name, "车"):
		return r.thing("车:"+strings.TrimFunc(strings.TrimSuffix(name, "为"), func(c rune) bool { return c < 0x4e00 || c > 0x9fff }), lexicon.Assets, "辆")
	}
	return nil
}

// thing is a subject that is counted.
func (r *Reader) thing(key string, about lexicon.Topic, unit string) *lexicon.Subject {
	if s := r.codes["#"+key]; s != nil {
		return s
	}
	s := &lexicon.Subject{Key: key, In: about, Unit: unit}
	r.codes["#"+key] = s
	return s
}
