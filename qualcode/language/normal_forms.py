"""The standard word behind a colloquial, Javanese or clipped one: an attribute of a token, never a change of text.

Javanese stands in its everyday (ngoko) and polite (krama) words, because interviews on Java mix both into
Indonesian, and Sundanese in its commonest ones. A word that is common in plain Indonesian with another meaning
(`larang`, `arang`, `papan`, `oleh`) is left out, and so are colloquial verbs that the affix rules of `lemmas` take
apart by themselves (`ngumpul`, `nyari`).
"""

# One line a standard word: the word, then what people say for it.
_INDONESIAN = """
ada: ono onok wonten enten enek
tidak: nggak enggak ngga engga nggk gak ga gk kagak kaga ndak ndhak nda endak tak tdk ora mboten boten teu henteu
belum: blm blom belom durung dereng acan
bukan: bkn dudu sanes
jangan: jgn ojo
sudah: udah udh sdh dah wis wes uwis uwes sampun mpun geus enggeus
akan: bakal bakalan ajeng badhe
mau: mo gelem purun arep
ingin: kepengen kepingin pengen pingin pengin kepengin hayang
masih: msh tasih isih
sedang: sdg
hanya: cuma cuman cm mung namung ngan
saja: aja ae wae doang mawon
juga: jg jga ugi
kalau: kalo klo kl kalu lek nek yen menawi
karena: krn karna soale soalnya amargi amarga mergo merga
supaya: spy biar ben supados
tetapi: tapi tp tpi nanging
dengan: dgn dg karo kaliyan kalih
untuk: utk buat kanggo kangge
yang: yg sing ingkang
dan: dn lan
atau: ato utawa utawi
dari: dri saka saking seko
pada: pd
kepada: kpd marang dhateng
seperti: kayak kaya kyk kek koyo koyok kados
sekali: banget bgt sanget
sangat: sgt
lebih: lbh luwih langkung
banyak: byk bnyk akeh kathah loba seueur
sedikit: dikit sithik sitik sekedhik
kurang: krg kirang
semua: smua kabeh sedaya sedoyo
sama: podo padha sami
sendiri: sndiri dewe dhewe piyambak
sekarang: skrg skrang skr saiki sakniki sakmeniko ayeuna
dahulu: dulu dlu mbiyen biyen riyin rumiyin baheula
nanti: nti ntar entar engko mengko mangke
kemarin: kmrn wingi
besok: bsk sesuk benjing
kapan: kpn
ketika: naliko nalika
sering: srg asring
langsung: lgsg lgsung
terus: trs trus
bagaimana: gimana gmn gmana piye pripun kepriye kumaha
mengapa: kenapa knp ngapa ngopo
apa: opo nopo menapa naon
siapa: sapa sopo sinten saha
mana: endi pundi
ini: iki niki puniko
itu: iku niku kuwi kui
begitu: gitu gt ngono ngoten
begini: gini ngene ngeten
saya: aku sy gue gua gw kula kulo ane
kamu: lu elu kowe koen awakmu
anda: sampeyan njenengan panjenengan jenengan
kita: kite
dia: deweke dheweke piyambake
mereka: mrk
orang: org wong tiyang
bapak: pak bpk
ibu: bu
anak: lare
teman: temen konco kanca
rumah: omah griya
bisa: bs iso saged saget
dapat: dpt dapet entuk angsal
harus: hrs kudu kedah
boleh: pareng
tahu: tau ngertos weruh
entah: mbuh embuh ntah
lupa: lali supe kesupen
ingat: eling kelingan inget kemutan
tanya: takon tangled
mengerti: ngerti
suka: seneng demen
datang: dateng dtg rawuh
pergi: lunga lungo
pulang: mulih muleh wangsul
ikut: melu melok nderek ndherek
bertemu: ketemu ketemuan kepethuk kepanggih
berkata: kandha
meminta: njaluk nyuwun
membuat: bikin gawe damel nggawe
membeli: tuku tumbas
menjual: adol sade
laku: payu
mencari: nyari nyariin golek madosi
mengambil: njupuk mendhet
menunggu: ngenteni
mengajar: mulang
dibuat: dibikin digawe didamel
membawa: nggowo nggawa mbeta
melihat: liat ngeliat ndelok ningali
mendengar: denger krungu mireng
makan: nedha dhahar
tidur: turu tilem
uang: duit duwit dhuwit artos
harga: rego rega regi
murah: mirah
besar: gede gedhe ageng
kecil: cilik
baik: apik sae
bagus: bgs
susah: ssh rekasa rekoso
sulit: angel
mudah: gampang gampil
ramai: rame
cepat: cepet
lama: suwe suwi dangu
dekat: deket cedhak cedak
jauh: adoh tebih
lain: liyane lintune
baru: anyar enggal
bersama: bareng barengan sareng babarengan
memang: emang emg mmg pancen
mungkin: mgkn
katanya: jare jarene jarenya ktnya
benar: bener leres
salah: kliru lepat
pihak: phk
tempat: panggonan
ya: iya iyo yo yoi nggih inggih njih enggih
sejak: wiwit
sampai: sampe nganti ngantos
sebentar: bentar sedhela sekedhap
habis: abis entek telas
tambah: nambah
seharusnya: harusnya kudune mestinya semestinya mestine
semoga: moga-moga mugi mugi-mugi mugo-mugo muga-muga
"""

_ENGLISH = """
want: wanna
because: cuz cos coz
them: em
yes: yeah yep yup
no: nope nah
okay: ok
kind: kinda
"""

_CLIPPED = ("'s", "'re", "'ve", "'ll", "'d", "'m")  # "we're" is "we" with its verb


def _read_table(table: str) -> dict[str, str]:
    rows = (line.split(": ") for line in table.strip().splitlines())
    return {form: standard for standard, forms in rows for form in forms.split()}


NORMAL_FORMS = {"id": _read_table(_INDONESIAN), "en": _read_table(_ENGLISH)}


def find_normal_form(word: str, language: str) -> str:
    """The standard form of a word as typed, in lower case and with straight apostrophes and hyphens.

    `language` is "id" or "en". A word that the table does not know comes back as it is, without an English ending
    after an apostrophe other than n't.
    """
    form = word.casefold()
    if not form.isascii():
        form = form.replace("’", "'").replace("‑", "-")
    if language == "en" and form.endswith(_CLIPPED):
        form = form[: form.rindex("'")] or form
    return NORMAL_FORMS[language].get(form, form)
