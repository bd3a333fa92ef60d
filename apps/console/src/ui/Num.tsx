import { formatNumber, formatShare, formatYuan } from '../lib/format.ts'

type NumProps =
  | { value: number | string | null | undefined; places?: number; unit?: string }
  | { yuan: string | null | undefined }
  | { share: number | null | undefined; base?: string; places?: number }

/**
 * A number in tabular figures with thousands separated: `value` plain, `yuan` from 分 in a string, `share` (0–1) as a
 * percentage with its base on hover.
 *
 * @example <Num value={8180000} />  <Num yuan={row.executedFen} />  <Num share={0.9735} base="812 ÷ 834" />
 */
export function Num(props: NumProps) {
  if ('yuan' in props) return <span className="rm-num">{formatYuan(props.yuan)}</span>
  if ('share' in props) {
    return (
      <span className="rm-num" title={props.base}>
        {formatShare(props.share, props.places)}
      </span>
    )
  }
  return (
    <span className="rm-num">
      {formatNumber(props.value, props.places)}
      {props.unit && <span className="rm-muted"> {props.unit}</span>}
    </span>
  )
}
