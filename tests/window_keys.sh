#!/usr/bin/env bash
# The task of a first user in a real window, by keyboard alone: open the real reports beside the sample data, compare two
# of them, chart two indicators of two places, export the chart. Checks what lies on the disk afterwards.
#
#   tests/window_keys.sh [PROGRAM]  needs the folder FAHENG_SHARED (../shared) with tools/shot; skips without it
#
# No step counts on where things lie: there are shortcuts, and what is searched is found by its code or id. Chinese
# typed on a virtual screen arrives mangled.
. "$(dirname "$0")/window_task.sh"
follow <<STEPS
key ctrl+o
wait 1
type $shared/reports
key ctrl+Return
wait 4
shot 1-library
key ctrl+3
wait 1
key ctrl+f
wait 1
type 210100 2021
wait 1
key Return
wait 1
key ctrl+f
wait 1
type 210800 2025
wait 1
shot 2-picker
key Return
wait 2
shot 3-compare
key ctrl+1
wait 1
key ctrl+f
key Down
key ctrl+End
key space
key Up
key space
shot 4-places
key ctrl+4
wait 1
key ctrl+f
type litigation.head_appearance_rate
wait 1
key Return
wait 1
key ctrl+a
type reconsideration.received
wait 1
key Return
wait 2
shot 5-trend
key ctrl+e
wait 3
shot 6-export
key ctrl+Return
wait 3
shot 7-done
STEPS
check
