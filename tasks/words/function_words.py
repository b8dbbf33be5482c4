"""The closed classes of English: words that hold a sentence together and never say what a period is about.

Courtesy titles are among them: they are a paper's manners.
"""

_ARTICLES_AND_DETERMINERS = """
a an the this that these those each every either neither both all any some no none such same other another others
many much more most few fewer fewest several enough own half what which whose whatever whichever
"""
_PRONOUNS = """
i me my mine myself we us our ours ourselves you your yours yourself yourselves he him his himself she her hers herself
it its itself they them their theirs themselves themself one ones oneself who whom whoever whomever someone somebody
something anyone anybody anything everyone everybody everything nobody nothing
"""
_PREPOSITIONS = """
about above across after against along amid among amongst around as at before behind below beneath beside besides
between beyond but by despite down during except for from in inside into like near of off on onto out outside over past
per regarding since than through throughout till to toward towards under underneath unlike until up upon via versus vs
with within without
"""
_CONJUNCTIONS = """
and or nor so yet if unless because although though while whilst whereas whether when whenever where wherever once lest
"""
_AUXILIARIES = """
be am is are was were been being have has had having do does did doing done will would shall should can could may might
must ought cannot
"""
_ADVERBS = """
not never ever here there now then thus hence therefore however also too very quite rather just only even still already
again almost always often perhaps else how why maybe really actually certainly probably simply basically definitely
"""
_CONTRACTIONS = """
i'm i've i'd i'll we're we've we'd we'll you're you've you'd you'll he'd he'll she'd she'll it'd it'll they're they've
they'd they'll that'll that'd who'd who'll who've there'll there'd let what're isn't aren't wasn't weren't
haven't hasn't hadn't don't doesn't didn't won't wouldn't shan't shouldn't can't couldn't mightn't mustn't needn't
ain't could've should've would've might've y'all
"""

_COURTESY = """
mr mrs ms messrs
"""
_SAYING = """
said says say saying told tells tell telling asked asks ask asking added adds replied replies
"""

ENGLISH = frozenset(
    " ".join(
        (
            _ARTICLES_AND_DETERMINERS,
            _PRONOUNS,
            _PREPOSITIONS,
            _CONJUNCTIONS,
            _AUXILIARIES,
            _ADVERBS,
            _CONTRACTIONS,
            _COURTESY,
        )
    ).split()
)
FUNCTION_WORDS = {"en": ENGLISH}
VERBS_OF_SAYING = {"en": frozenset(_SAYING.split())}  # they stand beside whoever is quoted, and are no part of a term
