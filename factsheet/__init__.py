"""Short YAML specs in, press-ready and accessible factsheets out.

A map of the code, in the order in which a spec passes through it::

    source      YAML to plain data that remembers its lines
    spec        plain data to a validated Factsheet; what can be wrong with its texts
    blocks      the kinds of content, one file each: a model, and how it becomes a box
    i18n        labels, dates, numbers and money of a language
    design      themes, inks, font files
    text        words to glyphs, paragraphs to lines
    compose     which block goes into which region
    layout      boxes into frames, frames onto pages
    document    the laid-out pages: plain, frozen data that everything after it reads
    preflight   judges of the pages and of finished files
    paint, pdf  the document in one edition: as a PDF, as a page of HTML with its card, as Markdown
    raster      a finished PDF as pixels, drawn by pdfium, a process of its own
    build       all of these in order, for one spec
    handover    the package for the printing office
    cli         words in; files, findings and an exit code out

Below all of them: ``engine`` (what is remembered between documents), ``edition``, ``findings``, ``limits``, ``units``.
Imports go one way, from ``cli`` down; import-linter holds that (``pyproject.toml``).
"""

__version__ = "0.1.0"
