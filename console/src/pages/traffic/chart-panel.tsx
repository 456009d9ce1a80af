import 'uplot/dist/uPlot.min.css';

import type { VNode } from 'preact';
import { useEffect, useId, useMemo, useRef, useState } from 'preact/hooks';
import type uPlot from 'uplot';

import { theme } from '../../components/theme.ts';
import { formatClock, language, orDash, type PlainKey, t } from '../../i18n/index.ts';
import { createChart } from './chart.ts';
import type { Measures } from './measures.ts';
import { MeasuresTable } from './measures-table.tsx';

interface ChartPanelProps extends Measures {
  readonly title: PlainKey;
}

/** A chart, what it says in words, and the same as a table. */
export function ChartPanel({ title, times, lines, format }: ChartPanelProps): VNode {
  const id = useId();
  const [hovered, setHovered] = useState<number>();
  const index = hovered ?? times.length - 1;
  const time = times[index];
  const label = t(title);
  // Not anew for each minute that is pointed at.
  const table = useMemo(
    () => <MeasuresTable title={label} times={times} lines={lines} format={format} />,
    [label, times, lines, format],
  );
  return (
    <section class="panel chart-panel" aria-labelledby={id}>
      <div class="panel-header">
        <h2 id={id}>{label}</h2>
        <p class="muted numeric">{time && formatClock(time)}</p>
      </div>
      <ul class="legend">
        {lines.map((line) => (
          <li key={line.label}>
            <span class="legend-mark" style={{ background: `var(${line.colour})` }} />
            {t(line.label)}
            <strong class="numeric">{orDash(line.values[index], format)}</strong>
          </li>
        ))}
      </ul>
      <Canvas times={times} lines={lines} format={format} label={label} onHover={setHovered} />
      <details class="chart-table">
        <summary>{t('traffic.asTable')}</summary>
        {table}
      </details>
    </section>
  );
}

interface CanvasProps extends Measures {
  readonly label: string;
  readonly onHover: (index: number | undefined) => void;
}

function Canvas({ times, lines, format, label, onHover }: CanvasProps): VNode {
  const element = useRef<HTMLDivElement>(null);
  const chart = useRef<uPlot>(undefined);
  const isDark = useDarkness();
  const draw = (): void => {
    const data = [times.map((time) => Date.parse(time) / 1000), ...lines.map(({ values }) => [...values])];
    chart.current?.setData(data as uPlot.AlignedData);
  };
  useEffect(() => {
    if (!element.current) return undefined;
    const made = createChart(element.current, { lines, format, onHover });
    chart.current = made;
    draw();
    const observer = new ResizeObserver(([entry]) => {
      if (entry) made.setSize({ width: entry.contentRect.width, height: made.height });
    });
    observer.observe(element.current);
    return () => {
      observer.disconnect();
      made.destroy();
    };
  }, [theme.value, isDark, language.value]);
  useEffect(draw, [times, lines]);
  return <div ref={element} class="chart" role="img" aria-label={t('traffic.chartOf', { title: label })} />;
}

function useDarkness(): boolean {
  const [isDark, setDark] = useState(() => matchMedia('(prefers-color-scheme: dark)').matches);
  useEffect(() => {
    const query = matchMedia('(prefers-color-scheme: dark)');
    const listen = ({ matches }: MediaQueryListEvent): void => setDark(matches);
    query.addEventListener('change', listen);
    return () => query.removeEventListener('change', listen);
  }, []);
  return isDark;
}
