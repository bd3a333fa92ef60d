import type { ConfigProviderProps } from 'antd/es/config-provider'
import theme from 'antd/es/theme'

/** Two accents: a newspaper blue for what one does next, a quiet ochre for the second line of a chart. Red is kept for
 * what is wrong or overdue. The same values stand in `base.css` for our own styles. */
const FONT = '"PingFang SC", "Microsoft YaHei", "Noto Sans SC Variable", system-ui, sans-serif'

const LIGHT = {
  colorText: '#1d232b',
  colorBorder: '#cdd4dc',
  colorBorderSecondary: '#e1e5ea',
  colorBgLayout: '#f6f7f9',
  colorInfoBg: '#e6eef9',
  colorInfoBorder: '#b9cfee',
}
const DARK = {
  colorText: '#e4e8ed',
  colorBorder: '#454f5b',
  colorBorderSecondary: '#313944',
  colorBgLayout: '#12161b',
  colorBgContainer: '#191e25',
  colorBgElevated: '#222932',
}

export function themeFor(dark: boolean): NonNullable<ConfigProviderProps['theme']> {
  return {
    algorithm: dark ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      colorPrimary: dark ? '#4f8fe0' : '#1a57a6',
      colorInfo: dark ? '#4f8fe0' : '#1a57a6',
      colorError: dark ? '#f0716b' : '#c22f2b',
      colorLink: dark ? '#7fb0ec' : '#1a57a6',
      colorTextDescription: dark ? '#a3abb6' : '#5b6470',
      colorTextPlaceholder: dark ? '#8b94a0' : '#6b7480',
      ...(dark ? DARK : LIGHT),
      fontFamily: FONT,
      fontSize: 14,
      borderRadius: 6,
      motionDurationMid: '0.1s',
      motionDurationSlow: '0.15s',
    },
    components: {
      Table: { cellPaddingBlockSM: 6, headerBg: dark ? '#1d2229' : '#f3f5f8', headerSplitColor: 'transparent' },
      Layout: { bodyBg: 'transparent' },
    },
  }
}
