"""Which words of a language stay together in a line: data alone, the rules are in ``text.bonds``.

A plain space stays a plain space: it is only no place at which a line ends. Words are listed in lower case; where
case matters (titles, abbreviations), a list says so.
"""

from collections.abc import Mapping
from dataclasses import dataclass


def _words(*texts: str) -> frozenset[str]:
    return frozenset(word for text in texts for word in text.split())


_SYMBOLS = _words(
    "% ‰ ° °C °F ℃ mm cm dm m km µm nm mm² cm² m² km² m³ m2 m3 km2 ha mg g kg t kt Mt ml mL cl dl l L hl s min h ms",
    "W kW MW GW TW Wh kWh MWh GWh TWh kV kJ MJ GJ Pa kPa MPa bar Hz kHz MHz GHz dB ppm ppb kB KB MB GB TB dpi ppi pt",
    "$ € £ ¥ ₮ ₽ ₩ ₹ ₴ zł Kč km/h m/s CO₂e CO2e tCO₂e tCO2e",
)
_COUNTERS = _words("№ No. no. Nr. nr. N° n° § §§ ± ~ ≈ < > ≤ ≥ + − $ € £ ¥ ₮ US$ p. pp. Art. art. Fig. fig. Vol. vol.")


@dataclass(frozen=True, slots=True, eq=False)
class Bonds:
    """The words of one language that stay with a neighbour.

    Attributes:
        symbols: They stay with the number before them; case matters.
        units: The same, in words: units, currencies, the months behind a day.
        scales: Number words, which stay with the number before them, and are one themselves: ``1.2 million USD``.
        spelt: Units in words (``years``): they stay with their number where another break is nearly as good.
        titles: They stay with the name after them; case matters.
        counters: They stay with the number after them (``No.``, ``§``); case matters.
        months: They stay with the day after them, where a language writes it there.
        marks: Signs that may stand behind a space, and stay with the word before it (French).
        opening: Signs that may stand before a space, and stay with the word after it (French).
        single: Words of one letter that do not end a line where another break is nearly as good.
        light: Articles, prepositions and conjunctions that do not end a line of a title.
    """

    symbols: frozenset[str] = _SYMBOLS
    units: frozenset[str] = frozenset()
    scales: frozenset[str] = frozenset()
    spelt: frozenset[str] = frozenset()
    titles: frozenset[str] = frozenset()
    counters: frozenset[str] = _COUNTERS
    months: frozenset[str] = frozenset()
    marks: str = ""
    opening: str = ""
    single: frozenset[str] = frozenset()
    light: frozenset[str] = frozenset()


