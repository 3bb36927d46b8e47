"""Whether a cue is negated where it stands, in spoken Indonesian (with Javanese) and English.

A negator reaches over the few words that follow it, up to a break between clauses (after NegEx, Chapman et al. 2001).
Negators are looked for among normal forms, never among lemmas: `sebelum` has the root `belum` and negates nothing.
"""

from collections.abc import Container, Mapping, Sequence
from functools import cache

from qualcode.language.lemmas import find_lemma
from qualcode.language.tokens import is_word
from qualcode.language.words import words

# Each negator with the number of words over which it reaches.
_REACH = {
    "id": {
        "tidak": 5, "bukan": 5, "bukannya": 5, "belum": 5, "jangan": 5,
        "jarang": 4, "tanpa": 3, "kurang": 2, "minim": 2, "minimnya": 2, "kurangnya": 2, "nihil": 2,
    },
    "en": {
        "not": 5, "never": 5, "no": 4, "cannot": 5, "nobody": 5, "none": 5, "nothing": 4, "neither": 5, "nor": 5,
        "without": 4, "hardly": 4, "barely": 4, "scarcely": 4, "rarely": 4, "seldom": 4, "lack": 3, "lacks": 3,
        "lacking": 3, "lacked": 3,
    }
    | dict.fromkeys(
        words(
            "don't doesn't didn't isn't aren't wasn't weren't haven't hasn't hadn't can't couldn't won't wouldn't"
            " shouldn't mightn't mustn't needn't ain't dont doesnt didnt isnt arent wasnt werent havent hasnt hadnt"
            " cant couldnt wouldnt shouldnt"
        ),
        5,
    ),
}  # fmt: skip

# Words by which a thing comes to an end or does not come about: trust is lost, meetings dry up. Of an obstacle they
# say nothing sure ("we lost the funding"), so there they do not count. Each with the words over which it reaches.
_LOSING = {
    "kehilangan": 2, "merusak": 2, "sulit": 2, "susah": 2, "kapok": 2, "malas": 2, "males": 2, "ogah": 2, "enggan": 2,
    "emoh": 2, "wegah": 2, "berhenti": 2, "gagal": 2, "menolak": 2, "krisis": 1, "hilangnya": 2, "lunturnya": 2,
    "putusnya": 2, "mandeknya": 2, "lost": 3, "lose": 3, "losing": 3, "stopped": 2, "stop": 2, "quit": 2, "refused": 3,
    "refuse": 3, "refuses": 3, "failed": 3, "fail": 3, "fails": 3, "few": 2, "fewer": 2, "little": 2, "used": 4,
}  # fmt: skip
_LOST = words(
    "hilang luntur lenyap pudar putus mandek macet bubar buyar berhenti terhenti gagal batal rusak mati habis berkurang"
    " menurun turun merosot anjlok menyusut renggang kendor kocar-kacir berantakan gone broke stopped collapsed faded"
    " fizzled vanished evaporated suffered eroded died ended ceased dried fell dropped shrank declined"
)
_SOLVED = words(
    "hilang teratasi beres selesai rampung terpecahkan tertangani lewat berlalu gone solved sorted fixed resolved over"
    " overcome disappeared"
)

# Words after a negator that undo it: "tidak hanya", "not only", "no doubt", "bukan main", "tidak apa-apa".
_UNDONE_BY = words(
    "hanya sekadar sekedar semata semata-mata sebatas melulu saja main apa-apa masalah apa heran diragukan mengapa"
    " only just merely simply solely doubt wonder problem least"
)
# What a negator before them denies is knowledge or memory, not what comes after.
_KNOWING = words("tahu mengerti ingat paham yakin know remember recall sure understand")
_BREAKS = words(
    "tetapi namun melainkan sedangkan padahal meskipun meski walaupun walau malah malahan justru hanya karena sebab"
    " sehingga jadi makanya terus lalu kemudian kalau jika apabila bila supaya agar bahwa akhirnya sebaliknya"
    " but however although though because so then while whereas yet instead if when until unless since"
)
_JOINS = words("dan atau ataupun maupun serta apalagi and or nor")  # pass only right before the cue
_BREAKING_MARKS = frozenset(";:()[]-–—.?!…/")
_LONGEST_REACH = 5
_FARTHEST = 12  # the same in tokens, marks counted

