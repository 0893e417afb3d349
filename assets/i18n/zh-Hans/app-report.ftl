# The window: report.
