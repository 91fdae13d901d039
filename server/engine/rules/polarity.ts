/**
 * Two negations that make a wish, and negations that bear on how or when and not on whether, brought to the plain words that the
 * grammar knows: "no reason not to" is "should", "do not forget to" is "must", "no harm in" is "can".
 */
const degree =
  "(?:real |good |valid |particular |strong |big |great |actual |special |obvious |known |single |other )*";
const subject = "(?:(?:this|it|they|we|the|that|these|fix|patch|commit|change|one|for|why) )*";
const readings: readonly (readonly [RegExp, string])[] = [
  // "no reason not to", "no reason why this should not be".
  [
    new RegExp(
      `\\b(?:no|not (?:see |have )?any) ${degree}(?:reasons?|excuse) ${subject}(?:(?:should|must|could|can|would) not|not to)(?= )`,
      "g",
    ),
    "should",
  ],
  [
    /\b(?:do |must |should |shall |can |please |to |let us )*(?:not|never) (?:forget|omit|fail|miss|neglect) to\b/g,
    "must",
  ],
  [/\b(?:do |must |should |please )*not (?:delay|postpone|defer|hold off)(?: on)? (?:the |any )?(?=bp)/g, "must "],
  [/\b(?:do |please |to )*(?:not|never) hesitate to\b/g, "can"],
  // "nothing prevents it from being backported", "nothing speaks against backporting it".
  [
    /\bnothing (?:\w+ )?(?:prevents?|forbids?|stops?|keeps?|hinders?|precludes?) (?:us |(it |this |that |(?:this|the) (?:fix|patch|commit) ))?from (?:being (?=bped))?/g,
    "$1can be ",
  ],
  [/\bnothing (?:\w+ )?(?:speaks|stands|is|argues) against (?=(?:a |the |any )?bp)/g, "can "],
  [
    new RegExp(
      `\\b(?:no|not (?:see |have )?any) ${degree}(?:risks?|harm|objections?|problems?|issues?|danger|obstacles?|drawbacks?|downsides?)(?: at all)? (?:(?:in|to|with|of|for|against) )*(?=(?:\\w+ ){0,2}bp)`,
      "g",
    ),
    "can ",
  ],
  [
    /\b(?:does|do|would|will|should|can|could) (?:not (?:hurt|harm)|no harm|not do any harm) to (?=(?:\w+ ){0,2}bp)/g,
    "can ",
  ],
  [
    /\b(?:no|not (?:\w+ )?(?:any|a|in a)) (?:need to |real |big |particular |great )*(?:hurry|urgency|rush|haste)(?: (?:to|in|for|with|about))*(?= (?:\w+ ){0,2}bp)/g,
    "can",
  ],
  [/\bnot (?:urgent|critical|pressing) to (?=(?:\w+ ){0,2}bp)/g, "fine to "],
  [/\bnot (?:very |really |at all |too |that |particularly )*(?:risky|dangerous|harmful|bad|wrong)\b/g, "safe"],
  [
    /\bwithout (?:any |much |a )?(?:risks?|harm|problems?|troubles?|issues?|dangers?|hesitation|difficult(?:y|ies)|doubts?)\b/g,
    "safely",
  ],
  [
    /\b(?:there is |there can be |i have )?no doubts?(?: at all)?(?: that)?\b|\b(?:i |we )?(?:do |can )?not doubt(?: that)?\b|\b(?:undoubtedly|doubtless|surely)\b/g,
    "certainly",
  ],
  // "must not be backported alone": it must be, and not alone.
  [
    /\b(must|should|can|could|may|shall|needs?|ought to|to) not (be bped|bp (?:it|this)) (?=(?:alone|on its own|by itself|separately|individually|standalone|in isolation)\b)/g,
    "$1 $2 not ",
  ],
  [
    /\b(must|should|can|could|may|shall) not (be bped|bp (?:it|this)) without (?=(?:also )?(?:the |its |their |first )?(?:bping )?(?:the )?(?:commits? |patch(?:es)? |fix(?:es)? |change )?(?:ref\d|previous|preceding|above|following|other|next|prerequisite|dependenc|one|it\b|them\b|companion))/g,
    "$1 $2 together with ",
  ],
  [
    /\b(must|should|can|could|may|shall) not (be bped|bp (?:it|this)) before (?=(?:the )?(?:commit |patch )?ref\d)/g,
    "$1 $2 after ",
  ],
];

/** "Should it be backported, X is needed first": a condition without an "if". A question has no second part. */
const inverted =
  /^(?:should|were|had) ((?:(?:it|this|that|we|you|someone|anyone|they|the|fix|patch|commit|change|one) ){1,3}(?:(?:ever|to|be|have|been|want|need|decide|wish) ){0,4}bp(?:ed)?\b.*? , )/;

/** "Should we backport it?" has the words of "we should backport it". */
const turned =
  /^((?:and|but|or|so|then|,) )*(should|must|can|could|shall|may) (we|i|you|one|they|anyone|someone) (?=(?:\w+ ){0,2}bp)/;

/** A sentence about backporting with its double negations resolved. */
export function resolved(text: string): string {
  return withoutDoubles(text.replace(inverted, "if $1").replace(turned, "$3 $2 "));
}

function withoutDoubles(text: string): string {
  if (!/\bbp/.test(text) || !/\b(?:not?|never|nothing|without|undoubtedly|doubtless|surely)\b/.test(text)) return text;
  let result = text;
  for (const [pattern, words] of readings) result = result.replace(pattern, words);
  return result.replace(
    /\b(?:there is|i see|we see|i have|we have|i do|we do|it|that) (?=(?:can|should) (?:\w+ ){0,2}bp(?:ing)?\b)/g,
    "",
  );
}
