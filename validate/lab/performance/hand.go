package performance

import (
	"fmt"
	"math/big"
	"strings"
)

// number reads a printed figure exactly; what is none is not ok.
func number(s string) (*big.Rat, bool) {
	s = strings.TrimSuffix(strings.ReplaceAll(s, ",", ""), "%")
	if !plainNumber(strings.TrimPrefix(s, "-")) {
		return nil, false
	}
	return new(big.Rat).SetString(s)
}

// hundredths is a printed score or amount in hundredths; what is none counts 0.
func hundredths(s string) int64 {
	n, ok := number(s)
	if !ok {
		return 0
	}
	n.Mul(n, big.NewRat(100, 1))
	return new(big.Int).Quo(n.Num(), n.Denom()).Int64()
}

// bump adds units of the last printed digit, keeping the way of printing.
func bump(s string, units int64) string {
	sign := ""
	if strings.HasSuffix(s, "%") {
		sign = "%"
	}
	bare := strings.ReplaceAll(strings.TrimSuffix(s, "%"), ",", "")
	whole, fraction, point := strings.Cut(bare, ".")
	v, _ := new(big.Int).SetString(whole+fraction, 10)
	if v == nil {
		return s
	}
	v.Add(v, big.NewInt(units))
	digits := fmt.Sprintf("%0*s", len(fraction)+1, v.String())
	at := len(digits) - len(fraction)
	out := digits[:at]
	if point {
		out += "." + digits[at:]
	}
	if strings.Contains(s, ",") {
		out = thousands(out)
	}
	return out + sign
}

// grown is an amount that is a good deal larger.
func grown(s string) string {
	bare := strings.ReplaceAll(s, ",", "")
	whole, fraction, _ := strings.Cut(bare, ".")
	v, ok := new(big.Int).SetString(whole+fraction, 10)
	if !ok || v.Sign() == 0 {
		return s
	}
	return bump(s, new(big.Int).Div(v, big.NewInt(9)).Int64()+37)
}

// settle sums the scores of a project again and says the sum everywhere, as one who made the slip
// before adding would; the grade follows unless it is kept.
func (r *Report) settle(i int) {
	p := &r.Projects[i]
	total := hundredths(p.Funds[0].Score)
	for _, ind := range p.Indicators {
		total += hundredths(ind.Score)
	}
	r.setTotal(i, points(total))
	r.setGrade(i, Grade(total))
}

// setTotal says a total in table, summary and text.
func (r *Report) setTotal(i int, total string) {
	if r.Projects[i].Concluded != "" {
		r.Projects[i].Concluded = total
	}
	r.Projects[i].Total, r.Summary.Rows[i].Score, r.Text.Told[i].Score = total, total, total
}

// setGrade says a grade in table, summary and text, counted again.
func (r *Report) setGrade(i int, grade string) {
	r.Projects[i].Grade, r.Summary.Rows[i].Grade, r.Text.Told[i].Grade = grade, grade, grade
	r.count()
}

// settleWeights sums the points, where a layout prints the sum.
func (r *Report) settleWeights(i int) {
	p := &r.Projects[i]
	total := hundredths(p.Funds[0].Weight)
	for _, ind := range p.Indicators {
		total += hundredths(ind.Weight)
	}
	p.TotalWeight = points(total)
}

// find is the first indicator that is so.
func (p *Project) find(so func(ind *Indicator) bool) (int, *Indicator) {
	for i := range p.Indicators {
		if so(&p.Indicators[i]) {
			return i, &p.Indicators[i]
		}
	}
	return -1, nil
}

// third finds a 三级指标 in any project.
func (r *Report) third(name string) (int, int, *Indicator) {
	for i := range r.Projects {
		if at, ind := r.Projects[i].find(func(ind *Indicator) bool { return ind.Third == name }); ind != nil {
			return i, at, ind
		}
	}
	return -1, -1, nil
}

func (ind *Indicator) cost() bool { return strings.Contains(ind.Second, "成本") }

// fund names a figure of money.
func fund(project, row int, field string) string {
	return fmt.Sprintf("p%d/fund/%d/%s", project, row, field)
}

// ind names a figure of an indicator.
func ind(project, row int, field string) string {
	return fmt.Sprintf("p%d/ind/%d/%s", project, row, field)
}

func text(paragraph int) string { return fmt.Sprintf("text/%d", paragraph) }

func summary(row int, field string) string { return fmt.Sprintf("summary/%d/%s", row, field) }
