import { eventually } from '../../../test/support/eventually';
import { testDatabase } from '../../../test/support/test-database';
import { aNewContact } from '../../../test/support/a-new-contact';
import { SalesWorld } from '../../../test/support/sales-world';

const database = testDatabase();
let world: SalesWorld;

beforeAll(async () => {
  world = await SalesWorld.open(database);
  await world.startBrain();
});

afterAll(() => world.close());

describe('a new contact', () => {
  it('gets the opening, asks, is answered, and is waited for', async () => {
    const anna = await world.addContact('anna@example.com');
    const opening = await world.deliverTo(anna);
    expect(opening).toMatchObject({ letters: ['opening'], to: 'anna@example.com', inReplyTo: null });
    await world.settledIn(anna, 'awaiting-reply');

    const question = await world.writes('anna@example.com', 'А с какими площадками вы работаете?', {
      threadIds: [opening.messageId],
    });
    const answer = await world.deliverTo(anna);
    expect(answer).toMatchObject({
      letters: ['answer'],
      inReplyTo: question.messageId,
      references: [opening.messageId, question.messageId],
      subject: `Re: ${opening.subject}`,
      quote: {
        text: expect.stringMatching(/<anna@example\.com> написал\(а\):\n> А с какими площадками вы работаете\?$/),
      },
      requiredChecks: [],
    });
    expect(opening).toMatchObject({ quote: null, requiredChecks: [] });
    await world.settledIn(anna, 'awaiting-reply');
    expect((await world.turnsOf(anna)).map(({ event }) => event.type)).toEqual([
      'conversationOpened',
      'deliverySettled',
      'contactWrote',
      'messageUnderstood',
      'deliverySettled',
    ]);
  });

  it('gets the first letter only from an account whose checks are right, where the product demands that', async () => {
    await world.changeProduct({ requiredChecks: ['smtp', 'spf'] });
    const demanding = await world.addContact('checked@example.com');
    expect(await world.letterOf(demanding, 'queued')).toMatchObject({ requiredChecks: ['smtp', 'spf'] });
    await world.deliverTo(demanding);
    await world.writes('checked@example.com', 'Пришлите, пожалуйста, презентацию');
    expect(await world.deliverTo(demanding)).toMatchObject({ letters: ['presentation'], requiredChecks: [] });
    await world.changeProduct({ requiredChecks: [] });
  });

  it('who asks for the presentation gets the file of their language', async () => {
    const boris = await world.addContact('boris@example.com');
    await world.deliverTo(boris);
    await world.writes('boris@example.com', 'Пришлите, пожалуйста, презентацию');
    const letter = await world.deliverTo(boris);
    expect(letter.attachments).toMatchObject([{ name: 'napoleon-otzyvy-ru.pdf', contentType: 'application/pdf' }]);
  });
});

describe('a contact who says stop', () => {
  it('in the subject alone is heard as well', async () => {
    const contact = await world.addWaiting('subject@example.com');
    await world.writes('subject@example.com', '', { subject: 'СТОП' });
    await world.settledIn(contact, 'stopped');
  });

  it('gets nothing any more, not even what was already queued', async () => {
    const vera = await world.addContact('vera@example.com');
    await world.deliverTo(vera);
    await world.writes('vera@example.com', 'Пришлите презентацию');
    await world.settledIn(vera, 'answering');
    await world.writes('vera@example.com', 'Больше мне не пишите');
    await world.settledIn(vera, 'stopped');

    const statuses = (await world.lettersOf(vera)).map(({ status }) => status);
    expect(statuses).toEqual(['settled', 'cancelled']);
    const guards = await world.db.recipients.find({ suppressed: true }).lean();
    expect(guards.map(({ suppression }) => suppression)).toContain((await world.db.suppressions.findOne().lean())?._id);
  });

  it('cannot be added again, nor restarted', async () => {
    const contact = aNewContact('Vera@Example.com');
    const added = await world.command({ type: 'addContact', contact });
    expect(added).toMatchObject({ status: 'refused' });
    const [vera] = await world.db.contacts.find({ addresses: 'vera@example.com' }).lean();
    const restarted = await world.command({ type: 'restartContact', contactId: vera?._id ?? '' });
    expect(restarted.because).toContain('never to write again');
  });
});

