package skin

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"math"
	"sort"
	"strconv"
	"strings"
)

// Record types of BIFF5, the workbook of Excel 5 and 95.
const (
	recFormula, recEOF, recFont, recCodePage, recColInfo = 0x0006, 0x000A, 0x0031, 0x0042, 0x007D
	recBoundSheet, recMulRK, recMulBlank, recRString     = 0x0085, 0x00BD, 0x00BE, 0x00D6
	recXF, recDimensions, recBlank, recNumber, recLabel  = 0x00E0, 0x0200, 0x0201, 0x0203, 0x0204
	recRow, recWindow2, recRK, recFormat, recBOF         = 0x0208, 0x023E, 0x027E, 0x041E, 0x0809
)

// biffStyle is one way of writing BIFF5. It has no merges: Excel 5 had none. A text
// is bytes in the code page, which for Chinese is 936.
type biffStyle struct {
	rk       bool   // short numbers, in runs
	rich     bool   // texts with runs of fonts
	blanks   bool   // empty cells with a style, in runs
	charset  string // of the texts, "" for gbk
	codePage int    // that is said, 0 for 936, -1 for none
	bare     bool   // a sheet's stream alone, no OLE around it, as the PHP snippet of old writes it
	stream   string // name in the OLE file, "" for Book
}

// oldBooks are the ways.
var oldBooks = func() []Skin {
	var out []Skin
	for _, v := range []struct {
		name string
		biffStyle
	}{
		{"biff5-numbers", biffStyle{}},
		{"biff5-rk", biffStyle{rk: true, blanks: true}},
		{"biff5-rich", biffStyle{rich: true}},
		{"biff5-no-code-page", biffStyle{codePage: -1}},
		{"biff5-blanks", biffStyle{blanks: true}},
		{"biff5-upper-name", biffStyle{stream: "BOOK"}},
		{"biff5-php-snippet", biffStyle{bare: true}},
	} {
		out = append(out, Skin{Name: v.name, Kind: BIFF5, Ext: "xls", Make: v.bytes, Hides: !v.bare, Computes: !v.bare, OneSheet: v.bare})
	}
	return out
}()

func record(kind int, fields ...any) []byte {
	var body bytes.Buffer
	for _, f := range fields {
		switch f := f.(type) {
		case int:
			body.Write(binary.LittleEndian.AppendUint16(nil, uint16(f)))
		case byte:
			body.WriteByte(f)
		case []byte:
			body.Write(f)
		case uint32:
			body.Write(binary.LittleEndian.AppendUint32(nil, f))
		case float64:
			body.Write(binary.LittleEndian.AppendUint64(nil, math.Float64bits(f)))
		default:
			panic(fmt.Sprintf("skin: %T in a record", f))
		}
	}
	head := binary.LittleEndian.AppendUint16(nil, uint16(kind))
	return append(binary.LittleEndian.AppendUint16(head, uint16(body.Len())), body.Bytes()...)
}

func (x *biffStyle) bytes(b *Book) []byte {
	if x.bare {
		out := record(recBOF, 0, 0x10, 0, 0)
		return append(append(out, x.cells(b.Sheets[0], nil)...), record(recEOF)...)
	}
	head, formats := x.globals(b)
	var sheets [][]byte
	names := 0
	for _, s := range b.Sheets {
		sheets = append(sheets, x.sheet(s, formats))
		names += 4 + 7 + len(x.text(s.Name))
	}
	at := len(head) + names + 4
	stream := head
	for i, s := range b.Sheets {
		hidden := 0
		if s.Hidden {
			hidden = 1
		}
		name := x.text(s.Name)
		stream = append(stream, record(recBoundSheet, uint32(at), hidden, byte(len(name)), name)...)
		at += len(sheets[i])
	}
	stream = append(stream, record(recEOF)...)
	return compound(or(x.stream, "Book"), append(stream, bytes.Join(sheets, nil)...))
}

func (x *biffStyle) text(s string) []byte { return encode(or(x.charset, "gbk"), s) }

// globals are the records before the list of sheets, and the style of each number format.
func (x *biffStyle) globals(b *Book) ([]byte, map[string]int) {
	out := record(recBOF, 0x0500, 5, 0x0DBB, 0x07CC)
	if x.codePage >= 0 {
		out = append(out, record(recCodePage, 936)...)
	}
	font := x.text("宋体")
	for range 5 {
		out = append(out, record(recFont, 200, 0, 0x7FFF, 400, 0, byte(0), byte(0), byte(134), byte(0), byte(len(font)), font)...)
	}
	codes := map[string]bool{}
	for _, s := range b.Sheets {
		for _, c := range s.cells {
			if c.Format != "" {
				codes[c.Format] = true
			}
		}
	}
	var sorted []string
	for code := range codes {
		sorted = append(sorted, code)
	}
	sort.Strings(sorted)
	for i, code := range sorted {
		text := x.text(code)
		out = append(out, record(recFormat, 164+i, byte(len(text)), text)...)
	}
	for range 15 {
		out = append(out, record(recXF, 0, 0, 0xFFF5, 0x0020, 0x20C0, 0, 0, 0)...)
	}
	out = append(out, record(recXF, 0, 0, 1, 0x0020, 0x20C0, 0, 0, 0)...)
	styles := map[string]int{"": 15}
	for i, code := range sorted {
		out = append(out, record(recXF, 0, 164+i, 1, 0x0420, 0x20C0, 0, 0, 0)...)
		styles[code] = 16 + i
	}
	return out, styles
}

