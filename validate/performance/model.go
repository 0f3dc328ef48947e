// Package performance judges the performance tables (绩效自评表) that stand in the tables
// of a text or on the sheets of a workbook, their summary (汇总表), and what the text says
// of them.
//
// A table is known by its words and not by its place; a column by its header. What is not
// certain is not judged.
package performance

import (
	"slices"

	"suanqing/validate/amount"
	"suanqing/validate/bind"
)

// Caps: a department publishes some dozen tables of some dozen rows each.
const (
	mostRows       = 5_000  // of a sheet
	mostInAll      = 30_000 // of all sheets
	mostColumns    = 64
	mostMerged     = 100_000 // cells under merges of a sheet
	mostProjects   = 400
	mostFunds      = 24
	mostIndicators = 400 // of a project
	mostSummaries  = 2_000
	mostTold       = 4_000 // passages about projects
)

// state is what a cell holds.
type state uint8

const (
	blank state = iota
	nothing
	words
	number
)

// figure is a cell as it is printed.
type figure struct {
	at      bind.Place
	there   bool // it has a place: its column was found
	covered bool // by a merge that begins elsewhere
	state   state
	text    string // as shown, without blanks around it
	lead    int    // blanks before it, in runes
	value   amount.Amount
	places  int32 // decimals printed
	percent bool
	unit    amount.Unit // that stands behind it
}

// fund is a row of money. Level 0 is the total, 1 its parts, 2 parts of the part before.
type fund struct {
	name                figure
	level               int
	doubt               bool // it may be of level 1 or 2
	division            int  // of a whole department's money, which is parted twice: by fund, by kind
	strange             bool // its name is not known
	budget, full, done  figure
	weight, rate, score figure
}

// indicator is a row of the indicators.
type indicator struct {
	first, second, third                    figure
	nature, target, unit, actual            figure
	weight, score, reason                   figure
	group                                   int  // the 一级指标 that it stands under, counted
	execution                               bool // the row of 预算执行率
	hasReason, hasTarget, hasActual, isCost bool
}

// project is one table.
type project struct {
	name, department, agency figure
	key                      string // its name, for finding it elsewhere
	unit                     amount.Unit
	funds                    []fund
	bareRate                 bool // the header says that rates are percents
	indicators               []indicator
	groups                   []figure // headers of 一级指标, with their points
	totalLabel               figure
	totalWeight, total       figure
	grade                    figure
	concluded                []said   // scores that conclusions state
	prose                    []figure // cells of goals, results, conclusions
	hasScore                 bool
	sums                     map[string]amount.Amount // of parts, where the total is told to be another
	sheet                    int
	columns                  indicatorColumns
	ended                    bool // it has a row of the total
	ragged                   bool // some rows stood beside their headers: where a 一级指标 ends is not certain
	whole                    bool // of the whole department (部门整体支出): its name is the department's
}

// said is a figure in a cell of words.
type said struct {
	figure
	from, to int // in runes of the cell's text
}

// summaryRow is a project in the summary.
type summaryRow struct {
	table                int
	number, name, agency figure
	budget, full, done   figure
	score, grade         figure
	key                  string
	unit                 amount.Unit
	total                bool
}

// tables is what was found.
type tables struct {
	projects  []*project
	wholes    []*project // those of whole departments
	latest    *project   // of either
	summaries []*summaryRow
	counts    []said // how many projects the summary says it has
	parts     int    // summaries
	rowsRead  int
	cut       bool
}

// all are the tables of projects and of whole departments.
func (t *tables) all() []*project { return append(slices.Clip(t.projects), t.wholes...) }

func (f *figure) is() bool    { return f.there && f.state == number }
func (f *figure) empty() bool { return !f.there || f.state == blank }

// total is the row of all money; nil where there is none.
func (p *project) fund() *fund {
	for i := range p.funds {
		if p.funds[i].level == 0 {
			return &p.funds[i]
		}
	}
	return nil
}

// execution is what execution weighs and earns: of the row of all money, or of a row of
// the indicators.
func (p *project) execution() (weight, score *figure) {
	for i := range p.indicators {
		if x := &p.indicators[i]; x.execution {
			return &x.weight, &x.score
		}
	}
	if f := p.fund(); f != nil {
		return &f.weight, &f.score
	}
	return &figure{}, &figure{}
}
