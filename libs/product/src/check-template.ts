import Handlebars from 'handlebars';
import { itemVariablesOf, type Presence } from './template-variables';

/** A stretch of a file that holds a template. */
export interface TemplateSource {
  readonly path: string;
  /** The line of the file on which the template begins, from 1. */
  readonly firstLine: number;
  readonly source: string;
}

/**
 * Everything that would go wrong when this template is rendered: syntax, a variable, helper or partial that does not
 * exist, a variable that may be absent outside `{{#if}}`. Each problem names file and line.
 */
export function checkTemplate(template: TemplateSource, variables: ReadonlyMap<string, Presence>): readonly string[] {
  const at = (line: number, problem: string) => `${template.path}:${template.firstLine + line - 1}: ${problem}`;
  const parsed = parse(template.source);
  if (parsed.type === 'unreadable') return [at(parsed.line, 'this is no valid Handlebars; correct the {{…}} here.')];
  return checkProgram(parsed.program, { variables, present: new Set(), parent: undefined, at });
}

interface Scope {
  readonly variables: ReadonlyMap<string, Presence>;
  /** The names an `{{#if}}` around this place has asked for. */
  readonly present: ReadonlySet<string>;
  /** What `../` leads to. */
  readonly parent: Scope | undefined;
  readonly at: (line: number, problem: string) => string;
}

type Parsed =
  | { readonly type: 'parsed'; readonly program: hbs.AST.Program }
  | { readonly type: 'unreadable'; readonly line: number };

function parse(source: string): Parsed {
  try {
    return { type: 'parsed', program: Handlebars.parse(source) };
  } catch (error) {
    return { type: 'unreadable', line: lineOf(error) };
  }
}

/** The parser states the line as a field for some errors, and for the others in its message only. */
function lineOf(error: unknown): number {
  if (!(error instanceof Error)) return 1;
  if ('lineNumber' in error && typeof error.lineNumber === 'number') return error.lineNumber;
  return Number(/ on line (\d+)/.exec(error.message)?.[1] ?? 1);
}

function checkProgram(program: hbs.AST.Program | undefined, scope: Scope): readonly string[] {
  return program?.body.flatMap((statement) => checkStatement(statement, scope)) ?? [];
}

function checkStatement(statement: hbs.AST.Statement, scope: Scope): readonly string[] {
  if (isText(statement)) return [];
  if (isMustache(statement)) return checkMustache(statement, scope);
  if (isBlock(statement)) return checkBlock(statement, scope);
  return [scope.at(statement.loc.start.line, 'partials and decorators do not exist here; write the text itself.')];
}

function checkMustache({ path, params, hash, loc }: hbs.AST.MustacheStatement, scope: Scope): readonly string[] {
  if (!isPath(path)) return [scope.at(loc.start.line, 'a value in {{…}} says nothing; write it without the braces.')];
  // The parser leaves the field out where nothing is named.
  const named = hash as hbs.AST.Hash | undefined;
  if (params.length > 0 || named !== undefined) return [unknownHelper(path, scope)];

  const name = nameOf(path);
  const presence = presenceOf(path, scope);
  if (presence === 'always' || (presence === 'sometimes' && ownerOf(path, scope)?.present.has(name))) return [];
  const line = path.loc.start.line;
  if (presence === undefined) return [unknownVariable(path, scope)];
  return presence === 'list'
    ? [scope.at(line, `{{${name}}} is a list; walk it with {{#each ${name}}}…{{/each}}.`)]
    : [scope.at(line, `{{${name}}} may be absent; put it inside {{#if ${name}}}…{{/if}}.`)];
}

