import { InvalidArgumentError } from 'commander'
import { isLocalDate, type Instant, type LocalDate, localDate, parseInstant } from '@motcua/core/kernel/instant.ts'

/** The command could be understood and is refused; the message says why, in Vietnamese. Exit code 1. */
export class CommandRefused extends Error {}

/** Reads an option that is a Vietnamese date. */
export function readDay(text: string): LocalDate {
  if (!isLocalDate(text)) throw new InvalidArgumentError(`"${text}" không phải là ngày có thật dạng 2024-03-15.`)
  return localDate(text)
}

/** Reads an option that is a moment: a date stands for its 00:00, a time without a zone is Vietnamese. */
export function readMoment(text: string): Instant {
  try {
    return parseInstant(text)
  } catch {
    throw new InvalidArgumentError(`"${text}" không phải là thời điểm dạng 2024-03-15 hoặc 2024-03-15T09:30.`)
  }
}

/** Reads an option that is a whole number. */
export function readWhole(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value) || value < 0)
    throw new InvalidArgumentError(`"${text}" không phải là số nguyên không âm.`)
  return value
}

/** The one object that a command prints with --json: nothing else goes to standard output. */
export function printJson(value: object): void {
  process.stdout.write(`${JSON.stringify(value)}\n`)
}

export function printLine(line: string): void {
  process.stdout.write(`${line}\n`)
}
