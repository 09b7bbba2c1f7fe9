/** What an HTML element is to a mail's reader. */
export type HtmlContainer = 'quote' | 'frame' | 'signature' | 'history' | 'hidden' | 'word-paragraph';

/** What mail clients say by an element's name, id, class and style. */
export function containerOf(name: string, attributes: ReadonlyMap<string, string>): HtmlContainer | undefined {
  if (HIDDEN_ELEMENTS.has(name)) return 'hidden';

  const ids = [attributes.get('id'), attributes.get('name'), attributes.get('data-marker')].map(named);
  const classes = (attributes.get('class') ?? '').slice(0, LONGEST_STYLE).split(/\s+/).map(named);
  const style = (attributes.get('style') ?? '').slice(0, LONGEST_STYLE).replace(/\s+/g, '').toLowerCase();
  if (isInvisible(style)) return 'hidden';
  if (ids.some((id) => HISTORY_IDS.has(id)) || classes.some((each) => HISTORY_CLASSES.has(each))) return 'history';
  if (name === 'div' && isRuledBlock(style)) return 'history';
  if (classes.some((each) => FRAME_CLASSES.has(each))) return 'frame';
  if (ids.some((id) => QUOTE_IDS.has(id)) || classes.some((each) => QUOTE_CLASSES.has(each))) return 'quote';
  if (name === 'blockquote') return isIndentation(attributes, style) ? undefined : 'quote';
  if (ids.some((id) => SIGNATURE_IDS.has(id)) || classes.some((each) => SIGNATURE_CLASSES.has(each)))
    return 'signature';
  if (attributes.has('data-signature-widget') || attributes.get('data-smartmail') === 'gmail_signature')
    return 'signature';
  return classes.some((each) => each.startsWith('mso')) ? 'word-paragraph' : undefined;
}

/** In lower case, and without the prefix that Outlook on the web gives to names it did not make. */
function named(name: string | undefined): string {
  return (name ?? '').toLowerCase().replace(/^(x_)+/, '');
}

/** "Increase indent" is written as a blockquote too, but without the bar at its side. */
function isIndentation(attributes: ReadonlyMap<string, string>, style: string): boolean {
  if (attributes.has('cite') || attributes.get('type') === 'cite') return false;
  return /(^|;)border:(none|0|medium)/.test(style) && !/border-left:[^;]*\d/.test(style);
}

/** How newsletters and trackers hide the words that a list of mails is to show; a size of nothing alone is undone below. */
function isInvisible(style: string): boolean {
  return (
    /(^|;)(display:none|visibility:hidden|mso-hide:all)/.test(style) ||
    (/(^|;)max-height:0(px)?(;|!|$)/.test(style) && /(^|;)overflow:hidden/.test(style))
  );
}

/** The box with a line at its top in which Outlook on the desktop puts the header lines of what it quotes. */
function isRuledBlock(style: string): boolean {
  return /(^|;)border:none;border-top:solid#(e1e1e1|b5c4df)1\.0pt/.test(style);
}

const LONGEST_STYLE = 1000;

const HIDDEN_ELEMENTS: ReadonlySet<string> = new Set(['head', 'script', 'style', 'title', 'template', 'xml']);

/** Outlook (web, mobile, Mac), Hotmail and Zimbra put the whole correspondence below an element of this id. */
const HISTORY_IDS: ReadonlySet<string> = new Set([
  'appendonsend',
  'divrplyfwdmsg',
  'mail-editor-reference-message-container',
  'ms-outlook-mobile-body-separator-line',
  'olk_src_body_section',
  'stopspelling',
  'zwchr',
]);

const HISTORY_CLASSES: ReadonlySet<string> = new Set(['outlookmessageheader', 'gmail_forward']);

/** Roundcube, Yahoo, Spark, GMX. */
const QUOTE_IDS: ReadonlySet<string> = new Set([
  'reply-intro',
  'replybody1',
  'yahoo_quoted',
  'isreplycontent',
  'messagereplysection',
  'quote',
  'quoted-content',
]);

/** What Gmail and Thunderbird write above a quote or above a letter passed on. */
const FRAME_CLASSES: ReadonlySet<string> = new Set([
  'gmail_attr',
  'gmail_quote_attribution',
  'moz-cite-prefix',
  'moz-email-headers-table',
]);

/** Thunderbird, Yahoo, Proton, Tuta, Zoho, Mail.ru, Mailspring, Front, Freshdesk, HubSpot. */
const QUOTE_CLASSES: ReadonlySet<string> = new Set([
  'moz-forward-container',
  'protonmail_quote',
  'tutanota_quote',
  'yahoo_quoted',
  'ymail_android_quoted',
  'zmail_extra',
  'mailru-blockquote',
  'front-blockquote',
  'freshdesk_quote',
  'hs_reply',
]);

const SIGNATURE_IDS: ReadonlySet<string> = new Set([
  'applemailsignature',
  'signature',
  'messagesignaturesection',
  'composer_signature',
  'ms-outlook-mobile-signature',
  'tutanota_signature',
  'ymail_android_signature',
]);

const SIGNATURE_CLASSES: ReadonlySet<string> = new Set([
  'gmail_signature',
  'gmail_signature_prefix',
  'moz-signature',
  'mozilla-signature',
  'protonmail_signature_block',
  'tutanota_signature',
  'io-ox-signature',
  'bloop_sign',
  'sh-signature',
  'signature',
]);
