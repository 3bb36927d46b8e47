"""Begin a study: a folder with settings, codebook, cases, claims, guide and a place for transcripts."""

from pathlib import Path

from qualcode.errors import QualcodeError
from qualcode.messages import LANGUAGES, mark, translator
from qualcode.shipped import find_shipped
from qualcode.store.files import explain_disk, write_file

STUDY_YAML = mark("""\
# The settings of this study. Write down thresholds and choices before coding, and date them.
title: {title}
languages: [{languages}]      # the first one is the language of results
codebook: {codebook}
{mode}unit: sentence           # sentence, turn or paragraph
interviewers: []         # labels that mark interviewers, such as [Pewawancara, P]; empty: worked out, see `check`
# roles: [Perajin]       # whom the study is about: roles, organisations or sectors that should be heard
# notice: ...            # printed on everything made from this study
""")

MODE = mark("""\
mode: blitar             # or strict: support programmes count as outcomes, not as commitment (rule B3 of the codebook);
                         # with a codebook of your own, take these two lines out
""")

CASES_CSV = mark("case,transcript,speaker,role,organisation,sector,jurisdiction,level,date")

GITIGNORE = mark("""\
# Interviews, and everything that quotes them, stay out of a public repository.
""")
IGNORED = """\
transcripts/
codings/
decisions/
migrations/
results/
memos/
summaries/
log.jsonl
*.lock
.*.lock
*.torn
"""

CLAIMS_YAML = mark("""\
# Statements to verify against the interviews. A claim names the codes that bear on it and what it expects of them.
# `qualcode claim new` writes one here.
claims: []
""")

GUIDE_YAML = mark("""\
# The interview guide: the questions as you meant to ask them, each with the codes that it asks for. What interviewers
# say is matched to it by its words, in any order and form; `qualcode check` counts where each question was asked.
# languages: [id]        # for a guide in one language; then each text is written plainly
questions: []
# questions:
#   - id: Q1
#     text: {{id: Bagaimana para pihak bertemu?, en: How do the parties meet?}}
#     probes:            # other ways in which it is put, and what is asked after it
#       - {{id: Seberapa sering rapatnya?, en: How often are the meetings?}}
#     codes: [{code}]    # `codes: []` for a question that asks for no code
""")


def start_study(
    folder: Path, template: str, language: str = "id", title: str = "", notice: str = ""
) -> tuple[str, ...]:
    """Make a study folder from the template `"blitar"` or `"empty"`, whose results and whose files' own remarks are in
    `language`, which is called `title` or after its folder, and on whose results `notice` is printed; gives the names
    of what was made.

    A folder that already is a study is refused; a file that is there already is never overwritten.
    """
    if (folder / "study.yaml").exists():
        raise QualcodeError(
            mark("{folder} is a study already", folder=folder),
            mark("Nothing was changed; use `qualcode check` to look at it"),
        )
    t = translator(language)
    files = {
        "study.yaml": t(STUDY_YAML).format(
            title=_quote(title or folder.resolve().name),
            languages=", ".join(sorted(LANGUAGES, key=lambda each: each != language)),
            codebook="codebook.yaml" if template == "empty" else template,
            mode="" if template == "empty" else t(MODE),
        )
        + (f"notice: {_quote(notice)}\n" if notice else ""),
        "cases.csv": t(CASES_CSV) + "\n",
        "claims.yaml": t(CLAIMS_YAML),
        "guide.yaml": t(GUIDE_YAML).format(code="CODE" if template == "empty" else "CG.DLG"),
        ".gitignore": t(GITIGNORE) + IGNORED,
    }
    if template == "empty":
        files["codebook.yaml"] = (find_shipped("codebooks") / "templates" / f"{language}.yaml").read_text(
            encoding="utf-8"
        )
    made = []
    with explain_disk(folder):
        (folder / "transcripts").mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        if not (folder / name).exists():
            write_file(folder / name, text.encode())
            made.append(name)
    return (*made, "transcripts")


def _quote(text: str) -> str:
    """A text on one line of YAML, whatever signs it holds."""
    import yaml

    quoted: str = yaml.safe_dump(" ".join(text.split()), default_style="'", allow_unicode=True, width=10**6)
    return quoted.strip()
