import { cleanFileName } from './clean-file-name';

describe('the name of a file that a contact sent', () => {
  it.each([
    ['price.pdf', 'price.pdf'],
    ['Прайс-лист 2026.xlsx', 'Прайс-лист 2026.xlsx'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\Windows\\system.ini', 'system.ini'],
    ['/', 'attachment'],
    ['..', 'attachment'],
    ['', 'attachment'],
    ['.bashrc', 'bashrc'],
    ['invoice\u202Efdp.exe', 'invoicefdp.exe'],
    ['a\u0000b\r\nc\u001b[31m.txt', 'abc[31m.txt'],
    ['zero\u200bwidth.pdf', 'zerowidth.pdf'],
    ['what?*.txt', 'what__.txt'],
    ['CON.txt', '_CON.txt'],
    ['console.txt', 'console.txt'],
    ['report.pdf. . ', 'report.pdf'],
    ['cafe\u0301.pdf', 'café.pdf'],
    ['lone\ud800.pdf', 'lone\ufffd.pdf'],
  ])('%j is shown and saved as %j', (name, cleaned) => {
    expect(cleanFileName(name)).toBe(cleaned);
  });

  it('is cut in its stem where it is too long for a file system', () => {
    const cleaned = cleanFileName(`${'ж'.repeat(100_000)}.docx`);
    expect(Buffer.byteLength(cleaned)).toBeLessThanOrEqual(200);
    expect(cleaned).toMatch(/^ж{80,}\.docx$/);
  });
});
