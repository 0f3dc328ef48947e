package report

// The words for people, one place for all that is written without the page. (The page
// has its own in site/page/text.js; a test holds them together.)

// Mark is the sign that stands for a severity: never a colour alone.
func (s Severity) Mark() string {
	switch s {
	case Error:
		return "✗"
	case Warning:
		return "!"
	case Tail:
		return "≈"
	case Notice:
		return "i"
	}
	return ""
}

// Word is the Chinese word for a severity.
func (s Severity) Word() string {
	switch s {
	case Error:
		return "错误"
	case Warning:
		return "警告"
	case Tail:
		return "尾差"
	case Notice:
		return "提示"
	}
	return ""
}

// VerdictMark is the sign that stands for the verdict.
func (r *Report) VerdictMark() string {
	switch {
	case r.Verdict == Fail:
		return "✗"
	case r.Verdict == Incomplete:
		return "?"
	case r.Verdict == Tails && r.hasTails():
		return "≈"
	case r.Verdict == Tails, r.Verdict == Pass:
		return "✓"
	}
	return ""
}

// VerdictWord is the verdict in Chinese. A report without tails is not said to have
// some: warnings and notices have a word of their own.
func (r *Report) VerdictWord() string {
	switch {
	case r.Verdict == Fail:
		return "不通过"
	case r.Verdict == Incomplete:
		return "无法判断"
	case r.Verdict == Pass:
		return "通过"
	case r.Verdict == Tails && r.hasTails():
		return "有尾差（可接受）"
	case r.Verdict == Tails:
		return "通过（有警告或提示）"
	}
	return ""
}

func (r *Report) hasTails() bool {
	for i := range r.Findings {
		if r.Findings[i].Severity == Tail {
			return true
		}
	}
	return false
}
