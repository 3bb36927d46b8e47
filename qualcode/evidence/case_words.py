"""What people call the fields of cases.csv, in the file itself and where they ask for a part of a study."""

CASE_WORDS = {
    "id": "case",
    "informant": "case",
    "informant_id": "case",
    "kasus": "case",
    "informan": "case",
    "transcripts": "transcript",
    "transkrip": "transcript",
    "file": "transcript",
    "penutur": "speaker",
    "peran": "role",
    "organization": "organisation",
    "organisasi": "organisation",
    "sektor": "sector",
    "yurisdiksi": "jurisdiction",
    "wilayah": "jurisdiction",
}
