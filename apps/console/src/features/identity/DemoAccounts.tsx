import type { Reply } from '../../lib/api.ts'
import { zh } from './zh.ts'

export type DemoAccount = Reply<'identity', 'setupState'>['demoAccounts'][number]

/** The demo's people as cards; one click signs in. Nothing at all on a house with real data. */
export function DemoAccounts({
  accounts,
  busy,
  onChoose,
}: {
  accounts: readonly DemoAccount[]
  busy: string
  onChoose: (account: DemoAccount) => void
}) {
  if (accounts.length === 0) return null
  return (
    <section className="rm-demo-accounts" aria-label={zh.login.demoTitle}>
      <h2>{zh.login.demoTitle}</h2>
      <p className="rm-muted">{zh.login.demoHint}</p>
      <ul>
        {accounts.map((account) => (
          <li key={account.account}>
            <button
              type="button"
              className="rm-demo-account"
              disabled={busy !== ''}
              aria-label={zh.login.enterAs(account.name, account.role)}
              onClick={() => onChoose(account)}
            >
              <strong>{account.name}</strong>
              <span>{account.role}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
