"""Hands for the tests: what people do to a sheet in Excel, Word or LibreOffice, done by a program."""

import re
import subprocess
from collections.abc import Callable
from functools import cache
from html import escape
from pathlib import Path
from shutil import which
from tempfile import TemporaryDirectory
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

FIRST = 5  # Excel's number of a table's first row


def edit_book(path: Path, work: Callable[[Any], None]) -> Path:
    """Change a workbook with openpyxl, in place; `work` gets the workbook."""
    from openpyxl import load_workbook

    book = load_workbook(path, rich_text=True)
    work(book)
    book.save(path)
    return path


def fill(path: Path, rows: dict[int, dict[str, str]], table: int = 0) -> Path:
    """Fill cells of a table by the row's number among the rows and the column's key."""

    def work(book: Any) -> None:
        sheet = book.worksheets[table]
        columns = {cell.value: cell.column for cell in sheet[1]}
        for number, cells in rows.items():
            for key, value in cells.items():
                sheet.cell(FIRST - 1 + number, columns[key], value)

    return edit_book(path, work)


def delete_column(path: Path, key: str) -> Path:
    """Delete a column of the first table, by its key."""

    def work(book: Any) -> None:
        sheet = book.worksheets[0]
        sheet.delete_cols(next(cell.column for cell in sheet[1] if cell.value == key))

    return edit_book(path, work)


def decide_in_book(path: Path) -> None:
    """Accept or reject every coding of a workbook."""

    def work(book: Any) -> None:
        sheet = book.worksheets[0]
        column = next(cell.column for cell in sheet[1] if cell.value == "decision")
        for row in range(FIRST, sheet.max_row + 1):
            sheet.cell(row, column, "reject" if row % 5 == 0 else "accept")

    edit_book(path, work)


def decide_in_document(path: Path) -> None:
    """Accept or reject every coding of a document behind its code."""
    numbers = iter(range(10**9))

    def decide(match: re.Match[str]) -> str:
        return f"{match[0]} {'reject' if next(numbers) % 5 == 0 else 'accept'}"

    with Document(path) as document:
        comments = document.parts["word/comments.xml"]
        document.parts["word/comments.xml"] = re.sub(r"<w:comment [^>]*><w:p><w:r><w:t[^>]*>[^<]*", decide, comments)


