import { phrase } from './phrase';

const REMOVE = phrase(
  [
    '(удалите|удалить|удалит|исключите|исключить|уберите|убрать|вычеркните|вычеркнуть|отпишите|отписать|снимите|выпишите|заблокируйте)',
    '(remove|delete|erase|unsubscribe|strike|scrub|opt out|take off)',
    '(take|leave|keep|drop) ~ (off|out|from)',
  ].join('|'),
);
const CLAUSE_ENDS = /[()]|[.!?;:\n](?=\s|$)|,|(?<!\p{L})(?:а|и|но|and|but)(?!\p{L})/gu;

/** Whether a clause asks to strike the address in it off a list: "delete bob@firm.example from your list". */
export function isToBeRemoved(
  plain: string,
  { index, length }: { readonly index: number; readonly length: number },
): boolean {
  const before = plain.slice(0, index).split(CLAUSE_ENDS).at(-1) ?? '';
  const [after = ''] = plain.slice(index + length).split(CLAUSE_ENDS);
  return REMOVE.test(`${before} . ${after}`);
}
