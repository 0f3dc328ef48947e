package performance

import (
	"slices"
	"strings"

	"suanqing/validate/amount"
)

// limit is from which score on a grade is given.
type limit struct {
	grade int
	low   amount.Amount
}

// limitsIn is the definition of the grades in a text; nil where it has none that is clear.
func limitsIn(text []rune) (out []limit) {
	for _, clause := range strings.FieldsFunc(string(text), func(c rune) bool { return strings.ContainsRune(",;。、", c) }) {
		runes := []rune(clause)
		found := numbersIn(runes)
		if len(found) == 0 || len(found) > 2 || len(runes) > 40 {
			continue
		}
		grade := -1
		for _, sep := range []string{"为", "是", ":", "="} {
			if _, after, ok := cutLast(clause, sep); ok && grade < 0 {
				grade = gradeOf(strings.TrimSuffix(after, "等级"))
			}
		}
		if g, length := gradeAt(runes, 0); grade < 0 && g >= 0 && length < len(runes) && (runes[length] == '(' || runes[length] == ':') {
			grade = g
		}
		low := found[0].value
		switch {
		case grade < 0:
			continue
		case len(found) == 2:
			if found[1].value.Cmp(low) < 0 {
				low = found[1].value
			}
		case strings.Contains(clause, "以上") || strings.ContainsAny(clause, "≥>"):
		case strings.Contains(clause, "以下") || strings.ContainsAny(clause, "<") || strings.Contains(clause, "低于"):
			low = amount.Zero
		default:
			continue
		}
		if low.IsNegative() || low.Cmp(amount.New(100, 0)) > 0 {
			return nil
		}
		out = append(out, limit{grade, low})
	}
	if len(out) < 3 {
		return nil
	}
	slices.SortStableFunc(out, func(a, b limit) int { return a.grade - b.grade })
	for i := 1; i < len(out); i++ {
		if out[i].grade == out[i-1].grade || out[i].low.Cmp(out[i-1].low) >= 0 {
			return nil
		}
	}
	return out
}

func cutLast(s, sep string) (before, after string, ok bool) {
	if i := strings.LastIndex(s, sep); i >= 0 {
		return s[:i], s[i+len(sep):], true
	}
	return s, "", false
}
