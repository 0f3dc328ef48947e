package xls

import (
	"suanqing/validate/document"
	"suanqing/validate/read/refuse"
)

// book is what the sheets of one workbook share while it is read.
type book struct {
	stream  []byte
	work    *int // bytes of records that may still be walked
	sheets  []boundSheet
	biff5   bool // of Excel 5 or 95
	page    int  // code page of its texts, then
	strings []string
	codes   map[int]string           // number formats by number
	styles  []int                    // number of the number format, by XF
	spread  []bool                   // centred across the next cells, by XF; of BIFF5 only
	formats map[int]*document.Format // made of codes, when first used
	date04  bool

	self []bool // by SUPBOOK: it stands for this workbook
	refs []xti

	// What all sheets have, against the caps.
	cells    int // with content
	merges   int
	empties  int // rows kept without cells
	formulas int // bytes of their text
	decoding int // effort put in them
}

// boundSheet is a sheet as the globals list it, [MS-XLS] 2.4.28.
type boundSheet struct {
	name   string
	kind   int // 0 is a worksheet
	hidden bool
	offset uint32
}

// xti is a sheet that formulas refer to by number, [MS-XLS] 2.5.344.
type xti struct{ supBook, first, last int }

// Types of a substream, as its BOF record says.
const (
	streamGlobals   = 0x0005
	streamWorksheet = 0x0010 // or a dialog
	streamChart     = 0x0020
	streamMacros    = 0x0040
)

// begin reads the BOF record, [MS-XLS] 2.4.21, that a substream begins with, and
// gives its version and type. Up to Excel 4 it was a record of another type, but the
// lower byte.
func (s *scanner) begin() (version, stream int, refusal *document.Refusal) {
	kind, r, ok := s.next()
	version = r.u16()
	switch {
	case !ok || r.bad || kind&0xFF != recBOF&0xFF:
		return 0, 0, refuse.Corrupt("这个旧格式的表格已损坏，找不到内容的开头。")
	case kind != recBOF || version != versionBIFF5 && version != versionBIFF8 && version != versionUnsaid:
		return 0, 0, tooOld()
	}
	return version, r.u16(), nil
}

// globals reads the globals substream, [MS-XLS] 2.1.7.20.3.
func (b *book) globals() *document.Refusal {
	b.codes, b.formats = map[int]string{}, map[int]*document.Format{}
	s := &scanner{data: b.stream, work: b.work}
	version, stream, refusal := s.begin()
	if refusal != nil {
		return refusal
	}
	if b.biff5 = version != versionBIFF8; stream == streamWorksheet {
		b.sheets = append(b.sheets, boundSheet{name: "Sheet1"})
		return nil
	}
	for {
		kind, r, ok := s.next()
		if !ok {
			return refuse.Corrupt("这个旧格式的表格已损坏，工作簿目录不完整。")
		}
		if kind == recEOF {
			return nil
		}
		if refusal := b.global(kind, &r); refusal != nil {
			return refusal
		}
		if r.bad {
			return refuse.Corrupt("这个旧格式的表格已损坏，工作簿目录中有残缺的记录。")
		}
	}
}

func (b *book) global(kind uint16, r *reader) *document.Refusal {
	switch kind {
	case recFilePass: // 2.4.117: all that follows is encrypted
		return refuse.As("encrypted", "这个旧格式的表格设有密码或工作簿保护，无法读取。", unlock)
	case recCodePage: // 2.4.52
		b.page = r.u16()
	case recDate1904: // 2.4.77
		b.date04 = r.u16() == 1
	case recBoundSheet:
		if len(b.sheets) == maxSheets {
			return refuse.TooComplex("工作簿的工作表超过 %d 张。", maxSheets)
		}
		sheet := boundSheet{offset: r.u32(), hidden: r.u8()&3 != 0, kind: r.u8()}
		sheet.name = b.shortText(r)
		b.sheets = append(b.sheets, sheet)
	case recFormat: // 2.4.126
		id := r.u16()
		code := b.code(r)
		if len(b.codes) == maxStyles || len(code) > maxCode {
			return refuse.TooComplex("工作簿的数字格式过多或过长。")
		}
		b.codes[id] = code
	case recXF: // 2.4.353
		if len(b.styles) == maxStyles {
			return refuse.TooComplex("工作簿的单元格样式超过 %d 种。", maxStyles)
		}
		r.skip(2)
		b.styles = append(b.styles, r.u16())
		if b.biff5 {
			const across = 6
			r.skip(2)
			b.spread = append(b.spread, r.u16()&7 == across)
		}
	case recSST:
		return b.sharedStrings(r)
	case recSupBook: // 2.4.271
		if len(b.self) == maxRefs {
			return refuse.TooComplex("工作簿的外部引用过多。")
		}
		const self = 0x0401
		r.skip(2)
		b.self = append(b.self, r.u16() == self)
	case recExternSheet: // 2.4.106
		if b.biff5 {
			return nil // a name; references within the workbook do without
		}
		for n := r.u16(); n > 0 && !r.bad; n-- {
			if len(b.refs) == maxRefs {
				return refuse.TooComplex("工作簿的外部引用过多。")
			}
			b.refs = append(b.refs, xti{r.u16(), r.u16(), r.u16()})
		}
	}
	return nil
}

// sharedStrings reads the texts that cells refer to by number, [MS-XLS] 2.4.265.
// Some writers declare more of them than they write.
func (b *book) sharedStrings(r *reader) *document.Refusal {
	r.skip(4)
	for n := r.u32(); n > 0 && !r.empty() && !r.bad; n-- {
		if len(b.strings) == maxStrings {
			return refuse.TooComplex("共享文字表超过 %d 条。", maxStrings)
		}
		text := r.text()
		if len(text) > maxText {
			return refuse.TooComplex("单元格文字过长。")
		}
		b.strings = append(b.strings, document.Content(text))
	}
	return nil
}

// format is the number format of a cell by the number of its XF.
func (b *book) format(xf int) *document.Format {
	id := 0
	if xf < len(b.styles) {
		id = b.styles[xf]
	}
	f := b.formats[id]
	if f == nil {
		code := b.codes[id]
		if code == "" {
			code = document.BuiltinCode(id)
		}
		f = document.NewFormat(code, b.date04)
		b.formats[id] = f
	}
	return f
}

// sheetName is the sheet that formulas refer to by number; ok is false when it
// is in another workbook or a run of several.
func (b *book) sheetName(ref int) (name string, ok bool) {
	if ref >= len(b.refs) {
		return "", false
	}
	x := b.refs[ref]
	if x.supBook >= len(b.self) || !b.self[x.supBook] || x.first != x.last || x.first >= len(b.sheets) {
		return "", false
	}
	return b.sheets[x.first].name, true
}
