/** The layers of docs/DESIGN.md, from the top; an arrow may only point down. */
const PURE = '^libs/(domain|mail-text|understanding|product|llm-jobs)/';
const SPEC = '\\.spec\\.ts$|^(apps|libs)/[^/]+/(src/)?testing/';

/** What each layer may know of the others. */
const MAY_USE = {
  runtime: ['runtime', 'persistence', 'llm-jobs', 'mail-text', 'understanding', 'product', 'domain'],
  persistence: ['persistence', 'llm-jobs', 'mail-text', 'understanding', 'product', 'domain'],
  'llm-jobs': ['llm-jobs', 'domain'],
  'mail-text': ['mail-text', 'domain'],
  understanding: ['understanding', 'domain'],
  product: ['product', 'domain'],
  domain: ['domain'],
};

const layers = Object.entries(MAY_USE).map(([layer, allowed]) => ({
  name: `${layer}-points-down-only`,
  severity: 'error',
  from: { path: `^libs/${layer}/` },
  to: { path: '^(apps|libs)/', pathNot: `^libs/(${allowed.join('|')})/` },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...layers,
    {
      name: 'an-app-never-imports-an-app',
      severity: 'error',
      from: { path: '^apps/([^/]+)/' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'pure-code-knows-no-world',
      comment: 'No framework, no database, no file system, no network in pure libraries.',
      severity: 'error',
      from: { path: PURE, pathNot: SPEC },
      to: {
        path: [
          'node_modules/(@nestjs|nest-commander|mongoose|mongodb|nodemailer|imapflow|smtp-server)(/|$)',
          '^(node:)?(fs|net|http|https|child_process|dgram|dns|tls)(/|$)',
        ],
      },
    },
    {
      name: 'only-persistence-knows-mongodb',
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: ['^libs/persistence/', SPEC] },
      to: { path: 'node_modules/(mongoose|mongodb|@nestjs/mongoose)(/|$)' },
    },
    {
      name: 'the-product-never-imports-its-tools-or-tests',
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: SPEC },
      to: { path: '^(tools|test)/' },
    },
    {
      name: 'only-specs-import-what-is-for-tests',
      severity: 'error',
      from: { path: '^(apps|libs|tools)/', pathNot: SPEC },
      to: { path: '^(apps|libs)/[^/]+/(src/)?testing/' },
    },
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-unresolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no-orphans',
      comment: 'A file that nothing imports and that imports nothing is left over.',
      severity: 'error',
      from: { orphan: true, pathNot: ['\\.d\\.ts$', '/main\\.ts$', SPEC] },
      to: {},
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
