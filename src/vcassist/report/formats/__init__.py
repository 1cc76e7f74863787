"""One file a format. Each offers ``MEDIA_TYPE``, ``SUFFIX`` and ``render(report) -> bytes``.

The package is listed to find them.
"""
