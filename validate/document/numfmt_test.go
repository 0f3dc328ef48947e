package document

import (
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"

	shopspring "github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const accounting = `_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ `

func TestShownNumbers(t *testing.T) {
	for _, c := range []struct{ code, stored, want string }{
		// Rounding: 15 digits first, then the format's places, halves away from zero.
		{"0.00", "1417349.8700000001", "1417349.87"},
		{"0.00", "1.005", "1.01"},
		{"0.00", "1.0049999999999999", "1.01"}, // what 1.005 is stored as
		{"0.00", "1.00499999999999", "1.00"},
		{"0.00", "-1.005", "-1.01"},
		{"0", "0.5", "1"},
		{"0", "-0.5", "-1"},
		{"0", "0.49999999999999994", "1"},
		{"0.0", "0.05", "0.1"},
		{"0.0", "0.049", "0.0"},
		{"0.00", "999.995", "1000.00"},
		{"0.00", "-0.001", "-0.00"},
		{"0.00", "0", "0.00"},
		{"0.00", "-0", "0.00"},
		{"0.00", "0.28999999999999998", "0.29"},
		{"0.00", "12345678901234567.89", "12345678901234600.00"},

		// General keeps up to 15 digits and never an exponent.
		{"General", "1280.35", "1280.35"},
		{"General", "1280.3500", "1280.35"},
		{"General", "0.30000000000000004", "0.3"},
		{"General", "1.2E-5", "0.000012"},
		{"General", "1.5e+3", "1500"},
		{"General", "1E20", "100000000000000000000"},
		{"General", "-.5", "-0.5"},
		{"General", "+007.", "7"},
		{"", "-7", "-7"},
		{"G/通用格式", "12.5", "12.5"},
		{`"共"General"元"`, "5.5", "共5.5元"},

		// Placeholders.
		{"0000", "12", "0012"},
		{"0,000", "5", "0,005"},
		{"#,##0", "1234567", "1,234,567"},
		{"#,##0", "999", "999"},
		{"#", "0", ""},
		{"0.##", "1.5", "1.5"},
		{"0.0#", "1", "1.0"},
		{".00", "12.5", "12.50"},
		{"000-0000", "5551234", "555-1234"},

		// Scaling and the literal point.
		{"0!.0,", "12345", "1.2"},
		{"0!.0,", "12500", "1.3"},
		{"0!.0,", "234", "0.0"},
		{`0\.0,`, "12345", "1.2"},
		{`0"."0,`, "-12345", "-1.2"},
		{"0!.0000", "12345", "1.2345"},
		{"#,##0.00,", "1234567.8", "1,234.57"},
		{"0.00,,", "1234567", "1.23"},
		{"0.00%", "0.12345", "12.35%"},
		{"0%", "-0.5", "-50%"},

		// Sections.
		{accounting, "0", "-"},
		{accounting, "25", "25.00"},
		{accounting, "-1234.5", "-1,234.50"},
		{"#,##0.00;-#,##0.00;", "0", ""},
		{"#,##0.00;(#,##0.00)", "-25", "(25.00)"},
		{"0.00;", "-1", ""},
		{";;;", "1", ""},
		{"0;-0;\"零\"", "0", "零"},
		{"[Red]0.00", "1", "1.00"},
		{"[$¥-804]#,##0.00", "12", "¥12.00"},
		{"[DBNum1][$-804]0", "12", "12"},
		{`[>=10000]0!.0,"万";0`, "12345", "1.2万"},
		{`[>=10000]0!.0,"万";0`, "-12", "-12"},
		{"[<0](0.0);0.0", "-1", "(1.0)"},
		{"[=1]\"是\";[=0]\"否\";0", "1", "是"},
		{"[=1]\"是\";[=0]\"否\";0", "0", "否"},
		{"[=1]\"是\";[=0]\"否\";0", "2", "2"},

		// Literals.
		{`0.00"万元"`, "1", "1.00万元"},
		{`"10"0`, "7", "107"},
		{"0.00元", "1", "1.00元"},
		{`0.00\ `, "1", "1.00"},

		// Text formats show a number as General does; so does what is not supported.
		{"@", "12.50", "12.5"},
		{"0.00E+00", "12345.6", "12345.6"},
		{"# ?/?", "0.5", "0.5"},
		{"0;0;0;0;0", "1.25", "1.25"},

		// Dates.
		{"yyyy/m/d", "45291", "2023/12/31"},
		{`yyyy"年"m"月"d"日"`, "45291", "2023年12月31日"},
		{`yyyy"年"`, "45291", "2023年"},
		{"yy-mm-dd", "60.99", "00-02-28"},
		{"yyyy-mm-dd", "1", "1900-01-01"},
		{"yyyy-mm-dd hh:mm:ss", "45291.75", "2023-12-31 18:00:00"},
		{"h:mm AM/PM", "0.75", "6:00 PM"},
		{"[h]:mm", "1.5", "36:00"},
		{"aaaa", "45291", "星期日"},
		{"yyyy", "-1", "-1"},

		// What is no number is shown as stored.
		{"0.00", "1E999999999", "1E999999999"},
		{"0.00", "NaN", "NaN"},
	} {
		cell := Cell{Kind: Number, Stored: c.stored, Format: &Format{Code: c.code}}
		assert.Equal(t, c.want, cell.Shown(), "%s through %s", c.stored, c.code)
	}
}

// What nfp by itself would read wrongly.
func TestSpelledForNfp(t *testing.T) {
	for _, c := range []struct{ code, stored, want string }{
		{`"附#0.0"0.00`, "1", "附#0.01.00"},
		{"##元", "5", "5元"},
		{"0!0", "5", "50"},
		{`0\,000`, "1234", "1,234"},
		{`0"/"0`, "12", "1/2"},
		{"0/0", "0.5", "0.5"},
		{"#,##0,,,", "1234567890123", "1,235"},
		{"?,???.??", "1234.5", "1,234.5"},
		{`0"元."0`, "15", "1元.5"},
		{"0General", "5", "55"},
		{"0.00E-0", "12.5", "12.5"},
		{"hAM/PM", "0.75", "6PM"},
		{`上午/下午h"时"`, "0.75", "下午6时"},
		{"Yyyy/m/1", "45291", "2023/12/1"},
		{"[HH]:mm", "1.5", "36:00"},
		{"[$US$-409]0", "1", "US$1"},
		{"[$-804][Color 10]0", "1", "1"},
		{"[", "1", ""},
		{strings.Repeat("0", maxCode+1), "1", "1"},
	} {
		cell := Cell{Kind: Number, Stored: c.stored, Format: &Format{Code: c.code}}
		assert.Equal(t, c.want, cell.Shown(), "%s through %s", c.stored, c.code)
	}
	cell := Cell{Kind: Text, Stored: "表", Format: &Format{Code: `" "@" "`}}
	assert.Equal(t, " 表 ", cell.Shown())
}

func TestShownOtherKinds(t *testing.T) {
	for _, c := range []struct {
		kind               Kind
		code, stored, want string
	}{
		{Text, "@", "基本支出", "基本支出"},
		{Text, accounting, "  基本支出", "  基本支出"},
		{Text, "0.00", "—", "—"},
		{Text, `0;0;0;"附"@`, "表", "附表"},
		{Text, ";;;", "藏", ""},
		{Bool, "0.00", "TRUE", "TRUE"},
		{ErrorValue, "0.00", "#REF!", "#REF!"},
		{Blank, "0.00", "", ""},
	} {
		cell := Cell{Kind: c.kind, Stored: c.stored, Format: &Format{Code: c.code}}
		assert.Equal(t, c.want, cell.Shown(), "%s through %s", c.stored, c.code)
	}
	assert.Equal(t, "1.5", (&Cell{Kind: Number, Stored: "1.50"}).Shown(), "a cell made by hand has no format")
}

func TestDecimals(t *testing.T) {
	for code, want := range map[string]int{
		"": -1, "General": -1, "@": -1, "yyyy-m-d": -1, "0.00E+00": -1, ";;;": -1, "# ?/?": -1,
		"0": 0, "#,##0": 0, "0%": 0, "0.0": 1, "#,##0.00": 2, "0.##": 2, "0.000": 3, accounting: 2,
		"0!.0,": 1, `0\.00,`: 2, "0!.0000": 4, "#,##0.00,": 2, `0.00"元"`: 2, `0"元."`: 0, "0.00%": 2,
	} {
		assert.Equal(t, want, (&Format{Code: code}).Decimals(), code)
	}
	assert.Equal(t, -1, (*Format)(nil).Decimals())
}

// An independent decimal library rounds the same way.
func TestRoundsLikeDecimal(t *testing.T) {
	rnd := rand.New(rand.NewPCG(1, 2))
	for range 5_000 {
		exp := -rnd.IntN(12)
		d := shopspring.New(rnd.Int64N(2e14)-1e14, int32(exp))
		places := rnd.IntN(5)
		f := &Format{Code: strings.TrimSuffix("0."+strings.Repeat("0", places), ".")}
		want := d.Round(int32(places)).StringFixed(int32(places))
		got := (&Cell{Kind: Number, Stored: d.String(), Format: f}).Shown()
		if d.IsNegative() && !strings.HasPrefix(want, "-") {
			want = "-" + want // a negative that rounds to nothing keeps its sign, as in Excel
		}
		require.Equal(t, want, got, "%s to %d places", d, places)
	}
}

// One binary double has one shown text, whichever of its spellings is stored.
func TestSpellingsOfOneDouble(t *testing.T) {
	rnd := rand.New(rand.NewPCG(3, 4))
	general := &Format{General: true}
	for range 2_000 {
		cents := rnd.Int64N(1e13)
		short := shopspring.New(cents, -2).String()
		f, err := strconv.ParseFloat(short, 64)
		require.NoError(t, err)
		long := strconv.FormatFloat(f, 'g', 17, 64)
		require.Equal(t, short, (&Cell{Kind: Number, Stored: long, Format: general}).Shown())
	}
}

func TestCompareDecimals(t *testing.T) {
	order := []string{"-1E5", "-10", "-9.5", "-0.001", "0", "1E-9", "0.5", "0.51", "5", "12", "12.0001", "1E300"}
	for i, a := range order {
		for j, b := range order {
			x, ok := parseDecimal(a, make([]byte, 0, 8))
			require.True(t, ok)
			y, ok := parseDecimal(b, make([]byte, 0, 8))
			require.True(t, ok)
			assert.Equal(t, i < j, x.compare(&y) < 0, "%s < %s", a, b)
			assert.Equal(t, i == j, x.compare(&y) == 0, "%s = %s", a, b)
		}
	}
}

// TestBare: the number shown is the digits of what is shown, with the stored sign.
func TestBare(t *testing.T) {
	for _, c := range []struct {
		code, stored string
		want         Bare
	}{
		{"", "-1677.910", Bare{Digits: "-1677.91"}},
		{"@", "1677.91", Bare{Digits: "1677.91"}},
		{`#,##0.00"万元"`, "1677.905", Bare{Digits: "1677.91", Fixed: true, Behind: "万元"}},
		{`"附#0.0"0.00`, "1", Bare{Digits: "1.00", Fixed: true}},
		{`"10"0`, "7", Bare{Digits: "7", Fixed: true}},
		{"#,##0.00;[Red]#,##0.00", "-25", Bare{Digits: "-25.00", Fixed: true}},
		{"0.00_);(0.00)", "-25", Bare{Digits: "-25.00", Fixed: true, Behind: ")"}},
		{"0!.0,", "-12345", Bare{Digits: "-1.2", Fixed: true, Scale: 4}},
		{`0"."00,"x"`, "1234567", Bare{Digits: "12.35", Fixed: true, Scale: 5, Behind: "x"}},
		{"#,##0.00,", "1234567.8", Bare{Digits: "1234.57", Fixed: true, Scale: 3}},
		{"#.##", "-0.5", Bare{Digits: "-0.5", Fixed: true}},
		{"#,##0.##", "3772", Bare{Digits: "3772", Fixed: true}},
		{"#", "-0.4", Bare{Fixed: true}},
		{accounting, "0", Bare{Fixed: true}},
		{`[>=1]0.0"万元";"不足"`, "0.5", Bare{}},
		{"0.00%", "0.1234", Bare{Digits: "0.1234", Odd: true}},
		{"yyyy-mm-dd", "1677.91", Bare{Digits: "1677.91", Odd: true}},
		{"0.00E+00", "1677.91", Bare{Digits: "1677.91", Odd: true}},
	} {
		n, ok := (&Cell{Kind: Number, Stored: c.stored, Format: &Format{Code: c.code}}).Bare()
		assert.True(t, ok, c.code)
		assert.Equal(t, c.want, n, "%s through %s", c.stored, c.code)
	}
	_, ok := (&Cell{Kind: Text, Stored: "1"}).Bare()
	assert.False(t, ok)
}

func FuzzNumberFormat(f *testing.F) {
	for _, code := range append(builtin[1:], accounting, "0!.0,", `[>=10000]0!.0,"万";0`, "[h]:mm:ss.00", `"`, `\`, "[", "_", "*", "[$", ";;;;") {
		f.Add(code, "1417349.8700000001")
		f.Add(code, "-1.2E-5")
	}
	f.Fuzz(func(t *testing.T, code, stored string) {
		format := &Format{Code: code}
		d := format.Decimals()
		if d < -1 || d > maxCode {
			t.Fatalf("%q has %d decimals", code, d)
		}
		number := Cell{Kind: Number, Stored: stored, Format: format}
		if shown := number.Shown(); len(shown) > len(code)*4+len(stored)+4*maxExponent+16 {
			t.Fatalf("%q shows %d bytes", code, len(shown))
		}
		if n, ok := number.Bare(); ok && strings.Trim(strings.TrimPrefix(n.Digits, "-"), "0123456789") != "" {
			whole, fraction, _ := strings.Cut(strings.TrimPrefix(n.Digits, "-"), ".")
			if strings.Trim(whole+fraction, "0123456789") != "" || whole == "" || fraction == "" {
				t.Fatalf("%q shows %q of %q", code, n.Digits, stored)
			}
		}
		_ = (&Cell{Kind: Text, Stored: stored, Format: format}).Shown()
	})
}

// TestFixed: through a fixed format a number with no more places is shown as it
// is stored; every other format is none.
func TestFixed(t *testing.T) {
	for code, places := range map[string]int32{"0.00": 2, "#,##0.00": 2, "0": 0, "#,##0": 0, "0.000000": 6, "0.00_ ": 2, "0.##": -1, "0.0%": -1,
		"0!.0,": -1, "#,##0.00,": -1, "0.00;(0.00)": -1, "[>1]0.00": -1, "General": -1, "@": -1, "yyyy": -1, "0.00E+00": -1, "¥0.00": -1, "# ?/?": -1} {
		f := &Format{Code: code, General: code == "General"}
		n, ok := f.Fixed()
		assert.Equal(t, places >= 0, ok, code)
		if !ok {
			continue
		}
		assert.Equal(t, places, n, code)
		for _, stored := range []string{"0", "7", "1234567.8", "0.5"} {
			if point := strings.IndexByte(stored, '.'); point >= 0 && len(stored)-point-1 > int(places) {
				continue
			}
			cell := &Cell{Kind: Number, Stored: stored, Format: f}
			shown, err := strconv.ParseFloat(strings.ReplaceAll(cell.Shown(), ",", ""), 64)
			require.NoError(t, err)
			want, _ := strconv.ParseFloat(stored, 64)
			assert.InDelta(t, want, shown, 0, "%s through %s", stored, code)
		}
	}
}
