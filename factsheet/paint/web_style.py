"""The style sheet of a page: its layout, its lists and tables, paper and narrow screens. Looks of texts come on top."""

from collections.abc import Sequence
from dataclasses import dataclass

CARD_REM = 6.2
"""The room that a usual column of a table needs, in rem, before its rows become cards."""


@dataclass(frozen=True, slots=True)
class Design:
    """What a page takes from its theme: values of CSS.

    Attributes:
        paper: The ground of the page.
        rule: The rules over facts and tables, in the main story and in the sidebar.
        side_rule: The same in the sidebar.
        line: Hairlines.
        side_line: The same in the sidebar.
        accent: The bar over the label.
        mark: The bar beside a quotation.
        bullet: Bullets and numbers.
        bar: The width of the bar over the label, and its height; "" for none.
        foot: The rule below the masthead; "" for none.
        left: Whether the sidebar stands at the left.
        cover: Where the picture of the masthead stands.
    """

    paper: str
    rule: str
    side_rule: str
    line: str
    side_line: str
    accent: str
    mark: str
    bullet: str
    bar: tuple[str, str]
    foot: str
    left: bool
    cover: str


def style(design: Design) -> str:
    """The rules that do not depend on the texts."""
    variables = (
        f":root{{--rule:{design.rule};--line:{design.line};--accent:{design.accent};--mark:{design.mark};"
        f"--bullet:{design.bullet};--paper:{design.paper}}}\naside{{--rule:{design.side_rule};--line:{design.side_line}}}\n"
    )
    bar = f"header .words::before{{width:{design.bar[0]};height:{design.bar[1]}}}\n" if design.bar[0] else _NO_BAR
    foot = f"header{{border-bottom:1px solid {design.foot}}}\n" if design.foot else ""
    side = _LEFT if design.left else ""
    return variables + _PAGE + bar + foot + side + _COVERS[design.cover] + cards(range(3, 13)) + _PRINT


def cards(columns: Sequence[int]) -> str:
    """Tables as wide as so many usual columns as cards, each where it has no room."""
    return "".join(_CARDS.replace("COUNT", str(n)).replace("ROOM", f"{CARD_REM * n:g}rem") for n in columns)


