import { phrase } from '../phrase';
import { rule } from '../rule';

const MEETING_RU = 'встреч*|демо*|созвон*|звонок|звонк*|показ*|бронь|слот*|запись|презентаци*';
const MEETING_EN = 'meeting|demo|call|slot|appointment|booking|session|invite|invitation|presentation';

/** Ways to call a meeting off that name it. */
export const CANCEL_DEMO = [
  rule('cancel-ru', 0.92, [
    `(отмените|отменить|отменяйте|отменим|отменяем|отменяю|отмена|отмени|снимите|отзовите) ~ (${MEETING_RU})`,
    `(${MEETING_RU}) ~ (отмените|отменить|отменяйте|отменим|отменяем|отменяю|отменяется|отмена|отменилась|не состоится)`,
    `(отмените|отменяйте|отмена) (${MEETING_RU})`,
  ]),
  rule('cancel-en', 0.92, [
    `(cancel|cancelling|canceling|call off|scrap|drop) ~ (${MEETING_EN})`,
    `(${MEETING_EN}) ~ (cancelled|canceled|called off)`,
    `call (the|our|this) (${MEETING_EN}) off`,
  ]),
];

/** What says the same once a meeting is booked. */
export const CANCEL_IT = [
  rule('cancel-it-ru', 0.86, [
    '(отмените|отменить|отменяйте|отменим|отменяем|отменяю|отмена|отмени)',
    '(не смогу|не сможем|не получится|не получается|не выйдет|не приду|не придем|не буду|не успеваю|не успею)',
  ]),
  rule('cancel-it-en', 0.86, [
    '(cancel|call it off)',
    "(can't|cannot|can not|won't|will not|couldn't|unable to|not able to|not be able to) (make|attend|join|come|be there|do it|make it)",
  ]),
];

/** What asks for another time in place of the one booked. */
export const MOVE_IT = phrase(
  '(перенес*|перенос*|сдвин*|подвин*|переназнач*|reschedule|rearrange|move (it|this|the|our))',
);

/** What leads to the time a contact would rather have. */
export const INSTEAD = phrase(
  "(давайте|лучше|вместо|можно|удобно|instead|how about|what about|let's|rather|could we|can we)",
);
