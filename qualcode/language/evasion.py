"""Answers that give none: the speaker does not know, will not say, or only says yes or no to what was put to them.

Phrases are sequences of normal forms, so that `aku ora ngerti` and `saya tidak mengerti` are one.
"""

from collections.abc import Sequence

from qualcode.language.tokens import is_word
from qualcode.language.words import words

_EVASIONS = tuple(
    phrase.split()
    for phrase in (
        "kurang tahu", "tidak tahu", "belum tahu", "tidak mengerti", "kurang mengerti", "tidak paham", "kurang paham",
        "tidak hafal", "kurang hafal", "tidak ingat", "lupa saya", "saya lupa", "wallahu", "entah", "tidak ikut-ikut",
        "tidak berani bilang", "tidak berani jawab", "tidak berani menilai", "tidak bisa menilai", "tidak bisa jawab",
        "tidak bisa cerita", "jangan tanya saya", "tanya saja", "tanya mereka", "tanya ke", "tanya langsung",
        "bukan wewenang saya", "bukan urusan saya", "bukan bagian saya", "susah jawab", "sulit jawab", "susah menjawab",
        "sulit menjawab", "susah ngomong", "tidak mau komentar", "tidak enak ngomong", "no comment", "rahasia",
        "don't know", "do not know", "dunno", "no idea", "couldn't say", "couldn't tell", "can't say", "cannot say",
        "can't speak", "not sure", "hard to say", "hard to tell", "wouldn't know", "ask them", "ask him", "ask her",
        "you'd have to ask", "rather not", "no opinion", "above my pay", "not for me to",
    )
)  # fmt: skip
_BY_FIRST = {first: [phrase for phrase in _EVASIONS if phrase[0] == first] for first, *_ in _EVASIONS}
_ASSENTS = words(
    "ya iya betul benar tentu sepakat setuju memang begitu jelas pasti siap cocok baik oh lah kok sih dong lho to kan"
    " pak bu mas mbak bapak ibu kang cak dik itu yes yeah yep sure right absolutely definitely indeed exactly"
    " certainly correct true agreed course of"
)
_YES = words("ya iya betul benar tentu sepakat setuju memang begitu pasti yes yeah yep sure right absolutely"
             " definitely indeed exactly certainly correct true agreed")  # fmt: skip
_MOST_WORDS = 5
_LEAD_IN = words(
    "oh o well ah eh em hm hmm wah waduh lha lho lah ya kok mas mbak pak bapak bu ibu honestly god , … ..."
)
_DENIALS = words("tidak belum bukan jarang kurang no not never hardly barely rarely seldom nobody none")
_GOING_ON = words(
    "really much yet so often exactly quite many always particularly at anymore i we they he she it juga begitu terlalu"
    " selalu pernah lah sih kok seberapa sepenuhnya semua sama kami saya mereka"
)


def is_evasive(forms: Sequence[str]) -> bool:
    """Whether a sentence, given as normal forms, says that the speaker cannot or will not answer."""
    if _BY_FIRST.keys().isdisjoint(forms):
        return False
    said = [form for form in forms if is_word(form)]
    return any(
        said[place : place + len(phrase)] == phrase
        for place, form in enumerate(said)
        if form in _BY_FIRST
        for phrase in _BY_FIRST[form]
    )


def is_bare_assent(forms: Sequence[str]) -> bool:
    """Whether these normal forms say yes and nothing else ("Ya, betul, Pak.")."""
    said = [form for form in forms if is_word(form)]
    return 0 < len(said) <= _MOST_WORDS and not _YES.isdisjoint(said) and _ASSENTS.issuperset(said)


def is_denial(forms: Sequence[str]) -> bool:
    """Whether a sentence, given as normal forms, begins with a no to what was asked ("Ndak, Mas.", "Not really.")."""
    said = [form for form in forms if form not in _LEAD_IN]
    return said[:1] != [] and said[0] in _DENIALS and (len(said) == 1 or not is_word(said[1]) or said[1] in _GOING_ON)
