import type { LanguageWords } from './language-words';

export const POLISH: LanguageWords = {
  headers: {
    from: ['od', 'nadawca'],
    date: ['wysłano', 'data', 'wysłane'],
    to: ['do', 'adresat', 'odbiorca'],
    subject: ['temat'],
    other: ['dw', 'udw', 'do wiadomości', 'ważność', 'załączniki', 'cc'],
  },
  wrote: ['napisał', 'napisała', 'pisze', 'pisał', 'pisała', 'napisana przez'],
  openers: ['w dniu', 'dnia', 'w', 'wiadomość'],
  weekdays: ['pon', 'wt', 'wtor', 'śr', 'środ', 'czw', 'pt', 'piąt', 'sob', 'ndz', 'niedz'],
  separators: [
    'wiadomość oryginalna',
    'oryginalna wiadomość',
    'wiadomość przekazana',
    'przekazana wiadomość',
    'treść przekazanej wiadomości',
    'początek przekazanej wiadomości',
    'przesłane przez',
  ],
  replyMarkers: ['odpowiedz powyżej tej linii'],
  signOffs: [
    'pozdrawiam',
    'z poważaniem',
    'z wyrazami szacunku',
    'serdecznie pozdrawiam',
    'pozdrowienia',
    'łączę pozdrowienia',
  ],
  thanks: ['dziękuję', 'dzięki', 'z góry dziękuję'],
  deviceLines: ['wysłano z', 'wysłane z', 'pobierz outlook'],
  footers: ['poufne', 'poufna', 'jeśli nie są państwo adresatem'],
  antivirus: ['wolna od wirusów', 'wolny od wirusów'],
  sentenceWords: 'ja my pan pani państwo mi nam nas nie tak jest są proszę jeśli ale więcej'.split(' '),
};
