package prose

import (
	"fmt"
	"slices"
	"strings"

	"github.com/shopspring/decimal"
)

// Figures that only the text has: procurement, vehicles, projects; and one thing said twice.
var insides = []fault{
	{"procurement", "the parts no longer add up", 5, func(m *maker) bool {
		k, ok := m.one(func(k Mark) bool {
			return slices.Contains([]string{Goods, Works, Services, Procurement}, k.Subject) && k.Measure == Final
		})
		if !ok || !m.put(k, m.amountAs(k, yuan(k).Mul(decimal.New(int64(104+m.IntN(40)), -2)).Round(-2)), Error) {
			return false
		}
		m.check = true
		m.also(func(o Mark) bool { return o.Block == k.Block })
		return true
	}},
	{"procurement", "more went to small firms than was bought", 3, func(m *maker) bool {
		k, ok := m.one(func(k Mark) bool { return k.Subject == ToSME && k.Measure == Final })
		if !ok || !m.put(k, m.amountAs(k, m.base.Case.Bought[Procurement].Add(decimal.NewFromInt(152_000))), Error, Warning) {
			return false
		}
		m.also(func(o Mark) bool { return o.Block == k.Block || o.Subject == Procurement })
		return true
	}},
	{"procurement", "more went to the smallest firms than to small ones", 2, func(m *maker) bool {
		k, ok := m.one(func(k Mark) bool { return k.Subject == ToMicro && k.Measure == Final })
		if !ok || !m.put(k, m.amountAs(k, m.base.Case.Bought[ToSME].Add(decimal.NewFromInt(92_100))), Error, Warning) {
			return false
		}
		m.also(func(o Mark) bool { return o.Block == k.Block })
		return true
	}},
	{"vehicles", "a kind is one off", 4, func(m *maker) bool {
		k, ok := m.one(func(k Mark) bool {
			return (k.Subject == "车辆" || slices.Contains(garage, k.Subject)) && k.Measure == Count
		})
		if !ok || !m.put(k, k.Value.Add(decimal.NewFromInt(1)).String(), Error) {
			return false
		}
		m.check = true
		m.also(func(o Mark) bool { return o.Block == k.Block })
		return true
	}},
	{"projects", "the grades do not add up to the projects", 3, func(m *maker) bool {
		k, ok := m.one(func(k Mark) bool { return k.Subject == "优" || k.Subject == "良" })
		if !ok || !m.put(k, k.Value.Add(decimal.NewFromInt(1)).String(), Error) {
			return false
		}
		m.also(func(o Mark) bool { return o.Block == k.Block || o.Subject == "绩效项目" && o.Measure == Count })
		return true
	}},
	{"projects", "a project's completion does not fit", 3, func(m *maker) bool {
		k, ok := m.one(func(k Mark) bool {
			return k.Measure == Completion && m.project(k.Subject) && k.Value.LessThan(decimal.NewFromInt(97))
		})
		return ok && m.wrongPercent(k, m.percentAs(k, k.Value.Add(decimal.New(212, -2))))
	}},
	{"projects", "the projects' budgets do not add up", 3, func(m *maker) bool {
		k, ok := m.one(func(k Mark) bool { return k.Subject == "绩效项目" && k.Measure == Budget })
		if !ok || !m.put(k, m.amountAs(k, yuan(k).Add(decimal.NewFromInt(300_000))), Error, Warning) {
			return false
		}
		m.also(func(o Mark) bool { return o.Measure == Budget && m.project(o.Subject) })
		return true
	}},
	{"twice", "the projects are counted twice, differently", 3, func(m *maker) bool {
		k, ok := m.one(func(k Mark) bool { return k.Subject == "绩效项目" && k.Measure == Count })
		if !ok || !m.put(k, fmt.Sprint(len(m.base.Case.Projects)+1), Error, Warning) {
			return false
		}
		m.also(func(o Mark) bool { return o.What == k.What || o.Subject == "优" || o.Subject == "良" })
		return true
	}},
	{"twice", "a total is said twice, differently", 4, func(m *maker) bool {
		k, ok := m.one(func(k Mark) bool { return isFinal(k) && len(m.base.Find(k.Subject, Final)) > 1 && !k.Value.IsZero() })
		return ok && m.put(k, m.amountAs(k, yuan(k).Add(decimal.NewFromInt(31_400))), Error) && m.once()
	}},
	{"twice", "last year's figure does not fit its change", 4, func(m *maker) bool {
		k, ok := m.one(func(k Mark) bool { return k.Measure == Prior })
		if !ok || !m.put(k, m.amountAs(k, yuan(k).Mul(decimal.New(107, -2)).Round(-2)), Error) {
			return false
		}
		m.also(func(o Mark) bool { return o.Block == k.Block && o.Subject == k.Subject })
		return true
	}},
	{"three public", "a budget is not the form's", 4, func(m *maker) bool {
		k, ok := m.one(func(k Mark) bool { return k.Measure == Budget && k.Determined == ByForm && !k.Value.IsZero() })
		return ok && m.put(k, m.amountAs(k, yuan(k).Mul(decimal.New(110, -2)).Round(-2)), Error) && m.far(k) && m.once()
	}},
	{"running", "running costs are above all public funds", 2, func(m *maker) bool {
		k, ok := m.one(func(k Mark) bool { return k.Subject == Running && k.Measure == Final })
		if !ok || !m.put(k, m.amountAs(k, yuan(k).Mul(decimal.New(131, -2)).Round(-2)), Error, Warning) {
			return false
		}
		m.also(func(o Mark) bool { return o.Subject == Running || o.Subject == Public })
		return true
	}},
	{"running", "last year's figure of running costs is this year's", 2, func(m *maker) bool {
		k, ok := m.one(func(k Mark) bool { return k.Subject == Running && k.Measure == Change })
		if !ok || !m.put(k, m.amountAs(k, m.base.Case.Prior[Running]), Error) {
			return false
		}
		m.check = true
		m.also(func(o Mark) bool { return o.Subject == Running && o.Block == k.Block })
		return true
	}},
	{"list", "a figure of a list has lost its first digit", 4, func(m *maker) bool {
		k, ok := m.one(func(k Mark) bool {
			return isFinal(k) && len(k.Words) > 5 && k.Words[0] <= '9' && !strings.HasPrefix(k.Words[1:], ",") && k.Words[1] != '0'
		})
		return ok && m.put(k, k.Words[1:], Error) && m.once()
	}},
}

