import { basename } from 'node:path';
import type { Language } from '@app/domain/language';
import { addContact } from '../add-contact';
import { CONTACT } from '../cast';
import type { DemoRequest } from '../demo-request';
import { Hands } from '../hands';
import { openingTime } from '../installation/demo-clock';
import type { TelegramAccess } from '../installation/service-environment';
import { startInstallation, type Installation } from '../installation/start-installation';
import { temporaryFolder } from '../installation/temporary-folder';
import { entriesFrom } from '../live/entries';
import { ProgressReader } from '../progress-reader';
import { wrap } from '../text/wrap';
import { ChatDemo, type ChatPart } from './chat-demo';
import { chatIntroInWords } from './chat-intro';
import { startChat, USERNAME, type EmulatedChat } from './emulated-chat';
import { giveLink } from './give-link';

/** Lets the person play the contact in a chat until they end it; in the real Telegram where the environment holds a token. */
export async function playChatLive(request: DemoRequest, environment: NodeJS.ProcessEnv): Promise<number> {
  const folder = await temporaryFolder(request);
  try {
    const real = realTelegram(environment);
    if (real) await play(request, folder.path, real, null);
    else {
      const chat = await startChat(request.language, request.closing);
      await play(request, folder.path, chat.telegram, chat);
    }
  } catch (error) {
    folder.keep();
    throw error;
  }
  if (request.ending.reason?.type !== 'broken') return 0;
  folder.keep();
  throw new Error(request.ending.reason.sentence);
}

function realTelegram({ TELEGRAM_BOT_TOKEN: token, TELEGRAM_API_ROOT: apiRoot }: NodeJS.ProcessEnv) {
  return token ? { token, apiRoot: apiRoot || 'https://api.telegram.org' } : null;
}

async function play(
  request: DemoRequest,
  folder: string,
  telegram: TelegramAccess,
  chat: EmulatedChat | null,
): Promise<void> {
  const { language, screen, ending } = request;
  const installation = await startInstallation({
    ...request,
    telegram,
    folder,
    databaseName: basename(folder),
    modelWrites: true,
    beginAt: (now, { timeZone }) => openingTime(now, timeZone),
    whileDoing: (what) => {
      screen.whileDoing(what);
    },
  });
  const hands = new Hands(installation, language);
  const part = { ...(await addChatContact(installation, hands, language)), chat };
  screen.print(wrap(chatIntroInWords(language, part.link, chat !== null), screen.width).join('\n'));

  const demo = new ChatDemo(installation, hands, new ProgressReader(installation), screen, part);
  if (chat === null) void demo.follow(ending.signal).catch((error: unknown) => ending.because(broken(error)));
  else await demo.tellProgress();
  for await (const entry of entriesFrom(request, () => demo.prompt)) {
    if ((await demo.take(entry)) === 'quit') return;
  }
}

async function addChatContact(
  installation: Installation,
  hands: Hands,
  language: Language,
): Promise<Omit<ChatPart, 'chat'>> {
  const { name, company } = CONTACT[language];
  const order = addContact({ name, company, address: `@${USERNAME}`, language });
  const { status, because } = await hands.command(order);
  if (status === 'refused') throw new Error(because ?? 'The contact was refused.');
  const { id: contactId, address } = order.contact;
  return { contactId, address, link: await giveLink(contactId, installation) };
}

function broken(error: unknown) {
  return { type: 'broken', sentence: String(error) } as const;
}
