package rule

import (
	"strconv"

	"suanqing/validate/report"
)

const (
	mostAlike    = 200   // findings of one rule on one form that are told one by one
	mostOperands = 2_000 // cells of one equation that are listed
	mostCells    = 500   // cells of one structural finding that are listed
	mostListed   = 5_000 // cells of one rule on one form beyond which no further finding is told by itself
	mostWords    = 200   // operands of one side that are said in words
)

// fold keeps the findings of one rule. The first ones of a form are told one by
// one; the rest are told by the next one together, and only counted: a form of
// which every row lacks its parent is one thing to mend, not thousands.
type fold struct {
	rule  *Rule
	found []report.Finding
	heaps []heap
}

// pile is what is gathered: alike in form and severity.
type pile struct {
	form     string
	severity report.Severity
}

type heap struct {
	pile
	count   int
	cells   int
	gathers int // 1 + the index of the finding that stands for the rest; 0 while none does
	before  int // how many were told before it
}

// wants counts one more finding, and says whether it is to be built and told.
func (f *fold) wants(p pile) bool {
	h := f.heap(p)
	if h == nil {
		f.heaps = append(f.heaps, heap{pile: p})
		h = &f.heaps[len(f.heaps)-1]
	}
	h.count++
	return h.gathers == 0
}

// heap is what was gathered on a pile; nil for nothing.
func (f *fold) heap(p pile) *heap {
	for i := range f.heaps {
		if f.heaps[i].pile == p {
			return &f.heaps[i]
		}
	}
	return nil
}

// tell takes the finding that was wanted.
func (f *fold) tell(p pile, finding report.Finding) {
	f.found = append(f.found, finding)
	h := f.heap(p)
	if h.count > mostAlike || h.cells > mostListed {
		h.gathers, h.before = len(f.found), h.count-1
	}
	h.cells += len(finding.Cells)
}

// teller is the finding that tells the latest of a pile: its own, or the one that
// gathers.
func (f *fold) teller(p pile) int {
	if h := f.heap(p); h.gathers > 0 {
		return h.gathers - 1
	}
	return len(f.found) - 1
}

// count takes note of n more findings like those that were told.
func (f *fold) count(p pile, n int) {
	if h := f.heap(p); h != nil {
		h.count += n
	}
}

// all are the findings, those that gather saying for how many they stand.
func (f *fold) all() []report.Finding {
	for i := range f.heaps {
		h := &f.heaps[i]
		if n := h.count - h.before; h.gathers > 0 && n > 1 {
			g := &f.found[h.gathers-1]
			g.Message = "同样的问题还有 " + strconv.Itoa(n) + " 处，例如：" + g.Message
			g.Alike = n
		}
	}
	return f.found
}

// listed says how many of the cells are listed, where that is not all.
func listed(cells, of int) string {
	if cells == of {
		return ""
	}
	return "这里列出前 " + strconv.Itoa(cells) + " 个，共 " + strconv.Itoa(of) + " 个。"
}
