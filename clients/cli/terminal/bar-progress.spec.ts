import { describe, expect, it } from '@jest/globals';

import { BarProgress } from './bar-progress.ts';

/** Understands what is written to it as far as this needs it: lines, the way up, and what is cleared. */
class FakeTerminal {
  rows = 24;
  lines: string[] = [];

  write(text: string): void {
    for (const part of text.match(/\u001b\[\?7[lh]|\u001b\[\d*[AJ]|\r|[^\u001b\r]+/g) ?? []) this.#obey(part);
  }

  #obey(part: string): void {
    const [, up] = /^\u001b\[(\d+)A$/.exec(part) ?? [];
    if (up !== undefined) this.lines.length -= Number(up);
    else if (!part.startsWith('\u001b') && part !== '\r') this.lines.push(...part.split('\n').slice(0, -1));
  }
}

describe('BarProgress', () => {
  it('shows one bar for each that is under way, and always the last state of it', () => {
    const terminal = new FakeTerminal();
    const progress = new BarProgress(terminal);
    const [first, second] = [progress.begin('a.jpg'), progress.begin('b.jpg')];
    first.update({ text: 'phase_1', progress: 0 });
    second.update({ text: 'phase_4', progress: 50 });
    first.update({ text: 'phase_2', progress: 100 });
    expect(terminal.lines).toEqual([
      '████████████████████████ 100 %  phase_2     a.jpg',
      '████████████░░░░░░░░░░░░  50 %  phase_4     b.jpg',
    ]);
    first.end();
    first.end();
    second.end();
    expect(terminal.lines).toEqual([]);
  });

  it('lines that stay are above the bars', () => {
    const terminal = new FakeTerminal();
    const progress = new BarProgress(terminal);
    progress.begin('a.jpg').update({ text: 'queued', progress: 0 });
    progress.hide();
    terminal.write('stays\n');
    progress.show();
    expect(terminal.lines).toEqual(['stays', `${'░'.repeat(24)}   0 %  queued      a.jpg`]);
  });

  it('draws no more bars than the terminal has room for', () => {
    const terminal = new FakeTerminal();
    terminal.rows = 3;
    const progress = new BarProgress(terminal);
    const rows = [1, 2, 3, 4].map((number) => progress.begin(`${number}.jpg`));
    for (const row of rows) row.update({ text: 'queued', progress: 0 });
    expect(terminal.lines).toHaveLength(2);
    rows[0]?.end();
    expect(terminal.lines[0]).toContain('2.jpg');
  });

  it('a name cannot command the terminal', () => {
    const terminal = new FakeTerminal();
    new BarProgress(terminal).begin('a\u001b[5A\n.jpg').update({ text: 'queued', progress: 0 });
    expect(terminal.lines).toEqual([`${'░'.repeat(24)}   0 %  queued      a[5A .jpg`]);
  });
});
