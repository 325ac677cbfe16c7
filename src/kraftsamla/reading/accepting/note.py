"""What the picture has no record for: kept as a note at its passage, so that nothing that was read is lost.

A note is taken by a person, one at a time. It stands on the document's page and never in the public edition, unless
it is about organisations: then it is a source for them.
"""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from kraftsamla.reading.accepting.context import Context
from kraftsamla.reading.accepting.shape import Field, Kind, Words

TITLE = Field("title", _("titel"), required=True)


def accept(context: Context) -> None:
    context.noted(in_words(context, NOUNS.get(context.suggestion.kind, "Anmärkning")))


def in_words(context: Context, noun: str) -> str:
    """The note itself. Kept in the record, so in Swedish whoever accepts it."""
    said = " ".join(part for part in (context.text("value"), context.text("title")) if part)
    return f"{noun}: {said}" if said else noun


def _goal(context: Context) -> None:
    owner = context.organisation("owner")
    context.noted(in_words(context, "Organisationens mål"), *([owner] if owner else []))


def _relation(context: Context) -> None:
    """Who works with whom: a source for each of the organisations."""
    first, others = context.organisation("from_"), context.organisations("to")
    said = context.values.get("to") or []
    names = ", ".join(map(str, said)) if isinstance(said, list | tuple) else str(said)
    context.noted(f"Samarbete: {context.text('from_')} – {names}", *([first] if first else []), *others)


def kind(code: str, plural: Words, *fields: Field) -> Kind:
    return Kind(
        code=code, plural=plural, becomes=_("en anmärkning vid textstället"), fields=fields or (TITLE,), accept=accept,
        is_for_all=False,
    )  # fmt: skip


NOUNS = {"cooperation_area": "Samarbetsområde", "metric": "Siffra"}

KINDS = (
    kind("cooperation_area", _("Samarbetsområden")),
    kind("metric", _("Siffror"), TITLE, Field("value", _("värde"), "number")),
    Kind(
        code="relation", plural=_("Samarbeten"), becomes=_("en källa för båda organisationerna, med anmärkning"),
        fields=(
            Field("from_", _("från"), noun="organisation", required=True),
            Field("to", _("till"), "lines", noun="organisation", required=True),
        ),
        accept=_relation, is_for_all=False,
    ),
    Kind(
        code="organisation_goal", plural=_("Organisationers mål"),
        becomes=_("en källa för organisationen, med anmärkning"),
        fields=(TITLE, Field("owner", _("organisation"), noun="organisation")), accept=_goal, is_for_all=False,
    ),
)  # fmt: skip
