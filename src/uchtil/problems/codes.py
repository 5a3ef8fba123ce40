"""Every check there is: its code, and how much it matters unless a review says otherwise.

The codes are stable.  Each has an entry in ``docs/checks``, which ``./build.py explain CODE``
prints; ``tests/problems/test_codes.py`` holds this table to the program and to the docs.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from uchtil.problems.problem import Severity


@dataclass(frozen=True, kw_only=True, slots=True)
class Check:
    """A check: how much its problems matter by themselves, and whether that is ``fixed``.

    A fixed check cannot be lowered: nothing sound can be made of what it is told of.
    """

    severity: Severity
    fixed: bool = False


_FIXED = """
    control-character empty-file empty-value missing-file unreadable-encoding unreadable-file
    yaml-alias yaml-syntax yaml-tag broken-lock link-outside word-list
    duplicate-key listed-twice missing-field missing-translation not-a-date not-a-day not-a-number
    impossible-date impossible-range unknown-choice unknown-credit-role unknown-field
    unknown-language wrong-email wrong-fingerprint wrong-id wrong-language-tag wrong-orcid
    wrong-type wrong-value
    fixed-check missing-reason unknown-check
    duplicate-fact duplicate-figure duplicate-name duplicate-remark duplicate-source
    duplicate-table unknown-fact unknown-indicator unknown-kind unknown-name unknown-remark
    unknown-severity unknown-source unknown-status unknown-tag unknown-theme unknown-unit
    derivation-without-value fact-without-evidence indicator-without-measure long-anchor
    measure-without-indicator
    measure-without-status measure-without-value missing-plural remark-without-passage
    wrong-derivation
    empty-exhibit mixed-units negative-value unknown-column unknown-condition unknown-style
    broken-entry duplicate-entry duplicate-field empty-field empty-list foreign-locator
    latex-command list-mismatch missing-comma missing-language missing-title stray-text
    unknown-entry unknown-entry-type unknown-key unknown-string unknown-value
    unresolved-concatenation wrong-date wrong-doi wrong-key wrong-name wrong-pages wrong-subtype
    tracking-parameter wrong-title-type wrong-url unknown-keyword
    missing-section missing-section-language section-folder section-heading section-not-listed
    unknown-section both-scripts transliterated-from-nothing
    dead-link missing-note raw-citation raw-code raw-html foreign-image unsafe-link
    empty-citation exhibit-not-shown exhibit-shown-twice fact-lacks fact-without-property
    missing-quotes remark-without-property template-failed template-forbidden template-syntax
    undefined-variable unknown-exhibit unprintable-form wrong-argument wrong-weight
    no-texts no-network
    broken-output broken-style docx-figure docx-link docx-style editions-differ fallback-term
    foreign-font lost-note missing-glyph pandoc-failed references-differ unreadable-docx
    unresolved-citation weasyprint
    foreign-output internal no-project not-asked output-busy system unknown-edition
    not-uzbek
    not-romanised
    unknown-journal unknown-system journal-exists journal-look journal-anonymity
    broken-release unknown-release release-exists release-version release-date release-stale
    redline-differs nothing-built port-taken
    not-a-bibliography no-entry-read
    source-missing source-folder source-not-a-file source-unreadable source-too-large
    source-empty source-format source-broken source-encrypted source-unpacks source-entities
    source-scanned source-glyphs source-encoding text-taken text-not-kept doi-form doi-unknown
    doi-no-network doi-no-answer doi-no-record
    source-known source-key source-key-taken entry-unreadable entry-not-one
    entry-doubtful
    no-proposals blank-left nothing-to-accept not-sharper no-file-of-theme changed-meanwhile
    nothing-to-undo changed-since
"""

_ERRORS = """
    anchor-not-found spelling-not-found stale-text contested-fact unanswered-conflict
    counts-nothing duplicate-work no-english-title title-brackets wrong-apostrophe
    missing-paragraph facts-differ exhibits-differ citations-differ numbers-differ
    weights-differ exhibit-outweighed
    typed-number mixed-script metadata-differs
    journal-abstract journal-author journal-code journal-keywords journal-language journal-length
    journal-list journal-metadata journal-section journal-title journal-works
"""

_WARNINGS = """
    ambiguous-anchor
    abstract-length keyword-count duplicate-word word-order file-not-read schema-line
    section-order unlisted-language unused-explanation
    evidence-never-seen evidence-stale text-not-found redundant-reading
    exhibit-unused unused-exception unused-note stale-translation stale-reading
    apostrophe dash ellipsis markup-left misspelt-word name-form no-break-space quotation-marks
    spacing pandoc key-year misspelt-name order-differs plan-as-result
    dead-address unanswered-address private-address
    not-transliterated spelling-lost
    forbidden-sign
    not-disputed
    broken-incoming doubtful-name doubtful-work entry-other-text entry-waits
    language-unknown unfit-value
    source-ending source-font source-language source-page-scanned
"""

_NOTICES = """
    closed-address moved-address
    evidence-moved
    incomplete-reference never-confirmed no-author undated-event
    replaced-sign
    source-furniture source-recoded
"""

CHECKS: Mapping[str, Check] = MappingProxyType(
    {
        **{code: Check(severity=Severity.ERROR, fixed=True) for code in _FIXED.split()},
        **{code: Check(severity=Severity.ERROR) for code in _ERRORS.split()},
        **{code: Check(severity=Severity.WARNING) for code in _WARNINGS.split()},
        **{code: Check(severity=Severity.NOTICE) for code in _NOTICES.split()},
    }
)
"""All checks, by code."""

CIRCUMSTANTIAL = frozenset(
    (
        "journal-abstract",
        "journal-author",
        "journal-code",
        "journal-keywords",
        "journal-language",
        "journal-length",
        "journal-list",
        "journal-metadata",
        "journal-section",
        "journal-title",
        "journal-works",
        "ambiguous-anchor",
        "anchor-not-found",
        "closed-address",
        "dead-address",
        "evidence-moved",
        "evidence-never-seen",
        "evidence-stale",
        "moved-address",
        "private-address",
        "spelling-not-found",
        "stale-text",
        "text-not-found",
        "unanswered-address",
    )
)
"""The checks that tell nothing where the sources' texts are not at hand, or only there; or that
only ``submit`` makes."""
