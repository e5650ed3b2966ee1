"""CommonMark and references, turned into HTML that may stand on a page."""

from __future__ import annotations

import re
from pathlib import Path
from unittest.mock import patch
from urllib.parse import urlsplit

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from support.built_site import read_html
from support.golden import bodies, register_of
from support.prose import ATTRIBUTES, FRENCH, PROSE, TAGS, root
from support.registers_at_random import sealed
from support.small_register import small_register

from releve.pages import Prose

# --- references ---------------------------------------------------------------------------


def test_a_reference_becomes_a_link_with_the_targets_name() -> None:
    assert PROSE.html("See [[council]].") == (
        '<p>See <a href="people/council/">Example Council</a>.</p>\n'
    )


def test_a_reference_with_words_is_a_link_with_these_words() -> None:
    assert PROSE.html("See [[council|the Council's rules]].") == (
        '<p>See <a href="people/council/">the Council\u2019s rules</a>.</p>\n'
    )


def test_spaces_and_line_breaks_within_a_reference_do_not_matter() -> None:
    link = root("See [[ council |\n the\n  Council ]].").one("a")
    assert (link.text, link.attributes["href"]) == ("the Council", "people/council/")


def test_a_short_reference_is_within_the_meeting_of_its_text() -> None:
    assert root("[[#5C]]", "m").one("a").attributes["href"] == "m/follow-up-5c/"
    assert root("[[#5C]]").all("a") == []


def test_a_reference_to_what_has_no_page_is_its_words_alone() -> None:
    assert PROSE.html("[[no-page]], [[no-page|they]]") == "<p>someone &amp; co, they</p>\n"


def test_a_reference_to_nothing_is_its_words_alone() -> None:
    assert PROSE.html("[[nothing]], [[nothing|some <b>]]") == "<p>nothing, some &lt;b&gt;</p>\n"


def test_the_name_and_the_address_of_a_target_are_escaped() -> None:
    assert PROSE.html("[[wild]]") == (
        '<p><a href="m/?a=1&amp;b=2">&lt;b&gt;&#34;wild&#34;&lt;/b&gt;</a></p>\n'
    )


@pytest.mark.parametrize("text", ["`[[council]]`", r"\[[council]]", "[council]", "[[]]", "[[|x]]"])
def test_what_is_not_a_reference_is_text(text: str) -> None:
    assert root(text).all("a") == []


@pytest.mark.parametrize(
    "text",
    [
        "[see [[council]] there](https://elsewhere.example/)",
        "[see [[council|it]]](https://elsewhere.example/)",
        "[see EXC there](https://elsewhere.example/)",
        "[[council|the EXC]]",
    ],
)
def test_no_link_stands_inside_another(text: str) -> None:
    for link in root(text).all("a"):
        assert link.all("a") == []


def test_on_one_line_a_reference_is_its_words() -> None:
    assert PROSE.plain("See [[council]],\n [[council|it]], [[nothing]].") == (
        "See Example Council, it, nothing."
    )


def test_a_direction_sign_in_the_words_of_a_reference_does_not_undo_it() -> None:
    link = root("[[council|turned \u202e words]]").one("a")
    assert link.text == "turned [U+202E] words"


# --- acronyms -----------------------------------------------------------------------------


def test_a_name_may_refer_to_what_it_names_by_words_of_their_own(tmp_path: Path) -> None:
    name = "{fr: 'Comité [[cbf-hc|des bornes]]', en: '[[cbf-hc|Hydrant]] Committee'}"
    change = ("{fr: Comité des bornes-fontaines, en: Hydrant Committee}", name)
    root = small_register(tmp_path, {"organizations.yml": change})
    (root / "data" / "seals.yml").unlink()  # a seal holds the names
    pages = bodies(register_of(sealed(root)))
    assert any("Comité des bornes" in page for page in pages["fr"].values())


def test_a_name_may_hold_its_own_reference_as_code(tmp_path: Path) -> None:
    change = ("en: Hydrant Committee}", "en: '`[[cbf-hc]]` Committee'}")
    root = small_register(tmp_path, {"organizations.yml": change})
    (root / "data" / "seals.yml").unlink()  # a seal holds the names
    pages = bodies(register_of(sealed(root)))
    assert any("`[[cbf-hc]]` Committee" in page for page in pages["en"].values())


def test_an_acronym_is_explained_once_in_each_text() -> None:
    found = root("The EXC met. The EXC left.\n\nThen *EXC* again, and the QPL.")
    assert [one.attributes["title"] for one in found.all("abbr")] == [
        "Example Council",
        'Quay "plan"',
    ]
    assert len(root("The EXC met.").all("abbr")) == 1, "and again in the next text"


def test_an_acronym_leads_to_what_it_stands_for() -> None:
    link = root("The EXC met.").one("a", class_="acronym")
    assert link.attributes["href"] == "organizations/council/"
    assert link.text == "EXC"


