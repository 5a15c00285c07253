"""The fixed words of a drill, in Chinese and English."""

from __future__ import annotations

from linter.frozen import dataclass
from linter.reports import Lang


@dataclass(frozen=True, slots=True)
class Words:
    """One language's words; what stands in braces is filled in."""

    begins: str
    keys: str
    card: str
    new: str
    box: str
    scene: str
    comma: str
    gap: str
    opens: str
    prompt: str
    empty: str
    filler: str
    unknown: str
    unreadable: str
    hint: str
    hint_more: str
    suggestion: str
    no_suggestion: str
    no_more: str
    skipped: str
    skipped_too: str
    semicolon: str
    stop: str
    well: str
    wrong: str
    missing: str
    later: str
    think: str
    instead: str
    unpraised: str
    clean: str
    parts: str
    was: str
    better: dict[str, str]
    lookalike: str
    unjudged: dict[str, str]
    unjudged_else: str
    moved: str
    again: str
    hinted: str
    ended: str
    all_well: str
    some_well: str
    none_well: str
    none: str
    did_well: str
    to_practise: str
    left: str
    left_due: str
    left_new: str
    next_due: str
    nothing: str
    times: str
    forgot: str
    stopped: str
    category: str
    cards: str
    due: str
    answers: str
    passed: str
    when: str
    latest: str
    did_pass: str
    did_not: str
    quote: str
    not_kept: str


ZH = Words(
    begins="集里 {cards} 张卡：到期 {due} 张，新卡 {new} 张；这次 {now} 张。",
    keys="打一句你会说的话，回车。? 要提示（这张就不算过），/skip 跳过，/quit 结束。",
    card="第 {number}/{of} 张",
    new="新卡",
    box="第 {box} 盒",
    scene="难度 {grade}",
    comma="，",
    gap="……（略去 {turns} 轮）",
    opens="（轮到您先开口。）",
    prompt="你说> ",
    empty="还没有回答。不会就打 ?，想跳过就打 /skip。",
    filler="这只是应声，不算回答。",
    unknown="不认识 {command}。? 提示，/skip 跳过，/quit 结束。",
    unreadable="这一行读不出来（不是 UTF-8），请再打一遍。",
    hint="提示：看的是{aspect}——{category}。",
    hint_more="再打一个 ? 看怎么说。",
    suggestion="可以这样说：",
    no_suggestion="没有现成的说法。",
    no_more="没有更多的提示了。",
    skipped="跳过。",
    skipped_too="跳过 {count} 张",
    semicolon="；",
    stop="。",
    well="做得好：",
    wrong="要改：",
    missing="还缺：",
    later="这一句没说到，接下来要说：",
    think="可以再想想：",
    instead="怎么说：",
    unpraised="标杆在这里还做到了：",
    clean="没有发现问题。",
    parts="四项：",
    was="当时坐席说的：",
    better={
        "call": "标杆（别的通话里真实的回答）：",
        "own": "标杆（这通里真实的回答）：",
        "rule": "规则建议：",
    },
    lookalike="说明：",
    unjudged={
        "off": "这张卡的规则 {rule} 在这里没有启用，只看了别的规则。",
        "silent": "照这样回答用不上 {rule}，只看了别的规则。",
        "beyond": "{rule} 要看前后更多的话才判得了，这里只看了别的规则；请自己和标杆对照。",
    },
    unjudged_else="{rule} 没有判（{reason}），只看了别的规则。",
    moved="这张过了：到第 {box} 盒，{due} 再来。",
    again="这张再练：{due} 再来。",
    hinted="没有发现问题；看过提示，这张 {due} 再来。",
    ended="答了 {answered} 张：过了 {passed} 张，再练 {failed} 张{skipped}。",
    all_well="都过了，保持这样说。",
    some_well="过了的记住是怎么说的；再练的明天先来。",
    none_well="难的先碰到是好事：每张的标杆都看过了，明天再来一遍。",
    none="这次没有回答。",
    did_well="做到最多的：",
    to_practise="先练这些：",
    left="还没练到：{what}。",
    left_due="到期 {count} 张",
    left_new="新卡 {count} 张",
    next_due="下次到期：{due}。",
    nothing="今天没有到期的卡，也没有新卡。",
    times="{what} {count} 次",
    forgot="删了 {count} 条回答：{path}",
    stopped="已中断；回车交过的回答都记下了",
    category="类别",
    cards="卡",
    due="到期",
    answers="答过",
    passed="过了",
    when="什么时候再来（日期、张数）",
    latest="最近的回答",
    did_pass="过了",
    did_not="再练",
    quote="“{quote}”",
    not_kept="（没有留下原话）",
)

