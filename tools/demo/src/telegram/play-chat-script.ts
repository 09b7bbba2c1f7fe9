import type { DemoRequest } from '../demo-request';
import { playScript } from '../scripted/play-script';
import { ChatScene } from './chat-scene';
import { chatSteps } from './chat-steps';
import { startChat } from './emulated-chat';

/** Plays one whole conversation in a Telegram on this machine; 0 when every step went as it has to, else 1. */
export async function playChatScript(request: DemoRequest): Promise<number> {
  const chat = await startChat(request.language, request.closing);
  return playScript(request, {
    steps: chatSteps(request.language),
    stage: (...parts) => new ChatScene(chat, ...parts),
    telegram: chat.telegram,
  });
}
