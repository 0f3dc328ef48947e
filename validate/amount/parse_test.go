package amount_test

import (
	"math/rand/v2"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"suanqing/validate/amount"
)

func TestParse(t *testing.T) {
	for text, want := range map[string]struct {
		value  string
		places int32
		form   amount.Form
		unit   string
	}{
		"0":             {"0", 0, 0, ""},
		"0.00":          {"0", 2, 0, ""},
		"1,061.71":      {"1061.71", 2, amount.Separators, ""},
		"1，061.71":      {"1061.71", 2, amount.Separators | amount.FullWidth, ""},
		"1'061.71":      {"1061.71", 2, amount.Separators, ""},
		"1, 061.71":     {"1061.71", 2, amount.Separators | amount.Spaces, ""},
		" 12.5 ":        {"12.5", 1, 0, ""},
		"12.5\n":        {"12.5", 1, 0, ""},
		"1 061.71":      {"1061.71", 2, amount.Spaces, ""},
		"1\u00a0061.71": {"1061.71", 2, amount.Spaces, ""},
		"1　234 567":     {"1234567", 0, amount.Spaces, ""},
		"１２．５０":         {"12.5", 2, amount.FullWidth, ""},
		"12。50":         {"12.5", 2, amount.FullWidth, ""},
		"(25.00)":       {"-25", 2, amount.Parenthesised, ""},
		"（25.00）":       {"-25", 2, amount.Parenthesised | amount.FullWidth, ""},
		"(25.00元)":      {"-25", 2, amount.Parenthesised | amount.UnitBehind, "元"},
		"(25.00)万元":     {"-25", 2, amount.Parenthesised | amount.UnitBehind, "万元"},
		"25.00-":        {"-25", 2, amount.MinusBehind, ""},
		"25.00－":        {"-25", 2, amount.MinusBehind, ""},
		"-3":            {"-3", 0, 0, ""},
		".91":           {"0.91", 2, 0, ""},
		"-.50":          {"-0.5", 2, 0, ""},
		"(.50)":         {"-0.5", 2, amount.Parenthesised, ""},
		"3.10*":         {"3.1", 2, 0, ""},
		"3.10元①":        {"3.1", 2, amount.UnitBehind, "元"},
		"(3.10)※":       {"-3.1", 2, amount.Parenthesised, ""},
		"—3.10":         {"-3.1", 2, 0, ""},
		"− 3.10":        {"-3.1", 2, 0, ""},
		"－3.10":         {"-3.1", 2, amount.FullWidth, ""},
		"负3.10":         {"-3.1", 2, 0, ""},
		"+3":            {"3", 0, 0, ""},
		"¥3.00":         {"3", 2, amount.Currency, ""},
		"￥ -3.00":       {"-3", 2, amount.Currency, ""},
		"-￥3.00":        {"-3", 2, amount.Currency, ""},
		"(￥3.00)":       {"-3", 2, amount.Parenthesised | amount.Currency, ""},
		"人民币3.00元":      {"3", 2, amount.Currency | amount.UnitBehind, "元"},
		"rmb 1,061.71":  {"1061.71", 2, amount.Currency | amount.Separators, ""},
		"RMB￥3.00":      {"3", 2, amount.Currency, ""},
		`="1061.71"`:    {"1061.71", 2, amount.Quoted, ""},
		"'1061.71":      {"1061.71", 2, amount.Quoted, ""},
		"’1,061.71":     {"1061.71", 2, amount.Quoted | amount.Separators, ""},
		"‘1061.71’":     {"1061.71", 2, amount.Quoted, ""},
		"`-1061.71":     {"-1061.71", 2, amount.Quoted, ""},
		"1061.71元":      {"1061.71", 2, amount.UnitBehind, "元"},
		"1061.71 万 元":   {"1061.71", 2, amount.UnitBehind, "万元"},
		"1061.71（千元）":   {"1061.71", 2, amount.UnitBehind, "千元"},
		"1061.71万":      {"1061.71", 2, amount.UnitBehind, "万元"},
		"0.12亿元":        {"0.12", 2, amount.UnitBehind, "亿元"},
		"1,234,567.891": {"1234567.891", 3, amount.Separators, ""},
		"1\u200b061.71": {"1061.71", 2, 0, ""},
	} {
		p, ok := amount.Parse(text)
		if !assert.True(t, ok, text) {
			continue
		}
		assert.True(t, exact(p.Value).Equal(decimal.RequireFromString(want.value)), "%s: %s", text, p.Value)
		assert.Equal(t, want.places, p.Places, text)
		assert.Equal(t, want.form, p.Form, text)
		assert.Equal(t, want.unit, p.Unit.Name, text)
	}
}

