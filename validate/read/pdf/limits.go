package pdf

// The caps on what an engine may hand over, far above any honest report: the longest
// have some 300 pages and 300,000 characters.
const (
	MaxFile     = 64 << 20 // bytes: a file is copied into the engine's memory
	MaxPages    = 2_000
	MaxChars    = 3_000_000
	MaxRulings  = 1_000_000
	MaxObjects  = 2_000_000
	MaxSegments = 5_000_000 // of all paths
	MaxPath     = 4_000     // segments of one path: a table drawn as one; a map has more and rules nothing
	MaxNested   = 8         // forms in forms
	MaxMemory   = 320 << 20 // bytes that an engine may take

	MaxDot = short // points: a filled piece that is smaller is handed over by its bounds
)

// Trim is what to do about a PDF that is too much.
const Trim = "请只保留决算公开的页，导出成新的 PDF 后再拖入；或者拖入 .xlsx 原表。"