class Document:
    """A Word sheet in the hands of a person: comments are changed, added, answered, resolved, moved and deleted."""

    def __init__(self, path: Path) -> None:
        self.path = path
        with ZipFile(path) as archive:
            self.parts = {
                name: archive.read(name).decode() if name.endswith((".xml", ".rels")) else archive.read(name)
                for name in archive.namelist()
            }
        self.next = 5000

    def __enter__(self) -> "Document":
        return self

    def __exit__(self, *_: object) -> None:
        with ZipFile(self.path, "w", ZIP_DEFLATED) as archive:
            for name, part in self.parts.items():
                archive.writestr(name, part.encode() if isinstance(part, str) else part)

    def change(self, number: int, *lines: str) -> None:
        """Put these lines in place of the first line of the comment with this number."""
        texts = "</w:t></w:r></w:p><w:p><w:r><w:t>".join(map(escape, lines))
        self.sub("comments", rf'(<w:comment w:id="{number - 1}" .*?<w:t[^>]*>)[^<]*', rf"\g<1>{texts}")

    def delete(self, number: int) -> None:
        """Delete the comment with this number."""
        self.sub("comments", rf'<w:comment w:id="{number - 1}" .*?</w:comment>', "")
        self.sub("document", rf'<w:commentRange(?:Start|End) w:id="{number - 1}"/>', "")
        self.sub("document", rf'<w:r><w:commentReference w:id="{number - 1}"/></w:r>', "")

    def resolve(self, number: int) -> None:
        """Mark a comment as done."""
        self.sub("commentsExtended", rf'(w15:paraId="{number:08X}" w15:done=)"0"', r'\1"1"')

    def answer(self, number: int, author: str, *lines: str) -> None:
        """Reply to the comment with this number."""
        own = self.write(author, *lines)
        start, end = f'<w:commentRangeStart w:id="{number - 1}"/>', f'<w:commentRangeEnd w:id="{number - 1}"/>'
        self.sub("document", start, f'{start}<w:commentRangeStart w:id="{own}"/>')
        self.sub("document", end, f'<w:commentRangeEnd w:id="{own}"/>{_refer(own)}{end}')
        thread = f'<w15:commentEx w15:paraId="{own:08X}" w15:paraIdParent="{number:08X}" w15:done="0"/>'
        self.sub("commentsExtended", "</w15:commentsEx>", f"{thread}</w15:commentsEx>")

    def add(self, words: str, author: str, *lines: str) -> None:
        """Mark words and write a comment on them."""
        own = self.write(author, *lines)
        text = str(self.parts["word/document.xml"])
        for match in re.finditer(r'<w:t xml:space="preserve">([^<]*)</w:t>', text):
            before, found, after = match[1].partition(escape(words))
            if found:
                halves = (
                    words[: len(words) // 2],
                    words[len(words) // 2 :],
                )  # a person's words often lie in several runs
                inner = self.start_range(own) + "".join(_run("", escape(half)) for half in halves) + self.end_range(own)
                start, rest = f'<w:t xml:space="preserve">{before}</w:t>', f'<w:t xml:space="preserve">{after}</w:t>'
                split = f"{start}</w:r>{inner}<w:r>{rest}"
                self.parts["word/document.xml"] = text[: match.start()] + split + text[match.end() :]
                return
        raise AssertionError(f"{words} are in no run")

    def move_end(self, number: int, by: int) -> None:
        """Let the comment with this number end so many signs earlier."""
        end = f'<w:commentRangeEnd w:id="{number - 1}"/>{_refer(number - 1)}'
        text = str(self.parts["word/document.xml"])
        match = re.search(rf'<w:t xml:space="preserve">([^<]*)</w:t></w:r>{re.escape(end)}', text)
        assert match
        kept, rest = match[1][:-by], match[1][-by:]
        moved = f'<w:t xml:space="preserve">{kept}</w:t></w:r>{end}{_run("", rest)}'
        self._replace("document", match[0], moved)

    def replace(self, old: str, new: str) -> None:
        """Change the document's own words or markup."""
        self._replace("document", old, new)

    def write(self, author: str, *lines: str) -> int:
        """Write a comment that marks nothing yet; gives its number."""
        self.next += 1
        paragraphs = "".join(f"<w:p><w:r><w:t>{escape(line)}</w:t></w:r></w:p>" for line in lines[:-1])
        last = f'<w:p w14:paraId="{self.next:08X}"><w:r><w:t>{escape(lines[-1])}</w:t></w:r></w:p>'
        who = f'w:author="{escape(author)}" w:initials="X" w:date="2026-01-01T08:00:00Z"'
        comment = f'<w:comment w:id="{self.next}" {who}>{paragraphs}{last}</w:comment>'
        self.sub("comments", "</w:comments>", f"{comment}</w:comments>")
        return self.next

    def start_range(self, number: int) -> str:
        """What begins the words of a comment."""
        return f'<w:commentRangeStart w:id="{number}"/>'

    def end_range(self, number: int) -> str:
        """What ends the words of a comment."""
        return f'<w:commentRangeEnd w:id="{number}"/>{_refer(number)}'

    def _replace(self, part: str, old: str, new: str) -> None:
        text = str(self.parts[f"word/{part}.xml"])
        assert old in text, old
        self.parts[f"word/{part}.xml"] = text.replace(old, new, 1)

    def sub(self, part: str, pattern: str, new: str) -> None:
        """Change a part by a pattern."""
        text, count = re.subn(pattern, new, str(self.parts[f"word/{part}.xml"]), flags=re.S)
        assert count, pattern
        self.parts[f"word/{part}.xml"] = text


@cache
def _make_profile() -> TemporaryDirectory[str]:
    """A folder for LibreOffice's settings, made once: to fill it takes longer than to convert a file."""
    return TemporaryDirectory()


def _run(looks: str, text: str) -> str:
    return f'<w:r>{looks}<w:t xml:space="preserve">{text}</w:t></w:r>' if text else ""


def _refer(number: int) -> str:
    return f'<w:r><w:commentReference w:id="{number}"/></w:r>'


def save_in_libreoffice(path: Path, *formats: str) -> Path:
    """Save a file from LibreOffice in these formats, one after the other; gives the last. Skips without it."""
    program = which("soffice") or which("libreoffice")
    if program is None:
        pytest.skip("LibreOffice is not here")
    profile = f"-env:UserInstallation={Path(_make_profile().name).as_uri()}"
    for format_ in formats:
        folder = path.parent / f"as_{format_}"
        command = [program, profile, "--headless", "--convert-to", format_, "--outdir", str(folder), str(path)]
        subprocess.run(command, capture_output=True, check=True, timeout=120)
        path = folder / f"{path.stem}.{format_}"
        assert path.is_file()
    return path
