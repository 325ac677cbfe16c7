"""Makes the documents that are not text: a small DOCX and a small PDF, of our own invention."""

from __future__ import annotations

from pathlib import Path

from docx import Document

PROGRAMME = (
    ("heading", "Kuststafetten"),
    ("text", "Kuststafetten är ett program som Havsmiljöförbundet driver mellan 2022 och 2025."),
    ("heading", "Frågeställningar"),
    ("list", "Hur får vi fler kommuner att delta?"),
    ("list", "Vilka vikar ska restaureras först?"),
    ("heading", "Träffar"),
    ("text", "Kuststafetten i Kalmar hölls den 5 oktober 2022."),
)
ARTICLE = (
    "Ålgräset växer igen",
    "Publicerad 3 maj 2023",
    "",
    "I Kosterhavet har forskare från Göteborgs universitet planterat",
    "ålgräs på tolv platser. Arbetet leds av Leila Norén, professor vid",
    "Göteborgs universitet.",
    "",
    "Den 14 september 2023 hålls Ålgräskonferensen i Lysekil.",
)


def programme_docx(path: Path) -> Path:
    """A programme page with headings and a list, as a word processor saves it."""
    document = Document()
    for kind, words in PROGRAMME:
        if kind == "heading":
            document.add_heading(words, level=1)
        else:
            document.add_paragraph(words, style="List Bullet" if kind == "list" else None)
    document.save(str(path))
    return path


def article_pdf(path: Path) -> Path:
    """One page of text in a typeface every reader of PDF has."""
    lines = "".join(f"({_escaped(line)}) Tj T*\n" for line in ARTICLE)
    content = f"BT /F1 12 Tf 16 TL 72 780 Td\n{lines}ET".encode("cp1252")
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources 6 0 R >>",
        b"<< /Length %d >>\nstream\n%b\nendstream" % (len(content), content),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        b"<< /Font << /F1 5 0 R >> >>",
    ]
    body, places = b"%PDF-1.4\n", []
    for number, each in enumerate(objects, start=1):
        places.append(len(body))
        body += b"%d 0 obj\n%b\nendobj\n" % (number, each)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"xref\n0 %d\n0000000000 65535 f \n%btrailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n"
    path.write_bytes(body + end % (len(objects) + 1, table, len(objects) + 1, len(body)))
    return path


def _escaped(line: str) -> str:
    return line.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
