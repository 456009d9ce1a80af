import { describe, expect, it } from '@jest/globals';

import { Slots } from './slots.ts';

const never = new AbortController().signal;

describe('Slots', () => {
  it('lets the next one in when a place is given back, in their order', async () => {
    const slots = new Slots(1);
    const order: number[] = [];
    const give = await slots.take(never);
    const second = slots.take(never).then((giveBack) => {
      order.push(2);
      giveBack();
    });
    const third = slots.take(never).then(() => order.push(3));
    expect(order).toEqual([]);
    give();
    await Promise.all([second, third]);
    expect(order).toEqual([2, 3]);
  });

  it('who waits no more takes no place', async () => {
    const slots = new Slots(1);
    const give = await slots.take(never);
    const abort = new AbortController();
    const given = slots.take(abort.signal);
    abort.abort(new Error('enough'));
    await expect(given).rejects.toThrow('enough');
    give();
    await expect(slots.take(never)).resolves.toBeInstanceOf(Function);
  });

  it('who was gone before takes no place', async () => {
    const slots = new Slots(1);
    const give = await slots.take(never);
    const given = slots.take(AbortSignal.abort(new Error('gone')));
    await expect(given).rejects.toThrow('gone');
    give();
    await expect(slots.take(never)).resolves.toBeInstanceOf(Function);
  });
});
