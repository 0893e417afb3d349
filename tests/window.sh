#!/usr/bin/env bash
# The task of a first user in a real window, by mouse: open the real reports beside the sample data, compare two of them,
# chart two indicators of two places, export the chart. Checks what lies on the disk afterwards.
#
#   tests/window.sh [PROGRAM]       needs the folder FAHENG_SHARED (../shared) with tools/shot; skips without it
#
# Where a system has no file dialog, as a virtual screen has none, the path is typed: the one use of the keyboard here.
. "$(dirname "$0")/window_task.sh"
follow <<STEPS
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
check
