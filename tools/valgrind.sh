#!/bin/sh
# Sees to it that valgrind is there: the tests count instructions with it, which a busy machine
# does not change. Debian and Ubuntu only; elsewhere the test says what to install.
set -eu

if command -v valgrind >/dev/null 2>&1; then
    exit 0
fi
if command -v apt-get >/dev/null 2>&1; then
    if [ "$(id -u)" = 0 ]; then
        apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq valgrind && exit 0
    elif command -v sudo >/dev/null 2>&1; then
        sudo -n apt-get update -qq && sudo -n apt-get install -y -qq valgrind && exit 0
    fi
fi
echo "valgrind is not here and cannot be installed; install it (apt-get install valgrind)" >&2
