import { strToU8, zipSync } from 'fflate';
import type { MailAttachment } from '@app/mail-text/parsed-mail';
import { keepAttachments, LARGEST_KEPT, LARGEST_KEPT_TOGETHER } from './keep-attachments';

const PDF = Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj\n');
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const EXE = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)]);
const DOCX = officeFile('application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml');
const XLSX = officeFile('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml');

function officeFile(type: string): Uint8Array {
  const types = `<?xml version="1.0"?><Types><Override PartName="/main.xml" ContentType="${type}"/></Types>`;
  return zipSync({ '[Content_Types].xml': strToU8(types), 'main.xml': strToU8('<main/>') });
}

function aFile(facts: Partial<MailAttachment>): MailAttachment {
  const content = facts.content ?? Buffer.from('hello');
  return { name: 'file', contentType: 'text/plain', size: content.byteLength, inline: false, ...facts, content };
}

describe('a file that a contact sent', () => {
  it.each([
    ['price.pdf', PDF, 'application/pdf'],
    ['screen.png', PNG, 'image/png'],
    ['brief.docx', DOCX, 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    ['prices.xlsx', XLSX, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    ['setup.exe', EXE, 'application/x-msdownload'],
    ['invoice.pdf', EXE, 'application/x-msdownload'],
  ])('%s is called by what its content is, whatever its name and the mail say', async (name, content, contentType) => {
    const { attachments } = await keepAttachments(
      [aFile({ name, content, contentType: 'text/plain' })],
      [],
      LARGEST_KEPT_TOGETHER,
    );
    expect(attachments).toEqual([
      { name, contentType, size: content.byteLength, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
    ]);
  });

  it('is called what the mail says where its content shows nothing', async () => {
    const { attachments } = await keepAttachments([aFile({ contentType: 'text/csv' })], [], LARGEST_KEPT_TOGETHER);
    expect(attachments).toMatchObject([{ contentType: 'text/csv' }]);
  });

  it('is kept once, however often and under whatever names the mail carries it', async () => {
    const { attachments, contents } = await keepAttachments(
      [aFile({ name: 'a' }), aFile({ name: 'b' })],
      [],
      LARGEST_KEPT_TOGETHER,
    );
    expect(attachments.map(({ name }) => name)).toEqual(['a', 'b']);
    expect([...contents.keys()]).toEqual([attachments[0]?.sha256]);
    expect(attachments[1]?.sha256).toBe(attachments[0]?.sha256);
  });

  it('is only noted where it is too large, and so is what finds no room beside the others', async () => {
    const files = [1, 2, 3].map((fill) => aFile({ content: Buffer.alloc(LARGEST_KEPT, fill) }));
    const { attachments, contents } = await keepAttachments(
      [aFile({ content: Buffer.alloc(LARGEST_KEPT + 1) }), ...files, aFile({})],
      [],
      LARGEST_KEPT_TOGETHER,
    );
    expect(attachments.map(({ sha256 }) => sha256 !== null)).toEqual([false, true, true, false, true]);
    expect(attachments.map(({ size }) => size)).toEqual([LARGEST_KEPT + 1, ...files.map(({ size }) => size), 5]);
    expect(contents.size).toBe(3);
  });

  it('is noted with its size where the mail was fetched without it', async () => {
    const empty = Buffer.alloc(0);
    const files = [aFile({ content: empty }), aFile({}), aFile({ content: empty }), aFile({ content: empty })];
    const { attachments, contents } = await keepAttachments(files, [30_000_000, 0], LARGEST_KEPT_TOGETHER);
    expect(attachments.map(({ size }) => size)).toEqual([30_000_000, 5, 0, 0]);
    expect(contents.size).toBe(1);
  });
});
