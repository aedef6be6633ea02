"""Shares in percent, for people."""

from fractions import Fraction

from almwp.errors import Translate


def percent(share: Fraction, translate: Translate) -> str:
    """Return *share* in three digits; what is not all or nothing never reads so."""
    shown = f"{float(share * 100):.3g}"
    if abs(share) >= 10:  # four digits or more, never a power of ten
        shown = str(round(share * 100))
    if shown == "100" and share < 1:
        return translate("more than 99.9 %")
    if shown == "100" and share > 1:
        return translate("more than 100 %")
    whole, _, decimals = shown.partition(".")
    if not decimals:
        return f"{whole} %"
    return translate("{whole}.{decimals} %").format(whole=whole, decimals=decimals)
