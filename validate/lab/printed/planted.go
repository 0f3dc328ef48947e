package printed

import "suanqing/validate/lab/fixture"

// Families of looks, by which the bench adds up: a look's name begins with its family's.
const notes = "注：本表反映部门本年度的收支情况。本表金额转换为万元时，因四舍五入可能存在尾差。"

var (
	split    = fixture.Layout{Codes: fixture.SplitCode, Indent: "　"}
	yuan     = fixture.Layout{Unit: "元", Format: "0.00"}
	small    = fixture.Layout{Unit: "万元"}
	again    = fixture.Layout{Unit: "万元", Continued: fixture.TitleAndHeads, PageRows: 15}
	inName   = fixture.Layout{Unit: "万元", Codes: fixture.CodeInName, Indent: "  ", TotalLast: true}
	years    = fixture.Layout{Unit: "万元", YearGroup: true, WrapLabels: true, Codes: fixture.SplitCode}
	brackets = fixture.Layout{Unit: "万元", Parentheses: true, Zero: "—"}
)

// Planted are books printed as departments print theirs, one printing for each thing that
// such pages do.
func Planted() []Printing {
	return []Printing{
		// Lines.
		{Name: "rules-grid-web", Seed: 101, Layout: small, Look: &Look{}},
		{Name: "rules-none-web", Book: "lanshan-2023", Look: &Look{Rules: NoRules}},
		{Name: "rules-none-calc", Seed: 102, Layout: small, Look: &Look{By: Calc, Rules: NoRules, Fit: true}},
		{Name: "rules-none-writer", Seed: 103, Layout: small, Look: &Look{By: Writer, Rules: NoRules}},
		{Name: "rules-zebra-web", Seed: 104, Layout: small, Look: &Look{Rules: Zebra}},
		{Name: "rules-zebra-writer", Seed: 105, Layout: small, Look: &Look{By: Writer, Rules: Zebra}},
		{Name: "rules-dotted-web", Seed: 106, Layout: small, Look: &Look{Rules: Dotted}},
		{Name: "rules-dotted-calc", Seed: 107, Layout: small, Look: &Look{By: Calc, Rules: Dotted, Fit: true}},
		{Name: "rules-level-web", Seed: 108, Layout: small, Look: &Look{Rules: RowsOnly}},
		{Name: "rules-three-web", Seed: 109, Layout: small, Look: &Look{Rules: ThreeLines}},
		{Name: "rules-three-writer", Seed: 110, Layout: small, Look: &Look{By: Writer, Rules: ThreeLines}},
		{Name: "rules-double-web", Seed: 111, Layout: small, Look: &Look{Rules: Double}},
		{Name: "rules-double-calc", Seed: 112, Layout: small, Look: &Look{By: Calc, Rules: Double, Fit: true}},
		{Name: "rules-boxes-web", Seed: 113, Layout: small, Look: &Look{Rules: Boxes}},
		{Name: "rules-outer-web", Seed: 114, Layout: small, Look: &Look{Rules: OuterOnly}},
		{Name: "rules-upright-web", Seed: 115, Layout: small, Look: &Look{Rules: ColsOnly}},
		{Name: "rules-thin-calc", Seed: 116, Layout: small, Look: &Look{By: Calc, Rules: Thin, Fit: true}},
		{Name: "rules-pieces-web", Seed: 171, Layout: small, Look: &Look{Rules: Pieces}},
		{Name: "rules-pieces-running-web", Seed: 172, Layout: split, Look: &Look{Rules: Pieces, Flow: Running, Pages: Portrait, Figure: 18, Name: 38, Size: 70}},

		// Pages.
		{Name: "pages-mixed-calc", Seed: 117, Layout: split, Look: &Look{By: Calc, Pages: Mixed, Fit: true, Heads: true}},
		{Name: "pages-mixed-writer", Seed: 118, Layout: small, Look: &Look{By: Writer, Pages: Mixed, Figure: 20, Name: 40, Heads: true}},
		{Name: "pages-mixed-web", Seed: 119, Layout: small, Look: &Look{Pages: Mixed, Figure: 18, Name: 36, Size: 70, Heads: true}},
		{Name: "pages-spill-calc", Seed: 120, Layout: small, Look: &Look{By: Calc, Pages: Portrait}},
		{Name: "pages-spill-repeat-calc", Seed: 121, Layout: split, Look: &Look{By: Calc, Pages: Portrait, Repeat: true, Heads: true}},
		{Name: "pages-spill-halves-calc", Seed: 170, Layout: small, Look: &Look{By: Calc, Pages: Portrait, Name: 105, Figure: 40}},
		{Name: "pages-title-above-web", Seed: 122, Layout: small, Look: &Look{Flow: TitleAbove}},
		{Name: "pages-title-above-calc", Seed: 123, Layout: small, Look: &Look{By: Calc, Flow: TitleAbove, Fit: true}},
		{Name: "pages-running-web", Seed: 124, Layout: small, Look: &Look{Flow: Running, Prose: true, Pages: Portrait, Figure: 18, Name: 38, Size: 70}},
		{Name: "pages-running-writer", Seed: 125, Layout: small, Look: &Look{By: Writer, Flow: Running, Prose: true, Heads: true, Repeat: true}},
		{Name: "pages-running-calc", Seed: 126, Layout: small, Look: &Look{By: Calc, Flow: Running, Fit: true}},
		{Name: "pages-repeat-writer", Seed: 127, Layout: small, Look: &Look{By: Writer, Repeat: true, Size: 120, Heads: true}},
		{Name: "pages-unrepeated-web", Seed: 128, Layout: small, Look: &Look{Size: 120, Figure: 30, Heads: true}},
		{Name: "pages-continued-calc", Seed: 129, Layout: again, Look: &Look{By: Calc, Fit: true}},

		{Name: "pages-torn-rows-web", Seed: 165, Layout: fixture.Layout{Unit: "元", SideBySide: 2}, Look: &Look{Pages: Portrait, Repeat: true, Figure: 11, Name: 22, Size: 105}},
		{Name: "pages-torn-codes-web", Seed: 166, Layout: split, Look: &Look{Pages: Portrait, Size: 120, Figure: 14, Name: 12}},
		{Name: "pages-torn-rows-writer", Seed: 167, Layout: yuan, Look: &Look{By: Writer, Pages: Portrait, Size: 120, Figure: 12, Name: 12, Torn: true}},

		// Turned pages.
		{Name: "turned-back-web", Seed: 130, Layout: small, Look: &Look{Turn: TurnedBack}},
		{Name: "turned-back-calc", Seed: 131, Layout: small, Look: &Look{By: Calc, Fit: true, Turn: TurnedBack, Heads: true}},
		{Name: "turned-side-web", Seed: 132, Layout: small, Look: &Look{Turn: OnItsSide}},
		{Name: "turned-within-calc", Seed: 133, Layout: small, Look: &Look{By: Calc, Fit: true, Turn: LyingWithin}},
		{Name: "turned-half-web", Seed: 134, Layout: small, Look: &Look{Turn: HalfRound}},

		// Cells.
		{Name: "cells-wrapped-names-web", Seed: 135, Layout: split, Look: &Look{Name: 22, Figure: 30}},
		{Name: "cells-wrapped-names-calc", Seed: 136, Layout: inName, Look: &Look{By: Calc, Fit: true, Name: 24}},
		{Name: "cells-wrapped-names-lineless-web", Seed: 137, Layout: small, Look: &Look{Name: 24, Rules: NoRules}},
		{Name: "cells-wrapped-figures-web", Seed: 138, Layout: small, Look: &Look{Figure: 11}},
		{Name: "cells-wrapped-figures-calc", Seed: 139, Layout: small, Look: &Look{By: Calc, Fit: true, Figure: 11}},
		{Name: "cells-wrapped-figures-writer", Seed: 140, Layout: small, Look: &Look{By: Writer, Figure: 11}},
		{Name: "cells-hashes-calc", Seed: 141, Layout: small, Look: &Look{By: Calc, Fit: true, Hashes: 8, Figure: 16}},
		{Name: "cells-hashes-web", Seed: 142, Layout: small, Look: &Look{Hashes: 7}},
		{Name: "cells-spare-rows-web", Seed: 143, Layout: small, Look: &Look{Spare: 3}},
		{Name: "cells-spare-rows-lineless-web", Seed: 144, Layout: small, Look: &Look{Spare: 3, Rules: Zebra}},
		{Name: "cells-left-web", Seed: 145, Layout: small, Look: &Look{Figures: Left}},
		{Name: "cells-left-lineless-web", Seed: 146, Layout: small, Look: &Look{Figures: Left, Rules: NoRules}},
		{Name: "cells-centred-writer", Seed: 147, Layout: small, Look: &Look{By: Writer, Figures: Centre}},
		{Name: "cells-centred-level-web", Seed: 148, Layout: small, Look: &Look{Figures: Centre, Rules: RowsOnly}},
		{Name: "cells-margin-web", Seed: 149, Layout: small, Look: &Look{Margin: "一般公共预算收入支出", Name: 45, Figure: 24}},
		{Name: "cells-margin-calc", Seed: 150, Layout: small, Look: &Look{By: Calc, Fit: true, Margin: "收入支出"}},
		{Name: "cells-statement-web", Book: "lanshan-2023", Look: &Look{Sentence: true, Foots: notes}},
		{Name: "cells-four-heads-writer", Seed: 151, Layout: years, Look: &Look{By: Writer, Name: 35, Figure: 22, Bold: true}},

		// Letters.
		{Name: "letters-6pt-calc", Seed: 152, Layout: small, Look: &Look{By: Calc, Fit: true, Size: 60, Pages: Portrait}},
		{Name: "letters-5pt-web", Seed: 153, Layout: yuan, Look: &Look{Size: 50, Figure: 15, Name: 30, Pages: Portrait, Pad: 2}},
		{Name: "letters-wide-digits-calc", Seed: 154, Layout: yuan, Look: &Look{By: Calc, Fit: true, Digits: "DejaVu Sans Mono", Figure: 34, Bold: true}},
		{Name: "letters-spaced-digits-web", Seed: 155, Layout: small, Look: &Look{Spaced: true, Figure: 30}},
		{Name: "letters-spaced-digits-lineless-web", Seed: 156, Layout: small, Look: &Look{Spaced: true, Rules: ThreeLines}},
		{Name: "letters-full-width-calc", Seed: 157, Layout: small, Look: &Look{By: Calc, Fit: true, Full: true, Figure: 38}},
		{Name: "letters-spaced-titles-web", Seed: 158, Layout: small, Look: &Look{Wide: true, Bold: true, Font: "Noto Serif CJK SC"}},
		{Name: "letters-spaced-titles-writer", Seed: 159, Layout: fixture.Layout{Unit: "万元", TitleSpace: " "}, Look: &Look{By: Writer, Wide: true, Bold: true}},
		{Name: "letters-fake-bold-web", Seed: 160, Layout: small, Look: &Look{Fake: true}},
		{Name: "letters-watermark-web", Seed: 161, Layout: small, Look: &Look{Mark: "公开", Heads: true}},
		{Name: "letters-watermark-lineless-web", Seed: 162, Layout: small, Look: &Look{Mark: "部门决算公开", Rules: Zebra}},
		{Name: "letters-seal-web", Seed: 168, Layout: small, Look: &Look{Seal: true}},
		{Name: "letters-seal-lineless-web", Seed: 169, Layout: small, Look: &Look{Seal: true, Rules: NoRules}},
		{Name: "letters-negative-web", Seed: 163, Layout: brackets, Look: &Look{Foots: notes}},
		{Name: "letters-apart-web", Seed: 173, Layout: small, Look: &Look{Apart: true}},
		{Name: "letters-apart-lineless-web", Seed: 174, Layout: small, Look: &Look{Apart: true, Rules: NoRules}},
		{Name: "letters-struck-web", Seed: 175, Layout: small, Look: &Look{Struck: 9, Figure: 32}},
		{Name: "letters-struck-lineless-web", Seed: 176, Layout: small, Look: &Look{Struck: 40, Figure: 32, Rules: NoRules}},
		{Name: "letters-struck-writer", Seed: 177, Layout: small, Look: &Look{By: Writer, Struck: 9, Figure: 32}},
		{Name: "letters-tight-lineless-web", Seed: 164, Layout: yuan, Look: &Look{Rules: NoRules, Figure: 22, Pad: 1, Size: 80}},
	}
}
