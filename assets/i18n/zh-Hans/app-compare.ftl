# The window: compare.
