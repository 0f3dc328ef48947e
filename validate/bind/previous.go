package bind

// Previous is the book of the year before, for judging what the text says of that year.
type Previous struct {
	Book *Book
	File string // what the report calls it
	// Doubted are the places of its figures that a check of that book doubts.
	Doubted map[Place]bool
}
