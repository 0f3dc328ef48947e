package skin

import (
	"fmt"
	"regexp"
	"strings"

	"github.com/xuri/excelize/v2"
)

// reference is a cell in a formula of the fixtures: no sheet, no string stands near it.
var reference = regexp.MustCompile(`(\$?)([A-Z]{1,3})(\$?)([0-9]+)`)

// references replaces each cell that a formula names.
func eachReference(formula string, replace func(row, col int) string) string {
	return reference.ReplaceAllStringFunc(formula, func(s string) string {
		col, row, err := excelize.CellNameToCoordinates(strings.ReplaceAll(s, "$", ""))
		if err != nil {
			panic(err)
		}
		return replace(row-1, col-1)
	})
}

// inR1C1 is a formula as XML Spreadsheet writes it, from a cell.
func inR1C1(formula string, row, col int, absolute bool) string {
	return eachReference(formula, func(r, c int) string {
		if absolute {
			return fmt.Sprintf("R%dC%d", r+1, c+1)
		}
		return "R" + offset(r-row) + "C" + offset(c-col)
	})
}

func offset(n int) string {
	if n == 0 {
		return ""
	}
	return fmt.Sprintf("[%d]", n)
}

// inODF is a formula as OpenDocument writes it.
func inODF(formula string) string {
	out := reference.ReplaceAllString(formula, ".$0")
	// A range is one pair of brackets around two cells.
	out = regexp.MustCompile(`(\.[$A-Z0-9]+(?::\.[$A-Z0-9]+)?)`).ReplaceAllString(out, "[$1]")
	return "of:=" + strings.ReplaceAll(out, ",", ";")
}
