"""What is clicked on a page, and its tickers, as rows: the words that a line begins with, the rest of such a line.

A row is the words that a line may begin with ("#": any number), between spaces, and the pattern of all that follows.
Punctuation around the line is gone by then, and case does not count. A sentence that only talks of newsletters or of
sharing is not a button: the rows describe whole lines.
"""

Row = tuple[str, str]
NETWORK = (
    r"(?:facebook|twitter|x|linkedin|whatsapp|pinterest|reddit|instagram|telegram|messenger|flipboard|youtube|tiktok"
    r"|bluesky|mastodon|threads|xing|e-?mail|google\+?|tumblr|pocket|sms)"
)
NETWORKS = rf"{NETWORK}(?:(?:,? (?:and|or|et|und|y|e|&) |, ?){NETWORK})*"
BUTTON = rf"(?:{NETWORK}|share|tweet|print|save|copy(?: link)?)"
THING = r"(?:article|story|post|page|piece|column|report|essay|op-ed|interview|video|content)"
QUOTE = r"(?: futures)?:?\s+[-+]?[\d,.]+%?(?:\s*\(?[-+−][\d.,]+%?\)?){0,2}"
INDEX = (
    r"(?:s&p 500|dow(?: 30| jones)?|nasdaq|ftse 100|nikkei 225|hang seng|dax|russell 2000|crude oil|gold|silver"
    r"|bitcoin(?: usd)?|eur/usd|gbp/usd|usd/jpy|10-yr bond|vix|nyse)"
)
CRUMBS = r"(?: ?[>»›/|] ?[\w &'’-]{2,40}){1,6}"


