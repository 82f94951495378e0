import type { MadeArticle, MadeQuotation } from "./made_record";

/** Words in marks, and "said" with a name. */
function said(content: string, source: string, more: Partial<MadeQuotation> = {}): MadeQuotation {
  return { kind: "direct", content: [content], cue: "said", source, speaker: source, ...more };
}

const FERRY =
  "“We have heard the people of the islands, and the night ferry will sail for two more years before anybody talks of closing it,”";

export const ferry: MadeArticle = {
  key: "ellery-ferry",
  title: "Harbour council keeps the night ferry",
  publisher: "The Ellery Post",
  published: "2024-03-05",
  url: "https://post.example/ferry",
  text: `PORT ELLERY — The council voted on Tuesday to keep the night ferry.

${FERRY} said Ana Ruiz, the mayor. She told Tom Okafor that the harbour fund would pay for repairs.

“Ana Ruiz told us that the fund was empty,” said Okafor, who runs the ferry. Ruiz denied that the report had been held back.`,
  quotations: [
    said(FERRY, "Ana Ruiz, the mayor", { speaker: "Ana Ruiz" }),
    {
      kind: "indirect",
      content: ["that the harbour fund would pay for repairs"],
      cue: "told",
      source: "She",
      speaker: "Ana Ruiz",
      to: "Tom Okafor",
    },
    said("“Ana Ruiz told us that the fund was empty,”", "Okafor", { speaker: "Tom Okafor", about: ["Ana Ruiz"] }),
    {
      kind: "indirect",
      content: ["that the fund was empty"],
      cue: "told",
      source: "Ana Ruiz",
      speaker: "Ana Ruiz",
      flags: ["second_hand"],
      parent: 2,
    },
    {
      kind: "indirect",
      content: ["that the report had been held back"],
      cue: "denied",
      source: "Ruiz",
      speaker: "Ana Ruiz",
      flags: ["denied"],
    },
  ],
};

const SHORTER = "“We have heard the people of the islands, and the night ferry will sail for two more years,”";
export const courier: MadeArticle = {
  key: "courier-ferry",
  title: "Ferry saved",
  publisher: "Island Courier",
  published: "2024-03-06",
  url: "https://courier.example/saved",
  text: `${SHORTER} Ana Ruiz said.\nTom Okafor welcomed it.`,
  quotations: [said(SHORTER, "Ana Ruiz", { about: ["Tom Okafor"] })],
};

const OTHER =
  "“We have heard the people of the islands, and the night ferry will sail for three more years before anybody talks of closing,”";
export const wire: MadeArticle = {
  key: "wire-ferry",
  title: "Islanders win three years of ferry",
  publisher: "Northern Wire",
  published: "2024-03-07",
  url: "https://wire.example/years",
  text: `${OTHER} said Ana Ruiz.`,
  quotations: [said(OTHER, "Ana Ruiz")],
};

// Text that looks like markup is text. Before it stand signs of two UTF-16 units.
const MARKUP = "“<script>window.taken = true</script> is what I typed & <b>nothing</b> happened,”";
export const markup: MadeArticle = {
  key: "markup",
  title: `<script>window.taken = true</script> <img src=x onerror="window.taken = true">`,
  publisher: `The "Quoted" & <i>Co</i>`,
  published: "2023-11-02",
  url: "javascript:window.taken=true",
  text: `😀🎈 A column on <script>window.taken = true</script> and its friends.\n\n${MARKUP} said Mia <Lind>. <img src=x onerror="window.taken = true"> was next.`,
  quotations: [said(MARKUP, "Mia <Lind>")],
};

// Right to left, with a name and a number that run the other way.
const HEBREW = "„המעבורת תפליג עוד 2 שנים, כך אמר Tom Okafor לתושבי האיים”";
export const rightToLeft: MadeArticle = {
  key: "rtl",
  title: "המעבורת נשארת",
  publisher: "חדשות הנמל",
  published: "2023-06-15",
  url: "https://rtl.example/1",
  text: `${HEBREW}, אמרה דנה לוי.\n\nהיא דיברה ביום שלישי.`,
  quotations: [said(HEBREW, "דנה לוי", { cue: "אמרה", about: ["Tom Okafor"] })],
};

const LONG_AGO = "“The night ferry will not sail for another year, and I have told the people of the islands so,”";
export const earlier: MadeArticle = {
  key: "ellery-2022",
  title: "Mayor doubts the ferry",
  publisher: "The Ellery Post",
  published: "2022-01-20",
  url: "https://post.example/doubts",
  text: `${LONG_AGO} said Ana Ruiz. Tom Okafor asked whether the fund was empty.`,
  quotations: [
    said(LONG_AGO, "Ana Ruiz"),
    {
      kind: "indirect",
      act: "ask",
      content: ["whether the fund was empty"],
      cue: "asked",
      source: "Tom Okafor",
      speaker: "Tom Okafor",
    },
  ],
};

// Enough for a second page of hits.
const ITEMS = Array.from({ length: 25 }, (_, place) => `“Item ${place + 1} of the minutes is agreed,”`);
export const minutes: MadeArticle = {
  key: "minutes",
  title: "Minutes of the harbour council",
  publisher: "The Ellery Post",
  published: "2021-09-01",
  url: "https://post.example/minutes",
  text: ITEMS.map((item) => `${item} said Li Wei.`).join("\n"),
  quotations: ITEMS.map((item) => said(item, "Li Wei")),
};

export const all = [ferry, courier, wire, markup, rightToLeft, earlier, minutes];
