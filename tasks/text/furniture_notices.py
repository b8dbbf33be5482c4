"""What a page says of itself (cookies, related articles, where a text came from), as rows like those of buttons."""

from tasks.text.furniture_buttons import THING, Row

NO_CLAUSE = r"(?!.*(?:, (?:the|it|this|his|her|a|an|he|she|they|its)\b| (?:said|says|told)\b))"  # nor a sentence's
TO_READ = r"(?: ?[:|>»] ?.{3,200}| ?:)?"  # the title that a line points to

AGREE = (
    r"you(?:r consent| (?:are )?(?:agree|accept|consent|acknowledg))|vous (?:accept|consent)|accept(?:ez|ons) l"
    r"|stimmen sie|erklären sie|akzeptieren sie|consient|acept|concord|aceita|acconsent|accett"
)
OURS = (
    r"you|your|our|vous|vos|votre|notre|nos|sie|ihnen|ihre?n?|unsere?n?|tu|su|sus|tus|usted|nuestr[oa]s?|você|sua"
    r"|seu|nossos?|nossas?|tua|tuo|tuoi|vostra|nostr[oi]"
)
AIMS = (
    r"to|for|on|pour|afin|um|für|para|per|propi[ao]s|próprios|tecnici|di terze parti"
    r"|(?:and|et|und|y|e) (?:similar|other|d['’]autres|ähnliche|andere|otras|tecnolog\w+|altre|outras)"
)
SITE = r"(?:web)?sites?|experience|traffic|expérience|trafic|analy\w+|technolog\w+|partners|partenaires"
NOT_TOLD = r"(?!.*\b(?:said|says|told|dit|sagte|dijo|disse|ha detto)\b)"
COOKIES: tuple[Row, ...] = (
    ("this our ce notre diese unsere este esta nuestro nosso o questo il",
     r" (?:nostro |nosso )?(?:web)?(?:site|seite|sitio|página|sito|web)(?: web| internet)? "
     r"(?:uses|utilise|verwendet|nutzt|utiliza|usa|utilizza) (?:des |les |i )?cookies?"
     rf"(?:\.|,? (?:{AIMS}|so|damit)\b.{{0,300}}\b(?:{OURS})\b.{{0,200}}|$)"),
    ("we nous wir utilizamos usamos utilizziamo usiamo",
     rf" ?(?:(?:and|et|und) (?:our|nos|unsere) (?:\d+ )?\w+ )?(?:use|utilisons|verwenden|nutzen|setzen)? ?"
     rf"(?:des |les |i )?cookies?{NOT_TOLD}(?:\.|,? (?:{AIMS})\b(?=.*\b(?:{OURS}|{SITE})\b).{{0,500}}|$)"),
    ("by en durch si al ao wenn",
     r" (?:continuing|clicking|using|browsing|accepting|visiting|poursuivant|continuant|naviguant|cliquant|utilisant"
     r"|die|das|ihren?|continúas?|sigues?|navegas?|continuar|navegar|hacer|usar|utilizar|seguir|clicar|sie)\b"
     rf"(?=.*\bcookies?\b)(?=.*(?:{AGREE})).{{0,400}}"),
    ("continuando proseguendo cliccando navigando", rf"(?=.*\bcookies?\b)(?=.*(?:{AGREE})).{{0,400}}"),
    ("accept reject allow decline manage customise customize",
     r"(?: all)?(?: my| the| your)? cookies?(?: settings| preferences)?| all|(?: my| your)? (?:privacy )?preferences"),
    ("cookie cookies", r" (?:settings|preferences|policy|notice|choices|akzeptieren|ablehnen|verwalten|zulassen)"),
    ("accepter refuser gérer paramétrer", r"(?: tous)?(?: les| mes| vos)? cookies"),
    ("alle", r" (?:cookies )?(?:akzeptieren|ablehnen|annehmen|zulassen)"),
    ("aceptar rechazar configurar gestionar aceitar rejeitar gerenciar gerir",
     r"(?: todas| todos)?(?: las| mis| os)? cookies| tod[ao]s?| tudo"),
    ("accetta rifiuta gestisci", r"(?: tutti)?(?: i)? cookies?| tutt[io]"),
    ("privacy", r" (?:policy|settings|preferences|notice|choices|statement)"),
    ("your", r" privacy (?:choices|matters)"),
    ("tout tous", r" (?:accepter|refuser)"),
    ("continuer", r" sans accepter"),
    ("politique gestion política gestión informativa",
     r" (?:de |des |sui |sulla )(?:confidentialité|cookies?|privacidade?|privacy)"),
)  # fmt: skip
RELATED: tuple[Row, ...] = (
    ("related recommended trending",
     rf"(?: (?:articles|stories|news|posts|topics|coverage|links|reading|{THING}))?(?: for you)?:?"),
    ("related more", rf"(?: (?:articles|stories|{THING}|on [^:]{{2,40}}))?: .{{3,200}}"),
    ("read see watch", rf" (?:more|also)(?: (?:articles|stories|{THING}|on [^:]{{2,40}}))?: .{{3,200}}"),
    ("also", r" read: .{3,200}"),
    ("you", r" (?:may|might) also (?:like|be interested in)(?: (?:these|this))?:?"),
    ("may might", r" also (?:like|be interested in)(?: (?:these|this))?:?"),
    ("most", r" (?:read|popular|viewed|shared|commented)(?: (?:stories|articles|news|today|now))?:?"),
    ("also", r" on [^.?!:]{2,40}:"),
    ("more", r" (?:from|on|in) (?-i:[A-Z])[^.?!:]{1,60}:"),
    ("more", r" (?:stories|articles|coverage|headlines|videos)(?: (?:from|on|about) [^.?!]{2,40})?:?"),
    ("editors editor editor's editors' editor’s editors’", r"['’]?s? picks?:?"),
    ("top", r" stories[.:]?"),
    ("lire voir écouter à", rf"(?: (?:lire|voir|écouter))? (?:aussi|également|encore){TO_READ}"),
    ("articles", r" (?:liés|connexes|associés|similaires|recommandés)"),
    ("sur", r" le même (?:sujet|thème)(?: ?: ?.{0,200})?"),
    ("les le", r" plus (?:lus|populaires)"),
    ("vous", r" (?:aimerez|pourriez aimer) (?:aussi|également)"),
    ("lesen sehen", rf" sie (?:auch|mehr zum thema|hierzu|dazu){TO_READ}"),
    ("mehr", rf" zum thema{TO_READ}"),
    ("das", r" könnte (?:sie|dich) auch interessieren:?"),
    ("auch siehe", r" (?:interessant|auch): ?.{0,200}"),
    ("meistgelesen meistgelesene", r"(?: (?:artikel|beiträge))?"),
    ("verwandte ähnliche weitere empfohlene", r" (?:artikel|beiträge|themen|meldungen|nachrichten):?"),
    ("lea leer lee leia veja saiba", rf" (?:también|además|também|mais){TO_READ}"),
    ("te", r" puede(?: también)? interesar(?: ?: ?.{0,200})?"),
    ("también", r" (?:te puede interesar|puedes? leer)(?: ?: ?.{0,200})?"),
    ("noticias artículos temas notícias artigos conteúdos matérias", r" relacionad[oa]s"),
    ("lo", r" más (?:leído|visto)"),
    ("más mais", r" (?:leíd[oa]s|vist[oa]s|lid[oa]s|noticias|notícias)"),
    ("as", r" mais lidas"),
    ("leggi guarda", rf" anche{TO_READ}"),
    ("articoli notizie", r" correlat[ie]"),
    ("potrebbe", r" (?:anche )?interessarti(?: anche)?"),
    ("i", r" più letti"),
)  # fmt: skip
ORIGIN: tuple[Row, ...] = (
    ("this",
     rf" {THING}{NOT_TOLD}(?: was| has been)? (?:first |originally )+(?:appeared|published|posted|produced|written"
     r"|reported|aired)\b.*"),
    ("a",
     rf" version of this {THING}{NOT_TOLD}(?: was)? (?:first |originally )*(?:appeared|appears|published|aired)\b.*"),
    ("the", rf" (?:article|story|post|piece|op-ed|column|essay){NO_CLAUSE} (?:was )?(?:first |originally )"
     r"(?:appeared|published) (?:on|in|at|by) (?:the )?(?-i:[A-Z]).{1,80}"),
    ("the", r" post .{3,200} (?:appeared first|first appeared) on .{2,80}"),
    ("first originally", rf" (?:published|posted|appeared|aired) (?:at|on|in|by) {NO_CLAUSE}.{{2,120}}"),
    ("read", rf" the original {THING} (?:on|at|in) .{{2,100}}"),
    ("this",
     rf" {THING}{NOT_TOLD} (?:is|was) re(?:published|printed) (?:with permission )?(?:from|by|courtesy of) .{{2,200}}"),
    ("as", rf" published in {NO_CLAUSE}.{{2,80}}"),
    ("cet", r" article (?:a été |est )?(?:initialement|d['’]abord|originellement) (?:paru|publié)\b.{2,160}"),
    ("publié paru", r" (?:initialement|à l['’]origine|d['’]abord) (?:dans|sur|par|le)\b.{2,120}"),
    ("dieser",
     r" (?:artikel|beitrag|text) (?:erschien|ist|wurde)\b[^.]{0,40}\b(?:zuerst|ursprünglich|erstmals)\b.{2,160}"),
    ("zuerst", r" (?:erschienen|veröffentlicht) (?:auf|in|bei|im|am) .{2,120}"),
    ("este esta", r" (?:artículo|nota|texto|entrevista|artigo|matéria|reportagem) (?:fue |foi |se )?"
     r"(?:originalmente (?:publicad[oa]|publicou)|(?:publicad[oa]|publicó|apareció) originalmente)\b.{2,160}"),
    ("publicado publicada", r" originalmente (?:en|por|em|no|na|el) .{2,120}"),
    ("questo",
     r" articolo (?:è stato |è )?(?:originariamente|inizialmente|originalmente) (?:pubblicato|apparso)\b.{2,160}"),
)  # fmt: skip
