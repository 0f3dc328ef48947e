package prose

import "strings"

// Words of direction that say the contrary, and 持平 of what is not.
var turns = []fault{
	{"direction", "both words of a change are turned", 7, func(m *maker) bool {
		k, ok := m.one(func(k Mark) bool { return k.Measure == Change && k.Determined == ByPercent })
		if !ok || !m.turn(k) {
			return false
		}
		for _, o := range m.text.Marks {
			if o.Block == k.Block && o.Measure == Growth && o.Subject == k.Subject && !m.turn(o) {
				return false
			}
		}
		for i := range m.text.Marks {
			if o := &m.text.Marks[i]; o.Subject == k.Subject && o.Block == k.Block && (o.Measure == Change || o.Measure == Growth) {
				o.Down = !o.Down
			}
		}
		m.check = true
		m.also(func(o Mark) bool { return o.Block == k.Block && o.Subject == k.Subject && o.Measure != Final })
		return true
	}},
	{"direction", "one word of a change is turned", 6, func(m *maker) bool {
		measure := []string{Change, Growth}[m.IntN(2)]
		k, ok := m.one(func(k Mark) bool { return k.Measure == measure && k.Determined == ByPercent })
		if !ok || !m.turn(k) {
			return false
		}
		m.also(func(o Mark) bool { return o.Block == k.Block && o.Subject == k.Subject && o.Measure != Final })
		return true
	}},
	{"direction", "大于 is 小于 or the reverse", 7, func(m *maker) bool {
		block, w, ok := m.aBlock("决算数大于", "决算数小于", "决算数高于", "决算数低于")
		to := map[string]string{"决算数大于": "决算数小于", "决算数小于": "决算数大于", "决算数高于": "决算数低于", "决算数低于": "决算数高于"}[w]
		if !ok || !m.beside(block) || !m.swap(block, 0, w, to, Error) {
			return false
		}
		m.also(func(o Mark) bool { return o.Block == block })
		return true
	}},
	{"same", "持平 with a change in budget", 4, func(m *maker) bool {
		block, w, ok := m.aBlock("决算数大于", "决算数小于")
		if !ok || !m.beside(block) {
			return false
		}
		text := m.base.Blocks[block].Text
		start := strings.Index(text, w)
		end := strings.Index(text[start:], "。")
		if end < 0 || !m.swap(block, 0, text[start:start+end], "决算数与预算数持平", Error) {
			return false
		}
		m.also(func(o Mark) bool { return o.Block == block })
		return true
	}},
	{"same", "持平 beside a change", 3, func(m *maker) bool {
		k, ok := m.one(func(k Mark) bool { return k.Measure == Change && k.Base == Prior && k.Determined == ByPercent })
		if !ok {
			return false
		}
		text := m.base.Blocks[k.Block].Text
		before := strings.TrimRight(text[:k.Start], " ")
		for _, w := range turnWords {
			if strings.HasSuffix(before, "，"+w.from) {
				at := len(before) - len(w.from)
				m.text = m.text.Replace(k.Block, at, at, "与上年持平，")
				m.want.Severities = []Severity{Error}
				m.place(k.Block, at, "与上年持平")
				m.also(func(o Mark) bool { return o.Block == k.Block && o.Subject == k.Subject })
				return true
			}
		}
		return false
	}},
}

// turnWords are the words of change with their contraries, longer ones first.
var turnWords = []struct{ from, to string }{
	{"增长", "下降"}, {"增加", "减少"}, {"减少", "增加"}, {"下降", "增长"}, {"增支", "减支"}, {"减支", "增支"},
	{"上升", "降低"}, {"降低", "上升"}, {"增幅", "降幅"}, {"降幅", "增幅"},
}

// turn turns the word before a figure of change.
func (m *maker) turn(k Mark) bool {
	for _, o := range m.text.Marks { // where it stands now
		if o.What == k.What && o.Block == k.Block && o.Words == k.Words {
			before := strings.TrimRight(m.text.Blocks[o.Block].Text[:o.Start], " ")
			for _, w := range turnWords {
				if strings.HasSuffix(before, w.from) {
					at := len(before) - len(w.from)
					return m.swap(o.Block, at, w.from, w.to, Error)
				}
			}
			return false
		}
	}
	return false
}

// beside says that the block prints a budget and a final figure that differ.
func (m *maker) beside(block int) bool {
	for _, a := range m.base.Marks {
		for _, b := range m.base.Marks {
			if a.Block == block && b.Block == block && a.Subject == b.Subject && a.Measure == Final && b.Measure == Budget {
				return a.Value.Sub(b.Value).Abs().GreaterThan(halfUnit("0.0"))
			}
		}
	}
	return false
}