func (m *maker) project(subject string) bool {
	return slices.ContainsFunc(m.base.Case.Projects, func(e Evaluated) bool { return e.Name == subject })
}

// Faults of the self-evaluation tables and of what the text says of them.
var evaluationFaults = []fault{
	{"evaluation", "the points do not add up to the total", 3, func(m *maker) bool {
		return m.cell(func(r []string) int { return at(r, "总分", 6) }, func(s string) string { return fmt.Sprint(atoi(s) - 2) }, Error)
	}},
	{"evaluation", "the rate is not outcome by budget", 3, func(m *maker) bool {
		return m.cell(func(r []string) int { return at(r, "年度资金总额", 6) }, func(s string) string {
			if s == "100.00%" {
				return "97.30%"
			}
			return "100.00%"
		}, Error)
	}},
	{"evaluation", "the outcome is another project's", 2, func(m *maker) bool {
		return m.cell(func(r []string) int { return at(r, "年度资金总额", 4) }, func(string) string { return "99.87" }, Error)
	}},
	{"evaluation", "the weights are not 100", 2, func(m *maker) bool {
		return m.cell(func(r []string) int { return at(r, "质量指标", 5) }, func(string) string { return "20" }, Error, Warning)
	}},
	{"evaluation", "more points than the weight", 2, func(m *maker) bool {
		return m.cell(func(r []string) int { return at(r, "数量指标", 6) }, func(string) string { return "18" }, Error)
	}},
	{"evaluation", "a missed target has full points", 3, func(m *maker) bool {
		return m.cell(func(r []string) int { return at(r, "满意度指标（10分）", 4) }, func(string) string { return "91%" }, Warning)
	}},
	{"evaluation", "the parts are not the whole", 2, func(m *maker) bool {
		return m.cell(func(r []string) int { return at(r, "其中：当年财政拨款", 3) }, func(s string) string { return s + "1" }, Error)
	}},
	{"evaluation", "the summary has another score", 3, func(m *maker) bool {
		return m.cell(func(r []string) int {
			if len(r) == 5 && m.project(r[1]) {
				return 3
			}
			return -1
		}, func(s string) string { return fmt.Sprint(atoi(s) - 1) }, Error, Warning)
	}},
	{"evaluation", "the grade is not the score's", 2, func(m *maker) bool {
		return m.cell(func(r []string) int {
			if len(r) == 5 && m.project(r[1]) {
				return 4
			}
			return -1
		}, func(s string) string { return map[string]string{"优": "良", "良": "优"}[s] }, Warning, Error)
	}},
	{"evaluation", "the points of execution are those of another rate", 2, func(m *maker) bool {
		return m.cell(func(r []string) int { return at(r, "年度资金总额", 7) }, func(s string) string {
			return map[bool]string{true: "6", false: "10"}[s == "10" || s == "9"]
		}, Error)
	}},
	{"evaluation", "the text has another score than the table", 3, func(m *maker) bool {
		k, ok := m.one(func(k Mark) bool { return k.Measure == Score && k.Determined == ByTwice })
		return ok && m.put(k, k.Value.Sub(decimal.NewFromInt(3)).String(), Error, Warning)
	}},
	{"evaluation", "the points are left empty", 2, func(m *maker) bool {
		return m.cell(func(r []string) int { return at(r, "效益指标（30分）", 6) }, func(string) string { return "" }, Warning, Error)
	}},
}

