import { rule } from '../rule';

const NOT = "(don't|dont|do not|don t|never|not|no longer)";
const ME = 'me|us|my|our|this (address|email|contact|inbox|mailbox|name|account)';

/** Ways to forbid further letters; nothing else in the message outweighs them. */
export const OPT_OUT_EN = [
  rule('unsubscribe', 0.97, [
    '(un|de)s?u?bs?c?ribe*',
    'unsu(b)?(s)?(c)?ri(b|p)*',
    'opt(ing|ed)? (me |us )?out',
    'optout',
    'sign me off',
  ]),
  rule('remove-me', 0.97, [
    `(remove|delete|erase|exclude|strike|scrub) ~ (${ME})`,
    '(take|taking|get|drop) (me|us) (off|out|from)',
    '(take|taking|get) (my|our) (name|email|address|company|contact|contacts|details) (off|out)',
    '(remove|delete) from (your|the|this|all|any) *',
    '(off|from|out of) (of )?(your |this |any |all |the mailing |the email |the marketing |the contact |the distribution |the sales |the spam )(mailing |email |marketing |contact |distribution |sales |call |spam )?(list|lists|database|crm|mailing|mailings|sequence|cadence|records)',
    '(block|blocking|blocked|blacklist|report|reporting|reported) (you|your|this|as|u|it as)',
    '(gdpr|right to be forgotten|can spam act|ico|data protection)',
    '^(please |pls |just |kindly )*(removed?|delete|unlist)( please| pls| now| thanks)*$',
    'cancel ~ (subscription|membership|registration|mailing|emails)',
    "(you|you're|you are|u|you will be|you'll be) (are |being |getting )?blocked",
  ]),
  rule('no-more-letters', 0.97, [
    `${NOT} (ever |please )?(contact|contacting|email|emailing|e mail|mail|message|write|writing|call|bother|reach|follow up|disturb|spam|text|ping) (to )?(me|us|this|here|again|anymore|any more|any further|back|out|further|again)`,
    `${NOT} (ever |please )?send ~ (me|us|any|emails|messages|more|again|anything|this|these|such)`,
    `${NOT} (ever |please )?(contact|email|write|message|call|bother)( please| again)?$`,
    `${NOT} (want|wish|wishing|wanting|like) ~ (receive|get|hear|be contacted|be emailed|emails|messages|contact from)`,
    'no (more|further) (emails?|e mails|mails?|messages?|letters?|contact|follow ups?|calls?|correspondence|communication|spam|outreach)',
    'lose (my|this|our) (number|email|address|contact*)',
    "(we|i) ~ (won't|will not) be (needing|requiring)",
    '(said|told|asked|requested|say|saying|tell|telling|ask) ~ (no|not to|stop)',
    'how many (times|more (of these|emails|e mails|mails|letters|messages))',
    '^enough( already| of this| is enough| please| now)*$',
    'enough (with|of) (the|this|these|your|all) *',
    '(legal action|my lawyer|our lawyer*|attorney|take you to court|sue you)',
  ]),
  rule('cease', 0.97, [
    '(stop|quit|cease|discontinue|refrain from) (all |please |this |these |the |any |further |with |your |it )*(e?mail*|e mail*|contact*|writ*|messag*|send*|spam*|bother*|call*|pester*|harass*|letters?|communication*|correspondence|outreach|reaching|text*|follow*)',
    '^(please |pls |just |ok |guys |so )*(stop|cease and desist)( it| this| that| now| please| already| thanks| thank you| immediately)*$',
    '^stop (all|it|this|now|immediately)',
    'please stop$',
  ]),
  rule('leave-alone', 0.95, [
    '(leave|let) (me|us) (alone|be)',
    '(go away|get lost|piss off|buzz off|bugger off|fuck off|f off|fuck you|fck off|screw you|bite me|shove it|shut up|get bent|take a hike)',
    'go to hell',
    '(sick|tired) of (your|these|this)',
    'want out$',
    'what part of no',
  ]),
  rule('spam', 0.92, [
    '(this is|just|is this|your|marked|marking|mark|reporting|report|reported|as|more|pure|another|such|stupid|fucking|damn|goes to|sending) (a |as |this |it |to |you |like |as )*(spam|junk|junk mail)',
    '^(spam|spammer|spammers)$',
    'spamm(er|ers|ing)',
    'never (signed|subscribed|opted|consented|agreed|asked|gave) *',
    "(did not|didn't|didnt) (sign up|subscribe|opt in|consent|ask for)",
  ]),
];

