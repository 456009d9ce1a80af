import { signal } from '@preact/signals';

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

const STORAGE_KEY = 'iris-theme';

export const theme = signal<Theme>('system');

export function startTheme(): void {
  const stored = localStorage.getItem(STORAGE_KEY);
  show(THEMES.find((one) => one === stored) ?? 'system');
}

export function chooseTheme(chosen: Theme): void {
  localStorage.setItem(STORAGE_KEY, chosen);
  show(chosen);
}

function show(next: Theme): void {
  theme.value = next;
  document.documentElement.dataset.theme = next;
}
