"""Pages that explain: about, glossary, accessibility, and what meets somebody who is lost."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from kraftsamla.editions.rendering import addresses
from kraftsamla.editions.rendering.drafts.wording import ours
from kraftsamla.editions.rendering.index import Index
from kraftsamla.editions.rendering.pages import Draft

#: Terms of use of the data, followed by the language; and where to complain about accessibility.
LICENCE = "https://creativecommons.org/publicdomain/zero/1.0/deed."
SUPERVISION = "https://www.digg.se/tdosanmalan"


def drafts(index: Index, *, contact: str) -> Iterator[Draft]:
    yield Draft(
        address=addresses.ABOUT,
        template="about",
        section="about",
        title=ours(_("Om lägesbilden")),
        about=ours(_("Vad lägesbilden visar, hur den ska läsas och hur uppgifterna får användas.")),
        context={"contact": contact, "licence": LICENCE + (get_language() or "sv")},
        sources_of=(index.picture.strategy,),
    )
    yield Draft(
        address=addresses.OURSELVES,
        template="ourselves",
        section="about",
        title=ours(_("Så arbetar vi")),
        about=ours(_("Hur väl lägesbilden hålls: vad som är åtaget, besvarat, färskt och bekräftat.")),
        context={"figures": index.picture.figures},
        crumbs=[(addresses.ABOUT, ours(_("Om lägesbilden")))],
    )
    yield Draft(
        address=addresses.GLOSSARY,
        template="glossary",
        section="about",
        title=ours(_("Ordlista")),
        about=ours(_("Orden i lägesbilden, förklarade i klartext.")),
        crumbs=[(addresses.ABOUT, ours(_("Om lägesbilden")))],
    )
    yield Draft(
        address=addresses.ACCESSIBILITY,
        template="accessibility",
        section="about",
        title=ours(_("Tillgänglighet")),
        about=ours(_("Hur tillgänglig lägesbilden är, kända brister och hur du anmäler fler.")),
        context={"contact": contact, "supervision": SUPERVISION},
        crumbs=[(addresses.ABOUT, ours(_("Om lägesbilden")))],
    )
    yield Draft(
        address=addresses.MISSING,
        template="missing",
        section="",
        title=ours(_("Sidan finns inte")),
        about=ours(_("Adressen leder inte till någon sida i lägesbilden.")),
    )
