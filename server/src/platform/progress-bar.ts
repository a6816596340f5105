import { formatNumber } from '@motcua/core/kernel/text.ts'

export type ProgressBar = {
  readonly show: (done: number, total: number) => void
  /** Wipes the bar away; what the command prints takes its place. */
  readonly end: () => void
}

/** Short work needs no bar. */
const SILENT_MS = 2_000
const REDRAW_MS = 100
const WIDTH = 30

/** A bar on standard error, on a terminal only, and only for what takes longer than two seconds. */
export function createProgressBar(label: string, stream: NodeJS.WriteStream = process.stderr): ProgressBar {
  const startedAt = performance.now()
  let drawnAt = 0
  let drawn = false
  return {
    show: (done, total) => {
      const now = performance.now()
      if (!stream.isTTY || now - startedAt < SILENT_MS || (now - drawnAt < REDRAW_MS && done < total)) return
      drawnAt = now
      drawn = true
      stream.write(`\r${barText(label, { done, total, ms: now - startedAt })}\u001b[K`)
    },
    end: () => {
      if (drawn) stream.write('\r\u001b[K')
      drawn = false
    },
  }
}

type State = { readonly done: number; readonly total: number; readonly ms: number }

export function barText(label: string, { done, total, ms }: State): string {
  const share = total === 0 ? 1 : Math.min(1, done / total)
  const full = Math.round(share * WIDTH)
  const left = share === 0 ? '' : `, còn khoảng ${Math.ceil(((ms / share) * (1 - share)) / 1000)} giây`
  return `${label} [${'█'.repeat(full)}${'░'.repeat(WIDTH - full)}] ${formatNumber(done)}/${formatNumber(total)}${left}`
}
