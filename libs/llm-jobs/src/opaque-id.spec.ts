import { opaqueId } from './opaque-id';

describe('an id that a GPU host sees', () => {
  it('is the same for the same id, and holds nothing of it', () => {
    const id = 'c-1:<7@anna.firm.example> 0123:0';
    expect(opaqueId(id)).toBe(opaqueId(id));
    expect(opaqueId(id)).not.toBe(opaqueId(`${id}1`));
    expect(opaqueId(id)).toMatch(/^[0-9a-f]{64}$/);
  });
});
