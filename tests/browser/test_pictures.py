"""Pictures on screens of any width: no word is small, cut off or over another."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser
from support.built_site import Site
from support.busy_register import CHAINS, HOMES, TOPICS

_FAULTS = """() => [...document.querySelectorAll('figure.picture')].flatMap(figure => {
  for (const details of figure.querySelectorAll('details')) details.open = true;
  const page = figure.closest('article').getBoundingClientRect(), faults = [];
  const boxes = [...figure.querySelectorAll('text, th, td, p, span, summary')].map(one => {
    const box = one.getBoundingClientRect();
    if (parseFloat(getComputedStyle(one).fontSize) < 11) faults.push(`small: ${one.textContent}`);
    if (box.left < page.left - 1 || box.right > page.right + 1)
      faults.push(`off: ${one.textContent}`);
    return [one, box];
  });
  const marks = boxes.filter(([one]) => one.matches('text'));
  for (const [one, box] of marks)
    for (const [other, place] of boxes.filter(([other]) => other.matches('text, p')))
      if (one !== other && box.left < place.right && place.left < box.right
          && box.top < place.bottom - 3 && place.top < box.bottom - 3)
        faults.push(`over ${other.textContent}: ${one.textContent}`);
  return faults;
})"""


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("addresses", [HOMES, TOPICS, CHAINS])
def test_no_word_of_a_picture_is_small_or_cut_or_over_another(
    browser: Browser,
    served: Callable[[Site], str],
    busy: Site,
    addresses: dict[str, str],
    width: int,
) -> None:
    base = served(busy)
    context = browser.new_context(viewport={"width": width, "height": 900})
    try:
        page = context.new_page()
        for address in addresses.values():
            page.goto(f"{base}{address}")
            assert page.locator("figure.picture").count() > 0
            assert page.evaluate(_FAULTS) == [], address
            assert page.evaluate("document.documentElement.scrollWidth") <= width, address
    finally:
        context.close()
