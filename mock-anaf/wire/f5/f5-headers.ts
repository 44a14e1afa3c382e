/** Headers of every page of the F5. Observed on sister hosts: `Server: BigIP`, and the connection ends with each page. */
export const f5Headers = { Server: 'BigIP', Connection: 'close', 'Cache-Control': 'no-cache, no-store' } as const;
