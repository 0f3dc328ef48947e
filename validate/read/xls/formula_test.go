package xls

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"suanqing/validate/document"
	"suanqing/validate/formula"
	"suanqing/validate/lab/twin"
)

// relative is the column of a reference that is relative both ways.
func relative(col int) uint16 { return uint16(col) | 0xC000 }

// ref is a token for a relative cell.
func ref(row, col int) []byte { return pack(byte(ptgRef|0x40), uint16(row), relative(col)) }

func TestFormulaValues(t *testing.T) {
	tokens := ref(0, 0)
	cases := []struct {
		name    string
		records []byte
		kind    document.Kind
		stored  string
		cached  bool
	}{
		{"number", formulaRec(0, 0, pack(2.5), 0, tokens), document.Number, "2.5", true},
		{"zero", formulaRec(0, 0, pack(0.0), 0, tokens), document.Number, "0", true},
		{"zero of a program that does not calculate", formulaRec(0, 0, pack(0.0), 2, tokens), document.Blank, "", false},
		{"other number to be calculated on opening", formulaRec(0, 0, pack(3.0), 2, tokens), document.Number, "3", true},
		{"text", pack(formulaRec(0, 0, special(0, 0), 0, tokens), rec(recString, text("有"))), document.Text, "有", true},
		{"text behind a shared formula", pack(formulaRec(0, 0, special(0, 0), 8, byte(ptgExp), uint32(0)),
			rec(recShrFmla, uint16(0), uint16(1), byte(0), byte(0), byte(0), byte(2), uint16(1), byte(0x16)), rec(recString, text("有"))), document.Text, "有", true},
		{"text that never comes", pack(formulaRec(0, 0, special(0, 0), 0, tokens), rec(recNumber, head(0, 1), 1.0), rec(recString, text("x"))), document.Blank, "", false},
		{"true", formulaRec(0, 0, special(1, 1), 0, tokens), document.Bool, "TRUE", true},
		{"error", formulaRec(0, 0, special(2, 7), 0, tokens), document.ErrorValue, "#DIV/0!", true},
		{"empty text", formulaRec(0, 0, special(3, 0), 0, tokens), document.Text, "", true},
		{"unknown", formulaRec(0, 0, special(9, 0), 0, tokens), document.Blank, "", false},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			cell := readOne(t, streamOf(nil, c.records)).At(0, 0)
			require.NotNil(t, cell)
			assert.NotEmpty(t, cell.Formula)
			assert.Equal(t, c.kind, cell.Kind)
			assert.Equal(t, c.stored, cell.Stored)
			assert.Equal(t, c.cached, cell.Cached)
		})
	}
}

