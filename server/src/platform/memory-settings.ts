const MEGABYTE = 2 ** 20

/**
 * How PostgreSQL uses a machine of so much memory (bytes). It shares the machine with our own processes: it keeps an
 * eighth for its pages, and counts on half of the memory as cache of the system. Between 128 MB and 2 GB, beyond which
 * a province gains nothing.
 */
export function memorySettings(memory: number): Readonly<Record<string, string>> {
  const megabytes = (share: number): number => Math.floor((memory * share) / MEGABYTE)
  return {
    shared_buffers: `${Math.min(2048, Math.max(128, megabytes(1 / 8)))}MB`,
    effective_cache_size: `${Math.max(256, megabytes(1 / 2))}MB`,
  }
}
