import type { Rules } from './rulings.ts'

/** A piece of text on a page: baseline start, width and size in points, y upwards. */
export interface Piece {
  text: string
  x: number
  y: number
  width: number
  size: number
}

export interface Page extends Rules {
  number: number
  pieces: Piece[]
}
