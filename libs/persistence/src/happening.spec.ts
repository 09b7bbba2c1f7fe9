import { happening } from './happening';

describe('what the stores tell of', () => {
  it('reaches everybody who listens, until they stop', () => {
    const told = happening<number>('spec');
    const heard: number[] = [];
    told.tell(1);
    const stop = told.hear((what) => heard.push(what));
    told.tell(2);
    stop();
    told.tell(3);
    expect(heard).toEqual([2]);
  });
});
