"""Words that hold a sentence together and say little of its matter, in Indonesian and English.

Written in normal forms (`language.normal_forms` brings `nggak`, `kalo` and `wis` to them). Short on purpose: the usual
lists of stop words hold `masalah`, `naik`, `keluar` and `percuma`, which a reader of interviews must not lose.
"""

from qualcode.language.words import words

_INDONESIAN = words(
    "yang dan di ke dari pada untuk dengan dalam oleh sebagai karena supaya agar bahwa kalau jika bila tetapi atau"
    " serta lalu kemudian maka sehingga sampai sejak tentang seperti antara bagi tanpa hingga sambil meski meskipun"
    " walau walaupun padahal sedangkan namun melainkan kecuali terhadap menurut selama setelah sesudah sebelum ketika"
    " waktu saat pas tiap setiap para sebuah seorang suatu sesuatu si sang"
    " saya kami kita kamu anda kalian dia ia beliau mereka ini itu sini situ sana begini begitu demikian tersebut nya"
    " apa siapa mana kapan bagaimana mengapa berapa"
    " tidak bukan belum jangan tanpa pun juga saja hanya sudah telah akan sedang masih pernah lagi dahulu nanti"
    " tadi sekarang kemarin besok lebih paling sangat sekali terlalu agak cukup sekitar hampir lumayan banyak sedikit"
    " semua seluruh beberapa berbagai sama sendiri saling"
    " ada jadi menjadi adalah ialah merupakan yaitu yakni bisa dapat boleh harus mau ingin perlu mungkin memang tentu"
    " pasti kira rasa tahu bilang kata katanya ngomong cerita maksud misal misalnya contoh artinya sebenarnya"
    " bapak ibu mas mbak kang mbah bang dik adik tuan nyonya orang hal macam cara sebagian lain"
    " ya oh eh em hm ehm ah nah lah kah kok sih dong deh lho loh kan to tho toh lha wah aduh waduh oke terus"
    " satu dua tiga empat lima enam tujuh delapan sembilan sepuluh puluh ratus ribu juta"
)
_ENGLISH = words(
    "a an the this that these those such and or but nor so yet if unless because since while when where whether though"
    " although as than then of in on at by for from to into onto with without within about between among over under"
    " after before during until through against per off up down out away back"
    " i me my mine myself you your yours he him his she her hers it its itself we us our ours they them their theirs"
    " themselves ourselves who whom whose which what why how there here one ones someone somebody something anyone"
    " anybody anything everyone everybody everything nobody nothing none"
    " be am is are was were been being have has had having do does did doing done will would shall should can could may"
    " might must need let get got gets go goes going went come came say said says tell told think thought know knew"
    " mean see look make made take put want"
    " not no never don't doesn't didn't won't wouldn't can't cannot couldn't isn't aren't wasn't weren't haven't hasn't"
    " hadn't shouldn't ain't"
    " all any both each every few more most much many other another some same own only just also too very really quite"
    " rather even still already again once ever always often sometimes maybe perhaps now today yesterday tomorrow"
    " well yes okay oh ah uh um eh hm like kind sort bit lot thing things way actually basically right sure please"
    " two three four five six seven eight nine ten hundred thousand sir madam mr mrs ms"
)
FUNCTION_WORDS = {"id": _INDONESIAN | _ENGLISH, "en": _ENGLISH}
"""By the language of the text; speakers of Indonesian mix both."""
