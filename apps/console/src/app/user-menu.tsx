import UserOutlined from '@ant-design/icons/es/icons/UserOutlined'
import Button from 'antd/es/button'
import Dropdown from 'antd/es/dropdown'
import type { MenuProps } from 'antd/es/menu'
import { useNavigate } from 'react-router'
import { useMe, useSignOut } from '../lib/session.ts'
import { chooseTheme, THEMES, useTheme } from '../lib/theme-choice.ts'
import { paths } from './paths.ts'
import { zh } from './zh.ts'

/** Who I am, my account, light or dark, the keys, and the way out. */
export function UserMenu({ onKeys, compact }: { onKeys: () => void; compact: boolean }) {
  const me = useMe()
  const navigate = useNavigate()
  const signOut = useSignOut()
  const { choice } = useTheme()
  const leave = async () => {
    await signOut()
    // A full load: nothing of this person stays in memory for the next one.
    location.assign(`/desk${paths.login()}`)
  }
  const items: MenuProps['items'] = [
    { key: 'who', type: 'group', label: [me.name, me.unitName].filter(Boolean).join(' · ') },
    { key: 'account', label: zh.account, onClick: () => void navigate(paths.account()) },
    { key: 'keys', label: `${zh.keysTitle}（?）`, onClick: onKeys },
    { type: 'divider' },
    {
      key: 'theme',
      type: 'group',
      label: zh.theme,
      children: THEMES.map((theme) => ({
        key: theme,
        label: `${choice === theme ? '✓ ' : ''}${zh.themes[theme]}`,
        onClick: () => chooseTheme(theme),
      })),
    },
    { type: 'divider' },
    { key: 'leave', label: zh.signOut, onClick: () => void leave() },
  ]
  return (
    <Dropdown menu={{ items }} trigger={['click']} placement="bottomRight">
      <Button type="text" icon={<UserOutlined />} aria-label={`${me.name}，我的菜单`}>
        {compact ? null : me.name}
      </Button>
    </Dropdown>
  )
}
