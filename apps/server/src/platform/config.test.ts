import { isAbsolute } from 'node:path'
import { describe, expect, it } from 'vitest'
import { configManual, readConfig } from './config.ts'

describe('the settings', () => {
  it('stand on defaults, and an empty value is none', () => {
    const config = readConfig({ PORT: '', DATA_DIR: '' })
    expect(config).toMatchObject({
      port: 4870,
      databaseUrl: undefined,
      trustProxy: [],
      secureCookies: false,
      sessionIdleMs: 12 * 3_600_000,
      sessionMs: 14 * 86_400_000,
      role: 'all',
    })
    expect(isAbsolute(config.dataDir)).toBe(true)
  })

  it('are read as what they mean', () => {
    expect(
      readConfig({
        PORT: '0',
        PUBLIC_URL: 'https://news.example.cn/',
        TRUST_PROXY: '10.0.0.1, 10.0.0.2,',
        SECURE_COOKIES: 'true',
        SESSION_IDLE_HOURS: '0.5',
        ROLE: 'work',
      }),
    ).toMatchObject({
      port: 0,
      publicUrl: 'https://news.example.cn',
      trustProxy: ['10.0.0.1', '10.0.0.2'],
      secureCookies: true,
      sessionIdleMs: 1_800_000,
      role: 'work',
    })
  })

  it.each([
    ['PORT', '70000'],
    ['PORT', 'abc'],
    ['PORT', '1.5'],
    ['DATABASE_URL', 'mysql://x'],
    ['DATABASE_POOL', '1'],
    ['PUBLIC_URL', 'news'],
    ['SECURE_COOKIES', 'perhaps'],
    ['SESSION_IDLE_HOURS', '0'],
    ['SESSION_DAYS', '366'],
    ['RATE_LIMIT', '9'],
    ['LOG_LEVEL', 'loud'],
    ['ROLE', 'boss'],
  ])('refuse %s=%s by name, in Chinese', (name, value) => {
    expect(() => readConfig({ [name]: value })).toThrow(new RegExp(`^设置有误：\n  ${name}：.*\\p{Script=Han}`, 'u'))
  })

  it('name every wrong one at once', () => {
    expect(() => readConfig({ PORT: 'x', ROLE: 'x' })).toThrow(/PORT：[^]*ROLE：[^]*npm run config/)
  })
})

describe('the manual', () => {
  it('tells every setting with meaning, default and what is in force, and never the database password', () => {
    const manual = configManual({ PORT: '8080', DATABASE_URL: 'postgres://u:secret@h/d' })
    expect(manual).toContain('PORT\n    监听端口')
    expect(manual).toContain('默认：4870；现在：8080')
    expect(manual).toContain('DATABASE_URL')
    expect(manual).not.toContain('secret')
    for (const paragraph of manual.split('\n\n').slice(1))
      expect(paragraph).toMatch(/^[A-Z_]+\n {4}\S.*\n {4}默认：.+；现在：.+/)
  })
})
