import type { CatalogueLocale } from 'spv-authorize/catalogue';
import type { Application } from 'spv-authorize/contract';
import type { Query } from '../../../help/query.ts';
import { type Topics, topicsOf } from '../../../help/topic.ts';
import type { TopicCode } from '../../../help/topics.ts';
import { type PageContext, pageContext, servicesText } from '../page.ts';
import { type HelpWords, helpWords } from './help-words.ts';

/** What every part of the help page needs, in one language. */
export interface HelpContext {
  readonly page: PageContext;
  readonly words: HelpWords;
  readonly topics: Topics;
  /** Address of the help in this language, absolute, because a proxy may remove a prefix of the path. */
  readonly url: string;
  readonly otherLocale: CatalogueLocale;
  readonly otherUrl: string;
}

/** What a visitor asked for. */
export interface HelpVisit {
  readonly query?: Query;
  /** The answer that was just counted: thanks are shown in its section. */
  readonly answered?: { readonly topic: TopicCode; readonly isHelpful: boolean };
}

/** Creates the contexts of all languages. `publicUrl` has no slash at the end. */
export function helpContexts(application: Application, publicUrl: string) {
  const contextOf = (locale: CatalogueLocale): HelpContext => {
    const page = pageContext(locale, application);
    const otherLocale = locale === 'ro' ? 'en' : 'ro';
    return {
      page,
      words: helpWords[locale],
      topics: topicsOf(locale, { application: application.name, services: servicesText(page) }),
      url: `${publicUrl}/help/${locale}`,
      otherLocale,
      otherUrl: `${publicUrl}/help/${otherLocale}`,
    };
  };
  const contexts = { ro: contextOf('ro'), en: contextOf('en') };
  return (locale: CatalogueLocale): HelpContext => contexts[locale];
}
