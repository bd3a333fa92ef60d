import { roleNames } from '@rongmei/contract'
import Alert from 'antd/es/alert'
import Descriptions from 'antd/es/descriptions'
import { useMe } from '../../lib/session.ts'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { ChangePassword } from './ChangePassword.tsx'
import { Devices } from './Devices.tsx'
import { zh } from './zh.ts'
import './identity.css'

/** My own account: who I am here, my password, where I am signed in. */
export function Component() {
  const me = useMe()
  return (
    <>
      <PageHeader title={zh.account.title} />
      {me.mustChangePassword && <Alert className="rm-account-part" type="warning" showIcon title={zh.account.must} />}
      <section className="rm-panel rm-account-part">
        <h2>{zh.account.who}</h2>
        <Descriptions
          column={{ xs: 1, md: 2 }}
          size="small"
          items={[
            { key: 'name', label: zh.people.fields.name, children: me.name },
            { key: 'account', label: zh.account.account, children: me.account },
            { key: 'unit', label: zh.account.unit, children: me.unitName ?? zh.account.noUnit },
            { key: 'roles', label: zh.account.roles, children: me.roles.map((role) => roleNames[role]).join('、') },
          ]}
        />
      </section>
      <section className="rm-panel rm-account-part">
        <h2>{zh.account.changePassword}</h2>
        <ChangePassword />
      </section>
      {!me.mustChangePassword && (
        <section className="rm-panel rm-account-part">
          <h2>{zh.account.devices}</h2>
          <p className="rm-muted">{zh.account.devicesHint}</p>
          <Devices />
        </section>
      )}
    </>
  )
}
