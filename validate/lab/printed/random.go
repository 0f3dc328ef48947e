package printed

import (
	"fmt"
	"math/rand/v2"

	"suanqing/validate/lab/fixture"
)

// Random is some look of some layout of some book, the same for the same seed.
func Random(seed int64) Printing {
	g := rand.New(rand.NewPCG(uint64(seed), 151))
	sometimes := func(oneIn int) bool { return g.IntN(oneIn) == 0 }
	look := &Look{
		By:      Painter(g.IntN(3)),
		Pages:   Pages(g.IntN(4)),
		Flow:    Flow(some(g, 0, 0, 0, 1, 2)),
		Rules:   Rules(some(g, 0, 0, 0, g.IntN(int(Thin)+1), g.IntN(int(Thin)+1))),
		Turn:    Turn(some(g, 0, 0, 0, 0, g.IntN(int(HalfRound)+1))),
		Figures: Align(some(g, 0, 0, 0, 1, 2)),
		Font:    some(g, "", "", "Noto Serif CJK SC", "Noto Sans Mono CJK SC"),
		Digits:  some(g, "", "", "DejaVu Sans", "DejaVu Sans Mono", "DejaVu Serif Condensed"),
		Size:    some(g, 60, 70, 80, 90, 90, 105, 120),
		Name:    some(g, 0, 0, 25, 40),
		Figure:  some(g, 0, 0, 20, 32),
		Repeat:  sometimes(2),
		Heads:   sometimes(2),
		Prose:   sometimes(3),
		Bold:    sometimes(2),
		Fake:    sometimes(8),
		Wide:    sometimes(4),
		Spaced:  sometimes(10),
		Full:    sometimes(12),
		Fit:     !sometimes(4),
		Pad:     some(g, 0, 0, 2, 10),
	}
	look.Sentence = sometimes(4)
	if sometimes(8) {
		look.Mark = some(g, "公开", "仅供公开使用", "2023")
	}
	if sometimes(8) {
		look.Margin = some(g, "收入", "支出", "财政拨款")
	}
	if sometimes(10) {
		look.Hashes = 7 + g.IntN(4)
	}
	if sometimes(8) {
		look.Spare = 2 + g.IntN(8)
	}
	if sometimes(3) {
		look.Foots = notes
	}
	layout := fixture.RandomLayout(seed + 7000)
	layout.HideBlankColumns, layout.HideRows, layout.HideColumns, layout.HideSheets = false, false, false, false
	layout.OneSheet, layout.PerSheet, layout.CoveredText, layout.Uncached = false, 0, false, false
	layout.Formulas, layout.Scale, layout.FullPrecision = false, fixture.NoScale, false
	layout.Contents, layout.Cover = false, false
	layout.TreasuryBeside, layout.BudgetBeside, layout.PerformanceBeside = false, false, false
	if layout.Continued != fixture.NotContinued { // who types the headers again has no program repeat them, and merges nothing over them
		look.Repeat, look.Margin = false, ""
	}
	return Printing{Name: fmt.Sprintf("random-%03d", seed), Seed: 500 + seed, Layout: layout, Look: look}
}

func some[T any](g *rand.Rand, from ...T) T { return from[g.IntN(len(from))] }
