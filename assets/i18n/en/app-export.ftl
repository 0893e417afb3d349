# The window: export.
