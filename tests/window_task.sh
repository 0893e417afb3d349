# What tests/window.sh and tests/window_keys.sh share: a home of their own, the window with the steps of standard input,
# and what is checked on the disk afterwards. Sourced by both, with the arguments of the script.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
shared=${FAHENG_SHARED:-$(cd .. && pwd)/shared}
program=$(realpath "${1:-target/release/faheng}")
[ -x "$shared/tools/shot" ] || { echo "skipped: no $shared/tools/shot"; exit 0; }
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
pictures=${FAHENG_PICTURES:-$home/pictures}
export HOME=$home XDG_CACHE_HOME=$home/cache XDG_CONFIG_HOME=$home/config XDG_DATA_HOME=$home/data LANG=zh_CN.UTF-8

# Opens the window on the sample data and follows the steps.
follow() {
  "$shared/tools/shot" -s 1440x900 -w "${FAHENG_WAIT:-6}" "$pictures" -- "$program" sample_data >/dev/null
}

count() { find "$home" -maxdepth 1 -name "*.$1" -size +1k | wc -l; }

# One picture of each kind with its data, of the two indicators, and no panic.
check() {
  if grep -q panicked "$pictures/log"; then cat "$pictures/log"; exit 1; fi
  for ending in png svg csv md; do
    [ "$(count $ending)" = 1 ] || { echo "FAILED: $(count $ending) files .$ending"; ls "$home"; exit 1; }
  done
  for indicator in litigation.head_appearance_rate reconsideration.received; do
    grep -q "$indicator" "$home"/*.csv || { echo "FAILED: no $indicator in the table"; head -3 "$home"/*.csv; exit 1; }
  done
  echo "passed: $(ls "$home"/*.png)"
}