@pytest.mark.parametrize("text", ["EXCEL", "exc", "MEXC", "EXC-3", "x-EXC", "EXC_1", "`EXC`"])
def test_what_only_looks_like_an_acronym_is_not_explained(text: str) -> None:
    assert root(text).all("abbr") == []


@pytest.mark.parametrize("text", ["(EXC)", "EXC.", "EXC, x", "l'EXC", "EXC's", "**EXC**", "EXC:"])
def test_an_acronym_is_found_beside_punctuation(text: str) -> None:
    assert [one.text for one in root(text).all("abbr")] == ["EXC"]


def test_the_longest_acronym_is_the_one_that_is_meant() -> None:
    assert root("EXC-2").one("abbr").attributes["title"] == "Second <Council>"


# --- markup, and none of one's own --------------------------------------------------------


def test_emphasis_lists_and_quotations_are_markup() -> None:
    found = root("**a** *b*\n\n- c\n- d\n\n3. e\n\n> f\n")
    assert [one.tag for one in found.all()] == [
        "p", "strong", "em", "ul", "li", "li", "ol", "li", "blockquote", "p",
    ]  # fmt: skip
    assert found.one("ol").attributes == {"start": "3"}


@pytest.mark.parametrize(
    "text",
    [
        "# a heading",
        "a\n===",
        "    code",
        "<b>raw</b>",
        "<!-- raw -->",
        "a <u>b</u>",
        "![image](https://elsewhere.example/x.png)",
    ],
)
def test_what_a_record_does_not_need_is_not_markup(text: str) -> None:
    found = root(text)
    assert {one.tag for one in found.all()} <= {"p", "br", "a", "code"}
    assert "<!--" not in str(PROSE.html(text))


@pytest.mark.parametrize(
    "address",
    [
        "https://elsewhere.example/",
        "http://elsewhere.example/a?b=c&d=e",
        "https://elsewhere.example:8080/",
        "mailto:a@b.example",
    ],
)
def test_a_link_leads_to_the_web_or_to_mail(address: str) -> None:
    for text in (f"[x]({address})", f"<{address}>", f"[x]\n\n[x]: {address}"):
        assert root(text).one("a").attributes["href"] == address


@pytest.mark.parametrize("words", ["", " ", "\u200b", "&nbsp;", "` `"])
def test_a_link_without_words_is_called_by_its_address(words: str) -> None:
    address = "https://elsewhere.example/EXC"
    for text in (
        f"[{words}]({address})",
        f"![{words}]({address})",
        f"[{words}][x]\n\n[x]: {address}",
    ):
        for link in root(text).all("a"):
            assert link.text.strip("\u200b ") == (words if words == "<EXC>" else address)


@pytest.mark.parametrize(("target", "name"), [("council", "Example Council"), ("nobody", "nobody")])
def test_a_reference_whose_words_nobody_sees_is_called_by_its_name(target: str, name: str) -> None:
    assert root(f"[[{target}|\u200b]]").text == name
    assert root(f"[[{target}|\u200b]] *x*").text == f"{name} x"
    assert PROSE.plain(f"[[{target}|\u200b]]") == name


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JAVASCRIPT:alert(1)",
        "&#106;avascript:alert(1)",
        "java&Tab;script:alert(1)",
        "vbscript:x",
        "data:text/html,x",
        "file:///etc/passwd",
        "ftp://elsewhere.example/",
        "tel:123",
        "relative/",
        "/absolute",
        "//elsewhere.example/",
        "#anchor",
        "https://[x",
        "https://x]/",
        "https://[::1%25a]/",
        "https://a[::1]/",
        "https://a:99999/",
        "https://a:b/",
        "https://:80/",
        "https://a^b/",
        "",
    ],
)
def test_a_link_leads_nowhere_else(address: str) -> None:
    for text in (f"[x]({address})", f"<{address}>", f"[x]\n\n[x]: <{address}>"):
        assert [link.attributes["href"] for link in root(text).all("a")] == []


@pytest.mark.parametrize("address", ["https://[x", "https://a:99999/x", "www.a[x"])
def test_an_address_that_no_browser_can_follow_stays_words(address: str) -> None:
    assert root(f"See {address} and https://a.example.").text == (
        f"See {address} and https://a.example."
    )
    assert [link.text for link in root(f"See {address} and https://a.example.").all("a")] == [
        "https://a.example"
    ]


def test_typography_touches_words_and_no_address() -> None:
    html = str(FRENCH.html("« l'eau » : [no 5](https://a.example/l'eau?q=no%205) `l'eau :`"))
    assert 'href="https://a.example/l\'eau?q=no%205"' in html
    assert "«\u00a0l\u2019eau\u00a0»\u00a0:" in html
    assert "<code>l'eau :</code>" in html
    shown = read_html(str(FRENCH.html("<https://a.example/l'eau>")))[0].one("a")
    assert shown.text == "https://a.example/l'eau"


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("**Suivi** : fait", "<strong>Suivi</strong>\u00a0: fait"),
        ('"**Oui** et *non*"', "«\u00a0<strong>Oui</strong> et <em>non</em>\u00a0»"),
        ('"sur deux\nlignes"', "«\u00a0sur deux\nlignes\u00a0»"),
        ("\"`a 'b' c` d\"", "«\u00a0<code>a 'b' c</code> d\u00a0»"),
    ],
)
def test_what_is_set_may_begin_in_bold_and_end_elsewhere(typed: str, printed: str) -> None:
    assert str(FRENCH.html(typed)) == f"<p>{printed}</p>\n"


