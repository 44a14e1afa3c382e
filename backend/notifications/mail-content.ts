/** State of the line between the company and ANAF, as on the pages. */
export type MailLine = 'none' | 'active' | 'broken';

/** What a mail says, before it becomes HTML and text. */
export interface MailContent {
  readonly subject: string;
  readonly line: MailLine;
  readonly heading: string;
  readonly paragraphs: readonly string[];
  /** Words of another person, with the sentence that introduces them. */
  readonly quote?: { readonly title: string; readonly lines: readonly string[] };
  readonly facts?: readonly (readonly [label: string, value: string])[];
  /** Label of the only button. */
  readonly button: string;
  /** Small print below the button. */
  readonly notes: readonly string[];
}
