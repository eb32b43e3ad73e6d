"""The limits on what is read, in one place. Whoever enforces one says so in a finding with the number."""

SPEC_BYTES = 1_000_000
"""The size of a spec or theme file."""

TEXT = 20_000
"""The characters of one text: some ten pages of one paragraph."""

NESTING = 20
"""How deep mappings and lists may stand in each other."""

ALIASES = 100
"""The YAML aliases (``*name``) in one file."""

ITEMS = 20_000
"""Values in one file, aliases expanded."""
