"""Lines that belong to the page and not to the document: buttons, menus, cookie words, credits, page numbers, footers.

Lines with a day that the document tells about itself ("Senast uppdaterad 3 maj") are no furniture: others read them.
Everything is judged on one line in lower case, by its first word or by a word that it must hold, so that an ordinary
line costs next to nothing.
"""

from __future__ import annotations

import re


def _phrases(text: str) -> frozenset[str]:
    return frozenset(" ".join(phrase.split()) for phrase in text.split("|"))


#: Buttons and links of sites and viewers that are a whole line by themselves.
_CHROME = _phrases(
    "lyssna|lyssna på sidan|laddar...|laddar…|laddar|hoppa till huvudinnehåll|hoppa till innehåll|gå till innehåll|"
    "gå direkt till innehållet|till huvudinnehållet|hoppa till innehållet|hoppa över navigering|till innehåll på sidan|"
    "hoppa till navigering|hoppa till sidfot|till startsidan|skriv ut|skriv ut sidan|dela|dela sidan|dela artikeln|"
    "meny|"
    "huvudmeny|öppna meny|stäng meny|visa meny|undermeny|sök|sök på webbplatsen|sök på sidan|stäng|kontakt|"
    "om webbplatsen|om cookies|om kakor|kakor|tillbaka|tillbaka till nyheter|till toppen|upp|till sidans topp|"
    "nästa artikel|föregående artikel|föregående sida|nästa sida|nästa|föregående|läs mer|läs mer här|läs hela|"
    "visa mer|"
    "visa fler|visa alla|hem|logga in|logga ut|mina sidor|ladda ner|ladda ned|ladda ner som pdf|tipsa|tipsa en vän|rss|"
    "lättläst|teckenspråk|other languages|uppdaterad|publicerad|prenumerera|prenumerera på nyhetsbrev|annons|annonser|"
    "start|startsida|nyheter|kontakta oss|följ oss|inställningar|godkänn|godkänn alla|acceptera|acceptera alla|avvisa|"
    "avvisa alla|jag förstår|tillgänglighet|tillgänglighetsredogörelse|personuppgifter|integritetspolicy|dölj|"
    "bara nödvändiga|nödvändiga kakor|hantera kakor|hantera cookies|cookieinställningar|in english|svenska|english|"
    "dela på facebook|dela på linkedin|dela på twitter|dela på x|dela via e-post|tipsa via e-post|kopiera länk|"
    "skicka via e-post|mest läst|mest lästa|senaste nytt|relaterat|relaterat innehåll|relaterad information|"
    "kommentera|skriv en kommentar|gilla|cookies och integritet|genvägar|sidansvarig|transkript|"
    "save this pdf as:|start display at page:|download|share|share this|share this page|print|print this page|menu|"
    "main menu|search|close|listen|read more|skip to main content|skip to content|skip navigation|back to top|"
    "next article|previous article|next|previous|back|log in|sign in|subscribe|home|accept|accept all|reject all|"
    "cookie settings|privacy policy|accessibility|accessibility statement|terms of use|show more|load more|related|"
    "related content|advertisement|most read|follow us|contact us|contact|"
    "del|del siden|del artikkelen|del på facebook|skriv ut siden|hopp til hovedinnhold|hopp til hovedinnholdet|"
    "til hovedinnhold|gå til hovedinnhold|gå til innhold|hopp til innhold|hopp til innholdet|til toppen av siden|"
    "les også|les mer|lytt|lytt til siden|søk|lukk|logg inn|min side|forside|forsiden|hjem|norsk|bokmål|nynorsk|"
    "tilbake|til topps|last ned|åpne|vis mer|vis alle|mest lest|godta|godta alle|avvis|informasjonskapsler|"
    "tilgjengelighetserklæring|personvern|personvernerklæring|kontakt oss|følg oss|abonner|annonse|"
    "til indhold|til hovedindhold|gå til hovedindhold|gå til indhold|spring til indhold|spring til hovedindhold|"
    "spring over|menu søg|meny sök|meny søk|søg|luk|udskriv|print siden|læs også|læs mere|læs op|lyt|log på|log ind|"
    "dansk|tilbage|til toppen|hent|hent som pdf|vis mere|mest læste|tillad alle|accepter alle|cookies og privatliv|"
    "privatlivspolitik|tilgængelighedserklæring|kontakt os|følg os|tilmeld nyhedsbrev|abonnér|næste|forrige|næste side|"
    "forrige side|neste|neste side|nyhetsbrev|nyhedsbrev|facebook|twitter|linkedin|instagram|youtube|x|e-post"
)
#: Words that stand in rows of menus and footers, beside those above.
_MENU = _CHROME | _phrases(
    "om oss|om os|about|about us|press|presse|pressrum|kalender|kalendarium|evenemang|arrangementer|events|aktuellt|"
    "aktuelt|news|nyheder|medlem|bli medlem|bliv medlem|medlemmer|medlemskap|projekt|projekter|prosjekter|projects|"
    "verksamhet|våra områden|vårt arbete|publikationer|publikasjoner|publications|rapporter|jobba hos oss|lediga jobb|"
    "ledige stillinger|jobb|job|careers|butik|webbutik|shop|stöd oss|ge en gåva|forskning|research|utbildning|tema|"
    "tjänster|tjenester|services|politik|temaer|områder|ansvarsområden|om webbplatsen|karta|hitta hit|öppettider|"
    "blogg|blog|dokument|dokumenter|documents|arkiv|arkiver|archive|intranät|sitemap|webbkarta|a-ö|a till ö|faq|"
    "vanliga frågor|frågor och svar|svenska|suomi|davvisámegiella|sámi|whatsapp|bluesky|mastodon|threads|flickr|vimeo|"
    "copyright|villkor|vilkår|personuppgiftspolicy|dataskydd|gdpr|nödvändiga|ja|nej|nei|yes|no|skicka|send|hjälp|hjelp|"
    "hjælp|help|support|mer|mere|more|organisation|organisasjon|medarbetare|styrelsen|stadgar|mejl|mail|email|"
    "e-mail|kopiera länk|copy link|ok|webbplats|nettside|hjemmeside"
)
#: What rows of buttons for sharing are made of, and the words that make a row one.
_SHARING = _phrases(
    "dela|del|share|denna|den|här|denne|this|sidan|siden|page|artikeln|artikkelen|artiklen|article|nyheten|på|via|on|"
    "med|"
    "with|facebook|twitter|linkedin|x|instagram|whatsapp|bluesky|threads|mastodon|youtube|messenger|reddit|e-post|"
    "epost|"
    "mejl|mejla|mail|maila|email|e-mail|skriv|ut|udskriv|print|lyssna|lytt|lyt|listen|tipsa|en|vän|kopiera|länk|länken|"
    "kopier|lenke|link|copy|prenumerera|rss|följ|følg|follow|oss|os|us|och|og|and|eller|or|pdf|ladda|ner|ned|last|hent|"
    "download|skicka|send|öppna|läs|upp|op|stäng|spara|lagre|gem|save|till|til|some|också|även"
)
_SHARES = _phrases(
    "dela|del|share|facebook|twitter|linkedin|lyssna|lytt|listen|tipsa|prenumerera|skriv|udskriv|print|följ|følg|follow"
)
_SHARING_LETTERS = frozenset(word[0] for word in _SHARING) | set("*-•#+[")
_DIVIDER = re.compile(r"\s{2,}|\s?[|•·›»>→↑←▼▲]\s?|\s[–—-]\s|\t")
_EDGE = " .:»›>→↑←«<▼▲*#_[]()•·+×✕✖–-|\t"

