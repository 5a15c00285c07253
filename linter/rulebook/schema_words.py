"""What an editor says of the keys of rule files: a title and a line of help for each."""

from __future__ import annotations

from collections.abc import Mapping

Words = Mapping[str, tuple[str, str]]
"""Key → its title, and what it is for."""

PACK: Words = {
    "pack": ("规则包的名字", "每个规则文件都要有。"),
    "extends": ("站在哪些规则上", "builtin，或从这个文件的文件夹起的路径；可以写几个。"),
    "words": ("公司用词", "品牌、产品名等，分词时不拆开。"),
    "classes": ("词类", "名字 → 词，或名字 → 组 → 词；短语里写 <名字>、<名字 as 槽>。"),
    "conditions": ("语境条件", "命中前后的话；信号里写进 not_when、only_when。"),
    "slots": ("信息项", "客户给出电话、地址等时怎么说；名字是词类里的组名。"),
    "signals": ("信号", "一轮里说了什么；信号本身不报问题。"),
    "rules": ("规则", "一通电话里意味着什么；报问题的是规则。"),
    "change": ("改别的规则包", "给它们加、减短语，改规则的键，或关掉规则。"),
    "profiles": ("方案", "各中心、各时期不同的改动，用名字或按通话启用。"),
}

CONDITION: Words = {
    "before": ("前面有", "命中前 distance 个字以内有其中一个。"),
    "after": ("后面有", "命中后 distance 个字以内有其中一个。"),
    "clause": ("同一句里有", "命中所在的整句里有其中一个。"),
    "distance": ("多近", "before、after 离命中最多几个字，默认 4。"),
    "quoted": ("引号里也算", "true：命中在引号里，条件也成立。"),
    "note": ("备注", "给人看的。"),
}

SLOT: Words = {
    "answer": ("问了才算的说法", "刚问过，客户这样说就算给了。"),
    "volunteered": ("随时都算的说法", "没问也算给了。"),
}

SIGNAL: Words = {
    "who": ("谁说", "agent 坐席（默认）、customer 客户、any 都算。"),
    "any": ("短语", "出现其中一个就算。"),
    "maybe": ("拿不准的短语", "出现只算可能，报出来待人工复核。"),
    "levels": ("分级的短语", "级别（1 到 9）→ 短语；规则里写 信号 2+。"),
    "regex": ("正则表达式", "RE2 的写法；要装 huashu[regex]。"),
    "like": ("例句", "和例句差不多的句子，总是待复核；多像由 similar 定。"),
    "of": ("由哪些信号组成", "成员的命中都算它的。"),
    "all": ("都要有的短语", "每一个都出现才算；多近由 in 定。"),
    "none": ("一个都没有", "整轮里没有其中任何一个才算。"),
    "backchannel": ("只是应声", "整轮只有嗯、对、好的才算。"),
    "measure": ("量一轮话", "字数、语速、时长、静默等超过或不到就算。"),
    "learned": ("学来的判断", "像某一类话到百分之几以上的一轮，总是待复核。"),
    "weighed": ("短语命中再掂量", "学来的判断觉得不像，就收回（drop）或待复核（doubt）。"),
    "over": ("盖住它的无害说法", "命中落在这些更长的话里就不算。"),
    "not_if": ("同一句里有就不算", "离命中 24 个字以内。"),
    "not_regex": ("同一句里匹配就不算", "同 not_if，用 RE2 的正则表达式。"),
    "not_if_turn": ("同一轮里有就不算", "整轮话里的任何地方。"),
    "not_if_only": ("整轮只有这些就不算", "此外只剩应声和标点的一轮。"),
    "near": ("同一句里要有", "离命中 24 个字以内有其中一个才算。"),
    "near_turn": ("同一轮里要有", "整轮话里有其中一个才算。"),
    "echo": ("要有对方的原话", "命中的字里连着几个是对方上一轮说过的才算，2 到 20。"),
    "not_when": ("这些语境里不算", "语境条件的名字，如 negated、quoted。"),
    "only_when": ("这些语境里才算", "语境条件的名字，都要成立。"),
    "least": ("至少几个", "要有几个不同的短语（of 时是成员）。"),
    "in": ("多大范围里数", "配 all 或 least：sentence 句、turn 轮，of 还可写 3 turns。"),
    "similar": ("多像", "和例句至少像百分之几，50 到 100，默认 75。"),
    "heard": ("按读音找", "same 同音、near 近音，或列出分不清的音，如 [z-zh, n-l]。"),
    "at": ("在通话的哪里", "first 2、last 1（轮），或 first 30s、last 30s（秒）。"),
    "note": ("备注", "给人看的。"),
}

