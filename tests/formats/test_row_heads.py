from uchtil.formats.fragments import rewrite
from uchtil.formats.row_heads import row_heads
from uchtil.render.exhibits import ROW_HEADS

TABLE = (
    "<table><thead><tr><th>Theme</th><th>A</th></tr></thead>"
    "<tbody><tr><td>Trade</td><td>2</td></tr></tbody></table>"
)


def test_first_cells_become_heads_of_their_rows() -> None:
    assert rewrite(f'<div class="exhibit {ROW_HEADS}">{TABLE}</div>', row_heads) == (
        f'<div class="exhibit {ROW_HEADS}"><table><thead><tr><th scope="col">Theme</th>'
        '<th scope="col">A</th></tr></thead><tbody><tr><th scope="row">Trade</th><td>2</td></tr>'
        "</tbody></table></div>"
    )


def test_other_tables_stay_as_they_are() -> None:
    other = f'<div class="exhibit">{TABLE}</div>'
    assert rewrite(other, row_heads) == other
