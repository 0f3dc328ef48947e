package main

// window is how many results each worker may be ahead of the one that is told next: a
// slow book holds the order up, and what waits for it is held in memory. A book at which
// much is wrong takes as long as some thirty others.
const window = 32

// inOrder has so many workers do what source yields, at once, and tells the results in
// the order of the source. It holds no more than a window of them.
func inOrder[In, Out any](jobs int, source func(yield func(In) bool), do func(In) Out, tell func(Out) bool) {
	type task struct {
		in  In
		out chan Out
	}
	tasks, order := make(chan task), make(chan chan Out, jobs*window)
	stop := make(chan struct{})
	for range jobs {
		go func() {
			for t := range tasks {
				t.out <- do(t.in)
			}
		}()
	}
	go func() {
		defer close(order)
		defer close(tasks)
		source(func(in In) bool {
			t := task{in, make(chan Out, 1)}
			select {
			case order <- t.out:
			case <-stop:
				return false
			}
			select {
			case tasks <- t:
				return true
			case <-stop:
				return false
			}
		})
	}()
	for out := range order {
		if !tell(<-out) {
			close(stop)
			return
		}
	}
}
