"""Words of links that do not say where a link leads (WCAG 2.1, 2.4.4)."""

_ENGLISH = "here; click here; click; link; this link; more; read more; learn more; see more; this; website; page; url"
_OTHERS = (
    "энд; энд дар; дэлгэрэнгүй; цааш унших; ici; cliquez ici; en savoir plus; plus; lien; aquí; haga clic aquí; más; "
    "leer más; enlace; здесь; тут; подробнее; ссылка; далее; hier; hier klicken; mehr; weiterlesen; mehr erfahren; link"
)
_EMPTY = frozenset(f"{_ENGLISH}; {_OTHERS}".split("; "))


def says_nothing(text: str) -> bool:
    """Whether ``text`` alone does not tell anybody what a link leads to: ``here``, ``read more``, ``здесь``."""
    bare = " ".join(text.replace("\u00ad", "").split()).strip(" .,:;!?…«»“”\"'()[]>→").casefold()
    return not bare or bare in _EMPTY
