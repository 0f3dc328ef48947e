package pdf

// unstack parts the rows of a table that rulings do not part.
func (t *table) unstack() {}

// aligned finds tables without rulings among lines of text.
func (v *view) aligned(rows []row) []*table { return nil }
