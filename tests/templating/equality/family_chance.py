"""Templates put together by chance, the same ones each time: structures that nobody thought of."""

import random
from collections.abc import Callable, Sequence

from case import Case, case
from family_stories import footer, header
from ooxml import box, modern_box, p, picture, r, sdt, t, tbl, tc, tr

SAID = (
    *(
        "{{ a }}",
        "{{ b }}",
        "x",
        "{{ n }}",
        "{% if f %}{{ a }}{% endif %}",
        "{% for y in xs %}{{ y }}{% endfor %}",
        " ",
    ),
    *("a\nb", "\t", "{_{ {{ a }} }_}", "{{ a ~ '\\n' ~ b }}", "{# c #}", "{{r a }}", "{{ xs|join('\\t') }}"),
    *("{% if g %}j{% else %}{{ b }}{% endif %}", "{% set q = b %}{{ q }}", "{{ n * 2 }}"),
)
LOOKS = ("", "", "<w:b/>", '<w:color w:val="FF0000"/><w:i/>', '<w:rFonts w:ascii="x"/>')
FRAMES = ("", "", '<w:jc w:val="center"/>', "<w:rPr><w:b/></w:rPr>", "<w:keepNext/>")
BLOCKS = (("for z in rows", "endfor"), ("if f", "endif"), ("if g", "endif"), ("for z in ys", "endfor"))
CELLS = ("", "", '<w:gridSpan w:val="2"/>', '<w:gridSpan w:val="3"/>', "<w:vMerge/>")
SPECIAL = ("{% colspan 2 %}{{ a }}", "{% colspan n %}{{ a }}", "{% cellbg rad %}x", "{#tc bort #}")


class Chance:
    """One template in the making; ``depth`` is how many more rooms may stand inside each other."""

    def __init__(self, seed: int) -> None:
        self.one = random.Random(seed)  # noqa: S311 (the same templates each time)

    def body(self, depth: int = 2) -> str:
        return "".join(self.block(depth) for _ in range(self.one.randint(1, 3)))

    def block(self, depth: int) -> str:
        kinds = [self.paragraph, self.paragraph, self.table, self.wrapped]
        return self.one.choice(kinds if depth else [self.paragraph])(depth)

    def wrapped(self, depth: int) -> str:
        if self.one.random() < 0.2:
            return sdt(self.block(depth - 1))
        begin, end = self.one.choice(BLOCKS)
        return p(f"{{%p {begin} %}}") + self.block(depth - 1) + p(f"{{%p {end} %}}")

    def paragraph(self, depth: int) -> str:
        if self.one.random() < 0.1:
            return self.one.choice(('<w:p w:rsidR="1"/>', "<w:p/>"))
        return p(*(self.run(depth) for _ in range(self.one.randint(1, 3))), props=self.one.choice(FRAMES))

    def run(self, depth: int) -> str:
        said, look = self.one.choice(SAID), self.one.choice(LOOKS)
        rooms: Sequence[Callable[[], str]] = (
            lambda: r(t(said + self.one.choice(SAID)), look),
            lambda: r(t(said), look),
            lambda: r(f"{t(said)}<w:tab/>{t(self.one.choice(SAID))}", look),
            lambda: f"<w:hyperlink>{r(t(said), look)}</w:hyperlink>",
            lambda: sdt(r(t(said), look)),
            lambda: r("{%r if g %}") + r(t(said), look) + r("{%r endif %}"),
            lambda: '<w:r w:rsidR="1"/><!-- x --><w:proofErr w:type="x"/>',
            lambda: picture(self.one.randint(1, 2000), "{{ a }}").replace("rIdPic", "rIdStyles"),
            lambda: r(self.one.choice((box, modern_box))(self.body(depth - 1) + p("x")), look) if depth else r(t(said)),
        )
        return self.one.choice(rooms)()

    def table(self, depth: int) -> str:
        rows = "".join(self.rows(depth) for _ in range(self.one.randint(1, 3)))
        grid = [self.one.choice((500, 1234, "99.5")) for _ in range(self.one.randint(1, 5))]
        return tbl(rows, tr("{{ n }}"), grid=tuple(grid)) + self.one.choice(("", p("x")))

    def rows(self, depth: int) -> str:
        if self.one.random() < 0.4:
            return self.row(depth)
        begin, end = self.one.choice(BLOCKS)
        return tr(f"{{%tr {begin} %}}") + self.row(depth) + tr(f"{{%tr {end} %}}")

    def row(self, depth: int) -> str:
        cells = [self.cell(depth) for _ in range(self.one.randint(1, 4))]
        place = self.one.randrange(len(cells))
        if self.one.random() < 0.3:
            begin, end = self.one.choice(BLOCKS)
            cells[place] = tc(f"{{%tc {begin} %}}") + cells[place] + tc(f"{{%tc {end} %}}")
        elif self.one.random() < 0.1:
            cells[place] = sdt(cells[place])
        return tr(*cells)

    def cell(self, depth: int) -> str:
        if self.one.random() < 0.15:
            return tc(self.one.choice(SPECIAL))
        return tc(self.block(depth - 1) + p("x"), props=self.one.choice(CELLS))


def made(seed: int) -> Case:
    chance = Chance(seed)
    stories = [header(chance.body(1) + p("x")), footer(chance.body(1) + p("x"))] if seed % 3 == 0 else []
    return case(f"by chance: {seed}", chance.body(), *stories)
