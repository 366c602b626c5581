# What building and testing need, for the scripts that source this: found out first, then installed, and no more than that.

fail() {
  printf '%s\n' "$1" >&2
  exit 69
}

need_swift() {
  swiftly="${SWIFTLY_BIN_DIR:-$HOME/.local/share/swiftly/bin}"
  command -v swift >/dev/null 2>&1 || PATH="$PATH:$swiftly"
  command -v swift >/dev/null 2>&1 || fail "Swift is missing: install Swift 6.2 or newer from https://www.swift.org/install and run this again."
  version=$(swift --version 2>/dev/null | sed -n 's/.*Swift version \([0-9]*\)\.\([0-9]*\).*/\1 \2/p' | head -n 1)
  set -- $version
  [ $((${1:-0} * 100 + ${2:-0})) -ge 602 ] || fail "Swift ${1:-?}.${2:-?} is too old: install Swift 6.2 or newer from https://www.swift.org/install and run this again."
}

# Whether one of some files is there.
has_file() { for file; do [ -e "$file" ] && return 0; done; return 1; }

has_curses() {
  has_file /usr/include/curses.h /usr/local/include/curses.h &&
    has_file /usr/lib/*/libncursesw.so /usr/lib/libncursesw.so /usr/lib64/libncursesw.so /usr/local/lib/libncursesw.so
}

# need_packages COMMAND... : of git, tmux and the development files of ncurses, what was asked for and is missing.
need_packages() {
  missing=""
  for need; do
    case $need in
      curses) has_curses || missing="$missing libncursesw5-dev" ;;
      *) command -v "$need" >/dev/null 2>&1 || missing="$missing $need" ;;
    esac
  done
  [ -z "$missing" ] || install_packages $missing
}

install_packages() {
  command -v apt-get >/dev/null 2>&1 || fail "Missing: $*. Install what your system calls these Debian packages and run this again."
  as_root=""
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null 2>&1 || fail "Missing: $*. Install them as root (apt-get install $*) and run this again."
    as_root="sudo"
    [ -t 0 ] || as_root="sudo -n"
  fi
  printf 'Installing %s with apt-get.\n' "$*" >&2
  apt="$as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq"
  $apt install -y --no-install-recommends "$@" >/dev/null 2>&1 ||
    { $apt update && $apt install -y --no-install-recommends "$@"; } >&2 ||
    fail "apt-get could not install $*. Install them and run this again."
}
