"""The day the document was published."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from kraftsamla.library.operations import change_document
from kraftsamla.reading.accepting.context import Context
from kraftsamla.reading.accepting.known import Known
from kraftsamla.reading.accepting.shape import Field, Kind, Option, Slot, Values
from kraftsamla.ui.templatetags.ui import partial_date

KEEP, TAKE = "keep", "take"


def accept(context: Context) -> None:
    document, date = context.suggestion.reading.document, context.text("date")
    if context.answer("published") == KEEP or document.published == date:
        return
    before = document.published
    change_document(document=document, values={"published": date}, version=document.version, by=context.by)
    context.did("published", document, before=before, after=date)


def slots(values: Values, known: Known) -> list[Slot]:
    """Another date than the one the document has is a question, never a silent change."""
    date, published = str(values.get("date") or ""), known.reading.document.published
    if not published or published == date:
        return []
    options = (
        Option(KEEP, _("Behåll %(date)s") % {"date": partial_date(published)}),
        Option(TAKE, _("Byt till %(date)s") % {"date": partial_date(date)}),
    )
    remark = _("dokumentet har ett annat datum")
    return [Slot("published", _("publicerad"), partial_date(date), options=options, remark=remark)]


KIND = Kind(
    code="document_date",
    plural=_("Dokumentets datum"),
    becomes=_("dokumentets publiceringsdatum"),
    fields=(Field("date", _("datum"), "date", required=True),),
    accept=accept,
    slots=slots,
)
