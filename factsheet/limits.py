"""The limits on what is read, in one place. Whoever enforces one says so in a finding with the number."""

SPEC_BYTES = 1_000_000
"""The size of a spec or theme file."""

CATALOGUE_BYTES = 4_000_000
"""The size of a translation file."""

EXCHANGE_BYTES = 16_000_000
"""The size of a file that comes back from translators: of a spreadsheet, packed and unpacked."""

TEXT = 20_000
"""The characters of one text: some ten pages of one paragraph."""

NESTING = 20
"""How deep mappings and lists may stand in each other."""

ALIASES = 100
"""The YAML aliases (``*name``) in one file."""

ITEMS = 20_000
"""Values in one file, aliases expanded."""

DRAWING_BYTES = 2_000_000
"""The size of an SVG file."""

DRAWING_ELEMENTS = 20_000
"""The parts of a drawing, copies counted."""

DRAWING_NESTING = 60
"""How deep the groups of a drawing may stand in each other."""

DRAWING_SEGMENTS = 60_000
"""The lines and curves of a drawing."""

DRAWING_MIXED = 3_000
"""The parts of a drawing that has see-through ones."""

DRAWING_CUTS = 2_000_000
"""The lines and curves of all clip paths of a drawing, counted for each shape that they cut."""

DRAWING_RULES = 2_000
"""The rules in the style sheets of a drawing."""

PICTURE_BYTES = 100_000_000
"""The size of a picture file."""

PICTURE_PIXELS = 80_000_000
"""The pixels of a picture: told by its head, before memory is taken for them."""

PROFILE_BYTES = 20_000_000
"""The size of an ICC profile."""

PDF_BYTES = 500_000_000
"""The size of a PDF that is judged."""
