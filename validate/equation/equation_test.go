package equation_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"suanqing/validate/equation"
)

func TestParse(t *testing.T) {
	e, err := equation.Parse("F07[本行, 年初结转和结余] + F07[本行, 本年收入] − F07[本行, 小计] = Σ F07[下级, 本列]")
	require.NoError(t, err)
	assert.Equal(t, equation.Equal, e.Relation)
	require.Len(t, e.Left, 3)
	assert.Equal(t, equation.Term{Minus: true, Form: "F07", Row: "本行", Column: "小计"}, e.Left[2])
	require.Len(t, e.Right, 1)
	assert.Equal(t, equation.Term{Sum: true, Form: "F07", Row: "下级", Column: "本列"}, e.Right[0])
}

// TestParseRole: a reference may name another book of the case.
func TestParseRole(t *testing.T) {
	e, err := equation.Parse("F01[年初结转和结余, 金额] = 上年.F01[年末结转和结余, 金额]")
	require.NoError(t, err)
	assert.Equal(t, equation.Term{Form: "F01", Row: "年初结转和结余", Column: "金额"}, e.Left[0])
	assert.Equal(t, equation.Term{Role: "上年", Form: "F01", Row: "年末结转和结余", Column: "金额"}, e.Right[0])
	assert.False(t, e.HasTotal())
}

// TestParseQuotient: ÷ parts the right side from what it is divided by, in brackets or not.
func TestParseQuotient(t *testing.T) {
	e, err := equation.Parse("F05[合计, 项目支出] = F05[合计, 基本支出] ÷ (F05[合计, 小计] − F05[合计, 基本支出])")
	require.NoError(t, err)
	require.Len(t, e.Over, 2)
	assert.True(t, e.Over[1].Minus)
	assert.Len(t, e.Terms(), 4)
	assert.False(t, e.HasTotal())
	e, err = equation.Parse("F05[合计, 项目支出] = F05[合计, 基本支出] ÷ F05[合计, 小计]")
	require.NoError(t, err)
	assert.Len(t, e.Over, 1)
	_, err = equation.Parse("F05[合计, 项目支出] = F05[合计, 基本支出] ÷")
	assert.Error(t, err)
}

// TestParseProduct: × goes between two references, and Σ before them is over both.
func TestParseProduct(t *testing.T) {
	e, err := equation.Parse("F05[合计, 小计] = F05[合计, 基本支出] × F05[合计, 项目支出]")
	require.NoError(t, err)
	assert.Equal(t, []equation.Term{{Form: "F05", Row: "合计", Column: "项目支出"}}, e.Times)
	assert.Len(t, e.Terms(), 3)
	assert.False(t, e.HasTotal())
	e, err = equation.Parse("F05[合计, 小计] = Σ F05[下级, 基本支出] × F05[下级, 项目支出]")
	require.NoError(t, err)
	assert.True(t, e.Right[0].Sum && e.Times[0].Sum)
	assert.False(t, e.HasTotal())
	for _, text := range []string{
		"F05[合计, 小计] = F05[合计, 基本支出] ×",
		"F05[合计, 小计] = × F05[合计, 基本支出]",
		"F05[合计, 小计] = F05[合计, 基本支出] × F05[下级, 项目支出]",
		"F05[合计, 小计] = F05[合计, 基本支出] × F05[合计, 项目支出] × F05[合计, 项目支出]",
		"F05[合计, 小计] = F05[合计, 小计] + F05[合计, 基本支出] × F05[合计, 项目支出]",
		"F05[合计, 小计] = F05[合计, 基本支出] × F05[合计, 项目支出] ÷ F05[合计, 小计]",
	} {
		_, err := equation.Parse(text)
		assert.Error(t, err, text)
	}
}

// TestParseUnits: of subordinate units there are many, and Σ runs over their books.
func TestParseUnits(t *testing.T) {
	e, err := equation.Parse("F03[本行, 本列] = Σ 下属单位.F03[本行, 本列]")
	require.NoError(t, err)
	assert.Equal(t, equation.Term{Sum: true, Role: "下属单位", Form: "F03", Row: "本行", Column: "本列"}, e.Right[0])
	for _, text := range []string{"F03[本行, 本列] = 下属单位.F03[本行, 本列]", "F03[本行, 本列] = Σ 下属单位.F03[下级, 本列]", "F03[本行, 本列] = Σ 上年.F03[本行, 本列]"} {
		_, err := equation.Parse(text)
		assert.Error(t, err, text)
	}
}

// TestReferencesResolve: an equation that names what no form has does not parse.
func TestReferencesResolve(t *testing.T) {
	for _, text := range []string{
		"F03[合计, 基本支出]",
		"= F03[合计, 基本支出]",
		"F10[合计, 基本支出] = F03[合计, 基本支出]",
		"F03[合计, 基本支出数] = F03[合计, 基本支出]",
		"F03[总计, 基本支出] = F03[合计, 基本支出]",
		"F03[下级, 基本支出] = F03[合计, 基本支出]",
		"Σ F03[合计, 基本支出] = F03[合计, 基本支出]",
		"F01[各类, 金额] = F01[本年支出合计, 金额]",
		"明年.F03[合计, 基本支出] = F03[合计, 基本支出]",
		"上年.F10[合计, 基本支出] = F03[合计, 基本支出]",
		".F03[合计, 基本支出] = F03[合计, 基本支出]",
		"F03[合计 基本支出] = F03[合计, 基本支出]",
		"F03[合计, 基本支出] F03[合计, 项目支出] = F03[合计, 基本支出]",
	} {
		_, err := equation.Parse(text)
		assert.Error(t, err, text)
		assert.Panics(t, func() { equation.MustParse(text) })
	}
	assert.Panics(t, func() { equation.MustScope("F03 每月") })
	assert.Panics(t, func() { equation.MustScope("每行") })
}
