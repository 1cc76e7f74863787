"""Several tools, models and data sets: told apart, added, renamed, joined."""
