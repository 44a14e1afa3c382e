/**
 * Headers of every page of the F5 BIG-IP, the access gateway in front of ANAF's login. Observed on sister hosts: `Server: BigIP`, and
 * the connection is closed after each page.
 */
export const f5Headers = { Server: 'BigIP', Connection: 'close', 'Cache-Control': 'no-cache, no-store' } as const;
