"""The closed classes of English that show where a phrase and a clause begin and end."""

PRONOUNS = frozenset("he she they it we i you".split())
LOOSE = PRONOUNS | frozenset(
    "who which everyone everybody someone somebody nobody many others those some both one another all several most few".split()
)
RELATIVES = frozenset({"who", "which", "that"})
MALE = frozenset({"he", "him", "his", "himself"})
FEMALE = frozenset({"she", "her", "hers", "herself"})
DETERMINERS = frozenset(
    "the a an this these those his her its their our my your some any no every each another both all several many "
    "most few more such one two three four five".split()
)
ARTICLES = frozenset("the a an his her its their our my your no every".split())
BE = frozenset("is are was were be been being am 's 're 'm isn't aren't wasn't weren't".split())
HAVE = frozenset("has have had having 've 'd".split())
MODALS = frozenset("will would can could should may might must shall 'll do does did cannot won't wouldn't can't".split())
NEGATED = frozenset(
    "isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't couldn't shouldn't not never".split()
)
AUXILIARIES = BE | HAVE | MODALS | NEGATED
FINITE = frozenset("is are was were has have had will would can could should may might must does did do".split())
CONJUNCTIONS = frozenset(
    "that but because when if as while after before although though since where whether how why what so yet nor than "
    "until unless once whereas and or".split()
)
QUESTIONS = frozenset("whether if how why what when where who which whom whose".split())
PREPOSITIONS = frozenset(
    "of for at from in on with to by about against into over under between among through during without within "
    "toward towards upon after before since until despite like per via amid inside outside around across".split()
)
LOOSELY_BEHIND = frozenset(  # these begin what is no part of a name or a role behind the verb
    "in on at when during after while as before by via following earlier through to about with upon because since "
    "last this next today yesterday tomorrow recently later afterward afterwards then that who which whose and but if "
    "is are was were has have had will would can could should may might must near outside inside".split()
)
DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight mon tue tues wed thu "
    "thurs fri sat sun january february march april may june july august september october november december morning afternoon evening night".split()
)
ADVERBS = frozenset(
    "also then later again once still even just now often always never ever first soon further too instead earlier "
    "already meanwhile however today tonight yesterday rather quite well almost long thus therefore so only back "
    "sometimes simply perhaps maybe more very all both together itself himself herself themselves openly not".split()
)
# Nouns for people and bodies that speak, without a name: they make a phrase behind the verb a speaker.
SPEAKERS = frozenset(
    "spokesman spokeswoman spokesperson official officials officer officers police authorities expert experts analyst "
    "analysts source sources lawyer lawyers attorney attorneys prosecutor prosecutors judge president minister mayor "
    "governor senator senators congressman congresswoman lawmaker lawmakers representative representatives leader "
    "leaders director manager chief chairman chairwoman chair chairperson head executive secretary ambassador adviser "
    "advisor advisers advisors aide aides strategist strategists professor researcher researchers scientist scientists "
    "economist economists author authors report reports study statement campaign company agency department ministry "
    "government court union group organization organisation committee commission council board bank team office "
    "critics supporters opponents voters residents resident activists activist journalist reporter editor columnist "
    "candidate nominee doctor doctors teacher teachers student students father mother son daughter brother sister wife "
    "husband man woman men women people democrats republicans poll survey paper newspaper network website firefighters "
    "investigators detectives sheriff general colonel captain farmer farmers worker workers owner founder coach player "
    "witness witnesses neighbor neighbour neighbors neighbours family members member delegates delegate host pollster "
    "diplomat diplomats historian scholar businessman businesswoman billionaire veteran pastor priest bishop".split()
)
ROLES = frozenset(
    "spokesman spokeswoman spokesperson president minister mayor governor senator congressman congresswoman lawmaker "
    "representative director manager chief chairman chairwoman chair chairperson head executive secretary ambassador "
    "adviser advisor aide strategist professor researcher scientist economist author lawyer attorney prosecutor judge "
    "official officer expert analyst nominee candidate doctor teacher student founder owner coach editor columnist "
    "general colonel captain sheriff pastor bishop priest host pollster historian businessman businesswoman "
    "billionaire veteran commissioner chancellor premier king queen prince princess pope actor actress singer "
    "filmmaker writer artist journalist reporter farmer leader consultant scholar diplomat engineer democrat republican"
    .split()
)
MALE_ROLES = frozenset("spokesman congressman chairman businessman king prince actor pope priest father man son".split())
FEMALE_ROLES = frozenset("spokeswoman congresswoman chairwoman businesswoman queen princess actress mother woman daughter".split())
# A noun that has a content of its own: "his claim that", "the belief that".
CONTENT_NOUNS = frozenset(
    "claim claims belief beliefs assertion assertions allegation allegations suggestion suggestions argument arguments "
    "statement statements fear fears hope hopes view views warning warnings idea notion announcement promise promises "
    "pledge vow demand demands concern concerns accusation accusations theory conclusion admission acknowledgment "
    "prediction question questions doubt doubts sense feeling conviction impression opinion remark remarks comment "
    "comments charge charges insistence proposal proposals contention declaration complaint complaints call calls plan "
    "plans decision desire effort efforts refusal request threat commitment intention willingness".split()
)
SENTIMENTS = frozenset(  # "is confident that", "was surprised that", "are ready to"
    "confident sure certain concerned worried afraid aware convinced skeptical sceptical hopeful optimistic pessimistic "
    "proud glad happy sorry sad surprised shocked disappointed pleased delighted grateful thankful adamant unsure "
    "uncertain clear critical supportive doubtful fearful angry upset outraged frustrated excited willing unwilling "
    "ready eager reluctant determined prepared committed dedicated opposed likely_said mindful wary tired ashamed "
    "embarrassed interested satisfied inclined keen open".split()
)