SIGNAL_MEASURE: Words = {
    "of": (
        "量什么",
        "characters 字数、rate 字/分、duration 秒、silence 秒、overlap 秒、repetition %。",
    ),
    "over": ("超过", "比这个多就算。"),
    "under": ("不到", "比这个少就算。"),
}

LEARNED: Words = {
    "of": ("像什么", "类别，或 any（任何一类不当的话）等标签。"),
    "over": ("超过", "有百分之几以上的把握才算，0 到 99。"),
    "alone": ("只像它", "true：没有别的类别更像才算。"),
    "level": ("第几级", "命中算第几级，1 到 9，跟 levels 里的级别一样用。"),
    "sure": ("很有把握", "把握超过百分之几，not_when 就只剩引用还管。"),
}

WEIGHED: Words = {
    "of": ("像什么", "类别或标签，默认 any。"),
    "drop": ("低于它收回", "把握不到百分之几，命中就收回。"),
    "doubt": ("低于它待复核", "把握不到百分之几，命中只供复核。"),
}

RULE_WEIGHED: Words = {
    "of": ("像什么", "类别或标签。"),
    "drop": ("低于它不报", "报出的那一轮把握不到百分之几，就不报。"),
}

RULE: Words = {
    "id": ("规则名", "小写字母、数字和连字符，如 tone-policing。"),
    "category": ("类别", "统计和 --select 用的类别。"),
    "aspect": ("方面", "四段诊断里归哪一段：话术、态度、职责、适时结束；或效率、标杆。"),
    "severity": ("严重程度", "error、warning、info；或 {default: info, after 信号: error}。"),
    "say": ("报什么", "给坐席和质检看的一句话；{槽名} 换成听到的那一项。"),
    "why": ("为什么", "为什么算问题。"),
    "instead": ("该怎么说", "照着说就行的一句话。"),
    "tests": ("测试", "至少一段要报的（用【】标出）和一段差点该报、其实不该报的。"),
    "certainty": ("把握", "certain 确定，review 总要人工复核。"),
    "weight": ("扣分", "一次扣几分，0 到 100。"),
    "fatal": ("一票否决", "true：出现就不及格。"),
    "source": ("依据", "出自哪条规定、哪次复盘。"),
    "status": ("状态", "stable、experimental、deprecated。"),
    "known": ("已知误报", "会报错的情形，写给复核的人。"),
    "applies": ("用于哪些通话", "按渠道、方向、场景、业务；kind: script 是话术库。"),
    "yields_to": ("让给", "同一轮里那条规则也报了，就只报那条。"),
    "weighed": ("报出以后再掂量", "学来的判断觉得那一轮不像，就不报（drop）。"),
    "fix": ("改法", "话术库里报出的词 → 改成的词，huashu fix 照着改。"),
    "deduct": ("是否扣分", "false：只报不扣。"),
    "praise": ("是表扬", "true：报的是值得学的。"),
    "forbid": ("判法：不许出现", "坐席不该说的信号。"),
    "require": ("判法：要有", "该说的信号，任一个；都要有写 {all: [甲, 乙]}。"),
    "sequence": ("判法：按步骤", "依次出现的步骤，报最后一步；“无 名”不许来，“同轮 名”可同轮。"),
    "repeat": ("判法：原样重复", "坐席把差不多的话又说一遍。"),
    "measure": ("判法：数和量", "次数、占比、时长超过限度。"),
    "rise": ("判法：报出之后升温", "坐席犯了某类问题，客户的情绪随后升级。"),
    "when": ("在什么之后", "触发的信号。"),
    "within": ("几轮之内", "触发之后的坐席轮次；require 还可写 end（到通话结束）。"),
    "until": ("到什么为止", "这些信号出现，forbid 的窗口就结束。"),
    "unless": ("除非", "same_turn、same_or_next、before 2、after 2、earlier → 信号。"),
    "only_if": ("还要有", "写法同 unless；每一条都有才算。"),
    "which": ("哪一次算", "each 每次、first 首次、last 末次，或第几次。"),
    "before": ("要在之前说", "触发之前几个坐席轮次里说过才行。"),
    "at": ("在通话的哪里", "opening 开头、closing 结尾、anywhere 哪里都行。"),
    "credit": ("之前几轮也算", "触发前几个坐席轮次里说过也算做到，默认 1。"),
    "late": ("晚几轮算晚", "窗口之后几轮内说了，报 info。"),
    "settled": ("作罢", "这些信号出现，就不必再要求。"),
    "nearly": ("接近做到", "窗口里说了这些，报 info 待复核。"),
    "report": ("报在哪一轮", "窗口的第一轮 first 或最后一轮 last。"),
    "span": ("总共几轮", "所有步骤要在几轮之内，默认 12。"),
    "order": ("顺序", "given 按写的顺序，any 不论顺序。"),
    "unless_between": ("中间有就不算", "首尾两步之间出现这些信号。"),
    "unless_turn": ("末轮有就不算", "最后一步那一轮里出现这些信号。"),
}

