import { describe, expect, it } from '@jest/globals';

import { RetryBudget } from './retry-budget.js';

function spendAll(budget: RetryBudget): number {
  let spent = 0;
  while (budget.spend()) spent += 1;
  return spent;
}

describe('RetryBudget', () => {
  it('begins with enough for a lone client', () => {
    expect(spendAll(new RetryBudget())).toBe(20);
  });

  it('grows by a fifth of the requests', () => {
    const budget = new RetryBudget();
    spendAll(budget);
    for (let request = 0; request < 51; request += 1) budget.countRequest();
    expect(spendAll(budget)).toBe(10);
  });

  it('saves no more than its reserve', () => {
    const budget = new RetryBudget();
    for (let request = 0; request < 10_000; request += 1) budget.countRequest();
    expect(spendAll(budget)).toBe(20);
  });
});
