package xmlpack

// Every cap of this package. They are far above any honest report and low enough
// that a hostile file fails early, in a 32-bit-sized wasm heap. There are no ratio
// rules: a small honest file compresses very well.
const (
	MaxMembers = 10_000    // members of the zip
	MaxMember  = 64 << 20  // bytes of one member once inflated
	MaxTotal   = 200 << 20 // bytes of all members read, as UTF-8, re-reads counted again

	maxDepth = 64  // open XML elements
	maxAttrs = 128 // attributes of one element

	MaxTarget = 4_096 // bytes of a relationship's target, a path in the package
)
