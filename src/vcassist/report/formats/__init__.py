"""One file a format. Each has ``render(report) -> bytes``, MEDIA_TYPE, SUFFIX (how its files end), NAME (for people) and RANK (their order)."""
