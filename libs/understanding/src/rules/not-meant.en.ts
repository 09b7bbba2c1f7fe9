import { rule } from '../rule';

/** Phrases that look like a wish and are none; they are taken out of the text before the other rules read it. */
export const NOT_MEANT_EN = [
  rule('stopping-elsewhere', 1, [
    "(don't|dont|do not|never|can't|cannot|won't|can not|couldn't|could not) (ever )?stop",
    "(don't|dont|do not) unsubscribe",
    "(don't|dont|do not) (remove|delete|drop|erase) (me|us)(?! (a|an) )",
    "(not|n't|never|nobody) (really |actually )?(refusing|refused|saying no|said no|say no|a no)",
    "(nobody|no one|not|n't|never) ~ (unsubscribed|opted out)",
    'stop by',
    'stop at the',
    'stop (over|off) (at|in|for)',
    '(bus|tram|train|next|last|full|pit|non|one|first|short|the|a|our|your) stop',
    'stop (sign|shop|loss|watch|gap)',
    '(nothing|never) (will |would )?stops? (us|me|you)',
    '(what|who|how) (would|will|can|could|do|does|if) ~ stops?',
    'stop (using|doing|working|selling|worrying|losing|wasting|manually|paying)',
    "(don't|dont|do not) (send|write|email) (it |this |that )?to (me|us)(?= (send|write|email|but|instead))",
  ]),
  rule('no-trouble', 1, [
    'no (problem|problems|worries|objections|rush|hurry|pressure|trouble|question|questions|doubt)',
    "(can't|cannot|can not) wait",
    "(don't|dont|do not) (worry|hesitate|forget|mind|give up)",
    "wouldn't mind",
    "(i'll|i will|we'll|we will|will|let me) (get|come|circle|be|report) (back|in touch)( to you| with you)",
    'no need to (apologi*|rush|hurry|worry|explain|be sorry)',
  ]),
  rule('until-a-day', 1, [
    "(don't|dont|do not) (contact|write|email|call|bother|message|disturb|send)(?= (to |me |us |anything |please )*(until|till|before|earlier) )",
    '(leave|let) (me|us) (alone|be)(?= (please |now )?(until|till|for (a|an|one|two|three|four|six|[0-9]{1,2}|the next|another|a few|a couple of) ))',
    "(don't|dont|do not|please stop|stop) (contact|contacting|write|writing|email|emailing|call|calling|bother|bothering|message|messaging)(?= (to |me |us )*for (a|an|one|two|three|four|six|[0-9]{1,2}|the next|another|a few|a couple of) (days?|weeks?|months?|quarters?|years?))",
  ]),
  rule('found-in-spam', 1, [
    '(was|were|landed|ended up|went|found|got|caught|stuck|been) ~ (spam|junk)',
    'out of (my |the )?(spam|junk)',
    'spam (filter*|folder*|protection|detection)',
    'anti spam',
  ]),
  rule('unsubscribing-of-others', 1, [
    '(our|their|your) (customers?|subscribers?|users?|clients?|recipients?) ~ (unsubscribe*|opt out|remove*|delete*)',
    '(unsubscribe|opt out|opt outs) (stats|statistics|numbers|figures|rate|rates|link|links|page|handling|list|lists|process)',
    '(can|could|does|do) (i|we|you|it|users|the system|admins) ~ (remove|delete) ~ (user*|employee*|record*|item*|data|row*|member*)',
    '(opt out|opt outs|unsubscribe|unsubscribes) (for|of|by) (our|the|my|your) (users?|customers?|subscribers?|recipients?)',
    '(does|do|can|will) (it|the system|your tool|your system|you) ~ (remove|delete|unsubscribe)(?! me| us| my| our| this)',
    'is there (an|a) (opt out|unsubscribe)',
  ]),
  rule('customer-of-a-shop', 1, ['(when|where|why|how) ~ my ~ (order|parcel|package|delivery|refund)']),
  rule('already-seen', 1, [
    '(read|saw|seen|watched|got|received|opened|downloaded|looked at|went through|looked through|reviewed) (the|your|that) (demo|deck|presentation|slides|brochure|materials?)',
  ]),
];

const THING = '(call|calls|demo|meeting|presentation|deck|brochure|slides)';

/** One thing declined: another may be wanted in the same breath, and then it is no refusal. */
export const THING_DECLINED_EN = rule('thing-declined-en', 0.75, [
  `${THING} (is|are) (not|n't) (needed|necessary|required)`,
  `no (need for|need of) (a |another |the )?${THING}`,
  `(don't|dont|do not|won't) (need|want|have time for) (a |another |any |the |your )*${THING}`,
  `(don't|dont|do not) send (me |us |a |another |any |the |your )*${THING}`,
  `not interested in (a |another |any |the |your )*${THING}`,
  `without (a )?${THING}`,
]);
