// Everything that a source file reaches for, read from its syntax tree (TypeScript) or its text (CSS).
import { posix } from 'node:path';
import ts from 'typescript';

export interface Import {
  /** As written: './result.ts', 'lit/decorators.js', 'node:fs'. */
  readonly specifier: string;
  /** For a relative specifier: the path from the root, without a query; of a pattern, the part before its first star. */
  readonly path: string | undefined;
  /** Erased by the compiler: nothing of it is left when the program runs. */
  readonly typeOnly: boolean;
}

/** Every import of a file; an import() whose address is not plain text is reported as the specifier '?'. */
export function importsOf(file: string, text: string): readonly Import[] {
  const found: Import[] = [];
  const add = (specifier: string, typeOnly: boolean): void => {
    found.push({ specifier, path: pathOf(file, specifier), typeOnly });
  };
  if (file.endsWith('.css')) {
    for (const [, , specifier] of text.matchAll(/(@import\s*(?:url\()?|url\()\s*['"]([^'"]+)['"]/g))
      add(specifier!, false);
  } else {
    visit(parse(file, text), add);
  }
  return found;
}

export function parse(file: string, text: string): ts.SourceFile {
  return ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
}

function visit(node: ts.Node, add: (specifier: string, typeOnly: boolean) => void): void {
  if (ts.isImportDeclaration(node)) {
    // `import { type A } from` is no type import: the compiler keeps an empty import of it.
    add(textOf(node.moduleSpecifier), node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword);
  } else if (ts.isExportDeclaration(node) && node.moduleSpecifier) {
    add(textOf(node.moduleSpecifier), node.isTypeOnly);
  } else if (ts.isImportTypeNode(node)) {
    add(ts.isLiteralTypeNode(node.argument) ? textOf(node.argument.literal) : '?', true);
  } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
    add(textOf(node.arguments[0]), false);
  } else if (ts.isCallExpression(node) && node.expression.getText() === 'import.meta.glob') {
    const patterns = node.arguments[0];
    const list = patterns && ts.isArrayLiteralExpression(patterns) ? patterns.elements : [patterns];
    for (const pattern of list) add(textOf(pattern), false);
  } else if (ts.isNewExpression(node) && node.expression.getText() === 'URL') {
    if (node.arguments?.[1]?.getText() === 'import.meta.url') add(textOf(node.arguments[0]), false);
  }
  ts.forEachChild(node, (child) => {
    visit(child, add);
  });
}

function textOf(node: ts.Node | undefined): string {
  return node && ts.isStringLiteralLike(node) ? node.text : '?';
}

function pathOf(file: string, specifier: string): string | undefined {
  if (!specifier.startsWith('.')) return undefined;
  return posix.join(posix.dirname(file), specifier.replace(/[?#*{].*$/s, ''));
}

/** The package that a bare specifier belongs to; 'node' for all of Node's own modules. */
export function packageOf(specifier: string): string {
  if (specifier.startsWith('node:')) return 'node';
  const parts = specifier.split('/');
  return specifier.startsWith('@') ? parts.slice(0, 2).join('/') : parts[0]!;
}
