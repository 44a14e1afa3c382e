/** How often may be called. Documented (limiteApeluriAPI.txt); ANAF's older pages carry smaller numbers. */
export interface Limits {
  /** Of all methods together; above it HTTP 429. Documented: 1000; assumed: of one application with one certificate. */
  readonly callsPerMinute: number;
  /** `stareMesaj`, per upload. Documented: 100. */
  readonly statusesPerDay: number;
  /** `listaMesajeFactura`, per CUI. Documented: 1500; assumed: in each of the two services. */
  readonly listsPerDay: number;
  /** `listaMesajePaginatieFactura`, per CUI. Documented: 100 000; assumed: in each of the two services. */
  readonly pagesPerDay: number;
  /** `descarcare`, per message. Documented: 10. */
  readonly downloadsPerDay: number;
  /** Uploads of the standard RASP that are taken, per CUI. Documented: 1000; assumed: in each of the two services. */
  readonly buyerMessagesPerDay: number;
}

export const defaultLimits: Limits = {
  callsPerMinute: 1000,
  statusesPerDay: 100,
  listsPerDay: 1500,
  pagesPerDay: 100_000,
  downloadsPerDay: 10,
  buyerMessagesPerDay: 1000,
};

/** How a call over the limit of a minute is answered. Documented is the status 429; nothing else of it was ever captured. */
export interface LimitAnswer {
  /** Default 429. A client reads 204 as a limit, too: then there is no body. */
  readonly status: 429 | 204;
  /** Default `text/plain;charset=UTF-8`. */
  readonly contentType: string;
  /** Default: empty. */
  readonly body: string;
  /** Seconds in the header `Retry-After`; `null`, the default: no such header. */
  readonly retryAfterSeconds: number | null;
}

export const defaultLimitAnswer: LimitAnswer = {
  status: 429,
  contentType: 'text/plain;charset=UTF-8',
  body: '',
  retryAfterSeconds: null,
};