// TestUnclear: what may be another figure, or none, is not read.
func TestUnclear(t *testing.T) {
	for _, text := range []string{"", " ", "-", "—", "/", "1,23", "1,2345", "12,34.5", "1,67.91", "1234,567", "1.677,91", "1,234'567", "1,234 567", "1'23",
		"12 34", "1 67.91", "12.3 4", "1\n234.56", "1.2.3", "100.5.2", "1.", ".", "..5", ".5.", ".1,234", "*3", "3*4", "①3", "12%", "一、", "一25", "2023年", "3-4", "100—200",
		"(3", "3)", "()", "(-3)", "-(3)", "(3)-", "-3-", "25.00——", "25.00—", "1e5", "0x10", "12abc", "--3", "约100", "100左右", "100余", "100元左右", "100美元", "$100", "100元-", "3元5角",
		"٣", "²", "'", "''1", "1'", "￥", "元", "¥¥3", "￥RMB3", `="C8`, "=", "3()", "3(元", "三", "=3", "1234567890123456789012345678901", "\u202e12.5"} {
		_, ok := amount.Parse(text)
		assert.False(t, ok, "%q", text)
	}
}

func TestIsNothing(t *testing.T) {
	for _, text := range []string{"—", "-", "/", "——", "————", " － ", "− −", "无", "／", "零", "〇", "零元", "'—", "¥-", "￥ -", "—万元"} {
		assert.True(t, amount.IsNothing(text), text)
	}
	for _, text := range []string{"", "'", "0", "0.00", "无数据", "-1", "//", "零星", "元", "￥", "一百", "无无", "、", strings.Repeat("-", 60)} {
		assert.False(t, amount.IsNothing(text), text)
	}
}

// written is an amount in one of the ways people write it, with what is read of it.
type written struct {
	text string
	form amount.Form
	unit string
}

// ways write plain digits with a sign in every combination of what is clear.
func write(g *rand.Rand, digits string) (w written) {
	pick := func(options ...string) string { return options[g.IntN(len(options))] }
	bare, negative := strings.CutPrefix(digits, "-")
	whole, fraction, _ := strings.Cut(bare, ".")
	by := pick("", "", ",", "'", " ", "，", "\u00a0", "　")
	if strings.TrimLeft(by, "'") != by || g.IntN(4) > 0 {
		by = strings.Trim(by, "'") // not with a quotation mark in front
	}
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + by + whole[i:]
		switch {
		case by == " " || by == "\u00a0" || by == "　":
			w.form |= amount.Spaces
		case by == "，":
			w.form |= amount.Separators | amount.FullWidth
		case by != "":
			w.form |= amount.Separators
		}
	}
	w.text = whole
	if fraction != "" {
		w.text += "." + fraction
	}
	if g.IntN(4) == 0 {
		w.text = wide.Replace(w.text)
		w.form |= amount.FullWidth
	}
	currency, unit := "", ""
	if g.IntN(3) == 0 {
		currency = pick("¥", "￥", "人民币", "RMB ", "￥ ")
		w.form |= amount.Currency
	}
	if g.IntN(3) == 0 {
		w.unit = pick("元", "千元", "万元", "百万元", "亿元")
		unit = pick("", " ") + w.unit
		w.form |= amount.UnitBehind
	}
	switch {
	case !negative:
		w.text = currency + w.text + unit
	case g.IntN(3) == 0:
		w.text = "(" + currency + w.text + ")" + unit
		w.form |= amount.Parenthesised
	case g.IntN(3) == 0 && unit == "":
		w.text = currency + w.text + pick("-", "−", "–")
		w.form |= amount.MinusBehind
	case g.IntN(2) == 0:
		w.text = currency + pick("-", "−", "—", "–", "负") + w.text + unit
	default:
		w.text = pick("-", "−", "- ") + currency + w.text + unit
	}
	if !strings.Contains(w.text, "'") && g.IntN(4) == 0 {
		w.text = pick("'", "’", "‘", "`") + w.text
		w.form |= amount.Quoted
	}
	w.text = pick("", " ", "　", "\n", "\t") + w.text + pick("", " ", "\u00a0", "\r\n")
	return w
}

