"""A line in, whether it is what pages say around their articles out: sharing, related, comments, bylines, notices.

Patterns describe whole lines, in the languages of the web that we read most; some head a part of the
page that is furniture to its end: the comments, the related articles.
"""

import re

LONGEST = 160

def _lines(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{each})" for each in patterns), re.I)

NETWORK = r"(?:facebook|twitter|x|linkedin|whatsapp|pinterest|reddit|instagram|telegram|tumblr|xing|e-?mail|mail|flipboard|bluesky|mastodon|threads|vk|line|wechat|weibo|messenger|print(?:en)?|copy link|link kopieren|drucken|imprimir|imprimer|sms|pocket|rss)"
DATE_WORD = r"(?:[\d.:/,\s–-]|am|pm|at|on|um|uhr|à|le|el|a las|às|às|h|th|st|nd|rd|of|de|del|do|gmt|utc|[a-z]{2,3}t|jan\w*|feb\w*|mar\w*|mär\w*|apr\w*|ma[iy]\w*|jun\w*|jul\w*|aug\w*|sep\w*|o[ck]t\w*|nov\w*|de[cz]\w*|mon\w*|tue\w*|wed\w*|thu\w*|fri\w*|sat\w*|sun\w*|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|ene\w*|abr\w*|ago\w*|dic\w*|fév\w*|avr\w*|juin|juil\w*|août|déc\w*|fev\w*|set\w*|out\w*|dez\w*|[年月日時分秒点])+"

