package department

// UnitCells are the kinds of one wrong cell in one unit, in a department below the
// department too; DepartmentCells those in what is added up.
var UnitCells, DepartmentCells = cells("unit", (*planter).unit), cells("department", (*planter).whole)

func cells(where string, book func(*planter) *Paper) []*Kind {
	var out []*Kind
	for _, s := range slips {
		out = append(out, &Kind{where + "-" + s.id, Cell, func(p *planter) *Planted { return p.mistype(book(p), s) }})
	}
	return out
}

// Chains are the kinds in which a unit agrees with itself and not with the department.
var Chains = []*Kind{
	{"income-chain", Chain, incomeChain},
	{"expenditure-chain", Chain, expenditureChain},
}

// Rows are the kinds in which some form lacks a row, has it under another code or once too many.
var Rows = []*Kind{
	{"unit-row-missing", Row, rowMissing((*planter).unit)},
	{"unit-row-recoded", Row, rowRecoded((*planter).unit)},
	{"department-row-missing", Row, rowMissing((*planter).whole)},
	{"department-row-recoded", Row, rowRecoded((*planter).whole)},
	{"department-row-extra", Row, rowExtra},
}

// Wholes are the kinds in which a form or a book is wrong as a whole.
var Wholes = []*Kind{
	{"form-unit", Unit, formUnit},
	{"book-unit", Unit, bookUnit},
	{"missing", Missing, missing},
	{"twice-bytes", Twice, twiceBytes},
	{"twice-layout", Twice, twiceLayout},
	{"twice-format", Twice, twiceFormat},
	{"twice-name", Twice, twiceName},
	{"twice-instead", Twice, twiceInstead},
	{"department-twice", Twice, departmentTwice},
	{"foreign", Foreign, foreign},
	{"foreign-instead", Foreign, foreignInstead},
	{"other-year", Year, otherYear},
	{"omitted", Omitted, omitted},
	{"counted", Counted, counted},
	{"payment", Payment, payment},
}

// Kinds is every kind.
var Kinds = func() []*Kind {
	var out []*Kind
	for _, some := range [][]*Kind{UnitCells, DepartmentCells, Chains, Rows, Wholes} {
		out = append(out, some...)
	}
	return out
}()
