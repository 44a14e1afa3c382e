/** Maximum numbers of calls. Documented (limiteApeluriAPI.txt); ANAF's older pages have smaller numbers. */
export interface Limits {
  /** All methods together; further calls get HTTP 429. Documented: 1000; assumed: counted per application and certificate. */
  readonly callsPerMinute: number;
  /** `stareMesaj`, per upload. Documented: 100. */
  readonly statusesPerDay: number;
  /** `listaMesajeFactura`, per CUI. Documented: 1500; assumed: in each of the two services. */
  readonly listsPerDay: number;
  /** `listaMesajePaginatieFactura`, per CUI. Documented: 100 000; assumed: in each of the two services. */
  readonly pagesPerDay: number;
  /** `descarcare`, per message. Documented: 10. */
  readonly downloadsPerDay: number;
  /** Accepted uploads of the standard RASP (messages of a buyer), per CUI. Documented: 1000; assumed: in each of the two services. */
  readonly buyerMessagesPerDay: number;
}

/** ANAF's documented limits. */
export const defaultLimits: Limits = {
  callsPerMinute: 1000,
  statusesPerDay: 100,
  listsPerDay: 1500,
  pagesPerDay: 100_000,
  downloadsPerDay: 10,
  buyerMessagesPerDay: 1000,
};

/** The answer to a call over the limit per minute. Only the status 429 is documented; no such answer has been captured. */
export interface LimitAnswer {
  /** Default: 429. At least one client also treats 204 as a limit; a 204 has no body. */
  readonly status: 429 | 204;
  /** Default `text/plain;charset=UTF-8`. */
  readonly contentType: string;
  /** Default: empty. */
  readonly body: string;
  /** Seconds in the header `Retry-After`; `null`: no such header. Default: `null`. */
  readonly retryAfterSeconds: number | null;
}

/** A 429 without a body. */
export const defaultLimitAnswer: LimitAnswer = {
  status: 429,
  contentType: 'text/plain;charset=UTF-8',
  body: '',
  retryAfterSeconds: null,
};
