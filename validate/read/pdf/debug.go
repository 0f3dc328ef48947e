package pdf

import "os"

var debug = os.Getenv("PDFDEBUG") != ""
