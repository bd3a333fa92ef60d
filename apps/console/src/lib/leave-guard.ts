import App from 'antd/es/app'
import { useEffect } from 'react'
import { useBlocker } from 'react-router'

/** Asks before a person leaves words that are not saved, inside the console and when the window closes. */
export function useLeaveGuard(unsaved: boolean, words = '这一页还有没保存的内容，离开后会丢失。'): void {
  const { modal } = App.useApp()
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => unsaved && currentLocation.pathname !== nextLocation.pathname,
  )
  useEffect(() => {
    if (blocker.state !== 'blocked') return
    modal.confirm({
      title: '要离开吗？',
      content: words,
      okText: '离开，不保存',
      cancelText: '留在这里',
      onOk: blocker.proceed,
      onCancel: blocker.reset,
    })
  }, [blocker, modal, words])
  useEffect(() => {
    if (!unsaved) return undefined
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', ask)
    return () => removeEventListener('beforeunload', ask)
  }, [unsaved])
}
