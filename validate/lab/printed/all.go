package printed

import "suanqing/validate/lab/fixture"

// All are the printings that the reader of PDF is measured by: the layouts of books, the
// ways that tables go over pages, the styles of tables on web pages.
func All() []Printing {
	return []Printing{
		{Name: "national", Book: "lanshan-2023"},
		{Name: "national-upright", Book: "lanshan-2023", Paper: Paper{Upright: true}},
		{Name: "carry-over", Book: "putuo-finance-2024", Paper: Paper{Heads: true}},
		{Name: "generated", Seed: 11, Paper: Paper{Heads: true}},
		{Name: "generated-large", Seed: 12, Paper: Paper{Size: 8}},
		{Name: "one-sheet", Seed: 13, Layout: fixture.Layout{Unit: "万元", OneSheet: true, Cover: true, Contents: true}, Paper: Paper{Roomy: true}},
		{Name: "split-codes", Seed: 14, Layout: fixture.Layout{Codes: fixture.SplitCode, Indent: "　", TotalSpread: true}},
		{Name: "merged-codes", Seed: 15, Layout: fixture.Layout{Codes: fixture.MergedCode, Lines: fixture.SplitLines, TitleSpace: " "}},
		{Name: "code-in-name", Seed: 16, Layout: fixture.Layout{Codes: fixture.CodeInName, Zero: "0.00", Economic: fixture.OneList}},
		{Name: "two-lanes", Seed: 17, Layout: fixture.Layout{Economic: fixture.TwoLanes, Public: fixture.Pairs, Zero: "—", NoColumnNumbers: true}},
		{Name: "three-figures", Seed: 18, Layout: fixture.Layout{Economic: fixture.ThreeFigures, Public: fixture.ItemList, WrapLabels: true}},
		{Name: "yuan", Seed: 19, Layout: fixture.Layout{Unit: "元", Public: fixture.TwoRows, Lines: fixture.OneCellLines, TitleYear: true}, Paper: Paper{Size: 8}},
		{Name: "heads-again", Seed: 20, Layout: fixture.Layout{Continued: fixture.TitleAndHeads, Lines: fixture.StackedLines}},
		{Name: "budget-columns", Seed: 21, Layout: fixture.Layout{BudgetColumns: true, Serials: true, Remarks: true, TotalLast: true}},
		{Name: "per-sheet", Seed: 22, Layout: fixture.Layout{Unit: "万元", PerSheet: 3, LongNotes: true, Parts: true, LabelSpace: "　　"}, Paper: Paper{Roomy: true}},
		{Name: "offset", Seed: 23, Layout: fixture.Layout{OffsetRows: 2, OffsetCols: 1, NoLineNumbers: true, Meetings: true, StatementInBody: true}},
		{Name: "negative", Seed: 24, Layout: fixture.Layout{Parentheses: true, LeavesOnly: true, OldNames: true, Lines: fixture.AboveLines}},
		{Name: "unfitted", Seed: 25, Paper: Paper{Unfitted: true}},
		{Name: "lineless", Seed: 26, Paper: Paper{Lineless: true}},
		{Name: "lineless-lanshan", Book: "lanshan-2023", Paper: Paper{Lineless: true}},

		{Name: "web-bare", Book: "lanshan-2023", Skin: "html-bare", Style: wide},
		{Name: "web-collapsed", Seed: 31, Skin: "html-utf8-meta", Style: wide + collapsed},
		{Name: "web-one-table", Seed: 32, Skin: "html-one-table", Style: wide + collapsed},
		{Name: "web-titles-outside", Seed: 33, Skin: "html-titles-outside", Style: wide + collapsed},
		{Name: "web-narrow", Seed: 34, Skin: "html-word-paragraphs", Style: narrow + collapsed},
		{Name: "web-rows-only", Seed: 35, Skin: "html-explicit-spans", Style: wide + rowsOnly},
		{Name: "web-lineless", Book: "lanshan-2023", Skin: "html-sections", Style: wide},
	}
}

// Styles of pages.
const (
	wide      = "<meta charset=\"utf-8\"><style>@page{size:A3 landscape} body{font-size:9pt}</style>\n"
	narrow    = "<meta charset=\"utf-8\"><style>@page{size:A4 landscape} body{font-size:7pt}</style>\n"
	collapsed = "<style>table{border-collapse:collapse} td,th{border:1px solid #000}</style>\n"
	rowsOnly  = "<style>table{border-collapse:collapse;border:0} td,th{border:0;border-bottom:1px solid #000}</style>\n"
)
