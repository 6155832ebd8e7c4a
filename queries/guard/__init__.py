"""The guard of the console: what a stranger's statement and its plan may hold."""
