package document

// Refusal says why a file cannot be read: one sentence of what it is, one of
// what to do. Code is stable: empty, too-large, encrypted, password,
// unsupported-encryption, xls, et, ods, csv, html, pdf, word, image,
// not-a-workbook, corrupt, too-complex.
type Refusal struct{ Code, Message, Hint string }

func (r *Refusal) Error() string { return r.Message + r.Hint }
