package validate_test

import (
	"testing"

	lab "suanqing/validate/lab/prose"
	"suanqing/validate/lab/prose/further"
)

// Eight departments of kinds that no text before was of, listed in the same known.tsv: their
// groups are named strange, and those of the three that were held out, strange held out.

func TestUnseenStrange(t *testing.T) {
	strange(t, "strange", further.Strange(), further.StrangeTraps(), further.StrangeEdits(), further.StrangeTables())
}

func TestUnseenStrangeHeldOut(t *testing.T) {
	strange(t, "strange held out", further.StrangeHeldOut(), further.StrangeHeldOutTraps(), further.StrangeHeldOutEdits(), further.StrangeHeldOutTables())
}

// strange judges a set, its texts right and wrong in every way that is planted.
func strange(t *testing.T, group string, texts []lab.Text, traps []further.Trap, edits []further.Edit, tables []further.Case) {
	y := newTally()
	y.texts(t, group, texts)
	y.traps(t, group+" traps", traps)
	y.edits(t, group+" edits", edits)
	y.tables(t, group+" tables", tables)
	for _, x := range texts {
		y.slips(t, group+" slips", x.Case, further.Slips(x))
		y.slips(t, group+" slips by kind", x.Case, further.ByKind(x))
	}
	y.settle(t)
}
