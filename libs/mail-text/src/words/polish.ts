import type { LanguageWords } from './language-words';

export const POLISH: LanguageWords = {
  headers: {
    from: ['od', 'nadawca'],
    date: ['wysłano', 'data', 'wysłane'],
    to: ['do', 'adresat', 'odbiorca'],
    subject: ['temat'],
    other: ['dw', 'udw', 'do wiadomości', 'ważność', 'załączniki', 'cc'],
  },
  wrote: ['napisał', 'napisała', 'napisał(a)', 'pisze', 'pisał', 'pisała'],
  openers: ['w dniu', 'dnia', 'w'],
  weekdays: ['pon', 'wt', 'śr', 'czw', 'pt', 'sob', 'niedz'],
  separators: [
    'wiadomość oryginalna',
    'oryginalna wiadomość',
    'wiadomość przekazana',
    'przekazana wiadomość',
    'treść przekazanej wiadomości',
    'początek przekazanej wiadomości',
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