_PAGE = """\
*,::before,::after{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%;scroll-behavior:smooth}
@media (prefers-reduced-motion:reduce){html{scroll-behavior:auto}}
body{margin:0;background:var(--paper);overflow-wrap:anywhere;font-kerning:normal;text-rendering:optimizeLegibility}
h1,h2,h3,h4,h5,h6,th,caption,blockquote,figure,p,dl,dd,ul,ol{margin:0;font:inherit;text-align:inherit}
img,svg{max-width:100%;height:auto;display:block}
a{color:inherit;text-decoration:underline;text-decoration-thickness:1px;text-underline-offset:.18em}
a:hover{text-decoration-thickness:2px}
:focus-visible{outline:3px solid currentColor;outline-offset:3px;border-radius:2px}
:target{scroll-margin-top:1.5rem}
sup{font-size:.72em;line-height:0;vertical-align:super}
sup a{padding:.5em .12em;margin:0 -.06em;text-decoration:none}
sup a:hover{text-decoration:underline}
header,footer{position:relative;overflow:hidden}
header .words{position:relative;max-width:72rem;margin:0 auto;
padding:clamp(3.5rem,9vw,6.5rem) clamp(1.25rem,4vw,3rem) clamp(2.25rem,5vw,3.75rem)}
header .words>*{max-width:44rem}
header .words::before{content:"";display:block;background:var(--accent);margin-bottom:1.1rem;max-width:100%}
header h1{margin:.6rem 0 0;hyphens:auto;text-wrap:balance;letter-spacing:-.008em}
header h1+p{margin-top:1rem;text-wrap:balance}
header p+p{margin-top:1.25rem}
header .art{position:absolute;z-index:0;right:0;top:0;height:100%;width:auto;max-width:none}
.sheet{max-width:72rem;margin:0 auto;display:grid;gap:0 clamp(2rem,5vw,4.5rem);grid-template-columns:minmax(0,1fr)}
main,aside{container-type:inline-size;min-width:0;padding:clamp(2rem,5vw,3.5rem) clamp(1.25rem,4vw,3rem)}
main>:first-child,aside .inner>:first-child,main>:first-child>:first-child{margin-top:0}
main p+p,main .part+.part{margin-top:.9em}
main p,main ul,main ol{max-width:40rem}
main ul.figures,main ul.plain ul,main dd p,main .panel p{max-width:none}
main h2{margin:2.6rem 0 .9rem;text-wrap:balance;max-width:40rem}
main h3,main h4,main h5{margin:2rem 0 .5rem;text-wrap:balance;max-width:40rem}
main h2+h3{margin-top:0}
main p+ul,main p+ol,main p+dl,main ul+p,main ol+p,main dl+p{margin-top:.9em}
main figure,main blockquote,main .panel,main table,main .drawn,main .row,main .wide,main .small,main .notes{
margin-top:1.5rem}
main h3+*,main h2+*{margin-top:0}
main table+p,main .drawn+p,main figure+p,main .panel+p,main blockquote+p,main .row+p,main .small+p{margin-top:1.25rem}
main p+.drawn,main p+table{margin-top:.9rem}
main .drawn+table{margin-top:.9rem}
main .hidden+table{margin-top:.4rem}
figure .wide,figure .small,figure .drawn{margin-top:0!important}
.wide{width:100%}
main .wide{border-radius:3px}
.oval{border-radius:50%;aspect-ratio:1;object-fit:cover}
.drawn{overflow:visible}
.plate{overflow:hidden}
figcaption{margin-top:.6rem;max-width:40rem}
figcaption p+p,aside figcaption p+p{margin-top:.1rem}
.bar{width:100%;max-width:30rem;margin-top:.35rem;overflow:visible}
.bars th[scope=row]{width:52%}
.bars.cols-4 th[scope=row],.bars.cols-5 th[scope=row]{width:42%}
.over{position:relative;width:fit-content;max-width:100%}
.over .on{position:absolute;margin:0;line-height:1;white-space:nowrap;transform:translateY(-.86em)}
.over+p{margin-top:.5rem!important}
blockquote .source:has(>img)>:last-child{align-self:start}
.key{display:inline-block;vertical-align:-.08em;margin-right:.5em;overflow:visible}
.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.row{display:flex;flex-wrap:wrap;align-items:center;gap:1.5rem 2.5rem}
.row .drawn,.row .small{margin:0!important;flex:none}
ul,ol{padding-left:1.35em}
li+li{margin-top:.45em}
li>p+p{margin-top:.5em}
li>ul,li>ol{margin-top:.45em}
li::marker{color:var(--bullet)}
ol.numbers>li::marker{color:inherit;font-variant-numeric:tabular-nums}
.numbers.big{padding-left:2.1em}
.numbers.big>li{padding-left:.35em}
ol.numbers.big>li::marker{color:var(--bullet);font-weight:700;content:counter(list-item) " ";font-size:1.3em}
.numbers.big>li+li{margin-top:.75rem;padding-top:.75rem;border-top:1px solid var(--line)}
.plain,.figures{list-style:none;padding:0}
.plain>li+li{margin-top:.6rem;padding-top:.6rem;border-top:1px solid var(--line)}
.figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(10rem,100%),1fr));gap:1.5rem 2rem;
margin-top:1.25rem}
.figures>li{margin:0;padding-top:.75rem;border-top:2px solid var(--rule)}
.figures p+p{margin-top:.2rem}
dl>div{margin:0}
.facts>div+div{margin-top:.7rem;padding-top:.7rem;border-top:1px solid var(--line)}
.counts>div{display:flex;justify-content:space-between;gap:1rem;align-items:baseline;padding:.45rem 0;
border-bottom:1px solid var(--line)}
.counts dd{display:flex;gap:.9rem;white-space:nowrap}
.counts dd p,aside .counts dd p{margin:0}
.events{position:relative;margin-top:1.25rem}
.events>div{position:relative;padding:0 0 1.5rem 1.6rem;border-left:2px solid var(--line);margin-left:.4rem}
.events>div:last-child{border-color:transparent;padding-bottom:0}
.events>div::before{content:"";position:absolute;left:calc(-.4rem - 1px);top:.45em;width:.8rem;height:.8rem;
border-radius:50%;background:var(--rule);border:2px solid var(--paper)}
.events dd p+p{margin-top:.15rem}
.tiles{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(15rem,100%),1fr));gap:.75rem 1.5rem;
margin-top:1rem}
.tiles>div{display:flex;align-items:center;gap:.9rem}
.tiles dt{flex:none;width:3.4rem;height:3.4rem;display:grid;place-items:center}
blockquote{border-left:4px solid var(--mark);padding:.2rem 0 .2rem 1.4rem;max-width:42rem}
blockquote .source{margin-top:.75rem}
blockquote .source:has(>img){display:grid;grid-template-columns:auto 1fr;column-gap:1rem;align-items:center}
blockquote .source>*{grid-column:2;margin:0!important;align-self:end}
blockquote .source>img{grid-column:1;grid-row:1/span 2;align-self:center}
.panel{padding:1.4rem 1.6rem;border-left:5px solid var(--mark);border-radius:0 4px 4px 0;max-width:42rem}
.panel>*+*{margin-top:.7rem}
.panel p+p{margin-top:.5rem}
.notes{border-top:1px solid var(--line);padding-top:.7rem;max-width:40rem}
.note{display:flex;gap:.6em}
.note+.note{margin-top:.35em}
.note a{padding:.2em .45em;margin:-.2em -.45em}
table{width:100%;border-collapse:collapse}
caption{padding-bottom:.35rem}
th,td{padding:.5rem .9rem .5rem 0;vertical-align:top;border-bottom:1px solid var(--line)}
th:last-child,td:last-child{padding-right:0}
thead th,thead td{border-bottom:2px solid var(--rule);vertical-align:bottom}
.number{text-align:right;font-variant-numeric:tabular-nums;overflow-wrap:normal}
td .part{display:block}
aside h2{border-top:2px solid var(--rule);padding-top:.6rem;margin:2.1rem 0 .5rem}
aside p+p{margin-top:.3rem}
aside p+ul,aside p+dl,aside p+table,aside table+table,aside .drawn,aside p+.drawn,aside .drawn+p{margin-top:.8rem}
aside li+li{margin-top:.35em}
aside figure,aside p+.wide,aside dl+p,aside ul+p{margin-top:1.2rem}
main .facts,main .counts,.sheet:not(.two) .inner{max-width:40rem}
footer .words{position:relative;max-width:72rem;margin:0 auto;padding:clamp(2rem,5vw,3rem) clamp(1.25rem,4vw,3rem)}
footer p+p{margin-top:.35rem}
footer p:nth-child(n+3){margin-top:1rem}
@media (min-width:60rem){
.sheet.two{grid-template-columns:minmax(0,1fr) 20rem}
.sheet.two aside{padding:3.5rem 2rem}
.sheet.two.tinted{gap:0}
.sheet.two aside.tinted{box-shadow:0 0 0 100vmax var(--ground);clip-path:inset(0 -100vmax 0 0)}
.sheet.two.tinted main{padding-right:4rem}
header.arted .words>*{max-width:min(40rem,56%)}
}
@media (max-width:59.99rem){
aside.tinted .inner{max-width:44rem}
header .art{height:clamp(9rem,34vw,15rem)}
header.arted .words{padding-top:clamp(9.5rem,35vw,15.5rem)}
}
@container (max-width:26rem){main .drawn text{font-size:12px!important}}
@media screen and (prefers-color-scheme:dark){
:root{color-scheme:dark}
.plate{background:#fff;padding:.6rem;border-radius:4px}
img{filter:brightness(.92)}
}
"""

