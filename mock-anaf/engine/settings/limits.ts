/** How often methods may be called. Documented (limiteApeluriAPI.txt); ANAF's older pages give smaller numbers. */
export interface Limits {
  /** All methods together; above it HTTP 429. Documented: 1000; assumed: counted by application and certificate. */
  readonly callsPerMinute: number;
  /** `stareMesaj`, per upload. Documented: 100. */
  readonly statusesPerDay: number;
  /** `listaMesajeFactura`, per CUI. Documented: 1500; assumed: in each of the two services. */
  readonly listsPerDay: number;
  /** `listaMesajePaginatieFactura`, per CUI. Documented: 100 000; assumed: in each of the two services. */
  readonly pagesPerDay: number;
  /** `descarcare`, per message. Documented: 10. */
  readonly downloadsPerDay: number;
  /** Accepted uploads of the standard RASP, per CUI. Documented: 1000; assumed: in each of the two services. */
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

/** The answer to a call over the limit of a minute. Only the status 429 is documented; no such answer was ever captured. */
export interface LimitAnswer {
  /** Default: 429. At least one client treats 204 as a limit too; then there is no body. */
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
