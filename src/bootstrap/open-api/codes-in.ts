const CODE = /`([A-Z]+(?:_[A-Z]+)+)`/g;

/** The codes of problems that a description of refusals names, in backticks. */
export function codesIn(description: string): string[] {
  return [...description.matchAll(CODE)].map(([, code = '']) => code);
}
