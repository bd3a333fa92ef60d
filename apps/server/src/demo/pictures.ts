import sharp from 'sharp'
import type { Ctx } from '../platform/ctx.ts'
import { storePicture } from '../platform/http/files.ts'
import type { Dice } from './dice.ts'
import type { Picture } from './writing.ts'

const WIDTH = 1280
const HEIGHT = 720
const COUNT = 12
/** Sky above, sky below, sun, and the hills from far to near. */
const PALETTES = [
  ['#f7d9c4', '#fbeee6', '#f2a65a', '#c9b6a5', '#8f9e8b', '#4f6d5c'],
  ['#a9d6e5', '#e8f6fa', '#fff3b0', '#89c2d9', '#468faf', '#2a6f97'],
  ['#ffd6e0', '#fff1f4', '#ff9eb5', '#d8b4c8', '#a487a8', '#6d597a'],
  ['#d8f3dc', '#f4fbf5', '#ffe66d', '#95d5b2', '#52b788', '#2d6a4f'],
  ['#2b3a67', '#66729c', '#ffe8a3', '#496a81', '#34526b', '#1f3347'],
  ['#fde2b8', '#fff6e5', '#f28482', '#e0b884', '#b58a5b', '#7a5c3e'],
] as const

/** Draws a dozen quiet landscapes (no text, so nothing to misread) and stores them. */
export async function drawPictures(ctx: Ctx, dice: Dice): Promise<Picture[]> {
  const pictures: Picture[] = []
  for (let no = 1; no <= COUNT; no += 1) {
    const svg = landscape(dice, PALETTES[(no - 1) % PALETTES.length] as readonly string[])
    const bytes = await sharp(Buffer.from(svg)).jpeg({ quality: 72 }).toBuffer()
    const { url } = await storePicture(ctx, { bytes, name: `演示图片${no}.jpg` })
    pictures.push({ url, width: WIDTH, height: HEIGHT })
  }
  return pictures
}

function landscape(dice: Dice, [high, low, sun, ...hills]: readonly string[]): string {
  const horizon = dice.int(330, 430)
  const layers = hills.map((colour, at) => hill(dice, horizon + at * dice.int(70, 100), colour))
  const water = dice.chance(0.5) ? ripples(dice, low ?? '') : trees(dice)
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}">
<defs><linearGradient id="sky" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${high}"/><stop offset="0.7" stop-color="${low}"/></linearGradient></defs>
<rect width="${WIDTH}" height="${HEIGHT}" fill="url(#sky)"/>
<circle cx="${dice.int(200, 1_080)}" cy="${dice.int(120, 280)}" r="${dice.int(46, 90)}" fill="${sun}" opacity="0.9"/>
${layers.join('\n')}
${water}
</svg>`
}

function hill(dice: Dice, top: number, colour: string): string {
  const phase = dice.next() * 6
  const points = Array.from({ length: 33 }, (_, at) => {
    const x = (at * WIDTH) / 32
    const y = top + Math.sin(at / 4 + phase) * 34 + Math.sin(at / 1.7 + phase * 2) * 12
    return `${x.toFixed(0)},${y.toFixed(0)}`
  })
  return `<polygon points="0,${HEIGHT} ${points.join(' ')} ${WIDTH},${HEIGHT}" fill="${colour}" opacity="0.92"/>`
}

function ripples(dice: Dice, colour: string): string {
  const lines = Array.from({ length: 14 }, () => {
    const y = dice.int(600, 705)
    const x = dice.int(40, 1_000)
    return `<rect x="${x}" y="${y}" width="${dice.int(60, 220)}" height="3" rx="1.5" fill="${colour}" opacity="0.5"/>`
  })
  return lines.join('')
}

function trees(dice: Dice): string {
  const colour = '#1d2b2a'
  const crowns = Array.from({ length: 9 }, () => {
    const x = dice.int(30, 1_250)
    const r = dice.int(22, 46)
    const y = dice.int(560, 640)
    return `<g opacity="0.35" fill="${colour}"><rect x="${x - 3}" y="${y + r}" width="6" height="60"/><circle cx="${x}" cy="${y}" r="${r}"/></g>`
  })
  return crowns.join('')
}
