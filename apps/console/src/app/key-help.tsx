import Modal from 'antd/es/modal'
import { comboWords, keyGroups, useKeys } from '../lib/keys.ts'
import { zh } from './zh.ts'

/** `?`: every shortcut that works on this page now. */
export function KeyHelp({ open, onOpen, onClose }: { open: boolean; onOpen: () => void; onClose: () => void }) {
  const groups = keyGroups.use()
  useKeys(zh.everywhere, [{ combo: '?', label: '看快捷键', run: onOpen }])
  return (
    <Modal title={zh.keysTitle} open={open} onCancel={onClose} footer={null} width={560}>
      <p className="rm-muted">{zh.keysNote}</p>
      {mergeByTitle(groups).map(([title, bindings]) => (
        <section key={title} className="rm-key-group">
          <h3>{title}</h3>
          <dl>
            {bindings.map((binding) => (
              <div key={binding.combo}>
                <dt>
                  <kbd>{comboWords(binding.combo)}</kbd>
                </dt>
                <dd>{binding.label}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </Modal>
  )
}

function mergeByTitle(groups: ReturnType<typeof keyGroups.get>) {
  const merged = new Map<string, { combo: string; label: string }[]>()
  for (const group of groups) merged.set(group.title, [...(merged.get(group.title) ?? []), ...group.bindings])
  return [...merged]
}
