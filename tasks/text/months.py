"""The words of dates in the languages of the press: months, weekdays, what stands before a date, time zones."""

# Full names, the forms that dates take (genitives) and abbreviations; a word means the same month in all of them.
_MONTHS = """
january jan januar janvier janv enero ene gennaio gen genn janeiro januari styczeń stycznia sty
января январь янв січня ledna leden ianuarie ιανουαρίου tammikuuta január ocak
|
february feb febr februar février fevrier févr fév fevr febrero febbraio febb fevereiro fev februari
luty lutego lut февраля февраль фев февр лютого února únor februarie φεβρουαρίου helmikuuta február
şubat
|
march mar märz maerz mär mrz mars marzo março marco maart mrt marzec marca марта март мар березня
března březen martie μαρτίου maaliskuuta március mart
|
april apr avril avr abril abr aprile aprilis kwiecień kwietnia kwi апреля апрель апр квітня dubna
duben aprilie απριλίου huhtikuuta április nisan
|
may mai mayo maggio mag maio mei maj maja мая май травня května květen μαΐου toukokuuta május mayıs
|
june jun juni juin junio giugno giu junho juno czerwiec czerwca cze июня июнь июн червня června
červen iunie ιουνίου kesäkuuta június haziran
|
july jul juli juillet juil julio luglio lug julho lipiec lipca lip июля июль июл липня července
červenec iulie ιουλίου heinäkuuta július temmuz
|
august aug août aout agosto ago augustus sierpień sierpnia sie августа август авг серпня srpna srpen
αυγούστου elokuuta augusztus ağustos augusti
|
september sep sept septembre septiembre setiembre set sett settembre setembro wrzesień września wrz
сентября сентябрь сен сент вересня září septembrie σεπτεμβρίου syyskuuta szeptember eylül
|
october oct oktober okt octobre octubre ottobre ott outubro out październik października paź октября
октябрь окт жовтня října říjen octombrie οκτωβρίου lokakuuta október ekim
|
november nov novembre noviembre novembro listopad listopada lis ноября ноябрь ноя нояб листопада
listopadu noiembrie νοεμβρίου marraskuuta kasım
|
december dec dezember dez décembre decembre déc diciembre dic dicembre dezembro grudzień grudnia gru
декабря декабрь дек грудня prosince prosinec decembrie δεκεμβρίου joulukuuta aralık
"""
MONTHS = {name: number for number, names in enumerate(_MONTHS.split("|"), 1) for name in names.split()}

_WEEKDAYS = """
monday mon tuesday tues tue wednesday weds wed thursday thurs thur thu friday fri saturday sat
sunday sun montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mo di mi do fr sa
so lundi mardi mercredi jeudi vendredi samedi dimanche lun mar mer jeu ven sam dim lunes martes
miércoles jueves viernes sábado domingo mié jue vie sáb dom lunedì martedì mercoledì giovedì venerdì
sabato domenica gio segunda-feira terça-feira quarta-feira quinta-feira sexta-feira segunda terça
quarta quinta sexta maandag dinsdag woensdag donderdag vrijdag zaterdag zondag måndag tisdag onsdag
torsdag fredag lördag söndag mandag tirsdag lørdag søndag poniedziałek wtorek środa czwartek piątek
sobota niedziela понедельник вторник среда четверг пятница суббота воскресенье пн вт ср чт пт сб вс
"""
WEEKDAYS = tuple(_WEEKDAYS.split())

# What stands before a date, and which date it is then.
PUBLISHED = (
    r"(?:first |originally |was )?(?:published|posted|released|issued|created|dated?|filed|aired|(?:date )?printed)"
    r"(?: date| time)?|publication date|pub ?date|(?:first )?publi[ée]+ le|publication|veröffentlicht(?: am)?"
    r"|erschienen(?: am)?|erstellt(?: am)?|datum|publicado(?: el| em)?|pubblicato(?: il)?|gepubliceerd(?: op)?"
    r"|opublikowano|data(?: publikacji)?|fecha|опубликовано|дата|发布时间|发表于|时间|日期"
    r"|公開日?|掲載日?|配信|입력|등록"
)
MODIFIED = (
    r"(?:last |most recently )?(?:updated|modified|revised|edited|changed|reviewed)(?: date)?|last update|update"
    r"|mis[e]? à jour(?: le)?|modifié(?:e)?(?: le)?|(?:zuletzt )?(?:aktualisiert|geändert)(?: am)?|stand"
    r"|actualizado(?: el)?|atualizado(?: em)?|aggiornato(?: il)?|bijgewerkt(?: op)?|(?:ostatnia )?aktualizacja"
    r"|zaktualizowano|обновлено|изменено|更新时间|更新于|更新日?|最終更新|수정"
)

ZONES = {
    "z": "+00:00", "ut": "+00:00", "utc": "+00:00", "gmt": "+00:00", "wet": "+00:00", "bst": "+01:00",
    "cet": "+01:00", "mez": "+01:00", "west": "+01:00", "cest": "+02:00", "mesz": "+02:00", "eet": "+02:00",
    "eest": "+03:00", "msk": "+03:00", "est": "-05:00", "edt": "-04:00", "cdt": "-05:00", "mst": "-07:00",
    "mdt": "-06:00", "pst": "-08:00", "pdt": "-07:00", "akst": "-09:00", "akdt": "-08:00", "hst": "-10:00",
    "awst": "+08:00", "aest": "+10:00", "aedt": "+11:00", "nzst": "+12:00", "nzdt": "+13:00", "jst": "+09:00",
    "kst": "+09:00", "hkt": "+08:00", "sgt": "+08:00", "pht": "+08:00", "wib": "+07:00", "pkt": "+05:00",
    "cst": "-06:00", "sast": "+02:00", "brt": "-03:00",
}  # fmt: skip # "ist" (India, Israel, Ireland) and "ast" (Atlantic, Arabia) say nothing
# American papers write the zone without its season, which the day tells.
SEASONED = {"et": "America/New_York", "ct": "America/Chicago", "mt": "America/Denver", "pt": "America/Los_Angeles"}
