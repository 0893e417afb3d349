# The window: library.
