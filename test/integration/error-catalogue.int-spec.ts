import { globSync, readFileSync } from 'node:fs';

import { describe, expect, it } from '@jest/globals';
import ts from 'typescript';

import { errorCodes, errorInfo } from '../../src/error-pages/index.js';

/** What a class of errors says of itself, in its source. */
interface Declaration {
  readonly file: string;
  readonly code: string;
  readonly title: string;
  readonly statuses: readonly number[];
}

const declarations = globSync('src/**/*.ts')
  .filter((file) => !file.endsWith('.spec.ts'))
  .flatMap(declaredIn);

function declaredIn(file: string): Declaration[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  return source.statements.filter(ts.isClassDeclaration).flatMap((declared) => {
    const code = valueOf(declared, 'code');
    const title = valueOf(declared, 'title');
    if (code === undefined || title === undefined) return [];
    return [{ file, code: unquoted(code), title: unquoted(title), statuses: statusesOf(declared) }];
  });
}

function propertyText(declared: ts.ClassDeclaration, name: string): string | undefined {
  const property = declared.members
    .filter(ts.isPropertyDeclaration)
    .find((each) => each.name.getText() === name);
  return property?.initializer?.getText() ?? property?.type?.getText();
}

/** Undefined: it is for subclasses to say, or no property at all. */
function valueOf(declared: ts.ClassDeclaration, name: string): string | undefined {
  const text = propertyText(declared, name);
  return text?.startsWith("'") ? text : undefined;
}

/** The value, the type of the property, or the type of the parameter that it is set by. */
function statusesOf(declared: ts.ClassDeclaration): number[] {
  const parameters = declared.members
    .filter(ts.isConstructorDeclaration)
    .flatMap((each) => [...each.parameters]);
  const parameter = parameters.find((each) => each.name.getText() === 'status');
  const text = propertyText(declared, 'status') ?? parameter?.type?.getText() ?? '';
  return [...text.matchAll(/\d{3}/g)].map(Number);
}

function unquoted(text: string): string {
  return text.slice(1, -1);
}

describe('the catalogue of errors', () => {
  it('finds the classes of errors', () => {
    expect(declarations.length).toBeGreaterThan(70);
    expect(declarations.map(({ code }) => code)).toContain('JOB_NOT_FOUND');
  });

  it('has every code that is declared anywhere, and no other', () => {
    expect(errorCodes().sort()).toEqual(declarations.map(({ code }) => code).sort());
  });

  it.each(declarations)(
    '$code › says the status and the title that $file says',
    ({ code, title, statuses }) => {
      expect(errorInfo(code)).toMatchObject({ title, statuses });
    },
  );
});