ENGLISH = Bonds(
    units=_words("per percent january february march april may june july august september october november december"),
    scales=_words("hundred thousand million billion trillion m bn"),
    spelt=_words(
        "day days week weeks month months year years hour hours minute minutes hectares kilometres tonnes euros"
    ),
    titles=_words("Mr Mr. Mrs Mrs. Ms Ms. Dr Dr. Prof Prof. St St. Sir Dame HE H.E."),
    counters=_COUNTERS
    | _words("Nos. nos. Section section Sect. Chapter chapter Ch. ch. Table Figure Annex Page page Article Phase"),
    months=_words("january february march april may june july august september october november december"),
    light=_words(
        "a an the and or but nor of in on at to for by from with as into onto over per via its is are than that",
        "through between under after before our their your",
    ),
)
MONGOLIAN = Bonds(
    units=_words(
        "он оны онд оноос онтой сар сарын сард сараас сарыг өдөр өдрийн өдөрт өдрөөс хувь хувийн хувиар хувьтай",
        "км м см мм га кг г тн т л м² км² кв.м кв.км м3 төг төгрөг төгрөгийн төгрөгөөр ам.доллар доллар долларын евро",
        "ам.долларын еврогийн цаг цагийн минут",
        "ᠣᠨ ᠣᠨ\u180eᠤ ᠣᠨ\u180eᠳᠤ ᠣᠨ\u180eᠠᠴᠠ ᠰᠠᠷ\u180eᠠ ᠰᠠᠷ\u180eᠠ\u180eᠶᠢᠨ ᠰᠠᠷ\u180eᠠ\u180eᠳᠤ",
        "ᠰᠠᠷ\u180eᠠ\u180eᠠᠴᠠ ᠡᠳᠦᠷ ᠡᠳᠦᠷ\u180eᠡᠴᠡ ᠬᠤᠪᠢ ᠲᠥᠭᠦᠷᠢᠭ",
    ),
    scales=_words("мянга мянган сая тэрбум дугаар дүгээр дэх дахь зуун ᠳᠤᠭᠠᠷ ᠳᠦᠭᠡᠷ ᠰᠠᠶᠠ"),
    spelt=_words("жил жилийн хоног хоногийн өрх хүн хүний удаа ᠵᠢᠯ ᠬᠣᠨᠤᠭ ᠬᠦᠮᠦᠨ"),
    titles=_words("Ноён Хатагтай Доктор Проф. Др. Эрхэм"),
    counters=_COUNTERS | _words("дугаар: х. хх. зүйл"),
    light=_words("ба болон бөгөөд буюу эсвэл мөн"),
)
FRENCH = Bonds(
    units=_words(
        "pour janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
        "ko mo go to euros dollars",
    ),
    scales=_words("cent cents mille million millions milliard milliards"),
    spelt=_words("jour jours semaine semaines mois an ans année années heure heures hectares kilomètres tonnes"),
    titles=_words("M. MM. Mme Mmes Mlle Dr Pr Me Mgr St Ste"),
    counters=_COUNTERS | _words("nº nos chapitre chap. article tableau figure annexe page phase"),
    marks=":;!?»›",
    opening="«‹",
    light=_words(
        "à au aux de des du d’ le la les l’ un une et ou ni en dans par pour sur sous avec sans chez vers entre que",
        "qui ce ces sa son ses leur leurs plus",
    ),
)
SPANISH = Bonds(
    units=_words(
        "por de enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
        "euros dólares",
    ),
    scales=_words("mil millón millones"),
    spelt=_words("día días semana semanas mes meses año años hora horas hectáreas kilómetros toneladas"),
    titles=_words("Sr. Sra. Srta. Dr. Dra. D. Dña. Prof. Ing. Lic. San Santa"),
    counters=_COUNTERS | _words("n.º núm. pág. págs. cap. artículo capítulo tabla cuadro figura anexo página fase"),
    light=_words(
        "a al de del el la los las un una unos unas y e o u ni en con sin por para sobre entre desde hasta que se su",
        "sus lo más",
    ),
)
RUSSIAN = Bonds(
    units=_words(
        "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
        "г. гг. год года году годов г в. вв. км м см мм га кг т л м² км² м³ кв. куб. тыс. млн млрд трлн",
        "руб. руб рублей рубля долл. долларов доллара евро тенге процентов процента процент проц. чел. шт. ч. мин.",
    ),
    scales=_words(
        "тысяч тысячи тысяча миллион миллиона миллионов миллиард миллиарда миллиардов тыс. млн млрд трлн кв. куб."
    ),
    spelt=_words(
        "день дня дней неделя недели недель месяц месяца месяцев лет час часа часов гектаров километров тонн человек"
    ),
    titles=_words("г-н г-жа г-на г-жи г-ну г-же гг. д-р проф. акад. им. г. ул. пр. пос. обл. т. тов. св."),
    counters=_COUNTERS | _words("с. стр. ст. п. пп. ч. гл. рис. табл. д. кв. кн. вып. прил."),
    single=_words("в к с о у и а я"),
    light=_words(
        "в во на по к ко с со о об обо от до из за у и а но или при для без под над через между как что не ни",
        "его её их",
    ),
)
GERMAN = Bonds(
    units=_words(
        "prozent januar jänner februar märz april mai juni juli august september oktober november dezember",
        "euro dollar uhr",
    ),
    scales=_words("tausend million millionen milliarde milliarden mio. mrd. mio mrd tsd."),
    spelt=_words(
        "tag tage tagen woche wochen monat monate monaten jahr jahre jahren stunde stunden hektar kilometer tonnen"
    ),
    titles=_words("Herr Herrn Frau Dr. Prof. Dipl.-Ing. St. Sankt"),
    counters=_COUNTERS
    | _words("S. Abs. Abb. Tab. Kap. Bd. Ziff. Absatz Artikel Kapitel Seite Phase Tabelle Abbildung"),
    light=_words(
        "der die das den dem des ein eine einen einem einer eines und oder aber in im an am auf aus bei mit nach von",
        "vom vor zu zum zur für durch über unter um als wie bis ohne gegen sowie",
    ),
)
POLISH = Bonds(single=_words("a i o u w z"), units=_words("tys. mln mld zł"), titles=_words("dr prof. św. ul."))
CZECH = Bonds(single=_words("a i k o s u v z"), units=_words("tis. mil. mld. kč"), titles=_words("Dr. prof. sv. ul."))
UKRAINIAN = Bonds(
    single=_words("а в з й і о у я"), units=_words("тис. млн млрд грн року рік"), titles=_words("ім. вул.")
)

_OTHERS = Bonds()
_LANGUAGES: Mapping[str, Bonds] = {
    "en": ENGLISH,
    "mn": MONGOLIAN,
    "fr": FRENCH,
    "es": SPANISH,
    "ru": RUSSIAN,
    "de": GERMAN,
    "pl": POLISH,
    "cs": CZECH,
    "sk": CZECH,
    "uk": UKRAINIAN,
}


def bonds(language: str) -> Bonds:
    """The bonds of ``language`` (BCP 47); those that all languages have for one that we know nothing more about."""
    return _LANGUAGES.get(language.replace("_", "-").partition("-")[0].lower(), _OTHERS)
