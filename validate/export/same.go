package export

import (
	"suanqing/validate/internal/sha256"
	"suanqing/validate/report"
)

// Reports tells whether r reports on these bytes, and not on what the file was before.
func Reports(r *report.Report, data []byte) bool { return r.SHA256 == sha256.Hex(data) }
