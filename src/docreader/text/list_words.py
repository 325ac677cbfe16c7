"""Data: the words that headings of lists of people are made of, in lower case."""

from typing import Final

from docreader.text.words import words

#: Who came. One of these (or of the words for absence) opens a list.
PRESENT: Final = words("""
    närvarande närvaro närvarolista närvaroförteckning närv närvarar närvarade deltagare deltagarna
    deltagarlista deltagarförteckning deltagande deltog deltar deltagit medverkande medverkade medverkar
    mötesdeltagare beslutande ledamöter upprop medlemmar möttes
    tilstede tilstedeværende tilstades deltakere deltakarar deltakerne deltakerliste deltok deltakende
    deltakarliste møtende møtte møtt frammøtte fremmøtte frammøte oppmøte møtedeltakere møtedeltakarar
    medlemmer medlemer representanter
    deltagere deltagerne deltagerliste deltagerkreds deltager fremmødte mødte mødt mødedeltagere
    mødedeltager
    participants participant present attendees attendee attending attendance attended delegates members
    roll-call stede
    """)

#: Who did not.
ABSENT: Final = words("""
    frånvarande frånvaro förhinder förhindrade förhindrad återbud avanmälda avanmäld avböjt
    melde meldte melder avböjde
    forfall frafall fravær fraværende fråvær fråverande forhindret udeblevet udeblevne afbud framelding
    apologies apology absent absence absentees regrets excused
    """)

#: With one of these before them words for presence mean absence.
NOT: Final = words("ej icke inte ikke ikkje not non unable kunde kunne")

#: The start of a smaller list inside another one.
PART: Final = words("""
    övriga andra ytterligare även också dessutom därutöver ersättare suppleanter adjungerade adjungerad kallade
    kallad inbjudna inbjuden gäster gäst observatörer tjänstemän tjänstepersoner föredragande sekretariat sekretariatet
    kansliet presidium presidiet förvaltningen politiker styrelsen styrgruppen arbetsgruppen referensgruppen
    experter sakkunniga åhörare
    øvrige andre også desuden dessuten vara varamedlem varamedlemmer varamedlemer observatør observatører
    observatørar administrasjonen administrationen forvaltningen sekretariatet gjester gjest gæster gæst inviterte
    indbudte
    tilforordnede suppleanter styremedlemmer bestyrelsesmedlemmer styret bestyrelsen utvalget utvalgets udvalget
    others other also guests guest observers observer invited officers staff secretariat advisers
    trustees visitors experts
    """)

#: How they came.
MODE: Final = words("""
    digitalt digitala digital digitale länk distans teams zoom skype webex online remote remotely virtual
    virtually hybrid videolänk telefon nett nettet skjerm skærm
    fysiskt fysiska fysisk fysiske plats onsite person personally room rummet salen rommet lokalet
    """)

#: What a heading may hold besides.
FILLER: Final = words("""
    vid på i av till från för under och och/eller samt mötet möte mötets sammanträdet sammanträde dagens
    träffen samlingen del delar tid tiden hela st personer person pers namn organisation organisationer
    följande dessa samtliga alla som var är har hade anmält anmälda anmäld meddelat meddelad lämnat
    lämnad delta medverka närvara ordinarie tjänstgörande gruppens gruppen rådets rådet nämndens nämnden utskottet
    kommittén styrelsens nätverkets nätverket forumets ledamot suppleant justerare parter listan antal dess via digital
    fra ved på møtet møte møtets mødet møde mødets samlingen den det de disse følgende faste fast
    hadde havde meldte meldt anmeldt har er var kunne ikke deltage delta dele deler av af til hele
    medlemmerne medlemmene gruppa rådet udvalgets rådets nemnda personer deltagelse møterett talerett
    ja nej avstår parti kommun frånv taking part took måtte kunne inbjudan om taking
    pkt punkt punkten punktet item
    the at of in for on by from those who were was following list meeting received with and or attend site
    voting non-voting committee group board council names name via
    """)

#: One person's part in the meeting, when a colon follows.
ROLES: Final = words("""
    ordförande mötesordförande sekreterare mötessekreterare protokollförare antecknare samordnare sammankallande
    justerare justeringsman justeringspersoner mötesledare protokollsjusterare vice
    leder møteleder referent sekretær møtesekretær nestleder protokollfører utvalgsleder ordstyrer formand mødeleder
    næstformand dirigent
    chair chairperson chairman chairwoman convenor convener secretary minute-taker note-taker notetaker rapporteur
    facilitator clerk minutes note taker
    """)