describe('a contact who asks us to come back', () => {
  it('is reminded on the day, when the clock says so', async () => {
    const gleb = await world.addContact('gleb@example.com');
    await world.deliverTo(gleb);
    await world.writes('gleb@example.com', 'Напишите через две недели');
    await world.deliverTo(gleb);
    await world.settledIn(gleb, 'postponed');
    await world.moveClockBy(20);
    const reminder = await world.deliverTo(gleb);
    expect(reminder.letters).toEqual(['reminder']);
    await world.settledIn(gleb, 'awaiting-reply');
  });
});

describe('a contact who points to a colleague', () => {
  it('is left alone, and the colleague hears who pointed us there', async () => {
    const dina = await world.addContact('dina@example.com');
    await world.deliverTo(dina);
    await world.writes('dina@example.com', 'Это не ко мне, напишите коллеге: egor@example.com');
    await world.settledIn(dina, 'redirected');
    const [egor] = await world.db.contacts.find({ addresses: 'egor@example.com' }).lean();
    if (!egor) throw new Error('no colleague');
    const opening = await world.deliverTo(egor);
    expect(opening.letters).toEqual(['referral-opening']);
    expect(opening.text).toContain('Анна');
  });
});

describe('a contact who says stop and points to an address the stop covers', () => {
  it.each([
    ['olga@example.com', 'Больше не пишите на этот адрес, пишите на olga+sales@example.com'],
    ['pavel+x@example.com', 'Please stop writing to me here, write to pavel@example.com instead'],
  ])('is stopped, and nobody is written to: %s', async (address, text) => {
    const contact = await world.addContact(address);
    await world.deliverTo(contact);
    await world.settledIn(contact, 'awaiting-reply');
    await world.writes(address, text);
    await world.settledIn(contact, 'stopped');
    expect(await world.db.contacts.countDocuments({ referredBy: contact._id })).toBe(0);
  });
});

describe('a colleague who is named in two spellings', () => {
  it('is written to once', async () => {
    const rita = await world.addContact('rita@example.com');
    await world.deliverTo(rita);
    await world.settledIn(rita, 'awaiting-reply');
    await world.writes('rita@example.com', 'Напишите коллеге: oleg@почта.рф (или oleg@xn--80a1acny.xn--p1ai)');
    await world.settledIn(rita, 'redirected');
    expect(await world.db.contacts.countDocuments({ referredBy: rita._id })).toBe(1);
  });
});

describe('a conversation that is begun anew', () => {
  it('twice at the same instant is begun anew once', async () => {
    const sonya = await world.addContact('sonya@example.com');
    await world.deliverTo(sonya);
    await world.settledIn(sonya, 'awaiting-reply');
    const ends = await Promise.all([
      world.command({ type: 'restartContact', contactId: sonya._id }),
      world.command({ type: 'restartContact', contactId: sonya._id }),
    ]);
    expect(ends.map(({ status }) => status)).toContain('done');
    const open = await world.db.conversations.countDocuments({ contactId: sonya._id, closed: false });
    expect(open).toBe(1);
  });

  it('while a letter is on its way leaves nothing that waits for ever', async () => {
    const tanya = await world.addContact('tanya@example.com');
    const before = await world.conversationOf(tanya);
    const { letter, finish } = await world.beginToDeliver(tanya);
    await world.command({ type: 'restartContact', contactId: tanya._id });
    await finish();
    await eventually('the settlement to be taken off', async () =>
      world.db.outbox.findOne({ _id: letter._id, status: 'settled', unhandledFor: { $exists: false } }).lean(),
    );
    expect((await world.conversationOf(tanya))._id).not.toBe(before._id);
  });

  it('while a letter is put off does not send that letter too', async () => {
    const ulya = await world.addContact('ulya@example.com');
    const later = {
      outcome: 'retry',
      code: 450,
      phase: 'rcpt',
      said: 'later',
      rejectedFor: null,
      retryInMs: 0,
    } as const;
    const { letter, finish } = await world.beginToDeliver(ulya, later);
    await world.command({ type: 'restartContact', contactId: ulya._id });
    await finish();
    expect(await world.db.outbox.findById(letter._id).lean()).toMatchObject({ status: 'cancelled' });
  });
});