# After the cue: "rapatnya belum ada", "forum itu ndak jalan", "meetings never happened".
_AFTER_NEGATOR = words(
    "ada ono onok wonten jalan berjalan terasa kelihatan terlihat tampak terwujud terlaksana terbentuk terjadi muncul"
    " cukup there exist exists existed happen happens happened work works worked enough"
)
_BREAKS_AFTER = _BREAKS | _JOINS | _BREAKING_MARKS | words(", yang that which who")
_AFTER_CUE = words("kurang minim nihil jarang lacking absent")
_HAVING = words(
    "ada punya jadi menjadi pernah begitu terlalu have has had got get a an any the longer real big really ever very"
    " even quite always"
)
_BEFORE_HARM = words("pernah sampai lagi jadi been be being get got ever yet too so that very")
_HARMS = {
    "id": words(
        "dipotong dipangkas dikurangi ditunda telat terlambat lambat molor rusak bocor jebol macet mandek hilang habis"
        " putus bentrok tabrakan tumpang ditolak susah sulit ribet rumit mahal langka berbelit bingung seret berebut"
    ),
    "en": words(
        "cut delay late break leak clash overlap duplicate refuse reject expensive scarce hard difficult complicated"
        " confuse short lose slow freeze collapse close block"
    ),
}
_MOST_BETWEEN = 4
_LONGEST_LEAD_IN = 3  # words, such as "after that,"
_NOW = frozenset(("sekarang", "kini", "now", "nowadays"))
_ONCE = words("dahulu awalnya awal-awalnya tadinya semula mulanya sebelumnya originally initially once formerly")
_GOING_ON = words("juga masih tetap pun makin tambah also still even more")
_LATELY = _NOW | words("sejak semenjak since")
_WELL = words(
    "lancar enak gampang mudah beres mendingan mending membaik aman tertib rapi fine grand easy easier better smoother"
    " sorted okay"
)
# Words by which a hindrance is named whatever it is; denied, they say that there is none.
_TROUBLES = {
    "id": words(
        "masalah kendala hambatan soal susah sulit repot ribet rumit bingung canggung gemetar takut pusing macet sesat"
        " keluhan"
    ),
    "en": words("problem trouble bother issue obstacle difficult hard struggle confuse worry nightmare argue"),
}
_PARTICLES = words("lagi sih ya kok mas mbak pak bapak bu ibu to kan lho begitu anymore so much really")
_BEING = words("am is are was were be been got get getting i'm we're they're")
# What may follow "tidak ada" when it closes the thought about the cue; a noun there would be what is absent.
_CLOSING = words(
    "di sampai selama sejak lagi sama sekali ya sih kok mas mbak bapak ibu to kan lho lo itu juga waktu sekarang"
    " dahulu karena tetapi padahal dan jadi memang makanya kalau sebetulnya sebenarnya masih pun too now yet here"
    " anymore at because but and for in any before after since down out away off up when altogether completely totally"
    " total semua habis-habisan setelah sesudah gara-gara pelan-pelan sedikit drastis"
)


def list_negators(language: str) -> frozenset[str]:
    """The normal forms that may negate in a text of `language`; Indonesian speech holds English ones too."""
    return frozenset(_REACH[language]) | frozenset(_REACH["en"])


_NEGATORS = {"id": list_negators("id"), "en": list_negators("en")}
_REACHES = {"id": _REACH["en"] | _REACH["id"], "en": _REACH["en"]}
TURNING = {
    language: negators | _AFTER_CUE | _LOSING.keys() | _LOST | _SOLVED | _ONCE | _WELL
    for language, negators in _NEGATORS.items()
}
"""By language the normal forms without which no cue in a sentence is negated."""


