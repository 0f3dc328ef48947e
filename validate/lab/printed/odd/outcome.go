package odd

import "fmt"

// Outcome is what became of a case.
type Outcome struct {
	Code                           string // of a refusal; "" for a file that was read
	Figures, Right, Blanked, Wrong int
}

// Complaint says what is not right about an outcome; "" for a right one. What may also be
// refused may be read in part, but no figure is lost unsaid or read wrongly.
func (c *Case) Complaint(o Outcome) string {
	switch {
	case o.Code != "" && c.Allows(o.Code):
		return ""
	case o.Code != "":
		return fmt.Sprintf("is refused as %s, which is not among %q", o.Code, c.Code)
	case !c.Read && o.Right > 0:
		return fmt.Sprintf("is read, with %d figures, and should be refused as %s", o.Right, c.Code)
	case o.Wrong > 0 || o.Blanked > 0:
		return fmt.Sprintf("has %d figures read wrongly and %d lost unsaid of %d", o.Wrong, o.Blanked, o.Figures)
	case c.Code == "" && o.Right < o.Figures:
		return fmt.Sprintf("has %d of %d figures", o.Right, o.Figures)
	}
	return ""
}