_PAGE = re.compile(
    r"(?:(?:sida|sid\.?|side|page|blad|s\.)\s{0,3}\d{1,4}.{0,12}"
    r"|\d{1,4}\s?\(\s?\d{1,4}\s?\)"
    r"|\d{1,3}\s(?:av|af|of)\s\d{1,3}|\d{1,3}\s?/\s?\d{1,3}|[-–]\s?\d{1,4}\s?[-–])"
)
_CREDIT = re.compile(
    r"(?:foto(?:graf(?:er)?|grafi)?n?|bild(?:er|en|källa)?|bilde(?:t|r)?|billede(?:t|r)?|illustration(?:er)?"
    r"|illustrasjon|photo(?:graph)?(?:er|s|y)?|image|omslagsbild|omslagsfoto|arkivbild|arkivfoto|genrebild|grafik"
    r"|grafikk|bildtext|fotokredit|photo credit|image credit|picture|pressbild|pressefoto)\s{0,3}[:/©]"
    r"|(?:foto|fotografi|photo|illustration|illustrasjon|grafik|grafikk)\s(?:av|by|af)\s"
    r"|(?:foto|fotograf|illustration|photo)\s[^\W\d_]{2,}(?:[\s/-][^\W\d_]{2,}){1,4}\W{0,2}$|©|\(c\)\s|copyright\b"
)
_CREDIT_BELOW = re.compile(r".{0,160}\b(?:illustration|foto|photo|bild):?\s[^|]{2,40}\|")
_FEEDBACK = re.compile(
    r"(?:var (?:den här |denna )?(?:informationen|sidan|texten|artikeln|innehållet)\b.{0,20}(?:till hjälp|användbar)"
    r"|hade du nytta av|hjälpte (?:informationen|sidan|den här)|hittade du (?:det du sökte|informationen|vad du)"
    r"|fant du det du|fandt du (?:det|hvad) du|var (?:denne )?siden nyttig|hvad synes du om siden|hjalp (?:siden|dette)"
    r"|was this (?:page|information|article)|did you find what|is this page useful|vad tycker du om (?:sidan"
    r"|webbplatsen)"
    r"|kunde du bruke|fikk du svar|blev du hjulpet|lämna synpunkter på sidan|hjälp oss (?:att )?(?:bli|förbättra)"
    r"|ge oss feedback|give (?:us )?feedback|gi oss tilbakemelding|rapportera fel på sidan).{0,80}"
)
_COOKIES = re.compile(
    r"(?:vi (?:och våra|använder|bruker|anvender|sparar)|den här (?:webbplatsen|sidan|sajten)|denna (?:webbplats"
    r"|sida|sajt)"
    r"|denne (?:siden|nettsiden|hjemmeside|side)|nettstedet|hjemmesiden|sidan använder|webbplatsen använder|genom att"
    r"|ved at|we use|this (?:site|website)|our (?:site|website)|cookies?\b|om cookies|kakor\b|informationskapslar"
    r"|informasjonskapsler|samtyck|godkänn|acceptera|läs mer om|read more about|by (?:using|continuing)|du måste|"
    r"javascript|aktivera|för att|nödvändiga|necessary|hantera|manage|inställningar|jag )"
)
_COOKIE_WORD = re.compile(r"\b(?:cookies?|kakor|kakorna|informationskapslar|informasjonskapsler|javascript)\b")
_TAGS = re.compile(
    r"(?:taggar|taggad|taggat med|etiketter|nyckelord|ämnesord|ämnen|relaterade ämnen|kategorier|kategori|emneord"
    r"|stikkord"
    r"|emner|nøkkelord|nøgleord|emneknagger|tags?|tagged|topics|keywords|categor(?:y|ies)|filed under|arkiverad under"
    r"|publicerat i|publicerad i)\s?:\s?\S"
)
_READING_TIME = re.compile(
    r"(?:lästid|lesetid|læsetid|reading time|lästid ca)\W{0,3}(?:ca\s)?\d{1,2}\s?min\w{0,5}\.?|\d{1,2} min(?:uters)? "
    r"(?:läsning|lästid|lesetid|læsetid|read)|\d{1,4} (?:kommentar(?:er)?|comments?|delningar|visningar|views|gilla\w*)"
)
_TURNING = re.compile(
    r"\W{0,3}\s?(?:föregående|nästa|forrige|neste|næste|previous|next|tillbaka|tilbake|tilbage|back|till|til|äldre"
    r"|nyare)\b"
    r".{0,90}"
)
_NOTICE = re.compile(
    r"innehållet publicerades under perioden.{0,250}|storlek:? ?px|size: ?px|save this pdf as.{0,80}"
    r"|\d{1,2} (?:år|years|månader|months) (?:sedan|ago)\s{0,3}(?:visningar|views).{0,80}"
    r"|.{0,60}denna text är maskinöversatt.{0,60}|.{0,40}maskinöversatta?\b.{0,20}|transcript"
    r"|statsråd på denna sida som har (?:entledigats|bytt).{0,60}"
    r"|(?:under|mellan) (?:perioden|den)\s.{8,60}\svar (?:hon|han)\s.{3,80}(?:minister|statsråd)\w{0,6}\.?"
    r"|(?:detta är|dette er|this is) (?:en|an|et) (?:arkiverad|arkivert|arkiveret|archived) .{0,80}"
    r"|(?:skapad|skrevet|utskriven|utskrift|printed|udskrevet) (?:av|från|fra|from):? (?:webbredaktionen|https?:\S+)"
)
_ADDRESS = re.compile(
    r"(?:https?://|www\.)\S{3,200}|[\w-]{2,40}(?:\.[\w-]{2,40}){0,3}\.(?:se|no|dk|fi|is|nu|com|org|net|eu|gov|int|info)"
    r"(?:/\S{0,150})?|[\w.+-]{1,60}@[\w-]{1,60}(?:\.[\w-]{2,30}){1,4}"
)
_REACHED = re.compile(
    r"(?:växel|telefon|tel|tlf|tfn|fax|mobil|phone|e-?post|e-?mail|mail|mejl|org\.? ?nr|organisationsnummer"
    r"|org\.-?nr|cvr(?:-nr)?|ean|bankgiro|plusgiro|pg|bg|webb|webbplats|hemsida|hjemmeside|nettside|web|www|postadress"
    r"|postadresse|postboks|box)\s?[.:]?\s?(?=[\d+(]|\S+@|www|https?:|[\w-]+\.(?:se|no|dk|com|org))"
)
_POSTCODE = re.compile(r"\b(?:se-)?\d{3} ?\d{2}\s{1,2}[^\W\d_]{2,}|\b(?:n|dk)-\d{4}\s|\b\d{4}\s[a-zæøå]{3,}\s?[|·•]")