/** Plain refusals: the contact says no to the offer, which ends the letters as well. */
export const REFUSAL_EN = [
  rule('not-interested', 0.94, [
    "(not|isn't|aren't|ain't|arent|no longer|never|wouldn't be) (really |very |at all |currently |particularly |all that |that |something )*(interested|intrested|interesting|intereste|of interest)",
    '(no|zero|not any|lack of) (real |current |particular )?interest',
    "(doesn't|does not|don't|do not|didn't|did not) ~ interest (me|us)",
    'uninterested',
    '(have|has|see) no (interest|use|need|desire|intention|plans)',
  ]),
  rule('no-need', 0.92, [
    '(no|not any|zero) need( for|$| of| at| here| thanks| thank)',
    '^no need',
    "(don't|dont|do not|won't|will not|no longer|not) (really |actually |currently )?(need|require|want) (it|this|that|anything|any|your|such|these|one|a|to buy|another|help|more)",
    "(don't|dont|do not|won't) (really |actually )?(need|require|want)( it)?( thanks| thank you)?$",
    '(not|no longer) (needed|required|relevant|applicable|necessary)',
    '(irrelevant|not relevant)',
    'not (something|anything) (we|i|that|for)',
    "(not|n't|isn't|hardly|of no) (really |very |particularly |any )*relevan(t|ce)",
    '(no|see no|any) (reason|point|sense|value) (to|in|for)',
  ]),
  rule('declined', 0.93, [
    "(not|isn't|isnt) (a |the |really |quite )*(good |right |great |best )?(fit|match)",
    "(not|isn't) (really )?(for|what) (us|me|we need|i need|we're looking for|we are looking for)",
    "(we|i|we'll|i'll|we will|i will|going to|have to|must|decided to|would like to|respectfully|politely|gonna|let's|team) ~ (pass|decline)",
    '^(pass|hard pass|i pass|decline|declined)( on this| thanks| thank you)?$',
    "(won't|will not|not going to|not planning to|not looking to|decided not to|have decided against|not going) ~ (be )?(buy*|purchas*|proceed*|mov* forward|pursu*|adopt*|chang*|switch*|go* ahead|forward|go* with|invest*|continu*|consider*|move*|take* this)",
    'not (looking|in the market|shopping) ~ (for|at|to)',
    'not (looking|in the market)( right now| at)?',
    "(won't|will not|doesn't|does not|wouldn't|would not) (really )?(work|be useful|be of use|help|suit)( for)?( us| me|$)",
    'thanks but no( thanks)?',
    '(chosen|choose|went|gone|going|decided to go|decided on|picked|selected) (another|with another|with a different|with someone|with a competitor|a different|other|someone else)',
    "(can't|cannot|don't|do not|fail to) see (any|the|much|how) (value|use|benefit|point|need|reason)",
    '(a|an absolute|the answer is|answer is|absolute|definite|definitely|hard|firm|strong|big) (a |hard |firm |big )*no',
    "it is a no|it's a no",
    '(a |another |different |other |taken )(direction|route)',
    "(policy|policies|management|security) ~ (not|doesn't|prohibit*|forbid*|n't) (allow|permit|us)*",
    "(don't|do not|can't|cannot) see (how|why|what) (it|this|that|we|you)",
    'never mind',
  ]),
  rule('no-thanks', 0.93, ['no (thanks|thank you|thx|thank u|ty)', 'nope thanks', 'nah (thanks|we|i|not)']),
];

/** Objections: a no, unless the same message shows that the talk goes on. */
export const BRUSH_OFF_EN = [
  rule('bare-no', 0.7, ['^(no|nope|nah)$', '^(no ){1,3}$']),
  rule('have-one-already', 0.82, [
    '(already|currently) (have|use|using|got|work with|working with|bought|chose|chosen|picked|signed|covered|happy|set|sorted|in place|built|invested|under contract|have in place)',
    "(we|i|we're|we are|i'm|i am) (all |very |quite |pretty |perfectly |more than |really |fully |good |already )*(happy|satisfied|content|set|covered|sorted|fine|good) (with|where|as|for|on|now|here|thanks|thank)",
    "(we're|we are|i'm|i am) (all )?(good|set|sorted|covered)( thanks| thank you)?$",
    '(have|use|using|built) (our own|an in house|in house|our existing|an existing|something|a solution|a system|a tool|a similar|another)',
    '(excel|spreadsheets?|our current|what we have|current) ~ (works?|enough|suits?|does the job|is fine|do fine|suffices?|is good)',
    '(signed|renewed|have|under|in) ~ contract (with|for|until)',
    '(do|handle|built|build|keep|manage|run) ~ (in house|internally|ourselves)',
  ]),
  rule('too-expensive', 0.7, [
    '(too|way too|very|so) (expensive|pricey|costly|much money)',
    "(no|not in|don't have|haven't got|out of|do not have) ~ budget",
    "(can't|cannot|could not|couldn't) (possibly )?afford",
  ]),
  rule('out-of-business', 0.75, [
    '(company|business|firm|we|we are|shop|store) ~ (closed|closing down|shut down|shutting down|out of business|bankrupt|liquidat*|no longer exists?|ceased trading|wound up)',
  ]),
];
