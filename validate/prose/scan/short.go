package scan

// ShortFor says whether a name is short for another: its characters stand there in order.
func ShortFor(short, long string) bool {
	want := []rune(short)
	k := 0
	for _, c := range long {
		if k < len(want) && want[k] == c {
			k++
		}
	}
	return k == len(want)
}
