// Package formats has the readers of every kind of file but .xlsx. The command has
// them at hand; the page loads them together, as one component, when the first such
// file comes.
package formats

import (
	"suanqing/validate/read"
	"suanqing/validate/read/ods"
	"suanqing/validate/read/xls"
)

// Readers are these readers, by the kind of file that each reads.
var Readers = read.Readers{
	read.XLS:     xls.Open,
	read.ODS:     ods.Open,
	read.FlatODS: ods.OpenFlat,
}
