"""GOST 7.79-2000, system B: combinations of plain letters, for Russian.

Source: GOST 7.79-2000 (in force from 2002-07-01), section 6 and table 4, whose note asks for C
before I, E, Y and J, and CZ elsewhere.  Table 4 has Slavic languages only; for others the standard
leaves system B to national standards, and Kazakhstan and Uzbekistan have none: so Russian alone
is covered.  The spacing grave ` is the standard's own sign.
"""

from __future__ import annotations

from uchtil.language.romanisation.table import RUSSIAN, rule, table

GOST_B_RUSSIAN = table(
    RUSSIAN,
    "a b v g d e yo zh z i j k l m n o p r s t u f x cz ch sh shh `` y` ` e` yu ya",
    {"ц": (rule("ц(?=[еёийыэюя])", "c"),)},
)
