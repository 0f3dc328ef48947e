package report

// The words for people, one place for all that is written without the page. (The page
// has its own in site/page/ui/text.js; a test holds them together.)

// ResultSheet is what the sheet is called, and says first, that an annotated copy adds.
const ResultSheet = "审核结果"

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
	switch r.Verdict {
	case Pass:
		return "✓"
	case Tails:
		return "≈"
	case Fail:
		return "✗"
	case Incomplete:
		return "?"
	}
	return ""
}

// VerdictWord is the verdict in Chinese.
func (r *Report) VerdictWord() string {
	switch r.Verdict {
	case Pass:
		return "通过"
	case Tails:
		return "有尾差（可接受）"
	case Fail:
		return "不通过"
	case Incomplete:
		return "无法判断"
	}
	return ""
}
