package read

import (
	"strings"

	"suanqing/validate/prose/lexicon"
	"suanqing/validate/prose/mention"
	"suanqing/validate/prose/passage"
)

// manners are words before 增加 or 减少 that say how, and not what.
var manners = []string{"略有", "小幅", "大幅", "大幅度", "明显", "显著", "略", "有所", "有", "净", "共", "再", "继续", "相应", "较大幅度", "小幅度", "则", "也", "都", "总体", "整体", "实际", "逐年", "稳步", "是", "进一步", "平均"}

// doubtOther notes that what is said is of something that is not understood.
func (r *Reader) doubtOther(st *state, p *passage.Passage, toks []token, i int) {
	if st.unknown && (st.part || st.strange || r.ofOther(p, toks, i)) {
		st.doubt = "前面的词没认出，说不准是哪一项"
	}
}

// ofOther says whether 增加 or 减少 is of something that has no name here: in its clause stand
// words that are not known, and no subject.
func (r *Reader) ofOther(p *passage.Passage, toks []token, i int) bool {
	for k := i - 1; k >= max(0, i-mention.Window); k-- {
		switch t := &toks[k]; {
		case t.mark != 0, t.number != nil, t.item, t.sense == lexicon.ASubject, t.sense == lexicon.AVersus, t.sense == lexicon.AMeasure, t.sense == lexicon.APast, t.sense == lexicon.APart:
			return false
		case t.text:
			s := string(p.Text[t.at:t.end])
			for _, m := range manners {
				if s == m {
					s = ""
				}
			}
			if strings.TrimFunc(s, func(c rune) bool { return c < 0x4e00 || c > 0x9fff }) != "" {
				return true
			}
		}
	}
	return false
}

// totals begin a clause that goes back to all of what was parted.
const totals = "总额 总量 总数 总计 合计"
