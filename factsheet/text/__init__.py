"""Words to lines: shaping, hyphenation, line breaking. Knows no pages."""
