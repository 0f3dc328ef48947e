package xls

import (
	"math"
	"strconv"

	"suanqing/validate/document"
)

// The format stores numbers as IEEE doubles, so this file, and constants in
// formulas, are where binary floating point exists: each becomes at once the
// shortest decimal text that reads back as the same double, as a number stands in
// an .xlsx. All arithmetic after that is decimal.

// decimalText is the shortest decimal text of a double.
func decimalText(f float64) string {
	if a := math.Abs(f); a != 0 && (a < 1e-5 || a >= 1e21) {
		return strconv.FormatFloat(f, 'E', -1, 64)
	}
	return strconv.FormatFloat(f+0, 'f', -1, 64) // -0 + 0 is 0
}

// setNumber gives a cell a double, [MS-XLS] 2.5.342: Xnum.
func setNumber(c *document.Cell, bits uint64) {
	f := math.Float64frombits(bits)
	if math.IsNaN(f) || math.IsInf(f, 0) {
		c.Kind, c.Stored = document.ErrorValue, "#NUM!"
		return
	}
	c.Kind, c.Stored = document.Number, decimalText(f)
}

// fromRK is the double of a number squeezed into 30 bits, [MS-XLS] 2.5.217: an
// integer or the upper bits of a double, either of them in hundredths or not.
func fromRK(rk uint32) uint64 {
	const hundredths, integer = 1, 2
	f := math.Float64frombits(uint64(rk&^3) << 32)
	if rk&integer != 0 {
		f = float64(int32(rk) >> 2)
	}
	if rk&hundredths != 0 {
		f /= 100
	}
	return math.Float64bits(f)
}

func setBool(c *document.Cell, b bool) {
	c.Kind, c.Stored = document.Bool, "FALSE"
	if b {
		c.Stored = "TRUE"
	}
}

// setError gives a cell an error, [MS-XLS] 2.5.10: BErr.
func setError(c *document.Cell, code int) {
	c.Kind = document.ErrorValue
	switch code {
	case 0x00:
		c.Stored = "#NULL!"
	case 0x07:
		c.Stored = "#DIV/0!"
	case 0x0F:
		c.Stored = "#VALUE!"
	case 0x17:
		c.Stored = "#REF!"
	case 0x1D:
		c.Stored = "#NAME?"
	case 0x24:
		c.Stored = "#NUM!"
	default:
		c.Stored = "#N/A"
	}
}