_NO_BAR = "header .words::before{display:none}\n"

_LEFT = """\
@media (min-width:60rem){
.sheet.two{grid-template-columns:20rem minmax(0,1fr);gap:0}
.sheet.two aside,.sheet.two.tinted aside{padding:3.5rem 1rem 3.5rem 3rem}
.sheet.two main{grid-column:2;grid-row:1}
.sheet.two aside{grid-column:1;grid-row:1}
}
"""

_COVERS = {
    "right": """\
header.covered .cover img{width:100%;height:clamp(13rem,48vw,22rem);object-fit:cover}
@media (max-width:59.99rem){header.covered .words{padding-top:2.25rem}}
@media (min-width:60rem){
header.covered{min-height:26rem;display:grid;grid-template-columns:62fr 38fr}
header.covered .cover{grid-column:2;grid-row:1;position:relative}
header.covered .cover img{position:absolute;inset:0;height:100%}
header.covered .words{grid-column:1;grid-row:1;align-self:end;width:100%;max-width:none;
padding-left:max(3rem,calc(50vw - 33rem));margin:0}
}
""",
    "full": """\
header.covered .cover img{width:100%;height:clamp(15rem,42vw,30rem);object-fit:cover}
@media (min-width:60rem){header.covered .words{padding-top:3rem}}
@media (max-width:59.99rem){header.covered .words{padding-top:2.25rem}}
""",
    "below": """\
header.covered{display:flex;flex-direction:column}
header.covered .cover{order:2;width:100%;max-width:72rem;margin:0 auto;padding:0 clamp(1.25rem,4vw,3rem) 2rem}
header.covered .cover img{width:100%;height:clamp(13rem,40vw,26rem);object-fit:cover}
header.covered .words{width:100%}
""",
}

_CARDS = """\
@container (max-width:ROOM){
.headed.cols-COUNT,.headed.cols-COUNT tbody,.headed.cols-COUNT tr,.headed.cols-COUNT th,.headed.cols-COUNT td{
display:block}
.headed.cols-COUNT thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.headed.cols-COUNT tbody tr{border-top:2px solid var(--rule);padding:.55rem 0 .9rem}
.headed.cols-COUNT tbody th,.headed.cols-COUNT tbody td{padding:.3rem 0;text-align:left}
.headed.cols-COUNT tbody td:first-child,.headed.cols-COUNT tbody th{border:0;font-weight:700}
.headed.cols-COUNT tbody td[data-head]{display:flex;flex-wrap:wrap;justify-content:space-between;gap:0 1rem}
.headed.cols-COUNT tbody td[data-head]::before{content:attr(data-head);content:attr(data-head) / "";font-weight:400}
.headed.cols-COUNT tbody td:empty{display:none}
.headed.cols-COUNT tbody tr>:last-child{border-bottom:0}
}
"""

_PRINT = """\
@media print{
@page{margin:16mm 14mm}
:root{print-color-adjust:exact;-webkit-print-color-adjust:exact}
body{font-size:10pt}
.sheet.two{display:block}
h2,h3,h4{break-after:avoid}
figure,blockquote,.panel,tr,li,.drawn{break-inside:avoid}
a[href^="http"]{text-decoration:none}
}
"""
