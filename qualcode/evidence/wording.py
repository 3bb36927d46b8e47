"""How informants and excerpts are named in results: counts with names, quotes with their source."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from qualcode.evidence.excerpts import Excerpt
from qualcode.evidence.selection import is_human
from qualcode.messages import Translate
from qualcode.model import Answer, Case, Codebook, Coding, Decision, Study

LONGEST = 60  # letters of a quote in a message


def shorten(text: str) -> str:
    """The beginning of a text in one line, for a message."""
    one_line = " ".join(text.split())
    return one_line if len(one_line) <= LONGEST else f"{one_line[: LONGEST - 1]}…"


def find_interviewed(study: Study) -> frozenset[str]:
    """The ids of the cases that speak in at least one transcript."""
    return frozenset(case for account in study.accounts for case in account.cases)


def list_unheard(study: Study) -> tuple[str, ...]:
    """The roles that study.yaml names and that no interviewed informant has, as a role, an organisation or a sector."""
    interviewed = find_interviewed(study)
    heard = {
        word.casefold()
        for case in study.cases
        if case.id in interviewed
        for word in (case.role, case.organisation, case.sector)
    }
    return tuple(role for role in study.settings.roles if role.casefold() not in heard)


def count_informants(cases: Collection[Case], total: int, t: Translate) -> str:
    """`3 of 4 informants (public, association, private)`: never a percentage of a few people."""
    who = ", ".join(dict.fromkeys(name_sector(case.sector, t) or case.id for case in cases))
    if not who:
        return t("{n} of {total} informants").format(n=0, total=total)
    return t("{n} of {total} informants ({who})").format(n=len(cases), total=total, who=who)


def count_speakers(codings: Iterable[Coding], study: Study, t: Translate) -> str:
    """The informants behind some codings, counted in the same way, of all who were interviewed."""
    who, interviewed = {coding.case for coding in codings}, find_interviewed(study)
    cases = [case for case in study.cases if case.id in who]
    return count_informants(cases, sum(case.id in interviewed for case in study.cases), t)


def name_informant(case: Case, t: Translate, *remarks: str) -> str:
    """`INF-01 (public)`, with remarks after the sector."""
    details = [detail for detail in (name_sector(case.sector, t), *remarks) if detail]
    return f"{case.id} ({'; '.join(details)})" if details else case.id


def name_coder(coder: str, t: Translate) -> str:
    """Who coded: a person's name as it is, the rule set as what it is."""
    return t("the machine (rules)") if coder == "rules" else coder


def name_sector(sector: str, t: Translate) -> str:
    """The sector in the reader's language; one that is not known stays as it is."""
    words = {
        "public": t("public"),
        "association": t("association"),
        "private": t("private"),
        "academic": t("academic"),
        "other": t("other"),
    }
    return words.get(sector, sector)


def name_value(field: str, value: str, t: Translate) -> str:
    """What an informant has under an attribute, in the reader's language where it has words for it."""
    return name_sector(value, t) if field == "sector" else value


def name_attribute(field: str, t: Translate) -> str:
    """What an attribute of informants is called in the reader's language; a column of the study's own stays."""
    words = {
        "sector": t("sector"),
        "role": t("role"),
        "organisation": t("organisation"),
        "jurisdiction": t("jurisdiction"),
    }
    return words.get(field, field)


def name_scope(scope: Mapping[str, str], t: Translate) -> str:
    """Whom something is limited to: `sector: public, jurisdiction: kota`; "" for no limit."""
    return ", ".join(f"{name_attribute(field, t)}: {name_value(field, value, t)}" for field, value in scope.items())


def name_layer(codings: Iterable[Coding], t: Translate) -> str:
    """Whose codings these are: `suggested` by a machine, `accepted` (or made) by a person, or both."""
    layers = {is_human(coding) for coding in codings}
    if len(layers) > 1:
        return t("accepted and suggested")
    return t("accepted") if layers == {True} else t("suggested")


def name_once(id_: str, label: str) -> str:
    """`CG.DLG Dialogue`; a code that has no label but its id is named once."""
    return id_ if label in ("", id_) else f"{id_} {label}"


def label_codes(codebook: Codebook, language: str) -> dict[str, str]:
    """The label of each code by its id, in the order of the codebook."""
    return {code.id: code.label.in_language(language) for code in codebook.codes}


def name_code(codebook: Codebook, code_id: str, language: str) -> str:
    """The label of a code; of a sub-code, its code's and its own; an id that the codebook lacks stays as it is."""
    code = codebook.find(code_id)
    if code is None:
        return code_id
    return ": ".join((code.label.in_language(language), *_label_subcode(codebook, code_id, language)))


def name_subcodes(codebook: Codebook, codings: Iterable[Coding], language: str) -> str:
    """The labels of the sub-codes among codings; a sub-code that counts as another's code also by its id."""
    ids = dict.fromkeys(coding.code for coding in codings)
    return ", ".join(label for code_id in ids for label in _label_subcode(codebook, code_id, language))


def _label_subcode(codebook: Codebook, code_id: str, language: str) -> tuple[str, ...]:
    code = codebook.find(code_id)
    for subcode in code.subcodes if code else ():
        if code and subcode.id == code_id:
            label = subcode.label.in_language(language)
            return (label if code_id.startswith(f"{code.id}.") else f"{label} ({code_id})",)
    return ()


def describe_decision(decision: Decision, t: Translate) -> str:
    """`2026-01-31 siti: recoded from CG.DLG to CG.TRU (blind): “why”`."""
    changed = f" {decision.to_on or decision.to_code or t(decision.to_polarity or '') or decision.label}".rstrip()
    words = shorten(decision.passage.quote) if decision.passage else ""
    done = {
        "accept": t("accepted"),
        "reject": t("rejected"),
        "recode": t("recoded from {code} to").format(code=decision.code),
        "move": t("moved its bounds from “{words}”").format(words=words),
        "polarity": t("set its polarity to"),
        "comment": t("wrote"),
        "code": t("coded by hand"),
        "propose": t("proposed a new code:"),
        "link": t("took away the link to") if decision.label else t("drew a link to"),
    }.get(decision.act, decision.act)
    blind = " " + t("(blind)") if decision.seen == "blind" else ""
    memo = f": “{decision.comment}”" if decision.comment else ""
    return f"{decision.when[:10]} {decision.who}: {done}{changed}{blind}{memo}"


def write_quote(excerpt: Excerpt, t: Translate, *remarks: str) -> str:
    """The excerpt verbatim, with speaker, turn and remarks."""
    first = excerpt.codings[0]
    source = t("{speaker}, turn {turn}").format(speaker=first.speaker or first.case, turn=first.turn)
    return f"“{excerpt.quote}” ({'; '.join((source, *(remark for remark in remarks if remark)))})"


def name_answer(answer: Answer, t: Translate) -> str:
    """`siti, 2026-01-31: ...`, and what has changed since."""
    line = f"{answer.who}, {answer.when[:10]}: {answer.text}"
    return f"{line} [{name_changed(answer.changed, t)}]" if answer.changed else line


def name_changed(changed: Sequence[str], t: Translate) -> str:
    """What has changed since a person answered."""
    words = {"claim": t("the claim"), "codings": t("the codings"), "rivals": t("the rivals")}
    named = (words.get(each) or t("the code {code}").format(code=each) for each in changed)
    return t("changed since: {what}").format(what=", ".join(named))
