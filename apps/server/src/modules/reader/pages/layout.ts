import { CATEGORIES, type Category, categoryNames } from '@rongmei/contract'
import { addDays, dayOf, weekday } from '@rongmei/kit'
import { type Html, html } from './html.ts'

/** What every page knows of the site. */
export type Site = { name: string; demo: boolean; now: number; base: string; stamp: string }

export type Page = {
  title: string
  description?: string
  path: string
  image?: string | null
  type?: 'website' | 'article'
  current?: Category | 'home' | 'video'
  /** Slug of the article this page shows, for counting the read. */
  slug?: string
  main: Html
}

const WEEKDAYS = '一二三四五六日'

/** The frame of all public pages: readable without a script, calm, the centre's name and the day on top. */
export function layout(site: Site, page: Page): string {
  const title = page.path === '/' ? site.name : `${page.title} · ${site.name}`
  const description = page.description || `${site.name}新闻网`
  const { markup } = html`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<meta name="description" content="${description}">
<meta name="theme-color" content="#b3261e">
<link rel="canonical" href="${site.base}${page.path}">
<meta property="og:site_name" content="${site.name}">
<meta property="og:title" content="${page.title}">
<meta property="og:description" content="${description}">
<meta property="og:type" content="${page.type ?? 'website'}">
<meta property="og:url" content="${site.base}${page.path}">
${page.image ? html`<meta property="og:image" content="${site.base}${page.image}">` : null}
<link rel="icon" href="/assets/icon.svg?v=${site.stamp}" type="image/svg+xml">
<link rel="stylesheet" href="/assets/reader.css?v=${site.stamp}">
<script src="/assets/reader.js?v=${site.stamp}" defer></script>
</head>
<body${page.slug ? html` data-slug="${page.slug}"` : null}>
<a class="skip" href="#main">跳到正文</a>
${site.demo ? html`<p class="demo" role="note">演示数据：本站内容均为虚构，仅供演示</p>` : null}
<header class="masthead">
<div class="wrap">
<p class="brand"><a href="/">${site.name}</a></p>
<p class="today"><time datetime="${dayOf(site.now)}">${longDay(site.now)}</time></p>
<form class="search" action="/search" role="search"><label class="hidden" for="q">搜索新闻</label><input id="q" name="q" type="search" placeholder="搜索新闻" maxlength="80"><button type="submit">搜索</button></form>
</div>
<nav aria-label="频道"><ul class="wrap">
${link('/', '首页', page.current === 'home')}${CATEGORIES.map((key) => link(`/c/${key}`, categoryNames[key], page.current === key))}${link('/video', '短视频', page.current === 'video')}
</ul></nav>
</header>
<main id="main" class="wrap">${page.main}</main>
<footer class="wrap">
<p>${site.name}${site.demo ? '　演示数据' : null}</p>
<p><button type="button" class="large" hidden aria-pressed="false">大字版</button> <a href="/desk">工作人员入口</a></p>
</footer>
</body>
</html>`
  return markup
}

function link(href: string, label: string, current: boolean): Html {
  return html`<li><a href="${href}"${current ? html` aria-current="page"` : null}>${label}</a></li>`
}

export function longDay(at: number): string {
  const day = dayOf(at)
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日 星期${WEEKDAYS[weekday(day) - 1]}`
}

/** 今天 09:30, 昨天 17:05, else the date; the full moment stands in the title. */
export function moment(at: Date, now: number): string {
  const day = dayOf(at)
  const clock = new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(11, 16)
  if (day === dayOf(now)) return `今天 ${clock}`
  if (day === addDays(dayOf(now), -1)) return `昨天 ${clock}`
  return day
}
