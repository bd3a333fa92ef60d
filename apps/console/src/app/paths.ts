/** Every address of the console; the router's basename adds `/desk`. Nobody writes an address by hand. */
export const paths = {
  home: () => '/',
  login: (next?: string) => (next && next !== '/' ? `/login?next=${encodeURIComponent(next)}` : '/login'),
  lockedOut: () => '/login?locked=1',
  setup: () => '/setup',
  stories: () => '/stories',
  storyNew: () => '/stories/new',
  story: (id: string) => `/stories/${id}`,
  storyCorrect: (id: string) => `/stories/${id}?act=correct`,
  storyReview: (id: string) => `/stories/${id}/review`,
  storySheet: (id: string) => `/stories/${id}/sheet`,
  storyRevisions: (id: string) => `/stories/${id}/revisions`,
  inspections: () => '/inspections',
  quality: () => '/quality',
  samples: () => '/quality/samples',
  sample: (id: string) => `/quality/samples/${id}`,
  batches: () => '/quality/batches',
  check: () => '/check',
  words: () => '/words',
  rules: () => '/rules',
  projects: () => '/projects',
  projectImport: () => '/projects/import',
  project: (id: string) => `/projects/${id}`,
  indicator: (id: string) => `/indicators/${id}`,
  budget: () => '/budget',
  budgetImport: () => '/budget/import',
  budgetPayments: () => '/budget/payments',
  budgetProject: (id: string) => `/budget/${id}`,
  measures: () => '/measures',
  people: () => '/people',
  units: () => '/units',
  roles: () => '/roles',
  audit: () => '/audit',
  account: () => '/account',
}

/** Only paths inside the console: a `next` from outside must not lead a person who just signed in elsewhere. */
export function safeNext(next: string | null): string {
  return next?.startsWith('/') && !next.startsWith('//') && !next.includes('\\') ? next : paths.home()
}
