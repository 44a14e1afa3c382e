/** Something that all files of a suite share while it runs. */
export interface SharedService {
  /** Tells the files where it is. */
  readonly env: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}