var wide = strings.NewReplacer("0", "０", "1", "１", "2", "２", "3", "３", "4", "４", "5", "５", "6", "６", "7", "７", "8", "８", "9", "９", ".", "．")

// TestEveryWayOfWriting: an amount is read as what it is, however it is written.
func TestEveryWayOfWriting(t *testing.T) {
	g := rand.New(rand.NewPCG(7, 8))
	forms := map[amount.Form]bool{}
	for range 50_000 {
		text := strconv.FormatInt(g.Int64N(1e12)>>g.IntN(40), 10)
		places := g.IntN(5)
		if places > 0 {
			text += "." + strconv.Itoa(10000 + g.IntN(10000))[1:1+places]
		}
		if g.IntN(2) == 0 {
			text = "-" + text
		}
		w := write(g, text)
		p, ok := amount.Parse(w.text)
		require.True(t, ok, "%q", w.text)
		require.True(t, exact(p.Value).Equal(decimal.RequireFromString(text)), "%q is read as %s", w.text, p.Value)
		require.Equal(t, int32(places), p.Places, "%q", w.text)
		require.Equal(t, w.form, p.Form, "%q", w.text)
		require.Equal(t, w.unit, p.Unit.Name, "%q", w.text)
		require.False(t, amount.IsNothing(w.text), "%q", w.text)
		forms[p.Form] = true
	}
	assert.Greater(t, len(forms), 60)
}

// clear is a pattern of what a clear figure is, in half width, with N for its digits,
// U for a unit and # for the currency.
const clear = `(?:(?:#? ?[-+]|[-+] ?#?|#)? ?N ?(?:U|\( ?U ?\))?|#? ?N ?-|(?:#? ?\( ?#?|\( ?#) ?N ?(?:\) ?U?|U ?\)))`

// TestNothingUnclear: of texts of the characters that figures are made of, just
// those are read that the pattern calls clear.
func TestNothingUnclear(t *testing.T) {
	number := `(?:(?:[0-9]+|[0-9]{1,3}(?:(?: ?, ?[0-9]{3})+|(?: ?' ?[0-9]{3})+|(?: [0-9]{3})+))(?: ?\. ?[0-9]+)?|\. ?[0-9]+)`
	unit := `(?:(?:百万|千万|亿|万|千|百)? ?元|万|亿)`
	pattern := func(number string) string {
		return strings.NewReplacer("N", number, "U", unit, "#", "¥").Replace(clear)
	}
	ungrouped := strings.Replace(number, "(?: ?' ?[0-9]{3})+|", "", 1)
	whole := regexp.MustCompile("^(?:" + pattern(number) + "|' ?" + pattern(ungrouped) + "[' ]*)$")
	g := rand.New(rand.NewPCG(9, 10))
	alphabet := strings.Split("0|1|2|123|456|000|.|,|'| |-|+|(|)|¥|元|万|e|约|%", "|")
	read, refused := 0, 0
	for range 400_000 {
		var b strings.Builder
		for range 1 + g.IntN(7) {
			b.WriteString(alphabet[g.IntN(len(alphabet))])
		}
		text := strings.TrimSpace(b.String())
		for strings.Contains(text, "  ") {
			text = strings.ReplaceAll(text, "  ", " ")
		}
		if strings.Count(text, "123")+strings.Count(text, "456")+strings.Count(text, "000") > 5 {
			continue // more than any money
		}
		want := whole.MatchString(text)
		_, ok := amount.Parse(text)
		if want != ok {
			t.Errorf("%q: read %v, clear %v", text, ok, want)
			if refused++; refused > 20 {
				t.FailNow()
			}
		}
		if ok {
			read++
		}
	}
	assert.Greater(t, read, 5_000)
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{"1,061.71", "(25.00)", "１２．５", "—", "1e9", "  -3 ", "一25", "'1677.91", "￥1，677。91万元", "25.00-", "(3.00元)", "1'234", "人民币"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		p, ok := amount.Parse(text)
		if ok {
			again, ok := amount.Parse(amount.Group(p.Value))
			require.True(t, ok)
			require.Equal(t, p.Value, again.Value)
			require.Equal(t, p.Form&amount.UnitBehind != 0, p.Unit.Known())
		}
		amount.Stored(text)
		require.False(t, ok && amount.IsNothing(text))
	})
}
