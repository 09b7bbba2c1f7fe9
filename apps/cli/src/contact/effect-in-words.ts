import type { AskModel, Effect, Lift, Suppress } from '@app/domain/effect';
import { timerInWords } from './timer-in-words';

/** What the agent did, in the operator's words. `moment` says when, as its reader lives. */
export function effectInWords(effect: Effect, moment: (at: Date) => string): string {
  switch (effect.type) {
    case 'sendMessage':
      return `writes ${effect.letters.join(' + ')}`;
    case 'understandMessage':
      return 'reads it';
    case 'askModel':
      return askedInWords(effect);
    case 'stopAsking':
      return 'waits for the model no more';
    case 'believeOffline':
      return 'goes by its own reading';
    case 'holdMessages':
      return 'holds all letters, for this may be a stop';
    case 'releaseMessages':
      return 'lets the letters go';
    case 'withdrawMessage':
      return 'takes the letter under way back';
    case 'repeatMessage':
      return 'hands the same letter over once more';
    case 'scheduleTimer':
      return `${timerInWords(effect.timer)} on ${moment(effect.dueAt)}`;
    case 'cancelTimers':
      return 'forgets its other dates';
    case 'cancelMessages':
      return 'cancels what had not left';
    case 'suppress':
      return suppressionInWords(effect);
    case 'giveUpAddress':
      return `never writes to ${effect.address ?? 'this address'} again, for letters come back`;
    case 'lift':
      return liftInWords(effect);
    case 'openConversation':
      return `writes to ${effect.address}`;
    case 'bookSlot': {
      const verb = effect.slot.sequence === 0 ? 'books' : 'moves the demo to';
      return `${verb} ${moment(effect.slot.startsAt)}`;
    }
    case 'releaseSlot':
      return 'gives the booked time back';
    case 'giveAccessCode':
      return `gives the access code ${effect.code}`;
    case 'changeLanguage':
      return `goes on in ${effect.language}`;
    case 'approveDraft':
      return effect.text === undefined ? 'lets the draft go' : 'lets the draft go in those words';
    case 'tellOperator':
      return `tells you: ${effect.because}`;
  }
}

function askedInWords({ request, complaint }: AskModel): string {
  const again = complaint === undefined ? '' : ' once more';
  return request.kind === 'understand' ? `asks the model what it says${again}` : `has the model draft a letter${again}`;
}

function suppressionInWords({ because, company }: Suppress): string {
  const whom = company ? ' to anybody of the company' : '';
  switch (because) {
    case 'contact-asked':
      return `never writes${whom} again, as asked`;
    case 'unsubscribed':
      return `never writes${whom} again, as the contact unsubscribed`;
    case 'company-asked':
      return `never writes${whom} again, as a colleague asked`;
    case 'operator-asked':
      return `never writes${whom} again`;
  }
}

function liftInWords({ because }: Lift): string {
  switch (because) {
    case 'contact-agreed':
      return 'may write again, as agreed';
    case 'contact-wrote':
      return 'may write again, for the contact did';
    case 'operator-asked':
      return 'may write again';
  }
}
