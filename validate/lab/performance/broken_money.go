package performance

import (
	"math/big"
	"strings"
)

// partSlip breaks a part of the money in one column: whose total it is no longer.
func partSlip(row int, field func(f *Fund) *string, name string) func(r *Report) (string, []string) {
	return func(r *Report) (string, []string) {
		f := r.Projects[1].Funds
		if row >= len(f) {
			return "", nil
		}
		p := field(&f[row])
		old := *p
		if *p = grown(old); *p == old {
			return "", nil
		}
		f[row].Rate = "" // its own rate is not the subject
		keys := []string{fund(1, row, name), fund(1, 0, name)}
		for i := range f {
			if i != row && i != 0 {
				keys = append(keys, fund(1, i, name)) // a part of a part breaks the sum above it, too
			}
		}
		return *p, keys
	}
}

func budgetOf(f *Fund) *string { return &f.Budget }
func fullOf(f *Fund) *string   { return &f.Full }
func doneOf(f *Fund) *string   { return &f.Done }

// rateSlip prints another rate for the whole project; the score for execution is left right.
func rateSlip(other func(r *Report, f *Fund) string) func(r *Report) (string, []string) {
	return func(r *Report) (string, []string) {
		f := &r.Projects[0].Funds[0]
		rate := other(r, f)
		if r.Layout.Bare {
			rate = strings.TrimSuffix(rate, "%")
		}
		// What is within two units of the last digit is no slip of this kind.
		old, _ := number(f.Rate)
		now, ok := number(rate)
		if !ok || new(big.Rat).Abs(new(big.Rat).Sub(old, now)).Cmp(big.NewRat(2, 1)) < 0 {
			return "", nil
		}
		f.Rate = rate
		keys := []string{fund(0, 0, "rate")}
		if r.Layout.ExecRow {
			keys = append(keys, fund(0, 0, "actual"))
		}
		return rate, keys
	}
}

// execSlip gives another score for execution and adds it up.
func execSlip(units func(right int64) int64) func(r *Report) (string, []string) {
	return func(r *Report) (string, []string) {
		f := &r.Projects[0].Funds[0]
		right := hundredths(f.Score)
		now := units(right)
		if d := now - right; d > -150 && d < 150 || now < 0 || now > 100*execPoints {
			return "", nil
		}
		f.Score = points(now)
		r.settle(0)
		return f.Score, []string{fund(0, 0, "score")}
	}
}

