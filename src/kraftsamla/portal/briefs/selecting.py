"""What a page says about an objective, an area or an organisation: the only part that asks the database."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from django.conf import settings
from django.db.models import Exists, OuterRef, Prefetch, Q
from django.utils.translation import get_language, ngettext, pgettext
from django.utils.translation import gettext as _

from kraftsamla.actors.models import Organisation
from kraftsamla.core.partial_dates import latest
from kraftsamla.core.text import Text
from kraftsamla.editions.content import LIVING, STALE_AFTER_DAYS
from kraftsamla.editions.rendering.words import weakness
from kraftsamla.library.models import Document, Passage
from kraftsamla.portal.briefs.content import Brief, Line, Part, Scale, Words
from kraftsamla.portal.proof import ORDER, with_weakest
from kraftsamla.strategy.choices import AssignmentRole, Confidence, Progress, Verification
from kraftsamla.strategy.models import Action, Area, Assignment, Objective, Result, StatusUpdate, Verdict
from kraftsamla.strategy.overviews.progress import tally
from kraftsamla.strategy.querysets import ActionQuerySet
from kraftsamla.ui.templatetags.ui import partial_date

#: What goes on comes first, then what is to come, then what is over, and last what nobody has told of.
LIVELIEST = (Progress.UNDER_WAY, Progress.DECIDED, Progress.PROPOSED, Progress.DONE, Progress.STOPPED, "")
NO_FILE_NAME = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')
Row = Any  # an Action with what the questions below add to it


def objective_brief(objective: Objective, *, at: dt.date) -> Brief:
    wording = objective.wording_at(at) or objective.wording_at(None)
    title = _said(wording.title) if wording else Words("", "sv")
    named = Words(f"{objective.number} {title.text}", title.lang)
    rows = _rows(objective.actions.in_picture(), at=at)
    empty = [] if rows else [weakness("no_action")]
    kind = pgettext("ett enda", "Mål")
    return _brief(kind, named, objective.plain, rows, documents_of(objective), at=at, first=empty)


def area_brief(area: Area, *, at: dt.date) -> Brief:
    title = _said(area.title)
    named = Words(f"{area.number} {title.text}", title.lang)
    actions = Action.objects.filter(Q(objectives__area=area) | Q(areas=area)).distinct()
    rows = _rows(actions.in_picture(), at=at)
    pictured = Action.objectives.through.objects.filter(objective=OuterRef("pk"), action__ending="")
    bare = area.objectives.filter(~Exists(pictured)).count()
    first = [
        ngettext(
            "%(number)s av områdets mål saknar inläst insats.",
            "%(number)s av områdets mål saknar inlästa insatser.",
            bare,
        ) % {"number": bare}
    ] if bare else []  # fmt: skip
    return _brief(pgettext("ett enda", "Område"), named, area.summary, rows, documents_of(area), at=at, first=first)


def organisation_brief(organisation: Organisation, *, at: dt.date) -> Brief:
    theirs = Assignment.objects.going().filter(action=OuterRef("pk"), organisation=organisation)
    rows = _rows(Action.objects.in_picture().filter(Exists(theirs)), at=at)
    about = str(organisation.get_kind_display()).capitalize()
    return _brief(
        pgettext("en enda", "Organisation"), _said(organisation.title), Text(about, about), rows,
        documents_of(organisation), at=at, own=organisation,
    )  # fmt: skip


def documents_of(record: Any) -> list[Document]:
    passages: Iterable[Passage] = record.passages.select_related("document__publisher").defer("document__text")
    return [passage.document for passage in passages]


def _brief(
    kind: str, title: Words, plain: Text, rows: list[Row], documents: list[Document], *, at: dt.date,
    own: Organisation | None = None, first: Sequence[str] = (),
) -> Brief:  # fmt: skip
    day = partial_date(at.isoformat())
    about = (_promises(rows, own),) if own else (_actions(rows), _answers(rows))
    return Brief(
        language=_language(), kind=kind, title=title, plain=_said(plain), scales=_scales(rows, at=at),
        parts=(_weakest(rows, first), *about, _latest(rows), _sources(rows, documents)),
        foot=_("Uppgifter %(date)s ur %(address)s. Det som inte är inläst sägs vara det.")
        % {"date": day, "address": settings.SITE_ADDRESS},
        file_name=f"{NO_FILE_NAME.sub(' ', title.clipped(80).text).strip(' .…')} {at.isoformat()}",
    )  # fmt: skip


def _rows(actions: ActionQuerySet, *, at: dt.date) -> list[Row]:
    updates = StatusUpdate.objects.standing(at=at).newest_first().select_related("on_behalf_of")
    results = Result.objects.filter(corrected_by=None, on__lte=at.isoformat()).prefetch_related(
        Prefetch("verdicts", queryset=Verdict.objects.select_related("corrected_by"))
    )
    parts = Assignment.objects.going().select_related("organisation", "terms")
    passages = Passage.objects.select_related("document__publisher").defer("document__text", "document__layout")
    beside: list[Prefetch[Any]] = [
        Prefetch("updates", queryset=updates, to_attr="told"), Prefetch("results", queryset=results, to_attr="led_to"),
        Prefetch("assignments", queryset=parts, to_attr="parts"), Prefetch("passages", queryset=passages),
    ]  # fmt: skip
    rows: list[Row] = list(with_weakest(actions, at=at).prefetch_related(*beside))
    rows.sort(key=lambda row: row.updated_on or "", reverse=True)
    rows.sort(key=lambda row: LIVELIEST.index(row.progress_now or ""))
    return rows


def _scales(rows: list[Row], *, at: dt.date) -> tuple[Scale, ...]:
    progress = tally((row.progress_now, 1) for row in rows)
    sure = Counter(row.told[0].confidence for row in rows if row.told)
    results = [result.verification for row in rows for result in row.led_to]
    proof = Counter(results)
    said = [f"{sure[value]} {Confidence(value).label}" for value in Confidence.values if sure[value]]
    unsaid = len(rows) - sum(sure[value] for value in Confidence.values)
    if unsaid and said:
        said.append(_("%(number)d ej angivet") % {"number": unsaid})
    none = _("Ingen insats är inläst.")
    return (
        Scale(_("Läge"), ", ".join(count.label for count in progress.counts) or none),
        Scale(_("Säkerhet"), ", ".join(said) or _("Ingen har angett hur säkert det är.")),
        Scale(_("Färskhet"), _freshness(rows, at=at) if rows else none),
        Scale(
            _("Belägg"),
            ", ".join(f"{proof[value]} {Verification(value).label}" for value in Verification.values if proof[value])
            or _("Inget resultat är redovisat."),
        ),
    )


def _freshness(rows: list[Row], *, at: dt.date) -> str:
    newest = max((row.updated_on for row in rows if row.updated_on), default="")
    if not newest:
        return _("Ingen har berättat om läget.")
    old = sum(
        not row.updated_on or (row.progress_now in LIVING and (at - latest(row.updated_on)).days > STALE_AFTER_DAYS)
        for row in rows
    )
    words = _("Nyaste uppgiften är från %(date)s.") % {"date": partial_date(newest)}
    if old:
        words += " " + ngettext(
            "%(number)d av %(total)d insatser saknar uppgift från det senaste halvåret.",
            "%(number)d av %(total)d insatser saknar uppgift från det senaste halvåret.", old,
        ) % {"number": old, "total": len(rows)}  # fmt: skip
    return words


def _weakest(rows: list[Row], first: Sequence[str]) -> Part:
    counted = Counter(row.weakest for row in rows if row.weakest)
    codes = sorted(counted, key=lambda code: (-counted[code], ORDER.index(code)))
    lines = [Line(_own(words)) for words in first]
    lines += [
        Line(_own(weakness(code)),
             note=ngettext("%(number)d av %(total)d insats", "%(number)d av %(total)d insatser", len(rows))
             % {"number": counted[code], "total": len(rows)})
        for code in codes
    ]  # fmt: skip
    return Part("weakest", _("Svagaste länken"), tuple(lines), _("Ingen svag länk är känd."), len(lines))


def _actions(rows: list[Row]) -> Part:
    lines = tuple(Line(_said(row.title), note=_progress(row.progress_now)) for row in rows)
    return Part("actions", _("Vad som görs"), lines, _("Ingen insats är inläst."), len(rows))


def _answers(rows: list[Row]) -> Part:
    """Who answers, those who have said yes first."""
    states: dict[int, Counter[str]] = defaultdict(Counter)
    named: dict[int, Organisation] = {}
    taken: Counter[int] = Counter()
    for row in rows:
        for part in row.parts:
            if part.role == AssignmentRole.RESPONSIBLE:
                named[part.organisation_id] = part.organisation
                states[part.organisation_id][part.get_state_display()] += 1
                taken[part.organisation_id] += part.is_accepted
    keys = sorted(named, key=lambda key: (-taken[key], -sum(states[key].values()), named[key].sort_key))
    lines = tuple(
        Line(_said(named[key].title), note=", ".join(f"{label} {number}" for label, number in states[key].items()))
        for key in keys
    )
    return Part("answers", _("Vem svarar"), lines, _("Ingen organisation är angiven som ansvarig."), len(lines))


def _promises(rows: list[Row], own: Organisation) -> Part:
    """What the organisation itself is asked for or has taken on, with the day it is due."""
    parts = [part for row in rows for part in row.parts if part.organisation_id == own.pk]
    parts.sort(key=lambda part: (not part.is_accepted, (part.terms.due if part.terms else "") or "9"))
    of = {row.pk: row for row in rows}
    lines = tuple(
        Line(
            _said(part.terms.what if part.terms else of[part.action_id].title),
            note=", ".join(filter(None, (
                part.get_role_display(), part.get_state_display(), _progress(of[part.action_id].progress_now),
                _("senast %(date)s") % {"date": partial_date(part.terms.due)} if part.terms and part.terms.due else "",
            ))),
        )
        for part in parts
    )  # fmt: skip
    return Part("actions", _("Vad organisationen svarar för"), lines, _("Inget åtagande är inläst."), len(lines))


def _latest(rows: list[Row]) -> Part:
    told = sorted(((update, row) for row in rows for update in row.told), key=lambda each: (each[0].on, each[0].pk))
    lines = []
    for update, row in reversed(told):
        title, stands = _said(row.title), _progress(update.progress)
        note = f"{title.text} – {stands}" if update.words else stands
        lines.append(Line(_said(update.words) or title, lead=partial_date(update.on), note=note))
    return Part("latest", _("Vad som hänt senast"), tuple(lines), _("Ingen har berättat om läget."), len(lines))


def _sources(rows: list[Row], documents: list[Document]) -> Part:
    found = {document.pk: document for document in documents}
    found |= {passage.document.pk: passage.document for row in rows for passage in row.passages.all()}
    newest = sorted(found.values(), key=lambda document: (document.published, document.pk), reverse=True)
    lines = tuple(
        Line(Words(document.title, document.language), note=", ".join(filter(None, (
            _said(document.publisher.title).text if document.publisher else "", partial_date(document.published)))))
        for document in newest
    )  # fmt: skip
    return Part("sources", _("Källor"), lines, _("Ingen källa är angiven."), len(lines))


def _progress(value: str | None) -> str:
    return str(Progress(value).label) if value else _("ej inläst")


def _language() -> str:
    return "en" if (get_language() or "sv").startswith("en") else "sv"


def _own(text: str) -> Words:
    return Words(text, _language())


def _said(text: Text) -> Words:
    """In the page's language where there is such words, otherwise in the other, marked as such."""
    language = _language()
    own, other = (text.en, text.sv) if language == "en" else (text.sv, text.en)
    return Words(own, language) if own else Words(other, "sv" if language == "en" else "en")
