/** A horizontal (`at` is y) or vertical (`at` is x) stretch of a drawn line. */
export interface Rule {
  at: number
  from: number
  to: number
}

export interface Rules {
  horizontal: Rule[]
  vertical: Rule[]
}

type Matrix = [number, number, number, number, number, number]
type Point = [number, number]

const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0]
/** A filled rectangle thinner than this is a line; word processors draw table borders so. */
const THIN = 2.5
/** Shorter strokes are marks, not borders. */
const SHORTEST = 4
/** Path operations as the library packs them (its `DrawOPS`). */
const MOVE = 0
const LINE = 1
const CURVE = 2
const QUADRATIC = 3

/**
 * Finds the straight lines a page draws: stroked segments and thin filled rectangles, in page coordinates.
 *
 * @param names the library's table of operation numbers
 */
export function rulesOf(
  fns: readonly number[],
  args: readonly unknown[],
  names: Readonly<Record<string, number>>,
): Rules {
  const rules: Rules = { horizontal: [], vertical: [] }
  const stack: Matrix[] = []
  let matrix: Matrix = IDENTITY
  const strokes = new Set([names['stroke'], names['closeStroke'], names['fillStroke'], names['eoFillStroke']])
  const fills = new Set([names['fill'], names['eoFill'], names['fillStroke'], names['eoFillStroke']])
  fns.forEach((fn, i) => {
    const arg = args[i]
    if (fn === names['save']) stack.push(matrix)
    else if (fn === names['restore']) matrix = stack.pop() ?? IDENTITY
    else if (fn === names['transform'] && isMatrix(arg)) matrix = times(matrix, arg)
    else if (fn === names['paintFormXObjectBegin']) {
      stack.push(matrix)
      const own = Array.isArray(arg) ? (arg[0] as unknown) : null
      if (isMatrix(own)) matrix = times(matrix, own)
    } else if (fn === names['paintFormXObjectEnd']) matrix = stack.pop() ?? IDENTITY
    else if (fn === names['constructPath'] && Array.isArray(arg)) {
      const [paint, data] = arg as [number, unknown[]]
      const path: unknown = data[0]
      if (!(path instanceof Float32Array)) return
      for (const points of subpaths(path, matrix)) {
        if (strokes.has(paint)) addStrokes(rules, points)
        if (fills.has(paint)) addThin(rules, points)
      }
    }
  })
  return rules
}

function isMatrix(value: unknown): value is Matrix {
  return (Array.isArray(value) || value instanceof Float32Array) && value.length === 6
}

function times(a: Matrix, b: Matrix): Matrix {
  return [
    a[0] * b[0] + a[2] * b[1],
    a[1] * b[0] + a[3] * b[1],
    a[0] * b[2] + a[2] * b[3],
    a[1] * b[2] + a[3] * b[3],
    a[0] * b[4] + a[2] * b[5] + a[4],
    a[1] * b[4] + a[3] * b[5] + a[5],
  ]
}

/** Corner points of each subpath; a curve contributes its end, and is no border anyway. */
function subpaths(path: Float32Array, m: Matrix): Point[][] {
  const all: Point[][] = []
  let current: Point[] = []
  const at = (i: number): Point => {
    const [x, y] = [path[i] ?? 0, path[i + 1] ?? 0]
    return [m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]]
  }
  for (let i = 0; i < path.length; ) {
    const op = path[i]
    if (op === MOVE) {
      current = [at(i + 1)]
      all.push(current)
      i += 3
    } else if (op === LINE) {
      current.push(at(i + 1))
      i += 3
    } else if (op === CURVE) i += 7
    else if (op === QUADRATIC) i += 5
    else {
      if (current[0]) current.push(current[0])
      i += 1
    }
  }
  return all
}

function addStrokes(rules: Rules, points: Point[]): void {
  points.forEach((point, i) => {
    const before = points[i - 1]
    if (before) addSegment(rules, before, point)
  })
}

function addSegment(rules: Rules, [x0, y0]: Point, [x1, y1]: Point): void {
  const [dx, dy] = [Math.abs(x1 - x0), Math.abs(y1 - y0)]
  if (dy < 1 && dx >= SHORTEST) {
    rules.horizontal.push({ at: (y0 + y1) / 2, from: Math.min(x0, x1), to: Math.max(x0, x1) })
  } else if (dx < 1 && dy >= SHORTEST) {
    rules.vertical.push({ at: (x0 + x1) / 2, from: Math.min(y0, y1), to: Math.max(y0, y1) })
  }
}

function addThin(rules: Rules, points: Point[]): void {
  const xs = points.map(([x]) => x)
  const ys = points.map(([, y]) => y)
  const [left, right, low, high] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
  if (high - low <= THIN && right - left >= SHORTEST) {
    rules.horizontal.push({ at: (low + high) / 2, from: left, to: right })
  } else if (right - left <= THIN && high - low >= SHORTEST) {
    rules.vertical.push({ at: (left + right) / 2, from: low, to: high })
  }
}
