import type { LanguageWords } from './language-words';

export const SPANISH: LanguageWords = {
  headers: {
    from: ['de', 'remitente'],
    date: ['enviado', 'fecha', 'enviado el', 'enviada'],
    to: ['para', 'destinatario'],
    subject: ['asunto', 'assunto'],
    other: ['cc', 'cco', 'copia', 'responder a', 'importancia', 'adjuntos'],
  },
  wrote: ['escribió', 'escribio', 'escribiste', 'escreveu'],
  openers: ['el', 'en', 'em'],
  weekdays: ['lun', 'mar', 'mié', 'jue', 'vie', 'sáb', 'dom'],
  separators: [
    'mensaje original',
    'mensaje reenviado',
    'mensaje enviado',
    'inicio del mensaje reenviado',
    'mensagem original',
    'mensagem encaminhada',
  ],
  replyMarkers: ['responda por encima de esta línea'],
  signOffs: [
    'saludos',
    'un saludo',
    'saludos cordiales',
    'atentamente',
    'cordialmente',
    'un cordial saludo',
    'atenciosamente',
  ],
  thanks: ['gracias', 'muchas gracias', 'gracias de antemano'],
  deviceLines: ['enviado desde', 'enviado do meu', 'obtener outlook'],
  footers: ['confidencial', 'si ha recibido este mensaje por error'],
  antivirus: ['libre de virus'],
  sentenceWords: 'yo nosotros usted no sí es son me nos le más pero cuando'.split(' '),
};
