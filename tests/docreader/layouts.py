"""Participants' lists made in every layout we know of, in four languages, with what is to be found in them.

All people are invented. A layout is a function of ``Making`` that gives a block of text and the people in it.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

NAMES = {
    "sv": "Anna-Lena Wikström;Bertil Å. Nordin;Cecilia von Rosen Ek;Darin Al-Khatib;Erik Östlund;Fatima Hassan;Gun Sjö;"
    "Hans-Erik Mård;Ida Äng Holmér;Jörgen af Klint;Kerstin Ljungblad;Marika Kortelainen;Nils Åhman;Oskar Bäck;"
    "Pia Wallin Strååt;Rickard Zetterqvist;Solveig Törnkvist;Tuomas Niemi;Ulla-Britt Hägg;Viveka D'Aubigné;Åsa Öberg",
    "nb": "Ane Bjørnstad;Bjørn-Tore Haugen;Cathrine Ødegård;Dag Inge Lie;Eli Sætre;Frode Kvåle;Gro Anita Nes;"
    "Håkon Ytterdal;Ingrid Moe Skaar;Jan Petter Ruud;Kari Vøllestad;Leif Arne Bø;Marit Ellen Gaup;Nina Østby",
    "da": "Anders Bjerregaard;Birthe Kjær;Claus Østergaard;Ditte Skov Madsen;Erling Mølgaard;Freja Holst;Gitte Ravn;"
    "Henning Aagaard;Inge-Lise Toft;Jens Chr. Bruun;Kirsten Dahlerup;Lone Smed;Morten Juhl;Niels Overgaard",
    "en": "Anna Fairweather;Brendan O'Malley;Chiara Rossi;Dimitri Papadakis;Eleanor Shaw;Frans de Vries;"
    "Greta Lindqvist;Hugh Penrose;Ines Carvalho;Jonas Hjelm;Katja Saarinen;Liam Doherty;Marta Kowalska;Niamh Byrne",
}
ORGANISATIONS = {
    "sv": "Trafikverket;Region Halland;Umeå universitet;Skogsstyrelsen;SMHI;Malmö stad;Havs- och vattenmyndigheten;"
    "Volvo AB;RISE;Länsstyrelsen i Kalmar län;Kungsbacka kommun;Naturskyddsföreningen;Nordisk Tång AB;Sametinget",
    "nb": "Kystverket;Bodø kommune;NTNU;Miljødirektoratet;Statsforvalteren i Nordland;Norsk Fiskarlag;KS;"
    "Havforskningsinstituttet;Viken fylkeskommune;NAV",
    "da": "Miljøstyrelsen;Esbjerg Kommune;Aarhus Universitet;KL;Danmarks Naturfredningsforening;Region Sjælland;DTU;"
    "Kystdirektoratet;Vejdirektoratet;Banedanmark",
    "en": "Ministry of Transport;University of Tartu;Nordic Energy Research;European Commission;Port of Rotterdam;"
    "Finnish Environment Institute;VTT;Danish Energy Agency;Nordregio;Fingrid",
}
TITLES = {
    "sv": "enhetschef;utredare;generaldirektör;handläggare;projektledare;professor",
    "nb": "avdelingsdirektør;rådgiver;seniorrådgiver;prosjektleder;professor",
    "da": "kontorchef;konsulent;specialkonsulent;direktør;projektleder",
    "en": "head of unit;adviser;project manager;professor;director",
}
#: Chair, secretary, member.
ROLES = {
    "sv": ("ordförande", "sekreterare", "ledamot"),
    "nb": ("leder", "sekretær", "medlem"),
    "da": ("formand", "sekretær", "medlem"),
    "en": ("chair", "secretary", "member"),
}
HEADINGS = {
    "sv": "Närvarande;Deltagare;Medverkande;Närvarande ledamöter;Deltagarlista;Mötesdeltagare;Följande personer deltog",
    "nb": "Til stede;Deltakere;Møtedeltakere;Tilstede;Deltok",
    "da": "Deltagere;Til stede;Mødedeltagere;Fremmødte;Tilstede",
    "en": "Participants;Attendees;Present;In attendance;List of participants",
}
ABSENT = {
    "sv": "Frånvarande;Anmält förhinder;Ej närvarande;Återbud",
    "nb": "Forfall;Frafall;Meldt forfall;Ikke til stede",
    "da": "Afbud;Fraværende;Afbud fra",
    "en": "Apologies;Absent;Apologies for absence;Regrets",
}
MODES = {
    "sv": ("Deltagare digitalt", "Deltagare fysiskt"), "nb": ("På Teams", "I møterommet"),
    "da": ("Online", "Fysisk"), "en": ("Remote", "In the room"),
}  # fmt: skip
AWAY = {"sv": "förhinder", "nb": "forfall", "da": "afbud", "en": "apologies"}
AND = {"sv": "och", "nb": "og", "da": "og", "en": "and"}
FROM = {"sv": "Från", "nb": "Fra", "da": "Fra", "en": "From"}
PARTIES = {"sv": "S;M;C;V;KD;L", "nb": "Ap;H;Sp;SV;KrF;V", "da": "A;V;C;F;Ø;B"}
TABLE = {
    "sv": ("Namn", "Organisation"), "nb": ("Navn", "Virksomhet"), "da": ("Navn", "Organisation"),
    "en": ("Name", "Affiliation"),
}  # fmt: skip
BEFORE = {
    "sv": "Minnesanteckningar från möte med arbetsgruppen för sjötrafik den 14 mars 2019",
    "nb": "Referat fra møte i arbeidsgruppa for sjøtrafikk 14. mars 2019",
    "da": "Referat fra møde i arbejdsgruppen for søtrafik den 14. marts 2019",
    "en": "Minutes of the meeting of the working group on sea traffic, 14 March 2019",
}
AGENDA = {
    "sv": "1. Öppnande\n\nOrdföranden hälsade välkommen.\n\n2. Lägesrapport\n\nArbetet fortsätter som planerat.\n",
    "nb": "1. Åpning av møtet\n\nLederen ønsket velkommen.\n\n2. Status\n\nArbeidet fortsetter som planlagt.\n",
    "da": "1. Velkomst\n\nFormanden bød velkommen.\n\n2. Status\n\nArbejdet fortsætter som planlagt.\n",
    "en": "1. Opening\n\nThe chair welcomed everyone.\n\n2. Status\n\nWork continues as planned.\n",
}


@dataclass(frozen=True, slots=True)
class Expected:
    person: str
    organisation: str = ""
    absent: bool = False


@dataclass(slots=True)
class Making:
    """What a layout draws its people and its variations from."""

    language: str
    chance: random.Random

    def people(self, number: int) -> list[str]:
        return self.chance.sample(NAMES[self.language].split(";"), number)

    def organisations(self, number: int) -> list[str]:
        known = ORGANISATIONS[self.language].split(";")
        return self.chance.sample(known, number)

    def rows(self, number: int) -> list[tuple[str, str]]:
        known = ORGANISATIONS[self.language].split(";")
        return [(person, self.chance.choice(known)) for person in self.people(number)]

    def title(self) -> str:
        return self.chance.choice(TITLES[self.language].split(";"))

    def bulleted(self, lines: Sequence[str]) -> str:
        bullet = self.chance.choice(["", "", "- ", "• ", "* ", " • "])
        return "\n".join(bullet + line for line in lines)

    def joined(self, names: Sequence[str]) -> str:
        return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} {AND[self.language]} {names[-1]}"


Block = tuple[str, list[Expected]]
Layout = Callable[[Making], Block]


def _found(rows: Sequence[tuple[str, str]]) -> list[Expected]:
    return [Expected(person, organisation) for person, organisation in rows]


def numbered(making: Making) -> Block:
    members, guests = making.people(9)[:4], making.rows(5)
    guests = [(name, where) for name, where in guests if name not in members]
    role = ROLES[making.language][2]
    lines = [f"{at}. {name}, {role}" for at, name in enumerate(members, 1)]
    more = [f"{at}. {name}, {where}" for at, (name, where) in enumerate(guests, 5)]
    return "\n".join([*lines, "", *more]), [*(Expected(name) for name in members), *_found(guests)]


def organisation_colon_in_a_paragraph(making: Making) -> Block:
    names, where = making.people(7), making.organisations(3)
    groups = list(zip(where, (names[:3], names[3:4], names[4:]), strict=True))
    words = ", ".join(f"{each}: {', '.join(group)}" for each, group in groups).split(" ")
    lines, line = [], ""
    for word in words:
        if len(line) + len(word) > 60:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}".strip()
    return "\n".join([*lines, line]), [Expected(name, each) for each, group in groups for name in group]


def bracketed(making: Making) -> Block:
    rows = making.rows(6)
    return making.bulleted([f"{name} ({where})" for name, where in rows]), _found(rows)


def comma(making: Making) -> Block:
    rows = making.rows(6)
    return making.bulleted([f"{name}, {where}" for name, where in rows]), _found(rows)


def two_before_one_organisation(making: Making) -> Block:
    a, b, c, d, e, f = making.people(6)
    w, x, y, z = making.organisations(4)
    text = f"{a}, {b}, {w}\n{c}, {x}\n{d}, {e}, {y}\n{f}, {z}"
    return text, _found([(a, w), (b, w), (c, x), (d, y), (e, y), (f, z)])


def with_title(making: Making) -> Block:
    rows, between = making.rows(6), making.chance.choice([", ", " "])
    return making.bulleted([f"{name}, {making.title()}{between}{where}" for name, where in rows]), _found(rows)


def dashed(making: Making) -> Block:
    rows, mark = making.rows(6), making.chance.choice([" – ", " - ", " — ", ": ", "\t", "   "])
    return making.bulleted([f"{name}{mark}{where}" for name, where in rows]), _found(rows)


def organisation_first(making: Making) -> Block:
    names, where = making.people(8), making.organisations(4)
    groups = list(zip(where, (names[:1], names[1:3], names[3:6], names[6:]), strict=True))
    mark, end = making.chance.choice([" – ", " - ", ": "]), making.chance.choice(["", "."])
    text = making.bulleted([f"{each}{mark}{making.joined(group)}{end}" for each, group in groups])
    return text, [Expected(name, each) for each, group in groups for name in group]


def under_organisations(making: Making) -> Block:
    names, where = making.people(7), making.organisations(3)
    groups = list(zip(where, (names[:2], names[2:5], names[5:]), strict=True))
    text = "\n\n".join("\n".join([each, *group]) for each, group in groups)
    return text, [Expected(name, each) for each, group in groups for name in group]


def piped_table(making: Making) -> Block:
    rows, (before, after) = making.rows(6), making.chance.choice([("", ""), ("| ", " |")])
    lines = [" | ".join(TABLE[making.language]), "--- | ---", *(f"{name} | {where}" for name, where in rows)]
    return "\n".join(f"{before}{line}{after}" for line in lines), _found(rows)


def tabbed_table(making: Making) -> Block:
    rows = making.rows(6)
    return "\n".join(["\t".join(TABLE[making.language]), *(f"{name}\t{where}" for name, where in rows)]), _found(rows)


def names_in_a_sentence(making: Making) -> Block:
    names = making.people(7)
    return making.joined(names) + making.chance.choice(["", "."]), [Expected(name) for name in names]


def bracketed_in_a_sentence(making: Making) -> Block:
    rows = making.rows(6)
    return ", ".join(f"{name} ({where})" for name, where in rows), _found(rows)


def semicolons(making: Making) -> Block:
    rows = making.rows(6)
    return "; ".join(f"{name}, {where}" for name, where in rows), _found(rows)


def one_line(making: Making) -> Block:
    rows = making.rows(7)
    return " ".join(f"{name}, {where}" for name, where in rows), _found(rows)


def names_alone(making: Making) -> Block:
    names = making.people(6)
    return making.bulleted(names), [Expected(name) for name in names]


def with_roles(making: Making) -> Block:
    names, (chair, secretary, member) = making.people(6), ROLES[making.language]
    mark, end = making.chance.choice([(", ", ""), (" (", ")"), (" – ", "")])
    roles = [chair, secretary, *[member] * 4]
    lines = [f"{name}{mark}{role}{end}" for name, role in zip(names, roles, strict=True)]
    return making.bulleted(lines), [Expected(name) for name in names]


def with_parties(making: Making) -> Block:
    names, parties = making.people(6), PARTIES.get(making.language, "A;B").split(";")
    mark = making.chance.choice(["\n", ", "])
    return mark.join(f"{name} ({making.chance.choice(parties)})" for name in names), [Expected(name) for name in names]


def away_at_the_end_of_the_line(making: Making) -> Block:
    rows, away = making.rows(6), (1, 4)
    lines = [f"{name}, {where}" + (f" – {AWAY[making.language]}" if at in away else "") for at, (name, where) in
             enumerate(rows)]  # fmt: skip
    return "\n".join(lines), [Expected(name, where, at in away) for at, (name, where) in enumerate(rows)]


def away_under_a_heading(making: Making) -> Block:
    rows, heading = making.rows(8), making.chance.choice(ABSENT[making.language].split(";"))
    lines = [f"{name}, {where}" for name, where in rows]
    text = "\n".join([*lines[:6], "", heading + making.chance.choice(["", ":"]), *lines[6:]])
    return text, [Expected(name, where, at > 5) for at, (name, where) in enumerate(rows)]


def away_in_a_line(making: Making) -> Block:
    names, heading = making.people(8), making.chance.choice(ABSENT[making.language].split(";"))
    text = ", ".join(names[:6]) + f"\n{heading}: " + ", ".join(names[6:])
    return text, [Expected(name, "", at > 5) for at, name in enumerate(names)]


def two_modes(making: Making) -> Block:
    rows, (remote, here) = making.rows(8), MODES[making.language]
    lines, colon = [f"{name}, {where}" for name, where in rows], making.chance.choice(["", ":"])
    return "\n".join([remote + colon, *lines[:4], "", here + colon, *lines[4:]]), _found(rows)


def with_initials(making: Making) -> Block:
    rows = making.rows(6)
    short = ["".join(word[0] for word in re.split("[ -]", name) if word[0].isupper()) for name, _where in rows]
    return "\n".join(f"{name} ({ini}), {where}" for (name, where), ini in zip(rows, short, strict=True)), _found(rows)


def from_organisations(making: Making) -> Block:
    names, where = making.people(6), making.organisations(3)
    pairs = list(zip(where, names[::2], names[1::2], strict=True))
    text = "\n".join(f"{FROM[making.language]} {each}: {a} {AND[making.language]} {b}" for each, a, b in pairs)
    return text, [Expected(name, each) for each, a, b in pairs for name in (a, b)]


LAYOUTS: tuple[Layout, ...] = (
    numbered, organisation_colon_in_a_paragraph, bracketed, comma, two_before_one_organisation, with_title, dashed,
    organisation_first, under_organisations, piped_table, tabbed_table, names_in_a_sentence, bracketed_in_a_sentence,
    semicolons, one_line, names_alone, with_roles, with_parties, away_at_the_end_of_the_line, away_under_a_heading,
    away_in_a_line, two_modes, with_initials, from_organisations,
)  # fmt: skip


def minutes(layout: Layout, *, language: str, seed: int) -> Block:
    """Minutes whose participants are listed so: before the first item, or now and then after the last."""
    making = Making(language, random.Random(f"{layout.__name__}-{language}-{seed}"))
    block, expected = layout(making)
    heading = making.chance.choice(HEADINGS[language].split(";"))
    above = making.chance.choice(["{}:\n", "{}\n", "**{}:**\n", "## {}\n\n", "{}\n\n"])
    listed = above.format(making.chance.choice([heading, heading, heading.upper()])) + block
    parts = [listed, AGENDA[language]] if making.chance.random() < 0.85 else [AGENDA[language], listed]
    return "\n\n".join([BEFORE[language], *parts]), expected
