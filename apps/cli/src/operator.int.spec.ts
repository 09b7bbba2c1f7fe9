import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { otzyvy } from '../../../libs/product/testing/otzyvy';
import { SalesWorld } from '../../../test/support/sales-world';
import { testDatabase } from '../../../test/support/test-database';
import { Operator } from '../testing/operator';
import { aWorkbook } from '../testing/workbook.builder';
import { ContactAddCommand } from './contact/contact-add.command';
import { ContactEraseCommand } from './contact/contact-erase.command';
import { ContactExportCommand } from './contact/contact-export.command';
import { ContactImportCommand } from './contact/contact-import.command';
import { ContactListCommand } from './contact/contact-list.command';
import { ContactNoteCommand } from './contact/contact-note.command';
import { ContactReleaseCommand } from './contact/contact-release.command';
import { ContactResumeCommand } from './contact/contact-resume.command';
import { ContactShowCommand } from './contact/contact-show.command';
import { ContactStopCommand } from './contact/contact-stop.command';
import { ContactTakeCommand } from './contact/contact-take.command';
import { DraftApproveCommand } from './draft/draft-approve.command';
import { DraftEditCommand } from './draft/draft-edit.command';
import { DraftListCommand } from './draft/draft-list.command';
import { DraftRejectCommand } from './draft/draft-reject.command';
import { OutboxCancelCommand } from './outbox/outbox-cancel.command';
import { OutboxListCommand } from './outbox/outbox-list.command';
import { OutboxRetryCommand } from './outbox/outbox-retry.command';
import { SlotFreeCommand } from './slot/slot-free.command';
import { SlotListCommand } from './slot/slot-list.command';
import { SuppressionCheckCommand } from './suppression/suppression-check.command';
import { SuppressionImportCommand } from './suppression/suppression-import.command';
import { SuppressionLiftCommand } from './suppression/suppression-lift.command';
import { SuppressionListCommand } from './suppression/suppression-list.command';

const EVERYBODY = { limit: 100 };

