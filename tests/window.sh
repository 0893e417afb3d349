#!/usr/bin/env bash
# The task of a first user in a real window, by mouse: open the real reports beside the sample data, compare two of them,
# chart two indicators of two places, export the chart. Checks what lies on the disk afterwards.
#
#   tests/window.sh [PROGRAM]       needs the folder FAHENG_SHARED (../shared) with tools/shot; skips without it
#
# Where a system has no file dialog, as a virtual screen has none, the path is typed: the one use of the keyboard here.
set -euo pipefail
cd "$(dirname "$0")/.."
shared=${FAHENG_SHARED:-$(cd .. && pwd)/shared}
program=$(realpath "${1:-target/release/faheng}")
[ -x "$shared/tools/shot" ] || { echo "skipped: no $shared/tools/shot"; exit 0; }
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
pictures=${FAHENG_PICTURES:-$home/pictures}
export HOME=$home XDG_CACHE_HOME=$home/cache XDG_CONFIG_HOME=$home/config XDG_DATA_HOME=$home/data LANG=zh_CN.UTF-8
"$shared/tools/shot" -s 1440x900 -w "${FAHENG_WAIT:-6}" "$pictures" -- "$program" sample_data >/dev/null <<STEPS
click 222 21
click 240 62
wait 1
type $shared/reports
click 960 543
wait 4
shot 1-library
click 40 157
click 260 64
wait 1
click 330 146
wait 1
click 590 64
wait 1
click 650 206
wait 2
shot 2-compare
click 40 200
wait 1
click 230 94
type litigation.head_appearance_rate
wait 1
click 128 165
wait 1
dclick 230 94
key ctrl+a
type reconsideration.received
wait 1
click 128 221
wait 1
click 128 748
wait 1
click 128 858
wait 2
shot 3-trend
click 1388 64
wait 3
shot 4-export
click 1185 805
wait 3
shot 5-done
STEPS
count() { find "$home" -maxdepth 1 -name "*.$1" -size +1k | wc -l; }
for ending in png svg csv md; do
  [ "$(count $ending)" = 1 ] || { echo "FAILED: $(count $ending) files .$ending"; ls "$home"; exit 1; }
done
if grep -q panicked "$pictures/log"; then cat "$pictures/log"; exit 1; fi
echo "passed: $(ls "$home"/*.png)"
