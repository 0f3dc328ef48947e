package said

import (
	"strings"

	"suanqing/validate/amount"
	"suanqing/validate/prose/judging"
	"suanqing/validate/prose/lexicon"
	"suanqing/validate/prose/mention"
	"suanqing/validate/prose/passage"
	"suanqing/validate/report"
)

// unwritten says whether a passage is still a template's: 上海市XX局…无…; 作下述说明.
func unwritten(p *passage.Passage) bool {
	return lexicon.HasAny(string(p.Text), "XX|××|下述说明|如下表述")
}

const longestNone = 90 // characters of what there is none of

// none judges 本部门没有政府性基金收支.
func none(j *judging.Text) {
	for i := range j.Notes {
		n := &j.Notes[i]
		if n.Sense != lexicon.ANone {
			continue
		}
		s := n.Passage.Text[n.End:min(len(n.Passage.Text), n.End+longestNone)]
		for k, c := range s {
			if c == '。' || c == ';' {
				s = s[:k]
				break
			}
		}
		rest := string(s)
		if unwritten(n.Passage) {
			continue
		}
		if len(s) > 60 || strings.Contains(rest, "预算安排的年初") || passage.HasAmount(s) {
			continue
		}
		for k := range judging.NoneOf {
			of := &judging.NoneOf[k]
			if passage.TopicOf(n.Passage)&of.In == 0 || !strings.Contains(rest, of.Words) || !lexicon.HasAny(rest, "收入|支出|收支|经费|安排|拨款") {
				continue
			}
			if k > 2 && (strings.Contains(rest, "三公") || strings.ContainsAny(rest, ",") || strings.Contains(rest, "年初")) {
				continue
			}
			nothingIn(j, n, len(s), rest, of.Cells)
		}
	}
}

// nothingIn judges that cells are nothing, as the text says.
func nothingIn(j *judging.Text, n *mention.Note, length int, rest, cells string) {
	o := judging.Operands{}
	o.Put(lexicon.Final, j.Exactly(0))
	for at, cell := range strings.Split(cells, ";") {
		e := judging.EquationOf(cell)
		of := e.Right[0]
		if j.Book.Tables[of.Form] == nil {
			return
		}
		if at == 0 {
			j.Judged("text.none", report.Holds)
		}
		if of.Column == "本年收入" && !strings.Contains(rest, "收") {
			continue
		}
		in, _ := j.Evaluate(e, nil, &o)
		if in == nil || in.Bears() {
			continue
		}
		f := in.Right[0].Figure
		j.Told("text.none", report.Error, n.Passage, n.At, n.End+length, "写的是“"+string(n.Passage.Text[n.At:n.End])+passage.Clip(rest, 30)+"”，但"+f.Table.Form.Short+"“"+judging.RowAndColumn(f)+"”是 "+amount.Group(f.Value)+" "+j.Unit.Name, j.FormCell(f))
		return
	}
}
