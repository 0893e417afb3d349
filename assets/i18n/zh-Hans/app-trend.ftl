# The window: trend.
