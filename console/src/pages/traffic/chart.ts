import uPlot from 'uplot';

import { formatClock } from '../../i18n/index.ts';
import type { Line } from './measures.ts';

const HEIGHT = 200;
/** Otherwise a chart of single documents would have an axis of fractions. */
const LOWEST_TOP = 4;
const WINDOW_SECONDS = 3_600;
const AXIS_WIDTH = 56;
const AXIS_HEIGHT = 28;

interface ChartOptions {
  readonly lines: readonly Line[];
  readonly format: (value: number) => string;
  /** The index of the minute under the pointer. */
  readonly onHover: (index: number | undefined) => void;
}

/** Colours are those of the page at this moment: another appearance needs another chart. */
export function createChart(element: HTMLElement, options: ChartOptions): uPlot {
  const colourOf = (property: string): string => resolveColour(element, property);
  return new uPlot(
    {
      width: element.clientWidth,
      height: HEIGHT,
      padding: [12, 8, 0, 0],
      legend: { show: false },
      cursor: { drag: { setScale: false }, y: false, points: { size: 7 } },
      hooks: { setCursor: [tellOf(options)] },
      scales: { x: { range: lastHour }, y: { range: fromZero } },
      axes: toAxes(element, options, colourOf),
      series: [{}, ...options.lines.map((line, index) => toSeries(line, colourOf(line.colour), index === 0))],
    },
    [[]],
    element,
  );
}

function tellOf({ onHover }: ChartOptions): (chart: uPlot) => void {
  return ({ cursor }) => {
    onHover(cursor.idx ?? undefined);
  };
}

function toAxes(
  element: HTMLElement,
  { format }: ChartOptions,
  colourOf: (property: string) => string,
): uPlot.Axis[] {
  const font = `12px ${getComputedStyle(element).fontFamily}`;
  const axis = { stroke: colourOf('--text-muted'), font, ticks: { show: false } };
  const grid = { stroke: colourOf('--line'), width: 1 };
  return [
    {
      ...axis,
      grid: { show: false },
      values: (_, times) => times.map(toClock),
      space: 90,
      size: AXIS_HEIGHT,
    },
    { ...axis, grid, values: (_, ticks) => ticks.map(format), space: 36, size: AXIS_WIDTH },
  ];
}

function toSeries({ label }: Line, colour: string, isFirst: boolean): uPlot.Series {
  const fill = isFirst ? { fill: `color-mix(in srgb, ${colour} 12%, transparent)` } : {};
  return { label, stroke: colour, width: 2, points: { show: lonely }, spanGaps: false, ...fill };
}

/** A line needs two points; one alone would not be seen. */
function lonely(chart: uPlot, series: number, from: number, to: number): boolean {
  const values = chart.data[series]?.slice(from, to + 1) ?? [];
  return values.filter((value) => value != null).length < 3;
}

function lastHour(_: uPlot, __: number, newest: number): [number, number] {
  return [newest - WINDOW_SECONDS, newest];
}

function fromZero(_: uPlot, __: number, highest: number): [number, number] {
  return [0, Math.max(highest * 1.1, LOWEST_TOP)];
}

function toClock(seconds: number): string {
  return formatClock(seconds * 1000);
}

/** A canvas knows neither custom properties nor light-dark(). */
function resolveColour(element: HTMLElement, property: string): string {
  const before = element.style.color;
  element.style.color = `var(${property})`;
  const { color } = getComputedStyle(element);
  element.style.color = before;
  return color;
}
