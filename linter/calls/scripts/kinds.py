"""What the parts of a script library are, by the words people head them with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from linter import lazy

# The innermost heading decides (听不清 under 接听 is no opening), in it the word that stands last:
# 投诉结束语 is an ending.
_SCENES: Mapping[str, str] = {
    "开场": "开场 开头 问候 欢迎 迎宾 首问 接通 接听 接起 应答语 报工号 自报家门 破冰 首句 opening "
    "greeting",
    "核实": "核实 核身 验证 身份确认 verification",
    "投诉": "投诉 抱怨 不满 愤怒 发火 生气 激动 安抚 致歉 道歉 差评 维权 升级处理 升级上报 "
    "升级主管 升级投诉 complaint",
    "转接": "转接 转人工 转介 转专席 转专家 transfer",
    "等待": "等待 等候 稍等 请稍候 hold",
    "催收": "催收 催缴 催款 逾期 还款提醒 欠费提醒 collection",
    "挽留": "挽留 挽回 离网 退订 销户 retention",
    "结束": "结束 结尾 收尾 收线 道别 告别 送别 结语 挂机 closing ending goodbye",
}
_WORDS = {word: kind for kind, words in _SCENES.items() for word in words.split()}
_OTHERWISE = lazy.pattern(
    r"投诉(?:渠道|电话|热线|时限|时效|流程|规则|知识|入口|查询|方式|范围|进度)|验证码|(?:无法|不能|未能|没有?|未)接[通听]|接[通听]不了"
    r"|不满(?=[\d一二两三四五六七八九十百半足整]|周岁|年|月|额)|(?<![a-z])(?:household|threshold|withhold)"
)
"""Words of the scenes in other senses: where to complain, a code that does not come."""
_SCENE = lazy.pattern("|".join(sorted(_WORDS, key=len, reverse=True)))

_BAD = lazy.pattern(
    r"错误(?:示范|示例|话术|案例|说法|用语|表达|回答|做法)|反例|反面(?:示范|示例|案例|典型|教材|话术)|^反面$|禁止(?:用语|说|使用|话术)|^禁止$"
    r"|禁语|禁用(?:语|词|话术|说法|表达|示例)|^禁用$|(?:服务|沟通|用语|话术|说话)禁忌|禁忌(?:语|用语|话术|说法)|^禁忌$|忌语|忌说|不规范(?:用语|话术)|不当(?:用语|话术|表达)|不能说|不要说|不可说|别说|不得说|避免(?:说|使用)"
    r"|红线(?:用语|话术)?$|雷区|负面(?:示范|示例|案例)|违规(?:用语|话术|示例)|^错误$|(?:^|\s)[❌✗✘]|bad\s*(?:examples?|cases?)|do\s*not\s*say|forbidden|don'?ts?\b"
)
_GOOD = lazy.pattern(
    r"正确|推荐(?:话术|说法|用语|表达|示例|示范|回答|答复)|^推荐$|标准话术|规范话术|[✅✓√]|good\s*(?:examples?|cases?)|应该说|可以说"
)
_NOTES = lazy.pattern(
    r"图例|占位|槽位|填空|变量|字段|符号|填写说明|使用说明|(?:空[位格白]|括号|本[表库页]|文[档件]|标记|标注|编写|缩写|格式|流程|场景|补充|适用|版本)说明|^说明(?:$|[:：书])|注意事项|操作(?:步骤|指引|说明|流程|要点)|备注|笔记|须知|目的$|目标$|适用范围|修订|版本|更新记录"
    r"|^(?:培训|内部|质检|组长|班组长|新人).{0,6}$|要点$|技巧$|原则$|考核|^注$|legend|placeholders?|variables?|notes?$|changelog"
)
_SCRIPTS = lazy.pattern(r"话术|脚本|台词|口径")
_LEGEND = lazy.pattern(
    r"图例|占位|槽位|填空|变量|字段说明|符号|填写说明|代号|legend|placeholders?|variables?|slots?"
)


_SPOKEN = lazy.pattern(r"[您你请亲]|[好谢歉]|再见|稍等|不客气|帮|祝|咱|吗|呢")


def sounds_spoken(text: str) -> bool:
    """Whether a paragraph or quotation could be something an agent says to a customer."""
    return bool(_SPOKEN.search(text))


def could_be_said(text: str) -> bool:
    """Whether a text sounds spoken or is a sentence at least."""
    return sounds_spoken(text) or text.rstrip()[-1:] in ("。", "！", "？", "!", "?", "～", "~")


def scene_kind(titles: Sequence[str]) -> str:
    """What kind of moment a scene is for: 开场, 投诉 ...; empty when its headings do not say.

    :param titles: the headings above it, outermost first.
    """
    plain = _OTHERWISE.sub("", titles[-1].lower()) if titles else ""
    found = [_WORDS[match[0]] for match in _SCENE.finditer(plain)]
    return found[-1] if found else ""


def is_bad_example(title: str) -> bool:
    """Whether what stands under a heading or in a column is what not to say."""
    return bool(_BAD.search(title.strip().lower()))


def is_good_example(title: str) -> bool:
    """Whether a heading under bad examples turns back to what to say."""
    return bool(_GOOD.search(title.strip().lower())) and not is_bad_example(title)


def is_notes(title: str) -> bool:
    """Whether what stands under a heading or in a column is for the staff's eyes."""
    return bool(_NOTES.search(title.strip().lower())) and not _SCRIPTS.search(title)


def is_legend(title: str) -> bool:
    """Whether what stands under a heading says what slots mean."""
    return bool(_LEGEND.search(title.strip().lower()))
