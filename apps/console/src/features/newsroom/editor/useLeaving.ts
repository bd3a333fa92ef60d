import App from 'antd/es/app'
import { useEffect } from 'react'
import { useBlocker } from 'react-router'
import { zh } from '../zh.ts'
import type { Saver } from './saver.ts'

/**
 * Leaving with unsaved text: inside the console it is saved first and only a failed save asks; closing the window asks
 * the browser's own question. Either way the text stays in this browser.
 */
export function useLeaving(saver: Saver): void {
  const { modal } = App.useApp()
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => saver.unsaved() && currentLocation.pathname !== nextLocation.pathname,
  )
  useEffect(() => {
    if (blocker.state !== 'blocked') return
    void saver.flush().then((saved) => {
      if (saved) return blocker.proceed()
      return void modal.confirm({
        title: zh.editor.leaving,
        content: zh.editor.leavingText,
        okText: zh.editor.leave,
        cancelText: zh.editor.stay,
        onOk: blocker.proceed,
        onCancel: blocker.reset,
      })
    })
  }, [blocker, modal, saver])
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (saver.unsaved()) event.preventDefault()
    }
    addEventListener('beforeunload', ask)
    return () => removeEventListener('beforeunload', ask)
  }, [saver])
}