var moneyEdits = []edit{
	{Parts, "part-done", Error, partSlip(1, doneOf, "done"), nil},
	{Parts, "part-full", Error, partSlip(1, fullOf, "full"), nil},
	{Parts, "part-budget", Error, partSlip(1, budgetOf, "budget"), nil},
	{Parts, "carried-done", Error, partSlip(2, doneOf, "done"), nil},
	{Parts, "carried-full", Error, partSlip(2, fullOf, "full"), nil},
	{Parts, "last-part-full", Error, partSlip(3, fullOf, "full"), nil},
	{Parts, "nested-part-done", Error, func(r *Report) (string, []string) {
		if f := r.Projects[1].Funds; len(f) < 4 || f[3].Level != 2 {
			return "", nil
		}
		return partSlip(3, doneOf, "done")(r)
	}, nil},
	{Parts, "part-missing", Error, func(r *Report) (string, []string) {
		f := &r.Projects[0].Funds[2]
		if hundredths(f.Done) == 0 || r.Projects[0].Funds[2].Level == 2 {
			return "", nil
		}
		f.Done, f.Rate = "", ""
		return "", []string{fund(0, 0, "done"), fund(0, 1, "done"), fund(0, 2, "done")}
	}, nil},
	{Parts, "total-budget", Error, func(r *Report) (string, []string) {
		f := &r.Projects[2].Funds[0]
		f.Budget = grown(f.Budget)
		return f.Budget, []string{fund(2, 0, "budget"), fund(2, 1, "budget")}
	}, nil},
	{Parts, "part-of-another-unit", Error, func(r *Report) (string, []string) { // 元 among 万元, or the reverse
		f := &r.Projects[2].Funds[1]
		v, _ := number(f.Done)
		factor, digits := big.NewRat(10000, 1), 0
		if r.Layout.Money == "元" {
			factor, digits = big.NewRat(1, 10000), 2
		}
		f.Done, f.Rate = new(big.Rat).Mul(v, factor).FloatString(digits), ""
		return f.Done, []string{fund(2, 1, "done"), fund(2, 0, "done")}
	}, nil},
	{ZeroTotal, "zero-budget", Error, func(r *Report) (string, []string) {
		r.Projects[0].Funds[0].Budget = "0"
		return "0", []string{fund(0, 0, "budget"), fund(0, 1, "budget")}
	}, []Kind{Parts}},
	{ZeroTotal, "zero-full", Error, func(r *Report) (string, []string) {
		r.Projects[1].Funds[0].Full = "0.00"
		return "0.00", []string{fund(1, 0, "full"), fund(1, 1, "full")}
	}, []Kind{Parts, Rate, ExecScore, TextAmount, TextRate, SummaryAmount}},

	{Rate, "rate-seven-more", Error, rateSlip(func(_ *Report, f *Fund) string {
		v, _ := number(f.Rate)
		return new(big.Rat).Add(v, big.NewRat(7, 1)).FloatString(1) + "%"
	}), nil},
	{Rate, "rate-seven-points", Error, rateSlip(func(_ *Report, f *Fund) string {
		v, _ := number(f.Rate)
		return new(big.Rat).Sub(v, big.NewRat(7, 1)).FloatString(1) + "%"
	}), nil},
	{Rate, "rate-hundred", Error, rateSlip(func(*Report, *Fund) string { return "100%" }), nil},
	{Rate, "rate-of-budget", Error, rateSlip(func(_ *Report, f *Fund) string {
		d, b := hundredths(f.Done), hundredths(f.Budget)
		return percent(d, b, 0)
	}), nil},
	{Rate, "rate-upside-down", Error, rateSlip(func(_ *Report, f *Fund) string { return percent(hundredths(f.Full), hundredths(f.Done), 0) }), nil},
	{Rate, "rate-of-neighbour", Error, rateSlip(func(r *Report, _ *Fund) string { return strings.TrimSuffix(r.Projects[1].Funds[0].Rate, "%") + "%" }), nil},
	{Rate, "rate-rest", Error, rateSlip(func(_ *Report, f *Fund) string { // what was not spent
		v, _ := number(f.Rate)
		return new(big.Rat).Sub(big.NewRat(100, 1), v).FloatString(1) + "%"
	}), nil},
	{Rate, "rate-moved-point", Error, rateSlip(func(_ *Report, f *Fund) string {
		v, _ := number(f.Rate)
		return new(big.Rat).Mul(v, big.NewRat(1, 10)).FloatString(2) + "%"
	}), nil},
	{Rate, "rate-of-part", Error, func(r *Report) (string, []string) {
		f := &r.Projects[0].Funds[1]
		if f.Rate == "" {
			return "", nil
		}
		f.Rate = bump(f.Rate, -9)
		return f.Rate, []string{fund(0, 1, "rate")}
	}, nil},

	{ExecScore, "exec-full-marks", Error, execSlip(func(int64) int64 { return 1000 }), nil},
	{ExecScore, "exec-none", Error, execSlip(func(int64) int64 { return 0 }), nil},
	{ExecScore, "exec-two-less", Error, execSlip(func(v int64) int64 { return v - 200 }), nil},
	{ExecScore, "exec-two-more", Error, execSlip(func(v int64) int64 { return v + 200 }), nil},
	{Weights, "exec-points-twenty", Error, func(r *Report) (string, []string) {
		f := &r.Projects[0].Funds[0]
		f.Weight, f.Score = "20", points(2*hundredths(f.Score))
		r.settle(0)
		r.settleWeights(0)
		return "20", []string{fund(0, 0, "weight"), "p0/total/weight"}
	}, []Kind{ExecScore, GradeScore, TotalScore, GroupWeights}},
}