FURNITURE = _lines(
    # sharing
    rf"(?:share|tweet|like|pin|print|e-?mail|save|copy|bookmark|teilen|drucken|partager|imprimer|compartir|imprimir|compartilhar|condividi|stampa|delen|udostępnij|drukuj|поделиться|分享|シェア|شارك)(?: (?:this|it|auf|sur|en|no|on|via))?(?: (?:article|story|post|page|link|artikel|beitrag|cet article))?(?: (?:on|via|auf|sur|en|no|with friends)? ?{NETWORK})?[.!: ]*",
    rf"(?:{NETWORK}|share|tweet|teilen|partager|compartir)(?:[\s|·,/]+(?:{NETWORK}|share|tweet|teilen|partager|compartir))+",
    rf"{NETWORK}",
    rf"(?:follow|find|folgen sie|suivez|sigue|síguenos|siga)(?: (?:us|uns|nous|nos|me|@\w+|[\w ]{{2,30}}))? (?:on|auf|sur|en|no) {NETWORK}\b.{{0,60}}",
    r"like this:?|like loading\.*|loading\.*|wird geladen\.*|chargement.{0,20}|click to (?:share|e-?mail|print)\b.*|share this(?: (?:article|story|post|page))?:?",
    r"copy(?: the)? (?:link|url)(?: to clipboard)?|link copied[.!]?|copied[.!]?|embed(?: code)?|permalink|(?:printer|print)[- ]friendly(?: version)?|print(?: this)?(?: page| article)?|e-?mail(?: this)?(?: page| article)?|a\+ ?a-?|(?:text|font) size:?.{0,20}|text-?größe.{0,12}",
    # moving about
    r"skip to (?:main )?(?:content|navigation|article|search|footer)|zum inhalt springen|aller au contenu.*|saltar al contenido|ir al contenido|pular para o conteúdo",
    r"(?:back|return|scroll|jump) to (?:the )?top|nach oben|zum seitenanfang|haut de (?:la )?page|(?:volver )?arriba|voltar ao topo|↑.{0,20}",
    r"(?:read|see|view|show|load) (?:more|less|all|full (?:story|article))(?: [>»›.…→]+)?[.…]*|continue reading.{0,60}|weiterlesen.{0,10}|mehr (?:lesen|anzeigen|erfahren)|lire (?:la suite|plus).{0,10}|leer más|seguir leyendo|leia mais|continue lendo|leggi (?:tutto|di più)|czytaj (?:więcej|dalej)|читать (?:далее|дальше|полностью)|続きを読む|阅读更多|展开全文|اقرأ المزيد",
    r"(?:«|‹|←|<)? ?(?:previous|next|prev|older|newer|vorheriger|nächster|précédent|suivant|anterior|siguiente|próximo|seguinte)(?: (?:article|post|page|story|posts|entry|beitrag|artikel|seite|entrada|artículo))?:? ?(?:»|›|→|>)?",
    r"home(?: ?[>»›/|] ?[^>»›/|]{2,60}){1,6}|you are here:?.*|sie sind hier:?.*|vous êtes ici.*|estás en:?.*|startseite(?: ?[>»›/|] ?[^>»›/|]{2,60}){1,6}|accueil(?: ?[>»›/|] ?[^>»›/|]{2,60}){1,6}|inicio(?: ?[>»›/|] ?[^>»›/|]{2,60}){1,6}",
    r"(?:main |site )?menu|toggle navigation|search|suche|rechercher|buscar|cerca|szukaj|поиск|搜索|検索|close|schließen|fermer|cerrar|fechar|open menu|page \d+ (?:of|von|sur|de) \d+",
    # advertising, subscriptions
    r"advertisements?|advertising|sponsored(?: content)?|paid (?:post|content)|anzeige|werbung|publicité|publicidad|publicidade|pubblicità|reklama|реклама|广告|広告|إعلان|(?:story|article) continues(?: below)?.{0,30}|after the ad.{0,40}|scroll (?:down )?(?:to|for) (?:continue|more).{0,40}|report this ad",
    r"(?:(?:register|join)(?: (?:now|today|here|us|free|our|for free|for updates)\b[^.?!]{0,100})?|subscribe|sign up|abonnieren|jetzt anmelden|abonnez-vous|s'abonner|suscríbete|assine|iscriviti|zapisz się|подписаться|подпишитесь)\b[^.?!]{0,120}[.!]?",
    r"already (?:a )?(?:subscriber|subscribed|registered|a member|have an account)\b.{0,60}|(?:sie sind )?bereits (?:abonnent|registriert).{0,60}|déjà (?:abonné|inscrit).{0,60}|¿ya (?:eres suscriptor|está suscrito).{0,60}",
    r"(?:get|receive) (?:our|the|your|all the)[^.?!]{0,80}(?:newsletter|inbox|by e-?mail|alerts)[^.?!]{0,60}[.!]?",
    r"(?:your )?e-?mail(?: address)?\*?:?|enter your e-?mail.{0,80}|first name|last name|submit|send|senden|envoyer|enviar|your name|ihre e-mail.{0,30}|(?:log|sign) ?(?:in|out|up)(?: (?:or|/|\|) ?(?:register|sign up|subscribe))?|anmelden|einloggen|se connecter|iniciar sesión|entrar|войти|登录|ログイン",
    # notices
    r"©.{0,120}|(?:copyright|\(c\))[\s:]*(?:©|\(c\))?\s*(?:by )?(?:\d{4}|(?-i:[A-Z])[^.]*\d{4}).{0,120}|.{0,80}(?:all rights reserved|alle rechte vorbehalten|tous droits réservés|todos los derechos reservados|todos os direitos reservados|tutti i diritti riservati|wszelkie prawa zastrzeżone|все права защищены|版权所有|無断転載|جميع الحقوق محفوظة).{0,60}",
    r"(?:cookie|privacy) (?:policy|settings|preferences|notice)|(?:this|our) (?:web)?site uses cookies.*|we (?:and our (?:\d+ )?partners )?use cookies.*|(?:accept|reject|manage) (?:all )?cookies.*|diese (?:web)?seite (?:verwendet|nutzt) cookies.*|(?:wir|nous|nosotros) (?:verwenden|utilisons|usamos|utilizamos) (?:des |las )?cookies.*|terms (?:of (?:use|service)|and conditions)(?: ?[|·&] ?.{0,60})?|powered by [\w .]{2,30}|impressum|datenschutz(?:erklärung)?|mentions légales|aviso legal",
    # particulars
    rf"(?:posted|published|updated|last (?:updated|modified)|written|first published|created|veröffentlicht|aktualisiert|stand|erstellt|publié|mis à jour|publicado|actualizado|atualizado|pubblicato|aggiornato|opublikowano|опубликовано|обновлено)(?: (?:on|in|by|am|le|el|em|il|at|:))?:? {DATE_WORD}(?:(?:by|von|par|por|in|\|) .{{2,60}})?",
    r"(?:posted|filed|published|categorized|tagged|veröffentlicht|publié|publicado)(?: (?:in|under|as|by|on|unter|dans|en|por|par))\b.{0,120}",
    r"(?:tags?|tagged|keywords|schlagwörter|schlagworte|stichworte|mots[- ]clés|etiquetas|palabras clave|topics|themen|categories|category|kategorien?|catégories?|categorías?|filed under|labels|теги|метки|タグ|カテゴリー?|标签|分类)\s*[:：].{0,150}",
    r"\d+[ -]?(?:min(?:ute)?s?|minuten|minutos)\.? (?:read|lesezeit|de lecture|de lectura|de leitura)|(?:reading time|lesezeit|temps de lecture|tiempo de lectura|tempo de leitura)\s*:?.{0,20}|(?:\d[\d.,]*|no) (?:views?|shares?|likes?|aufrufe|vues|visitas|просмотров)|(?:listen|watch|play)(?: to this (?:article|story))?|listen to this (?:article|story).{0,40}",
    r"this page has been (?:visited|accessed).*|.{2,30} (?:said|wrote|schrieb|a écrit|escribió|escreveu|ha scritto)\s?:",
    r"you are visitor\b.*|.{0,30}best viewed (?:in|with|at)\b.*|(?:sign|view) my guestbook.*",
    # comments
    r"(?:leave|post|add|write) (?:a|your) (?:comment|reply)|(?:\d+|no|one|view|show|hide|keine|aucun|sin|nenhum) (?:comments?|replies|responses?|kommentare?|commentaires?|comentarios?|comentários?|commenti|комментари\w*)|comments? ?\(\d+\)|comments(?: are closed)?\.?|reply|antworten|répondre|responder|rispondi|ответить|kommentare?(?: ?\(\d+\))?|commentaires?|comentarios?|комментарии|コメント|评论|report(?: (?:abuse|comment|post))?|quote|cancel reply|share your thoughts.{0,30}|commenting is closed.*",
    # related
    r"(?:related|recommended|trending|popular|featured|latest|similar|more)(?: (?:articles|stories|news|posts|topics|coverage|links|reading|content|videos|products))?(?: for you)?:?|(?:you )?(?:may|might) also (?:like|be interested in).{0,20}|most (?:read|popular|viewed|shared|commented).{0,20}|editors?['’]s? picks?:?|top stories:?|recent posts?:?|see also:?|read also:?|don['’]t miss:?|more from .{2,40}|more on this(?: story)?:?",
    r"(?:read more|read also|also read|see also|related|read next|watch|mehr zum thema|lesen sie (?:auch|hier)|lesen sie mehr|auch interessant|lire aussi|à lire (?:aussi|également)|voir aussi|lea también|lee también|leer también|le puede interesar|te puede interesar|leia também|veja também|leggi anche|czytaj (?:też|także|również)|zobacz (?:też|także|również)|читайте также|смотрите также|関連記事|相关(?:阅读|文章|新闻)|اقرأ أيضا(?:ً)?|lees ook|läs (?:också|även)|les også)\s*(?:[:：»>|].{0,140}|$)",
)  # fmt: skip