func TestDecode(t *testing.T) {
	b := &book{self: []bool{true, false}, refs: []xti{{0, 0, 0}, {1, 0, 0}, {0, 0, 1}, {0, 9, 9}, {7, 0, 0}},
		sheets: []boundSheet{{name: "表'一"}, {name: "二"}}}
	a1, b1, c1 := ref(0, 0), ref(0, 1), ref(0, 2)
	area := pack(byte(ptgArea), uint16(0), uint16(4), relative(0), uint16(3))
	tok := func(b ...byte) []byte { return b }
	sum := pack(byte(ptgAttr), byte(attrSum), uint16(0))
	cases := []struct {
		want   string
		tokens []byte
	}{
		{"A1", a1},
		{"$D$6", pack(byte(ptgRef), uint16(5), uint16(3))},
		{"A1:$D$5", area},
		{"SUM(A1:$D$5)", pack(area, sum)},
		{"SUM(A1,B1,C1)", pack(a1, b1, c1, byte(ptgFuncVar|0x40), byte(3), uint16(funcSum))},
		{"A1+B1-C1", pack(a1, b1, tok(ptgAdd), c1, tok(ptgSub))},
		{"A1-(B1-C1)", pack(a1, b1, c1, tok(ptgSub, ptgParen, ptgSub))},
		{"A1-(B1-C1)", pack(a1, b1, c1, tok(ptgSub, ptgSub))},
		{"(A1+B1)*C1", pack(a1, b1, tok(ptgAdd), c1, tok(ptgMul))},
		{"(A1+B1)/(B1+C1)", pack(a1, b1, tok(ptgAdd), b1, c1, tok(ptgAdd, ptgDiv))},
		{"A1+B1*C1", pack(a1, b1, c1, tok(ptgMul, ptgAdd))},
		{"-(A1+B1)", pack(a1, b1, tok(ptgAdd, ptgMinus))},
		{"-+A1", pack(a1, tok(ptgPlus, ptgMinus))},
		{"(-A1)", pack(a1, tok(ptgMinus, ptgParen))},
		{"ROUND(A1/3,2)", pack(a1, byte(ptgInt), uint16(3), tok(ptgDiv), byte(ptgInt), uint16(2), byte(ptgFunc|0x40), uint16(funcRound))},
		{"0.5*A1", pack(byte(ptgNum), 0.5, a1, tok(ptgMul))},
		{"'表''一'!A1", pack(byte(ptgRef3d), uint16(0), uint16(0), relative(0))},
		{"SUM('表''一'!A1:B2)", pack(byte(ptgArea3d), uint16(0), uint16(0), uint16(1), relative(0), relative(1), sum)},
		{"A1", pack(byte(ptgAttr), byte(attrSpace), uint16(1), a1)},

		{Undecoded, nil},
		{Undecoded, tok(ptgAdd)},
		{Undecoded, tok(ptgParen)},
		{Undecoded, pack(a1, b1)},
		{Undecoded, pack(a1, tok(ptgAdd))},
		{Undecoded, a1[:3]},
		{Undecoded, pack(a1, b1, tok(0x08))},                                               // &
		{Undecoded, pack(a1, byte(ptgFuncVar), byte(1), uint16(5))},                        // AVERAGE
		{Undecoded, pack(byte(ptgFuncVar), byte(0), uint16(funcSum))},                      // SUM()
		{Undecoded, pack(a1, byte(ptgAttr), byte(2), uint16(0))},                           // IF
		{Undecoded, pack(byte(ptgRef3d), uint16(1), uint16(0), relative(0))},               // another workbook
		{Undecoded, pack(byte(ptgRef3d), uint16(2), uint16(0), relative(0))},               // several sheets
		{Undecoded, pack(byte(ptgRef3d), uint16(3), uint16(0), relative(0))},               // no such sheet
		{Undecoded, pack(byte(ptgRef3d), uint16(4), uint16(0), relative(0))},               // no such workbook
		{Undecoded, pack(byte(ptgRef3d), uint16(5), uint16(0), relative(0))},               // no such number
		{Undecoded, []byte(strings.Repeat(string(a1), 300) + strings.Repeat("\x03", 299))}, // too many operands
		{Undecoded, pack(a1, strings.Repeat("\x13", maxFormula))},                          // too long
	}
	for _, c := range cases {
		assert.Equal(t, c.want, b.decode(c.tokens, at{}))
	}
}

func TestSharedFormula(t *testing.T) {
	// B1:B3 share A1*2-SUM($D1:D$1), seen from each cell: one column to the left.
	tokens := pack(byte(ptgRefN|0x40), uint16(0), uint16(0xC000|0xFF), byte(ptgInt), uint16(2), byte(ptgMul),
		byte(ptgAreaN), uint16(0), uint16(0), uint16(0x8000|3), uint16(0x4000|2), byte(ptgAttr), byte(attrSum), uint16(0), byte(ptgSub))
	use := func(row int) []byte { return formulaRec(row, 1, pack(1.0), 8, byte(ptgExp), uint16(0), uint16(1)) }
	sheet := readOne(t, streamOf(nil, use(0),
		rec(recShrFmla, uint16(0), uint16(2), byte(1), byte(1), byte(0), byte(3), uint16(len(tokens)), tokens),
		use(1), use(2), formulaRec(3, 1, pack(1.0), 0, byte(ptgExp), uint16(9), uint16(9))))
	assert.Equal(t, "A1*2-SUM($D1:D$1)", sheet.At(0, 1).Formula)
	assert.Equal(t, "A2*2-SUM($D2:D$1)", sheet.At(1, 1).Formula)
	assert.Equal(t, "A3*2-SUM($D3:D$1)", sheet.At(2, 1).Formula)
	assert.Equal(t, Undecoded, sheet.At(3, 1).Formula, "of an array or a table")
}

// TestUndecodedIsNotComputed holds the promise of Undecoded, and that what is
// decoded is computed as its program did.
func TestUndecodedIsNotComputed(t *testing.T) {
	book := twin.Open(t, fixtures+"formulas.xls", Open)
	_, ok := formula.New(book).Eval(0, Undecoded)
	assert.False(t, ok)
	computed := 0
	for _, r := range book.Sheets[0].Rows {
		for _, c := range r.Cells {
			value, ok := formula.New(book).Eval(0, c.Formula)
			if c.Formula != "" && ok {
				computed++
				got, want := document.Cell{Kind: document.Number, Stored: value.String()}, c
				assert.Equal(t, twin.Digits(t, &want)[:12], twin.Digits(t, &got)[:12], c.Formula)
			}
		}
	}
	assert.Greater(t, computed, 40)
}
