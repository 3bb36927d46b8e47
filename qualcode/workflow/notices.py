"""What must be said of a study on everything that is made from it."""

from qualcode.messages import translator
from qualcode.model import Study


def describe_material(study: Study, language: str) -> tuple[str, ...]:
    """What must be said of the interviews wherever they go."""
    t = translator(language)
    made_up = t("Synthetic interviews: made up to show the procedure. No real person speaks in them.")
    return tuple(filter(None, (made_up if study.synthetic else "", study.settings.notice.in_language(language))))


def build_notices(study: Study, language: str) -> tuple[str, ...]:
    """What must stand at the top of everything made from the study."""
    t = translator(language)
    notices = list(describe_material(study, language))
    waiting = sum(coding.status == "suggested" for coding in study.codings)
    if waiting and waiting == len(study.codings):
        notices.append(t("Suggestions of a machine: nobody has accepted or rejected any of these codings yet."))
    elif waiting:
        notices.append(
            t("Suggestions of a machine that nobody has accepted or rejected yet: {n} of {all} codings.").format(
                n=waiting, all=len(study.codings)
            )
        )
    return tuple(notices)