func (x *biffStyle) sheet(s *Sheet, styles map[string]int) []byte {
	out := record(recBOF, 0x0500, 0x10, 0x0DBB, 0x07CC)
	for col := range s.Cols {
		if s.HiddenCols[col] {
			out = append(out, record(recColInfo, col, col, 2304, 15, 1, 0)...)
		}
	}
	out = append(out, record(recDimensions, 0, s.Rows, 0, s.Cols, 0)...)
	for row := range s.Rows {
		if s.HiddenRows[row] {
			out = append(out, record(recRow, row, 0, s.Cols, 285, 0, 0, 0x0020|0x0100, 15)...)
		}
	}
	out = append(out, x.cells(s, styles)...)
	out = append(out, record(recWindow2, 0x00B6, 0, 0, uint32(0))...)
	return append(out, record(recEOF)...)
}

func (x *biffStyle) cells(s *Sheet, styles map[string]int) []byte {
	var out []byte
	for row := range s.Rows {
		boxes := s.Boxes(row)
		for i := 0; i < len(boxes); i++ {
			b := &boxes[i]
			style := styles[b.Format]
			switch {
			case b.Number != "" && b.Formula != "" && !x.bare:
				tokens := ptg(b.Formula)
				out = append(out, record(recFormula, row, b.Col, style, float(b.Number), 0, uint32(0), len(tokens), tokens)...)
			case b.Number != "" && x.rk && rk(b.Number) != nil:
				run := i + 1
				for run < len(boxes) && boxes[run].Col == boxes[run-1].Col+1 && boxes[run].Formula == "" && rk(boxes[run].Number) != nil {
					run++
				}
				out = append(out, x.run(boxes[i:run], styles)...)
				i = run - 1
			case b.Number != "":
				out = append(out, record(recNumber, row, b.Col, style, float(b.Number))...)
			case b.Shown != "":
				out = append(out, x.label(b, style)...)
			case x.blanks && b.ColSpan == 1:
				out = append(out, record(recBlank, row, b.Col, 15)...)
			case x.blanks:
				fields := []any{row, b.Col}
				for range b.ColSpan {
					fields = append(fields, 15)
				}
				out = append(out, record(recMulBlank, append(fields, b.Col+b.ColSpan-1)...)...)
			}
		}
	}
	return out
}

func (x *biffStyle) label(b *Box, style int) []byte {
	text := x.text(b.Shown)
	if x.rich {
		return record(recRString, b.Row, b.Col, style, len(text), text, byte(1), byte(0), byte(1))
	}
	return record(recLabel, b.Row, b.Col, style, len(text), text)
}

// run is one short number, or several beside one another.
func (x *biffStyle) run(boxes []Box, styles map[string]int) []byte {
	b := &boxes[0]
	if len(boxes) == 1 {
		return record(recRK, b.Row, b.Col, styles[b.Format], rk(b.Number))
	}
	fields := []any{b.Row, b.Col}
	for i := range boxes {
		fields = append(fields, styles[boxes[i].Format], rk(boxes[i].Number))
	}
	return record(recMulRK, append(fields, boxes[len(boxes)-1].Col)...)
}

func float(s string) float64 {
	f, err := strconv.ParseFloat(s, 64)
	if err != nil {
		panic(err)
	}
	return f
}

// rk is a number in four bytes, a whole number of hundredths, or nil when it does not fit.
func rk(s string) []byte {
	if s == "" {
		return nil
	}
	hundredths := math.Round(float(s) * 100)
	if math.Abs(hundredths) >= 1<<29 || hundredths/100 != float(s) {
		return nil
	}
	return binary.LittleEndian.AppendUint32(nil, uint32(int32(hundredths))<<2|3)
}

// ptg is a formula as tokens: a SUM of cells and areas, or a chain of cells.
func ptg(formula string) []byte {
	operand := func(s string, class byte) []byte {
		var at []int
		eachReference(s, func(row, col int) string { at = append(at, row|0xC000, col); return "" })
		le := binary.LittleEndian
		if len(at) == 4 {
			out := le.AppendUint16([]byte{0x25}, uint16(at[0]))
			return append(le.AppendUint16(out, uint16(at[2])), byte(at[1]), byte(at[3]))
		}
		return append(le.AppendUint16([]byte{0x24 | class}, uint16(at[0])), byte(at[1]))
	}
	var out []byte
	if inner, found := strings.CutPrefix(formula, "SUM("); found {
		args := strings.Split(strings.TrimSuffix(inner, ")"), ",")
		for _, a := range args {
			out = append(out, operand(a, 0)...)
		}
		return append(out, 0x42, byte(len(args)), 4, 0)
	}
	for i, a := range strings.Split(formula, "+") {
		out = append(out, operand(a, 0x40)...)
		if i > 0 {
			out = append(out, 3)
		}
	}
	return out
}
