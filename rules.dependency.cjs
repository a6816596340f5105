// Who may import whom. Each rule says why; a broken one is reported with its comment.

const TEST = '\\.(test|e2e)\\.ts$|/test/|/testing/|^e2e/|^bench/'
/** Rooms without knowledge of any capability. */
const GENERAL = '(?:kernel|platform|ui|api|text)'
/** The file of a capability that bears its name. */
const FRONT_DOOR = '/src/([^/]+)/\\1\\.ts$'
/** The files that put the parts together: they alone know routes, jobs and commands. */
const COMPOSITION = '^server/src/[^/]+\\.ts$'

module.exports = {
  forbidden: [
    {
      name: 'core-is-pure',
      comment: 'core imports only core: the rules of law run anywhere and depend on nothing.',
      severity: 'error',
      from: { path: '^core/src/', pathNot: TEST },
      to: { pathNot: '^core/src/' },
    },
    {
      name: 'web-and-server-apart',
      comment: 'Between web and server stands nothing but the OpenAPI document.',
      severity: 'error',
      from: { path: '^web/' },
      to: { path: '^server/' },
    },
    {
      name: 'server-and-web-apart',
      comment: 'The server knows the built pages as files, never their source.',
      severity: 'error',
      from: { path: '^server/', pathNot: TEST },
      to: { path: '^web/' },
    },
    {
      name: 'product-without-tests',
      comment: 'What ships imports neither tests nor what only tests need.',
      severity: 'error',
      from: { path: '^(core|server|web)/', pathNot: TEST },
      to: { path: TEST },
    },
    {
      name: 'general-rooms-know-no-capability',
      comment: 'kernel, platform, ui, api and text are below every capability and import none; commands are entrances.',
      severity: 'error',
      from: { path: `^(core|server|web)/src/${GENERAL}/`, pathNot: [TEST, '\\.command\\.ts$'] },
      to: { path: '^(core|server|web)/src/', pathNot: `^(core|server|web)/src/${GENERAL}/` },
    },
    {
      name: 'front-door',
      comment:
        'A capability reaches another only through the file that bears its name. A type may be named where it stands.',
      severity: 'error',
      from: { path: '^(?:core|server)/src/([^/]+)/', pathNot: TEST },
      to: {
        path: '^(?:core|server)/src/[^/]+/',
        pathNot: [`^(?:core|server)/src/${GENERAL}/`, '^(?:core|server)/src/$1/', FRONT_DOOR],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'portal-and-office-apart',
      comment: 'Citizens and officers have applications of their own; what both need lies beside them.',
      severity: 'error',
      from: { path: '^web/src/(portal|office)/' },
      to: { path: '^web/src/(portal|office)/', pathNot: '^web/src/$1/' },
    },
    {
      name: 'store-stays-at-home',
      comment: 'Only the owner of a table reads and writes it: a store is imported within its capability alone.',
      severity: 'error',
      from: { path: '^server/src/([^/]+)/', pathNot: TEST },
      to: { path: '\\.store\\.ts$', pathNot: '^server/src/$1/' },
    },
    {
      name: 'store-not-from-the-top',
      comment: 'Composition roots put capabilities together; they do not query.',
      severity: 'error',
      from: { path: COMPOSITION, pathNot: TEST },
      to: { path: '\\.store\\.ts$' },
    },
    {
      name: 'composition-roots-only',
      comment: 'Routes, jobs and commands are where the outside enters: only the composition roots import them.',
      severity: 'error',
      from: { path: '^server/src/', pathNot: [TEST, COMPOSITION] },
      to: { path: '\\.(routes|jobs|command)\\.ts$' },
    },
    {
      name: 'no-cycles',
      comment: 'Two files that need each other to run are one file, or three. Types may be told by the front door.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-unresolved',
      comment: 'An import that leads nowhere.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|var|node_modules)/' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'node', 'default'] },
  },
}