@pytest.mark.parametrize("sign", ["\u202a", "\u202e", "\u2066", "\u2069"])
@pytest.mark.parametrize("form", ["{}", "&#x{:x};", "&#{:d};"])
def test_a_sign_that_turns_text_is_shown_by_its_number(sign: str, form: str) -> None:
    text = "a" + (form.format(ord(sign)) if "&" in form else sign) + "b"
    assert root(text).text == f"a[U+{ord(sign):04X}]b"


@pytest.mark.parametrize("text", ["&#xE000;body&#xE001;", "&#xe002;x", "[x](&#xe002;x)"])
def test_no_sign_of_the_shells_can_be_written_in_prose(text: str) -> None:
    assert not re.search("[\ue000-\uf8ff]", str(PROSE.html(text)))


# --- any text whatever --------------------------------------------------------------------

FRAGMENTS = st.sampled_from(
    [
        "[[council]]", "[[#5C]]", "[[council|", "]]", "[[", "EXC", "QPL", "[x](", ")", "](", "![",
        "https://a.example/", "javascript:x", "<", ">", "<b>", "</p>", "<!--", "-->", "&lt;",
        "&#x202e;", "\u202e", "*", "**", "_", "`", "```", "- ", "1. ", "> ", "# ", "\n", "\n\n",
        "    ", "\t", "\\", '"', "'", " ", "a", "é", "\u00a0", "{{", "{%", "%(n)s", "]:", "|",
        "\x00", "\r", "0", "$", ":", "«", "»", "---", "===", "&",
    ]
)  # fmt: skip
ANY = st.text() | st.lists(FRAGMENTS, max_size=25).map("".join)


@given(ANY, st.sampled_from([PROSE, FRENCH]), st.sampled_from([None, "m"]))
def test_any_text_becomes_well_formed_html_of_known_elements(
    text: str, prose: Prose, meeting: str | None
) -> None:
    tree, faults = read_html(str(prose.html(text, meeting)))
    assert faults == []
    for element in tree.all():
        assert element.tag in TAGS
        assert set(element.attributes) <= ATTRIBUTES
        if element.tag == "a":
            assert element.all("a") == []
            href = element.attributes["href"]
            assert urlsplit(href).scheme in ("", "http", "https", "mailto"), href


@given(ANY)
def test_any_text_can_be_put_on_one_line(text: str) -> None:
    line = PROSE.plain(text, "m")
    assert "\n" not in line
    assert line == line.strip()
    assert not re.search("[\u202a-\u202e\u2066-\u2069]", line)


@given(st.text(alphabet=st.characters(categories=["L", "N", "Zs"]), min_size=1))
def test_plain_words_come_out_as_they_are(text: str) -> None:
    words = " ".join(text.split())
    assert root(words).text.replace("\u1d49\u02b3", "er") == words


REFERRING = st.sampled_from(
    [
        "[[council]]", "[[ council | le *conseil* ]]", "[[#5C]]", "[[nothing]]", "[[council|EXC]]",
        "[[council\n|\n- x]]", "[[#5C|« a", "]]", "QPL", "EXC", " ", "\n", "\n\n", "a", "é", ":",
        "«", "»", '"', "'", "!", "1.", "- ", "5", "$", "%", "\u202e", "(", ")", "l'", "«\u00a0",
        "=", "&", "\0",
    ]
)  # fmt: skip

IN_LISTS = st.sampled_from(["a", "", "- b", "-", "- - c", "- 1) d", "- \u2003e", "  f", "- g "])


@example("- b\n\n- b", PROSE, None)
@example("a\n- b", PROSE, None)
@example("- b\na", PROSE, None)
@given(
    st.text(alphabet="aé L'\"«»:;.…!?$%#-+*_=>~|`<[]&()\\/@0123\n ", max_size=60)
    | st.lists(st.sampled_from(["Un mot", "deux", "", " ", "# x", "1. y", "QPL et EXC"])).map(
        "\n".join
    )
    | st.lists(IN_LISTS, max_size=5).map("\n".join)
    | st.lists(REFERRING, max_size=12).map("".join),
    st.sampled_from([PROSE, FRENCH]),
    st.sampled_from([None, "m"]),
)
def test_a_plain_text_reads_as_commonmark_would_have_it(
    text: str, prose: Prose, meeting: str | None
) -> None:
    with patch("releve.pages.prose._is_plain", lambda text: False):
        parsed = prose.html(text, meeting)
    assert prose.html(text, meeting) == parsed
