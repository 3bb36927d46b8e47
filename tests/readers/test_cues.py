from qualcode.readers.contract import Passage
from qualcode.readers.cues import Cue, join_cues, split_cues


def join(*lines: str) -> list[str]:
    cues = [Cue(f"00:0{n}", tuple(line.split("/"))) for n, line in enumerate(lines)]
    return [f"{passage.time} {passage.words}" for passage in join_cues(cues)]


def test_a_speaker_who_goes_on_is_one_passage_with_the_time_of_its_beginning() -> None:
    assert join("Ani: Saya mau", "bertanya dulu.", "Budi: Silakan,/Bu.", "Budi: Monggo.") == [
        "00:00 Ani: Saya mau bertanya dulu.",
        "00:02 Budi: Silakan, Bu. Monggo.",
    ]


def test_a_colon_in_the_middle_of_a_sentence_opens_nothing() -> None:
    assert join("Ani: jadi begini,", "yang penting sebetulnya: dana.", "Budi: ya", "Ani: nah") == [
        "00:00 Ani: jadi begini, yang penting sebetulnya: dana.",
        "00:02 Budi: ya",
        "00:03 Ani: nah",
    ]


def test_a_dash_opens_another_speaker() -> None:
    assert join("- Apa kabar?/- Baik.", "sehat semua.") == ["00:00 - Apa kabar?", "00:00 - Baik. sehat semua."]


def test_rolling_captions_are_not_doubled_but_people_may_repeat_themselves() -> None:
    assert join("kami rapat", "kami rapat/setiap bulan", "setiap bulan/di balai") == [
        "00:00 kami rapat setiap bulan di balai"
    ]
    assert join("ya", "ya", "lalu", "begitu", "terus", "sudah") == ["00:00 ya ya lalu begitu terus sudah"]


def test_where_nothing_says_who_speaks_a_passage_ends_with_a_sentence() -> None:
    assert join("Apa yang", "Ibu buat?", "Kain,", "itu saja.") == ["00:00 Apa yang Ibu buat?", "00:02 Kain, itu saja."]


def test_a_cue_that_is_only_a_remark_is_nobodys() -> None:
    assert join("Ani: Saya mau", "(tertawa)", "bertanya", "dulu.", "[Tepuk/tangan]", "Budi: Silakan. (tertawa)") == [
        "00:00 Ani: Saya mau",
        "00:01 (tertawa)",
        "00:02 bertanya dulu.",
        "00:04 [Tepuk tangan]",
        "00:05 Budi: Silakan. (tertawa)",
    ]
    cues = [Cue("1", ("Halo",), "Ani"), Cue("2", ("♪ lagu ♪",), "Ani"), Cue("3", ("semua",), "Ani")]
    assert [(passage.words, passage.speaker) for passage in join_cues(cues)] == [
        ("Halo", "Ani"),
        ("♪ lagu ♪", None),
        ("semua", "Ani"),
    ]


def test_voices_that_the_format_names() -> None:
    cues = [Cue("1", ("Halo",), "Ani"), Cue("2", ("semua",), "Ani"), Cue("3", ("Ya: ya",), "Budi"), Cue("4", ("eh",))]
    assert join_cues(cues) == (
        Passage("Halo semua", "Ani", "1"),
        Passage("Ya: ya", "Budi", "3"),
        Passage("eh", None, "4"),
    )


def test_a_name_on_a_line_of_its_own_stays_there() -> None:
    assert join("Ani Wijaya  0:10/Selamat pagi", "semua") == ["00:00 Ani Wijaya 0:10\nSelamat pagi semua"]


def test_cues_are_found_in_what_surrounds_them() -> None:
    text = "junk\n\n1\n00:01,5 --> 00:02,5\nA\n\nB\n\n2\n1:00:03.000 --> 1:00:04.000 align:start\nC\n"
    assert split_cues(text, blank_ends=False) == [Cue("00:01,5", ("A", "", "B", "")), Cue("1:00:03.000", ("C", ""))]
    assert [cue.lines for cue in split_cues(text, blank_ends=True)] == [("A",), ("C",)]
    assert split_cues("no cue", blank_ends=True) == []


def test_names_as_people_write_them_in_a_meeting_are_voices_where_every_cue_begins_with_one() -> None:
    lines = ("Dana R: Sejak kapan?", "budi santoso: Lama: tahun 1998.", "budi santoso: Ya.", "Dana R: Lalu?") * 2
    passages = join_cues([Cue(str(n), (line,)) for n, line in enumerate(lines)])
    assert [(p.speaker, p.words) for p in passages[:2]] == [
        ("Dana R", "Sejak kapan?"),
        ("budi santoso", "Lama: tahun 1998. Ya."),
    ]
    said = [Cue(str(n), (line,)) for n, line in enumerate(("yang penting itu: dana", "bukan janji", "Ani: ya"))]
    assert all(passage.speaker is None for passage in join_cues(said))


def test_words_without_stops_are_cut_where_a_sentence_should_long_have_ended() -> None:
    said = [f"kami rapat kali ke {n} di balai desa dan semua datang ke sana" for n in range(20)]
    assert len(join(*said)) == 4
    assert len(join(*(f"Ani: {words}" for words in said))) == 1