COMMENTS = _lines(
    r"(?:\(?\d+\)? )?(?:comments?|kommentare?|commentaires?|comentarios?|comentários?|commenti|reacties|komentarze|комментарии|コメント|评论|التعليقات|responses|replies)(?: ?\(?\d+\)?)?(?: (?:on|to|zu|sur|a|sobre)\b.{0,120})?:?",
    r"(?:leave|post|add|write|join) (?:a|your|the) (?:comment|reply|response|conversation|discussion).{0,30}|schreibe einen kommentar.{0,20}|kommentar (?:schreiben|verfassen|hinterlassen).{0,20}|laisser un commentaire.{0,20}|deja (?:un comentario|una respuesta).{0,20}|deixe (?:um comentário|uma resposta).{0,20}|lascia un commento.{0,20}|dodaj komentarz.{0,20}|добавить комментарий.{0,20}|reader comments.{0,20}|guest ?book|gästebuch|livre d['’]or|libro de visitas|condolences|댓글(?: \d+)?|join the (?:conversation|discussion)",
)  # fmt: skip

OFFERS = _lines(
    r"(?:never miss|don['’]t miss) (?:a|an|our|the) .{2,40}|(?:get|receive|join|sign up (?:for|to)|subscribe to)\b.{0,60}(?:newsletter|inbox|e-?mail|briefing|updates|readers|subscribers).{0,30}|(?:our )?(?:free )?newsletters?|stay (?:informed|connected|in the loop|up to date).{0,30}|sign up.{0,40}|subscribe.{0,40}|support (?:our|independent|quality) .{2,40}",
    r"enjoying (?:this|the) (?:story|article|piece|post)\b.{0,20}|continue reading.{0,60}|(?:keep|to keep|to continue|want to keep) reading.{0,60}|this (?:article|content|story) is (?:only )?for (?:subscribers|members).{0,40}|(?:subscribe|register|log in) to (?:continue|read|unlock).{0,40}",
    r"(?:unser|der|die|das)? ?newsletter.{0,40}|jetzt (?:abonnieren|anmelden|weiterlesen).{0,40}|weiterlesen mit .{2,40}|abonnez-vous.{0,60}|inscrivez-vous.{0,60}|la (?:lettre|newsletter) .{2,30}|la suite est réservée.{0,40}|suscr[ií]b(?:ete|ase).{0,60}|recib[ea] .{2,50}(?:correo|boletín).{0,20}|(?:assine|receba) .{2,60}|iscriviti .{2,60}|zapisz się .{2,60}",
)  # fmt: skip

