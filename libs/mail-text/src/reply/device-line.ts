import { DEVICE_LINES } from '../words/all-languages';

/** The line a device or an app adds: "Sent from my iPhone". */
export function isDeviceLine(line: string): boolean {
  if (line.length > LONGEST) return false;
  if (/^\p{Lu}\p{L}{1,20} (from|via) (my )?(mobile|phone|cell|iphone|ipad)$/u.test(line.trim())) return true;

  const text = line
    .toLowerCase()
    .replace(/https?:\S*/g, '')
    .replace(/[<>[\]()*_|]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const beginning = DEVICE_LINES.find((phrase) => text.startsWith(phrase));
  if (beginning === undefined) return false;
  if (EXCUSE.test(text)) return true;

  const rest = text.slice(beginning.length);
  if (rest.split(' ').length > 10 || /[;?]|\sis\s|\sи\s/.test(rest)) return false;
  if (POSSESSIVE.test(rest) && DEVICE.test(rest)) return true;
  return !rest.includes(',') && (DEVICE.test(text) || POSSESSIVE.test(rest) || APP_ALONE.test(rest));
}

const LONGEST = 160;

/** Words for devices and mail apps. */
const DEVICE =
  /i(phon|pad|pod)|айфон|айпад|android|андроид|смартфон|телефон|phone|handy|mobil|мобильн|планшет|tablet|galaxy|samsung|xiaomi|redmi|huawei|honor|htc|nokia|blackberry|\bpixel\b|oneplus|poco|realme|outlook|yahoo|mail|почт|пошт|яндекс|yandex|typeapp|k-9|thunderbird|proton|\bspark\b|windows|aquamail|устройств|пристро|device|appareil|gerät|\bcell\b|\bpc\b|rambler|superhuman|tutanota|em client|telegram/;

const POSSESSIVE = /^ (my|моего|мого|meinem|mon|mi|meu|mein|mijn|min|mojego) /;

/** Apps whose names are words of every day. */
const APP_ALONE =
  /^ (blue|nine|front|hey|edison|canary|newton|polymail|boxer|spike|shortwave|missive|tuta|mimestream)\.?$/;

const EXCUSE =
  /(excuse|pardon|forgive|sorry for|извините|простите|прошу прощения за).{0,40}(typo|brevity|short|кратк|опечат|ошибк)/;
