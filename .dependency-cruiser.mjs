/**
 * The walls of the house (docs/map.md shows the rooms). Every rule is an error; `tools/walls/walls.test.ts` runs this same
 * file on a small breaching tree and demands every name below, so a rule that stops biting is noticed. That modules, as
 * folders, have no cycles is held by `tools/walls/map.test.ts`: here a module's tests would close circles.
 */
const MODULES = '^apps/server/src/modules/'
const PLATFORM = '^apps/server/src/platform/'
const FEATURES = '^apps/console/src/features/'
const TESTS = ['[.]test[.]tsx?$', '[.]fixture[.]ts$', '[.]journey[.]ts$', '/src/testing/', '^e2e/']
// Not anchored: for the fixture, node_modules lies above its root.
const SQL = '(^|/)node_modules/(@types/)?(kysely|pg|pg-[a-z-]+)/'
const IO = '^(node:)?(fs|fs/promises|net|tls|dns|http|http2|https|child_process|worker_threads|cluster|os)$'

/** A rule of severity error; `why` is printed beside the breach. */
const wall = (name, why, from, to) => ({ name, comment: why, severity: 'error', from, to })

const everywhere = [
  wall('no-cycles', 'Two files that need each other are one file, or hide a third. Types count.', {}, { circular: true }),
  wall('nothing-unresolvable', 'A misspelt import would otherwise pass every other rule unseen.', {}, { couldNotResolve: true }),
  wall(
    'nothing-imports-tests',
    'Tests, fixtures and test support are for tests.',
    { pathNot: TESTS },
    { path: TESTS },
  ),
  wall(
    'packages-by-front-door',
    'A package is entered by its src/index.ts.',
    { path: '^((?:packages|apps)/[^/]+|e2e|bench|tools)/' },
    { path: '^packages/[^/]+/', pathNot: ['^$1/', '^packages/[^/]+/src/index[.]ts$'] },
  ),
]

const packages = [
  wall('kit-is-lowest', 'kit imports nothing of ours.', { path: '^packages/kit/' }, above('kit')),
  wall('body-is-lowest', 'body imports nothing of ours.', { path: '^packages/body/' }, above('body')),
  wall('contract-on-kit-and-body', 'contract imports kit and body only.', { path: '^packages/contract/' }, above('contract|kit|body')),
  wall('proofread-on-kit', 'proofread imports kit only.', { path: '^packages/proofread/' }, above('proofread|kit')),
  wall('appraisal-on-kit', 'appraisal imports kit only.', { path: '^packages/appraisal/' }, above('appraisal|kit')),
  wall(
    'packages-do-no-io',
    'Packages are pure: only their cli.ts touches files, processes or the network.',
    { path: '^packages/[^/]+/src/', pathNot: ['^packages/[^/]+/src/cli[.]ts$', ...TESTS] },
    { path: IO, dependencyTypes: ['core'] },
  ),
]

const server = [
  wall(
    'neighbours-by-index',
    'A module is entered by its index.ts.',
    { path: `${MODULES}([^/]+)/`, pathNot: TESTS },
    { path: MODULES, pathNot: [`${MODULES}$1/`, `${MODULES}[^/]+/(index|module)[.]ts$`] },
  ),
  wall(
    'modules-by-index',
    'From outside the modules, too, a module is entered by its index.ts.',
    { pathNot: MODULES },
    { path: MODULES, pathNot: `${MODULES}[^/]+/(index|module)[.]ts$` },
  ),
  wall(
    'module-only-for-app',
    'Manifests are read by app.ts and by nobody else.',
    { pathNot: '^apps/server/src/app[.]ts$' },
    { path: `${MODULES}[^/]+/module[.]ts$` },
  ),
  wall(
    'platform-knows-no-module',
    'The ground floor carries every module and knows none.',
    { path: PLATFORM, pathNot: TESTS },
    { path: [MODULES, '^apps/server/src/(app|main)[.]ts$'] },
  ),
  wall(
    'routes-reach-no-store',
    'A route calls a verb; it neither loads nor saves.',
    { path: '[.]routes[.]ts$' },
    { path: ['[.]store[.]ts$', '/tables[.]ts$', SQL] },
  ),
  wall(
    'domain-is-pure',
    'domain/ decides from what it is given: its own files, the packages, zod and hashes, nothing else.',
    { path: `${MODULES}([^/]+)/domain/`, pathNot: TESTS },
    { pathNot: [`${MODULES}$1/domain/`, '^packages/[^/]+/src/index[.]ts$', '(^|/)node_modules/zod/', '^crypto$'] },
  ),
  wall(
    'sql-only-in-stores',
    'SQL lives in the platform, stores, tables and migrations.',
    {
      pathNot: [PLATFORM, '/src/testing/', '[.]store[.]ts$', '/tables[.]ts$', '/migrations/', '^bench/', 'node_modules'],
    },
    { path: SQL },
  ),
]

const apps = [
  wall(
    'apps-meet-by-contract',
    'The console and the reader know the server by the contract, never by its code.',
    { path: '^apps/([^/]+)/' },
    { path: '^apps/', pathNot: '^apps/$1/' },
  ),
  wall(
    'screens-on-kit-body-contract',
    'The engines run on the server; screens ask for their results.',
    { path: '^apps/(console|reader)/' },
    { path: '^packages/', pathNot: '^packages/(kit|body|contract)/' },
  ),
  wall(
    'features-are-islands',
    'What two features share lies in app/, lib/ or ui/.',
    { path: `${FEATURES}([^/]+)/` },
    { path: FEATURES, pathNot: `${FEATURES}$1/` },
  ),
  wall(
    'lib-and-ui-know-no-feature',
    'lib/ and ui/ are below the features and the shell.',
    { path: '^apps/console/src/(lib|ui)/' },
    { path: '^apps/console/src/(features|app)/' },
  ),
  wall(
    'antd-by-part',
    'antd/es/table, not antd: the whole would be 1.2 MB in the first chunk.',
    { path: '^apps/console/' },
    { path: '(^|/)node_modules/antd/(es|lib|dist)/(index|antd)[.]', dependencyTypesNot: ['type-only'] },
  ),
]

/** Everything of ours that is not among the named packages. */
function above(allowed) {
  return { path: '^(packages|apps|e2e|bench|tools)/', pathNot: `^packages/(${allowed})/` }
}

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [...everywhere, ...packages, ...server, ...apps],
  options: {
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['^tools/walls/fixture/', '/dist/'] },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.d.ts'],
    },
  },
}
