import { readWithMailText } from '../readers/read-with-mail-text';
import { isExact } from '../score/compare-words';
import { projectCases } from './project-cases';

describe("a mail as a contact's client writes it", () => {
  it.each(projectCases().map((mail) => [`${mail.set}: ${mail.name}`, mail] as const))(
    'is read as its sender meant it: %s',
    async (_name, { raw, signature, words, kinds }) => {
      const { text, kind } = await readWithMailText(raw, signature);
      expect({ text, isRight: words === undefined || isExact(words, text) }).toMatchObject({ isRight: true });
      expect(kinds.length === 0 ? [kind] : kinds).toContain(kind);
    },
  );
});
