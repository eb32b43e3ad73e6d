"""The limits on what is read, in one place. Whoever enforces one says so in a finding with the number."""

SPEC_BYTES = 1_000_000
NESTING = 20
ALIASES = 100
ITEMS = 20_000
"""Values in one spec, aliases expanded."""
