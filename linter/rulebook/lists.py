"""Adding to lists and taking from them, however deep in mappings they lie."""

from __future__ import annotations

from linter.frozen import dataclass
from linter.rulebook.merged import keyed, merged_list, merged_mapping
from linter.rulebook.source import Value, suggestion


@dataclass(frozen=True)
class History:
    """What a thing had at its earlier stages: all its texts, for each stage.

    A profile has to fit packs that made the same change, so it may take away what was taken away
    before, and add what was added before.
    """

    stages: tuple[frozenset[str], ...] = ()

    def had(self, text: str) -> bool:
        """Whether it was there at some time."""
        return any(text in stage for stage in self.stages)

    def lacked(self, text: str) -> bool:
        """Whether it was missing at some time."""
        return any(text not in stage for stage in self.stages)


def texts_in(value: Value) -> frozenset[str]:
    """All scalars of a value, keys left out."""
    if value.is_mapping:
        return frozenset().union(*(texts_in(inner) for _, inner in value.pairs()))
    if value.is_list:
        return frozenset().union(*(texts_in(item) for item in value.items()))
    return frozenset([value.text()])


def edited(
    base: Value | None, add: Value | None, drop: Value | None, history: History
) -> Value | None:
    """A list, or a mapping of them, with items added and taken away; errors have been noted.

    :param base: ``None`` where there is none so far.
    :return: ``None`` when nothing is left.
    """
    if add is None and drop is None:
        return base
    shape = base if base is not None else add
    if shape is None:
        if drop is not None:
            drop.complain("这里本来就没有", hint="删掉这一项")
        return None
    if shape.is_mapping:
        return _mapping(shape, base, _mappings(add), _mappings(drop), history)
    return _list(shape, base, add, drop, history)


def _mappings(change: Value | None) -> dict[str, tuple[Value, Value]]:
    return {} if change is None else keyed(change, None, "映射")


def _mapping(
    shape: Value,
    base: Value | None,
    add: dict[str, tuple[Value, Value]],
    drop: dict[str, tuple[Value, Value]],
    history: History,
) -> Value | None:
    body = {} if base is None else keyed(base, None, "映射")
    for name, (key, _) in drop.items():
        if name not in body:
            key.complain(f"这里没有 {name!r}", hint=suggestion(name, body))
    parts = []
    for name, (key, _) in {**add, **body}.items():
        inner = edited(_value(body, name), _value(add, name), _value(drop, name), history)
        if inner is not None:
            parts.append((key, inner))
    return merged_mapping(shape, tuple(parts)) if parts else None


def _value(pairs: dict[str, tuple[Value, Value]], name: str) -> Value | None:
    return pairs[name][1] if name in pairs else None


def _list(
    shape: Value, base: Value | None, add: Value | None, drop: Value | None, history: History
) -> Value | None:
    items = [] if base is None else base.items()
    there = {item.text() for item in items if _is_text(item)}
    gone: set[str] = set()
    for item in drop.items() if drop else ():
        text = item.text("要去掉的")
        if text in there - gone:
            gone.add(text)
        elif text and not history.had(text):
            item.complain(f"这里没有 {text!r}", hint=suggestion(text, there))
    items = [item for item in items if not (_is_text(item) and item.text() in gone)]
    for item in add.items() if add else ():
        if not _is_text(item):
            items.append(item)
        elif (text := item.text()) in there:
            if not history.lacked(text):
                item.complain(f"这里已经有 {text!r}", hint="删掉这一项")
        elif text:
            there.add(text)
            items.append(item)
    return merged_list(shape, tuple(items)) if items else None


def _is_text(item: Value) -> bool:
    return not item.is_mapping and not item.is_list
