"""Signs of if-then tests: how they are written, and where they are met.

`CG.TRU` is a coding that supports the code, `CG.TRU contrary` one that is contrary; `sector=public` is an informant
with that attribute; `not` before any of them asks that there be none.
"""

from collections.abc import Collection, Mapping

from qualcode.errors import suggest
from qualcode.messages import mark
from qualcode.model import Case
from qualcode.model.claim import Sign
from qualcode.verify.claims.scope import find_in_scope, read_attribute


class SignError(ValueError):
    """A sign that cannot be read: what is wrong and how to mend it."""

    def __init__(self, what: str, how: str) -> None:
        super().__init__(what)
        self.what, self.how = what, how


def parse_sign(written: str, codes: Collection[str], attributes: Mapping[str, tuple[str, ...]]) -> Sign:
    """A sign from its words; unknown codes, attributes and values raise `SignError`."""
    absent = written.startswith("not ")
    rest = written.removeprefix("not ").strip()
    attribute, equals, value = (part.strip() for part in rest.partition("="))
    if equals:
        attribute, value = read_attribute(attribute, value, attributes)
        if attribute not in attributes:
            raise SignError(
                mark("no case has an attribute `{attribute}`", attribute=attribute),
                suggest(attribute, tuple(attributes)),
            )
        if value not in attributes[attribute]:
            raise SignError(
                mark("no case has `{attribute}={value}`", attribute=attribute, value=value),
                suggest(value, attributes[attribute]),
            )
        return Sign(written, attribute=attribute, value=value, absent=absent)
    code, _, polarity = rest.partition(" ")
    if code not in codes:
        raise SignError(mark("the codebook has no code `{code}`", code=code), suggest(code, tuple(codes)))
    if polarity.strip() not in ("", "supporting", "contrary"):
        raise SignError(
            mark("`{polarity}` is no polarity", polarity=polarity.strip()),
            mark("Write supporting or contrary, or nothing"),
        )
    return Sign(written, code, "contrary" if polarity.strip() == "contrary" else "supporting", absent=absent)


def has_value(sign: Sign, case: Case) -> bool:
    """Whether an informant has the value of the attribute that the sign looks for."""
    return bool(find_in_scope((case,), {sign.attribute: sign.value}))
