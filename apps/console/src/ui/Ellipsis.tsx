/** One line of text, cut where the room ends, with all of it on hover. */
export function Ellipsis({ text, lines = 1 }: { text: string; lines?: 1 | 2 | 3 }) {
  return (
    <span
      className={lines === 1 ? 'rm-ellipsis' : 'rm-clamp'}
      style={lines === 1 ? undefined : { WebkitLineClamp: lines }}
      title={text}
    >
      {text}
    </span>
  )
}
