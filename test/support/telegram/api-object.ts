/** An object of the Bot API as it travels in JSON. */
export type ApiObject = Readonly<Record<string, unknown>>;
