"""Which column of a table of scripts holds what, and its rows as lines."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from linter import lazy
from linter.calls.fields import fold
from linter.calls.scripts.draft import BAD, CUSTOMERS, NOTES, Draft
from linter.calls.scripts.kinds import (
    is_bad_example,
    is_legend,
    is_notes,
    scene_kind,
    sounds_spoken,
)
from linter.frozen import dataclass
from linter.model import Line

_SAID = lazy.pattern(
    r".*话术.*|.*(?:答复|回复|回答|答案|应答|应对|应答语|说辞|台词|文案|范例|正例|正确示范|标准用语|规范用语|推荐用语|参考用语|用语|句子|口径)(?:内容|文本|\d*|[一二三四五])?"
    r"|坐席说|客服说|我说|说什么|怎么说|话|script|scripts|answer|reply|response|say|wording"
)
_SCENE = lazy.pattern(
    r".*(?:场景|分类|类别|类型|主题|模块|情境|情形|时机|大类|中类|小类|栏目|[一二三]级)(?:名称?|描述)?"
    r"|(?:话术|问题|知识|产品|业务|活动|条目|短语|模板)?(?:标题|名称)|name|业务|事项|项目|scene|scenario|category|title|topic|type"
)
_STEP = lazy.pattern(r".*(?:环节|阶段|流程|节点|步骤)(?:名称|描述)?|stage|step|phase")
"""A part of a scene: what is asked of the scene may be said in any of its steps."""
_WHO = lazy.pattern(r"角色|谁|谁说|说话人|发言人|身份|role|speaker|who")
_ASKED = lazy.pattern(
    r"他说|对方说|对方|.*(?:客户|用户|顾客|买家|市民|来电人)(?!姓名|类型|分类|编号|id).*|.*(?:问题|提问|问法|咨询|诉求|异议).*|问|question|query|customer|asked"
)
_LINES = lazy.pattern(
    r"流程|步骤|scenes|scripts?list|contents?|body|dialogs?|dialogues?|texts?|正文|对话|items|entries|lines|list|children|sections|steps|data|话术库|话术列表|话术集|条目|列表|场景列表|步骤列表"
)
_ABOUT = (
    "编号",
    "id",
    "说明",
    "备注",
    "时间",
    "作者",
    "版本",
    "日期",
    "更新人",
    "负责人",
    "状态",
    "渠道",
    "标签",
)
_REMARKS = frozenset(
    ["remark", "remarks", "tip", "tips", "note", "notes", "comment", "comments", "description"]
)
_ANYTHING = lazy.pattern(r"内容|文本|正文|content|text")


@dataclass(frozen=True, slots=True)
class ScriptColumns:
    """Columns by what they hold, each in the order of the table."""

    said: tuple[int, ...]
    scene: tuple[int, ...]
    asked: tuple[int, ...] = ()
    bad: tuple[int, ...] = ()
    notes: tuple[int, ...] = ()
    who: int | None = None
    """Where it says who says it."""
    steps: frozenset[int] = frozenset()
    """Of the columns of scenes those that say which step of it."""


def script_columns(header: Sequence[str]) -> ScriptColumns | None:
    """Find the columns of a table of scripts by their names; ``None`` when it is none."""
    kinds: dict[str, list[int]] = {
        key: [] for key in ("said", "scene", "asked", "bad", "notes", "any", "lines", "who")
    }
    for column, name in enumerate(header):
        kinds[key_kind(name)].append(column)
    # A transcript has who says it and 内容, too.
    if not kinds["said"] and kinds["scene"] and not kinds["who"]:
        kinds["said"], kinds["any"] = (
            [c for c in kinds["any"] if _ANYTHING.fullmatch(fold(header[c]))],
            [],
        )
    if not kinds["said"]:
        return None
    steps = frozenset(c for c in kinds["scene"] if _STEP.fullmatch(fold(header[c])))
    said, scene, asked, bad, notes = (
        tuple(kinds[key]) for key in ("said", "scene", "asked", "bad", "notes")
    )
    return ScriptColumns(said, scene, asked, bad, notes, next(iter(kinds["who"]), None), steps)


def is_scripts(columns: ScriptColumns, known: Mapping[str, int]) -> bool:
    """Whether a header is that of scripts and of no transcript: who speaks is said in both."""
    if "start" in known or "end" in known:
        return False
    if "role" in known or "speaker" in known:
        return bool(columns.scene) and (bool(columns.bad or columns.notes) or "call" not in known)
    return True


def key_kind(name: str) -> str:
    """What a column, or a key in YAML, holds by its name.

    ``said``, ``scene``, ``asked``, ``bad``, ``notes``, ``who``, ``lines`` (whatever the scenes are
    made of) or ``any``.
    """
    folded = fold(name)
    if is_bad_example(name):
        return "bad"
    if _WHO.fullmatch(folded):
        return "who"
    if _LINES.fullmatch(folded):
        return "lines"
    if _SCENE.fullmatch(folded) or _STEP.fullmatch(folded):
        return "scene"
    if folded.endswith(_ABOUT) or is_notes(name) or folded in _REMARKS:
        return "notes"
    if _SAID.fullmatch(folded):
        return "said"
    return "asked" if _ASKED.fullmatch(folded) else "any"


class TableDraft:
    """Puts the rows of one table into a draft; a scene goes on as long as its cells say the same.

    :param level: of the headings that the scene's cells make.
    """

    def __init__(self, draft: Draft, columns: ScriptColumns, level: int = 1) -> None:
        self._draft = draft
        self._columns = columns
        self._level = level
        self._scene: tuple[str, ...] = ()

    def row(self, cells: Sequence[Line]) -> None:
        """Take a row; an empty scene cell says what the one above says, as merged cells come out.

        :param cells: one a column, those the row lacks left out; empty ones with no text.
        """
        columns = self._columns
        own = [cells[c].text.strip() if c < len(cells) else "" for c in columns.scene]
        own = [self._heads(own, depth) for depth in range(len(own))]
        if any(own):
            self._begin(own, cells[0].line)
        legend = any(is_legend(title) for title in self._draft.titles)
        if legend:
            self._draft.explain(" | ".join(cell.text for cell in cells))
            return
        who = (
            cells[columns.who].text if columns.who is not None and columns.who < len(cells) else ""
        )
        theirs = CUSTOMERS if self._draft.is_customers(who) else ""
        for column, cell in enumerate(cells):
            if not cell.text.strip():
                continue
            if column in columns.said:
                self._draft.say(cell, why_not=theirs)
            elif column in columns.bad:
                self._draft.say(cell, why_not=BAD)
            elif column in columns.asked:
                self._draft.say(cell, why_not=CUSTOMERS)
            elif column in columns.notes or self._is_lost(column, cell):
                self._draft.say(cell, why_not=NOTES)

    def _is_lost(self, column: int, cell: Line) -> bool:
        """Whether a cell in a column nobody knows looks like a script; it is to be counted."""
        return column not in (*self._columns.scene, self._columns.who) and sounds_spoken(cell.text)

    def end(self) -> None:
        """The table is over: what comes next is in none of its scenes."""
        self._draft.leave(self._level)

    def _heads(self, own: list[str], depth: int) -> str:
        """What a scene's cell heads: of steps only an opening, an ending and the like."""
        title = own[depth]
        if depth == 0 or self._columns.scene[depth] not in self._columns.steps:
            return title
        outer = own[0] or "".join(self._scene[:1])
        kind = scene_kind([title])
        return title if kind and kind not in ("投诉", scene_kind([outer])) else ""

    def _begin(self, own: list[str], line: int) -> None:
        """The first scene cell that says something new, and those after it, make new headings."""
        before = (*self._scene, *[""] * len(own))
        # A step that heads nothing ends the one above that did.
        said = [
            mine if mine or self._columns.scene[i] in self._columns.steps else theirs
            for i, (mine, theirs) in enumerate(zip(own, before, strict=False))
        ]
        scene = tuple(said)
        changed = next(
            (i for i, (a, b) in enumerate(zip(scene, before, strict=False)) if a != b), None
        )
        if changed is None:
            return
        # A new outer scene has none of the inner ones of the row above.
        scene = (*scene[: changed + 1], *own[changed + 1 :])
        for depth in range(changed, len(scene)):
            if scene[depth]:
                self._draft.heading(self._level + depth, scene[depth], line)
        self._scene = scene
