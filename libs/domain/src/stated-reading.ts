import type { ChatHappening } from './chat-facts';
import { choiceIn, type ChatChoice } from './chat-choice';
import type { Intent } from './intent';
import type { Reading } from './reading';

/** What a command, a button or a shared contact says: it means what words would mean, and leaves nothing to be read. */
export function statedReading(happening: ChatHappening): Reading | null {
  switch (happening.type) {
    case 'asked':
      return happening.command === 'stop' ? stating({ type: 'stop' }) : null;
    case 'pressed':
      return chosen(choiceIn(happening.action));
    case 'shared':
      return stating({ type: 'redirect', addresses: happening.names.map((name) => `@${name.toLowerCase()}`) });
    case 'wrote':
    case 'edited':
    case 'started':
    case 'blocked':
    case 'unblocked':
    case 'migrated':
      return null;
    default:
      return happening satisfies never;
  }
}

/** A button that is none of ours says nothing. */
function chosen(choice: ChatChoice | null): Reading {
  switch (choice?.type) {
    case 'stop':
    case 'presentation':
    case 'demo':
      return stating({ type: choice.type });
    case 'later':
      return stating({ type: 'postpone' });
    case 'slot': {
      const { startsAt } = choice;
      return stating({ type: 'demo', wish: { from: startsAt, to: new Date(startsAt.getTime() + 1) } });
    }
    case 'resume':
      return { ...stating({ type: 'acknowledged' }), consent: choice.agrees ? 'yes' : 'no' };
    case 'language':
    case undefined:
      return stating({ type: 'acknowledged' });
    default:
      return choice satisfies never;
  }
}

function stating(intent: Intent): Reading {
  return { intents: [intent], confidence: 1, engine: 'button', consent: null, language: null, evidence: [''] };
}
