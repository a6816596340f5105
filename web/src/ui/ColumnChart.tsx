export type ColumnDay = {
  readonly label: string
  readonly received: number
  readonly finished: number
  readonly late: number
}

type ColumnChartProps = {
  /** What the picture shows, for those who do not see it; the table behind it has the figures. */
  readonly summary: string
  readonly days: readonly ColumnDay[]
  readonly names: { readonly received: string; readonly finished: string; readonly late: string }
}

const WIDTH = 720
const HEIGHT = 200
const BASE = 168
const TOP = 22

/**
 * Two columns a day: what came is an outline, what was finished is filled, so that they are told apart without colour;
 * what was finished late is a diamond with its number. The scale has one line, the largest value.
 */
export function ColumnChart({ summary, days, names }: ColumnChartProps) {
  const largest = Math.max(1, ...days.map((each) => Math.max(each.received, each.finished)))
  const step = WIDTH / Math.max(1, days.length)
  const height = (value: number) => (value / largest) * (BASE - TOP)
  const width = Math.max(2, step * 0.36)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls must take the keyboard
    <figure className="chart" aria-label={summary} tabIndex={0} ref={showLatest}>
      <figcaption className="chart-key small" aria-hidden="true">
        <span>
          <svg viewBox="0 0 12 12" className="key" aria-hidden="true">
            <rect x="1.5" y="1.5" width="9" height="9" className="column-in" />
          </svg>
          {names.received}
        </span>
        <span>
          <svg viewBox="0 0 12 12" className="key" aria-hidden="true">
            <rect x="1" y="1" width="10" height="10" className="column-out" />
          </svg>
          {names.finished}
        </span>
        <span>
          <svg viewBox="0 0 12 12" className="key" aria-hidden="true">
            <path d="M6 0 12 6 6 12 0 6z" className="column-late" />
          </svg>
          {names.late}
        </span>
      </figcaption>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={summary} className="columns">
        <line x1="0" x2={WIDTH} y1={TOP} y2={TOP} className="chart-line" />
        <text x="0" y={TOP - 6} className="chart-label">
          {largest.toLocaleString('vi-VN')}
        </text>
        <line x1="0" x2={WIDTH} y1={BASE} y2={BASE} className="chart-base" />
        {days.map((each, index) => {
          const x = index * step + step / 2
          return (
            <g key={each.label}>
              <rect
                x={x - width}
                y={BASE - height(each.received)}
                width={width}
                height={height(each.received)}
                className="column-in"
              />
              <rect
                x={x + 1}
                y={BASE - height(each.finished)}
                width={width}
                height={height(each.finished)}
                className="column-out"
              />
              {each.late > 0 && <path d={`M${x} ${BASE + 3}l5 5-5 5-5-5z`} className="column-late" />}
              {(index === days.length - 1 || index % 7 === days.length % 7) && (
                <text
                  x={x}
                  y={HEIGHT - 4}
                  className="chart-label"
                  textAnchor={index === days.length - 1 ? 'end' : 'middle'}
                >
                  {each.label}
                </text>
              )}
            </g>
          )
        })}
      </svg>
    </figure>
  )
}

/** On a narrow page the frame opens at the day that people ask for. */
function showLatest(frame: HTMLElement | null): void {
  if (frame !== null) frame.scrollLeft = frame.scrollWidth
}

/** A share of the largest, beside its number in a table. */
export function Bar({
  value,
  largest,
  mark,
}: {
  readonly value: number
  readonly largest: number
  readonly mark?: number
}) {
  const at = (amount: number) => (largest <= 0 ? 0 : (amount / largest) * 100)
  return (
    <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true" className="bar-line">
      <rect x="0" y="1" width={at(value)} height="6" className="column-out" />
      {mark !== undefined && <rect x="0" y="3.4" width={at(mark)} height="1.2" className="column-out" />}
    </svg>
  )
}
