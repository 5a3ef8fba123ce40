import pytest

from uchtil.language import KNOWN_TAGS, LANGUAGES, is_language_tag, locale_tag, tag_problem


@pytest.mark.parametrize(
    ("tag", "full"),
    [
        ("uz-Latn", "uz-Latn-UZ"),
        ("uz-Latn-UZ", "uz-Latn-UZ"),
        ("uz-Cyrl", "uz-Cyrl-UZ"),
        ("uz-Cyrl-UZ", "uz-Cyrl-UZ"),
        ("ru", "ru-RU"),
        ("en", "en-GB"),
        ("en-US", "en-US"),
        ("kk", "kk-KZ"),
        ("kk-Cyrl-KZ", "kk-KZ"),
        ("kk-Latn", "kk-Latn-KZ"),
    ],
)
def test_a_short_tag_stands_for_a_full_one(tag, full):
    assert is_language_tag(tag)
    assert locale_tag(tag) == full


def test_the_languages_of_the_review_are_full_tags():
    assert [locale_tag(each.tag) for each in LANGUAGES] == [each.tag for each in LANGUAGES]


def test_full_tags_are_stable():
    assert {locale_tag(locale_tag(tag)) for tag in KNOWN_TAGS} == {
        locale_tag(tag) for tag in KNOWN_TAGS
    }


def test_an_unknown_tag_has_no_locale():
    with pytest.raises(ValueError) as caught:
        locale_tag("uz")
    assert str(caught.value) == "`uz` is not a language tag known here"


@pytest.mark.parametrize(
    ("tag", "message", "hint"),
    [
        (
            "uz",
            "the language tag `uz` does not tell the script",
            "write `uz-Latn-UZ` or `uz-Cyrl-UZ`",
        ),
        (
            "uz_UZ",
            "the language tag `uz_UZ` does not tell the script",
            "write `uz-Latn-UZ` or `uz-Cyrl-UZ`",
        ),
        ("ru-ru", "`ru-ru` is not a language tag known here", "did you mean `ru-RU`?"),
        ("en_GB", "`en_GB` is not a language tag known here", "did you mean `en-GB`?"),
        ("uzbek", "`uzbek` is not a language tag known here", "did you mean `uz-Latn-UZ`?"),
        ("Russian", "`Russian` is not a language tag known here", "did you mean `ru-RU`?"),
        ("kz-KZ", "`kz-KZ` is not a language tag known here", "did you mean `kk-KZ`?"),
        (
            "uz-Latin-UZ",
            "`uz-Latin-UZ` is not a language tag known here",
            "did you mean `uz-Latn-UZ`?",
        ),
        (
            "",
            "`` is not a language tag known here",
            "write a BCP 47 tag such as `uz-Latn-UZ`, `ru-RU` or `en-GB`",
        ),
    ],
)
def test_a_wrong_tag_is_told_with_what_was_meant(tag, message, hint):
    assert not is_language_tag(tag)
    assert tag_problem(tag) == (message, hint)


@pytest.mark.parametrize("tag", KNOWN_TAGS)
def test_a_known_tag_is_no_problem_and_has_a_name_in_every_language(tag):
    assert tag_problem(tag) is None
    assert all(each.terms.languages(tag) for each in LANGUAGES)
