/** The refusal of a command that names nobody. */
export function noSuchContact(id: string): string {
  return `There is no contact ${id}; \`sales-agent contact list\` shows them all.`;
}