def is_furniture(text: str, lowered: str) -> bool:
    """Whether a line is furniture by what it says. ``lowered`` is the line in lower case."""
    length = len(text)
    if length > 260:
        return False
    core = lowered.strip(_EDGE)
    if core in _CHROME or (length < 70 and _is_page_number(core, lowered)):
        return True
    if ("cookie" in lowered or "kakor" in lowered or "kapsl" in lowered or "javascript" in lowered) and (
        _COOKIE_WORD.search(lowered)
        and ((length < 40 and "kakor" not in lowered) or _COOKIES.match(core) or _is_row(lowered))
    ):
        return True
    if "maskinöversatt" in lowered or "px" in lowered or core.startswith(_OPENINGS):
        if _opened(core, lowered, length):
            return True
    elif "|" in text and _CREDIT_BELOW.fullmatch(lowered):
        return True
    if length < 200 and (_FIVE_FIGURES.search(lowered) or "@" in lowered or _SITE.search(lowered)):
        return _is_address(text, lowered) or _is_row(lowered)
    return length < 200 and _is_row(lowered)


#: The first letters of the lines that the patterns below may be about.
_OPENINGS = (
    *("foto", "bild", "billed", "illustra", "photo", "image", "omslag", "arkiv", "genrebild", "grafik", "picture"),
    *("press", "©", "(c)", "copyright", "var ", "hade du", "hjälp", "hittade du", "fant du", "fandt du", "hvad synes"),
    *("hjalp", "was this", "did you", "is this", "vad tycker", "kunde du", "fikk du", "blev du", "lämna syn", "ge oss"),
    *("give ", "gi oss", "rapportera fel", "tagg", "etikett", "nyckelord", "ämne", "relaterade ä", "kategori", "emne"),
    *("stikkord", "nøkkelord", "nøgleord", "tag", "topics", "keywords", "categor", "filed under", "publicerat i"),
    *(
        "publicerad i",
        "lästid",
        "lesetid",
        "læsetid",
        "reading time",
        "föregående",
        "nästa",
        "forrige",
        "neste",
        "næste",
    ),
    *("previous", "next", "tillbaka", "tilbake", "tilbage", "back", "innehållet pub", "storlek", "size:", "save this"),
    *(
        "transcript",
        "statsråd på",
        "under perioden",
        "mellan den",
        "detta är en ark",
        "dette er en ark",
        "this is an ar",
    ),
    *("skapad av", "utskriven", "utskrift", "printed", "udskrevet", "dette er et ark", *"123456789"),
)
_SITE = re.compile(r"\.(?:se|no|dk|com|org|eu|nu|fi|net)\b|www\.|https?:")
_FIVE_FIGURES = re.compile(r"\d{3}[ -]?\d{2}")
_DIVIDES = re.compile(r"[|•·›»→\t>]|\s[\s–—-]")


