from __future__ import annotations

from xml.etree import ElementTree

from linter.desk.styling import styled

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" id="chart-1" viewBox="0 0 720 90">'


def clean(inside: str) -> str:
    svg = styled(ElementTree.fromstring(f"{HEAD}{inside}</svg>"), ["var(--error)", "red"])
    head = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 720 90"'
    assert svg.startswith(head)
    return svg.removeprefix(head).removeprefix(" />").removeprefix(">").removesuffix("</svg>")


def test_scripts_styles_ids_and_links_go() -> None:
    assert (
        styled(
            ElementTree.fromstring(
                f"{HEAD}<!-- http://pygal.org --><defs><script>1</script></defs><style/>"
                '<title>Pygal</title><a href="http://x"><rect x="1"/></a></svg>'
            ),
            [],
        )
        == '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 720 90" />'
    )


def test_what_pygal_says_in_classes_stands_at_the_shape() -> None:
    assert clean('<g class="series color-1"><rect x="1.26" class="rect"/></g>') == (
        '<g><rect x="1.3" fill="red" /></g>'
    )
    assert clean('<g class="ci color-0"><path d="M1.04 2.000"/></g>') == (
        '<g><path d="M1 2" fill="none" stroke="currentColor" stroke-width="1.5" /></g>'
    )
    assert clean('<g class="axis x always_show"><path class="guide line" d="M1 2"/></g>') == (
        '<g><path d="M1 2" fill="none" stroke="var(--line)" stroke-dasharray="4 4" /></g>'
    )


def test_words_are_anchored_where_their_axis_is() -> None:
    look = 'fill="currentColor" font-size="12" text-anchor='
    assert f'{look}"end"' in clean('<g class="axis y"><text x="1">甲</text></g>')
    assert f'{look}"middle"' in clean('<g class="axis x"><text x="1">甲</text></g>')
    turned = '<g class="axis x"><text transform="rotate(45)">甲</text></g>'
    assert f'{look}"start"' in clean(turned)
    assert f'{look}"start"' in clean('<g class="legends"><text x="1">甲</text></g>')


def test_what_cannot_be_seen_is_left_out() -> None:
    assert clean('<g class="titles"><text>x</text></g>') == ""
    assert clean('<rect class="background" x="0"/>') == ""
    assert clean('<g class="axis x"><path class="guide line" d="M1 2"/></g>') == ""


def test_a_bar_gets_a_title() -> None:
    bar = (
        '<g class="bar"><rect x="1"/><desc class="value">3</desc>'
        '<desc class="x_label">甲</desc><desc class="x centered">7</desc></g>'
    )
    assert clean(bar) == '<g><title>甲 3</title><rect x="1" fill="currentColor" /></g>'
