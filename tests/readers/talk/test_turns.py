"""What turns come out of the layouts in which people write interviews down."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcode.readers.talk.turns import find_turns

# name: (the text as it stands in the file, [(speaker, words)])
LAYOUTS: dict[str, tuple[str, list[tuple[str, str]]]] = {
    "a line a turn": (
        "Pewawancara: Sudah lama, Bu?\nInforman: Sudah.\nPewawancara: Sejak kapan?\n",
        [("Pewawancara", "Sudah lama, Bu?"), ("Informan", "Sudah."), ("Pewawancara", "Sejak kapan?")],
    ),
    "bold labels of Markdown": (
        "**Dina:** Siap?\n\n**Bu Tatik:** Siap.\n\n**Dina**: Baik.\n",
        [("Dina", "Siap?"), ("Bu Tatik", "Siap."), ("Dina", "Baik.")],
    ),
    "name and time above the words": (
        "Rina Wulan  0:03\nBoleh mulai?\n\nPak Joko  0:10\nMonggo.\nSilakan duduk.\n\n"
        "Rina Wulan  1:02:11\nTerima kasih.\n\n"
        "Transcribed by https://otter.ai\n",
        [("Rina Wulan", "Boleh mulai?"), ("Pak Joko", "Monggo.\nSilakan duduk."), ("Rina Wulan", "Terima kasih.")],
    ),
    "time and label on a line of their own": (
        "[00:10] RESEARCHER:\nHow did it start?\n\n[00:15] PARTICIPANT:\nWith a boat.\n",
        [("RESEARCHER", "How did it start?"), ("PARTICIPANT", "With a boat.")],
    ),
    "a letter alone, words wrapped below": (
        "P:\nBagaimana awalnya, Pak, waktu\nBapak baru datang?\n\nN:\nWaktu itu masih sepi,\njalan saja belum ada.\n",
        [
            ("P", "Bagaimana awalnya, Pak, waktu\nBapak baru datang?"),
            ("N", "Waktu itu masih sepi,\njalan saja belum ada."),
        ],
    ),
    "a dash behind the label, with a legend": (
        "I1 = Interviewer 1\nI2 = Interviewer 2\nR = Respondent\n\nI1 - What do you grow?\n\nR - Leeks - and beans.\n\n"
        "I2 - Since when?\n\nR - Since May.\n",
        [("I1", "What do you grow?"), ("R", "Leeks - and beans."), ("I2", "Since when?"), ("R", "Since May.")],
    ),
    "labels written small": (
        "interviewer: how long?\ninterviewee: ten years\ninterviewer: and before?\n",
        [("interviewer", "how long?"), ("interviewee", "ten years"), ("interviewer", "and before?")],
    ),
    "a recogniser's labels, no punctuation": (
        "SPEAKER_00: so tell me how it began\nSPEAKER_01: well we had nothing\nSPEAKER_00: nothing at all\n",
        [
            ("SPEAKER_00", "so tell me how it began"),
            ("SPEAKER_01", "well we had nothing"),
            ("SPEAKER_00", "nothing at all"),
        ],
    ),
    "a recogniser's labels without a colon": (
        "SPEAKER_00 so tell me how it began\nSPEAKER_01 - well we had nothing\n",
        [("SPEAKER_00", "so tell me how it began"), ("SPEAKER_01", "well we had nothing")],
    ),
    "the colon on the line below the label": (
        "Transkrip\nTanggal\n: 3 Mei\n\nPewawancara\n: Sudah lama, Bu?\n\nBu Tatik\n\n: Sudah.\nSejak kecil.\n"
        "Pewawancara\n: Lalu?\nBu Tatik\n: Begitu.\n",
        [
            ("Pewawancara", "Sudah lama, Bu?"),
            ("Bu Tatik", "Sudah.\nSejak kecil."),
            ("Pewawancara", "Lalu?"),
            ("Bu Tatik", "Begitu."),
        ],
    ),
    "a list below a sentence is no label": (
        "P: Apa saja?\nN: Begini\n- batik\n: itu saja\nP: O.\n",
        [("P", "Apa saja?"), ("N", "Begini\n- batik\n: itu saja"), ("P", "O.")],
    ),
    "times before the words, no labels": (
        "0:00 so you fish at night\n0:04 intinya: every night\n0:09 and my sons too\nall three of them\n1:02:03 good\n",
        [
            ("", "so you fish at night"),
            ("", "intinya: every night"),
            ("", "and my sons too\nall three of them"),
            ("", "good"),
        ],
    ),
    "times before the words, labels at a change of speaker": (
        "0:00 P: Bagaimana awalnya?\n0:04 N: Awalnya susah.\n0:09 Susah sekali.\n0:12 P: Lalu?\n",
        [("P", "Bagaimana awalnya?"), ("N", "Awalnya susah."), ("N", "Susah sekali."), ("P", "Lalu?")],
    ),
    "a space before the colon": (
        "P : Dari mana modalnya?\n\nN : Dari arisan.\n",
        [("P", "Dari mana modalnya?"), ("N", "Dari arisan.")],
    ),
    "titles, commas and full stops": (
        "H. Sutarno, S.E.: Mari mulai.\n\nDr. Ir. Ani Lestari, M.Si.: Baik, Pak.\n\nH. Sutarno, S.E.: Silakan.\n",
        [
            ("H. Sutarno, S.E.", "Mari mulai."),
            ("Dr. Ir. Ani Lestari, M.Si.", "Baik, Pak."),
            ("H. Sutarno, S.E.", "Silakan."),
        ],
    ),
    "ids in brackets": (
        "[id1] I liked it.\n\n[Bu Siti (55)] I did not.\n\n[id1] Why?\n",
        [("id1", "I liked it."), ("Bu Siti (55)", "I did not."), ("id1", "Why?")],
    ),
    "headings of Markdown": (
        "---\ntitle: A talk\n---\n\n# Talk 4\n\n## User\n\nI sell bread.\n\n"
        "### Assistant\n\nSince when?\n\n## User\n\nTen years.\n",
        [("User", "I sell bread."), ("Assistant", "Since when?"), ("User", "Ten years.")],
    ),
    "changes of speaker without names": (
        ">> So you fish?\n>> I do,\nevery night.\n>> Alone?\n",
        [("", "So you fish?"), ("", "I do,\nevery night."), ("", "Alone?")],
    ),
    "question and answer": ("T: Umur berapa?\nJ: Enam puluh.\n", [("T", "Umur berapa?"), ("J", "Enam puluh.")]),
    "question and answer with full stops": (
        "Q. Did you go?\nA. I did. Twice.\nQ. Alone?\nA. Yes.\n",
        [("Q", "Did you go?"), ("A", "I did. Twice."), ("Q", "Alone?"), ("A", "Yes.")],
    ),
    "a tab behind the label": (
        "Dewi\tApa kabar?\nPak Oto\tBaik.\nDewi\tSyukurlah.\n",
        [("Dewi", "Apa kabar?"), ("Pak Oto", "Baik."), ("Dewi", "Syukurlah.")],
    ),
    "f4 stamps at the end of a turn": (
        "I: How many goats? #00:00:12-0#\n\nR: Nine. #00:00:15-3#\n",
        [("I", "How many goats?"), ("R", "Nine.")],
    ),
    "a guest who speaks once": (
        "Sari: Sudah makan?\n\nPak Wid: Sudah.\n\nBu Wid: Belum, bohong itu.\n\nSari: Lho.\n\nPak Wid: Hehe.\n",
        [
            ("Sari", "Sudah makan?"),
            ("Pak Wid", "Sudah."),
            ("Bu Wid", "Belum, bohong itu."),
            ("Sari", "Lho."),
            ("Pak Wid", "Hehe."),
        ],
    ),
    "sentences with a colon are no speakers": (
        "P: Ceritakan.\n\nN: Begini ya.\n\nCatatan: waktu itu hujan.\n\nMisalnya: pagi saya ke pasar.\n\n"
        "Jadi begini: saya jual dulu.\n\nPukul 10:30 saya pulang.\n\nhttps://contoh.id/a\n\nSolusinya: ya menunggu.\n\n"
        "P: Itu solusinya?\n\nN: Ya.\n",
        [
            ("P", "Ceritakan."),
            (
                "N",
                "Begini ya.\n\nCatatan: waktu itu hujan.\n\nMisalnya: pagi saya ke pasar.\n\n"
                "Jadi begini: saya jual dulu.\n\nPukul 10:30 saya pulang.\n\n"
                "https://contoh.id/a\n\nSolusinya: ya menunggu.",
            ),
            ("P", "Itu solusinya?"),
            ("N", "Ya."),
        ],
    ),
    "stage directions are nobody's speech": (
        "P: Lalu?\n\nN: Lalu jatuh (tertawa) semua.\n\n(hening)\n\nYa begitu.\n\n"
        "[suara telepon]\n\n♪ musik ♪\n\nP: Wah.\n",
        [("P", "Lalu?"), ("N", "Lalu jatuh (tertawa) semua."), ("N", "Ya begitu."), ("P", "Wah.")],
    ),
    "a head with fields": (
        "TRANSKRIP WAWANCARA\nInforman: Wagimin, kepala dusun\nPewawancara: Siti Aminah\n"
        "Tempat: balai dusun   Tanggal: 3 Mei\n"
        "Kode informan: 07\n\nPewawancara: Sehat, Pak?\n\nInforman: Sehat.\n\nSelesai\n",
        [("Pewawancara", "Sehat, Pak?"), ("Informan", "Sehat.")],
    ),
    "a head with a legend of letters": (
        "Interview 12\nP: Pewawancara\nN: Narasumber\n\nP: Sehat, Pak?\nN: Sehat.\n\n--- end of interview ---\n",
        [("P", "Sehat, Pak?"), ("N", "Sehat.")],
    ),
    "an equation in what somebody says first is no legend": (
        "P: Satu jam = dua potong, begitu?\nN: Ya, satu hari = lima potong.\nP: Lalu?\n",
        [("P", "Satu jam = dua potong, begitu?"), ("N", "Ya, satu hari = lima potong."), ("P", "Lalu?")],
    ),
    "a legend of equations behind a word": (
        "Keterangan: P = Pewawancara, N = Narasumber\n\nP: Sehat, Pak?\nN: Sehat.\n",
        [("P", "Sehat, Pak?"), ("N", "Sehat.")],
    ),
    "names under role words, then the talk without a blank line": (
        "Pewawancara : Rani\nNarasumber : Bu Siti\nPewawancara : Apa kabar?\nNarasumber : Baik.\n",
        [("Pewawancara", "Apa kabar?"), ("Narasumber", "Baik.")],
    ),
    "an opening of one word is talk": (
        "Moderator: Assalamualaikum\nPeserta 1: Waalaikumsalam\nModerator: Mari.\n",
        [("Moderator", "Assalamualaikum"), ("Peserta 1", "Waalaikumsalam"), ("Moderator", "Mari.")],
    ),
    "numbered lines": (
        "1. Pewawancara: Apa kabar?\n2. Informan: Baik.\n3. Pewawancara: Lalu?\n",
        [("Pewawancara", "Apa kabar?"), ("Informan", "Baik."), ("Pewawancara", "Lalu?")],
    ),
    "name, time and words on one line": (
        "Speaker 1  00:00:03  So you fish?\nSpeaker 2  00:00:05  I do.\n",
        [("Speaker 1", "So you fish?"), ("Speaker 2", "I do.")],
    ),
    "points that come twice are no speakers": (
        "Rani: Apa kelebihannya?\n\nBu Siti: Ada dua.\n\nKelebihan: murah.\n\nRani: Lalu?\n\nBu Siti: Ini.\n\n"
        "Kelebihan: dekat.\n\nRani: Oh.\n",
        [
            ("Rani", "Apa kelebihannya?"),
            ("Bu Siti", "Ada dua.\n\nKelebihan: murah."),
            ("Rani", "Lalu?"),
            ("Bu Siti", "Ini.\n\nKelebihan: dekat."),
            ("Rani", "Oh."),
        ],
    ),
    "a list in an answer": (
        "**Q:** What?\n\n**A:** Two things:\n\n- one\n- two\n\n**Q:** Why?\n",
        [("Q", "What?"), ("A", "Two things:\n\n- one\n- two"), ("Q", "Why?")],
    ),
    "different spellings of one label": (
        "PENELITI: Apa?\nInforman: Ini.\ninforman: Itu.\nInforman : Anu.\nPeneliti: O.\nPeneliti: Ya.\n",
        [
            ("Peneliti", "Apa?"),
            *[("Informan", words) for words in ("Ini.", "Itu.", "Anu.")],
            ("Peneliti", "O."),
            ("Peneliti", "Ya."),
        ],
    ),
    "no labels at all": (
        "The well is dry.\nWe walk.\n\n(silence)\n\nFar away.\n",
        [("", "The well is dry.\nWe walk."), ("", "Far away.")],
    ),
    "a chat of Android, with what it says itself": (
        "12/05/25 09.01 - Pesan dan panggilan terenkripsi secara end-to-end.\n12/05/25 09.02 - Rina: Sejak kapan?\n"
        "12/05/25 09.03 - Pak Joko: Sejak 2012.\nWaktu itu sepi\n12/05/25 09.04 - Pak Joko: <Media tidak disertakan>\n"
        "12/05/25 09.05 - Rina menambahkan Bu Sri\n12/05/25 09.06 - Rina: Lalu?\n12/05/25 09.07 - Pak Joko: Ya.\n",
        [("Rina", "Sejak kapan?"), ("Pak Joko", "Sejak 2012.\nWaktu itu sepi"), ("Rina", "Lalu?"), ("Pak Joko", "Ya.")],
    ),
    "a chat of iOS, with what it says itself": (
        "[5/12/25, 9:01:12\u202fAM] Pak Joko: \u200eMessages and calls are end-to-end encrypted.\n"
        "[5/12/25, 9:02:12\u202fAM] Rina: Since when?\n[5/12/25, 9:03:12\u202fAM] Pak Joko: 2012.\n"
        "\u200e[5/12/25, 9:04:12\u202fAM] Pak Joko: \u200eimage omitted\n[5/12/25, 9:05:12\u202fAM] Rina: Oh.\n",
        [("Rina", "Since when?"), ("Pak Joko", "2012."), ("Rina", "Oh.")],
    ),
    "a chat of people without a name": (
        "12/05/2025, 09.02 - rina wulan: Sejak kapan?\n12/05/2025, 09.03 - +62 812-3456-7890: Sejak 2012.\n"
        "12/05/2025, 09.04 - ~ Bu Sri 🌸: Saya baru.\n12/05/2025, 09.05 - rina wulan: Lalu?\n",
        [
            ("rina wulan", "Sejak kapan?"),
            ("+62 812-3456-7890", "Sejak 2012."),
            ("~ Bu Sri 🌸", "Saya baru."),
            ("rina wulan", "Lalu?"),
        ],
    ),
    "a chat of Zoom": (
        "09:01:33\t From Rina Wulan to Everyone:\n\tSiap?\n09:02:12\t From  Pak Joko : Siap.\n"
        "09:03:01\t From Rina Wulan to Everyone:\n\tBaik.\n",
        [("Rina Wulan", "Siap?"), ("Pak Joko", "Siap."), ("Rina Wulan", "Baik.")],
    ),
    "captions of Zoom": (
        "[Rina Wulan] 09:01:12\nSiap?\n\n[Pak Joko] 09:01:15\nSiap.\n\n[Rina Wulan] 09:01:20\nBaik.\n",
        [("Rina Wulan", "Siap?"), ("Pak Joko", "Siap."), ("Rina Wulan", "Baik.")],
    ),
    "blanks in place of a tab": (
        "PENELITI    Sejak kapan Ibu\n            membatik?\n\nINFORMAN    Sejak kecil. Ya.\n\n"
        "PENELITI    Lalu?\n\nINFORMAN    Begitu.\n",
        [
            ("PENELITI", "Sejak kapan Ibu\n            membatik?"),
            ("INFORMAN", "Sejak kecil. Ya."),
            ("PENELITI", "Lalu?"),
            ("INFORMAN", "Begitu."),
        ],
    ),
    "two blanks behind a sentence are no tab": (
        "P: Apa?\n\nN: Itu.  Dan ini.\n\nYa.  Dan anu.\n\nYa.  Sudah.\n\nP: Oh.  Baik.\n",
        [("P", "Apa?"), ("N", "Itu.  Dan ini.\n\nYa.  Dan anu.\n\nYa.  Sudah."), ("P", "Oh.  Baik.")],
    ),
    "a head that names who helps": (
        "FGD Pasar Baru\nModerator: Yusuf\nNotulen: Anis\nTempat: Balai RW\n\n"
        "Moderator: Bagaimana?\n\nPeserta 1: Jauh.\n\nModerator: Lalu?\n\nPeserta 2: Mahal.\n",
        [("Moderator", "Bagaimana?"), ("Peserta 1", "Jauh."), ("Moderator", "Lalu?"), ("Peserta 2", "Mahal.")],
    ),
    "comments below a text of Google Docs": (
        "P: Apa?\n\nN: Itu.[a]\n\nP: Lalu?\n\nN: Ya.\n\n[a]Kutip ini di bab 4\n",
        [("P", "Apa?"), ("N", "Itu.[a]"), ("P", "Lalu?"), ("N", "Ya.")],
    ),
    "topics between turns, in Markdown": (
        "P: Apa?\n\nN: Itu.\n\n## Modal\n\nP: Lalu?\n\nN: Ya.\n\n**Pasar**\n\nP: Oh?\n\nN: Sudah.\n",
        [("P", "Apa?"), ("N", "Itu."), ("P", "Lalu?"), ("N", "Ya."), ("P", "Oh?"), ("N", "Sudah.")],
    ),
    "a researcher's notes below the talk": (
        "P: Apa?\n\nN: Itu.\n\nP: Lalu?\n\nN: Ya.\n\nCATATAN LAPANGAN\nInforman tampak lelah.\n\nRumahnya kecil.\n",
        [("P", "Apa?"), ("N", "Itu."), ("P", "Lalu?"), ("N", "Ya.")],
    ),
    "a rule above a last remark": (
        "P: Apa?\n\nN: Itu.\n\n---\n\nP: Lalu?\n\nN: Ya.\n\n---\n\n*Transkrip ini telah dirapikan.*\n",
        [("P", "Apa?"), ("N", "Itu."), ("P", "Lalu?"), ("N", "Ya.")],
    ),
    "a dash behind the colon": (
        "Q:- Did you go?\nA:- I did.\nQ:- Alone?\nA: -5 degrees, alone.\n",
        [("Q", "Did you go?"), ("A", "I did."), ("Q", "Alone?"), ("A", "-5 degrees, alone.")],
    ),
    "counted turns in brackets": (
        "[1] P: Apa?\n[2] N: Itu.\n[3] P: Lalu?\n[4] N: Ya.\n",
        [("P", "Apa?"), ("N", "Itu."), ("P", "Lalu?"), ("N", "Ya.")],
    ),
    "a device that speaks": (
        "Dana: Since when?\n\niPhone (Lou): Long ago.\n\nDana: And now?\n\niPhone (Lou): Still.\n",
        [("Dana", "Since when?"), ("iPhone (Lou)", "Long ago."), ("Dana", "And now?"), ("iPhone (Lou)", "Still.")],
    ),
    "a chat's sound with what is said in it": (
        "12/03/24 09.01 - Rina: Apa?\n12/03/24 09.02 - Bu Sri: PTT-20240312-WA0003.opus (file terlampir)\nItu.\n",
        [("Rina", "Apa?"), ("Bu Sri", "Itu.")],
    ),
    "a title that looks like a turn, above the fields of a head": (
        "## Ann Lee\n\nANN LEE: An interview conducted by Bo Ray, 3 May.\n\nAll rights are reserved.\n\n"
        "INTERVIEWEE: Ann Lee\n\nINTERVIEWER: Bo Ray with Cy Fox\n\nDATE: 3 May\n\nPLACE: Rome\n\n"
        "### The researcher: years in Rome and what became of them\n\nQ:\n\nWhere?\n\nAnn Lee:\n\nIn Rome.\n\n"
        "Q:\n\nThen?\n\nAnn Lee:\n\nStill Rome.\n",
        [("Q", "Where?"), ("Ann Lee", "In Rome."), ("Q", "Then?"), ("Ann Lee", "Still Rome.")],
    ),
    "a sentence before words with a colon": (
        "Peneliti:\nApa?\n\nInforman:\nOalah. Catatan: itu hilang.\n\nPeneliti:\nLalu?\n\nInforman:\nYa.\n",
        [("Peneliti", "Apa?"), ("Informan", "Oalah. Catatan: itu hilang."), ("Peneliti", "Lalu?"), ("Informan", "Ya.")],
    ),
    "right to left": (
        "سارة: كيف الحال؟\n\nعلي: بخير.\n\nسارة: الحمد لله.\n",
        [("سارة", "كيف الحال؟"), ("علي", "بخير."), ("سارة", "الحمد لله.")],
    ),
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_layout(layout):
    text, expected = LAYOUTS[layout]
    turns = find_turns(text)
    assert [(turn.speaker, turn.span.of(text)) for turn in turns] == expected
    assert [turn.number for turn in turns] == list(range(1, len(turns) + 1))


@pytest.mark.parametrize(
    ("line", "time"),
    [
        ("[00:00:10] Rina: Halo.", "00:00:10"),
        ("(00:10) Rina: Halo.", "00:10"),
        ("00:10 Rina: Halo.", "00:10"),
        ("Rina (0:10): Halo.", "0:10"),
        ("Rina [0:10]: Halo.", "0:10"),
        ("[00.10] Rina: Halo.", "00.10"),
        ("Rina (00.10): Halo.", "00.10"),
        ("[12/05/25 09.10.12] Rina: Halo.", "12/05/25 09.10.12"),
        ("5/12/25, 9:10 AM - Rina: Halo.", "5/12/25, 9:10 AM"),
        ("Rina: [00:00:10] Halo.", "00:00:10"),
        ("#00:00:10-0# Rina: Halo.", "00:00:10-0"),
        ("Rina: Halo. #00:00:10-0#", "00:00:10-0"),
        ("0:10 - 0:12 Rina: Halo.", "0:10 - 0:12"),
        ("Rina: Halo. {0:10}", "0:10"),
        ("Rina: Halo. [00:00:10]", "00:00:10"),
        ("Rina  0:10\nHalo.", "0:10"),
        ("00:00:10.000 --> 00:00:12.000\nRina: Halo.", "00:00:10.000"),
        ("Rina: Halo.", None),
    ],
)
def test_time_stamps_stand_beside_the_words(line, time):
    text = f"{line}\n\nRina: Lagi.\n" if "  " not in line else f"{line}\n\nRina  0:20\nLagi.\n"
    first = find_turns(text)[0]
    assert (first.speaker, first.span.of(text), first.time) == ("Rina", "Halo.", time)


@pytest.mark.parametrize(
    "stamp", ["0:10", "[00.10]", "0 minutes 10 seconds", "1 jam 2 menit, 3 detik", "12/05/25 09.01"]
)
def test_a_time_on_a_line_of_its_own_is_nobody_s_speech(stamp):
    text = f"Rina\n{stamp}\nHalo.\n\nJoko\n{stamp}\nYa.\n\nRina\n{stamp}\nLalu?\n\nJoko\n{stamp}\nBegitu.\n"
    assert [turn.span.of(text) for turn in find_turns(text)] == ["Halo.", "Ya.", "Lalu?", "Begitu."]


def test_a_stamp_inside_a_turn_begins_a_new_one_of_the_same_speaker():
    text = "P: Lalu?\n\nN: Pertama ini.\n\n[00:02:00] Kedua itu.\n\nP: Oh.\n"
    assert [(turn.speaker, turn.time) for turn in find_turns(text)] == [
        ("P", None),
        ("N", None),
        ("N", "00:02:00"),
        ("P", None),
    ]


def test_a_clock_in_the_words_is_no_time_stamp():
    text = "P: Jam berapa?\n\nN: 10:30 saya bangun.\n\nP: 11:00 tidur?\n\nN: Tidak.\n"
    assert find_turns(text)[1].span.of(text) == "10:30 saya bangun."


@pytest.mark.parametrize("end", ["\n", "\n\n"])
def test_times_before_the_words_stand_beside_them(end):
    turns = find_turns(
        end.join(["0:00 Selamat pagi.", "0:04 - 0:06 Pagi.", "00:09 yang penting: dana", "1:02:03 sudah"])
    )
    assert [turn.time for turn in turns] == ["0:00", "0:04 - 0:06", "00:09", "1:02:03"]


@pytest.mark.parametrize(
    "text",
    [
        "Kami mulai pagi.\n\n10:30 kami berangkat.\n\n12:15 kami pulang.\n\n13:00 kami tidur.\n\n07:00 kami bangun.",
        "Kami mulai pagi.\n\n10:30 kami berangkat.\n\n12:15 kami pulang.\n\nSudah.",
    ],
)
def test_a_sentence_may_begin_with_a_time(text):
    turns = find_turns(text)
    assert {turn.time for turn in turns} == {None}
    assert [turn.span.of(text) for turn in turns] == text.split("\n\n")


def test_somebody_may_be_called_like_a_small_word():
    text = "Dan: What is it?\n\nMia: A loom.\n\n" * 4
    assert [turn.speaker for turn in find_turns(text)] == ["Dan", "Mia"] * 4


def test_a_mark_without_width_is_no_letter_of_a_label():
    text = "\u200bAni: Apa?\n\nBudi: Itu.\n\n\u200eAni: Lalu?\n"
    assert [turn.speaker for turn in find_turns(text)] == ["Ani", "Budi", "Ani"]


@pytest.mark.parametrize(("before", "after"), [("(", ")"), ("[", "]:")])
def test_a_label_in_brackets_ends_with_them(before, after):
    said = [("Ani", "Catatan: begini."), ("Budi", "Ya."), ("Ani", "Lalu?"), ("Budi", "Sudah.")]
    text = "\n\n".join(f"{before}{speaker}{after} {words}" for speaker, words in said)
    assert [(turn.speaker, turn.span.of(text)) for turn in find_turns(text)] == said


SPOKEN = st.text(
    st.one_of(
        st.sampled_from("abc ,.?!()[]-😀é\u0301ا"),
        st.characters(exclude_characters="\r\n:：", exclude_categories=["Cs"]),
    ),
    max_size=60,
)
CONVERSATION = st.lists(
    st.tuples(st.sampled_from(["Pewawancara", "Bu Ani", "P", "[0:10] Rina", ""]), SPOKEN), max_size=12
)


@given(CONVERSATION, st.sampled_from(["\n", "\n\n"]))
def test_spans_are_in_order_and_hold_words(conversation, between):
    text = unicodedata.normalize(
        "NFC", between.join(f"{who}: {words}" if who else words for who, words in conversation)
    )
    end = 0
    for turn in find_turns(text):
        words = turn.span.of(text)
        assert end <= turn.span.start < turn.span.end <= len(text)
        assert words == words.strip() != ""
        end = turn.span.end


@given(st.text(max_size=300))
def test_any_text_can_be_read(text):
    for turn in find_turns(text):
        assert turn.span.of(text).strip() == turn.span.of(text)


WORDS = st.text("abc déf,.", min_size=1, max_size=40).map(lambda words: unicodedata.normalize("NFC", f"x{words}y"))


@given(st.lists(WORDS, min_size=3, max_size=12))
def test_every_labelled_line_is_a_turn(lines):
    text = "\n\n".join(f"{'Peneliti' if number % 2 else 'Bu Ani'}: {words}" for number, words in enumerate(lines))
    assert [turn.span.of(text) for turn in find_turns(text)] == lines


@pytest.mark.parametrize("piece", [":", " ", "(", "- ", "\t", "#", "*", "0:10 ", "a = ", "A: ", "[", "\n", "x. "])
def test_a_long_line_of_anything_is_read_in_one_pass(piece):
    text = f"P: apa\n\n{piece * 200_000}x\n\nP: itu\n"  # quadratic work would take minutes
    assert all(turn.span.end <= len(text) for turn in find_turns(text))


def test_words_without_stops_are_not_one_turn_for_hours():
    text = "\n".join(f"kami rapat kali ke {n} di balai desa dan semua datang ke sana" for n in range(20))
    assert [len(turn.span.of(text).split()) for turn in find_turns(text)] == [65] * 4


def test_a_remark_between_captions_parts_no_paragraphs():
    text = "Apa itu.\n" * 30 + "\n[musik]\n\n" + "Begitu saja.\n" * 30
    assert len(find_turns(text)) == 60


def test_a_note_in_the_words_is_no_field_of_a_head():
    said = ("They paid the rent.", "Two years.", "It was enough.", "Note: the promise was five.", "We wrote it down.")
    for between in ("\n", "\n\n"):
        assert [turn.span.of(text) for text in [between.join(said)] for turn in find_turns(text)] == list(said)


def test_what_somebody_says_of_himself_in_lines_is_no_head():
    text = "P: Bisa perkenalan dulu?\nN: Ya.\nNama: Karto\nUmur: 54\nP: Lalu?\nN: Sudah.\n"
    assert [turn.speaker for turn in find_turns(text)] == ["P", "N", "P", "N"]
