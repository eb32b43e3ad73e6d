"""SVG files: read without trust, resolved to flat areas of one colour each. ``drawings`` alone asks."""
