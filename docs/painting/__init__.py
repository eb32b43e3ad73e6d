"""How the drawn pictures of the specimen are painted; ``docs/valley.py`` and ``docs/speaker.py`` use it."""