// at is a column of a row that has a label, or -1.
func at(row []string, label string, col int) int {
	if slices.Contains(row[:min(2, len(row))], label) {
		return col
	}
	return -1
}

func atoi(s string) int { return int(decimal.RequireFromString(s).IntPart()) }

// cell edits a cell of a table; a finding may name any cell of that table, and for a score,
// any place where its project is told of.
func (m *maker) cell(which func([]string) int, edit func(string) string, severities ...Severity) bool {
	type place struct{ block, row, col int }
	var of []place
	for i, b := range m.base.Blocks {
		for j, r := range b.Rows {
			if c := which(r); c >= 0 {
				of = append(of, place{i, j, c})
			}
		}
	}
	if len(of) == 0 {
		return false
	}
	p := of[m.IntN(len(of))]
	was := m.base.Blocks[p.block].Rows[p.row][p.col]
	words := edit(was)
	if words == was {
		return false
	}
	m.text.Blocks = slices.Clone(m.base.Blocks)
	rows := slices.Clone(m.base.Blocks[p.block].Rows)
	rows[p.row] = slices.Clone(rows[p.row])
	rows[p.row][p.col] = words
	m.text.Blocks[p.block].Rows = rows
	m.want = Want{Severities: severities, Places: []Place{{Block: p.block, Words: words, Row: p.row, Col: p.col}, {Block: p.block}}}
	for i, b := range m.text.Blocks {
		if len(b.Rows) > 0 && i != p.block && b.Rows[0][0] == "项目名称" {
			if sum := m.text.Blocks[p.block].Rows; len(sum[0]) == 5 && b.Rows[0][1] == sum[p.row][1] {
				m.want.Places = append(m.want.Places, Place{Block: i})
			}
		}
	}
	for _, e := range m.base.Case.Projects {
		if rows := m.text.Blocks[p.block].Rows; rows[0][1] == e.Name || len(rows[0]) == 5 && rows[p.row][1] == e.Name {
			m.also(func(o Mark) bool { return o.Subject == e.Name })
		}
	}
	return true
}
