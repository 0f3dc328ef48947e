package pdf

// The caps on what an engine may hand over, far above any honest report: the longest
// have some 300 pages and 300,000 characters.
const (
	MaxPages   = 2_000
	MaxChars   = 3_000_000
	MaxRulings = 1_000_000
)

// Trim is what to do about a PDF that is too much.
const Trim = "请只保留决算公开的页，导出成新的 PDF 后再拖入；或者拖入 .xlsx 原表。"