def is_negated(
    typed: Sequence[str], forms: Sequence[str], start: int, end: int, language: str, *, is_obstacle: bool = False
) -> bool:
    """Whether the cue at the tokens `[start, end)` of one sentence is negated, lost or, of an obstacle, solved.

    `typed` are the sentence's tokens as typed and in lower case, marks among them, `forms` their normal forms. A cue
    that holds a negator itself is negated only by a `bukan` or `not` right before it.
    """
    negators = _NEGATORS[language]
    if not negators.isdisjoint(forms[start:end]):
        return start > 0 and forms[start - 1] in ("bukan", "bukannya", "not")
    if TURNING[language].isdisjoint(forms[max(0, start - _FARTHEST) : end + _FARTHEST]):
        return False
    reaches = _REACHES[language] if is_obstacle else _REACHES[language] | _LOSING
    over = _SOLVED if is_obstacle else _LOST
    before = _is_negated_before(typed, forms, start, reaches)
    return before != (_is_negated_after(forms, end, language, over) or _is_taken_back(forms, end, language))


def holds_negation(forms: Sequence[str], language: str) -> bool:
    """Whether a sentence, given as normal forms, says of its first matter that something is not so: what stands behind
    a "but", a "because" or their like, or behind a mark after more than a lead-in, is another."""
    negators = _NEGATORS[language]
    said = 0
    for place, form in enumerate(forms[:-1]):
        if form in negators and _counts(forms, forms, place, -1):
            return True
        if (said and form in _BREAKS) or (said > _LONGEST_LEAD_IN and not is_word(form)):
            return False
        said += is_word(form)
    return False


def is_solved(forms: Sequence[str], end: int) -> bool:
    """Whether what is told up to the token `end` is said right after to be over or solved."""
    for form in forms[end : end + _MOST_BETWEEN + 1]:
        if form in _SOLVED or form in _BREAKS_AFTER:
            return form in _SOLVED
    return False


def is_superseded(forms: Sequence[str], end: int, language: str) -> bool:
    """Whether what is told up to the token `end` was so once and is otherwise now ("dulu curiga, sekarang akrab"), and
    the sentence does not say so by a "not", which `is_negated` hears."""
    for place in range(end, min(end + _FARTHEST, len(forms) - 1)):
        if forms[place] in _NOW:
            goes_on = forms[place + 1] in _GOING_ON or _is_taken_back(forms, end, language)
            return not goes_on and not _ONCE.isdisjoint(forms[max(0, end - _FARTHEST) : place])
    return False


def was_once(forms: Sequence[str], start: int) -> bool:
    """Whether an English "used to" reaches the token `start` ("it used to be every month")."""
    return _is_negated_before(forms, forms, start, {"used": 4})


def denies_trouble(forms: Sequence[str], language: str) -> bool:
    """Whether a sentence says of a hindrance, by a common word for one, that it is not or no longer there, or that
    things are well now ("sekarang lancar", "it has been easier since")."""
    if not _LATELY.isdisjoint(forms) and any(
        form in _WELL and not is_denied_outright(forms, place, language) for place, form in enumerate(forms)
    ):
        return True
    troubles = _list_troubles(language)
    return any(
        is_denied_outright(forms, place, language)
        or _is_taken_back(forms, place + 1, language)
        or is_superseded(forms, place + 1, language)
        or was_once(forms, place)
        for place, form in enumerate(forms)
        if is_word(form) and find_lemma(form, language) in troubles
    )


@cache
def _list_troubles(language: str) -> frozenset[str]:
    return frozenset(find_lemma(word, language) for word in _TROUBLES[language])


def is_denied_outright(forms: Sequence[str], start: int, language: str) -> bool:
    """Whether a negator stands right before the token `start`, or before a "have" right before it."""
    place = start - 1
    while place > max(0, start - 3) and forms[place] in _HAVING:
        place -= 1
    return place >= 0 and forms[place] in _NEGATORS[language]


def is_harm_denied(forms: Sequence[str], start: int, language: str) -> bool:
    """Whether the word at the token `start` does harm and is denied there ("was not cut", "tidak pernah telat")."""
    place = start - 1
    while place > max(0, start - 3) and forms[place] in _BEFORE_HARM:
        place -= 1
    if place < 0 or forms[place] not in _NEGATORS[language] or forms[place] in _AFTER_CUE:
        return False
    return find_lemma(forms[start], language) in _list_harms(language)


@cache
def _list_harms(language: str) -> frozenset[str]:
    return frozenset(find_lemma(word, language) for word in _HARMS[language])


