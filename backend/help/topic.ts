import { type CatalogueLocale, type Cause, type CauseValues, causes, causeTexts } from 'spv-authorize/catalogue';
import { type CauseCode, causeCodes } from 'spv-authorize/contract';
import { enCauses } from './en-causes.ts';
import { enGuides } from './en-guides.ts';
import type { Block, CauseHelp, CausesHelp, GuidesHelp, HelpValues } from './help-text.ts';
import { roCauses } from './ro-causes.ts';
import { roGuides } from './ro-guides.ts';
import type { GuideCode, TopicCode } from './topics.ts';

/** A section of the help in one language. */
export type Topic =
  | ({ readonly kind: 'cause'; readonly code: CauseCode; readonly title: string; readonly facts: Cause } & CauseHelp)
  | {
      readonly kind: 'guide';
      readonly code: GuideCode;
      readonly title: string;
      readonly blocks: readonly Block[];
    };

/** All topics in one language. */
export type Topics = Readonly<Record<TopicCode, Topic>>;

const texts: Readonly<
  Record<
    CatalogueLocale,
    {
      readonly causes: (values: HelpValues) => CausesHelp;
      readonly guides: (values: HelpValues) => GuidesHelp;
    }
  >
> = { ro: { causes: roCauses, guides: roGuides }, en: { causes: enCauses, guides: enGuides } };

/** Joins the catalogue's causes with the texts of the help. */
export function topicsOf(locale: CatalogueLocale, values: HelpValues): Topics {
  const helpOfCauses = texts[locale].causes(values);
  const guides = Object.entries(texts[locale].guides(values)).map(([code, guide]) => [
    code,
    { kind: 'guide', code, ...guide },
  ]);
  const explained = causeCodes.map((code) => {
    const { title } = causeTexts[locale][code](catalogueValues(values));
    return [code, { kind: 'cause', code, title, facts: causes[code], ...helpOfCauses[code] }];
  });
  // The entries have every code of both lists.
  return Object.fromEntries([...explained, ...guides]) as Topics;
}

/** The title of a cause names at most the application, so the help needs no company. */
function catalogueValues({ application }: HelpValues): CauseValues {
  return { application, company: '', taxId: '', address: 'in-application', canContinueInThisTab: false };
}
