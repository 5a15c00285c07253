#!/bin/sh
# Makes the virtual environment $1 with a Python of 3.11 or later.
# Debian splits the venv module off into a package of its own: install it where we may.
set -eu

venv=$1
python=${PYTHON:-python3}

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; elif command -v sudo >/dev/null 2>&1; then sudo "$@"; else return 1; fi
}

apt() {
    command -v apt-get >/dev/null 2>&1 || return 1
    as_root apt-get update -qq && as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "$@"
}

if ! command -v "$python" >/dev/null 2>&1; then
    apt python3 python3-venv || {
        echo "huashu needs Python 3.11 or later; install python3 and run make again" >&2
        exit 1
    }
fi
"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || {
    echo "huashu needs Python 3.11 or later; $("$python" --version) found. Set PYTHON=/path/to/python3.11" >&2
    exit 1
}
# A venv of a Python that is gone, or that was made without pip, is of no use.
if [ -x "$venv/bin/python" ] && "$venv/bin/python" -m pip --version >/dev/null 2>&1; then
    exit 0
fi
rm -rf "$venv"
"$python" -m venv "$venv" 2>/dev/null || {
    rm -rf "$venv"
    apt python3-venv || {
        echo "cannot make a virtual environment; install python3-venv and run make again" >&2
        exit 1
    }
    "$python" -m venv "$venv"
}
