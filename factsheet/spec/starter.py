"""The commented spec that ``factsheet new`` writes."""

_STARTER = """\
# yaml-language-server: $schema=factsheet.schema.json
#
# A factsheet. Lines that start with # are comments: read them, then delete them.
# "key: text" says what a text is. Indentation matters: always two spaces, never a tab.
# Where a text itself has a colon and a space in it, put it into "quotation marks".

language: en                  # en, mn, fr, es, ru, de …
title: {title}
subtitle: One sentence on what this is about
# label: Factsheet            # the word over the title
# theme: institutional        # or editorial, or bold
# page_size: A4               # or Letter
# pages: 2                    # at most so many pages; more is an error that says what to cut
# date: 2026-01-31
# version: "1.0"
# author: Who made it
# cover: {{file: pictures/cover.jpg, alt: What the picture in the head of the first page shows}}

# The main story, block by block. Each block starts with a dash.
main:
  - heading: What the project does
  - text: |
      The first paragraph after a heading may be set larger, as a lead. It says in two sentences what matters most.

      A blank line starts a new paragraph. Words can be **strong** or set with *emphasis*, and
      [a link](https://www.example.org) leads to a page. A footnote[^1] stands at the foot of its column.

  - heading: What it has reached
  - figures:
      - {{value: "150", caption: people trained}}
      - {{value: "3", caption: manuals published}}
      - {{value: "12", caption: months}}
  - bullets:
      - Each point is one item, after a dash of its own.
      - text: A point may have points of its own.
        bullets:
          - like this one
          - and this one
  - numbered:
      - Steps and outcomes are numbered.
      - The numbers come by themselves.
  - quote:
      text: “What somebody said about it.”
      name: A. Person
      role: Director, Organisation
  # - picture:                # a picture beside this file, or in a folder beside it
  #     file: pictures/valley.jpg
  #     alt: What it shows, for those who do not see it
  #     caption: What is printed below it
  #     credit: Who made it
  - callout:
      kind: key               # or note, or warning, or without a kind
      text: What nobody should miss.
  # - timeline:
  #     - {{date: 2025-01, text: The project starts.}}
  #     - {{date: 2026-06, text: Its results are handed over., planned: true}}
  # - indicators:
  #     - {{name: Officials trained, baseline: 0, target: 150, actual: 174, unit: people}}
  # - chart:
  #     kind: bars              # or share, line, progress
  #     title: Who took part
  #     data: {{Women: 54, Men: 120}}
  # - table:
  #     columns: [Province, Seminars, Participants]
  #     rows:
  #       - [North, "4", "120"]
  #       - [South, "2", "54"]
  # - logos:                  # marks of donors and partners; SVG is best
  #     statement: With financial support from
  #     items:
  #       - {{file: logos/donor.svg, name: Whose mark it is}}

  # - sdgs: [4, 8, 10]        # Sustainable Development Goals
  # - page: new               # what follows begins on a new page
  # - columns: 1              # what follows goes over all columns; columns: 2 ends that

# Facts beside the story. Dates and amounts are data: the language writes them out.
sidebar:
  - duration: {{start: 2025-01, end: 2026-06}}
  - budget: {{amount: 100000, currency: USD}}
  - support: Supported by an organisation.
  - partners:
      - First partner
      - Second partner
  # - location: {{country: MN, place: Ulaanbaatar, lat: 47.92, lon: 106.91}}
  # - status: {{state: ongoing, progress: 60}}
  # - beneficiaries: {{total: 1200, groups: [{{label: Women, value: 700}}]}}
  - facts:
      - {{label: Region, value: Central Asia}}
  - contact: {{text: Project office, email: office@example.org, phone: "+1 555 0100"}}
  - links:
      - {{text: The whole report, url: www.example.org/report}}
  - qr: {{url: www.example.org/report, text: Read the whole report}}

# The texts of the footnotes.
notes:
  1: Where a figure comes from, for example.

# The closing sentence and the address, at the end of the last page.
footer:
  text: "For more information please visit:"
  url: www.example.org
"""


def starter(name: str) -> str:
    """A spec called ``name`` that builds at once."""
    title = name.replace("-", " ").replace("_", " ").strip()
    title = title[:1].upper() + title[1:]
    return _STARTER.format(title=f'"{title}"' if title else "Factsheet")
