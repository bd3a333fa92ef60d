import MenuOutlined from '@ant-design/icons/es/icons/MenuOutlined'
import SearchOutlined from '@ant-design/icons/es/icons/SearchOutlined'
import Button from 'antd/es/button'
import { Link } from 'react-router'
import { usePhone } from '../lib/screen.ts'
import { useMe } from '../lib/session.ts'
import { LiveMark } from './live-mark.tsx'
import { paths } from './paths.ts'
import { UserMenu } from './user-menu.tsx'
import { zh } from './zh.ts'

/** Whose house this is, whether the data is real, the search, the line to the server, and who I am. */
export function Header({
  onMenu,
  onSearch,
  onKeys,
}: {
  onMenu: (() => void) | undefined
  onSearch: () => void
  onKeys: () => void
}) {
  const me = useMe()
  const phone = usePhone()
  return (
    <header className="rm-header rm-chrome">
      {onMenu && <Button type="text" icon={<MenuOutlined />} aria-label={zh.menu} onClick={onMenu} />}
      <Link to={paths.home()} className="rm-centre rm-ellipsis" title={me.centreName}>
        {me.centreName}
      </Link>
      {me.demo && (
        <span className="rm-demo" title={zh.demoWhy}>
          {zh.demo}
        </span>
      )}
      <span className="rm-header-gap" />
      {phone ? (
        <Button type="text" icon={<SearchOutlined />} aria-label={zh.search} onClick={onSearch} />
      ) : (
        <button type="button" className="rm-search-button" onClick={onSearch} aria-label={zh.search}>
          <SearchOutlined aria-hidden="true" /> {zh.searchHint} <kbd>Ctrl K</kbd>
        </button>
      )}
      <LiveMark compact={phone} />
      <UserMenu onKeys={onKeys} compact={phone} />
    </header>
  )
}
