package equation

import "suanqing/validate/form"

// ParseTerms parses what may stand on one side of an equation, for those who state its
// value and compare nothing: F01[年初结转和结余, 金额] + F01[本年收入合计, 金额].
func ParseTerms(text string) ([]Term, error) { return side(form.Public(), text) }
