/** `ro-RO` and `RO` are `ro`; a language that nobody speaks here is Romanian, the language of ANAF's pages. */
export function chooseLanguage(wanted: string, known: readonly string[]): string {
  const [primary = ''] = wanted.toLowerCase().split(/[-_]/);
  return (
    known.find((language) => language.toLowerCase() === wanted.toLowerCase()) ??
    known.find((language) => language.toLowerCase() === primary) ??
    'ro'
  );
}
