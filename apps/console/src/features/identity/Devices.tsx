import type { Device } from '@rongmei/contract'
import App from 'antd/es/app'
import Popconfirm from 'antd/es/popconfirm'
import { pagesOf, useApi, useApiMutation } from '../../lib/queries.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { DataTable, type DataColumn } from '../../ui/DataTable.tsx'
import { Moment } from '../../ui/Moment.tsx'
import { StateTag } from '../../ui/StateTag.tsx'
import { zh } from './zh.ts'

const words = zh.account

const columns: DataColumn<Device>[] = [
  {
    key: 'agent',
    title: words.columns.agent,
    choice: 'fixed',
    phone: 'title',
    render: (device) => (
      <span>
        {device.agent}{' '}
        {device.current && (
          <StateTag shape="dot" tone="good">
            {words.thisDevice}
          </StateTag>
        )}
      </span>
    ),
  },
  {
    key: 'address',
    title: words.columns.address,
    render: (device) => <span className="rm-num">{device.address}</span>,
  },
  { key: 'createdAt', title: words.columns.createdAt, render: (device) => <Moment at={device.createdAt} /> },
  { key: 'lastSeenAt', title: words.columns.lastSeenAt, render: (device) => <Moment at={device.lastSeenAt} ago /> },
]

/** Where I am signed in, with a way to sign each other place out. */
export function Devices() {
  const { message } = App.useApp()
  const devices = useApi('identity', 'listDevices')
  const revoke = useApiMutation('identity', 'revokeDevice', {
    refresh: [['identity', 'listDevices']],
    onSuccess: () => void message.success(words.revoked),
  })
  return (
    <DataTable
      id="devices"
      label={words.devices}
      columns={columns}
      rows={pagesOf(devices)}
      rowKey={(device) => device.id}
      empty={{ title: words.empty }}
      action={(device) =>
        device.current ? (
          <ActionButton size="small" why={words.revokeThis}>
            {words.revoke}
          </ActionButton>
        ) : (
          <Popconfirm
            title={words.revokeAsk(device.agent)}
            okText={words.revoke}
            onConfirm={() => revoke.mutate({ params: { id: device.id } })}
          >
            <ActionButton size="small">{words.revoke}</ActionButton>
          </Popconfirm>
        )
      }
    />
  )
}
