"""Why a document could not be read: one class a reason, with a stable code, and the sentences for people."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Final


class UnreadableDocument(Exception):
    """A document that cannot be read. ``code`` is stable; ``parameters`` fill the sentence in :func:`explain`."""

    code: ClassVar[str] = "broken"

    def __init__(self, **parameters: str | int) -> None:
        super().__init__(self.code, parameters)
        self.parameters: Mapping[str, str | int] = parameters

    def __str__(self) -> str:
        return explain(self, "en")


class EmptyFile(UnreadableDocument):
    """Nothing in the file, or only space."""

    code = "empty_file"


class UnknownFormat(UnreadableDocument):
    """Not one of the formats that can be read (``hint``: what it looks like, may be missing)."""

    code = "unknown_format"


class TooLarge(UnreadableDocument):
    """More bytes than the limit (``limit_mb``)."""

    code = "too_large"


class WrongEncoding(UnreadableDocument):
    """Text in an encoding that cannot be told."""

    code = "wrong_encoding"


class Encrypted(UnreadableDocument):
    """Protected by a password."""

    code = "encrypted"


class Broken(UnreadableDocument):
    """Of a known format (``format``), but damaged or incomplete."""

    code = "broken"


class NoText(UnreadableDocument):
    """Only pictures of pages (``pages``: how many)."""

    code = "no_text"


class ZipBomb(UnreadableDocument):
    """A packed file that would grow beyond all reason (``limit_mb``)."""

    code = "zip_bomb"


class TooManyPages(UnreadableDocument):
    """More pages than the limit (``pages``, ``limit``)."""

    code = "too_many_pages"


class TookTooLong(UnreadableDocument):
    """Stopped after ``seconds`` seconds."""

    code = "took_too_long"


class TookTooMuchMemory(UnreadableDocument):
    """Stopped at ``memory_mb`` megabytes."""

    code = "took_too_much_memory"


class Crashed(UnreadableDocument):
    """The reading process ended without an answer."""

    code = "crashed"


BY_CODE: Final[Mapping[str, type[UnreadableDocument]]] = {
    kind.code: kind
    for kind in (
        EmptyFile,
        UnknownFormat,
        TooLarge,
        WrongEncoding,
        Encrypted,
        Broken,
        NoText,
        ZipBomb,
        TooManyPages,
        TookTooLong,
        TookTooMuchMemory,
        Crashed,
    )
}

_SENTENCES: Final[Mapping[str, Mapping[str, str]]] = {
    "sv": {
        "empty_file": "Filen är tom. Kontrollera att rätt fil är vald och att den är sparad.",
        "unknown_format": "Filformatet går inte att läsa. Spara dokumentet som PDF, DOCX, ODT, HTML, Markdown "
        "eller ren text och försök igen.",
        "too_large": "Filen är större än {limit_mb} MB. Dela dokumentet eller spara det utan bilder.",
        "wrong_encoding": "Textens teckenkodning går inte att avgöra. Spara filen som UTF-8.",
        "encrypted": "Filen är skyddad med lösenord. Spara en kopia utan lösenord.",
        "broken": "Filen är skadad eller ofullständig. Öppna den i programmet den kommer från och spara den på nytt.",
        "no_text": "Dokumentet innehåller bara bilder av sidor, ingen text. Kör textigenkänning (OCR) på det "
        "eller använd originalfilen.",
        "zip_bomb": "Filen skulle bli större än {limit_mb} MB när den packas upp och lästes därför inte. Spara "
        "dokumentet på nytt utan bilder och inbäddade filer.",
        "too_many_pages": "Dokumentet har {pages} sidor; högst {limit} kan läsas. Dela dokumentet.",
        "took_too_long": "Läsningen avbröts efter {seconds} sekunder. Dela dokumentet eller spara det som ren text.",
        "took_too_much_memory": "Läsningen avbröts vid {memory_mb} MB minne. Dela dokumentet eller spara det utan "
        "bilder.",
        "crashed": "Läsningen avbröts av ett fel. Spara dokumentet i ett annat format, till exempel som ren text.",
    },
    "en": {
        "empty_file": "The file is empty. Check that the right file is chosen and that it has been saved.",
        "unknown_format": "This file format cannot be read. Save the document as PDF, DOCX, ODT, HTML, Markdown "
        "or plain text and try again.",
        "too_large": "The file is larger than {limit_mb} MB. Divide the document or save it without pictures.",
        "wrong_encoding": "The character encoding of the text cannot be told. Save the file as UTF-8.",
        "encrypted": "The file is protected by a password. Save a copy without a password.",
        "broken": "The file is damaged or incomplete. Open it in the program it comes from and save it again.",
        "no_text": "The document holds only pictures of pages, no text. Run text recognition (OCR) on it or use "
        "the original file.",
        "zip_bomb": "The file would grow beyond {limit_mb} MB when unpacked and was therefore not read. Save the "
        "document again without pictures and embedded files.",
        "too_many_pages": "The document has {pages} pages; at most {limit} can be read. Divide the document.",
        "took_too_long": "Reading was stopped after {seconds} seconds. Divide the document or save it as plain text.",
        "took_too_much_memory": "Reading was stopped at {memory_mb} MB of memory. Divide the document or save it "
        "without pictures.",
        "crashed": "Reading was stopped by an error. Save the document in another format, plain text for example.",
    },
}


class _Known(dict[str, object]):
    """Parameters for a sentence; one that was not given shows as a question mark instead of failing."""

    def __missing__(self, key: str) -> str:
        return "?"


def explain(error: UnreadableDocument, language: str) -> str:
    """The error as a plain sentence with its remedy; Swedish for "sv", English for any other language."""
    sentences = _SENTENCES["sv" if language == "sv" else "en"]
    return sentences[error.code].format_map(_Known(error.parameters))


def from_code(code: str, parameters: Mapping[str, str | int]) -> UnreadableDocument:
    """The error with that code; an unknown code becomes :class:`Crashed`."""
    return BY_CODE.get(code, Crashed)(**parameters)