REQUIRED: Words = {"all": ("都要有", "每一个信号都要出现。")}

REPEAT: Words = {
    "of": ("比什么", "sentence 一句一句比（默认），substance 比整轮话里的两字词串。"),
    "similar": ("多像", "相同的字至少占百分之几，默认 80。"),
    "chars": ("至少几个字", "句子至少有几个汉字才比，默认 8。"),
    "within": ("几轮之内", "和前面几个坐席轮次比，默认 6。"),
    "when": ("中间有", "两次之间客户说过这些信号才算。"),
    "then": ("之后有", "紧接着那一方的下一轮有这些信号才算。"),
    "over": ("不比的句子", "含有这些信号的句子不比；substance 不比这些信号的字。"),
}

MEASURE: Words = {
    "of": (
        "量什么",
        "unbroken 不停顿的字数、mixed 两类混用、duplicate 重复的行、slots 占位符、count 次数、"
        "talk_share 坐席占比 %、silence_share 静默占比 %、longest_silence 秒、call_duration 秒。",
    ),
    "limit": ("限度", "超过它才报。"),
    "signals": ("信号", "count 数的、mixed 混用的信号。"),
    "within": ("连续几轮", "count：只在连续几轮里一起数。"),
    "each": ("数什么", "count：turn 数轮次（默认），hit 数命中。"),
}

RISE: Words = {
    "after": ("哪些类别之后", "规则的类别。"),
    "signal": ("升温的信号", "客户的、分级的信号。"),
    "within": ("之后几轮", "看之后几个客户轮次，默认 2。"),
    "before": ("之前几轮", "和之前几个客户轮次比，默认 3。"),
}

TEST: Words = {
    "flag": ("要报的对话", "一行一轮（客户：…、坐席：…），应报的字用【】标出。"),
    "pass": ("不该报的对话", "差一点就该报、其实不该报的。"),
    "kind": ("对话还是话术库", "call（默认）或 script。"),
    "severity": ("应报多重", "只和 flag 一起写。"),
    "certainty": ("应有的把握", "只和 flag 一起写。"),
    "late": ("应算晚了", "只和 flag 一起写：true 说得太晚，false 没说。"),
    "yields": ("应让给别的规则", "只和 flag 一起写。"),
    "verdict": ("应有的结论", "只和 pass 一起写：met、not_applicable、not_evaluated。"),
}

APPLIES: Words = {
    "channel": ("渠道", "phone 电话、chat 在线。"),
    "direction": ("方向", "in 呼入、out 呼出。"),
    "scene": ("场景", "通话数据里的场景。"),
    "business": ("业务", "通话数据里的业务。"),
    "kind": ("通话还是话术库", "call 或 script。"),
}

FORMS: Words = {
    "is": ("写明是这些", "通话要自己写明；没写就不适用。"),
    "not": ("不是这些", "通话没写的照样适用。"),
}

PROFILE: Words = {
    "note": ("说明", "这个方案给谁用、为什么。"),
    "when": ("哪些通话自动用", "通话自己写明这些字段时启用。"),
    "change": ("改动", "同规则包的 change。"),
}

EDITS: Words = {
    "add": ("加", "加到原来的后面。"),
    "drop": ("减", "照原样写要去掉的。"),
}