describe('an address nobody should be written to at', () => {
  it.each(['sales@seller.test', 'no-reply@example.com'])('is refused as a contact: %s', async (address) => {
    const contact = aNewContact(address);
    expect(await world.command({ type: 'addContact', contact })).toMatchObject({ status: 'refused' });
  });
});

describe('a stranger in a known thread', () => {
  it('who says stop is suppressed, and so is the contact', async () => {
    const fedor = await world.addContact('fedor@example.com');
    const opening = await world.deliverTo(fedor);
    await world.settledIn(fedor, 'awaiting-reply');
    await world.writes('boss@example.com', 'Стоп. Больше не пишите нам.', { threadIds: [opening.messageId] });
    await world.settledIn(fedor, 'stopped');
    const boss = aNewContact('boss@example.com');
    expect(await world.command({ type: 'addContact', contact: boss })).toMatchObject({ status: 'refused' });
  });

  it('who asks for something leaves the conversation to a person', async () => {
    const galya = await world.addContact('galya@example.com');
    const opening = await world.deliverTo(galya);
    await world.settledIn(galya, 'awaiting-reply');
    await world.writes('assistant@example.com', 'Пришлите презентацию', { threadIds: [opening.messageId] });
    await world.settledIn(galya, 'handed-over');
    expect(await world.lettersOf(galya)).toHaveLength(1);
  });
});

describe('one mail', () => {
  it('in two of our mailboxes is one turn', async () => {
    const ilya = await world.addContact('ilya@example.com');
    await world.deliverTo(ilya);
    await world.settledIn(ilya, 'awaiting-reply');
    await world.writes('ilya@example.com', 'Пришлите презентацию', { externalId: 'same', _id: 'email:one:same' });
    await world.deliverTo(ilya);
    await world.writes('ilya@example.com', 'Пришлите презентацию', { externalId: 'same', _id: 'email:two:same' });
    await world.settledIn(ilya, 'awaiting-reply');
    const wrote = (await world.turnsOf(ilya)).filter(({ event }) => event.type === 'contactWrote');
    expect(wrote).toHaveLength(1);
    expect(await world.lettersOf(ilya)).toHaveLength(2);
  });

  it('that matches nothing is kept, and answered by nobody', async () => {
    const lost = await world.writes('nobody@nowhere.test', 'Добрый день!');
    await eventually('the message to be looked at', async () =>
      world.db.messages.findOne({ _id: lost._id, state: 'unmatched' }).lean(),
    );
    expect(await world.db.outbox.countDocuments({ to: 'nobody@nowhere.test' })).toBe(0);
  });
});

describe('a burst of messages', () => {
  it('is taken in the order of its times and gets one answer', async () => {
    const kira = await world.addContact('kira@example.com');
    await world.deliverTo(kira);
    await world.settledIn(kira, 'awaiting-reply');
    const at = world.now();
    const texts = ['Спасибо, получил', 'С какими площадками вы работаете?', 'И пришлите презентацию'];
    await Promise.all(texts.map((text, order) => world.writes('kira@example.com', text, { storedAt: at, order })));
    await world.settledIn(kira, 'answering');
    const queued = (await world.lettersOf(kira)).filter(({ status }) => status === 'queued');
    expect(queued).toHaveLength(1);
    expect(queued[0]?.letters).toEqual(expect.arrayContaining(['answer', 'presentation']));
  });
});

describe('the operator', () => {
  it('answers what was not understood, in the same thread, and the agent waits again', async () => {
    const lev = await world.addContact('lev@example.com');
    const opening = await world.deliverTo(lev);
    await world.settledIn(lev, 'awaiting-reply');
    const odd = await world.writes('lev@example.com', 'Кхм', { threadIds: [opening.messageId] });
    await world.settledIn(lev, 'handed-over');
    expect(
      await world.command({ type: 'replyToContact', contactId: lev._id, text: 'Добрый день, это Иван.' }),
    ).toMatchObject({ status: 'done' });
    const reply = await world.deliverTo(lev);
    expect(reply).toMatchObject({
      letters: ['operator-reply'],
      text: 'Добрый день, это Иван.',
      inReplyTo: odd.messageId,
    });
  });

  it('is told why a command has no meaning', async () => {
    const maya = await world.addContact('maya@example.com');
    const refused = await world.command({ type: 'releaseContact', contactId: maya._id });
    expect(refused.status).toBe('refused');
    expect(refused.because).toContain('there is nothing to release');
  });
});
