// Checks the types of the page, the client, their tests and the example, and those of messages by the golden files, and makes the client's
// declarations.
// deno run … declarations.mjs MODULE OUT: the module's folder; where to write the declarations.
import { createRequire } from 'node:module';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import process from 'node:process';

const [module, out] = process.argv.slice(2).map((path) => resolve(path));
const installed = `${module}/target/web/node_modules`;
const web = `${module}/src/main/web`;
const example = resolve(module, '../docs/examples/client/typescript');
const ts = createRequire(`${installed}/`)('typescript');

const { config } = ts.readConfigFile(`${web}/tsconfig.json`, ts.sys.readFile);
const { options } = ts.convertCompilerOptionsFromJson({ ...config.compilerOptions, noEmit: false, stripInternal: true }, web);
const sources = [web, `${module}/src/test/web`, example].flatMap((folder) =>
  readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `${folder}/${name}`),
);

/** Each golden file as a constant of the type it should have, so that a member which the type does not know is an error. */
const golden = resolve(module, '../infra/contracts/src/test/resources/golden');
const goldens = `${web}/goldens.ts`;
const types = { frame: 'ServerFrame', decision: 'Decision', client: 'ClientFrame', event: 'LotEvent' };
const constants = readdirSync(golden)
  .map((name) => [name, types[name.split('-')[0]]])
  .filter(([, type]) => type)
  .map(([name, type]) => `export const ${name.replace(/\W/g, '_')}: ${type} = ${readFileSync(`${golden}/${name}`, 'utf8')};\n`);
const text = `import type { ClientFrame, Decision, LotEvent, ServerFrame } from './client/protocol';\n${constants.join('')}`;
const host = ts.createCompilerHost(options);
const { fileExists, readFile } = host;
host.fileExists = (name) => name === goldens || fileExists(name);
host.readFile = (name) => (name === goldens ? text : readFile(name));

const checked = {
  ...options,
  declaration: true,
  emitDeclarationOnly: true,
  outDir: '/declared',
  rootDirs: [example, `${web}/public`],
  paths: { '*': [`${installed}/*`] },
};
// The client first, so that its declarations are in an order of their own, whatever the page imports.
const program = ts.createProgram([`${web}/client/index.ts`, ...sources, goldens], checked, host);

const wrong = ts.getPreEmitDiagnostics(program).filter(({ file }) => !file?.fileName.includes('/node_modules/'));
if (wrong.length > 0) {
  console.log(ts.formatDiagnostics(wrong, { getCurrentDirectory: () => module, getCanonicalFileName: (name) => name, getNewLine: () => '\n' }));
  process.exit(1);
}

/** Every declaration of the client by its name, as the compiler writes it. */
const declared = new Map();
program.emit(undefined, (name, text) => {
  if (!name.includes('/client/') || name.includes('/test/')) return;
  for (const statement of ts.createSourceFile(name, text, ts.ScriptTarget.ESNext, true).statements) {
    const names = statement.declarationList?.declarations.map((each) => each.name.text) ?? [statement.name?.text];
    if (names[0] === undefined) continue;
    if (declared.has(names[0])) throw new Error(`${names[0]} is declared twice in client/ (expected: names of their own)`);
    const comments = text.slice(statement.getFullStart(), statement.getStart()).trim();
    declared.set(names[0], `${comments}\n${statement.getText().replace(/^export /, '')}`.trim());
  }
});

const index = program.getSourceFile(`${web}/client/index.ts`);
const exported = program.getTypeChecker().getExportsOfModule(program.getTypeChecker().getSymbolAtLocation(index));
const isValue = ({ declarations: [{ isTypeOnly, parent }] }) => isTypeOnly === false && !parent.parent.isTypeOnly;

/** What the exported ones name, and what those name, in the order in which they were declared. */
const needed = new Set(exported.map(({ name }) => name));
for (const name of needed) {
  if (!declared.has(name)) throw new Error(`${name} is exported by client/index.ts but not declared in client/`);
  const code = declared.get(name).replace(/\/\*[^]*?\*\//g, '');
  for (const [word] of code.matchAll(/\b[A-Z]\w*/g)) if (declared.has(word)) needed.add(word);
}

const lines = exported.map((each) => `  ${isValue(each) ? '' : 'type '}${each.name},`).sort();
const about = index.text.slice(0, index.text.indexOf('*/') + 2);
const bare = [...needed].filter((name) => !declared.get(name).startsWith('/**'));
if (bare.length > 0) throw new Error(`without a comment: ${bare.join(', ')}`);
const kept = [...declared].filter(([name]) => needed.has(name)).map(([, text]) => text);
writeFileSync(out, `${about}\n\n${kept.join('\n\n')}\n\nexport {\n${lines.join('\n')}\n};\n`);
