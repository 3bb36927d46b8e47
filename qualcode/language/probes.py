"""Probes, which ask for nothing new and keep the talk where it is ("Why?", "Contohnya?"), and what takes it away."""

from qualcode.language.normal_forms import find_normal_form
from qualcode.language.tokens import TOKEN, WORD
from qualcode.language.words import words

_PROBING = words(
    "mengapa bagaimana apa siapa contoh contohnya misal misalnya seperti terus lalu kemudian jadi berarti"
    " begitu begitulah begini itu ini oh o hm hmm he'em heem mm eh ah nah wah waduh lho loh lha kok masa ya"
    " betul benar baik oke maksudnya artinya penjelasannya lebih jelas lanjut lanjutkan silakan monggo coba"
    " cerita ceritakan ceritanya lagi saja sampai sekarang sejak kapan dulu dahulu dan atau pak bapak bu ibu mas"
    " mbak kang bang kak cak dik nduk sih dong kan to ta toh ta' yang bisa boleh dijelaskan diceritakan tertawa"
    " menarik penyelesaiannya alasannya sebabnya penyebabnya dipakai berubah belum sudah tidak ada masih why how"
    " so what who when and then but or really did do does is was has have had that this it its they them you"
    " mean meaning which way change changed changing shifted happen happened go on carry please tell me more"
    " about example instance such as like say saying i see right okay ok mhm uh huh yes no well wow goodness"
    " interesting laughs still now since at all in a an the for of sense exactly not there any else"
)
_LISTENING = words(
    "oh o hm hmm hmmm he'em heem mm mhm mmhm eh ah nah wah waduh lho loh ya betul benar baik oke begitu siap tertawa"
    " menarik pak bapak bu ibu mas mbak kang bang cak dik i see right okay ok uh huh yes no well wow goodness"
    " interesting laughs sure of course"
)
_PARTING = words(
    "harapan harapannya pesan penutup terakhir terima kasih matur suwun nuwun rencana rencananya cita-cita perkenalan"
    " diperkenalkan memperkenalkan istirahat rekam direkam hope hopes last lastly finally thank thanks next plan"
    " plans future introduce background wrap finish recording"
)


_LOOKING_BACK = words(
    "itu begitu tadi juga mereka dia beliau masih lagi tetap tersebut demikian akhirnya hasilnya caranya rasanya"
    " that those they them it its he she him her this there also too still again then else so"
)


def only_listens(said: str, language: str) -> bool:
    """Whether a turn asks for nothing at all ("Mm-hm." "Oh, begitu.") and the one who speaks just goes on."""
    return "?" not in said and all(
        _LISTENING.issuperset(find_normal_form(match.group(), language).split("-")) for match in WORD.finditer(said)
    )


def looks_back(said: str, language: str) -> bool:
    """Whether a turn points to what was spoken of before ("Bu Camat juga datang?", "And did they come?")."""
    tokens = TOKEN.findall(said)
    return any(
        find_normal_form(token, language) in _LOOKING_BACK or token.casefold().endswith("nya") for token in tokens
    )


def takes_leave(said: str, language: str) -> bool:
    """Whether a turn opens or closes an interview, or leaves its topics for hopes and plans."""
    return not _PARTING.isdisjoint(find_normal_form(word, language) for word in TOKEN.findall(said))


def keeps_asking(said: str, language: str) -> bool:
    """Whether a turn holds nothing but words of probing."""
    return all(find_normal_form(match.group(), language) in _PROBING for match in WORD.finditer(said))
