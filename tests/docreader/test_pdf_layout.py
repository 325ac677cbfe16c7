"""Pages of a PDF that are more than lines one below the other."""

from docreader import read
from tests.docreader.making import Placed, make_pdf

LEFT = [
    "Bo Öst redogjorde för läget i fjärdarna",
    "under det gångna året. Mätningarna visar",
    "att syrehalten sjunker i flera fjärdar och",
    "att åtgärderna inte räcker till ännu.",
]
RIGHT = [
    "Rådet diskuterade vad som kan göras på",
    "kort sikt. Anna Ek tar fram ett underlag",
    "om bottnarna till den 15 maj 2023 och",
    "skickar det till alla i rådet i juni.",
]


def text_of(*pages: list[Placed]) -> str:
    """The text of a PDF with these pages."""
    return read(make_pdf(pages)).text


def columns(top: int) -> list[Placed]:
    """Two columns of running text below ``top``."""
    rows = [(60, top - 14 * i, 11, words) for i, words in enumerate(LEFT)]
    return rows + [(320, top - 14 * i, 11, words) for i, words in enumerate(RIGHT)]


def test_columns_on_a_part_of_the_page_are_read_one_after_the_other() -> None:
    page: list[Placed] = [
        (60, 780, 18, "Minnesanteckningar Kustrådet"),
        (60, 740, 11, "Ordföranden hälsade välkommen till mötet och gick igenom dagordningen, som godkändes av alla."),
        *columns(700),
        (60, 600, 18, "3. Nästa möte"),
        (60, 570, 11, "Nästa möte hålls den 12 juni 2023 i Oskarshamn, och då väljs en ny ordförande för rådet."),
    ]
    text = text_of(page)
    places = [
        text.index(words) for words in ("godkändes", "räcker till ännu", "Rådet diskuterade", "3. Nästa", "Oskars")
    ]
    assert places == sorted(places)


def test_a_table_is_not_taken_for_columns() -> None:
    rows = [("Anna Ek", "SMHI", "ordförande"), ("Bo Öst", "HaV", ""), ("Cilla Berg", "SGU", "sekreterare")] * 3
    placed = [
        (60 + 180 * j, 700 - 16 * i, 11, words) for i, row in enumerate(rows) for j, words in enumerate(row) if words
    ]
    assert text_of(placed).split("\n")[:3] == [
        "Anna Ek | SMHI | ordförande",
        "Bo Öst | HaV",
        "Cilla Berg | SGU | sekreterare",
    ]


def test_a_cell_of_several_lines_stays_in_its_row() -> None:
    page: list[Placed] = [
        (60, 700, 11, "Namn"), (180, 700, 11, "Organisation"), (420, 700, 11, "Roll"),
        (60, 672, 11, "Cilla Berg"), (180, 678, 11, "Sveriges geologiska institut i"), (420, 672, 11, "sekreterare"),
        (180, 665, 11, "Uppsala"),
        (60, 640, 11, "Bo Öst"), (180, 640, 11, "Havs- och vattenmyndigheten,"), (420, 640, 11, "ledamot"),
        (180, 627, 11, "Göteborg"),
        (60, 600, 11, "Anna Ek"), (180, 600, 11, "SMHI"), (420, 600, 11, "ordförande"),
    ]  # fmt: skip
    assert [line for line in text_of(page).split("\n") if line] == [
        "Namn | Organisation | Roll",
        "Cilla Berg | Sveriges geologiska institut i Uppsala | sekreterare",
        "Bo Öst | Havs- och vattenmyndigheten, Göteborg | ledamot",
        "Anna Ek | SMHI | ordförande",
    ]


def test_a_hyphen_at_a_line_end_goes_when_it_divides_a_word_and_stays_when_it_belongs_to_it() -> None:
    text = text_of(
        [
            (60, 700, 11, "Rådet frågade om läget i kommunerna, och Anna Ek-"),
            (60, 686, 11, "Lindström svarade att det är gott, men att natur-"),
            (60, 672, 11, "vårdsverket har en annan bild av hälso-"),
            (60, 658, 11, "och sjukvården i länet, som är under tryck."),
        ]
    )
    assert "Anna Ek-Lindström" in text
    assert "naturvårdsverket" in text
    assert "hälso- och sjukvården" in text


def test_heads_and_feet_that_come_back_are_furniture_and_do_not_divide_a_sentence() -> None:
    pages: list[list[Placed]] = [
        [
            (60, 800, 9, "Kustrådet dnr 12/2023"),
            (60, 700, 11, f"Punkt {number} handlar om {topic} och vad som görs åt det."),
            (280, 30, 9, f"Sida {number} av 3"),
        ]
        for number, topic in ((1, "vatten"), (2, "fisk"), (3, "hamnar"))
    ]
    reading = read(make_pdf(pages))
    furniture = [reading.text[block.start : block.end] for block in reading.blocks if block.kind == "furniture"]
    assert furniture == [word for number in (1, 2, 3) for word in ("Kustrådet dnr 12/2023", f"Sida {number} av 3")]
    assert len(reading.pages) == 3
