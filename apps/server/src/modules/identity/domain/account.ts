/** An account as it is compared: `Ｚhang` and `zhang ` are the same person. */
export function foldAccount(account: string): string {
  return account.trim().normalize('NFKC').toLowerCase()
}
