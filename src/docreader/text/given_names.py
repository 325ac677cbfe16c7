"""Data: common given names in Sweden, Norway, Denmark, Finland and English-speaking countries, in lower case.

They only tip the scale where the shape of a phrase leaves it open; a name that is missing here is still read.
"""

from typing import Final

_NAMES = """
    aage aasmund adam adrian agnes agneta ahmed aili ailo ailsa aina aino aksel alan albert albertina
    albin aleksander alexander alexandra alf alfhild alfred algot ali alice alicia alistair allan alma
    alva alvar alvhild amalia amalie amanda amelie amina amir amund ana anastasia anastasija anders
    andrea andreas andreja andrew andrzej andré anette angela angelica angus anine anita anja ann anna
    annbritt anne anneke anneli annelie annelise annemette annette anni annicka annie annika anniken
    ansgar anthony anton antonia antti archie arian arijana arild arja arne arnfinn arnt arto arvid arvo
    asa asbjørn asger asif asta astri astrid athena atle atli aud audun august aurora axel ayla aylin
    ayşe aziz baldur barbara barbro barry bashir basil bassam beata beate beatrice belinda bella bengt
    benjamin benny bente berit bernadette bernard berndt bernt bert berta bertha bertil beth bettina
    betty beverley bilal bilge bill birger birgit birgitta birk birna birthe bitte bjarke bjarne bjarte
    björg björk björn bjørg bjørn blerim bo bob bodil boel bogdan bogumila bojan borghild boris bosse
    branko brenda brendan brian bridget brita britt britta brittmari bronwyn bror bruce bruno brynhild
    brynjar burak bård börje børge calle camilla carin carina carita carl carla carlos carol carola
    carolina caroline carsten caspar catarina catharina catherine cathrine cathy cato catrin cecil
    cecilia cecilie celine cem charles charlie charlott charlotta charlotte chatarina chloe chris
    christel christelle christer christian christin christina christine christoffer christopher cilla
    claes claire clara clas claudette claudia claus clive colin connie conny cornelia craig curt cynthia
    dag daga dagfinn dagmar dagny dahlia dalia damir dan daniel daniela danuta darius dariusz darren
    david dawn deborah declan deirdre denise deniz dennis derek derya desirée diana diane dick diego
    dilan dina disa ditte dmitri donald dorian doris dorota dorothy dorte dorthe dorthea douglas dragan
    dragica dragoslav duncan dusan dylan ebba ebbe ebrahim edel edina edit edith edna edris eduardo
    edvard edvin edward eero eeva egil egon ehsan eija eila eileen eilert eili einar einari eirik eivind
    ejgil ejnar ejvind ekaterina elaine eldbjørg eleanor eleanore elena elfrida eli elias elida elif
    elin elina elisabet elisabeth elisiv elizabeth ella ellen ellinor elma elmer elna elof elsa elsebeth
    elsie elsmarie elvin elvira elvy elwira emanuel embla emelia emelie emil emilia emilie emily emin
    emma emmanuel emmy emre emrik enar endre enok enrico ensio eoin erhard eric erica erik erika erin
    erkki erland erlend erling erna ernest ernst ervin esa esben eskil espen estelle ester esther ethel
    euan eugen eugenia eva evald evan eve evelina evert evy ewan eyvind ezra fabian fadi fahad faisal
    faith fanny farah farhad farid farida farshad farzad fatemeh fatima fatma fatuma fausto fawzi
    felicia felicity felipe felix ferdinand fergus ffion filip filippa finlay finn fiona fionnuala
    flemming florian folke folmer francesca francisco franciska frank frans frants fraser fred fredric
    fredrik fredrika freja freya frida fride fridtjof fritse fritz frode frøydis gabriel gabriele
    gabriella gareth gary gaute gea geert geir geoff geoffrey georg george georgina gerald geraldine
    gerard gerd gerda gerhard germund gerry gert gertrud gethin ghassan gideon giles gillian gina
    giorgio giovanni gisela gisle gittan gitte glen glenn glenys gloria godfrey goran gordon gorm
    gotfred grace graciela graham grant greger gregory greta grete grethe gro gry gudmund gudrun gudveig
    guillaume gun gunda gunhild gunilla gunn gunnar gunne gunnel gunner gunni gunvald gunvor guri gurli
    guro gustaf gustav gustavo guttorm guðrún gwen gwyneth gyda gyrid göran gösta göte haakon habib hadi
    haider hakan hakim halfdan halldor halldór hallvard halvard halvor hamed hamid hamish hampus hamza
    hana hanan hanifa hanna hannah hanne hannes hannu hans harald hardy haris harri harriet harry hasan
    hashem hassan hasse hatice hava hazel heather hedda hedvig hege heidi heike heikki heimir heini
    helen helena helene helga helge helle helmer helmut hemming henna henning henny henric henrietta
    henriette henrik henrika henrike henry herbert herborg herdis herman hermann hermine hermod hilary
    hilda hilde hilding hilkka hillevi hiroshi hjalmar hjalte hjördis holger holmfridur howard hroar
    huda hugh hugo hulda hussein håkan håkon håvard hélène iain ian ib iben ibrahim ida idar idris
    idrissa idun igor iida iiris ilkka ilmari ilona ilse ilze imogen imran ina inari ines inez inga
    ingalill ingalisa inge ingeborg ingegerd ingela ingemar inger ingerid ingmar ingolf ingri ingrid
    ingunn ingvald ingvar ingvild irena irene irina iris irja irma irmeli isaac isabel isabell isabella
    isabelle isak isla ismail isolde ivan ivana ivar ivo ivor iwona izabela jaakko jaana jack jacob
    jacqueline jacqui jadranka jakob jamal james jamshid jan jane janet jani janice janina janne jannie
    janus jari jarl jarle jarmo jasmin jasmina jasmine jason jasper javier jean jeanett jeanette jeff jeffrey
    jelena jenni jennie jennifer jenny jens jenő jep jeppe jeremiah jeremy jerker jesper jessica jesus
    jette jill jim jimmy jing jo joachim joacim joakim joan joanna joanne joar jocelyn jodie joel johan
    johann johanna johannes john johnny johs jolanta jon jonas jonatan jonathan jonathon jonna jonny
    jordan jordis jorge jorid jorulf jorunn josef josefin josefina josefine joseph josephina josephine
    josie jostein josé jovan joyce juan judit judith judy juha juhani juho jukka julia julian juliana
    julie julius jussi justin justyna jyrki jytte jón józef jörg jörgen jörn jøran jørgen jørgine
    jørn kader kai kaija kaino kaisa kaj kajsa kalevi kalle kamal kamil kamilla kamma kamran karen kari
    karianne karim karin karina karita karl karla karolin karolina karoline karsten kaspar kasper
    katariina katarina katarzyna kate kath katharina kathe katherine kathleen kati katie katja katri
    katrin katrine kauko kay kaya keijo keith keld kelly kelvin ken keneth kenneth kent kerstin kerttu
    ketil kevin khaled khalid kia kim kimmo kine kira kirsi kirsten kirsti kirstin kirstine kirsty kitty
    kjartan kjeld kjell kjellaug kjellfrid kjersti kjetil klaas klara klas klaus klement knud knut
    kolbjørn konrad konstantin kristaps kristel krister kristian kristiane kristiina kristin kristina
    kristine kristján kristofer kristoffer krzysztof kurt kwame kyle kyllikki kyrre käte käthe kåre
    lachlan laila larissa larry lars lasse latifa lauge laura laurence lauri laurits lauritz laust
    lavinia lawrence layla lea leana leanne leda leena lei leif leila leiv lejla lemmikki lena lene
    lennart leo leon leonard leonora leopold lesley leslie lewis leyla li liam lidia lieselotte liisa
    lilian lilja lill lillemor lilly lily lina linda ling linn linnea linnéa linus lis lisa lisbet
    lisbeth lise liselott liselotte lisen-marie liss lita liv liz ljiljana ljubica loke lone lorents
    lorenzo loretta lorna lorraine lotta lotte lotten louis louise lovisa lovise lubna luca lucas lucia
    lucie lucy ludmila ludolf ludvig ludvik luis luise lukas lukasz luke luna lutfi lyder lydia lydie
    lykke lynda lynn maarit madeleine madelen mads magda magdalena magnar magne magnhild magnus mahdi
    mahmoud maija maiju maiken maire mairead mairi maj maja majbritt majken malachy malcolm malena malik
    malin malou malte malva mandy manfred manfrid manne manuel manuela mara marcel marcin marco marcus
    marek maren margaret margareta margareth margaretha margery margherita margit margot margret
    margrethe margrét mari maria mariam mariana mariann marianna marianne marie marielle marika marina
    mario marion maris marit marita maritha marius marja marjatta marjo marjorie marjut mark markku
    markus markéta marlen marlena marlene marta marte martha martin martina martti martyn marwa mary
    maryam marzena masoud mathias mathilda matias matilda matilde mats matteo matthew matthias matti
    mattias maud maureen maurice mavis max maximilian maxine may mayvor mehdi mehmet mehrdad mei melinda
    melissa melker mercedes merete merit merja mervi meryem mesfin mette mhairi mia michael michaela
    michelle mick mie miguel mihail miika mikael mikaela mikal mikaël mike miki mikkel mikko milad milan
    milena miles milla mille mina ming minh minna minttu mira mirela miriam mirja mirjam mirko miroslav
    mirva moa mogens mohamed mohammad mohammed mohamud mohsen moira molly mona monica monika monique
    morag morgan morris mort morten moses mostafa mubarak muhamed muhammad murat muriel murtaza musa
    mustafa mustapha myra myrna märit märta märtha mårten nabil nabila nada nader nadezhda
    nadia nadine nadja naeem naima najib nan nancy nanna nanne naomi narges nasim nasrin nasser natalia
    natalie natasa natascha nathalie nathan navid nawal nayla nazanin neal ned neda neil nell nellie
    nelly nermin nete niall niamh nicholas nicklas niclas nico nicolai nicolas nicole nicolina nicoline
    niels nigel niilo niina nikita niklas nikolai nikolaj nikoline nils nima nina ninni nino nirmala nis
    njål noah noel noomi noor nora noreen norma norman nour novalie nuala nuno nuri nurten oda odd
    oddbjørg oddbjørn oddgeir oddleif oddmund oddny oddrun oddvar oddvin odin ofelia oili okko oksana
    ola olaf olafur olaug olav olavi ole oleg oleksandr olena olga oliver olivia olle olli olof olov
    oluf omar onerva onni oonagh ophelia orhan orvar orvokki osama oscar oskar osman osmo osvald otilia
    otte otto outi ove owe owen paal paavo pablo paddy paivi palle pam pamela panu paolo parastoo parisa
    parvin pasi pat patric patricia patrick patrik patrycja paul paula pauliina pauline paulus paweł
    peder pedro peer peggy peik peiter pekka penny pentti peppi per percy pernilla pernille perry pete
    peter petr petra petri petronella petter petteri phil philip philipp philippa phyllis pia pierre
    piet pietro pilar pinja piotr pirjo pirkko poja polly pontus poul poula prakash preben priit priya
    päivi pär pål rachel radka radovan rafael ragna ragnar ragnfrid ragnhild ragni ragnvald rahel rahim
    raija raimo raisa rajesh ralf ralph ramin ramona rana randi randolf randulf rania rashid rasmus
    rauni ray raymond rebecca rebecka rebeka regin regina regnar reidar reidun reijo reima reinert reino
    remi rena renata renate rená renée reza rhiannon rhona rhys ricardo richard rickard rie rigmor
    riikka riitta rikard rikke riku rina risto rita ritva roald roar rob robban robert roberta robin
    robyn roderick rodney rodolfo rodrigo roger roland rolf rolv romain roman romeo ron rona ronald
    ronja ronnie ronny rory rosa rosalind rosanna rose rosemary rosie rosita rosmarie ross rouzbeh rowan
    roy roya ruben rubina rudi rudolf runa runar rune rupert ruslan russ russell rustam rut rutger ruth
    ryan ryszard saad saara saba sabina sabine sabrina sadia sadie saeed safiya saga sahar said saima
    sakari salah saleh salim salli sally salma salman salvador sam samantha sami samir samira samppa
    samson samuel samuli sander sandra sandro sandy sanela sanja sanna sanne santeri santtu sara sarah
    sari saskia satu saul sauli savannah sayed scott seamus sean sebastian seija selim selina selma
    semir sepideh seppo serena serhij seth severin shabnam shadi shahin shahram shakir sharon shaun
    shauna sheena sheila shelagh shirin shirley shpresa sian sidney sidse sidsel sif sigbjörn sigbritt
    sigfrid sigfús sigmund signe signhild sigrid sigrun sigrún sigurd sigurður sigvard sigve siham silja
    silje silva silvia simen simin simon simona simone sina sindre sinead sini sinikka siobhan siren
    siri sirkka sirkku sirpa sisko siss sissel sissela siv sivert siw sixten sjur sluga snorre sofia
    sofie sofija sofus soheil sol-britt soledad solfrid solomon solvei solveig solvej solvår sondre
    sonja sophia sophie sophus sorin spencer stacey staffan stan stanislaw stavros stefan steffen stein
    steinar steingrim steinulf steinunn stella stellan sten stepan stephan stephanie stephen steve
    steven stewart stian stig stina stine stinne stuart sture sturla styrbjörn ståle suad sue suleiman
    sulev sune sunita sunniva susan susann susanna susannah susanne susse suvi suzan suzana suzanne
    svanhild svante svein sven svend svenja svenn sverker sverre svetlana sybil sylvi sylvia sylwia
    synne synnøve synøve szilvia sölve sören søren sørine søs taavi tabita tage taija taina tamara tamim
    tamsin taneli tania tanja tapani tapio tara tariq tarja tarmo taru tatiana tatjana tauno ted teemu
    teija tellervo teppo terence teresa terese terhi terje tero terry terttu tessa tewodros thea thekla
    theo theodor theodora theodore theres theresa therese therése thi thirza thobias thoger thomas thor
    thora thorbjörn thorbjørn thore thorkild thorleif thorsten thorvald thrine thu thuy thyge thøger
    tiago tiia tiina tilda tilly tim timmy timo timothy tina tinna tiril titti titus tjard tobbe tobben
    tobias toby todd toivo tollak tom tomas tomasz tomislav tommy tone toni tonje tonny tony tor tora
    torben torbjorn torbjörn torbjørn tord tore torgeir torgerd torgny torgrim torhild toril torill
    torjus torkel tormod torolf torstein torsteinn torsten torun torunn torvald tove tracey tracy trevor
    trine troels tron trond trude trudy truls tryggve trygve tua tuija tuire tuomas tuomo turid tuula
    tuulikki tuva tyko tyra tyrone tzvi tønnes tørres uffe ulf ulla ulpu ulrica ulrik ulrika ulrike umar
    una unn unni unto urban urho urpo ursula urve uuno uwe vagn vahid valborg valdemar valdimar valentin
    valentina valeria valerie valgerd valgerður valtteri vanessa vanja vappu vebjörn vebjørn veera
    vegard veikko veli vendela vendla venke vera verena verity verna verner vernon veronica veronika
    vesa veslemøy vesna vibeke vicky victor victoria vida vidar vigdis viggo vija viking viktor viktoria
    vilde vilgot vilhelm vilhelmina vilho vilja villads ville villy vilma vilmar vincent vincenzo viola
    viorica virginia virpi virve vitalij vitus vivan vivi vivian vivianne vivien vivienne vladimir
    volmer volodymyr vuokko väinö wade waleed walid walter wanda warsame wayne wei wenche wencke wendy
    wenke werner wiebke wieslaw wigdis wilfred wilhelm willem william willy wilma winifred winnie
    wojciech wolfgang xenia xiaoming xin yahya yan yasmin yassin yassir ylva yngvar yngve yngvild
    yolanda yonas yosef yousef yrjö yrsa yuki yuri yussuf yusuf yvette yvonne zacharias zahra zaki zara
    zdravko zeinab zenia zeynep ziad zoe zoltan zoltán zoran zuzana zuzanna ådel ådne åge åke åsa
    åsbjørn åse åshild åslaug åsmund åsne åste ægir æsa öjvind örjan östen öyvind özgür özlem øistein
    øivind øjvind ørjan ørnulf øyolf øystein øyvind øyvor
"""

GIVEN_NAMES: Final = frozenset(_NAMES.split())
