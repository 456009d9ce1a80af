import { describe, expect, it } from '@jest/globals';

import { RecentMap } from './recent-map.js';

describe('RecentMap', () => {
  it('keeps what is used within its bound', () => {
    const map = new RecentMap<string, number>(4);
    map.set('used', 1);
    for (let i = 0; i < 20; i += 1) {
      map.set(`other ${i}`, i);
      expect(map.get('used')).toBe(1);
      expect(map.size).toBeLessThanOrEqual(4);
    }
    expect(map.get('other 0')).toBeUndefined();
    expect(map.get('other 19')).toBe(19);
  });

  it('never answers an older value than the last one', () => {
    const map = new RecentMap<string, number>(4);
    map.set('a', 1);
    map.set('b', 1);
    map.set('c', 1);
    map.set('a', 2);
    expect(map.get('a')).toBe(2);
    for (const key of ['d', 'e', 'f', 'g']) map.set(key, 1);
    expect(map.get('a')).toBeUndefined();
  });

  it('deletes what is unwanted, in both generations', () => {
    const map = new RecentMap<string, number>(4);
    for (const key of ['a', 'b', 'c']) map.set(key, key === 'b' ? 2 : 1);
    map.deleteWhere((value) => value === 1);
    expect(['a', 'b', 'c'].map((key) => map.get(key))).toEqual([undefined, 2, undefined]);
  });
});
