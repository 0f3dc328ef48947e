# 算清. On a bare machine with Go, Node and apt: `make serve` shows the page, `make test` tests everything.

PORT ?= 8080
export PORT

.PHONY: serve build test browser dist bench bench-parts bench-mutations fuzz fixtures clean

serve: build
	go run ./site/serve -dir dist/site

build:
	go run ./site/build -fast -out dist/site

# Everything, the page in a real browser included.
test: browser
	@unformatted=$$(gofmt -l $$(git ls-files '*.go')); test -z "$$unformatted" || { echo "gofmt: $$unformatted"; exit 1; }
	go vet ./...
	GOOS=js GOARCH=wasm go vet ./wasm/...
	go test -timeout 18m ./...

# The tests need Chromium, Firefox, a Chinese font and LibreOffice; as root on Debian they are installed.
browser:
	@.ci/browser

# What is published: the site, the one-file build and their SHA-256 sums.
dist:
	go run ./site/build -out dist/site -one dist/suanqing.html -sums dist/SHA256SUMS

# Plants errors of four dozen kinds, single figures and whole blocks, rows and codes, in generated and
# real books and prints how many are found and named.
bench-mutations:
	go run ./validate/lab/mutation/bench -seed 1 -books 60
	go run ./validate/lab/department/bench -units 40 -each 20 -kind unit-

# The page in a browser beside programs that merely read the same books: one table, in some
# seven minutes. BENCH="-reps 3 -rows start,clean" has less of it.
bench:
	go run ./site/bench $(BENCH)

# The parts by themselves: allocations of each, and the page's stalls with 300 books.
bench-parts:
	go test ./validate ./validate/document ./validate/read/xlsx -run '^$$' -bench . -benchmem
	go run ./site/bench/many

# Long runs of every fuzz target; FUZZTIME for each.
FUZZTIME ?= 10m
fuzz:
	.ci/fuzz $(FUZZTIME)

# Rewrites testdata's workbooks, golden reports, the rules page and the schema of reports; read the diff.
fixtures:
	go run ./validate/lab/fixture/write
	go test ./validate -run Golden -update
	go test ./validate/draft -run Golden -update
	go test ./site/rules -run Page -update
	go test ./validate/report/schema -update

clean:
	rm -rf dist
