import type { LanguageWords } from './language-words';

export const SPANISH: LanguageWords = {
  headers: {
    from: ['de', 'remitente'],
    date: ['enviado', 'fecha', 'enviado el', 'enviada'],
    to: ['para', 'destinatario'],
    subject: ['asunto'],
    other: ['cc', 'cco', 'copia', 'responder a', 'importancia', 'adjuntos'],
  },
  wrote: ['escribió', 'escribio', 'escribiste'],
  openers: ['el', 'en'],
  weekdays: ['lun', 'mar', 'mié', 'jue', 'vie', 'sáb', 'dom'],
  separators: [
    'mensaje original',
    'mensaje reenviado',
    'mensaje enviado',
    'inicio del mensaje reenviado',
    'reenviado por',
  ],
  replyMarkers: ['responda por encima de esta línea'],
  signOffs: ['saludos', 'un saludo', 'saludos cordiales', 'atentamente', 'cordialmente', 'un cordial saludo'],
  thanks: ['gracias', 'muchas gracias', 'gracias de antemano'],
  deviceLines: ['enviado desde', 'obtener outlook'],
  footers: ['confidencial', 'si ha recibido este mensaje por error'],
  antivirus: ['libre de virus'],
  sentenceWords: 'yo nosotros usted no sí es son me nos le más pero cuando'.split(' '),
};