def _is_negated_before(typed: Sequence[str], forms: Sequence[str], start: int, reaches: Mapping[str, int]) -> bool:
    negations = 0
    distance = 0
    for place in range(start - 1, -1, -1):
        form = forms[place]
        if _ends_reach(forms, place, start):
            break
        if not is_word(form):  # quotation marks and their like
            continue
        distance += 1
        if distance > _LONGEST_REACH:
            break
        if distance <= reaches.get(form, 0):
            negations += _counts(typed, forms, place, start)
        if form == "nor":  # which takes up the "not" or "neither" before it
            break
    return negations % 2 == 1


def _ends_reach(forms: Sequence[str], place: int, cue: int) -> bool:
    """Whether no negator before `place` reaches the cue. A list goes on ("tidak jujur, apalagi terbuka") only where
    the joining word stands right before the cue."""
    form = forms[place]
    if form == ",":
        return not (place + 2 == cue and forms[place + 1] in _JOINS)
    if form in _JOINS and form != "nor":
        return place + 1 < cue
    return form in _BREAKS or form in _BREAKING_MARKS or form.startswith("..")


def _counts(typed: Sequence[str], forms: Sequence[str], place: int, cue: int) -> bool:
    """Whether the negator at `place` says no to what follows it, or is part of a turn of phrase."""
    after = forms[place + 1]
    before = forms[place - 1] if place else ""
    if before in ("paling", after):  # "paling tidak", "mau tidak mau"
        return False
    if forms[place] in ("few", "little") and (before in ("a", "quite", "by") or after == "by"):
        return False
    if forms[place] == "used" and (after != "to" or before in _BEING):
        return False
    if place + 1 == cue:
        return True
    return not (
        after in _UNDONE_BY
        or (after in _KNOWING and typed[place] != "ora")  # "ora tau" is "never"
        or after == forms[place]  # "ndak ndak": said twice, meant once
        or (forms[place] == "kurang" and after in ("lebih", "dari"))
    )


def _is_negated_after(forms: Sequence[str], end: int, language: str, over: Container[str]) -> bool:
    negators = _NEGATORS[language]
    for place in range(end, min(end + _MOST_BETWEEN + 1, len(forms))):
        form = forms[place]
        if form in _BREAKS_AFTER:
            return False
        if form in _AFTER_CUE or form in over:
            return forms[place - 1] != "sampai" and _closes(forms, place + 1)  # "we talk until we are through"
        if form in negators:
            after = place + 1
            while after < len(forms) and forms[after] in ("pernah", "really", "sampai", "begitu", "terlalu"):
                after += 1
            return after < len(forms) and forms[after] in _AFTER_NEGATOR and _closes(forms, after + 1)
    return False


def _is_taken_back(forms: Sequence[str], end: int, language: str) -> bool:
    """Whether the sentence goes on to say that it is so no longer: "percaya dulu, sekarang tidak", "not anymore"."""
    negators = _NEGATORS[language]
    for place in range(end, min(end + _FARTHEST, len(forms))):
        after = forms[place + 1 : place + 5]
        if forms[place] in _NOW:
            number = next((number for number, form in enumerate(after) if form in negators or form == "jarang"), -1)
            if number >= 0 and _ends_clause(forms, place + number + 2):
                return True
        if forms[place] in negators and (after[:1] == ["anymore"] or after[:2] == ["any", "more"]):
            return _is_short_denial(forms, place)
    return False


def _is_short_denial(forms: Sequence[str], place: int) -> bool:
    """Whether the negator at `place` begins what it stands in: "but not anymore", not "but we do not sell anymore"."""
    return not is_word(forms[place - 1]) or forms[place - 1] in ("but", "now", "they", "we", "it", "he", "she", "i")


def _ends_clause(forms: Sequence[str], place: int) -> bool:
    """Whether nothing follows but particles, or a mark or a break between clauses."""
    while place < len(forms) and forms[place] in _PARTICLES:
        place += 1
    return place >= len(forms) or not is_word(forms[place]) or forms[place] in _BREAKS


def _closes(forms: Sequence[str], place: int) -> bool:
    return place >= len(forms) or not is_word(forms[place]) or forms[place] in _CLOSING
