"""Whether a sentence tells of something going well or badly, by plain words of praise and complaint.

For what people say without any cue of the codebook: an answer about trust that tells of a broken thing and an angry
neighbour speaks of too little of it. Words are looked for as normal forms and as lemmas; one under a negator counts
for the other side; what follows a "but" outweighs what comes before it. Counting words of praise and blame goes back to
the General Inquirer (Stone et al. 1966); it is a crude guess, and is used only where nothing better speaks.
"""

from collections.abc import Sequence
from typing import Literal

from qualcode.language.lemmas import find_lemma
from qualcode.language.negation import is_negated, list_negators
from qualcode.language.words import words

Valence = Literal["good", "bad", "neither"]

_BAD = words(
    # Indonesian, colloquial and Javanese speech among it
    "gagal batal rusak hilang kecewa marah benci sakit takut bingung ragu curiga bohong tipu ingkar molor terlambat"
    " telat mundur henti keluar sepi turun rugi susah sulit repot ruwet ribet rumit macet mandek mangkrak bengkalai"
    " putus bubar bentrok ribut geger tengkar protes tolak malu kalah jelek buruk lemah lambat kosong percuma sia-sia"
    " mubazir sendiri-sendiri beda salah lempar jebol hancur kapok bosan malas ogah acuh cuek sembunyi tutup jatuh"
    " keluh sindir paksa ancam buang tinggal lupa abai bangkrut nganggur sengketa konflik langgar kacau pusing pening"
    " capek lelah jenuh mangkel jengkel kesal dongkol nggerundel gerutu ngamuk mecucu rasan-rasan diam timpang mandul"
    " formalitas seremonial basa-basi doang thok tok percekcokan cekcok sungkan minder sayangnya kasihan eman parah"
    " terpaksa terbengkalai tertutup tersinggung dicoret dipotong dipangkas hangus kedaluwarsa habis bocor keruh beku"
    # English
    " fail failure broken lose loss lost angry mad upset hurt afraid fear worry confuse doubt suspicious lie late"
    " delay stall stuck quit leave empty worse worst bad hard difficult trouble struggle problem wrong mistake argue"
    " argument fight refuse reject ignore forget waste cancel collapse quiet slow weak poor tired fed sick blame"
    " complain disappoint disappointed betray burn burned suspect shut drop cut against shout yell silent cold bitter"
    " awkward unfair pretend nowhere gap mess frustrate frustrating"
)
_GOOD = words(
    "baik bagus senang gembira bahagia bangga lancar mudah gampang cepat rajin aktif setia rutin rukun akrab dekat"
    " buka jujur percaya hormat kompak sepakat setuju paham mengerti jelas hasil sukses tingkat naik tambah laku ramai"
    " untung maju kembang bantu pulih cair membaik mandiri hebat salut syukur alhamdulillah sabar tekun ikhlas tulus"
    " cocok pas enak nyaman aman tenang puas lega terima dukung sambut rawat jaga guyub gotong sejuk semangat antusias"
    " pintar terampil mahir lulus menang juara untungnya lumayan pelan-pelan telaten jadi dipakai terpasang"
    " good well better best great happy glad proud nice fine easy fair honest open agree clear understand help"
    " helpful improve improvement grow success succeed win gain smooth respect thank grateful generous friendly"
    " reliable steady strong fast quick ready able enjoy love welcome support share together finally thanks work"
)
_TURNS = frozenset(("tetapi", "namun", "melainkan", "padahal", "but", "however", "except", "though"))
_DENIALS = {"id": words("tidak belum bukan jarang kurang tanpa cuma hanya"), "en": words("not never no nobody nothing")}


def find_valence(typed: Sequence[str], forms: Sequence[str], language: str) -> Valence:
    """What prevails in one sentence, given by its tokens in lower case and their normal forms.

    A sentence with no word of either side is "bad" where it denies something and "neither" elsewhere.
    """
    negators = list_negators(language)
    start = 1 + max((place for place, form in enumerate(forms) if form in _TURNS), default=-1)
    balance = 0.0
    denied = False
    for place, form in enumerate(forms):
        weight = 2 if place >= start > 0 else 1
        if form in negators:
            denied = True
            continue
        lemma = find_lemma(typed[place], language)
        side = (form in _GOOD or lemma in _GOOD) - (form in _BAD or lemma in _BAD)
        if side:
            turned = is_negated(typed, forms, place, place + 1, language)
            balance += -side * weight if turned else side * weight
    if balance == 0:
        return "bad" if denied or any(n.endswith("n't") for n in typed) else "neither"
    return "good" if balance > 0 else "bad"
