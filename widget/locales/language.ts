/** Chooses the known language for a language tag: `ro-RO` and `RO` give `ro`. An unknown language gives `ro`, as on ANAF's pages. */
export function chooseLanguage(wanted: string, known: readonly string[]): string {
  const [primary = ''] = wanted.toLowerCase().split(/[-_]/);
  return (
    known.find((language) => language.toLowerCase() === wanted.toLowerCase()) ??
    known.find((language) => language.toLowerCase() === primary) ??
    'ro'
  );
}
