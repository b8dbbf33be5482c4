"""What no lexicon tells: words judged one by one, for which form joins which headword in English news; data only.

A list here is read when the table is built (`build.py`), never at run time.
"""

_PLURALS_APART = """
affairs arms axes backs bases beings belongings binoculars bits blues bowels brains briefs clothes clues commons
compasses cons contents customs damages diggings dues earnings ethics evens fasts finals forwards generals glasses
goggles goods grounds guts headquarters holdings humanities jeans justices lasts leaves lives longs lots mains majors
mars maths means measles news odds olympics outskirts pants politics premises proceedings pros regards remains rights
savings scissors seconds securities shorts slacks spectacles spirits surroundings thanks thirds fourths fifths sixths
tenths tights troops trousers valuables wales wells winnings wits workings
"""
_PARTICIPLES_APART = """
according concerning including leading regarding corresponding surrounding promising outstanding pending barring banking
branding fishing gaming manufacturing networking parking plumbing programming shipping trafficking warming touching
racing stocking dressing owing notwithstanding binding boxing depending camping dating advanced aged allied animated
armed based blessed born bored bound crooked dated deceased checkered computing contracting staggering determined
disabled distinguished dogged gifted interested limited mixed naked ragged related rugged sacred seasoned poised
sophisticated supposed talented tempered tired slew united wicked bespoke
"""
_DEGREES_APART = """
best better closer earlier elder finest further former greater inner last later latest latter longer least less lesser
lower more most nearest outer upper utmost worse worst
"""
STAY = frozenset(" ".join((_PLURALS_APART, _PARTICIPLES_APART, _DEGREES_APART)).split())
"""Forms with a meaning that the word they come from has not; never joined."""

_PARTICIPLES = """
affecting=affect attending=attend beating=beat becoming=become blocking=block burning=burn clearing=clear closing=close
coming=come controlling=control covering=cover cutting=cut damaging=damage dealing=deal demanding=demand
designing=design doing=do drilling=drill driving=drive dying=die enabling=enable ending=end existing=exist facing=face
failing=fail filing=file flying=fly going=go handling=handle happening=happen helping=help hunting=hunt
increasing=increase joining=join learning=learn limiting=limit lobbying=lobby marking=mark monitoring=monitor
moving=move ordering=order participating=participate performing=perform planning=plan planting=plant publishing=publish
putting=put questioning=question reading=read reporting=report running=run sailing=sail saying=say serving=serve
shifting=shift sitting=sit smoking=smoke suffering=suffer swimming=swim taking=take teaching=teach testing=test
turning=turn urging=urge wanting=want working=work writing=write being=be broke=break broken=break done=do drawn=draw
drew=draw driven=drive drove=drive fallen=fall fell=fall found=find frozen=freeze given=give known=know
overcome=overcome rose=rise spoke=speak undertaken=undertake underwent=undergo withdrawn=withdraw coding=code
flooding=flood letting=let loading=load mapping=map narrowing=narrow proving=prove switching=switch typing=type
"""
_PLURALS = """
ads=ad analyses=analysis apps=app assemblymen=assemblyman carries=carry comes=come congressmen=congressman
congresswomen=congresswoman councilmen=councilman councilwomen=councilwoman counties=county does=do emails=email
finances=finance lets=let passers-by=passer-by passersby=passerby runners-up=runner-up taxes=tax travels=travel
"""
JOIN = dict(pair.split("=") for pair in " ".join((_PARTICIPLES, _PLURALS)).split())
"""Forms with several readings of which news has one, or of which all mean the same: form -> headword."""

_VERBS_APART = """
air back bank bar bill board book bore box buck camp club coin console counter court date desert doctor don even fast
figure fire firm fish floor ground house issue kid land last long man mean mind object page park party pen plant press
project race rail ramp rock second ship slate spell state stem still subject suit table traffic train weather well
"""
VERBS_APART = frozenset(_VERBS_APART.split())
"""Words whose noun or adjective is another word than the verb and the commoner: only their plural joins them."""

_PEOPLE = """
armenian berliner bosnian briton bulgarian catholic chicagoan colombian croat dane dem democrat englishman englishwoman
evangelical federalist filipino frenchman frenchwoman ghanaian hungarian icelander irishman israelite jew kurd
libertarian londoner marylander netherlander new-yorker quaker republican salvadorian scot scotsman semite serb shiite
sufi sunni swede syrian turk tory uzbek vermonter welshman yorker
"""
PEOPLE = frozenset(_PEOPLE.split())
"""Peoples, faiths and parties: their members are many, and all are written with a capital."""

_NOT_PEOPLE = """
balkan capri caribbean fahrenheit golgi leviathan madeira malabar markov ming norman o.k. ok wilton
"""
NOT_PEOPLE = frozenset(_NOT_PEOPLE.split())
"""What the lexicon has with a capital as noun and adjective, though it is no people."""

_OFFICES = """
admiral ambassador archbishop assemblyman attorney bishop captain chairman chairwoman chancellor colonel commissioner
comptroller congressman congresswoman councillor councilman councilwoman deputy detective director doctor gov governor
judge lieutenant mayor minister officer pastor premier president professor rabbi rep representative secretary sen
senator sergeant sheriff superintendent treasurer
"""
OFFICES = frozenset(_OFFICES.split())
"""Words that stand before a name with a capital and by themselves without."""

_HEADS_OF_NAMES = """
academy administration administrator agency airport archive association authority avenue beach bridge bureau cemetery
center centre chamber church clinic club college commission committee company conference congress corporation council
county court department district division embassy foundation hill hospital hotel inspector institute institution island
lake library ministry mosque mountain museum office parliament patrol reporter river road school street surveyor
synagogue temple theater theatre tower town union university valley village
"""
HEADS_OF_NAMES = frozenset(_HEADS_OF_NAMES.split())
"""Words of which names are made: their capital in "Marlow County" does not make "counties" another word."""

_DAYS = """
monday tuesday wednesday thursday friday saturday sunday
"""
DAYS = frozenset(_DAYS.split())

_ACRONYMS = """
api atm ceo cfo cio cto dvd faq gif ipo mp mep msp ngo pac pdf url vip
"""
ACRONYMS = frozenset(_ACRONYMS.split())
"""Acronyms of which there are several, their plural written "PACs"."""
