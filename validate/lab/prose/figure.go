package prose

import (
	"strings"

	"github.com/shopspring/decimal"
)

// Style is the way a province's texts are written.
type Style string

// The four styles, each named for where texts like it are met.
const (
	Shandong = Style("shandong") // 13 sections, every kind with its zeros, items numbered
	Shanghai = Style("shanghai") // 11 sections, uses before budgets, shares of 三公
	Sichuan  = Style("sichuan")  // 15 sections before the forms, a sentence for each kind of income
	Yunnan   = Style("yunnan")   // five sections, no totals, 会议费 and 培训费
)

// Styles lists the styles.
var Styles = []Style{Shandong, Shanghai, Sichuan, Yunnan}

// print is how a style prints figures.
type print struct {
	commas    bool // 1,677.91
	bare      bool // no zeros at the end: 14,206 and 6.2
	gap       bool // 2023 年度, 1,677.91 万元
	truncated bool // percents cut off, not rounded
	places    int32
	wide      bool // digits of full width
}

var prints = map[Style]print{
	Shandong: {commas: true, bare: true, gap: true, places: 2},
	Shanghai: {gap: true, places: 2},
	Sichuan:  {places: 2, truncated: true},
	Yunnan:   {commas: true, places: 2},
}

var fullWidth = strings.NewReplacer("0", "０", "1", "１", "2", "２", "3", "３", "4", "４", "5", "５", "6", "６",
	"7", "７", "8", "８", "9", "９", ".", "．", ",", "，")

// exponents of the units: one 万元 is 10⁴ 元.
var exponents = map[string]int32{"元": 0, "万元": 4, "亿元": 8}

// amount writes an amount in 元 in a unit.
func (f print) amount(yuan decimal.Decimal, unit string) string {
	s := yuan.Shift(-exponents[unit]).StringFixed(2)
	if f.bare {
		s = strings.TrimSuffix(strings.TrimRight(s, "0"), ".")
	}
	if f.commas {
		s = separated(s)
	}
	if f.wide {
		s = fullWidth.Replace(s)
	}
	return s
}

// percent writes a percentage.
func (f print) percent(p decimal.Decimal) string {
	s := p.StringFixed(f.places)
	if f.truncated {
		s = p.Truncate(f.places).StringFixed(f.places)
	}
	if f.bare {
		s = strings.TrimSuffix(strings.TrimRight(s, "0"), ".")
	}
	if f.wide {
		s = fullWidth.Replace(s)
	}
	return s
}

func separated(v string) string {
	whole, fraction, _ := strings.Cut(v, ".")
	sign := ""
	if strings.HasPrefix(whole, "-") {
		sign, whole = "-", whole[1:]
	}
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + "," + whole[i:]
	}
	if fraction != "" {
		whole += "." + fraction
	}
	return sign + whole
}

var narrow = strings.NewReplacer("０", "0", "１", "1", "２", "2", "３", "3", "４", "4", "５", "5", "６", "6",
	"７", "7", "８", "8", "９", "9", "．", ".", "，", "", ",", "", " ", "")

// reads is what printed words say as a plain decimal.
func reads(words string) decimal.Decimal {
	if d, ok := spelt(words); ok {
		return d
	}
	return decimal.RequireFromString(narrow.Replace(words))
}

// halfUnit is half a unit of the last digit that the words print.
func halfUnit(words string) decimal.Decimal {
	_, fraction, _ := strings.Cut(narrow.Replace(words), ".")
	return decimal.New(5, -int32(len(fraction))-1)
}
