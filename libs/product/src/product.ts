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
  /** Days of silence after which an offer counts as ignored. */
  readonly offerIgnoredAfterDays: number;
  /** Days to wait when a contact asks for later and names no day. */
  readonly postponeByDefaultDays: number;
  readonly demo: {
    readonly link: string;
    readonly login: string;
    readonly password: string;
    readonly followUpAfterDays: number;
  };
  /** The name of the file to send, for each language. */
  readonly presentation: Readonly<Record<Language, string>>;
  /** Whether a stop is confirmed by one last letter. */
  readonly stopConfirmed: boolean;
  /** Whether a contact who points to a colleague is thanked. */
  readonly redirectThanks: boolean;
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
