package dress

import "suanqing/validate/lab/fixture"

// formats are number formats that print more than digits. The cells hold numbers and
// the digits shown are those of the plain book: there is nothing to remark on, but that
// a format prints another unit than the form's.
var formats = func() []Dress {
	var out []Dress
	for _, f := range []string{
		`#,##0.00"万元"`,
		`0.00"万元"`,
		`#,##0.00万元`,        // not quoted, as WPS stores it
		`#,##0.00\ \万\元`,    // escaped
		`"人民币"#,##0.00"万元"`, // before and behind
		`"人民币 "#,##0.00`,
		`"￥"#,##0.00`,
		`￥#,##0.00;￥\-#,##0.00`, // of the built-in ones
		`[$￥-804]#,##0.00`,
		`[$¥-478]#,##0.00_);[Red]\([$¥-478]#,##0.00\)`,
		`"Rs."#,##0.00`, // a template of another country, never changed
		`"RMB" #,##0.00`,
		`[Red]#,##0.00`,
		`[红色]#,##0.00`, // the colour's name as the Chinese version shows it
		`[Color10]#,##0.00;[Color3]-#,##0.00`,
		`#,##0.00_);[Red]\(#,##0.00\)`,
		`[>=0]#,##0.00;[<0]-#,##0.00`,
		`[>=0]#,##0.00"万元";[<0]-#,##0.00"万元"`,
		`[Blue][>1000]#,##0.00;[Red][<0]-#,##0.00;0.00`,
		`[>100]#,##0.00"万元";#,##0.00"万元"`,
		`#,##0.00;-#,##0.00;"—"`,
		`#,##0.00;-#,##0.00;"零";@`,
		`#,##0.00"万元";-#,##0.00"万元";;@"（注）"`,
		`_ ￥* #,##0.00_ ;_ ￥* -#,##0.00_ ;_ ￥* "-"??_ ;_ @_ `,
		`_-[$￥-804]* #,##0.00_-;-[$￥-804]* #,##0.00_-;_-[$￥-804]* "-"??_-;_-@_-`,
		`[$-804]#,##0.00`,
		`[DBNum1][$-804]#,##0.00`, // shows 一,二三四.五六: Chinese digits, as many of them
		`#,##0.00"（万元）"`,
		`"合 计："#,##0.00`,
	} {
		out = append(out, formatted(f, Nothing))
	}
	for _, f := range []string{`#,##0.00"元"`, `0.00"元"`, `#,##0.00元`, `"￥"#,##0.00"元"`, `[>=0]#,##0.00"元";-#,##0.00"元"`} {
		d := formatted(f, AWarning)
		d.Name, d.Kind, d.Says = f+" under 万元", Clash, []string{"元"}
		out = append(out, d)
	}
	in元 := formatted(`#,##0.00"元"`, Nothing)
	in元.Exact = true
	in元.Name += " under 元"
	out = append(out, in元)
	// Formats that scale, with a unit: the plain book has the same scale.
	for _, f := range []struct {
		format string
		scale  fixture.Scale
	}{{`0!.0000"万元"`, fixture.TenThousandsFour}, {`#,##0.00,"千元"`, fixture.Thousands}, {`[Red]0!.0,"万元"`, fixture.TenThousandsOne}} {
		d := formatted(f.format, Nothing)
		d.Plain.Scale, d.Exact = f.scale, true
		out = append(out, d)
	}
	// General shows no zeros at the end, so that the plain book is in it too.
	for _, f := range []string{`General"万元"`, `G/通用格式"万元"`, `G/通用格式`, `@`} {
		d := formatted(f, Nothing)
		d.Plain.Format = "General"
		out = append(out, d)
	}
	return out
}()

func formatted(format string, allow Allow) Dress {
	return Dress{Name: "format " + format, Kind: Format, Allow: allow, Wear: func(w *Workbook) {
		w.EachFigure("", func(c *Cell) { c.Format = format })
	}}
}