TICKER: tuple[Row, ...] = (
    ("u.s us", r"\.? (?:stock )?markets? (?:(?:open|close)s? in \d.{0,30}|(?:are )?(?:open|closed))\.?"),
    ("s&p dow nasdaq ftse nikkei hang dax russell crude gold silver bitcoin eur gbp usd vix nyse",
     rf"(?: 500| 30| jones| 100| 225| seng| 2000| oil| usd|/usd|/jpy)?{QUOTE}(?:[\s|]+{INDEX}{QUOTE})*"),
    ("#", rf"-yr bond{QUOTE}(?:[\s|]+{INDEX}{QUOTE})*"),
)  # fmt: skip
SHARING: tuple[Row, ...] = (
    ("share tweet like pin print email e-mail save copy bookmark", rf"(?: (?:this|it))?(?: {THING}| link)?[.!:]?"),
    ("share like follow tweet find join visit",
     rf"(?: (?:this|us|it|the conversation))?(?: {THING})? (?:on|via|at|to|by) {NETWORKS}(?: @\w+)?[.!:]?"),
    ("follow", rf" [^.?!]{{2,60}} on {NETWORK}(?:[:,]? @?\w+)?\.?"),
    ("follow", r" @\w+(?: or [#@]\w+)?(?: on \w+)?(?: for more[^.]{0,60})?\.?"),
    ("click", r" to (?:share|e-?mail|print)\b.{0,80}"),
    ("facebook twitter x linkedin whatsapp pinterest reddit instagram telegram messenger flipboard youtube tiktok "
     "bluesky mastodon threads email e-mail tumblr pocket share tweet print save copy",
     rf"(?: link)?(?:[\s|·,/]+{BUTTON})+\.?"),
    ("do", r" you support [^?]{3,60}\? like the page:?"),
    ("partager partagez", rf"(?: (?:cet|l['’]) ?article| la page| ce contenu)?(?: (?:sur|par|via) {NETWORKS})?"),
    ("suivez suivre suivez-nous", rf"(?:[ -]nous)? sur {NETWORKS}\.?"),
    ("imprimer envoyer commenter", r"(?: (?:cet |l['’])article)?(?: par e-?mail)?"),
    ("teilen", rf"(?: sie)?(?: (?:diesen|den) (?:artikel|beitrag))?(?: (?:auf|über|via|per|bei) {NETWORKS})?"),
    ("artikel beitrag", r" (?:teilen|drucken|versenden|merken|per e-?mail (?:senden|versenden))"),
    ("auf per bei", rf" {NETWORK} (?:teilen|folgen|senden|versenden)"),
    ("folgen", rf" sie uns (?:auf|bei) {NETWORKS}\.?"),
    ("drucken merken versenden", ""),
    ("compartir comparte compártelo",
     rf"(?: (?:este artículo|esta noticia|esta nota))?(?: (?:en|por|vía) (?:{NETWORKS}|redes sociales))?"),
    ("síguenos síganos", rf" en {NETWORKS}\.?"),
    ("imprimir enviar", r"(?: (?:artículo|noticia|matéria|artigo))?(?: por (?:e-?mail|correo))?"),
    ("compartilhar compartilhe partilhar partilhe",
     r"(?: (?:(?:est[ea]|ess[ea]|[oa]) )?(?:artigo|notícia|matéria|página|conteúdo))?"
     rf"(?: (?:no|na|em|via|por|pelo) {NETWORKS})?"),
    ("siga siga-nos", rf"(?:[ -]nos)? (?:no|em) {NETWORKS}\.?"),
    ("condividi condividere",
     rf"(?: (?:quest[ao] |l['’])(?:articolo|pagina|notizia))?(?: (?:su|via|con|per) {NETWORKS})?"),
    ("seguici", rf" (?:anche )?su {NETWORKS}\.?"),
    ("stampa invia", r"(?: (?:quest['’]?o? ?|l['’])articolo)?(?: (?:per|via) e-?mail)?"),
)  # fmt: skip
LETTERS = r"\b(?:newsletters?|e-?mails?|alerts?|updates?|inbox|podcasts?|account|digest|briefings?|mailing list|free)\b"
SUBSCRIPTION: tuple[Row, ...] = (
    ("subscribe", r"(?: (?:now|today|here|free))?(?: (?:to|for|here)\b[^.?!]{0,120})?[.!]?"),
    ("register sign", rf"(?: up)?(?: (?:now|today|here|free))?(?: (?:to|for)\b(?=.*{LETTERS})[^.?!]{{0,120}})?[.!]?"),
    ("get receive",
     r" (?:our|the|your|all the)[^.?!]{0,80}(?:newsletter|your inbox|by e-?mail|alerts)[^.?!]{0,60}[.!]?"),
    ("already", r" (?:a )?(?:subscriber|subscribed|registered|a member|have an account)\?.{0,60}"),
    ("log sign", r" ?(?:in|out)(?: (?:or|/|\|) ?(?:register|sign up|subscribe))?"),
    ("login logout", ""),
    ("this", rf" {THING} is (?:only )?(?:for|available to|reserved for) (?:our )?(?:premium )?(?:subscribers|members)"
     r"(?: only)?\.?"),
    ("enter", r" your e-?mail(?: address)?[^.?!]{0,60}[.!:]?"),
    ("thank", r" you for (?:subscribing|signing up)[^.?!]{0,60}[.!]?"),
    ("abonnez-vous inscrivez-vous s'abonner s’abonner",
     r"(?: (?:à|au|dès|pour|gratuitement|maintenant|ici)\b[^.?!]{0,120})? ?[.!]?"),
    ("déjà", r" (?:abonné|inscrit)(?:e|\(e\)|·e)? ?\?.{0,60}"),
    ("cet", r" article est réservé (?:à|aux) (?:nos |ses )?abonnés\.?"),
    ("article contenu", r" réservé (?:à nos|aux) abonnés\.?"),
    ("se", r" connecter"),
    ("jetzt", r" (?:abonnieren|anmelden|registrieren|kostenlos (?:testen|anmelden|registrieren))"),
    ("newsletter", r" (?:abonnieren|bestellen|anmelden)"),
    ("abonnieren", r" sie (?:unseren|unsere|den|jetzt|hier)\b[^.?!]{0,100}[.!]?"),
    ("melden", r" sie sich (?:für|zu|hier|jetzt)\b[^.?!]{0,80}newsletter[^.?!]{0,60}[.!]?"),
    ("dieser",
     r" (?:artikel|beitrag|inhalt) ist (?:nur |exklusiv )?für (?:unsere )?abonnent(?:en|innen)[^.?!]{0,30}\.?"),
    ("bereits schon", r" (?:abonnent(?:in)?|registriert|mitglied|kunde)\?.{0,60}"),
    ("suscríbete suscríbase regístrate regístrese", r"(?: (?:a|al|para|aquí|gratis|ahora)\b[^.?!]{0,120})?[.!]?"),
    ("ya", r" (?:eres|es) suscriptora?\?.{0,60}"),
    ("assine inscreva-se cadastre-se",
     r"(?: (?:já|agora|aqui|gratuitamente|a|o|nossa|nosso|para)\b[^.?!]{0,100})?[.!]?"),
    ("já", r" é assinante\?.{0,60}"),
    ("contenido conteúdo", r" exclusivo para (?:assinantes|suscriptores)\.?"),
    ("iscriviti registrati abbonati", r"(?: (?:a|alla|al|ora|subito|gratis|qui)\b[^.?!]{0,100})?[.!]?"),
    ("sei", r" già (?:un )?abbonato\?.{0,60}"),
    ("articolo contenuto", r" riservato agli abbonati\.?"),
)  # fmt: skip
NAVIGATION: tuple[Row, ...] = (
    ("skip", r" to (?:main )?(?:content|navigation|article|search|footer)"),
    ("back return scroll jump", r" to (?:the )?top"),
    ("menu breadcrumb breadcrumbs search newsletter newsletters loading werbung anzeige "
     "weiterlesen publicité publicidad publicidade pubblicità cookie-einstellungen datenschutzerklärung impressum", ""),
    ("main site", r" (?:menu|map)"),
    ("toggle", r" (?:navigation|menu)"),
    ("home accueil startseite inicio início", CRUMBS),
    ("read see view show load", r" (?:more|less|all|full (?:story|article))"),
    ("read", r" (?:the rest|more) of the (?:story|article|interview) (?:here|at [^.?!]{2,50})\.?"),
    ("read", r" (?:it all|the full (?:story|article)) here\.?"),
    ("continue", r" reading(?: (?:the main story|below))?\.{0,3}"),
    ("story article", r" continues(?: below)?(?: (?:the )?(?:advertisement|ad))?\.?"),
    ("scroll", r" (?:down )?(?:to|for) (?:continue|more)(?: reading)?(?: content)?\.?"),
    ("advertisement sponsored", "[.:]?"),
    ("sponsored paid", r" (?:content|post)[.:]?"),
    ("click", r" here (?:to|for) [^.?!]{2,80}[.!]?"),
    ("leave post add", r" a comment"),
    ("#", r" (?:comments?|[ -]?min(?:ute)?s? read)|-min(?:ute)?s? read"),
    ("no view show hide", r" comments?"),
    ("comments kommentare comentarios commentaires commenti", r" \(\d+\)"),
    ("next previous", rf" {THING}"),
    ("listen", rf" to this {THING}"),
    ("abstract", "[.:]"),
    ("full document", " text[.:]"),
    ("end", " of document[.:]"),
    ("contact about", r" us"),
    ("terms", r" (?:of (?:use|service)|(?:and|&) conditions)"),
    ("page seite página pagina", r" \d{1,3} (?:of|von|sur|de|di|/) \d{1,3}"),
    ("aller passer", r" (?:directement )?au contenu(?: principal)?"),
    ("retour", r" (?:en haut(?: de (?:la )?page)?|à l['’]accueil)"),
    ("lire", r" (?:la suite|plus|l['’]article(?: complet)?)"),
    ("voir", r" (?:plus|moins|tous les articles|la suite)"),
    ("la", r" suite après (?:la|cette) publicité"),
    ("temps lecture", r"(?: de lecture)? ?:? \d+ min(?:utes?)?\.?"),
    ("zum direkt", r"(?: zum)? (?:haupt)?(?:inhalt|navigation|menü)(?: springen)?"),
    ("nach", r" oben"),
    ("mehr", r" (?:anzeigen|lesen|erfahren|laden)"),
    ("lesezeit", r":? (?:ca\. )?\d+ min(?:uten?)?\.?"),
    ("kommentar kommentare", r" (?:anzeigen|schreiben|lesen|verfassen)"),
    ("saltar ir pular", r" (?:al|para o) (?:contenido|conteúdo)(?: principal)?"),
    ("volver voltar", r" (?:arriba|al inicio|ao topo|para o início)"),
    ("leer ver leia ler carregar cargar", r" (?:más|mais|todo|todos|menos|tudo|comentarios|artículo completo)"),
    ("sigue seguir continuar", r" (?:leyendo|lendo)"),
    ("continua", r" (?:(?:após a|depois da) publicidade|a leggere|(?:dopo|con) la pubblicità)"),
    ("tiempo tempo", r" (?:de lectura|de leitura|di lettura):? \d+ min(?:ut[oi]s?)?\.?"),
    ("vai salta", r" al (?:contenuto|menu)(?: principale)?"),
    ("torna", r" (?:su|in alto|all['’]inizio)"),
    ("leggi mostra", r" (?:tutto|di più|altro|l['’]articolo(?: completo)?)"),
)  # fmt: skip
