import { stateNames, type StoryRow } from '@rongmei/contract'
import Modal from 'antd/es/modal'
import { useEffect, useId, useMemo, useState } from 'react'
import { useNavigate } from 'react-router'
import { useKeys } from '../lib/keys.ts'
import { useApi } from '../lib/queries.ts'
import { useMe } from '../lib/session.ts'
import { SearchInput } from '../ui/SearchInput.tsx'
import { commandsFor, type Command, matching } from './commands.ts'
import { paths } from './paths.ts'
import { zh } from './zh.ts'
import './palette.css'

/** Ctrl+K: go anywhere, do the common things, find a story by number, title or words. */
export function Palette({ open, onOpen, onClose }: { open: boolean; onOpen: () => void; onClose: () => void }) {
  useKeys(zh.everywhere, [{ combo: 'mod+k', label: zh.searchHint, run: onOpen }])
  return (
    <Modal
      title={zh.searchHint}
      open={open}
      onCancel={onClose}
      footer={null}
      width={600}
      destroyOnHidden
      className="rm-palette"
      style={{ top: 64 }}
    >
      <PaletteBody onDone={onClose} />
    </Modal>
  )
}

/** What the palette lists for the words in its box, which of it is chosen, and how it is taken. */
function useCommands(onDone: () => void) {
  const me = useMe()
  const navigate = useNavigate()
  const [words, setWords] = useState('')
  const [at, setAt] = useState(0)
  const [entered, setEntered] = useState(false)
  const found = useApi(
    'newsroom',
    'listStories',
    { query: { q: words, limit: 8 } },
    { enabled: words !== '', keepPrevious: true },
  )
  const commands = useMemo(() => {
    const stories = words === '' ? [] : (found.data?.items ?? []).map(storyCommand)
    return [...matching(commandsFor(me.abilities), words), ...stories]
  }, [me.abilities, words, found.data])
  const chosen = Math.min(at, commands.length - 1)
  const waiting = words !== '' && (found.isPending || found.isPlaceholderData)
  const run = (command: Command | undefined) => {
    if (!command) return
    onDone()
    if (command.to) void navigate(command.to)
    command.run?.()
  }
  // Enter was pressed before the answer for these words was there: the answer is taken when it comes.
  useEffect(() => {
    if (!entered || (waiting && !commands[chosen]?.local)) return
    setEntered(false)
    run(commands[chosen])
  }, [entered, waiting, commands, chosen])
  const search = (text: string) => {
    setWords(text)
    setAt(0)
    setEntered(false)
  }
  const step = (by: 1 | -1) => setAt((chosen + by + commands.length) % Math.max(1, commands.length))
  return { words, search, commands, chosen, waiting, run, step, setAt, enter: () => setEntered(true) }
}

function PaletteBody({ onDone }: { onDone: () => void }) {
  const id = useId()
  const { words, search, commands, chosen, waiting, run, step, setAt, enter } = useCommands(onDone)
  const press = (event: React.KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return
    const by = ({ ArrowDown: 1, ArrowUp: -1 } as const)[event.key]
    if (by) {
      event.preventDefault()
      step(by)
    }
    // The box itself asks at once when Enter is pressed in it: `search` has been called with what stands there.
    if (event.key === 'Enter') enter()
  }
  return (
    <div onKeyDown={press} role="presentation">
      <SearchInput
        autoFocus
        label={zh.searchHint}
        value={words}
        list={{ id, active: chosen < 0 ? undefined : `${id}-${chosen}` }}
        onSearch={search}
      />
      <ul className="rm-palette-list" role="listbox" aria-label={zh.searchHint} id={id}>
        {commands.map((command, index) => (
          <li
            key={command.key}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === chosen}
            className="rm-palette-item"
            onMouseMove={() => setAt(index)}
            onClick={() => run(command)}
          >
            <span className="rm-palette-kind">{command.kind}</span>
            <span className="rm-ellipsis" title={command.label}>
              {command.label}
            </span>
            <span className="rm-muted">{command.note}</span>
          </li>
        ))}
      </ul>
      {commands.length === 0 && (
        <p className="rm-muted" role="status">
          {waiting ? zh.searching : zh.nothingFound}
        </p>
      )}
    </div>
  )
}

function storyCommand(row: StoryRow): Command {
  return {
    key: row.id,
    kind: zh.stories,
    label: row.title || '（还没有标题）',
    note: `${row.number} ${stateNames[row.state]}`,
    to: paths.story(row.id),
  }
}
