"""What an element calls itself in (tag, class, id, role), what it holds out: "" or a kind of page furniture.

Words are looked for whole: "has-sidebar" and "no-comments" name a layout and a state, "commentary" is no comment.
"""

import re
from collections.abc import Mapping
from functools import lru_cache

# Kinds that are never the text, whoever else thinks so.
HARD = frozenset({
    "comments", "navigation", "sharing", "related", "advertising", "subscription", "consent", "footer", "sidebar", "profile",
})  # fmt: skip

WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+")
LAYOUT = re.compile(
    r"\b(?:has|with|without|no|not|hide|show|is|can|full|open|closed)"
    r" (?:sidebar|comments?|share|sharing|ads?|menu|nav|banner|widgets?|footer|profile|avatar|related|overlay)\b"
    r"|\bcomments? (?:open|closed|status|count|policy)\b|\bcontent sidebar\b|\bsidebar (?:none|no|off|layout|content)\b"
)
BUILDERS = re.compile(r"\b(?:elementor|siteorigin|so widget|fl|vc|wpb|avia|fusion|et pb|brxe|kt|uagb)\b")

KINDS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(rf"\b(?:{words})\b"))
    for kind, words in (
        ("comments", r"comments?(?: ?(?:list|area|section|thread|wrap|wrapper|container|box|form))?|comol|commentlist|commentaires?|kommentare?|comentarios?"
                     r"|commenti|reacties|kommentarer|komentarze?|disqus|dsq|respond|guest ?book|livefyre|viafoura|coral talk|fb comments"),
        ("navigation", r"nav|navi|navigation|navbar|navbox|subnav|topnav|menu|menus|submenu|mainmenu|topmenu|breadcrumbs?|crumbs?|crumbtrail|ariane|fil ariane|migas"
                       r"|pagination|pager|paging|pagenav|prevnext|prev next|next prev|post links|skip ?links?|toolbar|topbar|masthead|sitemap|jump ?to|tabs nav"),
        ("sharing", r"share|shares|sharing|sharer|sharebar|sharebox|sharedaddy|sharethis|share ?buttons?|social|socials|socialmedia|addthis|addtoany|a2a kit|sociable"
                    r"|ssba|shariff|teilen|partager|partage|compartir|compartilhar|condividi|follow us|jp relatedposts"),
        ("related", r"related|relateds|near ?by|relatedposts|relacionad[oa]s|relacionadas|recommend(?:ed|ations?|s)?|recirc|recirculation|read ?(?:next|also|more)|up ?next|more (?:from|on|in|stories|news|articles|posts)"
                    r"|(?:also|might) like|most (?:read|popular|viewed|shared|commented)|mostread|mais lid[oa]s|lo mas (?:leido|visto)|mas leid[oa]s|plus lus|meistgelesen|trending|outbrain|taboola|zergnet|revcontent|mgid"
                    r"|verwandte?|weitere (?:artikel|beitraege|themen)|leia (?:mais|tambem)|lire aussi|voir aussi|a lire|sur le meme sujet|ver tambien|te puede interesar|leggi anche|crosslinks?|yarpp|crp related|reviews|customer ?reviews|user ?reviews|testimonials|you may(?: also)?(?: like)?|upsells?|cross ?sells?|similar (?:posts|articles|news)|(?:latest|recent|popular|other) (?:posts|news|articles|stories)|infinite scroll"),
        ("advertising", r"ads?|advert|adverts|advertisement|advertisements|advertising|adsbygoogle|adslot|adunit|adbox|adwrap|adcontainer|advertorial|ad ?(?:slot|unit|box|wrapper|container|label|banner)"
                        r"|dfp|gpt|sponsor|sponsors|sponsored|werbung|anzeige|anzeigen|publicidade?|publicite|pub|pubblicita|reklama|promobox|affiliate"),
        ("subscription", r"newsletters?|subscribe|subscription|subscribebox|sign ?up|signupform|opt ?in|mailchimp|mc4wp|mailing ?list|email ?form|donate|donation|appeal ?box|paid ?barrier|(?:paywall|regwall|subscription) ?(?:offer|prompt|barrier|message|notice|cta|overlay|modal|box|banner|promo|gate)|site ?notice|central ?notice"),
        ("consent", r"cookies?|cookiebar|cookiebanner|cookie ?(?:bar|banner|notice|law|consent)|consent|gdpr|rgpd|dsgvo|onetrust|didomi|usercentrics|cmp|cky|cc window|privacy banner"),
        ("footer", r"footer|colophon|copyright|impressum|imprint|legal(?: notice)?|site ?info|page ?foot|foot ?links|bottom ?bar"),
        ("profile", r"post ?profile|user ?(?:profile|info|details)|poster(?: ?(?:info|profile))?|mini ?profile|signature|sig|online ?list|who ?is ?online|stat ?block|postmeta|post ?stats|message user"),
        ("sidebar", r"sidebar|side ?bar|sidecol|aside|widgets?|widgetarea|rail|right ?rail|right ?col(?:umn)?|rightbar|complementary|side ?column|secondary|marginal(?:ie|spalte|column)?"),
        ("author", r"author(?:s)?(?: ?(?:box|bio|info|card|profile|about|description|details|block|meta|name|wrap|vcard))?|about ?(?:the ?)?author|bio|biography box|autor(?:en)?(?:box|info)?|auteur|writer|contributor"),
        ("particulars", r"meta|metadata|byline|bylines|dateline|timestamp|pubdate|post ?date|published|entry date|datetime|tags?|tag ?list|tag ?links|tagcloud|taglist|keywords|cat ?links|categor(?:y|ies)|posted ?(?:on|by|in)?|filed|read(?:ing)? ?time|kicker|views?count|post ?info|article ?info"),
        ("interface", r"modal|popup|pop up|overlay|lightbox|login|log ?in|signin|sign in|register|search|searchform|search ?(?:box|form)|print|printer|button|buttons|btn|tooltip|dropdown|toggle|lang ?(?:switcher|menu)?|language switcher|alert|notification|toast|rating|ratings|votes?|poll|player|audio|edit ?section|editsection|hatnote|tools|toolbox|controls|site sub|tagline|jump to nav"),
        ("teaser", r"teaser|teasers|promo|promos|promotion|banner|carousel|slider|ticker bar|newsticker|headlines|cta|call to action|callout banner"),
    )
)  # fmt: skip
TAGS: Mapping[str, str] = {
    "nav": "navigation", "footer": "footer", "aside": "sidebar", "menu": "navigation", "form": "interface",
    "header": "header",
}  # fmt: skip
ROLES: Mapping[str, str] = {
    "navigation": "navigation", "contentinfo": "footer", "complementary": "sidebar", "search": "interface",
    "dialog": "interface", "alertdialog": "interface", "menu": "navigation", "menubar": "navigation",
    "banner": "header", "toolbar": "interface", "tablist": "navigation", "form": "interface",
}  # fmt: skip
LEAD = re.compile(
    r"\b(?:lead|lede|leadin|lead in|standfirst|intro|introduction|ingress|dek|deck|subtitle|sub title|subhead|subheadline|subheading|summary|abstract|teaser text"
    r"|chapo|chapeau|vorspann|anriss|excerpt|description|entradilla|bajada|copete|sumario|linha fina|linhafina|sottotitolo|occhiello|sommario)\b"
)
BODY = re.compile(
    r"\b(?:(?:article|post|entry|story|news|page|blog|main) ?(?:body|content|text|copy|inner)|articlebody|postbody|storybody|postcontent|entrycontent"
    r"|body ?(?:text|copy|content)|rich ?text|prose|wysiwyg|hentry|fulltext|mw parser output)\b"
)


@lru_cache(maxsize=4096)
def words_of(names: str) -> str:
    """Class and id as lower-case words: "entryMeta post_tags" is "entry meta post tags"."""
    return " ".join(WORD.findall(names)).lower()


def kind_of_box(tag: str, names: str, role: str) -> str:
    """The kind of furniture that an element says it is; "" where it says nothing of the sort."""
    if role in ROLES:
        return ROLES[role]
    if tag in TAGS:
        return TAGS[tag]
    if "-" in tag:  # an element of the page's own making, named for what it is: amp-sidebar, share-bar
        names = f"{tag} {names}"
    return kind_of_names(names) if names else ""


@lru_cache(maxsize=4096)
def kind_of_names(names: str) -> str:
    """The same by class and id alone."""
    words = LAYOUT.sub(" ", words_of(names))
    for kind, pattern in KINDS:
        if pattern.search(words) and not (kind == "sidebar" and BUILDERS.search(words)):
            return "" if BODY.search(words) and kind not in ("comments", "related") else kind
    return ""


@lru_cache(maxsize=4096)
def is_lead(names: str) -> bool:
    """Whether an element calls itself a lead, standfirst, summary..."""
    return bool(LEAD.search(words_of(names)))
