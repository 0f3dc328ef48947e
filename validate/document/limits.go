package document

// What an address may name, as Excel has it, and the caps of this package.
const (
	MaxRows = 1 << 20 // rows of a sheet
	MaxCols = 1 << 14 // columns of a sheet

	maxNumber   = 400 // bytes of one number; the longest plain double has 309 digits
	maxExponent = 400 // decimal exponent of a number that is shown digit by digit
	maxCode     = 255 // characters of a number format, as Excel has it
)