RELATED = _lines(
    r"(?:related|recommended|trending|popular|latest|similar|more|other)(?: (?:articles|stories|news|posts|topics|coverage|reading|content|videos|headlines|products|events|releases|recipes|jobs|galleries|threads|questions|reads|briefs))(?: .{0,40})?|(?:you )?(?:may|might) also (?:like|enjoy|be interested in).{0,20}|most (?:read|popular|viewed|shared).{0,20}|editors?['’]s? picks?|top stories|recent posts?|recommended for you|more from .{2,40}|read next|up next|what to read next|around the web|from the web",
    r"(?:das könnte (?:sie|dich) auch interessieren|mehr zum thema|ähnliche (?:artikel|beiträge)|weitere (?:artikel|beiträge|themen|nachrichten|meldungen).{0,30}|meistgelesen.{0,20}|auch interessant|verwandte artikel|à lire aussi|sur le même sujet|les plus lus|articles (?:liés|similaires|connexes)|vous aimerez aussi|dans la même rubrique|noticias relacionadas|te puede interesar|le puede interesar|artículos relacionados|lo más (?:leído|visto)|más noticias|entradas relacionadas|(?:notícias|matérias|artigos|posts) relacionad[ao]s|mais lidas|veja também|leia também|leggi anche|articoli correlati|potrebbe interessarti.{0,20}|czytaj także|zobacz także|polecane.{0,20}|powiązane artykuły|najczęściej czytane|читайте также|похожие (?:статьи|новости)|по теме|популярное|関連記事|おすすめ記事|人気記事|ランキング|アクセスランキング|관련 ?기사|많이 본 (?:뉴스|기사)|인기 ?기사|추천 ?기사|相关(?:阅读|文章|新闻|推荐)|推荐阅读|热门(?:文章|新闻)?|مواضيع ذات صلة|اقرأ أيضا(?:ً)?|الأكثر قراءة|lees ook|meer over.{0,40})",
)  # fmt: skip

BYLINE = re.compile(
    r"(?:(?:written|words|text|story|reported|reporting|photographs?|photography|photos?|pictures?|illustrations?|video|interview|edited) )?"
    r"(?:by|von|par|por|di|od|door|av|af|автор:?|от) (?P<name>(?-i:[A-ZÀ-ÞА-Я]).{1,100})"
    r"|(?:(?:words|text|story|interview|photo(?:graph|graphy)?s?|pictures?|illustrations?|video|editor|fotos?|bild(?:er)?|redaktion|redacción|texto|texte|autor)"
    r":\s?[^:|]{2,60}[|·,]?\s?){1,3}"
    r"|(?:作者|記者|记者|来源|责任编辑|編集|文)\s?[:：/].{1,40}|[^\s]{2,4} 기자(?: \S+@\S+)?",
    re.I,
)
DATED = re.compile(rf"{DATE_WORD}", re.I)
DAY = re.compile(r"(?<!\d)\d{1,2}(?!\d).*(?<!\d)(?:19|20)\d\d(?!\d)|(?<!\d)(?:19|20)\d\d[-./年]\s?\d{1,2}")
LETTERS = re.compile(r"[^\W\d_]+")
ADDRESS = re.compile(r"\S+@[\w-]+\.[\w.-]+")


def is_furniture(text: str) -> bool:
    """Whether the whole line, or half of the lines, is what a page says around its text."""
    lines = text.split("\n") if len(text) < 4 * LONGEST else [text]
    return 2 * sum(len(line) <= LONGEST and bool(FURNITURE.fullmatch(line)) for line in lines) >= len(lines)


def heads_comments(line: str) -> bool:
    """Whether the line is the heading of what readers say."""
    return len(line) <= 120 and bool(COMMENTS.fullmatch(line.rstrip(":： ")))


def heads_related(line: str) -> bool:
    """Whether the line is the heading of a list of other articles."""
    return len(line) <= 80 and bool(RELATED.fullmatch(line.rstrip(":： ")))


def heads_offer(line: str) -> bool:
    """Whether the line is the heading of a box that offers a newsletter or a subscription."""
    return len(line) <= 100 and bool(OFFERS.fullmatch(line.rstrip(":：!.? ")))


def is_particulars(line: str) -> bool:
    """Whether the line is only a byline, a date, or both."""
    if len(line) > 120 or (line.endswith(".") and len(line) > 60):
        return False
    if DATED.fullmatch(line) and any(map(str.isdigit, line)):
        return True
    words = LETTERS.findall(line)
    if len(line) <= 60 and len(words) <= 5 and DAY.search(line):
        return True
    if len(line) <= 60 and len(LETTERS.findall(ADDRESS.sub("", line))) <= 3 and ADDRESS.search(line) and "," not in line:
        return True
    return len(line) < 100 and bool(BYLINE.fullmatch(line))


def named_in_byline(line: str) -> str:
    """The one who a line like "By Mina Okafor, Transport Reporter" names; "" for any other line."""
    found = BYLINE.fullmatch(line) if len(line) < 100 else None
    return re.split(r"[,|·•(\n]| in | and | und | et | y | e ", found["name"], maxsplit=1)[0].strip() if found and found["name"] else ""
