import type { LinkState } from '../contract/link.ts';
import type { Words } from './words.ts';

/** The Romanian texts about links for somebody else. A file of their own, because they are loaded on demand. */
export const delegationRo = {
  links: {
    title: 'Link pentru contabil',
    ready: 'Linkul este gata',
    intro: (company: string) =>
      `Trimite-l persoanei care are certificatul digital pentru ${company}: contabilul sau altcineva cu drepturi în SPV. Autorizează de pe calculatorul ei, iar tu vezi aici când a terminat.`,
    create: 'Creează linkul',
    creating: 'Se creează…',
    another: 'Creează alt link',
    label: 'Adresa linkului',
    copy: 'Copiază linkul',
    mail: 'Trimite prin e-mail',
    mailAgain: 'Trimite iar',
    share: 'Distribuie',
    qr: 'Cod QR, pentru telefonul tău',
    qrLabel: 'Cod QR cu adresa linkului',
    shareTitle: (company: string) => `Autorizare e-Factura pentru ${company}`,
    once: (date: string, taxId: string) => `Funcționează o singură dată, până la ${date}, numai pentru CUI ${taxId}.`,
    neverPin: 'Trimite-l doar persoanei care are certificatul. Nu trimite nimănui PIN-ul.',
    shownOnce: 'Adresa unui link se vede doar când îl creezi. Dacă ai pierdut-o, înlocuiește linkul.',
    list: 'Linkuri în așteptare',
    ended: (count: number) => `Încheiate (${count})`,
    createdToday: (time: string) => `Link creat azi, ${time}`,
    createdOn: (date: string) => `Link creat la ${date}`,
    sent: 'Trimis',
    states: {
      new: 'Nedeschis',
      opened: 'Deschis',
      'in-progress': 'În curs',
      completed: 'Finalizat',
      declined: 'Refuzat',
      'no-rights': 'Fără drepturi',
      expired: 'Expirat',
      cancelled: 'Anulat',
      other: 'Stare necunoscută',
    } satisfies Words<LinkState>,
    noRights: (taxId: string) =>
      `Certificatul folosit nu are drepturi pentru CUI ${taxId}. Linkul rămâne bun pentru alt certificat.`,
    declined: 'Persoana a răspuns că nu se ocupă de această firmă.',
    lastTry: (what: string) => `Ultima încercare: ${what}. Linkul rămâne bun.`,
    replace: 'Înlocuiește',
    replaceQuestion: 'Faci o adresă nouă? Cele de până acum nu vor mai funcționa.',
    replaceYes: 'Înlocuiește linkul',
    cancel: 'Anulează',
    cancelQuestion: 'Anulezi linkul? Nu va mai putea fi folosit.',
    cancelYes: 'Anulează linkul',
    keep: 'Nu, păstrează-l',
    done: {
      create: 'Linkul este creat.',
      replace: 'Linkul are o adresă nouă. Cele vechi nu mai funcționează.',
      cancel: 'Linkul este anulat.',
    },
    mailed: (email: string) => `E-mailul pleacă spre ${email}.`,
    loading: 'Se citesc linkurile…',
    unread: 'Nu putem citi linkurile acum; încercăm în continuare.',
    troubles: {
      'link-limit-reached': 'Ai deja prea multe linkuri în așteptare. Anulează unul, apoi creează altul.',
      'link-ended': 'Linkul s-a încheiat între timp. Creează altul.',
      'recipient-refused':
        'Nu putem scrie la această adresă: persoana a cerut să nu mai primească mesaje. Copiază linkul și trimite-l altfel.',
      'invalid-address': 'Adresa de e-mail nu este completă. Verific-o.',
      'rate-limited':
        'Ai trimis mai multe e-mailuri într-un timp scurt. Mai încearcă peste un timp sau copiază linkul.',
      unreachable: 'Serverul nu răspunde. Nu s-a pierdut nimic: încearcă din nou.',
    },
  },
  linkMail: {
    address: 'Adresa de e-mail',
    message: 'Câteva cuvinte de la tine (opțional)',
    left: (length: number, limit: number) => `${length} din ${limit} de caractere`,
    language: 'Limba e-mailului',
    languages: { ro: 'Română', en: 'Engleză' },
    send: 'Trimite e-mailul',
    sending: 'Se trimite…',
  },
};

/** The texts about links. Romanian is the source: every language has the same keys. */
export type DelegationWords = typeof delegationRo;
