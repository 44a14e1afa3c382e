/** How the host's server is told what happens. */
export interface WebhookOptions {
  /** Where events are sent by POST; https, or http on localhost. Redirects are not followed. */
  readonly url: string;
  /**
   * One secret, or two while the first is replaced: `whsec_` and at least 24 random bytes in base64. Every event is
   * signed with each of them, so the receiver may know either.
   */
  readonly secrets: readonly string[];
}
