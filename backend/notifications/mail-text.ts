import type { CertificateIdentity } from 'spv-authorize/contract';
import type { MailContent } from './mail-content.ts';

/** Values that are inserted into the sentences. Names are one line each. */
export interface MailValues {
  readonly application: string;
  readonly company: string;
  readonly taxId: string;
  /** Names of ANAF's services, for example "e-Factura și e-Transport". */
  readonly services: string;
}

export interface InvitationValues extends MailValues {
  /** Who asks: a person, or the application when the host did not name the person. */
  readonly requester: string;
  /** The requester's own words, as paragraphs. */
  readonly message: readonly string[];
  /** A day, like all dates here. */
  readonly validUntil: string;
}

interface CertificateValues extends MailValues {
  readonly certificate: CertificateIdentity;
}

interface ConnectedValues extends CertificateValues {
  readonly reauthorizeBy: string;
}

interface RecipientValues extends MailValues {
  /** The address that the invitation went to. Undefined when the link was only copied. */
  readonly email: string | undefined;
}

interface ReceiptValues extends ConnectedValues {
  readonly authorizedOn: string;
}

/** All texts of the e-mails. */
export interface MailText {
  readonly and: string;
  readonly invitation: (values: InvitationValues) => MailContent;
  readonly reminder: (values: InvitationValues) => MailContent;
  readonly receipt: (values: ReceiptValues) => MailContent;
  readonly 'link-completed': (values: RecipientValues & ConnectedValues) => MailContent;
  readonly 'link-declined': (values: RecipientValues) => MailContent;
  readonly 'wrong-certificate': (values: RecipientValues & CertificateValues) => MailContent;
  readonly 'access-withdrawn': (values: CertificateValues) => MailContent;
  readonly revoked: (values: CertificateValues) => MailContent;
  readonly 'mail-undelivered': (values: RecipientValues) => MailContent;
  /** The last lines: why the person gets this mail, and how to ask a human. */
  readonly footer: {
    readonly invited: (requester: string, application: string) => string;
    readonly told: (company: string, application: string) => string;
    readonly asked: (application: string) => string;
    readonly unsubscribe: string;
    readonly support: string;
    readonly help: string;
    /** For programs that do not show the button. */
    readonly address: string;
  };
}
