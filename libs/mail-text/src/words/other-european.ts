import type { LanguageWords } from './language-words';

/**
 * The frames of a reply in languages nobody here answers in, but whose clients contacts may have:
 * it, pt, nl, da, nb, sv, fi, cs, sk, hu, ro, el, bg, sr, hr, be, kk, tr.
 */
export const OTHER_EUROPEAN: LanguageWords = {
  headers: {
    from: [
      ...['da', 'mittente', 'van', 'fra', 'från', 'lähettäjä', 'od', 'feladó', 'de la', 'από', 'от', 'kimden'],
      ...['remetente', 'avsender', 'avsändare', 'afsender', 'ад', 'кімнен'],
    ],
    date: [
      ...['inviato', 'data', 'verzonden', 'datum', 'sendt', 'dato', 'skickat', 'lähetetty', 'päivämäärä', 'päiväys'],
      ...['odesláno', 'odeslané', 'poslano', 'küldve', 'dátum', 'trimis', 'στάλθηκε', 'ημερομηνία', 'изпратено'],
      ...['gönderildi', 'gönderilme tarihi', 'tarih', 'enviado em', 'data de envio', 'дата', 'адпраўлена', 'күні'],
    ],
    to: [
      ...['a', 'destinatario', 'aan', 'til', 'till', 'vastaanottaja', 'komu', 'pro', 'címzett', 'către', 'προς'],
      ...['kime', 'alıcı', 'каму', 'кімге'],
    ],
    subject: [
      ...['oggetto', 'onderwerp', 'emne', 'ämne', 'aihe', 'předmět', 'predmet', 'tárgy', 'subiect', 'θέμα', 'относно'],
      ...['konu', 'assunto', 'тэма', 'тақырыбы'],
    ],
    other: [
      ...['cc', 'kopi', 'kopia', 'kopie', 'kopio', 'prioriteit', 'priorità', 'másolat', 'κοιν', 'копие', 'bilgi'],
      ...['copia per conoscenza', 'com cópia', 'prioritet', 'viktighet', 'belang', 'bijlagen', 'allegati', 'anexos'],
    ],
  },
  wrote: [
    ...['ha scritto', 'scrive', 'scritto', 'scriveva', 'escreveu', 'schreef', 'het volgende geschreven'],
    ...['geschreven', 'skrev', 'skrev følgende', 'skrev följande', 'kirjoitti', 'napsal', 'napsala', 'napísal'],
    ...['napísala', 'píše', 'ezt írta', 'írta', 'a scris', 'έγραψε', 'написа', 'је написао', 'је написала'],
    ...[
      'је написао/ла',
      'je napisao',
      'je napisala',
      'napisao je',
      'napisala je',
      'піша',
      'напісаў',
      'жазды',
      'деп жазды',
      'şunu yazdı',
      'yazdı',
      'şunları yazdı',
    ],
  ],
  openers: [...['il', 'in data', 'em', 'op', 'den', 'dne', 'dňa', 'på', 'στις', '(időpont:']],
  weekdays: [
    ...['lun', 'mar', 'mer', 'gio', 'ven', 'sab', 'dom', 'seg', 'ter', 'qua', 'qui', 'sex', 'sáb'],
    ...['ma', 'di', 'wo', 'do', 'vr', 'za', 'zo', 'maan', 'dins', 'woen', 'dond', 'vrij', 'zate', 'zond'],
    ...['man', 'tir', 'ons', 'tor', 'fre', 'lør', 'søn', 'mån', 'tis', 'lör', 'sön', 'ke', 'to', 'pe', 'la', 'su'],
    ...[
      'po',
      'út',
      'st',
      'čt',
      'pá',
      'ne',
      'mie',
      'joi',
      'vin',
      'dum',
      'δευ',
      'τρί',
      'τετ',
      'πέμ',
      'παρ',
      'σάβ',
      'κυρ',
    ],
  ],
  separators: [
    ...['messaggio originale', 'messaggio inoltrato', 'inizio messaggio inoltrato', 'inoltrato da'],
    ...['mensagem original', 'mensagem encaminhada', 'início da mensagem encaminhada', 'encaminhado por'],
    ...['oorspronkelijk bericht', 'origineel bericht', 'doorgestuurd bericht', 'begin doorgestuurd bericht'],
    ...['oprindelig meddelelse', 'videresendt meddelelse', 'start på videresendt besked', 'original besked'],
    ...['opprinnelig melding', 'videresendt melding', 'ursprungligt meddelande', 'vidarebefordrat meddelande'],
    ...['alkuperäinen viesti', 'välitetty viesti', 'původní zpráva', 'přeposlaná zpráva', 'pôvodná správa'],
    ...['eredeti üzenet', 'továbbított üzenet', 'mesajul original', 'mesaj original', 'αρχικό μήνυμα'],
    ...['оригинално съобщение', 'препратено съобщение', 'orijinal ileti', 'özgün ileti', 'iletilen mesaj'],
    ...['izvorna poruka', 'арыгінальнае паведамленне', 'перасланае паведамленне'],
  ],
  replyMarkers: ['rispondi sopra questa riga', 'responda acima desta linha', 'antwoord boven deze lijn'],
  signOffs: [
    ...['cordiali saluti', 'distinti saluti', 'un cordiale saluto', 'cordialmente', 'saluti', 'un saluto'],
    ...['atenciosamente', 'com os melhores cumprimentos', 'cumprimentos', 'melhores cumprimentos', 'abraços', 'att'],
    ...['met vriendelijke groet', 'met vriendelijke groeten', 'vriendelijke groet', 'groeten', 'hoogachtend'],
    ...['med venlig hilsen', 'venlig hilsen', 'med vennlig hilsen', 'vennlig hilsen', 'hilsen', 'mvh'],
    ...['med vänliga hälsningar', 'vänliga hälsningar', 'hälsningar', 'ystävällisin terveisin', 'terveisin'],
    ...['s pozdravem', 's pozdravom', 's přátelským pozdravem', 'üdvözlettel', 'cu stimă', 'με εκτίμηση'],
    ...['с уважение', 'поздрави', 'saygılarımla', 'iyi çalışmalar', 's poštovanjem', 'з павагай', 'құрметпен'],
  ],
  thanks: ['grazie', 'obrigado', 'obrigada', 'bedankt', 'dank je', 'takk', 'tack', 'kiitos', 'děkuji', 'teşekkürler'],
  deviceLines: [
    ...[
      'verzonden met',
      'verzonden vanaf',
      'verstuurd vanaf',
      'verstuurd vanuit',
      'inviato da',
      'inviato dal',
      'obter o outlook',
      'scarica outlook',
      'ottieni outlook',
      "iphone'umdan gönderildi",
      'iphone’umdan gönderildi',
      'hämta outlook',
      'hent outlook',
      'outlook voor',
      'získejte outlook',
    ],
    ...[
      'enviado do',
      'enviado a partir',
      'enviado via',
      'sendt fra',
      'sendt med',
      'skickat från',
      'lähetetty',
      'odesláno z',
    ],
    ...[
      'elküldve',
      'trimis de pe',
      'изпратено от',
      'στάλθηκε από',
      'ottieni outlook',
      'download outlook',
      'адпраўлена з',
    ],
  ],
  footers: ['vertrouwelijk', 'riservate', 'riservatezza', 'confidencialidade', 'fortrolig', 'luottamuksell', 'důvěrn'],
  footerHints: [],
  antivirus: ['privo di virus', 'sem vírus', 'virusvrij', 'virusfri'],
  banners: [],
  bannerTags: [],
  sentenceWords: `
    io noi mi lei sì non sono è abbiamo favore eu nós você não sim ik wij mij niet ja nee graag
    alstublieft jeg vi ikke nej nei jag inte är vill
  `
    .trim()
    .split(/\s+/),
};
