"""Javanese in Indonesian talk, and its `tak`, which says "I" ("tak bantu modal": I help out with money).

Indonesian `tak` is "not". Which of the two is meant is told by what follows and by how much Javanese stands around:
who speaks Javanese denies with `ora`, `ndak` or `gak`. Where nothing tells, `tak` is "not".
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from qualcode.language.words import words

# Everyday words, ngoko and krama, that Indonesian has not taken over: `aja`, `gimana`, `ndak`, `banget` tell nothing.
JAVANESE = words(
    "ono onok wonten enek enten ora mboten boten durung dereng dudu sanes ojo wis wes uwis uwes sampun mpun ajeng badhe"
    " gelem purun arep isih namung ae wae mawon ugi lek nek yen menawi amargi amarga mergo merga soale supados nanging"
    " karo kaliyan kalih kanggo kangge sing ingkang lan utawa utawi saka seko marang dhateng koyo koyok kados"
    " sanget langkung luwih akeh kathah sithik sitik sekedhik kirang kabeh sedaya sedoyo podo padha dewe dhewe piyambak"
    " saiki sakniki sakmeniko mbiyen biyen riyin rumiyin engko mengko mangke wingi sesuk benjing naliko nalika asring"
    " pripun kepriye piye ngopo opo nopo menapa sopo sinten pundi iki niki puniko iku niku kuwi kui ngono ngoten"
    " ngene ngeten kula kulo kowe koen awakmu sampeyan njenengan panjenengan dheweke deweke piyambake wong tiyang lare"
    " konco kanca omah griya iso saged saget entuk angsal kudu pareng ngertos weruh mbuh embuh lali supe eling"
    " kelingan takon tangled rawuh lungo lunga mulih muleh wangsul melu melok nderek ndherek njaluk nyuwun gawe"
    " damel nggawe digawe tuku tumbas adol sade payu golek njupuk ngenteni mulang nggowo nggawa ndelok krungu mireng"
    " dhahar turu duwit dhuwit rega rego gedhe ageng cilik apik sae rekasa rekoso angel cedhak cedak adoh suwe suwi"
    " dangu anyar enggal pancen jare jarene leres yo nggih inggih njih enggih wiwit nganti ngantos sedhela entek telas"
    " lha rek tok thok yowis yawis matur suwun dadi dadine terusno ngomongo"
    " mugo-mugo mugi-mugi kudune mestine regane wonge carane critane jenenge"
)
_JAVANESE_SAID = frozenset(word + mark for word in JAVANESE for mark in ("", ",", "."))
_MOST_WORDS_PER_ONE = 50  # in a text that leans towards Javanese at least every fiftieth word is of it

_BARE_VERBS = words(
    "kira kiro pikir rasa bikin gawe gae ajak jak kasih kek tanya takon coba jelasin suruh kongkon cerita antar tinggal"
    " lihat delok tunggu enteni tuku jupuk gowo melu melok"
)
_BARE_ENDINGS = ("kan", "ake", "no")
# What an Indonesian denies with `tak`: there is no "I" before these.
_DENIED = words(
    "ada ono bisa iso dapat mau mungkin pernah akan bakal boleh perlu harus usah sempat mampu cukup lagi hanya cuma"
    " sekadar sekedar semua banyak lain selalu jarang terlalu begitu seberapa sama pula pun juga kalah jelas tahu"
    " punya kunjung henti apa jadi sampai sesuai sanggup kuat layak adil aman jauh lama mudah heran sepakat setuju"
)
_PREFIXES = ("ber", "ter", "di", "me")
_OTHERS = words("kami kita mereka dia beliau kamu anda orang warga dinas pemerintah yang pernah itu ini")


_TAK = re.compile(r"\btak\b", re.IGNORECASE)


def holds_tak(text: str) -> bool:
    """Whether the word stands in a text, whichever it is."""
    return "tak" in text.casefold() and _TAK.search(text) is not None


@lru_cache(maxsize=8)
def leans_javanese(text: str) -> bool:
    """Whether a whole text holds much Javanese."""
    said = text.casefold().split()
    javanese = len(list(filter(_JAVANESE_SAID.__contains__, said)))  # half the time that adding up takes
    return javanese * _MOST_WORDS_PER_ONE >= max(1, len(said))


def find_i(typed: Sequence[str], around: str = "") -> list[int]:
    """The places in one sentence where `tak` says "I"; `typed` are its words and marks as typed, in lower case, and
    `around` is the text that holds it, whose lean towards Javanese decides where nothing beside the `tak` does."""
    return [
        place
        for place, word in enumerate(typed[:-1])
        if word == "tak" and _says_i(typed[place - 1] if place else "", typed[place + 1], typed, around)
    ]


def _is_javanese(word: str) -> bool:
    return word.partition("-")[0] in JAVANESE  # `sithik-sithik`


def _says_i(before: str, after: str, typed: Sequence[str], around: str) -> bool:
    if after in _BARE_VERBS:
        return True
    if after in _DENIED or before in _OTHERS or not after.isalpha():
        return False
    if len(after) > 5 and after.endswith(_BARE_ENDINGS):
        return not after.startswith(_PREFIXES)
    return not after.startswith((*_PREFIXES, "ke")) and (any(map(_is_javanese, typed)) or leans_javanese(around))
