package amount_test

import (
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
	}{
		"0":             {"0", 0, 0},
		"0.00":          {"0", 2, 0},
		"1,061.71":      {"1061.71", 2, amount.Separators},
		"1，061.71":      {"1061.71", 2, amount.Separators | amount.FullWidth},
		" 12.5 ":        {"12.5", 1, amount.Spaces},
		"1 061.71":      {"1061.71", 2, amount.Spaces},
		"１２．５０":         {"12.5", 2, amount.FullWidth},
		"(25.00)":       {"-25", 2, amount.Parenthesised},
		"（25.00）":       {"-25", 2, amount.Parenthesised | amount.FullWidth},
		"-3":            {"-3", 0, 0},
		"—3.10":         {"-3.1", 2, 0},
		"+3":            {"3", 0, 0},
		"¥3.00":         {"3", 2, 0},
		"1,234,567.891": {"1234567.891", 3, amount.Separators},
	} {
		p, ok := amount.Parse(text)
		require.True(t, ok, text)
		assert.True(t, p.Value.Equal(decimal.RequireFromString(want.value)), "%s: %s", text, p.Value)
		assert.Equal(t, want.places, p.Places, text)
		assert.Equal(t, want.form, p.Form, text)
	}
	for _, text := range []string{"", " ", "-", "—", "/", "1,23", "1,2345", "12,34.5", "1.2.3", "1.", "12%", "一、", "2023年", "3-4",
		"(3", "3)", "()", "1e5", "0x10", "12abc", "--3", "1234567890123456789012345678901"} {
		_, ok := amount.Parse(text)
		assert.False(t, ok, "%q", text)
	}
}

func TestIsNothing(t *testing.T) {
	for _, text := range []string{"—", "-", "/", "——", " － ", "无", "／"} {
		assert.True(t, amount.IsNothing(text), text)
	}
	for _, text := range []string{"", "0", "0.00", "无数据", "-1", "//"} {
		assert.False(t, amount.IsNothing(text), text)
	}
}

func TestStoredKeepsFifteenDigits(t *testing.T) {
	for text, want := range map[string]string{
		"1417349.8700000001":    "1417349.87",
		"0.1":                   "0.1",
		"0.30000000000000004":   "0.3",
		"1677.91":               "1677.91",
		"1.2E-5":                "0.000012",
		"1.0000000000000002E+2": "100",
		"-4.9999999999999996":   "-5",
	} {
		value, _, ok := amount.Stored(text)
		require.True(t, ok, text)
		assert.True(t, value.Equal(decimal.RequireFromString(want)), "%s: %s", text, value)
	}
	for _, text := range []string{"", "abc", "1E99999", "1E+1000", "9E-2000", "NaN", "Inf"} {
		_, _, ok := amount.Stored(text)
		assert.False(t, ok, text)
	}
}

func TestHalfUnit(t *testing.T) {
	wan, _ := amount.FindUnit("万元")
	yuan, _ := amount.FindUnit("元")
	yi, _ := amount.FindUnit("亿元")
	var unknown amount.Unit
	for _, c := range []struct {
		unit, in amount.Unit
		places   int32
		want     string
	}{
		{wan, wan, 2, "0.005"},
		{wan, yuan, 2, "50"},
		{wan, wan, 6, "0"}, // 0.01 元: exact
		{yuan, yuan, 2, "0"},
		{yuan, yuan, 0, "0.5"},
		{yuan, wan, 0, "0.00005"},
		{yi, wan, 2, "50"},
		{unknown, unknown, 2, "0.005"},
	} {
		got := c.unit.HalfUnit(c.in, c.places)
		assert.True(t, got.Equal(decimal.RequireFromString(c.want)), "%s %d places in %s: %s", c.unit.Name, c.places, c.in.Name, got)
	}
}

func TestGroup(t *testing.T) {
	for text, want := range map[string]string{"0": "0.00", "1": "1.00", "999.9": "999.90", "1677.91": "1,677.91",
		"-1234567.5": "-1,234,567.50", "0.015": "0.015", "123456": "123,456.00"} {
		assert.Equal(t, want, amount.Group(decimal.RequireFromString(text)))
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{"1,061.71", "(25.00)", "１２．５", "—", "1e9", "  -3 ", "一25"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if p, ok := amount.Parse(text); ok {
			again, ok := amount.Parse(amount.Group(p.Value))
			require.True(t, ok)
			require.True(t, again.Value.Equal(p.Value))
		}
		amount.Stored(text)
		amount.IsNothing(text)
	})
}
