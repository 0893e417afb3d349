# The window: shell.
