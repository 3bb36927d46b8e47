"""Words by which speakers, headers and asides are known, in Indonesian and English. All are casefolded."""


def words_in(listed: str) -> frozenset[str]:
    """The words that stand in a text, as a set."""
    return frozenset(listed.split())


INTERVIEWERS = words_in(
    """pewawancara peneliti penanya moderator fasilitator pewarta wartawan jurnalis reporter enumerator surveyor
    pemandu interviewer researcher facilitator host int intv interv inter mod moderasi tanya question pertanyaan
    interviewers researchers investigator"""
)
RESPONDENTS = words_in(
    """informan narasumber responden partisipan peserta penjawab terwawancara subjek jawab jawaban interviewee informant
    respondent participant answer subject inf nar nara resp interviewees respondents participants guest"""
)
# Labels that mark a speaker without saying whether he asks or answers. Those of persons begin sentences too.
PERSONS = words_in(
    """suami istri isteri anak ibu bapak ayah warga tamu karyawan
    karyawati pekerja pegawai penerjemah translator interpreter asisten notulen pengamat observer wife husband son
    daughter visitor staff crew kru semua all hadirin audience client klien patient pasien"""
)
# They lend their voice or only write: what they say is nobody's answer.
HELPERS = words_in("penerjemah translator interpreter notulen pengamat observer")
SPEAKERS = PERSONS | words_in("speaker pembicara penutur user assistant ai human bot")
# One letter can be either; beside another letter it mostly stands for this: who asks, who answers.
LETTER_PAIRS = words_in("pn tj qa ir pi pr in ip mp rp ps is")
TITLES = words_in(
    """bu pak mas mbak mba kak bang dr drs dra ir prof h hj haji hajah kh gus cak cik kang teh mr mrs ms miss sir
    bapak ibu mbah mak pakde bude om tante ustadz ustaz nyai kyai tim"""
)
PARTICLES = words_in("bin binti van de der von al el dan and of dari ke the di la & da dos le ibn")

# What a transcript's head says about the interview, before anybody speaks.
HEAD_KEYS = words_in(
    """tanggal tempat lokasi waktu hari durasi kode judul topik proyek rekaman berkas file transkriptor transkrip
    transkripsi usia umur pekerjaan jabatan alamat nama instansi lembaga organisasi pendidikan keterangan bahasa wilayah
    kecamatan kabupaten desa provinsi status versi penyunting metode media jenis nomor no id sumber agama suku gender
    date place location time duration code title topic project recording audio transcriber transcribed transcript
    transcription age occupation position address name institution organisation organization education legend key
    language region setting venue version editor method length interview wawancara study session sesi site
    present hadir consent persetujuan catatan memo komentar comment notes note day recorded start stop mulai selesai
    audio source"""
)
MAIL_KEYS = words_in("from to cc sent dari kepada perihal")  # alone before a colon
# What a researcher writes below the talk.
NOTES = words_in(
    """catatan memo refleksi observasi komentar kesimpulan analisis dokumentasi lampiran fieldnotes notes field
    reflection observation comments analysis appendix"""
)
# Words that open a sentence with a colon; nobody is called so.
NO_LABELS = words_in(
    """catatan misalnya misal contoh contohnya jadi yaitu yakni artinya intinya katanya kata seperti antara lain
    pertama kedua ketiga keempat kelima terakhir kesimpulan kesimpulannya alasan alasannya masalah masalahnya solusi
    solusinya hasil hasilnya tujuan syarat syaratnya kendala hambatan harapan saran ingat penting perhatian lihat lalu
    terus kemudian begini gini singkatnya maksudnya prinsipnya tapi tetapi atau satu dua tiga empat lima pukul jam
    senin selasa rabu kamis jumat sabtu minggu januari februari juni juli september oktober
    november desember http https www nb ps pps wa telp hp email tel visi misi tema bagian bab
    note notes example examples first second third fourth finally conclusion reason reasons problem problems solution
    result results goal goals remember important warning see then next namely so but and or one two three four five
    at monday tuesday wednesday thursday friday saturday sunday january february july october
    december also plus anyway meaning basically part chapter section theme summary page halaman
    ditanya dijawab bilang say said says re"""
)
GREETINGS = words_in(
    """selamat permisi assalamualaikum waalaikumsalam halo hallo hai baik oke ok ya iya yes no tidak terima thank thanks
    hello hi good welcome okay so well alright right um uh eh nah jadi nggih inggih monggo silakan saya kami apa
    bagaimana i we what how"""
)

ENDINGS = (
    r"(?:(?:transcribed|transcript|transcription|ditranskrip\w*|transkrip(?:si)?|recorded|direkam)\s+(?:by|oleh|with|via)\b.*"
    r"|(?:the\s+)?end(?:\s+of\s+(?:the\s+)?(?:interview|transcript|transcription|recording|session|tape|audio))?"
    r"|(?:interview|recording|transcript|tape|session|audio)\s+(?:ends|ended|stopped|stops|concluded|concludes|over)"
    r"|(?:(?:wawancara|rekaman|transkrip|sesi|percakapan)\s+)?(?:selesai|berakhir|tamat)"
    r"|(?:akhir|penutup)\s+(?:dari\s+)?(?:wawancara|rekaman|transkrip|sesi)"
    r"|(?:[\w(][\w.'’()-]*\s+){1,5}(?:started|stopped|memulai|menghentikan)\s+(?:transcription|transkripsi)"
    r"|(?:transcription|meeting)\s+ended\s+after\b.*|this\s+editable\s+transcript\s+was\b.*"
    r"|(?:transkripsi|rapat)\s+(?:berakhir|selesai)\s+setelah\b.*|transkrip\s+(?:yang\s+dapat\s+diedit\s+)?ini\s+dibuat\b.*"
    r"|sonix is the world\S* most\b.*|automatically convert your \w+ files to text\b.*"
    r"|https?://\S+)"
)
SYNTHETIC = (
    r"\b(?:sintetis|sintetik|synthetic|rekaan|fiktif|fiksi|fictional|fictitious|made[ -]up|"
    r"imaginary|buatan\s+(?:model|mesin)|invented)\b"
)
