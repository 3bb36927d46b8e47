"""Which language a talk is in: by its most common small words."""

from collections.abc import Iterable
from itertools import islice
from typing import Literal

from qualcode.readers.talk.vocabulary import words_in

# Words of one language that are rare in the other; colloquial Indonesian and Javanese count as "id".
_INDONESIAN = words_in(
    """yang dan di ke dari ini itu untuk dengan tidak ada saya kami kita mereka dia aku kamu bapak ibu pak bu mas mbak
    sudah belum akan bisa juga kan ya iya nggih inggih kalau karena jadi terus tapi atau pada dalam oleh apa bagaimana
    gimana berapa siapa lebih banyak orang sama saja aja lagi gitu begitu masih harus bukan nggak ndak gak enggak
    tak nya sih lah lho kok dong nah wis wes ora iku iki sing karo nek lek wong yo opo piye neng ning arek ono saget
    sampeyan njenengan seperti punya sekali setelah sebelum kemarin sekarang udah banget loh deh"""
)
_ENGLISH = words_in(
    """the and of to in is that it was for you we they i my your our with on are be have had has this not but so what
    there then do did does don't it's that's from would could about if or as at like just know think people how when
    because well been some all one out can he she his her their them me who which were an by more very really yeah
    okay um uh"""
)
_SAMPLE = 5000  # words looked at: more change nothing


def guess_language(stretches: Iterable[str]) -> Literal["id", "en"]:
    """Whichever language's small words are more, "id" or "en"; "id" where they are equally many.

    The first few thousand words are counted, taken from the stretches in their order.
    """
    words = (word.strip(".,?!…\"'()") for stretch in stretches for word in stretch[:20_000].casefold().split())
    indonesian = english = 0
    for word in islice(words, _SAMPLE):
        indonesian += word in _INDONESIAN
        english += word in _ENGLISH
    return "en" if english > indonesian else "id"
