import { describe, expect, it } from "vitest";
import type { Hit } from "../api/types";
import { citation } from "./citation";
import { inWords, lastDayOf, monthsBetween } from "./days";
import { classesInWords } from "./difference";
import { hostOf, webAddress } from "./links";
import { counted, percent } from "./numbers";
import { reasonInWords } from "./reasons";
import { initials, nameInWords, surenessInWords, verb } from "./saying";
import { VERDICTS } from "./verdict";

const hit: Hit = {
  id: 7,
  number: "q1",
  text: "“We won,”",
  kind: "direct",
  act: "say",
  negated: false,
  flags: [],
  cue: "said",
  source: "Ruiz",
  speaker: { identity: 1, name: "Ana Ruiz", type: "person" },
  addressee: null,
  about: [],
  when: null,
  confidence: 0.9,
  why: [],
  state: "current",
  day: "2024-03-05",
  family: null,
  mentions: 1,
  parent: null,
  highlights: [],
  context: { before: "", after: "" },
  document: {
    version: 3,
    key: "a",
    publisher: "The Ellery Post",
    title: "Ferry stays",
    author: null,
    url: "https://example.org/ferry",
    published: "2024-03-05",
  },
  link: "https://example.org/ferry#:~:text=We%20won",
};

describe("a citation", () => {
  it("has the words, whose they are, where they stand, and both links", () => {
    expect(citation(hit, "http://localhost/quotation/7")).toBe(
      "“We won,”\n— Ana Ruiz, “Ferry stays”, The Ellery Post, 5 March 2024\n" +
        "https://example.org/ferry#:~:text=We%20won\nhttp://localhost/quotation/7",
    );
  });

  it("puts no marks around what the article tells in its own words, and says so", () => {
    const told = {
      ...hit,
      kind: "indirect" as const,
      text: "they had won",
      link: null,
      document: { ...hit.document, url: null },
    };
    expect(citation(told, "http://localhost/quotation/7")).toBe(
      "they had won\n— Ana Ruiz (in the article’s words), “Ferry stays”, The Ellery Post, 5 March 2024\nhttp://localhost/quotation/7",
    );
  });

  it("gives words without marks theirs", () => {
    expect(citation({ ...hit, text: "We won" }, "").split("\n")[0]).toBe("“We won”");
  });
});

describe("addresses", () => {
  it("are links only where they are the web's", () => {
    const addresses = [
      "https://www.example.org/a",
      "javascript:alert(1)",
      " JavaScript:alert(1)",
      "data:text/html,x",
      "/local",
      null,
    ];
    expect(addresses.map(webAddress)).toEqual(["https://www.example.org/a", null, null, null, null, null]);
    expect(hostOf("https://www.example.org/a")).toBe("example.org");
    expect(citation({ ...hit, link: "javascript:alert(1)" }, "")).toContain("https://example.org/ferry");
  });
});

describe("days", () => {
  it("stay as precise as they are", () => {
    expect(["2021-01-01", "2021-01", "2021", null, "soon"].map(inWords)).toEqual([
      "1 January 2021",
      "January 2021",
      "2021",
      "",
      "soon",
    ]);
  });

  it("are filled up over silent months and the turn of a year", () => {
    expect(monthsBetween("2020-11", "2021-02")).toEqual(["2020-11", "2020-12", "2021-01", "2021-02"]);
  });

  it("end a month where it ends", () => {
    expect([lastDayOf("2024-02"), lastDayOf("2023-02"), lastDayOf("2023-12")]).toEqual([
      "2024-02-29",
      "2023-02-28",
      "2023-12-31",
    ]);
  });
});

describe("words for what the record says", () => {
  it("turn a denial and a negation into one", () => {
    expect(verb("say", false, ["denied"])).toBe("denied");
    expect(verb("say", true, [])).toBe("did not say");
    expect(verb("want", false, [])).toBe("wanted");
  });

  it("name joint speakers, and shorten names of any script", () => {
    expect(nameInWords("Ana Ruiz | Li Wei | Tom Okafor")).toBe("Ana Ruiz, Li Wei and Tom Okafor");
    expect([initials("John Legend"), initials("Ye"), initials("דנה לוי"), initials("123"), initials("")]).toEqual([
      "JL",
      "Y",
      "דל",
      "?",
      "?",
    ]);
  });

  it("explain reasons, and show the names of those they do not know", () => {
    expect(reasonInWords("anchor:1.00")).toBe("The network is 99\u00a0% sure that something is attributed here.");
    expect(reasonInWords("coref:last_speaker")).toBe("The pronoun means who spoke last.");
    expect(reasonInWords("addressee:source:noun")).toBe("Whom it is said to: the source is a noun, not a name.");
    expect(reasonInWords("rule:of_tomorrow")).toBe("Rule of tomorrow.");
  });

  it("never claim to be wholly sure", () => {
    expect([percent(1), percent(0.974)]).toEqual(["99\u00a0%", "97\u00a0%"]);
  });

  it("tell how sure the words are, and the name where one is given", () => {
    expect(surenessInWords(hit)).toBe("90\u00a0% that words and source are right");
    expect(surenessInWords({ confidence: 0.9, speaker: { confidence: 0.8 } })).toBe(
      "90\u00a0% that words and source are right; 80\u00a0% that the name is",
    );
  });

  it("count one and many", () => {
    expect([counted(1, "quotation"), counted(12345, "quotation")]).toEqual(["1 quotation", "12,345 quotations"]);
  });

  it("say what differs, and nothing where nothing does", () => {
    expect(classesInWords(["identical"])).toBe("");
    expect(classesInWords(["truncation", "number_or_amount"])).toBe("cut at an end and a number or amount");
  });

  it("never call anything true or false", () => {
    for (const { title } of Object.values(VERDICTS)) expect(title).not.toMatch(/true|false|lie|fake|wrong/i);
  });
});
