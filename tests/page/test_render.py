import json
import re
from base64 import b64encode
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import UndefinedError

from qualcode.page.render import embed_json, render_page, show_commands


@given(st.recursive(st.text(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner), max_leaves=5))
def test_embedded_data_are_read_back_and_cannot_end_their_element(data):
    text = embed_json(data)
    assert json.loads(text) == data
    assert not set(text) & set("<>&\u2028\u2029")


def test_a_value_that_the_template_lacks_is_an_error():
    with pytest.raises(UndefinedError):
        render_page("report", {}, {})


def test_style_and_script_are_named_by_hash_and_nothing_else_is_allowed(report_page):
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', report_page)[1].replace("&#39;", "'")
    style = re.search(r"<style>(.*?)</style>", report_page, re.DOTALL)[1]
    script = re.findall(r"<script>(.*?)</script>", report_page, re.DOTALL)
    assert len(script) == 1
    for text, kind in ((style, "style-src"), (script[0], "script-src")):
        digest = b64encode(sha256(text.encode()).digest()).decode()
        assert f"{kind} 'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none'")
    assert "unsafe" not in policy


@pytest.fixture
def report_page() -> str:
    from qualcode.model import Report
    from qualcode.writers.html import write

    return write(Report("A", "en", (), (), ()))["report.html"].decode()


def test_a_command_between_backticks_stands_out_and_nothing_else_is_markup():
    told = show_commands("<b> & `x`; `qualcode run <i>` writes it.")
    assert told == "&lt;b&gt; &amp; `x`; <code>qualcode run &lt;i&gt;</code> writes it."
