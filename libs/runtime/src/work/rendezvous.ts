import { createHash } from 'node:crypto';

/** Which of the members a key belongs to, by highest random weight; moves 1/n of the keys when a member comes or goes. */
export function ownerOf(key: string, members: readonly string[]): string | undefined {
  let owner: string | undefined;
  let highest = -1;
  for (const member of members) {
    const weight = createHash('sha1').update(`${member}|${key}`).digest().readUInt32BE(0);
    if (weight > highest) [owner, highest] = [member, weight];
  }
  return owner;
}
