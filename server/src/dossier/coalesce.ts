type Waiting<Request, Answer> = {
  readonly request: Request
  readonly resolve: (answer: Answer) => void
  readonly reject: (error: unknown) => void
}

export type CoalesceSettings<Request> = {
  readonly size: number
  readonly inFlight: number
  /** Requests with the same key are never in two batches at once, so their order stays. */
  readonly keyOf: (request: Request) => string
}

/**
 * Group commit: what waits while a batch is under way goes together in the next. An idle queue starts at once,
 * so a lone request waits for nobody.
 */
export function coalesce<Request, Answer>(
  runBatch: (requests: readonly Request[]) => Promise<readonly (Answer | Error)[]>,
  { size, inFlight, keyOf }: CoalesceSettings<Request>,
): { readonly ask: (request: Request) => Promise<Answer> } {
  let queue: Waiting<Request, Answer>[] = []
  const busy = new Set<string>()
  let running = 0
  let scheduled = false

  function takeBatch(): Waiting<Request, Answer>[] {
    const batch: Waiting<Request, Answer>[] = []
    const left: Waiting<Request, Answer>[] = []
    for (const waiting of queue) {
      // Whatever keeps the first of a key out, a full batch or a busy key, keeps out those behind it as well.
      if (batch.length < size && !busy.has(keyOf(waiting.request))) batch.push(waiting)
      else left.push(waiting)
    }
    queue = left
    return batch
  }

  async function run(batch: readonly Waiting<Request, Answer>[]): Promise<void> {
    const keys = batch.map((waiting) => keyOf(waiting.request))
    for (const key of keys) busy.add(key)
    running += 1
    try {
      const answers = await runBatch(batch.map((waiting) => waiting.request))
      batch.forEach((waiting, index) => {
        const answer = answers[index]
        if (answer === undefined) waiting.reject(new Error('a batch came back without this answer'))
        else if (answer instanceof Error) waiting.reject(answer)
        else waiting.resolve(answer)
      })
    } catch (error) {
      for (const waiting of batch) waiting.reject(error)
    } finally {
      running -= 1
      for (const key of keys) busy.delete(key)
      schedule()
    }
  }

  function pump(): void {
    scheduled = false
    while (running < inFlight && queue.length > 0) {
      const batch = takeBatch()
      if (batch.length === 0) return
      void run(batch)
    }
  }

  /** Requests made in the same turn of the event loop come together even when nothing is under way. */
  function schedule(): void {
    if (scheduled || queue.length === 0) return
    scheduled = true
    setImmediate(pump)
  }

  return {
    ask: (request) =>
      new Promise<Answer>((resolve, reject) => {
        queue.push({ request, resolve, reject })
        schedule()
      }),
  }
}
