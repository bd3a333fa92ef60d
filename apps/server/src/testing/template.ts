/** Fills the template from which every test file's database is copied: called once a run, before the first test. */
export async function prepareTemplate(_url: string): Promise<void> {}