EN = Words(
    begins="Cards in the set: {cards}; due: {due}, new: {new}; now: {now}.",
    keys="Type what you would say. ? for a hint (no pass then), /skip, /quit.",
    card="Card {number} of {of}",
    new="new",
    box="box {box}",
    scene="difficulty {grade}",
    comma=", ",
    gap="… (turns left out: {turns})",
    opens="(You speak first.)",
    prompt="You> ",
    empty="No answer yet. Type ? for a hint, /skip to go on.",
    filler="That is only a sound of listening, no answer.",
    unknown="Unknown: {command}. ? for a hint, /skip, /quit.",
    unreadable="This line is not UTF-8; please type it again.",
    hint="Hint: this is about {aspect}: {category}.",
    hint_more="Type ? again for words.",
    suggestion="You could say: ",
    no_suggestion="There are no ready words.",
    no_more="There are no more hints.",
    skipped="Skipped.",
    skipped_too="skipped: {count}",
    semicolon="; ",
    stop=".",
    well="Well done:",
    wrong="To change:",
    missing="Missing:",
    later="Not said yet, and still to say:",
    think="Worth a thought:",
    instead="Instead: ",
    unpraised="The exemplar also did: ",
    clean="No problems found.",
    parts="Four parts: ",
    was="What was said then: ",
    better={
        "call": "Exemplar (a real answer of another call):",
        "own": "Exemplar (the real answer of this call):",
        "rule": "The rule suggests:",
    },
    lookalike="Note: ",
    unjudged={
        "off": "The card's rule {rule} is not in force here; only others were looked at.",
        "silent": "After such an answer {rule} does not apply; only other rules were looked at.",
        "beyond": "{rule} takes more of the call than this; only other rules were looked at. "
        "Please compare with the exemplar.",
    },
    unjudged_else="{rule} was not judged ({reason}); only other rules were looked at.",
    moved="Passed: on to box {box}, due {due}.",
    again="To practise again: due {due}.",
    hinted="No problems found; after a hint it comes again: due {due}.",
    ended="Answered: {answered}; passed: {passed}, to practise: {failed}{skipped}.",
    all_well="All passed; keep saying it this way.",
    some_well="Remember the words that passed; the others come first tomorrow.",
    none_well="Good to meet the hard ones early: you have seen every exemplar; again tomorrow.",
    none="Nothing was answered.",
    did_well="Most often well done: ",
    to_practise="Practise first: ",
    left="Left for another time: {what}.",
    left_due="due: {count}",
    left_new="new: {count}",
    next_due="Next due: {due}.",
    nothing="No card is due today, and none is new.",
    times="{what} ({count})",
    forgot="Answers removed: {count}: {path}",
    stopped="Interrupted; every answer that was entered is kept",
    category="category",
    cards="cards",
    due="due",
    answers="answers",
    passed="passed",
    when="When they come again (day, cards)",
    latest="Last answers",
    did_pass="passed",
    did_not="again",
    quote="“{quote}”",
    not_kept="(the words were not kept)",
)


def words(lang: Lang) -> Words:
    """The words of a language."""
    return ZH if lang == "zh" else EN
