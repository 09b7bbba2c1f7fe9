import type { LanguageWords } from './language-words';

export const GERMAN: LanguageWords = {
  headers: {
    from: ['von', 'absender'],
    date: ['gesendet', 'datum', 'gesendet am'],
    to: ['an', 'empfänger'],
    subject: ['betreff'],
    other: ['kopie', 'cc', 'antwort an', 'wichtigkeit', 'priorität', 'anlagen'],
  },
  wrote: ['schrieb', 'hat geschrieben', 'geschrieben', 'schreibt', 'folgendes geschrieben'],
  openers: ['am', 'den', 'vom', 'zitat von'],
  weekdays: ['mo', 'di', 'mi', 'do', 'fr', 'sa', 'so', 'mont', 'dien', 'mittw', 'donn', 'freit', 'sams', 'sonn'],
  separators: [
    'ursprüngliche nachricht',
    'originalnachricht',
    'original-nachricht',
    'weitergeleitete nachricht',
    'antwort nachricht',
    'anfang der weitergeleiteten nachricht',
    'ursprüngliche mail',
    'weitergeleitet von',
  ],
  replyMarkers: ['antworten sie oberhalb dieser zeile'],
  signOffs: [
    'mit freundlichen grüßen',
    'mit freundlichem gruß',
    'mit freundlichen gruessen',
    'mit besten grüßen',
    'freundliche grüße',
    'viele grüße',
    'beste grüße',
    'liebe grüße',
    'schöne grüße',
    'herzliche grüße',
    'gruß',
    'grüße',
    'mfg',
    'vg',
    'lg',
    'hochachtungsvoll',
  ],
  thanks: ['danke', 'vielen dank', 'besten dank', 'danke im voraus'],
  deviceLines: [
    'von meinem',
    'gesendet von',
    'gesendet mit',
    'diese nachricht wurde von meinem',
    'holen sie sich outlook',
    'outlook für',
  ],
  footers: ['vertraulich', 'nicht der richtige adressat', 'irrtümlich erhalten'],
  antivirus: ['auf viren geprüft', 'virenfrei'],
  sentenceWords: `
    ich wir sie ihnen ihr mir uns mich nicht kein keine bitte ist sind haben habe kann können wenn
    aber ja nein
  `
    .trim()
    .split(/\s+/),
};
