"""Ten documents for an evening: the minutes of a year in a council of our own invention."""

from __future__ import annotations

from pathlib import Path

MONTHS = ("januari", "februari", "mars", "april", "maj", "juni", "augusti", "september", "oktober", "november")
PEOPLE = (
    ("Gunvor Ekelund", "Region Norrbotten"), ("Torsten Ljunggren", "Stockholms universitet"),
    ("Maj-Britt Sandell", "Naturvårdsverket"), ("Ahmed Farah", "Luleå kommun"),
    ("Leila Norén", "Göteborgs universitet"), ("Per Lindroth", "Havs- och vattenmyndigheten"),
    ("Siv Östberg", "Region Skåne"), ("Birger Wallin", "Jordbruksverket"), ("Sanna Kivijärvi", "Piteå kommun"),
    ("Ove Thorsell", "Kammarkollegiet"), ("Hedda Rosenqvist", "Umeå universitet"),
    ("Arvid Blomstedt", "Trafikverket"), ("Fatima Osman", "Kalmar kommun"), ("Ingemar Sjölund", "Region Gotland"),
)  # fmt: skip
TOPICS = (
    "Läget i havsplaneringen", "Ålgräsets återkomst", "Mätningar i grunda vikar", "Fiskvägar förbi dammarna",
    "Övergödningen i öster", "Musslor som renare", "Badplatsernas vatten", "Kommunernas avlopp", "Våtmarker vid kusten",
    "Budgeten för nästa år",
)  # fmt: skip


def minutes(number: int) -> str:
    """One month's minutes; the same people come and go."""
    month, topic = MONTHS[number], TOPICS[number]
    later, year = MONTHS[(number + 1) % len(MONTHS)], 2023 if number + 1 < len(MONTHS) else 2024
    present = [PEOPLE[(number + step) % len(PEOPLE)] for step in range(12)]
    speaker, home = present[3]
    rows = "\n".join(f"{name}, {organisation}" for name, organisation in present)
    return f"""Minnesanteckningar

Möte med kustrådet den {number + 4} {month} 2023
Plats: Sal {number + 1} i residenset

1. Mötets öppnande
Ordföranden {present[0][0]} hälsade alla välkomna och öppnade mötet.

2. {topic}
{speaker}, {home}, berättade om hur arbetet har gått sedan sist.
Ledamöterna ombads att lämna två exempel ur sitt eget arbete.

3. Rapporter från arbetsgrupperna
Grupperna redovisade det som har hänt.

4. Övriga frågor
Inga övriga frågor anmäldes.

Nästa möte
Nästa möte äger rum den {number + 6} {later} {year}.

Närvarande
{rows}
"""


def ten_documents(folder: Path) -> list[Path]:
    made = []
    for number in range(10):
        path = folder / f"kustradet-{number + 1:02}.txt"
        path.write_text(minutes(number), encoding="utf-8")
        made.append(path)
    return made
