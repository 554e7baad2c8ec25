#!/usr/bin/env bash
# Makes a machine ready to work on Firsthand, or to run it.
#
#   build/setup.sh run|build     what the window needs: GTK, WebKitGTK, a C compiler, the frontend's packages
#   build/setup.sh test          that, and what the tests need: a display without a screen, PDF readers, age …
#   build/setup.sh lint|package  what those targets need
#
# Debian and Ubuntu by apt, macOS by Homebrew (written with care, not tried yet). Go and Node are not installed: how
# they should reach a machine is its owner's decision. Running it again does nothing and takes a moment.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

want=${1:-run}
case $want in
run | build | test | lint | package) ;;
*)
	echo "usage: build/setup.sh run|build|test|lint|package" >&2
	exit 2
	;;
esac

say() { printf 'setup: %s\n' "$*" >&2; }
stop() {
	say "$*"
	exit 1
}

# at_least VERSION MAJOR MINOR: whether VERSION, such as 1.26.3, is MAJOR.MINOR or newer.
at_least() {
	local major minor
	IFS=. read -r major minor _ <<<"$1"
	minor=${minor%%[!0-9]*}
	((major > $2 || (major == $2 && ${minor:-0} >= $3)))
}

check_go() {
	local how='Install Go 1.26 or newer from https://go.dev/dl/ (macOS: brew install go), put its bin folder on PATH, then run this again.'
	command -v go >/dev/null || stop "Go is missing. $how"
	local version
	# Asked inside the module: a Go that fetches newer toolchains by itself answers with the one it would use.
	version=$(go env GOVERSION 2>/dev/null) || stop "This Go is too old to read go.mod. $how"
	version=${version#go}
	at_least "$version" 1 26 || stop "Go $version is too old. $how"
}

check_node() {
	local how='Install Node 20 or newer from https://nodejs.org/ (macOS: brew install node), then run this again.'
	command -v node >/dev/null && command -v npm >/dev/null || stop "Node (with npm) is missing. $how"
	local version
	version=$(node --version)
	version=${version#v}
	at_least "$version" 20 0 || stop "Node $version is too old. $how"
}

# as_root COMMAND…: as root, by sudo where one is not.
as_root() {
	if [ "$(id -u)" = 0 ]; then
		"$@"
	elif command -v sudo >/dev/null; then
		sudo "$@"
	else
		stop "this needs root and there is no sudo; run as root: $*"
	fi
}

apt_packages() {
	local missing=() name
	for name in "$@"; do
		[ "$(dpkg-query -W -f '${db:Status-Status}' "$name" 2>/dev/null)" = installed ] || missing+=("$name")
	done
	((${#missing[@]})) || return 0
	say "installing with apt: ${missing[*]}"
	as_root apt-get update -qq
	as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" ||
		stop "apt could not install them. Firsthand needs WebKitGTK 4.1: Debian 12, Ubuntu 22.04 or newer."
}

brew_packages() {
	(($#)) || return 0
	command -v brew >/dev/null || stop "Homebrew is missing: https://brew.sh. Then run this again."
	local missing=() name have
	have=$(brew list --formula -1)
	for name in "$@"; do
		grep -qx -- "$name" <<<"$have" || missing+=("$name")
	done
	((${#missing[@]})) || return 0
	say "installing with Homebrew: ${missing[*]}"
	brew install "${missing[@]}"
}

system_packages() {
	case $(uname -s) in
	Linux)
		command -v dpkg-query >/dev/null && command -v apt-get >/dev/null || {
			say "this is neither Debian nor Ubuntu; install the counterparts of: gcc pkg-config libgtk-3-dev libwebkit2gtk-4.1-dev"
			return 0
		}
		local packages=(gcc libc6-dev pkg-config libgtk-3-dev libwebkit2gtk-4.1-dev)
		if [ "$want" = test ]; then
			packages+=(
				# the real window without a screen, driven by role and name; openbox: beside another one
				xvfb xauth dbus at-spi2-core xdotool xclip openbox fonts-dejavu-core imagemagick tzdata
				# other readers of what a release writes
				poppler-utils qpdf
				# no exported symbol, no socket; a second implementation of age
				binutils strace age
			)
			# the screens in a browser; Ubuntu's package of that name would bring a snap
			if [ -z "${CHROMIUM:-}" ] && ! command -v chromium >/dev/null; then
				if grep -qx 'ID=debian' /etc/os-release; then
					packages+=(chromium)
				else
					say "the tests in a browser need Chromium: install it and set CHROMIUM to its path"
				fi
			fi
		fi
		apt_packages "${packages[@]}"
		;;
	Darwin)
		xcode-select -p >/dev/null 2>&1 || stop "the command line tools are missing: xcode-select --install. Then run this again."
		if [ "$want" = test ]; then
			brew_packages poppler qpdf age
		fi
		;;
	*) say "no packages are known for $(uname -s); the Wails documentation says what a window needs there" ;;
	esac
}

# frontend_packages installs what package-lock.json names, when it has changed since the last time.
frontend_packages() {
	local stamp=frontend/node_modules/.installed
	cmp -s frontend/package-lock.json "$stamp" && return 0
	say "installing the frontend's packages with npm"
	(cd frontend && npm ci --no-audit --no-fund --loglevel=error)
	cp frontend/package-lock.json "$stamp"
}

check_go
check_node
system_packages
frontend_packages