function checkBlock(block: hbs.AST.BlockStatement, scope: Scope): readonly string[] {
  const [subject] = block.params;
  if (!isPath(block.path) || !BLOCK_HELPERS.has(block.path.original)) return [unknownHelper(block.path, scope)];
  if (block.params.length !== 1 || subject === undefined || !isPath(subject)) {
    return [
      scope.at(block.loc.start.line, `{{#${block.path.original}}} takes the name of one variable; write only that.`),
    ];
  }

  const line = block.loc.start.line;
  const names = [...namesOf(block.program), ...namesOf(block.inverse)];
  if (names.length > 0) return [scope.at(line, "{{#…}} gives no names of its own; remove 'as |…|'.")];
  // What `../` leads to from a list in a list depends on what stands in them.
  if (block.path.original === 'each' && scope.parent !== undefined) {
    return [scope.at(line, 'a list is not walked inside another; end that one before.')];
  }

  const presence = presenceOf(subject, scope);
  if (presence === undefined) return [unknownVariable(subject, scope)];
  const [inside, otherwise] = scopesOf(block.path.original, subject, scope);
  const problems = [...checkProgram(block.program, inside), ...checkProgram(block.inverse, otherwise)];
  return block.path.original === 'each' && presence !== 'list'
    ? [scope.at(line, `{{${nameOf(subject)}}} is no list; ask for it with {{#if}}.`), ...problems]
    : problems;
}

/** A block may lack its `{{else}}`, whatever the parser's types say, and a program its names. */
function namesOf(program: Partial<hbs.AST.Program> | undefined): readonly string[] {
  return program?.blockParams ?? [];
}

const BLOCK_HELPERS: ReadonlySet<string> = new Set(['if', 'unless', 'each']);

/** The scopes of a block and of its `{{else}}`. */
function scopesOf(helper: string, subject: hbs.AST.PathExpression, scope: Scope): readonly [Scope, Scope] {
  // Under `../` the name belongs to another scope than this one, so asking for it here proves nothing here.
  const asked = subject.depth === 0 ? { ...scope, present: new Set([...scope.present, nameOf(subject)]) } : scope;
  if (helper === 'each') {
    return [{ ...scope, variables: itemVariablesOf(nameOf(subject)), present: new Set(), parent: asked }, scope];
  }
  return helper === 'if' ? [asked, scope] : [scope, asked];
}

function presenceOf(path: hbs.AST.PathExpression, scope: Scope): Presence | undefined {
  return ownerOf(path, scope)?.variables.get(nameOf(path));
}

function ownerOf(path: hbs.AST.PathExpression, scope: Scope): Scope | undefined {
  let owner: Scope | undefined = scope;
  for (let depth = 0; depth < path.depth; depth++) owner = owner?.parent;
  return owner;
}

function nameOf(path: hbs.AST.PathExpression): string {
  return `${path.data ? '@' : ''}${path.parts.map(spelled).join('.')}`;
}

/** `[contact.name]` is one name with a dot in it, and no name of ours. */
function spelled(part: string): string {
  return /^\w+$/.test(part) ? part : `[${part}]`;
}

function unknownVariable(path: hbs.AST.PathExpression, scope: Scope): string {
  const known = [...(ownerOf(path, scope)?.variables.keys() ?? [])].join(', ');
  return scope.at(path.loc.start.line, `{{${path.original}}} does not exist here; use one of: ${known}.`);
}

function unknownHelper(path: hbs.AST.Node, scope: Scope): string {
  const name = isPath(path) ? path.original : path.type;
  return scope.at(
    path.loc.start.line,
    `the helper '${name}' does not exist; use only {{#if}}, {{#unless}} and {{#each}}.`,
  );
}

function isText(node: hbs.AST.Node): boolean {
  return node.type === 'ContentStatement' || node.type === 'CommentStatement';
}

function isMustache(node: hbs.AST.Node): node is hbs.AST.MustacheStatement {
  return node.type === 'MustacheStatement';
}

function isBlock(node: hbs.AST.Node): node is hbs.AST.BlockStatement {
  return node.type === 'BlockStatement';
}

function isPath(node: hbs.AST.Node): node is hbs.AST.PathExpression {
  return node.type === 'PathExpression';
}
