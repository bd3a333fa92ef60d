import App from 'antd/es/app'
import Button from 'antd/es/button'
import Modal from 'antd/es/modal'
import { zh } from './zh.ts'

export type Issued = { name: string; password: string }

/** A temporary password, shown this once; closing needs the button so that a stray click does not lose it. */
export function TemporaryPassword({ issued, onClose }: { issued: Issued | null; onClose: () => void }) {
  const { message } = App.useApp()
  const copy = async (password: string) => {
    // Plain http on an office network has no clipboard; the text can still be selected.
    const copied = await (navigator.clipboard?.writeText(password).then(
      () => true,
      () => false,
    ) ?? false)
    void (copied ? message.success(zh.temporary.copied) : message.warning(zh.temporary.copyFailed))
  }
  return (
    <Modal
      title={issued ? zh.temporary.title(issued.name) : ''}
      open={issued !== null}
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
      footer={
        <Button type="primary" onClick={onClose}>
          {zh.temporary.done}
        </Button>
      }
    >
      {issued && (
        <>
          <p className="rm-temporary">
            <output aria-label={zh.temporary.title(issued.name)}>{issued.password}</output>
            <Button onClick={() => void copy(issued.password)}>{zh.temporary.copy}</Button>
          </p>
          <p className="rm-muted">{zh.temporary.hint}</p>
        </>
      )}
    </Modal>
  )
}
