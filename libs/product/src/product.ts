import type { CheckName } from '@app/domain/account-check';
import type { Language } from '@app/domain/language';
import type { TemplatedLetter } from '@app/domain/letter';

/** Everything the agent needs to sell one product: loaded from a folder, stored in MongoDB, read by the brain. */
export interface Product {
  /** Kebab-case, as `product.yaml` says it. */
  readonly id: string;
  /** Hex SHA-256 of the whole folder: another revision is another product to a replay. */
  readonly revision: string;
  readonly settings: ProductSettings;
  readonly templates: Readonly<Record<Language, ProductTemplates>>;
  readonly knowledge: readonly Passage[];
  readonly files: readonly ProductFile[];
}

export interface ProductSettings {
  readonly name: Readonly<Record<Language, string>>;
  /** Who signs the letters. */
  readonly sender: {
    readonly name: Readonly<Record<Language, string>>;
    readonly company: Readonly<Record<Language, string>>;
  };
  /** IANA name; the time zone of a contact that has none of its own. */
  readonly timeZone: string;
  /** Working time of a day, `HH:MM` in the contact's time zone; reminders leave at its start. */
  readonly workingHours: { readonly from: string; readonly to: string };
  readonly holidays: {
    /** ISO 3166-1 country whose public holidays nobody works on, with or without a region (`DE`, `DE-BY`); '' for none. */
    readonly country: string;
    /** More days nobody works on, `YYYY-MM-DD`. */
    readonly closed: readonly string[];
  };
  /** Days of silence after which an offer counts as ignored. */
  readonly offerIgnoredAfterDays: number;
  /** How many follow-ups are written into silence before the offer counts as ignored, each after as many days. */
  readonly followUps: number;
  /** Days to wait when a contact asks for later and names no day. */
  readonly postponeByDefaultDays: number;
  readonly demo: {
    readonly way: 'access' | 'slot';
    /** Where the demo is: the trial for `access`, the meeting for `slot`. */
    readonly link: string;
    /** For `access`. */
    readonly login: string;
    /** For `access`: a template with `{random}` in it, or the name of a file in `files/` with one code a line. */
    readonly codes: string;
    /** For `access`: working days after which the trial is asked about. A slot is followed up the next working day. */
    readonly followUpAfterDays: number;
    readonly slot: {
      readonly lengthMinutes: number;
      /** Kept free after each slot. */
      readonly bufferMinutes: number;
      /** The earliest slot begins this long from now. */
      readonly noticeHours: number;
      /** The latest slot begins this many days from now. */
      readonly withinDays: number;
    };
  };
  /** The name of the file to send, for each language. */
  readonly presentation: Readonly<Record<Language, string>>;
  /** Whether a stop is confirmed by one last letter. */
  readonly stopConfirmed: boolean;
  /** Whether a contact who says stop and names a colleague in the same breath is thanked; any other one always is. */
  readonly redirectThanks: boolean;
  /** Whether one contact's stop stops the whole company: every contact of the same domain, later ones too. */
  readonly stopCompany: boolean;
  /** `approve`: drafts wait for the operator. */
  readonly approval: 'autopilot' | 'approve';
  /** Whether a substitute whom an absence names is written to; otherwise the operator is told of each. */
  readonly followSubstitutes: boolean;
  /** The most answers to one contact within an hour; with one more a person gets the conversation. */
  readonly answersPerHour: number;
  /** What `account check` must have found right before a first letter leaves from an account. */
  readonly requiredChecks: readonly CheckName[];
  /** A reading that is less sure than this is handed to a person, 0 to 1. */
  readonly handOverBelow: number;
  /** The language model that is asked where the offline engine is not sure, and may draft letters. */
  readonly model: {
    /** As its hosts know it; '' for none: nobody is ever asked. */
    readonly name: string;
    /** How long it is waited for; then the offline reading counts if it is sure enough, else a person goes on. */
    readonly answerWithinSeconds: { readonly mail: number; readonly chat: number };
    /** When more jobs than this wait already, nobody waits behind them. */
    readonly queueLimit: number;
    /** What it may draft, besides reading. */
    readonly writes: { readonly answers: boolean; readonly openings: boolean };
  };
  /** The most letters a day that we write first; spread over the working hours. */
  readonly caps: { readonly accountPerDay: number; readonly domainPerDay: number };
  readonly consent: {
    /** Whether a contact without source and ground is refused. */
    readonly required: boolean;
    /** Whether the first letter says where the address came from and on what ground we write. */
    readonly shown: boolean;
  };
  /** Who is told of what waits for a person; nobody when the address is ''. */
  readonly operator: { readonly address: string; readonly language: Language };
}

/** Handlebars sources. A mail is `frame` around one or more letters, so a letter has neither greeting nor signature. */
export interface ProductTemplates {
  readonly frame: string;
  readonly letters: Readonly<Record<TemplatedLetter, LetterTemplate>>;
}

export interface LetterTemplate {
  /** Only letters we write first can have a subject of their own; an answer keeps the thread's. */
  readonly subject?: string;
  readonly text: string;
}

/** One section of the product's knowledge, as the markdown has it. */
export interface Passage {
  /** `<path of the file>#<number of the section>`; unique in a product. */
  readonly id: string;
  readonly language: Language;
  readonly heading: string;
  readonly text: string;
}

export interface ProductFile {
  readonly name: string;
  readonly contentType: string;
  /** Hex SHA-256 of the content. */
  readonly sha256: string;
  readonly size: number;
}