def _opened(core: str, lowered: str, length: int) -> bool:
    """The lines that are known by how they begin."""
    if _CREDIT.match(core) or _NOTICE.fullmatch(core):
        return True
    if length < 120 and (_FEEDBACK.match(core) or _TAGS.match(core) or _READING_TIME.fullmatch(core)):
        return True
    return length < 100 and lowered[0] in "«‹←<" and _TURNING.fullmatch(lowered) is not None


def _is_page_number(core: str, lowered: str) -> bool:
    digit = lowered[-1].isdigit() or lowered[0].isdigit() or lowered[-1] in ")–-" or lowered[0] in "-–"
    if not digit and not core.startswith(("sid", "page", "blad", "s.")):
        return False
    if len(lowered) < 30 and _PAGE.fullmatch(lowered):
        return "/" not in lowered or core.startswith(("sid", "page", "blad"))
    return False


def _is_address(text: str, lowered: str) -> bool:
    """A line with nothing but an address of the web or of mail, or a row of ways to reach somebody's office."""
    if _ADDRESS.fullmatch(lowered):
        return True
    parts = [part for part in _DIVIDER.split(lowered) if part]
    reached = sum(bool(_REACHED.match(part) or _ADDRESS.fullmatch(part)) for part in parts)
    placed = sum(bool(_POSTCODE.search(part)) for part in parts)
    if len(parts) > 1 and (reached + placed >= 2 or (reached and any(part in _MENU for part in parts))):
        return not any(sign in text for sign in ("(ordf", ";"))
    return len(parts) == 1 and reached == 1 and len(lowered) < 60 and "," not in lowered


def _is_row(lowered: str) -> bool:
    """A row of links: parts that all are known from menus, or most of four and more; or words for sharing."""
    if _DIVIDES.search(lowered):
        parts = [part.strip(_EDGE) for part in _DIVIDER.split(lowered)]
        parts = [part for part in parts if part]
        known = sum(part in _MENU for part in parts)
        if len(parts) > 1 and (known == len(parts) or (known >= 2 and len(parts) >= 4 and _short(parts))):
            return True
    if lowered[0] not in _SHARING_LETTERS:
        return False
    tokens = lowered.replace(",", " ").replace("|", " ").replace("·", " ").replace("•", " ").split()
    if not 1 < len(tokens) <= 16 or tokens[0].strip(_EDGE) not in _SHARING:
        return False
    return bool(_SHARES & {*tokens}) and all(token.strip(_EDGE) in _SHARING for token in tokens)


def _short(parts: list[str]) -> bool:
    return all(len(part) <= 30 and part.count(" ") <= 3 for part in parts)
