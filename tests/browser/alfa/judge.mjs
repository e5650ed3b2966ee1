// Reads pages as Alfa takes them from a browser, one a line, and answers each with a line: what its
// rules for WCAG at levels A and AA find wrong, as a list of [rule, element, why].

import { createInterface } from "node:readline";
import { Audit, Outcome } from "@siteimprove/alfa-act";
import { Rules } from "@siteimprove/alfa-rules";
import { Conformance, Criterion } from "@siteimprove/alfa-wcag";
import { Page } from "@siteimprove/alfa-web";

const LEFT_OUT = [
  // Whether the focus is seen: it never fails of itself but asks a person, and takes a third of the
  // time. The browser is asked instead: test_whatever_the_keyboard_reaches_is_seen_and_marked.
  "sia-r65",
  // The size of what is pressed: of a link that wraps within a line of text, which the criterion
  // excepts, it takes the box around all of its lines. Axe judges the same criterion.
  "sia-r113",
];
const name = (rule) => rule.uri.split("/").at(-1);
const needed = Conformance.isAA();
const isAsked = (one) => Criterion.isCriterion(one) && needed(one);
const rules = [...Rules.values()].filter((rule) => rule.hasRequirement(isAsked) && !LEFT_OUT.includes(name(rule)));

function* reasons(expectations) {
  for (const [, result] of expectations) {
    for (const reason of result.err()) yield reason.message;
  }
}

async function wrong(page) {
  const outcomes = await Audit.of(page, rules).evaluate();
  return [...outcomes].filter(Outcome.isFailed).map(({ rule, target, expectations }) => [
    name(rule), `${target}`.slice(0, 200), [...reasons(expectations)].join(" "),
  ]);
}

for await (const line of createInterface({ input: process.stdin })) {
  const page = Page.from(JSON.parse(line)).getUnsafe();
  console.log(JSON.stringify(await wrong(page)));
}
