"""Titles of activities, English and Vietnamese, some of which say the same twice.

What they say is made up, from a seed: the same titles each time.
"""

import random

from attrs import frozen

_WHAT = (
    *("Workshop", "Training", "Study", "Dialogue", "Guideline", "Campaign", "Survey"),
    *("Seminar", "Handbook", "Toolkit", "Forum", "Exchange", "Mission", "Review"),
)
_OF = (
    *("strengthening", "promoting", "measuring", "protecting", "inspecting"),
    *("reforming", "financing", "digitalising", "monitoring", "harmonising"),
    *("recognising", "improving", "extending", "piloting", "evaluating"),
)
_SUBJECT = (
    *("labour inspection", "safe migration", "skills recognition", "social insurance"),
    *("decent work", "workplace safety", "labour statistics", "women workers"),
    *(
        "green jobs",
        "platform work",
        "apprenticeships",
        "minimum wages",
        "child labour",
    ),
    *("domestic workers", "collective bargaining", "dispute settlement"),
    *("occupational diseases", "employment services", "pension schemes", "job fairs"),
)
_WHERE = (
    *("factories", "small enterprises", "rural areas", "ports", "construction sites"),
    *("fishing vessels", "garment factories", "border provinces", "plantations"),
    *("hospitals", "schools", "mines", "industrial zones", "public administration"),
)
_WHAT_VI = ("Hội thảo", "Tập huấn", "Nghiên cứu", "Đối thoại", "Hướng dẫn", "Khảo sát")
_SUBJECT_VI = (
    *("thanh tra lao động", "di cư an toàn", "công nhận kỹ năng", "bảo hiểm xã hội"),
    *("việc làm bền vững", "an toàn nơi làm việc", "thống kê lao động", "lao động nữ"),
    *("việc làm xanh", "học nghề", "tiền lương tối thiểu", "lao động trẻ em"),
    *("lao động giúp việc", "thương lượng tập thể", "giải quyết tranh chấp"),
)
_WHERE_VI = (
    *("nhà máy", "doanh nghiệp nhỏ", "vùng nông thôn", "cảng biển", "công trường"),
    *("tàu cá", "khu công nghiệp", "tỉnh biên giới", "đồn điền", "bệnh viện"),
)
_PLANTED = 0.03
_SYLLABLES = ("ba", "ka", "lo", "mi", "nu", "pe", "ra", "su", "ta", "vo", "wi", "ya")


@frozen(kw_only=True)
class Titled:
    """A title and the area in which it stands.

    Attributes:
        title: The title.
        area: The area, by its place among all.
        twin: The place of the title that says the same; None for most.
    """

    title: str
    area: int
    twin: int | None = None


def titles(number: int, areas: int, seed: int = 9) -> list[Titled]:
    """Return so many titles; of some there is one in the same area that says the same.

    Args:
        number: How many.
        areas: In how many areas they stand.
        seed: Other seeds give other titles.
    """
    chance = random.Random(seed)
    found: list[Titled] = []
    for place in range(number):
        if place and chance.random() < _PLANTED:
            twin = chance.randrange(place)
            title = _as_another_would_say(chance, found[twin].title)
            found.append(Titled(title=title, area=found[twin].area, twin=twin))
        else:
            title = _vietnamese(chance) if chance.random() < 0.3 else _english(chance)
            found.append(Titled(title=title, area=chance.randrange(areas)))
    return found


def _name(chance: random.Random) -> str:
    """Return the name of a place; each is named in few titles only."""
    return "".join(chance.choices(_SYLLABLES, k=4)).capitalize()


def _english(chance: random.Random) -> str:
    return (
        f"{chance.choice(_WHAT)} on {chance.choice(_OF)} {chance.choice(_SUBJECT)}"
        f" in {chance.choice(_WHERE)} of {_name(chance)}"
    )


def _vietnamese(chance: random.Random) -> str:
    return (
        f"{chance.choice(_WHAT_VI)} về {chance.choice(_SUBJECT_VI)}"
        f" tại {chance.choice(_WHERE_VI)} {_name(chance)}"
    )


def _as_another_would_say(chance: random.Random, title: str) -> str:
    """Return *title* with a slip or a word more, as a second sender writes it."""
    words = title.split()
    if chance.random() < 0.5 or max(map(len, words)) < 5:
        return " ".join([*words, "for officials"])
    place = chance.choice([at for at, word in enumerate(words) if len(word) > 4])
    words[place] = words[place][:-1]
    return " ".join(words)