describe('the operator', () => {
  const database = testDatabase();
  const folder = mkdtempSync(join(tmpdir(), 'operator-'));
  let world: SalesWorld;
  let operator: Operator;

  beforeAll(async () => {
    world = await SalesWorld.open(database);
    await world.startBrain();
    operator = await Operator.at(world.settings, world.keys);
  });

  afterAll(async () => {
    await operator.leave();
    await world.close();
    rmSync(folder, { recursive: true });
  });

  function file(name: string, content: string | Uint8Array): string {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  }

  it('imports a list once however often, after a dry run that changes nothing', async () => {
    const options = { product: 'otzyvy' };
    const csv = file(
      'list.csv',
      'Имя;Компания;Почта\nИра;Сад;ira@sad.example\nОлег;Сад;oleg@sad.example\nТри;Сад;x\nИра;Сад;Ira@sad.example\n',
    );
    const would = await operator.json(ContactImportCommand, [csv], { ...options, dryRun: true });
    expect(would).toMatchObject({ dryRun: true, added: 2, alreadyThere: 1, bad: 1 });
    expect(await operator.json(ContactListCommand, [], EVERYBODY)).toEqual([]);

    const added = await operator.json(ContactImportCommand, [csv], options);
    expect(added).toMatchObject({ added: 2, alreadyThere: 1, bad: 1 });
    expect(added.rows[2]).toMatchObject({ line: 4, status: 'bad' });
    const xlsx = file(
      'list.xlsx',
      aWorkbook(
        [1, { A: 'name', B: 'company', C: 'email' }],
        [3, { A: 'Ира', B: 'Сад', C: 'ira@sad.example' }],
        [4, { A: 'Яна', B: 'Сад', C: 'yana@sad.example' }],
      ),
    );
    expect(await operator.json(ContactImportCommand, [xlsx], options)).toMatchObject({ added: 1, alreadyThere: 1 });
    expect(await operator.json(ContactImportCommand, [csv], options)).toMatchObject({ added: 0, alreadyThere: 3 });
  });

  it('says where an address came from where the product writes to nobody without', async () => {
    const anna = { product: 'otzyvy', name: 'Анна', company: 'Дом', language: 'ru' } as const;
    const consent = { source: 'выставка', ground: 'визитка' };
    await world.changeProduct({ consent: { required: true, shown: true } });
    await expect(operator.json(ContactAddCommand, [], { ...anna, telegram: '@anna_buyer' })).rejects.toThrow(
      /--source/,
    );
    const csv = file('bare.csv', 'name,company,email\nЕва,Дом,eva@dom.example\n');
    expect(await operator.json(ContactImportCommand, [csv], { product: 'otzyvy' })).toMatchObject({
      added: 0,
      refused: 1,
    });

    const { id } = await operator.json(ContactAddCommand, [], { ...anna, ...consent, telegram: '@anna_buyer' });
    expect(await operator.json(ContactShowCommand, ['t.me/anna_buyer'], {})).toMatchObject({ id, consent });
    const waiting = await operator.json(ContactListCommand, [], { ...EVERYBODY, waitingForMe: true });
    expect(waiting).toMatchObject([{ id, stage: 'awaiting-start', waitsForMe: ['start'] }]);
    await operator.json(ContactEraseCommand, [id], { yes: true });
    await world.changeProduct({ consent: { required: false, shown: false } });
  });

  it('finds people by what is known of them, and sees who else of a company is written to', async () => {
    const found = await operator.json(ContactListCommand, [], { ...EVERYBODY, search: 'yana@' });
    expect(found).toMatchObject([
      { name: 'Яна', stage: 'drafting-offer', sameCompany: [expect.any(String), expect.any(String)] },
    ]);
    expect(await operator.text(ContactListCommand, [], { ...EVERYBODY, search: 'yana@' })).toMatch(/2 more$/);
    expect(await operator.json(ContactListCommand, [], { ...EVERYBODY, stage: 'postponed' as const })).toEqual([]);
    expect(await operator.text(ContactListCommand, [], { ...EVERYBODY, waitingForMe: true })).toBe(
      'Nothing waits for you.',
    );
  });

  it('takes a conversation, notes what was said, and gives it back', async () => {
    const contact = await world.addWaiting('vera@les.example');
    await operator.json(ContactTakeCommand, ['vera@les.example'], {});
    await operator.json(ContactNoteCommand, [contact._id, 'called her'], {});
    const waiting = await operator.json(ContactListCommand, [], { ...EVERYBODY, waitingForMe: true });
    expect(waiting).toMatchObject([{ id: contact._id, stage: 'handed-over', waitsForMe: ['person'] }]);
    await expect(operator.json(ContactTakeCommand, [contact._id], {})).rejects.toThrow(/\.$/);

    const shown = await operator.text(ContactShowCommand, [contact._id], {});
    expect(shown).toMatch(/note of .*: called her/);
    expect(shown).toMatch(/the operator took the conversation over → /);
    await operator.json(ContactReleaseCommand, [contact._id], {});
    expect(await world.stageOf(contact)).toBe('awaiting-reply');
  });

  it('sees who is due by a day', async () => {
    const due = await operator.json(ContactListCommand, [], {
      ...EVERYBODY,
      due: new Date(world.now().getTime() + 20 * 86_400_000),
    });
    expect(due).toMatchObject([{ addresses: ['vera@les.example'] }]);
    expect(await operator.json(ContactListCommand, [], { ...EVERYBODY, due: world.now() })).toEqual([]);
  });

  it('stops a person and lifts it for a reason, which both stand in the ledger', async () => {
    const contact = await world.addWaiting('stas@bor.example');
    await expect(operator.json(ContactResumeCommand, [contact._id], { reason: 'x' })).rejects.toThrow(/is not stopped/);
    await operator.json(ContactStopCommand, [contact._id], {});
    expect(await operator.json(SuppressionCheckCommand, ['stas@bor.example'], {})).toMatchObject({ suppressed: true });
    await operator.json(ContactResumeCommand, [contact._id], { reason: 'he called us' });
    expect(await operator.json(SuppressionCheckCommand, ['stas@bor.example'], {})).toMatchObject({ suppressed: false });
    const listed = await operator.text(SuppressionListCommand, [], { limit: 10 });
    expect(listed).toMatch(/stas@bor\.example +lifted: the operator asked \("he called us"\)/);
  });

  it('brings a list of addresses nobody writes to, and lifts one', async () => {
    const list = file('never.txt', 'anton@gde.example\nbad\nanton@gde.example\nmila@gde.example\n');
    expect(await operator.json(SuppressionImportCommand, [list], { dryRun: true })).toMatchObject({
      suppressed: 2,
      bad: 1,
    });
    expect(await operator.json(SuppressionCheckCommand, ['mila@gde.example'], {})).toMatchObject({ suppressed: false });
    expect(await operator.json(SuppressionImportCommand, [list], {})).toMatchObject({ suppressed: 2, bad: 1 });
    expect(await operator.json(SuppressionImportCommand, [list], {})).toMatchObject({
      suppressed: 0,
      alreadySuppressed: 2,
    });
    await operator.json(SuppressionLiftCommand, ['mila@gde.example'], { reason: 'a typing mistake' });
    expect(await operator.text(SuppressionCheckCommand, ['mila@gde.example'], {})).toMatch(
      /^mila@gde\.example is not suppressed\./,
    );
    await expect(operator.json(SuppressionLiftCommand, ['mila@gde.example'], { reason: 'x' })).rejects.toThrow(
      /is not suppressed/,
    );
  });

  it('has the last word on drafts where the product wants it', async () => {
    await world.changeProduct({ approval: 'approve' });
    const [one, two, three] = [
      await world.addContact('one@draft.example'),
      await world.addContact('two@draft.example'),
      await world.addContact('three@draft.example'),
    ];
    const ids = [
      await world.letterOf(one, 'draft'),
      await world.letterOf(two, 'draft'),
      await world.letterOf(three, 'draft'),
    ].map(({ _id }) => _id);
    const [first = '', second = '', third = ''] = ids;
    const drafts = await operator.json(DraftListCommand, [], { product: 'otzyvy' });
    expect(drafts.map(({ id }: { id: string }) => id)).toEqual(expect.arrayContaining(ids));
    expect(await operator.text(DraftListCommand, [], {})).toContain(first);

    await operator.json(DraftApproveCommand, [first], {});
    await operator.json(DraftEditCommand, [second], { textFile: file('words.txt', 'Здравствуйте!\n') });
    await operator.json(DraftRejectCommand, [third], { because: 'not now' });
    expect((await world.letterOf(one, 'queued'))._id).toBe(first);
    expect((await world.letterOf(two, 'queued')).text).toBe('Здравствуйте!');
    expect(await world.stageOf(three)).toBe('handed-over');
    await expect(operator.json(DraftApproveCommand, [third], {})).rejects.toThrow(/is no draft \(it is cancelled\)/);
    await world.changeProduct({ approval: 'autopilot' });
  });

  it('takes a letter back that has not left, and has a rejected one tried again', async () => {
    const cancelled = await world.addContact('kira@out.example');
    const letter = await world.letterOf(cancelled, 'queued');
    await operator.json(OutboxCancelCommand, [letter._id], {});
    const [listed] = await operator.json(OutboxListCommand, [], { contact: cancelled._id, limit: 5 });
    expect(listed).toMatchObject({ id: letter._id, status: 'cancelled' });
    await expect(operator.json(OutboxRetryCommand, [letter._id], {})).rejects.toThrow(/this one is cancelled/);

    const rejected = await world.addContact('lena@out.example');
    const refusal = {
      outcome: 'rejected',
      code: 554,
      phase: 'content',
      said: '554 spam',
      rejectedFor: 'content',
      retryInMs: 0,
    } as const;
    const refused = await world.deliverTo(rejected, refusal);
    await world.settledIn(rejected, 'handed-over');
    expect(await operator.text(OutboxListCommand, [], { contact: rejected._id, limit: 5 })).toMatch(
      /rejected .* 554 spam$/,
    );
    await operator.json(OutboxRetryCommand, [refused._id], {});
    expect((await world.letterOf(rejected, 'queued'))._id).toBe(refused._id);
  });

  it('sees which times are free, and with whom the others are', async () => {
    await world.changeProduct({ demo: { ...otzyvy().settings.demo, way: 'slot' } });
    const free = await operator.json(SlotFreeCommand, [], { product: 'otzyvy' });
    expect(free).toHaveLength(3);
    const contact = await world.addWaiting('zoya@slot.example');
    await world.writes('zoya@slot.example', 'Покажите, пожалуйста, демо.', {});
    await world.deliverTo(contact);
    await world.writes('zoya@slot.example', 'Давайте первый вариант.', {});
    await world.letterOf(contact, 'queued');
    const booked = await operator.json(SlotListCommand, [], {});
    expect(booked).toMatchObject([{ startsAt: free[0].startsAt, contact: { address: 'zoya@slot.example' } }]);
    expect(
      (await operator.json(SlotFreeCommand, [], {})).map(({ startsAt }: { startsAt: string }) => startsAt),
    ).not.toContain(free[0].startsAt);
    expect(await operator.text(ContactShowCommand, [contact._id], {})).toMatch(/the demo is on /);
  });

  it('gives out all that is held on a person, and erases it only when that is meant', async () => {
    const contact = await world.addWaiting('gone@dust.example', { name: 'Пропавшая' });
    const all = await operator.text(ContactExportCommand, [contact._id], {});
    expect(JSON.parse(all)).toMatchObject({ own: { contacts: [{ name: 'Пропавшая' }] } });
    await expect(operator.json(ContactEraseCommand, [contact._id], {})).rejects.toThrow(/then add --yes\.$/);

    const said = await operator.text(ContactEraseCommand, [contact._id], { yes: true });
    expect(said).toMatch(/^Erased gone@dust\.example: 0 messages, 1 letter, /);
    expect(said).toMatch(/the mailbox sales@seller\.test/);
    await expect(operator.json(ContactShowCommand, [contact._id], {})).rejects.toThrow(/There is no contact/);
    expect(await operator.json(SuppressionCheckCommand, ['gone@dust.example'], {})).toMatchObject({ suppressed: true });
  });
});
