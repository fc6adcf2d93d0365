// Lowest layer first: a layer may import itself and everything before it.
const LAYERS = [
  ['shared', '^src/shared/'],
  ['env', '^src/env[.]ts$'],
  [
    'infrastructure',
    '^src/(db|auth|audit|encryption|files|jobs|mail|limits|realtime|trpc|ui|logging|generated)/',
  ],
  ['provisioning', '^src/provisioning/'],
  ['tenancy', '^src/tenancy/'],
  ['resources', '^src/resources/'],
  ['features', '^src/(modules|admin|api-docs)/'],
  ['composition', '^src/(app|server|cli)/|^src/instrumentation-client[.]ts$'],
]
const EVERY_LAYER = LAYERS.map(([, path]) => path)
// The tRPC client in the browser knows the router by its type alone: the one look upward.
const TYPED_CLIENT = '^src/trpc/ui/client[.]tsx?$'
const TEST_ONLY = '[.]test[.]tsx?$|/testing/'
const RUN_TIME = { dependencyTypesNot: ['type-only'] }

function forbid(name, { comment, from, to }) {
  return { name, comment, severity: 'error', from, to }
}

const upward = LAYERS.slice(0, -1).map(([name, path], index) =>
  forbid(`${name}-imports-nothing-above-it`, {
    comment:
      'A slice imports itself and lower layers. Move the shared part down, or pass it in as an argument.',
    from: { path, pathNot: TYPED_CLIENT },
    to: { path: EVERY_LAYER.slice(index + 1) },
  }),
)

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    ...upward,
    forbid('typed-client-imports-the-router-as-type-only', {
      comment: 'A value import would pull the server into the browser bundle.',
      from: { path: TYPED_CLIENT },
      to: { path: '(^|/)server/', ...RUN_TIME },
    }),
    forbid('every-file-belongs-to-a-layer', {
      comment: 'A new slice needs its place in the list of layers in .dependency-cruiser.mjs.',
      from: { path: '^src/', pathNot: EVERY_LAYER },
      to: {},
    }),
    forbid('nobody-imports-a-file-without-a-layer', {
      comment: 'A new slice needs its place in the list of layers in .dependency-cruiser.mjs.',
      from: {},
      to: { path: '^src/', pathNot: EVERY_LAYER },
    }),
    forbid('no-cycles', {
      comment: 'Two files that need each other are one thought or hide a third: split out what both use.',
      from: {},
      to: { circular: true, viaOnly: RUN_TIME },
    }),
    forbid('browser-and-shared-code-never-import-server', {
      comment:
        'Only server/, app/ and cli/ may load server code; the browser gets data through the typed client.',
      from: {
        path: '^src/',
        pathNot: `(^|/)server/|^src/(app|cli|generated)/|^src/modules/(server|demo)-registry[.]ts$|${TYPED_CLIENT}`,
      },
      to: { path: '(^|/)server/|^src/generated/' },
    }),
    forbid('browser-never-reads-the-environment', {
      comment: 'Variables of the server stay on the server; hand the page what it needs.',
      from: { path: '(^|/)ui/' },
      to: { path: '^src/env[.]ts$' },
    }),
    forbid('server-never-imports-ui', {
      comment: 'Server code runs without React.',
      from: { path: '(^|/)server/' },
      to: { path: '(^|/)ui/' },
    }),
    forbid('modules-are-islands', {
      comment: 'A module can be removed without touching another one.',
      from: { path: '^src/modules/([^/]+)/' },
      to: { path: '^src/modules/', pathNot: '^src/modules/$1/' },
    }),
    forbid('admin-and-modules-are-strangers', {
      comment: 'The console treats modules as data, and modules do not know the console.',
      from: { path: '^src/(modules|admin)/' },
      to: { path: '^src/(modules|admin)/', pathNot: '^src/$1/' },
    }),
    forbid('only-composition-reads-the-registry', {
      comment: 'Engines receive modules as an argument, so that tests can bring their own.',
      from: { path: '^src/', pathNot: '^src/(app|server|cli|modules)/' },
      to: { path: '^src/modules/(server-|page-|demo-)?registry' },
    }),
    forbid('only-db-touches-prisma', {
      comment: 'Others get a handle as their first argument.',
      from: { path: '^src/', pathNot: '^src/(db|generated)/' },
      to: { path: '^src/generated/|(^|/)node_modules/@prisma/|^@prisma/' },
    }),
    forbid('routers-services-repositories-receive-db', {
      comment: 'A handle that is passed in can be a transaction or a test database; an imported one cannot.',
      from: { path: '[.](router|service|repository)[.]ts$' },
      // Functions that take a handle are as good as any; what opens one is not.
      to: { path: '^src/db/server/(database|embedded-postgres/.*)[.]ts$', ...RUN_TIME },
    }),
    forbid('product-never-imports-tests', {
      comment: 'Test files and testing/ folders exist for tests alone.',
      from: { path: '^src/', pathNot: TEST_ONLY },
      to: { path: TEST_ONLY },
    }),
    forbid('product-never-imports-its-tools', {
      comment: 'e2e, bench and tools look at the product from outside.',
      from: { path: '^src/' },
      to: { path: '^(e2e|bench|tools)/' },
    }),
    forbid('product-needs-no-dev-dependency', {
      comment: 'An installation without development packages must run: move the package to dependencies.',
      from: { path: '^src/', pathNot: TEST_ONLY },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    }),
    forbid('every-package-is-declared', {
      comment: 'The package is there by accident, through another one: add it to package.json.',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    }),
    forbid('every-import-resolves', {
      comment: 'The path names no file, or the package is not installed.',
      from: {},
      to: { couldNotResolve: true },
    }),
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^[.]next/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.css'],
    },
  },
}
