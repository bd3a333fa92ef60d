import App from 'antd/es/app'
import Button from 'antd/es/button'
import { sentenceFor } from '../lib/explain.ts'

const SECONDS = 8

/**
 * Says what was done and offers to take it back for eight seconds. Undo beats asking beforehand.
 *
 * @example const undoable = useUndoToast(); undoable('已移到回收站', () => api.newsroom.restoreStory({ params: { id } }))
 */
export function useUndoToast(): (done: string, undo: () => Promise<unknown>, undone?: string) => void {
  const { message } = App.useApp()
  return (done, undo, undone = '已撤销') => {
    const key = `undo-${done}`
    const back = async () => {
      message.destroy(key)
      await undo().then(
        () => message.success(undone),
        (error: unknown) => message.error(sentenceFor(error)),
      )
    }
    void message.open({
      key,
      type: 'success',
      duration: SECONDS,
      content: (
        <span>
          {done}
          <Button type="link" size="small" onClick={() => void back()}>
            撤销
          </Button>
        </span>
      ),
    })
  }
}
