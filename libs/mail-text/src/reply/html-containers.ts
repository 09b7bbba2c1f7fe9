/** What an HTML element is to a mail's reader. */
export type HtmlContainer = 'quote' | 'signature' | 'history' | 'hidden' | 'word-paragraph';

/** What mail clients say by an element's name, id, class and style. */
export function containerOf(name: string, attributes: ReadonlyMap<string, string>): HtmlContainer | undefined {
  if (HIDDEN_ELEMENTS.has(name)) return 'hidden';

  const id = attributes.get('id') ?? '';
  const classes = (attributes.get('class') ?? '').slice(0, LONGEST_STYLE).split(/\s+/);
  const style = (attributes.get('style') ?? '').slice(0, LONGEST_STYLE).replace(/\s+/g, '').toLowerCase();
  if (/(^|;)display:none/.test(style)) return 'hidden';
  if (HISTORY_IDS.has(id) || classes.some((each) => HISTORY_CLASSES.has(each))) return 'history';
  if (QUOTE_IDS.has(id) || classes.some((each) => QUOTE_CLASSES.has(each))) return 'quote';
  if (name === 'blockquote') return isIndentation(attributes, style) ? undefined : 'quote';
  if (SIGNATURE_IDS.has(id) || classes.some((each) => SIGNATURE_CLASSES.has(each))) return 'signature';
  if (attributes.has('data-signature-widget') || attributes.get('data-smartmail') === 'gmail_signature')
    return 'signature';
  return classes.some((each) => each.startsWith('Mso')) ? 'word-paragraph' : undefined;
}

/** "Increase indent" is written as a blockquote too, but without the bar at its side. */
function isIndentation(attributes: ReadonlyMap<string, string>, style: string): boolean {
  if (attributes.has('cite') || attributes.get('type') === 'cite') return false;
  return /(^|;)border:(none|0|medium)/.test(style) && !/border-left:[^;]*\d/.test(style);
}

const LONGEST_STYLE = 1000;

const HIDDEN_ELEMENTS: ReadonlySet<string> = new Set(['head', 'script', 'style', 'title', 'template', 'xml']);

/** Outlook (web, mobile, Mac) and Hotmail put the whole correspondence below an element of this id. */
const HISTORY_IDS: ReadonlySet<string> = new Set([
  'appendonsend',
  'divRplyFwdMsg',
  'mail-editor-reference-message-container',
  'ms-outlook-mobile-body-separator-line',
  'OLK_SRC_BODY_SECTION',
  'stopSpelling',
]);

const HISTORY_CLASSES: ReadonlySet<string> = new Set(['OutlookMessageHeader', 'gmail_forward']);

/** Roundcube, Yahoo. */
const QUOTE_IDS: ReadonlySet<string> = new Set(['reply-intro', 'replybody1', 'yahoo_quoted', 'isReplyContent']);

/** Gmail, Thunderbird, Yahoo, Proton, Tuta, Zoho, Mail.ru. */
const QUOTE_CLASSES: ReadonlySet<string> = new Set([
  'gmail_attr',
  'moz-cite-prefix',
  'moz-forward-container',
  'moz-email-headers-table',
  'protonmail_quote',
  'tutanota_quote',
  'yahoo_quoted',
  'ymail_android_quoted',
  'zmail_extra',
  'mailru-blockquote',
]);

const SIGNATURE_IDS: ReadonlySet<string> = new Set([
  'AppleMailSignature',
  'Signature',
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
]);
