# Firsthand. "make run" and "make test" need nothing but Go 1.26 and Node 20: both install the rest first.

# One set of flags for build, vet and test: every other set would compile sqlite3.c once more.
# -fvisibility=hidden: WebKitGTK would otherwise bind to our copy of SQLite (make test looks for that).
export CGO_ENABLED := 1
export CGO_CFLAGS := -O2 -g -fvisibility=hidden
TAGS := desktop,production,webkit2_41,sqlite_fts5,sqlite_omit_load_extension
ifeq ($(findstring $(TAGS),$(GOFLAGS)),)
export GOFLAGS := $(strip $(GOFLAGS) -tags=$(TAGS))
endif
ifeq ($(shell uname -s),Darwin)
export CGO_LDFLAGS := -framework UniformTypeIdentifiers
endif

# The version that the program and the package say of themselves.
VERSION ?= 0.1.0
BIN := build/bin/firsthand
TOOL := go tool -modfile=build/tools/go.mod
# Our packages; the one of the real window runs by itself, because what else runs would slow it down.
WINDOW_TESTS := ./internal/uitest
ON_DISPLAY := FIRSTHAND_BIN="$(CURDIR)/$(BIN)" GDK_BACKEND=x11 \
	xvfb-run -a -s '-screen 0 1280x900x24 -nolisten tcp' dbus-run-session --

.PHONY: help run build wire licences test test-frontend test-go test-browser test-window crash eval lint bench pictures package clean

help:
	@echo 'make run      install what is missing, build, open the window'
	@echo 'make test     install what is missing, run every test'
	@echo 'make build    leave the program at $(BIN)'
	@echo 'make crash    kill a program that writes 1,000 times, let every system call of it fail'
	@echo 'make eval     score what is found on marked accounts; ACCOUNTS=folder for others, EACH=1, MISSES=1, UPDATE=1'
	@echo 'make bench    run the benchmarks; FIRSTHAND_BENCH_ENTRIES=100000 for a larger journal'
	@echo 'make lint     formatting, go vet, staticcheck'
	@echo 'make pictures leave a picture of every screen in build/bin/pictures'
	@echo 'make wire     renew what the window knows of the bound methods'
	@echo 'make licences renew the licences of what is built in'
	@echo 'make package  leave a Debian package in build/bin'

# Where there is no display, the whole job still shows: a sample night, released and checked.
run:
	@build/setup.sh run
	@$(MAKE) --no-print-directory build
	@if [ "$$(uname -s)" != Linux ] || [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ]; then \
		exec $(BIN); \
	else \
		echo 'There is no display here, so no window: this is the demonstration instead.'; \
		exec $(BIN) demo; \
	fi

build: frontend/node_modules/.installed frontend/dist/index.html
	go build -ldflags '-s -w -X main.version=$(VERSION)' -o $(BIN) .

frontend/node_modules/.installed: frontend/package-lock.json
	@build/setup.sh build
	@touch $@

frontend/dist/index.html: frontend/node_modules/.installed frontend/index.html frontend/vite.config.ts frontend/tsconfig.json \
		$(shell find frontend/src frontend/public -type f)
	cd frontend && npm run --silent build
	@touch $@

# What crosses between Go and the window, as TypeScript.
licences: frontend/node_modules/.installed
	go test ./internal/licences -update

wire:
	go test ./app -run TestWireFileIsCurrent -update

test:
	@build/setup.sh test
	@$(MAKE) --no-print-directory test-frontend build test-go test-browser test-window

test-frontend: frontend/node_modules/.installed
	cd frontend && npm run --silent check
	cd frontend && npm run --silent test

test-go: frontend/dist/index.html
	@unformatted=$$(gofmt -l main.go app internal); \
	if [ -n "$$unformatted" ]; then echo "not gofmt'ed:"; echo "$$unformatted"; exit 1; fi
	go vet ./...
	go test -timeout 10m $$(go list ./... | grep -v '/internal/uitest$$')

# The built page before the real backend, in a browser: every screen by axe, the whole job by keyboard. E2E_DELAY=250 has
# every answer come that many milliseconds late, as on a slow machine.
test-browser: build
	@if [ -z "$$CHROMIUM" ] && ! command -v chromium >/dev/null; then \
		echo 'The tests in a browser need Chromium; set CHROMIUM to its path: not run here.'; \
	else \
		cd frontend && npm run --silent e2e; \
	fi

# The unmodified program, in a real window, on a display without a screen.
test-window: build
	@if [ "$$(uname -s)" != Linux ]; then \
		echo 'The tests of the real window drive it over AT-SPI, which is only on Linux: not run here.'; \
	else \
		symbols=$$(nm -D --defined-only $(BIN)) || exit 1; \
		exported=$$(echo "$$symbols" | grep -c ' sqlite3_'); \
		if [ "$$exported" != 0 ]; then echo "$(BIN) exports $$exported sqlite3_* symbols; WebKitGTK would bind to them"; exit 1; fi; \
		set -x; $(ON_DISPLAY) go test -count=1 $(WINDOW_TESTS); \
	fi

# What make test does a hundred times, a thousand times; what it lets fail at three places, at every place.
crash:
	go test ./internal/vault -run '^(TestKill|TestFaults|TestPowerCut|TestFailedSync|TestCut)' -count=1 -v -timeout 1h -kills 1000 -faults 0

# What detection reaches on marked accounts. Those of the project may not fall below internal/redact/eval/floors.txt, which
# UPDATE=1 writes anew; ACCOUNTS=folder scores others. EACH=1: a line for each account; MISSES=1: all that went wrong.
eval:
	@if [ -n "$(ACCOUNTS)" ]; then folder=$$(cd "$(ACCOUNTS)" && pwd) || exit 1; fi; cd internal/redact/eval && \
	go test -count=1 -run '^TestFloors$$' -args -table -accounts "$$folder" \
		$(if $(EACH),-each) $(if $(MISSES),-misses) $(if $(UPDATE),-update)

# A picture of every screen, for somebody to look at.
pictures: build
	$(ON_DISPLAY) env FIRSTHAND_GALLERY="$(CURDIR)/build/bin/pictures" go test -count=1 -run TestPictures -timeout 30m $(WINDOW_TESTS)

lint:
	@build/setup.sh lint
	@unformatted=$$(gofmt -l main.go app internal); \
	if [ -n "$$unformatted" ]; then echo "not gofmt'ed:"; echo "$$unformatted"; exit 1; fi
	go vet ./...
	$(TOOL) staticcheck ./...
	cd frontend && npm run --silent check

# The window comes last and alone: it is compared with an empty Wails app, on the same display without a screen.
bench: build
	go test -run '^$$' -bench . -benchmem $$(go list ./... | grep -v '/internal/uitest$$')
	@if [ -n "$$CHROMIUM" ] || command -v chromium >/dev/null; then cd frontend && npm run --silent measure; fi
	@if [ "$$(uname -s)" = Linux ]; then set -x; $(ON_DISPLAY) go test -run '^$$' -bench . -benchtime 1x $(WINDOW_TESTS); fi

package:
	@build/setup.sh package
	@$(MAKE) --no-print-directory build
	$(BIN) man build/bin/man
	mkdir -p build/bin/completion
	for shell in bash zsh fish; do $(BIN) completion $$shell >build/bin/completion/$$shell; done
	VERSION=$(VERSION) ARCH=$$(go env GOARCH) GOFLAGS= $(TOOL) nfpm package --config build/linux/nfpm.yaml --packager deb --target build/bin/

clean:
	rm -rf build/bin frontend/node_modules
	find frontend/dist -mindepth 1 ! -name .gitkeep -delete
