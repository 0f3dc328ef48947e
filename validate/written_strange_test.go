package validate_test

import (
	"testing"

	"suanqing/validate/lab/prose/further"
)

// Eight departments of kinds that no text before was of, listed in the same known.tsv: their
// groups are named strange, and those of the three that were held out, strange held out.

func TestUnseenStrange(t *testing.T) {
	y := newTally()
	y.texts(t, "strange", further.Strange())
	y.traps(t, "strange traps", further.StrangeTraps())
	y.edits(t, "strange edits", further.StrangeEdits())
	y.tables(t, "strange tables", further.StrangeTables())
	for _, x := range further.Strange() {
		y.slips(t, "strange slips", x.Case, further.Slips(x))
		y.slips(t, "strange slips by kind", x.Case, further.ByKind(x))
	}
	y.settle(t)
}

func TestUnseenStrangeHeldOut(t *testing.T) {
	y := newTally()
	y.texts(t, "strange held out", further.StrangeHeldOut())
	y.traps(t, "strange held out traps", further.StrangeHeldOutTraps())
	y.edits(t, "strange held out edits", further.StrangeHeldOutEdits())
	y.tables(t, "strange held out tables", further.StrangeHeldOutTables())
	for _, x := range further.StrangeHeldOut() {
		y.slips(t, "strange held out slips", x.Case, further.Slips(x))
		y.slips(t, "strange held out slips by kind", x.Case, further.ByKind(x))
	}
	y.settle(t)
}
