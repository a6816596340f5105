import { useState } from 'react'

export type Selection = {
  readonly ids: ReadonlySet<string>
  readonly toggle: (id: string) => void
  readonly keepOnly: (ids: readonly string[]) => void
}

/** Which rows are chosen for one action on all of them. */
export function useSelection(): Selection {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set())
  const toggle = (id: string) =>
    setIds((before) => {
      const after = new Set(before)
      if (!after.delete(id)) after.add(id)
      return after
    })
  return { ids, toggle, keepOnly: (kept) => setIds(new Set(kept)) }
}
