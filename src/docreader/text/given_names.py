"""Data: common given names in Sweden, Norway, Denmark, Finland and English-speaking countries, in lower case.

They only tip the scale where the shape of a phrase leaves it open; a name that is missing here is still read.
"""

from typing import Final

_NAMES = """
    adam adrian agneta agnes albert albin alexander alexandra alf alfred alice alicia allan alva amanda
    amina amir anders andré andrea andreas angelica anita ann anna annika annette anneli annelie annicka
    anne anni annie anette anja anton antonia arne arvid astrid august axel barbro bengt benny benjamin
    berit bernt bert bertil birger birgit birgitta bjarne björn bjørn bo boel bodil britt britta bror börje
    camilla carin carina carl carla carolina caroline catarina catharina cathrine catrin cecilia charles
    charlotta charlotte christel christer christian christin christina christine christoffer christopher
    cilla claes claudia clara claus dag dan daniel daniela david dennis desirée diana dick doris ebba
    eduardo edvard edvin egil eilert einar eivind elias elin elina elisabet elisabeth ella ellen ellinor
    elsa elsie elvira emanuel emelie emil emilia emilie emma emmy endre eric erica erik erika erland erling
    ernst ester esther eva evelina evert fanny fatima felicia felix filip fredrik fredrika frida frans fritz
    gabriel gabriella georg gerd gerda gert gisela gittan gitte glenn greta göran gösta gun gunilla gunhild
    gunn gunnar gunvor gustaf gustav göte hamid hampus hanna hannah hannes hans harald harriet hasse hassan
    hedvig heidi helen helena helene helga helge helle henning henric henrik henny herman hilda hilde
    hjalmar holger hugo håkan ida idun ina ines inga ingalill inge ingeborg ingegerd ingela inger ingemar
    ingrid ingvar irene iris isabel isabell isabella isabelle isak ivan ivar jack jacob jakob james jan jane
    janet janne jasmine jean jeanette jens jenni jennie jennifer jenny jeppe jerker jesper jessica jimmy
    joachim joacim joakim joel johan johanna johannes john johnny jon jonas jonatan jonathan jonny jorunn
    josef josefin josefina josefine joseph josephine jostein judit judith jukka julia julie juliana jörgen
    jørgen jørn jøran kaj kai kajsa kalle kamilla karen kari karin karina karl karl-erik karolina kaspar
    kasper katarina katrin katrine kajsa-lena kenneth kent kerstin ketil kim kirsten kirsti kjell klara klas
    klaus knut konrad kristian kristin kristina kristine kristofer kristoffer kurt lars larissa lasse laila
    laura lea leena leif leila lena lennart leo leon leonard li lill lilian lilly lina linda linn linnea
    linnéa lisa lisbet lisbeth lise liselott liselotte liv lone lotta lotte louise lovisa lucas lucia ludvig
    lukas lukasz lydia maarit mads magdalena magne magnus maja maj maiken malin malte manne marcus margareta
    margareth margaretha margit margrethe maria mariam mariana marianne marie marika marina mario marit
    maritha mark markku markus marlene martha marta marte martin martina mary mathias mathilda matilda mats
    matthias mattias max maximilian mehmet mercedes merete mette mia michael michaela michelle mikael
    mikaela mikkel mikko mille minna mina mira miriam mirja moa mohamed mohammad mohammed molly mona monica
    monika morgan morten märit märta mårten nadia nadja nancy natalia natalie nathalie nicklas niclas
    nicolas nicole niels nikita niklas nikolaj nils nina noah nora odd oddvar ola olaf olav ole olga olivia
    olle olof oscar oskar osman otto ove owe paal pamela patric patricia patrick patrik paul paula pauliina
    pauline peder pedro pekka per pernilla pernille pete peter petra petri petter pia pierre pål pär
    per-erik per-olof philip philippa pontus rasmus rebecca rebecka reidar reidun renée ricardo rickard
    rikard rikke richard riitta rita robert robin roger rolf roland rolv ronja ingvild annemette ruben bosse
    lotten josefin marika ronny rosa rose roy rune ruth rut rutger ronald saga said sally sam samuel samir
    sander sandra sanna sara sarah sari sebastian selma sigbjörn signe sigrid sigurd siv simon simone sixten
    sofia sofie solveig sonja sophia sophie staffan stefan stein steinar stellan sten stephan steve steven
    stig stina stine sture sune susan susann susanna susanne svante svein sven svenn sverker svetlana sylvia
    sören søren tage tanja tatiana teemu terese teresa terje tero theo theodor therese thea thomas thor
    thorbjörn thore thorsten tiina tilda tim timo tina tobias tom tomas tommy tone tony tor torbjörn
    torbjørn tord tore torgny torsten torun tove tove-lise trine trond tryggve trygve tua tuula tuomas tyra
    ulf ulla ulrica ulrik ulrika ulrike una urban ursula valborg vanja vera verner veronica veronika victor
    victoria vidar viggo vibeke viktor viktoria vilhelm vincent viola virpi vivi vivian vivianne walter
    wenche werner wilhelm william yasmin ylva yngve yvonne zahra zara åke åsa åse åshild öjvind øivind
    øystein örjan ørjan östen alan andrew anthony brian catherine chloe clive colin cynthia donald dorothy
    edward elaine eleanor elizabeth emily evan fiona frank fred gareth gary george gillian gordon grace
    graham grant gregory harriet harry hazel heather henry howard hugh ian isaac jason jeff jeffrey jeremy
    jill joan joanna joanne jordan joyce julian karen kate katherine kathleen keith kelly kevin laurence
    lawrence lesley leslie linda lucy luke lynn malcolm margaret marion martyn matthew maureen melissa mike
    neil nicholas nigel oliver owen pat rachel ralph ray raymond rebecca rosemary ross rupert russell ruth
    ryan samantha scott sean sharon sheila shirley stephanie stephen stuart sue suzanne terry tracy trevor
    valerie wendy asger bente birthe bjarke carsten dorte dorthe ebbe ejvind esben finn flemming frode
    grethe hanne henriette ib jannie jette johs jytte karsten kirstine lars-erik laust lene lis maren marius
    mogens nanna ole palle poul preben rie sidsel signe stinne susse svend sanne thyge torben troels ulla
    uffe aasmund anniken arild asbjørn atle audun aud berit bård børge dagfinn eirik eldbjørg erlend espen
    frøydis geir grete gro guro gry hallvard hege håvard håkon ingunn jarle jorid kjersti kjetil kåre lars
    leiv magnhild marit mari nils-petter oddbjørn oddny olaug pernille ragnar ragnhild randi roar roald
    rolf-erik siri sigmund sissel sissel snorre sondre stian ståle synnøve sverre toril torill torstein
    tormod torunn turid unni vegard vebjørn vigdis wenke yngvild åge aage arja eeva hannu heikki juha kaisa
    kimmo lauri matti merja mikko outi päivi pirjo raija sirpa tarja ville jón guðrún sigurður björk einar
    helga ahmed ali ana anastasia andrzej dragan elena fadi farah farid fatma ferdinand goran hamza hussein
    ibrahim igor irina ivana jamal jelena jing karim khalid leyla lei ling luis magda marek mehdi mei milan
    milena ming mona mustafa nabil nasrin natasa nasser olena omar parisa piotr rana reza roya sami sanja
    shirin sofija tomasz wei xin yan yusuf zeynep zoran edris caspar
"""

GIVEN_NAMES: Final = frozenset(_NAMES.split())
