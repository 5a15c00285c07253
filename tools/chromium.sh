#!/bin/sh
# Sees to it that a browser and a Chinese font are there: the tests open the report in them.
# Debian and Ubuntu only; elsewhere the tests say what to install.
set -eu

wanted=""
command -v chromium >/dev/null 2>&1 || wanted="chromium"
if ! fc-list :lang=zh 2>/dev/null | grep -q .; then
    wanted="$wanted fonts-wqy-microhei"
fi
if [ -z "$wanted" ]; then
    exit 0
fi
if command -v apt-get >/dev/null 2>&1; then
    # shellcheck disable=SC2086
    if [ "$(id -u)" = 0 ]; then
        apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $wanted >/dev/null && exit 0
    elif command -v sudo >/dev/null 2>&1; then
        sudo -n apt-get update -qq && sudo -n apt-get install -y -qq --no-install-recommends $wanted >/dev/null && exit 0
    fi
fi
echo "Not here and cannot be installed: $wanted; install them (apt-get install $wanted)" >&2
