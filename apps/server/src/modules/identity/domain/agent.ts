type Pattern = readonly [RegExp, string]

/** Order matters: WeChat and Edge also call themselves Chrome, Chrome calls itself Safari. */
const BROWSERS: readonly Pattern[] = [
  [/MicroMessenger/, '微信'],
  [/DingTalk/, '钉钉'],
  [/QQBrowser/, 'QQ 浏览器'],
  [/360SE|360EE|QihooBrowser/, '360 浏览器'],
  [/Edg(e|A|iOS)?\//, 'Edge'],
  [/OPR\/|Opera/, 'Opera'],
  [/Firefox\/|FxiOS\//, 'Firefox'],
  [/(Headless)?Chrome\/|CriOS\//, 'Chrome'],
  [/Safari\//, 'Safari'],
]

const SYSTEMS: readonly Pattern[] = [
  [/HarmonyOS|OpenHarmony/, 'HarmonyOS'],
  [/Android/, 'Android'],
  [/iPhone|iPod/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Windows/, 'Windows'],
  [/Mac OS X|Macintosh/, 'macOS'],
  [/CrOS/, 'ChromeOS'],
  [/Linux/, 'Linux'],
]

/** A browser's long self-description as a person would say it: `Chrome · Windows`. */
export function describeAgent(agent: string): string {
  const find = (patterns: readonly Pattern[]) => patterns.find(([pattern]) => pattern.test(agent))?.[1]
  const said = [find(BROWSERS), find(SYSTEMS)].filter(Boolean)
  return said.length > 0 ? said.join(' · ') : '其他设备'
}
