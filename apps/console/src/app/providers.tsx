import { QueryClientProvider } from '@tanstack/react-query'
import App from 'antd/es/app'
import ConfigProvider from 'antd/es/config-provider'
import zhCN from 'antd/es/locale/zh_CN'
import { type ReactNode, useEffect } from 'react'
import { sentenceFor } from '../lib/explain.ts'
import { queryClient } from '../lib/queries.ts'
import { useTheme } from '../lib/theme-choice.ts'
import { themeFor } from './theme.ts'

/** What every page stands on: Chinese, light or dark, the cache, and toasts for writes that failed. */
export function Providers({ children }: { children: ReactNode }) {
  const { dark } = useTheme()
  useEffect(() => {
    document.documentElement.dataset.theme = dark ? 'dark' : 'light'
  }, [dark])
  return (
    <ConfigProvider locale={zhCN} theme={themeFor(dark)} button={{ autoInsertSpace: false }}>
      <App message={{ maxCount: 3, top: 56 }}>
        <QueryClientProvider client={queryClient}>
          <FailedWrites />
          {children}
        </QueryClientProvider>
      </App>
    </ConfigProvider>
  )
}

/** A failed write is said once, here, unless its screen says it itself (`quiet`). */
function FailedWrites() {
  const { message } = App.useApp()
  useEffect(
    () =>
      queryClient.getMutationCache().subscribe((event) => {
        if (event.type !== 'updated' || event.action.type !== 'error' || event.mutation.meta?.quiet) return
        void message.error(sentenceFor(event.action.error))
      }),
    [message],
  )
  return null
}
