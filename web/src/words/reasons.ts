// The rules that decided, told in words (docs/rules.md). What has no sentence here is shown by its name.

const WHOLE: Record<string, string> = {
  "rule:turn": "It is a turn of an interview or transcript.",
  "rule:complete_marks": "It was taken up to its quotation marks.",
  "rule:join_pieces": "Pieces with nothing between them were joined.",
  "rule:leave_outer_close": "A closing mark that belongs to another quotation was left out.",
  "rule:trim_edges": "Punctuation at its edges was left out.",
  "rule:take_in_marks": "It fills its quotation marks.",
  "rule:frame": "Somebody else reports that it was said.",
  "rule:enclose": "It goes on to the end of what is quoted inside it.",
  "rule:inner_source": "Its source stands inside another quotation.",
  "rule:signed": "A dash and a name stand behind it.",
  "rule:join_floating": "A quoted sentence goes on from the one before.",
  "rule:keep_unattributed": "The whole paragraph is quoted, and nobody is named.",
  "rule:we_of_organization": "“We” means the organisation that the speaker is named with.",
  "rule:speaker_of_parent": "“I” inside a quotation is its speaker.",
  "rule:addressee_of_parent": "“You” inside a quotation is whom it speaks to.",
  "rule:source": "The words before or after name the source.",
  "rule:named_source": "A name stands beside it.",
  "rule:same_sentence": "It goes on in the same sentence as the quotation before.",
  "rule:same_paragraph": "It goes on in the same paragraph as the quotation before.",
  "rule:unsure_speaker": "Who said it is too unsure to be named.",
  "rule:drop_duplicates": "Of two readings the surer one was kept.",
  "source:name_at_the_end": "The source ends in the name.",
  "source:joint_names": "The source joins several names.",
  "source:apposition": "The source names the person and describes them.",
  "source:after_role": "The name stands behind a title.",
  "source:maker": "The source is somebody’s report.",
  "source:made_by": "The source is something made by the person named.",
  "source:place": "The source is a place.",
  "source:noun": "The source is a noun, not a name.",
  "source:questioner": "“Q” in an interview is who asks.",
  "source:answerer": "“A” in an interview is who answers.",
  "coref:surname": "The surname stands for the full name.",
  "coref:only_person_near": "The pronoun can only mean this person here.",
  "coref:last_speaker": "The pronoun means who spoke last.",
  "coref:pronoun": "A learnt scorer resolved the pronoun.",
  "coref:noun": "A learnt scorer resolved the noun.",
  "coref:same_words": "The same words were used of this person before.",
  "coref:same_head": "The same noun was used of this person before.",
  "coref:role": "The person was introduced by this role.",
  "coref:kind": "The organisation was named as one of this kind.",
  "coref:lead": "The article’s first words describe this person.",
  "coref:relative": "“Who” means the person named right before.",
  "coref:two_persons": "“They” are the two named before.",
  "coref:the_two": "The two are the ones named last.",
  "coref:label_letters": "The label’s letters stand for a name.",
  "addressee:vocative": "The person is called by name in it.",
  "addressee:passive_subject": "The person was told or asked this.",
  "addressee:asked_next": "The question goes to who answers next.",
  "addressee:reply": "It answers who asked right before.",
  "addressee:same_exchange": "It goes on in the same exchange.",
  "addressee:other_party": "In an interview each speaks to the other.",
  "when:same_exchange": "It was said at the time of the exchange.",
  "when:same_sentence": "What is said in one sentence is said at one time.",
  "act:writing_cue": "The verb tells that it was written.",
  "act:written_medium": "It stood in something written.",
  "negated:cue": "The verb is negated.",
  "negated:source": "The source is negated.",
  "head:about": "The network weighed whom it is about.",
};

const KINDS: Record<string, string> = {
  cue: "The word that signals it is",
  rule: "Rule",
  source: "How the source names them:",
  coref: "How the words refer:",
  addressee: "Whom it is said to:",
  when: "When:",
  head: "The network weighed",
};

export function reasonInWords(why: string): string {
  const known = WHOLE[why];
  if (known) return known;
  const colon = why.indexOf(":");
  const kind = colon < 0 ? "" : why.slice(0, colon);
  const value = why.slice(colon + 1);
  if (kind === "anchor")
    return `The network is ${Math.min(99, Math.round(Number(value) * 100))}\u00a0% sure that something is attributed here.`;
  if (kind === "addressee" && WHOLE[value])
    return `Whom it is said to: ${WHOLE[value].charAt(0).toLowerCase()}${WHOLE[value].slice(1)}`;
  if (kind === "cue") return `The word that signals it is “${value}”.`;
  return `${KINDS[kind] ?? "Rule"} ${value.replaceAll("_", " ")}.`;
}
