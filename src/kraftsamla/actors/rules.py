"""Who may say something for an organisation: in a sentence, whose words they are and how they reached us."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from kraftsamla.accounts.models import User
from kraftsamla.accounts.rules import Visitor, answers_by_link, may_edit
from kraftsamla.actors.choices import Channel
from kraftsamla.actors.models import Organisation, PersonalLink, Representation
from kraftsamla.core.clock import now, today


@dataclass(frozen=True, slots=True)
class Voice:
    """Whose words a deed records: a named person with a title, for an organisation, and how they reached us.

    ``link`` is the personal link that was used, None otherwise.
    """

    organisation: Organisation
    name: str
    title: str
    channel: Channel
    link: PersonalLink | None = None

    def __str__(self) -> str:
        return ", ".join(filter(None, (self.name, self.title, str(self.organisation))))

    @property
    def columns(self) -> dict[str, str]:
        """What a ``Spoken`` row keeps; which organisation it was has a name of its own in each table."""
        return {"said_by": self.name, "said_by_title": self.title, "channel": self.channel}


def acts_for(visitor: Visitor, organisation: Organisation, *, at: dt.date) -> bool:
    """Whether a signed-in person represents an organisation on a day."""
    return Representation.objects.held_by(visitor, at=at).filter(organisation=organisation).exists()


def may_speak(by: User, voice: Voice) -> bool:
    """Whether ``by`` may record these words now: the representative signed in, the holder of an open link, or a
    coordinator who notes what was said elsewhere or accepts what was answered in a round."""
    if voice.channel == Channel.LINK:
        link = voice.link
        return (
            answers_by_link(by) and link is not None and link.organisation_id == voice.organisation.pk
            and link.is_open(at=now())
        )  # fmt: skip
    if voice.channel == Channel.SIGNED_IN:
        return acts_for(by, voice.organisation, at=today())
    return may_edit(by)


def voice_by_link(link: PersonalLink, *, name: str = "", title: str = "") -> Voice:
    """The holder of a link, who may have put the name or title right. ValueError when they act for nobody."""
    if link.organisation is None:
        raise ValueError(f"the holder of link {link.pk} acts for nobody")
    return Voice(link.organisation, name.strip() or link.name, title.strip() or link.title, Channel.LINK, link)


def voice_of(representation: Representation) -> Voice:
    """Somebody who has signed in."""
    return Voice(
        representation.organisation, representation.user.name, representation.title, Channel.SIGNED_IN
    )  # fmt: skip


def voice_in_round(organisation: Organisation, *, name: str, title: str) -> Voice:
    """Somebody who answered in an update round; a coordinator accepts the answer as it stands."""
    return Voice(organisation, name.strip(), title.strip(), Channel.ROUND)


def voice_recorded(organisation: Organisation, *, name: str, title: str) -> Voice:
    """Somebody who said it elsewhere; a coordinator writes it down."""
    return Voice(organisation, name.strip(), title.strip(), Channel.RECORDED)
